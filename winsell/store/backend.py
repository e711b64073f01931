"""The two parsers of PyYAML behind one question: what the next event is.

In: a text that holds nothing on which they disagree. Out: a function that returns event after event and raises
`YAMLError` on a syntax error. Only events are asked for: composing nodes recurses in C and can end the process.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import yaml
from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from winsell.store.document import Event

Backend = Literal["c", "pure"]
NextEvent = Callable[[], Event]

DEFAULT: Backend = "c" if yaml.__with_libyaml__ else "pure"


# `|# comment` and `># comment`: libyaml reads a block text, PyYAML's own parser refuses.
_DISPUTED = re.compile(r"#(?:(?<=[|>]#)|(?<=[|>][-+0-9]#)|(?<=[|>][-+0-9]{2}#))")
_PRIVATE_USE = range(0xE000, 0xF8FF)


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser up to its events."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def settle(text: str, backend: Backend) -> Backend:
    """The parser for a text: never libyaml where it is alone in accepting what the text holds."""
    return "pure" if backend == "c" and _DISPUTED.search(text) else backend


def open_parser(text: str, backend: Backend) -> NextEvent:
    """Start parsing a text."""
    if "?" in text:
        return _without_questions(text, backend)
    if backend == "pure":
        next_pure: NextEvent = _PureParser(text).get_event
        return next_pure
    from yaml._yaml import CParser  # where PyYAML was built without libyaml there is none

    next_event: NextEvent = CParser(text).get_event
    return next_event


def _without_questions(text: str, backend: Backend) -> NextEvent:
    """The parsers disagree on `{why: who decides?}`, so neither sees a question mark; complex keys are refused."""
    stand_in = next(chr(code) for code in _PRIVATE_USE if chr(code) not in text)
    next_event = open_parser(text.replace("?", stand_in), backend)

    def next_restored() -> Event:
        event = next_event()
        if type(event) is ScalarEvent and stand_in in event.value:
            event.value = event.value.replace(stand_in, "?")
        return event

    return next_restored
