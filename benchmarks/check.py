"""What all rules cost over a deal, as a ratio to reading it: judging a deal costs no more than reading its file.

In: nothing, or a deal file (`python benchmarks/check.py [DEAL] [ROUNDS]`, winsell installed). Out: a table. Without a
file it is the worked example, its first LINES lines. Every round runs each case once, in turn, so that what else the
machine does falls on all of them alike, and each time is divided by that of BASE in the same round: the file from the
disk, its YAML and its schema, into a valid deal. The playbook is read beforehand, as it is once for all deals of a
folder, and one round runs first, unmeasured. The collector is off, as it is in the program.
"""

from __future__ import annotations

import gc
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from winsell.analysis.assessment import Assessment, assess
from winsell.base.finding import Finding
from winsell.base.problem import WinsellError
from winsell.playbook.model import Playbook
from winsell.reports.check import check_report
from winsell.reports.checked import Checked
from winsell.reports.subject import Subject
from winsell.rules.registry import Rule, findings_of, rules
from winsell.store.load import load_case
from winsell.store.playbooks import load_playbook
from winsell.views.formats import EVERY
from winsell.views.screen import Screen
from winsell.words.speak import Speaker

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "sales-digitalisation.yaml"
LINES, ROUNDS = 250, 200
ON = date(2021, 8, 31)
"""A day in the middle of the example, when most rules speak."""
BASE, LIMIT = "read the deal", 1.0
SPEAKER = Speaker("en")

Case = Callable[[], object]


def first_lines(folder: str) -> str:
    """Write as many of the example's first lines as make a valid deal, LINES at most; return the path."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)[:LINES]
    path = Path(folder) / EXAMPLE.name
    while True:
        path.write_text("".join(lines), encoding="utf-8")
        try:
            load_case(str(path))
        except WinsellError:
            lines.pop()
        else:
            return str(path)


def cases(path: str, playbook: Playbook) -> dict[str, Case]:
    """Name what to time; BASE comes first."""
    case = load_case(path)
    assessment = assess(case.dossier, playbook, ON)
    found = findings_of(assessment)
    subject = Subject(case.id, path, str, case.line_of)
    checked = Checked(path, "deal", subject, found, on=ON, top_ranks=playbook.probability.top_ranks)
    return {
        BASE: lambda: load_case(path),
        f"all {len(rules())} rules": lambda: findings_of(assessment),
        "assess it": lambda: assess(case.dossier, playbook, ON),
        "assess, then all rules": lambda: findings_of(assess(case.dossier, playbook, ON)),
        **{f"show it: {name}": shown(name, checked) for name in EVERY},
    }


def shown(name: str, checked: Checked) -> Case:
    """Return what writes a check in a format."""
    return lambda: EVERY[name](check_report((checked,)), SPEAKER, Screen(), io.StringIO())


def measured(table: Mapping[str, Case], rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Return for each case its (seconds, ratio to BASE of the same round), one pair a round."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in table}
    for number in range(rounds + 1):
        row = {name: seconds(run) for name, run in table.items()}
        if number:
            for name, spent in row.items():
                taken[name].append((spent, spent / row[BASE]))
    return taken


def seconds(run: Case) -> float:
    """Return the processor time of one run, which others on the machine lengthen less than the clock's."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def each_rule(path: str, playbook: Playbook, rounds: int) -> list[tuple[float, str]]:
    """Return the milliseconds of each rule, the slowest first."""
    assessment = assess(load_case(path).dossier, playbook, ON)
    table: dict[str, Case] = {rule.CODE: partial(_all, rule, assessment) for rule in rules()}
    spent = {code: statistics.median(seconds(run) for _ in range(rounds)) for code, run in table.items()}
    return sorted(((one * 1000, code) for code, one in spent.items()), reverse=True)


def _all(rule: Rule, assessment: Assessment) -> tuple[Finding, ...]:
    return tuple(rule.check(assessment))


def main() -> int:
    """Print the table; 1 if all rules cost more than reading."""
    given = [word for word in sys.argv[1:] if not word.isdecimal()]
    rounds = next((int(word) for word in sys.argv[1:] if word.isdecimal()), ROUNDS)
    gc.disable()
    playbook = load_playbook().playbook
    with tempfile.TemporaryDirectory() as folder:
        path = given[0] if given else first_lines(folder)
        lines = len(Path(path).read_text(encoding="utf-8").splitlines())
        taken = measured(cases(path, playbook), rounds)
        slowest = each_rule(path, playbook, max(rounds // 10, 5))
    print(f"{rounds} rounds over {lines} lines as of {ON}, Python {sys.version.split()[0]}; ratio to `{BASE}`")
    print(f"{'':26}{'ms':>8}{'min':>8}{'median':>8}{'max':>8}")
    for name, pairs in taken.items():
        times, ratios = zip(*pairs, strict=True)
        figures = (min(ratios), statistics.median(ratios), max(ratios))
        print(f"{name:26}{statistics.median(times) * 1000:8.2f}" + "".join(f"{figure:8.2f}" for figure in figures))
    print("slowest: " + ", ".join(f"{code} {spent:.2f} ms" for spent, code in slowest[:5]))
    of_rules = next(pairs for name, pairs in taken.items() if name.startswith("all "))
    return int(statistics.median(ratio for _, ratio in of_rules) > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
