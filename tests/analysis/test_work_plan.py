"""Step five, the work plan: what is planned, what is not, and its colours (METHOD 10)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import ON, PROOF, assessed, example
from winsell.analysis.work_colour import COLOURS
from winsell.analysis.work_plan import WorkItem
from winsell.base.fact import Say


def plan(text: str, on: date = ON) -> tuple[WorkItem, ...]:
    return assessed(text, on).plan


def item(where: str, text: str, on: date = ON) -> WorkItem:
    return next(one for one in plan(text, on) if ".".join(one.where) == where)


def has(where: str, text: str) -> bool:
    return any(".".join(one.where) == where for one in plan(text))


# Actions of the file.


def action(fields: str) -> str:
    return f"actions: {{one: {{what: a thing, for: note{', ' if fields else ''}{fields}}}}}\n"


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        pytest.param("yellow", "", id="open"),
        pytest.param("yellow", "due: 2021-09-01", id="due today"),
        pytest.param("red", "due: 2021-08-31", id="overdue since yesterday"),
        pytest.param("red", "due: 2021-08", id="overdue since the end of the month"),
        pytest.param("white", "done: 2021-09-01", id="done"),
        pytest.param("white", "due: 2021-08-20, done: 2021-08-31", id="done too late"),
        pytest.param("white", "done: 2021-08-20, effect: some", id="done, some effect"),
        pytest.param("green", "done: 2021-08-20, effect: {2021-08-25: strong}", id="done, and it worked"),
        pytest.param("white", "done: 2021-08-20, effect: {2021-09-02: strong}", id="done, and works from tomorrow"),
        pytest.param("yellow", "done: 2021-09-02, effect: strong", id="done tomorrow"),
    ],
)
def test_an_action_has_a_colour(expected: str, fields: str) -> None:
    assert expected == item("note", action(fields)).colour


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        pytest.param(True, "added: 2021-09-01", id="added today"),
        pytest.param(False, "added: 2021-09-02", id="added tomorrow"),
        pytest.param(False, "dropped: 2021-09-01", id="dropped today"),
        pytest.param(True, "dropped: 2021-09-02", id="dropped tomorrow"),
    ],
)
def test_an_action_is_in_the_plan_from_when_it_is_added_until_it_is_dropped(expected: bool, fields: str) -> None:
    assert expected == has("note", action(fields))


def test_an_open_action_for_something_critical_is_red() -> None:
    text = "stage: value-proof\nactions: {one: {what: ask, for: behaviour.money}}\n"
    assert "red" == item("behaviour.money", text).colour
    assert "yellow" == item("behaviour.money", text.replace("value-proof", "lead")).colour


def test_an_overdue_action_says_so() -> None:
    found = item("note", action("due: 2021-08-31"))
    assert (True, False, "one", "work.planned") == (found.overdue, found.done, found.action_id, found.say.code)
    done = item("note", action("due: 2021-08-20, done: 2021-08-31"))
    assert (False, True) == (done.overdue, done.done)


SUSPENDED = """
events: {leader-demands: {status: {2021-03-20: {is: confirmed, source: cio}, 2021-08-20: on-hold}}}
actions:
  dinner: {what: Dine with him, for: people.cio, due: 2021-08-25}
  call: {what: Ask when it starts again, for: events.leader-demands, due: 2021-08-25}
  data: {what: Send us the data, customer: yes, due: 2021-08-25}
"""


def test_while_suspended_our_selling_is_on_hold_and_the_call_and_their_promise_are_not() -> None:
    held = {one.action_id: (one.held, one.colour) for one in plan(SUSPENDED) if one.action_id}
    assert {"dinner": (True, "white"), "call": (False, "red"), "data": (False, "red")} == held


@pytest.mark.parametrize(("expected", "stage"), [((False, "red"), "value-proof"), ((True, "white"), "bidding")])
def test_while_bids_are_open_work_on_people_is_on_hold(expected: tuple[bool, str], stage: str) -> None:
    found = item("people.cio", f"stage: {stage}\nactions: {{a: {{what: Dine, for: people.cio, due: 2021-08-25}}}}\n")
    assert expected == (found.held, found.colour)


ENDED = """
outcome: {2021-08-25: %s}
actions:
  sell: {what: Show it again, due: 2021-08-31, added: 2021-08-01}
  learn: {what: Hold the look back, due: 2021-09-15, added: 2021-08-25}
  shown: {what: Show it, done: 2021-08-10}
