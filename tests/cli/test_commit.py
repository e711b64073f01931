"""`winsell commit`: the named deals and nothing else, with what moved; and the right sentence where it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.store import git_write
from winsell.views.wrap import cells

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the hooks are shell scripts")

DEAL = "deal: A deal\ncustomer: Somebody\npeople:\n  cio: {title: CIO}\n"
NAME = "deals/a.yaml"


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def write(text: str, name: str = NAME) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Wang")
    git("config", "user.email", "w@example.com")
    write(DEAL)
    write(DEAL, "deals/b.yaml")
    git("add", ".")
    git("commit", "-q", "-m", "begin")
    return tmp_path


def message() -> str:
    return git("log", "-1", "--format=%B").strip()


def said(capfd: pytest.CaptureFixture[str], code: int, *argv: str) -> str:
    """Run the command; return its one line on stderr, or what it printed."""
    assert code == run(["commit", *argv])
    out, err = capfd.readouterr()
    return err or out


def hook(name: str, text: str) -> None:
    path = Path(".git/hooks", name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


# What is committed, and with which words.


def test_the_message_says_which_deal_and_what_moved(capfd: pytest.CaptureFixture[str]) -> None:
    write(
        DEAL.replace("{title: CIO}", "{title: Head, attitude: {2021-11-03: {is: supporter, why: asked, source: cto}}}")
    )
    out = said(capfd, 0, NAME)
    assert (
        "A deal: Head: for us now, unknown before (+1)\n\n"
        "- Head: for us now, unknown before: asked (cto)\n"
        "- people.cio.title: Head now, CIO before"
    ) == message()
    assert "on main: A deal: Head: for us now" in out
    assert git("rev-parse", "--short=10", "HEAD").strip() in out
    assert "" == git("status", "--porcelain")


def test_a_move_of_the_number_is_told_and_time_alone_tells_nothing(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2021-11-23")
    known = Path(ROOT, "examples", "sales-digitalisation.yaml").read_text(encoding="utf-8")
    write(known)
    git("commit", "-qam", "learn")
    run(["set", NAME, "people.cio.attitude", "enemy", "--on", "2021-11-20", "--why", "said no"])
    capfd.readouterr()
    said(capfd, 0, NAME)
    lines = message().splitlines()[2:]
    assert any(line.startswith("- cio: strongly against us now") for line in lines), lines
    assert any(line.startswith("- Win probability ") and "because: -" in line for line in lines), lines
    assert not [line for line in lines if "overdue" in line.lower() or "nobody of the customer" in line.lower()]


def test_what_today_does_not_show_is_told_all_the_same(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2021-11-23")
    now = "{title: CIO, attitude: {2021-11-01: supporter}}"
    write(DEAL.replace("{title: CIO}", now))
    git("commit", "-qam", "learn")
    write(DEAL.replace("{title: CIO}", "{title: CIO, attitude: {2021-09-01: neutral, 2021-11-01: supporter}}"))
    said(capfd, 0, NAME)
    assert "- people.cio.attitude is neutral since 2021-09-01" in message()


def test_what_is_no_valid_deal_yet_is_told_fact_by_fact(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL.replace("title: CIO", "titel: CIO"))
    git("commit", "-qam", "slip")
    write(DEAL)
    said(capfd, 0, NAME)
    assert "- people.cio.title is CIO" in message()


def test_the_message_is_in_the_language_of_the_seller(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL.replace("title: CIO", "title: 总经理"))
    said(capfd, 0, NAME, "--lang", "zh")
    assert "A deal：people.cio.title：现在总经理，原来CIO\n\n- people.cio.title：现在总经理，原来CIO" == message()


def test_the_first_line_fits_and_counts_what_it_leaves_out(capfd: pytest.CaptureFixture[str]) -> None:
    people = "".join(f"  p{number}: {{title: 部门负责人{number}}}\n" for number in range(30))
    write(DEAL + people)
    said(capfd, 0, NAME)
    first = message().splitlines()[0]
    assert cells(first) <= 72
    assert "(+" in first
    assert 30 == message().count("\n- ")
    write((DEAL + people).replace("deal: A deal", f"deal: {'很' * 80}"))
    said(capfd, 0, NAME)
    assert cells(message().splitlines()[0]) <= 72


def test_only_the_named_deal_is_committed_and_the_index_of_others_stays(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL + "owner: li\n")
    write(DEAL + "owner: wu\n", "deals/b.yaml")
    write("other: 1\n", "notes.txt")
    git("add", "deals/b.yaml", "notes.txt")
    write(DEAL + "owner: later\n", "deals/b.yaml")
    before = git("ls-files", "-s", "deals/b.yaml", "notes.txt")
    said(capfd, 0, NAME)
    assert "deals/a.yaml\n" == git("show", "--format=", "--name-only", "HEAD")
    assert before == git("ls-files", "-s", "deals/b.yaml", "notes.txt")
    assert "MM deals/b.yaml\nA  notes.txt\n" == git("status", "--porcelain")


@pytest.mark.parametrize(
    "name", ["deals/客户 一.yaml", "deals/-x.yaml", "deals/*.yaml", "deals/:(top)x.yaml", "deals/a\nb.yaml"]
)
def test_a_new_deal_of_any_name_is_committed_alone(capfd: pytest.CaptureFixture[str], name: str) -> None:
    write(DEAL + "owner: li\n")
    write(DEAL, name)
    said(capfd, 0, f"./{name}")
    assert name == git("show", "--format=", "--name-only", "-z", "HEAD").strip("\0")
    assert message().startswith("A deal: new\n\n3 facts to begin with")
    assert " M deals/a.yaml\n" == git("status", "--porcelain")


def test_several_deals_make_one_commit(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL.replace("A deal", "First") + "owner: li\n")
    write(DEAL.replace("A deal", "Second") + "owner: wu\n", "deals/b.yaml")
    said(capfd, 0, "deals")
    assert message().startswith(
        "2 deals: First, Second\n\nFirst:\n- Owner: li\n- Name of the deal: First now, A deal before\n"
    )
    assert "\n\nSecond:\n" in message()


def test_a_message_of_ones_own_is_taken(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL + "owner: li\n")
    said(capfd, 0, NAME, "-m", "Li takes over")
    assert "Li takes over" == message()


def test_only_comments_moved_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    write("# a remark\n" + DEAL)
    said(capfd, 0, NAME)
    assert "A deal: comments and layout" == message()


def test_what_a_file_says_cannot_act_on_a_terminal_through_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL + 'owner: "a\\x1b[31mb\\u202e"\n')
    said(capfd, 0, NAME)
    assert "Owner: a\\x1b[31mb\\u202e" in message()


def test_the_first_commit_of_a_repository(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("unborn"))
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Wang")
    git("config", "user.email", "w@example.com")
    write(DEAL)
    write("x\n", "other.txt")
    git("add", "other.txt")
    said(capfd, 0, NAME)
    assert "deals/a.yaml\n" == git("show", "--format=", "--name-only", "HEAD")
    assert "A  other.txt\n" == git("status", "--porcelain")


def test_a_link_commits_the_deal_that_it_leads_to(capfd: pytest.CaptureFixture[str]) -> None:
    Path("link.yaml").symlink_to(NAME)
    write(DEAL + "owner: li\n")
    said(capfd, 0, "link.yaml")
    assert "deals/a.yaml\n" == git("show", "--format=", "--name-only", "HEAD")


# Where nothing is committed.


def test_without_a_name_nothing_is_committed_but_what_changed_is_listed(capfd: pytest.CaptureFixture[str]) -> None:
    head = git("rev-parse", "HEAD")
    write(DEAL + "owner: li\n")
    out = said(capfd, 0)
    assert "deals/a.yaml: A deal: Owner: li" in out
    assert "b.yaml" not in out
    assert head == git("rev-parse", "HEAD")


def test_nothing_changed_is_no_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Nothing has changed since the last commit" in said(capfd, 0, NAME)
    write(DEAL.replace("\n", "\r\n"))
    git("config", "core.autocrlf", "true")
    assert "Nothing has changed" in said(capfd, 0, NAME)


def test_a_deal_that_is_not_valid_is_refused_with_its_problems(capfd: pytest.CaptureFixture[str]) -> None:
    write(DEAL + "stage: {2026-02-30: lead}\n")
    write("deal: [\n", "deals/b.yaml")
    err = said(capfd, 3, "deals")
    assert "deals/a.yaml:5" in err
    assert "deals/b.yaml:1" in err
    assert "nothing was committed" in err
    assert "begin" == message()


def state_of(kind: str, folder: Path) -> None:
    if kind == "a merge":
        Path(".git/MERGE_HEAD").write_text(git("rev-parse", "HEAD"), encoding="utf-8")
    elif kind == "a cherry-pick":
        Path(".git/CHERRY_PICK_HEAD").write_text(git("rev-parse", "HEAD"), encoding="utf-8")
    elif kind == "a rebase":
        git("checkout", "-q", "--detach")
        Path(".git/rebase-merge").mkdir()
    elif kind == "detached":
        git("checkout", "-q", "--detach")
    elif kind == "locked":
        Path(".git/index.lock").touch()
    elif kind == "nobody":
        git("config", "--unset", "user.email")
        git("config", "user.useConfigOnly", "true")
    elif kind == "hook":
        hook("pre-commit", "echo 'the tests are red'; exit 1")
    elif kind == "signing":
        git("config", "commit.gpgSign", "true")
        git("config", "gpg.program", "false")
    elif kind == "no repository":
        (folder / ".git").rename(folder / "git")


REFUSED = {
    "a merge": "a merge is under way",
    "a cherry-pick": "a cherry-pick is under way",
    "a rebase": "a rebase is under way",
    "detached": "belongs to no branch",
    "locked": "another git is at work here",
    "nobody": "git does not know who you are",
    "hook": "git did not do it: the tests are red",
    "signing": "git did not do it: error: gpg failed to sign the data",
    "no repository": "not under git",
}


@pytest.mark.parametrize(("kind", "sentence"), REFUSED.items(), ids=REFUSED)
@pytest.mark.parametrize("name", [NAME, "deals/new.yaml"])
def test_each_reason_has_its_sentence_and_nothing_is_left_behind(
    repository: Path, capfd: pytest.CaptureFixture[str], kind: str, sentence: str, name: str
) -> None:
    write(DEAL + "owner: li\n", name)
    before = git("status", "--porcelain")
    state_of(kind, repository)
    index = Path(".git/index").read_bytes() if Path(".git").exists() else b""
    err = said(capfd, 3, name)
    assert sentence in err.splitlines()[-1]
    if kind not in ("no repository", "locked"):
        assert before == git("status", "--porcelain")
        assert "begin" == message()
    if kind in ("a merge", "a cherry-pick", "a rebase", "detached"):
        assert index == Path(".git/index").read_bytes()


def test_an_ignored_file_is_not_forced_in(capfd: pytest.CaptureFixture[str]) -> None:
    Path(".gitignore").write_text("deals/new.yaml\n", encoding="utf-8")
    write(DEAL, "deals/new.yaml")
    assert "git is told to ignore the file" in said(capfd, 3, "deals/new.yaml")


def test_deals_of_two_repositories_are_two_commits(capfd: pytest.CaptureFixture[str]) -> None:
    git("init", "-q", "other")
    write(DEAL, "other/x.yaml")
    write(DEAL + "owner: li\n")
    assert "in several repositories" in said(capfd, 3, NAME, "other/x.yaml")


def test_git_absent_is_said(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path("nowhere").absolute()))
    assert "no git on this machine" in said(capfd, 3, NAME)


# What runs.


def test_hooks_are_announced_and_run(capfd: pytest.CaptureFixture[str]) -> None:
    hook("pre-commit", "touch ran")
    write(DEAL + "owner: li\n")
    assert "git also runs what is set up here (pre-commit)" in said(capfd, 0, NAME)
    assert Path("ran").exists()


def test_hooks_of_another_folder_and_filters_are_announced(capfd: pytest.CaptureFixture[str]) -> None:
    Path("hooks").mkdir()
    git("config", "core.hooksPath", "hooks")
    Path("hooks/commit-msg").write_text("#!/bin/sh\n", encoding="utf-8")
    Path("hooks/commit-msg").chmod(0o755)
    git("config", "filter.big.clean", "cat")
    write(DEAL + "owner: li\n")
    assert "(commit-msg, filter.big)" in said(capfd, 0, NAME)


def test_a_hook_may_use_globs(capfd: pytest.CaptureFixture[str]) -> None:
    hook("pre-commit", "test -n \"$(git ls-files '*.yaml')\"")
    write(DEAL + "owner: li\n")
    said(capfd, 0, NAME)


def test_the_monitor_and_the_editor_of_the_settings_are_not_run(capfd: pytest.CaptureFixture[str]) -> None:
    trap = Path("trap").absolute()
    trap.write_text(f"#!/bin/sh\ntouch '{trap.parent}/ran'\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.editor", "core.pager", "diff.external", "sequence.editor", "core.askPass"):
        git("config", key, str(trap))
    git("config", "commit.verbose", "true")
    git("config", "commit.template", "trap")
    write(DEAL + "owner: li\n")
    said(capfd, 0, NAME)
    assert not Path("ran").exists()
    assert message().startswith("A deal: Owner: li")


def test_what_hangs_is_stopped(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    hook("pre-commit", "sleep 60 & sleep 60")
    monkeypatch.setattr(git_write, "SECONDS", 1)
    write(DEAL + "owner: li\n", "deals/new.yaml")
    start = time.monotonic()
    assert "had not ended after 1 seconds" in said(capfd, 3, "deals/new.yaml")
    assert time.monotonic() - start < 20
    assert not Path(".git/index.lock").exists()
    assert "?? deals/new.yaml\n" == git("status", "--porcelain")


def test_what_a_hook_leaves_in_the_environment_is_not_followed(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", "other/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "other/.git/index")
    monkeypatch.setenv("GIT_WORK_TREE", "other")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Li")
    write(DEAL + "owner: li\n")
    said(capfd, 0, NAME)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name)
    assert "Li" == git("log", "-1", "--format=%an").strip()
    assert not Path("other/.git/index").exists()


def test_no_other_command_of_git_can_be_started_for_writing() -> None:
    from winsell.store.git import repository_of

    repository = repository_of(NAME)
    for word in ("push", "checkout", "rm", "clean", "gc", "-c"):
        with pytest.raises(ValueError, match=word):
            git_write._started(repository, word)
    assert os.environ.get("GIT_DIR") is None
