"""What the interviews ask and what they write, through the lines of a terminal that can only print."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.strategies import ROOT
from winsell.cli.app import run
from winsell.store.load import load_case

EXAMPLES = ROOT / "examples"
TEAM = EXAMPLES / "team"
DEAL = "truck-cab-mes"
DEALS = sorted(path.stem for path in TEAM.glob("*.yaml") if path.stem != "playbook")


class Typed(io.StringIO):
    """Lines that somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


class Shown(io.StringIO):
    """A terminal's screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TEAM, tmp_path / "deals")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("TERM", "dumb")
    return tmp_path


Sit = Callable[..., str]


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sit:
    def sitting(argv: str, *lines: str, code: int = 0, lang: str = "en") -> str:
        out = Shown()
        monkeypatch.setattr(sys, "stdin", Typed("".join(f"{line}\n" for line in lines)))
        monkeypatch.setattr(sys, "stdout", out)
        got = run([*argv.split(), "--lang", lang])
        said = out.getvalue() + capsys.readouterr().err
        assert code == got, said
        return said

    return sitting


def text(deal: str = DEAL) -> str:
    return Path("deals", f"{deal}.yaml").read_text("utf-8")


def added(before: str, after: str) -> list[str]:
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


def write(name: str, content: str) -> str:
    Path("deals", f"{name}.yaml").write_text(content, "utf-8")
    return name


ENTERS = [""] * 60
NEW = "deal: A\ncustomer: B\npeople:\n  cio: {title: CIO}\n  coo: {title: COO}\n"


# What is unknown.


def test_the_first_question_is_the_first_gap_of_the_analysis(sit: Sit) -> None:
    sit_said = sit(f"ask {DEAL}", *ENTERS)
    assert "Question 1 of 4" in sit_said
    first = sit_said.index("Managing director")
    assert first < sit_said.index("Who else inside, in another department")
    assert f"Nothing was changed in deals/{DEAL}.yaml." in sit_said


def test_an_answer_is_written_with_reason_and_source_and_the_next_gap_follows(sit: Sit) -> None:
    before = text()
    said = sit(f"ask {DEAL}", "2", "2", "2", "showed us the budget", *ENTERS)
    assert ["    contact: {2026-08-24: none, 2026-11-23: occasional}"] == [
        one for one in added(before, text()) if "contact" in one
    ]
    assert "2026-11-23: {is: supporter, why: showed us the budget, source: managing-director, how: said}" in text()
    assert "Win probability" in said
    assert "2 changes saved" in said


def test_still_unknown_is_an_answer_with_a_date(sit: Sit) -> None:
    write("new-lead", "deal: A\ncustomer: B\n")
    said = sit("ask new-lead", "u", *ENTERS)
    assert "direction:\n    2026-11-23: unknown" in text("new-lead")
    assert "1 changes" not in said
    assert "One change saved" in said


def test_an_extreme_answer_is_asked_for_its_reason_twice(sit: Sit) -> None:
    said = sit(f"ask {DEAL}", "2", "1", "2", "", "", *ENTERS)
    assert "Without a reason so strong an answer counts for little" in said


def test_why_a_thing_is_asked_is_told(sit: Sit) -> None:
    write("new-lead", "deal: A\ncustomer: B\n")
    assert "It keeps the verdict from GO." in sit("ask new-lead", "?", *ENTERS)


def test_what_is_no_answer_is_asked_again(sit: Sit) -> None:
    write("new-lead", "deal: A\ncustomer: B\n")
    said = sit("ask new-lead", "perhaps", "1", *ENTERS)
    assert "`perhaps` is none of the answers: type one of 1, 2, 3, u, or press Enter" in said
    assert 'direction:\n    2026-11-23: "yes"' in text("new-lead")


def test_no_more_than_five_questions_are_asked_unless_all_are(sit: Sit) -> None:
    write("new-lead", "deal: A\ncustomer: B\nstage: {2026-01-01: rfp-drafting}\ncompetitors: {x: {}, y: {}}\n")
    said = sit("ask new-lead", *ENTERS)
    assert "Question 5 of 5" in said
    assert "Questions left:" in said
    assert "Question 6 of" in sit("ask new-lead --all", *ENTERS)


def test_a_part_that_was_known_stays_before_what_is_learned(sit: Sit) -> None:
    sit(f"ask {DEAL}", "", "", "a ceiling of 30m", "", "", *ENTERS)
    assert "is: partial, why: the plan figure without the split; a ceiling of 30m" in text()


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("line", ["1", "2", "u", "0", "Somebody new", "2026-12-01"])
def test_whatever_is_answered_the_deal_stays_valid_and_keeps_its_comments(sit: Sit, deal: str, line: str) -> None:
    comments = [one.strip() for one in text(deal).splitlines() if one.strip().startswith("#")]
    answers = [part for _ in range(80) for part in (line, "")]
    said = sit(f"ask {deal} --all", *answers, *ENTERS, lang="zh" if line == "u" else "en")
    assert "Traceback" not in said
    load_case(f"deals/{deal}.yaml")
    assert comments == [one.strip() for one in text(deal).splitlines() if one.strip().startswith("#")]


def test_what_is_said_to_be_unknown_is_asked_again_another_day_or_if_wanted(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("new-lead", "deal: A\ncustomer: B\nstage: {2026-11-01: lead}\n")
    asked = "Does the direction of the project match us?"
    assert asked in sit("ask new-lead", "u", "u", "u", *ENTERS)
    again = sit("ask new-lead", *ENTERS)
    assert asked not in again
    assert "Nothing new to ask: 3 matters were said today to be still unknown" in again
    assert asked in sit("ask new-lead --all", *ENTERS)
    assert asked in sit("screen deals/new-lead.yaml --ask", *ENTERS, code=1)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-30")
    assert asked in sit("ask new-lead", *ENTERS)


def test_a_deal_that_has_ended_is_not_asked_about(sit: Sit) -> None:
    assert "Nothing to ask" in sit("ask bank-core", *ENTERS)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_three_questions_are_walked_to_the_verdict(sit: Sit, lang: str) -> None:
    write("new-lead", "deal: A\ncustomer: B\n")
    said = sit("screen deals/new-lead.yaml --ask", "1", "we do this", "own", "1", "", "", "1", "", "", *ENTERS, code=1,
               lang=lang)  # fmt: skip
    assert 'direction:\n    2026-11-23: {is: "yes", why: we do this, source: own}' in text("new-lead")
    assert ("FIND OUT FIRST" in said) == (lang == "en")


def test_once_the_answer_is_a_drop_nothing_more_is_asked_for_the_verdict(sit: Sit) -> None:
    write("new-lead", "deal: A\ncustomer: B\n")
    said = sit("screen deals/new-lead.yaml --ask", "3", "they want a bakery", "own", *ENTERS, code=1)
    assert "DROP" in said
    assert "Question 1" in said
    assert "Question 2" not in said


def test_an_event_without_a_source_is_asked_for_it_and_keeps_its_reason(sit: Sit) -> None:
    matches = "matches: {direction: yes, capability: yes, amount: yes}"
    event = "events: {planned-and-budgeted: {status: {2026-11-01: {is: confirmed, why: in the plan}}}}"
    write("unsourced", f"deal: A\ncustomer: B\nstage: {{2026-01-01: qualification}}\n{matches}\n{event}\n")
    sit("ask unsourced", "the annual report", *ENTERS)
    assert "2026-11-23: {is: confirmed, why: in the plan, source: the annual report}" in text("unsourced")


# After a meeting.


def test_a_meeting_of_two_with_what_was_learned(sit: Sit) -> None:
    before = text()
    sit(f"met {DEAL}", "1, head of finance", "lunch", "budget is set", "2", "2", "sounds cautious", "3", "1",
        "1", "thirty million", "1", "1", "3", "new rival", "visits often", "2", "", "a rival cut its price", "1",
        "invites us", "+7", "sends the offer", "2026-12-01")  # fmt: skip
    new = added(before, text())
    assert "  head-of-finance:" in new
    assert "  - {on: 2026-11-23, with: [controller, head-of-finance], what: lunch}" in new
    assert "{is: supporter, why: budget is set, source: controller, how: said}" in text()
    assert "{is: neutral, why: sounds cautious, source: head-of-finance, how: act}" in text()
    assert "{is: partial, why: the plan figure without the split; thirty million, source: controller}" in text()
    assert "new-rival" in text()
    assert "what: visits often, source: head-of-finance" in text()
    assert "{on: 2026-11-23, what: a rival cut its price, touches: [controller]}" in text()
    assert "invites-us: {what: invites us, customer: true, added: 2026-11-23, due: 2026-11-30}" in text()
    assert "sends-the-offer: {what: sends the offer, added: 2026-11-23, due: 2026-12-01}" in text()


def test_a_debrief_without_answers_writes_nothing(sit: Sit) -> None:
    before = text()
    said = sit(f"met {DEAL}", *ENTERS)
    assert before == text()
    assert "Question 5 of 6" in said  # without anybody there, nobody is asked after
    assert "Nothing was changed" in said


def test_bad_news_that_touches_nobody_is_a_line_of_the_note(sit: Sit) -> None:
    sit(f"met {DEAL}", "", "", "", "the project may wait a year", "", *ENTERS)
    assert "note: |\n  2026-11-23 the project may wait a year" in text()


def test_a_note_is_asked_only_what_its_lines_belong_to(sit: Sit) -> None:
    note = "Controller says the money is there\\nThey visit us"
    sit(f"met {DEAL} --text {note.replace(' ', '_')}", "", "1", "2", "2", *ENTERS)
    assert "with: [controller]" in text()
    assert "is: supporter" in text()


@pytest.fixture
def paste(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Sit with a note of several lines, which a command line split at blanks cannot hold."""

    def pasted(deal: str, lines: tuple[str, ...], *answers: str, lang: str = "en") -> str:
        monkeypatch.setattr("winsell.cli.met.pasted", lambda: "\n".join(lines))
        return sit(f"met {deal} --text -", *answers, lang=lang)

    return pasted