"""


@pytest.mark.parametrize(("expected", "outcome"), [({"learn", "shown"}, "lost"), ({"learn", "shown", "sell"}, "won")])
def test_after_the_end_only_what_is_left_to_do_is_in_the_plan(expected: set[str], outcome: str) -> None:
    assert expected == {str(one.action_id) for one in plan(ENDED % outcome)}


def test_no_tactic_is_work_while_the_strategy_is_to_be_decided() -> None:
    text = "stage: needs-analysis\nmatches: {direction: 'no'}\n"  # what is known speaks for stepping back
    assert {"strategy.step-back"} == {".".join(one.where) for one in plan(text) if one.where[:1] == ("strategy",)}
    decided = text + FRONTAL
    assert "strategy" not in {".".join(one.where) for one in plan(decided)}
    assert [one for one in plan(decided) if one.where[:1] == ("strategy",)]


def test_what_is_to_be_found_out_first_is_work_that_may_not_wait() -> None:
    assert "yellow" == item("events", "stage: lead\n" + MATCHED).colour
    assert "yellow" == item("us", "stage: needs-analysis\n" + PROOF + MATCHED).colour


MATCHED = """
matches: {direction: 'yes', capability: 'yes', amount: 'yes'}
value: {v: {claim: fast, kind: solution, they_have: {north: 'no'}}}
competitors: {north: {name: North}}
people:
  a: {role: approver, function: finance, contact: deep, attitude: {2021-08-20: {is: supporter, why: said so}}}
  b: {role: user, function: it, contact: deep, attitude: {2021-08-20: {is: supporter, why: said so}}}
