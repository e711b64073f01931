"""Where an edit goes, what goes with it, what it leaves alone, and when it is refused."""

from __future__ import annotations

import textwrap
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.store.edit.splice_oracle import comments
from winsell.base.problem import WinsellError
from winsell.store.edit import apply as apply_module
from winsell.store.edit.apply import Line, apply
from winsell.store.edit.page import Cut
from winsell.store.edit.patch import AddLine, Append, CannotEdit, Drop, Edit, Patch, Path, Put, Record
from winsell.store.edit.splice import Splice
from winsell.store.yaml_reader import read_yaml

DAY = date(2021, 11, 12)


def edited(text: str, *patch: Edit) -> str:
    return apply(textwrap.dedent(text).encode(), patch).raw.decode()


def becomes(before: str, after: str, *patch: Edit) -> None:
    assert textwrap.dedent(after) == edited(before, *patch)


def refused(text: str, *patch: Edit) -> CannotEdit:
    with pytest.raises(CannotEdit) as caught:
        edited(text, *patch)
    return caught.value


# One value in place of another.


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        pytest.param("a: b   # c\n", "d", "a: d   # c\n", id="comment stays"),
        pytest.param("a:     b  \n", "d", "a:     d  \n", id="blanks stay"),
        pytest.param("a: 'b'\n", "it's: so", "a: 'it''s: so'\n", id="quotes stay single"),
        pytest.param('a: "b"\n', "c", "a: c\n", id="quotes go where they are not needed"),
        pytest.param("a: b\n  c\n", "d", "a: d\n", id="a text over several lines"),
        pytest.param("a: |  # why\n  b\n\n  c\n\nd: e\n", "f", "a: f  # why\n\nd: e\n", id="a block text"),
        pytest.param("a: b\n", "c\nd\n", "a: |\n  c\n  d\n", id="by a block text"),
        pytest.param("a: b  # c\n", {"is": "x", "why": "y"}, "a: {is: x, why: y}  # c\n", id="by an entry"),
        pytest.param("a: b  # c\n", {"x": 1, "y": 2}, "a:  # c\n  x: 1\n  y: 2\n", id="by a mapping"),
        pytest.param("a: b  # c\n", ["x", "y"], "a: [x, y]  # c\n", id="by a list"),
        pytest.param("a:\n", "b", "a: b\n", id="nothing"),
        pytest.param("a:   # c\n", "b", "a: b   # c\n", id="nothing but a comment"),
        pytest.param("a: ~  # c\n", "b", "a: b  # c\n", id="an explicit nothing"),
        pytest.param("a: [x,  # c\n  y]  # d\n", "b", "a: b  # c\n  # d\n", id="a list, its comments below"),
        pytest.param("a: [x,\n  y]  # c\n", "b", "a: b  # c\n", id="a list, its comment behind"),
        pytest.param("a:  # c\n  # d\n  x: 1  # e\n", "b", "a: b  # c\n  # d\n  # e\n", id="a mapping, likewise"),
        pytest.param("a:\n  x: 1  # c\n", {"y": 2}, "a:\n  y: 2\n  # c\n", id="a block by a block"),
        pytest.param("a: {x: 1}\n", {"y": {"z": 2}}, "a: {y: {z: 2}}\n", id="brackets by brackets"),
    ],
)
def test_a_value_is_replaced(before: str, value: Any, after: str) -> None:
    becomes(before, after, Put(("a",), value))


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a: {b: c, d: e}  # x\n", ("a", "b"), "a: {b: new, d: e}  # x\n"),
        ("a: {b: , d: e}\n", ("a", "b"), "a: {b: new , d: e}\n"),
        ("a: {b, d: e}\n", ("a", "b"), "a: {b: new, d: e}\n"),
        ("a: {b: [1,  # x\n  2], d: e}\n", ("a", "b"), "a: {b: new, d: e}\n  # x\n"),
        ("a: [b, c]\n", ("a", 1), "a: [b, new]\n"),
        ("a:\n- b  # x\n- c\n", ("a", 0), "a:\n- new  # x\n- c\n"),
        ("a:\n  - b: 1  # x\n    c: 2\n", ("a", 0), "a:\n  - new  # x\n"),
        ("a:\n  -\n  - b\n", ("a", 0), "a:\n  - new\n  - b\n"),
        ("a:\n  - b: c\n", ("a", 0, "b"), "a:\n  - b: new\n"),
        ("a:\n  - - b\n    - c\n", ("a", 0, 1), "a:\n  - - b\n    - new\n"),
    ],
)
def test_a_value_is_replaced_within_others(before: str, path: Path, after: str) -> None:
    becomes(before, after, Put(path, "new"))


