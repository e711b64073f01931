"""The risks that somebody decided to live with, as they stand on a day (METHOD 14.1: what moves is a dated fact).

In: a deal and the day. Out: one `Acceptance` for each entry of `accepted` that has begun and was not dropped: what it
is about, why, who decided, until when, and how often that day was put off. It changes no number: nothing that computes
one reads this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from winsell.base.finding import Finding, Where
from winsell.deal.deal import AcceptedRisk, Deal
from winsell.playbook.law import LAW

BARRED = (LAW, "WSR")
"""Families that nobody accepts away: the law of tenders is not ours to waive, and what is found about acceptances is
settled by accepting again or dropping."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted risk on a day."""

    key: str
    """As the file has it: the code, or the code and a place, `WSP112.chairs.payer`."""
    reason: str
    by: str | None
    since: date | None
    until: date | None
    """The last day; None if the file names none: then nothing is silent by it."""
    renewals: int
    """How often the last day was put off."""
    ended: bool

    @property
    def code(self) -> str:
        """The code of the finding."""
        return code_and_place(self.key)[0]

    @property
    def place(self) -> Where:
        """Where it is accepted; () is everywhere in the deal."""
        return code_and_place(self.key)[1]

    @property
    def holds(self) -> bool:
        """Tell whether the finding is silent by it."""
        return not self.endless and not self.ended and can_be_accepted(self.code)

    @property
    def endless(self) -> bool:
        """Tell whether nobody named a last day: a risk that is never looked at again is not accepted but forgotten."""
        return self.until is None

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is the one that was accepted."""
        return finding.code == self.code and lies_at(finding, self.place)


def lies_at(finding: Finding, place: Where) -> bool:
    """Tell whether all that a finding is about lies at a place or below it."""
    return all(root[: len(place)] == place for root in finding.roots or (finding.where,))


def can_be_accepted(code: str) -> bool:
    """Tell whether a risk of this kind may be lived with by our own decision."""
    return not code.startswith(BARRED)


def code_and_place(key: str) -> tuple[str, Where]:
    """Take the key of an acceptance apart."""
    code, *place = key.split(".")
    return code, tuple(place)


def acceptances(deal: Deal, on: date) -> tuple[Acceptance, ...]:
    """Return what is accepted on a day or was, by key; what is dropped or lies ahead is left out."""
    begun = ((key, one) for key, one in sorted(deal.accepted.items()) if _has_begun(one, on))
    return tuple(_acceptance(key, one, on) for key, one in begun)


def _has_begun(one: AcceptedRisk, on: date) -> bool:
    if one.since is not None and one.since > on:
        return False
    if one.until and not one.until.until(on):
        return False
    return one.dropped is None or one.dropped > on


def _acceptance(key: str, one: AcceptedRisk, on: date) -> Acceptance:
    now, entries = one.until.at(on), one.until.until(on)
    days = [entry.value for entry in entries if entry.value is not None]
    return Acceptance(
        key,
        now.why or one.reason,
        now.by or one.by,
        one.since or (entries[0].on if entries else None),
        now.value,
        sum(later > earlier for earlier, later in pairwise(days)),
        now.value is not None and now.value < on,
    )
