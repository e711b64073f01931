"""Every kind of repository that a deal may stand in: the right history of it, nothing run, nothing written.

Each kind is built by git itself and then gets every setting that we know to run a program, with a trap for a program.
The tree is compared before and after, each file with its bytes and its time, each folder with its names.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from winsell.store import git as module
from winsell.store.git import NoHistoryError, repository_of
from winsell.store.history import history_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps below are shell scripts")

ONE, TWO, THREE = (f"deal: A deal\ncustomer: S\nnote: {word}\n" for word in ("one", "two", "three"))
NAME = "deals/a.yaml"
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Wang"), ("EMAIL", "w@example.com"), ("DATE", "2026-05-04T23:30:00 +0800"))
}
Texts = list[str | None]


@dataclass
class Kind:
    """Where the deal stands, and what is to be read of it: texts, newest first, or why there are none."""

    expected: Texts | str
    path: str = NAME
    settings: str | None = ".git/config"
    """The file that gets the hostile settings."""
    environment: dict[str, str] = field(default_factory=dict)
    seconds: float | None = None
    owner_is_another: bool = False
    followed: Texts | None = None
    """What the history says, if not that: it leaves out what is no file, counts merges, goes on without a text."""


def git(*words: str, cwd: str = ".", feed: bytes | None = None, **env: str) -> str:
    argv = ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *words]
    done = subprocess.run(
        argv, cwd=cwd, env={**os.environ, **IDENTITY, **env}, check=True, capture_output=True, input=feed
    )
    return done.stdout.decode("utf-8", "replace").strip()


def write(text: str | bytes, name: str = NAME, cwd: str = ".") -> None:
    path = Path(cwd, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def commit(text: str | bytes, name: str = NAME, cwd: str = ".", on: str = "2026-05-04T23:30:00 +0800") -> None:
    write(text, name, cwd)
    git("--literal-pathspecs", "add", "-f", "--", name, cwd=cwd)
    git("commit", "-q", "--allow-empty-message", "-m", "", cwd=cwd, GIT_COMMITTER_DATE=on, GIT_AUTHOR_DATE=on)


def two_commits(name: str = NAME, cwd: str = ".") -> None:
    git("init", "-q", cwd)
    commit(ONE, name, cwd)
    commit(TWO, name, cwd)


KINDS: dict[str, Callable[[], Kind]] = {}


def kind(build: Callable[[], Kind]) -> Callable[[], Kind]:
    KINDS[build.__name__.replace("_", " ")] = build
    return build


# Hardly a history.


@kind
def no_repository() -> Kind:
    write(ONE)
    return Kind("no-repository", settings=None)


@kind
def unborn() -> Kind:
    git("init", "-q")
    write(ONE)
    return Kind("no-commits")


@kind
def staged_in_an_unborn_repository() -> Kind:
    git("init", "-q")
    write(ONE)
    git("add", NAME)
    return Kind("no-commits")


@kind
def a_branch_that_does_not_exist() -> Kind:
    two_commits()
    git("symbolic-ref", "HEAD", "refs/heads/nothing")
    return Kind("no-commits")


@kind
def bare() -> Kind:
    git("init", "-q", "--bare", ".")
    return Kind("no-repository", "a.yaml", "config")


@kind
def within_the_git_folder() -> Kind:
    two_commits()
    write(ONE, ".git/a.yaml")
    return Kind("no-repository", ".git/a.yaml")


@kind
def never_added() -> Kind:
    two_commits("deals/b.yaml")
    write(ONE)
    return Kind([])


@kind
def staged_and_not_committed() -> Kind:
    two_commits("deals/b.yaml")
    write(ONE)
    git("add", NAME)
    return Kind([])


@kind
def ignored() -> Kind:
    two_commits("deals/b.yaml")
    write("deals/a.yaml\n", ".gitignore")
    write(ONE)
    return Kind([])


@kind
def ignored_after_it_was_committed() -> Kind:
    two_commits()
    commit("deals/\n", ".gitignore")
    return Kind([TWO, ONE])


@kind
def deleted_in_the_last_commit() -> Kind:
    two_commits()
    git("rm", "-q", NAME)
    git("commit", "-q", "-m", "gone")
    write(ONE)
    return Kind([None, TWO, ONE], followed=[TWO, ONE])


# Ways to stand in a repository.


@kind
def plain() -> Kind:
    two_commits()
    return Kind([TWO, ONE])


@kind
def changed_and_not_committed() -> Kind:
    two_commits()
    write(THREE)
    return Kind([TWO, ONE])


@kind
def detached() -> Kind:
    two_commits()
    git("checkout", "-q", "--detach", "HEAD~1")
    return Kind([ONE])


@kind
def worktree() -> Kind:
    two_commits()
    git("worktree", "add", "-q", "--detach", "tree", "HEAD~1")
    return Kind([ONE], "tree/deals/a.yaml")


@kind
def submodule() -> Kind:
    two_commits(cwd="inner")
    git("init", "-q", "outer")
    git("submodule", "--quiet", "add", Path("inner").absolute().as_uri(), "part", cwd="outer")
    return Kind([TWO, ONE], "outer/part/deals/a.yaml", "outer/.git/modules/part/config")


@kind
def a_repository_within_another() -> Kind:
    git("init", "-q")
    commit(THREE, "x.yaml")
    two_commits(cwd="inner")
    return Kind([TWO, ONE], "inner/deals/a.yaml", "inner/.git/config")


@kind
def git_folder_elsewhere() -> Kind:
    git("init", "-q", "--separate-git-dir", "elsewhere", "here")
    commit(ONE, cwd="here")
    return Kind([ONE], "here/deals/a.yaml", "elsewhere/config")


@kind
def sparse() -> Kind:
    two_commits()
    commit(ONE, "other/b.yaml")
    git("sparse-checkout", "set", "other")
    write(THREE)
    return Kind([TWO, ONE])


@kind
def linked_file() -> Kind:
    two_commits()
    Path("link.yaml").symlink_to(NAME)
    return Kind([TWO, ONE], "link.yaml")


@kind
def linked_folder() -> Kind:
    two_commits(cwd="inner")
    Path("link").symlink_to("inner/deals", target_is_directory=True)
    return Kind([TWO, ONE], "link/a.yaml", "inner/.git/config")


@kind
def a_link_out_of_the_repository() -> Kind:
    two_commits(cwd="inner")
    write(ONE, "outside.yaml")
    Path("inner/link.yaml").symlink_to("../outside.yaml")
    return Kind("no-repository", "inner/link.yaml", "inner/.git/config")


# Ways to store.


@kind
def long_hashes() -> Kind:
    git("init", "-q", "--object-format=sha256")
    commit(ONE)
    return Kind([ONE])


@kind
def packed() -> Kind:
    two_commits()
    git("gc", "-q", "--aggressive", "--prune=now")
    git("pack-refs", "--all")
    git("commit-graph", "write", "--changed-paths")
    return Kind([TWO, ONE])


@kind
def shallow() -> Kind:
    two_commits(cwd="whole")
    git("clone", "-q", "--depth", "1", Path("whole").absolute().as_uri(), "clone")
    return Kind([TWO], "clone/deals/a.yaml", "clone/.git/config")


def partial(left_out: str, *, checkout: bool, there: Texts | None = None) -> Kind:
    two_commits(cwd="whole")
    git("config", "uploadpack.allowFilter", "true", cwd="whole")
    git("config", "uploadpack.allowAnySHA1InWant", "true", cwd="whole")
    words = () if checkout else ("--no-checkout",)
    git("clone", "-q", *words, f"--filter={left_out}", Path("whole").absolute().as_uri(), "clone")
    Path("clone/deals").mkdir(exist_ok=True)
    return Kind("not-in-clone", "clone/deals/a.yaml", "clone/.git/config", followed=there)


@kind
def partial_without_texts() -> Kind:
    return partial("blob:none", checkout=False, there=[None, None])


@kind
def partial_without_old_texts() -> Kind:
    return partial("blob:none", checkout=True, there=[TWO, None])


@kind
def partial_without_folders() -> Kind:
    return partial("tree:0", checkout=False)


@kind
def alternates() -> Kind:
    two_commits(cwd="whole")
    git("clone", "-q", "--shared", "whole", "clone")
    return Kind([TWO, ONE], "clone/deals/a.yaml", "clone/.git/config")


@kind
def replaced_objects() -> Kind:
    two_commits()
    other = git("hash-object", "-w", "--stdin", feed=THREE.encode())
    git("replace", git("rev-parse", f"HEAD~1:{NAME}"), other)
    return Kind([TWO, THREE])


@kind
def grafts() -> Kind:
    two_commits()
    write(git("rev-parse", "HEAD") + "\n", ".git/info/grafts")
    return Kind([TWO])


# Ways of a history.


@kind
def renamed() -> Kind:
    two_commits("deals/old.yaml")
    git("mv", "deals/old.yaml", NAME)
    git("commit", "-q", "-m", "rename")
    return Kind([TWO])


@kind
def copied() -> Kind:
    two_commits("deals/b.yaml")
    commit(TWO)
    return Kind([TWO])


@kind
def merged() -> Kind:
    two_commits()
    git("checkout", "-q", "-b", "side", "HEAD~1")
    commit(THREE, "deals/b.yaml")
    git("merge", "-q", "--no-edit", "main")
    return Kind([TWO, ONE], followed=[TWO, TWO, ONE])


@kind
def octopus() -> Kind:
    two_commits()
    for name in ("x", "y", "z"):
        git("checkout", "-q", "-b", name, "main")
        commit(THREE, f"deals/{name}.yaml")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-edit", "x", "y", "z")
    return Kind([TWO, ONE])


@kind
def two_roots() -> Kind:
    two_commits()
    git("checkout", "-q", "--orphan", "other")
    git("rm", "-q", "-r", "--cached", ".")
    commit(THREE, "deals/b.yaml")
    git("checkout", "-q", "-f", "main")
    git("merge", "-q", "--no-edit", "--allow-unrelated-histories", "other")
    return Kind([TWO, ONE], followed=[TWO, TWO, ONE])


@kind
def revisions_that_are_no_yaml() -> Kind:
    two_commits()
    commit("deal: [\n<<<<<<< HEAD\n")
    commit(THREE)
    return Kind([THREE, "deal: [\n<<<<<<< HEAD\n", TWO, ONE])


@kind
def revisions_that_are_no_text() -> Kind:
    git("init", "-q")
    commit("deal: 客户\n".encode("gbk"))
    commit(b"\x00\x01\xff")
    return Kind(["\x00\x01\N{REPLACEMENT CHARACTER}", "deal: 客户\n".encode("gbk").decode("utf-8", "replace")])


@kind
def revisions_too_large() -> Kind:
    two_commits()
    commit("#" * (2 * 1024 * 1024 + 1))
    commit(TWO)
    return Kind([TWO, None, TWO, ONE])


@kind
def a_link_once() -> Kind:
    git("init", "-q")
    Path("deals").mkdir()
    Path(NAME).symlink_to("elsewhere.yaml")
    git("add", NAME)
    git("commit", "-q", "-m", "link")
    Path(NAME).unlink()
    commit(ONE)
    return Kind([ONE, "elsewhere.yaml"], followed=[ONE])


@kind
def a_folder_once() -> Kind:
    git("init", "-q")
    commit(ONE, "deals/a.yaml/b.yaml")
    git("rm", "-q", "-r", "deals")
    commit(ONE)
    return Kind([ONE, None], followed=[ONE])


@kind
def a_submodule_once() -> Kind:
    two_commits(cwd="inner")
    git("init", "-q")
    head = git("rev-parse", "HEAD", cwd="inner")
    git("update-index", "--add", "--cacheinfo", f"160000,{head},{NAME}")
    git("commit", "-q", "-m", "gitlink")
    git("rm", "-q", "--cached", NAME)
    commit(ONE)
    return Kind("not-in-clone", followed=[ONE])  # what a submodule's place names is an object of another repository


def dated(first: str, second: str) -> Kind:
    git("init", "-q")
    commit(ONE, on=first)
    commit(TWO, on=second)
    return Kind([TWO, ONE])


@kind
def clocks_that_run_backwards() -> Kind:
    return dated("2026-05-04T23:30:00 +0800", "2020-01-01T00:00:00 -1200")


@kind
def the_first_second() -> Kind:
    return dated("1970-01-01T00:00:01 +0000", "1970-01-01T00:00:02 +1400")


@kind
def a_day_far_ahead() -> Kind:
    return dated("2026-05-04T23:30:00 +0800", "2099-12-31T23:59:59 +0000")


def written_by_hand(committer: str) -> Kind:
    """A commit as no git writes it: its committer's line is whatever it is."""
    git("init", "-q")
    commit(ONE)
    write(TWO)
    git("add", NAME)
    tree, parent = git("write-tree"), git("rev-parse", "HEAD")
    said = f"tree {tree}\nparent {parent}\nauthor W <w@x> 0 +0000\ncommitter {committer}\n\nx\n"
    made = git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", feed=said.encode())
    git("update-ref", "HEAD", made)
    return Kind([TWO, ONE])