# A new key.


def test_a_new_key_goes_behind_the_last_and_its_comments() -> None:
    becomes(
        """\
        people:
          cio:
            role: decider  # he says
            # to be asked

            # still of the CIO
          # still of people
        # of the value
        value: x
        """,
        """\
        people:
          cio:
            role: decider  # he says
            # to be asked

            # still of the CIO
            title: CIO
          # still of people
          cfo:
            role: approver
        # of the value
        value: x
        """,
        Put(("people", "cio", "title"), "CIO"),
        Put(("people", "cfo", "role"), "approver"),
    )


def test_a_comment_between_entries_belongs_to_what_follows() -> None:
    becomes_ordered(
        "# head\na: 1\n  # deeper\n# of c\nc: 3\n",
        "# head\na: 1\n  # deeper\nb: 2\n# of c\nc: 3\n",
        Put(("b",), 2),
        1,
    )


def becomes_ordered(before: str, after: str, edit: Edit, position: int) -> None:
    assert after == apply(before.encode(), (edit,), order=lambda *_: position).raw.decode()


@pytest.mark.parametrize(
    ("before", "position", "after"),
    [
        pytest.param("# head\na: 1\nc: 3\n", 0, "# head\nn: 2\na: 1\nc: 3\n", id="at the head of a file"),
        pytest.param("a: 1\n# of c\nc: 3\n", 1, "a: 1\nn: 2\n# of c\nc: 3\n", id="before a comment"),
        pytest.param("a: 1\n\n# of c\nc: 3\n", 1, "a: 1\n\nn: 2\n\n# of c\nc: 3\n", id="set apart as the others are"),
        pytest.param("a: 1\nc: 3\n# end\n", 2, "a: 1\nc: 3\n# end\nn: 2\n", id="behind a comment at the end"),
        pytest.param("a: 1\nc: 3\n\n# end\n", 2, "a: 1\nc: 3\nn: 2\n\n# end\n", id="before a comment set apart"),
        pytest.param("a: 1\nc: 3\n", 99, "a: 1\nc: 3\nn: 2\n", id="beyond the end"),
        pytest.param("a: 1\nc: 3\n", -1, "n: 2\na: 1\nc: 3\n", id="before the start"),
        pytest.param("{a: 1, c: 3}\n", 0, "{n: 2, a: 1, c: 3}\n", id="brackets, first"),
        pytest.param("{a: 1, c: 3}\n", 1, "{a: 1, n: 2, c: 3}\n", id="brackets, between"),
        pytest.param("{\n  a: 1, # x\n  c: 3\n}\n", 1, "{\n  a: 1, # x\n  n: 2,\n  c: 3\n}\n", id="on lines, between"),
        pytest.param("{\n  # x\n  a: 1,\n}\n", 0, "{\n  n: 2,\n  # x\n  a: 1,\n}\n", id="on lines, first"),
        pytest.param("{a: 1,\n c: 3}\n", 0, "{n: 2,\n a: 1,\n c: 3}\n", id="on lines from the bracket on"),
        pytest.param("{}\n", 0, "{n: 2}\n", id="empty brackets"),
    ],
)
def test_the_order_decides_where_a_new_key_goes(before: str, position: int, after: str) -> None:
    becomes_ordered(before, after, Put(("n",), 2), position)


def test_the_order_is_asked_with_the_keys_as_they_stand() -> None:
    asked: list[tuple[Path, str, list[str]]] = []

    def order(around: Path, name: str, siblings: list[str]) -> int:
        asked.append((around, name, siblings))
        return 1

    done = apply(b"a:\n  - y: 1\n    x: 2\n", (Put(("a", 0, "new", "deep"), "v"),), order=order)
    assert b"a:\n  - y: 1\n    new:\n      deep: v\n    x: 2\n" == done.raw
    assert [(("a", 0), "new", ["y", "x"])] == asked


def test_the_first_of_a_list_item_stands_on_the_line_of_its_dash() -> None:
    becomes_ordered(
        "a:\n  - y: 1  # c\n    x: 2\n", "a:\n  - n: 2\n    y: 1  # c\n    x: 2\n", Put(("a", 0, "n"), 2), 0
    )


def test_the_first_of_a_section_goes_before_the_comment_of_the_next() -> None:
    becomes_ordered("a:  # c\n  # of y\n  y: 1\n", "a:  # c\n  n: 2\n  # of y\n  y: 1\n", Put(("a", "n"), 2), 0)


