"""Completion of a command line: what may stand where the cursor is.

In: the words of the line so far, the last of which is being typed. Out: one candidate a line, `word<TAB>what it is`;
none where the shell's own file names are the answer. It is asked at every press of a key, so nothing is imported that
the word under the cursor does not need, and whatever goes wrong is no candidate: nobody reads an error there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from winsell.deal.fields import Field

COMMANDS = (
    "init", "new", "screen", "analyze", "plan", "check", "review", "diff", "log", "trend", "ask", "met", "set", "note",
    "act", "close", "undo", "edit", "explain", "playbook", "schema", "completion",
)  # fmt: skip
SUBCOMMANDS = {"act": ("add", "done", "drop"), "playbook": ("show", "check")}
SHELLS = ("bash", "zsh", "fish")
_FLAGS = frozenset(
    (
        "--ascii",
        "--json",
        "--help",
        "--new",
        "--customer",
        "--all",
        "--resume",
        "--ask",
        "--origin",
        "--version",
        "--reverse",
        "--written",
        "--force",
        "--agenda",
        "--blind",
        "--record",
    )
)
"""Options that no value follows; `--customer` is one of `act add` alone."""
_OF_NEW = "--customer"
_DAYS = ("--on", "--due", "--as-of", "--since")

Candidate = tuple[str, str]
Found = Iterable[Candidate]


def complete(words: Sequence[str]) -> int:
    """Print what the last word may become."""
    typed = words[-1] if words else ""
    try:
        found = list(_candidates(list(words[:-1]), typed))
    except Exception:  # noqa: BLE001 - a press of a key ends in candidates or in none
        return 0
    for word, what in dict(found).items():
        if word.startswith(typed) and not set(word) & set("\t\n\r"):
            sys.stdout.write(f"{word}\t{what}\n" if what else f"{word}\n")
    return 0


def _candidates(before: list[str], typed: str) -> Found:
    command, places, option = _read(before)
    if option is not None:
        return _values_of(option)
    if typed.startswith("-"):
        return _options(command)
    if not command:
        return _said("help", COMMANDS)
    if command[0] in SUBCOMMANDS and len(command) == 1:
        return _said(f"help.{command[0]}-", SUBCOMMANDS[command[0]])
    if command in (["check"], ["review"], ["trend"]):  # they take any number
        return _deals(places, typed)
    makers = _PLACES.get(tuple(command), ())
    return makers[len(places)](places, typed) if len(places) < len(makers) else ()


def _read(before: Sequence[str]) -> tuple[list[str], list[str], str | None]:
    """Part the words into the command, what stands at its places, and the option whose value is being typed."""
    command: list[str] = []
    places: list[str] = []
    option: str | None = None
    for word in before:
        if option is not None:
            option = None
        elif word.startswith("-") and len(word) > 1:
            takes_none = "=" in word or (word in _FLAGS and not (word == _OF_NEW and command == ["new"]))
            option = None if takes_none else word
        elif not command or (command[0] in SUBCOMMANDS and len(command) == 1):
            command.append(word)
        else:
            places.append(word)
    return command, places, option


def _values_of(option: str) -> Found:
    from winsell.base import scalar

    known: dict[str, tuple[str, ...]] = {
        "--lang": ("en", "zh"),
        "--format": ("terminal", "json", "markdown"),
        "--how": scalar.How.__args__,  # type: ignore[attr-defined]
        "--effect": scalar.Effect.__args__,  # type: ignore[attr-defined]
        "--verdict": scalar.ReviewVerdict.__args__,  # type: ignore[attr-defined]
        "--grade": scalar.Grade.__args__,  # type: ignore[attr-defined]
        "--fail-on": ("error", "warning", "hint"),
        "--from": (),
        "--svg": (),
    }
    if option in _DAYS:
        return [("today", "")]
    return _deals((), "") if option == "--from" else [(word, "") for word in known.get(option, ())]


def _options(command: Sequence[str]) -> Found:
    """Name the options of a command, as it declares them."""
    import typer

    from winsell.cli.app import app

    found = typer.main.get_command(app)
    for name in command:
        found = found.commands[name]  # type: ignore[attr-defined]
    return [(option, "") for one in found.params for option in one.opts if option.startswith("--")]


def _said(prefix: str, words: Iterable[str]) -> Found:
    """Name words with their line of help, in the reader's language."""
    from winsell.base.fact import Say
    from winsell.cli.language import language
    from winsell.words.speak import Speaker

    speaker = Speaker(language(None))
    joined = prefix if prefix.endswith("-") else f"{prefix}."
    return [(word, speaker.say(Say(f"{joined}{word}"))) for word in words]


