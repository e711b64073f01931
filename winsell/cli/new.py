"""`winsell new`."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, takewhile
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from winsell.base.block import Line, Paragraph, Report
from winsell.base.exit_codes import DONE
from winsell.base.fact import Say
from winsell.base.problem import Problem, WinsellError
from winsell.cli.changing import day_on, need_text, refused
from winsell.cli.init import modeline
from winsell.cli.language import language
from winsell.cli.options import (
    Amount,
    Ascii,
    Currency,
    CustomerName,
    DealTitle,
    FromDeal,
    Lang,
    NewFile,
    On,
    Owner,
    Resume,
)
from winsell.cli.tell import Face, face_of, show
from winsell.cli.today import today
from winsell.cli.which import home, which
from winsell.deal.free_id import stem_of

if TYPE_CHECKING:
    from winsell.cli.kept import Keeper
    from winsell.playbook.model import Playbook
    from winsell.reports.interview.first import First
    from winsell.words.speak import Speaker

_UNKNOWN = "unknown"
_DRAFT = "new.yaml"
"""Whose answers are kept while there is no file yet."""
_OF_PLAYBOOK = "playbook"
"""A file of this name is taken for the method of all deals beside it."""
_OF_ONE_MACHINE = ".local"
"""A file with this before its suffix stays on one machine: nobody shares it."""
_OF_OTHERS = ("accounts", "competitors")
"""In these folders deals look for what else they are about."""
_LONGEST = 40
_OF_A_PERSON = ("name", "title", "function", "politics", "orientation", "reports_to")
"""What a person is in every deal of a customer."""
_LATER = ("events", "people", "competitors", "value")
"""The sections that the first stages ask for, in the file's order; what is not known of them is shown as a comment."""


