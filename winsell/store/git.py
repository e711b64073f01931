"""A file's history, read from git without letting anything run that a repository's configuration names.

In: a path, and what was typed as a revision. Out: commits and the bytes of files in them; `NoHistoryError` says why
there are none, which is never an error of the command: a deal is analysed without git. Read are `rev-parse`, `log` and
`cat-file` only, none of which runs a filter, a hook, a monitor, a pager or a textconv; the environment is scrubbed of
what a hook or a user left in it, git is found at absolute places of the PATH, and nothing goes to the network.
Idea: CVE-2022-42906, CVE-2023-40590 and their kin; what each command runs was measured with git 2.39.
"""

from __future__ import annotations

import os
import subprocess  # noqa: TID251 - the one place that starts git
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from winsell.store.decode import MAX_BYTES

SECONDS = 20
"""How long git may take; a repository on a share that hangs must not hang us."""
_ALLOWED = ("rev-parse", "log", "cat-file")
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ASKPASS": "true",
    "GIT_SSH_COMMAND": "false",
    "GIT_ALLOW_PROTOCOL": "none",
}
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "core.quotepath=false",
    "color.ui=false",
    "log.follow=false",
    "log.diffMerges=separate",
    "diff.relative=false",
    "i18n.logOutputEncoding=UTF-8",
    "diff.external=",
    "diff.orderFile=/dev/null",
    "core.pager=cat",
    "protocol.allow=never",
)
_FIELDS = "%H%x00%cI%x00%an%x00%s%x00"
"""Of a commit: hash, committer's day in his own zone, author, first line, each with a NUL behind it."""
_PER_COMMIT = 4
_EPOCH = date(1970, 1, 1)
"""What git itself gives for a time that it cannot read."""
_AT_ONCE = 500
"""How many texts are asked for at once, so that a long history of large files never stands in memory as a whole."""


