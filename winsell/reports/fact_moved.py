"""Facts that moved, as sentences and in two words: for a commit's message and for whoever reads it later."""

from __future__ import annotations

from winsell.base.fact import Say
from winsell.base.moved import Moved


def sentence(moved: Moved) -> Say:
    """Say what a fact was and is, from which day, and what shows it."""
    facts = {
        "place": moved.place,
        "day": moved.day,
        "before": moved.before,
        "after": moved.after,
        "why": moved.why,
        "source": moved.source,
    }
    return Say(f"moved.{_case(moved)}", facts)


def in_short(moved: Moved) -> Say:
    """Say it in two words, for a line that has little room."""
    if moved.after is None:
        return Say("moved.short-gone", {"place": moved.place})
    return Say("moved.short", {"place": moved.place, "after": moved.after})


def _case(moved: Moved) -> str:
    if moved.before is None:
        return "new"
    if moved.after is None:
        return "gone"
    return "same" if moved.before == moved.after else "other"
