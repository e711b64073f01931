"""Whether a playbook's parts fit together: every id that one part names stands in another, no period runs backward.

In: a valid playbook. Out: faults with their place. Shapes and ranges are the model's business; this is about
references.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from winsell.base.scalar import Function
from winsell.playbook.fault import FactValue, Fault
from winsell.playbook.idle import idle_settings
from winsell.playbook.law import softened
from winsell.playbook.model import Playbook

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

FINDINGS: Mapping[str, tuple[str, ...]] = {
    "WSA101": ("hard_from",),
    "WSA102": (),
    "WSA103": ("hard_from",),
    "WSA104": ("hard_from",),
    "WSA105": ("times",),
    "WSA106": (),
    "WSA107": (),
    "WSA108": ("hard_from", "days"),
    "WSB101": ("behaviour.money.critical_from", "behaviour.criteria.critical_from"),
    "WSB102": ("hard_from",),
    "WSB103": (),
    "WSB104": (),
    "WSB105": (),
    "WSC101": ("work.competitor.critical_from",),
    "WSC102": ("hard_from",),
    "WSC103": (),
    "WSC104": ("hard_from",),
    "WSC105": ("hard_from", "days"),
    "WSC106": ("times", "points"),
    "WSC107": (),
    "WSC108": ("hard_from", "days"),
    "WSE101": ("event_rules.deadline_critical_from",),
    "WSE102": (),
    "WSE103": ("event_rules.suspended_red_days",),
    "WSE104": ("work.event.critical_from",),
    "WSE105": (),
    "WSE106": ("work.event.critical_from",),
    "WSE107": ("hard_from",),
    "WSE108": ("times",),
    "WSF101": (),
    "WSF102": (),
    "WSF103": (),
    "WSF104": ("hard_from",),
    "WSH101": ("hard_from",),
    "WSH102": (),
    "WSH103": ("days",),
    "WSL101": ("hard_from",),
    "WSL102": ("hard_from",),
    "WSL103": (),
    "WSN101": (),
    "WSN102": (),
    "WSN103": (),
    "WSN104": (),
    "WSN105": ("points",),
    "WSN106": ("times",),
    "WSP101": (),
    "WSP102": ("work.chair.critical_from",),
    "WSP103": ("hard_from",),
    "WSP104": (),
    "WSP105": ("hard_from", "people"),
    "WSP106": ("hard_from",),
    "WSP107": ("work.source.critical_from",),
    "WSP108": ("hard_from", "days"),
    "WSP109": (),
    "WSP110": ("from", "hard_from"),
    "WSP111": ("from", "work.chair.critical_from"),
    "WSP112": ("hard_from",),
    "WSP113": ("hard_from",),
    "WSP114": ("hard_from", "days"),
    "WSP115": (),
    "WSP116": ("days",),
    "WSP117": ("hard_from", "days"),
    "WSP118": ("hard_from",),
    "WSR101": (),
    "WSR102": (),
    "WSR103": ("times",),
    "WSS101": ("hard_from",),
    "WSS102": ("hard_from",),
    "WSS103": ("days",),
    "WSS104": (),
    "WSS105": (),
    "WSV101": ("work.value.critical_from",),
    "WSV102": (),
    "WSV103": (),
    "WSV104": ("work.value.critical_from",),
    "WSW101": (),
    "WSW102": (),
    "WSW103": ("hard_from",),
    "WSW104": (),
    "WSW105": (),
    "WSY101": (),
    "WSY102": (),
    "WSY103": (),
    "WSY104": (),
}
"""The codes that `rules` may set, each with what it follows beside what all follow (`idle.py`): settings of its own, or
the place that says when it is red. The rules stand floors above and declare it (a test holds that both agree)."""

BESIDE = ("fast", "suspended", "approver", "door", *get_args(Function))
"""What may stand in `meeting.acts` beside the relation strategies: lanes that have none, who is for us, functions."""

_NAMED_PLACES = 3
"""How many of the places that still name a removed id are told; the rest is counted."""


Reference = tuple[tuple[str, ...], str | None]


def faults(playbook: Playbook, parent: Playbook | None = None) -> tuple[Fault, ...]:
    """Find every reference to an id that does not exist, and stages that follow each other in a circle."""
    return (
        *_unknown(_stage_references(playbook), playbook.stages, "stage", "stages"),
        *_unknown(_tactic_references(playbook), playbook.tactics, "tactic", "tactics"),
        *_unknown(_strategy_references(playbook), playbook.strategies, "strategy", "strategies"),
        *_unknown(_relation_references(playbook), playbook.relation, "relation", "relation"),
        *_unknown(_need_references(playbook), NEEDS, "need"),
        *_unknown(_type_references(playbook), playbook.types, "type", "types"),
        *_unknown(_question_references(playbook), playbook.questions, "question", "questions"),
        *_unknown(_finding_references(playbook), FINDINGS, "finding"),
        *idle_settings(playbook, FINDINGS),
        *softened(playbook, parent),
        *_circles(playbook),
        *_backward(playbook),
    )


def _unknown(
    references: Iterator[Reference], known: Collection[str], what: str, section: str | None = None
) -> Iterator[Fault]:
    for where, id_ in references:
        if id_ is not None and id_ not in known:
            near = get_close_matches(id_, list(known), n=1)
            facts: dict[str, FactValue] = {"value": id_, "known": tuple(known)}
            facts |= {"nearest": near[0]} if near else {}
            yield Fault(where, f"no-such-{what}", facts, (section, id_) if section else ())


def _backward(playbook: Playbook) -> Iterator[Fault]:
    """Find quiet periods that end before they begin."""
    for id_, quiet in playbook.quiet.items():
        if quiet.until < quiet.from_:
            facts = {"from": quiet.from_.isoformat(), "until": quiet.until.isoformat()}
            yield Fault(("quiet", id_, "until"), "quiet-backward", facts)


def _circles(playbook: Playbook) -> Iterator[Fault]:
    """Find stages that come back to themselves by `after`; each circle is told once, at its first stage."""
    seen: set[str] = set()
    for id_ in playbook.stages:
        chain = _chain(playbook, id_)
        if playbook.stages[chain[-1]].after == id_ and id_ not in seen:
            seen.update(chain)
            yield _circle(chain)


def _circle(chain: tuple[str, ...]) -> Fault:
    where = ("stages", chain[0], "after")
    return Fault(where, "stages-in-circle", {"stages": chain}) if len(chain) > 1 else Fault(where, "stage-after-itself")


def _chain(playbook: Playbook, id_: str) -> tuple[str, ...]:
    """Follow `after` from a stage until it ends or comes to a stage for the second time."""
    chain = [id_]
    while (before := playbook.stages[chain[-1]].after) in playbook.stages and before not in chain:
        chain.append(before)
    return tuple(chain)


def blame_removals(found: Collection[Fault], own: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Tell of each id that a playbook removes and still uses by inheritance once, where it removes it.

    In: the faults and what the playbook's own file says. A use that stands in that file stays a fault of its own. What
    is no fault of whoever only inherits it is left out.
    """
    found = [fault for fault in found if not fault.own or _says(own, fault.where)]
    inherited = [fault for fault in found if _removes(own, fault.missing) and not _says(own, fault.where)]
    uses: dict[tuple[str, ...], list[str]] = {}
    for fault in inherited:
        uses.setdefault(fault.missing, []).append(".".join(fault.where))
    blamed = (Fault(missing, "removed-in-use", _use_facts(missing, places)) for missing, places in uses.items())
    return (*(fault for fault in found if fault not in inherited), *blamed)


