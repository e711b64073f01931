"""`winsell check --fix`: what is mended in each file as a diff, whether it was written, and what is left to its owner.

In: the text of each file before and after, the problems that remain. Out: a report; nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from winsell import __version__
from winsell.base.block import Block, Checklist, Diff, Heading, Line, Paragraph, Report
from winsell.base.cap import AT_MOST
from winsell.base.fact import Fact, Say
from winsell.base.problem import Problem
from winsell.reports.heading import REPORT

State = Literal["clean", "open", "written"]
"""Nothing to mend; mended and not written yet; written."""
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Fixed:
    """One file."""

    path: str
    before: str
    after: str
    left: tuple[Problem, ...]
    written: bool = False

    @property
    def state(self) -> State:
        """What became of it."""
        if self.before == self.after:
            return "clean"
        return "written" if self.written else "open"


def fixed_report(fixed: Sequence[Fixed], *, asked: bool = False) -> Report:
    """Show what can be mended and what was; `asked` if the question whether to write it follows."""
    return Report("fix", lambda: tuple(_blocks(fixed, asked=asked)), lambda: _contract(fixed))


def written_report(fixed: Sequence[Fixed]) -> Report:
    """Tell in the end which files were written, their diffs having been shown."""
    return Report("fix", lambda: tuple(_told(fixed)), lambda: _contract(fixed))


def _contract(fixed: Sequence[Fixed]) -> dict[str, Any]:
    return {"winsell": __version__, "report": REPORT, "kind": "fix", "files": [_data(one) for one in fixed]}


def _data(one: Fixed) -> dict[str, Any]:
    left = [{"code": problem.code, "line": problem.line, "column": problem.column} for problem in one.left]
    return {"path": one.path, "state": one.state, "diff": list(unified(one)), "left": left}


def unified(one: Fixed) -> Iterator[str]:
    """Yield what differs, in the unified form."""
    from difflib import unified_diff  # not free to import, and rarely wanted

    before, after = _BREAK.split(one.before), _BREAK.split(one.after)
    if "" == before[-1] == after[-1]:
        del before[-1], after[-1]
    yield from unified_diff(before, after, one.path, one.path, lineterm="")


def _blocks(fixed: Sequence[Fixed], *, asked: bool) -> Iterator[Block]:
    for one in fixed:
        if one.state != "clean":
            yield Diff(tuple(unified(one)))
    if not asked:
        yield from _told(fixed)


def _told(fixed: Sequence[Fixed]) -> Iterator[Block]:
    for one in fixed:
        if one.left:
            yield Heading(Say("check.file", {"path": one.path}))
            yield Checklist(tuple(_left(one.left)))
    yield Paragraph(tuple(Line(say, tone="strong") for say in _summary(fixed)))


def _left(problems: Sequence[Problem]) -> Iterator[Line]:
    for problem in problems[:AT_MOST]:
        place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
        said = Say(f"problem.{problem.code}", dict(problem.facts))
        yield Line(Say("check.problem", {"place": place, "problem": said}), tone="red")
    if len(problems) > AT_MOST:
        yield Line(Say("problems.more", {"count": len(problems) - AT_MOST}), tone="red")


def _summary(fixed: Sequence[Fixed]) -> Iterator[Say]:
    states = [one.state for one in fixed]
    left = sum(len(one.left) for one in fixed)
    facts: dict[str, Fact] = {"written": states.count("written"), "open": states.count("open"), "count": left}
    if facts["written"]:
        yield Say("fix.written", facts)
    if facts["open"]:
        yield Say("fix.open", facts)
    if not facts["written"] and not facts["open"]:
        yield Say("fix.nothing", facts)
    if left:
        yield Say("fix.left", facts)
