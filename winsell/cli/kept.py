"""The answers of a sitting that was cut off: written down as they are given, and taken up again.

With the answers is kept what they were given about: the day, the pasted note, and the file as the first of the kept
questions saw it. So the questions can be gone through again exactly as they were, whatever the file says by then.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from winsell.base.question import Answer
from winsell.cli.asker import Asker, Kept, said_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What an earlier sitting left."""

    answers: Kept = field(default_factory=list)
    batches: int = 0
    """How many batches of them are in the file already."""
    on: date | None = None
    """The day of which they speak; None if nothing was left."""
    about: str | None = None
    """The pasted note."""
    base: str = ""
    """The text of the file before the first of the answers."""

    @property
    def said(self) -> int:
        """How many of the questions were answered; the others were skipped."""
        return said_of(self.answers)


@dataclass(slots=True)
class Keeper:
    """Writes down the answers of one sitting; never drops those of another that goes on at the same time."""

    path: str
    command: str
    until_saved: bool
    """Whether answers are dropped as soon as they are in the file."""
    sitting: str = field(default_factory=lambda: secrets.token_hex(8))

    def __call__(self, asker: Asker) -> None:
        """Write down what the sitting has so far, if it says anything."""
        from winsell.store.save.draft import keep_draft

        if not said_of([*asker.given, *asker.kept]) and asker.about is None:
            self.forget()
            return
        if self.until_saved and asker.batches:
            asker.batches = 0
            asker.given.clear()
            self.forget()
            return
        answers: Any = [[id_, _as_json(answer)] for id_, answer in (*asker.given, *asker.kept)]
        said = {"on": asker.on.isoformat(), "about": asker.about, "base": asker.base}
        keep_draft(self.path, self.command, {"batches": asker.batches, "answers": answers, **said}, self.sitting)

    def forget(self) -> None:
        """Remove what was kept: the sitting has come to its end."""
        from winsell.store.save.draft import drop_draft

        drop_draft(self.path, self.command, self.sitting)


def forget_all(path: str, command: str) -> None:
    """Remove what any sitting kept: nobody wants it."""
    from winsell.store.save.draft import drop_draft

    drop_draft(path, command)


def taken_up(path: str, command: str) -> Taken | None:
    """Read what an earlier sitting kept; None if there is nothing."""
    from winsell.store.save.draft import draft_of
    from winsell.store.save.refusal import refusal

    draft = draft_of(path, command)
    if draft is None:
        return None
    try:
        return _understood(draft.answers)
    except (LookupError, TypeError, ValueError):
        raise refusal("draft-broken", draft.path) from None


def _understood(kept: Any) -> Taken:
    answers = [(str(id_), _answer(answer)) for id_, answer in kept["answers"]]
    about = None if kept["about"] is None else str(kept["about"])
    return Taken(answers, int(kept["batches"]), date.fromisoformat(kept["on"]), about, str(kept["base"]))


def _answer(kept: Any) -> Answer:
    if kept is None or isinstance(kept, str):
        return kept
    return tuple(str(one) for one in kept)


def _as_json(answer: Answer) -> Any:
    return list(answer) if isinstance(answer, tuple) else answer
