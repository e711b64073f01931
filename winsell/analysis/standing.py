"""Where each person stands towards us on a day, and whether we may say that we know it (METHOD 7.1, 7.2).

In: a moment. Out: one `Standing` a person. An attitude is *known* only if it has a reason in words, is fresh, is no
guess, and is younger than every change in the customer's world that touches the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from winsell.analysis.moment import Moment
from winsell.base.scalar import Attitude, Contact
from winsell.deal.deal import Change
from winsell.deal.person import Person
from winsell.deal.timeline import Entry
from winsell.playbook.people import PeopleRules

Doubt = Literal["unknown", "no-reason", "undated", "guess", "stale", "before-change"]
"""Why an attitude does not count as known."""

_FIRST_HAND = ("act", "said", None)


@dataclass(frozen=True, slots=True)
class Standing:
    """A person of the decision, as of a day."""

    id: str
    person: Person
    key: bool
    weight: float
    """Role weight times influence weight, >= 0."""
    entry: Entry[Attitude]
    """The statement that holds, with its reason and source."""
    doubt: Doubt | None
    """None: his attitude is known."""
    contact: Contact | None
    value: float | None
    """-2..+2; None if nothing was ever said of him. A stale attitude keeps its value."""
    discount: float
    """0..1, applied to values above zero only."""
    teller: str | None
    """Who told us where he stands, the person behind an alias; None if nobody is named."""

    @property
    def known(self) -> bool:
        """Tell whether his attitude is known."""
        return self.doubt is None

    @property
    def heard(self) -> bool:
        """Tell whether it is known by hearsay only: nobody saw him do it or had it from himself."""
        return self.known and self.hearsay

    @property
    def hearsay(self) -> bool:
        """Tell whether what is said of him, known or too old, is somebody else's word."""
        return self.entry.value is not None and self.entry.how == "heard" and self.teller != self.id

    @property
    def contacted(self) -> bool:
        """Tell whether anybody of ours is known to have met him."""
        return self.contact not in (None, "none")

    @property
    def against(self) -> bool:
        """Tell whether he is known or was last heard to be against us; a guess of ours is no word of his."""
        return self.value is not None and self.value < 0 and self.doubt != "guess"

    @property
    def supportive(self) -> bool:
        """Tell whether he is known to be for us."""
        return self.known and self.value is not None and self.value > 0

    @property
    def may_stop(self) -> bool:
        """Tell whether his word alone can end the deal."""
        return bool(self.person.veto) or self.person.role == "approver"


def standings(moment: Moment) -> tuple[Standing, ...]:
    """Judge every person who is there on the day, the weightiest first."""
    judged = [standing_of(moment, id_) for id_ in moment.people]
    return tuple(sorted(judged, key=lambda one: (-one.weight, one.id)))


def standing_of(moment: Moment, id_: str) -> Standing:
    """Judge one person."""
    person, rules = _in_his_chair(moment, id_), moment.playbook.people
    entry = attitude_entry(person, rules, moment.on)
    contact = contact_at(moment, id_)
    return Standing(
        id=id_,
        person=person,
        key=is_key(person),
        weight=rules.role_weights[person.role or "unknown"] * rules.influence_weights[person.politics or "unknown"],
        entry=entry,
        doubt=_doubt(moment, id_, entry),
        contact=contact,
        value=None if entry.value is None else rules.attitude_values[entry.value],
        discount=rules.contact_discounts[contact or "unknown"],
        teller=behind_alias(moment, entry.source),
    )


def behind_alias(moment: Moment, source: str | None) -> str | None:
    """Name the person behind an inside source's id, so that who goes by an alias is counted once."""
    known = moment.deal.sources.get(source) if source else None
    return known.person if known is not None and known.person is not None else source


def _in_his_chair(moment: Moment, id_: str) -> Person:
    """Give a person the weightiest role among his own and those of the chairs in which the deal seats him."""
    person = moment.dossier.people[id_]
    seated = [chair for chair, holder in moment.deal.chairs.items() if holder.at(moment.on).value == id_]
    kinds = [moment.playbook.chairs[chair] for chair in seated if chair in moment.playbook.chairs]
    roles = [role for role in (person.role, *(kind.role for kind in kinds)) if role is not None]
    weights = moment.playbook.people.role_weights
    role = max(roles, key=lambda one: (weights[one], one), default=None)
    return person if role == person.role else person.model_copy(update={"role": role})


