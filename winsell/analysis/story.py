"""The deal's story: one chapter a day on which something happened, each with what changed since the one before.

In: a moment. Out: `Chapter`s, oldest first. The days are those of the dated facts; what time alone did stands in the
chapter after it. Chapters join without a gap: each begins with the state in which the one before it ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from winsell.analysis.attribution import Attribution, attribute
from winsell.analysis.dated import days_in
from winsell.analysis.differences import Change, differences
from winsell.analysis.moment import Moment

_DAYS = ("since", "left", "on", "added", "done", "dropped")


@dataclass(frozen=True, slots=True)
class Chapter:
    """What happened on a day."""

    before: Moment
    after: Moment
    changes: tuple[Change, ...]
    moved: Attribution

    @property
    def on(self) -> date:
        """The day."""
        return self.after.on


def story(moment: Moment, since: date | None = None) -> tuple[Chapter, ...]:
    """Tell the story up to the moment's day, or from a day on."""
    days = story_days(moment)
    if not days:
        return ()
    moments = [replace(moment, on=day) for day in (days[0] - timedelta(days=1), *days)]
    pairs = [(before, after) for before, after in pairwise(moments) if since is None or after.on >= since]
    chapters = (Chapter(before, after, differences(before, after), attribute(before, after)) for before, after in pairs)
    return tuple(one for one in chapters if one.changes)


def story_days(moment: Moment) -> Sequence[date]:
    """Return the days up to the moment's on which something is said to have happened, oldest first."""
    people = {id_: moment.dossier.people[id_] for id_ in moment.dossier.people}
    found = {*days_in(moment.deal, _DAYS), *days_in(people, _DAYS), *moment.deal.checkpoints}
    return sorted(day for day in found if day <= moment.on)
