"""Why the win probability moved: its difference between two states, shared out over what moved it (METHOD 8.6).

In: two moments of one deal, on one day or on two, over one file or over two versions of it. Out: `Attribution`, whose
shares sum to the difference. Time comes first: what the earlier facts give on the later day, by age alone. The rest is
shared out by exact Shapley values over formula 1: the mean of what a player adds, over all orders in which the players
could have moved. Where either state has no number there is nothing to share; the status says which gate stands between.
Where a gate makes one of them zero, it is the only cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations
from math import comb, fsum

from winsell.analysis.as_known import as_known
from winsell.analysis.decision_chain import Chain, chain_terms
from winsell.analysis.formula import Inputs, Level, Rival, win_share
from winsell.analysis.moment import Moment
from winsell.analysis.trend import chain_and_probability
from winsell.analysis.win_probability import Setting, WinProbability
from winsell.playbook.model import ProbabilityRules
from winsell.playbook.people import PeopleRules

Where = tuple[str, ...]
"""What moved: `us.fit`, `competitors.x`, `people.y`, or one of the words below."""
CLOCK: Where = ("clock",)
"""What was known grew older."""
SOURCES: Where = ("sources",)
SEATS: Where = ("shortlist",)
CEILING: Where = ("ceiling",)
WEIGHTS: Where = ("price_counts",)
PLAYBOOK: Where = ("playbook",)
GATE: Where = ("gate",)
"""What makes the number zero whatever else is so; its status stands behind it."""
GATE_GONE: Where = ("gate-gone",)
RIVALS: Where = ("competitors",)
"""Competitors who hold a seat at neither end, all together."""
RELATION: Where = ("us", "relation")
MOST_PLAYERS = 12
"""Each player doubles the work."""
DUST = 1e-12
"""What floating point leaves of a share that is none."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one player moved: -1..1, and of our relation how much each person did."""

    where: Where
    moved: float
    parts: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """The two ends and the shares, the largest first; no shares unless both ends have a number."""

    before: WinProbability
    after: WinProbability
    shares: tuple[Share, ...] = ()

    @property
    def moved(self) -> float | None:
        """The difference -1..1; None where either end has no number."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


@dataclass(frozen=True, slots=True)
class _State:
    """One state, with a number of the formula."""

    setting: Setting
    rules: ProbabilityRules
    people_rules: PeopleRules
    chain: Chain
    value: float
    seated: frozenset[str]
    """The named competitors who hold a seat."""


def attribute(before: Moment, after: Moment) -> Attribution:
    """Say why the probability of `after` is not that of `before`."""
    (old_chain, old), (new_chain, new) = chain_and_probability(before), chain_and_probability(after)
    first, last = _state(before, old_chain, old), _state(after, new_chain, new)
    if first is None or last is None:
        return Attribution(old, new, _gate(old, new))
    aged = _aged(before, after) or first
    shares = [Share(CLOCK, aged.value - first.value), *_shares(aged, last)]
    moved = [share for share in shares if abs(share.moved) > DUST]
    return Attribution(old, new, tuple(sorted(moved, key=lambda share: (-abs(share.moved), share.where))))


def _state(moment: Moment, chain: Chain, probability: WinProbability) -> _State | None:
    setting, result = probability.setting, probability.result
    if setting is None or result is None:
        return None
    seated = frozenset(rival.id for rival, _ in result.rivals if rival.id is not None)
    return _State(setting, moment.playbook.probability, moment.playbook.people, chain, result.value, seated)


def _gate(old: WinProbability, new: WinProbability) -> tuple[Share, ...]:
    """Where a gate makes an end zero, all of the move is its doing."""
    if old.value is None or new.value is None or old.value == new.value:
        return ()
    gate = (*GATE, new.status) if new.result is None else (*GATE_GONE, old.status)
    return (Share(gate, new.value - old.value),)


def _aged(before: Moment, after: Moment) -> _State | None:
    """Look at the earlier facts on the later day; None if the day is the same, or age alone takes the number away."""
    if before.on >= after.on:
        return None
    moment = replace(before, dossier=as_known(before.dossier, before.on), on=after.on)
    return _state(moment, *chain_and_probability(moment))


def _shares(old: _State, new: _State) -> list[Share]:
    players = _players(old, new)
    shares = shapley(players, lambda moved: _value(old, new, players, moved))
    return [Share(where, moved, _people(old, new, moved) if where == RELATION else ()) for where, moved in shares]


def _value(old: _State, new: _State, players: Sequence[Where], moved: frozenset[Where]) -> float:
    rules = new.rules if PLAYBOOK in moved else old.rules
    return win_share(_mixed(old, new, players, moved), rules).value


def shapley(players: Sequence[Where], value_of: Callable[[frozenset[Where]], float]) -> list[tuple[Where, float]]:
    """Share out `value_of(all) - value_of(none)`: exactly, by looking at every subset once."""
    count = len(players)
    subsets = (frozenset(chosen) for size in range(count + 1) for chosen in combinations(players, size))
    values = {subset: value_of(subset) for subset in subsets}
    return [(player, fsum(_gains(player, count, values))) for player in players]


def _gains(player: Where, count: int, values: Mapping[frozenset[Where], float]) -> Iterable[float]:
    for subset, value in values.items():
        if player not in subset:
            orders = count * comb(count - 1, len(subset))
            yield (values[subset | {player}] - value) / orders


def _players(old: _State, new: _State) -> list[Where]:
    """Name what differs between two states; who did not move has no share."""
    before, after = old.setting.inputs, new.setting.inputs
    ours = [("us", dimension) for dimension in _dimensions(before, after) if _level_moved(before, after, dimension)]
    others: dict[Where, bool] = {
        SEATS: before.seats != after.seats,
        SOURCES: before.discount != after.discount,
        CEILING: before.cap != after.cap,
        WEIGHTS: before.weights != after.weights,
        PLAYBOOK: old.rules != new.rules,
    }
    found = [*ours, *(where for where, moved in others.items() if moved)]
    rivals = _moved_rivals(old, new)
    return [*found, *(rivals if len(found) + len(rivals) <= MOST_PLAYERS else [RIVALS])]


def _dimensions(before: Inputs, after: Inputs) -> list[str]:
    return list({**before.ours, **after.ours})


def _level_moved(before: Inputs, after: Inputs, dimension: str) -> bool:
    return _level(before, after, dimension) != _level(after, before, dimension)


def _level(one: Inputs, other: Inputs, dimension: str) -> Level:
    """Our level in a state; where the state does not count the dimension, the other's: then it never moved."""
    return one.ours.get(dimension) or other.ours[dimension]


