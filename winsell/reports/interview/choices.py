"""The answers that may be chosen, and the two questions that follow a judgement: what shows it, and who told us."""

from __future__ import annotations

from collections.abc import Iterable

from winsell.analysis.moment import Moment
from winsell.base.fact import Say, Term
from winsell.base.question import UNKNOWN, Answer, Choice, Part, Question, Told
from winsell.deal.dossier import NOBODY

STILL_UNKNOWN = Choice("u", UNKNOWN, Say("ask.still-unknown"), Say("ask.still-unknown-hint"))


def of_words(group: str, values: Iterable[str]) -> tuple[Choice, ...]:
    """Number the words of a closed set, each with how to recognise it."""
    return tuple(
        Choice(str(at), value, Term(group, value), Say(f"level.{group}.{value}")) for at, value in enumerate(values, 1)
    )


def of_anchors(group: str, anchors: Iterable[float]) -> tuple[Choice, ...]:
    """Offer the described points of a level; any number between them may be typed as well."""
    numbers = [str(int(one)) for one in anchors]
    return tuple(Choice(one, one, one, Say(f"level.{group}.{one}")) for one in numbers)


def of_people(moment: Moment, among: Iterable[str] | None = None) -> tuple[Choice, ...]:
    """Number the persons of the deal."""
    ids = moment.people if among is None else tuple(among)
    return tuple(Choice(str(at), id_, moment.person(id_)) for at, id_ in enumerate(ids, 1))


def what_shows_it(id_: str, *, insist: bool) -> Part:
    """Ask for the reason of a judgement; once more if the answer is an extreme one, which counts little without."""
    why = yield Question(f"{id_}.why", Say("ask.what-shows-it"), takes="text", help=(Say("ask.help-why"),))
    if why is None and insist:
        why = yield Question(f"{id_}.why-extreme", Say("ask.why-extreme"), takes="text", help=(Say("ask.help-why"),))
    return why


def who_told_us(moment: Moment, id_: str, ask: str = "ask.who-told-us") -> Part:
    """Ask for the source: a person of the customer, or what else it is from."""
    return (
        yield Question(
            f"{id_}.source",
            Say(ask),
            of_people(moment),
            takes="text",
            help=(Say("ask.help-source"),),
            may_be_none=True,
        )
    )


def said(**details: Answer) -> dict[str, str]:
    """Keep what was said beside a value."""
    return {key: str(text) for key, text in details.items() if text is not None}


def judged(moment: Moment, path: tuple[str, ...], value: object, *, insist: bool = False) -> Part:
    """Ask for reason and source of an answer, and put the three together."""
    id_ = ".".join(path)
    why = yield from what_shows_it(id_, insist=insist)
    source = yield from who_told_us(moment, id_)
    if source is None and (path[0], value) == ("chairs", NOBODY):
        source = yield from who_told_us(moment, f"{id_}.none", "ask.source-of-none")
    return Told(path, value, said(why=why, source=source))
