"""What a reader is told of small deals, by the public report functions and the terminal view: analyze, plan, screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.analysis.moments import PROOF
from tests.reports.pages import analyzed, cells, notes, number, planned, screened, under

Report = Callable[..., list[str]]
RIVALS = """
us: {fit: 60, relation: 60}
competitors:
  north: {name: North, strategy: frontal, attitudes: {cio: {2021-08-20: supporter}, cfo: neutral}}
  south: {name: South}
  nothing: {kind: do-nothing}
people:
  cio: {title: CIO, role: approver}
  cfo: {title: CFO, role: decider}
  it: {title: IT head, role: evaluator, leans_to: south}
"""

# Competitors.


def test_a_competitors_chain_is_shown_beside_ours() -> None:
    said = analyzed(PROOF + RIVALS)
    assert ["With North: 2 of 3 known; for them: CIO", "With South: 1 of 3 known; for them: IT head"] == [
        line for line in said if line.startswith("With ")
    ]


def test_his_probable_next_move_comes_with_our_answer() -> None:
    said = under(planned("stage: qualification\n" + PROOF + RIVALS), "Step 2")
    (move,) = [note for note in notes(said, "! North: ") if "our answer: " in note]
    assert "louder or cheaper; our answer: put the difference into the criteria" in move
    assert ["- Their strategy is unknown, and so is their next move"] == notes(said, "! South: ")
    assert not [line for line in said if "next move" in line and line not in notes(said, "! South: ")]


# People and chairs.

CHAIRS = "stage: {2021-07-01: value-proof}\npeople: {cio: {title: CIO, role: approver, function: it}}\n"


@pytest.mark.parametrize("report", [analyzed, planned])
def test_each_empty_chair_has_its_line(report: Report) -> None:
    red = [line for line in report(CHAIRS) if line.startswith("!! ") and not line.startswith("!! now ")]
    assert ["who uses it", "who pays"] == [line.rpartition(": ")[2] for line in red if "known yet: who " in line]


# Actions.


def test_actions_are_shown_by_where_they_stand_and_dropped_ones_not_at_all() -> None:
    said = planned("""
actions:
  a: {what: Call him, owner: wang, due: 2021-08-15}
  b: {what: Send the sheep, dropped: 2021-08-20}
  c: {what: Show the logs, done: 2021-08-10, effect: {2021-08-20: some}}
  d: {what: Write to her, due: 2021-10-01}
  e: {what: Not thought of yet, added: 2021-09-02}
""")
    work = under(said, "Step 5")
    assert ["Due", "Who", "What"] == work[0].split()
    assert ["!! now", "2021-08-15, overdue", "wang", "Call him"] == cells(work[1])
    assert ["! to do", "2021-10-01", "Write to her"] in [cells(line) for line in work]
    assert "not planned" in cells(work[3])
    assert ["- 10 Aug 2021: Show the logs (some effect)"] == under(said, "Done:")
    assert not [line for line in said if "sheep" in line or "Not thought" in line]


# The statement.


def test_the_statement_gives_the_customers_number_and_another_reason_against_each() -> None:
    said = planned(f"""{PROOF}
stage: {{2021-07-01: value-proof}}
competitors: {{north: {{name: North}}, south: {{name: South}}}}
value:
  a:
    claim: It runs offline
    kind: solution
    they_have: {{north: 'no', south: partly}}
    now: 40 stops a month
    after: 5 stops a month
  b: {{claim: Our people sit next door, kind: resource, they_have: {{north: 'no', south: fully}}}}
