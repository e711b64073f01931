"""What is mended in a file, and what is left alone because it could mean two things."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import ROOT, Plain, any_deal
from winsell.store.load import KINDS, as_model
from winsell.store.mend.forms import amount_form, day_form, id_form, number_form
from winsell.store.mend.mend import mend
from winsell.store.write_yaml import write_yaml
from winsell.store.yaml_reader import read_yaml

HEAD = "deal: A\ncustomer: B\n"
FORMS = ("{y}/{m}/{d}", "{y}年{m}月{d}日", "{y}-{m}-{d}")
NAME = "deals/nowhere.yaml"
BROKEN = sorted((ROOT / "tests" / "errors").glob("*/*/deal.yaml"))
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))


def mended(text: str) -> str:
    return mend(NAME, text.encode()).after.decode()


def body(text: str) -> str:
    """What becomes of the lines below the two that every deal has."""
    return mended(HEAD + text).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2026-1-5", "2026-01-05"),
        ("2026/01/05", "2026-01-05"),
        ("2026/1/5", "2026-01-05"),
        ("2026.1.5", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("2026 年 1 月 5 日", "2026-01-05"),
        ("2026年1月5号", "2026-01-05"),
        ("２０２６－０１－０５", "2026-01-05"),
        ("２０２６年１月５日", "2026-01-05"),
        ("2026/1", "2026-01"),
        ("2026年11月", "2026-11"),
        ("20260105", "2026-01-05"),
        ("05/01/2026", None),
        ("5.1.2026", None),
        ("26-01-05", None),
        ("2026-2-30", None),
        ("2026/13/1", None),
        ("2026-1-5 10:00", None),
        ("2026.1", None),
        ("2026/1-5", None),
        ("1月5日", None),
        ("soon", None),
        ("2026-01-05", None),
    ],
)
def test_a_day_is_mended_if_it_can_only_be_one(wrong: str, right: str | None) -> None:
    assert right == day_form(wrong)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("CIO", "cio"),
        ("IT_Head", "it-head"),
        ("it head", "it-head"),
        ("ＣＩＯ", "cio"),
        ("it－head", "it-head"),
        ("IT - Head", "it-head"),
        ("科长", None),
        ("a.b", None),
        ("O'Brien", None),
        ("x" * 41, None),
        ("cio", None),
        ("_", None),
    ],
)
def test_an_id_is_mended_if_nothing_is_lost(wrong: str, right: str | None) -> None:
    assert right == id_form(wrong)


def test_numbers_are_mended_if_all_that_is_wrong_is_their_width() -> None:
    assert ["80", "-5", "62.5", None, None, None] == [
        number_form(one) for one in ("８０", "－５", "６２．５", "80 %", "010", "80")
    ]
    assert ["1800万", "18m", None, None] == [amount_form(one) for one in ("１８００万", "１８m", "1,800", "viel")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("stage: {2026/1/5: lead, 2026年2月3日: x}\n", "stage: {2026-01-05: lead, 2026-02-03: x}\n"),
        ("checkpoints: {2026/1/5: a}\n", "checkpoints: {2026-01-05: a}\n"),
        ('events: {e: {deadline: "2026/1/5"}}\n', 'events: {e: {deadline: "2026-01-05"}}\n'),
        ("stage: {２０２６－０１－０５: lead}\n", "stage: {2026-01-05: lead}\n"),
        ("us: {fit: ８０}\nranking: ２\n", "us: {fit: 80}\nranking: 2\n"),
        ('us: {fit: "８０"}\n', 'us: {fit: "８０"}\n'),
        ("people: {a: {role：user，contact: deep}}\n", "people: {a: {role: user, contact: deep}}\n"),
        ("people: {a: {role: user，contact：deep}}\n", "people: {a: {role: user, contact: deep}}\n"),
        (
            "people: {a: {role：user，title: 主任，主管：信息}}\n",
            "people: {a: {role: user, title: 主任，主管：信息}}\n",
        ),
        ("amount：{low: 1800000，currency: CNY}\n", "amount: {low: 1800000, currency: CNY}\n"),
        ("note：他说：好，再看\n", "note: 他说：好，再看\n"),
        ("activities:\n  － {on: 2026-01-05, what: 见面}\n", "activities:\n  - {on: 2026-01-05, what: 见面}\n"),
        (
            "people: {a: {}, b: {}}\nactivities:\n  - {on: 2026-1-5, with: [a，b、a], what: x}\n",
            "people: {a: {}, b: {}}\nactivities:\n  - {on: 2026-01-05, with: [a, b, a], what: x}\n",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_in_one_way_is_mended(before: str, after: str) -> None:
    assert after == body(before)


@pytest.mark.parametrize(
    "text",
    [
        "actions: {a: {what: x, due: 05/01/2026}}\n",
        "reviews:\n  - {on: 2026-01-05, with: [李，王]}\n",
        "people: {科长: {}}\n",
        "us: {fit: 80 %}\n",
        "peeple: {a: {}}\n",
        "people: {a: {role: chief}}\n",
        "价格：三百万\n",
        "stage: {2026-01-05: lead, 2026/1/5: qualification}\n",
        "people: {CIO: {}, cio: {}}\nchairs: {payer: CIO}\n",
        "people: {IT_Head: {}, it head: {}}\n",
        "us: {2026/1/5: 80}\n",
    ],
)
def test_what_could_mean_two_things_is_left_alone(text: str) -> None:
    assert text == body(text)


def test_every_reference_goes_with_an_id() -> None:
    before = """\
