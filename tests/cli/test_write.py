"""The commands that write: a fact, a note, an action, an end, and the way back."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.strategies import ROOT
from tests.test_docs_commands import steps
from winsell.cli.app import run
from winsell.store.load import load_case
from winsell.store.save.save import Notes, Target
from winsell.store.save.undo import save_with_undo

TEAM = ROOT / "examples" / "team"
DEAL = "truck-cab-mes"


@pytest.fixture(autouse=True)
def folder(among_deals: Path) -> Path:
    return among_deals


def text(deal: str = DEAL) -> str:
    return Path("deals", f"{deal}.yaml").read_text("utf-8")


def last_written(path: Path) -> tuple[int, ...]:
    """Everything that writing a file would change; when it was read last is the system's business."""
    known = path.stat()
    return known.st_ino, known.st_mode, known.st_nlink, known.st_size, known.st_mtime_ns, known.st_ctime_ns


def said(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run([*argv, "--lang", "en"])
    out, err = capsys.readouterr()
    return err if code else out + err


def refused(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 2) -> str:
    before = {path: path.read_bytes() for path in Path("deals").rglob("*") if path.is_file()}
    told = said(capsys, *argv, code=code)
    assert before == {path: path.read_bytes() for path in Path("deals").rglob("*") if path.is_file()}
    return told.strip()


def added(before: str, after: str) -> list[str]:
    """The lines of a text that are not in the other."""
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


# A fact.


def test_a_dated_fact_goes_into_its_history_and_the_numbers_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    before = text()
    told = said(capsys, "set", DEAL, "us.fit", "85", "--why", "won the test", "--source", "it-architect")
    (line,) = added(before, text())
    assert line == "    2026-11-23: {is: 85, why: won the test, source: it-architect}"
    assert "Saved in deals/truck-cab-mes.yaml:" in told
    assert "Win probability 42 % before, 44 % now, because:" in told
    assert "+2 points: how well we fit" in told


def test_a_person_who_moves_is_named_where_the_number_comes_from_the_chain(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "set", "shoe-partner", "people.owner-boss.attitude", "non-supporter", "--why", "asked for it")
    assert "because:" in told
    assert "points: where 老板 stands" in told


@pytest.mark.parametrize(
    ("place", "value", "written"),
    [
        ("owner", "bo", "owner: bo"),
        ("us.relation", "unknown", "2026-11-23: unknown"),
        ("people.controller.veto", "yes", "    veto: true"),
        ("people.controller.title", "2026", '    title: "2026"'),
        ("people.controller.loses", "true", '    loses: "true"'),
        ("amount.low", "1.5m", "1.5m"),
        ("value.variant-control.matters_to", "controller, it-architect", "matters_to: [controller, it-architect]"),
        ("target", "60", "2026-11-23: 60"),
        ("signs.tender-consulted", "partly", "2026-11-23: partly"),
        ("stage", "rfp-drafting", "2026-11-23: rfp-drafting"),
    ],
)
def test_a_value_is_written_in_the_form_of_its_field(
    capsys: pytest.CaptureFixture[str], place: str, value: str, written: str
) -> None:
    before = text()
    said(capsys, "set", DEAL, place, value)
    assert written in "\n".join(added(before, text()))


def test_the_day_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "set", DEAL, "us.fit", "85", "--on", "2026-11-20")
    assert "2026-11-20: 85" in text()


def test_what_is_saved_is_told_as_saved_whatever_happens_to_the_files_beside_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rivals = sorted(Path("deals/competitors").glob("*.yaml"))

    def and_break_the_others(target: Target, raw: bytes, what: str) -> Notes:
        notes = save_with_undo(target, raw, what)
        for rival in rivals:
            rival.write_text("kind: competitor\nname: [\n", encoding="utf-8")
        return notes

    assert rivals
    monkeypatch.setattr("winsell.store.change.save_with_undo", and_break_the_others)
    assert "Saved in " in said(capsys, "set", DEAL, "us.fit", "85", "--why", "won the test")
    assert "won the test" in text()


