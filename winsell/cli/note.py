"""`winsell note`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winsell.base.listed import listed
from winsell.cli.called import person_called
from winsell.cli.changing import day_on, need_text, refused, write
from winsell.cli.options import Ascii, DealName, Lang, On, People, Text
from winsell.cli.pasted import STDIN, pasted
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.edit.patch import Patch
    from winsell.store.load import Case


def note(
    deal: DealName, text: Text, on: On = None, people: People = None, lang: Lang = None, ascii_: Ascii = False
) -> int:
    """Write down what happened: with people of the customer as an activity, else as a dated line of the deal's note."""
    from winsell.deal.diary import dated
    from winsell.store.edit.patch import AddLine, Append

    path, day = which(deal), day_on(on)
    text = need_text(pasted() if text == STDIN else text, "NOTE")
    named = None if people is None else listed(people)
    if named == []:
        raise refused("empty-typed", option="--with")

    def choose(case: Case) -> tuple[Patch, ...]:
        if named is not None:
            ids = list(dict.fromkeys(person_called(case, one) or one for one in named))
            for one in ids:
                _refuse_unknown(one, tuple(case.dossier.people))
            return ((Append(("activities",), {"on": day.isoformat(), "with": ids, "what": text}),),)
        return ((AddLine(("note",), dated(day, text)),),)

    return write(path, choose, ("note", text), lang, ascii_=ascii_)


def _refuse_unknown(id_: str, known: tuple[str, ...]) -> None:
    """Refuse a person who is not in the deal: the id is rather mistyped than new."""
    if not known:
        raise refused("no-people", id=id_)
    if id_ not in known:
        raise refused("no-such-person", id=id_, allowed=known)
