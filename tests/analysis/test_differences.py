"""What is different between two states: nothing invented, nothing left out, whatever lies between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import (
    AFTER,
    BEFORE,
    FIRST,
    LAST,
    ROOT,
    Plain,
    any_account,
    any_deal,
    dossier_of,
    example_data,
    five_steps,
    shuffled,
)
from winsell.analysis.aged import AGED
from winsell.analysis.differences import Change, applied, composed, differences
from winsell.analysis.moment import Moment
from winsell.analysis.state import NOT_COMPARED, state_of
from winsell.base.part import Part
from winsell.deal.deal import Deal
from winsell.deal.dossier import Dossier
from winsell.deal.timeline import Timeline
from winsell.store.load import load_case

half = settings(max_examples=settings().max_examples // 2)
days = st.integers(-1, (LAST - FIRST).days + 60).map(lambda offset: FIRST + timedelta(days=offset))
EXAMPLES = sorted(
    (ROOT / "examples" / "sales-digitalisation.yaml", *(ROOT / "examples" / "team").glob("*.yaml")),
    key=lambda path: path.name,
)
DEALS = [path for path in EXAMPLES if path.stem != "playbook"]


def moment(dossier: Dossier, on: date) -> Moment:
    return Moment(dossier, five_steps(), on)


def ends(changes: tuple[Change, ...]) -> dict[tuple[str, ...], tuple[Any, Any]]:
    return {one.where: (one.before, one.after) for one in changes}


def check_laws(first: Moment, second: Moment, third: Moment) -> None:
    """What `consistent` means: the changes lead from state to state, and through a third state to the same end."""
    one, two, whole = differences(first, second), differences(second, third), differences(first, third)
    assert state_of(third) == applied(state_of(first), whole), "every change of the end state follows"
    assert all(change.before != change.after for change in whole), "nothing invented"
    assert all(change.before == state_of(first).get(change.where) for change in whole)
    assert ends(whole) == composed(one, two)
    assert {where: (new, old) for where, (old, new) in ends(whole).items()} == ends(differences(third, first))


@half
@given(any_deal, any_account, days)
def test_a_deal_does_not_differ_from_itself(deal: Plain, account: Plain, on: date) -> None:
    dossier = dossier_of(deal, account)
    assert () == differences(moment(dossier, on), moment(dossier, on))


@half
@given(any_deal, any_account, days, st.data())
def test_the_order_of_the_file_is_no_difference(deal: Plain, account: Plain, on: date, data: Any) -> None:
    one, other = (
        dossier_of(deal, account),
        dossier_of(shuffled(deal, lambda keys: data.draw(st.permutations(keys))), account),
    )
    assert () == differences(moment(one, on), moment(other, on))


@half
@given(any_deal, any_account, days, days, days)
def test_through_any_day_between_one_comes_to_the_same(
    deal: Plain, account: Plain, first: date, second: date, third: date
) -> None:
    dossier = dossier_of(deal, account)
    check_laws(*(moment(dossier, on) for on in (first, second, third)))


@half
@given(any_deal, any_deal, any_deal, days, days)
def test_through_any_text_between_one_comes_to_the_same(
    first: Plain, second: Plain, third: Plain, early: date, late: date
) -> None:
    check_laws(*(moment(dossier_of(deal), on) for deal, on in ((first, early), (second, early), (third, late))))


def days_of(deal: Deal) -> list[date]:
    return sorted({BEFORE, *(entry.on for _, history in histories(deal) for entry in history if entry.on), AFTER})


@pytest.mark.parametrize("path", DEALS, ids=lambda path: path.stem)
def test_through_each_of_its_own_days_an_example_comes_to_the_same(path: Path) -> None:
    dossier = load_case(str(path)).dossier
    own = days_of(dossier.deal)
    for between in own[:: max(1, len(own) // 6)]:
        check_laws(moment(dossier, own[0]), moment(dossier, between), moment(dossier, own[-1]))
        check_laws(moment(dossier, own[1]), moment(dossier, between), moment(dossier, own[-2]))


# A second witness: histories as they stand in the model, read by another way.


def histories(value: Any, where: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Timeline[Any]]]:
    """Every history of a part, with its place."""
    if isinstance(value, Timeline):
        yield where, value
    elif isinstance(value, Part):
        for name in value.model_fields_set:
            yield from histories(getattr(value, name), (*where, type(value).model_fields[name].alias or name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from histories(one, (*where, str(key)))


ALWAYS = {"people", "competitors", "sources", "value", "accepted"}
"""What may not be there yet, or be gone; the person's two scales are one place."""
OTHER = {"conditions"}


@half
@given(any_deal, days, days)
def test_each_history_that_holds_something_else_is_a_difference_and_no_other(
    deal: Plain, first: date, second: date
) -> None:
    dossier = dossier_of(deal)
    found = ends(differences(moment(dossier, first), moment(dossier, second)))
    for where, history in histories(dossier.deal):
        if where[0] in ALWAYS | OTHER | {"actions"}:
            continue
        old, new = (history.at(on) if history.until(on) else None for on in (first, second))
        assert (old, new) == found.get(where, (old, old)) or where in found
        assert (where in found) == (old != new)