@kind
def a_day_in_the_year_ten_thousand() -> Kind:
    return written_by_hand("W <w@x> 253402300800 +0000")


@kind
def a_commit_of_no_day() -> Kind:
    return written_by_hand("W <w@x> yesterday")


@kind
def a_commit_of_nobody() -> Kind:
    return written_by_hand("")


@kind
def commits_in_another_encoding() -> Kind:
    two_commits()
    git("config", "i18n.commitEncoding", "GBK")
    write(THREE)
    git("commit", "-q", "-a", "-F", "-", feed="改名".encode("gbk"))
    return Kind([THREE, TWO, ONE])


# Names.


def named(name: str) -> Callable[[], Kind]:
    def build() -> Kind:
        two_commits("deals/zzz.yaml")
        git("config", "core.quotepath", "true")
        commit(ONE, name)
        return Kind([ONE], name)

    return build


for what, name in {
    "Chinese": "deals/客户.yaml",
    "in blanks": "deals/a b  c.yaml",
    "with a leading dash": "deals/-a.yaml",
    "with globs": "deals/[a-z]*?.yaml",
    "with a line break": "deals/a\nb.yaml",
    "with magic": "deals/:(top)a.yaml",
    "with quotes": "deals/a'b\"c\\d.yaml",
    "like a command": "deals/$(touch ran);a.yaml",
    "like a revision": "deals/HEAD~1:a.yaml",
    "no text": os.fsdecode(b"deals/\xff\xfe.yaml"),
    "decomposed": "deals/e\u0301.yaml",
}.items():
    KINDS[f"a name {what}"] = named(name)


