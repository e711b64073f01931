"""How the rules of a check fare: what each finds in how many deals, and how many deals have accepted its risk.

In: the files after their check. Out: a count for each rule that spoke, the most frequent first. A rule that is accepted
rather than heeded teaches people to look away; the playbook says from when it is called a bad one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.base.block import Block, Cell, Column, Line, Paragraph, Table
from winsell.base.fact import Fact, Percent, Say
from winsell.playbook.model import BadRules
from winsell.reports.checked import Checked


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How one rule fares."""

    code: str
    findings: int
    deals: int
    accepted: int
    bad: bool

    @property
    def share(self) -> float:
        """Return the share of the deals in which it speaks that have accepted its risk, 0..1."""
        return self.accepted / self.deals


def rule_counts(checked: Sequence[Checked]) -> tuple[RuleCount, ...]:
    """Count; a risk that is accepted counts as found, whether it is shown or not."""
    limits = next((one.bad_rules for one in checked if one.bad_rules), None)
    found = Counter(finding.code for one in checked for finding in (*one.findings, *one.silent_findings))
    deals = Counter(code for one in checked for code in _spoke(one))
    accepted = Counter(code for one in checked for code in _accepted(one))
    counts = [_count(code, found[code], deals[code], accepted[code], limits) for code in deals]
    return tuple(sorted(counts, key=lambda one: (-one.deals, -one.findings, one.code)))


def _spoke(one: Checked) -> set[str]:
    return {finding.code for finding in one.findings} | _accepted(one)


def _accepted(one: Checked) -> set[str]:
    return {finding.code for finding in one.silent_findings}


def _count(code: str, findings: int, deals: int, accepted: int, limits: BadRules | None) -> RuleCount:
    bad = limits is not None and deals >= limits.deals and accepted / deals > limits.share
    return RuleCount(code, findings, deals, accepted, bad)


def statistics_blocks(counts: Sequence[RuleCount], since: date | str | None) -> Iterator[Block]:
    """Show the counts, and say what to do about the rules that are bad ones; since a day or revision, if asked so."""
    if not counts:
        nothing = Say("check.statistics-none") if since is None else Say("check.statistics-none-new", {"since": since})
        yield Paragraph((Line(nothing),))
        return
    names = ("rule", "findings", "deals", "accepted", "meaning")
    columns = tuple(
        Column(Say(f"check.column-{name}"), right=name in {"findings", "deals", "accepted"}, wraps=name == "meaning")
        for name in names
    )
    yield Table(columns, tuple(map(_row, counts)))
    bad = [one for one in counts if one.bad]
    if bad:
        yield Paragraph(tuple(_bad(one) for one in bad))


def _row(one: RuleCount) -> tuple[Cell, ...]:
    code = Cell(one.code, tone="yellow" if one.bad else "plain")
    numbers = (Cell(number) for number in (one.findings, one.deals, one.accepted))
    return (code, *numbers, Cell(Say(f"rule.{one.code}")))


def _bad(one: RuleCount) -> Line:
    facts: dict[str, Fact] = {
        "code": one.code,
        "accepted": one.accepted,
        "deals": one.deals,
        "share": Percent(one.share),
    }
    return Line(Say("check.bad-rule", facts), tone="yellow", notes=(Say("check.bad-rule-clear", {"code": one.code}),))


def statistics_data(counts: Sequence[RuleCount]) -> list[dict[str, Any]]:
    """Give the counts to programs."""
    return [
        {
            "code": one.code,
            "findings": one.findings,
            "deals": one.deals,
            "accepted": one.accepted,
            "share": Percent(one.share),
            "bad": one.bad,
        }
        for one in counts
    ]