def test_every_key_of_a_deal_is_compared_or_left_out_on_purpose() -> None:
    deal, account = example_data()
    dossier = dossier_of({**deal, "owner": "li"}, account)
    assert set(NOT_COMPARED) < set(Deal.model_fields)
    written = dossier.deal.model_fields_set - set(NOT_COMPARED)
    assert written == {where[0] for where in state_of(moment(dossier, AFTER)) if where[-1] != AGED}


# What time alone does.


def compared(deal: Plain, first: date, second: date) -> dict[tuple[str, ...], Change]:
    dossier = dossier_of({"deal": "A", "customer": "B"} | deal)
    return {one.where: one for one in differences(moment(dossier, first), moment(dossier, second))}


def after(deal: Plain, first: date, second: date, *where: str) -> str:
    found = compared(deal, first, second)[where]
    assert found.by_time
    assert found.after is not None
    return str(found.after.value)


EARLY, LATE = date(2021, 3, 1), date(2021, 9, 1)
SAID = {"cio": {"role": "approver", "attitude": {"2021-02-20": {"is": "supporter", "why": "said so", "how": "said"}}}}


def test_a_word_grows_too_old() -> None:
    assert "stale" == after({"people": SAID}, EARLY, LATE, "people", "cio", "attitude", AGED)


def test_an_action_becomes_overdue() -> None:
    actions = {"one": {"what": "x", "added": "2021-02-01", "due": "2021-05-31"}}
    assert "overdue" == after({"actions": actions}, EARLY, LATE, "actions", "one")


def test_a_deadline_passes() -> None:
    events = {"project-approved": {"status": {"2021-02-01": {"is": "confirmed", "source": "x"}}, "deadline": "2021-06"}}
    assert "past" == after({"events": events}, EARLY, LATE, "events", "project-approved", AGED)


def test_a_proof_grows_old() -> None:
    events = {"project-approved": {"status": {"2021-02-01": {"is": "confirmed", "source": "x"}}, "deadline": "2022-06"}}
    assert "stale" == after({"events": events}, EARLY, LATE, "events", AGED)


def test_a_customer_falls_silent() -> None:
    met = [{"on": "2021-02-20", "with": ["cio"], "what": "met"}]
    assert "silent" == after({"people": SAID, "activities": met}, EARLY, LATE, "activities", AGED)


def test_a_condition_of_our_own_becomes_late() -> None:
    deal = {"approved": {"2021-02-01": "yes"}, "conditions": {"a": {"what": "x", "due": "2021-05-31"}}}
    found = compared(deal, EARLY, LATE)["conditions", "a"]
    assert found.after is not None
    assert "late" == found.after.value


def test_a_sign_and_a_source_grow_old() -> None:
    deal = {
        "signs": {"deepest-exchange": {"2021-02-20": "present"}},
        "sources": {"cio": {"scope": {"2021-02-20": ["decision"]}}},
        "people": SAID,
    }
    assert "stale" == after(deal, EARLY, LATE, "signs", "deepest-exchange", AGED)
    assert "stale" == after(deal, EARLY, LATE, "sources", "cio", AGED)


# The order.


def weights(deal: Plain) -> list[str]:
    dossier = dossier_of({"deal": "A", "customer": "B"} | deal)
    return [one.weight for one in differences(moment(dossier, EARLY), moment(dossier, LATE))]


def test_what_the_method_calls_an_alarm_comes_first() -> None:
    when = {"2021-06-01": {"is": "enemy", "why": "said so"}}
    deal = {
        "stage": {"2021-01-01": "lead", "2021-05-01": "qualification"},
        "people": {
            "cio": {"role": "approver", "attitude": when},
            "cfo": {"role": "decider", "since": "2021-06-01"},
        },
        "events": {
            "project-approved": {"status": {"2021-01-01": {"is": "confirmed", "source": "x"}, "2021-07": "denied"}}
        },
        "competitors": {"north": {"since": "2021-06-01"}},
        "actions": {"one": {"what": "x", "added": "2021-02-01", "due": "2021-05-31"}},
        "owner": "wang",
    }
    found = [one for one in dict.fromkeys(weights(deal)) if one != "people"]
    assert ["veto", "new-face", "event-fell", "competitors", "stage"] == found[:5]
    assert found.index("overdue") > found.index("stage")


def test_a_text_of_another_revision_differs_in_what_is_not_dated() -> None:
    base = {"deal": "A", "customer": "B"}
    one, other = (
        dossier_of(base | {"owner": "li"}),
        dossier_of(base | {"owner": "wang", "amount": {"low": 5, "currency": "CNY"}}),
    )
    found = differences(moment(one, EARLY), moment(other, EARLY))
    assert [("amount",), ("owner",)] == [change.where for change in found]
    assert not any(change.by_time for change in found)
