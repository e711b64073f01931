"""What is in the file stays said, whatever fails on the way to telling it.

In: the path of a file that was just saved, and what tells so. Out: nothing; or the failure as talk that begins
with `saved`, and the exit code of a thing that is done (DESIGN 5): nobody repeats what is in the file already.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from winsell.base.exit_codes import HEED
from winsell.base.problem import Problem, WinsellError
from winsell.cli.language import language
from winsell.cli.tell import complain, debugging


@contextmanager
def after_saving(path: str, lang: str | None) -> Iterator[None]:
    """Tell what was saved; what fails in here is told as a matter of the telling."""
    saved = Problem("saved-untold", path=path)
    try:
        yield
        sys.stdout.flush()  # here, where a full disk behind it can still be told apart from one under the deal
    except WinsellError as error:
        if error.problems[0].code.startswith("saved-"):
            raise  # said within
        told = WinsellError((saved, *error.problems), HEED)
        told.language = error.language
        raise told from None
    except OSError as error:
        raise _unshown(error, path) from error
    except KeyboardInterrupt:
        complain((Problem("saved-interrupted", path=path),), language(lang))
        raise
    except Exception as error:
        if debugging():
            raise
        raise WinsellError((saved, Problem("saved-crash", facts={"kind": type(error).__name__})), HEED) from error


def _unshown(error: OSError, path: str) -> Exception:
    """Return what to raise for a stream or a file that failed; whoever closed a pipe wants to read no more."""
    from winsell.cli.main import drop_output, is_closed_pipe
    from winsell.store.save.refusal import reason

    if is_closed_pipe(error):
        return error
    drop_output(sys.stdout)
    return WinsellError((Problem("saved-unshown", facts={"reason": reason(error)}, path=path),), HEED)
