"""Any two edits of one deal, merged: what does not clash is there from both, and what does is lost on neither side."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.merge.sides import chosen, data_of, remarks_of, texts_in
from tests.strategies import any_deal
from winsell.store.edit.apply import CannotEdit, apply
from winsell.store.edit.meaning import intended
from winsell.store.edit.patch import Append, Drop, Edit, Put, Record
from winsell.store.merge.by_lines import Markers, by_lines, two_sides
from winsell.store.merge.merge import merge
from winsell.store.merge.three_way import alike, frozen, full
from winsell.store.write_yaml import write_yaml

BLOCK = """\
# the head of the file
deal: A deal
customer: Somebody   # of the north

people:
  p0:
    title: CIO
    attitude:
      2021-01-01: {is: neutral, why: polite}
  # the one below is new
  p1:
    title: "CTO"
  p2: {title: CFO}
  p3: {title: 'CEO', attitude: {2021-02-01: neutral}}
actions:
  a0: {what: Meet, due: 2021-03-01}
  a1:
    what: Call   # soon
    due: 2021-04-01
activities:
  - {on: 2021-01-05, with: [p0], what: First call}
  - on: 2021-02-05
    with: [p1]
    what: Second call
note: |
  two lines
  of text
"""
FLOW = (
    "{deal: A deal, customer: Somebody, people: {p0: {title: CIO}, p1: {title: CTO}, p2: {title: CFO}},\n"
    " actions: {a0: {what: Meet, due: 2021-03-01}, a1: {what: Call}},\n"
    " activities: [{on: 2021-01-05, what: First call}]}\n"
)
WIDE = BLOCK.replace("  ", "    ").replace("    - on:", "    -   on:")
LOOKS = (BLOCK, BLOCK.replace("\n", "\r\n"), FLOW, WIDE, BLOCK[:-1], "\ufeff" + BLOCK)

days = st.integers(0, 600).map(lambda number: date(2021, 1, 1) + timedelta(number))
words = st.sampled_from(("Head of IT", "总经理", "yes", "3", "a: b", "#1", "it's", 'say "x"', "C:\\x"))
levels = st.sampled_from(("supporter", "neutral", "enemy", "mentor"))


class Merging(RuleBasedStateMachine):
    """Two sides of one deal: facts of even ids are edited by ours, those of odd ids by theirs, and lists by both."""

    @initialize(look=st.sampled_from(LOOKS))
    def begin(self, look: str) -> None:
        self.base = look.encode()
        self.sides = [self.base, self.base]
        self.model: Any = data_of(self.base)
        self.clash: dict[str, str] = {}
        self.number = 0

    def edit(self, side: int, edit: Edit) -> None:
        """Make an edit in the text of a side and in the model of both."""
        try:
            self.sides[side] = apply(self.sides[side], (edit,)).raw
        except CannotEdit:
            return
        mine = data_of(self.sides[side])
        self.model = intended(self.model, (edit,), first_day=None)
        if isinstance(edit, Record):  # when an undated value began is for the splice to say
            section, id_, key = edit.path
            self.model[section][id_][key] = deepcopy(mine[section][id_][key])

    @rule(side=st.integers(0, 1), pair=st.integers(0, 2), title=words)
    def name(self, side: int, pair: int, title: str) -> None:
        self.edit(side, Put(("people", f"p{2 * pair + side}", "title"), title))

    @rule(side=st.integers(0, 1), pair=st.integers(0, 2), day=days, level=levels, why=words)
    def judge(self, side: int, pair: int, day: date, level: str, why: str) -> None:
        self.edit(side, Record(("people", f"p{2 * pair + side}", "attitude"), day, {"is": level, "why": why}))

    @rule(side=st.integers(0, 1), pair=st.integers(0, 3), day=days)
    def plan(self, side: int, pair: int, day: date) -> None:
        id_ = f"a{2 * pair + side}"
        self.edit(side, Put(("actions", id_), {"what": f"Do {id_}", "due": day.isoformat()}))

    @rule(side=st.integers(0, 1), pair=st.integers(0, 2), key=st.sampled_from(("title", "attitude", "")))
    def take_out(self, side: int, pair: int, key: str) -> None:
        path = ("people", f"p{2 * pair + side}", *([key] if key else []))
        if len(self.model["people"]) > 1:
            self.edit(side, Drop(path))

    @rule(side=st.integers(0, 1), day=days, what=words)
    def happen(self, side: int, day: date, what: str) -> None:
        self.number += 1
        item = {"on": day.isoformat(), "with": [f"p{side}"], "what": f"{what} {self.number}"}
        self.edit(side, Append(("activities",), item))

    @rule(side=st.integers(0, 1), where=st.integers(0, 30))
    def remark(self, side: int, where: int) -> None:
        """Write a comment on a line of its own, or behind one, where that is one."""
        self.number += 1
        before = self.sides[side]
        lines = before.splitlines(keepends=True)
        at = where % len(lines)
        remark = f"# remark {self.number} of {side}"
        end = b"\r\n" if b"\r\n" in before else b"\n"
        for piece in (lines[at].rstrip(b"\r\n") + b"  " + remark.encode() + end, remark.encode() + end + lines[at]):
            text = b"".join((*lines[:at], piece, *lines[at + 1 :]))
            try:
                kept = alike(data_of(text), data_of(before)) and remarks_of(text)[remark] == 1
            except AssertionError:
                kept = False
            if kept:
                self.sides[side] = text
                return

    @precondition(lambda self: not self.clash)
    @rule(mine=words, yours=words)
    def disagree(self, mine: str, yours: str) -> None:
        self.number += 1
        texts = [f"mine {mine} {self.number}", f"yours {yours} {self.number}"]
        try:
            self.sides = [apply(one, (Put(("owner",), text),)).raw for one, text in zip(self.sides, texts, strict=True)]
        except CannotEdit:
            return
        self.clash = dict(zip(("ours", "theirs"), texts, strict=True))

    @rule()
    def merge(self) -> None:
        outcome = merge(self.base, self.sides[0], self.sides[1])
        if self.clash:
            assert not outcome.clean
            assert (("owner",),) == outcome.disputed
            for side, text in self.clash.items():
                model = {**self.model, "owner": text}
                self.says(chosen(outcome.raw, side), model)
                self.remembers(chosen(outcome.raw, side))
            self.model["owner"] = self.clash["ours"]
            self.clash = {}
        else:
            assert outcome.clean
        result = chosen(outcome.raw, "ours")
        self.says(result, self.model)
        self.remembers(result)
        self.base, self.sides, self.model = result, [result, result], data_of(result)

    def says(self, raw: bytes, model: Any) -> None:
        found, wanted = (full(one) for one in (data_of(raw), model))
        for one in (found, wanted):
            one["activities"] = sorted(one.get("activities", []), key=lambda item: repr(sorted(item.items(), key=str)))
        assert frozen(found) == frozen(wanted)

    def remembers(self, raw: bytes) -> None:
        there, before = remarks_of(raw), remarks_of(self.base)
        for side in self.sides:
            for text, count in remarks_of(side).items():
                assert count <= before[text] or text in there, text

    @invariant()
    def a_side_merged_with_itself_is_the_same(self) -> None:
        for side in getattr(self, "sides", ()):
            assert side == merge(self.base, side, side).raw


TestMerging = Merging.TestCase
TestMerging.settings = settings(max_examples=40, stateful_step_count=14, deadline=None)


@settings(max_examples=60)
@given(base=any_deal, ours=any_deal, theirs=any_deal, empty=st.booleans())
def test_nothing_that_either_side_wrote_is_lost(base: Any, ours: Any, theirs: Any, *, empty: bool) -> None:
    old = b"" if empty else write_yaml(base).encode()
    outcome = merge(old, write_yaml(ours).encode(), write_yaml(theirs).encode())
    text = outcome.raw.decode()
    before = set() if empty else set(texts_in(base))
    for side in (ours, theirs):
        assert [] == [one for one in texts_in(side) if one not in before and one not in text]
    if outcome.disputed:
        data_of(chosen(outcome.raw, "ours"))
        data_of(chosen(outcome.raw, "theirs"))


lines = st.lists(st.sampled_from(("a\n", "b\n", "c\n", "d\n", "a\r\n", "x")), max_size=8).map(
    lambda one: "".join(one).encode()
)


@given(base=lines, ours=lines, theirs=lines)
def test_no_line_of_either_side_is_lost_between_markers(base: bytes, ours: bytes, theirs: bytes) -> None:
    woven = by_lines(base, ours, theirs, Markers())
    there = woven.raw.splitlines()
    for side in (ours, theirs):
        assert set(side.splitlines()) - set(base.splitlines()) <= set(there)
    assert woven.clean == (b"<<<<<<<" not in woven.raw)
    assert ours == by_lines(base, ours, base, Markers()).raw
    assert theirs == by_lines(base, base, theirs, Markers()).raw


@given(ours=lines, theirs=lines)
def test_two_sides_put_against_each_other_hold_both(ours: bytes, theirs: bytes) -> None:
    text = two_sides(ours, theirs, Markers())
    sides: tuple[tuple[str, bytes], ...] = (("ours", ours), ("theirs", theirs))
    strip: Callable[[bytes], bytes] = lambda raw: raw.replace(b"\r", b"").strip(b"\n")  # noqa: E731
    for name, side in sides:
        assert strip(side) == strip(chosen(text, name))
