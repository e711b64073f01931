"""What our own company asked for in return for its yes, and whether that was done (METHOD 5.1).

In: a moment. Out: one `OwnCondition` each, in the order of the file; none unless the approval holds. A condition that
stands in the approval's own line has neither a day nor an end: it stays asked for as long as the approval holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.deal.deal import ApprovalCondition
from winsell.deal.person import exists

State = Literal["open", "late", "met", "broken"]


@dataclass(frozen=True, slots=True)
class OwnCondition:
    """A condition of our own approval as of a day."""

    id: str | None
    """None: it stands in the approval's own line."""
    what: str
    due: date | None
    state: State
    why: str | None = None
    """How we know that it was met or broken."""


def own_conditions(moment: Moment) -> tuple[OwnCondition, ...]:
    """Return what our company's yes hangs on, and how each stands."""
    approved = moment.deal.approved.at(moment.on)
    if approved.value != "yes":
        return ()
    told = approved.extra.get("conditions")
    there = ((id_, one) for id_, one in moment.deal.conditions.items() if exists(one.since, None, moment.on))
    listed = tuple(_state(moment, id_, one) for id_, one in there)
    return (*listed, OwnCondition(None, told, None, "open")) if told else listed


def _state(moment: Moment, id_: str, one: ApprovalCondition) -> OwnCondition:
    entry = one.met.at(moment.on)
    late = one.due is not None and one.due < moment.on
    state: State = {"yes": "met", "no": "broken"}.get(entry.value or "", "late" if late else "open")  # type: ignore[assignment]
    return OwnCondition(id_, one.what, one.due, state, entry.why)
