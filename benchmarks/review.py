"""What putting many deals in order costs, held against merely reading them: `python benchmarks/review.py [DEALS]`.

In: how many deals (500). Out: for each round the time of reading and validating alone, that of `winsell review` over
the same folder in the same process, and last the median of their ratios; 2.5 is the most that is wanted. The rounds
take turns, since times drift and ratios do not.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from winsell.cli.app import run
from winsell.store.load import load_case

DEALS = 500
ROUNDS = 5
TEAM = Path(__file__).parent.parent / "examples" / "team"


def folder_of(count: int, folder: Path) -> list[str]:
    """Fill a folder with copies of the team's deals, each with an id of its own."""
    for name in ("accounts", "competitors"):
        shutil.copytree(TEAM / name, folder / name)
    shutil.copy(TEAM / "playbook.yaml", folder)
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEAM.glob("*.yaml")) if path.stem != "playbook"]
    paths = []
    for number in range(count):
        text = texts[number % len(texts)]
        head, _, rest = text.partition("\nid: ")
        path = folder / f"deal-{number:04}.yaml"
        path.write_text(f"{head}\nid: deal-{number:04}\n{rest.partition(chr(10))[2]}", encoding="utf-8")
        paths.append(str(path))
    return paths


def timed_reading(paths: list[str]) -> float:
    """Read and validate each deal."""
    start = time.perf_counter()
    for path in paths:
        load_case(path)
    return time.perf_counter() - start


def timed_review(folder: Path) -> float:
    """Put the deals in order, and show them."""
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        code = run(["review", str(folder), "--lang", "en"])
    assert code == 0, code  # noqa: S101 - a benchmark of a failure is none
    return time.perf_counter() - start


def main() -> None:
    """Measure and tell."""
    os.environ["WINSELL_TODAY"] = "2026-11-23"
    gc.disable()  # as the program does
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEALS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "deals")
        folder.mkdir()
        paths = folder_of(count, folder)
        ratios = []
        for _ in range(ROUNDS):
            reading, reviewing = timed_reading(paths), timed_review(folder)
            ratios.append(reviewing / reading)
            sys.stdout.write(f"read {reading:.2f} s, reviewed {reviewing:.2f} s: {ratios[-1]:.2f}\n")
            gc.collect()
        sys.stdout.write(f"median {statistics.median(ratios):.2f}\n")


if __name__ == "__main__":
    main()
