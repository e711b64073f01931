"""Point A, win signs: marks that this company has learnt to read, and when each is due (METHOD 6).

In: a moment. Out: `WinSigns` with counts, the index 0..1 over what is due or already showing, and each sign. The
signs never enter the win probability: they are a witness of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.work_for import WON
from winsell.base.fact import Named
from winsell.base.scalar import SignStatus
from winsell.deal.timeline import Entry
from winsell.playbook.model import Sign

SignColour = Literal["white", "green", "yellow", "red"]


@dataclass(frozen=True, slots=True)
class SignState:
    """A sign as of a day."""

    id: str
    sign: Sign
    entry: Entry[SignStatus]
    due: bool
    late: bool
    stale: bool
    at: str | None
    """The competitor at whom it was seen, if it was."""
    past: bool = False
    """Is the tender out, so that nobody can bring it about any more?"""

    @property
    def shows(self) -> bool:
        """Tell whether it is there for us, at least partly."""
        return self.at is None and self.entry.value in ("partly", "present")

    @property
    def fully_shows(self) -> bool:
        """Tell whether it is there for us, and not only in part."""
        return self.at is None and self.entry.value == "present"

    @property
    def answered_by(self) -> Named | None:
        """Return what the playbook answers a sign of losing with, while it shows."""
        losing = self.sign.polarity == "lose" and self.shows
        return Named("answer", label=self.sign.answer) if losing and self.sign.answer is not None else None

    @property
    def colour(self) -> SignColour:
        """White before it is due, green when there, yellow when due and absent, red when late or a sign of losing.

        White too once nobody can bring it about any more: what can only be told is no work.
        """
        if self.sign.polarity == "lose":
            return "red" if self.at is None and self.entry.value in ("partly", "present") else "white"
        if self.at is not None:
            return "red"
        if self.past:
            return "green" if self.entry.value == "present" else "white"
        if self.entry.value == "present":
            return "yellow" if self.stale else "green"
        if not self.due:
            return "white"
        return "red" if self.late else "yellow"


@dataclass(frozen=True, slots=True)
class SignCounts:
    """What the index is made of: the signs that are due, and those that show before they are."""

    due: int
    due_present: int
    due_partly: int
    early_present: int
    early_partly: int

    @property
    def counted(self) -> int:
        """Of how many signs the index is a share."""
        return self.due + self.early_present + self.early_partly


@dataclass(frozen=True, slots=True)
class WinSigns:
    """All signs as of a day; signs of losing that show come first."""

    signs: tuple[SignState, ...]
    index: float | None
    """0..1; None while no sign is due and none shows."""
    due: int
    present: int
    partly: int
    missed: int
    counts: SignCounts

    @property
    def looked(self) -> bool:
        """Has anybody looked for a sign that counts by now? If not, an index of 0 is no knowledge."""
        due = any(one.due and one.entry.value is not None for one in self.signs if one.sign.polarity == "win")
        return bool(due or self.present or self.partly)


def win_signs(moment: Moment) -> WinSigns:
    """Judge the playbook's signs as of the day."""
    states = [_state(moment, id_, _in_its_words(moment, id_, sign)) for id_, sign in moment.playbook.signs.items()]
    win = [state for state in states if state.sign.polarity == "win"]
    counts = _counts(win)
    present, partly = counts.due_present + counts.early_present, counts.due_partly + counts.early_partly
    index = (present + partly / 2) / counts.counted if counts.counted else None
    missed = sum(state.entry.value == "missed" for state in win)
    ordered = sorted(states, key=lambda state: (state.sign.polarity == "win" or state.colour != "red",))
    return WinSigns(tuple(ordered), index, counts.due, present, partly, missed, counts)


def signs_of_losing(moment: Moment) -> tuple[SignState, ...]:
    """Return the signs that somebody else is winning, there and not in part; of a deal that has ended none."""
    states = () if moment.outcome is not None else win_signs(moment).signs
    there = (one for one in states if one.entry.value == "present")
    return tuple(one for one in there if (one.sign.polarity == "lose") == (one.at is None))


def _counts(win: Collection[SignState]) -> SignCounts:
    shown = Counter((state.due, state.entry.value) for state in win if state.shows)
    return SignCounts(
        due=sum(state.due for state in win),
        due_present=shown[True, "present"],
        due_partly=shown[True, "partly"],
        early_present=shown[False, "present"],
        early_partly=shown[False, "partly"],
    )


def _in_its_words(moment: Moment, id_: str, sign: Sign) -> Sign:
    label = moment.called(id_, sign.label)
    return sign if label is sign.label else sign.model_copy(update={"label": label})


def _state(moment: Moment, id_: str, sign: Sign) -> SignState:
    history = moment.deal.signs.get(id_)
    entry: Entry[SignStatus] = history.at(moment.on) if history else Entry()
    age = entry.age(moment.on)
    stale = sign.stale_after_days is not None and age is not None and age > sign.stale_after_days
    rank = moment.playbook.stage_rank
    late = sign.late_after is not None and rank(moment.stage) > rank(sign.late_after)
    at = entry.extra.get("at") if entry.value in ("partly", "present", "missed") else None
    elsewhere = None if at == "us" else at
    past = moment.tender_is_out and moment.outcome in (None, *WON)
    return SignState(id_, sign, entry, moment.reached(sign.due_from), late, stale, elsewhere, past)
