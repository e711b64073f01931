"""`winsell diff`: between two days, two revisions or the last review; what changed, and why the number moved."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.store.test_git import commit, git
from winsell.cli.app import run

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = "examples/sales-digitalisation.yaml"
BASE = """\
id: a-deal
deal: A deal
customer: A customer
stage: {2026-03-01: lead}
people:
  cio: {role: approver, attitude: {2026-05-02: {is: neutral, why: listened, how: said}}}
"""


@pytest.fixture(autouse=True)
def folder(among_examples: Path) -> Path:
    return among_examples


def told(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run(["diff", *argv])
    out, err = capfd.readouterr()
    return out if code == 0 else err


def data(capfd: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(capfd, *argv, "--json"))
    return found


# Two days.


def test_the_poc_round_of_the_worked_case_reads_as_the_article_tells_it(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, EXAMPLE, "2021-10", "2021-11")
    for line in (
        "From 31 Oct 2021 (reference visits) to 30 Nov 2021 (POC)",
        "The win probability moved by +18 points: 41 % now, 23 % before",
        "Decision-chain score: +39 now, +4 before",
        "Key persons known: 6 of 7 now, 3 of 7 before",
        "IT director: for us now, neutral before: defended our design before his team (POC, saw it done)",
        "Win probability 23 % before, 41 % now, because:",
        "+1 point: ",
    ):
        assert line in said
    assert "1 points" not in said


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        ("2021-03", "2021-05", 'Event "project approved": confirmed: approved at the end of last year (IT liaison)'),
        ("2021-06", "2021-08", "Key persons known: 2 of 7 now, 0 of 7 before"),
        ("2021-08", "2021-10", "Project behaviour, money: known: seven years ago 6 + 4 + 6 million (IT liaison)"),
        ("2021-11", "2021-12", 'Sign "they consulted our solution while writing the tender": there'),
        ("2021-12", "2022-01", "Outcome: won: first in the second quoting round"),
    ],
)
def test_each_other_round_tells_what_it_brought(
    capfd: pytest.CaptureFixture[str], first: str, second: str, line: str
) -> None:
    assert line in told(capfd, EXAMPLE, first, second)


ROUNDS = ("2021-03", "2021-05", "2021-06", "2021-08", "2021-10", "2021-11", "2021-12", "2022-01")


@pytest.mark.parametrize(("first", "second"), [(a, b) for at, a in enumerate(ROUNDS) for b in ROUNDS[at:]])
def test_the_shares_sum_exactly_to_the_difference(capfd: pytest.CaptureFixture[str], first: str, second: str) -> None:
    moved = data(capfd, EXAMPLE, first, second)["moved"]
    ends = [moved[end]["value"] for end in ("before", "after")]
    if None in ends:
        assert ([], None) == (moved["shares"], moved["moved"])
        return
    assert abs(sum(share["moved"] for share in moved["shares"]) - moved["moved"]) < 1e-5
    assert abs(ends[1] - ends[0] - moved["moved"]) < 2e-6


def test_a_day_and_itself_have_no_difference(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Nothing changed" in told(capfd, EXAMPLE, "2021-11", "2021-11-30")
    assert [] == data(capfd, EXAMPLE, "2021-11", "2021-11-30")["changes"]


def test_what_time_alone_did_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "examples/team/truck-cab-mes.yaml", "2026-09-30", "2026-10-05")
    assert "as an inside source last noted on 6 Jul 2026, too long ago to count" in said
    assert "what we knew has grown older" in said


def test_what_happened_on_one_day_in_the_same_words_is_all_told(capfd: pytest.CaptureFixture[str]) -> None:
    deal = BASE.replace("approver,", "approver, name: Zhang,").replace(
        "people:", "people:\n  cfo: {name: Wang, role: evaluator}"
    )
    deal += """activities:
  - {on: 2026-11-10, with: [cio], what: Visit}
  - {on: 2026-11-10, with: [cfo], what: Visit}
  - {on: 2026-11-10, with: [cfo], what: Visit (2)}
reviews:
  - {on: 2026-11-11, by: Anna, verdict: watch}
  - {on: 2026-11-11, by: Anna, verdict: stop}
"""
    said = told(capfd, write(deal), "2026-11-01")
    assert ["Zhang: Visit", "Wang: Visit"] == [who for who in ("Zhang: Visit", "Wang: Visit") if who in said]
    assert ["Anna: watch", "Anna: stop"] == [word for word in ("Anna: watch", "Anna: stop") if word in said]
    happened = [one["where"] for one in data(capfd, "a.yaml", "2026-11-01")["changes"]]
    assert 3 == sum(where.startswith("activities.2026-11-10") for where in happened)


@pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")
def test_what_is_gone_keeps_its_name_and_is_no_talk(capfd: pytest.CaptureFixture[str]) -> None:
    deal = """deal: D
