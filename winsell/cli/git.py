"""`winsell git install`, `winsell git uninstall`, and the two that git itself calls: `textconv` and `merge`."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from winsell.base.block import Line, Paragraph, Report
from winsell.base.exit_codes import DONE, HEED
from winsell.base.fact import Fact, Say
from winsell.base.problem import Problem
from winsell.cli.help import HelpfulCommand, HelpfulGroup
from winsell.cli.in_git import told_in_words
from winsell.cli.language import language
from winsell.cli.options import (
    Ascii,
    BaseFile,
    Lang,
    MarkerSize,
    MaybeFolder,
    OneFile,
    OursFile,
    OursName,
    TheirsFile,
    TheirsName,
    WherePath,
)
from winsell.cli.tell import complain, face_of, show_in
from winsell.cli.which import home

git_app = typer.Typer(add_completion=False, rich_markup_mode=None, cls=HelpfulGroup)


@git_app.callback()
def _git(lang: Lang = None) -> None:
    """Let a language stand before the command; it was read before the line is parsed."""


@git_app.command(name="install", cls=HelpfulCommand, help="help.git-install")
def install(folder: MaybeFolder = None, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Have git compare and merge the deals of a folder by what they say."""
    from winsell.store.attributes import NAME, add_lines
    from winsell.store.drivers import drivers, shell_command
    from winsell.store.git import repository_of
    from winsell.store.git_write import write_settings

    path = str(Path(folder or home(), NAME))
    settings = drivers(shell_command(sys.executable))
    with told_in_words():
        repository = repository_of(path)
        lines = add_lines(folder or home())
        keys = write_settings(repository, settings)
    said = [Line(Say("git.settings"), "strong", tuple(f"{key} = {settings[key]}" for key in keys))] if keys else []
    said += [Line(Say("git.attributes", {"path": path}), "strong", lines)] if lines else []
    return _tell((*said, Line(Say("git.installed" if said else "git.installed-already"))), lang, ascii_=ascii_)


@git_app.command(name="uninstall", cls=HelpfulCommand, help="help.git-uninstall")
def uninstall(folder: MaybeFolder = None, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Take back what `install` wrote."""
    from winsell.store.attributes import NAME, remove_lines
    from winsell.store.drivers import KEYS
    from winsell.store.git import repository_of
    from winsell.store.git_write import remove_settings

    path = str(Path(folder or home(), NAME))
    with told_in_words():
        repository = repository_of(path)
        lines = remove_lines(folder or home())
        keys = remove_settings(repository, KEYS)
    said = [Line(Say("git.settings-gone"), "strong", keys)] if keys else []
    said += [Line(Say("git.attributes-gone", {"path": path}), "strong", lines)] if lines else []
    return _tell(tuple(said) or (Line(Say("git.not-installed")),), lang, ascii_=ascii_)


def _tell(lines: tuple[Line, ...], lang: str | None, *, ascii_: bool) -> int:
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    show_in(language(lang), Report("git", lambda: (Paragraph(lines),), dict), face)
    return DONE


@git_app.command(name="textconv", cls=HelpfulCommand, help="help.git-textconv")
def textconv(file: OneFile, lang: Lang = None) -> int:
    """Print a file as its facts, one a line; as it is, made safe to show, where it tells none."""
    del lang  # the same words in every language: two people's differences must look alike
    from winsell.store.decode import MAX_BYTES
    from winsell.store.facts import lines_of
    from winsell.store.merge.unresolved import lines_of_both
    from winsell.views.plain import show

    raw = Path(file).read_bytes()
    lines = lines_of(raw) if len(raw) <= MAX_BYTES else None
    if lines is None and len(raw) <= MAX_BYTES:
        lines = lines_of_both(raw)
    if lines is None:
        lines = tuple(raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"))
        lines = lines[:-1] if lines[-1] == "" else lines
    sys.stdout.write("".join(f"{show(line)}\n" for line in lines))
    return DONE


@git_app.command(name="merge", cls=HelpfulCommand, help="help.git-merge")
def merge(
    base: BaseFile,
    ours: OursFile,
    theirs: TheirsFile,
    path: WherePath = "",
    marker_size: MarkerSize = 7,
    ours_name: OursName = None,
    theirs_name: TheirsName = None,
    lang: Lang = None,
) -> int:
    """Merge two people's edits into OURS; 1 if something is left for a person to decide."""
    from winsell.store.merge.by_lines import SHORTEST, Markers
    from winsell.store.merge.merge import merge as merged
    from winsell.store.open_file import read_bytes
    from winsell.store.save.save import locked

    named = (_name(ours_name, "ours"), _name(theirs_name, "theirs"))
    markers = Markers(*named, max(marker_size, SHORTEST))
    with locked(ours) as target:
        outcome = merged(read_bytes(base), target.raw, read_bytes(theirs), markers)
        target.replace(outcome.raw)
    if outcome.clean:
        return DONE
    facts: tuple[Fact, ...] = tuple(".".join(map(str, one)) for one in outcome.disputed)
    code = "merge-disputed" if facts else "merge-by-lines"
    said = {"places": tuple(map(str, facts))} if facts else {}
    complain((Problem(code, facts=said, path=path or ours),), language(lang))
    return HEED


def _name(given: str | None, usual: str) -> str:
    """Return how a side is called; an older git hands its placeholder on as it stands."""
    return usual if not given or given.startswith("%") else given
