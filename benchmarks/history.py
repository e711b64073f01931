"""What reading the whole history of one deal costs: `python benchmarks/history.py [REVISIONS]`.

In: how many revisions (2,000). Out: how long it takes to read all of them with their texts, in a repository made for
it in a temporary folder, in which other files change too. Two seconds are the aim.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from winsell.store.history import history_of

REVISIONS = 2000
ROUNDS = 5
EXAMPLE = Path(__file__).parent.parent / "examples" / "sales-digitalisation.yaml"


def stream(count: int) -> Iterator[bytes]:
    """Yield what `git fast-import` makes a history of: every other commit is of another deal."""
    text = EXAMPLE.read_bytes()
    for number in range(2 * count):
        name = b"deals/a.yaml" if number % 2 else b"deals/b.yaml"
        raw = text + b"note: revision %d\n" % number
        yield b"commit refs/heads/main\ncommitter Wang <w@example.com> %d +0800\n" % (1_600_000_000 + 3600 * number)
        yield b"data 3\nsay\nM 100644 inline %b\ndata %d\n%b\n" % (name, len(raw), raw)


def main() -> None:
    """Measure and tell."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REVISIONS
    with tempfile.TemporaryDirectory() as folder:
        git = ("git", "-c", "init.defaultBranch=main", "-C", folder)
        subprocess.run((*git, "init", "-q"), check=True)
        subprocess.run((*git, "fast-import", "--quiet"), input=b"".join(stream(count)), check=True)
        path = str(Path(folder, "deals", "a.yaml"))
        Path(path).parent.mkdir()
        for _ in range(ROUNDS):
            start = time.perf_counter()
            found = history_of(path)
            told = f"{len(found.revisions)} revisions, {sum(one.readable for one in found.revisions)} readable"
            sys.stdout.write(f"{told}: {time.perf_counter() - start:.2f} s\n")


if __name__ == "__main__":
    main()
