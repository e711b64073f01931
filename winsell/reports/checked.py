"""A file after its check, and the sentence of what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from winsell.base.fact import Say
from winsell.base.finding import Finding
from winsell.base.problem import Problem
from winsell.playbook.model import BadRules
from winsell.reports.risks import NoRisks
from winsell.reports.subject import Subject
from winsell.rules.registry import Accepted


@dataclass(frozen=True, slots=True)
class Checked:
    """One file after its check: problems if it is not valid, else its findings."""

    path: str
    kind: str = "deal"
    subject: Subject | None = None
    findings: tuple[Finding, ...] = ()
    """Those to be shown."""
    brief: bool = False
    """Is it a deal of a few lines, of which a page says little?"""
    whole: bool = False
    """Is every finding asked for, rather than a page of them?"""
    left_out: int = 0
    """How many more there are that were not asked for."""
    since: date | str | None = None
    """The day or revision since which findings are new, where only these were asked for and it can be told."""
    before: int = 0
    """How many more there are that were there then."""
    silent: NoRisks = "no-risks"
    """What it means if there are no findings."""
    accepted: tuple[Accepted, ...] = ()
    """What somebody has decided to live with, with the findings that are silent by it."""
    problems: tuple[Problem, ...] = ()
    on: date | None = None
    language: Literal["en", "zh"] | None = None
    """The language that its playbook asks for."""
    blocked_by: str | None = None
    """The playbook that is not valid, so that the risks of a valid deal cannot be looked for."""
    bad_rules: BadRules | None = None
    """From when its playbook calls a rule a bad one."""
    top_ranks: int | None = None
    """How many ranks its playbook counts as the top ones; a rule's words in general name it."""

    @property
    def silent_findings(self) -> tuple[Finding, ...]:
        """The findings of the day that are not shown because they are accepted."""
        return tuple(finding for one in self.accepted if one.acceptance.holds for finding in one.findings)


def problem_say(problem: Problem) -> Say:
    """Turn a problem into its sentence."""
    return Say(f"problem.{problem.code}", dict(problem.facts))
