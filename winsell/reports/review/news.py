"""The risks that are new since a day: not there then, or milder.

In: a deal on a day and an earlier day. Out: findings, worst first. The earlier day is seen through today's files and
today's playbook, as all trends are (METHOD 12). What is for the owner alone is left out, for a
manager looks at the page too.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from winsell.analysis.assessment import assess
from winsell.analysis.last_look import could_be_looked_at
from winsell.analysis.moment import Moment
from winsell.analysis.triage import NewRisks
from winsell.base.finding import Finding, Severity
from winsell.rules.registry import findings_of

_WORST_FIRST: tuple[Severity, ...] = get_args(Severity)
_POINTS = 2
"""Of a trend, findings look at the last two points only."""


def new_findings(now: Iterable[Finding], moment: Moment, since: date) -> tuple[Finding, ...]:
    """Return those of today's findings that nobody could have seen on an earlier day: all, at the first look."""
    if not could_be_looked_at(moment.deal, since):
        return tuple(now)
    if since >= moment.on:
        return ()
    then = {(one.code, one.where): one.severity for one in _shown(moment, since)}
    return tuple(one for one in now if _is_worse(one, then.get((one.code, one.where))))


def new_risks(moment: Moment, since: date) -> NewRisks:
    """Count the new findings; hints count for nothing."""
    if since >= moment.on and could_be_looked_at(moment.deal, since):
        return NewRisks(0, 0)
    said = [one.severity for one in new_findings(_shown(moment, moment.on), moment, since)]
    return NewRisks(said.count("error"), said.count("warning"))


def _shown(moment: Moment, on: date) -> tuple[Finding, ...]:
    return findings_of(assess(moment.dossier, moment.playbook, on, _POINTS), "manager")


def _is_worse(one: Finding, before: Severity | None) -> bool:
    return before is None or _WORST_FIRST.index(one.severity) < _WORST_FIRST.index(before)