@pytest.mark.parametrize(
    ("history", "after"),
    [
        (["2021-01", "2022-01"], ["2021-01", "2021-11-12", "2022-01"]),
        (["2022-01"], ["2021-11-12", "2022-01"]),
        (["2021-11", "2021-12"], ["2021-11", "2021-11-12", "2021-12"]),
        (["2022-01", "2021-01"], ["2022-01", "2021-11-12", "2021-01"]),
        (["2021-01", "2022-01", "2021-02"], ["2021-01", "2022-01", "2021-02", "2021-11-12"]),
    ],
)
@pytest.mark.parametrize("form", ["lines", "brackets"])
def test_days_stand_in_order_whatever_the_order_of_keys(history: list[str], after: list[str], form: str) -> None:
    def written(days: list[str]) -> bytes:
        rows = [f"{day}: x" for day in days]
        text = "a:\n" + "".join(f"  {row}\n" for row in rows) if form == "lines" else f"a: {{{', '.join(rows)}}}\n"
        return text.encode()

    assert written(after) == apply(written(history), (Record(("a",), DAY, "x"),), order=lambda *_: 0).raw


# A dated entry.


@pytest.mark.parametrize(
    ("text", "day", "after"),
    [
        ("a: {2021-08: x}\n", date(2021, 8, 1), "a: {2021-08: new}\n"),
        ("a:\n  2021-08-01: {is: x, why: y}  # c\n", date(2021, 8, 1), "a:\n  2021-08-01: new  # c\n"),
        ("a: unknown\n", DAY, "a:\n  2021-11-12: new\n"),
        ("a: unknown # c\nb: 1\n", DAY, "a: # c\n  2021-11-12: new\nb: 1\n"),
        ("x: {a: unknown}\n", DAY, "x: {a: unknown, b: 1}\n"),
        ("a: x\n", DAY, "a:\n  2021-11-11: x\n  2021-11-12: new\n"),
        ("a: x\nb: {2021-08: y}\n", DAY, "a:\n  2021-08-01: x\n  2021-11-12: new\nb: {2021-08: y}\n"),
        ("a: x\nb: {2021-12-01: y}\n", DAY, "a:\n  2021-11-11: x\n  2021-11-12: new\nb: {2021-12-01: y}\n"),
        ("a: {is: x}\n", DAY, "a:\n  2021-11-11: {is: x}\n  2021-11-12: new\n"),
        ("a:\n- x\n- y  # c\nb: 1\n", DAY, "a:\n  2021-11-11:\n  - x\n  - y  # c\n  2021-11-12: new\nb: 1\n"),
        ("a: {}\n", DAY, "a:\n  2021-11-12: new\n"),
        ("a: ''\n", DAY, "a:\n  2021-11-11: ''\n  2021-11-12: new\n"),
        ("a: b\n  c\n", DAY, "a:\n  2021-11-11: b\n    c\n  2021-11-12: new\n"),
        ("a:  # c\n  b\n", DAY, "a:  # c\n  2021-11-11:\n    b\n  2021-11-12: new\n"),
        ("a: |2+\n    b\n\nc: d\n", DAY, "a:\n  2021-11-11: |2+\n      b\n\n  2021-11-12: new\nc: d\n"),
        ("a: x\n  # deeper\nb: 1\n", DAY, "a:\n  2021-11-11: x\n  # deeper\n  2021-11-12: new\nb: 1\n"),
    ],
)
def test_a_dated_entry_is_recorded(text: str, day: date, after: str) -> None:
    edit = Put(("x", "b"), 1) if text.startswith("x") else Record(("a",), day, "new")
    becomes(text, after, edit)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("x: {a: unknown, b: 1}\n", "x: {a: {2021-11-12: new}, b: 1}\n"),
        ("x: {a: old, b: 1}\n", "x: {a: {2021-11-11: old, 2021-11-12: new}, b: 1}\n"),
        ("x: {b: 1}\n", "x: {b: 1, a: {2021-11-12: new}}\n"),
        ("x: {a: {is: old}}\n", "x: {a: {2021-11-11: {is: old}, 2021-11-12: new}}\n"),
    ],
)
def test_a_dated_entry_is_recorded_within_brackets(text: str, after: str) -> None:
    becomes(text, after, Record(("x", "a"), DAY, "new"))


