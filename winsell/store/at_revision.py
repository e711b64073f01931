"""A deal's files as they were in a commit, for whoever reads a deal as it was written down then."""

from __future__ import annotations

from functools import cache

from winsell.base.problem import Problem, WinsellError
from winsell.store.document import Document
from winsell.store.git import Commit, Repository
from winsell.store.load import Files, document_of


def files_in(repository: Repository, commit: Commit) -> Files:
    """Return the files of a commit; `NoHistoryError` where this clone left one out."""

    @cache
    def raw(path: str) -> bytes | None:
        return repository.bytes_of(commit, path)

    def read(path: str) -> Document:
        found = raw(path)
        if found is None:
            raise WinsellError((Problem("file-not-found", path=path),))
        return document_of(path, found)

    return Files(read, lambda path: raw(path) is not None)
