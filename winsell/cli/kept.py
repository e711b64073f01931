"""The answers of a sitting that was cut off: written down as they are given, and taken up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from winsell.base.question import Answer
from winsell.cli.asker import Asker, Kept


@dataclass(frozen=True, slots=True)
class Taken:
    """What an earlier sitting left."""

    answers: Kept = field(default_factory=list)
    batches: int = 0
    """How many batches of them are in the file already."""


def keeper(path: str, command: str, *, until_saved: bool) -> Callable[[Asker], None]:
    """Return what writes the answers down; `until_saved` drops them as soon as they are in the file."""

    def note(asker: Asker) -> None:
        from winsell.store.save.draft import drop_draft, keep_draft

        if until_saved and asker.batches:
            asker.batches = 0
            asker.given.clear()
            drop_draft(path, command)
            return
        answers: Any = [[id_, _as_json(answer)] for id_, answer in asker.given]
        keep_draft(path, command, {"batches": asker.batches, "answers": answers}, b"")

    return note


def forget(path: str, command: str) -> None:
    """Remove what was kept: the sitting has come to its end."""
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
    return Taken(answers, int(kept["batches"]))


def _answer(kept: Any) -> Answer:
    if kept is None or isinstance(kept, str):
        return kept
    return tuple(str(one) for one in kept)


def _as_json(answer: Answer) -> Any:
    return list(answer) if isinstance(answer, tuple) else answer