def test_what_the_file_says_already_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "set", DEAL, "owner", "bo")
    before = last_written(Path("deals", f"{DEAL}.yaml"))
    assert "Nothing to change: deals/truck-cab-mes.yaml says so already" in said(capsys, "set", DEAL, "owner", "bo")
    assert before == last_written(Path("deals", f"{DEAL}.yaml"))


def test_comments_and_the_rest_of_the_file_stay_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("deals", "five.yaml")
    old = (
        "# mine\ndeal: A   # the name\r\ncustomer: 'B'\n\n# people come here\npeople:\n    cio: {role: approver} # he\n"
    )
    path.write_bytes(old.encode())
    said(capsys, "set", "five", "people.cio.attitude", "neutral", "--why", "asked")
    expected = old.replace("{role: approver}", "{role: approver, attitude: {2026-11-23: {is: neutral, why: asked}}}")
    assert expected.encode() == path.read_bytes()


@pytest.mark.parametrize(
    ("expected", "argv", "code"),
    [
        ("`peeple.cio` is no place in a deal file - did you mean `people.cio`?", ("peeple.cio", "x"), 2),
        ("`people` holds things by their ids", ("people", "x"), 2),
        ("`us` has keys of its own - name one of them: us.fit, us.relation", ("us", "x"), 2),
        ("`reviews` is a list of things that happened", ("reviews", "x"), 2),
        ("there is no `controler` in `people` - did you mean `controller`?", ("people.controler.role", "user"), 2),
        ("there is no `xyz` in `people` - add --new to make it", ("people.xyz.role", "user"), 2),
        ("there is no `budget-aksed` in `signs` - did you mean `budget-asked`?", ("signs.budget-aksed", "present"), 2),
        (
            "`owner` is one value without a day - leave out --on, --why",
            ("owner", "x", "--on", "today", "--why", "y"),
            2,
        ),
        ("`20.11.` is no day", ("us.fit", "3", "--on", "20.11."), 2),
        ("us.fit.2026-11-23 is 800, above 100", ("us.fit", "800"), 3),
        ("`x` is no value of people.controller.role", ("people.controller.role", "x"), 3),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_changed(
    capsys: pytest.CaptureFixture[str], expected: str, argv: tuple[str, ...], code: int
) -> None:
    assert expected in refused(capsys, "set", DEAL, *argv, code=code)


def test_somebody_new_is_made_only_if_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "set", DEAL, "people.cfo.role", "approver", "--new")
    assert "Key persons known: 4 of 4 before, 4 of 5 now" in told
    assert "  cfo:\n    role: approver\n" in text()


# Which deal.


def test_a_deal_is_found_by_a_part_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("truck", "TRUCK CABS", f"deals/{DEAL}.yaml"):
        said(capsys, "set", name, "owner", name)
        assert f"owner: {name}" in text()


def test_a_name_that_several_deals_have_is_refused_with_their_paths(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "set", "mes", "owner", "x")
    assert "`mes` may be several deals - name one of them: " in told
    assert "deals/pharma-mes.yaml" in told


def test_an_id_is_meant_before_a_part_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals", "truck.yaml").write_text("deal: Truck\ncustomer: B\n", "utf-8")
    said(capsys, "set", "truck", "owner", "bo")
    assert "owner: bo" in text("truck")


def test_a_name_that_no_deal_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no deal in `deals` has `nowhere` in its id" in refused(capsys, "note", "nowhere", "x")
    assert "there is no such file" in refused(capsys, "note", "nowhere.yaml", "x", code=3)


# A day that has no day beside it.

UNDATED = "deal: A\ncustomer: B\nstage: {2026-01-05: lead}\npeople:\n  cio: {role: approver, attitude: neutral}\n"


def test_an_earlier_day_takes_nothing_from_today_where_nobody_knows_which_holds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("deals", "undated.yaml").write_text(UNDATED, "utf-8")
    words = ("set", "deals/undated.yaml", "people.cio.attitude")
    told = refused(capsys, *words, "enemy", "--on", "2026-03-01")
    assert "`people.cio.attitude` is `neutral` without a day" in told
    assert told.endswith("winsell set deals/undated.yaml people.cio.attitude neutral --on DAY")
    said(capsys, *words, "neutral", "--on", "2026-09-01")
    said(capsys, *words, "enemy", "--on", "2026-03-01")
    history = load_case("deals/undated.yaml").dossier.deal.people["cio"].attitude
    days = ("2026-02-28", "2026-03-01", "2026-08-31", "2026-09-01", "2026-11-23")
    held = [history.at(date.fromisoformat(day)).value for day in days]
    assert [None, "enemy", "enemy", "neutral", "neutral"] == held


@pytest.mark.parametrize("on", [(), ("--on", "today"), ("--on", "2026-11-23")])
def test_what_is_so_from_today_on_leaves_the_days_before_as_they_were(
    capsys: pytest.CaptureFixture[str], on: tuple[str, ...]
) -> None:
    Path("deals", "undated.yaml").write_text(UNDATED, "utf-8")
    said(capsys, "set", "deals/undated.yaml", "people.cio.attitude", "enemy", *on)
    assert "attitude: {2026-01-05: neutral, 2026-11-23: enemy}" in text("undated")


def test_an_undated_unknown_gives_way_to_any_day(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals", "undated.yaml").write_text(UNDATED.replace("neutral", "unknown"), "utf-8")
    said(capsys, "set", "deals/undated.yaml", "people.cio.attitude", "enemy", "--on", "2026-03-01")
    assert "attitude: {2026-03-01: enemy}" in text("undated")


@pytest.mark.parametrize(("part", "value"), [("low", "18m"), ("high", "20m"), ("currency", "EUR")])
def test_a_part_of_a_sum_names_the_form_of_the_whole(capsys: pytest.CaptureFixture[str], part: str, value: str) -> None:
    Path("deals", "undated.yaml").write_text(UNDATED, "utf-8")
    told = refused(capsys, "set", "deals/undated.yaml", f"amount.{part}", value)
    assert told.endswith('say all of it: winsell set deals/undated.yaml amount "18m EUR"')


# Notes and actions.


def test_what_happened_with_people_is_an_activity(capsys: pytest.CaptureFixture[str]) -> None:
    before = text()
    said(capsys, "note", DEAL, "Tour of the plant: fine", "--with", "it-architect, line-lead")
    assert ['  - {on: 2026-11-23, with: [it-architect, line-lead], what: "Tour of the plant: fine"}'] == added(
        before, text()
    )


def test_other_notes_are_dated_lines_one_below_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "note", DEAL, "first", "--on", "2026-11-22")
    said(capsys, "note", DEAL, "second # with a sign")
    assert text().endswith("note: |\n  2026-11-22 first\n  2026-11-23 second # with a sign\n")


def test_an_action_is_added_done_and_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    said(
        capsys, "act", "add", DEAL, "Ask the CFO", "--for", "people.managing-director", "--due", "2026-12-05",
        "--owner", "anna",
    )  # fmt: skip
    assert (
        "  ask-the-cfo: {for: people.managing-director, what: Ask the CFO, owner: anna, added: 2026-11-23,"
        " due: 2026-12-05}\n"
    ) in text()
    said(capsys, "act", "done", DEAL, "ask-the-cfo", "--effect", "some", "--why", "he listened")
    assert "done: 2026-11-23, effect: {2026-11-23: {is: some, why: he listened}}}" in text()
    said(capsys, "act", "drop", DEAL, "works-council", "--why", "not needed")
    assert "dropped: 2026-11-23, result: not needed}" in text()


def test_an_action_without_latin_words_is_numbered(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "act", "add", DEAL, "拜访财务总监")
    said(capsys, "act", "add", DEAL, "拜访批准者", "--customer")
    assert "  action-1: {what: 拜访财务总监, added: 2026-11-23}\n" in text()
    assert "  action-2: {what: 拜访批准者, customer: true, added: 2026-11-23}\n" in text()


def test_the_effect_of_an_action_may_be_told_later(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "act", "done", DEAL, "meet-md", "--on", "2026-11-20")
    said(capsys, "act", "done", DEAL, "meet-md", "--effect", "strong")
    assert "done: 2026-11-20, effect: {2026-11-23: strong}}" in text()


@pytest.mark.parametrize(
    ("expected", "argv"),
    [
        ("there is no action `nothing` - use one of: meet-md (Ten minutes", ("done", DEAL, "nothing")),
        ("there is an action `meet-md` already", ("add", DEAL, "Meet", "--id", "meet-md")),
        ("--why says why it worked or not", ("done", DEAL, "meet-md", "--why", "x")),
        ("`soon` is no day", ("drop", DEAL, "meet-md", "--on", "soon")),
    ],
)
def test_an_action_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], expected: str, argv: tuple[str, ...]
) -> None:
    assert expected in refused(capsys, "act", *argv)


