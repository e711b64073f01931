"""Every message about a broken file: the corpus in tests/errors, each with what it must print, gathered on one page.

`WINSELL_ACCEPT=1 pytest tests/test_errors.py` writes what the program prints now into expected.txt and docs/errors.md;
read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from winsell.cli.app import run

ROOT = Path(__file__).parent.parent
CORPUS = Path(__file__).parent / "errors"
PAGE = ROOT / "docs" / "errors.md"
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_broken_file_is_refused_with_the_expected_words(
    case: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = printed(case, capfd, monkeypatch)
    expected = case / "expected.txt"
    if ACCEPT:
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert 3 == code
    assert expected.read_bytes().decode() == said
    assert "Traceback" not in said
    assert all(line.startswith(("deal.yaml", " ", "!", "-")) or not line for line in said.splitlines())


def page() -> str:
    """Gather the messages on one page, in the order of the corpus."""
    lines = [
        "# Every message about a broken file",
        "",
        "Made from the files in `tests/errors` by the test run; each is what the program prints, line for line:",
        "`path:line: what is wrong - what to do`. All of a file's problems are told at once, at most twenty.",
        "",
    ]
    for kind in sorted({case.parent.name for case in CASES}):
        title = {"yaml": "The text of a file", "schema": "What a file says"}[kind]
        lines += [f"## {title}", ""]
        for case in (one for one in CASES if one.parent.name == kind):
            said = (case / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
            lines += [f"**{case.name.replace('-', ' ')}**", "", "```text", said, "```", ""]
    return "\n".join(lines)


def test_the_page_of_messages_is_up_to_date() -> None:
    if ACCEPT:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    assert page() == PAGE.read_text(encoding="utf-8")
