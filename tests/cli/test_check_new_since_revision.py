"""`winsell check --new-since REV`: what is new against an earlier text, and what is said where there is none."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_check import HEAD
from winsell.cli.app import run

IDENTITY = {
    "GIT_AUTHOR_NAME": "Wang",
    "GIT_AUTHOR_EMAIL": "w@example.com",
    "GIT_COMMITTER_NAME": "Wang",
    "GIT_COMMITTER_EMAIL": "w@example.com",
}
STAGE = "stage: {2026-03-01: qualification}\n"
CALL = "actions: {call: {what: Call him, due: 2026-10-01}}\n"
TYPO = "signs: {new-sign: present}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    (tmp_path / "deals").mkdir()
    return tmp_path


def git(*words: str, on: str = "2026-09-01T23:30:00 +0800") -> None:
    env = {**os.environ, **IDENTITY, "GIT_AUTHOR_DATE": on, "GIT_COMMITTER_DATE": on}
    subprocess.run(["git", "-c", "protocol.file.allow=always", *words], check=True, capture_output=True, env=env)


def write(text: str | bytes, name: str = "deals/a.yaml") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(on: str = "2026-09-01T23:30:00 +0800") -> None:
    if not Path(".git").exists():
        git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "a change", on=on)


def checked(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[dict[str, list[str]], str]:
    """The codes found in each file, and what is said on stderr."""
    assert run(["check", "--json", "--lang", "en", *argv]) in {0, 1}
    out, err = capfd.readouterr()
    return {one["path"]: [risk["code"] for risk in one["findings"]] for one in json.loads(out)["files"]}, err


def every(capfd: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    return checked(capfd, *argv)[0]["deals/a.yaml"]


def test_what_stood_in_the_text_then_is_not_new(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD + STAGE)
    commit()
    assert ({"deals/a.yaml": []}, "") == checked(capfd, "--new-since", "HEAD")
    write(HEAD + STAGE + TYPO)
    assert ({"deals/a.yaml": ["WSY101"]}, "") == checked(capfd, "--new-since", "HEAD")
    commit()
    assert ({"deals/a.yaml": ["WSY101"]}, "") == checked(capfd, "--new-since", "HEAD~1")
    assert ({"deals/a.yaml": []}, "") == checked(capfd, "--new-since", "HEAD")


def test_the_text_is_looked_at_as_of_the_day_of_its_commit(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD + STAGE + CALL)
    commit(on="2026-10-01T23:30:00 +0800")  # due that day, where it was written; a day later in no zone of ours
    commit_two = HEAD + STAGE + CALL + "owner: wang\n"
    write(commit_two)
    commit(on="2026-10-02T00:30:00 +0800")
    assert ["WSA102"] == every(capfd, "--new-since", "HEAD~1")
    assert [] == every(capfd, "--new-since", "HEAD")


def test_a_deal_that_has_ended_is_looked_at_no_later_than_its_end(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD + STAGE + "outcome: {2026-05-01: {is: lost, why: price}}\n" + CALL.replace("10-01", "04-01"))
    commit()
    assert ({"deals/a.yaml": []}, "") == checked(capfd, "--new-since", "HEAD")


def test_of_a_file_that_was_not_there_everything_is_new(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD, "deals/b.yaml")
    commit()
    write(HEAD + STAGE)
    new, err = checked(capfd, "--new-since", "HEAD")
    assert every(capfd) == new["deals/a.yaml"] != []
    assert ([], "") == (new["deals/b.yaml"], err)


def test_the_account_beside_it_is_read_as_it_was_too(capfd: pytest.CaptureFixture[str]) -> None:
    account = "kind: account\nname: A customer\n"
    person = "people: {cio: {name: Li, title: CIO}}\n"
    deal = HEAD + "account: customer\nstage: {2026-03-01: qualification}\nchairs: {approver: cio}\n"
    write(deal)
    write(account + person, "deals/accounts/customer.yaml")
    commit()
    before = every(capfd)
    write(account, "deals/accounts/customer.yaml")
    new, err = checked(capfd, "--new-since", "HEAD")
    assert "" == err
    gone = set(every(capfd)) - set(before)
    assert gone <= set(new["deals/a.yaml"])
    assert gone


def test_a_revision_that_does_not_exist_ends_with_four(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD)
    commit()
    for revision in ("main~7", "2026/09/01", "-x", "nowhere"):
        assert 4 == run(["check", f"--new-since={revision}", "--lang", "en"])
        out, err = capfd.readouterr()
        assert "" == out
        assert err.endswith(
            f": there is no revision {revision} - name one that `git log` shows, or a day as YYYY-MM-DD\n"
        )


def test_a_shallow_clone_says_why_it_has_not_got_it(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    write(HEAD)
    commit()
    write(HEAD + STAGE)
    commit()
    git("clone", "-q", "--depth", "1", folder.as_uri(), "clone")
    assert 4 == run(["check", "clone/deals", "--new-since", "HEAD~1", "--lang", "en"])
    assert "git fetch --unshallow" in capfd.readouterr().err
    assert 0 == run(["check", "clone/deals", "--new-since", "HEAD", "--lang", "en"])


def test_a_tag_may_look_almost_like_a_day(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD + STAGE)
    commit()
    for tag in ("2026.9", "20260901", "v1"):
        git("tag", tag)
        assert ({"deals/a.yaml": []}, "") == checked(capfd, "--new-since", tag)


BROKEN = {"syntax": "deal: [\n", "no customer": "deal: x\n", "no text": b"\xff\xfe\x00", "typo": HEAD + "ownr: x\n"}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_text_that_was_not_valid_tells_nothing_and_that_is_said(
    capfd: pytest.CaptureFixture[str], text: str | bytes
) -> None:
    write(text)
    commit()
    write(HEAD + STAGE)
    new, err = checked(capfd, "--new-since", "HEAD")
    assert every(capfd) == new["deals/a.yaml"]
    assert err == (
        "deals/a.yaml: the file was not valid in HEAD, so that nothing tells what is new since: every risk is shown"
        " - name another revision, or a day\n"
    )


# Without a history: everything would be new, or nothing, and a server would not notice.


def refused(capfd: pytest.CaptureFixture[str]) -> str:
    assert 4 == run(["check", "--new-since", "HEAD", "--lang", "en"])
    out, err = capfd.readouterr()
    assert ("", 1) == (out, len(err.splitlines()))
    return err


def test_without_a_repository_it_ends_with_four(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b", "north/c"):
        write(HEAD + STAGE, f"deals/{name}.yaml")
    assert "deals/a.yaml: the deal is not under git, so that" in refused(capfd)


def test_without_a_commit_it_ends_with_four(capfd: pytest.CaptureFixture[str]) -> None:
    write(HEAD + STAGE)
    git("init", "-q")
    assert "nothing has been committed yet" in refused(capfd)


def test_without_git_it_ends_with_four(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(HEAD + STAGE)
    commit()
    monkeypatch.setenv("PATH", "")
    assert "there is no git on this machine" in refused(capfd)


def test_a_day_needs_no_git(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(HEAD + STAGE)
    monkeypatch.setenv("PATH", "")
    assert ({"deals/a.yaml": []}, "") == checked(capfd, "--new-since", "2026-04")


def test_stdout_holds_the_format_alone_whatever_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    write("deal: [\n")
    commit()
    write(HEAD + STAGE)
    run(["check", "--format", "sarif", "--new-since", "HEAD", "--lang", "zh"])
    out, err = capfd.readouterr()
    assert json.loads(out)["runs"]
    assert "HEAD" in err
