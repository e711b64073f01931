"""The win probability as blocks: the number with range and basis, and every step that leads there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.evidenced import gap_matters
from winsell.analysis.formula import Result
from winsell.base.block import Block, Gauge, Heading, Line, Paragraph, Tone
from winsell.base.fact import Fact, Percent, Points, Say, Term

_LEVEL_ORDER = ("relation", "fit", "price")


def headline(assessment: Assessment) -> Iterator[Block]:
    """Open with the number, or with the reason why there is none."""
    found = assessment.probability
    yield Heading(Say("probability.title"))
    yield Gauge(number_say(assessment), found.value, found.low, found.high, tone=_tone(assessment))
    notes = list(_notes(assessment))
    if notes:
        yield Paragraph(tuple(notes))


def number_say(assessment: Assessment) -> Say:
    """Say the number with its range and basis, or its status."""
    found = assessment.probability
    if found.status != "computed":
        outcome = assessment.moment.outcome
        return Say(f"probability.{found.status}", {"outcome": Term("outcome", outcome) if outcome else None})
    facts: dict[str, Fact] = {
        "value": _percent(found.value),
        "low": None if found.low is None else Points(100 * found.low),
        "high": None if found.high is None else Points(100 * found.high),
        "basis": basis_say(assessment),
    }
    shown = {round(100 * end) for end in (found.low, found.value, found.high) if end is not None}
    return Say("probability.computed" if len(shown) > 1 else "probability.sharp", facts)


def _percent(value: float | None) -> Percent | None:
    return None if value is None else Percent(value)


def basis_say(assessment: Assessment) -> Say:
    """Say how much of the comparison is known, and what is not."""
    found = assessment.probability
    unknown = tuple(_unknown(found.result)) if found.result else ()
    return Say(f"basis.{found.basis}", {"unknown": unknown})


def _unknown(result: Result) -> Iterator[Say]:
    unnamed = sum(rival.id is None for rival, _ in result.rivals)
    levels = [d for rival, _ in result.rivals if rival.id for d, level in rival.levels.items() if level is None]
    counted = Counter(levels)
    for dimension in _LEVEL_ORDER:
        if counted[dimension]:
            yield Say(f"basis.unknown-{dimension}", {"count": counted[dimension]})
    if unnamed:
        yield Say("basis.unnamed", {"count": unnamed})


def _tone(assessment: Assessment) -> Tone:
    value = assessment.probability.value
    if value is None:
        return "plain"
    if value >= assessment.moment.playbook.probability.even_from:
        return "green"
    return "yellow" if value > 0 else "red"


def _notes(assessment: Assessment) -> Iterator[Line]:
    found, evidenced = assessment.probability, assessment.evidenced
    gap = assessment.moment.playbook.probability.evidence_gap
    if found.value is not None and gap_matters(found.value, evidenced, gap):
        yield Line(Say(_evidence_code(found.value, evidenced), {"evidenced": _percent(evidenced)}), tone="yellow")
    if assessment.target is not None and found.status == "computed":
        yield Line(Say("probability.target", {"target": Percent(assessment.target)}))


def _evidence_code(value: float, evidenced: float | None) -> str:
    if evidenced is None:
        return "probability.no-evidence"
    return "probability.evidenced" if evidenced < value else "probability.more-evidenced"


def steps(assessment: Assessment) -> Paragraph:
    """Show each step of the number, so that it can be argued with."""
    return Paragraph(tuple(Line(step) for step in assessment.probability.steps))