@kind
def branches_named_like_files() -> Kind:
    two_commits()
    git("branch", NAME)
    git("tag", "-m", "x", "deals")
    git("update-ref", "refs/heads/HEAD", "HEAD~1")
    return Kind([TWO, ONE])


# Trouble.


@kind
def locked() -> Kind:
    two_commits()
    for name in ("index.lock", "HEAD.lock", "config.lock"):
        Path(".git", name).touch()
    return Kind([TWO, ONE], settings=None)


@kind
def no_index() -> Kind:
    two_commits()
    write(b"broken", ".git/index")
    return Kind([TWO, ONE])


def without(revision: str) -> None:
    hash_ = git("rev-parse", revision)
    Path(".git/objects", hash_[:2], hash_[2:]).unlink()


@kind
def a_text_missing() -> Kind:
    two_commits()
    without(f"HEAD~1:{NAME}")
    return Kind("not-in-clone", followed=[TWO, None])


@kind
def a_folder_missing() -> Kind:
    two_commits()
    without("HEAD~1^{tree}")
    return Kind("git-failed")


@kind
def a_commit_missing() -> Kind:
    two_commits()
    without("HEAD~1")
    return Kind("git-failed")


@kind
def broken_head() -> Kind:
    two_commits()
    write("nonsense\n", ".git/HEAD")
    return Kind("no-repository")


