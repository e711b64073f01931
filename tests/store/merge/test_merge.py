"""Two edits of one deal merged: what each case leaves in the text."""

from __future__ import annotations

import pytest

from tests.store.merge.sides import chosen, data_of
from winsell.store.merge.by_lines import Markers, by_lines
from winsell.store.merge.merge import Outcome, merge

BASE = """\
# our deal
deal: A deal
customer: Somebody
stage: {2021-01-01: lead}
amount: {low: 100, high: 200, currency: CNY}
people:
  cio:
    title: CIO
    attitude:
      2021-01-01: {is: neutral, why: polite}
  cto: {title: CTO}
actions:
  meet: {what: Meet the CIO, due: 2021-03-01}
activities:
  - {on: 2021-01-05, with: [cio], what: First call}
  - {on: 2021-02-05, with: [cio], what: Second call}
"""


def edited(*changes: tuple[str, str], base: str = BASE) -> bytes:
    for old, new in changes:
        assert old in base
        base = base.replace(old, new)
    return base.encode()


def merged(ours: bytes, theirs: bytes, base: bytes = BASE.encode()) -> Outcome:
    return merge(base, ours, theirs)


def conflicts(outcome: Outcome) -> list[str]:
    """The conflicts of a text, each from marker to marker."""
    parts = outcome.raw.decode().split("<<<<<<< ours\n")[1:]
    return [part.partition(">>>>>>> theirs\n")[0] for part in parts]


def test_a_file_merged_with_itself_does_not_change() -> None:
    ours = edited(("CTO", "Technical head"))
    for base in (BASE.encode(), b"", ours):
        assert Outcome(ours, clean=True) == merge(base, ours, ours)


def test_what_only_one_side_changed_is_taken() -> None:
    ours = edited(("CTO", "Technical head"))
    assert Outcome(ours, clean=True) == merged(ours, BASE.encode())
    assert Outcome(ours, clean=True) == merged(BASE.encode(), ours)


def test_facts_that_stand_side_by_side_are_both_taken_where_lines_would_clash() -> None:
    ours = edited(("high: 200, currency: CNY}", "high: 200, currency: CNY}\nowner: wang"))
    theirs = edited(
        ("high: 200, currency: CNY}", "high: 200, currency: CNY}\ngrade: {is: A, why: ours to lose, by: li}")
    )
    outcome = merged(ours, theirs)
    assert outcome.clean
    assert {"owner": "wang", "grade": {"is": "A", "why": "ours to lose", "by": "li"}}.items() <= data_of(
        outcome.raw
    ).items()


def test_two_days_of_one_history_are_both_there_in_order() -> None:
    day = "2021-01-01: {is: neutral, why: polite}"
    ours = edited((day, f"{day}\n      2021-11-03: {{is: supporter, why: asked for the plan}}"))
    theirs = edited((day, f"{day}\n      2021-10-12: {{is: neutral, why: asked who else runs it}}"))
    outcome = merged(ours, theirs)
    assert outcome.clean
    history = data_of(outcome.raw)["people"]["cio"]["attitude"]
    assert ["2021-01-01", "2021-10-12", "2021-11-03"] == list(history)


def test_what_happened_is_united_in_the_order_of_its_days() -> None:
    last = "what: Second call}\n"
    ours = edited((last, f"{last}  - {{on: 2021-03-09, with: [cto], what: Ours late}}\n"))
    theirs = edited((last, f"{last}  - {{on: 2021-03-01, with: [cio], what: Theirs early}}\n"))
    both = edited(
        (
            last,
            f"{last}  - {{on: 2021-03-09, with: [cto], what: Ours late}}\n  - {{on: 2021-03-10, what: x}}\n",
        )
    )
    assert ["First call", "Second call", "Theirs early", "Ours late"] == [
        one["what"] for one in data_of(merged(ours, theirs).raw)["activities"]
    ]
    assert 4 == len(data_of(merged(ours, both).raw)["activities"]), "what both wrote down happened once"


