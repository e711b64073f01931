"""The four points as blocks: win signs, decision chain, win probability, project behaviour, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.behaviour import ElementState
from winsell.analysis.decision_chain import ChainNumbers, RivalChain
from winsell.analysis.standing import Standing
from winsell.analysis.urgency import chair_colour
from winsell.analysis.win_signs import SignCounts, SignState, WinSigns
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph, Tone
from winsell.base.fact import Fact, Named, Percent, Points, Ratio, Say, Term
from winsell.reports.capped import capped_table
from winsell.reports.learned import learned
from winsell.reports.probability import steps
from winsell.reports.subject import Subject

KEY_MARK = "*"
"""Behind the name of a key person; a sign that every terminal and every format can show."""


def four_points(subject: Subject, assessment: Assessment) -> Iterator[Block]:
    """Go through the four points, then ask whether they agree."""
    yield from _signs(assessment)
    yield from _chain(assessment)
    yield Heading(Say("point.probability"))
    yield steps(assessment) if assessment.probability.steps else _no_steps(assessment)
    yield from _behaviour(subject, assessment)
    yield from _agreement(assessment)


def _no_steps(assessment: Assessment) -> Paragraph:
    return Paragraph((Line(Say(f"no-steps.{assessment.probability.status}")),))


def _signs(assessment: Assessment) -> Iterator[Block]:
    signs = assessment.signs
    yield Heading(Say("point.signs"))
    yield Paragraph((_counted(assessment),))
    shown = [state for state in signs.signs if state.sign.polarity == "win" or state.colour == "red"]
    yield Paragraph(tuple(_sign(state, assessment) for state in shown))


def _counted(assessment: Assessment) -> Line:
    """Count the signs; while the project is suspended there is no share to be proud of."""
    signs = assessment.signs
    if assessment.probability.status == "suspended" and signs.looked:
        return Line(counted_signs(signs, "signs.counted"), "yellow", (Say("signs.suspended"),))
    return Line(counted_signs(signs, "signs.index", live=assessment.moment.outcome is None))


def counted_signs(signs: WinSigns, code: str, *, live: bool = True) -> Say:
    """Count the signs with the sentence of this code; with another where none is due or nobody has looked."""
    facts: dict[str, Fact] = {"present": signs.present, "partly": signs.partly, "due": signs.due}
    if signs.index is None:
        return Say("signs.none-due" if live else "signs.none-due-ended", facts)
    facts |= {"index": Percent(signs.index), "counts": _counts(signs.counts)}
    return Say(code if signs.looked else "signs.nobody-looked", facts)


def _counts(found: SignCounts) -> Say:
    """Tell the signs that are due from those that show early: one of these does not make up for one of those."""
    due: dict[str, Fact] = {"present": found.due_present, "partly": found.due_partly or None, "due": found.due}
    early: dict[str, Fact] = {"present": found.early_present, "partly": found.early_partly or None}
    said_due, said_early = Say("signs.due", due), Say(_early_code(found), early)
    if found.counted == found.due:
        return said_due
    return Say("signs.due-and-early" if found.due else "signs.only-early", {"due": said_due, "early": said_early})


def _early_code(found: SignCounts) -> str:
    return "signs.early" if found.early_present else "signs.early-partly"


def _sign(state: SignState, assessment: Assessment) -> Line:
    facts: dict[str, Fact] = {
        "sign": Named(state.id, label=state.sign.label),
        "status": Term("sign", state.entry.value or "unknown"),
        "on": state.entry.on,
        "rival": assessment.moment.competitor(state.at) if state.at else None,
        "stage": assessment.moment.stage_name(state.sign.due_from),
    }
    facts["early"] = facts["stage"] if state.shows and not state.due else None
    code = _losing_code(state) if state.sign.polarity == "lose" else _winning_code(state)
    ended = assessment.moment.outcome is not None
    fades = state.entry.value == "present" and state.colour == "yellow"
    tone: Tone = "green" if ended and fades else state.colour  # nobody asks any more whether it still holds
    return Line(Say(code, facts), tone=tone, notes=tuple(_sign_notes(state, assessment)))


def _losing_code(state: SignState) -> str:
    return "signs.lose-partly" if state.entry.value == "partly" else "signs.lose"


def _winning_code(state: SignState) -> str:
    """A sign that was seen at a competitor is there for them, not for us."""
    if state.at is not None:
        return "signs.elsewhere-partly" if state.entry.value == "partly" else "signs.elsewhere"
    if state.past and not state.fully_shows:
        return "signs.past"
    waits = not state.due and not state.shows and state.colour == "white"
    return "signs.waits" if waits else "signs.sign"


def _sign_notes(state: SignState, assessment: Assessment) -> Iterator[Fact]:
    """Ask whether it still holds, and say what the law allows while it still may be worked on."""
    moment = assessment.moment
    if moment.outcome is not None:
        return
    if state.answered_by is not None and not moment.tender_is_out:
        yield Say("signs.answer", {"answer": state.answered_by})
    if state.stale and state.at is None and not state.past:
        yield Say("signs.stale")
    caution = moment.caution(state.id)
    if caution is not None and not moment.tender_is_out:
        yield caution


def _chain(assessment: Assessment) -> Iterator[Block]:
    chain = assessment.chain
    yield Heading(Say("point.chain"))
    lines = [Line(_score(chain.numbers))]
    if chain.links:
        lines += [Line(_insight(assessment)), _map(assessment)]
    yield Paragraph(tuple(lines))
    if chain.people:
        yield from _people(assessment)
    colour = chair_colour(assessment.moment, assessment.lane)
    absent = [
        Line(Say("chain.empty-chair", {"chair": assessment.moment.chair(id_)}), colour) for id_ in chain.empty_chairs
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
    chain, moment = assessment.chain, assessment.moment
    found = chain.insight
    facts: dict[str, Fact] = {
        "known": found.known,
        "total": found.total,
        "rate": None if found.rate is None else Percent(found.rate),
        "weighted": None if found.weighted is None else Percent(found.weighted),
        "mark": KEY_MARK if chain.key else None,
        "heard": heard_say(assessment),
        "unknown": tuple(moment.person(one.id) for one in chain.key if not one.known),
        "chairs": Say("chain.empty-chairs", {"count": len(chain.empty_chairs)}) if chain.empty_chairs else None,
    }
    return Say("chain.insight", facts)


def heard_say(assessment: Assessment) -> Say | None:
    """Say of how many key persons we only heard where they stand; None if of nobody."""
    heard = assessment.chain.heard
    facts: dict[str, Fact] = {"count": len(heard), "teller": _one_teller(assessment, heard)}
    return Say("chain.heard-of", facts) if heard else None


def _one_teller(assessment: Assessment, heard: Iterable[Standing]) -> Fact:
    """Name whoever told us all of it; None if it was more than one, or nobody is named."""
    tellers = {one.teller for one in heard}
    return assessment.moment.teller(tellers.pop()) if len(tellers) == 1 else None


def _map(assessment: Assessment) -> Line:
    """Give the map's colour, why it is red, and whether it rests on hearsay."""
    chain = assessment.chain
    friends = chain.map_heard
    if chain.map_stoppers:
        stoppers = tuple(assessment.moment.person(one.id) for one in chain.map_stoppers)
        return Line(Say("chain.map-stopped", {"people": stoppers, "count": len(stoppers)}))
    if not friends:
        return Line(Say("chain.map", {"map": Term("map", chain.map)}))
    people = tuple(assessment.moment.person(one.id) for one in friends)
    facts: dict[str, Fact] = {"people": people, "teller": _one_teller(assessment, friends)}
    return Line(Say(f"chain.map-heard-{chain.map}", facts), "yellow")