@kind
def a_head_that_names_nothing() -> Kind:
    two_commits()
    write("0" * 39 + "1\n", ".git/HEAD")
    return Kind("git-failed")


@kind
def settings_that_cannot_be_read() -> Kind:
    two_commits()
    write("[core\n", ".git/config")
    return Kind("git-failed", settings=None)


@kind
def a_format_to_come() -> Kind:
    two_commits()
    git("config", "core.repositoryformatversion", "99")
    return Kind("git-failed", settings=None)


@kind
def the_whole_disk_as_worktree() -> Kind:
    two_commits()
    git("config", "core.worktree", "/")
    return Kind([])


@kind
def of_somebody_else() -> Kind:
    two_commits()
    return Kind("not-trusted", owner_is_another=True)


@kind
def of_somebody_else_and_trusted() -> Kind:
    two_commits()
    write(f"[safe]\n\tdirectory = {Path().absolute()}\n", "home/.gitconfig")
    return Kind([TWO, ONE], environment={"HOME": str(Path("home").absolute())}, owner_is_another=True)


@kind
def without_git() -> Kind:
    two_commits()
    return Kind("no-git", environment={"PATH": str(Path("nowhere").absolute())})


@kind
def git_that_hangs() -> Kind:
    two_commits()
    write("#!/bin/sh\nexec sleep 30\n", "bin/git")
    Path("bin/git").chmod(0o755)
    return Kind(
        "git-slow", environment={"PATH": f"{Path('bin').absolute()}{os.pathsep}{os.environ['PATH']}"}, seconds=0.3
    )