def test_the_same_day_in_two_spellings_is_one_fact() -> None:
    ours = edited(("stage: {2021-01-01: lead}", "stage: {2021-01-01: lead, 2021-08: qualification}"))
    theirs = edited(("stage: {2021-01-01: lead}", "stage: {2021-01-01: lead, 2021-08-01: value-proof}"))
    outcome = merged(ours, theirs)
    assert (("stage", "2021-08"),) == outcome.disputed
    same = merged(ours, edited(("stage: {2021-01-01: lead}", "stage: {2021-08-01: qualification, 2021-01-01: lead}")))
    assert same.clean
    assert {"2021-01-01": "lead", "2021-08": "qualification"} == data_of(same.raw)["stage"]


CLASHES = {
    "one value": (
        [("title: CIO", "title: Head of IT")],
        [("title: CIO", "title: Chief Information Officer")],
        "    title: Head of IT\n=======\n    title: Chief Information Officer\n",
        "people.cio.title",
    ),
    "one day of a history, with its reason": (
        [("{is: neutral, why: polite}", "{is: enemy, why: shouted}")],
        [("{is: neutral, why: polite}", "{is: supporter, why: smiled}")],
        "      2021-01-01: {is: enemy, why: shouted}\n=======\n      2021-01-01: {is: supporter, why: smiled}\n",
        "people.cio.attitude.2021-01-01",
    ),
    "a value and the reason of the old one": (
        [("{is: neutral, why: polite}", "{is: enemy, why: polite}")],
        [("{is: neutral, why: polite}", "{is: neutral, why: polite to all}")],
        "      2021-01-01: {is: enemy, why: polite}\n=======\n      2021-01-01: {is: neutral, why: polite to all}\n",
        "people.cio.attitude.2021-01-01",
    ),
    "a sum": (
        [("low: 100", "low: 150")],
        [("high: 200", "high: 120")],
        "amount: {low: 150, high: 200, currency: CNY}\n=======\namount: {low: 100, high: 120, currency: CNY}\n",
        "amount",
    ),
    "taken out and edited": (
        [("  cto: {title: CTO}\n", "")],
        [("title: CTO", "title: Technical head")],
        "=======\n  cto:\n    title: Technical head\n",
        "people.cto",
    ),
    "edited and taken out": (
        [("title: CTO", "title: Technical head")],
        [("  cto: {title: CTO}\n", "")],
        "  cto: {title: Technical head}\n=======\n",
        "people.cto",
    ),
    "an activity that both told otherwise": (
        [("First call", "A first call")],
        [("First call", "The first call")],
        (
            "  - {on: 2021-01-05, with: [cio], what: A first call}\n=======\n"
            "  - {on: 2021-01-05, with: [cio], what: The first call}\n"
        ),
        "activities.0.what",
    ),
    "an activity taken out and edited": (
        [("  - {on: 2021-01-05, with: [cio], what: First call}\n", "")],
        [("First call", "The first call")],
        "=======\n  - {on: 2021-01-05, with: [cio], what: The first call}\n",
        "activities.0",
    ),
}


@pytest.mark.parametrize(("mine", "yours", "shown", "place"), CLASHES.values(), ids=CLASHES)
def test_what_both_changed_is_marked_and_nothing_else(
    mine: list[tuple[str, str]], yours: list[tuple[str, str]], shown: str, place: str
) -> None:
    extra = ("what: Meet the CIO, due: 2021-03-01", "what: Meet the CIO, due: 2021-04-01")
    ours, theirs = edited(*mine), edited(*yours, extra)
    outcome = merged(ours, theirs)
    assert not outcome.clean
    assert [place] == [".".join(map(str, one)) for one in outcome.disputed]
    assert [shown] == conflicts(outcome)
    mine_kept, yours_kept = data_of(chosen(outcome.raw, "ours")), data_of(chosen(outcome.raw, "theirs"))
    assert data_of(theirs) == yours_kept
    assert "2021-04-01" == mine_kept["actions"]["meet"]["due"], "what is in no dispute is merged all the same"
    assert data_of(ours)["people"] == mine_kept["people"]


def test_what_the_lines_would_mix_without_a_word_is_disputed() -> None:
    entry = "is: neutral\n        # in his office\n        source: himself\n        why: polite\n"
    base = BASE.replace("{is: neutral, why: polite}", f"\n        {entry}").replace(": \n", ":\n")
    ours = edited(("is: neutral", "is: enemy"), base=base)
    theirs = edited(("why: polite", "why: polite to everybody"), base=base)
    assert by_lines(base.encode(), ours, theirs, Markers()).clean
    outcome = merge(base.encode(), ours, theirs)
    assert (("people", "cio", "attitude", "2021-01-01"),) == outcome.disputed
    assert data_of(theirs) == data_of(chosen(outcome.raw, "theirs"))
    assert ours == chosen(outcome.raw, "ours")


