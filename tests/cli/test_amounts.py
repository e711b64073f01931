"""A sum of money is read alike wherever it is typed: as an option, as a value, as an answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_interviews import Shown, Typed
from winsell.cli.app import run
from winsell.store.load import load_case

READ: dict[str, dict[str, Any]] = {
    "500万元": {"low": "500万", "currency": "CNY"},
    "５００万元": {"low": "500万", "currency": "CNY"},
    "1.8亿 CNY": {"low": "1.8亿", "currency": "CNY"},
    "1.8亿-2亿元": {"low": "1.8亿", "high": "2亿", "currency": "CNY"},
    "￥500万": {"low": "500万", "currency": "CNY"},
    "480万美元": {"low": "480万", "currency": "USD"},
    "3m EUR": {"low": "3m", "currency": "EUR"},
    "3mEUR": {"low": "3m", "currency": "EUR"},
    "3 M eur": {"low": "3m", "currency": "EUR"},
    "€3m": {"low": "3m", "currency": "EUR"},
    "€3m - €4m": {"low": "3m", "high": "4m", "currency": "EUR"},
    "3000000.50 EUR": {"low": "3000000.50", "currency": "EUR"},
}
REFUSED = {
    "3,000,000": "3000000",
    "3 000 000 EUR": "3000000 EUR",
    "3.000.000 €": "3000000 EUR",
    "1,5m EUR": "1.5m EUR",
    "18-20m": "18m-20m",
    "6m-4.8m EUR": "4.8m-6m EUR",
    "600万-480万元": "480万-600万 CNY",
}
NO_SUM = ("much", "3 mio", "EUR 3m USD", "€3m-$4m")
NO_CURRENCY = ("500万", "1.8亿", "3m", "3000000")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deals").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")


def amount(name: str = "d") -> dict[str, Any]:
    data: Any = load_case(f"deals/{name}.yaml").document.data
    return {key: str(one) for key, one in data["amount"].items()}


def given(text: str) -> int:
    return run(["new", "d", "--deal", "D", "--customer", "C", "--amount", text, "--lang", "en"])


def put(text: str) -> int:
    Path("deals/d.yaml").write_text("deal: D\ncustomer: C\n", "utf-8")
    return run(["set", "d", "amount", text, "--lang", "en"])


@pytest.mark.parametrize("way", [given, put])
@pytest.mark.parametrize("text", READ)
def test_a_sum_is_read(way: Any, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert way(text) in (0, 1), capsys.readouterr()
    assert READ[text] == amount()


@pytest.mark.parametrize("way", [given, put])
@pytest.mark.parametrize("text", [*REFUSED, *NO_SUM])
def test_what_may_be_two_sums_or_none_is_refused_with_the_form(
    way: Any, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == way(text)
    assert (f"write {REFUSED[text]}" if text in REFUSED else "write one like 4.8m") in capsys.readouterr().err


@pytest.mark.parametrize("text", [*READ, *REFUSED, *NO_SUM])
def test_a_sum_is_read_as_an_answer(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Shown()
    monkeypatch.setattr(sys, "stdin", Typed(f"C\nD\n{text}\n" + "\n" * 20))
    monkeypatch.setattr(sys, "stdout", out)
    run(["new", "d", "--lang", "en"])
    if text in READ:
        assert READ[text] == amount()
    else:
        said = " ".join(out.getvalue().split())
        assert (f"type {REFUSED[text]}" if text in REFUSED else "is no sum: type one like") in said
        assert "amount" not in Path("deals/d.yaml").read_text("utf-8").split("matches")[0]


@pytest.mark.parametrize("way", [given, put])
@pytest.mark.parametrize("text", NO_CURRENCY)
def test_a_sum_without_a_currency_is_asked_for_it(way: Any, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == way(text)
    assert "currency" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "written"), [("５m", "5m"), ("5 M", "5m"), ("500万", "500万")])
def test_an_end_of_a_sum_is_read_alike(text: str, written: str) -> None:
    put("3m EUR")
    assert 0 == run(["set", "d", "amount.high", text])
    assert written == amount()["high"]


def test_an_end_that_cannot_be_read_is_refused_with_the_form(capsys: pytest.CaptureFixture[str]) -> None:
    put("3m EUR")
    assert 3 == run(["set", "d", "amount.high", "3,000,000", "--lang", "en"])
    assert "write 18000000, 18m or 1800万" in capsys.readouterr().err
