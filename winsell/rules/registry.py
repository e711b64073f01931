"""All rules, found by a scan of this folder: one more file is one more rule.

In: an assessment. Out: its findings, worst first. A rule says itself until when it makes sense to speak; after that
point it would only be wisdom after the event.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal, Protocol, cast

import winsell.rules
from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.finding import Finding

Until = Literal["issue", "award", "outcome", "ever"]
"""Until when a rule speaks: the issue of the tender (from then on the program asks for nothing that a lawful bidder may
not have, METHOD 16), the award to us, the deal's outcome, or for as long as the file is read."""

_WORST_FIRST = ("error", "warning", "hint")


class Rule(Protocol):
    """What a module of this folder is; its docstring is the rule's manual."""

    CODE: str
    UNTIL: Until

    def check(self, assessment: Assessment) -> Iterator[Finding]:
        """Yield what the rule finds."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules by code."""
    names = [module.name for module in iter_modules(winsell.rules.__path__)]
    own = [name for name in names if not name.startswith("_") and name != "registry"]
    found = [cast("Rule", import_module(f"winsell.rules.{name}")) for name in own]
    return tuple(sorted(found, key=lambda rule: rule.CODE))


def findings_of(assessment: Assessment) -> tuple[Finding, ...]:
    """Return the deal's findings: errors, warnings, hints, each by code and place."""
    silent = _silent(assessment.moment)
    found = [finding for rule in rules() if rule.UNTIL not in silent for finding in rule.check(assessment)]
    return tuple(sorted(found, key=_rank))


def _silent(moment: Moment) -> tuple[Until, ...]:
    if moment.outcome is not None:
        return ("issue", "award", "outcome")
    if moment.reached(moment.playbook.tender.awarded_from):
        return ("issue", "award")
    return ("issue",) if moment.tender_is_out else ()


def _rank(finding: Finding) -> tuple[int, str, tuple[str, ...]]:
    return _WORST_FIRST.index(finding.severity), finding.code, finding.where
