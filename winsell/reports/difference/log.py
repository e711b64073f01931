"""`winsell log`: the deal's story, a block a day: what changed in sentences, and what the number did, with the reason.

Who wrote it down, and when, is another story: it is told only if it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.analysis.screened import Screened
from winsell.analysis.story import Chapter
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph, Report, Table
from winsell.base.fact import Fact, Points, Say
from winsell.base.rounding import whole
from winsell.reports.contract import percent
from winsell.reports.difference.pair import Pair
from winsell.reports.difference.report import change_data, moved_data
from winsell.reports.difference.tell import tell
from winsell.reports.heading import heading, opening
from winsell.reports.moved import number, reasons
from winsell.reports.subject import Subject


@dataclass(frozen=True, slots=True)
class Commit:
    """A revision of the file."""

    hash: str
    on: date
    author: str
    subject: str
    readable: bool


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote the file when, newest first, and what of it cannot be told."""

    commits: tuple[Commit, ...]
    notes: tuple[Say, ...] = ()


@dataclass(frozen=True, slots=True)
class Log:
    """What is to be told."""

    found: Screened
    chapters: Sequence[Chapter]
    written: Written | None = None
    """None: it was not asked for."""
    newest_first: bool = False


def log_report(subject: Subject, log: Log) -> Report:
    """Tell the story."""
    return Report("log", lambda: tuple(_blocks(subject, log)), lambda: _data(subject, log))


def _blocks(subject: Subject, log: Log) -> Iterator[Block]:
    yield from heading(subject, log.found)
    if not log.chapters:
        yield Paragraph((Line(Say("log.nothing")),))
    for one in _in_order(log.chapters, log):
        yield Heading(_title(one))
        told = tell(Pair(one.before, one.after), one.changes)
        yield Paragraph((*(told_one.line for told_one in told), _number(one)))
    if log.written is not None:
        yield from _written(log.written, log)


def _in_order(values: Sequence[Any], log: Log) -> Sequence[Any]:
    return values[::-1] if log.newest_first else values


def _title(one: Chapter) -> Say:
    moment = one.after
    facts: dict[str, Fact] = {
        "on": one.on,
        "round": moment.deal.checkpoints.get(one.on),
        "stage": moment.stage_name(moment.deal.stage.at(one.on).value),
    }
    return Say("log.day", facts)


def _number(one: Chapter) -> Line:
    """Say what the number was and is, with the one main reason."""
    old, new = one.moved.before, one.moved.after
    facts: dict[str, Fact] = {"before": number(old.value, old.status), "after": number(new.value, new.status)}
    if facts["before"] == facts["after"]:
        return Line(Say("log.number-same", facts), "dim")
    if old.value is None or new.value is None:
        return Line(Say("log.number", facts), "strong")
    if whole(100 * old.value) == whole(100 * new.value):
        return Line(Say("log.number-same", facts), "dim")
    points, what = next(reasons(one.moved, Pair(one.before, one.after)), (0, None))
    facts |= {"reason": what, "points": Points(points, signed=True), "count": abs(points)}
    return Line(Say("log.number", facts), "strong")


def _written(written: Written, log: Log) -> Iterator[Block]:
    yield Heading(Say("log.title-written"))
    if written.commits:
        columns = (
            Column(Say("log.column-day")),
            Column(Say("log.column-author")),
            Column(Say("log.column-said"), wraps=True),
        )
        commits = written.commits if log.newest_first else written.commits[::-1]
        yield Table(columns, tuple(_commit(one) for one in commits))
    if written.notes:
        yield Paragraph(tuple(Line(note, "dim") for note in written.notes))


def _commit(one: Commit) -> tuple[Cell, ...]:
    said = one.subject if one.readable else Say("log.commit-bad", {"subject": one.subject})
    return Cell(one.on.isoformat(), "dim"), Cell(one.author), Cell(said, "plain" if one.readable else "yellow")


def _data(subject: Subject, log: Log) -> Mapping[str, Any]:
    return {
        **opening("log", subject, log.found),
        "days": [_chapter_data(one) for one in _in_order(log.chapters, log)],
        "written": None if log.written is None else _written_data(log.written, log),
    }


def _chapter_data(one: Chapter) -> Mapping[str, Any]:
    moment = one.after
    return {
        "on": one.on,
        "round": moment.deal.checkpoints.get(one.on),
        "stage": moment.deal.stage.at(one.on).value,
        "win_probability": percent(one.moved.after.value),
        "changes": [change_data(change) for change in one.changes],
        "moved": moved_data(one.moved),
    }


def _written_data(written: Written, log: Log) -> Mapping[str, Any]:
    commits = written.commits if log.newest_first else written.commits[::-1]
    return {
        "commits": [
            {
                "commit": one.hash,
                "on": one.on,
                "author": one.author,
                "subject": one.subject,
                "readable": one.readable,
            }
            for one in commits
        ],
        "notes": list(written.notes),
    }