def test_two_disputes_are_two_conflicts() -> None:
    ours = edited(("title: CIO", "title: Head"), ("due: 2021-03-01", "due: 2021-04-01"))
    theirs = edited(("title: CIO", "title: Chief"), ("due: 2021-03-01", "due: 2021-05-01"))
    outcome = merged(ours, theirs)
    assert 2 == len(conflicts(outcome)) == len(outcome.disputed)
    assert data_of(theirs) == data_of(chosen(outcome.raw, "theirs"))
    assert ours == chosen(outcome.raw, "ours")


def test_files_that_have_no_ancestor_are_united() -> None:
    ours = b"deal: A deal\ncustomer: S\npeople:\n  cio: {title: CIO}  # met\n"
    theirs = b"customer: S\ndeal: A deal\nowner: li\npeople:\n  cto: {title: CTO}  # seen\n"
    outcome = merge(b"", ours, theirs)
    assert outcome.clean
    assert {"cio": {"title": "CIO"}, "cto": {"title": "CTO"}} == data_of(outcome.raw)["people"]
    assert b"# met" in outcome.raw
    assert b"# seen" in outcome.raw


def test_two_new_things_of_one_id_are_not_mixed() -> None:
    ours = edited(("actions:\n", "actions:\n  call: {what: Call the CIO, due: 2021-05-01}\n"))
    theirs = edited(("actions:\n", "actions:\n  call: {what: Call the CTO, owner: li}\n"))
    outcome = merged(ours, theirs)
    assert (("actions", "call"),) == outcome.disputed
    assert {"what": "Call the CTO", "owner": "li"} == data_of(chosen(outcome.raw, "theirs"))["actions"]["call"]
    assert {"what": "Call the CIO", "due": "2021-05-01"} == data_of(chosen(outcome.raw, "ours"))["actions"]["call"]


def test_what_is_valid_on_both_sides_and_not_together_is_a_dispute() -> None:
    base = BASE.replace("amount: {low: 100, high: 200, currency: CNY}", "checkpoints: {2021-05-31: a}").encode()
    ours = base.replace(b"{2021-05-31: a}", b"{2021-05-31: a, 2021-08: b}")
    theirs = base.replace(b"{2021-05-31: a}", b"{2021-05-31: a, 2021-08-31: c}")
    outcome = merge(base, ours, theirs)
    assert (("checkpoints",),) == outcome.disputed
    assert data_of(theirs) == data_of(chosen(outcome.raw, "theirs"))


def test_comments_order_quotes_and_line_ends_of_ours_stay() -> None:
    ours = edited(("title: CIO", "title: 'CIO'   # the one who signs"), ("deal: A deal\n", 'deal: "A deal"\n')).replace(
        b"\n", b"\r\n"
    )
    theirs = edited(
        ("title: CTO", "title: Technical head"), ("customer: Somebody\n", "customer: Somebody\nowner: li\n")
    )
    outcome = merged(ours, theirs)
    assert outcome.clean
    assert b"title: 'CIO'   # the one who signs\r\n" in outcome.raw
    assert b'deal: "A deal"\r\ncustomer: Somebody\r\nowner: li\r\n' in outcome.raw
    assert outcome.raw.count(b"\n") == outcome.raw.count(b"\r\n")


def test_the_comments_of_both_are_there_at_their_places() -> None:
    ours = edited(("title: CIO", "title: Head  # since May"), ("actions:\n", "# ours: what next\nactions:\n"))
    theirs = edited(
        ("title: CIO", "title: Chief  # says his card"),
        ("actions:\n", "# theirs: to do\nactions:\n"),
        ("CTO}", "CTO}  # new"),
    )
    outcome = merged(ours, theirs)
    text = outcome.raw.decode()
    for comment in ("# since May", "# ours: what next", "# says his card", "# theirs: to do", "# new", "# our deal"):
        assert 1 <= text.count(comment), comment
    assert "  cto: {title: CTO}  # new\n" in text
    assert "# theirs: to do\nactions:\n" in text


