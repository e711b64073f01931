"""Which of the open deals are asked for, and in which order they are to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from winsell.analysis.grade import grade
from winsell.analysis.moment import Moment
from winsell.base.fact import Named
from winsell.base.listed import listed
from winsell.base.scalar import Grade
from winsell.cli.changing import refused
from winsell.cli.examine import Examined
from winsell.cli.open_deals import Opened, owner_called
from winsell.cli.today import today

if TYPE_CHECKING:
    from winsell.analysis.triage import Triaged
    from winsell.playbook.review import ReviewRules
    from winsell.reports.review.triage import Triage


@dataclass(frozen=True, slots=True)
class Filters:
    """What was typed."""

    owner: str | None = None
    grade: str | None = None
    stage: str | None = None
    since: date | None = None
    minutes: int | None = None


def ranked(opened: Opened, day: date | None, filters: Filters) -> Triage:
    """Put the deals that are asked for in order; the time goes to those first whose competitors are known."""
    from winsell.analysis.last_look import last_look
    from winsell.analysis.triage import triaged
    from winsell.reports.review.triage import Asked, Broken, Triage

    deals = asked_for(opened, filters)
    rules = _rules(deals or opened.deals)
    found = [
        triaged(one.case.id, _moment(one), filters.since or last_look(one.case.dossier.deal, one.on)) for one in deals
    ]
    minutes = filters.minutes if filters.minutes is not None else rules.minutes
    first, assumed = _within(found, minutes)
    shown = {id(one.moment) for one in (*first, *assumed)}
    left = [one for one in found if id(one.moment) not in shown]
    stage = _stage(opened.deals, filters.stage) if filters.stage else None
    asked = Asked(day or today(), minutes, filters.owner, _grades(filters.grade), stage, filters.since)
    broken = [Broken(path, len(problems)) for path, problems in opened.problems.items()]
    return Triage(asked, len(found), rules, first, assumed, left, broken)


def _within(found: Iterable[Triaged], minutes: int) -> tuple[list[Triaged], list[Triaged]]:
    """Choose what the time suffices for; what is only assumed comes after all else."""
    from winsell.analysis.triage import first_of
    from winsell.reports.review.news import new_risks

    known: list[Triaged] = []
    guessed: list[Triaged] = []
    for one in found:
        (guessed if one.only_assumed else known).append(one)
    first = first_of(known, lambda one: new_risks(one.moment, one.since), minutes)
    rest = minutes - sum(one.moment.playbook.review.minutes_a_deal for one in first)
    each_takes = min((one.moment.playbook.review.minutes_a_deal for one in guessed), default=0)
    if first and rest < each_takes:
        return first, []
    return first, first_of(guessed, lambda one: new_risks(one.moment, one.since), rest if first else minutes)


def _rules(deals: Sequence[Examined]) -> ReviewRules:
    """Return the numbers that are shown: of the first deal's playbook, or of the built-in one where there is none."""
    if deals:
        return deals[0].playbook.review
    from winsell.store.playbooks import load_playbook

    return load_playbook().playbook.review


def asked_for(opened: Opened, filters: Filters) -> list[Examined]:
    """Return the open deals that are meant, by their ids."""
    grades = _grades(filters.grade)
    found = opened.deals
    if filters.owner is not None:
        found = _of_owner(found, filters.owner)
    if filters.stage is not None:
        meant = _stage(opened.deals, filters.stage).id
        found = [one for one in found if one.case.dossier.deal.stage.at(one.on).value == meant]
    return [one for one in found if grade(_moment(one)) in grades] if grades else found


def _moment(one: Examined) -> Moment:
    return Moment(one.case.dossier, one.playbook, one.on)


def _of_owner(deals: Sequence[Examined], name: str) -> list[Examined]:
    """Keep the deals of one seller."""
    owners = [one.case.dossier.deal.owner or "" for one in deals]
    meant = owner_called(name, owners) if deals else name
    return [one for one, owner in zip(deals, owners, strict=True) if owner.strip().casefold() == meant]


def _grades(typed: str | None) -> tuple[Grade, ...]:
    if typed is None:
        return ()
    known: tuple[Grade, ...] = get_args(Grade)
    asked = [one.upper() for one in listed(typed)]
    wrong = next((one for one in asked if one not in known), None)
    if wrong is not None or not asked:
        raise refused("no-such-grade", value=wrong or typed, known=known)
    return tuple(one for one in known if one in asked)


def _stage(deals: Sequence[Examined], typed: str) -> Named:
    """Return the stage that is meant by its id or by one of its names."""
    folded = typed.strip().casefold()
    known: dict[str, Named] = {}
    for one in deals:
        for id_, stage in one.playbook.stages.items():
            known.setdefault(id_, Named(id_, label=stage.label))
            if folded in {id_.casefold(), *(name.casefold() for name in (stage.label.en, stage.label.zh) if name)}:
                return known[id_]
    if not deals:
        return Named(typed, text=typed)
    raise refused("no-such-stage-here", value=typed, known=tuple(known))
