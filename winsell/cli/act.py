"""`winsell act add`, `winsell act move`, `winsell act done` and `winsell act drop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from winsell.cli.called import place_called
from winsell.cli.changing import day_on, day_until, entry_beside, need_text, refused, write
from winsell.cli.help import HelpfulCommand, HelpfulGroup
from winsell.cli.misuse import near
from winsell.cli.options import (
    ActionId,
    Ascii,
    Customer,
    DealName,
    Due,
    Effect,
    For,
    Lang,
    NewDue,
    NewId,
    On,
    Owner,
    Result,
    Tactic,
    What,
    Why,
    WhyLater,
)
from winsell.cli.today import today
from winsell.cli.which import which

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from winsell.base.problem import WinsellError
    from winsell.deal.deal import Action
    from winsell.store.edit.patch import Edit, Patch
    from winsell.store.load import Case

act_app = typer.Typer(add_completion=False, rich_markup_mode=None, cls=HelpfulGroup)


@act_app.callback()
def _act(lang: Lang = None) -> None:
    """Let a language stand before the command; it was read before the line is parsed."""


@act_app.command(name="add", cls=HelpfulCommand, help="help.act-add")
def add(
    deal: DealName,
    what: What,
    for_: For = None,
    due: Due = None,
    owner: Owner = None,
    customer: Customer = False,
    tactic: Tactic = None,
    why: Why = None,
    on: On = None,
    id_: NewId = None,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Add an action; its id is made of the words of it if none is given."""
    from winsell.deal.free_id import free_id
    from winsell.store.edit.patch import Put

    path, added, what = which(deal), day_on(on), need_text(what, "WHAT")
    said = {
        "what": what,
        "why": why,
        "tactic": tactic,
        "owner": owner,
        "customer": True if customer else None,
        "added": added.isoformat(),
        "due": None if due is None else _due(due, added),
    }
    action = {key: value for key, value in said.items() if value is not None}

    def choose(case: Case) -> tuple[Patch, ...]:
        taken = case.dossier.deal.actions
        if id_ in taken:
            raise refused("action-taken", id=str(id_))
        whole = action if for_ is None else {"for": place_called(case, for_), **action}
        return ((Put(("actions", id_ or free_id(what, taken, "action")), whole),),)

    return write(path, choose, ("act", "add", what), lang, ascii_=ascii_)


def _due(text: str, added: date) -> str:
    """Read the day by which an action is due; one before it was agreed is rather a year that was mistyped."""
    written, day = day_until(text)
    if day < added:
        raise refused("add-past", value=text, on=added.isoformat())
    return written


@act_app.command(name="move", cls=HelpfulCommand, help="help.act-move")
def move(
    deal: DealName, action: ActionId, due: NewDue, why: WhyLater = None, lang: Lang = None, ascii_: Ascii = False
) -> int:
    """Give an action another day; the one that it had is kept, if it is put off."""
    path, (written, day) = which(deal), day_until(due)
    if day < today():
        raise refused("move-past", value=due)

    def choose(case: Case) -> tuple[Patch, ...]:
        id_, known = _meant(case, action)
        if known.done or known.dropped:
            raise refused("move-ended", id=id_, what=known.what)
        if known.due == day:
            raise refused("move-same", id=id_, due=day.isoformat())
        return (_moved(case, id_, (written, day), why),)

    return write(path, choose, ("act", "move", action), lang, ascii_=ascii_)


def _moved(case: Case, id_: str, due: tuple[str, date], why: str | None) -> Patch:
    """Write the new day, and the old one as put off if it was earlier.

    What is moved twice on one day was due, before that day, on the first of its days; moved back there or before it, it
    is not put off at all.
    """
    from winsell.store.edit.meaning import at, is_history, key_of
    from winsell.store.edit.patch import Drop, Put, Record

    where, now, data = ("actions", id_), today(), case.document.data
    put_off, known = (*where, "put_off"), case.dossier.deal.actions[id_]
    history = at(data, put_off)
    key = key_of(history, now) if is_history(history) else now.isoformat()
    earlier = [one.value for one in known.put_off if one.on == now]
    due_before = earlier[0] if earlier else known.due
    edits: tuple[Edit, ...] = (Put((*where, "due"), due[0]),)
    if due_before is not None and due[1] > due_before:
        kept = at(data, (*put_off, key) if earlier else (*where, "due"))
        former = kept.get("is") if isinstance(kept, dict) else kept
        return (*edits, Record(put_off, now, entry_beside(case, put_off, now, former, why=why)))
    if why is not None:
        raise refused("why-not-put-off", id=id_)
    return (*edits, Drop(put_off if len(history) == 1 else (*put_off, key))) if earlier else edits


