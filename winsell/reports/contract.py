"""The JSON contract (version 1): the results of an assessment as plain data with codes and facts, never sentences.

Adding a key keeps the version. Probabilities, rates and coverage are 0..1, the chain score -100..100, money a decimal
string with its currency, days ISO, unknown null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from winsell.analysis.assessment import Assessment
from winsell.analysis.bearer import bearer
from winsell.analysis.decision_chain import Chain, ChainNumbers, Insight
from winsell.analysis.standing import Standing
from winsell.analysis.win_probability import WinProbability
from winsell.analysis.win_signs import SignCounts
from winsell.analysis.work_plan import WorkItem
from winsell.base.fact import Fact, Percent, Points, Ratio
from winsell.base.finding import Finding, Where
from winsell.reports.page import by_root, roots_of
from winsell.reports.screening_data import screening_data
from winsell.reports.subject import Subject

Data = dict[str, Any]


def assessment_data(assessment: Assessment) -> Data:
    """Give the four points, their agreement, the gaps and the trend."""
    return {
        "screening": screening_data(assessment.screening),
        "win_signs": _signs(assessment),
        "decision_chain": _chain(assessment),
        "win_probability": _probability(assessment),
        "behaviour": _behaviour(assessment),
        "consistency": _consistency(assessment),
        "changes": [
            {"on": one.change.on, "what": one.change.what, "unheard": list(one.unheard)} for one in assessment.world
        ],
        "lane": assessment.lane,
        "gaps": [_gap(assessment, index) for index in range(len(assessment.gaps))],
        "trend": _trend(assessment),
    }


def percent(value: float | None) -> Percent | None:
    """Wrap a rate."""
    return None if value is None else Percent(value)


def points(value: float | None) -> Points | None:
    """Wrap a score."""
    return None if value is None else Points(value, signed=True)


def _signs(assessment: Assessment) -> Data:
    signs = assessment.signs
    return {
        "index": percent(signs.index),
        "due": signs.due,
        "present": signs.present,
        "partly": signs.partly,
        "missed": signs.missed,
        "counts": _sign_counts(signs.counts),
        "signs": [
            {
                "id": state.id,
                "polarity": state.sign.polarity,
                "status": state.entry.value,
                "due": state.due,
                "late": state.late,
                "stale": state.stale,
                "at": state.at,
                "colour": state.colour,
                "on": state.entry.on,
                "source": state.entry.source,
            }
            for state in signs.signs
        ],
    }


def _sign_counts(found: SignCounts | None) -> Data | None:
    return None if found is None else asdict(found)


def _chain(assessment: Assessment) -> Data:
    chain = assessment.chain
    rivals = [
        {
            "competitor": rival.competitor,
            **_numbers(rival.numbers),
            "insight": _insight(rival.insight),
            "friends": list(rival.friends),
        }
        for rival in assessment.rival_chains
    ]
    return {
        **_numbers(chain.numbers),
        "map": chain.map,
        "map_heard": [one.id for one in chain.map_heard],
        "insight": _insight(chain.insight),
        "heard": [one.id for one in chain.heard],
        "people": [_person(one, chain) for one in chain.people],
        "empty_chairs": list(chain.empty_chairs),
        "competitors": rivals,
        "inside_sources": assessment.inside.count,
    }


def _numbers(numbers: ChainNumbers) -> Data:
    return {
        "score": points(numbers.score),
        "low": points(numbers.low),
        "high": points(numbers.high),
        "thin": numbers.thin,
    }


def _insight(insight: Insight) -> Data:
    return {
        "known": insight.known,
        "total": insight.total,
        "rate": percent(insight.rate),
        "weighted": percent(insight.weighted),
    }


def _person(one: Standing, chain: Chain) -> Data:
    link = next((link for link in chain.links if link.id == one.id and not link.chair), None)
    return {
        "id": one.id,
        "role": one.person.role,
        "politics": one.person.politics,
        "function": one.person.function,
        "key": one.key,
        "weight": None if link is None else Points(link.weight),
        "attitude": one.entry.value,
        "contact": one.contact,
        "known": one.known,
        "doubt": one.doubt,
        "heard": one.heard,
        "on": one.entry.on,
        "why": one.entry.why,
        "source": one.entry.source,
    }


def _probability(assessment: Assessment) -> Data:
    found, without, carried = assessment.probability, assessment.without_voice, bearer(assessment)
    return {
        "status": found.status,
        **_range(found),
        "evidenced": percent(assessment.evidenced),
        "without_one_voice": None if without is None else _range(without),
        "rests_on": None if carried is None else {"person": carried.source} | _range(carried.without),
        "basis": found.basis,
        "steps": list(found.steps),
    }


def _range(found: WinProbability) -> Data:
    return {"value": percent(found.value), "low": percent(found.low), "high": percent(found.high)}


def _behaviour(assessment: Assessment) -> Data:
    behaviour = assessment.behaviour
    elements = {
        state.id: {"knowledge": state.knowledge, "colour": state.colour, "on": state.entry.on, "why": state.entry.why}
        for state in behaviour.elements
    }
    anchor = behaviour.anchor
    return {
        "coverage": percent(behaviour.coverage),
        "elements": elements,
        "anchor": None
        if anchor is None
        else {
            "past": anchor.past,
            "currency": anchor.currency,
            "low_ratio": Ratio(anchor.low_ratio),
            "high_ratio": Ratio(anchor.high_ratio),
            "unlike": anchor.unlike,
        },
    }


def _consistency(assessment: Assessment) -> Data:
    found = assessment.consistency
    return {
        "agree": found.agree,
        "reservations": list(found.reservations),
        "reasons": list(found.reasons),
        "facts": found.facts,
        "one_voice": found.one_voice.source if found.one_voice else None,
        "sources": [
            {"source": teller.source, "facts": teller.facts, "person": teller.person} for teller in found.tellers
        ],
    }


def _gap(assessment: Assessment, index: int) -> Data:
    gap = assessment.gaps[index]
    return {
        "where": place_text(gap.where),
        "ask": gap.ask,
        "reason": gap.reason,
        "colour": gap.colour,
        "value": percent(gap.value),
        "effort": None if gap.effort is None else Points(gap.effort),
    }


def _trend(assessment: Assessment) -> list[Data]:
    return [
        {
            "on": point.on,
            "kind": point.kind,
            "label": point.label,
            "status": point.status,
            "win_probability": percent(point.value),
            "score": points(point.score),
            "thin": point.thin,
            "insight": percent(point.insight),
            "signs": percent(point.signs),
            "insight_counts": {"known": point.found.known, "total": point.found.total, "heard": point.heard},
            "sign_counts": _sign_counts(point.counts),
        }
        for point in assessment.trend
    ]


def findings_data(subject: Subject, findings: Iterable[Finding]) -> list[Data]:
    """Give the deal risks with their places and lines; on a page each stands `under` the hardest of its root."""
    listed = tuple(findings)
    under = {id(one): matter.lead.code for matter in by_root(listed) for one in matter.others}
    return [
        {
            "code": one.code,
            "severity": one.severity,
            "where": place_text(one.where),
            "line": subject.line_of(one.where),
            "roots": [place_text(root) for root in sorted(roots_of(one))],
            "under": under.get(id(one)),
            "facts": dict(one.facts),
        }
        for one in listed
    ]


def place_text(where: Where) -> str:
    """Write a place as a path: people.cio.attitude."""
    return ".".join(where)


def line_data(assessment: Assessment) -> Data:
    """Give the five steps of the line."""
    return {
        "action_line": {"steps": [_can_we_win(assessment), _chain_step(assessment), *_strategy_steps(assessment)]},
        "target": percent(assessment.target),
    }


def _can_we_win(assessment: Assessment) -> Data:
    return {
        "id": "can-we-win",
        "signs": percent(assessment.signs.index),
        "behaviour": {state.id: state.colour for state in assessment.behaviour.elements},
        "score": points(assessment.chain.numbers.score),
        "win_probability": percent(assessment.probability.value),
    }


def _chain_step(assessment: Assessment) -> Data:
    return {
        "id": "chain-and-competitors",
        "people": [
            {"id": step.id, "state": step.state, "colour": step.colour, "may_wait_until": step.may_wait_until}
            for step in assessment.relations
        ],
        "empty_chairs": list(assessment.chain.empty_chairs),
        "competitors": list(assessment.moment.competitors),
    }


def _strategy_steps(assessment: Assessment) -> list[Data]:
    return [_strategy(assessment), _relation(assessment), _work(assessment)]


def _strategy(assessment: Assessment) -> Data:
    advice, statement = assessment.advice, assessment.statement
    return {
        "id": "competitive-strategy",
        "recommended": advice.recommended,
        "because": list(advice.because),
        "would_change": [{"strategy": one.strategy, "open": list(one.open)} for one in advice.would_change],
        "provisional": advice.provisional,
        "asked": advice.asked,
        "if_behind": advice.if_behind,
        "expires": advice.expires,
        "stated": advice.stated,
        "tactics": list(advice.tactics),
        "statement": {
            "best": statement.best.id if statement.best else None,
            "shared_with": list(statement.best.shared_with) if statement.best else [],
            "numbers": statement.numbers.id if statement.numbers else None,
            "against": [
                {
                    "competitor": one.competitor,
                    "row": one.row.id if one.row else None,
                    "shared": one.shared,
                    "by_number": one.by_number,
                }
                for one in statement.against
            ],
        },
    }


def _relation(assessment: Assessment) -> Data:
    people = [{"id": step.id, "strategy": step.strategy, "colour": step.colour} for step in assessment.relations]
    return {"id": "relation-strategy", "people": people}


def _work(assessment: Assessment) -> Data:
    return {"id": "work-plan", "items": [_item(item) for item in assessment.plan]}


def _item(item: WorkItem) -> Mapping[str, Fact | bool]:
    action = item.action
    return {
        "say": item.say,
        "where": place_text(item.where),
        "colour": item.colour,
        "action": item.action_id,
        "owner": action.owner if action else None,
        "due": action.due if action else None,
        "done": action.done if action and item.done else None,
        "overdue": item.overdue,
        "held": item.held,
    }
