"""Whether a playbook's parts fit together: every id that one part names stands in another.

In: a valid playbook. Out: faults with their place. Shapes and ranges are the model's business; this is about
references.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from winsell.playbook.model import Playbook

FactValue = str | int | tuple[str, ...]
NEEDS = (
    "matches",
    "strong-event",
    "event-deadline",
    "inside-source",
    "competitors",
    "value-rows",
    "veto-holders",
    "strategy",
    "key-persons",
    "four-answers",
    "money",
    "criteria",
    "attitudes",
    "signs",
    "prices",
    "lessons",
)
"""What a stage may ask for; `analysis/stage_needs.py` knows when each is open."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit."""

    where: tuple[str, ...]
    code: str
    facts: Mapping[str, FactValue] = field(default_factory=dict)


Reference = tuple[tuple[str, ...], str | None]


def faults(playbook: Playbook) -> tuple[Fault, ...]:
    """Find every reference to an id that does not exist."""
    return (
        *_unknown(_stage_references(playbook), playbook.stages, "stage"),
        *_unknown(_tactic_references(playbook), playbook.tactics, "tactic"),
        *_unknown(_strategy_references(playbook), playbook.strategies, "strategy"),
        *_unknown(_need_references(playbook), NEEDS, "need"),
        *_unknown(_type_references(playbook), playbook.types, "type"),
        *_unknown(_question_references(playbook), playbook.questions, "question"),
    )


def _unknown(references: Iterator[Reference], known: Collection[str], what: str) -> Iterator[Fault]:
    for where, id_ in references:
        if id_ is not None and id_ not in known:
            near = get_close_matches(id_, list(known), n=1)
            facts: dict[str, FactValue] = {"value": id_, "known": tuple(known)}
            yield Fault(where, f"no-such-{what}", facts | ({"nearest": near[0]} if near else {}))


def _stage_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, stage in playbook.stages.items():
        yield ("stages", id_, "after"), stage.after
    for question, asked in playbook.questions.items():
        yield ("questions", question, "due_from"), asked.due_from
    yield ("event_rules", "deadline_critical_from"), playbook.event_rules.deadline_critical_from
    yield ("value_rules", "confirm_before"), playbook.value_rules.confirm_before
    yield ("tender", "issued_from"), playbook.tender.issued_from
    yield ("tender", "awarded_from"), playbook.tender.awarded_from
    yield from _dated_references(playbook)
    for ceiling, by_stage in playbook.probability.ceilings.items():
        yield from ((("probability", "ceilings", ceiling, stage), stage) for stage in by_stage)
    for function, stage_id in playbook.people.meet_by.items():
        yield ("people", "meet_by", function), stage_id


def _dated_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, sign in playbook.signs.items():
        yield ("signs", id_, "seen_from"), sign.seen_from
        yield ("signs", id_, "due_from"), sign.due_from
        yield ("signs", id_, "late_after"), sign.late_after
    for id_, chair in playbook.chairs.items():
        yield ("chairs", id_, "due_from"), chair.due_from
    for id_, element in playbook.behaviour.items():
        yield ("behaviour", id_, "due_from"), element.due_from
        yield ("behaviour", id_, "critical_from"), element.critical_from
    for id_, kind in playbook.work.items():
        yield ("work", id_, "due_from"), kind.due_from
        yield ("work", id_, "critical_from"), kind.critical_from
    for code, rule in playbook.rules.items():
        yield ("rules", code, "from"), rule.from_
        yield ("rules", code, "hard_from"), rule.hard_from


def _tactic_references(playbook: Playbook) -> Iterator[Reference]:
    for section, strategies in (("strategies", playbook.strategies), ("relation", playbook.relation)):
        for id_, strategy in strategies.items():
            yield from (((section, id_, "tactics"), tactic) for tactic in strategy.tactics)


def _strategy_references(playbook: Playbook) -> Iterator[Reference]:
    yield from ((("strategy_rows",), row.strategy) for row in playbook.strategy_rows)


def _need_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, stage in playbook.stages.items():
        yield from ((("stages", id_, "needs"), need) for need in stage.needs)


def _type_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, chair in playbook.chairs.items():
        yield from ((("chairs", id_, "types"), kind) for kind in chair.types or ())


def _question_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, kind in playbook.types.items():
        yield from ((("types", id_, "questions"), question) for question in kind.questions or ())
