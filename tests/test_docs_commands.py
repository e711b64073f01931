"""What the pages tell a reader to type is typed: each in a copy of the repository, files saved as the page says."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.store.load import load_case

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "docs/zh/README.md",
    "examples/team/README.md",
    *(
        f"docs/{folder}{name}.md"
        for folder in ("", "zh/")
        for name in ("deal-file", "git", "playbook", "method", "automatic-checks")
    ),
)
BLOCK = re.compile(r"(?:<!-- file: (\S+) -->\n)?```(console|yaml)\n(.*?)```", re.DOTALL)
PRINTED = re.compile(BLOCK.pattern.replace("console|yaml", "console|yaml|text"), re.DOTALL)
ON = "2026-11-23"
SHELL = ("python3 ", "source ")
"""What the tests of the installation run, not these."""


def steps(page: str) -> Iterator[tuple[str, str]]:
    """The files that a page has its reader save, and the commands to type, in their order."""
    for path, kind, text in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if kind == "yaml" and path:
            yield path, text
        elif kind == "console":
            yield from (("", line) for line in text.splitlines() if line and not line.startswith(SHELL))


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "deals").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", ON)
    return tmp_path


def typed(line: str) -> list[list[str]]:
    """The words of a command line, its file patterns filled in; a variable before the command is set already."""
    words = shlex.split(line, comments=True)
    while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
        assert words.pop(0) == f"WINSELL_TODAY={ON}", line
    assert words.pop(0) == "winsell", line
    filled = [sorted(str(path) for path in Path().glob(word)) if "*" in word else [word] for word in words]
    return [[word for part in filled for word in part]]


@pytest.mark.parametrize("page", [page for page in PAGES if (ROOT / page).exists()])
@pytest.mark.usefixtures("copy")
def test_every_command_of_a_page_works(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    for path, text in steps(page):
        if path:
            Path(path).write_text(text, encoding="utf-8")
            continue
        for words in typed(text):
            code = run(words)
            out, err = capsys.readouterr()
            assert code in {0, 1}, (text, err)
            assert out, text
            assert not err, (text, err)


def test_the_readme_has_a_path_to_type() -> None:
    found = list(steps("README.md"))
    assert sum(bool(path) for path, _ in found) == 2
    assert sum(not path for path, _ in found) >= 7


@pytest.mark.parametrize("page", ["README.md", "docs/zh/README.md"])
@pytest.mark.usefixtures("copy")
def test_the_first_deal_ends_as_the_page_says(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    verdicts = []
    for path, text in steps(page):
        if path:
            Path(path).write_text(text, encoding="utf-8")
            load_case(path)
            verdicts.append(run(["screen", path, "--json"]))
    assert [1, 0] == verdicts
    assert '"verdict": "go"' in capsys.readouterr().out


@pytest.mark.parametrize("page", ["README.md", "docs/zh/README.md"])
@pytest.mark.parametrize("today", ["2020-02-29", "2026-11-10", "2035-05-05"])
def test_the_first_deal_goes_the_same_way_on_any_day(
    page: str, today: str, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copy.is_dir()
    said = {day: first_deal(page, day, monkeypatch, capsys) for day in (ON, today)}
    assert len(said[ON]) >= 5
    assert said[ON] == said[today]


def first_deal(
    page: str, today: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[tuple[int, str]]:
    """How each command about the first deal ends on a day, and what it says but for the day itself."""
    monkeypatch.setenv("WINSELL_TODAY", today)
    ended = []
    for path, text in steps(page):
        if path:
            Path(path).write_text(text, encoding="utf-8")
        elif "deals/warehouse.yaml" in text:
            code = run(typed(text)[0])
            ended.append((code, re.sub(r"(?m)^   (?:As of|截至).*$", "", capsys.readouterr().out)))
    return ended


@pytest.mark.usefixtures("copy")
def test_what_the_chinese_readme_shows_is_what_its_commands_print(capsys: pytest.CaptureFixture[str]) -> None:
    command, shown = "", 0
    for path, kind, text in PRINTED.findall((ROOT / "docs/zh/README.md").read_text(encoding="utf-8")):
        if path:
            Path(path).write_text(text, encoding="utf-8")
        elif kind == "console":
            command = text.strip().rpartition(" && ")[2].removeprefix(".venv/bin/")
        elif kind == "text":
            run(typed(command)[0])
            assert text in capsys.readouterr().out
            shown += 1
    assert shown == 3


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (folder / link).exists()]
