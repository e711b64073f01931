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
    "init", "new", "screen", "analyze", "plan", "brief", "week", "check", "review", "diff", "log", "trend", "ask",
    "met", "set", "note", "act", "risk", "close", "undo", "edit", "commit", "explain", "git", "playbook", "schema",
    "completion",
)  # fmt: skip
SUBCOMMANDS = {
    "act": ("add", "move", "done", "drop"),
    "risk": ("accept", "drop"),
    "git": ("install", "uninstall", "textconv", "merge"),
    "playbook": ("show", "check"),
}
SHELLS = ("bash", "zsh", "fish")
_FLAGS = frozenset((
    "--ascii", "--json", "--help", "--new", "--customer", "--all", "--resume", "--ask", "--origin", "--statistics",
    "--accepted", "--fix", "--yes", "--version", "--reverse", "--written", "--force", "--paper", "--agenda", "--blind",
    "--record",
))  # fmt: skip
"""Options that no value follows; `--customer` is one of `act add` alone."""
_OF_NEW = "--customer"
_CODES = ("--select", "--ignore")
_PEOPLE = {
    "set": ("--source",), "note": ("--with",), "brief": ("--with",), "act": ("--for",),
}  # fmt: skip
"""Options that name somebody of the deal; `act add --for` by the place."""
_DAYS = ("--on", "--due", "--as-of", "--until", "--new-since", "--since")

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
        if word.startswith(typed) and _is_safe(word, typed):
            sys.stdout.write(f"{word}\t{_shown(what)}\n" if what else f"{word}\n")
    return 0


def _is_safe(word: str, typed: str) -> bool:
    """Leave out what acts on a terminal or deceives, and what would be an option; what acts on a shell it quotes."""
    return word == _shown(word) and word.startswith("-") <= typed.startswith("-")


def _shown(text: str) -> str:
    """Make a text of a file or a name safe to show, on one line."""
    if text.isascii() and text.isprintable():
        return text
    from winsell.views.plain import show

    return " ".join(show(text).split())


def _candidates(before: list[str], typed: str) -> Found:
    command, places, option = _read(before)
    if option is not None:
        return (
            _people(places, option)
            if command and option in _PEOPLE.get(command[0], ())
            else _values_of(option, command)
        )
    if typed.startswith("-"):
        return _options(command)
    if not command:
        return _said("help", COMMANDS)
    if command[0] in SUBCOMMANDS and len(command) == 1:
        return _said(f"help.{command[0]}-", SUBCOMMANDS[command[0]])
    if command in (["check"], ["review"], ["trend"], ["week"], ["commit"]):  # they take any number
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


def _values_of(option: str, command: Sequence[str] = ()) -> Found:
    from winsell.base import scalar
    from winsell.views.formats import FORMATS, OF_CHECK, OF_WEEK

    known: dict[str, tuple[str, ...]] = {
        "--lang": ("en", "zh"),
        "--format": (*FORMATS, *{"check": OF_CHECK, "week": OF_WEEK}.get(" ".join(command), {})),
        "--how": scalar.How.__args__,  # type: ignore[attr-defined]
        "--effect": scalar.Effect.__args__,  # type: ignore[attr-defined]
        "--verdict": scalar.ReviewVerdict.__args__,  # type: ignore[attr-defined]
        "--grade": scalar.Grade.__args__,  # type: ignore[attr-defined]
        "--fail-on": ("error", "warning", "hint"),
        "--severity": ("error", "warning", "hint"),
        "--reader": ("owner", "manager"),
        "--from": (),
        "--svg": (),
    }
    if option in _DAYS:
        return [("today", "")]
    if option in _CODES:
        from winsell.playbook.check import FINDINGS

        return [(code, "") for code in FINDINGS]
    return _deals((), "") if option == "--from" else [(word, "") for word in known.get(option, ())]


def _options(command: Sequence[str]) -> Found:
    """Name the options of a command, as it declares them."""
    import typer

    from winsell.cli.app import with_no_more_than

    found = typer.main.get_command(with_no_more_than(next(iter(command), "")))
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

    path = tuple(places[1].split("."))
    field = field_at(Deal, path)
    words = field.words or _ids_for(places[0], path)
    yield from ((word, "") for word in (*words, *(("unknown",) if field.kind == "history" else ())))


def _ids_for(deal: str, path: tuple[str, ...]) -> Iterable[str]:
    """Name the ids of the playbook that may stand at a place."""
    from winsell.cli.changing import playbook_of
    from winsell.cli.which import which

    if path[-1] not in ("stage", "type", "strategy"):
        return ()
    playbook = playbook_of(which(deal))
    known = {"stage": tuple(playbook.stages), "type": tuple(playbook.types), "strategy": tuple(playbook.strategies)}
    return known[path[-1]]


def _actions(places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    from winsell.base.scalar import is_id

    data = _data(places[0])
    actions = data.get("actions", {}) if isinstance(data, dict) else {}
    for id_, one in actions.items() if isinstance(actions, dict) else ():
        if is_id(id_) and isinstance(one, dict):  # the file was not held against its schema
            yield id_, str(one.get("what", ""))


def _people(places: Sequence[str], option: str) -> Iterator[Candidate]:
    """Name whoever the deal and its account know, each with all that they are called."""
    from winsell.cli.called import names_of
    from winsell.cli.which import which
    from winsell.store.load import load_case

    before = "people." if option == "--for" else ""
    for id_, names in names_of(load_case(which(places[0]))).items():
        yield f"{before}{id_}", ", ".join(names[1:])


def _risks(places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    """Name the risks that the deal has today, each with what it is."""
    from winsell.analysis.acceptance import can_be_accepted
    from winsell.analysis.assessment import assess
    from winsell.cli.examine import examine
    from winsell.cli.language import language
    from winsell.cli.which import which
    from winsell.reports.risks import parts
    from winsell.rules.registry import findings_of
    from winsell.words.speak import Speaker

    examined = examine(which(places[0]), None, None)
    speaker = Speaker(language(None, examined.playbook.language))
    for one in findings_of(assess(examined.case.dossier, examined.playbook, examined.on)):
        if can_be_accepted(one.code):
            yield one.code, speaker.say(parts(one)[0])


def _accepted(places: Sequence[str], _typed: str) -> Iterator[Candidate]:
    data = _data(places[0])
    accepted = data.get("accepted", {}) if isinstance(data, dict) else {}
    yield from ((key, str(one.get("reason", ""))) for key, one in accepted.items() if "dropped" not in one)


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
    ("brief",): (_deals,),
    ("ask",): (_deals,),
    ("met",): (_deals,),
    ("undo",): (_deals,),
    ("edit",): (_deals,),
    ("note",): (_deals,),
    ("set",): (_deals, _paths, _values),
    ("close",): (_deals, _outcomes),
    ("act", "add"): (_deals,),
    ("act", "move"): (_deals, _actions),
    ("act", "done"): (_deals, _actions),
    ("act", "drop"): (_deals, _actions),
    ("risk", "accept"): (_deals, _risks),
    ("risk", "drop"): (_deals, _accepted),
    ("schema",): (partial(_words, ("deal", "account", "competitor", "playbook", "report")),),
    ("completion",): (partial(_words, SHELLS),),
}
"""What stands at each place of a command; where nothing is said, files."""
