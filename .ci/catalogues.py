"""Build hook: makes each language's binary catalogue (.mo) from the text (.po) beside it, wherever winsell is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale: Path) -> None:
    """Write the .mo of every .po below the folder; a .po that is not well formed stops the build."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parts[-3], abort_invalid=True)
        with source.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, catalogue)


class CatalogueHook(BuildHookInterface[Any]):
    """Runs for the wheel, the sdist and the editable install alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile before hatchling collects the files."""
        compile_catalogues(Path(self.root) / "winsell" / "words" / "locale")
