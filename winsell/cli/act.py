"""`winsell act add`, `winsell act done` and `winsell act drop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from winsell.cli.changing import day_on, entry_beside, need_text, refused, write
from winsell.cli.help import HelpfulCommand, HelpfulGroup
from winsell.cli.options import (
    ActionId,
    Ascii,
    Customer,
    DealName,
    Due,
    Effect,
    For,
    Lang,
    NewId,
    On,
    Owner,
    Result,
    Tactic,
    What,
    Why,
)
from winsell.cli.which import which

if TYPE_CHECKING:
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

    path, added, what = which(deal), day_on(on).isoformat(), need_text(what, "WHAT")
    due_day = None if due is None else (day_on(due).isoformat() if due == "today" else due)
    said = {
        "for": for_,
        "what": what,
        "why": why,
        "tactic": tactic,
        "owner": owner,
        "customer": True if customer else None,
        "added": added,
        "due": due_day,
    }
    action = {key: value for key, value in said.items() if value is not None}

    def choose(case: Case) -> tuple[Patch, ...]:
        taken = case.dossier.deal.actions
        if for_ is not None and for_.partition(".")[0] not in _places():
            raise refused("for-no-place", value=for_)
        if id_ in taken:
            raise refused("action-taken", id=str(id_))
        return ((Put(("actions", id_ or free_id(what, taken, "action")), action),),)

    return write(path, choose, ("act", "add", what), lang, ascii_=ascii_)


@act_app.command(name="done", cls=HelpfulCommand, help="help.act-done")
def done(
    deal: DealName,
    action: ActionId,
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
    where = ("actions", action)
    if why is not None and effect is None:
        raise refused("why-without-effect")

    def choose(case: Case) -> tuple[Patch, ...]:
        known = _known(case, action)
        edits: list[Edit] = [] if known.done and on is None else [Put((*where, "done"), day.isoformat())]
        if effect is not None:
            edits.append(Record((*where, "effect"), day, entry_beside(case, (*where, "effect"), day, effect, why=why)))
        if result is not None:
            edits.append(Put((*where, "result"), result))
        return (tuple(edits),)

    return write(path, choose, ("act", "done", action), lang, ascii_=ascii_)


@act_app.command(name="drop", cls=HelpfulCommand, help="help.act-drop")
def drop(
    deal: DealName, action: ActionId, on: On = None, why: Why = None, lang: Lang = None, ascii_: Ascii = False
) -> int:
    """Say that an action will not be done, and why."""
    from winsell.store.edit.patch import Put

    path, day = which(deal), day_on(on)

    def choose(case: Case) -> tuple[Patch, ...]:
        if _known(case, action).done:
            raise refused("action-done", id=action)
        edits: list[Edit] = [Put(("actions", action, "dropped"), day.isoformat())]
        if why is not None:
            edits.append(Put(("actions", action, "result"), why))
        return (tuple(edits),)

    return write(path, choose, ("act", "drop", action), lang, ascii_=ascii_)


def _places() -> tuple[str, ...]:
    """Name the sections of a deal that an action may be for."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at, keys_of

    return keys_of(field_at(Deal, ()))


def _known(case: Case, id_: str) -> Action:
    """Return an action of the deal; WinsellError with those that there are."""
    actions = case.dossier.deal.actions
    if id_ not in actions:
        raise refused("no-such-action" if actions else "no-actions", id=id_, allowed=tuple(actions))
    return actions[id_]
