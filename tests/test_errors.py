"""Every message about a broken file: the corpus in tests/errors, each with what it must print, gathered on one page.

`WINSELL_ACCEPT=1 pytest tests/test_errors.py` writes what the program prints now into expected.LANGUAGE.txt and the
pages; read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.words.catalogue import LANGUAGES, Language

ROOT = Path(__file__).parent.parent
CORPUS = Path(__file__).parent / "errors"
PAGES: dict[Language, Path] = {"en": ROOT / "docs" / "errors.md", "zh": ROOT / "docs" / "zh" / "errors.md"}
HEADS: dict[Language, tuple[str, ...]] = {
    "en": (
        "# Every message about a broken file",
        "",
        "Made from the files in `tests/errors` by the test run; each is what the program prints, line for line:",
        "`path:line: what is wrong - what to do`. All of a file's problems are told at once, at most twenty.",
    ),
    "zh": (
        "# 文件写错时的全部提示",
        "",
        "本页由测试根据`tests/errors`里的文件生成，每一段就是程序逐行打印的内容：",
        "`文件:行: 哪里不对 - 怎么办`。一个文件的错处一次列全，最多二十条。",
    ),
}
TITLES: dict[Language, dict[str, str]] = {
    "en": {"yaml": "The text of a file", "schema": "What a file says"},
    "zh": {"yaml": "文件的文字", "schema": "文件的内容"},
}
ACCEPT = bool(os.environ.get("WINSELL_ACCEPT"))
CASES = sorted(path.parent for path in CORPUS.glob("*/*/deal.yaml"))
OTHER_KINDS = ("account-", "competitor-")


def printed(case: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Run the command that a user would and return what it says on stderr (on stdout for files that are no deals)."""
    monkeypatch.chdir(case)
    if case.name.startswith("playbook-"):
        code = run(["playbook", "check", "deal.yaml"])
        return code, capfd.readouterr().err
    if case.name.startswith(OTHER_KINDS):
        code = run(["check", "deal.yaml"])
        return code, capfd.readouterr().out
    code = run(["screen", "deal.yaml"])
    out, err = capfd.readouterr()
    assert "" == out
    return code, err


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_broken_file_is_refused_with_the_expected_words(
    case: Path, language: Language, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINSELL_LANG", language)
    code, said = printed(case, capfd, monkeypatch)
    expected = case / f"expected.{language}.txt"
    if ACCEPT:
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert 3 == code
    assert expected.read_bytes().decode() == said
    assert "Traceback" not in said
    assert all(line.startswith(("deal.yaml", " ", "!", "-")) or not line for line in said.splitlines())


def page(language: Language) -> str:
    """Gather the messages on one page, in the order of the corpus."""
    lines = [*HEADS[language], ""]
    for kind in sorted({case.parent.name for case in CASES}):
        lines += [f"## {TITLES[language][kind]}", ""]
        for case in (one for one in CASES if one.parent.name == kind):
            said = (case / f"expected.{language}.txt").read_text(encoding="utf-8").rstrip("\n")
            lines += [f"**{case.name.replace('-', ' ')}**", "", "```text", said, "```", ""]
    return "\n".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_messages_is_up_to_date(language: Language) -> None:
    if ACCEPT:
        PAGES[language].write_text(page(language), encoding="utf-8", newline="\n")
    assert page(language) == PAGES[language].read_text(encoding="utf-8")
