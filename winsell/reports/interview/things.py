"""Questions that make things of a deal: compelling events, competitors, what only we have."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.events import EventState, event_states
from winsell.analysis.moment import Moment
from winsell.base.fact import Named, Say, Term
from winsell.base.question import UNKNOWN, Choice, Interview, Part, Question, Told
from winsell.deal.free_id import free_id
from winsell.reports.interview.choices import (
    STILL_UNKNOWN,
    judged,
    of_people,
    of_words,
    said,
    what_shows_it,
    who_told_us,
)
from winsell.reports.interview.levels import Asked

_RIVALS = ("company", "incumbent", "in-house", "partner", "do-nothing")
_VALUES = ("solution", "resource", "relation", "business")
_HAS = ("no", "partly", "fully")
_STATUSES = ("confirmed", "denied", "on-hold", "stopped")


def compelling_event(asked: Asked) -> Interview:
    """Ask which kind of event makes the customer act; then what shows it, and who told us."""
    moment = asked.moment
    standing = {state.id for state in event_states(moment) if state.stands}
    kinds = [(id_, kind) for id_, kind in moment.playbook.events.items() if id_ not in standing]
    kinds.sort(key=lambda one: one[1].strength != "strong")
    choices = tuple(
        Choice(str(at), id_, Named(id_, label=kind.label), Say(f"ask.event-{kind.strength}"))
        for at, (id_, kind) in enumerate(kinds, 1)
    )
    id_ = yield Question("events", asked.ask, choices, help=(*asked.help, Say("ask.help-event")), heads=True)
    if id_ is not None:
        yield ((yield from judged(moment, ("events", str(id_), "status"), "confirmed")),)


def event_status(asked: Asked) -> Interview:
    """Ask how an event stands: who said it if it is confirmed, whether it goes on if it is on hold."""
    choices = (*of_words("event", _STATUSES), STILL_UNKNOWN)
    answer = yield Question(".".join(asked.path), asked.ask, choices, help=asked.help, heads=True)
    if answer == UNKNOWN:
        yield (Told(asked.path, UNKNOWN),)
    elif answer is not None:
        yield ((yield from judged(asked.moment, asked.path, answer)),)


def event_source(asked: Asked) -> Interview:
    """Ask who said that an event is so; the reason that it has stays with it."""
    id_, moment = ".".join(asked.path), asked.moment
    not_so = Choice("x", "denied", Term("event", "denied"), Say("level.event.denied"))
    source = yield Question(id_, asked.ask, (*of_people(moment), not_so), "text", asked.help, heads=True)
    if source == not_so.value:
        yield ((yield from judged(moment, asked.path, "denied")),)
    elif source is not None:
        before = moment.deal.events[asked.path[1]].status.at(moment.on)
        why = before.why or (yield from what_shows_it(id_, insist=False))
        yield (Told(asked.path, "confirmed", said(why=why, source=source)),)


def deadline(asked: Asked) -> Interview:
    """Ask by which day the customer must have it, and what happens if not."""
    id_ = asked.path[1]
    answer = yield Question(".".join(asked.path), asked.ask, (STILL_UNKNOWN,), "day", asked.help, heads=True)
    if answer is None:
        return
    if answer == UNKNOWN:
        yield (Told(asked.path, UNKNOWN),)
        return
    source = yield from who_told_us(asked.moment, ".".join(asked.path))
    what = None
    if asked.moment.deal.events[id_].consequence is None:
        what = yield Question(f"events.{id_}.consequence", Say("ask.consequence"), takes="text")
    consequence = () if what is None else (Told(("events", id_, "consequence"), what),)
    yield (Told(asked.path, answer, said(source=source)), *consequence)


def competitors(asked: Asked) -> Interview:
    """Ask for competitors by name, and of what kind each is."""
    moment = asked.moment
    files = [id_ for id_ in moment.dossier.competitor_files if id_ not in moment.deal.competitors]
    known = tuple(Choice(str(at), id_, moment.competitor(id_)) for at, id_ in enumerate(files, 1))
    names = yield Question("competitors", asked.ask, known, "names", asked.help, heads=True)
    taken = [*moment.deal.competitors, "us"]
    made: list[Told] = []
    for name in names if isinstance(names, tuple) else ():
        id_ = name if name in files else free_id(name, (*taken, *files), "competitor")
        if id_ not in taken:
            taken.append(id_)
            made.append((yield from _competitor(moment, id_, name)))
    if made:
        yield tuple(made)


def _competitor(moment: Moment, id_: str, name: str) -> Part:
    kind = yield Question(
        f"competitors.{id_}.kind", Say("ask.rival-kind", {"rival": name}), of_words("rival", _RIVALS),
        skip=Say("ask.skips-company"),
    )  # fmt: skip
    named = {} if id_ in moment.dossier.competitor_files else {"name": name}
    typed = {} if kind in (None, "company") else {"kind": kind}
    return Told(("competitors", id_), {**named, **typed, "since": moment.on.isoformat()})


def value_row(asked: Asked) -> Interview:
    """Ask what only we have, of what kind it is, for whom it matters, and whether competitors have it."""
    moment = asked.moment
    claim = yield Question("value", asked.ask, takes="text", help=(*asked.help, Say("ask.help-claim")), heads=True)
    if claim is None:
        return
    id_ = free_id(str(claim), moment.deal.value, "value")
    kind = yield Question(f"value.{id_}.kind", Say("ask.value-kind"), of_words("value", _VALUES),
                          skip=Say("ask.skips-solution"))  # fmt: skip
    row = {"claim": claim, "kind": kind or "solution"}
    have = dict((yield from _they_have(moment, id_)))
    yield (Told(("value", id_), {**row, **({"they_have": have} if have else {}), "since": moment.on.isoformat()}),)


def _they_have(moment: Moment, row: str) -> Part:
    """Ask of each competitor who takes a seat whether he has it too."""
    answers = []
    for id_, rival in moment.competitors.items():
        if rival.takes_seat:
            ask = Say("ask.they-have", {"rival": moment.competitor(id_)})
            choices = (*of_words("has", _HAS), STILL_UNKNOWN)
            has = yield Question(f"value.{row}.they_have.{id_}", ask, choices)
            answers.append((id_, has or UNKNOWN))
    return answers


def undated(moment: Moment) -> Iterator[str]:
    """Go through the confirmed events that have no deadline yet, the strong ones first."""
    states = [state for state in event_states(moment) if state.entry.value == "confirmed" and state.deadline is None]
    yield from (state.id for state in sorted(states, key=lambda state: not state.strong))


def confirmed(moment: Moment) -> Iterator[tuple[str, Named]]:
    """Go through the confirmed events, each with its name."""
    yield from ((state.id, state.name) for state in event_states(moment) if state.entry.value == "confirmed")


def halted(moment: Moment) -> Iterator[EventState]:
    """Go through the events that hold a suspended project."""
    yield from (state for state in event_states(moment) if state.entry.value in ("on-hold", "stopped"))
