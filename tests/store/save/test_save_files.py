"""Saving a file that exists, on real files: what is kept, what is refused, what is never lost."""

from __future__ import annotations

import fcntl
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from winsell.base.problem import Problem, WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.save import lock
from winsell.store.save.refusal import SAVE_CODES
from winsell.store.save.save import first_difference, locked
from winsell.store.save.temp import write_temp
from winsell.words.catalogue import sentences

OLD, NEW = "deal: a\r\n# 备注\r\n".encode(), "deal: b\r\n# 备注 🙂\r\n".encode()


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    path = tmp_path / "deal.yaml"
    path.write_bytes(OLD)
    return path


def save(path: Path, new: bytes = NEW) -> tuple[Problem, ...]:
    with locked(str(path), wait=0.2) as target:
        return target.replace(new)


def refused(path: Path, new: bytes = NEW) -> Problem:
    with pytest.raises(WinsellError) as caught:
        save(path, new)
    assert 3 == caught.value.exit_code
    (problem,) = caught.value.problems
    assert str(path) == problem.path
    return problem


def test_every_code_has_its_sentence() -> None:
    assert {f"problem.{code}" for code in SAVE_CODES} <= set(sentences())


def test_the_new_bytes_are_there_and_nothing_else(deal: Path) -> None:
    assert () == save(deal)
    assert NEW == deal.read_bytes()
    assert ["deal.yaml"] == os.listdir(deal.parent)


def test_two_changes_under_one_lock(deal: Path) -> None:
    with locked(str(deal)) as target:
        assert OLD == target.raw
        target.replace(NEW)
        assert NEW == target.raw
        target.replace(b"third\n")
    assert b"third\n" == deal.read_bytes()


