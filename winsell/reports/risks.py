"""Deal risks as lines: the fact, the question to ask, what clears it; why it loses deals is there for the asking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from shlex import quote
from typing import Literal

from winsell.analysis.assessment import Assessment
from winsell.base.block import Block, Line, Paragraph, Tone
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding, Severity
from winsell.reports.page import Matter, Page

TONES: dict[Severity, Tone] = {"error": "red", "warning": "yellow", "hint": "white"}


NoRisks = Literal["no-risks", "no-risks-bidding", "no-risks-ended", "no-risks-yet"]
"""What it means that nothing was found."""


def no_risks(assessment: Assessment) -> NoRisks:
    """Tell what it means that nothing was found; it is no promise of a good end."""
    if assessment.moment.bidding_is_on:
        return "no-risks-bidding"
    if assessment.moment.outcome is not None:
        return "no-risks-ended"
    return "no-risks-yet" if assessment.screening.verdict == "hold" else "no-risks"


def risk_lines(matters: Iterable[Matter]) -> Iterator[Line]:
    """Make a line of each matter; its question, its way out and what else is found of it stand under it."""
    for matter in matters:
        one = matter.lead
        fact, _, ask, clear = parts(one)
        said = Say("risk.line", {"code": one.code, "fact": fact})
        notes = (Say("risk.ask", {"ask": ask}), Say("risk.clear", {"clear": clear}), *folded(matter))
        yield Line(said, tone=TONES[one.severity], notes=notes)


def folded(matter: Matter) -> Iterator[Say]:
    """Name the codes of the other findings about the same, and the ids that they speak of."""
    if matter.others:
        codes = tuple(Say("risk.also-code", {"code": code, "ids": ids}) for code, ids in matter.ids_by_code.items())
        yield Say("risk.also", {"count": len(matter.others), "codes": codes})


_PLAIN = re.compile(r"[\w@%+=:,./-]+")
"""What no shell takes for anything but itself; letters of every language are among it."""


def left_out(page: Page, path: str) -> Iterator[Block]:
    """Count what the page leaves out, and say how to see it."""
    if page.left_out:
        typed = path if _PLAIN.fullmatch(path) else quote(path)
        facts: dict[str, Fact] = {"count": page.left_out, "red": page.red_left_out, "path": typed}
        said = Say("risk.left-out-red" if page.red_left_out else "risk.left-out", facts)
        yield Paragraph((Line(said, tone="red" if page.red_left_out else "dim"),))


def parts(one: Finding) -> tuple[Say, Say, Say, Say]:
    """Return a finding's four sentences: the fact, why it loses deals, the question, what clears it."""
    case = one.facts.get("case")
    suffix = f".{case}" if case else ""
    fact, why, ask, clear = (Say(f"{one.code}.{part}{suffix}", one.facts) for part in ("fact", "why", "ask", "clear"))
    return fact, why, ask, clear


def in_general(code: str, top_ranks: int | None) -> tuple[Say, tuple[Say, ...]]:
    """Return a rule's sentences that are meant of no one deal: what it finds; why, what to ask, what clears it."""
    facts = anybody(top_ranks)
    why, ask, clear = (Say(f"{code}.{part}", facts) for part in ("why", "ask", "clear"))
    return Say(f"rule.{code}"), (why, Say("risk.ask", {"ask": ask}), Say("risk.clear", {"clear": clear}))


def anybody(top_ranks: int | None) -> dict[str, Fact]:
    """Fill the places of a sentence that is meant of no one deal."""
    return {
        "person": Say("explain.this-person"),
        "people": Say("explain.this-person"),
        "rival": Say("explain.this-competitor"),
        "rivals": Say("explain.this-competitor"),
        "level": Say("explain.that-number"),
        "top": top_ranks,
        "count": 1,
    }