# A list.


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("a: [x, y]\n", "z", "a: [x, y, z]\n"),
        ("a: x\nb:\n- x\n- y\n", "z", None),
        ("a:\n- x\n- y\n# of b\nb: 1\n", "z", "a:\n- x\n- y\n- z\n# of b\nb: 1\n"),
        ("a:\n-   x: 1\n", {"x": 2, "y": 3}, "a:\n-   x: 1\n-   x: 2\n    y: 3\n"),
        ("a:\n  - {x: 1}\n", {"x": 2}, "a:\n  - {x: 1}\n  - {x: 2}\n"),
        ("b: 1\n", {"x": {"y": 2}}, "b: 1\na:\n  - x:\n      y: 2\n"),
        ("b: 1\n", "x", "b: 1\na: [x]\n"),
        ("a: [\n  x, y,\n  z\n]\n", "n", "a: [\n  x, y,\n  z,\n  n\n]\n"),
        ("a: [x, y,\n  z, w]\n", "n", "a: [x, y,\n  z, w, n]\n"),
    ],
)
def test_an_item_is_added(text: str, value: Any, after: str | None) -> None:
    if after is None:
        assert refused(text, Append(("a",), value)).lines == "a: [z]"
    else:
        becomes(text, after, Append(("a",), value))


# Taking out.


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: 1\nb: 2  # c\nd: 3\n", ("b",), "a: 1\n# c\nd: 3\n"),
        ("a: 1\n# of b\nb:\n  x: 1 # c\n  # e\n  y: 2\nd: 3\n", ("b",), "a: 1\n# of b\n# c\n# e\nd: 3\n"),
        ("a: 1\nb: 2", ("b",), "a: 1"),
        ("a: 1\nb: 2\n", ("b",), "a: 1\n"),
        ("a: 1\nb: 2 # c", ("b",), "a: 1\n# c"),
        ("a:\n  x: 1\nb: 2\n", ("a", "x"), "a: {}\nb: 2\n"),
        ("a:  # c\n- x  # d\n", ("a", 0), "a: []  # c\n  # d\n"),
        ("a:\n- x: 1  # c\n  # of y\n  y: 2\n", ("a", 0, "x"), "a:\n- # c\n  # of y\n  y: 2\n"),
        ("a:\n- x\n- y\n", ("a", 0), "a:\n- y\n"),
        ("a:\n- - x\n  - y\n- z\n", ("a", 0, 0), "a:\n- - y\n- z\n"),
        ("a: {x: 1, y: 2, z: 3}\n", ("a", "x"), "a: {y: 2, z: 3}\n"),
        ("a: {x: 1, y: 2, z: 3}\n", ("a", "y"), "a: {x: 1, z: 3}\n"),
        ("a: {x: 1, y: 2, z: 3}\n", ("a", "z"), "a: {x: 1, y: 2}\n"),
        ("a: {x: 1, y: 2, }\n", ("a", "y"), "a: {x: 1, }\n"),
        ("a: [x,\n  y,  # c\n  z]\n", ("a", 1), "a: [x,\n  # c\n  z]\n"),
        ("a: {\n  x: 1,\n  y: 2,\n}\n", ("a", "x"), "a: {\n  y: 2,\n}\n"),
        ("a: {\n  x: 1,\n  y: 2\n}\n", ("a", "y"), "a: {\n  x: 1\n}\n"),
        ("a: {\n  x: 1,  # c\n  y: 2  # d\n}\n", ("a", "y"), "a: {\n  x: 1  # c\n    # d\n}\n"),
        ("a: {x: 1}\nb: 2\n", ("a", "x"), "a: {}\nb: 2\n"),
        ("a: 1\n", ("b",), "a: 1\n"),
        ("a: 1\nb: |+\n  x\n\nc: 2\n", ("b",), "a: 1\nc: 2\n"),
    ],
)
def test_an_entry_is_taken_out_and_its_comments_stay(text: str, path: Path, after: str) -> None:
    becomes(text, after, Drop(path))
    assert comments(text.encode()) == comments(edited(text, Drop(path)).encode())


