"""The file refers to a person, a competitor or a criterion that stands nowhere.

What it finds. An id used for somebody or something (matters_to, reports_to, chairs, they_have, leans_to, spokesman,
an action's `for` ...) that neither the deal nor the account has.

Why it loses deals. Work planned for a person who is not there is done for nobody.

What clears it. The right id, or an entry for the missing one.

Source: DESIGN 3.6.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import get_args

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import exists_on
from winsell.base.finding import Finding, Where
from winsell.base.scalar import Function
from winsell.deal.dossier import NOBODY
from winsell.deal.person import exists
from winsell.rules._place import dated
from winsell.rules._reference import THE_FILE, nearest

CODE = "WSY102"
UNTIL = "ever"
ABOUT = "file"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ()


Use = tuple[str, Where, str | None]
"""What an id is meant to be, where it stands, and the id."""

_HEADS = {"people": "person", "competitors": "competitor", "criteria": "criterion"}
"""What an action may be for, by the first word of its `for`."""


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each missing id, at one of the places where it stands, with their number."""
    known = _known(assessment.moment)
    places: dict[tuple[str, str], list[Where]] = {}
    for what, where, id_ in _uses(assessment.moment):
        if id_ is not None and id_ not in known[what]:
            places.setdefault((what, id_), []).append(where)
    for (what, id_), wheres in places.items():
        facts = {"case": what, "id": id_, "nearest": nearest(id_, known[what]), "count": len(wheres)}
        yield Finding(CODE, "warning", wheres[0], facts, THE_FILE)


def _known(moment: Moment) -> dict[str, Collection[str]]:
    account = moment.dossier.account
    people = {*moment.dossier.people, *(account.people if account else ())}
    return {
        "person": people,
        "informant": people | set(moment.deal.sources),
        "touched": people | set(get_args(Function)),
        "competitor": moment.deal.competitors,
        "leaning": {"us", *moment.deal.competitors},
        "criterion": moment.deal.criteria,
    }


def _uses(moment: Moment) -> Iterator[Use]:
    """Go through all references, by id and not as the file has them: its order must not change what is said."""
    yield from _of_people(moment)
    yield from _of_chairs_and_sources(moment)
    yield from _of_value(moment)
    yield from _of_competitors(moment)
    yield from _of_happenings(moment)
    yield from _of_actions(moment)


def _of_people(moment: Moment) -> Iterator[Use]:
    for id_ in moment.people:
        person = moment.dossier.people[id_]
        yield "person", ("people", id_, "reports_to"), person.reports_to
        for entry in person.leans_to.until(moment.on):
            yield "leaning", dated(("people", id_, "leans_to"), entry), entry.value


def _of_chairs_and_sources(moment: Moment) -> Iterator[Use]:
    for id_, history in sorted(moment.deal.chairs.items()):
        for entry in history.until(moment.on):
            yield "person", dated(("chairs", id_), entry), None if entry.value == NOBODY else entry.value
    for id_, source in sorted(moment.deal.sources.items()):
        yield "person", ("sources", id_, "person"), source.person
        yield "informant", ("sources", id_, "introduced_by"), source.introduced_by


def _of_value(moment: Moment) -> Iterator[Use]:
    for id_, row in sorted(moment.deal.value.items()):
        if exists(row.since, row.left, moment.on):
            yield from _listed("person", ("value", id_, "matters_to"), row.matters_to)
            yield from (("competitor", ("value", id_, "they_have", one), one) for one in sorted(row.they_have))
            yield "criterion", ("value", id_, "criterion"), row.criterion
    for id_, criterion in sorted(moment.deal.criteria.items()):
        yield "person", ("criteria", id_, "owner"), criterion.owner


def _of_competitors(moment: Moment) -> Iterator[Use]:
    for id_, rival in moment.competitors.items():
        yield "person", ("competitors", id_, "spokesman"), rival.spokesman
        yield from (("person", ("competitors", id_, "attitudes", one), one) for one in sorted(rival.attitudes))
    for id_, history in sorted(moment.deal.signs.items()):
        for entry in history.until(moment.on):
            yield "leaning", dated(("signs", id_), entry), entry.extra.get("at")


def _of_happenings(moment: Moment) -> Iterator[Use]:
    for number, activity in enumerate(moment.deal.activities):
        if activity.on <= moment.on:
            yield from _listed("person", ("activities", str(number), "with"), activity.people)
    for number, change in enumerate(moment.deal.changes):
        if change.on <= moment.on:
            yield from _listed("touched", ("changes", str(number), "touches"), change.touches or ())


def _listed(what: str, where: Where, ids: Iterable[str]) -> Iterator[Use]:
    yield from ((what, (*where, str(number)), id_) for number, id_ in enumerate(ids))


def _of_actions(moment: Moment) -> Iterator[Use]:
    for id_, action in sorted(moment.deal.actions.items()):
        head, _, rest = (action.for_ or "").partition(".")
        if rest and head in _HEADS and exists_on(action, moment):
            yield _HEADS[head], ("actions", id_, "for"), rest.partition(".")[0]
