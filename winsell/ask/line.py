"""One line from the terminal, through questionary; whatever ends the sitting leaves the terminal as it was.

In: the prompt, and words to complete. Out: the line, stripped. Ctrl-C, Ctrl-D and a signal that ends the program
raise `LeftError`; questionary's own way of returning None for them would let the next question be asked.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


class LeftError(Exception):
    """Whoever was asked has left: by a key, by a signal, or the terminal is gone."""


class GarbledError(ValueError):
    """What was typed or pasted holds codes that no line can be made of."""


def is_terminal() -> bool:
    """Tell whether somebody can be asked: both what is read and what is written is a terminal."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _is_terminal(stream: Any) -> bool:
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:  # closed
        return False


def back_to_terminal() -> None:
    """Read from the terminal again after a text came through a pipe; nothing happens where there is none."""
    try:
        sys.stdin = open("CONIN$" if os.name == "nt" else os.ctermid(), encoding="utf-8", errors="replace")  # noqa: PTH123, SIM115 - for the rest of the run
    except OSError:
        pass


def ask_line(prompt: str, complete: Sequence[str] = ()) -> str:
    """Ask for one line; within `staying`, a signal that came between two questions is answered here."""
    if _Stay.gone:
        raise LeftError
    _Stay.reading = True
    try:
        return _plain(prompt) if _is_plain() else _edited(prompt, complete)
    except (KeyboardInterrupt, EOFError, OSError):
        raise LeftError from None
    finally:
        _Stay.reading = False


def _is_plain() -> bool:
    """Tell whether the terminal can only print lines, or whoever sits there wants no more."""
    return os.environ.get("TERM", "") in ("dumb", "unknown")


def _plain(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def _edited(prompt: str, complete: Sequence[str]) -> str:
    import questionary
    from prompt_toolkit.completion import WordCompleter

    words = WordCompleter(list(complete), ignore_case=True, sentence=True) if complete else None
    look = questionary.Style([("question", "noinherit"), ("answer", "bold"), ("qmark", "noinherit")])
    try:
        asked = questionary.text(prompt, qmark="", style=look, completer=words, complete_while_typing=False,
                                 reserve_space_for_menu=4, key_bindings=_no_mouse())  # fmt: skip
        line = asked.unsafe_ask()
    except _no_console():  # a Windows shell that is no Windows console
        return _plain(prompt)
    except (ValueError, LookupError, TypeError) as error:
        raise GarbledError from error
    return str(line).strip()


def _no_mouse() -> Any:
    """Take the codes of a mouse for nothing: there is none here, and what looks so is a colour that was pasted."""
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()
    bindings.add(Keys.Vt100MouseEvent)(lambda _: None)
    return bindings


def _no_console() -> tuple[type[Exception], ...]:
    if os.name != "nt":
        return ()
    from importlib import import_module

    return (import_module("prompt_toolkit.output.win32").NoConsoleScreenBufferError,)


class _Stay:
    """What the signal handlers know; they can be given nothing else."""

    reading = False
    gone = False
    within = False
    """Whether a block of `staying` is open."""


_ENDING = [one for one in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, one)]


@contextmanager
def staying() -> Iterator[None]:
    """Have a signal that ends the program leave through the next question.

    So the terminal is put right first, and what is being saved just then is saved whole. One block within another
    changes nothing: a signal that came between two interviews of one sitting holds for the next of them.
    """
    if _Stay.within:
        yield
        return
    _Stay.gone, _Stay.within = False, True
    before = {name: signal.signal(getattr(signal, name), _leave) for name in _ENDING}
    try:
        yield
    finally:
        _Stay.within = False
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _leave(*_: object) -> None:
    """End the prompt that is open, or the wait for a line; between two questions only take note."""
    _Stay.gone = True
    if not _Stay.reading:
        return
    toolkit = sys.modules.get("prompt_toolkit.application.current")
    app = toolkit.get_app_or_none() if toolkit is not None else None
    if app is None or not app.is_running or app.loop is None:
        raise EOFError
    app.loop.call_soon_threadsafe(_close, app)


def _close(app: Any) -> None:
    if app.is_running and not app.future.done():
        app.exit(exception=EOFError)