def _people(assessment: Assessment) -> Iterator[Block]:
    """List the persons, the key ones first and marked: what is counted above is counted over them."""
    columns = ("person", "role", "contact", "attitude", "since", "why")
    ordered = sorted(assessment.chain.people, key=lambda one: not one.key)
    rows = tuple(_person(assessment, one) for one in ordered)
    yield from capped_table(tuple(Column(Say(f"column.{name}")) for name in columns), rows)


def _person(assessment: Assessment, one: Standing) -> tuple[Cell, ...]:
    person = assessment.moment.person(one.id)
    attitude = attitude_say(one)
    theirs = tuple(assessment.moment.competitor(id_) for id_ in _backed_by(assessment, one))
    if theirs:
        attitude = Say("chain.for-rival", {"attitude": attitude, "rivals": theirs})
    on: Fact = one.entry.on if one.entry.on is not None and one.entry.value else ""
    return (
        Cell(Say("chain.key-person", {"person": person, "mark": KEY_MARK}), "strong") if one.key else Cell(person),
        Cell(Term("role", one.person.role or "unknown")),
        Cell(Term("contact", one.contact or "unknown")),
        Cell(attitude, _attitude_tone(one)),
        Cell(on, "dim"),
        Cell(_why(assessment, one)),
    )


def _backed_by(assessment: Assessment, one: Standing) -> list[str]:
    """Return the competitors whom a person is known to speak for."""
    return [chain.competitor for chain in assessment.rival_chains if one.id in chain.friends]


