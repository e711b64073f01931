"""From what somebody types to what is meant: by name in either language, by id, by another word for it.

In: the things that have names, each under its address. Out: addresses. Case, spaces, dashes and the mark at the end of
a heading do not matter; a word's ending in -s does not either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from winsell.base.fact import Fact, Named, Say, Term
from winsell.words.aliases import ALIASES, HEADINGS
from winsell.words.catalogue import LANGUAGES, PROBLEM
from winsell.words.speak import Speaker

MOST_SUGGESTED = 3
_LONGEST = 100
"""Nothing that has a name is longer; what is longer is not compared, for that takes long."""
_ALIKE = 0.6
_GAP = re.compile(r"[\s_/-]+")
_EDGE = re.compile(r"^(?:the|an?) |[\s:;,?!。：；，？！]+$")
_NUMBER = re.compile(r"^(?:[a-d]\.|(?:step|步骤) ?[\d一二三四五]+[.:]|\d+[.:]?(?= )|\d+项)\s*")
"""What counts a heading or stands in it as a count: `A. `, `Step 2. `, `4 risks`."""
_LABEL = re.compile(r"(?<=\w):.*$")
"""What a line of a screen says behind its label."""
_AMOUNT = re.compile(r"(?<=[\s\u4e00-\u9fff])\s*[+-]?\d+(?:\.\d+)?\s*%?$")
"""How much of it a screen says behind a name: `max 50 %`, `Score +42`."""
_SET_BEFORE = re.compile(r"^\s*(?:(?:!!|!|[+-])\s+(?=\S)|\d{4}-\d\d-\d\d\s*[,，]\s*)")
"""What a row of a screen sets before a word: the sign of its colour, the day by which it was due."""
_SET_BEHIND = re.compile(r"(?<=\S)\s*(?:\(.*|;.*|[+-]\d+.*|(?<!\d)\d+(?:\.\d+)?\s*%.*)$")
"""What it says behind one, in brackets, behind a semicolon or from a number on: `Score +35 (between ...)`, `max 50 % until ...`."""
_LIKE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"go,? on (?:.* )?conditions?\b.*|(?:跟进,)?附.*条件.*", re.IGNORECASE), ("condition",)),
    (re.compile(r"due from .*|.*阶段起(?:再看|才该看)", re.IGNORECASE), ("win-sign",)),
    (re.compile(r"map (?:red|amber|green)\b.*", re.IGNORECASE), ("map",)),
    (re.compile(r"[+-]\d+"), ("decision-chain-score",)),
    (re.compile(r"\d+\s*%"), ("win-probability", "insight-rate", "win-sign-index", "coverage", "share")),
    (re.compile(r"\d+ ?/ ?\d+"), ("insight-rate", "win-sign-index")),
    (re.compile(r"\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?(?: times|倍)"), ("budget-anchor",)),
    (re.compile(r"\d\d"), ("fit", "relation")),
)
"""What a screen shows in such a form, where the form is all that somebody asks about."""
_PARTS = re.compile(r"\s*(?:[:：/]|（|\()\s*")


class Lookup:
    """Names and other words, each with the addresses of what is called so."""

    def __init__(self, names: Mapping[str, tuple[Fact, tuple[str, ...]]]) -> None:
        """Take for each address a name, and the ids by which it goes beside it."""
        self._known: dict[str, list[str]] = {}
        self._spelt: dict[str, str] = {}
        for address, (name, ids) in names.items():
            for word in (address, *ids, *ALIASES.get(address, ()), *_spoken(name), *_headed(address)):
                self._add(word, address)

    def _add(self, word: str, address: str) -> None:
        key = _key(word)
        if not key:
            return
        self._spelt.setdefault(key, word)
        addresses = self._known.setdefault(key, [])
        if address not in addresses:
            addresses.append(address)

    def find(self, asked: str) -> tuple[str, ...]:
        """Return the addresses of all that is called so."""
        text = _SET_BEFORE.sub("", unicodedata.normalize("NFKC", asked))
        key = _key(text)
        bare = _NUMBER.sub("", key)
        head = _key(_LABEL.sub("", bare))
        for one in (
            *_endings(key),
            *_endings(bare),
            *_endings(head),
            key.replace(" ", "."),
            head.replace(" ", "."),
            _key(_AMOUNT.sub("", head)),
            _key(_SET_BEHIND.sub("", text)),
        ):
            if one in self._known:
                return tuple(self._known[one])
        return ()

    def like(self, asked: str) -> tuple[str, ...]:
        """Return the addresses of what a screen shows in the form of what was asked: a percentage, a signed number."""
        text = _SET_BEFORE.sub("", unicodedata.normalize("NFKC", asked[:_LONGEST])).strip()
        return next((addresses for form, addresses in _LIKE if form.fullmatch(text)), ())

    def nearest(self, asked: str) -> tuple[str, ...]:
        """Return the known words most like this one, best first: those that hold all of it, then those spelt alike."""
        from difflib import get_close_matches  # only who mistyped pays for it

        key = _key(asked[:_LONGEST])
        if not key:
            return ()
        wanted = key.split()
        holding = sorted((one for one in self._known if all(word in one for word in wanted)), key=len)
        alike = get_close_matches(key, filter(self._on_screens, self._known), n=MOST_SUGGESTED, cutoff=_ALIKE)
        held = [one for one in holding if self._on_screens(one)] if len(key) >= _SHORTEST_PIECE else []
        return tuple(self._spelt[one] for one in list(dict.fromkeys((*held[:MOST_SUGGESTED], *alike)))[:MOST_SUGGESTED])

    def _on_screens(self, key: str) -> bool:
        """Tell whether a word is more than the name of a message: nobody looks for one of these by what it is like."""
        return any(not address.startswith(PROBLEM) for address in self._known[key])


_SHORTEST_PIECE = 2
"""One letter is in every word."""


def _spoken(name: Fact) -> Iterator[str]:
    """Say a name in every language, whole and in the parts that it is made of."""
    for language in LANGUAGES:
        said = Speaker(language).say(name)
        yield said
        if isinstance(name, Term | Named) or "/" in said:
            yield from _PARTS.split(said)[: None if "/" in said else 1]


def _headed(address: str) -> Iterator[str]:
    """Say what stands above it on a screen, in every language, with its number and without."""
    for code in HEADINGS.get(address, ()):
        for language in LANGUAGES:
            said = Speaker(language).say(Say(code))
            yield from (said, _NUMBER.sub("", _key(said)))


def _key(word: str) -> str:
    """Return what is left of a word when case, dashes, articles and end marks do not matter."""
    plain = _GAP.sub(" ", unicodedata.normalize("NFKC", word).casefold()).strip()
    return _EDGE.sub("", _EDGE.sub("", plain)) or plain or word.strip()


def _endings(key: str) -> Iterable[str]:
    yield key
    yield f"{key}s"
    if key.endswith("s"):
        yield key[:-1]
