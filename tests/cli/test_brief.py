"""`winsell brief`: what stands on the page before a meeting, and what never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from winsell.cli.app import run

DEAL = """\
deal: New warehouse system
customer: Somebody & Sons
owner: anna
stage: {2026-06-01: value-proof}
procurement: own-rules
method: invited
matches: {direction: "yes", capability: "yes"}
events:
  planned-and-budgeted:
    status: {2026-11-02: {is: confirmed, why: it is in the plan, source: cfo, how: said}}
    deadline: 2027-03-31
    consequence: the old building is sold
value:
  night:
    claim: picks at night
    kind: solution
    matters_to: [coo]
    they_have: {north: "no"}
    now: nine hours
    after: four hours
competitors: {north: {name: North}}
people:
  coo:
    name: K
    title: Chief operating officer
    role: approver
    attitude:
      2026-10-01: {is: neutral, why: let us see it run first, source: coo, how: said}
      2026-11-01: {is: supporter, why: speaks well of us at lunch, source: it-head, how: heard}
    contact: multiple
  cfo: {title: Finance director, function: finance, role: evaluator, wins: a quiet audit, loses: nothing}
  it-head:
    role: evaluator
    function: it
    attitude: {2026-11-03: {is: supporter, why: showed us the score sheet, source: it-head, how: said}}
    contact: multiple
  new-face: {}
sources:
  it-head: {since: 2026-10-01, scope: {2026-11-03: {is: [decision], why: told how it will be decided}}}
actions:
  layout: {for: people.coo, what: bring the layout, owner: anna, due: 2026-11-20}
  above: {for: people.coo, what: go over their head, tactic: higher-sponsor, due: 2026-11-27}
  visit: {for: people.coo, customer: true, what: name a day for the visit, due: 2026-11-30}