def _moved_rivals(old: _State, new: _State) -> list[Where]:
    before, after = _by_id(old.setting.inputs), _by_id(new.setting.inputs)
    moved = [id_ for id_ in before | after if before.get(id_) != after.get(id_)]
    seated = old.seated | new.seated
    alone: list[Where] = [("competitors", id_) for id_ in moved if id_ in seated]
    return alone if all(id_ in seated for id_ in moved) else [*alone, RIVALS]


def _by_id(inputs: Inputs) -> dict[str, Rival]:
    return {rival.id: rival for rival in inputs.rivals if rival.id is not None}


def _mixed(old: _State, new: _State, players: Sequence[Where], moved: frozenset[Where]) -> Inputs:
    """The inputs when some players have moved and the others have not yet."""
    before, after = old.setting.inputs, new.setting.inputs
    ours = {
        dimension: _level(after, before, dimension) if ("us", dimension) in moved else _level(before, after, dimension)
        for dimension in _dimensions(before, after)
    }
    alone = {where[1] for where in players if where[0] == "competitors" and where != RIVALS}
    gone = {id_ for id_ in _by_id(before) | _by_id(after) if (RIVALS if id_ not in alone else (*RIVALS, id_)) in moved}
    return Inputs(
        ours=ours,
        rivals=_mixed_rivals(before, after, gone),
        weights=(after if WEIGHTS in moved else before).weights,
        seats=(after if SEATS in moved else before).seats,
        discount=(after if SOURCES in moved else before).discount,
        cap=(after if CEILING in moved else before).cap,
    )


def _mixed_rivals(before: Inputs, after: Inputs, gone: AbstractSet[str]) -> list[Rival]:
    """The competitors of both states; those who moved as they are after, and with a level wherever either has one."""
    old, new = _by_id(before), _by_id(after)
    chosen = ((new if id_ in gone else old).get(id_) for id_ in old | new)
    dimensions = _dimensions(before, after)
    return [_over(rival, (old, new), dimensions) for rival in chosen if rival is not None]


def _over(rival: Rival, states: Iterable[Mapping[str, Rival]], dimensions: Sequence[str]) -> Rival:
    known: dict[str, float | None] = {}
    for one in (*(state.get(rival.id or "") for state in states), rival):
        known.update(one.levels if one is not None else {})
    return replace(rival, levels={dimension: known.get(dimension) for dimension in dimensions})


def _people(old: _State, new: _State, moved: float) -> tuple[Share, ...]:
    """Share out what our relation moved over the persons behind it, by what each changed of the chain's score."""
    derived = ("derived", "thin")
    if not all(state.setting.origins.get("relation") in derived for state in (old, new)):
        return ()
    before, after = (chain_terms(state.chain.links, state.people_rules) for state in (old, new))
    changes = {where: after.get(where, 0.0) - before.get(where, 0.0) for where in before | after}
    total = fsum(changes.values())
    if not total:
        return ()
    parts = (Share(where, moved * change / total) for where, change in changes.items() if change)
    return tuple(sorted(parts, key=lambda share: (-abs(share.moved), share.where)))
