from __future__ import annotations

import io
import os

import pytest

from winsell.views.screen import Screen, screen_of


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal, of unknown size."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True


def test_a_pipe_has_no_width_no_colour_and_plain_signs() -> None:
    screen = screen_of(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), {"COLUMNS": "40", "TERM": "xterm"})
    assert screen == Screen(width=40, terminal=False, colour=False, ascii=True)
    assert screen.room is None
    assert screen.sentence_room is None


def test_a_terminal_has_all_of_them() -> None:
    screen = screen_of(Terminal(), {"COLUMNS": "132"})
    assert screen == Screen(width=132, terminal=True, colour=True, ascii=False)
    assert screen.room == 132
    assert screen.sentence_room == 100


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("", 80),
        ("0", 80),
        ("-5", 80),
        ("wide", 80),
        ("1", 20),
        ("20", 20),
        ("60", 60),
        ("²", 80),
        ("８０", 80),
        ("9" * 5000, 80),
    ],
)
def test_columns_is_believed_within_reason(columns: str, width: int) -> None:
    assert width == screen_of(Terminal(), {"COLUMNS": columns}).width


def test_the_terminal_is_asked_for_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terminal, "fileno", lambda _: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((97, 24)))
    assert screen_of(Terminal(), {}).width == 97
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert screen_of(Terminal(), {}).width == 80


@pytest.mark.parametrize(
    ("environ", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colour(environ: dict[str, str], terminal: bool, colour: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert colour == screen_of(stream, environ).colour


@pytest.mark.parametrize(("encoding", "ascii_"), [("utf-8", False), ("UTF8", False), ("cp1252", True), ("gbk", True)])
def test_signs_are_plain_where_others_could_not_be_written(encoding: str, ascii_: bool) -> None:
    assert ascii_ == screen_of(Terminal(encoding), {}).ascii


def test_an_unheard_of_encoding_gets_plain_signs() -> None:
    class Odd(io.StringIO):
        encoding = "martian"

        def isatty(self) -> bool:
            return True

    assert screen_of(Odd(), {}).ascii


def test_plain_signs_can_be_asked_for() -> None:
    assert screen_of(Terminal(), {}, ascii_only=True).ascii
