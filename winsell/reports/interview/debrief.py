"""After a meeting: six questions, each of which may be skipped, in the order in which a memory works.

Who was there and what it was; what each said or did; what we learned; bad news; what the customer does next, and we.
A pasted note is gone through line by line instead, and of each line only what it belongs to is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from winsell.analysis.moment import Moment
from winsell.analysis.standing import attitude_entry
from winsell.base.fact import Fact, Named, Say, Term
from winsell.base.question import Answer, Choice, Interview, Part, Question, Told
from winsell.base.scalar import parse_day
from winsell.deal.free_id import free_id
from winsell.playbook.model import ElementId
from winsell.reports.interview.choices import of_people, of_words, said
from winsell.reports.interview.levels import how_much_of_it, joined
from winsell.reports.interview.naming import who_is_meant
from winsell.reports.interview.note_lines import matters_of
from winsell.reports.interview.people import ATTITUDES, several, who_of
from winsell.reports.interview.things import confirmed

QUESTIONS = 6
_DATE, _COMPETITOR = "date", "competitor"
_DECISION, _OTHER = "decision", "other"
_ELEMENTS: tuple[ElementId, ...] = ("money", "criteria")


@dataclass(slots=True)
class Meeting:
    """What was told so far: things made by earlier answers are known to the later ones."""

    as_it_is: Callable[[], Moment]
    """The deal as it is after what was saved last, so that whoever was just added has a name."""
    there: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()

    @property
    def moment(self) -> Moment:
        """The deal as it is now."""
        return self.as_it_is()

    @property
    def day(self) -> str:
        """The day of the meeting."""
        return self.moment.on.isoformat()

    @property
    def witness(self) -> str | None:
        """Who told us what was learned: known if one person was there."""
        return self.there[0] if len(self.there) == 1 else None


def debrief(as_it_is: Callable[[], Moment]) -> Interview:
    """Go through the six questions."""
    meeting = Meeting(as_it_is)
    yield from _who_was_there(meeting)
    yield from _what_each_showed(meeting)
    yield from _learned(meeting)
    yield from _bad_news(meeting)
    yield from _next(meeting, customer=True)
    yield from _next(meeting, customer=False)


def from_note(as_it_is: Callable[[], Moment], note: str) -> Interview:
    """Go through a pasted note: who was there, then of each line what it belongs to."""
    meeting, lines = Meeting(as_it_is), matters_of(note)
    yield from _who_was_there(meeting, lines)
    for at, line in enumerate(lines):
        rest = len(lines) - at - 1
        if (yield from _belongs(meeting, f"line-{sha256(line.encode()).hexdigest()[:12]}", line, rest)):
            return


def _who_was_there(meeting: Meeting, lines: Sequence[str] = ()) -> Interview:
    moment = meeting.moment
    named = tuple(id_ for id_ in moment.people if _is_named(moment, id_, lines))
    skip = Say("ask.skips-named", {"people": tuple(moment.person(id_) for id_ in named)}) if named else None
    people = yield from who_is_meant(moment, Question(
        "met.who", Say("met.who"), of_people(moment), "names", (Say("met.help-who"),), skip or Say("ask.skips-nobody"),
        heads=True, may_be_none=not named,
    ))  # fmt: skip
    made: tuple[Told, ...] = ()
    meeting.there = named
    if isinstance(people, tuple):
        meeting.there, made = several(moment, people)
    what: Answer = " / ".join(lines)
    if not lines:
        what = yield Question("met.what", Say("met.what"), takes="text", help=(Say("met.help-what"),))
    if what is None and not meeting.there:
        return
    activity = {"on": meeting.day, "with": list(meeting.there), "what": what or Say("met.meeting")}
    yield (*made, Told(("activities",), activity))


def _is_named(moment: Moment, id_: str, lines: Sequence[str]) -> bool:
    """Tell whether a note speaks of a person: by id, alias or post."""
    person = moment.dossier.people[id_]
    names = [_words(one) for one in (id_, person.name, person.title) if one]
    return any(name in _words(line) for name in names for line in lines)


def _words(text: str) -> str:
    """Write a text so that `it-head` is found in `the IT head`."""
    return text.casefold().replace("-", " ")


def _what_each_showed(meeting: Meeting) -> Interview:
    for at, id_ in enumerate(meeting.there):
        yield from _showed(meeting, id_, None, heads=at == 0)


def _showed(meeting: Meeting, id_: str, text: str | None, *, heads: bool) -> Interview:
    """Ask what somebody said or did, and where that puts the person, before and now."""
    moment, place = meeting.moment, f"people.{id_}.attitude"
    name = moment.person(id_)
    if text is None:
        ask = Say("met.showed", {"person": name})
        text = yield Question(f"{place}.why", ask, takes="text", help=(Say("met.help-showed"),), heads=heads)  # type: ignore[assignment]
    if text is None:
        return
    before = _before(moment, id_)
    asked = Say("met.now", {"person": name, "before": Term("attitude", before or "unknown")})
    skip = Say("ask.skips-as-before") if before else Say("ask.skips")
    now = (yield Question(place, asked, of_words("attitude", ATTITUDES), skip=skip)) or before
    if now is None:
        yield _noted(Say("met.words-of", {"person": name, "text": text}))
        return
    how = yield Question(f"{place}.how", Say("met.how"), of_words("how", ("act", "said", "heard")))
    source = None if how == "heard" else id_
    earlier = moment.dossier.people[id_].attitude.at(moment.on) if id_ in moment.dossier.people else None
    if earlier is not None and earlier.on == moment.on and earlier.value == now:
        text, source = joined(earlier, text, source, moment.on), source or earlier.source
        how = how or (earlier.how if source == earlier.source else None)
    yield (Told(("people", id_, "attitude"), now, said(why=text, source=source, how=how)),)


def _before(moment: Moment, id_: str) -> str | None:
    person = moment.dossier.people.get(id_)
    return attitude_entry(person, moment.playbook.people, moment.on).value if person is not None else None


def _learned(meeting: Meeting) -> Interview:
    """Ask what we learned, one matter after the other, until there is nothing more."""
    heads, matters = True, tuple(_matters(meeting.moment))
    for count in range(1, 10):
        matter = yield Question(
            f"met.learned-{count}", Say("met.learned"), matters, help=(Say("met.help-learned"),),
            skip=Say("ask.skips-nothing"), heads=heads, may_be_none=True,
        )  # fmt: skip
        if matter is None:
            return
        heads = False
        yield from _matter(meeting, str(matter), None, f"met.learned-{count}")


def _matters(moment: Moment) -> Iterator[Choice]:
    """Offer what one may have learned something of."""
    kinds: list[tuple[str, Fact]] = [(one, Named(one, label=moment.playbook.behaviour[one].label)) for one in _ELEMENTS]
    kinds.append((_COMPETITOR, Say("met.a-competitor")))
    kinds.append((_DATE, Say("met.a-date")))
    yield from (Choice(str(at), kind, label) for at, (kind, label) in enumerate(kinds, 1))


def _matter(meeting: Meeting, matter: str, text: str | None, id_: str) -> Interview:
    if matter == _DATE:
        yield from _a_date(meeting, text, id_)
        return
    rival = None
    if matter == _COMPETITOR:
        rival, made = yield from _which_competitor(meeting, id_)
        if rival is None:
            return
        yield made
    if text is None:
        text = yield Question(f"{id_}.text", Say("met.learned-what"), takes="text")  # type: ignore[assignment]
    if text is None:
        return
    source = yield from _witness(meeting, id_)
    if rival is not None:
        yield (Told(("competitors", rival, "moves"), {"on": meeting.day, "what": text, **said(source=source)}),)
    else:
        yield ((yield from how_much_of_it(meeting.moment, ("behaviour", matter), text, source)),)


def _which_competitor(meeting: Meeting, id_: str) -> Part:
    moment = meeting.moment
    choices = tuple(Choice(str(at), one, moment.competitor(one)) for at, one in enumerate(moment.competitors, 1))
    name = yield Question(f"{id_}.rival", Say("met.which-competitor"), choices, "text")
    if name is None or name in moment.competitors:
        return name, ()
    new = free_id(str(name), (*moment.deal.competitors, "us"), "competitor")
    return new, (Told(("competitors", new), {"name": name, "since": meeting.day}),)


def _a_date(meeting: Meeting, text: str | None, id_: str) -> Interview:
    """Ask what happens on a day that we learned of: few of them are deadlines; what is another day is a note."""
    events = dict(confirmed(meeting.moment))
    labels: list[tuple[str, Fact, str]] = [*((one, name, "deadline") for one, name in events.items()),
                                           (_DECISION, Say("met.date-decision"), "decision")]  # fmt: skip
    if text is None:
        labels.append((_OTHER, Say("met.date-other"), "other"))
    choices = tuple(
        Choice(str(at), one, label, Say(f"met.date-{hint}-hint")) for at, (one, label, hint) in enumerate(labels, 1)
    )
    kind = yield Question(f"{id_}.event", Say("met.which-event"), choices, help=(Say("met.help-date"),))
    if kind == _OTHER:
        other = yield Question(f"{id_}.text", Say("met.date-what"), takes="text", skip=Say("ask.skips"))
        if other is not None:
            yield _noted(str(other))
        return
    ask = Say("met.which-day" if kind in events else "met.which-decision")
    day = None if kind is None else (yield from _day_to_come(meeting, id_, ask))
    if day is not None:
        source = yield from _witness(meeting, id_)
        path = ("events", str(kind), "deadline") if kind in events else (_DECISION,)
        yield (Told(path, day, said(why=text, source=source)),)


def _day_to_come(meeting: Meeting, id_: str, ask: Say, help_: tuple[Say, ...] = (), *, key: str = "day") -> Part:
    """Ask for a day; one that is over by the meeting is seldom the one that is asked for."""
    while True:
        day = yield Question(f"{id_}.{key}", ask, takes="day", help=help_)
        if day is None or parse_day(str(day), month_end=True) >= meeting.moment.on:
            return day
        choices = (Choice("y", "yes", Say("met.date-over-yes")), Choice("n", "no", Say("met.date-over-no")))
        over = Question(f"{id_}.over", Say("met.date-over", {"day": str(day)}), choices, skip=Say("ask.skips-again"))
        if (yield over) == "yes":
            return day


def _witness(meeting: Meeting, id_: str) -> Part:
    """Say who told us: the one who was there, else whoever is named."""
    if meeting.witness is not None:
        return meeting.witness
    choices = tuple(
        Choice(str(at), one, meeting.moment.person(one)) for at, one in enumerate(meeting.there, 1)
    ) or of_people(meeting.moment)
    return (yield Question(f"{id_}.source", Say("ask.who-told-us"), choices, "text", may_be_none=True))


def _bad_news(meeting: Meeting) -> Interview:
    text = yield Question(
        "met.bad-news", Say("met.bad-news"), takes="text", help=(Say("met.help-bad-news"),),
        skip=Say("ask.skips-none"), heads=True, may_be_none=True,
    )  # fmt: skip
    if text is not None:
        yield from _news(meeting, str(text), "met.bad-news")


def _news(meeting: Meeting, text: str, id_: str) -> Interview:
    """Keep bad news: as a change that makes what was judged before open again, or as a line of the note."""
    people = yield from who_of(meeting.moment, f"{id_}.touches", Say("met.touches"), help_=(Say("met.help-touches"),))
    touched = [one for one in people or () if one in meeting.moment.dossier.people]
    if touched:
        yield (Told(("changes",), {"on": meeting.day, "what": text, "touches": touched}),)
    else:
        yield _noted(text)


def _noted(text: str | Say) -> tuple[Told, ...]:
    """Keep a text where nothing else has a place for it: as a dated line of the deal's note."""
    return (Told(("note",), text),)


