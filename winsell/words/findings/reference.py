"""Sentences of the findings about ids, and about two files that differ."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "WSY101.fact": "`{id}` does not stand in the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY101.why": "What is not counted warns nobody.",
    "WSY101.ask": "Was it mistyped, or does the company's playbook lack it?",
    "WSY101.clear": "Write the right id, or add the new one to the company's playbook[. It has: {known}].",
    "WSY101.fact.stage": (
        "`{id}` is no stage of the playbook, so the deal counts as one in stage {stage}.[ Did you mean `{nearest}`?]"
    ),
    "WSY101.why.stage": "The stage decides what is due and what is late; without it every warning comes too late.",
    "WSY101.fact.stages": Plural(
        "A stage of earlier days does not stand in the playbook: {ids}. Those days count as stage {stage}.",
        "Stages of earlier days do not stand in the playbook: {ids}. Those days count as stage {stage}.",
        "count",
    ),
    "WSY101.why.stages": "The trend then shows those days as if the deal had hardly begun.",
    "WSY101.fact.type": "`{id}` is no type of deal of the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY101.fact.match": "`{id}` is no match of the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY101.fact.event": (
        "`{id}` is no event of the playbook and has no strength, so it does not count.[ Did you mean `{nearest}`?]"
    ),
    "WSY101.clear.event": (
        "Write the right id; or give the event a name and a strength of its own[. The playbook has: {known}]."
    ),
    "WSY101.clear.tactic": (
        "Write the right id, or add the new one to the company's playbook. `winsell playbook show` lists what it has."
    ),
    "WSY101.fact.sign": "`{id}` is no sign of the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY101.fact.chair": "`{id}` is no chair of the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY101.fact.strategy": "`{id}` is no strategy of the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY101.fact.work": (
        "`{id}` is no strategy of the playbook, for the deal or for a person.[ Did you mean `{nearest}`?]"
    ),
    "WSY101.fact.tactic": "`{id}` is no tactic of the playbook and does not count.[ Did you mean `{nearest}`?]",
    "WSY102.fact": "`{id}` is referred to, and stands nowhere.[ Did you mean `{nearest}`?]",
    "WSY102.why": "Work and words tied to somebody who is not there are lost.",
    "WSY102.ask": "Who or what was meant?",
    "WSY102.clear": "Write the right id, or add the missing entry.",
    "WSY102.fact.person": "`{id}` is referred to, but no such person is listed.[ Did you mean `{nearest}`?]",
    "WSY102.fact.informant": (
        "`{id}` is referred to, but no such person or inside source is listed.[ Did you mean `{nearest}`?]"
    ),
    "WSY102.fact.touched": (
        "`{id}` is referred to, but no such person or department is listed.[ Did you mean `{nearest}`?]"
    ),
    "WSY102.fact.competitor": "`{id}` is referred to, but no such competitor is listed.[ Did you mean `{nearest}`?]",
    "WSY102.fact.leaning": "`{id}` is referred to, but no such competitor is listed.[ Did you mean `{nearest}`?]",
    "WSY102.fact.criterion": "`{id}` is referred to, but no such criterion is listed.[ Did you mean `{nearest}`?]",
    "WSY103.fact": "The deal and the account differ about {person}: {differences}. Here the deal's word holds.",
    "WSY103.why": "Two deals of one customer then judge the same person differently, and one is wrong.",
    "WSY103.ask": "Which of the two is true today?",
    "WSY103.clear": "Say the same in both files, or leave it to the account.",
    "WSY104.fact": "The deal names the account `{id}`, and there is no file accounts/{id}.yaml beside it.",
    "WSY104.why": "What we know of this customer from before stays out, and nobody notices.",
    "WSY104.ask": "Where is what we know of this customer kept?",
    "WSY104.clear": "Write the right id, or the file; without either, leave `account` out.",
    "finding.differs-name": "name {deal} here, {account} there",
    "finding.differs-title": "title {deal} here, {account} there",
    "finding.differs-function": "department {deal} here, {account} there",
    "finding.differs-politics": "influence {deal} here, {account} there",
    "finding.differs-orientation": "judges {deal} here, {account} there",
    "finding.orientation-professional": "by the matter",
    "finding.orientation-professional-pragmatic": "more by the matter than by personal gain",
    "finding.orientation-balanced": "by both",
    "finding.orientation-pragmatic-professional": "more by personal gain than by the matter",
    "finding.orientation-pragmatic": "by personal gain",
    "finding.differs-reports_to": "reports to {deal} here, to {account} there",
}
