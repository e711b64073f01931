"""What the playbook names: stages, questions, events, signs, chairs, strategies, tactics, each with its settings."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.base.fact import Fact, Named, Say, Term
from winsell.base.label import Label
from winsell.playbook.model import Chair, EventKind, Playbook, Sign, Strategy
from winsell.reports.explain.topic import Book, Kind, Path, Topic, source_of

_SECTIONS: tuple[tuple[Kind, str], ...] = (
    ("stage", "stages"),
    ("type", "types"),
    ("question", "questions"),
    ("match", "matches"),
    ("event", "events"),
    ("sign", "signs"),
    ("chair", "chairs"),
    ("element", "behaviour"),
    ("strategy", "strategies"),
    ("relation", "relation"),
    ("tactic", "tactics"),
)
KINDS_OF_ITEMS: tuple[Kind, ...] = tuple(kind for kind, _ in _SECTIONS)
_WORKS: dict[str, tuple[tuple[str, ...], bool]] = {
    "stage": (("five-step", "tas"), False),
    "question": (("five-step", "tas"), False),
    "match": (("five-step",), False),
    "event": (("five-step", "tas"), False),
    "sign": (("five-step", "tas"), True),
    "element": (("growth-path", "five-step"), True),
    "strategy": (("tas",), True),
    "relation": (("tas", "five-step"), True),
    "tactic": (("five-step", "field"), True),
}
"""Which works an item of the built-in playbook goes back to, and whether its numbers are ours."""
_LISTED: dict[str, Say] = {
    "stage": Say("explain.needs"),
    "strategy": Say("explain.tactics"),
    "relation": Say("explain.tactics"),
}
_TOLD = frozenset({"disengage", "develop", "defend", "frontal", "flanking", "fragment"})
"""The strategies of the built-in playbook, which the words floor knows."""
_AIMS = frozenset({"contain", "defend", "win-over", "motivate", "balance", "contact", "find-out"})
"""Its relation strategies."""


def item_topics(book: Book, builtin: str) -> Iterator[Topic]:
    """Yield everything that the playbook names; what another than the `builtin` one names, comes from there."""
    for kind, section in _SECTIONS:
        for id_ in getattr(book.playbook, section):
            yield _item(book, kind, (section, id_), builtin)


def item_paths(playbook: Playbook) -> set[Path]:
    """Return the places that are items and not keys."""
    return {(section, id_) for _, section in _SECTIONS for id_ in getattr(playbook, section)}


def _item(book: Book, kind: Kind, path: Path, builtin: str) -> Topic:
    section, id_ = path
    works, ours = _WORKS.get(kind, ((), True))
    items = tuple(_needs(book, id_) if kind == "stage" else _tactics(book, kind, id_))
    owner = book.owner((*path, "label")) if book.leaves((*path, "label")) else book.owner(path)
    source = source_of(works, ours=ours) if owner == builtin else Say("explain.source-playbook", {"playbook": owner})
    return Topic(
        f"{kind}.{id_}",
        kind,
        Named(id_, label=_label(book, path)),
        _meaning(book, kind, id_),
        (id_, f"{section}.{id_}"),
        details=tuple(_details(book, kind, id_)),
        listed=_LISTED.get(kind) if items else None,
        items=items,
        values=(path,),
        source=source,
        related=tuple(_related(kind)),
    )


def _label(book: Book, path: Path) -> Label:
    section, id_ = path
    item = getattr(book.playbook, section)[id_]
    label: Label = item if isinstance(item, Label) else item.label
    return label


def _meaning(book: Book, kind: Kind, id_: str) -> Fact:
    playbook = book.playbook
    match kind:
        case "stage":
            return _stage(book, id_)
        case "question" | "element":
            return Say(f"level.{kind}.{id_}")
        case "event":
            return Say(f"explain.event-{playbook.events[id_].strength}")
        case "sign":
            return Say(f"explain.sign-{playbook.signs[id_].polarity}")
        case "chair":
            return Say("explain.chair", {"stage": book.stage(playbook.chairs[id_].due_from)})
        case _:
            return _meaning_of_choice(playbook, kind, id_)


def _meaning_of_choice(playbook: Playbook, kind: Kind, id_: str) -> Fact:
    """Say what something is that a seller chooses or answers."""
    match kind:
        case "type":
            asked = playbook.types[id_].questions
            questions = tuple(
                Named(one, label=it.label) for one, it in playbook.questions.items() if one in (asked or ())
            )
            return Say("explain.type", {"questions": questions}) if questions else Say("explain.type-all")
        case "strategy":
            strategy = Named(id_, label=playbook.strategies[id_].label)
            return Say(f"strategy.{id_}") if id_ in _TOLD else Say("explain.strategy", {"strategy": strategy})
        case "relation":
            return _state(playbook.relation[id_].state)
        case "tactic":
            return Say("explain.tactic", {"tactic": Named(id_, label=playbook.tactics[id_])})
        case _:
            return Say("explain.match")


def _stage(book: Book, id_: str) -> Say:
    order = list(book.playbook.stages)
    at = order.index(id_)
    facts: dict[str, Fact] = {
        "number": at + 1,
        "count": len(order),
        "before": book.stage(order[at - 1]) if at else None,
        "after": book.stage(order[at + 1]) if at + 1 < len(order) else None,
    }
    return Say("explain.stage", facts)


def _state(state: str) -> Say:
    if state == "not-contacted":
        return Say("explain.relation-contact")
    if state in ("unknown", "heard"):
        return Say(f"explain.relation-{state}")
    return Say("explain.relation", {"state": Term("attitude", state)})


def _details(book: Book, kind: Kind, id_: str) -> Iterator[Fact]:
    playbook = book.playbook
    match kind:
        case "stage":
            yield from _of_stage(book, id_)
        case "question":
            yield Say("explain.question-due", {"stage": book.stage(playbook.questions[id_].due_from)})  # type: ignore[index]
        case "event":
            yield from _of_event(playbook.events[id_])
        case "sign":
            yield from _of_sign(book, playbook.signs[id_])
        case "chair":
            yield from _of_chair(playbook.chairs[id_])
        case "element":
            element = playbook.behaviour[id_]  # type: ignore[index]
            facts = {"stage": book.stage(element.due_from), "critical": book.stage(element.critical_from)}
            yield Say("explain.element-due", facts)
        case "strategy":
            yield from _of_strategy(playbook, id_, playbook.strategies[id_])
        case "relation" if id_ in _AIMS:
            yield Say(f"aim.{id_}")
        case "tactic":
            yield from _of_tactic(playbook, id_)
        case _:
            pass
    yield from _cautions(playbook, id_)


def _of_stage(book: Book, id_: str) -> Iterator[Fact]:
    stage = book.playbook.stages[id_]
    if stage.note is not None:
        yield Say("explain.note", {"note": Named("note", label=stage.note)})


def _needs(book: Book, id_: str) -> Iterator[Fact]:
    needs = book.playbook.stages[id_].needs
    yield from (Say(f"gap.{one}") if one in _WHOLE_QUESTIONS else Say(f"level.need.{one}") for one in needs)


_WHOLE_QUESTIONS = frozenset(
    {"matches", "strong-event", "event-deadline", "inside-source", "competitors", "value-rows", "veto-holders"}
    | {"strategy", "money", "criteria", "signs", "prices", "lessons"}
)
"""Needs whose question names nothing of a deal."""


def _of_event(event: EventKind) -> Iterator[Fact]:
    yield Say(f"explain.event-{event.nature}")


def _of_sign(book: Book, sign: Sign) -> Iterator[Fact]:
    if sign.due_from is not None:
        yield Say("explain.sign-due", {"stage": book.stage(sign.due_from), "late": book.stage(sign.late_after)})
    if sign.stale_after_days is not None:
        yield Say("explain.sign-days", {"days": sign.stale_after_days})
    if sign.answer is not None:
        yield Say("explain.sign-answer", {"answer": Named("answer", label=sign.answer)})


def _of_chair(chair: Chair) -> Iterator[Fact]:
    if chair.role is not None:
        yield Say("explain.chair-role", {"role": Term("role", chair.role)})
    if chair.function is not None:
        yield Say("explain.chair-function", {"department": Term("function", chair.function)})


def _of_strategy(playbook: Playbook, id_: str, strategy: Strategy) -> Iterator[Fact]:
    for row in playbook.strategy_rows:
        if row.strategy == id_:
            for alternative in row.when:
                conditions: tuple[Fact, ...] = tuple(Say(f"if.{one}") for one in alternative)
                yield Say("explain.strategy-when", {"conditions": conditions})
    if strategy.expect is not None:
        yield Say("explain.strategy-expect", {"expect": Named("expect", label=strategy.expect)})
    if strategy.answer is not None:
        yield Say("explain.strategy-answer", {"answer": Named("answer", label=strategy.answer)})


def _of_tactic(playbook: Playbook, id_: str) -> Iterator[Fact]:
    of_deals = [Named(one, label=item.label) for one, item in playbook.strategies.items() if id_ in item.tactics]
    of_people = [Named(one, label=item.label) for one, item in playbook.relation.items() if id_ in item.tactics]
    if of_deals or of_people:
        yield Say("explain.tactic-of", {"strategies": (*of_deals, *of_people)})


def _cautions(playbook: Playbook, id_: str) -> Iterator[Fact]:
    for caution in playbook.cautions.values():
        if id_ in caution.items:
            yield Say("explain.caution", {"text": Named("caution", label=caution.text)})


def _tactics(book: Book, kind: Kind, id_: str) -> Iterator[Fact]:
    playbook = book.playbook
    ids: tuple[str, ...] = ()
    if kind == "strategy":
        ids = playbook.strategies[id_].tactics
    elif kind == "relation":
        ids = playbook.relation[id_].tactics
    yield from (Named(one, label=playbook.tactics.get(one)) for one in ids)


def _related(kind: Kind) -> Iterator[str]:
    of = {
        "stage": "stage",
        "type": "grade",
        "question": "screening",
        "match": "screening",
        "event": "compelling-event",
        "sign": "win-sign",
        "chair": "chair",
        "element": "project-behaviour",
        "strategy": "competitive-strategy",
        "relation": "relation-strategy",
        "tactic": "tactic",
    }
    yield of[kind]
