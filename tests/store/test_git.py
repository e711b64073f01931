"""A file's history from git: the right answer for every kind of repository, and nothing in it ever runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import winsell
from winsell.store import git as module
from winsell.store.git import NoHistoryError, Repository, repository_of

DEAL = "deal: A deal\ncustomer: A customer\n"
ENV = {
    "GIT_AUTHOR_NAME": "Wang",
    "GIT_AUTHOR_EMAIL": "w@example.com",
    "GIT_COMMITTER_NAME": "Wang",
    "GIT_COMMITTER_EMAIL": "w@example.com",
}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps below are shell scripts")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(*words: str, on: str = "2026-05-04T23:30:00 +0800", cwd: str = ".") -> str:
    env = {**os.environ, **ENV, "GIT_AUTHOR_DATE": on, "GIT_COMMITTER_DATE": on}
    argv = ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *words]
    return subprocess.run(argv, cwd=cwd, env=env, check=True, capture_output=True, text=True).stdout


def commit(text: str, name: str = "deals/a.yaml", on: str = "2026-05-04T23:30:00 +0800", cwd: str = ".") -> None:
    path = Path(cwd) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    git("--literal-pathspecs", "add", "-f", "--", name, cwd=cwd)
    git("commit", "-q", "-m", "say something", on=on, cwd=cwd)


@pytest.fixture
def made() -> Path:
    """A repository in which a deal was changed twice."""
    git("init", "-q")
    commit(DEAL)
    commit(DEAL + "owner: wang\n", on="2026-06-01T00:30:00 +0800")
    return Path("deals/a.yaml")


def text_of(path: Path | str, revision: str) -> str | None:
    repository = repository_of(str(path))
    found = repository.commit(revision)
    assert found is not None
    raw = repository.bytes_of(found, str(path))
    return None if raw is None else raw.decode()


def code_of(path: str, revision: str = "HEAD") -> str:
    with pytest.raises(NoHistoryError) as error:
        text_of(path, revision)
    return error.value.code


def test_a_file_is_read_as_it_was(made: Path) -> None:
    assert DEAL == text_of(made, "HEAD~1")
    assert DEAL + "owner: wang\n" == text_of(made, "HEAD")
    assert None is text_of("deals/b.yaml", "HEAD")
    assert None is text_of("deals", "HEAD"), "a folder is no file"


def test_a_commit_has_the_day_of_its_committer_in_his_own_zone(made: Path) -> None:
    found = repository_of(str(made)).commits(str(made))
    assert [date(2026, 6, 1), date(2026, 5, 4)] == [one.on for one in found]
    assert {("Wang", "say something")} == {(one.author, one.subject) for one in found}
    assert all(len(one.hash) == 40 for one in found)


def test_only_the_commits_of_the_file_are_its_history(made: Path) -> None:
    commit(DEAL, "deals/b.yaml")
    commit(DEAL, "deals/[ab].yaml")
    repository = repository_of(str(made))
    assert (2, 1, 1) == tuple(len(repository.commits(f"deals/{name}.yaml")) for name in ("a", "b", "[ab]"))
    assert 1 == len(repository.commits(str(made), "HEAD~3"))


@pytest.mark.parametrize(
    "revision", ["nothing", "HEAD~9", "-1", "--output=x", "", "HEAD:deals/a.yaml", "@{u}", "a b", "..", "\n"]
)
def test_a_revision_that_does_not_exist_is_none(made: Path, revision: str) -> None:
    assert None is repository_of(str(made)).commit(revision)
    assert ["deals"] == [path.name for path in Path().iterdir() if path.name != ".git"]


ODD = [
    "deals/客户.yaml",
    "deals/-a.yaml",
    "deals/a b'\"c.yaml",
    "deals/a\nb.yaml",
    "deals/:x.yaml",
    "deals/*.yaml",
    "deals/\t.yaml",
]


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("name", ODD)
def test_a_name_is_taken_as_it_is(name: str) -> None:
    commit("deal: odd\n", name)
    assert "deal: odd\n" == text_of(name, "HEAD")
    assert None is text_of(name, "HEAD~1")
    assert 1 == len(repository_of(name).commits(name))


@pytest.mark.usefixtures("made")
def test_a_name_that_is_no_text_is_taken_too() -> None:
    name = os.fsdecode(b"deals/\xff.yaml")
    commit("deal: odd\n", name)
    assert "deal: odd\n" == text_of(name, "HEAD")


def test_a_link_leads_to_the_history_of_its_file(made: Path) -> None:
    Path("link.yaml").symlink_to(made)
    assert DEAL == text_of("link.yaml", "HEAD~1")


def test_what_is_too_large_is_no_deal(made: Path) -> None:
    commit("# " + "x" * (2 * 1024 * 1024) + "\n")
    assert None is text_of(made, "HEAD")


# Kinds of repositories.


def test_without_git_that_is_the_reason(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path("nowhere").absolute()))
    assert "no-git" == code_of(str(made))


def test_without_a_repository_that_is_the_reason() -> None:
    Path("a.yaml").write_text(DEAL, encoding="utf-8")
    assert "no-repository" == code_of("a.yaml")


def test_a_repository_without_a_commit_is_told_apart() -> None:
    git("init", "-q")
    assert "no-commits" == code_of("a.yaml")
    assert "no-commits" == code_of("a.yaml", "main")


def test_a_bare_repository_has_no_deals() -> None:
    git("init", "-q", "--bare", "bare")
    assert "no-repository" == code_of("bare/a.yaml")


def test_a_shallow_clone_says_so(made: Path, folder: Path) -> None:
    git("clone", "-q", "--depth", "1", folder.as_uri(), "clone")
    repository = repository_of("clone/deals/a.yaml")
    assert repository.shallow
    assert None is repository.commit("HEAD~1")
    assert DEAL + "owner: wang\n" == text_of("clone/deals/a.yaml", "HEAD")
    assert not repository_of(str(made)).shallow


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_what_a_partial_clone_left_out_is_not_fetched(folder: Path, left_out: str) -> None:
    git("config", "uploadpack.allowFilter", "true")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    git("clone", "-q", "--no-checkout", f"--filter={left_out}", folder.as_uri(), "clone")
    Path("clone/deals").mkdir()
    assert "not-in-clone" == code_of("clone/deals/a.yaml")


@pytest.mark.usefixtures("made")
def test_a_worktree_a_submodule_a_detached_head_and_another_hash(folder: Path) -> None:
    git("worktree", "add", "-q", "--detach", "tree", "HEAD~1")
    assert DEAL == text_of("tree/deals/a.yaml", "HEAD")
    git("init", "-q", "outer")
    git("submodule", "add", "-q", folder.as_uri(), "inner", cwd="outer")
    assert DEAL == text_of("outer/inner/deals/a.yaml", "HEAD~1")
    git("init", "-q", "--object-format=sha256", "long")
    commit(DEAL, cwd="long")
    assert DEAL == text_of("long/deals/a.yaml", "HEAD")


def test_a_repository_of_somebody_else_is_not_read(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = module._environment
    monkeypatch.setattr(module, "_environment", lambda given: real(given) | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    with pytest.raises(NoHistoryError) as error:
        repository_of(str(made))
    assert "not-trusted" == error.value.code
    assert "dubious ownership" in error.value.facts["reason"]


@pytest.mark.parametrize("damage", ["HEAD", "objects"])
def test_a_broken_repository_is_a_reason_and_no_crash(made: Path, damage: str) -> None:
    if damage == "HEAD":
        Path(".git/HEAD").write_text("nonsense\n", encoding="utf-8")
    else:
        shutil.rmtree(".git/objects")
        Path(".git/objects").mkdir()
    assert code_of(str(made)) in {"no-repository", "git-failed", "no-commits"}


def test_git_that_hangs_is_given_up(made: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bin").mkdir()
    (folder / "bin" / "git").write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    (folder / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(module, "SECONDS", 0.2)
    assert "git-slow" == code_of(str(made))


def test_two_thousand_commits_are_read_in_two_seconds(folder: Path) -> None:
    git("init", "-q")
    stream = []
    for number in range(2000):
        text = f"{DEAL}note: {number}\n"
        when = 1_700_000_000 + number * 3600
        stream.append(
            f"commit refs/heads/main\ncommitter W <w@x> {when} +0800\ndata 1\nx\n"
            f"M 100644 inline deals/a.yaml\ndata {len(text)}\n{text}\n"
        )
    subprocess.run(["git", "fast-import", "--quiet"], input="".join(stream).encode(), check=True, cwd=folder)
    Path("deals").mkdir()
    start = time.perf_counter()
    assert 2000 == len(repository_of("deals/a.yaml").commits("deals/a.yaml"))
    assert time.perf_counter() - start < 2


# What must not run.


@pytest.fixture
def trap(folder: Path) -> Iterator[Path]:
    """A program that leaves a mark when it is run."""
    mark = folder / "ran"
    program = folder / "trap"
    program.write_text(f"#!/bin/sh\necho ran >> '{mark}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    yield program
    assert not mark.exists()


def is_set_off(trap: Path, *words: str) -> bool:
    """Tell whether plain git would run it: a trap that never works proves nothing."""
    mark = trap.parent / "ran"
    subprocess.run(["git", *words], capture_output=True, check=False, env={**os.environ, **ENV})
    found = mark.exists()
    mark.unlink(missing_ok=True)
    return found


def everything(path: str) -> None:
    repository = repository_of(path)
    assert len(repository.commits(path)) == 2
    assert DEAL == text_of(path, "HEAD~1")
    assert None is repository.commit("nothing")


def test_nothing_that_the_configuration_names_is_run(made: Path, trap: Path) -> None:
    for key in ("core.fsmonitor", "core.pager", "diff.external", "pager.log", "core.sshCommand", "core.editor"):
        git("config", key, str(trap))
    git("config", "filter.x.clean", str(trap))
    git("config", "filter.x.smudge", str(trap))
    git("config", "diff.x.textconv", str(trap))
    git("config", "log.showSignature", "true")
    git("config", "gpg.program", str(trap))
    git("config", "core.hooksPath", str(trap.parent / "hooks"))
    Path("hooks").mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout"):
        shutil.copy(trap, f"hooks/{name}")
    Path(".gitattributes").write_text("*.yaml filter=x diff=x\n", encoding="utf-8")
    assert is_set_off(trap, "status")
    assert is_set_off(trap, "log", "-p")
    everything(str(made))


def test_a_program_called_git_in_the_folder_of_the_deals_is_not_git(
    made: Path, trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(trap, "git")
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    everything(str(made))


def test_what_a_hook_leaves_in_the_environment_is_not_followed(
    made: Path, trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", "other")
    before = Path(".git/config").read_bytes()
    for name, value in {
        "GIT_DIR": "other/.git",
        "GIT_WORK_TREE": "other",
        "GIT_INDEX_FILE": "other/.git/index",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(trap),
        "GIT_EXTERNAL_DIFF": str(trap),
        "GIT_PAGER": str(trap),
        "GIT_TRACE": str(trap.parent / "trace"),
        "LANGUAGE": "zh_CN",
        "LC_ALL": "zh_CN.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    everything(str(made))
    assert before == Path(".git/config").read_bytes()
    assert not Path("trace").exists()


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("color.ui", "always"),
        ("log.date", "relative"),
        ("format.pretty", "oneline"),
        ("log.follow", "true"),
        ("core.quotepath", "true"),
        ("log.decorate", "full"),
        ("i18n.logOutputEncoding", "GBK"),
    ],
)
def test_what_the_user_likes_changes_no_answer(key: str, value: str) -> None:
    git("mv", "deals/a.yaml", "deals/客户.yaml")
    git("commit", "-q", "-m", "改名")
    repository = repository_of("deals/客户.yaml")
    plain = repository.commits("deals/客户.yaml")
    assert ["改名"] == [one.subject for one in plain]
    git("config", key, value)
    assert plain == repository.commits("deals/客户.yaml")
    assert repository.commits("deals/a.yaml")[-1].on == date(2026, 5, 4)


def test_reading_changes_nothing(made: Path) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        files = (path for path in Path(".git").rglob("*") if path.is_file())
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    made.write_text(DEAL + "owner: li\n", encoding="utf-8")
    before = state()
    everything(str(made))
    assert before == state()


def test_no_other_command_of_git_is_ever_started(made: Path) -> None:
    repository = repository_of(str(made))
    for word in ("status", "diff", "show", "config", "fetch", "-c"):
        with pytest.raises(ValueError, match=word):
            module._started(repository.git, repository.folder, word)


def test_git_is_started_in_one_place_and_the_editor_in_another() -> None:
    root = Path(winsell.__file__).parent
    starters = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "import subprocess" in path.read_text(encoding="utf-8")
    }
    assert {"store/git.py", "store/git_write.py", "store/editor.py"} == starters


def test_a_repository_is_a_plain_value(made: Path) -> None:
    assert isinstance(repository_of(str(made)), Repository)
    assert repository_of(str(made)) == repository_of(str(made.parent / "b.yaml"))
