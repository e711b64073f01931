"""Everything that leaves the program: reports on stdout, problems on stderr, in words and safe to show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from winsell.base.block import Report
from winsell.base.fact import Say
from winsell.base.problem import AT_MOST, Problem, WinsellError
from winsell.views.formats import FORMATS
from winsell.views.screen import screen_of
from winsell.words.speak import Speaker

USAGE = 2


def format_of(name: str, *, json: bool) -> str:
    """Return the chosen format; raise WinsellError for one that does not exist."""
    if json:
        return "json"
    if name not in FORMATS:
        raise WinsellError((Problem("bad-format", facts={"value": name, "known": tuple(FORMATS)}),), USAGE)
    return name


def show(report: Report, format_: str) -> None:
    """Print a report."""
    FORMATS[format_](report, Speaker(), screen_of(sys.stdout, os.environ), sys.stdout)


def complain(problems: Iterable[Problem]) -> None:
    """Print problems, each as `path:line: what is wrong - what to do`; at most twenty a file, the rest counted."""
    from winsell.views.plain import show as safe

    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem)
    for path, found in by_path.items():
        for problem in found[:AT_MOST]:
            sys.stderr.write(safe(sentence(problem)) + "\n")
        if len(found) > AT_MOST:
            more = Speaker().say(Say("problems.more", {"count": len(found) - AT_MOST}))
            sys.stderr.write(safe(f"{path}: {more}") + "\n")


def sentence(problem: Problem) -> str:
    """Put a problem into words, with its place before it."""
    said = Speaker().say(Say(f"problem.{problem.code}", dict(problem.facts)))
    place = ":".join(str(part) for part in (problem.path or "winsell", problem.line) if part is not None)
    return f"{place}: {said}"


def debugging() -> bool:
    """Tell whether a developer wants to see where it broke."""
    return bool(os.environ.get("WINSELL_DEBUG"))
