"""What may be wrong with a file, or with what somebody typed: by the name that stands in `check --format concise`."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.base.fact import Fact, Say
from winsell.reports.explain.topic import Book, Topic

_ANYTHING = "..."


def problem_topics(book: Book) -> Iterator[Topic]:
    """Yield each problem; its sentence is meant of no one file, so that each place in it is left open."""
    for name, places in book.words.problems.items():
        open_: dict[str, Fact] = dict.fromkeys(places, _ANYTHING)
        details = (Say("explain.problem-clear"),)
        yield Topic(
            f"problem.{name}",
            "problem",
            name,
            Say(f"problem.{name}", open_),
            details=details,
            shown=False,
        )
