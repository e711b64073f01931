"""Ceilings: what the win probability cannot exceed while something decisive is missing or against us (METHOD 8.3)."""

from __future__ import annotations

from dataclasses import dataclass

from winsell.analysis.decision_chain import Chain, nobody_approves
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Percent, Say

PAYER = "payer"
"""The chair of whoever pays."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The lowest ceiling that applies, and the step that says what would lift it."""

    cap: float
    step: Say


def lowest_ceiling(moment: Moment, chain: Chain, seats: int) -> Ceiling:
    """Return the lowest ceiling that applies on the day."""
    found: list[Ceiling | None] = [Ceiling(1.0, Say("step.ceiling-always", {"cap": Percent(1.0)}))]
    found.append(_ceiling(moment, "always", {}))
    if approver_unknown(moment, chain):
        found.append(_ceiling(moment, "approver-unknown", {}))
    if PAYER in chain.empty_chairs:
        found.append(_ceiling(moment, "payer-unknown", {}))
    opponents = tuple(moment.person(one.id) for one in chain.people if one.may_stop and one.against)
    if opponents:
        found.append(_ceiling(moment, "opponent-with-veto", {"people": opponents}))
    missing = _unknown_of(moment)
    if missing:
        found.append(_ceiling(moment, "money-or-criteria-unknown", {"elements": missing}))
    if _price_blind(moment):
        bidders = moment.deal.shortlist.at(moment.on).value or seats + 1
        cap = 1 / max(1, bidders)
        found.append(Ceiling(cap, Say("step.ceiling-price-unknown", {"cap": Percent(cap), "bidders": bidders})))
    return min((one for one in found if one is not None), key=lambda one: one.cap)


def applies(moment: Moment, id_: str) -> bool:
    """Tell whether the deal has come to a stage from which the playbook has a ceiling for this."""
    return _ceiling(moment, id_, {}) is not None


def _ceiling(moment: Moment, id_: str, facts: dict[str, Fact]) -> Ceiling | None:
    """Return a ceiling of the playbook, by the last stage of it that the deal has come to."""
    by_stage = moment.playbook.probability.ceilings.get(id_, {})  # type: ignore[call-overload]
    reached = [stage for stage in by_stage if moment.reached(stage)]
    if not reached:
        return None
    cap = by_stage[max(reached, key=moment.playbook.stage_rank)]
    return Ceiling(cap, Say(f"step.ceiling-{id_}", {"cap": Percent(cap), **facts}))


def approver_unknown(moment: Moment, chain: Chain) -> bool:
    """Tell whether somebody must approve, and no approver is listed, met, and his attitude known."""
    known = any(one.person.role == "approver" and one.contacted and one.known for one in chain.people)
    return not known and not nobody_approves(moment)


def _unknown_of(moment: Moment) -> tuple[Fact, ...]:
    behaviour = moment.deal.behaviour
    elements = {"money": behaviour.money, "criteria": behaviour.criteria}
    return tuple(
        Say(moment.in_its_words(f"element.{id_}"))
        for id_, known in elements.items()
        if known.at(moment.on).value is None
    )


def _price_blind(moment: Moment) -> bool:
    """Tell whether the lowest price wins and we do not know where ours stands."""
    return moment.deal.award_rule == "lowest-price" and moment.deal.us.price.at(moment.on).value is None
