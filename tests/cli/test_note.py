"""A line of the note changes no line that stands there, however the note is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.store.load import load_case

HEAD = "deal: Five lines\ncustomer: Somebody\n"
TAIL = "owner: me # ours\n"
NOTES = {
    "literal": ("note: |\n  2026-01-01 one\n  two\n", "  2026-11-23 hello\n"),
    "folded": ("note: >\n  a long text\n  that is wrapped\n\n  and another\n", "\n  2026-11-23 hello\n"),
    "stripped": ("note: |-\n  one\n  two\n", "  2026-11-23 hello\n"),
    "trailing-blank": ("note: |\n  one \n  two\n", "  2026-11-23 hello\n"),
    "tab": ("note: |\n  one\ttwo\n  three\n", "  2026-11-23 hello\n"),
    "deep": ("note: |\n      one\n      two\n", "      2026-11-23 hello\n"),
    "blank-between": ("note: |\n  one\n\n  two\n", "  2026-11-23 hello\n"),
    "folded-stripped": ("note: >-\n  one\n  two\n", "\n  2026-11-23 hello\n"),
    "folded-deeper": ("note: >\n  one\n    two\n", "  2026-11-23 hello\n"),
    "one-stripped": ("note: |-\n  one\n", "  2026-11-23 hello\n"),
    "stated-indent": ("note: |2\n    one\n  two\n", "  2026-11-23 hello\n"),
    "header-comment": ("note: | # our diary\n  one\n", "  2026-11-23 hello\n"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


@pytest.mark.parametrize("crlf", [False, True])
@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("name", NOTES)
def test_a_line_is_added_and_none_is_changed(name: str, *, last: bool, crlf: bool) -> None:
    note, line = NOTES[name]
    tail = "" if last else TAIL
    ends = "\r\n" if crlf else "\n"
    before, after = (text.replace("\n", ends).encode() for text in (HEAD + note + tail, HEAD + note + line + tail))
    Path("d.yaml").write_bytes(before)
    was = load_case("d.yaml").dossier.deal.note or ""
    assert 0 == run(["note", "d.yaml", "hello", "--lang", "en"])
    assert after == Path("d.yaml").read_bytes()
    now = load_case("d.yaml").dossier.deal.note or ""
    assert f"{was.rstrip()}\n2026-11-23 hello" == now.rstrip()


def test_a_file_without_a_last_line_break_keeps_its_form() -> None:
    Path("d.yaml").write_text(f"{HEAD}note: |\n  one", "utf-8")
    assert 0 == run(["note", "d.yaml", "hello", "--lang", "en"])
    assert f"{HEAD}note: |\n  one\n  2026-11-23 hello" == Path("d.yaml").read_text("utf-8")


def test_blank_lines_that_are_kept_stay_at_the_end() -> None:
    Path("d.yaml").write_text(f"{HEAD}note: |+\n  one\n\n{TAIL}", "utf-8")
    assert 0 == run(["note", "d.yaml", "hello", "--lang", "en"])
    assert f"{HEAD}note: |+\n  one\n  2026-11-23 hello\n\n{TAIL}" == Path("d.yaml").read_text("utf-8")


def test_a_quoted_diary_becomes_lines_whatever_blanks_it_has() -> None:
    Path("d.yaml").write_text(f'{HEAD}note: "one\\ttab \\ntwo\\n"\n', "utf-8")
    assert 0 == run(["note", "d.yaml", "hello", "--lang", "en"])
    assert f"{HEAD}note: |\n  one\ttab \n  two\n  2026-11-23 hello\n" == Path("d.yaml").read_text("utf-8")


@pytest.mark.parametrize("note", ['note: "one\\ntwo"\n', "note: one\n", "note: 'one'\n", "note:\n", ""])
def test_any_other_note_gets_its_line_too(note: str) -> None:
    Path("d.yaml").write_text(f"{HEAD}{note}{TAIL}", "utf-8")
    assert 0 == run(["note", "d.yaml", "hello", "--lang", "en"])
    assert (load_case("d.yaml").dossier.deal.note or "").rstrip().endswith("2026-11-23 hello")
    assert TAIL in Path("d.yaml").read_text("utf-8")


def test_the_first_line_leaves_room_for_others() -> None:
    Path("d.yaml").write_text(HEAD, "utf-8")
    run(["note", "d.yaml", "one", "--lang", "en"])
    assert f"{HEAD}note: |\n  2026-11-23 one\n" == Path("d.yaml").read_text("utf-8")
    run(["note", "d.yaml", "two", "--lang", "en"])
    assert f"{HEAD}note: |\n  2026-11-23 one\n  2026-11-23 two\n" == Path("d.yaml").read_text("utf-8")


def test_a_text_of_several_lines_is_written_as_such() -> None:
    Path("d.yaml").write_text(f"{HEAD}note: |\n  one\n", "utf-8")
    run(["note", "d.yaml", "two  \r\nthree\n", "--lang", "en"])
    assert f"{HEAD}note: |\n  one\n  2026-11-23 two\n  three\n" == Path("d.yaml").read_text("utf-8")


def test_what_comes_along_with_pasted_text_makes_no_line_of_code_of_the_diary() -> None:
    Path("d.yaml").write_text(HEAD, "utf-8")
    run(["note", "d.yaml", "one:\u00a03\u202fm\ufeff, zero\u200bwidth", "--lang", "en"])
    first = f"{HEAD}note: |\n  2026-11-23 one:\u00a03\u202fm, zerowidth\n"
    assert first == Path("d.yaml").read_text("utf-8")
    run(["note", "d.yaml", "two", "--lang", "en"])
    assert f"{first}  2026-11-23 two\n" == Path("d.yaml").read_text("utf-8")


def test_a_quoted_diary_with_wide_blanks_becomes_lines() -> None:
    Path("d.yaml").write_text(f'{HEAD}note: "one\\xa0two\\n"\n', "utf-8")
    assert 0 == run(["note", "d.yaml", "three", "--lang", "en"])
    assert f"{HEAD}note: |\n  one\u00a0two\n  2026-11-23 three\n" == Path("d.yaml").read_text("utf-8")


SAME = "people:\n  a: {name: Wang, title: CFO}\n  b: {name: Wang, title: CTO}\n"


@pytest.mark.parametrize(
    "argv",
    [
        ("note", "d.yaml", "hello", "--with", "wang"),
        ("set", "d.yaml", "people.wang.attitude", "neutral"),
        ("set", "d.yaml", "us.fit", "70", "--source", "Wang"),
    ],
    ids=" ".join,
)
def test_who_of_several_is_meant_is_not_guessed(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    Path("d.yaml").write_text(HEAD + SAME, "utf-8")
    assert 2 == run([*argv, "--lang", "en"])
    said = " ".join(capsys.readouterr().err.split()).casefold()
    assert "several people are called `wang` - name one of them by id: a, b" in said
    assert HEAD + SAME == Path("d.yaml").read_text("utf-8")
    assert 0 == run(["note", "d.yaml", "hello", "--with", "cto", "--lang", "en"])
