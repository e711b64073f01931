"""`winsell risk accept` and `winsell risk drop`."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from winsell.cli.changing import day_until, entry, refused, write
from winsell.cli.help import HelpfulCommand, HelpfulGroup
from winsell.cli.misuse import near
from winsell.cli.options import Ascii, By, Code, DealName, Lang, Reason, Until, Where
from winsell.cli.today import today
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.base.finding import Finding
    from winsell.base.finding import Where as Place
    from winsell.deal.deal import AcceptedRisk
    from winsell.store.edit.patch import Edit, Patch
    from winsell.store.load import Case

risk_app = typer.Typer(add_completion=False, rich_markup_mode=None, cls=HelpfulGroup)


@risk_app.callback()
def _risk(lang: Lang = None) -> None:
    """Let a language stand before the command; it was read before the line is parsed."""


@risk_app.command(name="accept", cls=HelpfulCommand, help="help.risk-accept")
def accept(
    deal: DealName,
    code: Code,
    reason: Reason,
    until: Until,
    where: Where = None,
    by: By = None,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Accept a risk that the deal has today, or put off the day until which it was accepted."""
    path, last, asked = which(deal), _last_day(until), _key(code, where)

    def choose(case: Case) -> tuple[Patch, ...]:
        _refuse_what_is_not_there(case, asked)
        known = case.dossier.deal.accepted.get(asked)
        return (_first(asked, reason, by, last) if known is None else _renewed(asked, known, (reason, by, last)),)

    return write(path, choose, ("risk", "accept", asked), lang, ascii_=ascii_)


@risk_app.command(name="drop", cls=HelpfulCommand, help="help.risk-drop")
def drop(deal: DealName, code: Code, where: Where = None, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Give up an acceptance: the risk speaks again; that it was accepted stays in the file."""
    from winsell.store.edit.patch import Put

    path, asked = which(deal), _key(code, where)

    def choose(case: Case) -> tuple[Patch, ...]:
        return ((Put(("accepted", _accepted_key(case, asked), "dropped"), today().isoformat()),),)

    return write(path, choose, ("risk", "drop", asked), lang, ascii_=ascii_)


def _key(code: str, where: str | None) -> str:
    """Return the key of an acceptance: the code in capitals, and the place if there is one."""
    head, dot, rest = code.strip().partition(".")
    return f"{head.upper()}{dot}{rest}" if where is None else f"{head.upper()}.{where.strip()}"


def _last_day(text: str) -> date:
    """Read the last day of an acceptance; a month is its last day. What has passed is refused."""
    _, day = day_until(text)
    if day < today():
        raise refused("until-past", value=text)
    return day


def _refuse_what_is_not_there(case: Case, asked: str) -> None:
    """Refuse a risk that the deal does not have today: nobody has looked at what is not there."""
    from winsell.analysis.acceptance import can_be_accepted, code_and_place, lies_at
    from winsell.rules.registry import rules

    code, place = code_and_place(asked)
    codes = tuple(rule.CODE for rule in rules())
    if code not in codes:
        facts = near(code, codes)
        raise refused(f"no-such-risk{'-near' if facts else ''}", risk=code, **facts)
    if not can_be_accepted(code):
        raise refused("risk-barred", risk=code)
    found = _found_today(case)
    own = [one for one in found if one.code == code]
    if not own:
        allowed = tuple(dict.fromkeys(one.code for one in found if can_be_accepted(one.code)))
        raise refused("risk-not-there" if allowed else "no-risk-there", risk=code, allowed=allowed)
    if not any(lies_at(one, place) for one in own):
        allowed = tuple(dict.fromkeys(".".join(shared) for one in own if (shared := _shared(one))))
        raise refused(
            "risk-elsewhere" if allowed else "risk-everywhere", risk=code, path=".".join(place), allowed=allowed
        )


def _shared(one: Finding) -> Place:
    """Return the place at which all lies that a finding is about; nothing if that is the whole deal."""
    together = zip(*(one.roots or (one.where,)), strict=False)
    return tuple(keys[0] for keys in takewhile(lambda keys: len(set(keys)) == 1, together))


def _found_today(case: Case) -> tuple[Finding, ...]:
    """Return all findings of the deal, the accepted ones too; WinsellError for a deal that has ended."""
    from winsell.analysis.assessment import assess
    from winsell.rules.registry import judge
    from winsell.store.playbooks import find_playbook, load_playbook

    deal = case.dossier.deal
    if deal.outcome.at(today()).value is not None:
        raise refused("risk-of-ended", path=case.path)
    playbook = load_playbook(find_playbook(None, Path(case.path).parent)).playbook
    judged = judge(assess(case.dossier, playbook, today()))
    return (*judged.open, *(finding for one in judged.accepted for finding in one.findings))


def _first(key: str, reason: str, by: str | None, last: date) -> Patch:
    from winsell.store.edit.patch import Put

    said = {"reason": reason, "by": by, "since": today().isoformat(), "until": last.isoformat()}
    return (Put(("accepted", key), {name: text for name, text in said.items() if text is not None}),)


def _renewed(key: str, known: AcceptedRisk, said: tuple[str, str | None, date]) -> Patch:
    """Write the new day below the earlier ones, so that the file itself knows how often it was put off."""
    from winsell.store.edit.patch import Drop, Put, Record

    reason, by, last = said
    at, now = ("accepted", key), known.until.at(today())
    edits: list[Edit] = [Drop((*at, "dropped"))] if known.dropped is not None else []
    if not edits and (now.value, now.why or known.reason) == (last, reason) and by in (None, now.by or known.by):
        return ()
    _refuse_second_today(key, known, reason, by)
    new = entry(last.isoformat(), why=reason, by=by)
    if now.value is None or (now.on is None and known.since == today()):
        stated = {"reason": reason, "by": by, "until": last.isoformat()}
        return (*edits, *(Put((*at, name), text) for name, text in stated.items() if text is not None))
    if now.on is None and known.since is not None:
        history = {known.since.isoformat(): now.value.isoformat(), today().isoformat(): new}
        return (*edits, Put((*at, "until"), history))
    return (*edits, Record((*at, "until"), today(), new))


def _refuse_second_today(key: str, known: AcceptedRisk, reason: str, by: str | None) -> None:
    """Refuse another reason or person on the day of the first: a day has one entry, and the first would be gone."""
    now = known.until.at(today())
    if (now.on or known.since) != today():
        return
    why, who = now.why or known.reason, now.by or known.by
    if why != reason or (who is not None and by not in (None, who)):
        until = "" if now.value is None else now.value.isoformat()
        raise refused("accepted-today", risk=key, by=who or "", until=until, reason=why)


def _accepted_key(case: Case, asked: str) -> str:
    """Return the key that is meant among those that are not dropped: itself, or the only one with the code."""
    known = tuple(key for key, one in case.dossier.deal.accepted.items() if one.dropped is None)
    meant = [key for key in known if key == asked] or [key for key in known if key.startswith(f"{asked}.")]
    if len(meant) != 1:
        raise refused("not-accepted" if known else "nothing-accepted", risk=asked, allowed=tuple(meant) or known)
    return meant[0]