@act_app.command(name="done", cls=HelpfulCommand, help="help.act-done")
def done(
    deal: DealName,
    action: ActionId = "",
    on: On = None,
    effect: Effect = None,
    why: Why = None,
    result: Result = None,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Say that an action is done; whether it worked may be said then or later."""
    from winsell.store.edit.patch import Put, Record

    path, day = which(deal), day_on(on)
    if why is not None and effect is None:
        raise refused("why-without-effect")

    def choose(case: Case) -> tuple[Patch, ...]:
        id_, known = _meant(case, action)
        if known.dropped and not known.done:
            raise refused("action-dropped", id=id_, on=known.dropped.isoformat())
        where = ("actions", id_)
        edits: list[Edit] = [] if known.done and on is None else [Put((*where, "done"), day.isoformat())]
        if effect is not None:
            edits.append(Record((*where, "effect"), day, entry_beside(case, (*where, "effect"), day, effect, why=why)))
        if result is not None:
            edits.append(Put((*where, "result"), result))
        return (tuple(edits),)

    return write(path, choose, ("act", "done", action), lang, ascii_=ascii_)


@act_app.command(name="drop", cls=HelpfulCommand, help="help.act-drop")
def drop(
    deal: DealName, action: ActionId = "", on: On = None, why: Why = None, lang: Lang = None, ascii_: Ascii = False
) -> int:
    """Say that an action will not be done, and why."""
    from winsell.store.edit.patch import Put

    path, day = which(deal), day_on(on)

    def choose(case: Case) -> tuple[Patch, ...]:
        id_, known = _meant(case, action)
        if known.done:
            raise refused("action-done", id=id_)
        edits: list[Edit] = [] if known.dropped and on is None else [Put(("actions", id_, "dropped"), day.isoformat())]
        if why is not None:
            edits.append(Put(("actions", id_, "result"), why))
        return (tuple(edits),)

    return write(path, choose, ("act", "drop", action), lang, ascii_=ascii_)


def _meant(case: Case, text: str) -> tuple[str, Action]:
    """Return the action that is meant by its id, or by any part of that or of what is to be done.

    What is still open is meant first. WinsellError with the nearest if it is none, with all of them if several.
    """
    actions = case.dossier.deal.actions
    if text in actions:
        return text, actions[text]
    if not text.strip() and actions:
        raise refused("action-missing", actions=_listed(actions))
    folded = text.strip().casefold()
    called = {id_: one for id_, one in actions.items() if folded and _is_called(id_, one, folded)}
    still_open = {id_: one for id_, one in called.items() if one.done is None and one.dropped is None}
    found = still_open or called
    if len(found) > 1:
        raise refused("action-ambiguous", text=text, actions=_listed(found))
    if found:
        return next(iter(found.items()))
    raise _no_such_action(text, actions)


def _is_called(id_: str, action: Action, folded: str) -> bool:
    return folded in id_.casefold() or folded in action.what.casefold()


def _no_such_action(text: str, actions: Mapping[str, Action]) -> WinsellError:
    if not actions:
        return refused("no-actions", id=text)
    named = {name.casefold(): id_ for id_, one in actions.items() for name in (one.what, id_)}
    close = near(text.casefold(), named).get("nearest")
    known = {"nearest": _called(named[str(close)], actions)} if close else {}
    return refused("no-such-action", id=text, allowed=_listed(actions), **known)


def _listed(actions: Mapping[str, Action]) -> tuple[str, ...]:
    """Name actions by id and what they are: those that are still open, or all if none is."""
    still_open = [id_ for id_, one in actions.items() if one.done is None and one.dropped is None]
    return tuple(_called(id_, actions) for id_ in still_open or actions)


def _called(id_: str, actions: Mapping[str, Action]) -> str:
    from winsell.store.position import excerpt

    return f"{id_} ({excerpt(actions[id_].what)})"
