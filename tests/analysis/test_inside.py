"""Inside sources: who can tell, how fresh it is, and who is independent of whom (METHOD 8.1, 8.3)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import moment_of
from winsell.analysis.inside import Inside, inside_sources
from winsell.analysis.standing import standings

PEOPLE = "people: {a: {function: it%s}, b: {function: business}}\n"


def inside(text: str) -> Inside:
    moment = moment_of(text)
    return inside_sources(moment, standings(moment))


def one_source(fields: str, person: str = "") -> str:
    return PEOPLE % person + f"sources: {{a: {fields}}}\n"


@pytest.mark.parametrize(
    ("there", "fields"),
    [
        pytest.param(True, "{scope: {2021-09-01: project}}", id="told for the first time today"),
        pytest.param(False, "{scope: {2021-09-02: project}}", id="tells for the first time tomorrow"),
        pytest.param(True, "{scope: {2021-09-02: project}, act: {2021-08-20: x}}", id="did something before"),
        pytest.param(True, "{scope: {2021-09-02: project}, since: 2021-08-20}", id="there before he told"),
        pytest.param(False, "{scope: {2021-08-20: project}, since: 2021-09-02}", id="as stated"),
        pytest.param(True, "{scope: project}", id="on no day"),
        pytest.param(True, "{}", id="nothing said of him"),
    ],
)
def test_a_source_is_there_from_the_first_day_that_is_told_of_it(there: bool, fields: str) -> None:
    assert there == bool(inside(one_source(fields)).informants)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(0, "note: none\n", id="none"),
        pytest.param(0, one_source("{}"), id="of no scope"),
        pytest.param(0, one_source("{scope: {2021-08-20: [project]}}"), id="who knows of the project only"),
        pytest.param(1, one_source("{scope: {2021-08-20: [project, competitors]}}"), id="who knows the competitors"),
        pytest.param(1, one_source("{scope: {2021-08-20: decision}}"), id="who knows the decision"),
        pytest.param(1, one_source("{scope: {2021-06-03: decision}}"), id="ninety days ago"),
        pytest.param(0, one_source("{scope: {2021-06-02: decision}}"), id="ninety-one days ago"),
        pytest.param(0, one_source("{scope: [decision]}"), id="undated"),
        pytest.param(
            1, one_source("{scope: [decision], confirmed: {2021-08-20: 'yes'}}"), id="undated, and since proved right"
        ),
        pytest.param(
            1, one_source("{scope: {2021-01-10: decision}, confirmed: {2021-06-03: 'yes'}}"), id="proved right in time"
        ),
        pytest.param(
            0,
            one_source("{scope: {2021-01-10: decision}, confirmed: {2021-06-02: 'yes'}}"),
            id="proved right too long ago",
        ),
        pytest.param(
            0, one_source("{scope: {2021-08-20: decision}, confirmed: {2021-08-25: 'no'}}"), id="proved wrong"
        ),
        pytest.param(
            1,
            one_source("{scope: {2021-08-20: decision}, confirmed: {2021-08-21: 'no', 2021-08-25: 'yes'}}"),
            id="proved wrong and then right",
        ),
        pytest.param(0, one_source("{scope: {2021-08-20: decision}, since: 2021-09-02}"), id="talks from tomorrow"),
        pytest.param(0, one_source("{scope: {2021-08-20: decision}, left: 2021-09-01}"), id="talks no longer"),
        pytest.param(0, one_source("{scope: {2021-08-20: decision}}", ", left: 2021-09-01"), id="has left the house"),
        pytest.param(0, one_source("{scope: {2021-08-20: unknown}}"), id="scope unknown"),
        pytest.param(1, "sources: {s1: {scope: {2021-08-20: decision}}}\n", id="somebody outside the files"),
    ],
)
def test_a_source_counts_if_he_can_tell_and_it_is_fresh(expected: int, text: str) -> None:
    assert expected == inside(text).count


TELLS = "scope: {2021-08-20: decision}"
DEED = "act: {2021-08-20: sent us the list}"


@pytest.mark.parametrize(
    ("expected", "sources"),
    [
        pytest.param(2, f"{{a: {{{TELLS}, {DEED}}}, b: {{{TELLS}}}}}", id="two departments and a deed"),
        pytest.param(1, f"{{a: {{{TELLS}}}, b: {{{TELLS}}}}}", id="no deed"),
        pytest.param(1, f"{{a: {{{TELLS}, {DEED}}}, c: {{{TELLS}}}}}", id="of one department"),
        pytest.param(1, f"{{a: {{{TELLS}, {DEED}}}, s1: {{{TELLS}}}}}", id="department unknown"),
        pytest.param(1, f"{{a: {{{TELLS}, {DEED}}}, b: {{{TELLS}, introduced_by: a}}}}", id="one brought the other"),
        pytest.param(
            1, f"{{a: {{{TELLS}, {DEED}, introduced_by: b}}, b: {{{TELLS}}}}}", id="the other brought the one"
        ),
        pytest.param(1, f"{{a: {{{TELLS}, {DEED}}}, s1: {{{TELLS}, person: a}}}}", id="one person twice"),
        pytest.param(2, f"{{a: {{{TELLS}, {DEED}}}, s1: {{{TELLS}, person: b}}}}", id="an alias of another"),
        pytest.param(
            1,
            f"{{s1: {{{TELLS}, {DEED}, person: a}}, b: {{{TELLS}, introduced_by: s1}}}}",
            id="brought by an alias of the other",
        ),
        pytest.param(1, f"{{a: {{{TELLS}, {DEED}}}, b: {{}}}}", id="the second tells nothing"),
        pytest.param(
            1, f"{{a: {{{TELLS}, act: {{2021-09-02: will send}}}}, b: {{{TELLS}}}}}", id="the deed is of tomorrow"
        ),
        pytest.param(2, f"{{a: {{{TELLS}, {DEED}}}, b: {{{TELLS}}}, c: {{{TELLS}}}}}", id="three are as good as two"),
    ],
)
def test_two_sources_count_twice_only_if_they_are_independent(expected: int, sources: str) -> None:
    people = "people: {a: {function: it}, b: {function: business}, c: {function: it}}\n"
    assert expected == inside(people + f"sources: {sources}\n").count


APPROVER = """
people:
  a: {role: approver, function: board, contact: %s, attitude: {2021-08-20: {is: supporter%s}}}
  b: {function: it}
