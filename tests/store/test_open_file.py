"""Odd paths: each is refused with its own code, and none of them waits or never ends."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from winsell.base.problem import WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.open_file import OPEN_CODES, read_bytes

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such thing on Windows")


def refusal(path: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(WinsellError) as caught:
        read_bytes(path)
    (problem,) = caught.value.problems
    assert path == problem.path
    assert caught.value.exit_code == 3
    assert problem.code in OPEN_CODES
    return problem.code, dict(problem.facts)


def test_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "deal.yaml").write_bytes(b"deal: x\r\n")
    assert b"deal: x\r\n" == read_bytes(str(tmp_path / "deal.yaml"))


def test_what_was_read_is_read_whatever_the_closing_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, close = tmp_path / "deal.yaml", os.close
    path.write_bytes(b"deal: A\n")

    def close_and_fail(descriptor: int) -> None:
        close(descriptor)
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "close", close_and_fail)
    assert b"deal: A\n" == read_bytes(str(path))


def test_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "deal.yaml").write_bytes(b"deal: x\n")
    (tmp_path / "link.yaml").symlink_to("deal.yaml")
    assert b"deal: x\n" == read_bytes(str(tmp_path / "link.yaml"))


def test_missing_file(tmp_path: Path) -> None:
    assert ("file-not-found", {}) == refusal(str(tmp_path / "none.yaml"))


def test_file_as_folder(tmp_path: Path) -> None:
    (tmp_path / "deal.yaml").write_bytes(b"")
    assert ("file-not-found", {}) == refusal(str(tmp_path / "deal.yaml" / "x"))


def test_directory(tmp_path: Path) -> None:
    assert ("is-a-folder", {}) == refusal(str(tmp_path))


@posix
def test_fifo_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert ("not-a-file", {}) == refusal(str(tmp_path / "fifo"))


@posix
def test_device_does_not_run_on() -> None:
    assert ("not-a-file", {}) == refusal("/dev/zero")


@posix
def test_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        code, _ = refusal("s")
    assert code in {"is-a-folder", "not-a-file", "not-readable"}


@posix
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert ("link-loop", {}) == refusal(str(tmp_path / "a"))


def test_a_link_to_nothing_says_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "deal.yaml").symlink_to("gone.yaml")
    assert ("link-to-nothing", {"target": "gone.yaml"}) == refusal(str(tmp_path / "deal.yaml"))


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_impossible_name(name: str) -> None:
    assert refusal(name)[0] == "bad-file-name"


def test_name_beyond_measure(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / ("x" * 300)))[0] in {"bad-file-name", "file-not-found"}


@posix
def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert ("no-permission", {}) == refusal(str(tmp_path / "x"))


def test_directory_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert ("is-a-folder", {}) == refusal(str(tmp_path))


def test_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    (tmp_path / "deal.yaml").write_bytes(b"x")
    monkeypatch.setattr(os, "read", failing)
    assert ("not-readable", {"reason": "Input/output error"}) == refusal(str(tmp_path / "deal.yaml"))


def test_size_limit(tmp_path: Path) -> None:
    (tmp_path / "fits").write_bytes(b"x" * MAX_BYTES)
    (tmp_path / "big").write_bytes(b"x" * (MAX_BYTES + 1))
    assert MAX_BYTES == len(read_bytes(str(tmp_path / "fits")))
    assert ("too-big", {"size": MAX_BYTES + 1, "limit": MAX_BYTES}) == refusal(str(tmp_path / "big"))


def test_file_that_is_larger_than_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deal.yaml").write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda *_: b"x" * 1024 * 1024)
    assert refusal(str(tmp_path / "deal.yaml"))[0] == "too-big"