people:
  {IT}: {role: approver, reports_to: {CFO}, contact: {2026-02-03: {is: deep, why: IT_Head said it, source: {IT}}}}
  {CFO}: {role: user}
chairs: {payer: {CFO}}
sources: {{IT}: {person: {IT}, scope: decision}}
value: {fast: {claim: quick, kind: solution, matters_to: [{IT}, {CFO}]}}
activities:
  - {on: 2026-02-03, with: [{IT}, {CFO}], what: met IT_Head}
actions:
  a: {for: people.{IT}, what: See IT_Head}
accepted:
  WSP102.people.{IT}: {reason: IT_Head is away}
note: IT_Head and CFO
"""
    wrong = before.replace("{IT}", "IT_Head").replace("{CFO}", "CFO")
    assert before.replace("{IT}", "it-head").replace("{CFO}", "cfo") == body(wrong)


def test_an_id_after_which_a_file_is_called_stays(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "Big_Co.yaml").write_text("kind: account\nname: Big\n", "utf-8")
    path = str(tmp_path / "deal.yaml")
    for id_, right in (("Big_Co", "Big_Co"), ("Other_Co", "other-co")):
        assert f"{HEAD}account: {right}\n".encode() == mend(path, f"{HEAD}account: {id_}\n".encode()).after


def test_comments_breaks_and_the_mark_of_the_encoding_stay() -> None:
    before = "\ufeff# mine：a，b\r\ndeal：A   # 名：x\r\n\r\ncustomer: B，C\r\nstage: {2026/1/5: lead}  # 2026/1/5"
    after = "\ufeff# mine：a，b\r\ndeal: A   # 名：x\r\n\r\ncustomer: B，C\r\nstage: {2026-01-05: lead}  # 2026/1/5"
    assert after.encode() == mend(NAME, before.encode()).after


def test_what_is_left_is_told() -> None:
    found = mend(NAME, (HEAD + "us：{fit: ８０}\nactions: {a: {what: x, due: 05/01/2026}}\n").encode())
    assert [("bad-date", 4)] == [(one.code, one.line) for one in found.left]


def test_other_kinds_of_files_are_mended_by_their_own_form() -> None:
    account = "kind: account\nname: A\npeople: {IT_Head: {since: 2026/1/5}}\n"
    assert "kind: account\nname: A\npeople: {it-head: {since: 2026-01-05}}\n" == mended(account)
    playbook = "kind：playbook\nid: Ours\nversion: '1'\n"
    assert "kind: playbook\nid: Ours\nversion: '1'\n" == mended(playbook)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parent.parent.name}-{path.parent.name}")
def test_no_broken_file_gets_worse_and_a_second_time_changes_nothing(path: Path) -> None:
    raw = path.read_bytes()
    once = mend(str(path), raw)
    again = mend(str(path), once.after)
    assert again.after == once.after
    assert again.left == once.left
    document, problems = read_yaml(raw)
    if document is None:
        assert read_yaml(once.after)[0] is not None or len(once.left) <= len(problems)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_valid_file_stays_as_it_is(path: Path) -> None:
    raw = path.read_bytes()
    assert raw == mend(str(path), raw).after


@given(any_deal)
def test_any_valid_deal_stays_as_it_is(deal: Plain) -> None:
    raw = write_yaml({"deal": "A", "customer": "B"} | deal).encode()
    document, problems = read_yaml(raw)
    assert document is not None, problems
    as_model("x", document, KINDS["deal"])
    found = mend(NAME, raw)
    assert (raw, ()) == (found.after, found.left)


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(("{y}/{m}/{d}", "{y}年{m}月{d}日", "{y}-{m}-{d}"))
)
def test_any_day_is_the_day_that_was_meant(day: date, form: str) -> None:
    wrong = form.format(y=day.year, m=day.month, d=day.day)
    assert day_form(wrong) in ({day.isoformat()} if wrong != day.isoformat() else {None})
