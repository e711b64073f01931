"""The options that commands share, declared once."""

from __future__ import annotations

import sys
from typing import Annotated, Any

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


Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH...", help=_help("paths"), show_default=False)]
PlaybookFile = Annotated[str, typer.Argument(metavar="FILE", help=_help("playbook-file"), show_default=False)]
Words = Annotated[list[str] | None, typer.Argument(metavar="WORD...", help=_help("term"), show_default=False)]
Shell = Annotated[str, typer.Argument(metavar="SHELL", help=_help("shell"), show_default=False)]
Kind = Annotated[str, typer.Argument(metavar="KIND", help=_help("kind"), show_default=False)]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=_help("as-of"), show_default=False)]
PlaybookOption = Annotated[
    str | None, typer.Option("--playbook", metavar="FILE", help=_help("playbook-option"), show_default=False)
]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help=_help("format"))]
FormatOfCheck = Annotated[str, typer.Option("--format", metavar="NAME", help=_help("format-of-check"))]
FormatOfWeek = Annotated[str, typer.Option("--format", metavar="NAME", help=_help("format-of-week"))]
Json = Annotated[bool, typer.Option("--json", help=_help("json"))]
Lang = Annotated[str | None, typer.Option("--lang", metavar="LANGUAGE", help=_help("lang"), show_default=False)]
Ascii = Annotated[bool, typer.Option("--ascii", help=_help("ascii"))]
FailOn = Annotated[str, typer.Option("--fail-on", metavar="SEVERITY", help=_help("fail-on"))]
Severities = Annotated[str, typer.Option("--severity", metavar="SEVERITY", help=_help("severity"))]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="CODES", help=_help("select"), show_default=False)
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="CODES", help=_help("ignore"), show_default=False)
]
NewSince = Annotated[
    str | None, typer.Option("--new-since", metavar="WHEN", help=_help("new-since"), show_default=False)
]
Statistics = Annotated[bool, typer.Option("--statistics", help=_help("statistics"))]
AllRisks = Annotated[bool, typer.Option("--all", help=_help("all-risks"))]
Reader = Annotated[str, typer.Option("--reader", metavar="READER", help=_help("reader"))]
Origin = Annotated[bool, typer.Option("--origin", help=_help("origin"))]
Version = Annotated[bool, typer.Option("--version", "-V", help=_help("version"), is_eager=True, callback=_tell_version)]

DealName = Annotated[str, typer.Argument(metavar="DEAL", help=_help("which-deal"), show_default=False)]
Place = Annotated[str, typer.Argument(metavar="PATH", help=_help("path"), show_default=False)]
Value = Annotated[str, typer.Argument(metavar="VALUE", help=_help("value"), show_default=False)]
Text = Annotated[str, typer.Argument(metavar="NOTE", help=_help("text"), show_default=False)]
What = Annotated[str, typer.Argument(metavar="WHAT", help=_help("what"), show_default=False)]
ActionId = Annotated[str, typer.Argument(metavar="ACTION", help=_help("action-id"), show_default=False)]
Outcome = Annotated[str, typer.Argument(metavar="OUTCOME", help=_help("outcome"), show_default=False)]


def _text(name: str, metavar: str = "NOTE", code: str | None = None) -> Any:
    return Annotated[
        str | None, typer.Option(f"--{name}", metavar=metavar, help=_help(code or name), show_default=False)
    ]


