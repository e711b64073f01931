"""What bare `winsell` says: the next step, for the folder that one stands in."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from winsell import __version__
from winsell.base.block import Block, Definition, Definitions, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Say
from winsell.reports.heading import REPORT

MOST_NAMED = 5
FIRST_DEAL = ("deal", "customer", "stage", "people", "competitors")
"""The keys of a first deal file; each is one line that can be pasted as it stands, indented or not."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a folder, as far as a newcomer needs it."""

    deals: tuple[str, ...] = ()
    """The deal files here and in the folder `deals`, as one would name them; those that are still open first."""
    unread: tuple[str, ...] = ()
    """Those that are meant as deals and are not valid."""
    example: str | None = None
    """The worked example, where it can be found."""
    first: str = "deal.yaml"
    """Where a first deal would go."""


def welcome_report(folder: Folder) -> Report:
    """Tell what to do next."""
    return Report("welcome", lambda: tuple(_blocks(folder)), lambda: _data(folder))


def _blocks(folder: Folder) -> Iterator[Block]:
    yield Heading(Say("welcome.title"), level=1)
    if folder.deals:
        yield from _with_deals(folder.deals)
    if folder.unread:
        yield from _with_unread(folder.unread)
    if not folder.deals and not folder.unread:
        yield from _without(folder)
    yield Paragraph((Line(Say("welcome.more"), tone="dim"),))


def _with_deals(deals: Sequence[str]) -> Iterator[Block]:
    yield _named("welcome.deals", deals)
    yield _commands(deals[0], ("screen", "analyze", "plan"))


def _with_unread(unread: Sequence[str]) -> Iterator[Block]:
    yield _named("welcome.unread", unread)
    yield _commands(unread[0], ("check",))


def _named(code: str, paths: Sequence[str]) -> Paragraph:
    notes: tuple[Fact, ...] = tuple(paths[:MOST_NAMED])
    if len(paths) > MOST_NAMED:
        notes = (*notes, Say("welcome.rest", {"count": len(paths) - MOST_NAMED}))
    return Paragraph((Line(Say(code, {"count": len(paths)}), tone="strong", notes=notes),))


def _without(folder: Folder) -> Iterator[Block]:
    yield Paragraph((Line(Say("welcome.no-deal"), tone="strong"),))
    yield Definitions((Definition("winsell new", Say("welcome.new")), Definition("winsell init", Say("welcome.init"))))
    yield Paragraph((Line(Say("welcome.by-hand", {"path": folder.first}), tone="strong"),))
    yield Paragraph(tuple(Line(Say(f"welcome.line-{key}")) for key in FIRST_DEAL))
    yield Paragraph((Line(Say("welcome.then"), tone="strong"),))
    yield _commands(folder.first, ("screen", "analyze", "plan"))
    example = Say("welcome.example", {"path": folder.example}) if folder.example else Say("welcome.example-far")
    yield Paragraph((Line(example),))


def _commands(path: str, names: Sequence[str]) -> Definitions:
    shown = shlex.quote(f"./{path}" if path.startswith("-") else path)
    return Definitions(tuple(Definition(f"winsell {one} {shown}", Say(f"welcome.{one}")) for one in names))


def _data(folder: Folder) -> dict[str, object]:
    return {
        "winsell": __version__,
        "report": REPORT,
        "kind": "welcome",
        "deals": list(folder.deals),
        "unread": list(folder.unread),
        "example": folder.example,
    }
