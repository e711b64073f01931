"""The deal risks: what each finds in general, why that loses deals, what to ask, what clears it, when it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Severity
from winsell.playbook.model import RuleSettings
from winsell.reports.explain.topic import Book, Path, Topic, source_of
from winsell.reports.risks import anybody
from winsell.rules.registry import Rule, rules

_RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "WSC103": ("probability.top_ranks",),
    "WSE102": ("event_rules.stale_after_days",),
    "WSE103": ("event_rules.suspended_contact_days",),
    "WSF101": ("one_mouth",),
    "WSF102": ("probability.unevidenced_high", "probability.unevidenced_low"),
    "WSF103": ("people.attitude_fresh_days",),
    "WSN101": ("probability.evidence_gap",),
    "WSN102": ("trend",),
    "WSN104": ("probability.relation_even_within",),
    "WSL102": ("tender.bidders_at_least",),
    "WSC101": ("work.competitor",),
    "WSE106": ("work.event",),
    "WSP102": ("work.chair", "people.meet_by"),
    "WSP103": ("people.meet_by",),
    "WSP107": ("work.source", "probability.source_discounts", "probability.source_fresh_days"),
    "WSP111": ("work.chair",),
    "WSV101": ("value_rules",),
}
"""What else of the playbook it follows, beside the settings that the rule declares."""
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
    "R": ("deal.accepted",),
    "S": ("deal.approved",),
    "V": ("value-row",),
    "W": ("win-sign",),
    "Y": ("playbook",),
}
_RED_FROM = ("hard_from", "critical_from", "deadline_critical_from")
"""The keys that name the stage from which something is red."""
_OURS = ("WSR", "WSY")
"""Families about our own files and decisions, which no study of lost deals is about."""
_FAMILY = 2
"""Where in a code the letter of its family stands."""


def finding_topics(book: Book) -> Iterator[Topic]:
    """Yield the deal risks by code."""
    return (_finding(book, rule) for rule in rules())


def _finding(book: Book, rule: Rule) -> Topic:
    code = rule.CODE
    return Topic(
        code,
        "finding",
        code,
        Say(f"rule.{code}"),
        details=tuple(_details(book, rule)),
        values=tuple(_values(book, rule)),
        source=source_of((), ours=True) if code.startswith(_OURS) else source_of(("tas", "losses"), ours=True),
        related=("finding", *_RELATED.get(code[_FAMILY], ())),
    )


def _values(book: Book, rule: Rule) -> Iterator[Path]:
    """Yield the places of the playbook that a finding follows, none below another."""
    wide = [_path(one) for one in (f"rules.{rule.CODE}", *_RESTS_ON.get(rule.CODE, ()))]
    declared = [_path(one) for one in rule.SETTINGS if "." in one]
    narrow = [path for path in declared if not any(path[: len(one)] == one for one in wide)]
    yield from (path for path in (*wide, *narrow) if book.leaves(path))


def _path(dotted: str) -> Path:
    return tuple(dotted.split("."))


def _details(book: Book, rule: Rule) -> Iterator[Fact]:
    facts = anybody(book.playbook.probability.top_ranks)
    for part in ("why", "ask", "clear"):
        yield Say(f"explain.{part}", {part: Say(f"{rule.CODE}.{part}", facts)})
    for part in ("ask", "clear"):
        code = f"{rule.CODE}.{part}.bidding"
        if book.words.has(code):
            yield Say(f"explain.{part}-bidding", {part: Say(code, facts)})
    yield from _when(book, rule)


def _when(book: Book, rule: Rule) -> Iterator[Fact]:
    settings = book.playbook.rules.get(rule.CODE, RuleSettings())
    from_, hard = settings.from_, None if settings.severity else _red_from(book, rule)
    severities = severities_of(book, rule)
    yield Say("explain.family", {"family": Say(f"family.{rule.CODE[_FAMILY]}")})
    if settings.off:
        yield Say("explain.off")
        return
    yield Say("explain.shown", {"severities": tuple(Term("severity", one) for one in severities)})
    yield Say("explain.from", {"stage": book.stage(from_)}) if from_ else Say("explain.any-stage")
    if hard:
        yield Say("explain.hard-from", {"stage": book.stage(hard)})
    if settings.until:
        yield Say("explain.until", {"stage": book.stage(settings.until)})
    yield Say(f"explain.until-{rule.UNTIL}")


def severities_of(book: Book, rule: Rule) -> tuple[Severity, ...]:
    """Return how bad a finding may be shown by this playbook, mildest first."""
    stated = book.playbook.rules.get(rule.CODE, RuleSettings()).severity
    if stated is not None:
        return (stated,)
    red = any(_stages(book, rule)) and "error" not in rule.SHOWN
    return (*rule.SHOWN, "error") if red else rule.SHOWN


def _red_from(book: Book, rule: Rule) -> str | None:
    """Return the one stage from which a finding is red."""
    stages = set(_stages(book, rule))
    return stages.pop() if len(stages) == 1 else None


def _stages(book: Book, rule: Rule) -> Iterator[str | None]:
    """Yield the stages that make a finding red: those of the places that it follows, else its own."""
    for setting in rule.SETTINGS:
        path = _path(setting) if "." in setting else ("rules", rule.CODE, setting)
        if path[-1] in _RED_FROM:
            yield book.value(path) if path in book.origins else None


def family_of(code: str) -> str:
    """Return the letter of a code's family."""
    return code[_FAMILY]
