"""Every way to write a file that was met in the wild: two edits, and the lines that they may touch.

Of each file the attitude of a person is recorded on a day, and an activity added. Most often that is two new lines.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.store.edit.splice_oracle import comments, rebuild, split
from winsell.store.edit.apply import Edited, apply
from winsell.store.edit.patch import Append, Patch, Record

PATCH: Patch = (
    Record(("people", "cio", "attitude"), date(2021, 11, 12), "supporter"),
    Append(("activities",), {"on": "2021-11-12", "what": "asked: when?"}),
)
HISTORY = """\
deal: A deal
people:
  cio:
    attitude:
      2021-05-08: neutral
activities:
  - {on: 2021-05-08, what: call}
"""
AFTER = """\
deal: A deal
people:
  cio:
    attitude:
      2021-05-08: neutral
      2021-11-12: supporter
activities:
  - {on: 2021-05-08, what: call}
  - {on: 2021-11-12, what: "asked: when?"}
"""
# Of each: the file, and the lines that the two edits take out and put in.
FORMATS: dict[str, tuple[str, str]] = {
    "comments everywhere": (
        """\
# head of the file
deal: A deal   # a name
# about people
people:   # who
  # first the boss
  cio:   # boss
    # his attitude
    attitude:   # by day
      # in May
      2021-05-08: neutral   # on the phone
      # still in the history
    # still of the boss
  # still of people
# about activities
activities:   # what we did
  # the first
  - {on: 2021-05-08, what: call}   # short
  # the last word
""",
        """\
12 +       2021-11-12: supporter
20 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "no indented dashes, four blanks": (
        """\
deal: A deal
people:
    cio:
        attitude:
            2021-05-08: neutral
activities:
- {on: 2021-05-08, what: call}
# about the end
note: x
""",
        """\
6 +             2021-11-12: supporter
9 + - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "mixed indents": (
        """\
deal: A deal
people:
   cio:
      attitude:
          2021-05-08: neutral
activities:
    -   on: 2021-05-08
        what: call
lots:
 -  name: x
""",
        """\
6 +           2021-11-12: supporter
10 +     -   on: 2021-11-12
11 +         what: "asked: when?"
""",
    ),
    "brackets, one line": (
        """\
deal: A deal
people: {cio: {attitude: {2021-05-08: neutral}, role: decider}}
activities: [{on: 2021-05-08, what: call}]
""",
        """\
2 - people: {cio: {attitude: {2021-05-08: neutral}, role: decider}}
3 - activities: [{on: 2021-05-08, what: call}]
2 + people: {cio: {attitude: {2021-05-08: neutral, 2021-11-12: supporter}, role: decider}}
3 + activities: [{on: 2021-05-08, what: call}, {on: 2021-11-12, what: "asked: when?"}]
""",
    ),
    "brackets over several lines": (
        """\
deal: A deal
people:
  cio:
    attitude: {
      2021-03-01: unknown,  # at first
      2021-05-08: neutral   # on the phone
    }
activities: [
  {on: 2021-05-08, what: call},
]
""",
        """\
6 -       2021-05-08: neutral   # on the phone
6 +       2021-05-08: neutral,   # on the phone
7 +       2021-11-12: supporter
11 +   {on: 2021-11-12, what: "asked: when?"},
""",
    ),
    "brackets that close on the last line": (
        """\
deal: A deal
people:
  cio:
    attitude: {2021-03-01: unknown,
               2021-05-08: neutral}
activities: [{on: 2021-05-08, what: call},
             {on: 2021-06-08, what: call}]  # two
""",
        """\
5 -                2021-05-08: neutral}
5 +                2021-05-08: neutral,
6 +                2021-11-12: supporter}
7 -              {on: 2021-06-08, what: call}]  # two
8 +              {on: 2021-06-08, what: call},
9 +              {on: 2021-11-12, what: "asked: when?"}]  # two
""",
    ),
    "blanks within brackets, comma at the end": (
        """\
deal: A deal
people:
  cio:
    attitude: { 2021-05-08: neutral, }
activities: [ { on: 2021-05-08, what: call }, ]
""",
        """\
4 -     attitude: { 2021-05-08: neutral, }
5 - activities: [ { on: 2021-05-08, what: call }, ]
4 +     attitude: { 2021-05-08: neutral, 2021-11-12: supporter, }
5 + activities: [ { on: 2021-05-08, what: call }, {on: 2021-11-12, what: "asked: when?"}, ]
""",
    ),
    "blanks at line ends": (
        HISTORY.replace("\n", "  \n"),
        """\
