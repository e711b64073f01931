"""The competitive strategy: what the rows of the playbook recommend, why, and what would change it (METHOD 10.1).

In: the position on a day. Out: `StrategyAdvice`. The first row that holds is recommended; rows above it with an
unknown are what would change it; if none holds, hold fire and settle the answers that would decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from winsell.analysis.conditions import CONDITIONS, Position, is_reckoned
from winsell.analysis.lane import lane_of
from winsell.analysis.moment import Moment
from winsell.playbook.model import Condition, StrategyRow

HOLD_FIRE = "hold-fire"
Answers = dict[Condition, bool | None]
"""Yes, no or unknown for each condition."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A strategy that would be recommended if its open conditions came true."""

    strategy: str
    open: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class StrategyAdvice:
    """What to follow, and how firmly."""

    recommended: str
    """A strategy of the playbook, or `hold-fire`."""
    because: tuple[Condition, ...]
    reckoned: frozenset[Condition]
    """Those of the reasons that hold only because what is unknown of the competitors is reckoned by rule."""
    would_change: tuple[Alternative, ...]
    provisional: bool
    """The competitors are not fully known: to be decided again at the next checkpoint."""
    if_behind: str | None
    """What would be recommended if a competitor turned out to be ahead; None if not provisional, or if the same."""
    expires: date | None
    stated: str | None
    """The strategy that the deal says it follows."""
    stated_why: str | None
    followed: str
    """The strategy that counts: the seller's own if the playbook knows it, else the recommended one."""
    tactics: tuple[str, ...]
    """Those of the strategy that counts; none while the bids are open, on the fast lane, or while suspended."""
    asked: bool = True
    """Is a strategy asked for now? Not on the fast lane, nor once bids are in, nor while bidding if no row holds."""

    @property
    def deciding(self) -> tuple[Condition, ...]:
        """The two answers that would decide, while we hold fire; none if no strategy is asked for."""
        if not self.asked:
            return ()
        found = dict.fromkeys(condition for alternative in self.would_change for condition in alternative.open)
        return tuple(found)[:2]


def advise(position: Position) -> StrategyAdvice:
    """Recommend a strategy as of the day."""
    lane = lane_of(position.moment, position.screening)
    answers: Answers = {condition: judge(position) for condition, judge in CONDITIONS.items()}
    rows = position.moment.playbook.strategy_rows
    held = _first(rows, answers)
    above = rows if held is None else rows[: rows.index(held)]
    provisional = held is not None and position.probability.basis in ("part", "assumed")
    stated = position.moment.deal.strategy.at(position.moment.on)
    recommended = held.strategy if held else HOLD_FIRE
    because = (_way(held, answers) or ()) if held else ()
    followed = stated.value if stated.value in position.moment.playbook.strategies else recommended
    return StrategyAdvice(
        recommended=recommended,
        because=because,
        reckoned=frozenset(one for one in because if is_reckoned(position, one)),
        would_change=tuple(alternative for row in above for alternative in _would_change(row, answers)),
        provisional=provisional,
        if_behind=_if_behind(rows, answers, held) if held is not None and provisional else None,
        expires=_next_checkpoint(position) if provisional else None,
        stated=stated.value,
        stated_why=stated.why,
        followed=followed,
        tactics=_tactics(position.moment, followed, answers) if lane == "whole" else (),
        asked=lane != "fast" and not _bid_counts(position, held),
    )


def _bid_counts(position: Position, held: StrategyRow | None) -> bool:
    """Tell whether no strategy is asked for: the bid is in, or it is written and no row holds."""
    return position.moment.bids_are_in or (held is None and position.moment.bidding_is_on)


def _first(rows: Sequence[StrategyRow], answers: Answers) -> StrategyRow | None:
    return next((row for row in rows if _way(row, answers) is not None), None)


def _if_behind(rows: Sequence[StrategyRow], answers: Answers, held: StrategyRow) -> str | None:
    """Ask the rows again as if the unknown competitor were ahead."""
    behind: Answers = {"behind": True, "at-least-equal": False, "not-behind-on-relation": False}
    other = _first(rows, answers | behind)
    strategy = other.strategy if other else HOLD_FIRE
    return None if strategy == held.strategy else strategy


def _way(row: StrategyRow, answers: Answers) -> tuple[Condition, ...] | None:
    """Return the alternative that holds; one without conditions says nothing and never does."""
    return next((way for way in row.when if way and all(answers[one] is True for one in way)), None)


def _would_change(row: StrategyRow, answers: Answers) -> Sequence[Alternative]:
    ways = [way for way in row.when if all(answers[one] is not False for one in way)]
    return [Alternative(row.strategy, tuple(one for one in way if answers[one] is None)) for way in ways[:1]]


def _tactics(moment: Moment, strategy: str, answers: Answers) -> tuple[str, ...]:
    """Return what the strategy offers us; what only an incumbent can do would harm a challenger."""
    kind = moment.playbook.strategies.get(strategy)
    if kind is None or moment.bidding_is_on:
        return ()
    return tuple(id_ for id_ in kind.tactics if answers["we-are-incumbent"] or id_ not in kind.incumbent_tactics)


def _next_checkpoint(position: Position) -> date | None:
    return min((day for day in position.moment.deal.checkpoints if day > position.moment.on), default=None)
