"""Where a person stands, whether we may say that we know it, and how well we know him (METHOD 7.1, 7.2)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import moment_of
from winsell.analysis.standing import Standing, standings


def standing(person: str, more: str = "") -> Standing:
    return next(one for one in standings(moment_of(f"people:\n  cio: {person}\n{more}")) if one.id == "cio")


def said(entry: str, day: str = "2021-08-20") -> str:
    return f"{{attitude: {{{day}: {entry}}}}}"


@pytest.mark.parametrize(
    ("expected", "person"),
    [
        pytest.param(None, said("{is: neutral, why: shrugged}"), id="said with a reason"),
        pytest.param(None, said("{is: neutral, why: shrugged, how: heard}"), id="heard with a reason"),
        pytest.param("unknown", "{}", id="nothing said"),
        pytest.param("unknown", said("unknown"), id="unknown was written"),
        pytest.param("no-reason", said("neutral"), id="no why"),
        pytest.param("no-reason", said("{is: neutral, why: }"), id="an empty why"),
        pytest.param("undated", "{attitude: {is: neutral, why: shrugged}}", id="no date"),
        pytest.param("guess", said("{is: neutral, why: feels so, how: guess}"), id="a guess"),
        pytest.param(None, said("{is: neutral, why: shrugged}", "2021-06-03"), id="ninety days old"),
        pytest.param("stale", said("{is: neutral, why: shrugged}", "2021-06-02"), id="ninety-one days old"),
        pytest.param("unknown", said("{is: neutral, why: shrugged}", "2021-09-02"), id="said tomorrow"),
    ],
)
def test_an_attitude_is_known_with_reason_date_and_freshness(expected: str | None, person: str) -> None:
    found = standing(person)
    assert (expected, expected is None) == (found.doubt, found.known)


REORGANISED = "changes: [{on: 2021-08-20, what: a reorganisation%s}]\n"
NEUTRAL = "{function: it, attitude: {%s: {is: neutral, why: shrugged%s}}}"


@pytest.mark.parametrize(
    ("expected", "person", "change"),
    [
        pytest.param("before-change", NEUTRAL % ("2021-08-19", ""), ", touches: [it]", id="said before it"),
        pytest.param(None, NEUTRAL % ("2021-08-20", ""), ", touches: [it]", id="said on its day"),
        pytest.param(None, NEUTRAL % ("2021-08-25", ", how: act"), ", touches: [it]", id="done after it"),
        pytest.param("before-change", NEUTRAL % ("2021-08-25", ", how: heard"), ", touches: [it]", id="heard after it"),
        pytest.param("before-change", NEUTRAL % ("2021-08-19", ""), ", touches: [cio]", id="it touches him by name"),
        pytest.param(None, NEUTRAL % ("2021-08-19", ""), ", touches: [business]", id="it touches others"),
        pytest.param(None, NEUTRAL % ("2021-08-19", ""), ", touches: []", id="it touches nobody"),
        pytest.param(None, NEUTRAL % ("2021-08-19", ""), "", id="unsaid whom, and no approver"),
        pytest.param(
            "before-change",
            "{role: approver, attitude: {2021-08-19: {is: neutral, why: shrugged}}}",
            "",
            id="unsaid whom, and he approves",
        ),
        pytest.param(
            None,
            "{function: it, attitude: {2021-08-25: {is: neutral, why: shrugged, how: said},"
            " 2021-08-28: {is: neutral, why: they say, how: heard}}}",
            ", touches: [it]",
            id="heard again after he said it himself",
        ),
        pytest.param(
            None,
            "{function: it, support: {2021-08-25: 1}, attitude: {2021-08-28: {is: neutral, why: x, how: heard}}}",
            ", touches: [it]",
            id="he said it on the other scale",
        ),
        pytest.param(
            "before-change",
            "{function: it, attitude: {2021-08-25: unknown, 2021-08-28: {is: neutral, why: they say, how: heard}}}",
            ", touches: [it]",
            id="only an unknown came after it",
        ),
    ],
)
def test_a_change_ages_what_was_said_before_it(expected: str | None, person: str, change: str) -> None:
    assert expected == standing(person, REORGANISED % change).doubt


@pytest.mark.parametrize(
    ("expected", "function"),
    [pytest.param("before-change", "it", id="his department"), pytest.param(None, "business", id="another department")],
)
def test_a_change_touches_the_department_of_the_approver_if_nobody_is_named(
    expected: str | None, function: str
) -> None:
    person = f"{{function: {function}, attitude: {{2021-08-19: {{is: neutral, why: shrugged}}}}}}"
    assert expected == standing(person, "  boss: {role: approver, function: it}\n" + REORGANISED % "").doubt


def test_a_change_of_tomorrow_ages_nothing() -> None:
    change = "changes: [{on: 2021-09-02, what: a reorganisation, touches: [it]}]\n"
    assert standing(NEUTRAL % ("2021-08-19", ""), change).known


@pytest.mark.parametrize(
    ("expected", "steps"),
    [
        pytest.param("mentor", (5, 4), id="four and five"),
        pytest.param("supporter", (3, 2), id="two and three"),
        pytest.param("neutral", (1, 0, -1), id="minus one to one"),
        pytest.param("non-supporter", (-2, -3), id="minus two and three"),
        pytest.param("enemy", (-4, -5), id="minus four and five"),
    ],
)
def test_the_ladder_maps_onto_the_five_attitudes(expected: str, steps: tuple[int, ...]) -> None:
    found = [standing(f"{{support: {{2021-08-20: {{is: {step}, why: said so}}}}}}") for step in steps]
    assert [expected] * len(steps) == [one.entry.value for one in found]
    assert all(one.known for one in found)


@pytest.mark.parametrize(
    ("expected", "person"),
    [
        pytest.param("mentor", "{attitude: {2021-08-01: enemy}, support: {2021-08-20: 5}}", id="the ladder is later"),
        pytest.param("enemy", "{attitude: {2021-08-20: enemy}, support: {2021-08-01: 5}}", id="the ladder is earlier"),
        pytest.param(
            "enemy", "{attitude: {2021-08-20: enemy}, support: {2021-09-02: 5}}", id="the ladder is of tomorrow"
        ),
        pytest.param(
            None, "{attitude: {2021-08-01: enemy}, support: {2021-08-20: unknown}}", id="unknown on the ladder"
        ),
        pytest.param("mentor", "{support: 5}", id="an undated step"),
    ],
)
def test_the_last_word_on_either_scale_holds(expected: str | None, person: str) -> None:
    assert expected == standing(person).entry.value


@pytest.mark.parametrize(
    ("value", "attitude"),
    [(2, "mentor"), (1, "supporter"), (0, "neutral"), (-1, "non-supporter"), (-2, "enemy")],
)
def test_an_attitude_has_its_value(value: int, attitude: str) -> None:
    assert value == standing(said(attitude)).value


def test_a_stale_attitude_keeps_its_value() -> None:
    found = standing(said("{is: enemy, why: said so}", "2021-01-10"))
    assert (-2, False, True, False) == (found.value, found.known, found.against, found.supportive)


@pytest.mark.parametrize(
    ("weight", "person"),
    [
        pytest.param(12, "{role: approver, politics: inner}", id="approver, inner circle"),
        pytest.param(6, "{role: decider, politics: structure}", id="decider, structure"),
        pytest.param(2, "{role: evaluator, politics: outside}", id="evaluator, outside"),
        pytest.param(2, "{role: user}", id="user, influence unknown"),
        pytest.param(4, "{}", id="neither known"),
    ],
)
def test_a_person_weighs_role_times_influence(weight: int, person: str) -> None:
    assert weight == standing(person).weight


@pytest.mark.parametrize(
    ("discount", "contact"), [(0.25, "none"), (0.25, "unknown"), (0.5, "occasional"), (0.8, "multiple"), (1, "deep")]
)
def test_a_friendly_word_counts_by_how_well_we_know_him(discount: float, contact: str) -> None:
    assert discount == standing(f"{{contact: {contact}}}").discount


@pytest.mark.parametrize(
    ("key", "person"),
    [
        pytest.param(True, "{role: approver, politics: outside}", id="approver"),
        pytest.param(True, "{role: decider, politics: outside}", id="decider"),
        pytest.param(True, "{role: evaluator, politics: outside}", id="evaluator"),
        pytest.param(False, "{role: user, politics: outside}", id="user without influence"),
        pytest.param(False, "{role: user}", id="user of unknown influence"),
        pytest.param(True, "{role: user, politics: inner}", id="user of the inner circle"),
        pytest.param(True, "{role: user, politics: structure}", id="user of the structure"),
        pytest.param(True, "{role: user, politics: outside, veto: yes}", id="user with a veto"),
        pytest.param(False, "{politics: outside}", id="no role and no influence"),
        pytest.param(True, "{}", id="nothing known of him"),
        pytest.param(False, "{role: approver, key: no}", id="the file says no"),
        pytest.param(True, "{role: user, key: yes}", id="the file says yes"),
    ],
)
def test_a_person_is_key_by_role_influence_or_veto(key: bool, person: str) -> None:
    assert key == standing(person).key


@pytest.mark.parametrize(
    ("may_stop", "person"),
    [(True, "{veto: yes}"), (True, "{role: approver}"), (False, "{role: decider}"), (False, "{veto: no}")],
)
def test_an_approver_or_a_veto_may_stop_the_deal(may_stop: bool, person: str) -> None:
    assert may_stop == standing(person).may_stop


def met(*days: str, how: str = "") -> str:
    return "activities:\n" + "".join(f"- {{on: {day}, with: [cio], what: a talk{how}}}\n" for day in days)


CLOSE = "- {{on: {}, with: [cio], what: a walk, {}: yes}}\n"


@pytest.mark.parametrize(
    ("expected", "activities"),
    [
        pytest.param(None, "activities: []\n", id="none"),
        pytest.param("occasional", met("2021-08-20"), id="one"),
        pytest.param("occasional", met("2021-08-20", "2021-08-21"), id="two"),
        pytest.param("multiple", met("2021-08-20", "2021-08-21", "2021-08-22"), id="three"),
        pytest.param("occasional", met("2021-03-05"), id="180 days ago"),
        pytest.param(None, met("2021-03-04"), id="181 days ago"),
        pytest.param("occasional", met("2021-03-04", "2021-08-21", "2021-08-22"), id="the third is too old"),
        pytest.param("occasional", met("2021-08-20", "2021-08-21", "2021-09-02"), id="the third is tomorrow"),
        pytest.param(
            "deep", met("2021-08-20", "2021-08-21") + CLOSE.format("2021-06-03", "alone"), id="alone, 90 days"
        ),
        pytest.param("multiple", met("2021-08-20", "2021-08-21") + CLOSE.format("2021-06-02", "alone"), id="alone, 91"),
        pytest.param("deep", met("2021-08-20", "2021-08-21") + CLOSE.format("2021-08-22", "outside"), id="outside"),
        pytest.param("occasional", met("2021-08-20") + CLOSE.format("2021-08-22", "outside"), id="two, one outside"),
        pytest.param(None, met("2021-08-20").replace("cio", "buyer"), id="with somebody else"),
    ],
)
def test_contact_follows_from_activities(expected: str | None, activities: str) -> None:
    assert expected == standing("{}", activities).contact


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        pytest.param("occasional", "{2021-08-20: {is: neutral, how: said}}", id="he told us"),
        pytest.param("occasional", "{2021-08-20: {is: neutral, how: said, source: cio}}", id="from his own mouth"),
        pytest.param(None, "{2021-08-20: {is: neutral, how: said, source: buyer}}", id="somebody else says so"),
        pytest.param(None, "{2021-08-20: {is: neutral, how: heard}}", id="hearsay"),
        pytest.param(None, "{2021-08-20: neutral}", id="nobody says how we know"),
        pytest.param(None, "{2021-03-04: {is: neutral, how: said}}", id="181 days ago"),
        pytest.param(None, "{2021-09-02: {is: neutral, how: said}}", id="tomorrow"),
        pytest.param(None, "{is: neutral, how: said}", id="on no day"),
    ],
)
def test_who_told_us_himself_where_he_stands_has_been_met(expected: str | None, said: str) -> None:
    assert expected == standing(f"{{attitude: {said}}}").contact
    assert "none" == standing(f"{{attitude: {said}, contact: none}}").contact


@pytest.mark.parametrize(
    ("expected", "contact"),
    [
        pytest.param("none", "{2021-08-01: none}", id="stated"),
        pytest.param(None, "{2021-08-01: unknown}", id="stated to be unknown"),
        pytest.param("occasional", "{2021-09-02: deep}", id="stated from tomorrow"),
    ],
)
def test_stated_contact_beats_activities(expected: str | None, contact: str) -> None:
    assert expected == standing(f"{{contact: {contact}}}", met("2021-08-20")).contact


@pytest.mark.parametrize(
    ("expected", "ends"),
    [(1, "since: 2021-09-01"), (0, "since: 2021-09-02"), (0, "left: 2021-09-01"), (1, "left: 2021-09-02")],
)
def test_a_person_exists_between_his_ends(expected: int, ends: str) -> None:
    assert expected == len(standings(moment_of(f"people: {{cio: {{{ends}}}}}\n")))


CFO = "kind: account\nname: A customer\npeople: {cfo: {title: CFO, function: finance}}\n"


@pytest.mark.parametrize(
    ("expected", "chairs"),
    [
        pytest.param(None, "{payer: cio}", id="a chair without a role"),
        pytest.param("approver", "{approver: cio}", id="the approver's chair"),
        pytest.param("approver", "{user: cio, approver: cio}", id="two chairs: the weightier"),
        pytest.param(None, "{approver: {2021-09-02: cio}}", id="from tomorrow"),
        pytest.param(None, "{jester: cio}", id="a chair that nobody knows"),
    ],
)
def test_a_person_without_a_role_has_that_of_his_chair(expected: str | None, chairs: str) -> None:
    assert expected == standing("{}", f"chairs: {chairs}\n").person.role


@pytest.mark.parametrize(
    ("expected", "role", "chair"),
    [
        ("approver", "user", "approver"),
        ("approver", "decider", "approver"),
        ("decider", "decider", "user"),
        ("approver", "approver", "user"),
    ],
)
def test_the_weightier_of_his_own_role_and_his_chairs_holds(expected: str, role: str, chair: str) -> None:
    assert expected == standing(f"{{role: {role}}}", f"chairs: {{{chair}: cio}}\n").person.role


@pytest.mark.parametrize(("against", "how"), [(True, "said"), (True, "heard"), (False, "guess")])
def test_a_guess_of_ours_turns_nobody_against_us(against: bool, how: str) -> None:
    found = standing("{attitude: {2021-08-20: {is: enemy, why: we think so, how: %s}}}" % how)  # noqa: UP031 - braces
    assert against is found.against


def test_a_change_touches_whoever_sits_in_the_approvers_chair() -> None:
    assert (
        "before-change" == standing(NEUTRAL % ("2021-08-19", ""), "chairs: {approver: cio}\n" + REORGANISED % "").doubt
    )


@pytest.mark.parametrize(
    ("expected", "chairs"), [(["cfo"], "{payer: {2021-09-01: cfo}}"), ([], "{payer: {2021-09-02: cfo}}"), ([], "{}")]
)
def test_a_person_of_the_account_is_of_the_deal_from_the_day_he_is_seated(expected: list[str], chairs: str) -> None:
    found = standings(moment_of(f"chairs: {chairs}\n", account=CFO))
    assert expected == [one.id for one in found]
