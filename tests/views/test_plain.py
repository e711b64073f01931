from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winsell.views.plain import MOST_MARKS, show

NEVER = {
    *range(0x20),
    *range(0x7F, 0xA0),
    0x00AD,
    0x061C,
    0x200B,
    *range(0x200E, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0x3164,
    0xFEFF,
    *range(0xFDD0, 0xFDF0),
    *range(0xD800, 0xE000),
    *range(0xE0000, 0xE0080),
    *(plane * 0x10000 + low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
}
"""What may never be printed, wherever it stands; joiners and selectors have places where they may."""

characters = st.one_of(
    st.characters(codec=None),
    st.sampled_from("\x1b\x00\n\r\t\x7f\x85\u061c\u200b\u200c\u200d\u200e\u202e\u2028\u2066\ufe0e\ufe0f\ufeff\uffff"),
    st.sampled_from("\ud800\udc00\U000e0041\U000e0100\u0301\u0338\u20e3\u0940\u094d"),
    st.sampled_from("a1#—，”…葛کشק👨👩❤🏽🇨☝"),
)
texts = st.text(characters, max_size=60)


@given(texts)
def test_showing_twice_is_showing_once(text: str) -> None:
    assert show(show(text)) == show(text)


@given(texts)
def test_nothing_that_acts_or_hides_is_shown(text: str) -> None:
    assert not NEVER & set(map(ord, show(text)))


@given(texts)
def test_no_letter_carries_a_heap_of_marks(text: str) -> None:
    stacked = "".join("m" if unicodedata.category(one) in {"Mn", "Me"} else "-" for one in show(text))
    assert "m" * (MOST_MARKS + 1) not in stacked


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u3164\uffa0")))
def test_letters_digits_and_signs_of_any_script_come_back_as_they_are(text: str) -> None:
    hidden = "".join(one for one in text if one in "\u115f\u1160\u17b4\u17b5")
    assert hidden or show(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Meet the CIO, 23 % (10-50)",
        r"C:\new\x1b",
        "销售与服务数字化：（一期）“价值主张”……——",
        "葛\U000e0100飾区",
        "الشركة السعودية للتقنية",
        "مُحَمَّدٌ رَسُولٌ",
        "בְּרֵאשִׁית בָּרָא",
        "می\u200cخواهم",
        "क्षत्रिय श्री",
        "ශ්\u200dරී ලංකා",
        "Việt Nam, Éva, A\u030angstro\u0308m",
        "กำลังดี",
        "👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f 1\ufe0f\u20e3 🇨🇳 👍🏽 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 ☎\ufe0e",
        "e-mail: x@example.com; 1\u00a0000\u202f€",
    ],
)
def test_honest_text_is_the_same_object(text: str) -> None:
    assert show(text) is text or show(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x9b31m", r"\x9b31m"),
        ("a\x7f\x85", r"a\x7f\x85"),
        ("safe\u202etxt.exe", r"safe\u202etxt.exe"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("a\u200db", r"a\u200db"),
        ("a\u200cb", r"a\u200cb"),
        ("a\ufe0f", r"a\ufe0f"),
        ("❤\ufe0f\u200d", "❤\ufe0f\\u200d"),
        ("a\ud800", r"a\ud800"),
        ("a\U000e0041", r"a\U000e0041"),
        ("a\U0010ffff", r"a\U0010ffff"),
        ("a" + "\u0301" * 60 + "b", "a" + "\u0301" * 4 + "[+56]b"),
        ("one\ntwo\r\nthree\tfour", "one two three four"),
        ("a\rb\x0bc\x0cd", r"a\x0db\x0bc\x0cd"),
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
    ],
)
def test_what_does_not_show_is_spelt_out(text: str, shown: str) -> None:
    assert shown == show(text)


def test_a_family_has_an_end() -> None:
    shown = show("\u200d".join("👨" * 500))
    assert max(len(run) for run in re.findall("(?:👨\u200d?)+", shown)) <= 16


def test_a_large_hostile_text_takes_no_time() -> None:
    for text in ("\u0301" * 200_000, " \n" * 100_000, "👨\u200d" * 70_000, "—" * 200_000, "\x1b" * 200_000):
        assert show(text)
