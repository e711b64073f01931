"""What the rules about project behaviour look up: which elements are due and unknown, and which two decide most."""

from __future__ import annotations

from collections.abc import Iterable

from winsell.analysis.assessment import Assessment
from winsell.analysis.behaviour import ElementState
from winsell.base.finding import Where

DECISIVE = ("money", "criteria")
"""Without these two no price can be named."""


def open_elements(assessment: Assessment) -> list[ElementState]:
    """Return the elements of which nothing is known although they are due."""
    elements = assessment.behaviour.elements
    return [one for one in elements if one.entry.value is None and one.colour in ("yellow", "red")]


def places(elements: Iterable[ElementState]) -> tuple[Where, ...]:
    """Return where each element stands in the file."""
    return tuple(("behaviour", one.id) for one in elements)
