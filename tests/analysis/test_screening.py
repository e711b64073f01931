"""The three questions and the verdict (METHOD 3 to 5.1)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import ON, PROOF, assessed, moment_of, own_playbook
from winsell.analysis.screened import screened
from winsell.analysis.screening import QuestionResult, Screening, screen, verdict_of
from winsell.analysis.standing import standings
from winsell.playbook.model import Playbook

BAND = own_playbook(
    "{kind: playbook, id: own, version: '1', name: {en: Own}, extends: five-steps,"
    " ideal_amount: {CNY: {low: 10000000, high: 30000000}}}"
)


def screening(text: str, on: date = ON, playbook: Playbook | None = None) -> Screening:
    moment = moment_of(text, on, playbook)
    return screen(moment, standings(moment))


def question(id_: str, text: str, on: date = ON, playbook: Playbook | None = None) -> QuestionResult:
    return next(one for one in screening(text, on, playbook).questions if one.id == id_)


def codes(found: QuestionResult) -> set[str]:
    return {say.code for say in (*found.reasons, *found.missing, *found.conditions)}


# Question 1.


def matches(direction: str = "yes", capability: str = "yes", amount: str = "yes") -> str:
    return f"matches: {{direction: '{direction}', capability: '{capability}', amount: '{amount}'}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("yes", matches(), id="all three match"),
        pytest.param("no", matches(direction="no"), id="one does not"),
        pytest.param("no", matches(direction="no", amount="unknown"), id="a no beats an unknown"),
        pytest.param("unknown", matches(capability="partly"), id="partly counts as unknown"),
        pytest.param("unknown", matches(amount="unknown"), id="one is unknown"),
        pytest.param("unknown", "note: nothing yet\n", id="nothing was said"),
        pytest.param("unknown", "matches: {direction: 'yes', capability: 'yes', own: 'yes'}\n", id="an id of no match"),
    ],
)
def test_q1_is_three_gates_and_no_sum(expected: str, text: str) -> None:
    assert expected == question("q1", text).answer


@pytest.mark.parametrize(
    ("expected", "amount"),
    [
        pytest.param("yes", "{low: 18000000, high: 20000000, currency: CNY}", id="inside the band"),
        pytest.param("yes", "{low: 5m, high: 10m, currency: CNY}", id="touching its lower end"),
        pytest.param("yes", "{low: 30m, high: 40m, currency: CNY}", id="touching its upper end"),
        pytest.param("no", "{low: 9999999, currency: CNY}", id="below"),
        pytest.param("no", "{low: 30000001, currency: CNY}", id="above"),
        pytest.param("unknown", "{low: 18m, currency: EUR}", id="no band for this currency"),
    ],
)
def test_q1_computes_the_amount_match_where_the_band_is_known(expected: str, amount: str) -> None:
    text = f"amount: {amount}\nmatches: {{direction: 'yes', capability: 'yes'}}\n"
    assert expected == question("q1", text, playbook=BAND).answer


def test_the_computed_amount_match_beats_the_stated_one() -> None:
    assert "no" == question("q1", "amount: {low: 1m, currency: CNY}\n" + matches(), playbook=BAND).answer


def test_q1_names_each_open_match_as_missing() -> None:
    found = question("q1", matches(direction="partly", amount="unknown"))
    assert ["matches.direction", "matches.amount"] == [say.facts["where"] for say in found.missing]


# Question 2.


def approved(status: str, more: str = "") -> str:
    return f"events: {{project-approved: {{status: {{2021-08-20: {status}}}{more}}}}}\n"


SIGNED = "{is: confirmed, why: signed, source: cio}"
WAS_SIGNED = "events: {project-approved: {status: {2021-06-01: {is: confirmed, source: cio}, 2021-08-20: %s}%s}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("unknown", "note: nothing yet\n", id="nothing known"),
        pytest.param("yes", approved(SIGNED), id="a strong event with a source"),
        pytest.param("yes", approved("{is: confirmed, source: a partner, how: heard}"), id="hearsay with a source"),
        pytest.param("unknown", approved("{is: confirmed, source: a partner, how: guess}"), id="a guess"),
        pytest.param("unknown", approved("{is: confirmed, why: signed}"), id="no source"),
        pytest.param("unknown", approved("confirmed"), id="a bare word"),
        pytest.param(
            "unknown", "events: {partner-told: {status: {is: confirmed, source: x}}}\n", id="weak events only"
        ),
        pytest.param(
            "unknown", "events: {own: {status: {is: confirmed, source: x}}}\n", id="an own event of no strength"
        ),
        pytest.param(
            "yes",
            "events: {own: {name: New law, strength: strong, status: {is: confirmed, source: x}}}\n",
            id="an own event",
        ),
        pytest.param(
            "unknown",
            "events: {project-approved: {strength: weak, status: {is: confirmed, source: x}}}\n",
            id="the deal calls a strong kind weak",
        ),
        pytest.param("yes", approved(SIGNED, ", deadline: 2021-09-01"), id="the deadline is today"),
        pytest.param("suspended", approved(SIGNED, ", deadline: 2021-08-31"), id="the deadline was yesterday"),
        pytest.param(
            "yes",
            approved(SIGNED, ", deadline: {2021-08-20: 2021-08-31, 2021-08-31: 2021-12}"),
            id="the deadline moved",
        ),
        pytest.param("suspended", WAS_SIGNED % ("denied", ""), id="confirmed and then denied"),
        pytest.param("suspended", WAS_SIGNED % ("on-hold", ""), id="confirmed and then on hold"),
        pytest.param("unknown", WAS_SIGNED % ("unknown", ""), id="confirmed and then unknown"),
        pytest.param("no", WAS_SIGNED % ("stopped", ""), id="stopped for good"),
        pytest.param("no", approved("denied"), id="denied and never confirmed"),
        pytest.param("unknown", approved("on-hold"), id="on hold and never confirmed"),
        pytest.param(
            "unknown",
            "events: {project-approved: {status: {2021-06-01: confirmed}, deadline: 2021-08-01}}\n",
            id="past its deadline and never confirmed with a source",
        ),
        pytest.param(
            "yes",
            "events:\n  project-approved: {status: {2021-06-01: {is: confirmed, source: x}, 2021-08-20: denied}}\n"
            "  leader-demands: {status: {2021-08-20: {is: confirmed, source: x}}}\n",
            id="one fell and another stands",
        ),
        pytest.param(
            "no",
            "events: {own: {strength: weak, status: stopped}, leader-demands: {status: {is: confirmed, source: x}}}\n",
            id="stopped beats all that stands",
        ),
    ],
)
def test_q2_asks_for_one_strong_event_with_a_source(expected: str, text: str) -> None:
    assert expected == question("q2", text).answer


def test_q2_takes_weak_events_where_the_playbook_does() -> None:
    lenient = own_playbook(
        "{kind: playbook, id: own, version: '1', name: {en: Own}, event_rules: {weak_is_enough: yes}}"
    )
    text = "events: {partner-told: {status: {is: confirmed, source: x}}}\n"
    assert "yes" == question("q2", text, playbook=lenient).answer


@pytest.mark.parametrize(
    ("expected", "confirmed"),
    [
        pytest.param(set(), "2021-07-03", id="sixty days"),
        pytest.param({"q2.confirm-again"}, "2021-07-02", id="sixty-one days"),
    ],
)
def test_q2_grows_stale_after_sixty_days(expected: set[str], confirmed: str) -> None:
    text = f"events: {{project-approved: {{status: {{{confirmed}: {SIGNED}}}, deadline: 2022-06-30}}}}\n"
    assert expected == {say.code for say in question("q2", text).conditions}


def test_q2_is_as_fresh_as_its_youngest_confirmation() -> None:
    text = (
        "events:\n  project-approved: {status: {2021-02-01: {is: confirmed, source: x}}, deadline: 2022-06-30}\n"
        "  leader-demands: {status: {2021-08-20: {is: confirmed, source: x}}}\n"
    )
    assert () == question("q2", text).conditions


def test_an_undated_confirmation_is_never_fresh() -> None:
    text = "events: {project-approved: {status: {is: confirmed, source: x}, deadline: 2022-06-30}}\n"
    assert ["q2.confirm-again"] == [say.code for say in question("q2", text).conditions]


def test_a_strong_event_without_a_date_is_a_yes_with_a_condition() -> None:
    found = question("q2", approved(SIGNED))
    assert ("yes", ["q2.find-date"]) == (found.answer, [say.code for say in found.conditions])


def test_q2_names_the_nearest_deadline() -> None:
    text = (
        "events:\n  project-approved: {status: {2021-08-20: {is: confirmed, source: x}}, deadline: 2022-06-30}\n"
        "  leader-demands: {status: {2021-08-20: {is: confirmed, source: x}}, deadline: 2022-03-31}\n"
    )
    said = next(say for say in question("q2", text).reasons if say.code == "q2.deadline")
    assert date(2022, 3, 31) == said.facts["deadline"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param({"q2.nothing-known", "q2.find-strong", "q2.find-date"}, "note: x\n", id="nothing"),
        pytest.param({"q2.no-source", "q2.find-source", "q2.find-date"}, approved("confirmed"), id="no source"),
        pytest.param(
            {"q2.weak-only", "q2.find-strong", "q2.find-date"},
            "events: {partner-told: {status: {is: confirmed, source: x}}}\n",
            id="weak only",
        ),
        pytest.param({"q2.past-deadline", "q2.find-restart"}, approved(SIGNED, ", deadline: 2021-08-31"), id="past"),
        pytest.param({"q2.on-hold", "q2.never-dated", "q2.find-restart"}, WAS_SIGNED % ("on-hold", ""), id="on hold"),
        pytest.param({"q2.denied"}, approved("denied"), id="denied"),
        pytest.param({"q2.stopped"}, approved("stopped"), id="stopped"),
    ],
)
def test_q2_says_why_and_what_would_decide(expected: set[str], text: str) -> None:
    assert expected == codes(question("q2", text))


LONG_AGO = "events: {%s: {status: {2021-%s: {is: confirmed, why: signed, source: cio}}%s}}\n"
APPROVAL = "project-approved"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("yes", LONG_AGO % (APPROVAL, "05-04", ""), id="undated, 120 days ago"),
        pytest.param("unknown", LONG_AGO % (APPROVAL, "05-03", ""), id="undated, 121 days ago"),
        pytest.param("yes", LONG_AGO % (APPROVAL, "01-03", ", deadline: 2022-06-30"), id="a date is named"),
        pytest.param(
            "yes",
            approved("{is: confirmed, source: cio}").replace("{2021-08-20: ", "").replace("}}}}", "}}}"),
            id="nobody knows when",
        ),
        pytest.param(
            "yes",
            LONG_AGO % (APPROVAL, "05-03", "}, leader-demands: {status: {2021-08-20: {is: confirmed, source: cio}}"),
            id="another was confirmed lately",
        ),
        pytest.param("suspended", WAS_SIGNED.replace("2021-06-01", "2021-03-01") % ("on-hold", ""), id="on hold"),
    ],
)
def test_an_old_word_without_a_date_proves_nothing(expected: str, text: str) -> None:
    assert expected == question("q2", text).answer


def test_what_has_lapsed_is_named_and_asked_for_again() -> None:
    found = question("q2", LONG_AGO % (APPROVAL, "03-05", ""))
    assert {"q2.lapsed", "q2.confirm-again", "q2.find-date"} == codes(found)
    assert 180 == found.missing[0].facts["days"]


# Question 3.

BETTER = "competitors: {north: {}}\nvalue: {one: {claim: better, kind: solution, they_have: {north: 'no'}}}\n"
ROW = BETTER + "chairs: {approver: {is: none, source: cio}}\n"
"""Something that only we have, and a customer at whom nobody has to approve."""
OPPONENT = "people: {cfo: {veto: yes, attitude: {2021-08-20: {is: non-supporter, why: said no}}}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("unknown", "note: x\n", id="nothing to say for us"),
        pytest.param("yes", ROW, id="a row that is unique on paper"),
        pytest.param("unknown", BETTER, id="nobody has looked for one who can stop it"),
        pytest.param("unknown", BETTER + "chairs: {approver: none}\n", id="nobody told us that nobody approves"),
        pytest.param("yes", BETTER + "people: {cio: {role: approver}}\n", id="one who can stop it is listed"),
        pytest.param("no", ROW + OPPONENT, id="an opponent with a veto whom nobody works on"),
        pytest.param("no", ROW + OPPONENT.replace("veto: yes", "role: approver"), id="the approver is against us"),
        pytest.param("yes", ROW + OPPONENT.replace("veto: yes", "role: decider"), id="an opponent without a veto"),
        pytest.param(
            "yes", ROW + OPPONENT + "actions: {a: {for: people.cfo, what: talk}}\n", id="an open action for him"
        ),
        pytest.param(
            "no",
            ROW + OPPONENT + "actions: {a: {for: people.cfo, what: talk, done: 2021-08-30}}\n",
            id="it is done already",
        ),
        pytest.param(
            "no",
            ROW + OPPONENT + "actions: {a: {for: people.cfo, what: talk, dropped: 2021-08-30}}\n",
            id="it was dropped",
        ),
        pytest.param(
            "no",
            ROW + OPPONENT + "actions: {a: {for: people.cfo, what: talk, added: 2021-09-02}}\n",
            id="it comes tomorrow",
        ),
        pytest.param(
            "yes",
            ROW + "criteria: {sla: {name: SLA, mandatory: yes, ours: {is: failed, how: guess}}}\n",
            id="a must-have that we guess to fail",
        ),
        pytest.param(
            "no", ROW + "criteria: {sla: {name: SLA, mandatory: yes, ours: failed}}\n", id="a failed must-have"
        ),
        pytest.param("yes", ROW + "criteria: {sla: {name: SLA, ours: failed}}\n", id="a failed wish"),
        pytest.param("no", ROW + "terms: {ours: failed}\n", id="terms beyond our limits"),
    ],
)
def test_q3_asks_for_a_difference_and_no_opponent_with_a_veto(expected: str, text: str) -> None:
    assert expected == question("q3", text).answer


def test_a_yes_on_paper_has_to_be_confirmed_by_the_customer() -> None:
    assert "q3.have-confirmed" in codes(question("q3", ROW))
    confirmed = ROW.replace("they_have", "customer_confirmed: {2021-08-20: 'yes'}, they_have")
    assert "q3.have-confirmed" not in codes(question("q3", confirmed))


def test_an_opponent_who_is_worked_on_stays_a_condition() -> None:
    text = ROW + OPPONENT + "actions: {a: {for: people.cfo, what: talk}}\n"
    assert "q3.veto-worked-on" in codes(question("q3", text))


def test_while_bids_are_open_an_opponent_with_a_veto_is_answered_by_the_bid_alone() -> None:
    bidding = "stage: bidding\n" + ROW + OPPONENT
    assert {"q3.veto-against-bidding"} == codes(question("q3", bidding))
    found = codes(question("q3", bidding + "actions: {one: {what: answer this, for: people.cfo}}\n"))
    assert {"q3.veto-opponents-bidding", "q3.veto-answered-by-bid"} <= found
    assert not {"q3.veto-opponents", "q3.veto-worked-on"} & found


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("q3.no-veto-holder-known", BETTER, id="nobody is known to have one"),
        pytest.param("q3.veto-search", ROW + "people: {cio: {role: approver}}\n", id="one has, and is unknown"),
    ],
)
def test_the_veto_line_is_honest(expected: str, text: str) -> None:
    assert expected in codes(question("q3", text))


def test_the_veto_line_counts_who_is_still_unknown() -> None:
    people = "people: {a: {veto: yes}, b: {role: approver, attitude: {2021-08-20: {is: neutral, why: said so}}}}\n"
    said = next(say for say in question("q3", ROW + people).reasons if say.code == "q3.veto-search")
    assert {"unknown": 1, "holders": 2} == dict(said.facts)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("q3.name-competitors", "competitors: {n: {kind: do-nothing}}\n", id="nobody but doing nothing"),
        pytest.param("q3.find-difference", "competitors: {north: {}}\n", id="a competitor is named"),
    ],
)
def test_q3_says_what_would_decide(expected: str, text: str) -> None:
    assert expected in codes(question("q3", text))


# The verdict.


@pytest.mark.parametrize(
    ("expected", "answers"),
    [
        pytest.param("go", ("yes", "yes", "yes"), id="all yes"),
        pytest.param("drop", ("yes", "yes", "no"), id="any no"),
        pytest.param("drop", ("no", "unknown", "suspended"), id="a no beats the rest"),
        pytest.param("hold", ("yes", "unknown", "yes"), id="an unknown"),
        pytest.param("hold", ("yes", "suspended", "yes"), id="suspended"),
    ],
)
def test_the_verdict_follows_from_the_answers(expected: str, answers: tuple[str, ...]) -> None:
    assert expected == verdict_of(answers)  # type: ignore[arg-type]


def test_a_later_question_is_answered_at_once_and_marked_as_not_yet_due() -> None:
    found = screening("stage: qualification\n" + ROW)
    assert [("q1", True), ("q2", True), ("q3", False)] == [(one.id, one.due) for one in found.questions]
    assert "yes" == found.answer("q3")


DROPPED = matches().replace("direction: 'yes'", "direction: {2021-08-10: 'no'}")
APPROVED = "approved: {2021-08-20: {is: 'yes', why: a showcase, by: li}}\n"
FAILS = "criteria: {a: {name: A, mandatory: yes, ours: {%s: failed}}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(True, DROPPED + APPROVED, id="approved"),
        pytest.param(True, DROPPED.replace("08-10", "08-20") + APPROVED, id="approved on the day of the no"),
        pytest.param(False, DROPPED.replace("08-10", "08-21") + APPROVED, id="approved before the no"),
        pytest.param(False, DROPPED + FAILS % "2021-08-25" + APPROVED, id="approved before the second no"),
        pytest.param(True, DROPPED + FAILS % "2021-08-15" + APPROVED, id="approved after both"),
        pytest.param(False, DROPPED + "approved: {is: 'yes', why: a showcase, by: li}\n", id="approved on no day"),
        pytest.param(False, DROPPED + "approved: {2021-08-20: {is: 'yes', by: li}}\n", id="without a reason"),
        pytest.param(False, DROPPED + "approved: {2021-08-20: {is: 'no', why: too small}}\n", id="refused"),
        pytest.param(False, DROPPED + "approved: {2021-09-02: {is: 'yes', why: a showcase}}\n", id="not yet"),
        pytest.param(False, matches() + "approved: {2021-08-20: {is: 'yes', why: a showcase}}\n", id="nothing dropped"),
    ],
)
def test_a_drop_is_overridden_with_a_reason_only(expected: bool, text: str) -> None:
    assert expected == (screening(text).override is not None)


def test_the_decisive_answers_are_three_at_most_in_the_order_of_the_questions() -> None:
    one_is_due = "stage: lead\n"
    two_are_due = "stage: qualification\n"
    expected = ["q1.find-match", "q1.find-match", "q2.find-strong"]
    assert ["q1.find-match"] * 3 == [say.code for say in screening(one_is_due).missing]
    assert expected == [say.code for say in screening(two_are_due).missing]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(("q1", "q2"), "type: fast-lane\n", id="by type"),
        pytest.param(("q1", "q2"), "grade: {is: C, why: small, by: li}\n", id="by grade"),
        pytest.param(("q1", "q2", "q3"), "grade: {is: A, why: large, by: li}\n", id="a large deal"),
        pytest.param(("q1", "q2", "q3"), "type: project\ngrade: {is: B, why: large, by: li}\n", id="a project"),
        pytest.param(("q1", "q2", "q3"), "type: of-our-own\n", id="an unknown type"),
    ],
)
def test_the_fast_lane_asks_two_questions(expected: tuple[str, ...], text: str) -> None:
    assert expected == tuple(one.id for one in screening(text).questions)


def test_a_question_that_is_not_asked_is_answered_all_the_same() -> None:
    short = own_playbook(
        "{kind: playbook, id: own, version: '1', name: {en: Own}, types: {project: {questions: [q1]}}}"
    )
    found = screening("type: project\n" + PROOF + matches(), playbook=short)
    assert ("go", "yes", "unknown") == (found.verdict, found.answer("q2"), found.answer("q3"))


def test_screening_alone_says_what_the_whole_assessment_says() -> None:
    text = "grade: {is: A, why: large, by: li}\n" + PROOF + matches()
    moment = moment_of(text)
    alone, whole = screened(moment.dossier, moment.playbook, ON), assessed(text)
    assert (whole.grade, whole.screening) == (alone.grade, alone.screening)
