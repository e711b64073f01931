"""Sittings that are cut off, or whose file changes underneath: nothing is lost, doubled or written over."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from winsell.cli.app import run

DEAL = Path("deals/d.yaml")
TEXT = """\
deal: Five lines
customer: Somebody
people:
  cio: {title: CIO, role: approver, attitude: {2026-08-01: neutral}, contact: {2026-08-01: occasional}}
  coo: {title: COO, role: user}
"""
Step = str | Callable[[], object]


class Typed(io.StringIO):
    """Lines that somebody types at a terminal, and what happens between two of them."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self.steps = list(steps)

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        while self.steps:
            step = self.steps.pop(0)
            if isinstance(step, str):
                return f"{step}\n"
            step()
        return ""


class Shown(io.StringIO):
    """A terminal's screen."""

    def isatty(self) -> bool:
        return True


def leave() -> None:
    """Press Ctrl-C."""
    raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deals").mkdir()
    (tmp_path / DEAL).write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")


Sit = Callable[..., str]


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sit:
    def sitting(argv: tuple[str, ...] | str, *steps: Step, code: int = 0) -> str:
        out = Shown()
        monkeypatch.setattr(sys, "stdin", Typed(steps))
        monkeypatch.setattr(sys, "stdout", out)
        got = run([*(argv.split() if isinstance(argv, str) else argv), "--lang", "en"])
        said = out.getvalue() + capsys.readouterr().err
        assert code == got, said
        return said

    return sitting


def text() -> str:
    return DEAL.read_text("utf-8")


def rewrite(old: str, new: str) -> Callable[[], object]:
    """Change the file by hand."""

    def change() -> None:
        assert old in text()
        DEAL.write_text(text().replace(old, new), "utf-8")

    return change


def drafts() -> list[Path]:
    return list(Path().rglob("*.draft"))


ENTERS = ("",) * 40
CIO = ("1", "lunch", "he was angry")
"""Who was there, what it was, what he said."""
BY_HAND = rewrite("{2026-08-01: neutral}", "{2026-08-01: neutral, 2026-11-23: {is: supporter, why: by hand}}")


# Somebody else writes at the same place.


def test_an_answer_whose_place_was_changed_is_asked_again_with_both(sit: Sit) -> None:
    said = sit("met d", *CIO, "5", BY_HAND, "2", "", *ENTERS)
    assert "`people.cio.attitude` was changed on disk after the question was put. Which holds?" in said
    assert "{2026-11-23: {is: supporter, why: by hand}}" in said
    assert "{2026-11-23: {is: enemy, why: he was angry, source: cio, how: said}}" in said
    assert "{is: supporter, why: by hand}" in text()
    assert "enemy" not in text()


def test_an_answer_is_written_over_another_only_if_whoever_sits_there_says_so(sit: Sit) -> None:
    sit("met d", *CIO, "5", BY_HAND, "2", "2", *ENTERS)
    assert "2026-11-23: {is: enemy, why: he was angry, source: cio, how: said}" in text()


def test_a_kept_answer_is_held_against_the_file_as_it_is(sit: Sit) -> None:
    sit("met d", *CIO, "5", leave, code=130)
    BY_HAND()
    said = sit("met d --resume", "2", "", *ENTERS)
    assert "`people.cio.attitude` was changed on disk after the question was put" in said
    assert "{is: supporter, why: by hand}" in text()
    assert "enemy" not in text()


def test_leaving_at_that_question_keeps_the_answer(sit: Sit) -> None:
    assert "--resume" in sit("met d", *CIO, "5", BY_HAND, "2", leave, code=130)
    assert "Which holds?" in sit("met d --resume", "2", *ENTERS)
    assert "{is: enemy, why: he was angry" in text()


def test_somebody_who_was_taken_out_is_not_made_anew(sit: Sit) -> None:
    gone = rewrite(TEXT.splitlines(keepends=True)[3], "")
    said = sit("met d", *CIO, "5", gone, "2", "", *ENTERS)
    assert "nothing: it was taken out" in said
    assert "cio: {" not in text().replace("[cio]", "")
    assert "enemy" not in text()


def test_a_kept_answer_makes_nobody_anew(sit: Sit) -> None:
    sit("met d", *CIO, "5", leave, code=130)
    rewrite(TEXT.splitlines(keepends=True)[3], "")()
    assert "nothing: it was taken out" in sit("met d --resume", "2", "", *ENTERS)
    assert "enemy" not in text()


def test_a_kept_answer_whose_matter_is_closed_meanwhile_is_shown(sit: Sit) -> None:
    sit("ask d", "1", "we build these", leave, code=130)
    DEAL.write_text(f"{TEXT}matches: {{direction: {{2026-11-23: no}}}}\n", "utf-8")
    said = sit("ask d --resume", "", "", leave, code=130)
    assert "`matches.direction` was changed on disk after the question was put" in said
    assert '"yes"' in said
    assert "direction: {2026-11-23: no}" in text()


