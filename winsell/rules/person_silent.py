"""A person who counts has not been heard for weeks.

What it finds. Somebody who approves, decides or supports us, whom we have talked to before, and not since the
playbook's number of days. A deal whose file keeps no meetings tells nothing of silence.

Why it loses deals. Silence is the cheapest signal there is. Whoever no longer has time for us has it for somebody
else, or for another project.

What clears it. A talk, a call, or something that they did, noted with its day.

Source: METHOD 7.4 (silence), 12.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.silence import last_heard_of, silence_facts, silent_days
from winsell.analysis.standing import Standing
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import settings_of, severity_at

CODE = "WSP114"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from", "days")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all, the one who is silent for longest first."""
    moment, days = assessment.moment, settings_of(assessment.moment, CODE).days
    keeps_meetings = any(one.people for one in moment.deal.activities if one.on <= moment.on)
    if days is None or not keeps_meetings:
        return
    heard = {one.id: last_heard_of(moment, one.id) for one in assessment.chain.key if _counts(one)}
    silent = sorted((on, id_) for id_, on in heard.items() if on is not None and silent_days(moment, on) > days)
    if silent:
        people = tuple(moment.person(id_) for _, id_ in silent)
        facts: dict[str, Fact] = {"people": people, "count": len(silent)}
        facts |= silence_facts(moment, silent[0][0])
        roots = tuple(("people", id_) for _, id_ in silent)
        yield Finding(CODE, severity_at(moment, CODE), roots[0], facts, roots)


def _counts(one: Standing) -> bool:
    return one.may_stop or one.person.role == "decider" or (one.value is not None and one.value > 0)
