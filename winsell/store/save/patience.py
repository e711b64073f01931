"""A file that another program holds for a moment: what is done to it is tried again for two and a half seconds.

In: one call to the system. Out: it is done, or the system's error. Windows alone refuses so, while a virus scanner, a
sync client or an editor looks at the file.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from winsell.store.save.refusal import HOLDING

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 0.95)
"""Seconds between the attempts; two and a half together."""


def patiently(call: Callable[[], None]) -> None:
    """Make the call, again as long as another program holds the file; OSError if that does not end or is not why."""
    for pause in _PAUSES:
        try:
            return call()
        except OSError as error:
            if getattr(error, "winerror", None) not in HOLDING:
                raise
        time.sleep(pause)
    return call()