def is_key(person: Person) -> bool:
    """Tell whether a person counts as a key person: by role, politics or veto, or because neither is known."""
    if person.key is not None:
        return person.key
    by_role = person.role in ("approver", "decider", "evaluator")
    return by_role or person.politics in ("inner", "structure") or bool(person.veto) or _a_riddle(person)


def _a_riddle(person: Person) -> bool:
    return person.role is None and person.politics is None


def attitude_entry(person: Person, rules: PeopleRules, on: date) -> Entry[Attitude]:
    """Return what was last said of a person on either scale; the nine-questions ladder is mapped by its bands."""
    attitude, support = person.attitude.at(on), person.support.at(on)
    if not person.support.until(on) or (support.on or date.min) < (attitude.on or date.min):
        return attitude
    value = None if support.value is None else _by_band(support.value, rules)
    return Entry(value, support.on, support.why, support.source, support.by, support.how)


def _by_band(step: int, rules: PeopleRules) -> Attitude:
    bands = sorted(rules.support_bands.items(), key=lambda band: -band[1])
    return next((attitude for attitude, lowest in bands if step >= lowest), bands[-1][0])


def _doubt(moment: Moment, id_: str, entry: Entry[Attitude]) -> Doubt | None:
    if entry.value is None:
        return "unknown"
    if entry.on is None:
        return "undated"
    if entry.why is None:
        return "no-reason"
    if entry.how == "guess":
        return "guess"
    if (moment.on - entry.on).days > moment.playbook.people.attitude_fresh_days:
        return "stale"
    return "before-change" if _overtaken(moment, id_) else None


def _overtaken(moment: Moment, id_: str) -> bool:
    """Tell whether the customer's world changed for this person and nothing first-hand came after it."""
    changes = [change for change in moment.deal.changes if change.on <= moment.on and touches(moment, change, id_)]
    latest = max((change.on for change in changes), default=None)
    return latest is not None and not heard_since(moment, id_, latest)


def heard_since(moment: Moment, id_: str, day: date) -> bool:
    """Tell whether we learnt on a day or later where a person stands, and not by hearsay."""
    return any(said >= day for said in _said_first_hand(moment, id_))


def _said_first_hand(moment: Moment, id_: str) -> Iterator[date]:
    """Yield the days on which we learnt on either scale where he stands, and not by hearsay."""
    person = moment.dossier.people[id_]
    said: list[Entry[Any]] = [*person.attitude.until(moment.on), *person.support.until(moment.on)]
    for entry in said:
        if entry.on is not None and entry.value is not None and entry.how in _FIRST_HAND:
            yield entry.on


def touches(moment: Moment, change: Change, id_: str) -> bool:
    """Tell whether a change touches a person: as it says, else who approves, and that department."""
    person = _in_his_chair(moment, id_)
    if change.touches is not None:
        return id_ in change.touches or (person.function or "") in change.touches
    others = [_in_his_chair(moment, other) for other in moment.people]
    departments = {other.function for other in others if other.role == "approver" and other.function}
    return person.role == "approver" or person.function in departments


def contact_at(moment: Moment, id_: str) -> Contact | None:
    """Return how well we know a person: as stated, else as it follows from the activities, else None (unknown)."""
    stated = moment.dossier.people[id_].contact
    if stated.until(moment.on):
        return stated.at(moment.on).value
    return _contact_from(moment, id_)


def _contact_from(moment: Moment, id_: str) -> Contact | None:
    rules = moment.playbook.people.contact_from_activities
    met = [one for one in moment.deal.activities if id_ in one.people and one.on <= moment.on]
    recent = [one for one in met if _within(one.on, moment.on, rules.occasional_days)]
    if not recent:
        told = any(_within(day, moment.on, rules.occasional_days) for day in _told_us(moment, id_))
        return "occasional" if told else None
    if len(recent) < rules.multiple_at_least:
        return "occasional"
    close = any((one.alone or one.outside) and _within(one.on, moment.on, rules.deep_days) for one in recent)
    return "deep" if close else "multiple"


def _told_us(moment: Moment, id_: str) -> Iterator[date]:
    """Yield the days on which he told us himself where he stands, or what makes the customer act: so we have met."""
    person = moment.dossier.people[id_]
    said: list[Entry[Any]] = [*person.attitude.until(moment.on), *person.support.until(moment.on)]
    told = [entry for event in moment.deal.events.values() for entry in event.status.until(moment.on)]
    for entry in (*said, *told):
        own = entry.source == id_ or (entry.source is None and entry in said)
        if own and entry.on is not None and entry.how == "said":
            yield entry.on


def _within(day: date, on: date, days: int) -> bool:
    return on - day <= timedelta(days=days)
