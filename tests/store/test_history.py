"""The revisions of one deal's file: each name that was its own, each text that is there, a word on what is not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.store.test_git import ENV, commit, git
from winsell.store.git import NoHistoryError, repository_of
from winsell.store.history import History, Note, history_of, path_in

DEAL = "id: a-deal\ndeal: A deal\ncustomer: A customer\n" + "# a line that makes the text long enough to be alike\n" * 5
PATH = "deals/a.yaml"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="paths and locales of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    return tmp_path


def move(old: str, new: str) -> None:
    Path(new).parent.mkdir(exist_ok=True)
    git("mv", old, new)
    git("commit", "-q", "-m", "rename")


def texts(found: History) -> list[str | None]:
    return [None if one.text is None else one.text.decode() for one in found.revisions]


def names(found: History) -> list[str]:
    return [os.path.relpath(one.path) for one in found.revisions]


def test_every_revision_comes_with_its_text_newest_first() -> None:
    commit(DEAL, on="2026-05-04T23:30:00 +0800")
    commit(DEAL + "owner: wang\n", on="2026-06-01T00:30:00 +0800")
    commit("deal: other\n", "deals/b.yaml")
    found = history_of(PATH)
    assert [DEAL + "owner: wang\n", DEAL] == texts(found)
    assert ["2026-06-01", "2026-05-04"] == [one.commit.on.isoformat() for one in found.revisions]
    assert {("Wang", "say something")} == {(one.commit.author, one.commit.subject) for one in found.revisions}
    assert () == found.notes


def test_a_rename_is_followed_where_both_texts_have_one_id() -> None:
    commit(DEAL)
    move(PATH, "deals/b.yaml")
    commit(DEAL + "owner: li\n", "deals/b.yaml")
    move("deals/b.yaml", "won/客户.yaml")
    found = history_of("won/客户.yaml")
    assert ["won/客户.yaml", "deals/b.yaml", "deals/b.yaml", "deals/a.yaml"] == names(found)
    assert DEAL == texts(found)[-1]
    assert () == found.notes


def test_a_rename_with_a_change_in_it_is_followed_by_the_id() -> None:
    commit(DEAL)
    git("mv", PATH, "deals/b.yaml")
    commit("id: a-deal\ndeal: quite another text\n", "deals/b.yaml")
    assert ["deals/b.yaml", "deals/a.yaml"] == names(history_of("deals/b.yaml"))


def test_a_rename_without_an_id_is_told_and_not_followed() -> None:
    commit(DEAL.partition("\n")[2])
    move(PATH, "deals/b.yaml")
    found = history_of("deals/b.yaml")
    assert ["deals/b.yaml"] == names(found)
    assert (Note("renamed", name="deals/a.yaml"),) == found.notes


def test_a_copy_is_told_and_not_followed() -> None:
    commit(DEAL)
    commit(DEAL.replace("a-deal", "another"), "deals/b.yaml")
    found = history_of("deals/b.yaml")
    assert ["deals/b.yaml"] == names(found)
    assert (Note("copied", name="deals/a.yaml"),) == found.notes


def test_two_files_that_went_with_the_same_id_are_followed_by_neither() -> None:
    commit(DEAL)
    commit(DEAL + "\n", "deals/c.yaml")
    git("rm", "-q", "deals/c.yaml")
    git("mv", PATH, "deals/b.yaml")
    commit(DEAL + "\n\n", "deals/b.yaml")
    assert ["deals/b.yaml"] == names(history_of("deals/b.yaml"))


def test_a_file_that_went_and_came_back_has_both_lives() -> None:
    commit(DEAL)
    git("rm", "-q", PATH)
    git("commit", "-q", "-m", "away")
    commit(DEAL + "owner: li\n")
    assert [DEAL + "owner: li\n", DEAL] == texts(history_of(PATH))


def test_a_merge_stands_once_with_its_text() -> None:
    commit(DEAL)
    git("checkout", "-q", "-b", "other")
    commit(DEAL + "owner: li\n")
    git("checkout", "-q", "main")
    commit(DEAL + "owner: wang\n")
    git("merge", "-q", "-s", "ours", "--no-commit", "other")
    commit(DEAL + "owner: both\n")
    found = history_of(PATH)
    assert DEAL + "owner: both\n" == texts(found)[0]
    assert 4 == len(found.revisions)


def test_a_shallow_clone_tells_how_much_it_holds(folder: Path) -> None:
    for text in ("", "owner: li\n", "owner: wang\n"):
        commit(DEAL + text)
    git("clone", "-q", "--depth", "2", folder.as_uri(), "clone")
    found = history_of("clone/deals/a.yaml")
    assert (Note("shallow", 2),) == found.notes


def test_a_partial_clone_tells_how_many_texts_it_lacks(folder: Path) -> None:
    git("config", "uploadpack.allowFilter", "true")
    for text in ("", "owner: li\n", "owner: wang\n"):
        commit(DEAL + text)
    git("clone", "-q", "--filter=blob:none", folder.as_uri(), "clone")
    found = history_of("clone/deals/a.yaml")
    assert [DEAL + "owner: wang\n", None, None] == texts(found)
    assert (Note("not-in-clone", 2),) == found.notes


def test_a_repository_without_a_commit_has_no_history() -> None:
    Path("deals").mkdir()
    Path(PATH).write_text(DEAL, encoding="utf-8")
    with pytest.raises(NoHistoryError) as error:
        history_of(PATH)
    assert "no-commits" == error.value.code


def test_a_file_that_git_does_not_know_has_no_revisions() -> None:
    commit(DEAL)
    Path("deals/new.yaml").write_text(DEAL, encoding="utf-8")
    assert () == history_of("deals/new.yaml").revisions


BAD = [
    "owner: nobody\n",
    "<<<<<<< ours\ndeal: a\n=======\ndeal: b\n>>>>>>> theirs\n",
    "deal: \udcff\n",
    "# " + "x" * (2 * 1024 * 1024) + "\ndeal: a\n",
]


@pytest.mark.parametrize("text", BAD, ids=["no deal", "conflict", "no text", "too large"])
def test_what_cannot_have_been_a_deal_is_counted(text: str) -> None:
    commit(DEAL)
    Path(PATH).write_bytes(text.encode("utf-8", "surrogateescape"))
    git("commit", "-q", "-a", "-m", "bad")
    commit(DEAL + "owner: li\n")
    found = history_of(PATH)
    assert [True, False, True] == [one.readable for one in found.revisions]
    assert 1 == sum(note.count for note in found.notes)


def test_a_link_in_place_of_the_file_is_no_revision() -> None:
    commit(DEAL)
    Path(PATH).unlink()
    Path(PATH).symlink_to("elsewhere.yaml")
    git("commit", "-q", "-a", "-m", "link")
    Path(PATH).unlink()
    commit(DEAL + "owner: li\n")
    assert [DEAL + "owner: li\n", DEAL] == texts(history_of(PATH))


HOSTILE = ["a\x1b[31mb", "x::100644 x", "no\nsuch", "客户 \u202e"]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_author_and_subject_comes_back_as_one_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENV, "GIT_AUTHOR_NAME", name)
    commit(DEAL)
    commit(DEAL + "owner: li\n")
    assert 2 == len(history_of(PATH).revisions)


def test_the_name_in_a_commit_is_found_through_a_rename() -> None:
    commit(DEAL)
    move(PATH, "deals/b.yaml")
    repository = repository_of("deals/b.yaml")
    old, new = repository.commit("HEAD~1"), repository.commit("HEAD")
    assert old is not None
    assert new is not None
    assert "deals/b.yaml" == path_in(repository, new, "deals/b.yaml")
    assert PATH == os.path.relpath(path_in(repository, old, "deals/b.yaml") or "")
    assert None is path_in(repository, old, "deals/other.yaml")