LONG_NOTE = tuple(f"Line {number} of what they told us." for number in range(1, 41))


@pytest.mark.parametrize(("lang", "told"), [("en", "leave the rest"), ("zh", "其余的不再问")])
def test_the_rest_of_a_note_is_left_in_the_record(paste: Sit, lang: str, told: str) -> None:
    write("new-lead", NEW)
    said = paste("new-lead", LONG_NOTE, "1", "3", "2", "r", lang=lang)
    assert told in said
    assert LONG_NOTE[1] in said
    assert LONG_NOTE[2] not in said
    assert " / ".join(LONG_NOTE) in text("new-lead")


def test_the_last_line_of_a_note_has_no_rest(paste: Sit) -> None:
    write("new-lead", NEW)
    assert 1 == paste("new-lead", LONG_NOTE[:2], "1", "", "").count("leave the rest")


def test_lines_that_a_mail_program_broke_are_asked_about_as_one(paste: Sit) -> None:
    write("new-lead", NEW)
    said = paste(
        "new-lead",
        ("The CIO told us that the budget of next year is settled and holds", "the whole sum.", "", "- they visit us",
         "  in December", "- we send the offer"),
        "1", *ENTERS,
    )  # fmt: skip
    assert "Question 4 of 4" in said
    assert "is settled and holds the whole sum." in said
    assert "belong to: they visit us in December\n" in said


