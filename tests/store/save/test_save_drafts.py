"""Drafts of answers: kept in private, given back as they were, and refused by name when they are damaged."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from winsell.base.problem import WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.save.draft import Json, draft_of, drop_draft, keep_draft
from winsell.store.save.temp import write_temp

BASE = b"deal: a\n"


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    path = tmp_path / "deal.yaml"
    path.write_bytes(BASE)
    return path


ANSWERS: list[Json] = [None, [], {"people.cio": {"is": "支持", "n": 3, "x": [True, 0.5]}}, "\ud800\u2028", {"": ""}]


@pytest.mark.parametrize("answers", ANSWERS)
def test_answers_come_back(deal: Path, answers: Json) -> None:
    kept = keep_draft(str(deal), "met", answers, "this run")
    draft = draft_of(str(deal), "met")
    assert draft is not None
    assert (answers, kept) == (draft.answers, draft.path)
    assert "this run" == draft.sitting
    assert BASE == deal.read_bytes()


def test_each_command_has_its_own_and_the_last_counts(deal: Path) -> None:
    keep_draft(str(deal), "met", [1], "this run")
    keep_draft(str(deal), "ask", [2], "this run")
    keep_draft(str(deal), "met", [3], "this run")
    drop_draft(str(deal), "ask")
    drop_draft(str(deal), "ask")
    assert draft_of(str(deal), "ask") is None
    draft = draft_of(str(deal), "met")
    assert draft is not None
    assert [3] == draft.answers


def test_one_run_drops_no_other_runs_answers(deal: Path) -> None:
    keep_draft(str(deal), "met", [1], "this run")
    drop_draft(str(deal), "met", "another run")
    assert draft_of(str(deal), "met") is not None
    drop_draft(str(deal), "met", "this run")
    assert draft_of(str(deal), "met") is None


def test_answers_may_quote_a_file_of_the_largest_size(deal: Path) -> None:
    quoted = "客户" * (MAX_BYTES // 6)
    keep_draft(str(deal), "met", quoted, "this run")
    draft = draft_of(str(deal), "met")
    assert draft is not None
    assert quoted == draft.answers


def test_a_draft_is_private(deal: Path) -> None:
    kept = Path(keep_draft(str(deal), "met", [1], "this run"))
    assert 0o600 == stat.S_IMODE(kept.stat().st_mode)
    assert 0o700 == stat.S_IMODE(kept.parent.stat().st_mode)
    assert b"/local/\n" == (deal.parent / ".winsell" / ".gitignore").read_bytes()
    assert [kept.name] == os.listdir(kept.parent)


def test_looking_for_one_and_dropping_none_change_nothing(deal: Path) -> None:
    assert draft_of(str(deal), "met") is None
    drop_draft(str(deal), "met")
    assert ["deal.yaml"] == os.listdir(deal.parent)


BROKEN = (
    *(b"", b"{", b"[]", b"{}", b"\xff", b"null", b"[" * 100_000, b'{"form":2}', b"1" * 5000, b" " * 3_000_000),
    b'{"form":2,"command":"ask","sitting":"","answers":1}',
    b'{"form":2,"command":"met","sitting":1,"answers":1}',
    b'{"form":2,"command":"met","sitting":""}',
)


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_draft_is_refused_by_name(deal: Path, raw: bytes) -> None:
    kept = keep_draft(str(deal), "met", [1], "this run")
    Path(kept).write_bytes(raw)
    with pytest.raises(WinsellError) as caught:
        draft_of(str(deal), "met")
    (problem,) = caught.value.problems
    assert ("draft-broken", kept, 3) == (problem.code, problem.path, caught.value.exit_code)


@pytest.mark.parametrize("kind", ["folder", "fifo", "link to nowhere"])
def test_a_draft_that_is_no_file(deal: Path, kind: str) -> None:
    kept = Path(keep_draft(str(deal), "met", [1], "this run"))
    kept.unlink()
    if kind == "folder":
        kept.mkdir()
    elif kind == "fifo":
        os.mkfifo(kept)
    else:
        kept.symlink_to("none")
    with pytest.raises(WinsellError) as caught:
        draft_of(str(deal), "met")
    assert "draft-broken" == caught.value.problems[0].code


def test_a_draft_that_cannot_be_kept_is_told(deal: Path) -> None:
    (deal.parent / ".winsell").write_bytes(b"")
    with pytest.raises(WinsellError) as caught:
        keep_draft(str(deal), "met", [1], "this run")
    assert ("save-failed", {"reason": "Not a directory"}) == (
        caught.value.problems[0].code,
        caught.value.problems[0].facts,
    )
    assert draft_of(str(deal), "met") is None


def test_leftovers_are_swept_once_they_are_old(deal: Path) -> None:
    kept = keep_draft(str(deal), "met", [1], "this run")
    live, left = Path(write_temp(kept, b"live")), Path(write_temp(kept, b"left"))
    os.utime(left, (1, 1))
    keep_draft(str(deal), "met", [2], "this run")
    assert live.exists()
    assert not left.exists()


def test_the_name_of_a_command_is_no_path(deal: Path) -> None:
    with pytest.raises(ValueError, match="no name of a command"):
        keep_draft(str(deal), "../met", [1], "this run")
    with pytest.raises(ValueError, match="Out of range"):
        keep_draft(str(deal), "met", float("nan"), "this run")
