"""The win probability as blocks: the number with range and basis, and every step that leads there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping

from winsell.analysis.assessment import Assessment
from winsell.analysis.bearer import bearer
from winsell.analysis.evidenced import gap_matters, lacking
from winsell.analysis.formula import Result
from winsell.analysis.win_probability import WinProbability
from winsell.base.block import Block, Cell, Column, Gauge, Line, Paragraph, Table, Tone
from winsell.base.fact import Fact, Percent, Points, Say, Term
from winsell.base.rounding import whole

_LEVEL_ORDER = ("relation", "fit", "price")


def headline(assessment: Assessment) -> Iterator[Block]:
    """Open with the number, or with the reason why there is none."""
    found, said = assessment.probability, named_number(assessment, "probability.headline")
    yield Gauge(said, found.value, found.low, found.high, tone=_tone(assessment))
    notes = list(_notes(assessment))
    if notes:
        yield Paragraph(tuple(notes))


def named_number(assessment: Assessment, code: str) -> Say:
    """Say the number by the sentence that names it; once it is awarded or over, that alone."""
    said = number_say(assessment)
    return said if assessment.probability.status in ("awarded", "closed") else Say(code, {"number": said})


def number_say(assessment: Assessment) -> Say:
    """Say the number with its range and basis, or its status."""
    found = assessment.probability
    if found.status != "computed":
        outcome = assessment.moment.outcome
        return Say(f"probability.{found.status}", {"outcome": Term("outcome", outcome) if outcome else None})
    facts = {**_numbers(found), "basis": basis_say(assessment)}
    shown = {whole(100 * end) for end in (found.low, found.value, found.high) if end is not None}
    return Say("probability.computed" if len(shown) > 1 else "probability.sharp", facts)


def _numbers(found: WinProbability) -> dict[str, Fact]:
    return {
        "value": _percent(found.value),
        "low": None if found.low is None else Points(100 * found.low),
        "high": None if found.high is None else Points(100 * found.high),
    }


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
    if value >= assessment.moment.playbook.probability.even_from and not _held_down(assessment, value):
        return "green"
    return "yellow" if value > 0 else "red"


def _ends(facts: Mapping[str, Fact]) -> int:
    """Count the ends of a range that differ once they are rounded."""
    ends = (facts.get("low"), facts.get("high"))
    return len({whole(end.value) for end in ends if isinstance(end, Points)})


def _held_down(assessment: Assessment, value: float) -> bool:
    """Tell whether a ceiling that a lesson could lift is all that the number rests on."""
    caps = [step.facts.get("cap") for step in assessment.probability.steps if step.code != "step.ceiling-always"]
    return any(isinstance(cap, Percent) and math.isclose(cap.value, value) for cap in caps)


def _notes(assessment: Assessment) -> Iterator[Line]:
    found, evidenced = assessment.probability, assessment.evidenced
    gap = assessment.moment.playbook.probability.evidence_gap
    if found.value is not None and gap_matters(found.value, evidenced, gap):
        say = Say(_evidence_code(found.value, evidenced), {"evidenced": _percent(evidenced)})
        yield Line(say, tone="yellow", notes=(Say("probability.lacking", lacking(assessment.moment)),))
    yield from carried_line(assessment)
    if assessment.target is not None and found.status == "computed":
        yield Line(Say("probability.target", {"target": Percent(assessment.target)}))


def carried_line(assessment: Assessment) -> Iterator[Line]:
    """Say on whose word the number rests, if it is one person's: the range covers what is unknown, and not that."""
    voice, consistency = assessment.consistency.one_voice, assessment.consistency
    if voice is not None and assessment.probability.status == "computed":
        without = assessment.without_voice
        facts: dict[str, Fact] = {"person": assessment.moment.person(voice.source), "facts": voice.facts}
        facts |= {"all": consistency.facts, "without": _without(without) if without else None}
        yield Line(Say("probability.one-voice", facts), tone="yellow")
        return
    carried = bearer(assessment)
    if carried is not None:
        person = assessment.moment.person(carried.source)
        yield Line(Say("probability.rests-on", {"person": person, "without": _without(carried.without)}), tone="yellow")


def _without(found: WinProbability) -> Say:
    """Say what the number would be without the one voice: what rests on a single word is shown with its range."""
    if found.value is None:
        return Say("probability.no-number-without")
    return Say("probability.without", _numbers(found))


def _evidence_code(value: float, evidenced: float | None) -> str:
    if evidenced is None:
        return "probability.no-evidence"
    return "probability.evidenced" if evidenced < value else "probability.more-evidenced"


def steps(assessment: Assessment) -> Table:
    """Show each step with what it comes to, so that the number can be argued with."""
    columns = (Column(Say("column.none"), right=True), Column(Say("column.none"), wraps=True))
    return Table(columns, tuple(_step(step) for step in assessment.probability.steps))


def _step(step: Say) -> tuple[Cell, Cell]:
    """What a step comes to: a share, a ceiling, points; nothing won where we fail."""
    facts = step.facts
    if step.code == "step.our-relation-derived" and _ends(facts) == 1:
        step = Say("step.our-relation-sharp", facts)
    for name in ("value", "share"):
        if name in facts:
            return Cell(facts[name], "strong"), Cell(step)
    if "cap" in facts:
        return Cell(Say("step.at-most", {"cap": facts["cap"]}), "strong"), Cell(step)
    return Cell(facts["points"] if "points" in facts else Percent(0.0)), Cell(step)