customer: C
people:
  zhang: {name: Zhang, title: CIO, role: decider, function: it}
competitors:
  acme: {name: Acme Corp, kind: company, fit: 60, relation: 50, price: 50}
  big: {name: Big Corp, kind: incumbent, fit: 20, relation: 20, price: 50}
events:
  rule: {strength: strong, name: R, deadline: 2027-09-01,
    status: {2026-08-01: {is: confirmed, source: %s, why: told}}}
us: {fit: 70, relation: 60, price: 50}
"""
    git("init", "-q")
    commit(deal % "zhang", "d.yaml", on="2026-10-01T10:00:00 +0800")
    write("".join(one for one in (deal % "the press").splitlines(keepends=True) if "acme" not in one), "d.yaml")
    said = told(capfd, "d.yaml", "HEAD")
    assert "what we know of Acme Corp" in said
    assert "What the customer told us last, on 1 Aug 2026, is no longer in the file" in said
    assert "talks to us again" not in said


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "two engineers, for Build a demo, granted: yes"), ("zh", "Build a demo要的two engineers批准了吗：是")],
)
def test_what_was_granted_is_told_in_a_sentence(capfd: pytest.CaptureFixture[str], language: str, line: str) -> None:
    action = "{what: Build a demo, due: 2026-12-01, resource: two engineers, granted: {2026-11-05: yes}}"
    said = told(capfd, write(f"{BASE}actions:\n  demo: {action}\n"), "2026-11-01", "--lang", language)
    assert line in said


# What is compared if nothing is said.


def write(text: str, name: str = "a.yaml") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("more", "since"),
    [
        ("checkpoints: {2026-06: demo}\nreviews:\n  - {on: 2026-05-10}\n  - {on: 2026-12-24}\n", "2026-05-10"),
        ("checkpoints: {2026-06: demo, 2026-12: end}\n", "2026-06-30"),
        ("", "2026-03-01"),
    ],
    ids=["last review", "last round", "first day"],
)
def test_without_a_day_it_looks_back_to_when_it_was_last_looked_at(
    capfd: pytest.CaptureFixture[str], more: str, since: str
) -> None:
    found = data(capfd, write(BASE + more))
    assert (since, "2026-11-23") == (found["before"]["on"], found["after"]["on"])


def test_a_deal_that_has_ended_is_compared_up_to_its_end(capfd: pytest.CaptureFixture[str]) -> None:
    found = data(capfd, EXAMPLE)
    assert ("2021-12-31", "2022-01-31") == (found["before"]["on"], found["after"]["on"])
    assert "the day it ended" in told(capfd, EXAMPLE)
    assert "the day it ended" not in told(capfd, EXAMPLE, "2021-10", "2021-11")


def test_two_names_alone_are_a_deal_that_does_not_change(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Nothing changed" in told(capfd, write("deal: A\ncustomer: B\n"))


def test_the_last_review_may_be_named(capfd: pytest.CaptureFixture[str]) -> None:
    path = write(BASE + "reviews:\n  - {on: 2026-05-10}\n  - {on: 2026-06-01}\n")
    assert "2026-06-01" == data(capfd, path, "last-review")["before"]["on"]
    assert "2026-05-10" == data(capfd, path, "last-review", "2026-05-20")["before"]["on"]
    assert "no review before 2026-05-10" in told(capfd, path, "last-review", "2026-05-10", code=2)


def test_a_deal_is_called_by_a_part_of_its_names(capfd: pytest.CaptureFixture[str]) -> None:
    Path("deals").mkdir()
    write(BASE, "deals/a.yaml")
    assert "a-deal" == data(capfd, "a cust")["deal"]["id"]


def test_what_is_no_day_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert "`2021-13` is no day" in told(capfd, EXAMPLE, "2021-13", code=2)


# Revisions.


needs_git = pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")


@pytest.fixture
def repository() -> str:
    git("init", "-q")
    commit(BASE, on="2026-05-04T10:00:00 +0800")
    grown = BASE.replace("}}}", "}, 2026-06-01: {is: supporter, why: asked for a date, how: act}}}")
    commit(grown + "owner: wang\n", on="2026-06-02T10:00:00 +0800")
    return "deals/a.yaml"


@needs_git
def test_a_revision_is_read_as_it_was_written_on_its_day(capfd: pytest.CaptureFixture[str], repository: str) -> None:
    found = data(capfd, repository, "HEAD~1", "HEAD")
    assert ["2026-05-04", "2026-06-02"] == [found[end]["on"] for end in ("before", "after")]
    assert {"owner", "people.cio.attitude"} <= {one["where"] for one in found["changes"]}
    said = told(capfd, repository, "HEAD~1", "HEAD")
    assert "Owner: wang" in said
    assert "4 May 2026, as written in HEAD~1 (Wang, " in said


@needs_git
def test_two_texts_may_be_looked_at_on_one_day(capfd: pytest.CaptureFixture[str], repository: str) -> None:
    found = data(capfd, repository, "HEAD~1", "HEAD", "--as-of", "2026-05-03")
    assert {"2026-05-03"} == {found[end]["on"] for end in ("before", "after")}
    assert ["owner"] == [one["where"] for one in found["changes"]]


@needs_git
@pytest.mark.parametrize("on", ["2026-06-02T10:00:00 +0800", "2099-01-01T10:00:00 +0800"])
def test_an_unchanged_deal_that_has_ended_has_no_difference_whenever_it_was_committed(
    capfd: pytest.CaptureFixture[str], on: str
) -> None:
    git("init", "-q")
    git("add", "examples/accounts")
    commit(Path(EXAMPLE).read_text(encoding="utf-8"), EXAMPLE, on=on)
    found = data(capfd, EXAMPLE, "HEAD")
    assert ["2022-01-31", "2022-01-31"] == [found[end]["on"] for end in ("before", "after")]
    assert [] == found["changes"]
    assert found["before"]["verdict"] == found["after"]["verdict"]


@needs_git
def test_no_text_was_written_later_than_today(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, repository: str
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-06-01")
    found = data(capfd, repository, "HEAD")
    assert ["2026-06-01", "2026-06-01"] == [found[end]["on"] for end in ("before", "after")]


@needs_git
def test_a_revision_is_found_through_a_rename_that_keeps_the_id(
    capfd: pytest.CaptureFixture[str], repository: str
) -> None:
    git("mv", repository, "deals/won.yaml")
    git("commit", "-q", "-m", "rename")
    assert "owner" in {one["where"] for one in data(capfd, "deals/won.yaml", "HEAD~2", "HEAD")["changes"]}


@needs_git
def test_a_revision_that_is_not_there_ends_with_four(capfd: pytest.CaptureFixture[str], repository: str) -> None:
    assert "no revision HEAD~9" in told(capfd, repository, "HEAD~9", code=4)
    assert "no revision --x" in told(capfd, repository, "HEAD", "--", "--x", code=4)
    commit("x: y\n", "other.txt")
    write(BASE, "deals/b.yaml")
    assert "was not in revision HEAD" in told(capfd, "deals/b.yaml", "HEAD", code=4)


@needs_git
def test_a_shallow_clone_says_how_to_get_the_rest(
    capfd: pytest.CaptureFixture[str], repository: str, folder: Path
) -> None:
    git("clone", "-q", "--depth", "1", folder.as_uri(), "clone")
    assert "git fetch --unshallow" in told(capfd, f"clone/{repository}", "HEAD~1", code=4)


@needs_git
def test_without_a_repository_a_revision_is_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    assert "not under git" in told(capfd, write(BASE), "HEAD", code=4)
    git("init", "-q")
    assert "nothing has been committed yet" in told(capfd, write(BASE), "HEAD", code=4)


@needs_git
def test_a_revision_in_which_the_file_was_not_valid_says_so(capfd: pytest.CaptureFixture[str], repository: str) -> None:
    commit(BASE + "colour: red\n")
    commit(BASE)
    said = told(capfd, repository, "HEAD~1", code=3)
    assert "not valid in revision HEAD~1: one problem" in said
    assert f"HEAD~1:{repository}:" in said


@needs_git
def test_what_an_author_is_called_acts_on_no_terminal(
    capfd: pytest.CaptureFixture[str], repository: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.store.test_git import ENV

    monkeypatch.setitem(ENV, "GIT_AUTHOR_NAME", "W\x1b[31mang\u202e")
    commit(BASE + "owner: li\n")
    said = told(capfd, repository, "HEAD~1", "HEAD")
    assert "W\\x1b[31mang\\u202e" in said
    assert "\x1b" not in said


# Formats and languages.


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("format_", ["terminal", "markdown"])
def test_every_format_speaks_every_language(capfd: pytest.CaptureFixture[str], language: str, format_: str) -> None:
    said = told(capfd, EXAMPLE, "2021-10", "2021-11", "--lang", language, "--format", format_, "--ascii")
    assert ("6 of 7" if language == "en" else "7人中6人") in said
