"""Ids that a change would bring into a deal and that stand nowhere: refused like any other wrong word.

In: a deal before and after a change, and its playbook. Out: nothing, or a `WinsellError` with what the check of the
file would say of it from then on. What was unknown before is not this change's doing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.today import today

if TYPE_CHECKING:
    from winsell.base.finding import Finding
    from winsell.playbook.model import Playbook
    from winsell.store.change import Check
    from winsell.store.load import Case


def refuse_unknown_words(playbook: Playbook) -> Check:
    """Return what refuses a change that brings in an unknown id."""

    def check(before: Case, after: Case) -> None:
        known = {_key(one) for one in _found(before, playbook)}
        new = [one for one in _found(after, playbook) if _key(one) not in known]
        if new:
            raise WinsellError(tuple(_problem(one, playbook, after.path) for one in new), USAGE)

    return check


def _found(case: Case, playbook: Playbook) -> Iterator[Finding]:
    from winsell.analysis.assessment import assess
    from winsell.rules import unknown_playbook_id, unknown_reference

    assessment = assess(case.dossier, playbook, today())
    yield from unknown_playbook_id.check(assessment)
    yield from unknown_reference.check(assessment)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.facts["case"], finding.facts.get("id"), finding.facts.get("ids")


def _problem(finding: Finding, playbook: Playbook, path: str) -> Problem:
    from winsell.reports.risks import parts

    known: Mapping[str, Iterable[str]] = {
        "stage": playbook.stages,
        "stages": playbook.stages,
        "type": playbook.types,
        "strategy": playbook.strategies,
        "tactic": playbook.tactics,
    }
    what, allowed = parts(finding)[0], tuple(known.get(str(finding.facts["case"]), ()))
    facts: dict[str, FactValue] = {"what": what, **({"allowed": allowed} if allowed else {})}
    return Problem("word-unknown" if allowed else "id-unknown", facts=facts, path=path)