class NoHistoryError(Exception):
    """There is no history to read; says why as a code and facts."""

    def __init__(self, code: str, **facts: str) -> None:
        """Keep why: no-git, no-repository, no-commits, not-trusted, git-failed, git-slow, not-in-clone."""
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit."""

    hash: str
    on: date
    """The committer's day, in his own zone; the first of git's own clock where it says none of our calendar."""
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Touched:
    """What a commit did to one file."""

    letter: str
    """A added, D deleted, M changed, T of another type, C copied."""
    old: str
    """The blob before, in hex; zeros if there was none."""
    new: str
    """The blob after, in hex; zeros if there is none."""
    is_file: bool
    """Whether it is a regular file after the commit, and no link or submodule."""
    path: str
    """From the top of the repository."""
    copied_from: str | None = None


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder stands in."""

    git: str
    folder: str
    """Where git runs: paths are named from here."""
    shallow: bool
    """Whether the oldest commits are missing in this clone."""

    def commit(self, revision: str) -> Commit | None:
        """Find the commit that a revision names; None if there is none."""
        if revision.startswith("-") or not revision or "\0" in revision:
            return None
        said = self._try("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if said is None:
            self._refuse_unborn()
            return None
        return next(self._log("-1", said.decode("ascii").strip(), "--"), None)

    def commits(self, path: str, revision: str = "HEAD") -> tuple[Commit, ...]:
        """Return the commits up to a revision that changed a file, newest first; renames are not followed."""
        last = self.commit(revision)
        return () if last is None else tuple(self._log(last.hash, "--", self._name(path)))

    def bytes_of(self, commit: Commit, path: str) -> bytes | None:
        """Return a file as it was in a commit; None if it was not in there, or was no file that we would read."""
        done = self._started("rev-parse", "--verify", "--quiet", f"{commit.hash}:./{self._name(path)}")
        if done.returncode != 0:
            _refuse_promised(done.stderr)
            return None
        object_ = done.stdout.strip()
        kind, size = self._header("--batch-check", object_)
        if kind != b"blob" or size > MAX_BYTES:
            return None
        said = self._run("cat-file", "--batch", feed=object_ + b"\n").stdout
        return said.partition(b"\n")[2][:size]

    def touched(self, revision: str, *paths: str, copies: bool = False) -> Iterator[tuple[Commit, tuple[Touched, ...]]]:
        """Go through the commits up to a revision that touched these files, newest first, with what each did to them.

        Without paths only the commit itself is looked at, and all that it touched; a merge stands once, against its
        first parent that differs.
        """
        words = ("--", *(self._name(path) for path in paths)) if paths else ("-1", "--")
        options = ("-m", "--raw", "-z", "--no-abbrev", "--root", "--no-color", "--no-show-signature", "--no-ext-diff")
        finding = ("--find-copies-harder",) if copies else ("--no-renames",)
        said = self._run("log", *options, "--no-textconv", *finding, f"--format={_FIELDS}", revision, *words).stdout
        seen: set[str] = set()
        for commit, files in _parsed_log(said.decode("utf-8", "surrogateescape").split("\0")):
            if commit.hash not in seen:
                seen.add(commit.hash)
                yield commit, files

    def texts(self, objects: Sequence[str]) -> Iterator[bytes | None]:
        """Read many blobs; None for what this clone lacks, what is no file's text, and what is larger than we read.

        Raises NoHistoryError if git fails as a whole.
        """
        for start in range(0, len(objects), _AT_ONCE):
            asked = objects[start : start + _AT_ONCE]
            wanted = self._readable(asked)
            found = _batch(self._run("cat-file", "--batch", feed=_lines(wanted)).stdout) if wanted else {}
            yield from (found.get(one) for one in asked)

    def _readable(self, asked: Sequence[str]) -> list[str]:
        """Leave out what is too large, and what a partial clone would have to fetch: asking for that ends git."""
        done = self._started("cat-file", "--batch-check", feed=_lines(asked))
        if done.returncode != 0:
            done = self._run("cat-file", "--batch-check", "--batch-all-objects")
        sizes = {said.split(b" ")[0]: said for said in done.stdout.splitlines()}
        return [one for one in asked if _is_readable(sizes.get(one.encode("ascii"), b""))]

    def in_index(self, path: str) -> bool:
        """Tell whether git keeps a file, committed or about to be."""
        return self._try("rev-parse", "--verify", "--quiet", f":./{self.name(path)}") is not None

    def is_unborn(self) -> bool:
        """Tell whether nothing was ever committed on this branch."""
        return self._try("rev-parse", "--verify", "--quiet", "HEAD") is None

    def is_detached(self) -> bool:
        """Tell whether a commit would belong to no branch."""
        return self._try("rev-parse", "--symbolic-full-name", "HEAD") == b"HEAD\n"

    def branch(self) -> str | None:
        """Name the branch on which a commit would be; None if it is none."""
        said = os.fsdecode(self._try("rev-parse", "--symbolic-full-name", "HEAD") or b"").strip()
        return said.removeprefix("refs/heads/") if said.startswith("refs/heads/") else None

    def unfinished(self) -> str | None:
        """Name what somebody began and did not end: a merge, a rebase, a pick, a revert; None if there is nothing."""
        for place in ("rebase-merge", "rebase-apply"):
            said = self._try("rev-parse", "--git-path", place) or b""
            if said and Path(self.folder, os.fsdecode(said.rstrip(b"\n"))).is_dir():
                return "rebase"
        for work in ("merge", "cherry-pick", "revert"):
            head = f"{work.upper().replace('-', '_')}_HEAD"
            if self._try("rev-parse", "--verify", "--quiet", head) is not None:
                return work
        return None

    def name(self, path: str) -> str:
        """Name a file from the folder where git runs, as git wants it."""
        return self._name(path)

    def top(self) -> str:
        """Return the folder at the top of the repository."""
        return os.fsdecode(self._run("rev-parse", "--show-toplevel").stdout.rstrip(b"\n"))

    def _header(self, option: str, object_: bytes) -> tuple[bytes, int]:
        """Ask what an object is and how large; NoHistoryError if this clone left it out."""
        parts = self._run("cat-file", option, feed=object_ + b"\n").stdout.split()
        if len(parts) < 3 or not parts[2].isdigit():  # noqa: PLR2004 - hash, kind, size
            raise NoHistoryError("not-in-clone")
        return parts[1], int(parts[2])

    def _name(self, path: str) -> str:
        """Name a file from the folder where git runs."""
        return Path(os.path.relpath(os.path.realpath(path), self.folder)).as_posix()

    def _log(self, *words: str) -> Iterator[Commit]:
        options = ("--no-show-signature", "--no-ext-diff", "--no-textconv", f"--format={_FIELDS}")
        said = self._run("log", *options, *words).stdout.decode("utf-8", "replace").split("\0")
        for at in range(0, len(said) - _PER_COMMIT, _PER_COMMIT):
            hash_, day, author, subject = said[at : at + _PER_COMMIT]
            yield Commit(hash_.strip(), _day(day), author, subject)

    def _try(self, *words: str) -> bytes | None:
        done = self._started(*words)
        return done.stdout if done.returncode == 0 else None

    def _run(self, *words: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        done = self._started(*words, feed=feed)
        if done.returncode != 0:
            _refuse_promised(done.stderr)
            raise NoHistoryError("git-failed", reason=_first_line(done.stderr))
        return done

    def _started(self, *words: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return _started(self.git, self.folder, *words, feed=feed)

    def _refuse_unborn(self) -> None:
        """Tell a repository without any commit, and one that is damaged, from a revision that it does not have."""
        if self._try("rev-parse", "--verify", "--quiet", "HEAD") is None:
            raise NoHistoryError("no-commits")
        self._run("rev-parse", "--verify", "HEAD^{commit}")


def repository_of(path: str) -> Repository:
    """Find the repository that a file stands in, whether it is known there or not; NoHistoryError if there is none."""
    git = _find_git(os.environ)
    if git is None:
        raise NoHistoryError("no-git")
    folder = str(Path(os.path.realpath(path)).parent)
    done = _started(git, folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if done.returncode != 0:
        raise _refusal(_first_line(done.stderr))
    said = done.stdout.split()
    if said[:1] != [b"true"]:
        raise NoHistoryError("no-repository")
    return Repository(git, folder, shallow=said[1:] == [b"true"])


def _day(said: str) -> date:
    """Read the day of a commit, which anybody may have written: none at all, or one that no calendar reaches."""
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return _EPOCH


def _parsed_log(said: list[str]) -> Iterator[tuple[Commit, tuple[Touched, ...]]]:
    """Read what `log --raw -z` said: four fields of a commit, then two or three of each file."""
    at, commit, files = 0, None, list[Touched]()
    while at < len(said):
        word = said[at].strip("\n")
        if not word:
            at += 1
        elif word.startswith(":"):
            touched, at = _parsed_file(said, at, word)
            files.append(touched)
        else:
            if commit is not None:
                yield commit, tuple(files)
            hash_, (day, author, subject) = word, said[at + 1 : at + _PER_COMMIT]
            author, subject = (one.encode("utf-8", "replace").decode() for one in (author, subject))
            commit, files, at = Commit(hash_, _day(day), author, subject), [], at + _PER_COMMIT
    if commit is not None:
        yield commit, tuple(files)


def _parsed_file(said: list[str], at: int, word: str) -> tuple[Touched, int]:
    _, mode, old, new, letter = word.split(" ")
    paths = said[at + 1 : at + (3 if letter[0] in "CR" else 2)]
    source = paths[0] if len(paths) > 1 else None
    return Touched(letter[0], old, new, mode.startswith("100"), paths[-1], source), at + 1 + len(paths)


def _lines(objects: Sequence[str]) -> bytes:
    return "".join(f"{one}\n" for one in objects).encode("ascii")


def _is_readable(said: bytes) -> bool:
    """Tell from a line of `cat-file --batch-check` whether an object is there, a blob, and no larger than we read."""
    _, kind, size, *_ = (*said.split(), b"", b"", b"")
    return kind == b"blob" and size.isdigit() and int(size) <= MAX_BYTES


def _batch(said: bytes) -> dict[str, bytes]:
    """Read what `cat-file --batch` said: a line with hash, kind and size, the text, a newline, again and again."""
    found, at = dict[str, bytes](), 0
    while at < len(said):
        end = said.index(b"\n", at)
        hash_, _, size = said[at:end].split()
        found[hash_.decode("ascii")] = said[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def scrubbed(given: Mapping[str, str], kept: tuple[str, ...] = ()) -> dict[str, str]:
    """Leave out whatever would point git elsewhere, and nothing else; `kept` are the names to let through."""
    return {name: value for name, value in given.items() if not name.startswith("GIT_") or name in kept}


def _refuse_promised(said: bytes) -> None:
    """Tell what a partial clone left out, and could only fetch over the network, from what is not there."""
    if b"promisor" in said:
        raise NoHistoryError("not-in-clone")


def _refusal(said: str) -> NoHistoryError:
    """Tell the ways apart in which git says that there is nothing to read; its words are English, LC_ALL sees to it."""
    if "dubious ownership" in said:
        return NoHistoryError("not-trusted", reason=said)
    return (
        NoHistoryError("no-repository") if "not a git repository" in said else NoHistoryError("git-failed", reason=said)
    )


def _started(git: str, folder: str, *words: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run one of the commands that run nothing else."""
    if words[0] not in _ALLOWED:
        raise ValueError(words[0])
    settings = tuple(word for setting in _SETTINGS for word in ("-c", setting))
    argv = (git, "--no-pager", *settings, "-C", folder, *words)
    try:
        return subprocess.run(  # noqa: S603 - an absolute program, no shell
            argv, input=feed, capture_output=True, env=_environment(os.environ), timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise NoHistoryError("git-slow") from None
    except OSError as error:
        raise NoHistoryError("git-failed", reason=error.strerror or str(error)) from None


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Leave out whatever would point git elsewhere or change its words, and add what keeps it quiet."""
    kept = {name: value for name, value in given.items() if not name.startswith(("GIT_", "LC_")) and name != "LANGUAGE"}
    return kept | _ENVIRONMENT


def _find_git(given: Mapping[str, str]) -> str | None:
    """Find git at an absolute place of the PATH: a program of that name in the deal's own folder is not git."""
    name = "git.exe" if sys.platform == "win32" else "git"
    places = (Path(entry) / name for entry in given.get("PATH", "").split(os.pathsep) if Path(entry).is_absolute())
    return next((str(place) for place in places if place.is_file() and os.access(place, os.X_OK)), None)


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").splitlines()
    return lines[0] if lines else ""
