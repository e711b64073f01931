"""The options that commands share, declared once."""

from __future__ import annotations

from typing import Annotated

import typer

from winsell.words.commands import SENTENCES


def _help(code: str) -> str:
    return str(SENTENCES[f"help.{code}"])


DealFile = Annotated[str, typer.Argument(metavar="DEAL", help=_help("deal"), show_default=False)]
Files = Annotated[list[str], typer.Argument(metavar="FILE...", help=_help("files"), show_default=False)]
PlaybookFile = Annotated[str, typer.Argument(metavar="FILE", help=_help("playbook-file"), show_default=False)]
Kind = Annotated[str, typer.Argument(metavar="KIND", help=_help("kind"), show_default=False)]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=_help("as-of"), show_default=False)]
PlaybookOption = Annotated[
    str | None, typer.Option("--playbook", metavar="FILE", help=_help("playbook-option"), show_default=False)
]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help=_help("format"))]
Json = Annotated[bool, typer.Option("--json", help=_help("json"))]
FailOn = Annotated[str, typer.Option("--fail-on", metavar="SEVERITY", help=_help("fail-on"))]
Origin = Annotated[bool, typer.Option("--origin", help=_help("origin"))]
Version = Annotated[bool, typer.Option("--version", "-V", help=_help("version"), is_eager=True)]