def test_the_same_bytes_touch_nothing(deal: Path) -> None:
    os.utime(deal, (1, 1))
    before = deal.stat()
    assert () == save(deal, OLD)
    after = deal.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_link_stays_a_link(deal: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.yaml"
    link.symlink_to("../deal.yaml")
    assert () == save(link)
    assert link.is_symlink()
    assert NEW == deal.read_bytes()
    assert ["link.yaml"] == os.listdir(link.parent)


def test_another_name_of_the_file_is_told(deal: Path, tmp_path: Path) -> None:
    os.link(deal, tmp_path / "other")
    (note,) = save(deal)
    assert ("save-hard-link", str(deal)) == (note.code, note.path)
    assert OLD == (tmp_path / "other").read_bytes()
    assert NEW == deal.read_bytes()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(deal: Path, mode: int) -> None:
    deal.chmod(mode)
    save(deal)
    assert mode == stat.S_IMODE(deal.stat().st_mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(deal: Path) -> None:
    os.chown(deal, 12345, 23456)
    save(deal)
    assert (12345, 23456) == (deal.stat().st_uid, deal.stat().st_gid)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a file of another group")
def test_another_group_gets_no_rights_of_the_old_one(deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    os.chown(deal, 12345, 23456)
    deal.chmod(0o664)
    monkeypatch.setattr(os, "fchown", denied)
    save(deal)
    assert 0o604 == stat.S_IMODE(deal.stat().st_mode)


def test_a_file_is_private_while_it_is_written(deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []
    fchmod = os.fchmod

    def seen(descriptor: int, mode: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        fchmod(descriptor, mode)

    monkeypatch.setattr(os, "fchmod", seen)
    save(deal)
    assert [0o600] == modes


def test_a_read_only_file_is_refused(deal: Path) -> None:
    deal.chmod(0o444)
    assert "save-read-only" == refused(deal).code
    assert OLD == deal.read_bytes()


@pytest.mark.parametrize(("flag", "code"), [(0, "save-no-permission"), (os.ST_RDONLY, "save-read-only-disk")])
def test_a_file_that_may_not_be_written(deal: Path, monkeypatch: pytest.MonkeyPatch, flag: int, code: str) -> None:
    class Status:
        f_flag = flag

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(os, "statvfs", lambda _: Status)
    assert code == refused(deal).code


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "a").symlink_to("a")
    assert "not-a-file" == refused(tmp_path / "fifo").code
    assert "is-a-folder" == refused(tmp_path).code
    assert "link-loop" == refused(tmp_path / "a").code
    assert "file-not-found" == refused(tmp_path / "none.yaml").code
    assert "file-not-found" == refused(tmp_path / "none" / "deal.yaml").code


def test_a_file_that_could_not_be_read_again_is_not_written(deal: Path) -> None:
    assert "save-too-big" == refused(deal, b"x" * (MAX_BYTES + 1)).code
    assert OLD == deal.read_bytes()
    assert () == save(deal, b"x" * MAX_BYTES)


@pytest.mark.parametrize("name", ["深" * 85, "x" * 250 + ".yaml", "a.yaml.12345678.winsell-tmp", "-rf .yaml", "\udcff"])
def test_odd_and_long_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OLD)
    left = write_temp(str(path), b"left")
    save(path)
    assert NEW == path.read_bytes()
    assert not Path(left).exists()
    assert [name] == os.listdir(tmp_path)


# Changes by others.


def test_a_change_meanwhile_is_never_overwritten(deal: Path) -> None:
    theirs = b"deal: a\r\n# theirs [red]\r\n"
    with locked(str(deal)) as target:
        deal.write_bytes(theirs)
        with pytest.raises(WinsellError) as caught:
            target.replace(NEW)
    (problem,) = caught.value.problems
    assert ("save-changed", 2, {"text": "# theirs [red]"}) == (problem.code, problem.line, dict(problem.facts))
    assert theirs == deal.read_bytes()
    assert ["deal.yaml"] == os.listdir(deal.parent)


def test_a_change_in_the_last_moment_is_seen(deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def fsync_and_change(descriptor: int) -> None:
        fsync(descriptor)
        deal.write_bytes(b"theirs\n")

    with locked(str(deal)) as target:
        monkeypatch.setattr(os, "fsync", fsync_and_change)
        with pytest.raises(WinsellError) as caught:
            target.replace(NEW)
    assert "save-changed" == caught.value.problems[0].code
    assert b"theirs\n" == deal.read_bytes()
    assert ["deal.yaml"] == os.listdir(deal.parent)


def test_a_file_that_went_away_is_not_made_again(deal: Path) -> None:
    with locked(str(deal)) as target:
        deal.unlink()
        with pytest.raises(WinsellError) as caught:
            target.replace(NEW)
    assert "save-gone" == caught.value.problems[0].code
    assert [] == os.listdir(deal.parent)


def test_a_file_that_became_a_link_is_left(deal: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(OLD)
    with locked(str(deal)) as target:
        deal.unlink()
        deal.symlink_to("other")
        with pytest.raises(WinsellError) as caught:
            target.replace(NEW)
    assert "save-gone" == caught.value.problems[0].code
    assert OLD == other.read_bytes()
    assert deal.is_symlink()


def test_a_link_that_leads_elsewhere_after_the_wait(
    deal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to("deal.yaml")
    (tmp_path / "other").write_bytes(OLD)

    def flock(*_: object) -> None:
        link.unlink()
        link.symlink_to("other")

    monkeypatch.setattr(lock, "flock", flock)
    assert "save-gone" == refused(link).code
    assert OLD == deal.read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        (b"a\nb\n", b"a\nc\n", 2, "c"),
        (b"a\nb\n", b"a\n", 2, ""),
        (b"a\n", b"a\nb\n", 2, "b"),
        (b"a\n", b"a", 1, "a"),
        (b"a\r\nb", b"a\nb", 1, "a"),
        (b"", b"\xff", 1, "\ufffd"),
    ],
)
def test_the_first_line_that_differs(old: bytes, new: bytes, line: int, text: str) -> None:
    assert (line, text) == first_difference(old, new)


# The lock.


def test_a_second_writer_waits_and_then_gives_up(deal: Path) -> None:
    (deal.parent / "other.yaml").write_bytes(OLD)
    with locked(str(deal.parent / "other.yaml")):
        start = time.monotonic()
        assert "save-taken" == refused(deal).code
        assert time.monotonic() - start >= 0.2
    assert () == save(deal)


def test_a_second_writer_gets_its_turn(deal: Path) -> None:
    ready, done = threading.Event(), []

    def hold() -> None:
        with locked(str(deal)) as target:
            ready.set()
            time.sleep(0.3)
            target.replace(NEW)
            done.append(True)

    thread = threading.Thread(target=hold)
    thread.start()
    assert ready.wait(5)
    with locked(str(deal)) as target:
        assert done
        assert NEW == target.raw
    thread.join()


def test_the_lock_ends_after_an_error(deal: Path) -> None:
    def fail() -> None:
        with locked(str(deal)):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert () == save(deal)


@pytest.mark.parametrize("name", ["ENOLCK", "ENOTSUP", "EINVAL", "EBADF"])
def test_without_locks_comparing_is_what_is_left(deal: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    import errno

    def none(*_: object) -> None:
        raise OSError(getattr(errno, name), "no locks")

    live = Path(write_temp(str(deal), b"of another run"))
    left = Path(write_temp(str(deal), b"left"))
    os.utime(left, (1, 1))
    monkeypatch.setattr(lock, "flock", none)
    assert () == save(deal)
    assert NEW == deal.read_bytes()
    assert live.exists()
    assert not left.exists()


def test_a_lock_that_fails_is_told(deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(lock, "flock", failing)
    assert ("save-failed", {"reason": "Input/output error"}) == (refused(deal).code, refused(deal).facts)


def test_where_folders_cannot_be_locked_a_file_is_the_lock(deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "FOLDERS_LOCK", False)
    with locked(str(deal)) as target:
        assert {".winsell-lock", "deal.yaml"} == set(os.listdir(deal.parent))
        assert "save-taken" == refused(deal).code
        target.replace(NEW)
    assert ["deal.yaml"] == os.listdir(deal.parent)
    assert NEW == deal.read_bytes()


def test_where_the_lock_file_may_not_be_made_the_want_of_permission_is_told(
    deal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def denied(path: str, *how: int) -> int:
        if path.endswith(".winsell-lock"):
            raise PermissionError(13, "Access is denied")
        return opened(path, *how)

    monkeypatch.setattr(lock, "FOLDERS_LOCK", False)
    monkeypatch.setattr(os, "open", denied)
    assert "save-no-permission" == refused(deal).code
    assert OLD == deal.read_bytes()


def test_leftovers_of_this_file_are_swept_and_no_other(deal: Path) -> None:
    left = Path(write_temp(str(deal), b"left"))
    kept = [Path(write_temp(str(deal.parent / "other.yaml"), b"kept")), deal.parent / ".deal.yaml.x.winsell-tmp"]
    kept[1].write_bytes(b"not ours")
    with locked(str(deal)):
        assert not left.exists()
        assert all(path.exists() for path in kept)
    assert not left.name.endswith((".yaml", ".yml"))


COUNT = """
import sys
from winsell.store.save.save import locked
path, rounds = sys.argv[1], int(sys.argv[2])
for _ in range(rounds):
    with locked(path, wait=60) as target:
        head, count = target.raw.split(b": ")
        target.replace(head + b": " + str(int(count) + 1).encode() + b"\\n")
"""


def test_eight_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"count: 0\n")
    command = [sys.executable, "-c", COUNT, str(path), "20"]
    running = [subprocess.Popen(command) for _ in range(8)]
    assert [0] * 8 == [one.wait(120) for one in running]
    assert b"count: 160\n" == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)


def test_the_lock_is_one_that_other_programs_can_take(deal: Path) -> None:
    descriptor = os.open(deal.parent, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    assert "save-taken" == refused(deal).code
    os.close(descriptor)
    assert () == save(deal)
