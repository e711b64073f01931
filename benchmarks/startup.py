"""How long a command takes from the shell's point of view, as a ratio that means the same on every machine.

In: nothing (`python benchmarks/startup.py [rounds]`, with winsell installed). Out: a table. Every round runs each case
once in a fresh process, so that what else the machine does falls on all of them alike, and each time is divided by that
of BASE in the same round: importing the four libraries that a reading command is built on. Two more processes run
first, unmeasured, so that compiled files exist.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "sales-digitalisation.yaml"
BASE = "base"
IMPORTS = "import yaml, pydantic, rich.table, typer"
WINSELL = (sys.executable, "-m", "winsell")
DATED = ("--as-of", "2021-08")
DONE = {0, 1}


def cases() -> dict[str, tuple[str, ...]]:
    """Name the command lines to time; BASE comes first."""
    table = {
        BASE: (sys.executable, "-c", IMPORTS),
        "python -c pass": (sys.executable, "-c", "pass"),
        "winsell --version": (*WINSELL, "--version"),
        "winsell --help": (*WINSELL, "--help"),
    }
    for command in ("screen", "analyze", "plan", "check"):
        table[f"winsell {command}"] = (*WINSELL, command, str(EXAMPLE), *DATED)
    table["winsell analyze --json"] = (*WINSELL, "analyze", str(EXAMPLE), *DATED, "--json")
    table["winsell analyze --lang zh"] = (*WINSELL, "analyze", str(EXAMPLE), *DATED, "--lang", "zh")
    table["winsell explain WSP101"] = (*WINSELL, "explain", "WSP101")
    table["winsell"] = WINSELL
    return table


def seconds(argv: tuple[str, ...], env: dict[str, str]) -> float | None:
    """Time one fresh process; None when it did not do its work."""
    start = time.perf_counter()
    done = subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, check=False)
    return time.perf_counter() - start if done.returncode in DONE else None


def measured(table: dict[str, tuple[str, ...]], rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Return for each case that works its (seconds, ratio to BASE of the same round), one pair a round."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    working = {name: argv for name, argv in table.items() if seconds(argv, env) and seconds(argv, env)}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in working}
    for _ in range(rounds):
        row = {name: seconds(argv, env) or float("nan") for name, argv in working.items()}
        for name, spent in row.items():
            taken[name].append((spent, spent / row[BASE]))
    return taken


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    table = cases()
    taken = measured(table, rounds)
    print(f"{rounds} rounds, Python {sys.version.split()[0]}; ratio to `{IMPORTS}`")
    print(f"{'':34}{'ms':>8}{'min':>8}{'median':>8}{'max':>8}")
    for name in table:
        if name not in taken:
            print(f"{name:34}  did not end with 0 or 1: not timed")
            continue
        times, ratios = zip(*taken[name], strict=True)
        figures = (min(ratios), statistics.median(ratios), max(ratios))
        print(f"{name:34}{statistics.median(times) * 1000:8.1f}" + "".join(f"{figure:8.2f}" for figure in figures))


if __name__ == "__main__":
    main()
