"""Inside sources: how many there are who can tell about competitors or the decision (METHOD 8.1, 8.3).

In: a moment and its standings. Out: how many independent ones, 0, 1 or 2 (two or more). Two are independent if they
sit in different departments and neither brought the other; one of them must have been seen to do something for us.
The words to us of an approver who is for us count as one; a neutral one who keeps to the rules told us nothing. Whoever
is against us, or leans to a competitor, may tell us much and is no voice of ours: they tell us what serves the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing, behind_alias
from winsell.deal.person import Source, exists
from winsell.deal.timeline import Entry


@dataclass(frozen=True, slots=True)
class Informant:
    """An inside source as of a day."""

    id: str
    """The person's id (the source's own if the person is not in the files)."""
    department: str | None
    introduced_by: str | None
    acted: bool
    """Was he seen to do something for us?"""
    confirmed: date | None
    """When what he told was last confirmed, or first told."""
    tells: bool
    """Can he tell about competitors or the decision, is that fresh, and does he not work for the other side?"""
    against: bool = False
    """Would he count, were he not against us or leaning to a competitor?"""


@dataclass(frozen=True, slots=True)
class Inside:
    """Our view into the customer's house."""

    informants: tuple[Informant, ...]
    voices: tuple[str, ...]
    """Who is counted: nobody, one, or two who are independent of each other."""

    @property
    def count(self) -> int:
        """How many independent ones there are: 0, 1, or 2 for two and more."""
        return len(self.voices)

    @property
    def word(self) -> str:
        """The key of the discount: none, one or two."""
        return ("none", "one", "two")[self.count]

    @property
    def opponents(self) -> tuple[str, ...]:
        """Who tells us much and does not count, because they are against us or lean to a competitor."""
        return tuple(dict.fromkeys(one.id for one in self.informants if one.against))


def inside_sources(moment: Moment, people: Sequence[Standing]) -> Inside:
    """Count the independent inside sources as of the day."""
    named = sorted(moment.deal.sources.items())
    present = [(id_, source) for id_, source in named if exists(_since(source), source.left, moment.on)]
    turned = frozenset(one.id for one in people if works_against(moment, one))
    informants = [_informant(moment, id_, source, turned) for id_, source in present]
    informants += [_approver(one) for one in people if _tells_us_himself(one)]
    telling = [one for one in informants if one.tells]
    pairs = (pair for pair in combinations(telling, 2) if independent(*pair))
    counted = next(pairs, tuple(telling[:1]))
    return Inside(tuple(informants), tuple(one.id for one in counted))


def _since(source: Source) -> date | None:
    """Return the day from which he is there: as stated, else the first on which he told or did anything."""
    said: list[Entry[Any]] = [*source.scope, *source.confirmed, *source.act]
    days = [entry.on for entry in said if entry.on is not None]
    return source.since or (min(days) if len(days) == len(said) > 0 else None)


def independent(one: Informant, other: Informant) -> bool:
    """Tell whether two informants are independent witnesses, one of them proven by a deed."""
    apart = one.department is not None and other.department is not None and one.department != other.department
    strangers = one.introduced_by != other.id and other.introduced_by != one.id
    return one.id != other.id and apart and strangers and (one.acted or other.acted)


def works_against(moment: Moment, one: Standing) -> bool:
    """Tell whether somebody is against us or leans to a competitor, as far as it is more than our own guess.

    A leaning holds until they are for us by a later word: to be neutral towards us says nothing of it.
    """
    leaning = one.person.leans_to.at(moment.on)
    leans = leaning.firm not in (None, "us")
    turned = one.supportive and (one.entry.on or date.min) > (leaning.on or date.max)
    return one.against or (leans and not turned)


def _informant(moment: Moment, id_: str, source: Source, turned: frozenset[str]) -> Informant:
    person_id = source.person or id_
    person = moment.dossier.known_person(person_id)
    confirmed = _last_confirmed(source, moment.on)
    scope = source.scope.at(moment.on).value or ()
    fresh = confirmed is not None and (moment.on - confirmed).days <= moment.playbook.probability.source_fresh_days
    proved_wrong = source.confirmed.at(moment.on).value == "no"
    gone = person is not None and not exists(person.since, person.left, moment.on)
    tells = fresh and not proved_wrong and not gone and ("competitors" in scope or "decision" in scope)
    return Informant(
        id=person_id,
        department=person.function if person else None,
        introduced_by=behind_alias(moment, source.introduced_by),
        acted=source.act.at(moment.on).value is not None,
        confirmed=confirmed,
        tells=tells and person_id not in turned,
        against=tells and person_id in turned,
    )


def _last_confirmed(source: Source, on: date) -> date | None:
    """Return the last day on which he told or was proved right; what is undated is never fresh."""
    told = [entry.on for entry in source.scope.until(on) if entry.on is not None]
    proved = [entry.on for entry in source.confirmed.until(on) if entry.on is not None and entry.value == "yes"]
    return max(told + proved, default=None)


def _tells_us_himself(one: Standing) -> bool:
    """Tell whether he is an approver who told us himself that he is for us."""
    return one.person.role == "approver" and one.supportive and one.entry.how == "said" and one.contacted


def _approver(one: Standing) -> Informant:
    return Informant(one.id, one.person.function, None, acted=False, confirmed=one.entry.on, tells=True)
