"""The file uses an id that the playbook does not know.

What it finds. A stage, type, match, event without a strength of its own, sign, chair, strategy or tactic that
stands in no playbook. It stays out of the numbers. Where the deal's stage today is unknown, it counts as the first
one, so that is red; unknown stages of earlier days are one hint.

Why it loses deals. Nobody loses a deal by a typing error; but a risk that is not counted is a risk that is not
seen.

What clears it. The right id, or the new one in the company's playbook.

Source: DESIGN 3.6.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import exists_on
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Where
from winsell.deal.timeline import Timeline
from winsell.playbook.model import Playbook
from winsell.rules._place import dated
from winsell.rules._reference import THE_FILE, nearest

CODE = "WSY101"
UNTIL = "ever"
ABOUT = "file"
ALSO = ("fast", "suspended")
SHOWN = ("hint", "warning", "error")
SETTINGS = ()


_TO_READ = 20
"""Of so many ids one can be chosen by reading; the built-in playbook has more tactics, and fewer of all else."""

Use = tuple[str, Where, str | None]
"""What an id is meant to be, where it stands, and the id."""


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each unknown id, at the first place where it stands; the stage has its own."""
    moment, seen = assessment.moment, set()
    yield from _stage(moment)
    for what, where, id_ in _uses(moment):
        known = _known(moment.playbook, what)
        if id_ is not None and id_ not in known and (what, id_) not in seen:
            seen.add((what, id_))
            facts = {"case": what, "id": id_, **_meant(id_, known)}
            yield Finding(CODE, "warning", where, facts, THE_FILE)


def _stage(moment: Moment) -> Iterator[Finding]:
    """Yield an error for the stage of the day, and one hint that names those of earlier days."""
    history, stages = moment.deal.stage, moment.playbook.stages
    counts_as: Fact = moment.stage_name(moment.stage)
    now = history.at(moment.on)
    if now.value is not None and now.value not in stages:
        facts: dict[str, Fact] = {"case": "stage", "id": now.value, **_meant(now.value, stages)}
        yield Finding(CODE, "error", dated(("stage",), now), facts | {"stage": counts_as}, THE_FILE)
    unknown = [one for one in history.until(moment.on) if one.value not in (None, now.value, *stages)]
    if unknown:
        ids = tuple(dict.fromkeys(one.value for one in unknown))
        first: Fact = moment.stage_name(next(iter(stages)))
        facts = {"case": "stages", "ids": ids, "count": len(ids), "stage": first, "known": tuple(stages)}
        yield Finding(CODE, "hint", dated(("stage",), unknown[0]), facts, THE_FILE)


def _meant(id_: str, known: Collection[str]) -> dict[str, Fact]:
    """Name the known id most like it; if none is, all that could stand there, unless they are too many to read."""
    near = nearest(id_, known)
    return {"nearest": near, "known": None if near or len(known) > _TO_READ else tuple(known)}


def _known(playbook: Playbook, what: str) -> Collection[str]:
    known: dict[str, Collection[str]] = {
        "type": playbook.types,
        "match": playbook.matches,
        "event": playbook.events,
        "sign": playbook.signs,
        "chair": playbook.chairs,
        "strategy": playbook.strategies,
        "work": (*playbook.strategies, *playbook.relation),
        "tactic": playbook.tactics,
    }
    return known[what]


def _uses(moment: Moment) -> Iterator[Use]:
    deal = moment.deal
    yield "type", ("type",), deal.type
    yield from _keys("match", "matches", deal.matches)
    yield from _keys("event", "events", (id_ for id_, event in deal.events.items() if event.strength is None))
    yield from _keys("sign", "signs", deal.signs)
    yield from _keys("chair", "chairs", deal.chairs)
    yield from _dated(moment, "strategy", ("strategy",), deal.strategy)
    for id_, rival in moment.competitors.items():
        yield from _dated(moment, "strategy", ("competitors", id_, "strategy"), rival.strategy)
    for id_, action in sorted(deal.actions.items()):
        if exists_on(action, moment):
            yield "work", ("actions", id_, "strategy"), action.strategy
            yield "tactic", ("actions", id_, "tactic"), action.tactic


def _keys(what: str, section: str, ids: Iterable[str]) -> Iterator[Use]:
    yield from ((what, (section, id_), id_) for id_ in ids)


def _dated(moment: Moment, what: str, where: Where, history: Timeline[str]) -> Iterator[Use]:
    yield from ((what, dated(where, entry), entry.value) for entry in history.until(moment.on))
