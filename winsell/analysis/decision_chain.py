"""The decision chain: its score, what finding out could do to it, who is missing, and how much of it we know.

In: a moment and its standings. Out: `Chain`. The arithmetic is a reconstruction in the shape of published ancestors
(METHOD 7.3): role times influence weighs the attitude; a friendly word counts by how well we know the person, a hostile
one in full; the unknown contribute nothing and stay in the denominator, so that nobody scores well while blind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.deal.dossier import NOBODY
from winsell.playbook.model import Chair
from winsell.playbook.people import PeopleRules

MapColour = Literal["red", "amber", "green", "unknown"]


@dataclass(frozen=True, slots=True)
class Link:
    """A person, or an empty chair, as a term of the score."""

    id: str
    weight: float
    value: float | None
    """-2..+2; None: nothing was ever said."""
    discount: float
    known: bool
    chair: bool = False
    """Is it an empty chair? A person and a chair may have the same id."""


@dataclass(frozen=True, slots=True)
class ChainNumbers:
    """The score -100..100 with its band; all None where there is nobody to score."""

    score: float | None
    low: float | None
    high: float | None
    thin: bool
    """Less than half of the weight is known."""


@dataclass(frozen=True, slots=True)
class Insight:
    """How many of the key persons and empty chairs we know, plain and weighted (0..1; None without anybody)."""

    known: int
    total: int
    rate: float | None
    weighted: float | None


@dataclass(frozen=True, slots=True)
class Chain:
    """The decision chain as of a day."""

    links: tuple[Link, ...]
    numbers: ChainNumbers
    insight: Insight
    map: MapColour
    people: tuple[Standing, ...]
    empty_chairs: tuple[str, ...]

    @property
    def key(self) -> tuple[Standing, ...]:
        """The key persons."""
        return tuple(person for person in self.people if person.key)

    @property
    def heard(self) -> tuple[Standing, ...]:
        """The key persons of whom we only heard where they stand; the method counts them as known."""
        return tuple(person for person in self.key if person.heard)

    @property
    def map_heard(self) -> tuple[Standing, ...]:
        """The friends to whom the map owes its green or amber, if of every one of them we only heard it."""
        friends = [person for person in self.key if person.supportive]
        if self.map == "green":
            friends = [person for person in friends if _decides(person)]
        shows_friends = self.map in ("green", "amber")
        return tuple(friends) if shows_friends and all(person.heard for person in friends) else ()

    @property
    def map_stoppers(self) -> tuple[Standing, ...]:
        """The key persons who make the map red whoever else is for us: they can stop it alone and are against us."""
        return tuple(person for person in self.key if _stops(person))


def decision_chain(moment: Moment, people: tuple[Standing, ...]) -> Chain:
    """Analyse the chain as of a day."""
    key = [person for person in people if person.key]
    empty = empty_chairs(moment, people)
    links = tuple([_link(person) for person in key] + [_chair_link(moment, id_) for id_ in empty])
    return Chain(links, chain_numbers(links, moment.playbook.people), insight(links), _map(key), people, empty)


def chain_numbers(links: Sequence[Link], rules: PeopleRules) -> ChainNumbers:
    """Score links: what is said, and the least and most that finding out the rest could make of it."""
    weight = fsum(link.weight for link in links)
    if not weight:
        return ChainNumbers(None, None, None, thin=True)
    known = fsum(link.weight for link in links if link.known)
    values = rules.attitude_values.values()
    full = max(abs(value) for value in values)
    score, low, high = (_score(links, weight * full, unknown) for unknown in (None, min(values), max(values)))
    return ChainNumbers(score, low, high, known < rules.thin_below * weight)


def _score(links: Iterable[Link], full: float, unknown: float | None) -> float:
    """Average the links; what is not known counts as said (`unknown` None) or as this value in full contact."""
    return 100 * fsum(link.weight * _term(link, unknown) for link in links) / full


def chain_terms(links: Sequence[Link], rules: PeopleRules) -> dict[tuple[str, str], float]:
    """Return what each person and each empty chair adds to the score; together they are the score."""
    weight = fsum(link.weight for link in links)
    full = weight * max(abs(value) for value in rules.attitude_values.values())
    kinds = {True: "chairs", False: "people"}
    return {(kinds[link.chair], link.id): _score([link], full, None) for link in links} if weight else {}


def _term(link: Link, unknown: float | None) -> float:
    if unknown is not None and not link.known:
        return unknown
    value = link.value or 0.0
    return value * link.discount if value > 0 else value


def _link(person: Standing) -> Link:
    return Link(person.id, person.weight, person.value, person.discount, person.known)


def _chair_link(moment: Moment, id_: str) -> Link:
    weight = moment.playbook.chairs[id_].weight * moment.playbook.chair_rules.influence
    nobody_known = moment.playbook.people.contact_discounts["unknown"]
    return Link(id_, weight, None, nobody_known, known=False, chair=True)


def insight(links: Sequence[Link]) -> Insight:
    """Count what is known among the key persons and empty chairs."""
    known = [link for link in links if link.known]
    weight = fsum(link.weight for link in links)
    rate = len(known) / len(links) if links else None
    return Insight(len(known), len(links), rate, fsum(link.weight for link in known) / weight if weight else None)


def _map(key: Sequence[Standing]) -> MapColour:
    """Colour the map; an average of friends is no comfort while somebody who can stop it alone is against us."""
    if not key:
        return "unknown"
    friends = [person for person in key if person.supportive]
    if not friends or any(_stops(person) for person in key):
        return "red"
    return "green" if any(_decides(person) for person in friends) else "amber"


def _stops(one: Standing) -> bool:
    return one.may_stop and one.against


def _decides(one: Standing) -> bool:
    return one.person.role in ("approver", "decider")


def empty_chairs(moment: Moment, people: Sequence[Standing]) -> tuple[str, ...]:
    """Name the chairs that are due and that neither a person nor a sourced `none` fills."""
    chairs = moment.playbook.chairs.items()
    due = [id_ for id_, chair in chairs if moment.reached(chair.due_from) and _applies(moment, chair)]
    return tuple(id_ for id_ in due if not _filled(moment, id_, people))


def _applies(moment: Moment, chair: Chair) -> bool:
    return chair.types is None or moment.deal.type in chair.types


def _filled(moment: Moment, id_: str, people: Sequence[Standing]) -> bool:
    stated = moment.deal.chairs.get(id_)
    holder = stated.at(moment.on).value if stated else None
    if holder == NOBODY:
        return is_closed(moment, id_)
    if holder is not None:
        return holder in moment.people
    chair = moment.playbook.chairs[id_]
    return any(_sits(one, chair) for one in people)


def is_closed(moment: Moment, id_: str) -> bool:
    """Tell whether somebody who is named told us that the customer has no such chair."""
    stated = moment.deal.chairs.get(id_)
    entry = stated.at(moment.on) if stated else None
    return entry is not None and entry.value == NOBODY and entry.source is not None


def nobody_approves(moment: Moment) -> bool:
    """Tell whether every chair of an approver is closed by a source: then there is nobody to be met."""
    chairs = [id_ for id_, chair in moment.playbook.chairs.items() if chair.role == "approver"]
    return bool(chairs) and all(is_closed(moment, id_) for id_ in chairs)


def _sits(one: Standing, chair: Chair) -> bool:
    by_role = chair.role is not None and one.person.role == chair.role
    return by_role or (chair.function is not None and one.person.function == chair.function)


@dataclass(frozen=True, slots=True)
class RivalChain:
    """What is known of a competitor's chain; shown beside his relation, never turned into it."""

    competitor: str
    numbers: ChainNumbers
    insight: Insight
    friends: tuple[str, ...]
    """Persons who are known to be for him."""