"""


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.chdir(tmp_path)


def page(capsys: pytest.CaptureFixture[str], *whom: str, text: str = DEAL, options: tuple[str, ...] = ()) -> str:
    Path("deal.yaml").write_text(text, encoding="utf-8")
    code = run(["brief", "deal.yaml", *(word for one in whom for word in ("--with", one)), *options])
    out, err = capsys.readouterr()
    assert (0, "") == (code, err)
    return out


def refused(capsys: pytest.CaptureFixture[str], *options: str, text: str = DEAL) -> str:
    Path("deal.yaml").write_text(text, encoding="utf-8")
    assert 2 == run(["brief", "deal.yaml", *options])
    out, err = capsys.readouterr()
    assert "" == out
    return err


def test_the_page_says_why_what_was_said_what_is_owed_and_what_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    said = page(capsys, "operating")
    assert "K, Chief operating officer" in said
    assert "picks at night: nine hours today, four hours then" in said
    assert "1 Oct 2026: let us see it run first" in said
    assert "bring the layout, was due on 20 Nov 2026" in said
    assert "The one thing to ask them to do: name a day for the visit, by 30 Nov 2026" in said


def test_what_others_told_and_what_is_done_behind_a_back_stays_off_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    said = page(capsys, "coo") + page(capsys, "coo", options=("--json",))
    assert "lunch" not in said
    assert "head" not in said


@pytest.mark.parametrize("tactic", ["career-interest", "bond", "involvement", "deepening"])
def test_how_somebody_is_worked_on_is_neither_owed_to_them_nor_a_reason_to_be_there(
    capsys: pytest.CaptureFixture[str], tactic: str
) -> None:
    text = DEAL.replace("what: bring the layout", f"what: work on them, tactic: {tactic}")
    for options in ((), ("--json",)):
        assert "work on them" not in page(capsys, "coo", text=text, options=options)
    assert 0 == run(["week", "deal.yaml", "--format", "text"])
    assert "work on them" not in capsys.readouterr().out


@pytest.mark.parametrize("whom", ["coo", "cfo", "it-head", "new-face"])
def test_nothing_on_the_page_judges_anybody(capsys: pytest.CaptureFixture[str], whom: str) -> None:
    said = page(capsys, whom)
    assert "score sheet" not in said
    assert not [word for word in ("for us", "against us", "%", "neutral", "score", "source") if word in said]


def test_who_loses_nothing_is_said_to(capsys: pytest.CaptureFixture[str]) -> None:
    said = page(capsys, "cfo")
    assert "What they get out of it: a quiet audit" in said
    assert "If we win, they lose nothing" in said


def test_of_whom_nothing_is_known_useful_questions_are_asked(capsys: pytest.CaptureFixture[str]) -> None:
    said = page(capsys, "new-face")
    assert "NO VALID REASON TO BE THERE YET" in said.splitlines()[3]
    assert "What is your part in it" in said
    assert 3 == said.partition("What only they")[2].partition("The one thing")[0].count("- ")
    assert "our way" not in said  # they have not seen it


def test_somebody_whom_only_the_account_knows_can_be_met(capsys: pytest.CaptureFixture[str]) -> None:
    Path("accounts").mkdir()
    account = "kind: account\nname: S\npeople: {chair: {title: Chairman of the board, function: board}}\n"
    Path("accounts/sons.yaml").write_text(account, encoding="utf-8")
    assert "Chairman of the board" in page(capsys, "chairman", text=f"account: sons\n{DEAL}")


def test_of_what_he_promised_the_next_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    late, soon, beyond = (
        f"  {id_}: {{for: people.coo, customer: true, what: {what}, due: {due}{more}}}\n"
        for id_, what, due, more in (
            ("late", "name the jury", "2027-03-01", ""),
            ("soon", "open the site", "2026-11-28", ""),
            ("beyond", "whisper", "2026-11-24", ", tactic: higher-sponsor"),
        )
    )
    said = page(capsys, "coo", text=DEAL.replace("actions:\n", f"actions:\n{late}{beyond}{soon}"))
    assert "The one thing to ask them to do: open the site, by 28 Nov 2026" in said


@pytest.mark.parametrize("between", [",", "，", "、", ", "])
def test_several_are_named_at_once_as_either_script_lists_them(
    capsys: pytest.CaptureFixture[str], between: str
) -> None:
    assert page(capsys, "coo", "cfo") == page(capsys, between.join(("coo", "cfo")))


def test_while_bids_are_open_there_is_nothing_but_the_official_channel(capsys: pytest.CaptureFixture[str]) -> None:
    said = page(capsys, "coo", "cfo", text=DEAL.replace("value-proof", "bidding"))
    assert "official channel" in said
    assert "?" not in said
    assert not [word for word in ("layout", "ask them to do", "come along", "would see us") if word in said]


def test_a_suspended_project_asks_for_its_restart_alone(capsys: pytest.CaptureFixture[str]) -> None:
    held = DEAL.replace("is: confirmed, why: it is in the plan", "is: on-hold, why: frozen")
    held = held.replace("status: {", "status: {2026-09-01: {is: confirmed, why: it is so, source: cfo, how: said}, ")
    said = page(capsys, "cfo", text=held)
    assert "sell nothing" in said
    assert "What has to happen for it to start again" in said
    assert "name a day on which we may ask again" in said


@pytest.mark.parametrize(("outcome", "asked"), [("lost", "What decided it"), ("won", "Who must still sign")])
def test_after_the_end_it_is_another_talk(capsys: pytest.CaptureFixture[str], outcome: str, asked: str) -> None:
    said = page(capsys, "coo", text=f"{DEAL}outcome: {{2026-11-21: {outcome}}}\n")
    assert asked in said
    assert "ask them to do" not in said


def test_who_has_left_is_met_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    said = page(capsys, "new-face", text=DEAL.replace("new-face: {}", "new-face: {left: 2026-11-01}"))
    assert "Not there any more since 1 Nov 2026" in said
    assert "What only they" not in said


def test_a_name_that_is_nobodys_is_refused_with_those_who_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean new-face" in refused(capsys, "--with", "newface")
    assert "whom do you meet?" in refused(capsys)
    assert "coo, cfo" in refused(capsys, "--with", "o")
    assert "nobody is in this deal yet" in refused(capsys, text="deal: A\ncustomer: B\n")


def test_an_approver_who_is_for_us_is_not_asked_to_bring_the_approver(capsys: pytest.CaptureFixture[str]) -> None:
    open_ = DEAL.partition("actions:")[0].replace("source: it-head, how: heard", "source: coo, how: said")
    said = page(capsys, "coo", text=open_)
    assert "bring whoever else must agree" not in said
    assert "name who else must agree" in said
    assert "bring whoever else must agree" in page(capsys, "coo", text=open_.replace("role: approver", "role: decider"))


def test_nothing_is_due_to_somebody_whom_nobody_has_met(capsys: pytest.CaptureFixture[str]) -> None:
    planned = DEAL + "  hour: {for: people.new-face, what: Half an hour with them, due: 2026-10-01}\n"
    met = planned.replace("new-face: {}", "new-face: {contact: occasional}")
    stranger = page(capsys, "new-face", text=planned)
    assert "Half an hour with them, was due on 1 Oct 2026\n" in stranger
    assert "due to them" not in stranger
    assert "We bring what is due to them: Half an hour" in page(capsys, "new-face", text=met)


def test_a_friend_is_asked_for_the_door_while_nobody_has_met_the_approver(capsys: pytest.CaptureFixture[str]) -> None:
    coo = DEAL[DEAL.index("  coo:") : DEAL.index("  cfo:")]
    unmet = DEAL.partition("actions:")[0].replace(coo, "  coo: {role: approver, contact: none}\n")
    door = "bring us together with whoever approves"
    assert door in page(capsys, "it-head", text=unmet)
    assert door not in page(capsys, "it-head", text=unmet.replace("contact: none", "contact: occasional"))