"""


def test_an_action_for_an_empty_chair_says_for_which() -> None:
    text = "stage: needs-analysis\nactions: {a: {what: Ask, for: chairs.payer}}\n"
    assert "payer" == item("chairs.payer", text).chair


def test_an_action_for_nothing_stands_for_itself() -> None:
    assert () == next(one for one in plan("actions: {one: {what: a thing}}\n") if one.action_id == "one").where


# What nobody has planned.


def generated(text: str, where: str) -> bool:
    return any(one.action is None and ".".join(one.where) == where for one in plan(text))


ASK = "actions: {one: {what: ask, for: %s}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(True, "note: x\n", id="no action"),
        pytest.param(False, ASK % "behaviour.money", id="an open action for it"),
        pytest.param(False, ASK % "behaviour.money.why", id="an open action for a part of it"),
        pytest.param(True, ASK % "behaviour", id="an action for all of it"),
        pytest.param(True, ASK % "behaviour.moneybag", id="an action for something like it"),
        pytest.param(True, ASK % "'behaviour.money, done: 2021-08-20'", id="no such place"),
        pytest.param(
            True, (ASK % "behaviour.money").replace("}}", ", done: 2021-08-20}}"), id="it is done, and the gap is there"
        ),
        pytest.param(True, (ASK % "behaviour.money").replace("}}", ", dropped: 2021-08-20}}"), id="it was dropped"),
        pytest.param(False, "behaviour: {money: known}\n", id="nothing is open"),
        pytest.param(False, "behaviour: {money: not-recoverable}\n", id="nothing can be found"),
        pytest.param(True, "behaviour: {money: partial}\n", id="half is open"),
    ],
)
def test_a_gap_without_an_open_action_makes_an_item(expected: bool, text: str) -> None:
    assert expected == generated(text, "behaviour.money")


@pytest.mark.parametrize(
    ("expected", "where", "stage"),
    [
        pytest.param("yellow", "behaviour.lessons", "contract", id="lessons, due"),
        pytest.param("yellow", "behaviour.money", "needs-analysis", id="money, early"),
        pytest.param("red", "behaviour.money", "value-proof", id="money, critical"),
        pytest.param("white", "competitors", "lead", id="competitors, before they are due"),
        pytest.param("yellow", "competitors", "qualification", id="competitors, due"),
        pytest.param("red", "competitors", "value-proof", id="competitors, critical"),
        pytest.param("white", "sources", "lead", id="sources, before they are due"),
        pytest.param("red", "sources", "rfp-drafting", id="sources, critical"),
        pytest.param("white", "value", "qualification", id="value rows, before they are due"),
        pytest.param("yellow", "value", "pursuit-approval", id="value rows, due"),
        pytest.param("yellow", "events", "lead", id="events, from the first talk on"),
        pytest.param("red", "events", "value-proof", id="events, critical"),
        pytest.param("yellow", "chairs.approver", "qualification", id="a chair, due"),
        pytest.param("red", "chairs.approver", "value-proof", id="a chair, critical"),
        pytest.param("yellow", "signs.deepest-exchange", "rfp-drafting", id="a sign, due"),
    ],
)
def test_an_item_has_the_colour_of_its_stage(expected: str, where: str, stage: str) -> None:
    assert expected == item(where, f"stage: {stage}\n").colour


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("work.name-competitors", "competitors: {a: {kind: do-nothing}}\n", id="nobody named"),
        pytest.param("work.rival-chain", "competitors: {a: {fit: 60}}\n", id="a relation unknown"),
        pytest.param(None, "competitors: {a: {relation: 60}}\n", id="all relations known"),
    ],
)
def test_competitors_are_to_be_named_and_then_their_chains_found(expected: str | None, text: str) -> None:
    assert expected == next((one.say.code for one in plan(text) if one.where[0] == "competitors"), None)


SOURCE = "a: {scope: {2021-08-20: decision}, act: {2021-08-20: x}}"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("work.first-source", "note: none\n", id="none"),
        pytest.param("work.second-source", f"sources: {{{SOURCE}}}\n", id="one"),
        pytest.param(
            None,
            "people: {a: {function: it}, b: {function: business}}\n"
            f"sources: {{{SOURCE}, b: {{scope: {{2021-08-20: decision}}}}}}\n",
            id="two",
        ),
    ],
)
def test_one_source_is_not_safety(expected: str | None, text: str) -> None:
    assert expected == next((one.say.code for one in plan(text) if one.where[0] == "sources"), None)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("work.find-difference", "note: none\n", id="no row"),
        pytest.param(
            "work.have-confirmed",
            "competitors: {n: {}}\nvalue: {a: {claim: a, kind: solution, they_have: {n: 'no'}}}\n",
            id="on paper",
        ),
        pytest.param(None, "value: {a: {claim: a, kind: solution, customer_confirmed: 'yes'}}\n", id="confirmed"),
    ],
)
def test_a_difference_is_found_and_then_confirmed(expected: str | None, text: str) -> None:
    assert expected == next((one.say.code for one in plan(text) if one.where[0] == "value"), None)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param({"q2.find-strong", "q2.find-date"}, "note: none\n", id="no event"),
        pytest.param(set(), PROOF, id="an event with its date"),
        pytest.param({"q2.find-date"}, PROOF.replace(", deadline: 2022-06-30", ""), id="an event without its date"),
        pytest.param(set(), "outcome: {2021-08-20: lost}\n", id="the deal is closed"),
    ],
)
def test_what_question_two_still_asks_is_work(expected: set[str], text: str) -> None:
    asked = [one.say.facts["ask"] for one in plan(text) if one.where[0] == "events"]
    assert expected == {ask.code for ask in asked if isinstance(ask, Say)}


@pytest.mark.parametrize(
    ("expected", "status"),
    [
        pytest.param("work.sign", "absent", id="absent"),
        pytest.param("work.sign", "partly", id="partly"),
        pytest.param("work.sign-stale", "present", id="there, and stale"),
        pytest.param(None, "{is: present}", id="there"),
    ],
)
def test_a_due_sign_that_is_not_there_is_work(expected: str | None, status: str) -> None:
    history = status if status.startswith("{") else f"{{2021-01-10: {status}}}"
    text = f"stage: rfp-drafting\nsigns: {{deepest-exchange: {history}}}\n"
    assert expected == next((one.say.code for one in plan(text) if one.where == ("signs", "deepest-exchange")), None)


@pytest.mark.parametrize(
    ("expected", "person"),
    [
        pytest.param("work.relation", "{role: decider, contact: deep, attitude: neutral}", id="a key person"),
        pytest.param(None, "{role: user, politics: outside, attitude: neutral, contact: deep}", id="no key person"),
        pytest.param(
            "work.relation", "{role: user, politics: outside, attitude: enemy}", id="no key person, against us"
        ),
        pytest.param("work.relation-later", "{role: decider}", id="a key person who may wait"),
    ],
)
def test_key_persons_and_opponents_are_work(expected: str | None, person: str) -> None:
    found = plan(f"stage: lead\npeople: {{cio: {person}}}\n")
    assert expected == next((one.say.code for one in found if one.where == ("people", "cio")), None)


FRONTAL = "strategy: frontal\n"
TACTICS = {"open-references", "shape-criteria", "mature-demo", "value-case"}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(TACTICS, FRONTAL, id="none chosen: all are proposed"),
        pytest.param(set(), FRONTAL + "actions: {a: {what: x, tactic: mature-demo}}\n", id="one chosen"),
        pytest.param(
            set(), FRONTAL + "actions: {a: {what: x, tactic: mature-demo, done: 2021-08-20}}\n", id="one done"
        ),
        pytest.param(
            TACTICS, FRONTAL + "actions: {a: {what: x, tactic: mature-demo, dropped: 2021-08-20}}\n", id="dropped"
        ),
        pytest.param(TACTICS, FRONTAL + "actions: {a: {what: x, tactic: pilot}}\n", id="one of another strategy"),
        pytest.param(set(), "strategy: of-our-own\n", id="a strategy that the playbook does not know"),
        pytest.param(set(), "note: hold fire\n", id="hold fire has no tactics"),
    ],
)
def test_tactics_are_proposed_only_while_none_is_chosen(expected: set[str], text: str) -> None:
    assert expected == {one.where[1] for one in plan(text) if one.where[:1] == ("strategy",)}


CROWDED = "people: {cio: {role: approver, attitude: neutral}}\n" + FRONTAL


@pytest.mark.parametrize(
    ("expected", "stage"),
    [
        pytest.param({"people", "sources", "strategy", "signs", "value", "events"}, "rfp-drafting", id="before"),
        pytest.param(set(), "bidding", id="while it is out"),
    ],
)
def test_once_the_tender_is_out_nothing_is_asked_that_a_lawful_bidder_may_not(expected: set[str], stage: str) -> None:
    asked = {one.where[0] for one in plan(f"stage: {stage}\n" + CROWDED) if one.action is None}
    lawful = {"behaviour", "matches", "competitors", "us"}
    assert expected == asked - lawful - ({"chairs"} if stage != "bidding" else set())


def test_the_plan_is_red_first_and_planned_before_unplanned_and_by_due_day() -> None:
    text = """stage: value-proof
