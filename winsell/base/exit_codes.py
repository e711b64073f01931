"""How the process may end (the outside relies on these numbers); imports nothing, so that the front door may use it."""

DONE = 0
HEED = 1
"""Done, and there is something to heed."""
USAGE = 2
INVALID = 3
"""A file is not valid, or could not be written; also what nobody foresaw: nothing was done."""
NOT_THERE = 4
"""A playbook that was named does not exist."""
INTERRUPTED = 130
