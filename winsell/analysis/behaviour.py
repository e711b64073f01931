"""Point D, project behaviour: how this customer bought before, and what of it we know (METHOD 9).

In: a moment. Out: `BehaviourState` with coverage 0..1 and each element's knowledge and colour, and a sanity check of
the amount against what the customer paid before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.base.scalar import Knowledge
from winsell.deal.project import PastProject
from winsell.deal.timeline import Entry, Timeline
from winsell.playbook.model import ElementId

ELEMENTS: tuple[ElementId, ...] = ("people", "money", "criteria", "intelligence", "lessons")
ElementColour = Literal["white", "green", "yellow", "red"]


@dataclass(frozen=True, slots=True)
class ElementState:
    """What we know of one element."""

    id: ElementId
    entry: Entry[Knowledge]
    colour: ElementColour
    on_file: tuple[PastProject, ...] = ()
    """The past projects that tell something of it, while nobody has ever judged what we know."""

    @property
    def knowledge(self) -> Knowledge | Literal["unknown"]:
        """The stated knowledge."""
        return self.entry.value or "unknown"

    @property
    def handled(self) -> bool:
        """Tell whether nothing is left to find out: known, or not recoverable."""
        return self.entry.value in ("known", "not-recoverable")


@dataclass(frozen=True, slots=True)
class BudgetAnchor:
    """The present amount against the sum of past items in the same currency: a sanity check, no forecast."""

    past: Decimal
    currency: str
    low_ratio: Decimal
    high_ratio: Decimal
    unlike: bool
    """So far apart that the two are hardly for the same kind of thing: a question, and no check."""


@dataclass(frozen=True, slots=True)
class BehaviourState:
    """Project behaviour as of a day."""

    elements: tuple[ElementState, ...]
    coverage: float
    anchor: BudgetAnchor | None

    def element(self, id_: ElementId) -> ElementState:
        """Return one element."""
        return next(element for element in self.elements if element.id == id_)


DETAIL: Mapping[ElementId, Callable[[PastProject], bool]] = {
    "people": lambda project: bool(project.people),
    "money": lambda project: bool(project.money),
    "criteria": lambda project: bool(project.criteria or project.rounds or project.milestones),
    "intelligence": lambda project: bool(project.bids),
    "lessons": lambda project: bool(project.lessons),
}
"""Which part of a past project tells something of an element."""


def project_behaviour(moment: Moment) -> BehaviourState:
    """Judge the five elements as of the day."""
    elements = tuple(_element(moment, id_) for id_ in ELEMENTS)
    values, kinds = moment.playbook.knowledge_values, moment.playbook.behaviour
    known = sum(kinds[element.id].weight * values[element.knowledge] for element in elements)
    coverage = known / sum(kinds[id_].weight for id_ in ELEMENTS)
    return BehaviourState(elements, coverage, _anchor(moment))


def _element(moment: Moment, id_: ElementId) -> ElementState:
    judged: Timeline[Knowledge] = getattr(moment.deal.behaviour, id_)
    entry = judged.at(moment.on)
    projects = () if judged.until(moment.on) else moment.dossier.past_projects.values()
    told = tuple(one for one in projects if DETAIL[id_](one) and _is_past(moment, one))
    return ElementState(id_, entry, _colour(moment, id_, entry.value), told)


def _is_past(moment: Moment, project: PastProject) -> bool:
    """Tell whether a project was over, and known to us, by the day: one of this year may be this deal's look-back."""
    if project.since is not None and project.since > moment.on:
        return False
    return project.year is None or project.year < moment.on.year or moment.outcome is not None


def _colour(moment: Moment, id_: ElementId, knowledge: Knowledge | None) -> ElementColour:
    if knowledge in ("known", "not-recoverable"):
        return "green" if knowledge == "known" else "white"
    rules = moment.playbook.behaviour[id_]
    if moment.outcome is not None:  # nothing is to be found out any more; the look back asks for the lessons
        return "white"
    if knowledge is None and moment.reached(rules.critical_from):
        return "red"
    return "yellow" if moment.reached(rules.due_from) else "white"


def _anchor(moment: Moment) -> BudgetAnchor | None:
    amount = moment.deal.amount
    if amount is None or moment.deal.behaviour.money.at(moment.on).value is None:
        return None
    past = sum((_total(project, amount.currency) for project in moment.dossier.past_projects.values()), Decimal(0))
    if not past:
        return None
    low, high, limits = amount.low / past, (amount.high or amount.low) / past, moment.playbook.budget_check
    unlike = float(high) < limits.unlike_below or float(low) > limits.unlike_above
    return BudgetAnchor(past, amount.currency, low, high, unlike)


def _total(project: PastProject, currency: str) -> Decimal:
    return sum((item.amount for item in project.money.values() if item.currency == currency), Decimal(0))
