"""Questions about people: where somebody stands, who sits in a chair, who tells us from inside."""

from __future__ import annotations

import re
from dataclasses import replace

from winsell.analysis.moment import Moment
from winsell.base.fact import Say
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
from winsell.reports.interview.naming import known_as, who_is_meant

ATTITUDES = ("mentor", "supporter", "neutral", "non-supporter", "enemy")
_EXTREMES = ("mentor", "enemy")
_CONTACTS = ("none", "occasional", "multiple", "deep")
_HOW = ("act", "said", "heard", "guess")
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff](?:\u603b|\u5de5|\u8001\u5e08)")
"""A family name with director, engineer or teacher behind it, as people are addressed."""
_NOBODY = Choice("0", "none", Say("ask.nobody-sits"), Say("ask.nobody-sits-hint"))


def attitude(asked: Asked) -> Interview:
    """Ask where somebody stands, how we know, and what shows it."""
    id_ = ".".join(asked.path)
    choices = (*of_words("attitude", ATTITUDES), STILL_UNKNOWN)
    value = yield Question(id_, asked.ask, choices, help=asked.help, heads=asked.heads)
    if value is None:
        return
    if value == UNKNOWN:
        yield (Told(asked.path, UNKNOWN),)
        return
    how = yield Question(f"{id_}.how", Say("ask.how"), of_words("how", _HOW), help=(Say("ask.help-how"),))
    why = yield from what_shows_it(id_, insist=value in _EXTREMES)
    source = None
    if how in ("act", "said"):
        source = asked.path[1]
    elif how == "heard":
        source = yield from who_told_us(asked.moment, id_)
    yield (Told(asked.path, value, said(why=why, source=source, how=how)),)


def meeting(asked: Asked) -> Interview:
    """Ask whether anybody of ours has met somebody; then, if so, where that person stands."""
    path = (*asked.path[:2], "contact")
    ask = Say("ask.met", {"person": asked.moment.person(asked.path[1])})
    choices = (*of_words("contact", _CONTACTS), STILL_UNKNOWN)
    contact = yield Question(".".join(path), ask, choices, help=asked.help, heads=True)
    if contact is None:
        return
    yield (Told(path, contact),)
    if contact not in ("none", UNKNOWN):
        yield from attitude(replace(asked, ask=Say("gap.person", ask.facts), heads=False))


def chair(asked: Asked) -> Interview:
    """Ask who sits in a chair: somebody of the deal, somebody new by post or alias, or nobody."""
    people = of_people(asked.moment)
    help_ = (*asked.help, Say("ask.help-chair"))
    question = Question(".".join(asked.path), asked.ask, (*people, _NOBODY), "text", help_, heads=True)
    answer = yield from who_is_meant(asked.moment, question)
    if answer is None:
        return
    id_, made = (str(answer), ()) if answer == _NOBODY.value else someone(asked.moment, str(answer))
    yield (*made, (yield from judged(asked.moment, asked.path, id_)))


def inside_source(asked: Asked) -> Interview:
    """Ask who tells us from inside, about what, and whether it proved true."""
    listed = asked.moment.deal.sources
    people = of_people(asked.moment, [one for one in asked.moment.people if one not in listed])
    question = Question(".".join(asked.path), asked.ask, people, "text", asked.help, heads=True)
    answer = yield from who_is_meant(asked.moment, question)
    if answer is None:
        return
    id_, made = someone(asked.moment, str(answer))
    scopes = of_words("scope", ("project", "competitors", "decision"))
    scope = yield Question(f"sources.{id_}.scope", Say("ask.scope"), scopes, "several")
    proved = yield Question(
        f"sources.{id_}.confirmed", Say("ask.proved"), (*of_words("answer", ("yes", "no")), STILL_UNKNOWN)
    )
    yield (*made, *_source(id_, scope, proved))


def _source(id_: str, scope: object, proved: object) -> tuple[Told, ...]:
    said_of = {"scope": list(scope) if isinstance(scope, tuple) else None, "confirmed": proved}
    told = tuple(Told(("sources", id_, key), value) for key, value in said_of.items() if value is not None)
    return told or (Told(("sources", id_, "confirmed"), UNKNOWN),)


def someone(moment: Moment, answer: str) -> tuple[str, tuple[Told, ...]]:
    """Return a person's id; of somebody who is not in the deal yet, with what makes the person."""
    (id_,), made = several(moment, (answer,))
    return id_, made


def several(moment: Moment, answers: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Told, ...]]:
    """Return the ids of several persons, with what makes those who are new."""
    ids: list[str] = []
    made: list[Told] = []
    new: dict[str, str] = {}
    for answer in answers:
        id_ = known_as(moment, answer) or new.get(answer.casefold())
        if id_ is None:
            id_ = free_id(answer, (*moment.dossier.people, *ids, *moment.deal.sources, "none"), "person")
            new[answer.casefold()] = id_
            made.append(Told(("people", id_), {_called(answer): answer}))
        ids.append(id_)
    return tuple(dict.fromkeys(ids)), tuple(made)


def _called(answer: str) -> str:
    """Tell what a new person is called by: a Chinese form of address such as 王总 or 李工 is a name, no post."""
    return "name" if _CHINESE_NAME.fullmatch(answer) else "title"


def who_of(moment: Moment, id_: str, ask: Say, *, help_: tuple[Say, ...] = (), heads: bool = False) -> Part:
    """Ask for several persons of the deal at once; nothing is asked where there is none."""
    people = of_people(moment)
    return (yield Question(id_, ask, people, "several", help_, heads=heads)) if people else None