@pytest.mark.parametrize(
    ("line", "fact"),
    [("- send the offer", "send the offer"), ("* send", "send"), ("•报价", "报价"),
     ("-5 % is their aim", "-5 % is their aim"), ("3.5m is fixed", "3.5m is fixed"), ("12. May", "12. May")],
)  # fmt: skip
def test_the_mark_of_a_list_is_no_part_of_a_fact(paste: Sit, line: str, fact: str) -> None:
    write("new-lead", NEW)
    paste("new-lead", (line,), "1", "7", "")
    (action,) = load_case("deals/new-lead.yaml").dossier.deal.actions.values()
    assert fact == action.what


def test_a_date_of_a_note_may_be_that_of_the_decision(paste: Sit) -> None:
    write("new-lead", NEW)
    paste("new-lead", ("the board decides on 12 December",), "1", "8", "1", "2026-12-12")
    assert "{is: 2026-12-12, why: the board decides on 12 December, source: cio}" in text("new-lead")


CONFIRMED = f"{NEW}events: {{planned-and-budgeted: {{status: {{2026-11-01: confirmed}}}}}}\n"


def learned_of_a_date(sit: Sit, *answers: str) -> str:
    write("new-lead", CONFIRMED)
    return sit("met new-lead", "1", "call", "", "4", *answers, *ENTERS)