def _next(meeting: Meeting, *, customer: bool, text: str | None = None, id_: str | None = None) -> Interview:
    """Ask what is done next, and by when."""
    side = "customer" if customer else "us"
    place = id_ or f"met.next-{side}"
    if text is None:
        text = yield Question(  # type: ignore[assignment]
            place, Say(f"met.next-{side}"), takes="text", help=(Say(f"met.help-next-{side}"),), heads=True,
            skip=Say("ask.skips-none"), may_be_none=True,
        )  # fmt: skip
    if text is None:
        return
    due = yield from _day_to_come(meeting, place, Say("met.by-when"), (Say("ask.help-day"),), key="due")
    taken = (*meeting.moment.deal.actions, *meeting.actions)
    action = free_id(text, taken, "action")
    meeting.actions = (*meeting.actions, action)
    said_ = {"what": text, "customer": True if customer else None, "added": meeting.day, "due": due}
    yield (Told(("actions", action), {key: one for key, one in said_.items() if one is not None}),)


_Belonging = Generator[Question | tuple[Told, ...], Answer, bool]
_PERSON, _NEWS, _THEIRS, _OURS, _REST = "person", "news", "theirs", "ours", "rest"


def _belongs(meeting: Meeting, id_: str, line: str, rest: int) -> _Belonging:
    """Ask what a line of a note belongs to, and what that needs beside it; return whether nothing more is to be asked.

    What becomes no fact stays in the meeting's record.
    """
    answer = yield Question(
        id_, Say("met.belongs", {"line": line}), tuple(_belongings(meeting, rest)), help=(Say("met.help-belongs"),),
        skip=Say("ask.skips-record"), heads=True,
    )  # fmt: skip
    match str(answer).split(":") if answer is not None else []:
        case [kind, person] if kind == _PERSON:
            yield from _showed(meeting, person, line, heads=False)
        case [kind] if kind == _NEWS:
            yield from _news(meeting, line, id_)
        case [kind] if kind in (_THEIRS, _OURS):
            yield from _next(meeting, customer=kind == _THEIRS, text=line, id_=id_)
        case [matter] if matter != _REST:
            yield from _matter(meeting, matter, line, id_)
    return answer == _REST


def _belongings(meeting: Meeting, rest: int) -> Iterator[Choice]:
    """Offer what a line may belong to; while others follow, also that they are left alone."""
    labels: list[tuple[str, Fact]] = [
        *((f"{_PERSON}:{one}", meeting.moment.person(one)) for one in meeting.there),
        *((one.value, one.label) for one in _matters(meeting.moment) if one.value != _DATE),
        *((one, Say(f"met.belongs-{one}")) for one in (_NEWS, _THEIRS, _OURS)),
        (_DATE, Say("met.a-date")),
    ]
    yield from (Choice(str(at), value, label) for at, (value, label) in enumerate(labels, 1))
    if rest:
        yield Choice("r", _REST, Say("met.belongs-rest"), Say("met.belongs-rest-hint", {"count": rest}))