6 +       2021-11-12: supporter
9 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "blank lines": (
        """\


deal: A deal

people:
  cio:
    attitude:
      2021-05-08: neutral

activities:
  - {on: 2021-05-08, what: call}


""",
        """\
9 +       2021-11-12: supporter
13 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "document markers": (
        """\
---
deal: A deal
people:
  cio:
    attitude:
      2021-05-08: neutral
activities:
  - {on: 2021-05-08, what: call}
...
""",
        """\
7 +       2021-11-12: supporter
10 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "modelines": (
        """\
# yaml-language-server: $schema=x.json
---
deal: A deal
people:
  cio:
    attitude:
      2021-05-08: neutral
activities:
  - {on: 2021-05-08, what: call}

# vim: ts=2
""",
        """\
8 +       2021-11-12: supporter
11 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "quoted keys and values": (
        """\
'deal': "A deal"
"people":
  'cio':
    "attitude":
      "2021-05-08": 'neutral'
'activities':
  - {"on": "2021-05-08", 'what': 'call'}
""",
        """\
6 +       2021-11-12: supporter
9 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "escapes, and quoted text over several lines": (
        r"""deal: "\u674e \
  deal"
people:
  cio:
    attitude:
      2021-05-08:
        is: neutral
        why: "asked
          twice"
activities:
  - on: 2021-05-08
    what: 'a

      call'
note: "end"
""",
        """\
10 +       2021-11-12: supporter
16 +   - on: 2021-11-12
17 +     what: "asked: when?"
""",
    ),
    "plain text over several lines": (
        """\
deal: A
  deal
people:
  cio:
    attitude:
      2021-05-08: {is: neutral, why: asked
        twice}
activities:
  - on: 2021-05-08
    what: a call
      of an hour
note: x
""",
        """\
8 +       2021-11-12: supporter
13 +   - on: 2021-11-12
14 +     what: "asked: when?"
""",
    ),
    "values below their keys": (
        """\
deal:
  A deal
people:
  cio:
    attitude:
      2021-05-08:
        neutral
activities:
  -
    on: 2021-05-08
    what:
      call
""",
        """\
8 +       2021-11-12: supporter
14 +   - on: 2021-11-12
15 +     what: "asked: when?"
""",
    ),
    "block text": (
        """\
deal: A deal
people:
  cio:
    attitude:
      2021-05-08:
        is: neutral
        why: |   # his words
          not now

          later: maybe  # no comment

activities:
  - on: 2021-05-08
    what: >-
      a long
      call

note: x
""",
        """\
11 +       2021-11-12: supporter
18 +   - on: 2021-11-12
19 +     what: "asked: when?"
""",
    ),
    "block text that keeps its blank lines": (
        """\
deal: A deal
people:
  cio:
    attitude:
      2021-05-08:
        is: neutral
        why: |+
          not now


activities:
  - on: 2021-05-08
    what: |2+
        a call

note: x
""",
        """\
11 +       2021-11-12: supporter
17 +   - on: 2021-11-12
18 +     what: "asked: when?"
""",
    ),
    "odd scalars": (
        """\
deal: A deal
up: +2
none: ~
nothing: Null
sure: TRUE
people:
  cio:
    attitude:
      2021-05-08: neutral
activities:
  - {on: 2021-05-08, what: call, empty: , no: "no"}
""",
        """\
10 +       2021-11-12: supporter
13 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "a list in a list": (
        """\
deal: A deal
people:
  cio:
    attitude:
      2021-05-08: neutral
lots:
  - - a
    - b
  - - c
activities:
  - {on: 2021-05-08, what: call}
""",
        """\
6 +       2021-11-12: supporter
13 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "blanks before colons, aligned values and comments": (
        """\
deal     : A deal       # c
people   :
  cio    :
    attitude :
      2021-05-08 : neutral   # x
      2021-06-08 : unknown   # y
activities :
  - {on : 2021-05-08, what : call}   # z
""",
        """\
7 +       2021-11-12: supporter
10 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "Chinese and emoji": (
        """\
deal: 某项目 🎯
people:
  cio:
    title: 信息总监 👨‍👩‍👧
    attitude:
      2021-05-08: {is: neutral, why: 说“再看看”，没有反对}   # 电话 ☎️
activities:
  - {on: 2021-05-08, what: 电话：问预算}
""",
        """\
7 +       2021-11-12: supporter
10 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "tabs in comments and quotes": (
        """\
deal: "A\tdeal" #\ta\tcomment
people:
  cio:
    attitude:
      2021-05-08: neutral #\tx
activities:
  - {on: 2021-05-08, what: call} # tab\there
""",
        """\
6 +       2021-11-12: supporter
9 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "nothing there yet": (
        """\
deal: A deal
people:
  cio:
activities:
""",
        """\
4 +     attitude:
5 +       2021-11-12: supporter
7 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "nothing there yet, but comments": (
        """\
deal: A deal
people:   # who
  # cio: {role: decider}
activities:   # what
  # - {on: 2021-05-08, what: call}
# the end
""",
        """\
4 +   cio:
5 +     attitude:
6 +       2021-11-12: supporter
9 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "no such keys": (
        """\
deal: A deal
""",
        """\
2 + people:
3 +   cio:
4 +     attitude:
5 +       2021-11-12: supporter
6 + activities:
7 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "empty brackets": (
        """\
deal: A deal
people: {}   # nobody
activities: []   # nothing
""",
        """\
2 - people: {}   # nobody
3 - activities: []   # nothing
2 + people:   # nobody
3 +   cio:
4 +     attitude:
5 +       2021-11-12: supporter
6 + activities:   # nothing
7 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "unknown": (
        """\
deal: A deal
people:
  cio:
    attitude: unknown   # ask him
    role: decider
activities:
  - {on: 2021-05-08, what: call}
""",
        """\
4 -     attitude: unknown   # ask him
4 +     attitude:   # ask him
5 +       2021-11-12: supporter
9 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "a value without a date": (
        """\
deal: A deal
stage: {2021-03-01: lead}
people:
  cio:
    attitude: neutral   # on the phone
    role: decider
activities:
  - {on: 2021-05-08, what: call}
""",
        """\
5 -     attitude: neutral   # on the phone
5 +     attitude:
6 +       2021-03-01: neutral   # on the phone
7 +       2021-11-12: supporter
11 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "an entry without a date": (
        """\
deal: A deal
people:
  cio:
    attitude:   # first impression
      is: neutral   # so far
      # asked twice
      why: |
        not now

    role: decider
activities: []
""",
        """\
5 -       is: neutral   # so far
6 -       # asked twice
7 -       why: |
8 -         not now
5 +       2021-11-11:
6 +         is: neutral   # so far
7 +         # asked twice
8 +         why: |
9 +           not now
10 +       2021-11-12: supporter
11 - activities: []
13 + activities:
14 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "an entry without a date in brackets over several lines": (
        """\
deal: A deal
people:
  cio:
    attitude: {is: neutral,  # so far
      why: not now}  # he said
    role: decider
activities: []
""",
        """\
4 -     attitude: {is: neutral,  # so far
5 -       why: not now}  # he said
4 +     attitude:
5 +       2021-11-11: {is: neutral,  # so far
6 +         why: not now}  # he said
7 +       2021-11-12: supporter
7 - activities: []
9 + activities:
10 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "an undated value within brackets": (
        """\
deal: A deal
people: {cio: {attitude: neutral, role: decider}}
activities: []
""",
        """\
2 - people: {cio: {attitude: neutral, role: decider}}
3 - activities: []
2 + people: {cio: {attitude: {2021-11-11: neutral, 2021-11-12: supporter}, role: decider}}
3 + activities:
4 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "months, unordered and newest first": (
        """\
deal: A deal
people:
  cio:
    attitude:
      2022-01: mentor
      2021-11: neutral
      2021-05: unknown
activities:
  - {on: 2021-05-08, what: call}
""",
        """\
6 +       2021-11-12: supporter
11 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "the same day as a month": (
        """\
deal: A deal
people:
  cio:
    attitude:
      2021-11-12: {is: neutral, why: x}   # c
      2021-12: mentor
activities:
  - {on: 2021-05-08, what: call}
""",
        """\
5 -       2021-11-12: {is: neutral, why: x}   # c
5 +       2021-11-12: supporter   # c
9 +   - {on: 2021-11-12, what: "asked: when?"}
""",
    ),
    "entries on several lines": (
        """\
deal: A deal
people:
  cio:

    attitude:

      2021-05-08:
        is: neutral

      2021-06-08:
        is: mentor

activities:

  - on: 2021-05-08
    what: call

  - on: 2021-05-09
    what: call

note: x
""",
        """\
12 +       2021-11-12: supporter
21 +
22 +   - on: 2021-11-12
23 +     what: "asked: when?"
""",
    ),
}


def told(edited: Edited) -> str:
    return "".join(
        f"{line.number} {'+' if line.added else '-'} {line.text}".rstrip(" ") + "\n" for line in edited.lines
    )


@pytest.mark.parametrize(("text", "lines"), FORMATS.values(), ids=FORMATS)
def test_two_edits_change_their_lines_only(text: str, lines: str) -> None:
    edited = apply(text.encode(), PATCH)
    assert lines == told(edited)
    assert split(edited.document.text) == rebuild(text.encode(), edited)
    assert comments(text.encode()) == comments(edited.raw)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["", "\n"], ids=["no line break at the end", "one"])
def test_line_breaks_the_mark_and_the_end_stay(line_break: str, mark: bytes, end: str) -> None:
    before, after = (
        mark + (text.removesuffix("\n") + end).replace("\n", line_break).encode() for text in (HISTORY, AFTER)
    )
    assert after == apply(before, PATCH).raw


def test_a_new_line_ends_as_its_neighbours_do() -> None:
    before = HISTORY.replace("cio:\n    attitude:\n", "cio:\r\n    attitude:\r\n").replace("neutral\n", "neutral\r\n")
    after = AFTER.replace("cio:\n    attitude:\n", "cio:\r\n    attitude:\r\n").replace("neutral\n", "neutral\r\n")
    assert after.replace("2021-11-12: supporter\n", "2021-11-12: supporter\r\n").encode() == (
        apply(before.encode(), PATCH).raw
    )


@pytest.mark.parametrize("text", [pair[0] for pair in FORMATS.values()], ids=FORMATS)
def test_what_is_there_already_changes_nothing(text: str) -> None:
    raw = apply(text.encode(), PATCH).raw
    again = apply(raw, PATCH[:1])
    assert raw is again.raw
    assert () == again.lines
