"""What the commands about git have in common: the repository of some files, and why there is none to write to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from winsell.base.exit_codes import INVALID
from winsell.base.problem import Problem, WinsellError

if TYPE_CHECKING:
    from winsell.store.git import Repository


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn what git could not or would not do into a problem of ours; nothing was written."""
    from winsell.store.git import NoHistoryError
    from winsell.store.git_write import GitRefusedError

    try:
        yield
    except (NoHistoryError, GitRefusedError) as error:
        raise WinsellError((Problem(f"git-{error.code}", facts=error.facts),), INVALID) from None


def one_repository(paths: Sequence[str]) -> Repository:
    """Return the repository in which all these files stand."""
    from winsell.store.git import repository_of

    tops = {(found := repository_of(path)).top(): found for path in paths}
    if len(tops) > 1:
        raise WinsellError((Problem("git-several-repositories", facts={"folders": tuple(sorted(tops))}),), INVALID)
    return next(iter(tops.values()))
