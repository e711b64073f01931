"""`winsell diff`: what changed between two states of a deal in sentences, and why the win probability moved.

The answer first: what the method calls an alarm, then by topic what is different, the weightiest first; then the number
with the reasons that sum to its move.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.analysis.attribution import Attribution, Share
from winsell.analysis.differences import Change
from winsell.analysis.screened import Screened
from winsell.base.block import Block, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Percent, Points, Say, Term
from winsell.base.part import Part
from winsell.base.rounding import whole
from winsell.deal.timeline import Entry
from winsell.reports.capped import capped_lines
from winsell.reports.contract import percent, points
from winsell.reports.difference.pair import Pair
from winsell.reports.difference.tell import by_topic, tell
from winsell.reports.heading import heading, opening
from winsell.reports.moved import probability_line
from winsell.reports.screen import verdict_say, verdict_tone
from winsell.reports.subject import Subject


@dataclass(frozen=True, slots=True)
class State:
    """One of the two states: the deal as judged, and which text of its file it is."""

    found: Screened
    label: Fact = None
    """The name of the round or review that the day ends, as the file has it."""
    revision: str | None = None
    """As it was typed; None: the file as it is now."""
    hash: str | None = None
    author: str | None = None
    written: date | None = None
    """The day of the revision."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states, the changes between them, and why the number moved."""

    before: State
    after: State
    changes: Sequence[Change]
    moved: Attribution

    @property
    def pair(self) -> Pair:
        """The two moments."""
        return Pair(self.before.found.moment, self.after.found.moment)


def difference_report(subject: Subject, compared: Compared) -> Report:
    """Tell what changed and why the number moved."""
    return Report("diff", lambda: tuple(_blocks(subject, compared)), lambda: _data(subject, compared))


def _blocks(subject: Subject, compared: Compared) -> Iterator[Block]:
    yield from heading(subject, compared.after.found)
    yield Paragraph((Line(compared_say(compared), "strong"),))
    told = by_topic(tell(compared.pair, compared.changes))
    lines: dict[str, list[Line]] = {topic: [one.line for one in some] for topic, some in told.items()}
    lines = {
        "heed": [*_numbers_far(compared), *lines.get("heed", ())],
        **{k: v for k, v in lines.items() if k != "heed"},
    }
    if insight := _insight(compared):
        lines["people"] = [insight, *lines.get("people", ())]
    for topic, some in lines.items():
        if some:
            yield Heading(Say(f"diff.title-{topic}"))
            yield Paragraph(capped_lines(some))
    if not any(lines.values()):
        yield Paragraph((Line(Say("diff.nothing")),))
    yield Heading(Say("diff.title-why"))
    yield Paragraph(tuple(_numbers(compared)))


def compared_say(compared: Compared) -> Say:
    """Say which two states these are."""
    return Say("diff.compared", {"before": _state(compared.before), "after": _state(compared.after)})


def _state(state: State) -> Say:
    day = state.found.moment.on
    if state.revision is None:
        return Say("diff.compared-day", {"day": day, "label": state.label})
    facts: dict[str, Fact] = {
        "day": day,
        "revision": state.revision,
        "hash": state.hash,
        "author": state.author,
        "written": state.written,
    }
    return Say("diff.compared-revision" if state.written == day else "diff.compared-other-day", facts)


def _numbers_far(compared: Compared) -> Iterator[Line]:
    """Name the numbers that moved further than the playbook takes for noise."""
    rules = compared.after.found.moment.playbook.review
    old, new = compared.moved.before.value, compared.moved.after.value
    if old is not None and new is not None and abs(new - old) >= rules.probability_moved:
        far = Points(whole(100 * new) - whole(100 * old), signed=True)
        yield Line(
            Say("diff.probability-far", {"points": far, "before": Percent(old), "after": Percent(new)}), "strong"
        )
    first, last = (state.found.chain.numbers for state in (compared.before, compared.after))
    if first.score is None or last.score is None or first.thin or last.thin:
        return
    if abs(last.score - first.score) >= rules.score_moved:
        yield Line(Say("diff.score", {"before": points(first.score), "after": points(last.score)}), "strong")


def _numbers(compared: Compared) -> Iterator[Line]:
    before, after = compared.before.found, compared.after.found
    yield probability_line(compared.moved, compared.pair)
    if before.screening.verdict != after.screening.verdict:
        facts: dict[str, Fact] = {"before": Term("verdict", before.screening.verdict), "after": verdict_say(after)}
        yield Line(Say("changed.verdict", facts), verdict_tone(after))


def _insight(compared: Compared) -> Line | None:
    """Say of how many key persons we know where they stand, if that moved."""
    old, new = compared.before.found.chain.insight, compared.after.found.chain.insight
    if (old.known, old.total) == (new.known, new.total):
        return None
    counts: dict[str, Fact] = {"known": new.known, "total": new.total, "before": old.known, "of": old.total}
    return Line(Say("diff.insight", counts), "strong")


# The contract.


def _data(subject: Subject, compared: Compared) -> Mapping[str, Any]:
    return {
        **opening("diff", subject, compared.after.found),
        "before": _state_data(compared.before),
        "after": _state_data(compared.after),
        "changes": [change_data(one) for one in compared.changes],
        "moved": moved_data(compared.moved),
    }


def _state_data(state: State) -> Mapping[str, Any]:
    found = state.found
    return {
        "on": found.moment.on,
        "label": state.label if isinstance(state.label, str) else None,
        "revision": state.revision,
        "commit": state.hash,
        "author": state.author,
        "written": state.written,
        "verdict": found.screening.verdict,
        "score": points(found.chain.numbers.score),
        "insight": percent(found.chain.insight.rate),
    }


def change_data(one: Change) -> Mapping[str, Any]:
    """Give a change: its place, what was and is there, how weighty it is, and whether time alone did it."""
    return {
        "where": ".".join(one.where),
        "before": _entry_data(one.before),
        "after": _entry_data(one.after),
        "weight": one.weight,
        "heed": one.heeded,
        "by_time": one.by_time,
    }


def _entry_data(entry: Entry[Any] | None) -> Mapping[str, Any] | None:
    if entry is None:
        return None
    known = {"on": entry.on, "why": entry.why, "source": entry.source, "by": entry.by, "how": entry.how}
    return {"is": _plain(entry.value), **known, **{key: _plain(value) for key, value in entry.extra.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return {name: _plain(one) for name, one in value if one not in (None, ())}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def moved_data(moved: Attribution) -> Mapping[str, Any]:
    """Give the two ends and the shares, which sum to the difference; those of persons sum to that of our relation."""
    return {
        "before": {"status": moved.before.status, "value": percent(moved.before.value)},
        "after": {"status": moved.after.status, "value": percent(moved.after.value)},
        "moved": None if moved.moved is None else moved.moved,
        "shares": [_share_data(one) for one in moved.shares],
    }


def _share_data(share: Share) -> Mapping[str, Any]:
    return {
        "where": ".".join(share.where),
        "moved": share.moved,
        "parts": [_share_data(one) for one in share.parts],
    }
