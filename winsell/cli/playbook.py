"""`winsell playbook show` and `winsell playbook check`."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from winsell.base.fact import Say
from winsell.cli.help import HelpfulCommand, HelpfulGroup
from winsell.cli.language import language
from winsell.cli.options import Format, Json, Lang, Origin, PlaybookFile, PlaybookOption
from winsell.cli.tell import face_of

playbook_app = typer.Typer(add_completion=False, rich_markup_mode=None, cls=HelpfulGroup)


@playbook_app.callback()
def _playbook(lang: Lang = None) -> None:
    """Let a language stand before the command; it was read before the line is parsed."""


@playbook_app.command(name="show", cls=HelpfulCommand, help="help.playbook-show")
def show_playbook(
    playbook: PlaybookOption = None,
    origin: Origin = False,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Print the playbook as YAML, as JSON, or value by value with where each comes from."""
    name = face_of(format_, lang, json=json, ascii_=False).format
    from winsell.store.playbooks import as_lines, as_yaml, find_playbook, load_playbook
    from winsell.views.as_json import json_text
    from winsell.views.plain import show as safe

    loaded = load_playbook(find_playbook(playbook, Path()))
    if name == "json":
        sys.stdout.write(json_text({"hash": loaded.digest(), "playbook": loaded.tree}))
        return 0
    lines = as_lines(loaded) if origin else as_yaml(loaded).splitlines()
    sys.stdout.writelines(f"{safe(line)}\n" for line in lines)
    return 0


@playbook_app.command(name="check", cls=HelpfulCommand, help="help.playbook-check")
def check_playbook(file: PlaybookFile, lang: Lang = None) -> int:
    """Say that a playbook is valid; what is wrong ends in problems and exit code 3."""
    from winsell.store.playbooks import load_playbook
    from winsell.views.plain import show as safe
    from winsell.words.speak import Speaker

    playbook = load_playbook(file).playbook
    facts = {"path": file, "id": playbook.id, "version": playbook.version, "parent": playbook.extends}
    code = "playbook.valid" if playbook.extends else "playbook.valid-alone"
    speaker = Speaker(language(lang, playbook.language))
    sys.stdout.write(safe(speaker.say(Say(code, facts))) + "\n")
    return 0