@kind
def git_in_the_working_folder() -> Kind:
    two_commits()
    for place in ("git", "deals/git", "bin/git"):
        write(Path("trap").read_bytes(), place)
        Path(place).chmod(0o755)
    return Kind([TWO, ONE], environment={"PATH": os.pathsep.join((".", "", "bin", os.environ["PATH"]))})


@kind
def a_leaked_environment() -> Kind:
    two_commits()
    two_commits(cwd="other")
    commit(THREE, cwd="other")
    trap = str(Path("trap").absolute())
    leaked = {
        "DIR": "other/.git",
        "WORK_TREE": "other",
        "INDEX_FILE": "other/.git/index",
        "OBJECT_DIRECTORY": "other/.git/objects",
        "NAMESPACE": "x",
        "CEILING_DIRECTORIES": str(Path("deals").absolute()),
        "CONFIG_COUNT": "1",
        "CONFIG_KEY_0": "core.fsmonitor",
        "CONFIG_VALUE_0": trap,
        "EXTERNAL_DIFF": trap,
        "PAGER": trap,
        "SSH_COMMAND": trap,
        "EXEC_PATH": str(Path("other").absolute()),
        "TRACE": str(Path("traced").absolute()),
        "TRACE2": str(Path("traced").absolute()),
    }
    return Kind([TWO, ONE], environment={f"GIT_{key}": value for key, value in leaked.items()})


@kind
def another_language() -> Kind:
    write(ONE)
    spoken = {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "de:zh_CN", "LANG": "zh_CN.GBK"}
    return Kind("no-repository", settings=None, environment=spoken)


# The test.