def test_a_byte_order_mark_and_a_missing_last_line_break_stay() -> None:
    ours = b"\xef\xbb\xbf" + edited(("title: CIO", "title: Head"))[:-1]
    theirs = edited(("title: CIO", "title: Chief"), ("CTO}", "Technical head}"))
    outcome = merge(b"\xef\xbb\xbf" + BASE.encode(), ours, theirs)
    assert outcome.raw.startswith(b"\xef\xbb\xbf")
    assert not outcome.raw.endswith(b"\n")
    assert data_of(theirs) == data_of(chosen(outcome.raw, "theirs"))


UNREADABLE = {
    "ours": (b"deal: [\ncustomer: S\nowner: a\n", b"deal: x\ncustomer: S\nowner: b\n"),
    "theirs": (b"deal: x\ncustomer: S\nowner: b\n", b"deal: [\ncustomer: S\nowner: a\n"),
    "no text": (b"deal: x\ncustomer: \xff\nowner: b\n", b"deal: x\ncustomer: S\nowner: a\n"),
    "markers already": (b"deal: x\n<<<<<<< HEAD\nowner: c\n=======\nowner: d\n>>>>>>> x\n", b"deal: x\nowner: a\n"),
    "not ours": (b"services:\n  web: 1\n", b"services:\n  web: 2\n"),
}


@pytest.mark.parametrize(("ours", "theirs"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_merged_by_lines_and_no_line_is_lost(ours: bytes, theirs: bytes) -> None:
    base = b"deal: x\ncustomer: S\nowner: o\n" if b"deal" in ours else b"services:\n  web: 0\n"
    outcome = merge(base, ours, theirs)
    assert not outcome.clean
    assert () == outcome.disputed
    there = outcome.raw.splitlines()
    assert not {line for line in (*ours.splitlines(), *theirs.splitlines()) if line not in base.splitlines()} - set(
        there
    )


def test_a_key_that_waits_for_its_value_is_no_nothing() -> None:
    ours = edited(("title: CTO}", "title: CTO, role: user}"))
    theirs = edited(("title: CTO}", "title: CTO, prefers to be called}"))
    outcome = merged(ours, theirs)
    assert not outcome.clean
    assert b"role: user" in outcome.raw
    assert b"prefers to be called" in outcome.raw


def test_markers_are_as_long_and_named_as_git_wants_them() -> None:
    ours, theirs = edited(("title: CIO", "title: Head")), edited(("title: CIO", "title: Chief"))
    raw = merge(BASE.encode(), ours, theirs, Markers("HEAD", "feature/价格", 9)).raw.decode()
    assert f"{'<' * 9} HEAD\n" in raw
    assert f"{'=' * 9}\n" in raw
    assert f"{'>' * 9} feature/价格\n" in raw


OTHER_KINDS = {
    "an account": (
        "kind: account\nname: Somebody\npeople:\n  cio: {title: CIO}\n  cto: {title: CTO}\n",
        ("title: CIO", "title: Head"),
        ("title: CTO", "title: Technical head"),
    ),
    "a competitor": (
        "kind: competitor\nname: North\npartners: [a, b]\nnote: x\n",
        ("partners: [a, b]", "partners: [a, b, c]"),
        ("note: x", "note: y"),
    ),
    "a playbook": (
        "kind: playbook\nid: ours\nversion: '1'\nextends: five-steps\nname: Our method\nlanguage: en\n",
        ("name: Our method", "name: The method"),
        ("language: en", "language: zh"),
    ),
}


@pytest.mark.parametrize(("base", "mine", "yours"), OTHER_KINDS.values(), ids=OTHER_KINDS)
def test_every_kind_of_file_is_merged(base: str, mine: tuple[str, str], yours: tuple[str, str]) -> None:
    outcome = merge(base.encode(), edited(mine, base=base), edited(yours, base=base))
    assert outcome.clean
    assert edited(mine, yours, base=base) == outcome.raw


def test_of_a_list_whose_order_may_mean_something_there_is_no_union() -> None:
    base = "kind: competitor\nname: North\npartners: [a, b]\n"
    ours, theirs = (edited(("[a, b]", new), base=base) for new in ("[a, b, c]", "[d, a, b]"))
    outcome = merge(base.encode(), ours, theirs)
    assert (("partners",),) == outcome.disputed
    assert ours == chosen(outcome.raw, "ours")
    assert theirs == chosen(outcome.raw, "theirs")
