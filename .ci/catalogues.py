"""The catalogues: made binary (.mo) wherever winsell is built, and brought up to date with the English sentences.

Build hook: each language's .mo from the .po beside it. By hand: `python .ci/catalogues.py` writes new sentences into
each .po, marks those whose English changed as fuzzy, and drops those that are gone.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent
LOCALE = Path("winsell") / "words" / "locale"
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""git knows better."""


def compile_catalogues(locale: Path) -> None:
    """Write the .mo of every .po below the folder; a .po that is not well formed stops the build."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, read_catalogue(source))


def read_catalogue(source: Path) -> Catalog:
    """Read a .po; ValueError if it is not well formed."""
    with source.open("rb") as text:
        return read_po(text, locale=source.parts[-3], abort_invalid=True)


def updated(old: Catalog, messages: dict[str, Any]) -> Catalog:
    """Lay the translations of `old` over the English sentences of today, in their order."""
    about = {"project": "winsell", "version": "", "last_translator": "", "language_team": "", "msgid_bugs_address": ""}
    new = Catalog(locale=old.locale, domain="winsell", fuzzy=False, header_comment="", **about)
    translated = {message.context: message for message in old if message.context}
    for code, sentence in messages.items():
        id_ = sentence if isinstance(sentence, str) else (sentence.one, sentence.many)
        before = translated.get(code)
        text = _first(before) if before is not None else ""
        changed = bool(text) and before is not None and before.id != id_
        string = text if isinstance(id_, str) else (text,)
        new.add(id_, string, context=code, flags={"fuzzy"} if changed else ())
    return new


def _first(message: Message) -> str:
    """The one form of a message: no language here has more than one."""
    text = message.string
    return text if isinstance(text, str) else str(text[0]) if text else ""


def write_catalogue(catalogue: Catalog, target: Path) -> None:
    """Write a .po that differs from one run to the next by its messages alone."""
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    text = BytesIO()
    write_po(text, catalogue, width=120, no_location=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.getvalue())


class CatalogueHook(BuildHookInterface[Any]):
    """Runs for the wheel, the sdist and the editable install alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile before hatchling collects the files."""
        compile_catalogues(Path(self.root) / LOCALE)


def update_all() -> None:
    """Bring every catalogue up to date."""
    from winsell.words.catalogue import LANGUAGES, messages

    for language in LANGUAGES[1:]:  # English stands in the code
        target = ROOT / LOCALE / language / "LC_MESSAGES" / "winsell.po"
        old = read_catalogue(target) if target.exists() else Catalog(locale=language)
        write_catalogue(updated(old, dict(messages())), target)
    compile_catalogues(ROOT / LOCALE)


if __name__ == "__main__":
    update_all()