"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(1, APPROVER % ("occasional", ", why: asked for it, how: said"), id="said to us"),
        pytest.param(0, APPROVER % ("occasional", ", why: asked for it, how: heard"), id="heard from others"),
        pytest.param(
            0,
            (APPROVER % ("occasional", ", why: told us no, how: said")).replace("supporter", "enemy"),
            id="told us that he is against us",
        ),
        pytest.param(
            0,
            (APPROVER % ("occasional", ", why: said that rules are rules, how: said")).replace("supporter", "neutral"),
            id="told us that he keeps to the rules",
        ),
        pytest.param(0, APPROVER % ("occasional", ", why: asked for it"), id="unsaid how"),
        pytest.param(0, APPROVER % ("none", ", why: asked for it, how: said"), id="never met"),
        pytest.param(0, APPROVER % ("occasional", ", how: said"), id="without a reason"),
        pytest.param(
            0,
            (APPROVER % ("deep", ", why: x, how: said")).replace("approver", "decider"),
            id="a decider's words do not",
        ),
        pytest.param(
            2,
            APPROVER % ("deep", ", why: x, how: said") + f"sources: {{b: {{{TELLS}, {DEED}}}}}\n",
            id="and a source who acted",
        ),
    ],
)
def test_the_approvers_own_words_to_us_count_as_a_source(expected: int, text: str) -> None:
    assert expected == inside(text).count


@pytest.mark.parametrize(("word", "voices"), [("none", ()), ("one", ("a",)), ("two", ("a", "b"))])
def test_the_discount_is_named_by_the_count(word: str, voices: tuple[str, ...]) -> None:
    assert word == Inside((), voices).word


def test_whose_voices_are_counted_is_said() -> None:
    text = APPROVER % ("deep", ", why: x, how: said") + f"sources: {{b: {{{TELLS}, {DEED}}}}}\n"
    assert ("b", "a") == inside(text).voices


ACCOUNT = "kind: account\nname: A customer\npeople: {cfo: {title: CFO, function: finance, left: 2021-09-15}}\n"


@pytest.mark.parametrize(("expected", "on"), [(2, date(2021, 9, 1)), (1, date(2021, 9, 15))])
def test_a_source_whom_only_the_account_knows_has_his_department_and_his_last_day(expected: int, on: date) -> None:
    text = f"people: {{a: {{function: it}}}}\nsources: {{a: {{{TELLS}, {DEED}}}, cfo: {{{TELLS}}}}}\n"
    moment = moment_of(text, on, account=ACCOUNT)
    assert expected == inside_sources(moment, standings(moment)).count


OPPONENT = "people: {a: {function: it%s}, b: {function: business}}\n" + f"sources: {{a: {{{TELLS}, {DEED}}}}}\n"


@pytest.mark.parametrize(
    ("expected", "person"),
    [
        pytest.param(1, ", attitude: {2021-08-20: {is: neutral, why: asks, how: said}}", id="neutral"),
        pytest.param(0, ", attitude: {2021-08-20: {is: non-supporter, why: said so, how: said}}", id="against us"),
        pytest.param(0, ", attitude: {2021-01-20: {is: enemy, why: said so, how: said}}", id="against us, long ago"),
        pytest.param(1, ", attitude: {2021-08-20: {is: enemy, why: looks so, how: guess}}", id="only our guess"),
        pytest.param(0, ", leans_to: {2021-08-20: {is: north, why: bought it before}}", id="leans to a competitor"),
        pytest.param(
            0,
            ", leans_to: {2021-05-20: north}, attitude: {2021-08-20: {is: neutral, why: has seen ours, how: said}}",
            id="leant there, and is neutral to us since",
        ),
        pytest.param(
            1,
            ", leans_to: {2021-05-20: north}, attitude: {2021-08-20: {is: supporter, why: asked us in, how: act}}",
            id="leant there, and is for us since",
        ),
        pytest.param(
            1, ", leans_to: {2021-05-20: north, 2021-08-20: unknown}", id="leant there, and nobody knows by now"
        ),
        pytest.param(1, ", leans_to: {2021-08-20: {is: us, why: wants ours}}", id="leans to us"),
        pytest.param(1, ", leans_to: {2021-08-20: {is: north, how: guess}}", id="leans there by our guess"),
    ],
)
def test_whoever_works_for_the_other_side_is_no_voice_of_ours(expected: int, person: str) -> None:
    found = inside(OPPONENT % person)
    assert expected == found.count
    assert (() if expected else ("a",)) == found.opponents
