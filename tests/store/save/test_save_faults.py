"""Each call to the system fails or is interrupted in turn: the file is wholly old or new, as it is said."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from winsell.base.problem import WinsellError
from winsell.store.save.create import create
from winsell.store.save.draft import draft_of, drop_draft, keep_draft
from winsell.store.save.save import locked
from winsell.store.save.undo import last, save_with_undo, take_back

OLD, NEW = b"deal: old\n" * 50, b"deal: new\n" * 60
CALLS = ("open", "write", "fsync", "close", "replace", "link", "unlink", "fchmod", "lstat", "mkdir", "read", "listdir")
ERRORS = {
    errno.ENOSPC: "save-full",
    errno.EIO: "save-failed",
    errno.EROFS: "save-read-only-disk",
    errno.EACCES: "save-no-permission",
    errno.EDQUOT: "save-quota",
}
STOPS = [OSError(number, os.strerror(number)) for number in ERRORS] + [KeyboardInterrupt(), SystemExit(143)]


class Nth:
    """A call to the system that fails when it is made for the nth time; with `after`, once it is done."""

    def __init__(self, call: Callable[..., Any], nth: int, error: BaseException, *, after: bool = False) -> None:
        self.call, self.nth, self.error, self.after, self.count = call, nth, error, after, 0

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.count += 1
        if self.count == self.nth and self.after:
            with suppress(OSError):
                self.call(*arguments, **named)
        if self.count == self.nth:
            raise self.error
        return self.call(*arguments, **named)


def save_plainly(path: Path) -> None:
    with locked(str(path), wait=1) as target:
        target.replace(NEW)


def save_undoably(path: Path) -> None:
    with locked(str(path), wait=1) as target:
        save_with_undo(target, NEW, "a change")


def make_new(path: Path) -> None:
    create(str(path), NEW, wait=1)


WAYS = {"plain": save_plainly, "undo": save_undoably, "create": make_new}


def count(way: str, call: str, folder: Path) -> int:
    """How often a way of saving makes this call."""
    folder.mkdir()
    path = folder / "deal.yaml"
    if way != "create":
        path.write_bytes(OLD)
    with pytest.MonkeyPatch.context() as patch:
        counter = Nth(getattr(os, call), 0, OSError())
        patch.setattr(os, call, counter)
        WAYS[way](path)
    assert NEW == path.read_bytes()
    return counter.count


def once(way: str, folder: Path, call: str, nth: int, error: BaseException, *, after: bool) -> BaseException | None:
    """Let one call fail; what the file says then must be wholly the old or the new, and told as it is."""
    folder.mkdir()
    path = folder / "deal.yaml"
    old = None if way == "create" else OLD
    if old is not None:
        path.write_bytes(old)
    said = None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, Nth(getattr(os, call), nth, error, after=after))
        try:
            WAYS[way](path)
        except (WinsellError, OSError, KeyboardInterrupt, SystemExit) as stopped:
            said = stopped
    now = path.read_bytes() if path.exists() else None
    assert now in (old, NEW)
    told_new = said is None or (isinstance(said, WinsellError) and said.problems[0].code == "save-not-sure")
    if told_new:
        assert now == NEW
    elif isinstance(said, WinsellError):
        assert now == old, said.problems
    assert [one.name for one in folder.rglob("*.y*ml")] == ["deal.yaml"] * (now is not None)
    if call not in {"unlink", "listdir"}:
        assert [] == list(folder.rglob("*.winsell-tmp"))
    _next_run_cleans_up(way, path, now)
    return said


def _next_run_cleans_up(way: str, path: Path, now: bytes | None) -> None:
    if way == "create" and now is None:
        make_new(path)
    path.write_bytes(OLD)
    save_undoably(path)
    assert NEW == path.read_bytes()
    assert [] == list(path.parent.glob(".deal.yaml.*"))
    assert [] == list(path.parent.rglob(".*.undo.*.winsell-tmp"))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("way", WAYS)
def test_any_call_may_fail(way: str, call: str, tmp_path: Path) -> None:
    runs = count(way, call, tmp_path / "whole")
    for nth in range(1, runs + 1):
        for number, error in enumerate(STOPS):
            for after in (True,) if call == "close" else (False, True):  # a close that fails has closed, too
                said = once(way, tmp_path / f"{nth}-{number}-{after}", call, nth, error, after=after)
                if isinstance(error, OSError):
                    assert said is None or isinstance(said, WinsellError), (nth, said)
                else:
                    assert said is error, (nth, after)


@pytest.mark.parametrize("call", ["write", "fsync", "close", "replace", "fsync of the folder"])
def test_the_search_reaches_the_calls_that_matter(call: str, tmp_path: Path) -> None:
    name, _, of = call.partition(" ")
    assert count("plain", name, tmp_path / "whole") >= (2 if of else 1)


@pytest.mark.parametrize(("number", "code"), ERRORS.items())
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_the_reason_is_told(call: str, number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, call, Nth(getattr(os, call), 1, OSError(number, "the system's words")))
    with pytest.raises(WinsellError) as caught:
        save_plainly(path)
    assert 3 == caught.value.exit_code
    assert code == caught.value.problems[0].code
    assert ({"reason": "the system's words"} if code == "save-failed" else {}) == caught.value.problems[0].facts
    assert OLD == path.read_bytes()


def test_an_error_of_close_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    close, written = os.close, os.O_WRONLY

    def failing(descriptor: int) -> None:
        import fcntl

        wrote = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == written
        close(descriptor)
        if wrote:
            raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(os, "close", failing)
    with pytest.raises(WinsellError) as caught:
        save_plainly(path)
    assert "save-quota" == caught.value.problems[0].code
    assert OLD == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)


def test_the_folder_that_does_not_reach_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", Nth(os.fsync, 2, OSError(errno.EIO, "Input/output error")))
    with pytest.raises(WinsellError) as caught:
        save_plainly(path)
    (problem,) = caught.value.problems
    assert ("save-not-sure", {"reason": "Input/output error"}) == (problem.code, problem.facts)
    assert NEW == path.read_bytes()


def test_a_folder_that_cannot_be_synced_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", Nth(os.fsync, 2, OSError(errno.EINVAL, "Invalid argument")))
    save_plainly(path)
    assert NEW == path.read_bytes()


@pytest.mark.parametrize("most", [1, 7])
def test_short_writes_are_gone_on_with(most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, raw: write(descriptor, raw[:most]))
    save_plainly(path)
    assert NEW == path.read_bytes()


def test_a_write_that_writes_nothing_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(WinsellError):
        save_plainly(path)
    assert OLD == path.read_bytes()


class HeldError(PermissionError):
    """What Windows raises while another program has the file open."""

    winerror = 32


@pytest.mark.parametrize(("failures", "saved"), [(1, True), (6, True), (7, False)])
def test_a_file_that_is_held_is_tried_again(
    failures: int, saved: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    replace = os.replace
    pauses: list[float] = []
    tries: list[tuple[str, ...]] = []

    def held(*names: str) -> None:
        tries.append(names)
        if len(tries) <= failures:
            raise HeldError(13, "Permission denied")
        replace(*names)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("winsell.store.save.patience.time.sleep", pauses.append)
    if saved:
        save_plainly(path)
    else:
        with pytest.raises(WinsellError) as caught:
            save_plainly(path)
        assert "save-held" == caught.value.problems[0].code
        assert 2.5 == pytest.approx(sum(pauses))
    assert (NEW if saved else OLD) == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)


def test_a_temporary_file_that_somebody_took_away_is_no_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    replace = os.replace

    def swept(temp: str, real: str) -> None:
        os.unlink(temp)
        replace(temp, real)

    monkeypatch.setattr(os, "replace", swept)
    with pytest.raises(WinsellError) as caught:
        save_plainly(path)
    assert "save-failed" == caught.value.problems[0].code
    assert OLD == path.read_bytes()


def test_a_draft_that_is_held_is_kept_and_dropped_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    keep_draft(str(path), "ask", [1], "a run")
    monkeypatch.setattr("winsell.store.save.patience.time.sleep", lambda _: None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", Nth(os.replace, 1, HeldError(13, "Permission denied")))
        kept = keep_draft(str(path), "ask", [2], "a run")
    draft = draft_of(str(path), "ask")
    assert draft is not None
    assert [2] == draft.answers
    monkeypatch.setattr(os, "unlink", Nth(os.unlink, 1, HeldError(13, "Permission denied")))
    drop_draft(str(path), "ask")
    assert not Path(kept).exists()


def test_a_save_that_failed_leaves_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "replace", Nth(os.replace, 2, OSError(errno.ENOSPC, "full")))
    with pytest.raises(WinsellError):
        save_undoably(path)
    assert [] == list((tmp_path / ".winsell" / "local").iterdir())


def test_the_record_is_on_the_disk_before_the_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "replace", Nth(os.replace, 2, KeyboardInterrupt(), after=True))
    with pytest.raises(KeyboardInterrupt):
        save_undoably(path)
    assert NEW == path.read_bytes()
    assert last(str(path)) is not None
    take_back(str(path))
    assert OLD == path.read_bytes()
