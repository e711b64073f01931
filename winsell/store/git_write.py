"""The few commands that write to a repository: a setting, and a commit of named files. Each is asked for by its user.

In: a `Repository` and what to write. Out: what git did; `GitRefusedError` says why it did not. A commit runs what the
user's own settings name (hooks, a signing program, filters), for that is what `git commit` does; `runs_at_commit` says
which beforehand. Nothing waits for an answer: there is no terminal to ask at and no editor, and the time is limited.
Other files that are staged stay staged. Reading is for `store/git`, which runs nothing.
"""

from __future__ import annotations

import os
import signal
import subprocess  # noqa: TID251 - the one place that lets git write
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from winsell.store.git import Repository, scrubbed

SECONDS = 120
"""How long a commit may take: hooks may be slow, and a program that waits for a password waits for ever."""
_ENDING = 3
"""Seconds that git has to clean up after itself when it is told to end."""
_ALLOWED = ("add", "commit", "config", "reset", "rev-parse")
_SETTINGS = (
    "core.fsmonitor=false",
    "core.quotepath=false",
    "core.editor=false",
    "color.ui=false",
    "i18n.commitEncoding=UTF-8",
    "gc.auto=0",
    "maintenance.auto=false",
)
_IDENTITY = tuple(f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL", "DATE"))
"""Who commits, and when, may be said by the environment; where to commit may not."""
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "true", "GIT_EDITOR": "false", "SSH_ASKPASS_REQUIRE": "never"}
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction", "post-index-change")
_LINES = 6
"""Of what git or a hook said."""


class GitRefusedError(Exception):
    """Git did not do what was asked; says why as a code and facts."""

    def __init__(self, code: str, **facts: str) -> None:
        """Keep why: failed, slow, locked, ignored, nobody, is-unfinished, is-detached."""
        super().__init__(code)
        self.code, self.facts = code, facts


# Settings.


def setting(repository: Repository, key: str) -> str | None:
    """Return what the repository's own settings say; None if they do not."""
    code, said = _started(repository, "config", "--local", "--get", key)
    return said.decode("utf-8", "replace").rstrip("\n") if code == 0 else None


def write_settings(repository: Repository, settings: Mapping[str, str]) -> tuple[str, ...]:
    """Write settings of the repository's own; return the keys that said something else before."""
    changed = tuple(key for key, value in settings.items() if setting(repository, key) != value)
    for key in changed:
        _run(repository, "config", "--local", "--replace-all", key, settings[key])
    return changed


def remove_settings(repository: Repository, keys: Sequence[str]) -> tuple[str, ...]:
    """Take settings out; return those that were there."""
    there = tuple(key for key in keys if setting(repository, key) is not None)
    for key in there:
        _run(repository, "config", "--local", "--unset-all", key)
    return there


# A commit.


def runs_at_commit(repository: Repository) -> tuple[str, ...]:
    """Name the programs that git will run beside itself: hooks that are there, signing, filters."""
    return (*_hooks(repository), *_signing(repository), *_filters(repository))


def _hooks(repository: Repository) -> Iterator[str]:
    code, said = _started(repository, "rev-parse", "--git-path", "hooks")
    folder = Path(repository.folder, os.fsdecode(said.rstrip(b"\n")))
    yield from (name for name in _HOOKS if code == 0 and os.access(folder / name, os.X_OK))


def _signing(repository: Repository) -> Iterator[str]:
    code, said = _started(repository, "config", "--type=bool", "--get", "commit.gpgSign")
    if code == 0 and said == b"true\n":
        code, said = _started(repository, "config", "--get", "gpg.program")
        yield said.decode("utf-8", "replace").strip() or "gpg"


def _filters(repository: Repository) -> Iterator[str]:
    _, said = _started(repository, "config", "-z", "--get-regexp", r"^filter\..*\.(clean|process)$")
    names = (one.partition("\n")[0] for one in said.decode("utf-8", "replace").split("\0") if one)
    yield from dict.fromkeys(name.rpartition(".")[0] for name in names)


def refuse_unfinished(repository: Repository) -> None:
    """Refuse where a commit of some files is impossible, or would be lost."""
    work = repository.unfinished()
    if work is not None:
        raise GitRefusedError("is-unfinished", work=work)
    if repository.is_detached():
        raise GitRefusedError("is-detached")


def commit_files(repository: Repository, paths: Sequence[str], message: str) -> str:
    """Commit these files as they are on the disk, and nothing else; return the commit's hash."""
    refuse_unfinished(repository)
    names = [_literal(repository, path) for path in paths]
    new = [_literal(repository, path) for path in paths if not repository.in_index(path)]
    if new:
        _announced(repository, new)
    try:
        _run(repository, "commit", "--quiet", "--only", "--cleanup=whitespace", "-F", "-", "--", *names, feed=message)
    except GitRefusedError:
        if new:
            _started(repository, "reset", "--quiet", "--", *new)
        raise
    return os.fsdecode(_run(repository, "rev-parse", "--verify", "HEAD").strip())


def _literal(repository: Repository, path: str) -> str:
    """Name a file so that no sign in its name means anything; as an argument, since hooks inherit the environment."""
    return f":(literal){repository.name(path)}"


def _announced(repository: Repository, new: Sequence[str]) -> None:
    """Tell git of files that it has never seen; their content is taken by the commit alone."""
    try:
        _run(repository, "add", "--intent-to-add", "--", *new)
    except GitRefusedError as error:
        raise GitRefusedError("ignored", **error.facts) if error.code == "failed" else error from None


# Running git.


def _run(repository: Repository, *words: str, feed: str = "") -> bytes:
    code, said = _started(repository, *words, feed=feed)
    if code != 0:
        raise _refusal(said)
    return said


def _refusal(said: bytes) -> GitRefusedError:
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    if b"index.lock" in said or b"HEAD.lock" in said or b"config.lock" in said:
        return GitRefusedError("locked", reason=lines[0])
    if b"user.email" in said:
        return GitRefusedError("nobody")
    return GitRefusedError("failed", reason=" / ".join(lines[:_LINES]))


def _started(repository: Repository, *words: str, feed: str = "") -> tuple[int, bytes]:
    """Run one of the allowed commands; return its exit code and all that it said.

    What it says goes to a file: a program that a hook leaves behind may keep a pipe open for ever.
    """
    if words[0] not in _ALLOWED:
        raise ValueError(words[0])
    settings = tuple(word for one in _SETTINGS for word in ("-c", one))
    argv = (repository.git, "--no-pager", *settings, "-C", repository.folder, *words)
    env = scrubbed(os.environ, _IDENTITY) | _QUIET
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(feed.encode("utf-8", "replace"))
        given.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - an absolute program, no shell
                argv, stdin=given, stdout=said, stderr=said, env=env, start_new_session=True
            )
        except OSError as error:
            raise GitRefusedError("failed", reason=error.strerror or str(error)) from None
        _wait(process)
        said.seek(0)
        return process.returncode, said.read()


def _wait(process: subprocess.Popen[bytes]) -> None:
    """Wait for git; end it with all that it started when the time is over, or when the user ends us."""
    try:
        process.wait(SECONDS)
    except BaseException as error:
        _end(process)
        if isinstance(error, subprocess.TimeoutExpired):
            raise GitRefusedError("slow", seconds=str(SECONDS)) from None
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let git remove its locks, then insist, also with those that it started."""
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        _signalled(process, number)
        try:
            process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            continue


def _signalled(process: subprocess.Popen[bytes], number: int) -> None:
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, number)
        else:
            process.kill()
    except OSError:
        pass  # it has ended by itself
