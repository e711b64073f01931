"""The project is suspended and nobody has talked to the customer.

What it finds. Question 2 is suspended, and the last dated talk with the customer is older than the playbook's days;
red after its longer limit.

Why it loses deals. Shelved projects come back. The one who kept in touch hears of it first, and helps to write the
new one.

What clears it. A talk with the customer, recorded with its day; and an idea of when the question comes back.

Source: METHOD 4 (suspended).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.silence import silence, silence_facts
from winsell.analysis.urgency import restart_colour
from winsell.base.finding import Finding
from winsell.rules._window import SEVERITIES

CODE = "WSE103"
UNTIL = "issue"
ABOUT = "verdict"
ALSO = ("fast", "suspended")
SHOWN = ("warning", "error")
SETTINGS = ("event_rules.suspended_red_days",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    rules, silent = assessment.moment.playbook.event_rules, silence(assessment.moment)
    if assessment.screening.answer("q2") != "suspended":
        return
    if silent.days is None or silent.longer_than(rules.suspended_contact_days):
        severity = SEVERITIES[restart_colour(assessment.moment)]
        facts = silence_facts(assessment.moment, silent.since)
        yield Finding(CODE, severity, ("activities",), facts if silent.talked else facts | {"case": "never"})
