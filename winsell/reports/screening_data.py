"""The screening's part of the JSON contract."""

from __future__ import annotations

from typing import Any

from winsell.analysis.screening import QuestionResult, Screening

Data = dict[str, Any]


def screening_data(screening: Screening) -> Data:
    """Give the verdict and the questions."""
    return {
        "verdict": screening.verdict,
        "questions": [_question(one) for one in screening.questions],
        "override": screening.override,
    }


def _question(one: QuestionResult) -> Data:
    return {
        "id": one.id,
        "answer": one.answer,
        "due": one.due,
        "reasons": list(one.reasons),
        "missing": list(one.missing),
        "conditions": list(one.conditions),
    }
