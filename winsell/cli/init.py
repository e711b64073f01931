"""`winsell init`."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from winsell.base.block import Block, Line, Paragraph, Report
from winsell.base.exit_codes import DONE
from winsell.base.fact import Say
from winsell.cli.changing import need_text
from winsell.cli.language import language
from winsell.cli.options import Ascii, FolderArgument, Lang
from winsell.cli.tell import face_of, show_in
from winsell.cli.which import home
from winsell.words.catalogue import Language

SCHEMAS = ".winsell/schema"
"""Where editors find the schemas, seen from a deal of the folder."""
_IGNORED = ".winsell/local/\n*.winsell-tmp\n"
_OWN = {"kind": "playbook", "id": "ours", "version": "1", "extends": "five-steps"}


def init(folder: FolderArgument = "deals", lang: Lang = None, ascii_: Ascii = False) -> int:
    """Make a folder for deals; what is there already stays as it is."""
    face, folder = face_of("terminal", lang, json=False, ascii_=ascii_), need_text(folder, "FOLDER")
    from winsell.store.load import is_there
    from winsell.store.save.create import create

    spoken = language(lang)
    made, there = [], []
    for name, text in _files(spoken):
        path = Path(folder, name)
        if is_there(str(path)):
            there.append(name)
        else:
            create(str(path), text.encode(), parents=True)
            made.append(name)
    show_in(spoken, Report("init", lambda: _told(folder, tuple(made), tuple(there)), dict), face)
    return DONE


def _files(spoken: Language) -> Iterator[tuple[str, str]]:
    """Go through the files of such a folder, the schemas in the reader's language."""
    from winsell.store.edit.written import entries
    from winsell.store.load import SUFFIXES
    from winsell.store.schemas import schema_of
    from winsell.views.as_json import json_text
    from winsell.words.schema import described
    from winsell.words.speak import Speaker

    speaker = Speaker(spoken)
    said, name = speaker.say(Say("init.playbook")), speaker.say(Say("init.playbook-name"))
    lines = (modeline("playbook"), f"# {said}", *entries({**_OWN, "name": name}, 0))
    yield "playbook.yaml", "".join(f"{line}\n" for line in lines)
    yield ".gitignore", _IGNORED
    yield ".gitattributes", "".join(f"*{suffix} text\n" for suffix in SUFFIXES)
    for kind in ("deal", "account", "competitor", "playbook"):
        yield f"{SCHEMAS}/{kind}.json", json_text(described(schema_of(kind), kind, speaker))


def modeline(kind: str, schemas: str = SCHEMAS) -> str:
    """Return the comment by which an editor finds a file's schema."""
    return f"# yaml-language-server: $schema={schemas}/{kind}.json"


def _told(folder: str, made: tuple[str, ...], there: tuple[str, ...]) -> tuple[Block, ...]:
    named = {"folder": None if Path(folder) == Path() else folder}
    lines = [Line(Say("init.made", named), "strong", made)] if made else []
    if there:
        lines.append(Line(Say("init.there", named), notes=there))
    usual = Path(folder).samefile(home())
    where = None if usual else shlex.quote(f"{folder.rstrip('/' + os.sep)}{os.sep}")
    return (Paragraph((*lines, Line(Say("init.next", {"where": where})))),)