def new(
    file: NewFile = None,
    deal: DealTitle = None,
    customer: CustomerName = None,
    owner: Owner = None,
    amount: Amount = None,
    currency: Currency = None,
    from_: FromDeal = None,
    on: On = None,
    resume: Resume = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Make a deal file, asking what is not given, and say its first verdict; never in place of a file."""
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    from winsell.analysis.screened import screened
    from winsell.cli.after_saving import after_saving
    from winsell.cli.examine import examine
    from winsell.deal.deal import Deal
    from winsell.reports.screen import screen_report
    from winsell.store.load import as_model
    from winsell.store.playbooks import find_playbook, load_playbook
    from winsell.store.save.create import create
    from winsell.store.yaml_reader import read_yaml
    from winsell.words.speak import Speaker

    day = None if on is None else day_on(on)
    for option, text in (("FILE", file), ("--deal", deal), ("--customer", customer), ("--owner", owner)):
        if text is not None:
            need_text(text, option)
    if file is not None or deal:
        _refuse_taken(_path(file, deal or ""))
    known = _taken_over(from_)
    if customer and known and customer.casefold() != str(known.get("customer")).casefold():
        raise refused("new-other-customer", customer=customer, known=str(known.get("customer")))
    said = known | {key: one for key, one in (("deal", deal), ("customer", customer), ("owner", owner)) if one}
    playbook = load_playbook(find_playbook(None, _folder(file))).playbook
    asked = _Asked(_draft(file), day, f"new {quote(file)}" if file else "new")
    answers = _interview(said, amount, playbook, face, asked, resume=resume)
    said |= answers.said
    path = _path(file, said["deal"])
    data = _data(said, answers.matches, currency, (asked.on or today()).isoformat(), playbook)
    raw = _text(path, data, Speaker(language(lang, playbook.language))).encode()
    document, problems = read_yaml(raw)
    if document is None:
        raise WinsellError(tuple(replace(problem, path=path) for problem in problems))
    as_model(path, document, Deal)  # what cannot be read again is never written
    with asked.kept_if_refused():
        if file is None and not stem_of(said["deal"], _LONGEST):
            _refuse_twice(path, said["deal"], said["customer"])
        create(path, raw, parents=True)
    with after_saving(path, lang):
        show(_told(Say("new.made", {"path": path})), face, playbook)
        examined = examine(path, None, None)
        found = screened(examined.case.dossier, examined.playbook, examined.on)
        show(screen_report(examined.subject, found), face, playbook)
        if found.screening.verdict != "drop":
            show(_told(Say("new.next", {"path": shlex.quote(path)})), face, playbook)
    return DONE


def _told(say: Say) -> Report:
    return Report("new", lambda: (Paragraph((Line(say, "strong"),)),), dict)


def _taken_over(deal: str | None) -> dict[str, Any]:
    """Return what another deal of that customer knows that holds in this one too."""
    if deal is None:
        return {}
    from winsell.store.load import load_case

    case = load_case(which(deal))
    data: dict[str, Any] = case.document.data if isinstance(case.document.data, dict) else {}
    known = {key: data[key] for key in ("customer", "account", "owner") if key in data}
    people = {
        id_: {key: one[key] for key in _OF_A_PERSON if key in one} if one else {}
        for id_, one in (data.get("people") or {}).items()
    }
    return known | ({"people": {id_: one or {"title": id_} for id_, one in people.items()}} if people else {})


@dataclass(slots=True)
class _Asked:
    """What came of the questions beside their answers."""

    draft: str
    """The file whose answers are kept while there is no file yet."""
    on: date | None
    """The day of which they speak: as stated, else the one on which they were begun."""
    command: str
    """The command line that asks."""
    keep: Keeper | None = None

    @contextmanager
    def kept_if_refused(self) -> Iterator[None]:
        """Keep the answers until the file is made; if it cannot be, say how to go on with them."""
        try:
            yield
        except WinsellError as error:
            if self.keep is not None:
                raise WinsellError((*error.problems, Problem("new-kept")), error.exit_code) from None
            raise
        if self.keep is not None:
            self.keep.forget()


def _interview(
    said: dict[str, Any], amount: str | None, playbook: Playbook, face: Face, asked: _Asked, *, resume: bool
) -> First:
    """Ask what a deal must have and was not given, and with it what makes its first verdict."""
    from winsell.reports.interview.first import QUESTIONS, First, first

    missing = tuple(f"--{key}" for key in ("deal", "customer") if key not in said)
    if not missing:
        return First({"amount": amount} if amount is not None else {})
    from winsell.ask.line import LeftError, is_terminal
    from winsell.cli.asker import Asker, stopped
    from winsell.cli.kept import Keeper
    from winsell.cli.open_sitting import go_on_with

    if not is_terminal():
        raise refused("new-needs", options=missing)
    keep = asked.keep = Keeper(asked.draft, "new", until_saved=False)
    asker = Asker(language(face.lang, playbook.language), face, asked.on or today(), QUESTIONS, keep)
    go_on_with(asker, asked.draft, "new", resume=resume, on=asked.on)
    asked.on = asker.on
    given = {key: said.get(key) for key in ("deal", "customer")}
    try:
        found: First | None = asker.part(first(playbook, {**given, "amount": amount}))
    except LeftError as left:
        if asker.given:
            keep(asker)
        raise stopped(left, "", asker, 0, f"{asked.command} --resume" if asker.given else asked.command) from None
    if found is None:
        raise refused("new-needs", options=missing)
    return found


def _folder(file: str | None) -> Path:
    """Return the folder into which the deal goes."""
    if file is not None and Path(file).parent != Path():
        return Path(file).parent
    return Path(home())


def _draft(file: str | None) -> str:
    """Return the file whose answers are kept: in the folder of the deal, or around it while that is not made yet."""
    folder = _folder(file)
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), Path())
    return str(there / _DRAFT)


def _refuse_taken(path: str) -> None:
    """Refuse a name that a deal cannot have before anything is asked."""
    from winsell.store.load import is_there
    from winsell.store.save.create import refuse_file_as_folder
    from winsell.store.save.refusal import refusal

    if Path(path).stem.casefold() == _OF_PLAYBOOK:
        raise refused("new-playbook", path=path)
    if Path(path).stem.casefold().endswith(_OF_ONE_MACHINE):
        raise refused("new-local", path=path)
    if Path(path).parent.name in _OF_OTHERS:
        raise refused("new-beside", path=path, folder=str(Path(path).parent))
    if is_there(path):
        raise refusal("create-exists", path)
    folder = Path(path).parent
    refuse_file_as_folder(str(folder), path)
    around = next((one for one in (folder, *folder.parents) if is_there(str(one))), Path())
    if not os.access(around, os.W_OK):
        raise refusal("save-no-permission", path)


def _refuse_twice(path: str, deal: str, customer: str) -> None:
    """Refuse a deal that is there already under a number: its title makes no name of a file that would say so."""
    from winsell.store.deals import named_in
    from winsell.store.load import is_there

    numbered = takewhile(is_there, (str(Path(path).with_stem(f"deal-{number}")) for number in count(1)))
    named = (one for one in map(named_in, numbered) if one is not None)
    there = next((one for one in named if (deal, customer) == one.names[1:]), None)
    if there is not None:
        raise refused("new-twice", deal=deal, customer=customer, path=there.path)


def _path(file: str | None, title: str) -> str:
    """Return where the deal goes: as named, in the folder of deals unless a folder is named; else by its title."""
    from winsell.store.load import SUFFIXES, is_there

    folder = _folder(file)
    if file is not None:
        named = file if file.endswith(SUFFIXES) else f"{file}{SUFFIXES[0]}"
        return str(folder / Path(named).name)
    stem = stem_of(title, _LONGEST)
    names = [f"deal-{stem}" if stem == _OF_PLAYBOOK else stem] if stem else (f"deal-{number}" for number in count(1))
    paths = (str(Path(folder, f"{name}{SUFFIXES[0]}")) for name in names)
    return next(path for path in paths if stem or not is_there(path))


def _data(
    said: dict[str, Any], matches: dict[str, str], currency: str | None, day: str, playbook: Playbook
) -> dict[str, Any]:
    """Put together what is known, in the order of the file."""
    data: dict[str, Any] = {"winsell": 1}
    data |= {key: said[key] for key in ("deal", "customer", "account", "owner") if key in said}
    if "amount" in said:
        data["amount"] = _price(said["amount"], currency, playbook)
    data["stage"] = {day: next(iter(playbook.stages))}
    computed = "amount" in data and data["amount"]["currency"] in playbook.ideal_amount
    asked = [id_ for id_ in playbook.matches if not (id_ == "amount" and computed)]
    data["matches"] = {id_: _dated(matches.get(id_, _UNKNOWN), day) for id_ in asked}
    return data | ({"people": said["people"]} if "people" in said else {})


def _price(amount: str, currency: str | None, playbook: Playbook) -> dict[str, Any]:
    """Read `4.8m` or `4.8m-6m`; without a currency it is the one that the playbook likes deals in, if that is one."""
    from winsell.cli.price import typed_price
    from winsell.deal.money import NoCurrencyError

    try:
        return typed_price(amount, (currency,) if currency is not None else tuple(playbook.ideal_amount))
    except NoCurrencyError:
        raise refused("new-needs", options=("--currency",)) from None


def _dated(answer: str, day: str) -> Any:
    return answer if answer == _UNKNOWN else {day: answer}


def _text(path: str, data: dict[str, Any], speaker: Speaker) -> str:
    """Write the file: what is known, and as comments what the next stages ask for."""
    from winsell.store.edit.written import entries
    from winsell.store.load import is_there

    lines = [modeline("deal")] if is_there(str(Path(path).parent / ".winsell" / "schema" / "deal.json")) else []
    for key, value in data.items():
        if key in ("matches", "people"):
            lines += ["", f"# {speaker.say(Say(f'new.{key}'))}"]
        lines += entries({key: value}, 0)
    day = next(iter(data["stage"]))
    for key in _LATER:
        if key not in data:
            example = speaker.say(Say(f"new.line-{key}", {"day": day}))
            lines += ["", f"# {speaker.say(Say(f'new.{key}'))}", f"# {key}:", f"#   {example}"]
    return "\n".join(lines) + "\n"
