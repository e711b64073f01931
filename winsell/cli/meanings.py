"""A word that is no level is told with what the levels mean: whoever typed it thinks of one of them in other words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from winsell.base.fact import Say, Term
from winsell.base.problem import FactValue, Problem, WinsellError


def _meant(problem: Problem) -> tuple[str, ...]:
    """Return the words that a refusal holds likely: those that a yes or a no may stand for, else the nearest."""
    several, nearest = problem.facts.get("meant"), problem.facts.get("nearest")
    return several if isinstance(several, tuple) else (str(nearest),) if nearest else ()


@contextmanager
def told_with_meanings(words: Collection[str], typed: str, path: str) -> Iterator[None]:
    """Tell of a refused word what the levels mean, and for which of them people say it."""
    from winsell.store.change import CannotTakeError
    from winsell.words.levels import group_of
    from winsell.words.said_for import meant_by
    from winsell.words.terms import TERMS

    try:
        yield
    except CannotTakeError as error:
        group = group_of(words)
        (problem, *others) = error.problems
        if others or group is None or group not in TERMS or not problem.code.startswith("wrong-word"):
            raise
        meant = meant_by(group, typed) or _meant(problem)
        levels = tuple(Say("set.level", {"id": one, "word": Term(group, one)}) for one in words if one in TERMS[group])
        facts: dict[str, FactValue] = {
            "value": typed,
            "path": path,
            "allowed": Say("set.levels", {"levels": levels}),
            "nearest": " / ".join(f"`{one}`" for one in meant if one in words),
        }
        raise WinsellError((Problem("wrong-level", facts=facts, path=problem.path),), error.exit_code) from None