def _use_facts(missing: tuple[str, ...], places: list[str]) -> dict[str, FactValue]:
    more = len(places) - _NAMED_PLACES
    facts: dict[str, FactValue] = {"value": missing[-1], "places": tuple(places[:_NAMED_PLACES])}
    return facts | ({"more": more} if more > 0 else {})


def _removes(own: Mapping[str, Any], place: tuple[str, ...]) -> bool:
    section = own.get(place[0]) if place else None
    return isinstance(section, Mapping) and section.get(place[-1], own) is None


def _says(own: Mapping[str, Any], where: tuple[str, ...]) -> bool:
    """Tell whether something stands at a place, or a list that the place is an item of."""
    node: Any = own
    for part in where:
        if not isinstance(node, Mapping):
            return True
        if part not in node:
            return False
        node = node[part]
    return True


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
    for state, acts in playbook.meeting.acts.items():
        yield from ((("meeting", "acts", state, stage), stage) for stage in acts)


def _dated_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, sign in playbook.signs.items():
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
        yield ("rules", code, "until"), rule.until
        yield ("rules", code, "hard_from"), rule.hard_from


def _tactic_references(playbook: Playbook) -> Iterator[Reference]:
    for section, strategies in (("strategies", playbook.strategies), ("relation", playbook.relation)):
        for id_, strategy in strategies.items():
            yield from _items((section, id_, "tactics"), strategy.tactics)
    for id_, competitive in playbook.strategies.items():
        yield from _items(("strategies", id_, "incumbent_tactics"), competitive.incumbent_tactics)
    unspoken = playbook.meeting.unspoken
    tactics = (one for one in _items(("meeting", "unspoken"), unspoken) if one[1] not in playbook.relation)
    yield from tactics


def _strategy_references(playbook: Playbook) -> Iterator[Reference]:
    for number, row in enumerate(playbook.strategy_rows):
        yield ("strategy_rows", str(number), "strategy"), row.strategy


def _relation_references(playbook: Playbook) -> Iterator[Reference]:
    yield from _items(("meeting", "alone"), playbook.meeting.alone)
    states = (id_ for id_ in playbook.meeting.acts if id_ not in BESIDE)
    yield from ((("meeting", "acts", id_), id_) for id_ in states)


def _need_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, stage in playbook.stages.items():
        yield from _items(("stages", id_, "needs"), stage.needs)


def _type_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, chair in playbook.chairs.items():
        yield from _items(("chairs", id_, "types"), chair.types or ())


def _question_references(playbook: Playbook) -> Iterator[Reference]:
    for id_, kind in playbook.types.items():
        yield from _items(("types", id_, "questions"), kind.questions or ())
    yield from _items(("grades", "fast_lane_questions"), playbook.grades.fast_lane_questions)


def _finding_references(playbook: Playbook) -> Iterator[Reference]:
    yield from ((("rules", code), code) for code in playbook.rules)


def _items(where: tuple[str, ...], ids: Iterable[str]) -> Iterator[Reference]:
    yield from (((*where, str(number)), id_) for number, id_ in enumerate(ids))