# The file is broken or gone for a moment.


@pytest.mark.parametrize("broken", ["broken: [\n", "<<<<<<< ours\n", "unknown-key: 1\n", None])
def test_an_answer_that_meets_a_broken_file_is_kept_and_written_later(sit: Sit, broken: str | None) -> None:
    before: list[str] = []

    def breaks() -> None:
        before.append(text())
        if broken is None:
            DEAL.unlink()
        else:
            DEAL.write_text(text() + broken, "utf-8")

    said = sit("met d", "1", "lunch", "", "1", "offered 850k", breaks, "2", code=3)
    assert "changes saved: 1; what was answered since is kept - go on with: winsell met deals/d.yaml --resume" in said
    assert "changes saved in" not in said
    DEAL.write_text(before[0], "utf-8")
    sit("met d --resume", *ENTERS)
    assert "{is: known, why: offered 850k, source: cio}" in text()
    assert 1 == text().count("what: lunch")
    assert not drafts()


# What is written once stays once.


def test_a_competitor_is_not_doubled_by_going_on(sit: Sit) -> None:
    sit("met d", "1", "lunch", "", "3", "Globex", leave, code=130)
    sit("met d --resume", "a cheap offer", *ENTERS)
    assert "globex-2" not in text()
    assert 1 == text().count("what: a cheap offer")


def test_what_others_write_meanwhile_shifts_nothing(sit: Sit) -> None:
    sit("met d", "1, head of finance", "lunch", "", "", "3", "Globex", leave, code=130)
    rewrite("  coo:", "  cfo: {title: CFO}\n  coo:")()
    sit("met d --resume", "a cheap offer", *ENTERS)
    assert 1 == text().count("what: lunch")
    assert 1 == text().count("title: head of finance")
    assert "globex" in text()
    assert 1 == text().count("what: a cheap offer")


def test_what_was_saved_but_not_noted_down_is_not_written_twice(sit: Sit) -> None:
    kept: list[bytes] = []
    sit(
        "met d",
        "1",
        "lunch",
        lambda: kept.append(drafts()[0].read_bytes()),
        *ENTERS[:3],
        "bad news",
        "",
        leave,
        code=130,
    )
    assert 1 == text().count("what: lunch")
    (draft,) = drafts()
    draft.write_bytes(kept[0].replace(b'"batches": 1', b'"batches": 0'))  # as a kill after the saving leaves it
    sit("met d --resume", *ENTERS)
    assert 1 == text().count("what: lunch")


# The day and the note that the answers are about.


def test_going_on_keeps_the_day_of_the_meeting(sit: Sit) -> None:
    sit("met d --on 2026-11-02", *CIO, leave, code=130)
    sit("met d --resume", "5", "2", *ENTERS)
    assert "2026-11-02: {is: enemy, why: he was angry" in text()
    assert "on: 2026-11-02" in text()
    assert "2026-11-23" not in text()


def test_going_on_under_another_day_is_refused(sit: Sit) -> None:
    sit("met d --on 2026-11-02", *CIO, leave, code=130)
    assert "are of 2026-11-02" in sit("met d --resume --on 2026-11-03", code=2)
    assert drafts()


NOTE = ("met", "d", "--text", "CIO: the money is there\nthey visit us")


def test_a_note_that_was_left_is_gone_on_with(sit: Sit) -> None:
    said = sit(NOTE, "", "1", leave, code=130)
    assert "--resume" in said
    said = sit("met d --resume", "2", "2", "6", "", *ENTERS)
    assert "they visit us" in said
    assert 'why: "CIO: the money is there"' in text()
    assert "they-visit-us:" in text()


def test_a_note_that_was_left_at_once_is_kept(sit: Sit) -> None:
    assert "--resume" in sit(NOTE, leave, code=130)
    assert "A note of an earlier sitting is kept" in sit("met d", "y", leave, code=130)


def test_another_note_does_not_get_the_answers_of_the_first(sit: Sit) -> None:
    sit(NOTE, "", "1", leave, code=130)
    said = sit(("met", "d", "--text", "something else", "--resume"), code=2)
    assert "about another note" in said


def test_that_nothing_is_kept_is_said(sit: Sit) -> None:
    assert "Nothing is kept of an earlier sitting" in sit("met d --resume", *ENTERS)


def test_two_lines_about_one_person_stand_side_by_side(sit: Sit) -> None:
    argv = ("met", "d", "--text", "COO likes it\nCOO showed us the budget")
    sit(argv, "", "1", "2", "2", "1", "2", "1", *ENTERS)
    assert "{is: supporter, why: COO likes it; COO showed us the budget, source: coo, how: act}" in text()


