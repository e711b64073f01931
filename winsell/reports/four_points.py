"""The four points as blocks: win signs, decision chain, win probability, project behaviour, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.behaviour import ElementState
from winsell.analysis.decision_chain import ChainNumbers, RivalChain
from winsell.analysis.standing import Standing
from winsell.analysis.win_signs import SignState, WinSigns
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph, Table, Tone
from winsell.base.fact import Fact, Named, Percent, Points, Ratio, Say, Term
from winsell.reports.probability import steps


def four_points(assessment: Assessment) -> Iterator[Block]:
    """Go through the four points, then ask whether they agree."""
    yield from _signs(assessment)
    yield from _chain(assessment)
    yield Heading(Say("point.probability"))
    yield steps(assessment) if assessment.probability.steps else _no_steps(assessment)
    yield from _behaviour(assessment)
    yield from _agreement(assessment)


def _no_steps(assessment: Assessment) -> Paragraph:
    return Paragraph((Line(Say(f"no-steps.{assessment.probability.status}")),))


def _signs(assessment: Assessment) -> Iterator[Block]:
    signs = assessment.signs
    yield Heading(Say("point.signs"))
    yield Paragraph((Line(counted_signs(signs, "signs.index")),))
    shown = [state for state in signs.signs if state.sign.polarity == "win" or state.colour == "red"]
    yield Paragraph(tuple(_sign(state, assessment) for state in shown))


def counted_signs(signs: WinSigns, code: str) -> Say:
    """Count the signs with the sentence of this code; with another where none is due or nobody has looked."""
    facts: dict[str, Fact] = {"present": signs.present, "partly": signs.partly, "due": signs.due}
    if signs.index is None:
        return Say("signs.none-due", facts)
    return Say(code if signs.looked else "signs.nobody-looked", {**facts, "index": Percent(signs.index)})


def _sign(state: SignState, assessment: Assessment) -> Line:
    facts: dict[str, Fact] = {
        "sign": Named(state.id, label=state.sign.label),
        "status": Term("sign", state.entry.value or "unknown"),
        "on": state.entry.on,
        "rival": assessment.moment.competitor(state.at) if state.at else None,
        "stage": assessment.moment.stage_name(state.sign.due_from),
    }
    waits = not state.due and not state.shows and state.colour == "white"
    lose = "signs.lose-partly" if state.entry.value == "partly" else "signs.lose"
    code = lose if state.sign.polarity == "lose" else "signs.waits" if waits else "signs.sign"
    caution = assessment.moment.caution(state.id)
    seen_there = state.sign.polarity == "win" and facts["rival"] is not None
    notes: tuple[Fact, ...] = (Say("signs.seen-there", {"rival": facts["rival"]}),) if seen_there else ()
    notes += (Say("signs.stale"),) if state.stale and not seen_there else ()
    notes += (caution,) if caution is not None else ()
    return Line(Say(code, facts), tone=state.colour, notes=notes)


def _chain(assessment: Assessment) -> Iterator[Block]:
    chain = assessment.chain
    yield Heading(Say("point.chain"))
    lines = [
        Line(_score(chain.numbers)),
        Line(_insight(assessment)),
        Line(Say("chain.map", {"map": Term("map", chain.map)})),
    ]
    yield Paragraph(tuple(lines))
    if chain.people:
        yield _people(assessment)
    absent = [
        Line(Say("chain.empty-chair", {"chair": assessment.moment.chair(id_)}), "red") for id_ in chain.empty_chairs
    ]
    if absent:
        yield Paragraph(tuple(absent))
    rivals = [Line(_rival(assessment, rival)) for rival in assessment.rival_chains]
    if rivals:
        yield Paragraph(tuple(rivals))


def _score(numbers: ChainNumbers) -> Say:
    if numbers.score is None or numbers.low is None or numbers.high is None:
        return Say("chain.nobody")
    facts: dict[str, Fact] = {
        "score": Points(numbers.score, signed=True),
        "low": Points(numbers.low, signed=True),
        "high": Points(numbers.high, signed=True),
    }
    if numbers.thin:
        return Say("chain.thin", facts)
    return Say("chain.score" if numbers.high - numbers.low >= 1 else "chain.sharp", facts)


def _insight(assessment: Assessment) -> Say:
    found = assessment.chain.insight
    if found.rate is None:
        return Say("chain.no-insight")
    unknown = tuple(assessment.moment.person(one.id) for one in assessment.chain.key if not one.known)
    facts: dict[str, Fact] = {
        "known": found.known,
        "total": found.total,
        "rate": Percent(found.rate),
        "weighted": None if found.weighted is None else Percent(found.weighted),
        "unknown": unknown,
    }
    return Say("chain.insight", facts)


def _people(assessment: Assessment) -> Table:
    columns = ("person", "role", "contact", "attitude", "since", "why")
    rows = tuple(_person(assessment, one) for one in assessment.chain.people)
    return Table(tuple(Column(Say(f"column.{name}")) for name in columns), rows)


def _person(assessment: Assessment, one: Standing) -> tuple[Cell, ...]:
    attitude: Fact = Term("attitude", one.entry.value or "unknown")
    if one.entry.value is not None and one.doubt is not None:
        attitude = Say("chain.doubtful", {"attitude": attitude, "doubt": Term("doubt", one.doubt)})
    on: Fact = one.entry.on if one.entry.on is not None and one.entry.value else ""
    return (
        Cell(assessment.moment.person(one.id), "strong" if one.key else "plain"),
        Cell(Term("role", one.person.role or "unknown")),
        Cell(Term("contact", one.contact or "unknown")),
        Cell(attitude, _attitude_tone(one)),
        Cell(on, "dim"),
        Cell(one.entry.why or ""),
    )


def _attitude_tone(one: Standing) -> Tone:
    if one.against:
        return "red"
    if not one.known:
        return "yellow"
    return "green" if one.supportive else "plain"


def _rival(assessment: Assessment, rival: RivalChain) -> Say:
    facts: dict[str, Fact] = {
        "rival": assessment.moment.competitor(rival.competitor),
        "score": _score(rival.numbers),
        "known": rival.insight.known,
        "total": rival.insight.total,
        "friends": tuple(assessment.moment.person(id_) for id_ in rival.friends),
    }
    return Say("chain.rival", facts)


def _behaviour(assessment: Assessment) -> Iterator[Block]:
    behaviour = assessment.behaviour
    yield Heading(Say("point.behaviour"))
    lines = [Line(Say("behaviour.coverage", {"coverage": Percent(behaviour.coverage)}))]
    anchor = behaviour.anchor
    if anchor is not None:
        ratios: dict[str, Fact] = {"low": Ratio(anchor.low_ratio), "high": Ratio(anchor.high_ratio)}
        lines.append(Line(Say("behaviour.anchor-unlike" if anchor.unlike else "behaviour.anchor", ratios)))
    yield Paragraph(tuple(lines))
    yield Paragraph(tuple(_element(assessment, state) for state in behaviour.elements))


def _element(assessment: Assessment, state: ElementState) -> Line:
    label = assessment.moment.playbook.behaviour[state.id].label
    facts: dict[str, Fact] = {
        "element": Named(state.id, label=label),
        "what": Say(f"behaviour.{state.id}"),
        "knowledge": Term("knowledge", state.knowledge),
        "why": state.entry.why,
    }
    return Line(Say("behaviour.element", facts), tone=state.colour)


def _all_judged(assessment: Assessment) -> bool:
    """Tell whether each of the four points says anything at all."""
    silent = assessment.chain.numbers.thin or assessment.signs.index is None
    return not silent and assessment.behaviour.coverage > 0


def _agreement(assessment: Assessment) -> Iterator[Block]:
    found = assessment.consistency
    yield Heading(Say("point.agreement"))
    code = {True: "agreement.agree", False: "agreement.disagree", None: "agreement.unknown"}[found.agree]
    if found.agree and found.reservations:
        code = "agreement.reserved"
    if found.agree and not _all_judged(assessment):
        code = "agreement.partly"
    doubted = found.agree is False or bool(found.reservations)
    lines = [Line(Say(code), tone="yellow" if doubted else "plain", notes=(*found.reservations, *found.reasons))]
    loudest = found.loudest
    if loudest is not None:
        facts: dict[str, Fact] = {
            "person": assessment.moment.person(loudest.source),
            "facts": loudest.facts,
            "all": found.facts,
        }
        lines.append(Line(Say("agreement.tellers", facts)))
    yield Paragraph(tuple(lines))
