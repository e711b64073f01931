"""What somebody typed, read as an answer to a question.

In: a question, a text, the labels of its choices as the reader sees them, and the day. Out: an answer, or a
`NotUnderstoodError` with the sentence that says what may be typed. An empty line is for whoever asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

from pydantic_core import PydanticCustomError

from winsell.base.blank import is_blank, says_nothing
from winsell.base.fact import Say
from winsell.base.listed import listed
from winsell.base.question import Answer, Question
from winsell.base.scalar import parse_day
from winsell.base.typed_day import written_day
from winsell.deal.deal import Price
from winsell.deal.money import NoCurrencyError, SwappedPriceError, UnclearPriceError, price

LONGEST = 2000
"""Characters of one answer; what is longer was pasted by mistake."""
_HUNDRED = 100
_SHORT = {"y": "yes", "n": "no"}
_ANY = "XXX"
"""The code for no currency (ISO 4217)."""
_UNSEEN = frozenset({"Cc", "Cs", "Cn", "Co"})
_KEYS_ONLY = re.compile(r"\d+(?:\s*(?:\band\b|[&+和与跟及]|-(?=\s*\d)|\s)\s*\d+)+", re.IGNORECASE)
_RANGE = re.compile(r"\b(\d{1,2})\s*-\s*(\d{1,2})\b")
"""Keys with blanks or a word between them, or from one to another."""


class NotUnderstoodError(ValueError):
    """The text is no answer to the question."""

    def __init__(self, say: Say, half: str = "") -> None:
        """Keep the sentence for the reader, and what needs only to be completed by the next line."""
        super().__init__(say.code)
        self.say = say
        self.half = half


def understood(question: Question, text: str, labels: Mapping[str, str], on: date) -> Answer:
    """Read a line that is not empty; `labels` gives for each value of a choice the words shown for it."""
    text = _cleaned(text)
    may_be_none = question.may_be_none or question.takes in ("choice", "several")
    if may_be_none and says_nothing(text) and _chosen(question, text, labels) is None:
        return None  # where no answer says `still unknown`, it is left as it is, which says the same
    if question.takes in ("several", "names"):
        return tuple(dict.fromkeys(_one(question, part, labels, on) for part in _parts(question, text)))
    return _one(question, text, labels, on)


def completed(question: Question, half: str, text: str, labels: Mapping[str, str], on: date) -> Answer:
    """Read a line that may be only what the one before it lacked: `EUR` behind `4.8m`."""
    if half:
        with suppress(NotUnderstoodError):
            return understood(question, f"{half} {text}", labels, on)
    return understood(question, text, labels, on)


def _parts(question: Question, text: str) -> Iterator[str]:
    """Part what was typed for several: keys also where only a blank, a word or a dash is between them."""
    numbered = any(choice.key.isdecimal() for choice in question.choices)
    for part in listed(text):
        if not (numbered and _KEYS_ONLY.fullmatch(part)):
            yield part
            continue
        yield from re.findall(r"\d+", _RANGE.sub(_spread, part))


def _spread(ends: re.Match[str]) -> str:
    first, last = sorted(map(int, ends.groups()))
    return " ".join(map(str, range(first, last + 1)))


def _cleaned(text: str) -> str:
    """Make one line of what was typed or pasted; what cannot be seen is refused, since nobody meant it."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(text) > LONGEST:
        raise NotUnderstoodError(Say("ask.too-long", {"limit": LONGEST}))
    if is_blank(text) or any(unicodedata.category(one) in _UNSEEN or one == "\ufeff" for one in text):
        raise NotUnderstoodError(Say("ask.bad-character"))
    return text


def _one(question: Question, text: str, labels: Mapping[str, str], on: date) -> str:
    chosen = _chosen(question, text, labels)
    if chosen is not None:
        return chosen
    match question.takes:
        case "names" if text and not any(one.isalnum() for one in text):
            raise NotUnderstoodError(Say("ask.no-name", {"text": text}))
        case "text" | "names" if text and not _is_mistyped_key(question, text):
            return text
        case "number":
            return _number(text)
        case "day":
            return _day(text, on)
        case "amount":
            return _amount(text, question.currencies)
    raise NotUnderstoodError(Say("ask.no-such-choice", {"text": text, "keys": tuple(c.key for c in question.choices)}))


def _is_mistyped_key(question: Question, text: str) -> bool:
    """Tell whether a number was typed beside the keys that are shown: nobody is called `4`."""
    return text.isdecimal() and any(choice.key.isdecimal() for choice in question.choices)


def _chosen(question: Question, text: str, labels: Mapping[str, str]) -> str | None:
    """Find the choice by its key, its word in the file, or the only label that begins so; `y` and `n` are words too."""
    typed = text.casefold()
    for choice in question.choices:
        if typed in (choice.key, choice.value.casefold(), labels.get(choice.value, "").casefold()):
            return choice.value
    if question.takes not in ("choice", "several"):
        return None  # a text that happens to begin like a name is a text
    short = _SHORT.get(typed)
    if any(one.value == short for one in question.choices):
        return short
    begins = [one.value for one in question.choices if labels.get(one.value, "").casefold().startswith(typed)]
    return begins[0] if typed and len(begins) == 1 else None


def _number(text: str) -> str:
    if text.isascii() and text.isdecimal() and int(text) <= _HUNDRED:
        return str(int(text))
    raise NotUnderstoodError(Say("ask.no-number", {"text": text}))


def _day(text: str, on: date) -> str:
    written = written_day(text, on)
    try:
        parse_day(written, month_end=True)
    except PydanticCustomError:
        raise NotUnderstoodError(Say("ask.no-day", {"text": text})) from None
    return written


def _amount(text: str, currencies: tuple[str, ...]) -> str:
    try:
        Price.model_validate(price(text, currencies))
    except NoCurrencyError:
        _amount(text, (_ANY,))  # a wrong sum is told before a missing currency
        raise NotUnderstoodError(Say("ask.no-currency", {"text": text}), half=text) from None
    except UnclearPriceError as error:
        code = "ask.grouped-amount" if error.grouped else "ask.unclear-amount"
        raise NotUnderstoodError(Say(code, {"text": text, "right": error.right})) from None
    except SwappedPriceError as error:
        raise NotUnderstoodError(Say("ask.swapped-amount", {"text": text, "right": error.right})) from None
    except ValueError:
        raise NotUnderstoodError(Say("ask.no-amount", {"text": text})) from None
    return text
