"""Whether the win probability is carried by one person's word (METHOD 6, 8.3).

In: an assessment. Out: the person without whose word the number would lie outside its range, and what it would be. The
range shows what the unknown could do to the number; it takes for true whatever stands in the file, so that it gets
narrow where one person has told us everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from winsell.analysis.assessment import Assessment, number_without
from winsell.analysis.evidenced import gap_matters
from winsell.analysis.moment import Moment
from winsell.analysis.win_probability import WinProbability


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who carries the number, and the number without what this person told us of others."""

    source: str
    without: WinProbability


def bearer(assessment: Assessment) -> Bearer | None:
    """Return the person whose word moves the number most, if by what the playbook heeds and out of its range."""
    found, moment = assessment.probability, assessment.moment
    if found.value is None or found.status != "computed":
        return None
    voices = [teller.source for teller in assessment.consistency.tellers if teller.person]
    borne = [Bearer(voice, number_without(moment, assessment.screening, voice)) for voice in voices]
    most = max(borne, key=lambda one: _moved(found, one.without), default=None)
    return most if most is not None and _is_beyond(found, most.without, moment) else None


def _moved(found: WinProbability, without: WinProbability) -> float:
    """Say how far the number would move; where none would be left, further than any."""
    return inf if found.value is None or without.value is None else abs(found.value - without.value)


def _is_beyond(found: WinProbability, without: WinProbability, moment: Moment) -> bool:
    """Tell whether the number would be quite another, and its range did not show that it may be."""
    if without.value is None or found.value is None:
        return True
    covered = (found.low or 0.0) <= without.value <= (found.high or 0.0)
    return not covered and gap_matters(found.value, without.value, moment.playbook.probability.evidence_gap)