def attitude_say(one: Standing) -> Fact:
    """Say where a person stands, marked where we only heard it or may not say that we know it."""
    attitude: Fact = Term("attitude", one.entry.value or "unknown")
    if one.heard:
        attitude = Say("chain.heard", {"attitude": attitude})
    if one.entry.value is not None and one.doubt is not None:
        attitude = Say("chain.doubtful", {"attitude": attitude, "doubt": Term("doubt", one.doubt)})
    return attitude


def _why(assessment: Assessment, one: Standing) -> Fact:
    why = one.entry.why or ""
    return Say("chain.why-heard", {"why": why, "teller": assessment.moment.teller(one.teller)}) if one.heard else why


def _attitude_tone(one: Standing) -> Tone:
    if one.against:
        return "red"
    if not one.known:
        return "yellow"
    if one.heard:
        return "plain"
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


def _behaviour(subject: Subject, assessment: Assessment) -> Iterator[Block]:
    behaviour = assessment.behaviour
    yield Heading(Say("point.behaviour"))
    lines = [Line(Say("behaviour.coverage", {"coverage": Percent(behaviour.coverage)}))]
    anchor = behaviour.anchor
    if anchor is not None:
        ratio: dict[str, Fact] = {"ratio": Ratio(anchor.low_ratio, anchor.high_ratio)}
        lines.append(Line(Say("behaviour.anchor-unlike" if anchor.unlike else "behaviour.anchor", ratio)))
    yield Paragraph(tuple(lines))
    yield Paragraph(tuple(_element(subject, assessment, state) for state in behaviour.elements))


def _element(subject: Subject, assessment: Assessment, state: ElementState) -> Line:
    """Say what we know of an element; what stands on file is told where nobody has judged it."""
    label = assessment.moment.playbook.behaviour[state.id].label
    facts: dict[str, Fact] = {
        "element": Named(state.id, label=label),
        "what": Say(assessment.moment.in_its_words(f"behaviour.{state.id}")),
        "knowledge": Term("knowledge", state.knowledge),
        "why": state.entry.why,
    }
    later = learned(subject, assessment) if state.id == "lessons" and state.entry.value is None else state.entry
    if later.value is not None and later is not state.entry:
        facts |= {"knowledge": Term("knowledge", later.value), "why": later.why, "on": later.on}
        return Line(Say("behaviour.element-later", facts), tone="green" if later.value == "known" else state.colour)
    if state.entry.value is None and state.on_file:
        return Line(Say("behaviour.element-on-file", facts), state.colour, tuple(_on_file(state)))
    return Line(Say("behaviour.element", facts), tone=state.colour)


def _on_file(state: ElementState) -> Iterator[Say]:
    """Name the past projects that tell of an element; of lessons, tell them."""
    for project in state.on_file:
        if state.id != "lessons":
            yield Say("behaviour.on-file", {"project": project.name})
            continue
        for lesson in project.lessons.values():
            facts: dict[str, Fact] = {"project": project.name, "because": lesson.because, "repeat": lesson.repeat}
            yield Say("behaviour.lesson", facts)


def _all_judged(assessment: Assessment) -> bool:
    """Tell whether each of the four points says anything at all."""
    silent = assessment.chain.numbers.thin or not assessment.signs.looked
    return not silent and assessment.behaviour.coverage > 0


def agreement(assessment: Assessment) -> Line:
    """Say whether the four points agree, and why not."""
    found = assessment.consistency
    code = {True: "agreement.agree", False: "agreement.disagree", None: "agreement.unknown"}[found.agree]
    if found.agree and found.reservations:
        code = "agreement.reserved"
    if found.agree and not _all_judged(assessment):
        code = "agreement.partly"
    doubted = found.agree is False or bool(found.reservations)
    return Line(Say(code), tone="yellow" if doubted else "plain", notes=(*found.reservations, *found.reasons))


def _agreement(assessment: Assessment) -> Iterator[Block]:
    found = assessment.consistency
    yield Heading(Say("point.agreement"))
    lines = [agreement(assessment)]
    if found.tellers and found.one_voice is None:
        lines.append(Line(_who_told(assessment)))
    yield Paragraph(tuple(lines))


def _who_told(assessment: Assessment) -> Say:
    """Name the two sources that told most, whether they are persons, partners or papers."""
    found, moment = assessment.consistency, assessment.moment
    most, *others = found.tellers
    facts: dict[str, Fact] = {"source": moment.teller(most.source), "facts": most.facts, "all": found.facts}
    if others and others[0].facts > 1:
        facts |= {"other": moment.teller(others[0].source), "more": others[0].facts}
    return Say("agreement.tellers", facts)
