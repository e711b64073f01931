"""Hypothesis strategies for whole deals, as plain as the YAML reader gives them, and what turns them into a `Dossier`.

Ids come from small pools so that references hit, days from a year and a half, and now and then an id is one that nobody
knows. A deal drawn here is always valid; whether it makes sense is for the analyses to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import winsell.playbook
from winsell.deal.account import Account
from winsell.deal.deal import Deal
from winsell.deal.dossier import Dossier, gather
from winsell.playbook.model import Playbook
from winsell.store.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
Plain = dict[str, Any]
Strategy = st.SearchStrategy[Any]

FIRST, LAST = date(2021, 1, 1), date(2022, 6, 30)
BEFORE, AFTER = FIRST - timedelta(days=1), date(2023, 1, 1)

PEOPLE = ("cio", "director", "liaison", "buyer", "cfo")
RIVALS = ("north", "south", "old-house", "nobody-at-all")
STRANGER = "stranger"
"""An id that no map defines."""


# From plain data to what the analyses take.


def read_plain(text: str) -> Plain:
    """Read YAML text as the program does."""
    document, problems = read_yaml(text.encode())
    assert document is not None, problems
    assert isinstance(document.data, dict)
    return document.data


@cache
def five_steps_data() -> Plain:
    """The built-in playbook as plain data; not to be changed."""
    return read_plain((Path(winsell.playbook.__file__).parent / "builtin" / "five-steps.yaml").read_text("utf-8"))


@cache
def five_steps() -> Playbook:
    """The built-in playbook."""
    return Playbook.model_validate(five_steps_data())


def dossier_of(deal: Mapping[str, Any], account: Mapping[str, Any] | None = None) -> Dossier:
    """Make a dossier of plain data."""
    return gather(Deal.model_validate(deal), Account.model_validate(account) if account else None)


@cache
def example_data() -> tuple[Plain, Plain]:
    """The worked example as plain data, the deal and its account; not to be changed."""
    deal = read_plain((ROOT / "examples" / "sales-digitalisation.yaml").read_text("utf-8"))
    return deal, read_plain((ROOT / "examples" / "accounts" / "appliance-maker.yaml").read_text("utf-8"))


# The smallest values.

words = st.sampled_from(("seen at the site", "他自己说的", "x", "a number", "north"))
who = st.sampled_from((*PEOPLE, STRANGER, "own comparison", "a partner"))
offsets = st.integers(0, (LAST - FIRST).days)
levels: Strategy = st.one_of(st.integers(0, 100), st.sampled_from((0, 25, 50, 75, 100)), st.just(Decimal("62.5")))
amounts: Strategy = st.one_of(st.integers(0, 10**8), st.sampled_from((Decimal("0.01"), "18m", "1800万")))
flags = st.sampled_from((True, False, "yes", "no"))
answers = st.sampled_from(("yes", "no"))
person_ids = st.sampled_from((*PEOPLE, STRANGER))
rival_ids = st.sampled_from((*RIVALS, STRANGER))


def day_text(offset: int) -> str:
    """Write a day as a file would: the first of some months as the month alone."""
    day = FIRST + timedelta(days=offset)
    return day.isoformat()[:7] if day.day == 1 and day.month % 2 else day.isoformat()


days = offsets.map(day_text)


def maybe(required: Mapping[str, Strategy], optional: Mapping[str, Strategy]) -> Strategy:
    """Draw a section: the required keys, and any of the optional ones."""
    return st.fixed_dictionaries(dict(required), optional=dict(optional))


def some(keys: Sequence[str], values: Strategy, most: int, *, least: int = 0) -> Strategy:
    """Draw a map from ids of a pool."""
    return st.dictionaries(st.sampled_from(keys), values, min_size=least, max_size=most)


def entry(values: Strategy, extra: Mapping[str, Strategy] | None = None) -> Strategy:
    """Draw an entry `{is, why, source, by, how}`; now and then a key is left blank."""
    how = st.sampled_from(("act", "said", "heard", "guess"))
    evidence = {"why": words, "source": who, "by": st.sampled_from(("wang", None)), "how": how}
    return maybe({"is": values}, evidence | dict(extra or {}))


def history_of(dated: Strategy, most: int = 3) -> Strategy:
    """Draw a history: distinct days, each with a plain value or an entry."""
    return st.dictionaries(offsets, dated, min_size=1, max_size=most).map(
        lambda drawn: {day_text(offset): value for offset, value in drawn.items()}
    )


def fact(values: Strategy, extra: Mapping[str, Strategy] | None = None) -> Strategy:
    """Draw a dated fact in any of its forms, `unknown` among its values."""
    value = st.one_of(values, values, values, st.just("unknown"))
    dated = st.one_of(value, entry(value, extra), entry(value, extra))
    return st.one_of(history_of(dated), history_of(dated), entry(value, extra), value)


# Sections of a deal.

attitudes = st.sampled_from(("mentor", "supporter", "neutral", "non-supporter", "enemy"))
contacts = st.sampled_from(("none", "occasional", "multiple", "deep"))
functions = st.sampled_from(("it", "business", "finance", "procurement", "legal", "board", "outside", "other"))
politics = st.sampled_from(("inner", "structure", "outside"))
ends = {"since": days, "left": days}


def _two_scales(drawn: tuple[Plain, dict[int, Any], dict[int, Any]]) -> Plain:
    """Put both scales into one person, never on one day."""
    person, attitude, support = drawn
    attitude = {day: value for day, value in attitude.items() if day not in support}
    for key, history in (("attitude", attitude), ("support", support)):
        if history:
            person = person | {key: {day_text(day): value for day, value in history.items()}}
    return person


_described = {
    "title": words,
    "function": functions,
    "politics": politics,
    "orientation": st.sampled_from(("professional", "balanced")),
    "reports_to": person_ids,
}
_known = maybe(
    {},
    _described
    | ends
    | {
        "role": st.sampled_from(("approver", "decider", "evaluator", "user")),
        "veto": flags,
        "key": flags,
        "coach": flags,
        "contact": fact(contacts),
        "leans_to": fact(st.one_of(rival_ids, st.just("us"))),
        "mode": fact(st.sampled_from(("growth", "trouble", "even-keel", "overconfident"))),
        "wins": words,
        "loses": words,
        "note": words,
    },
)
_steps = st.integers(-5, 5)
_both = st.tuples(
    _known,
    st.dictionaries(offsets, entry(st.one_of(attitudes, st.just("unknown"))), max_size=3),
    st.dictionaries(offsets, entry(st.one_of(_steps, st.just("unknown"))), max_size=2),
).map(_two_scales)
_one = st.tuples(_known, st.sampled_from(("attitude", "support")), fact(attitudes), fact(_steps)).map(
    lambda drawn: drawn[0] | {drawn[1]: drawn[2] if drawn[1] == "attitude" else drawn[3]}
)
people: Strategy = st.one_of(_both, _both, _one, _known, st.none())

competitors: Strategy = maybe(
    {},
    ends
    | {
        "name": words,
        "kind": st.sampled_from(("company", "company", "incumbent", "in-house", "partner", "do-nothing")),
        "fit": fact(levels),
        "relation": fact(levels),
        "price": fact(levels, {"basis": st.sampled_from(("public-award", "own-estimate"))}),
        "strategy": fact(st.sampled_from(("frontal", "flanking", STRANGER))),
        "attitudes": some((*PEOPLE, STRANGER), fact(attitudes), 3),
        "moves": st.lists(maybe({"on": days, "what": words}, {"source": who}), max_size=1),
        "spokesman": person_ids,
        "partner": words,
        "note": words,
    },
)

events: Strategy = maybe(
    {},
    {
        "name": words,
        "status": fact(st.sampled_from(("confirmed", "confirmed", "confirmed", "denied", "on-hold", "stopped"))),
        "deadline": fact(days),
        "consequence": words,
        "strength": st.sampled_from(("strong", "weak")),
        "nature": st.sampled_from(("objective", "subjective")),
    },
)
EVENTS = ("project-approved", "leader-demands", "product-fails", "partner-told", "own-event")

value_rows: Strategy = maybe(
    {"claim": words, "kind": st.sampled_from(("solution", "solution", "resource", "relation", "business"))},
    ends
    | {
        "matters_to": st.lists(person_ids, max_size=2),
        "criterion": st.sampled_from(("price", STRANGER)),
        "they_have": some((*RIVALS, STRANGER), st.sampled_from(("no", "partly", "fully", "unknown")), 3),
        "proof": words,
        "customer_confirmed": fact(answers),
        "now": words,
        "after": words,
    },
)

sources: Strategy = maybe(
    {},
    ends
    | {
        "person": person_ids,
        "scope": fact(st.lists(st.sampled_from(("project", "competitors", "decision")), min_size=1, max_size=3)),
        "confirmed": fact(answers),
        "act": fact(words),
        "asked": fact(words),
        "introduced_by": person_ids,
        "note": words,
    },
)

knowledge = fact(st.sampled_from(("partial", "known", "not-recoverable")))
behaviour: Strategy = maybe({}, dict.fromkeys(("people", "money", "criteria", "intelligence", "lessons"), knowledge))
standings = fact(st.sampled_from(("met", "met", "met", "partly", "failed")))
criteria: Strategy = maybe(
    {"name": words},
    {"weight": levels, "mandatory": flags, "formal": flags, "owner": person_ids, "ours": standings},
)
terms: Strategy = maybe({}, {"knowledge": knowledge, "ours": standings, "payment": words, "payer": words})
currencies = st.sampled_from(("CNY", "CNY", "EUR"))
past_projects: Strategy = maybe(
    {"name": words},
    {
        "since": days,
        "year": st.integers(1990, 2021),
        "money": some(("product", "service"), st.fixed_dictionaries({"amount": amounts, "currency": currencies}), 2),
        "people": words,
        "criteria": some(("price", "solution"), maybe({}, {"name": words, "weight": levels}), 2),
        "rounds": some(("first", "second"), maybe({"purpose": words}, {"survivors": st.integers(1, 9)}), 2),
        "milestones": words,
        "bids": some(("ours", "theirs"), maybe({"company": words}, {"price": amounts, "rank": st.integers(1, 5)}), 1),
        "lessons": some(("one",), maybe({"because": words}, {"won_by": words, "repeat": words}), 1),
        "note": words,
    },
)

TARGETS = (
    "people.cio",
    "people.director.attitude",
    "behaviour.money",
    "competitors.north",
    "competitors",
    "sources",
    "events",
    "value",
    "signs.deepest-exchange",
    "chairs.payer",
    "strategy",
    STRANGER,
)
actions: Strategy = maybe(
    {"what": words},
    {
        "for": st.sampled_from(TARGETS),
        "why": words,
        "step": st.integers(1, 5),
        "strategy": st.just("frontal"),
        "tactic": st.sampled_from(("open-references", "involvement", STRANGER)),
        "owner": words,
        "customer": flags,
        "added": days,
        "due": days,
        "put_off": fact(days),
        "done": days,
        "dropped": days,
        "effect": fact(st.sampled_from(("none", "some", "strong"))),
        "result": words,
        "resource": words,
        "granted": fact(st.sampled_from(("yes", "no"))),
        "days": levels,
        "money": amounts,
    },
)
activities: Strategy = maybe(
    {"on": days, "what": words}, {"with": st.lists(person_ids, max_size=3), "alone": flags, "outside": flags}
)
changes: Strategy = maybe(
    {"on": days, "what": words}, {"touches": st.lists(st.sampled_from((*PEOPLE, "it", "business")), max_size=2)}
)
quotes: Strategy = maybe(
    {"on": days, "price": amounts, "by": st.sampled_from(("wang", "li"))},
    {"currency": currencies, "to": who, "what": words},
)
method_numbers: Strategy = maybe(
    {"status": st.just("computed"), "playbook": st.just("five-steps"), "version": words, "formula": st.just(1)},
    {"value": st.integers(0, 100), "basis": st.sampled_from(("compared", "part", "assumed"))},
)
reviews: Strategy = maybe(
    {"on": days},
    {
        "by": words,
        "with": st.lists(words, max_size=2),
        "note": words,
        "verdict": st.sampled_from(("push", "stop")),
        "asked": st.lists(st.sampled_from(("sources", "behaviour.money", "people.cio", "nowhere")), max_size=3),
        "stated": st.dictionaries(st.sampled_from(("wang", "li")), st.integers(0, 100), max_size=2),
        "method": method_numbers,
    },
)


def _in_order(drawn: Plain) -> Plain:
    """Let the upper end of an amount be the upper end."""
    return drawn if "high" not in drawn else drawn | {"high": drawn["low"] + drawn["high"]}


prices: Strategy = maybe({"low": st.integers(0, 10**8), "currency": currencies}, {"high": st.integers(0, 10**8)}).map(
    _in_order
)
levels_of_ours = fact(levels)
STAGES = ("lead", "qualification", "pursuit-approval", "value-proof", "rfp-drafting", "bidding", "contract")
SIGNS = ("deepest-exchange", "budget-asked", "tender-consulted", "price-only", "own-sign")
CHAIRS = ("approver", "user", "payer", "procurement", "own-chair")
outcomes = st.sampled_from(("won", "won-part", "lost", "no-decision", "tender-failed", "dropped-by-us"))

_head = {
    "winsell": st.just(1),
    "kind": st.just("deal"),
    "id": st.just("a-deal"),
    "account": st.just("a-customer"),
    "owner": st.sampled_from(("wang", None)),
    "type": st.sampled_from(("project", "fast-lane", "partner", STRANGER)),
    "grade": st.fixed_dictionaries({"is": st.sampled_from("ABCDE"), "why": words, "by": words}),
    "amount": prices,
    "price_counts": flags,
    "sole_source": fact(answers),
    "procurement": st.sampled_from(("government", "own-rules")),
    "method": st.sampled_from(("open", "invited")),
    "award_rule": st.sampled_from(("lowest-price", "scored", "negotiated")),
    "account_wanted": answers,
    "decision": fact(days),
    "bids_due": fact(days),
    "approved": fact(answers, {"conditions": words, "spending_limit": amounts}),
    "conditions": some(("one", "two"), maybe({"what": words}, {"since": days, "due": days, "met": fact(answers)}), 2),
    "outcome": st.dictionaries(offsets, outcomes, max_size=1).map(
        lambda drawn: {day_text(offset): value for offset, value in drawn.items()} or None
    ),
    "checkpoints": st.dictionaries(offsets, words, max_size=3).map(
        lambda drawn: {(FIRST + timedelta(days=offset)).isoformat(): name for offset, name in drawn.items()}
    ),
    "note": words,
}
_questions = {
    "matches": some(
        ("direction", "capability", "amount", "own-match"), fact(st.sampled_from(("yes", "partly", "no"))), 4
    ),
    "events": some(EVENTS, events, 4),
    "value": some(("first", "second", "third"), value_rows, 2),
    "lots": some(("north-half", "south-half"), maybe({"name": words}, {"we_lead": fact(answers)}), 2),
}
_contest = {
    "us": maybe(
        {},
        {"fit": levels_of_ours, "relation": levels_of_ours, "price": levels_of_ours, "incumbent": fact(answers)},
    ),
    "ranking": fact(st.integers(1, 5)),
    "shortlist": fact(st.integers(1, 5)),
    "competitors": some(RIVALS, competitors, 4),
}
_house = {
    "people": some(PEOPLE, people, 4),
    "chairs": some(CHAIRS, fact(st.one_of(person_ids, st.just("none"))), 2),
    "sources": some((*PEOPLE, "s1"), sources, 3),
    "signs": some(SIGNS, fact(st.sampled_from(("absent", "partly", "present", "missed")), {"at": rival_ids}), 4),
    "behaviour": behaviour,
    "criteria": some(("price", "solution"), criteria, 2),
    "terms": terms,
    "past_projects": some(("earlier", "phase-one"), past_projects, 1),
}
_work = {
    "strategy": fact(st.sampled_from(("frontal", "flanking", "defend", STRANGER))),
    "target": fact(levels),
    "stated": fact(levels),
    "quotes": st.lists(quotes, max_size=3),
    "actions": some(("one", "two", "three"), actions, 3),
    "activities": st.lists(activities, max_size=4),
    "changes": st.lists(changes, max_size=2),
    "reviews": st.lists(reviews, max_size=2),
    "accepted": some(
        ("WSP101", "WSP102.people.cio", "WSL101", "WSX999"),
        maybe({"reason": words}, {"by": words, "since": days, "until": fact(days), "dropped": days}),
        2,
    ),
}
_named = {"deal": st.just("A deal"), "customer": st.just("A customer")}
_stages = fact(st.sampled_from((*STAGES, STAGES[3], STAGES[4], STRANGER)))

_proof = {
    "project-approved": {
        "status": {"2021-01-01": {"is": "confirmed", "source": "a partner"}},
        "deadline": "2023-06-30",
    }
}


def _with_proof(drawn: tuple[Plain, bool]) -> Plain:
    """Give half of the deals a compelling event, so that a number is computed for more than a few."""
    deal, proven = drawn
    return deal | {"events": deal.get("events", {}) | _proof} if proven else deal


any_deal: Strategy = st.tuples(
    maybe(_named, _head | {"stage": _stages} | _questions | _contest | _house | _work), st.booleans()
).map(_with_proof)
"""Any valid deal."""

account_people: Strategy = maybe({}, _described | ends | {"attitude": fact(attitudes), "contact": fact(contacts)})
any_account: Strategy = maybe(
    {"kind": st.just("account"), "name": st.just("A customer")},
    {"people": some(PEOPLE, account_people, 3), "past_projects": some(("earlier",), past_projects, 1), "note": words},
)
"""Any valid account."""

_us: Strategy = st.one_of(
    _contest["us"], st.tuples(_contest["us"], levels).map(lambda drawn: drawn[0] | {"fit": drawn[1]})
)
contested_deal: Strategy = maybe(
    _named | {"events": st.just(_proof), "us": _us, "competitors": some(RIVALS, competitors, 4, least=1)},
    {
        "stage": st.sampled_from(STAGES[:-1]),
        "price_counts": flags,
        "award_rule": _head["award_rule"],
        "sole_source": _head["sole_source"],
        "ranking": st.integers(1, 3),
        "shortlist": _contest["shortlist"],
        "people": some(PEOPLE, people, 4, least=1),
        "chairs": _house["chairs"],
        "sources": _house["sources"],
        "behaviour": behaviour,
        "changes": _work["changes"],
        "activities": _work["activities"],
    },
)
"""A deal whose win probability is a number, if enough is known of us: its event has not lapsed on any day drawn."""


def shuffled(data: Plain, draw: Callable[[list[Any]], list[Any]]) -> Plain:
    """Return the same data with the keys of every map in another order."""
    keys = draw(list(data))
    return {key: _shuffled(data[key], draw) for key in keys}


def _shuffled(value: Any, draw: Callable[[list[Any]], list[Any]]) -> Any:
    return shuffled(value, draw) if isinstance(value, dict) else value