actions:
  later: {what: later, due: 2021-10-31}
  sooner: {what: sooner, due: 2021-10-01}
  someday: {what: someday}
  late: {what: late, due: 2021-08-31}
  done: {what: done, done: 2021-08-20, effect: strong}
"""
    found = plan(text)
    assert ["late", "sooner", "later", "someday", "done"] == [one.action_id for one in found if one.action_id]
    order = [(COLOURS.index(one.colour), one.action is None) for one in found]
    assert order == sorted(order)


@pytest.mark.parametrize(
    "where",
    ["behaviour.people", "chairs.payer", "competitors.a"],
    ids=["who decided", "who pays", "who speaks for him"],
)
def test_while_the_bids_are_open_no_person_is_asked_after(where: str) -> None:
    rival = "competitors: {a: {}}\n"
    assert has(where, rival + "stage: rfp-drafting\n")
    assert not has(where, rival + "stage: bidding\n")
    assert has(where, rival + "stage: contract\n")


def test_who_else_bids_may_be_asked_in_public() -> None:
    assert has("competitors", "stage: bidding\n")


@pytest.mark.parametrize(("expected", "stage"), [(False, "lead"), (False, "bidding"), (True, "contract")])
def test_lessons_are_work_when_there_is_something_to_learn_from(expected: bool, stage: str) -> None:
    assert expected == has("behaviour.lessons", f"stage: {stage}\n")


def test_what_is_known_in_part_is_asked_for_the_rest() -> None:
    text = "behaviour: {money: {is: partial, why: the plan figure}, criteria: unknown}\n"
    found = {one.where[1]: one.say for one in plan(text) if one.where[0] == "behaviour"}
    assert ("work.behaviour-money-rest", "the plan figure") == (found["money"].code, found["money"].facts["why"])
    assert "work.behaviour-criteria" == found["criteria"].code


def test_the_matches_that_the_verdict_asks_for_come_first() -> None:
    found = [".".join(one.where) for one in plan("stage: lead\nmatches: {direction: 'yes'}\n")]
    assert ["matches.capability", "matches.amount", "events"] == found[:3]
    assert not has("matches.direction", "stage: lead\nmatches: {direction: 'no'}\n")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(True, "stage: needs-analysis\n", id="the stage needs it"),
        pytest.param(False, "stage: needs-analysis\nstrategy: frontal\n", id="it is decided"),
        pytest.param(False, "stage: value-proof\n", id="another stage"),
    ],
)
def test_a_strategy_is_ours_to_decide_and_nobodys_to_tell(expected: bool, text: str) -> None:
    assert expected == ("work.decide-strategy" in {one.say.code for one in plan(text)})
    assert "gap.strategy" not in {gap.ask.code for gap in assessed(text).gaps}


@pytest.mark.parametrize(
    ("code", "at"), [("work.sign-elsewhere", ", at: north"), ("work.sign-stale", ", at: us"), ("work.sign-stale", "")]
)
def test_a_sign_seen_at_a_competitor_is_asked_after_there(code: str, at: str) -> None:
    seen = f"signs: {{deepest-exchange: {{2021-06-01: {{is: present{at}}}}}}}\n"
    text = "stage: rfp-drafting\ncompetitors: {north: {name: North}}\n" + seen
    assert code == item("signs.deepest-exchange", text).say.code


# The worked case (METHOD 10, step five).


def test_without_its_actions_the_example_asks_for_the_published_plan_of_august() -> None:
    found = {".".join(one.where): one.colour for one in example(date(2021, 8, 31), {"actions": {}}).plan}
    published = {
        "behaviour.money": "red",
        "behaviour.criteria": "red",
        "people.cio": "red",
        "people.business-director": "red",
        "people.business-liaison": "red",
        "people.it-director": "yellow",
        "people.it-liaison": "yellow",
        "people.procurement-head": "white",
        "people.buyer": "white",
        "competitors.international": "yellow",
        "competitors.domestic": "yellow",
        "strategy.open-references": "yellow",
        "strategy.shape-criteria": "yellow",
        "strategy.mature-demo": "yellow",
        "strategy.value-case": "yellow",
    }
    assert published == {where: colour for where, colour in found.items() if where in published}
    beyond = {"sources", "value", "events", "behaviour.people", "behaviour.intelligence", "behaviour.lessons"}
    assert set(found) - set(published) <= beyond


def test_the_example_means_contact_influence_and_activate() -> None:
    steps = {one.id: one.strategy for one in example(date(2021, 8, 31)).relations}
    assert {
        "cio": "contact",
        "business-director": "contact",
        "business-liaison": "contact",
        "it-director": "win-over",
        "it-liaison": "motivate",
        "procurement-head": "contact",
        "buyer": "contact",
    } == steps


def test_with_its_actions_each_thing_of_the_plan_of_august_is_planned_once() -> None:
    found = example(date(2021, 8, 31)).plan
    planned = [".".join(one.where) for one in found if one.action]
    unplanned = {".".join(one.where) for one in found if one.action is None}
    assert 12 == len(planned)
    assert not unplanned & set(planned)
    assert not any(where.startswith("strategy.") for where in unplanned)
