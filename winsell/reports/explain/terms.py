"""The method's own words: where each comes from, which values of the playbook it rests on, and what stands beside it.

What they mean stands in the glossary of the words floor, under the same ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from winsell.base.fact import Say
from winsell.reports.explain.topic import Book, Topic, source_of


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the method."""

    works: tuple[str, ...] = ()
    ours: bool = False
    """Whether its numbers, or all of it, are a reconstruction or proposal of ours."""
    values: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    computed: bool = False


_FIVE, _TAS, _NINE, _PBM, _FIELD = ("five-step",), ("tas",), ("nine-questions",), ("growth-path",), ("field",)
_BOTH = (*_FIVE, *_TAS)

TERMS: Mapping[str, Term] = {
    "screening": Term(_BOTH, values=("questions",), related=("verdict.hold", "compelling-event"), computed=True),
    "condition": Term(
        ours=True, values=("event_rules.stale_after_days",), related=("screening", "verdict.go", "value-row")
    ),
    "compelling-event": Term(
        _BOTH, ours=True, values=("event_rules",), related=("strong", "WSE106", "WSE101"), computed=True
    ),
    "strong": Term(_FIVE, values=("event_rules.weak_is_enough",), related=("compelling-event",)),
    "value-row": Term(_BOTH, ours=True, values=("value_rules",), related=("row.claim", "WSV101"), computed=True),
    "must-have": Term(_FIELD, related=("WSV102", "deal.criteria.mandatory")),
    "veto": Term(_FIVE, values=("probability.ceilings.opponent-with-veto",), related=("WSP101", "deal.people.veto")),
    "grade": Term(_TAS, ours=True, values=("grades",), related=("deal.amount",), computed=True),
    "win-sign": Term(_FIVE, related=("win-sign-index", "WSW101", "WSW103")),
    "win-sign-index": Term(_FIVE, ours=True, related=("win-sign",), computed=True),
    "sign-of-losing": Term(_TAS, related=("WSW104", "win-sign")),
    "decision-chain": Term(_BOTH, related=("decision-chain-score", "chair", "map")),
    "decision-chain-score": Term(
        _FIVE,
        ours=True,
        values=(
            "people.role_weights",
            "people.influence_weights",
            "people.attitude_values",
            "people.contact_discounts",
        ),
        related=("chain-band", "thin", "weight"),
        computed=True,
    ),
    "chain-band": Term(ours=True, related=("decision-chain-score",)),
    "thin": Term(ours=True, values=("people.thin_below",), related=("decision-chain-score",), computed=True),
    "weight": Term(
        ours=True,
        values=("people.role_weights", "people.influence_weights", "chair_rules.influence"),
        related=("decision-chain-score",),
        computed=True,
    ),
    "key-person": Term(_BOTH, ours=True, related=("deal.people.key", "insight-rate"), computed=True),
    "insight-rate": Term(
        _FIVE, ours=True, values=("people.attitude_fresh_days",), related=("key-person", "WSF103"), computed=True
    ),
    "map": Term(_TAS, ours=True, related=("map.green", "map.amber", "map.red", "WSP112")),
    "chair": Term(ours=True, values=("chairs", "chair_rules"), related=("WSP111", "deal.chairs")),
    "inside-source": Term(
        (*_TAS, *_NINE),
        ours=True,
        values=("probability.source_discounts", "probability.source_fresh_days"),
        related=("WSP107", "deal.sources", "scope.decision"),
        computed=True,
    ),
    "win-probability": Term(
        _BOTH,
        ours=True,
        values=("probability.weights", "probability.gamma", "probability.source_discounts", "probability.ceilings"),
        related=("formula", "range", "basis", "not-computed"),
        computed=True,
    ),
    "formula": Term(
        ours=True,
        values=("probability.weights", "probability.weights_with_price", "probability.gamma", "probability.seats"),
        related=("share", "fit", "relation", "ceiling"),
        computed=True,
    ),
    "range": Term(ours=True, related=("win-probability", "gap")),
    "basis": Term(_FIVE, ours=True, related=("basis.compared", "basis.part", "basis.assumed")),
    "evidenced": Term(ours=True, values=("probability.evidence_gap",), related=("WSN101",)),
    "ceiling": Term(ours=True, values=("probability.ceilings",), related=("win-probability",), computed=True),
    "share": Term(ours=True, values=("probability.gamma", "probability.seats"), related=("formula",), computed=True),
    "seat": Term(
        _TAS,
        ours=True,
        values=("probability.seats", "probability.competitor_floor", "probability.unknown_competitor_level"),
        related=("competitor", "deal.shortlist"),
    ),
    "fit": Term(
        _TAS, values=("probability.weights.fit", "probability.unknown_own_level"), related=("anchor", "deal.us.fit")
    ),
    "relation": Term(
        _TAS,
        ours=True,
        values=(
            "probability.weights.relation",
            "probability.thin_relation_at_most",
            "probability.relation_even_within",
        ),
        related=("anchor", "decision-chain-score", "deal.us.relation"),
        computed=True,
    ),
    "anchor": Term(ours=True, values=("probability.anchors",), related=("fit", "relation")),
    "not-computed": Term(_TAS, ours=True, related=("compelling-event", "WSE106")),
    "top-three": Term(_TAS, values=("probability.top_ranks",), related=("WSC102", "WSC103", "deal.ranking")),
    "target": Term(_FIVE, ours=True, values=("probability.targets",), related=("deal.target",), computed=True),
    "incumbent": Term(
        _FIELD, ours=True, values=("probability.unknown_incumbent_relation",), related=("deal.us.incumbent",)
    ),
    "competitor": Term(_BOTH, related=("seat", "WSC101", "WSN103", "deal.competitors")),
    "project-behaviour": Term((*_FIVE, *_PBM), related=("coverage", "WSB101", "deal.behaviour")),
    "coverage": Term(
        _PBM, ours=True, values=("behaviour", "knowledge_values"), related=("project-behaviour",), computed=True
    ),
    "budget-anchor": Term(
        (*_FIVE, *_PBM), ours=True, values=("budget_check",), related=("element.money", "deal.past_projects")
    ),
    "five-steps": Term(_FIVE, related=("four-points", "competitive-strategy", "relation-strategy")),
    "four-points": Term(_FIVE, related=("consistency", "five-steps")),
    "consistency": Term(_FIVE, ours=True, values=("trend", "one_mouth"), related=("WSN102", "WSF101")),
    "competitive-strategy": Term(
        _BOTH, ours=True, related=("strategy.frontal", "provisional", "hold-fire"), computed=True
    ),
    "provisional": Term(ours=True, related=("competitive-strategy", "checkpoint")),
    "hold-fire": Term(ours=True, related=("competitive-strategy",)),
    "relation-strategy": Term(_BOTH, ours=True, related=("relation.win-over", "relation.motivate", "relation.contact")),
    "tactic": Term(_FIVE, ours=True, related=("competitive-strategy", "relation-strategy", "caution")),
    "two-minutes": Term(_TAS, ours=True, related=("value-row",)),
    "gap": Term(ours=True, values=("gap_effort", "probability.anchors"), related=("range",), computed=True),
    "work-colour": Term(_FIVE, ours=True, values=("work",), related=("colour.red", "severity.error")),
    "finding": Term(_TAS, ours=True, related=("WSP101", "WSP107", "severity.error")),
    "caution": Term(("law",), values=("cautions", "tender"), related=("deal.procurement", "WSL101")),
    "valid-reason": Term(_NINE, related=("value-row", "compelling-event")),
    "act-to-ask": Term(_BOTH, ours=True, values=("meeting.acts",), related=("relation-strategy", "tactic")),
    "silent": Term(ours=True, values=("meeting.silent_days", "meeting.idle_days"), related=("key-person",)),
    "approval-paper": Term(_FIELD, related=("screening", "two-minutes", "condition")),
    "as-of": Term(ours=True, related=("trend", "checkpoint")),
    "checkpoint": Term(_FIVE, ours=True, related=("deal.checkpoints", "trend")),
    "review": Term(("field",), ours=True, computed=True, related=("deal.reviews", "trend", "checkpoint")),
    "trend": Term(_FIVE, ours=True, values=("trend",), related=("checkpoint", "consistency")),
    "stage": Term(_BOTH, related=("deal.stage", "screening")),
    "unknown": Term(_TAS, ours=True, related=("range", "gap")),
    "why-moved": Term(ours=True, values=("review",), related=("win-probability", "review", "trend"), computed=True),
    "stale": Term(
        _TAS,
        ours=True,
        values=(
            "people.attitude_fresh_days",
            "event_rules.stale_after_days",
            "event_rules.lapsed_after_days",
            "probability.source_fresh_days",
        ),
        related=("WSE102", "WSF103"),
    ),
    "playbook": Term(ours=True, values=("id", "version", "extends"), related=("formula",)),
}


def term_topics(book: Book) -> Iterator[Topic]:
    """Yield the words of the method."""
    for id_, term in TERMS.items():
        places = (tuple(path.split(".")) for path in term.values)
        yield Topic(
            id_,
            "term",
            Say(f"term.{id_}"),
            Say(f"term.{id_}.meaning"),
            computed=Say(f"term.{id_}.computed") if term.computed else None,
            values=tuple(path for path in places if book.leaves(path)),
            source=source_of(term.works, ours=term.ours),
            related=term.related,
        )
