"""Taking back: exactly the bytes of before, only while nothing else has changed, and never at the cost of a save."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from winsell.base.problem import Problem, WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.save import undo
from winsell.store.save.save import locked
from winsell.store.save.temp import write_temp
from winsell.store.save.undo import changes, last, save_with_undo, take_back


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"0")
    return path


def save(path: Path, new: bytes, what: str = "stage set") -> tuple[Problem, ...]:
    with locked(str(path)) as target:
        return save_with_undo(target, new, what)


def records(path: Path) -> list[Path]:
    return sorted((path.parent / ".winsell" / "local").glob("*.undo"))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(path: Path) -> str:
    with pytest.raises(WinsellError) as caught:
        take_back(str(path))
    return caught.value.problems[0].code


@pytest.mark.parametrize("before", [b"", b"\xff\0\n\n{}\r\n", bytes(range(256)) * 8, b"x" * MAX_BYTES])
def test_the_bytes_of_before_come_back(deal: Path, before: bytes) -> None:
    deal.write_bytes(before)
    save(deal, b"after", "李总 set\nstage")
    change = last(str(deal))
    assert change is not None
    assert ("李总 set\nstage", before) == (change.what, change.before)
    assert (change, ()) == take_back(str(deal))
    assert before == deal.read_bytes()
    assert [] == records(deal)
    assert "undo-none" == refused(deal)


def test_changes_come_back_one_by_one(deal: Path) -> None:
    for number in range(1, 5):
        save(deal, str(number).encode())
    for number in (3, 2, 1, 0):
        take_back(str(deal))
        assert str(number).encode() == deal.read_bytes()
    assert "undo-none" == refused(deal)


def test_the_work_of_others_is_not_taken_back(deal: Path) -> None:
    save(deal, b"1")
    deal.write_bytes(b"theirs")
    assert last(str(deal)) is None
    assert "undo-changed" == refused(deal)
    assert b"theirs" == deal.read_bytes()


def test_the_newest_of_two_changes_to_the_same_bytes(deal: Path) -> None:
    for new in (b"1", b"0", b"1"):
        save(deal, new, f"to {new.decode()}")
    assert ["00000001", "00000002", "00000003"] == [one.name.split(".")[-2] for one in records(deal)]
    take_back(str(deal))
    change = last(str(deal))
    assert change is not None
    assert ("to 0", b"1") == (change.what, change.before)


def test_twenty_are_kept(deal: Path) -> None:
    for number in range(1, 26):
        save(deal, str(number).encode())
    assert 20 == len(records(deal))
    for _ in range(20):
        take_back(str(deal))
    assert b"5" == deal.read_bytes()
    assert "undo-none" == refused(deal)


def test_the_records_of_a_file_stay_within_their_room(deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "ROOM", 9000)
    for number in range(6):
        save(deal, str(number).encode() * 2000)
    assert 2 == len(records(deal))
    save(deal, b"x" * 9000)
    save(deal, b"y")
    assert 1 == len(records(deal))
    take_back(str(deal))
    assert b"x" * 9000 == deal.read_bytes()


def test_all_is_private_and_kept_from_git(deal: Path) -> None:
    old = os.umask(0)
    try:
        save(deal, b"1")
    finally:
        os.umask(old)
    local = deal.parent / ".winsell" / "local"
    assert 0o700 == mode(local)
    assert [0o600] == [mode(one) for one in local.iterdir()]
    assert b"/local/\n" == (local.parent / ".gitignore").read_bytes()
    assert {"local", ".gitignore"} == set(os.listdir(local.parent))


def test_a_gitignore_of_somebody_stays(deal: Path) -> None:
    (deal.parent / ".winsell").mkdir()
    (deal.parent / ".winsell" / ".gitignore").write_bytes(b"mine\n")
    (deal.parent / ".winsell" / "local").mkdir(mode=0o755)
    save(deal, b"1")
    assert b"mine\n" == (deal.parent / ".winsell" / ".gitignore").read_bytes()
    assert 0o700 == mode(deal.parent / ".winsell" / "local")


@pytest.mark.parametrize("name", [".winsell", ".winsell/local"])
@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_save_does_not_fail_for_want_of_a_record(deal: Path, tmp_path: Path, name: str, kind: str) -> None:
    place = deal.parent / name
    place.parent.mkdir(exist_ok=True)
    (tmp_path / "elsewhere").mkdir()
    if kind == "file":
        place.write_bytes(b"")
    else:
        place.symlink_to(tmp_path / "elsewhere")
    (note,) = save(deal, b"1")
    assert ("undo-not-kept", {"reason": "Not a directory"}) == (note.code, note.facts)
    assert b"1" == deal.read_bytes()
    assert [] == os.listdir(tmp_path / "elsewhere")
    assert "undo-none" == refused(deal)


@pytest.mark.parametrize("damage", ["cut", "flipped", "no head", "other form", "a list", "deep", "folder"])
def test_a_damaged_record_is_passed_over(deal: Path, damage: str) -> None:
    save(deal, b"1")
    save(deal, b"0")
    save(deal, b"1")
    record = records(deal)[-1]
    raw = record.read_bytes()
    broken = {
        "cut": raw[:-1],
        "flipped": raw[:-1] + b"X",
        "no head": b"",
        "other form": raw.replace(b'"form": 2', b'"form": 3'),
        "a list": b"[]\n0",
        "deep": b"[" * 100_000,
    }
    record.unlink()
    if damage == "folder":
        record.mkdir()
    else:
        record.write_bytes(broken[damage])
    change = last(str(deal))
    assert change is not None
    assert records(deal)[0] == Path(change.record)


def test_a_file_is_told_from_its_neighbour(deal: Path) -> None:
    other = deal.parent / "deal.yaml.00000001.undo"
    other.write_bytes(b"0")
    save(other, b"1", "other")
    assert last(str(deal)) is None
    save(deal, b"1", "deal")
    change = last(str(deal))
    assert change is not None
    assert "deal" == change.what
    take_back(str(deal))
    assert last(str(deal)) is None
    assert last(str(other)) is not None


def test_the_longest_names_have_records_of_their_own(tmp_path: Path) -> None:
    paths = [tmp_path / ("深" * 85), tmp_path / ("深" * 84 + "入")]
    for path in paths:
        path.write_bytes(b"0")
        assert () == save(path, b"1", path.name[-1])
    for path in paths:
        change, _ = take_back(str(path))
        assert path.name[-1] == change.what
        assert b"0" == path.read_bytes()


def test_through_a_link_it_is_the_file_that_counts(deal: Path) -> None:
    folder = deal.parent / "links"
    folder.mkdir()
    (folder / "link").symlink_to("../deal.yaml")
    save(folder / "link", b"1")
    take_back(str(deal))
    assert b"0" == deal.read_bytes()
    assert ["link"] == os.listdir(folder)


def test_looking_changes_nothing(deal: Path) -> None:
    assert last(str(deal)) is None
    assert ["deal.yaml"] == os.listdir(deal.parent)


def test_no_change_makes_no_record(deal: Path) -> None:
    assert () == save(deal, b"0")
    assert ["deal.yaml"] == os.listdir(deal.parent)


def test_leftovers_of_records_are_swept(deal: Path) -> None:
    save(deal, b"1")
    left = Path(write_temp(str(records(deal)[0]), b"left"))
    save(deal, b"2")
    assert not left.exists()


def test_a_record_of_the_older_form_still_takes_back(deal: Path) -> None:
    save(deal, b"1")
    (record,) = records(deal)
    head = json.loads(record.read_bytes().partition(b"\n")[0])
    old = {key: head[key] for key in ("file", "what", "before", "after")} | {"form": 1}
    record.write_bytes(json.dumps(old).encode() + b"\n0")
    take_back(str(deal))
    assert b"0" == deal.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"), [(b"", b"a"), (b"a", b""), (b"a\na\n", b"a\n"), (b"x\ny\n", b"x\nz\ny\n")]
)
def test_what_was_written_since_is_known_whole(deal: Path, before: bytes, after: bytes) -> None:
    deal.write_bytes(before)
    save(deal, after)
    (change,) = changes(str(deal))
    assert (before, after) == (change.before, change.after)