# Lines below a text.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a: 1\n", "a: 1\nn: |\n  x: y # z\n", id="none yet"),
        pytest.param("n:\na: 1\n", "n: |\n  x: y # z\na: 1\n", id="nothing"),
        pytest.param("n: |\n  b \n  c\td\n\na: 1\n", "n: |\n  b \n  c\td\n  x: y # z\n\na: 1\n", id="blanks and tabs"),
        pytest.param("n: >\n  b\n  c\n\n  d\n", "n: >\n  b\n  c\n\n  d\n\n  x: y # z\n", id="folded"),
        pytest.param("n: >-\n  b\n  c\n", "n: >-\n  b\n  c\n\n  x: y # z\n", id="folded, stripped"),
        pytest.param("n: >\n  b\n    c\n", "n: >\n  b\n    c\n  x: y # z\n", id="folded, further in at its end"),
        pytest.param("n: |+\n  b\n\n\na: 1\n", "n: |+\n  b\n  x: y # z\n\n\na: 1\n", id="with its blank lines"),
        pytest.param("n: |-\n  b\na: 1\n", "n: |-\n  b\n  x: y # z\na: 1\n", id="stripped"),
        pytest.param("n: |\n  b", "n: |\n  b\n  x: y # z", id="no line break at the end"),
        pytest.param("n: |2\n    b\n  c\n", "n: |2\n    b\n  c\n  x: y # z\n", id="a stated indent"),
        pytest.param("n: |  # c\n     b\n# d\n", "n: |  # c\n     b\n     x: y # z\n# d\n", id="its own indent"),
        pytest.param("n: |\r\n  b\r\na: 1\r\n", "n: |\r\n  b\r\n  x: y # z\r\na: 1\r\n", id="line breaks"),
        pytest.param("n: b  # c\n", "n: |  # c\n  b\n  x: y # z\n", id="a text on its line"),
        pytest.param('n: "b\\tc \\nd\\n"\n', "n: |\n  b\tc \n  d\n  x: y # z\n", id="a quoted text"),
    ],
)
def test_lines_are_added_below_a_text_which_stays_as_it_stands(before: str, after: str) -> None:
    becomes(before, after, AddLine(("n",), "x: y # z"))


def test_several_lines_stay_several_in_a_folded_text() -> None:
    becomes("n: >\n  a\n", "n: >\n  a\n\n  b\n\n  c\n", AddLine(("n",), "b\nc"))


def test_lines_are_added_to_nothing_but_a_text() -> None:
    assert "n: x" == refused("n: [a]\n", AddLine(("n",), "x")).lines


# Several edits.


def test_edits_follow_one_another() -> None:
    becomes(
        "a: 1\nhistory: old\n",
        """\
        a:
          b:
            - {x: 1}
            - {x: 2}
        history:
          2021-11-11: old
          2021-11-12: new
          2021-12-01: newer
        c: x
        """,
        Put(("a",), {"b": [{"x": 1}]}),
        Append(("a", "b"), {"x": 2}),
        Record(("history",), DAY, "new"),
        Record(("history",), date(2021, 12, 1), "newer"),
        Put(("c",), "w"),
        Put(("c",), "x"),
    )


def test_one_edit_that_is_refused_refuses_all() -> None:
    assert "b" == refused("a: 1\nb: 2\n", Put(("a",), 2), Put(("b", "c"), 3)).path[0]


def test_the_difference_is_told_line_by_line() -> None:
    done = apply(b"a: 1\nb: 2\nc: 3\n", (Put(("a",), 5), Drop(("b",)), Put(("d",), 4)))
    assert (
        Line(1, "a: 1", added=False),
        Line(2, "b: 2", added=False),
        Line(1, "a: 5", added=True),
        Line(3, "d: 4", added=True),
    ) == done.lines


def test_nothing_to_change_gives_the_same_bytes() -> None:
    raw = "\ufeffa: {b: '1'}  # c\r\nd: 5.50".encode()
    done = apply(raw, (Put(("a", "b"), "1"), Put(("d",), Decimal("5.5")), Drop(("x", 3))))
    assert raw is done.raw
    assert () == done.lines


# Refusals.


