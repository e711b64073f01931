"""The conditions of the strategy recommender: each is yes (True), no (False) or unknown (None) of a deal on a day.

METHOD 10.1. A playbook composes them into rows; what each means stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import fsum

from winsell.analysis.decision_chain import Chain
from winsell.analysis.moment import Moment
from winsell.analysis.screening import Screening
from winsell.analysis.standing import Standing
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.win_probability import WinProbability
from winsell.analysis.work_for import exists_on, is_for
from winsell.deal.project import Criterion
from winsell.playbook.model import Condition


@dataclass(frozen=True, slots=True)
class Position:
    """What the conditions are judged by."""

    moment: Moment
    screening: Screening
    chain: Chain
    probability: WinProbability


def _q1_no(at: Position) -> bool | None:
    return at.screening.answer("q1") == "no"


def _veto_unmovable(at: Position) -> bool | None:
    opponents = [one for one in at.chain.people if one.may_stop and one.against]
    if not opponents:
        return False
    return True if any(_did_not_move(at.moment, one) for one in opponents) else None


def _did_not_move(moment: Moment, one: Standing) -> bool:
    """Tell whether something was done about a person strongly against us, and had no effect."""
    where = ("people", one.id)
    actions = [action for action in moment.deal.actions.values() if is_for(action, where) and exists_on(action, moment)]
    return one.entry.value == "enemy" and any(action.effect.at(moment.on).value == "none" for action in actions)


def _part_we_lead(at: Position) -> bool | None:
    answers = [lot.we_lead.at(at.moment.on).value for lot in at.moment.deal.lots.values()]
    if "yes" in answers:
        return True
    return None if not answers or None in answers else False


def _no_winnable_part(at: Position) -> bool | None:
    lead = _part_we_lead(at)
    return None if lead is None else not lead


def _probability_zero(at: Position) -> bool | None:
    """A missing number is no zero."""
    return at.probability.value == 0.0


def _no_compelling_event(at: Position) -> bool | None:
    return {"yes": False, "no": True, "suspended": True, "unknown": None}[at.screening.answer("q2")]


def _deal_lost(at: Position) -> bool | None:
    return at.moment.outcome in ("lost", "no-decision", "tender-failed", "dropped-by-us")


def _account_wanted(at: Position) -> bool | None:
    wanted = at.moment.deal.account_wanted
    return None if wanted is None else wanted == "yes"


def _we_are_incumbent(at: Position) -> bool | None:
    stated = at.moment.deal.us.incumbent.at(at.moment.on).value
    if stated is not None:
        return stated == "yes"
    another = any(rival.kind in ("incumbent", "in-house") for rival in at.moment.competitors.values())
    return False if another else None


def _probability_even(at: Position) -> bool | None:
    value = at.probability.value
    return None if value is None else value >= at.moment.playbook.probability.even_from


def _criteria_fit_us(at: Position) -> bool | None:
    criteria = list(at.moment.deal.criteria.values())
    standings = [one.ours.at(at.moment.on).value for one in criteria]
    if any(one.mandatory and how == "failed" for one, how in zip(criteria, standings, strict=True)):
        return False
    if not fsum(_weight(one) for one in criteria) or None in standings:
        return None
    met = fsum(_weight(one) for one, how in zip(criteria, standings, strict=True) if how == "met")
    return met >= at.moment.playbook.probability.criteria_fit_at_least * fsum(_weight(one) for one in criteria)


def _weight(criterion: Criterion) -> float:
    return 1.0 if criterion.weight is None else float(criterion.weight)


def _solution_on_paper(at: Position) -> bool | None:
    rows = [graded for graded in graded_rows(at.moment) if graded.row.kind == "solution"]
    if any(graded.on_paper for graded in rows):
        return True
    matched = [graded for graded in rows if "fully" in graded.row.they_have.values()]
    return False if rows and len(matched) == len(rows) else None


def _not_behind_on_relation(at: Position) -> bool | None:
    setting = at.probability.setting
    if setting is None:
        return None
    levels = [rival.levels["relation"] for rival in setting.inputs.rivals]
    known = [level for level in levels if level is not None]
    if known and setting.origins["relation"] == "assumed":
        return None
    close = at.moment.playbook.probability.relation_even_within
    if any(setting.inputs.ours["relation"].point + close < level for level in known):
        return False
    all_known = len(known) == len(levels) >= setting.inputs.seats
    return all_known or not _opponents(at)


def _opponents(at: Position) -> list[Standing]:
    """Name the key persons who are against us or lean to a competitor."""
    leaning = {one.id for one in at.chain.key if one.person.leans_to.at(at.moment.on).value not in (None, "us")}
    return [one for one in at.chain.key if one.against or one.id in leaning]


def _at_least_equal(at: Position) -> bool | None:
    result = at.probability.result
    if result is None:
        return None
    return all(result.ours.point >= strength.point for _, strength in result.rivals)


def _behind(at: Position) -> bool | None:
    """Below the best competitor; unknown while no level of any competitor is known."""
    result = at.probability.result
    if result is None or at.probability.basis == "assumed":
        return None
    return any(result.ours.point < strength.point for _, strength in result.rivals)


def _criteria_open(at: Position) -> bool | None:
    return not _criteria_closed(at)


def _criteria_closed(at: Position) -> bool | None:
    return at.moment.tender_is_out


_BY_STRENGTH = ("at-least-equal", "behind", "probability-even")


def is_reckoned(at: Position, condition: Condition) -> bool:
    """Tell whether an answer rests on what the rule for the unknown puts in place of a competitor's level."""
    if at.probability.setting is None:
        return False
    levels = [rival.levels for rival in at.probability.setting.inputs.rivals]
    if condition == "not-behind-on-relation":
        return any(level["relation"] is None for level in levels)
    return condition in _BY_STRENGTH and any(None in level.values() for level in levels)


CONDITIONS: Mapping[Condition, Callable[[Position], bool | None]] = {
    "q1-no": _q1_no,
    "veto-unmovable": _veto_unmovable,
    "no-winnable-part": _no_winnable_part,
    "probability-zero": _probability_zero,
    "no-compelling-event": _no_compelling_event,
    "deal-lost": _deal_lost,
    "account-wanted": _account_wanted,
    "we-are-incumbent": _we_are_incumbent,
    "probability-even": _probability_even,
    "criteria-fit-us": _criteria_fit_us,
    "solution-on-paper": _solution_on_paper,
    "not-behind-on-relation": _not_behind_on_relation,
    "at-least-equal": _at_least_equal,
    "behind": _behind,
    "criteria-open": _criteria_open,
    "criteria-closed": _criteria_closed,
    "part-we-lead": _part_we_lead,
}


def rivals_in_seats(moment: Moment) -> tuple[str, ...]:
    """Name the competitors who take seats, in the order of the file."""
    return tuple(id_ for id_, rival in moment.competitors.items() if rival.takes_seat)
