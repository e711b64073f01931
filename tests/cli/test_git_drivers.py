"""The drivers in git itself: real diffs, merges, rebases and cherry-picks, installed and taken out again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.merge.sides import chosen, data_of
from winsell.cli.app import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")

DEAL = """\
deal: A deal
customer: Somebody
people:
  cio: {title: CIO}   # signs
  cto: {title: CTO}
actions:
  meet: {what: Meet, due: 2021-03-01}
activities:
  - {on: 2021-01-05, with: [cio], what: First call}
"""
NAME = "deals/a.yaml"


def git(*words: str, check: bool = True) -> str:
    done = subprocess.run(["git", *words], check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0 or not check, done.stderr
    return done.stdout


def say(text: str, message: str = "say something") -> None:
    Path(NAME).write_text(text, encoding="utf-8", newline="\n")
    git("add", NAME)
    git("commit", "-q", "-m", message)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Wang")
    git("config", "user.email", "w@example.com")
    Path("deals").mkdir()
    say(DEAL)
    return tmp_path


@pytest.fixture
def installed(capfd: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["git", "install"])
    capfd.readouterr()
    git("add", ".")
    git("commit", "-q", "-m", "install")


def branches(mine: str, yours: str) -> None:
    """Two branches with an edit each; we stand on ours."""
    git("checkout", "-q", "-b", "theirs")
    say(yours, "theirs")
    git("checkout", "-q", "main")
    say(mine, "ours")


APART = (
    DEAL.replace("title: CIO}", "title: Head of IT}").replace(
        "First call}\n", "First call}\n  - {on: 2021-03-05, with: [cio], what: Ours}\n"
    ),
    DEAL.replace("title: CTO}", "title: Technical head}  # new").replace(
        "First call}\n", "First call}\n  - {on: 2021-02-05, with: [cto], what: Theirs}\n"
    ),
)
"""Their lines stand side by side, and their facts apart."""
CLASHING = DEAL.replace("due: 2021-03-01", "due: 2021-04-01"), DEAL.replace("due: 2021-03-01", "due: 2021-05-01")


def test_git_alone_cannot_merge_what_the_driver_can() -> None:
    branches(*APART)
    git("merge", "-q", "theirs", check=False)
    assert "<<<<<<<" in Path(NAME).read_text(encoding="utf-8")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    "how", [("merge", "-q", "--no-edit", "theirs"), ("cherry-pick", "theirs"), ("rebase", "theirs")]
)
def test_two_peoples_edits_become_one_deal(how: tuple[str, ...]) -> None:
    branches(*APART)
    git(*how)
    data = data_of(Path(NAME).read_bytes())
    assert {"cio": {"title": "Head of IT"}, "cto": {"title": "Technical head"}} == data["people"]
    assert ["First call", "Theirs", "Ours"] == [one["what"] for one in data["activities"]]
    text = Path(NAME).read_text(encoding="utf-8")
    assert "# signs" in text
    assert "# new" in text
    assert "" == git("status", "--porcelain")


@pytest.mark.usefixtures("installed")
def test_a_clash_stays_unmerged_with_markers_that_check_names(capfd: pytest.CaptureFixture[str]) -> None:
    branches(*CLASHING)
    git("merge", "-q", "theirs", check=False)
    assert f"UU {NAME}\n" == git("status", "--porcelain")
    raw = Path(NAME).read_bytes()
    assert CLASHING[0].encode() == chosen(raw, "ours")
    assert data_of(CLASHING[1].encode()) == data_of(chosen(raw, "theirs"))
    assert 3 == run(["check", NAME])
    assert "unresolved merge conflict" in capfd.readouterr().out
    Path(NAME).write_bytes(chosen(raw, "theirs"))
    assert 3 == run(["commit", NAME])
    assert "a merge is under way" in capfd.readouterr().err
    git("add", NAME)
    git("commit", "-q", "--no-edit")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_in_the_middle_of_a_merge_git_diff_shows_what_is_to_be_chosen(style: str) -> None:
    git("config", "merge.conflictStyle", style)
    branches(*CLASHING)
    git("merge", "-q", "theirs", check=False)
    changed = [line for line in git("diff").splitlines()[5:] if line[:2].strip()]
    assert [
        "++<<<<<<< ours",
        " +actions.meet.due: 2021-04-01",
        "++=======",
        "+ actions.meet.due: 2021-05-01",
        "++>>>>>>> theirs",
    ] == [line.replace("<<<<<<< HEAD", "<<<<<<< ours") for line in changed]


@pytest.mark.parametrize(
    "text",
    [
        "deal: A\n=======\ncustomer: B\n",
        "deal: A\n<<<<<<< ours\ncustomer: B\n",
        "deal: A\n<<<<<<< ours\ncustomer: B\n>>>>>>> theirs\n",
        "deal: A\n<<<<<<< ours\ncustomer: [B\n=======\ncustomer: C\n>>>>>>> theirs\n",
    ],
)
def test_half_a_choice_is_shown_as_it_stands(capfd: pytest.CaptureFixture[str], text: str) -> None:
    Path("a.yaml").write_text(text, encoding="utf-8")
    assert 0 == run(["git", "textconv", "a.yaml"])
    assert text == capfd.readouterr().out


def test_both_sides_are_told_with_what_the_ancestor_said_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_bytes(
        b"deal: A\r\n<<<<<<< one\r\ncustomer: B\r\n||||||| base\r\ncustomer: X\r\n"
        b"=======\r\ncustomer: C\r\n>>>>>>> two\r\n"
    )
    assert 0 == run(["git", "textconv", "a.yaml"])
    assert "deal: A\n<<<<<<< one\ncustomer: B\n=======\ncustomer: C\n>>>>>>> two\n" == capfd.readouterr().out


@pytest.mark.usefixtures("installed")
def test_deleted_against_edited_is_a_conflict() -> None:
    branches(DEAL.replace("  cto: {title: CTO}\n", ""), DEAL.replace("title: CTO", "title: Technical head"))
    git("merge", "-q", "theirs", check=False)
    assert f"UU {NAME}\n" == git("status", "--porcelain")
    assert "Technical head" in Path(NAME).read_text(encoding="utf-8")


@pytest.mark.usefixtures("installed")
def test_a_deal_that_both_made_is_united() -> None:
    git("checkout", "-q", "-b", "theirs")
    Path("deals/b.yaml").write_text("deal: B\ncustomer: S\nowner: li\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "b")
    git("checkout", "-q", "main")
    Path("deals/b.yaml").write_text("deal: B\ncustomer: S\nnote: ours\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "b")
    git("merge", "-q", "--no-edit", "theirs")
    assert {"deal": "B", "customer": "S", "owner": "li", "note": "ours"} == data_of(Path("deals/b.yaml").read_bytes())


@pytest.mark.usefixtures("installed")
def test_criss_cross_merges_keep_both_sides() -> None:
    branches(*APART)
    git("branch", "ours-first")
    git("merge", "-q", "--no-edit", "theirs")
    git("checkout", "-q", "theirs")
    git("merge", "-q", "--no-edit", "ours-first")
    say(Path(NAME).read_text(encoding="utf-8").replace("what: Meet", "what: Meet him"), "one")
    git("checkout", "-q", "main")
    say(Path(NAME).read_text(encoding="utf-8").replace("customer: Somebody", "customer: Somebody\nowner: li"), "two")
    git("merge", "-q", "--no-edit", "theirs")
    data = data_of(Path(NAME).read_bytes())
    assert ("li", "Meet him", "Technical head") == (
        data["owner"],
        data["actions"]["meet"]["what"],
        data["people"]["cto"]["title"],
    )


@pytest.mark.usefixtures("installed")
def test_names_and_folders_may_be_odd() -> None:
    for name in ("deals/客户 '一'.yaml", "deals/-a.yaml", "deals/$(touch ran).yaml"):
        Path(name).write_text(DEAL, encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "more")
    git("checkout", "-q", "-b", "theirs")
    for path in Path("deals").glob("*.yaml"):
        path.write_text(APART[1], encoding="utf-8")
    git("commit", "-q", "-a", "-m", "theirs")
    git("checkout", "-q", "main")
    for path in Path("deals").glob("*.yaml"):
        path.write_text(APART[0], encoding="utf-8")
    git("commit", "-q", "-a", "-m", "ours")
    git("merge", "-q", "--no-edit", "theirs")
    assert {3} == {len(data_of(path.read_bytes())["activities"]) for path in Path("deals").glob("*.yaml")}
    assert not list(Path().rglob("ran"))


@pytest.mark.usefixtures("installed")
def test_without_the_program_git_merges_by_lines_and_shows_the_file() -> None:
    for key in ("merge.winsell.driver", "diff.winsell.textconv"):
        command = git("config", key).strip().replace(sys.executable, "/nowhere/python")
        assert "/nowhere/python" in command
        git("config", key, command)
    Path(NAME).write_text(DEAL + "owner: li\n", encoding="utf-8")
    assert "+owner: li\n" in git("diff")
    assert "   # signs" in git("diff", "-U99")
    git("checkout", "-q", NAME)
    branches(*CLASHING)
    git("merge", "-q", "theirs", check=False)
    text = Path(NAME).read_text(encoding="utf-8")
    assert ("<<<<<<<" in text, "2021-04-01" in text, "2021-05-01" in text) == (True, True, True)
    assert f"UU {NAME}\n" == git("status", "--porcelain")


@pytest.mark.usefixtures("installed")
def test_a_program_of_our_name_in_the_repository_is_not_run() -> None:
    Path("winsell").mkdir()
    trap = "import pathlib; pathlib.Path('ran').touch()\n"
    for name in ("winsell/__init__.py", "winsell/__main__.py", "yaml.py"):
        Path(name).write_text(trap, encoding="utf-8")
    Path(NAME).write_text(DEAL + "owner: li\n", encoding="utf-8")
    assert "+owner: li\n" in git("diff")
    git("checkout", "-q", NAME)
    branches(*APART)
    git("merge", "-q", "--no-edit", "theirs")
    assert not Path("ran").exists()


# What `git diff` shows.


@pytest.mark.usefixtures("installed")
def test_git_diff_speaks_deal() -> None:
    lines = DEAL.replace("cio: {title: CIO}", "cio: {title: CIO, attitude: {2021-11-03: {is: supporter, why: asked}}}")
    Path(NAME).write_text("# top\n" + lines.replace("deal: A deal\n", "") + "deal: A deal\n", encoding="utf-8")
    shown = [line for line in git("diff", "-U0").splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert ["+people.cio.attitude 2021-11-03: supporter | why: asked", "+# top"] == shown


@pytest.mark.usefixtures("installed")
def test_the_story_of_a_deal_can_be_read_in_git_log() -> None:
    say(DEAL.replace("title: CIO", "title: Head of IT"))
    assert "-people.cio.title: CIO\n+people.cio.title: Head of IT\n" in git("log", "-p", "-1")


def shown(capfd: pytest.CaptureFixture[str], raw: bytes) -> str:
    Path("x").write_bytes(raw)
    assert 0 == run(["git", "textconv", "x"])
    return capfd.readouterr().out


def test_a_fact_stands_on_one_line_with_its_path_day_value_why_and_source(capfd: pytest.CaptureFixture[str]) -> None:
    text = (
        "customer: C\ndeal: D\nchanges:\n  - {on: 2021-02, what: new head, touches: [cio]}\n"
        "people:\n  cio:\n    support:\n      2021-03: {is: +3, why: said so, source: cto, by: li}\n      2021-01: 1\n"
        "amount: {low: 10, high: 20, currency: EUR}\nsole_source: {is: yes, why: law}\n"
        "note: |\n  one\n  two\n"
    )
    expected = (
        "deal: D\ncustomer: C\namount.currency: EUR\namount.high: 20\namount.low: 10\nsole_source: yes | why: law\n"
        "people.cio.support 2021-01: 1\npeople.cio.support 2021-03: 3 | why: said so | source: cto | by: li\n"
        "changes 2021-02: new head | touches: cio\nnote: one\\ntwo\n"
    )
    assert expected == shown(capfd, text.encode())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"deal: [\nx: \x1b[31m\n", "deal: [\nx: \\x1b[31m\n"),
        (b"deal: \xff\r\nb", "deal: \N{REPLACEMENT CHARACTER}\nb\n"),
        (b"\x00\x01", "\\x00\\x01\n"),
        (b"services:\n  web: 1 # x\n", "services:\n  web: 1 # x\n"),
        (b'deal: D\ncustomer: "a\\x1b]0;x\\x07b"\n', "deal: D\ncustomer: a\\x1b]0;x\\x07b\n"),
    ],
)
def test_whatever_a_file_holds_it_is_shown_and_safe(capfd: pytest.CaptureFixture[str], raw: bytes, text: str) -> None:
    assert text == shown(capfd, raw)


# Installing.


def test_installing_tells_what_it_writes_and_uninstalling_takes_it_back(capfd: pytest.CaptureFixture[str]) -> None:
    before = Path(".git/config").read_bytes()
    assert 0 == run(["git", "install"])
    out = " ".join(capfd.readouterr().out.split())
    for key in ("diff.winsell.textconv", "merge.winsell.driver", "*.yaml diff=winsell merge=winsell"):
        assert key in out
    assert 0 == run(["git", "install"])
    assert "installed here already" in capfd.readouterr().out
    assert 0 == run(["git", "uninstall"])
    assert before == Path(".git/config").read_bytes()
    assert not Path("deals/.gitattributes").exists()
    assert 0 == run(["git", "uninstall", "--lang", "zh"])
    assert "没有装过" in capfd.readouterr().out


def test_what_stands_in_the_attributes_stays(capfd: pytest.CaptureFixture[str]) -> None:
    path = Path("deals/.gitattributes")
    own = b"# ours\r\n*.yaml text\r\n*.png binary"
    path.write_bytes(own)
    assert 0 == run(["git", "install", "deals"])
    assert path.read_bytes() == own + b"\r\n*.yaml diff=winsell merge=winsell\r\n*.yml diff=winsell merge=winsell\r\n"
    once = path.read_bytes()
    assert 0 == run(["git", "install", "deals"])
    assert once == path.read_bytes()
    assert 0 == run(["git", "uninstall", "deals"])
    assert own + b"\r\n" == path.read_bytes()
    capfd.readouterr()


def test_installing_needs_a_repository(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("bare"))
    assert 3 == run(["git", "install"])
    assert "not under git" in capfd.readouterr().err
    assert [] == list(Path().iterdir())