On = _text("on", "DAY")
Why = _text("why")
Source = _text("source")
How = _text("how", "NAME")
By = _text("by", "NAME")
People = _text("with", "PEOPLE", "people")
WithPeople = Annotated[
    list[str] | None, typer.Option("--with", metavar="PERSON", help=_help("with-people"), show_default=False)
]
For = _text("for", "PLACE")
Due = _text("due", "DAY")
WhyLater = _text("why", "NOTE", "why-later")
NewDue = Annotated[str, typer.Option("--due", metavar="DAY", help=_help("new-due"), show_default=False)]
Owner = _text("owner", "NAME")
Whose = _text("owner", "NAME", "whose")
Tactic = _text("tactic", "ID")
NewId = _text("id", "ID")
Effect = _text("effect", "NAME")
Result = _text("result")
BuyerSays = _text("buyer-says")
TurningPoint = _text("turning-point")
Code = Annotated[str, typer.Argument(metavar="CODE", help=_help("risk-code"), show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="NOTE", help=_help("reason"), show_default=False)]
Until = Annotated[str, typer.Option("--until", metavar="DAY", help=_help("until"), show_default=False)]
Where = _text("where", "PATH")
New = Annotated[bool, typer.Option("--new", help=_help("new-thing"))]
Customer = Annotated[bool, typer.Option("--customer", help=_help("customer"))]
FolderArgument = Annotated[str, typer.Argument(metavar="FOLDER", help=_help("folder"))]
NewFile = Annotated[str | None, typer.Argument(metavar="FILE", help=_help("new-file"), show_default=False)]
DealTitle = _text("deal", "NAME", "deal-title")
CustomerName = _text("customer", "NAME", "customer-name")
Amount = _text("amount", "AMOUNT")
Currency = _text("currency", "NAME")
FromDeal = _text("from", "DEAL")
MaybeDeal = Annotated[str | None, typer.Argument(metavar="DEAL", help=_help("which-deal"), show_default=False)]
PastedText = _text("text", "NOTE", "pasted-text")
All = Annotated[bool, typer.Option("--all", help=_help("all"))]
Resume = Annotated[bool, typer.Option("--resume", help=_help("resume"))]
Ask = Annotated[bool, typer.Option("--ask", help=_help("screen-ask"))]
AcceptedOnly = Annotated[bool, typer.Option("--accepted", help=_help("accepted"))]
Fix = Annotated[bool, typer.Option("--fix", help=_help("fix"))]
Yes = Annotated[bool, typer.Option("--yes", help=_help("yes"))]
FromState = Annotated[str | None, typer.Argument(metavar="FROM", help=_help("from-state"), show_default=False)]
ToState = Annotated[str | None, typer.Argument(metavar="TO", help=_help("to-state"), show_default=False)]
FromDay = _text("since", "DAY", "since")
Reverse = Annotated[bool, typer.Option("--reverse", help=_help("reverse"))]
WrittenToo = Annotated[bool, typer.Option("--written", help=_help("written"))]
DealNames = Annotated[list[str] | None, typer.Argument(metavar="DEAL...", help=_help("deals"), show_default=False)]
Svg = _text("svg", "FILE", "svg")
Paper = Annotated[bool, typer.Option("--paper", help=_help("paper"))]
Force = Annotated[bool, typer.Option("--force", help=_help("force"))]
Deals = Annotated[
    list[str] | None, typer.Argument(metavar="DEAL...", help=_help("deals-to-commit"), show_default=False)
]
Message = Annotated[str | None, typer.Option("--text", "-m", metavar="NOTE", help=_help("message"), show_default=False)]
MaybeFolder = Annotated[str | None, typer.Argument(metavar="FOLDER", help=_help("git-folder"), show_default=False)]


def _file(metavar: str, code: str) -> Any:
    return Annotated[str, typer.Argument(metavar=metavar, help=_help(code), show_default=False)]


OneFile = _file("FILE", "git-file")
BaseFile = _file("BASE", "git-base")
OursFile = _file("OURS", "git-ours")
TheirsFile = _file("THEIRS", "git-theirs")
WherePath = _file("PATH", "git-path")
MarkerSize = Annotated[int, typer.Option("--marker-size", metavar="COUNT", help=_help("marker-size"))]
OursName = _text("ours", "NAME", "git-ours-name")
TheirsName = _text("theirs", "NAME", "git-theirs-name")
OfOwner = _text("with", "NAME", "of-owner")
OfGrade = _text("grade", "GRADE", "of-grade")
OfStage = _text("stage", "STAGE", "of-stage")
SinceLook = _text("since", "DAY", "since-look")
Minutes = Annotated[
    int | None, typer.Option("--minutes", min=1, max=1440, metavar="NUMBER", help=_help("minutes"), show_default=False)
]
Record = Annotated[bool, typer.Option("--record", help=_help("record"))]
Verdict = _text("verdict", "NAME")
ReviewNote = _text("note", "NOTE", "review-note")
Promises = Annotated[
    list[str] | None, typer.Option("--promise", metavar="NOTE", help=_help("promise"), show_default=False)
]
StatedNumbers = Annotated[
    list[str] | None, typer.Option("--stated", metavar="NUMBER", help=_help("stated-number"), show_default=False)
]
ReviewBy = _text("by", "NAME", "review-by")
Blind = Annotated[bool, typer.Option("--blind", help=_help("blind"))]
Agenda = Annotated[bool, typer.Option("--agenda", help=_help("agenda"))]
Forecast = _text("forecast", "QUARTER")