def _deals(_places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    """Name the deals of the folder by their files, which is what an id is unless the file says otherwise."""
    from pathlib import Path

    from winsell.cli.which import home
    from winsell.store.deals import deal_files

    for path in deal_files(home()):
        if Path(path).parent.name not in ("accounts", "competitors") and Path(path).stem != "playbook":
            yield Path(path).stem, ""


def _paths(places: Sequence[str], typed: str) -> Iterator[Candidate]:
    """Name the places of a deal file, one key further than what is typed; a dot at the end says that more follows."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at

    before = tuple(typed.split(".")[:-1])
    field = field_at(Deal, before)
    for key in _keys(places[0], before, field):
        below = field_at(Deal, (*before, key))
        yield ".".join((*before, key)) + ("." if below.kind in ("section", "things") else ""), ""


def _keys(deal: str, path: tuple[str, ...], field: Field) -> Iterable[str]:
    from winsell.cli.set import known_elsewhere
    from winsell.cli.which import which
    from winsell.deal.fields import keys_of
    from winsell.store.load import load_case

    if field.kind != "things":
        return keys_of(field)
    case = load_case(which(deal))
    data: Any = case.document.data
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return (*(data if isinstance(data, dict) else ()), *known_elsewhere(case, path))


def _data(deal: str) -> object:
    from winsell.cli.which import which
    from winsell.store.load import plain, read_document

    return plain(read_document(which(deal)))


def _values(places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    """Name the words that may stand at a place."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at

    field = field_at(Deal, tuple(places[1].split(".")))
    yield from ((word, "") for word in (*field.words, *(("unknown",) if field.kind == "history" else ())))


def _actions(places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    data = _data(places[0])
    actions = data.get("actions", {}) if isinstance(data, dict) else {}
    yield from ((id_, str(one.get("what", ""))) for id_, one in actions.items())


def _words(words: Iterable[str], _places: Sequence[str], _typed: str) -> Found:
    return [(word, "") for word in words]


def _states(places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    """Name the days by which rounds and reviews ended, the newest first."""
    from winsell.cli.which import which
    from winsell.store.load import load_case

    deal = load_case(which(places[0])).dossier.deal
    days = {one.on: "" for one in deal.reviews} | dict(deal.checkpoints)
    yield from ((day.isoformat(), name) for day, name in sorted(days.items(), reverse=True))
    yield from (("last-review", ""), ("today", ""), ("HEAD", ""))


def _outcomes(_places: Sequence[str], _typed: str) -> Found:
    from winsell.base.scalar import Outcome

    return [(word, "") for word in Outcome.__args__]  # type: ignore[attr-defined]


Maker = Callable[[Sequence[str], str], Found]
_PLACES: dict[tuple[str, ...], tuple[Maker, ...]] = {
    ("screen",): (_deals,),
    ("analyze",): (_deals,),
    ("plan",): (_deals,),
    ("diff",): (_deals, _states, _states),
    ("log",): (_deals,),
    ("ask",): (_deals,),
    ("met",): (_deals,),
    ("undo",): (_deals,),
    ("edit",): (_deals,),
    ("note",): (_deals,),
    ("set",): (_deals, _paths, _values),
    ("close",): (_deals, _outcomes),
    ("act", "add"): (_deals,),
    ("act", "done"): (_deals, _actions),
    ("act", "drop"): (_deals, _actions),
    ("schema",): (partial(_words, ("deal", "account", "competitor", "playbook", "report")),),
    ("completion",): (partial(_words, SHELLS),),
}
"""What stands at each place of a command; where nothing is said, files."""
