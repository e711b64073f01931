"""The signs that bars, lines and rules are drawn with.

Blocks, arrows, dots and box lines take two cells in many Chinese terminals and one elsewhere (East Asian width
"ambiguous"); Braille patterns take one everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs, each one cell wide everywhere."""

    rule: str
    track: str
    """A place on a bar where nothing is."""

    span: str
    """A place on a bar within the range."""

    mark: str
    """The value on a bar."""

    ends: tuple[str, str]
    """What a bar begins and ends with."""

    levels: str
    """Heights of a line over time, lowest first."""

    said: str
    """A number that we stated ourselves, beside those that are computed."""

    gap: str
    """A day of a line on which there is no value."""


UNICODE = Signs(rule="⠤", track="⠤", span="⠶", mark="⣿", ends=("", ""), levels="⡀⣀⣄⣤⣦⣶⣷⣿", said="⢕", gap="?")
ASCII = Signs(rule="-", track="-", span="=", mark="#", ends=("[", "]"), levels="_.-~=+*#", said="x", gap="?")