def test_a_date_that_is_no_deadline_is_a_line_of_the_note(sit: Sit) -> None:
    said = learned_of_a_date(sit, "3", "they met our rival on 12 May")
    assert "something else" in said
    assert "note: |\n  2026-11-23 they met our rival on 12 May" in text("new-lead")
    assert "deadline" not in text("new-lead")


def test_a_deadline_is_one_by_choice(sit: Sit) -> None:
    learned_of_a_date(sit, "1", "2026-12-31")
    (deadline,) = (one.deadline for one in load_case("deals/new-lead.yaml").dossier.deal.events.values())
    assert date(2026, 12, 31) == deadline.at(date(2026, 11, 23)).value


def test_a_day_that_is_over_is_no_deadline_without_a_word(sit: Sit) -> None:
    said = learned_of_a_date(sit, "1", "2026-05-12", "")
    assert "2026-05-12 is over already" in said
    assert "deadline" not in text("new-lead")
    learned_of_a_date(sit, "1", "2026-05-12", "y")
    assert "is: 2026-05-12" in text("new-lead")


def test_the_only_deal_of_a_folder_is_meant(sit: Sit) -> None:
    for path in Path("deals").glob("*.yaml"):
        path.unlink()
    write("only", "deal: A\ncustomer: B\n")
    sit("met", "boss", "call", *ENTERS)
    assert "with: [boss], what: call" in text("only")


def test_a_deal_is_asked_for_by_a_part_of_its_name(sit: Sit) -> None:
    assert "Which deal was it about?" in sit("met", "truck", "", "a call", *ENTERS)
    assert "with: [], what: a call" in text()


def test_what_was_saved_keeps_its_indentation_on_a_narrow_screen(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = sit(f"met {DEAL}", "1", "a call about the budget of next year and how it is going to be shared out", *ENTERS)
    (first,) = (line for line in said.splitlines() if "- {on: 2026-11-23" in line)
    second = said.splitlines()[said.splitlines().index(first) + 1]
    assert first.index("{on:") + 2 == len(second) - len(second.lstrip())


# A new lead.


def test_five_questions_from_a_lead_to_its_verdict(sit: Sit) -> None:
    said = sit("new", "Northern Rail", "Ticket machines", "4.8m EUR", "1", "3")
    assert "Question 5 of 5" in said
    assert "Made deals/ticket-machines.yaml" in said
    assert "DROP: it is not worth winning" in said
    written = text("ticket-machines")
    assert "customer: Northern Rail\namount:\n  low: 4.8m\n  currency: EUR\n" in written
    assert 'capability:\n    2026-11-23: "no"' in written


def test_what_is_given_is_not_asked(sit: Sit) -> None:
    said = sit("new --customer Rail", "Machines", "", "", "")
    assert "Who is the customer?" not in said
    assert "winsell ask deals/machines.yaml" in said


def test_an_empty_answer_to_what_a_deal_must_have_ends_it(sit: Sit) -> None:
    said = sit("new", "Rail", "", code=2)
    assert "--deal" in said
    assert not Path("deals", "rail.yaml").exists()


# What stands still, and what cannot be written.


def test_a_suspended_project_is_asked_how_its_event_stands_now(sit: Sit) -> None:
    said = sit("ask cold-chain-wms", "3", "the board met", "2")
    assert "The event is on hold since 18 Sep 2026: planned and budgeted. How does it stand now?" in said
    assert "2026-11-23: {is: on-hold, why: the board met, source: " in text("cold-chain-wms")


def test_a_meaning_does_not_say_its_word_twice(sit: Sit) -> None:
    said = sit("ask cold-chain-wms", "", lang="zh")
    assert "原来有，现在停着" in said
    assert "已搁置：" not in said


@pytest.mark.parametrize("command", ["ask", "met", "screen --ask"])
def test_a_file_that_may_not_be_written_is_told_before_anything_is_asked(sit: Sit, command: str) -> None:
    Path("deals", f"{DEAL}.yaml").chmod(0o444)
    name, *options = command.split()
    said = sit(" ".join((name, f"deals/{DEAL}.yaml", *options)), code=3)
    assert "read-only" in said
    assert "Question" not in said


def test_whether_somebody_was_met_may_be_unknown(sit: Sit) -> None:
    sit(f"ask {DEAL}", "u", "", "", "")
    assert load_case(f"deals/{DEAL}.yaml").dossier.deal.people["managing-director"].contact.entries[-1].value is None
    assert text().count("2026-11-23: unknown") == 1


def test_two_facts_of_one_matter_stand_side_by_side(sit: Sit) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "1", "call", "", "2", "price counts 40%", "2", "2", "references count 30%", "", *ENTERS)
    assert "{is: known, why: price counts 40%; references count 30%, source: cio}" in text("new-lead")


