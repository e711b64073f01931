"""Nobody of the customer has been heard for weeks.

What it finds. The last day on which anybody there talked to us, showed something, told us a fact or kept a date is
longer ago than the playbook's days; or nothing of the kind was ever noted since the stage from which the rule speaks.
A checkpoint that is reached counts as a meeting. A suspended project is WSE103's; a sign of losing noted since is
WSW104's, which asks the same.

Why it loses deals. Silence is the cheapest signal: the project sleeps, or it goes on with somebody else.

What clears it. A talk, noted with its day; or what the silence means, as a sign of losing.

Source: METHOD 7.4, 12 (no activity).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.silence import last_heard, silence_facts, silent_days
from winsell.analysis.state import last_told
from winsell.base.finding import Finding
from winsell.rules import sign_of_losing
from winsell.rules._window import day_reached, settings_of, severity_at, silenced
from winsell.rules.sign_of_losing import losing_signs

CODE = "WSA108"
UNTIL = "issue"
ABOUT = "losing"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("hard_from", "days")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, settings = assessment.moment, settings_of(assessment.moment, CODE)
    heard = last_heard(moment)
    if settings.days is not None and heard is not None and silent_days(moment, heard) <= settings.days:
        return  # what else the file says can only be a later word, and to go through all of it costs
    last = last_told(moment)
    since = last or day_reached(moment, settings.from_ or next(iter(moment.playbook.stages)))
    if settings.days is None or since is None or silent_days(moment, since) <= settings.days:
        return
    if _noted_as_losing(assessment, since):
        return
    facts = silence_facts(moment, since) | ({} if last else {"case": "never"})
    yield Finding(CODE, severity_at(moment, CODE), ("activities",), facts)


def _noted_as_losing(assessment: Assessment, since: date) -> bool:
    """Tell whether a sign of losing was noted since, of which WSW104 speaks."""
    shown = (one.entry.on for one in losing_signs(assessment) if one.entry.on is not None)
    return not silenced(assessment.moment, sign_of_losing.CODE) and any(since <= on for on in shown)
