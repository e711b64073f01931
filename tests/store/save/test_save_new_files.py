"""New files: complete from the first moment, never in place of another, with a name that every system can have."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from winsell.base.problem import Problem, WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.save.create import create
from winsell.store.save.temp import write_temp

RAW = "deal: 新\n".encode()


def refused(path: Path | str, raw: bytes = RAW) -> Problem:
    with pytest.raises(WinsellError) as caught:
        create(str(path), raw, wait=0.2)
    assert 3 == caught.value.exit_code
    (problem,) = caught.value.problems
    assert str(path) == problem.path
    return problem


def test_a_new_file_is_there_complete_and_alone(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        create(str(tmp_path / "deal.yaml"), RAW)
    finally:
        os.umask(old)
    assert RAW == (tmp_path / "deal.yaml").read_bytes()
    assert 0o640 == stat.S_IMODE((tmp_path / "deal.yaml").stat().st_mode)
    assert ["deal.yaml"] == os.listdir(tmp_path)
    assert 1 == (tmp_path / "deal.yaml").stat().st_nlink


def test_a_name_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    create("deal.yaml", RAW)
    assert RAW == (tmp_path / "deal.yaml").read_bytes()


@pytest.mark.parametrize("kind", ["file", "folder", "link", "link to nowhere"])
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "deal.yaml"
    if kind == "file":
        path.write_bytes(b"mine\n")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("." if kind == "link" else "none")
    before = path.lstat()
    assert "create-exists" == refused(path).code
    assert before == path.lstat()
    assert ["deal.yaml"] == os.listdir(tmp_path)


def test_one_that_comes_in_the_last_moment_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, fsync = tmp_path / "deal.yaml", os.fsync

    def fsync_and_come(descriptor: int) -> None:
        fsync(descriptor)
        path.write_bytes(b"theirs\n")

    monkeypatch.setattr(os, "fsync", fsync_and_come)
    assert "create-exists" == refused(path).code
    assert b"theirs\n" == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)


@pytest.mark.parametrize("late", [False, True])
def test_without_hard_links_it_is_a_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: bool) -> None:
    path = tmp_path / "deal.yaml"

    def no_links(*_: object) -> None:
        if late:
            path.write_bytes(b"theirs\n")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    if late:
        assert "create-exists" == refused(path).code
    else:
        create(str(path), RAW)
    assert (b"theirs\n" if late else RAW) == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)


@pytest.mark.parametrize(
    ("there", "new"),
    [("Deal.yaml", "deal.YAML"), ("café.yaml", unicodedata.normalize("NFD", "CAFÉ.yaml")), ("straße", "STRASSE")],
)
def test_a_twin_is_refused(tmp_path: Path, there: str, new: str) -> None:
    (tmp_path / there).write_bytes(b"mine\n")
    problem = refused(tmp_path / new)
    assert ("create-twin", {"name": there}) == (problem.code, problem.facts)
    assert [there] == os.listdir(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["con", "NUL.yaml", "com1.tar.gz", "LPT9", "aux .yaml", "COM¹", "a:b", "what?", "a\\b", "deal.", "deal ", "a\nb"],
)
def test_a_name_that_windows_cannot_have(tmp_path: Path, name: str) -> None:
    assert ("create-not-portable", {"name": name}) == (refused(tmp_path / name).code, refused(tmp_path / name).facts)
    assert [] == os.listdir(tmp_path)


@pytest.mark.parametrize("name", ["console.yaml", "com10", "com", "nulled", ".hidden", "赢单.yaml"])
def test_a_name_that_only_looks_so(tmp_path: Path, name: str) -> None:
    create(str(tmp_path / name), RAW)
    assert [name] == os.listdir(tmp_path)


def test_the_longest_name(tmp_path: Path) -> None:
    create(str(tmp_path / ("深" * 85)), RAW)
    problem = refused(tmp_path / ("深" * 85 + "x"))
    assert ("create-long-name", {"size": 256, "limit": 255}) == (problem.code, problem.facts)


@pytest.mark.parametrize("name", ["", "x/", "x/..", "a\0b", "\ud800"])
def test_what_is_no_name(tmp_path: Path, name: str) -> None:
    assert "bad-file-name" == refused(f"{tmp_path}/{name}").code


def test_the_folder_must_be_there_or_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "deal.yaml"
    assert ("create-no-folder", {"folder": str(path.parent)}) == (refused(path).code, refused(path).facts)
    assert [] == os.listdir(tmp_path)
    create(str(path), RAW, parents=True)
    assert RAW == path.read_bytes()
    assert "create-in-file" == refused(path / "deal.yaml").code


def test_too_big(tmp_path: Path) -> None:
    assert "save-too-big" == refused(tmp_path / "x", b"x" * (MAX_BYTES + 1)).code


def test_leftovers_are_swept(tmp_path: Path) -> None:
    left = Path(write_temp(str(tmp_path / "deal.yaml"), b"left"))
    create(str(tmp_path / "deal.yaml"), RAW)
    assert not left.exists()


CREATE = """
import sys
from winsell.base.problem import WinsellError
from winsell.store.save.create import create
try:
    create(sys.argv[1], sys.argv[2].encode() * 10000, wait=60)
except WinsellError as error:
    print(error.problems[0].code)
    sys.exit(3)
"""


def test_of_eight_only_one_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    running = [
        subprocess.Popen([sys.executable, "-c", CREATE, str(path), str(number)], stdout=subprocess.PIPE, text=True)
        for number in range(8)
    ]
    said = [(one.communicate(timeout=60)[0].strip(), one.returncode) for one in running]
    (winner,) = [number for number, (_, code) in enumerate(said) if code == 0]
    assert [("create-exists", 3)] * 7 == [one for one in said if one[1]]
    assert str(winner).encode() * 10000 == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)
