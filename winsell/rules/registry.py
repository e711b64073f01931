"""All rules, found by a scan of this folder: one more file is one more rule.

In: an assessment. Out: its findings, worst first. From when a rule speaks, whether it does and how bad its findings are
is the playbook's, if it says so. Until when it makes sense to speak (after that point it would only be wisdom after the
event), what it is about, on which lanes it speaks beside the whole line, how bad it may be and what of the playbook
changes that, the rule says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal, Protocol, cast, get_args

import winsell.rules
from winsell.analysis.acceptance import Acceptance, acceptances, code_and_place
from winsell.analysis.assessment import Assessment
from winsell.analysis.lane import Lane
from winsell.analysis.moment import Moment
from winsell.base.finding import Finding, Severity, Where
from winsell.rules._roots import without_repeats
from winsell.rules._window import settings_of, silenced, speaks

Until = Literal["issue", "award", "outcome", "ever"]
"""Until when a rule speaks: the issue of the tender (from then on the program asks for nothing that a lawful bidder may
not have, METHOD 16), the award to us, the deal's outcome, or for as long as the file is read."""

About = Literal["file", "verdict", "losing", "people", "house", "sign", "gap", "evidence"]
"""What a finding is about, the weightiest first: a file that means something else than it says, what by itself ends
the deal or leaves it without a number, signs that it is being lost, the people who decide, our own work, win signs that
fail to come, what we do not know, how well we know the rest."""

_WORST_FIRST: tuple[Severity, ...] = get_args(Severity)
_WEIGHTIEST_FIRST: tuple[About, ...] = get_args(About)


_ENDS_WITH_BIDS = "ENDS_WITH_BIDS"
"""A rule has it and it is true if what it asks for had to be in the bid, or to be asked before: once the last day for
bids is past it is silent, for nothing can be done about it any more."""


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
    """What of the playbook it follows beside what all follow (`from`, `until`, `severity`, `off`): `hard_from`, `days`,
    `people` of its own, or the path of what decides elsewhere when it is red. If it names `from`, it looks at it
    itself. The playbook's check refuses the rest, which would change nothing."""

    def check(self, assessment: Assessment) -> Iterator[Finding]:
        """Yield what the rule finds."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules by code."""
    names = [module.name for module in iter_modules(winsell.rules.__path__)]
    own = [name for name in names if not name.startswith("_") and name != "registry"]
    found = [cast("Rule", import_module(f"winsell.rules.{name}")) for name in own]
    return tuple(sorted(found, key=lambda rule: rule.CODE))


@dataclass(frozen=True, slots=True)
class Accepted:
    """An acceptance, and the findings of the day that are silent by it (or that it was meant for, if it has ended)."""

    acceptance: Acceptance
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings of a deal, parted by what somebody decided to live with."""

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


def silent_of(accepted: Iterable[Accepted]) -> int:
    """Count the findings that are not shown because they are accepted."""
    return sum(len(one.findings) for one in accepted if one.acceptance.holds)


def findings_of(assessment: Assessment, reader: Reading = "owner") -> tuple[Finding, ...]:
    """Return the findings to be shown to a reader: errors, warnings, hints, each by the weight of what it is about."""
    return judged_for(reader, judge(assessment)).open


def judge(assessment: Assessment) -> Judged:
    """Look for all risks of a deal, and part those that are accepted from the rest; one counts to one acceptance.

    Whatever puts findings about one thing together for a reader does it with the rest alone: an accepted finding
    stands for no other, and none for it.
    """
    left = list(_found(assessment))
    accepted: list[Accepted] = []
    known = acceptances(assessment.moment.deal, assessment.moment.on)
    for one in sorted(known, key=lambda one: (not one.holds, -len(one.place), one.key)):
        covered = tuple(finding for finding in left if one.covers(finding))
        accepted.append(Accepted(one, covered))
        if one.holds:
            left = [finding for finding in left if finding not in covered]
    return Judged(tuple(left), tuple(sorted(accepted, key=lambda one: one.acceptance.key)))


def _found(assessment: Assessment) -> tuple[Finding, ...]:
    """Return all findings, the accepted ones too: what one of them says, no other counts once more."""
    now = {rule.CODE: rule for rule in speaking(assessment)}
    found = [_as_set(assessment.moment, finding) for rule in now.values() for finding in rule.check(assessment)]
    return tuple(sorted(without_repeats(found), key=lambda one: _rank(now[one.code], one)))


def judged_for(reader: Reading, judged: Judged) -> Judged:
    """Leave out what is for the owner alone if somebody else reads, and what is said of its acceptance."""
    private = {rule.CODE for rule in rules() if getattr(rule, "READER", None) == "owner" != reader}
    return Judged(
        tuple(one for one in judged.open if private.isdisjoint((one.code, _accepted_code(one)))),
        tuple(one for one in judged.accepted if one.acceptance.code not in private),
    )


def _accepted_code(one: Finding) -> str | None:
    """Return the code of the acceptance that a finding is about."""
    return code_and_place(one.where[1])[0] if one.where[:1] == ("accepted",) and len(one.where) > 1 else None


def speaking(assessment: Assessment) -> Iterator[Rule]:
    """Yield the rules that have something to say of a deal at its stage and on its lane."""
    moment, silent, lane = assessment.moment, _silent(assessment.moment), assessment.lane
    due = (rule for rule in rules() if "from" in rule.SETTINGS or speaks(moment, rule.CODE))
    on = (rule for rule in due if not silenced(moment, rule.CODE))
    now = (rule for rule in on if not (assessment.moment.bids_are_in and getattr(rule, _ENDS_WITH_BIDS, False)))
    yield from (rule for rule in now if rule.UNTIL not in silent and lane in ("whole", *rule.ALSO))


def _as_set(moment: Moment, finding: Finding) -> Finding:
    """Return a finding as bad as the playbook says, if it says so."""
    stated = settings_of(moment, finding.code).severity
    return finding if stated is None else replace(finding, severity=stated)


def _silent(moment: Moment) -> tuple[Until, ...]:
    if moment.outcome is not None:
        return ("issue", "award", "outcome")
    if moment.reached(moment.playbook.tender.awarded_from):
        return ("issue", "award")
    return ("issue",) if moment.tender_is_out else ()


def _rank(rule: Rule, one: Finding) -> tuple[int, int, str, Where]:
    return _WORST_FIRST.index(one.severity), _WEIGHTIEST_FIRST.index(rule.ABOUT), one.code, one.where