def test_a_second_fact_says_who_told_the_first(sit: Sit) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "1, 2", "call", "", "", "2", "price 40%", "1", "", "2", "references 30%", "2", "", *ENTERS)
    assert "{is: partial, why: price 40% (cio); references 30%, source: coo}" in text("new-lead")


def test_a_number_that_is_no_key_is_no_source(sit: Sit) -> None:
    write("new-lead", NEW)
    said = sit("met new-lead", "1, 2", "call", "", "", "2", "price 40%", "4", "1", "", *ENTERS)
    assert "`4` is none of the answers: type one of 1, 2, or press Enter" in said
    assert "source: cio" in text("new-lead")


def test_somebody_mistyped_is_asked_about(sit: Sit) -> None:
    write("new-lead", NEW)
    said = sit("met new-lead", "co, New Guy, new guy", "", "call", *ENTERS)
    assert "`co` is nobody's key, name or post yet. Is COO meant?" in said
    assert "with: [coo, new-guy], what: call" in text("new-lead")
    assert "  co:" not in text("new-lead")


def test_somebody_new_with_a_name_like_anothers_is_made(sit: Sit) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "co", "n", "call", *ENTERS)
    assert "  co: {title: co}" in text("new-lead")


def test_whose_view_may_have_changed_is_somebody_of_the_deal(sit: Sit) -> None:
    write("new-lead", NEW)
    said = sit("met new-lead", "1", "call", "", "", "a rival cut its price", "send the logs", "2", *ENTERS)
    assert "`send the logs` is none of the answers" in said
    assert "touches: [coo]" in text("new-lead")


SENTENCES = [
    "he was angry",
    "The rival cut its price again!",
    "north has done it twice",
    "王总说要涨价",
    "they met us. Twice",
    "Anna and Bob",
    "王工和李总",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_nobody(sit: Sit, sentence: str) -> None:
    write("new-lead", NEW)
    said = sit("met new-lead", sentence, "", "1", "call", *ENTERS)
    asked = f"`{sentence}` is nobody's key, name or post yet. Is it a name or a post of somebody new?"
    assert asked in " ".join(said.split())
    assert "with: [cio], what: call" in text("new-lead")
    assert text("new-lead").startswith(NEW)


@pytest.mark.parametrize(
    "name", ["head of finance", "Dr. Meier", "J.R. Smith", "会计主管", "董事会秘书", "IT-Leiter Süd", "Ms O'Neil"]
)
def test_a_name_or_a_post_is_somebody_new(sit: Sit, name: str) -> None:
    write("new-lead", NEW)
    assert "somebody new?" not in sit("met new-lead", name, "call", *ENTERS)
    assert name in text("new-lead")


def test_a_long_post_is_somebody_new_if_that_is_meant(sit: Sit) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "head of the finance department", "y", "call", *ENTERS)
    assert "{title: head of the finance department}" in text("new-lead")


def test_a_sentence_is_no_inside_source_and_sits_in_no_chair(sit: Sit) -> None:
    for deal in DEALS:
        before = text(deal).count("title:")
        sit(f"ask {deal} --all", *("he has done it twice", "") * 40, *ENTERS)
        assert before == text(deal).count("title:")


@pytest.mark.parametrize("again", ["", "n"])
def test_a_day_that_is_over_is_asked_about_before_it_becomes_a_promise(sit: Sit, again: str) -> None:
    write("d", NEW)
    said = sit("met d", "", "", "", "", "send the RFP", "2025-12-01", again, "2026-12-01", *ENTERS)
    assert "2025-12-01 is over already" in said
    assert "due: 2026-12-01" in text("d")
    assert "2025-12-01" not in text("d")


def test_how_somebody_else_knew_it_is_not_how_the_person_said_it(sit: Sit) -> None:
    heard = "{2026-11-23: {is: supporter, why: said yes, source: coo, how: heard}}"
    write("d", NEW.replace("{title: CIO}", f"{{title: CIO, attitude: {heard}}}"))
    sit("met d", "1", "lunch", "asked for the price", "", *ENTERS)
    assert "{is: supporter, why: said yes (coo); asked for the price, source: cio}" in text("d")


