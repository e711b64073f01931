"""All rules, found by a scan of this folder: one more file is one more rule.

In: an assessment. Out: its findings, worst first. From when a rule speaks is the playbook's. Until when it makes sense
to speak (after that point it would only be wisdom after the event), what it is about, on which lanes it speaks beside
the whole line, how bad it may be and what of the playbook changes that, the rule says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal, Protocol, cast, get_args

import winsell.rules
from winsell.analysis.assessment import Assessment
from winsell.analysis.lane import Lane
from winsell.analysis.moment import Moment
from winsell.base.finding import Finding, Severity, Where
from winsell.rules._roots import without_repeats
from winsell.rules._window import speaks

Until = Literal["issue", "award", "outcome", "ever"]
"""Until when a rule speaks: the issue of the tender (from then on the program asks for nothing that a lawful bidder may
not have, METHOD 16), the award to us, the deal's outcome, or for as long as the file is read."""

About = Literal["file", "verdict", "losing", "people", "house", "sign", "gap", "evidence"]
"""What a finding is about, the weightiest first: a file that means something else than it says, what by itself ends
the deal or leaves it without a number, signs that it is being lost, the people who decide, our own work, win signs that
fail to come, what we do not know, how well we know the rest."""

_WORST_FIRST: tuple[Severity, ...] = get_args(Severity)
_WEIGHTIEST_FIRST: tuple[About, ...] = get_args(About)


Reading = Literal["owner", "manager"]
"""Who reads. A rule about how hopeful the owner's own numbers are has `READER = "owner"`: nobody else is told."""


class Rule(Protocol):
    """What a module of this folder is; its docstring is the rule's manual."""

    CODE: str
    UNTIL: Until
    ABOUT: About
    ALSO: tuple[Lane, ...]
    """The lanes on which it speaks beside the whole line: the fast one asks for two questions, a number and the next
    action (METHOD 2), a suspended project for the call and the inside source (METHOD 4)."""
    SHOWN: tuple[Severity, ...]
    """How bad its findings may be, mildest first; beside these red from the stage that SETTINGS name, if they do."""
    SETTINGS: tuple[str, ...]
    """What of the playbook it follows beside `from`, which all follow: `hard_from`, `days`, `people` of its own, or the
    path of what decides elsewhere when it is red. If it names `from`, it looks at it itself. The playbook's check
    refuses the rest, which would change nothing."""

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
    """Return the deal's findings: errors, warnings, hints, each by the weight of what it is about, code and place."""
    speaking = {rule.CODE: rule for rule in _speaking(assessment)}
    found = [finding for rule in speaking.values() for finding in rule.check(assessment)]
    ranked = ((speaking[finding.code], finding) for finding in without_repeats(found))
    return tuple(finding for _, finding in sorted(ranked, key=_rank))


def told_to(reader: Reading, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are for a reader: the owner is told all of them."""
    private = {rule.CODE for rule in rules() if getattr(rule, "READER", None) == "owner"}
    return tuple(one for one in findings if reader == "owner" or one.code not in private)


def _speaking(assessment: Assessment) -> Iterator[Rule]:
    moment, silent, lane = assessment.moment, _silent(assessment.moment), assessment.lane
    due = (rule for rule in rules() if "from" in rule.SETTINGS or speaks(moment, rule.CODE))
    yield from (rule for rule in due if rule.UNTIL not in silent and lane in ("whole", *rule.ALSO))


def _silent(moment: Moment) -> tuple[Until, ...]:
    if moment.outcome is not None:
        return ("issue", "award", "outcome")
    if moment.reached(moment.playbook.tender.awarded_from):
        return ("issue", "award")
    return ("issue",) if moment.tender_is_out else ()


def _rank(found: tuple[Rule, Finding]) -> tuple[int, int, str, Where]:
    rule, one = found
    return _WORST_FIRST.index(one.severity), _WEIGHTIEST_FIRST.index(rule.ABOUT), one.code, one.where
