"""What the playbook says about a rule: from which stage it speaks, from which it is red, and its numbers.

In: a moment and a finding code. Out: whether it speaks, and a severity. Which stages are early and which are
late is a company's method, so no rule names a stage.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from winsell.analysis.moment import Moment
from winsell.analysis.work_colour import WorkColour
from winsell.base.finding import Severity
from winsell.playbook.model import RuleSettings

_ANY_TIME = RuleSettings()
SEVERITIES: Mapping[WorkColour, Severity] = {"red": "error", "yellow": "warning", "white": "hint", "green": "hint"}
"""How bad a finding is whose matter the work plan also has: as urgent as there."""


def settings_of(moment: Moment, code: str) -> RuleSettings:
    """Return the playbook's numbers for a rule; empty ones if it has none."""
    return moment.playbook.rules.get(code, _ANY_TIME)


def speaks(moment: Moment, code: str) -> bool:
    """Tell whether the deal has come to the stage from which a rule speaks; without one it speaks at every stage."""
    from_ = settings_of(moment, code).from_
    return from_ is None or moment.reached(from_)


def silenced(moment: Moment, code: str) -> bool:
    """Tell whether the playbook turns a rule off, or lets it end at a stage that the deal has come to."""
    settings = settings_of(moment, code)
    return bool(settings.off) or moment.reached(settings.until)


def severity_at(moment: Moment, code: str, mild: Severity = "warning") -> Severity:
    """Return how bad a finding is at the deal's stage: an error from `hard_from`, else `mild`."""
    return "error" if moment.reached(settings_of(moment, code).hard_from) else mild


def day_reached(moment: Moment, stage: str | None) -> date | None:
    """Return the day on which the deal first came to a stage or beyond it, as far as the file says."""
    entered = [entry for entry in moment.deal.stage.until(moment.on) if entry.on is not None]
    return next((entry.on for entry in entered if moment.playbook.reached(entry.value or "", stage)), None)