RUNS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "diff.external",
    "pager.log",
    "pager.rev-parse",
    "pager.cat-file",
    "credential.helper",
    "gpg.program",
    "gpg.ssh.program",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "diff.x.textconv",
    "diff.x.command",
    "merge.x.driver",
    "uploadpack.packObjectsHook",
    "sequence.editor",
)
NOISE = {
    "log.showSignature": "true",
    "color.ui": "always",
    "log.date": "relative",
    "log.decorate": "full",
    "log.follow": "true",
    "log.mailmap": "true",
    "format.pretty": "oneline",
    "core.quotepath": "true",
    "core.logAllRefUpdates": "always",
    "gc.auto": "1",
    "diff.renames": "copies",
    "diff.relative": "true",
    "diff.orderFile": "/no/such/file",
    "log.diffMerges": "combined",
    "filter.x.required": "true",
    "alias.log": "!trap",
    "alias.rev-parse": "!trap",
    "i18n.logOutputEncoding": "GBK",
}


def set_traps(settings: Path, trap: Path) -> None:
    for key, value in {**dict.fromkeys(RUNS, str(trap)), **NOISE}.items():
        git("config", "--file", str(settings), key, value)
    folder = settings.parent
    git("config", "--file", str(settings), "core.hooksPath", str(folder / "traps"))
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc", "fsmonitor-watchman"):
        write(trap.read_bytes(), f"traps/{name}", str(folder))
        (folder / "traps" / name).chmod(0o755)
    write("* filter=x diff=x merge=x\n", "info/attributes", str(folder))


def state(folder: Path) -> dict[str, object]:
    """Every file with its bytes and its time, every folder with its time."""
    found: dict[str, object] = {}
    for path in folder.rglob("*"):
        about = path.lstat()
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        found[str(path)] = (about.st_mtime_ns, about.st_mode, about.st_size, content)
    return found


def one_by_one(path: str) -> list[bytes | None]:
    """Read a file in each commit that touched it, as commands do that were given a revision."""
    repository = repository_of(path)
    texts = [repository.bytes_of(one, path) for one in repository.commits(path)]
    assert repository.commit("--output=written") is None
    assert repository.commit("no such thing") is None
    return texts


def followed(path: str) -> list[bytes | None]:
    """Read the whole history of a file at once, as commands do that tell it."""
    return [one.text for one in history_of(path).revisions]


def seen(read: Callable[[str], list[bytes | None]], path: str) -> Texts | str:
    try:
        texts = read(path)
    except NoHistoryError as error:
        return error.code
    return [None if one is None else one.decode("utf-8", "replace") for one in texts]


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that leaves a mark outside of the tree when it is run."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    program = work / "trap"
    program.write_text(f"#!/bin/sh\necho ran >> '{tmp_path / 'ran'}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("build", KINDS.values(), ids=KINDS)
def test_each_kind_is_read_rightly_and_nothing_is_run_or_written(
    tmp_path: Path, trap: Path, monkeypatch: pytest.MonkeyPatch, build: Callable[[], Kind]
) -> None:
    found = build()
    if found.settings is not None:
        set_traps(Path(found.settings), trap)
    for name, value in found.environment.items():
        monkeypatch.setenv(name, value)
    if found.seconds is not None:
        monkeypatch.setattr(module, "SECONDS", found.seconds)
    if found.owner_is_another:
        real = module._environment
        monkeypatch.setattr(
            module, "_environment", lambda given: real(given) | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
        )
    before, start = state(tmp_path), time.monotonic()
    assert found.expected == seen(one_by_one, found.path)
    assert (found.followed or found.expected) == seen(followed, found.path)
    assert time.monotonic() - start < 15
    assert before == state(tmp_path)
    assert not (tmp_path / "ran").exists()


def test_there_are_kinds_enough() -> None:
    assert len(KINDS) >= 40


@pytest.mark.parametrize("words", [("status",), ("log", "-p"), ("diff", "HEAD~1"), ("add", NAME)])
def test_the_traps_work(tmp_path: Path, trap: Path, words: tuple[str, ...]) -> None:
    two_commits()
    write(THREE)
    set_traps(Path(".git/config"), trap)
    git("config", "--unset", "diff.orderFile")  # git itself cannot go on with it
    subprocess.run(["git", *words], capture_output=True, check=False, env={**os.environ, **IDENTITY})
    assert (tmp_path / "ran").exists()
