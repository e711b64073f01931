"""What was learned of a deal: mostly written after its last day, and told on every page that looks back on it."""

from __future__ import annotations

from winsell.analysis.assessment import Assessment
from winsell.base.scalar import Knowledge
from winsell.deal.timeline import Entry
from winsell.reports.subject import Subject


def learned(subject: Subject, assessment: Assessment) -> Entry[Knowledge]:
    """Return what is stated of the lessons; the last word where the day shown is that of the end."""
    entry = assessment.behaviour.element("lessons").entry
    if not subject.dated_by_outcome:
        return entry
    return next(reversed([*assessment.moment.deal.behaviour.lessons]), entry)
