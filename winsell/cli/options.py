"""The options that commands share, declared once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from winsell import __version__


def _help(code: str) -> str:
    """Name the sentence; the help page puts it into words once the language is known."""
    return f"help.{code}"


def _tell_version(asked: bool) -> None:
    """Answer --version wherever it stands before the command; a leading one ends at the front door."""
    if asked:
        sys.stdout.write(f"winsell {__version__}\n")
        raise typer.Exit


DealFile = Annotated[str, typer.Argument(metavar="DEAL", help=_help("deal"), show_default=False)]
Files = Annotated[list[str], typer.Argument(metavar="FILE...", help=_help("files"), show_default=False)]
PlaybookFile = Annotated[str, typer.Argument(metavar="FILE", help=_help("playbook-file"), show_default=False)]
Words = Annotated[list[str] | None, typer.Argument(metavar="WORD...", help=_help("term"), show_default=False)]
Kind = Annotated[str, typer.Argument(metavar="KIND", help=_help("kind"), show_default=False)]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=_help("as-of"), show_default=False)]
PlaybookOption = Annotated[
    str | None, typer.Option("--playbook", metavar="FILE", help=_help("playbook-option"), show_default=False)
]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help=_help("format"))]
Json = Annotated[bool, typer.Option("--json", help=_help("json"))]
Lang = Annotated[str | None, typer.Option("--lang", metavar="LANGUAGE", help=_help("lang"), show_default=False)]
Ascii = Annotated[bool, typer.Option("--ascii", help=_help("ascii"))]
FailOn = Annotated[str, typer.Option("--fail-on", metavar="SEVERITY", help=_help("fail-on"))]
Origin = Annotated[bool, typer.Option("--origin", help=_help("origin"))]
Version = Annotated[bool, typer.Option("--version", "-V", help=_help("version"), is_eager=True, callback=_tell_version)]