# The end, and the way back.


def test_the_end_keeps_our_reason_and_the_buyers_apart(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(
        capsys, "close", DEAL, "lost", "--why", "too late", "--buyer-says", "too dear", "--turning-point", "the tour"
    )  # fmt: skip
    assert "Win probability before: 42 %. Now: the deal has ended" in told
    assert "{is: lost, why: too late, buyer_says: too dear, turning_point: the tour}" in text()
    run(["analyze", f"deals/{DEAL}.yaml", "--lang", "en"])
    page = capsys.readouterr().out
    assert "- What the buyer said: too dear" in page
    assert "- What turned it: the tour" in page


def test_a_change_is_taken_back_to_the_byte(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("deals", f"{DEAL}.yaml").read_bytes()
    said(capsys, "set", DEAL, "us.fit", "85", "--why", "won the test")
    said(capsys, "note", DEAL, "x")
    assert "Taken back in deals/truck-cab-mes.yaml: note x" in said(capsys, "undo", DEAL)
    told = said(capsys, "undo", DEAL)
    assert "Taken back in deals/truck-cab-mes.yaml: set us.fit 85" in told
    assert "Win probability 44 % before, 42 % now, because:" in told
    assert before == Path("deals", f"{DEAL}.yaml").read_bytes()
    assert "change it by hand" in refused(capsys, "undo", DEAL, code=3)


def test_what_somebody_else_wrote_since_is_not_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "set", DEAL, "us.fit", "85")
    path = Path("deals", f"{DEAL}.yaml")
    path.write_bytes(path.read_bytes() + b"# mine\n")
    assert "change it by hand" in refused(capsys, "undo", DEAL, code=3)


@pytest.mark.parametrize("command", ["set owner x", "note x", "close lost", "act add x", "act done x"])
def test_a_deal_that_is_not_valid_is_not_written(capsys: pytest.CaptureFixture[str], command: str) -> None:
    Path("deals", "broken.yaml").write_text("deal: A\ncustomer: B\npeople: {cio: {role: king}}\n", "utf-8")
    words = command.split()
    at = 2 if words[0] == "act" else 1
    told = refused(capsys, *words[:at], "deals/broken.yaml", *words[at:], code=3)
    assert told.startswith("deals/broken.yaml:3: `king` is no value of people.cio.role")


def test_a_place_that_cannot_be_changed_safely_is_told_with_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    shared = "deal: A\ncustomer: B\nus: {fit: &one {2026-01-01: 50}, relation: *one}\n"
    Path("deals", "shared.yaml").write_text(shared, "utf-8")
    told = refused(capsys, "set", "deals/shared.yaml", "us.fit", "60", code=3)
    assert "write it by hand" in told or "alias" in told


def test_it_speaks_the_playbooks_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["set", DEAL, "us.fit", "85", "--why", "试过了", "--lang", "zh"])
    assert "赢单率原来42%，现在44%，原因：" in capsys.readouterr().out


