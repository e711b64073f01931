"""A file as its facts: one a line, whatever the order of the file, and only what a fact says makes a difference."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import any_account, any_deal, shuffled
from winsell.base.moved import Moved
from winsell.store.facts import lines_of, moved, title_of
from winsell.store.write_yaml import write_yaml

any_file = st.one_of(any_deal, any_account)
few = settings(max_examples=60)


def raw(data: Any) -> bytes:
    return write_yaml(data).encode()


@few
@given(data=any_file)
def test_a_file_differs_from_itself_in_nothing(data: Any) -> None:
    assert () == moved(raw(data), raw(data))


@few
@given(data=any_file, draw=st.data())
def test_the_order_of_the_keys_makes_no_difference(data: Any, draw: Any) -> None:
    other = shuffled(data, lambda keys: draw.draw(st.permutations(keys)))
    assert lines_of(raw(data)) == lines_of(raw(other))
    assert () == moved(raw(data), raw(other))


@few
@given(data=any_file)
def test_each_fact_is_one_line_and_no_two_facts_are_the_same_place(data: Any) -> None:
    lines = lines_of(raw(data))
    assert lines
    assert [] == [line for line in lines if "\n" in line]
    assert len(lines) == len(moved(None, raw(data)))


@few
@given(before=any_file, after=any_file)
def test_what_came_and_went_one_way_went_and_came_the_other_way(before: Any, after: Any) -> None:
    there = moved(raw(before), raw(after))
    back = moved(raw(after), raw(before))
    assert sorted((one.place, one.day or "", str(one.before), str(one.after)) for one in there) == sorted(
        (one.place, one.day or "", str(one.after), str(one.before)) for one in back
    )


def test_what_moved_is_told_with_its_day_reason_and_source() -> None:
    before = b"deal: D\ncustomer: C\nowner: li\npeople: {cio: {attitude: {2021-01: neutral}}}\n"
    after = (
        b"deal: D\ncustomer: C\npeople: {cio: {attitude: {2021-01: {is: neutral, why: polite}, "
        b"2021-02: {is: supporter, why: asked, source: cto}}}}\n"
    )
    assert (
        Moved("owner", None, "li", None),
        Moved("people.cio.attitude", "2021-01", "neutral", "neutral", "polite"),
        Moved("people.cio.attitude", "2021-02", None, "supporter", "asked", "cto"),
    ) == moved(before, after)


def test_a_file_that_tells_nothing_has_no_lines() -> None:
    for text in (b"", b"a: [", b"\xff", b"services: {web: 1}\n", b"- a\n"):
        assert None is lines_of(text)
        assert None is title_of(text)
    assert "D" == title_of(b"deal: D\ncustomer: C\n")