# Words for nothing and nobody, several at once, and two who are called the same.

ALIKE = NEW + "  cfo: {name: Wang, title: CFO}\n  cto: {name: Wang, title: CTO}\n"


@pytest.mark.parametrize("word", ["none", "Nobody", "no", "n/a", "nothing.", "没有", "无", "暂无", "不知道"])
def test_a_word_for_nothing_is_nothing(sit: Sit, word: str) -> None:
    write("new-lead", NEW)
    said = sit("met new-lead", word, "", word, word, word, word, *ENTERS)
    assert "Nothing was changed" in said
    assert text("new-lead") == NEW


@pytest.mark.parametrize("word", ["nobody", "u", "unknown", "没人", "不知道"])
def test_what_nobody_told_has_no_source(sit: Sit, word: str) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "1,2", "call", "", "", "1", "a budget", word, "1", *ENTERS)
    assert "{is: partial, why: a budget}" in text("new-lead")


@pytest.mark.parametrize("word", ["all", "everybody", "me", "skip", "q", "大家", "都在"])
def test_a_word_that_names_nobody_is_asked_about(sit: Sit, word: str) -> None:
    write("new-lead", NEW)
    said = sit("met new-lead", word, "", "1", "call", *ENTERS)
    assert "Is it a name or a post of somebody new?" in " ".join(said.split())
    assert "with: [cio], what: call" in text("new-lead")
    assert text("new-lead").startswith(NEW)


@pytest.mark.parametrize("typed", ["1 2", "1 and 2", "1-2", "1和2", "1 & 2", "CIO and coo", "CIO和COO"])
def test_people_may_be_parted_by_more_than_commas(sit: Sit, typed: str) -> None:
    write("new-lead", NEW)
    sit("met new-lead", typed, "call", *ENTERS)
    assert "with: [cio, coo], what: call" in text("new-lead")
    assert text("new-lead").startswith(NEW)


def test_words_without_a_level_are_kept_with_who_said_them(sit: Sit) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "1,2", "call", "was angry", "", "smiled", "", *ENTERS)
    assert "note: |\n  2026-11-23 CIO: was angry\n  2026-11-23 COO: smiled\n" in text("new-lead")


def test_words_without_a_level_in_chinese(sit: Sit) -> None:
    write("new-lead", NEW)
    sit("met new-lead", "1", "电话", "不高兴", "", *ENTERS, lang="zh")
    assert "  2026-11-23 CIO：不高兴\n" in text("new-lead")


def test_two_who_are_called_the_same_are_told_apart(sit: Sit) -> None:
    write("new-lead", ALIKE)
    said = sit("met new-lead", "wang", "2", "call", "", *ENTERS)
    assert "Several are called `wang`. Which is meant?" in said
    assert "Wang (CFO)" in said
    assert "What did Wang (CTO) say or do" in said
    assert "with: [cto], what: call" in text("new-lead")


def test_who_of_two_is_meant_is_asked_again(sit: Sit) -> None:
    write("new-lead", ALIKE.replace("name: Wang, ", "").replace("CFO", "Director").replace("CTO", "Director"))
    said = sit("met new-lead", "director", "", "cto", "call", *ENTERS)
    assert "Director (cfo)" in said
    assert "with: [cto], what: call" in text("new-lead")


@pytest.mark.parametrize(("currency", "code"), [("EUR", "EUR"), ("元", "CNY"), ("5m USD", "USD")])
def test_a_currency_may_be_typed_after_its_sum(sit: Sit, currency: str, code: str) -> None:
    said = sit("new", "Rail", "Machines", "4.8m", currency, "", "")
    assert "Of which currency?" in said
    low = "5m" if currency.startswith("5") else "4.8m"
    assert f"amount:\n  low: {low}\n  currency: {code}\n" in text("machines")


def test_that_nobody_sits_in_a_chair_is_asked_for_who_said_so(sit: Sit) -> None:
    said = sit("ask hospital-supply", "", "0", "a list of posts", "", "supply-head", *ENTERS)
    assert "Who says that there is no such person?" in said
    assert "{is: none, why: a list of posts, source: supply-head}" in text("hospital-supply")
    assert "payer" not in sit("ask hospital-supply", *ENTERS)