def test_a_judgement_without_a_reason_is_written_and_told_to_have_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert "It has no reason yet" in said(capsys, "set", DEAL, "us.fit", "85")
    assert "no reason" not in said(capsys, "set", DEAL, "us.fit", "unknown", "--on", "2026-11-22")
    assert "no reason" not in said(capsys, "set", DEAL, "stage", "rfp-drafting")


@pytest.mark.parametrize(
    "argv",
    [
        ("set", DEAL, "us.fit", "85", "--on", "2026-11-24"),
        ("note", DEAL, "a call", "--on", "2027-01"),
        ("act", "done", DEAL, "meet-md", "--on", "2026-12-01"),
        ("close", DEAL, "won", "--on", "2027-11-23"),
    ],
)
def test_nobody_can_say_today_what_holds_on_a_day_to_come(
    argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"`{argv[-1]}` is still to come" in refused(capsys, *argv)


def test_a_note_names_people_of_the_deal(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "note", DEAL, "a call", "--with", "controler")
    assert "there is no `controler` among the people - use one of: managing-director, production-head, " in told


# The number as it is shown, and days that can hardly be meant.


def test_a_move_of_one_point_is_explained_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    moved = 0
    for fit in (50, 53, 55, 58, 60):
        told = said(capsys, "set", DEAL, "us.fit", str(fit), "--why", "tried")
        points = [int(one) for one in re.findall(r"([+-]\d+) points?: ", told)]
        found = re.search(r"(\d+) % before, (\d+) % now", told)
        moved += found is not None
        assert sum(points) == (int(found[2]) - int(found[1]) if found else 0)
        assert 0 not in points
    assert moved


def test_a_move_within_a_point_is_said_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "set", DEAL, "us.fit", "80", "--why", "tried")
    told = said(capsys, "set", DEAL, "us.fit", "80.2", "--why", "tried")
    assert "; it moved by less than a point" in told