us: {{fit: 60, relation: 60}}
""")
    told = under(said, "Two minutes on why us")
    assert "- The customer's number: 40 stops a month today, 5 stops a month with us" in told
    shared = "- Against South: nothing is known that they lack; in part they have this too: It runs offline"
    assert ["- Against North: Our people sit next door", shared] == told[2:]


def test_what_cannot_be_said_stays_a_blank() -> None:
    told = under(planned("competitors: {north: {name: North}}\n"), "Two minutes on why us")
    assert 3 == sum("____" in line for line in told)


# The strategy.


def test_while_we_hold_fire_the_two_deciding_questions_stand_there() -> None:
    said = planned("note: nothing is known\n")
    assert said[3].startswith("Hold fire")
    deciding = under(said, "What would decide")
    assert 2 == len(deciding)
    assert all(line.endswith("?") for line in deciding)


def test_another_strategy_than_the_recommended_one_is_named_with_both() -> None:
    said = planned(
        f"{PROOF}us: {{incumbent: 'yes', fit: 60}}\nstrategy: {{2021-08-20: {{is: fragment, why: we lead}}}}\n"
    )
    assert "Strategy: fragment, as you chose; from what is known, defend would fit" == said[3]
    assert "Chosen: fragment, because we lead" in said
    assert "split the scope" in under(said, "Tactics")[0]


# Evidence.

STRONG = "us: {fit: {2021-08-20: {is: 75, source: cio}}, relation: {2021-08-20: 75}}\n"
WEAK_RIVALS = "competitors: {north: {fit: 30, relation: 30}, south: {fit: 30, relation: 30}}\n"
STRONG_RIVALS = "competitors: {north: {fit: 95, relation: 90}, south: {fit: 95, relation: 95}}\n"
SHOWN = "us: {fit: {2021-08-20: {is: 60, source: cio}}, relation: {2021-08-20: {is: 60, source: cio}}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("of which 23 % has evidence", STRONG + WEAK_RIVALS, id="what speaks for us has none"),
        pytest.param(
            "without it the number would be 23 %", SHOWN + STRONG_RIVALS, id="what speaks against us has none"
        ),
        pytest.param("Without the answers that lack a source or a day", "us: {fit: 60}\n", id="nothing has any"),
        pytest.param(None, SHOWN, id="all of ours has"),
    ],
)
def test_a_number_that_evidence_would_move_says_so(expected: str | None, text: str) -> None:
    said = analyzed(PROOF + text)
    notes = [
        line
        for line in said
        if ("evidence" in line or "lack a source" in line or "without it the number" in line)
        and "WSN101" not in line
        and line.startswith("! ")
    ]
    notes = [line for line in notes if "to do" not in line]
    assert [expected] == [next((expected for line in notes if expected and expected in line), None)]
    assert bool(expected) == bool(notes) == any("WSN101" in line for line in said)


# After the award, and after the end.


def test_after_the_award_it_is_asked_who_can_still_stop_it() -> None:
    said = analyzed(f"""{PROOF}
stage: {{2021-08-20: contract}}
people:
  cio: {{title: CIO, role: approver, attitude: {{2021-08-20: {{is: supporter, why: a}}}}}}
  cfo: {{title: CFO, veto: true, attitude: {{2021-08-21: {{is: non-supporter, why: b}}}}}}
  law: {{title: Lawyer, veto: true}}
  user: {{title: User, role: user, attitude: enemy}}
