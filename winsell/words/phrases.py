"""From a phrase as it stands on a screen to what it is about: whoever does not know a word copies it with its neighbours.

In: what somebody typed. Out: addresses of `winsell explain`. The sentences that the screens are made of are looked
through, in every language: whole, with anything in their places; by what stands before their colon; by a piece of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from winsell.words.catalogue import LANGUAGES, PROBLEM, sentences, template
from winsell.words.plural import Plural

ABOUT: Mapping[str, str] = {
    "agreement": "consistency",
    "analyze": "finding",
    "award": "veto",
    "basis": "basis",
    "because": "competitive-strategy",
    "behaviour": "project-behaviour",
    "behaviour.anchor": "budget-anchor",
    "behaviour.coverage": "coverage",
    "chain": "decision-chain",
    "chain.empty-chair": "chair",
    "chain.insight": "insight-rate",
    "chain.map": "map",
    "chain.thin": "thin",
    "changed": "why-moved",
    "changed.by-clock": "stale",
    "changed.by-sources": "inside-source",
    "changed.by-us-price": "deal.us.price",
    "changed.by-us-relation": "relation",
    "consistency": "consistency",
    "course": "trend",
    "decide": "competitive-strategy",
    "diff": "why-moved",
    "diff.action": "deal.actions",
    "diff.activities": "deal.activities",
    "diff.aged-activities": "silent",
    "diff.aged-proof": "stale",
    "diff.bids-due": "deal.bids_due",
    "diff.checkpoints": "checkpoint",
    "diff.condition": "condition",
    "diff.effect-of": "deal.actions.effect",
    "diff.rival": "competitor",
    "diff.shortlist": "deal.shortlist",
    "diff.terms": "deal.terms",
    "diff.us-fit": "fit",
    "diff.us-incumbent": "deal.us.incumbent",
    "diff.us-price": "deal.us.price",
    "diff.us-relation": "relation",
    "dimension.fit": "fit",
    "dimension.relation": "relation",
    "forecast": "review",
    "gap": "gap",
    "if": "competitive-strategy",
    "no-steps": "not-computed",
    "outcome": "deal.outcome",
    "paper": "approval-paper",
    "plan": "five-steps",
    "plan.insight": "insight-rate",
    "plan.probability": "win-probability",
    "plan.signs": "win-sign",
    "plan.unmet": "WSP102",
    "probability": "win-probability",
    "probability.evidenced": "evidenced",
    "probability.no-event": "not-computed",
    "probability.one-voice": "WSF101",
    "probability.rests-on": "range",
    "probability.suspended": "not-computed",
    "probability.target": "target",
    "probability.too-little-known": "not-computed",
    "probability.without": "range",
    "q1": "question.q1",
    "q2": "question.q2",
    "q3": "question.q3",
    "review": "review",
    "risk": "finding",
    "screen": "screening",
    "screen.own-condition": "condition",
    "signs": "win-sign",
    "signs.counted": "win-sign-index",
    "signs.lose": "sign-of-losing",
    "statement": "two-minutes",
    "step.ceiling": "ceiling",
    "step.our-fit": "fit",
    "step.our-price": "deal.us.price",
    "step.our-relation": "relation",
    "step.our-sum": "formula",
    "step.rival": "competitor",
    "step.share": "share",
    "step.source": "inside-source",
    "trend": "trend",
    "triage": "review",
    "week.idle": "silent",
    "week.red": "work-colour",
    "week.silent": "silent",
    "work": "work-colour",
    "world": "deal.changes",
}
"""What the sentences of the screens are about, by how their codes begin; the longest beginning holds. The sentences of a
risk are about that risk, those of what is wrong with a file about just that."""

MOST = 6
"""A phrase that stands for more than so many things stands for none."""
_RISK = re.compile(r"(?:rule\.)?(WS[A-Z]\d{3})(?:\.|$)")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(r"\{\w+\}")
_EDGE = re.compile(r"^[\s\-+!]+|[\s.。,，;；:：?？!！]+$")
_SHORTEST = {"en": 8, "zh": 3}
"""How many letters a piece of a sentence must have to be told from a word that stands everywhere."""


def phrase_about(asked: str) -> tuple[str, ...]:
    """Return the addresses of what a phrase of a screen is about; none if no screen says so, or many do."""
    key = _key(asked)
    for fits in (_is_all_of, _is_label_of, _is_piece_of):
        found = dict.fromkeys(about for about, text in _shown() if key and fits(key, text))
        if found:
            return tuple(found) if len(found) <= MOST else ()
    return ()


def address_of(code: str) -> str | None:
    """Return what the sentence of a screen is about; None if it stands on none."""
    if code.startswith(PROBLEM):
        return code
    risk = _RISK.match(code)
    if risk is not None:
        return risk[1]
    begun = [one for one in ABOUT if code == one or code.startswith((f"{one}.", f"{one}-"))]
    return ABOUT[max(begun, key=len)] if begun else None


@cache
def _shown() -> tuple[tuple[str, str], ...]:
    """Return the sentences of the screens in every language and form, each with what it is about."""
    return tuple(_said())


def _said() -> Iterator[tuple[str, str]]:
    for code, sentence in sentences().items():
        about = address_of(code)
        if about is not None:
            for language in LANGUAGES:
                counted = {sentence.by: 1} if isinstance(sentence, Plural) else {}
                forms = dict.fromkeys((template(code, counted, language), template(code, {}, language)))
                yield from ((about, form) for form in forms)


def _is_all_of(key: str, text: str) -> bool:
    """Tell whether a phrase is a whole sentence, with anything in its places and with or without its optional parts."""
    return len(key) > 1 and _says(text) and _form(text).fullmatch(key) is not None


@cache
def _form(text: str) -> re.Pattern[str]:
    parts = _OPTIONAL.split(_EDGE.sub("", text))
    form = "".join(
        f"(?:{_with_places(part)})?" if at % 2 and _PLACE.search(part) else _with_places(part)
        for at, part in enumerate(parts)
    )
    return re.compile(form)


@cache
def _says(text: str) -> bool:
    """Tell whether a sentence has words of its own, and is not only a place for others."""
    return len(_key(_PLACE.sub("", _OPTIONAL.sub("", text)))) >= min(_SHORTEST.values())


def _with_places(part: str) -> str:
    fixed = (one.replace("{{", "{").replace("}}", "}") for one in _PLACE.split(part))
    return ".+?".join(re.escape(_plain(one)) for one in fixed)


def _is_label_of(key: str, text: str) -> bool:
    return key == _label(text)


@cache
def _label(text: str) -> str | None:
    """Return what stands before a sentence's colon; None if it has none, or something of the seller's stands there."""
    label, colon, _ = _OPTIONAL.sub("", text).replace("：", ":").partition(":")
    return _key(label) if colon and not _PLACE.search(label) else None


def _is_piece_of(key: str, text: str) -> bool:
    """Tell whether a phrase stands within a sentence, on whole words, outside the places of its facts."""
    chinese = not key.isascii()
    if len(key) < _SHORTEST["zh" if chinese else "en"]:
        return False
    fixed = _fixed(text)
    return any(key in one if chinese else re.search(rf"\b{re.escape(key)}\b", one) for one in fixed if key in one)


@cache
def _fixed(text: str) -> tuple[str, ...]:
    """Return what a sentence says between its places."""
    return tuple(_plain(one) for one in _PLACE.split(_OPTIONAL.sub(r"\1", text)))


def _key(text: str) -> str:
    return _EDGE.sub("", _plain(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold())
