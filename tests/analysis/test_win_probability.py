"""Status, levels, seats, ceilings and evidence of the win probability (METHOD 8.3, 8.4)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import ON, PROOF, assessed, own_playbook
from winsell.analysis.win_probability import Setting, WinProbability

FIT = "us: {fit: {is: 70, why: seen}, relation: {is: 60, why: seen}}\n"
KNOWN_APPROVER = (
    "people: {cio: {role: approver, contact: deep, attitude: {2021-08-20: {is: neutral, why: x}}}}\n"
    "chairs: {payer: cio}\n"
)
HANDLED = "behaviour: {money: known, criteria: known}\n"


def judged(text: str, on: date = ON) -> WinProbability:
    return assessed(text, on).probability


def setting(text: str) -> Setting:
    found = judged(PROOF + text).setting
    assert found is not None
    return found


# Statuses.


@pytest.mark.parametrize(
    ("expected", "value", "text"),
    [
        pytest.param("computed", 0.233, PROOF + FIT, id="a number"),
        pytest.param("no-event", None, FIT, id="nothing proves that they must buy"),
        pytest.param(
            "no-event", None, FIT + "events: {project-approved: {status: denied}}\n", id="the event is denied"
        ),
        pytest.param("suspended", None, PROOF.replace("2022-06-30", "2021-08-31") + FIT, id="past its deadline"),
        pytest.param("outside-top-three", 0.0, PROOF + FIT + "ranking: 4\n", id="ranked fourth"),
        pytest.param("computed", 0.233, PROOF + FIT + "ranking: 3\n", id="ranked third"),
        pytest.param("computed", 0.233, PROOF + FIT + "ranking: {2021-09-02: 4}\n", id="ranked fourth tomorrow"),
        pytest.param(
            "must-have-failed",
            0.0,
            PROOF + FIT + "criteria: {a: {name: SLA, mandatory: yes, ours: failed}}\n",
            id="a must-have",
        ),
        pytest.param(
            "must-have-failed", 0.0, PROOF + FIT + "ranking: 4\nterms: {ours: failed}\n", id="terms, before the ranking"
        ),
        pytest.param("too-little-known", None, PROOF, id="nothing known of us"),
        pytest.param("outside-top-three", 0.0, PROOF + "ranking: 4\n", id="the ranking, before what we know"),
        pytest.param("computed", 0.207, PROOF + "us: {relation: 60}\n", id="the relation is enough"),
        pytest.param("computed", 0.18, PROOF + KNOWN_APPROVER, id="a chain that is not thin is enough"),
        pytest.param("too-little-known", None, PROOF + "people: {cio: {role: approver}}\n", id="a thin chain is not"),
        pytest.param("awarded", None, PROOF + FIT + "stage: contract\n", id="awarded to us"),
        pytest.param("awarded", None, "stage: contract\n", id="awarded, whatever is known"),
        pytest.param("awarded", None, FIT + "outcome: {2021-08-20: won}\n", id="won"),
        pytest.param("awarded", None, FIT + "outcome: {2021-08-20: won-part}\n", id="won in part"),
        pytest.param("closed", None, PROOF + FIT + "outcome: {2021-08-20: lost}\n", id="lost"),
        pytest.param(
            "closed", None, PROOF + FIT + "stage: contract\noutcome: {2021-08-20: no-decision}\n", id="no decision"
        ),
        pytest.param("computed", 0.233, PROOF + FIT + "outcome: {2021-09-02: lost}\n", id="lost tomorrow"),
    ],
)
def test_the_status_says_whether_there_may_be_a_number(expected: str, value: float | None, text: str) -> None:
    found = judged(text)
    assert expected == found.status
    assert value == (found.value if found.value is None else pytest.approx(found.value, abs=0.004))


def test_a_zero_is_certain_and_names_its_reason() -> None:
    found = judged(PROOF + FIT + "criteria: {a: {name: SLA, mandatory: yes, ours: failed}}\n")
    assert (0.0, 0.0, 0.0, ["step.must-have"]) == (
        found.value,
        found.low,
        found.high,
        [say.code for say in found.steps],
    )
    assert ("SLA",) == found.steps[0].facts["items"]
    assert ["step.rank"] == [say.code for say in judged(PROOF + FIT + "ranking: 5\n").steps]


# Levels.


@pytest.mark.parametrize(
    ("expected", "origin", "text"),
    [
        pytest.param((60, 60, 60), "given", "us: {fit: 70, relation: 60}\n", id="given"),
        pytest.param((50, 0, 100), "assumed", "us: {fit: 70}\n", id="nobody to derive it from"),
        pytest.param(
            (62.5, 62.5, 62.5),
            "derived",
            "us: {fit: 70}\n"
            "people: {a: {role: decider, contact: occasional, attitude: {2021-08-20: {is: supporter, why: x}}}}\n",
            id="derived from a known chain",
        ),
        pytest.param(
            (50, 0, 100), "thin", "us: {fit: 70}\npeople: {a: {role: decider}}\n", id="a chain too little known"
        ),
        pytest.param(
            (50, 37.5, 100),
            "thin",
            "us: {fit: 70}\n"
            "people:\n"
            "  a: {role: decider, contact: deep, attitude: {2021-08-20: {is: mentor, why: x}}}\n"
            "  b: {role: decider}\n"
            "  c: {role: user, politics: structure}\n",
            id="a thin chain gives no more than neutral",
        ),
    ],
)
def test_our_relation_is_given_or_derived_or_assumed(expected: tuple[float, ...], origin: str, text: str) -> None:
    found = setting(text)
    level = found.inputs.ours["relation"]
    assert origin == found.origins["relation"]
    if origin != "thin" or level.low == 0:
        assert expected == (level.point, level.low, level.high)
    assert level.low <= level.point <= min(50 if origin == "thin" else 100, level.high)


def test_our_fit_is_never_derived() -> None:
    found = setting(KNOWN_APPROVER)
    assert ("assumed", 50, 0, 100) == (
        found.origins["fit"],
        found.inputs.ours["fit"].point,
        found.inputs.ours["fit"].low,
        found.inputs.ours["fit"].high,
    )


@pytest.mark.parametrize(
    ("expected", "level"),
    [
        pytest.param(90, "{is: 90, why: seen}", id="very high with a reason"),
        pytest.param(75, "{is: 90, source: x}", id="very high without"),
        pytest.param(75, "90", id="a bare number"),
        pytest.param(75, "75", id="at the line"),
        pytest.param(10, "10", id="bad news needs no reason"),
    ],
)
def test_a_very_high_level_of_ours_needs_a_reason(expected: float, level: str) -> None:
    assert expected == setting(f"us: {{fit: {level}}}\n").inputs.ours["fit"].point


@pytest.mark.parametrize(
    ("expected", "level"),
    [
        pytest.param(10, "{is: 10, why: seen}", id="very low with a reason"),
        pytest.param(25, "10", id="very low without"),
        pytest.param(25, "25", id="at the line"),
        pytest.param(90, "90", id="bad news needs no reason"),
        pytest.param(None, "unknown", id="unknown"),
    ],
)
def test_a_very_low_level_of_a_competitor_needs_a_reason(expected: float | None, level: str) -> None:
    found = setting(f"{FIT}competitors: {{north: {{fit: {level}}}}}\n")
    assert expected == found.inputs.rivals[0].levels["fit"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param({"fit", "relation"}, "", id="unsaid"),
        pytest.param({"fit", "relation"}, "price_counts: no\n", id="it does not"),
        pytest.param({"fit", "relation", "price"}, "price_counts: yes\n", id="it does"),
    ],
)
def test_price_is_a_dimension_only_where_it_counts(expected: set[str], text: str) -> None:
    found = setting(FIT + text)
    assert expected == set(found.inputs.ours)
    assert pytest.approx(1) == sum(found.inputs.weights.values())


# Competitors and their seats.


def point_of(rival: str, us: str = FIT, more: str = "") -> float:
    found = judged(PROOF + us + f"competitors: {{north: {rival}}}\n" + more).result
    assert found is not None
    return next(strength.point for one, strength in found.rivals if one.id == "north")


@pytest.mark.parametrize(
    ("expected", "rival"),
    [
        pytest.param(50, "{fit: 60, relation: 40}", id="known"),
        pytest.param(65, "{}", id="unknown: our equal"),
        pytest.param(75, "{fit: 90}", id="known to fit well, and as close as we are"),
        pytest.param(65, "{fit: 40}", id="known to fit badly, still our equal"),
        pytest.param(65, "{fit: {is: 30, why: x}}", id="no better than he may still be"),
        pytest.param(60, "{fit: {is: 20, why: x}}", id="not even if he were loved"),
        pytest.param(82.5, "{kind: incumbent, fit: 90}", id="an incumbent is close until shown otherwise"),
        pytest.param(72.5, "{kind: incumbent}", id="an incumbent of whom nothing is known"),
        pytest.param(60, "{kind: incumbent, fit: 70, relation: 50}", id="an incumbent who is known"),
        pytest.param(65, "{kind: in-house}", id="the customer's own house"),
    ],
)
def test_a_competitor_is_our_equal_until_known(expected: float, rival: str) -> None:
    assert expected == point_of(rival)


@pytest.mark.parametrize(
    ("expected", "us"),
    [
        pytest.param(60, "us: {fit: 40, relation: 30}\n", id="we are poor: still a sound bidder"),
        pytest.param(70, "us: {fit: {is: 90, why: x}, relation: 30}\n", id="as good as our better side"),
    ],
)
def test_an_unknown_competitor_is_a_sound_bidder(expected: float, us: str) -> None:
    assert expected == point_of("{}", us)


def holders(text: str) -> list[str | None]:
    found = judged(PROOF + FIT + text).result
    assert found is not None
    return [rival.id for rival, _ in found.rivals]


THREE = "competitors: {a: {fit: 30, relation: 30}, b: {fit: 70, relation: 70}, c: {fit: 50, relation: 50}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param([None, None], "note: nobody named\n", id="nobody named"),
        pytest.param([None, "a"], "competitors: {a: {fit: 30, relation: 30}}\n", id="one named, one unnamed"),
        pytest.param(["b", "c"], THREE, id="three named: the strongest take the seats"),
        pytest.param(["b"], THREE + "shortlist: 2\n", id="a shortlist of two"),
        pytest.param(["b", "c", "a"], THREE + "shortlist: 4\n", id="a shortlist of four"),
        pytest.param([], THREE + "shortlist: 1\n", id="we are alone"),
        pytest.param(["b", "c"], THREE + "shortlist: {2021-09-02: 2}\n", id="a shortlist of tomorrow"),
        pytest.param(["b"], THREE + "sole_source: {is: 'yes', why: told us}\n", id="sole source with a reason"),
        pytest.param(["b"], THREE + "sole_source: {is: 'yes', source: a}\n", id="sole source with a source"),
        pytest.param(["b", "c"], THREE + "sole_source: 'yes'\n", id="sole source without evidence"),
        pytest.param(["b", "c"], THREE + "sole_source: {is: 'no', why: x}\n", id="no sole source"),
        pytest.param(
            ["b", "c"], THREE + "sole_source: {is: 'yes', why: x}\nshortlist: 3\n", id="the shortlist decides"
        ),
        pytest.param([None, None], "competitors: {a: {kind: do-nothing, fit: 99}}\n", id="doing nothing takes no seat"),
        pytest.param(
            [None, "a"], "competitors: {a: {kind: in-house, fit: 30, relation: 30}}\n", id="in-house takes one"
        ),
        pytest.param([None, None], "competitors: {a: {since: 2021-09-02}}\n", id="he comes tomorrow"),
        pytest.param([None, None], "competitors: {a: {left: 2021-09-01}}\n", id="he has left"),
    ],
)
def test_seats_go_to_the_strongest(expected: list[str | None], text: str) -> None:
    assert expected == holders(text)


def test_between_equals_the_seat_goes_by_id_and_never_by_the_place_in_the_file() -> None:
    rows = ["b: {fit: 65, relation: 65}", "a: {fit: 65, relation: 65}", "c: {}"]
    text = "competitors: {%s}\nshortlist: 2\n"
    assert [["c"], ["c"]] == [holders(text % ", ".join(order)) for order in (rows, rows[::-1])]
    known = [row for row in rows if row != "c: {}"]
    assert [["a"], ["a"]] == [holders(text % ", ".join(order)) for order in (known, known[::-1])]


def test_who_takes_the_seats_is_chosen_anew_for_each_end() -> None:
    found = judged(
        PROOF + FIT + "shortlist: 2\ncompetitors: {a: {fit: 70, relation: 70}, b: {fit: 80}, c: {fit: 100}}\n"
    )
    assert found.result is not None
    assert found.value is not None
    assert ["c"] == [rival.id for rival, _ in found.result.rivals]
    ours, discount = 65.0, 0.7
    assert pytest.approx(discount * ours**2 / (ours**2 + 100.0**2)) == found.low
    assert pytest.approx(discount * ours**2 / (ours**2 + 70.0**2)) == found.high


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("assumed", "note: nobody\n", id="nobody named"),
        pytest.param("assumed", "competitors: {a: {}, b: {}}\n", id="nothing known of them"),
        pytest.param("part", "competitors: {a: {fit: 60}, b: {}}\n", id="one level known"),
        pytest.param("part", "competitors: {a: {fit: 60, relation: 60}}\n", id="one known, one unnamed"),
        pytest.param(
            "compared", "competitors: {a: {fit: 60, relation: 60}, b: {fit: 60, relation: 60}}\n", id="all known"
        ),
        pytest.param("compared", "shortlist: 1\n", id="nobody left to compare with"),
    ],
)
def test_the_basis_says_what_is_known_of_those_in_the_seats(expected: str, text: str) -> None:
    assert expected == judged(PROOF + FIT + text).basis


# Ceilings.


def ceiling(text: str, stage: str) -> tuple[str, float]:
    found = setting(f"stage: {stage}\n{text}").ceiling
    return found.step.code.removeprefix("step.ceiling-"), round(found.cap, 4)


ALL_WELL = FIT + KNOWN_APPROVER + HANDLED


@pytest.mark.parametrize(
    ("expected", "stage", "text"),
    [
        pytest.param(("always", 0.95), "bidding", ALL_WELL, id="never certain"),
        pytest.param(("always", 0.95), "pursuit-approval", FIT, id="early, nothing is expected yet"),
        pytest.param(("approver-unknown", 0.5), "value-proof", FIT, id="no approver listed"),
        pytest.param(("approver-unknown", 0.35), "bidding", FIT + HANDLED, id="no approver listed, late"),
        pytest.param(("approver-unknown", 0.5), "value-proof", ALL_WELL.replace("deep", "none"), id="unmet"),
        pytest.param(("approver-unknown", 0.5), "value-proof", ALL_WELL.replace(", why: x", ""), id="attitude unknown"),
        pytest.param(
            ("payer-unknown", 0.5), "value-proof", ALL_WELL.replace("{payer: cio}", "{}"), id="nobody knows who pays"
        ),
        pytest.param(("payer-unknown", 0.35), "bidding", ALL_WELL.replace("{payer: cio}", "{}"), id="still not, late"),
        pytest.param(
            ("always", 0.95), "needs-analysis", ALL_WELL.replace("{payer: cio}", "{}"), id="who pays is not urgent yet"
        ),
        pytest.param(("always", 0.95), "value-proof", FIT + KNOWN_APPROVER, id="money is not asked for yet"),
        pytest.param(
            ("money-or-criteria-unknown", 0.5),
            "rfp-drafting",
            FIT + KNOWN_APPROVER + "behaviour: {money: known}\n",
            id="criteria unknown",
        ),
        pytest.param(
            ("money-or-criteria-unknown", 0.33),
            "bidding",
            FIT + KNOWN_APPROVER + "behaviour: {criteria: known}\n",
            id="money unknown, late",
        ),
        pytest.param(
            ("always", 0.95),
            "bidding",
            FIT + KNOWN_APPROVER + "behaviour: {money: partial, criteria: not-recoverable}\n",
            id="half known is known",
        ),
        pytest.param(
            ("opponent-with-veto", 0.25),
            "lead",
            FIT + KNOWN_APPROVER.replace("neutral", "enemy"),
            id="the approver is against us",
        ),
        pytest.param(
            ("opponent-with-veto", 0.25),
            "lead",
            FIT + "people: {cfo: {veto: yes, attitude: non-supporter}}\n",
            id="so is a veto holder, as far as we heard",
        ),
        pytest.param(
            ("always", 0.95),
            "lead",
            FIT + "people: {cfo: {role: decider, attitude: enemy}}\n",
            id="an enemy without a veto",
        ),
        pytest.param(
            ("price-unknown", 0.3333), "lead", FIT + "award_rule: lowest-price\n", id="the lowest price of three wins"
        ),
        pytest.param(("price-unknown", 0.2), "lead", FIT + "award_rule: lowest-price\nshortlist: 5\n", id="of five"),
        pytest.param(
            ("always", 0.95),
            "lead",
            FIT.replace("}}\n", "}, price: 50}\n") + "award_rule: lowest-price\n",
            id="our price is known",
        ),
        pytest.param(("always", 0.95), "lead", FIT + "award_rule: scored\n", id="price is scored"),
        pytest.param(
            ("approver-unknown", 0.35),
            "bidding",
            FIT + HANDLED + "award_rule: lowest-price\nshortlist: 2\n",
            id="the lowest of several",
        ),
    ],
)
def test_the_lowest_ceiling_that_applies_holds(expected: tuple[str, float], stage: str, text: str) -> None:
    assert expected == ceiling(text, stage)


def test_a_ceiling_caps_value_and_high_and_is_a_step() -> None:
    strong = "us: {fit: {is: 95, why: x}, relation: {is: 95, why: x}}\n" + RIVALS.format("30")
    free, capped = judged(PROOF + strong), judged(PROOF + strong + "stage: value-proof\n")
    assert free.value is not None
    assert free.value > 0.5
    assert (0.5, 0.5) == (capped.value, capped.high)
    assert "step.ceiling-approver-unknown" == capped.steps[-1].code
    assert not any(say.code.startswith("step.ceiling") for say in free.steps)


def test_a_playbook_without_ceilings_caps_nothing() -> None:
    bare = own_playbook("{kind: playbook, id: own, version: '1', name: {en: Own}, probability: {ceilings: {always: }}}")
    found = assessed("stage: lead\nshortlist: 1\n" + PROOF + FIT, playbook=bare).probability
    assert 0.7 == found.value


def test_the_steps_tell_how_the_number_came_about() -> None:
    text = PROOF + "us: {fit: 70}\ncompetitors: {a: {fit: 60, relation: 50}, b: {fit: 50}}\nshortlist: 4\n"
    assert [
        "step.our-fit-given",
        "step.our-relation-assumed",
        "step.our-sum",
        "step.rival-equal",
        "step.rival-unnamed-equal",
        "step.rival-known",
        "step.share",
        "step.source-none",
    ] == [say.code for say in judged(text).steps]


@pytest.mark.parametrize(
    ("expected", "levels"),
    [
        pytest.param("step.rival-most", "{fit: 10}", id="less than our equal, whatever we learn"),
        pytest.param("step.rival-equal", "{fit: 60}", id="he may be our equal"),
        pytest.param("step.rival-known", "{fit: 10, relation: 60}", id="all known"),
    ],
)
def test_who_cannot_be_our_equal_is_not_called_so(expected: str, levels: str) -> None:
    found = judged(PROOF + FIT + f"competitors: {{a: {levels}, b: {{fit: 60, relation: 60}}}}\n")
    (step,) = [say for say in found.steps if say.code.startswith("step.rival") and say.facts["rival"].id == "a"]  # type: ignore[union-attr]
    assert expected == step.code


@pytest.mark.parametrize(
    ("expected", "points", "ours", "levels"),
    [
        pytest.param("equal", 70, "{fit: 75, relation: 65}", "{}", id="nothing known: our equal"),
        pytest.param("sound", 60, "{fit: 55, relation: 50}", "{}", id="we are less than a sound bidder"),
        pytest.param("incumbent", 75, "{fit: 75, relation: 65}", "{kind: incumbent}", id="he is there already"),
        pytest.param("equal", 70, "{fit: 65, relation: 75}", "{kind: incumbent}", id="and we are as close as he"),
        pytest.param("levels", 77.5, "{fit: 75, relation: 65}", "{fit: 90}", id="more is known of him"),
        pytest.param("levels", 62.5, "{fit: 75, relation: 30}", "{}", id="he is nowhere below the middle, and we are"),
    ],
)
def test_two_numbers_that_differ_have_two_reasons(expected: str, points: float, ours: str, levels: str) -> None:
    found = judged(PROOF + f"us: {ours}\ncompetitors: {{a: {levels}, b: {{fit: 10, relation: 10}}}}\n")
    (step,) = [one for one in found.steps if one.facts.get("rival") and one.facts["rival"].id == "a"]  # type: ignore[union-attr]
    assert (f"step.rival-{expected}", points) == (step.code, step.facts["points"].value)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("expected", "ours"),
    [("equal", "{fit: 75, relation: 65}"), ("sound", "{fit: 50, relation: 50}"), ("levels", "{fit: 90, relation: 30}")],
)
def test_a_competitor_without_a_name_has_the_reason_of_his_number_too(expected: str, ours: str) -> None:
    codes = [one.code for one in judged(PROOF + f"us: {ours}\n").steps]
    assert 2 == codes.count(f"step.rival-unnamed-{expected}")


# Evidence.

EVIDENCED = "{2021-08-20: {is: %s, why: seen, source: x}}"
BARE = "{is: %s, why: seen}"


def evidenced(text: str) -> tuple[float | None, float | None]:
    found = assessed(PROOF + text)
    return found.probability.value, found.evidenced


RIVALS = "competitors: {{a: {{fit: {0}, relation: {0}}}, b: {{fit: {0}, relation: {0}}}}}\n"


def test_with_source_and_date_everywhere_nothing_falls_away() -> None:
    given = EVIDENCED % 40
    value, with_evidence = evidenced(
        f"us: {{fit: {EVIDENCED % 70}, relation: {EVIDENCED % 60}}}\n" + RIVALS.format(given)
    )
    assert value is not None
    assert value == with_evidence


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("{is: 40, why: seen, source: x}", id="no date"),
        pytest.param("{2021-08-20: {is: 40, why: seen}}", id="no source"),
    ],
)
def test_a_level_without_source_or_date_is_taken_as_unknown(entry: str) -> None:
    value, with_evidence = evidenced(
        f"us: {{fit: {EVIDENCED % 70}, relation: {EVIDENCED % 60}}}\n" + RIVALS.format(entry)
    )
    assert pytest.approx(0.7 / 3) == with_evidence
    assert value is not None
    assert with_evidence is not None
    assert value > with_evidence


def test_a_number_that_has_no_evidence_at_all_leaves_none() -> None:
    assert None is evidenced(f"us: {{fit: {BARE % 70}}}\n")[1]


def test_an_attitude_without_a_source_does_not_derive_a_relation() -> None:
    people = "people: {a: {role: decider, contact: deep, attitude: {2021-08-20: {is: mentor, why: x}}}}\n"
    value, with_evidence = evidenced(f"us: {{fit: {EVIDENCED % 70}}}\n" + people + RIVALS.format(EVIDENCED % 60))
    assert value is not None
    assert with_evidence is not None
    assert value > with_evidence


def test_an_older_answer_with_evidence_does_not_come_back() -> None:
    history = "{2021-06-01: {is: 70, source: x}, 2021-08-20: 60}"
    assert None is evidenced(f"us: {{fit: {history}}}\n")[1]


@pytest.mark.parametrize("key", ["sole_source: {is: 'yes', why: told}", "shortlist: 2"])
def test_a_smaller_field_without_evidence_is_no_smaller(key: str) -> None:
    value, with_evidence = evidenced(f"us: {{fit: {EVIDENCED % 70}, relation: {EVIDENCED % 60}}}\n{key}\n")
    assert pytest.approx(0.35) == value
    assert pytest.approx(0.7 / 3) == with_evidence


# The target.


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(None, "note: no number\n", id="no number and none stated"),
        pytest.param(None, "target: 42\n", id="stated without a number"),
        pytest.param(0.35, PROOF + FIT, id="the next step above 23 %"),
        pytest.param(0.3, PROOF + FIT + "target: 30\n", id="the stated one first"),
        pytest.param(0.5, PROOF + FIT + "shortlist: 2\n", id="the next above 35 %"),
        pytest.param(
            0.7, PROOF + FIT + "shortlist: 2\ncompetitors: {a: {fit: 20, relation: 40}}\n", id="the next above half"
        ),
        pytest.param(None, PROOF + FIT + "shortlist: 1\n", id="nothing above 70 %"),
    ],
)
def test_the_target_is_stated_or_the_next_step_above_the_value(expected: float | None, text: str) -> None:
    assert expected == assessed(text).target