@pytest.mark.parametrize("command", ["ask d", "met d", "screen d --ask"])
def test_where_all_was_skipped_nothing_is_kept_to_go_on_with(sit: Sit, command: str) -> None:
    said = sit(command, "", leave, code=130)
    assert "stopped at question" in said
    assert "--resume" not in said
    assert "Go on with" not in sit(command, leave, code=130)


# Two sittings at once.


def test_a_sitting_that_ends_drops_no_other_sittings_answers(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    def another() -> None:
        keep = sys.stdin, sys.stdout
        sit("met d", "n", *ENTERS)
        monkeypatch.setattr(sys, "stdin", keep[0])
        monkeypatch.setattr(sys, "stdout", keep[1])

    said = sit("met d", *CIO, another, leave, code=130)
    assert "answers kept: 3" in said
    assert drafts()
    assert "Where does CIO stand now?" in sit("met d --resume", leave, code=130)


# A new deal.


def test_a_new_deal_whose_folder_is_not_made_yet_keeps_its_answers(sit: Sit) -> None:
    sit("new later/x.yaml", "Somebody", leave, code=130)
    assert not Path("later").exists()
    sit("new later/x.yaml --resume", "Five lines", *ENTERS)
    assert "customer: Somebody" in Path("later/x.yaml").read_text("utf-8")
    assert not drafts()


def test_a_name_that_is_taken_is_refused_before_anything_is_asked(sit: Sit) -> None:
    said = sit("new d.yaml", code=3)
    assert "there is a file of this name already" in said
    assert "Question" not in said


def test_a_name_that_is_taken_by_its_title_keeps_the_answers(sit: Sit) -> None:
    shutil.copy(DEAL, "deals/five-lines.yaml")
    said = sit("new", "Somebody", "Five lines", *ENTERS, code=3)
    assert "go on with another name: winsell new NAME --resume" in said
    sit("new six --resume", *ENTERS)
    assert "deal: Five lines" in Path("deals/six.yaml").read_text("utf-8")
    assert not drafts()


@pytest.mark.parametrize("argv", [("new", "playbook"), ("new", "Playbook.yaml", "--deal", "A", "--customer", "B")])
def test_no_deal_takes_the_name_of_the_playbook(sit: Sit, argv: tuple[str, ...]) -> None:
    assert "would be taken for the playbook" in sit(argv, code=2)
    assert [DEAL] == list(Path().rglob("*.yaml"))


def test_a_deal_called_playbook_gets_another_name(sit: Sit) -> None:
    sit(("new", "--deal", "Playbook", "--customer", "X"))
    assert Path("deals/deal-playbook.yaml").exists()


def test_a_deal_is_taken_over_from_one_whose_person_is_empty(sit: Sit) -> None:
    Path("deals/e.yaml").write_text("deal: E\ncustomer: B\npeople:\n  cfo:\n", "utf-8")
    sit(("new", "f", "--deal", "F", "--from", "e"))
    assert "cfo:" in Path("deals/f.yaml").read_text("utf-8")


# The day of screen --ask.


def test_answers_are_dated_as_the_page_is(sit: Sit) -> None:
    said = sit("screen deals/d.yaml --ask --as-of 2026-10", "1", "we build these", "", leave, code=130)
    assert "2026-10-31" in text()
    assert "go on with: winsell screen deals/d.yaml --ask" in said
    assert "--resume" not in said


# What was kept cannot be read.

DAMAGED = {"cut": b'{"form": 2, "comm', "other": b'{"form": 99}', "empty": b"", "answers": None}


@pytest.mark.parametrize("command", ["met d", "met d --resume", "ask d"])
@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_draft_is_set_aside_and_stands_in_nobodys_way(sit: Sit, command: str, damage: str) -> None:
    name = command.split(maxsplit=1)[0]
    sit(f"{name} d", *(CIO if name == "met" else ("1",)), leave, code=130)
    (draft,) = drafts()
    raw = DAMAGED[damage]
    if raw is None:
        raw = draft.read_bytes().replace(b'"answers"', b'"replies"')
    draft.write_bytes(raw)
    said = sit(command, *ENTERS)
    assert "What was kept of an earlier sitting cannot be read. It is set aside as" in said
    assert f"{draft.name}.unread" in "".join(said.split())
    assert "Question 1 of" in said
    assert raw == draft.with_name(f"{draft.name}.unread").read_bytes()
    assert "set aside" not in sit(name + " d", *ENTERS)


def test_a_damaged_draft_of_a_new_deal_is_set_aside(sit: Sit) -> None:
    sit("new", "Somebody", leave, code=130)
    (draft,) = drafts()
    draft.write_bytes(b"{")
    assert "It is set aside as" in sit("new", "Somebody", "Six lines", *ENTERS)
    assert Path("deals/six-lines.yaml").exists()