def test_a_day_long_before_all_else_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "set", DEAL, "us.fit", "70", "--why", "tried", "--on", "2016-11-12")
    assert "The file now begins on 12 Nov 2016, and all else in it on" in told
    assert "is the year right?" not in said(capsys, "set", DEAL, "us.fit", "70", "--why", "tried", "--on", "2016-11-20")
    assert "is the year right?" not in said(capsys, "undo", DEAL)


def test_no_deal_ends_before_it_began(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "close", DEAL, "lost", "--on", "2016-11-12")
    assert "2016-11-12 is before the first day in the file" in told


@pytest.mark.parametrize(
    "argv",
    [
        ("set", DEAL, "us.fit", "70"),
        ("note", DEAL, "x"),
        ("act", "add", DEAL, "x"),
        ("act", "done", DEAL, "meet-md"),
        ("act", "drop", DEAL, "meet-md"),
        ("close", DEAL, "lost"),
    ],
)
def test_a_day_to_come_is_refused_by_all_that_write(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    assert "`2026-11-24` is still to come" in refused(capsys, *argv, "--on", "2026-11-24")
    assert "`2026-12` is still to come" in refused(capsys, *argv, "--on", "2026-12")


# What an answer lacks.


def test_an_answer_without_a_source_is_asked_for_one_unless_it_was_seen(capsys: pytest.CaptureFixture[str]) -> None:
    asked = "It has no source yet, so it is no evidence: say who told you with --source"
    fit = ("set", DEAL, "us.fit", "70")
    assert asked in said(capsys, *fit, "--why", "won")
    assert asked not in said(capsys, *fit, "--why", "won it", "--source", "it-architect")
    assert asked not in said(capsys, *fit, "--why", "they chose us", "--how", "act")
    assert asked not in said(capsys, *fit, "--why", "we think so", "--how", "guess")
    assert "It has no reason yet" not in said(capsys, *fit, "--how", "act")  # the file keeps the one of that day
    assert "It has no reason yet" in said(capsys, "set", DEAL, "us.fit", "71", "--how", "act")
    assert asked in said(capsys, "set", DEAL, "behaviour.money", "known", "--why", "some millions")
    assert asked not in said(capsys, "set", DEAL, "target", "60")


def test_that_nobody_sits_in_a_chair_needs_somebody_who_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    lacking = "the chair still counts as empty"
    payer = ("set", DEAL, "chairs.payer", "none")
    assert lacking in said(capsys, *payer)
    assert lacking in said(capsys, *payer, "--why", "a list of posts")
    assert lacking not in said(capsys, *payer, "--source", "it-architect")
    assert lacking not in said(capsys, "set", DEAL, "chairs.payer", "controller", "--on", "2026-11-22")


def test_a_first_hand_fact_makes_no_new_risk_and_answers_without_evidence_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-27")
    (page,) = (text for path, text in steps("README.md") if path and "competitors:" in text)
    Path("deals", "warehouse.yaml").write_text(page, "utf-8")
    place = ("set", "warehouse", "people.coo.attitude", "supporter", "--on", "2026-11-12", "--why", "asked for a date")
    said(capsys, *place, "--how", "act")
    assert "WSN101" not in said(capsys, "check", "warehouse", "--all")
    said(capsys, *place, "--how", "said")
    assert "WSN101" in said(capsys, "check", "warehouse", "--all")
    told = said(capsys, "analyze", "warehouse")
    assert "No source or no day: how well we meet the need, where coo stands. Write who told you and when" in told
    levels = page.replace("{fit: 75}", "{fit: 75, relation: 70}")
    levels = levels.replace("incumbent: {name", "incumbent: {fit: 20, relation: 20, name")
    Path("deals", "warehouse.yaml").write_text(levels.replace("north: {name", "north: {fit: 20, name"), "utf-8")
    told = said(capsys, "analyze", "warehouse")
    assert "No source or no day: how well we meet the need, how close we are to the customer, how well The " in told
    assert "present supplier meets the need, and 2 more. Write who told you" in " ".join(told.split())


# What is saved, and cannot be told.


def test_a_playbook_that_breaks_meanwhile_does_not_hide_what_is_saved(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from winsell.store.save.undo import save_with_undo

    def breaking(*given: Any) -> Any:
        Path("deals", "playbook.yaml").write_text("kind: playbook\nid: x\nextends: five-steps\nbogus: 1\n", "utf-8")
        return save_with_undo(*given)

    monkeypatch.setattr("winsell.store.change.save_with_undo", breaking)
    assert 1 == run(["note", DEAL, "hello", "--lang", "en"])
    out, err = capsys.readouterr()
    assert "Saved in deals/truck-cab-mes.yaml:" in out
    assert err.startswith("deals/truck-cab-mes.yaml: saved, and need not be done again; ")
    assert "deals/playbook.yaml:4: " in err


def test_what_nobody_foresaw_after_the_saving_is_no_failure_to_save(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr("winsell.analysis.attribution.attribute", broken)
    told = said(capsys, "note", DEAL, "hello", code=1)
    assert told.startswith("deals/truck-cab-mes.yaml: saved, and need not be done again; ")
    assert "after the saving (ArithmeticError)" in told
    assert "nothing was changed" not in told
    assert "2026-11-23 hello" in text()


def test_ctrl_c_after_the_saving_leaves_word_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("winsell.analysis.attribution.attribute", slow)
    with pytest.raises(KeyboardInterrupt):
        run(["note", DEAL, "hello", "--lang", "en"])
    assert "saved before it was interrupted" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "key"), [("正向", "supporter"), ("Against us", "non-supporter"), ("neutral", "neutral")]
)
def test_a_word_of_the_screen_is_written_as_the_files_word(
    capsys: pytest.CaptureFixture[str], typed: str, key: str
) -> None:
    said(capsys, "set", DEAL, "people.controller.attitude", typed, "--why", "said so at lunch", "--how", "act")
    assert f"{{is: {key}, why: said so at lunch, how: act}}" in text()


def test_a_crash_in_what_is_told_beside_a_change_hides_no_saving(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr("winsell.cli.set._lacks", broken)
    told = said(capsys, "set", DEAL, "us.fit", "71", "--why", "tried", code=1)
    assert told.startswith("deals/truck-cab-mes.yaml: saved, and need not be done again; ")
