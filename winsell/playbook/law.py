"""What a playbook says of the risks about the law of tenders: it may make them louder, never quieter (METHOD 16).

In: a valid playbook, and the one that it extends. Out: faults. No decision of ours waives the law, so none is accepted
away either; and what a company leaves out by mistake nobody would miss until a bid is rejected.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.playbook.fault import Fault
from winsell.playbook.model import Playbook, RuleSettings

LAW = "WSL"
"""How the codes of these risks begin."""


def softened(playbook: Playbook, parent: Playbook | None) -> Iterator[Fault]:
    """Find what makes such a risk quieter: by itself, or beside what is inherited."""
    before = parent.rules if parent else {}
    for code in sorted({*playbook.rules, *before}):
        if code.startswith(LAW):
            settings = playbook.rules.get(code, RuleSettings())
            keys = dict.fromkeys((*_by_itself(settings), *_later(playbook, settings, before.get(code))))
            yield from (Fault(("rules", code, key), "law-softened", {"value": key, "finding": code}) for key in keys)


def _by_itself(settings: RuleSettings) -> Iterator[str]:
    if settings.off:
        yield "off"
    if settings.until is not None:
        yield "until"
    if settings.severity not in (None, "error"):
        yield "severity"


def _later(playbook: Playbook, settings: RuleSettings, before: RuleSettings | None) -> Iterator[str]:
    """Yield the stages that are later than those of the playbook it extends; for red, none is the latest."""
    if before is None:
        return
    if settings.from_ is not None and _is_later(playbook, settings.from_, before.from_):
        yield "from"
    ends = before.hard_from is not None and settings.hard_from is None
    if settings.severity != "error" and (ends or _is_later(playbook, settings.hard_from, before.hard_from)):
        yield "hard_from"


def _is_later(playbook: Playbook, stage: str | None, than: str | None) -> bool:
    """Tell whether a stage comes after another; one that the rule was not bound to before is later."""
    if stage is None or (than is not None and than not in playbook.stages):
        return False
    return playbook.stage_rank(stage) > playbook.stage_rank(than)