""")
    stoppers = under(said, "Who can still stop it?")
    assert [
        "+ CIO: for us (since 20 Aug 2021)",
        "!! CFO: against us (since 21 Aug 2021)",
        "! Lawyer: unknown",
    ] == stoppers[:3]
    assert not [line for line in stoppers if "User" in line]
    assert any("who buys" in line for line in stoppers)
    assert "on which day is each?" in stoppers[-1]
    assert not [line for line in said if "%" in line and line.startswith(("+", "!!"))]


OUTCOMES = {
    "won": "won",
    "won-part": "won in part",
    "lost": "lost",
    "no-decision": "ended without a decision",
    "tender-failed": "ended with a failed tender",
    "dropped-by-us": "dropped by us",
}


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("report", [analyzed, planned])
def test_a_deal_that_has_ended_is_looked_back_on_and_not_worked_on(outcome: str, report: Report) -> None:
    text = f"{PROOF}outcome: {{2021-08-25: {{is: {outcome}, why: a reason}}}}\nactions: {{a: {{what: Call him}}}}\n"
    said = report(text)
    ended, lesson = under(said, "How it ended")
    assert f"{OUTCOMES[outcome]} on 25 Aug 2021: a reason" == ended
    assert "three lines while they are fresh" in lesson
    assert [f"{OUTCOMES[outcome]} on 25 Aug 2021: a reason"] == under(
        report(text + "behaviour: {lessons: known}\n"), "How it ended"
    )
    assert not [line for line in said if "Find out" in line or "Step 1" in line]
    assert any("stop it?" in line for line in said) == outcome.startswith("won")


def test_what_the_seller_planned_and_did_not_do_is_still_open_after_the_end() -> None:
    actions = "actions: {a: {what: Call him}, b: {what: Write, done: 2021-08-20}}\n"
    text = f"{PROOF}outcome: {{2021-08-25: won}}\n{actions}"
    _, *items = under(planned(text), "Still open")
    assert [["! to do", "Call him"]] == [cells(line) for line in items]
    assert "Still open" not in planned(text.replace("{what: Call him}", "{what: Call him, dropped: 2021-08-20}"))
    assert not [line for line in analyzed(text) if "Call him" in line]


def test_before_its_day_an_outcome_does_not_exist() -> None:
    assert "How it ended" not in planned("outcome: {2021-08-25: lost}\n", date(2021, 8, 24))


# Screening.

MATCHES = "matches: {direction: 'yes', capability: 'yes', amount: 'yes'}\n"


def test_on_the_fast_lane_two_questions_are_enough() -> None:
    said = screened(f"type: fast-lane\n{MATCHES}{PROOF}")
    assert said[3].startswith("+ GO: ")
    assert "fast lane" in said[3]
    assert ["1. ", "2. "] == [line[:3] for line in said if line[1:3] == ". "]
    assert screened(f"{MATCHES}{PROOF}")[3].startswith("! FIND OUT FIRST")


SUSPENDED = """
events:
  project-approved:
    status: {2021-05-20: {is: confirmed, source: cio}, 2021-08-01: {is: on-hold, why: a new board, source: cio}}
"""


def test_what_was_proven_and_no_longer_stands_suspends_the_deal() -> None:
    said = screened(SUSPENDED)
    assert "! FIND OUT FIRST: what proved that the customer must buy no longer stands" == said[3]
    assert "! suspended (not yet due at this stage)" in said
    assert any("on hold: " in line and "a new board" in line for line in said)
    told = number(analyzed(SUSPENDED))
    assert told.startswith("Win probability n/a: suspended")
    assert "%" not in told


def test_a_failed_must_have_leaves_nothing_to_win() -> None:
    text = f"{PROOF}us: {{fit: 60}}\ncriteria: {{a: {{name: A local office, mandatory: true, ours: failed}}}}\n"
    assert "!! DROP: we are not competitive" == screened(text)[3]
    assert "- we fail a must-have: A local office" in screened(text)
    said = analyzed(text)
    assert "!! Win probability 0 %: we fail a must-have" == number(said)
    (step,) = under(said, "C. Win probability")
    assert step.startswith("0 %  we fail: A local office;")


def test_outside_the_first_three_there_is_nothing_to_win() -> None:
    text = f"{PROOF}us: {{fit: 60}}\nranking: {{2021-08-20: {{is: 4, source: cio}}}}\n"
    said = analyzed(text)
    assert number(said).startswith("!! Win probability 0 %: ")
    (step,) = under(said, "C. Win probability")
    assert step.startswith("0 %  the customer ranks us at place 4; ")
    assert any(line.startswith("!! now       WSC103 The customer ranks us at place 4") for line in said)
    assert "Strategy: disengage" == planned(text)[3]
