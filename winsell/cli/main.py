"""The front door: what happens before anything heavy is imported, and how the process ends.

In: the arguments and streams of the process. Out: its exit code, and never a traceback because of a pipe, a full disk
or Ctrl-C. Nothing but `sys` is imported at the top, so that `--version` costs no more than Python's own start.
"""

from __future__ import annotations

import sys

from winsell import __version__

TYPE_CHECKING = False  # `typing` is not imported here
if TYPE_CHECKING:
    from typing import TextIO

COULD_NOT_WRITE = 3
INTERRUPTED = 130


def main() -> int:
    """Run winsell once; the process must end with the returned exit code right after."""
    import gc

    _keep_plugins_out()
    gc.disable()  # one short run: what it leaves behind is freed by the end of the process
    _prepare_streams()
    code = _guarded(sys.argv[1:])
    if not (3, 14, 0) <= sys.version_info[:3] <= (3, 14, 4):  # there, freezing takes time in proportion to the objects
        gc.freeze()  # else the interpreter walks every object of pydantic once more on its way out
    return code


def _answer(argv: list[str]) -> int:
    if argv[:1] in (["--version"], ["-V"]):
        sys.stdout.write(f"winsell {__version__}\n")
        return 0
    if argv[:1] == ["__complete"]:
        from winsell.cli.complete import complete

        return complete(argv[1:])
    from winsell.cli.app import run

    return run(argv)


def _guarded(argv: list[str]) -> int:
    try:
        code = _answer(argv)
        sys.stdout.flush()  # here, where a pipe that closed or a disk that filled can still be answered for
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        code = 0 if is_closed_pipe(error) else _complain(error)
    else:
        return code
    drop_output(sys.stdout, sys.stderr)
    return code


def is_closed_pipe(error: OSError) -> bool:
    """Tell whether whoever read the output wants no more of it."""
    import errno

    return error.errno == errno.EPIPE or (sys.platform == "win32" and error.errno == errno.EINVAL)


def _complain(error: OSError) -> int:
    what = "could not write output" if error.filename is None else f"could not use {error.filename!r}"
    try:
        sys.stderr.write(f"winsell: {what}: {error.strerror}\n")
    except OSError:
        pass  # no one is left to be told; the exit code still says it
    return COULD_NOT_WRITE


def _keep_plugins_out() -> None:
    """Let no other package hook into pydantic in here: it could see deals, and looking for such packages takes time."""
    import os

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")


def _prepare_streams() -> None:
    """Give a closed stream a place to go to, and let what the terminal's code page lacks show as a question mark."""
    import io
    import os

    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # else its number goes to the next file opened, and output would land in there
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def drop_output(*streams: TextIO) -> None:
    """Send what is still buffered to nowhere: Python flushes once more at exit and would complain a second time."""
    import os

    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            pass  # not a real file: nothing is flushed behind our back
