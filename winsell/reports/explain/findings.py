"""The deal risks: what each finds in general, why that loses deals, what to ask, what clears it, when it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Severity
from winsell.playbook.model import TimedWorkId
from winsell.reports.explain.topic import Book, Topic, source_of
from winsell.rules.registry import Rule, rules

_RED: tuple[Severity, ...] = ("error",)
_YELLOW: tuple[Severity, ...] = ("warning",)
_BOTH: tuple[Severity, ...] = ("warning", "error")
_WHITE: tuple[Severity, ...] = ("hint",)

SEVERITIES: Mapping[str, tuple[Severity, ...]] = {
    **dict.fromkeys(("WSC103", "WSV102", "WSW102", "WSW104"), _RED),
    **dict.fromkeys(
        ("WSA102", "WSE102", "WSF102", "WSF103", "WSN101", "WSN102", "WSN103", "WSP104", "WSP109"), _YELLOW
    ),
    **dict.fromkeys(("WSW105", "WSY102", "WSY104"), _YELLOW),
    **dict.fromkeys(("WSB103", "WSY103"), _WHITE),
    **dict.fromkeys(("WSB101", "WSE103", "WSE105", "WSF101", "WSP112", "WSS101", "WSV101", "WSW103"), _BOTH),
    "WSE101": _BOTH,
    "WSE104": ("hint", "warning", "error"),
    "WSP101": ("hint", "error"),
    "WSP108": ("warning", "error"),
    "WSP110": ("hint", "warning"),
    "WSW101": ("hint", "warning", "error"),
    "WSY101": ("hint", "warning", "error"),
}
"""How bad each may be shown, mildest first; the others are yellow, and red from the playbook's `hard_from` on."""

_RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "WSB101": ("behaviour.money.critical_from", "behaviour.criteria.critical_from"),
    "WSC103": ("probability.top_ranks",),
    "WSE101": ("event_rules.deadline_critical_from",),
    "WSE102": ("event_rules.stale_after_days",),
    "WSE103": ("event_rules.suspended_contact_days", "event_rules.suspended_red_days"),
    "WSF101": ("one_mouth",),
    "WSF102": ("probability.unevidenced_high", "probability.unevidenced_low"),
    "WSF103": ("people.attitude_fresh_days",),
    "WSN101": ("probability.evidence_gap",),
    "WSN102": ("trend",),
    "WSN104": ("probability.relation_even_within",),
    "WSC101": ("work.competitor",),
    "WSE106": ("work.event",),
    "WSP102": ("work.chair", "people.meet_by"),
    "WSP103": ("people.meet_by",),
    "WSP107": ("work.source", "probability.source_discounts", "probability.source_fresh_days"),
    "WSP111": ("work.chair",),
    "WSV101": ("value_rules",),
}
_RELATED: Mapping[str, tuple[str, ...]] = {
    "A": ("work-colour",),
    "B": ("project-behaviour",),
    "C": ("competitor",),
    "E": ("compelling-event",),
    "F": ("insight-rate",),
    "H": ("deal.owner",),
    "L": ("caution",),
    "N": ("win-probability",),
    "P": ("decision-chain",),
    "S": ("deal.approved",),
    "V": ("value-row",),
    "W": ("win-sign",),
    "Y": ("playbook",),
}
_WORK: Mapping[str, TimedWorkId] = {
    "WSC101": "competitor",
    "WSE106": "event",
    "WSP102": "chair",
    "WSP107": "source",
    "WSP111": "chair",
}
"""What is also work has its colour from there."""
_FAMILY = 2
"""Where in a code the letter of its family stands."""


def finding_topics(book: Book) -> Iterator[Topic]:
    """Yield the deal risks by code."""
    return (_finding(book, rule) for rule in rules())


def _finding(book: Book, rule: Rule) -> Topic:
    code = rule.CODE
    values = [tuple(path.split(".")) for path in (f"rules.{code}", *_RESTS_ON.get(code, ()))]
    return Topic(
        code,
        "finding",
        code,
        Say(f"rule.{code}"),
        details=tuple(_details(book, rule)),
        values=tuple(path for path in values if book.leaves(path)),
        source=source_of((), ours=True) if code.startswith("WSY") else source_of(("tas", "losses"), ours=True),
        related=("finding", *_RELATED.get(code[_FAMILY], ())),
    )


def _details(book: Book, rule: Rule) -> Iterator[Fact]:
    anybody = _anybody(book)
    for part in ("why", "ask", "clear"):
        yield Say(f"explain.{part}", {part: Say(f"{rule.CODE}.{part}", anybody)})
    for part in ("ask", "clear"):
        code = f"{rule.CODE}.{part}.bidding"
        if book.words.has(code):
            yield Say(f"explain.{part}-bidding", {part: Say(code, anybody)})
    yield from _when(book, rule)


def _anybody(book: Book) -> dict[str, Fact]:
    """Fill the places of a sentence that is meant of no one deal."""
    return {
        "person": Say("explain.this-person"),
        "people": Say("explain.this-person"),
        "rival": Say("explain.this-competitor"),
        "level": Say("explain.that-number"),
        "top": book.playbook.probability.top_ranks,
        "count": 1,
    }


def _when(book: Book, rule: Rule) -> Iterator[Fact]:
    settings = book.playbook.rules.get(rule.CODE)
    from_, hard = settings.from_ if settings else None, _hard_from(book, rule.CODE)
    severities = severities_of(book, rule.CODE)
    yield Say("explain.family", {"family": Say(f"family.{rule.CODE[_FAMILY]}")})
    yield Say("explain.shown", {"severities": tuple(Term("severity", one) for one in severities)})
    yield Say("explain.from", {"stage": book.stage(from_)}) if from_ else Say("explain.any-stage")
    if hard:
        yield Say("explain.hard-from", {"stage": book.stage(hard)})
    yield Say(f"explain.until-{rule.UNTIL}")


def severities_of(book: Book, code: str) -> tuple[Severity, ...]:
    """Return how bad a finding may be shown by this playbook, mildest first."""
    usual = _BOTH if _hard_from(book, code) else _YELLOW
    return SEVERITIES.get(code, usual)


def _hard_from(book: Book, code: str) -> str | None:
    """Return the stage from which a finding is red: that of the work which it asks for, else the rule's own."""
    kind = _WORK.get(code)
    if kind is not None:
        return book.playbook.work[kind].critical_from
    settings = book.playbook.rules.get(code)
    return settings.hard_from if settings else None


def family_of(code: str) -> str:
    """Return the letter of a code's family."""
    return code[_FAMILY]