def rival_chains(moment: Moment, people: Sequence[Standing]) -> tuple[RivalChain, ...]:
    """Analyse the chain of each competitor of whom anybody is known to stand anywhere."""
    rivals = (_rival_chain(moment, id_, people) for id_ in moment.competitors)
    return tuple(rival for rival in rivals if rival.insight.known)


def _rival_chain(moment: Moment, id_: str, people: Sequence[Standing]) -> RivalChain:
    links = [_rival_link(moment, id_, one) for one in people if one.key]
    friends = tuple(link.id for link in links if link.value is not None and link.value > 0)
    return RivalChain(id_, chain_numbers(links, moment.playbook.people), insight(links), friends)


def _rival_link(moment: Moment, id_: str, one: Standing) -> Link:
    """A friendly word for a competitor counts in full: how well he knows the person is more than we can tell."""
    value = _towards(moment, id_, one)
    return Link(one.id, one.weight, value, 1.0, known=value is not None)


def _towards(moment: Moment, id_: str, one: Standing) -> float | None:
    stated = moment.deal.competitors[id_].attitudes.get(one.id)
    attitude = stated.at(moment.on).value if stated else None
    if attitude is None:
        leans = one.person.leans_to.at(moment.on).value == id_
        return moment.playbook.people.leaning_value if leans else None
    return moment.playbook.people.attitude_values[attitude]