@pytest.mark.parametrize(
    ("text", "edit", "lines"),
    [
        ("a: word\n", Put(("a", "b"), "c"), "a:\n  b: c"),
        ("a: [x]\n", Put(("a", "b"), "c"), "a:\n  b: c"),
        ("a: [x]\n", Put(("a", 1), "c"), "a: [c]"),
        ("a: [x]\n", Put(("a", -1), "c"), "a: [c]"),
        ("a: {b: c}\n", Put(("a", 0), "c"), "a: [c]"),
        ("a: 1\n", Put(("b", 0, "c"), "d"), "b:\n  - {c: d}"),
        ("a: word\n", Append(("a",), "x"), "a: [x]"),
        ("a: word\n", Record(("a", "b"), DAY, {"is": "x"}), "a:\n  b:\n    2021-11-12: {is: x}"),
        ("a: 1\n", Drop(("a",)), ""),
        ("a: 1\n", Put((), {"b": 1}), "b: 1"),
        ("a: [b: c]\n", Put(("a", 0, "d"), "e"), "a:\n  - {d: e}"),
        ("a: 1\n", Put(("b",), 10**40), f"b: 1{'0' * 40}"),
        ("a: 1\n", Put(("b",), Decimal("NaN")), "b: NaN.0"),
        ("a: 1\n", Put(("b",), "\ud800"), 'b: "\\ud800"'),
        ("a: 1\n", Put(("",), "x"), '"": x'),
        ("a: |\n  text", Put(("b",), "x"), "b: x"),
    ],
)
def test_what_cannot_be_done_safely_is_refused_with_the_lines_to_add(text: str, edit: Edit, lines: str) -> None:
    refusal = refused(text, edit)
    assert edit.path == refusal.path
    assert lines == refusal.lines


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"a: &x 1\nb: *x\n", "anchor"),
        (b"a: 1\na: 2\n", "duplicate-key"),
        (b"%YAML 1.2\n---\na: 1\n", "directive"),
        (b"? a\n: b\n", "complex-key"),
        (b"a: !t b\n", "tag"),
        (b"b: {}\na:\n  <<: {}\n", "merge-key"),
        (b"\xff\xfea\x00", "not-utf8"),
        (b"", "empty-file"),
        (b"- a\n", "not-a-mapping"),
    ],
)
def test_a_file_that_does_not_read_is_not_edited(raw: bytes, code: str) -> None:
    with pytest.raises(WinsellError) as caught:
        apply(raw, (Put(("a",), 1),))
    assert code in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("value", [None, 1.5, {"a": None}, [1.5], date(2021, 1, 1), b"x"])
def test_what_no_file_holds_is_a_mistake_of_the_caller(value: object) -> None:
    with pytest.raises(TypeError):
        apply(b"a: 1\n", (Put(("b",), value),))


def test_a_text_below_its_key_falls_back_to_quotes_where_it_would_lose_its_end() -> None:
    becomes("a: 1", 'a: 1\nb: "x\\ny\\n"', Put(("b",), "x\ny\n"))
    becomes("a: 1", "a: 1\nb: |-\n  x\n  y", Put(("b",), "x\ny"))


def test_keys_that_look_the_same_are_the_same() -> None:
    becomes("caf\u00e9: 1\n", "caf\u00e9: 2\n", Put(("cafe\u0301",), 2))


# The net below it all: a splice gone wrong is never written.

FILE = "a: 1  # one\nb: 2  # two\nc: {x: 1, y: 2}\n"


@pytest.mark.parametrize(
    "cuts",
    [
        pytest.param([Cut(3, 11, "9")], id="a comment lost"),
        pytest.param([Cut(3, 4, "9"), Cut(9, 11, "on")], id="a comment changed"),
        pytest.param([Cut(3, 4, "9  # new")], id="a comment made"),
        pytest.param([Cut(3, 4, "'9'")], id="another type"),
        pytest.param([Cut(3, 4, "9"), Cut(15, 16, "3")], id="another value too"),
        pytest.param([Cut(3, 4, "[")], id="no YAML"),
        pytest.param([Cut(3, 4, "9\nd: 1")], id="a key too many"),
        pytest.param([Cut(0, 24, "b: 2  # two\na: 9  # one\n")], id="another order of keys"),
        pytest.param([Cut(3, 4, "9"), Cut(28, 38, "y: 2, x: 1")], id="another order of keys elsewhere"),
        pytest.param([], id="nothing done"),
    ],
)
def test_a_splice_gone_wrong_is_noticed(monkeypatch: pytest.MonkeyPatch, cuts: list[Cut]) -> None:
    assert FILE.replace("a: 1", "a: 9") == edited(FILE, Put(("a",), 9))
    monkeypatch.setattr(Splice, "cuts", lambda *_: cuts)
    refused(FILE, Put(("a",), 9))


def test_each_edit_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []

    def reader(raw: bytes) -> Any:
        read.append(raw)
        return read_yaml(raw)

    monkeypatch.setattr(apply_module, "read_yaml", reader)
    patch: Patch = (Put(("a",), 2), Put(("b",), 3))
    apply(FILE.encode(), patch)
    assert [FILE, FILE.replace("a: 1", "a: 2"), FILE.replace("a: 1", "a: 2").replace("b: 2", "b: 3")] == [
        raw.decode() for raw in read
    ]
