"""Reports of small deals as a reader sees them: every sentence in one line, as in a pipe."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from tests.analysis.moments import ON, assessed
from winsell.base.block import Report
from winsell.reports.analyze import analyze_report
from winsell.reports.plan import plan_report
from winsell.reports.screen import screen_report
from winsell.reports.subject import Subject
from winsell.rules.registry import findings_of
from winsell.views.screen import Screen
from winsell.views.terminal import render
from winsell.words.speak import Speaker

PIPE = Screen(width=100, terminal=False)


def subject(*, dated_by_outcome: bool = False) -> Subject:
    """The file of a deal that was never in a file."""
    return Subject("a-deal", "deal.yaml", lambda: "0123456789ab", lambda _: 1, dated_by_outcome=dated_by_outcome)


def lines(report: Report) -> list[str]:
    """What a report says, line by line."""
    return [line.strip() for line in render(report, Speaker("en"), PIPE).splitlines()]


def analyzed(text: str, on: date = ON) -> list[str]:
    """What `winsell analyze` says of a deal."""
    found = assessed(text, on)
    return lines(analyze_report(subject(), found, findings_of(found)))


def planned(text: str, on: date = ON) -> list[str]:
    """What `winsell plan` says of a deal."""
    return lines(plan_report(subject(), assessed(text, on)))


def screened(text: str, on: date = ON) -> list[str]:
    """What `winsell screen` says of a deal."""
    return lines(screen_report(subject(), assessed(text, on)))


def under(said: list[str], title: str) -> list[str]:
    """The lines of a section: those below its title, until the next blank line."""
    start = next(number for number, line in enumerate(said) if line.startswith(title)) + 1
    end = next((number for number, line in enumerate(said) if number >= start and not line), len(said))
    return said[start:end]


def notes(said: list[str], title: str) -> list[str]:
    """The notes below the sentence that begins so."""
    start = next(number for number, line in enumerate(said) if line.startswith(title)) + 1
    return list(takewhile(lambda line: line.startswith("- "), said[start:]))


def cells(line: str) -> list[str]:
    """What stands in the columns of a row; the sign and the word of its tone are one."""
    return re.split(r"\s{2,}", line)


def number(said: list[str]) -> str:
    """The sentence that reads the win probability."""
    return next(line for line in said if "Win probability " in line)
