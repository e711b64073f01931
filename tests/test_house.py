"""The house rules that a machine can hold: who imports whom, what a command loads, how large things grow."""

from __future__ import annotations

import ast
import json
import math
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import winsell

ROOT = Path(__file__).parent.parent
PACKAGE = Path(winsell.__file__).parent
EXAMPLE = "examples/sales-digitalisation.yaml"
SOURCES = sorted(PACKAGE.rglob("*.py"))

PROBE = """
import json, sys
started = []
STARTS = ("subprocess.Popen", "os.exec", "os.fork", "os.posix_spawn", "os.startfile", "os.system")
sys.addaudithook(lambda event, _: started.append(event) if event in STARTS else None)
sys.argv[0] = "winsell"
from winsell.cli.main import main
code = main()
sys.stderr.write("\\n" + json.dumps({"code": code, "modules": sorted(sys.modules), "started": started}))
"""


class Run(NamedTuple):
    code: int
    modules: set[str]
    started: list[str]
    output: str


def fresh_run(*argv: str) -> Run:
    """Run one command in a process of its own and tell what it loaded and started."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *argv], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stderr.splitlines()[-1])
    return Run(told["code"], set(told["modules"]), told["started"], done.stdout)


# Who imports whom.


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo", "--config", "pyproject.toml"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package under test beside the contracts, to be damaged at will."""
    shutil.copytree(PACKAGE, tmp_path / "winsell", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_go_down_the_floors_only(house: Path) -> None:
    done = lint_imports(house)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "line", "broken"),
    [
        pytest.param("base/upstairs.py", "import winsell.cli", "go down the floors", id="upward"),
        pytest.param("deal/sideways.py", "import winsell.playbook", "go down the floors", id="sideways"),
        pytest.param("forecast/__init__.py", "", "go down the floors", id="package without a floor"),
        pytest.param("forecast.py", "", "go down the floors", id="module without a floor"),
        pytest.param("rules/reads.py", "from pathlib import Path", "examining floors", id="file"),
        pytest.param("analysis/waits.py", "import time", "examining floors", id="clock"),
        pytest.param("words/asks_git.py", "import winsell.store", "examining floors", id="store from above"),
        pytest.param("cli/old.py", "import click", "Nobody imports click", id="click"),
    ],
)
def test_a_broken_import_rule_is_noticed(house: Path, path: str, line: str, broken: str) -> None:
    intruder = house / "winsell" / path
    intruder.parent.mkdir(exist_ok=True)
    intruder.write_text(f'"""An intruder."""\n{line}\n', encoding="utf-8")
    done = lint_imports(house)
    assert done.returncode != 0
    verdicts = " ".join(done.stdout.split())
    assert "1 broken" in verdicts
    assert broken in verdicts.partition("Broken contracts")[2]


# What a command loads.


def test_version_loads_nothing_but_the_front_door() -> None:
    run = fresh_run("--version")
    assert run.output == f"winsell {winsell.__version__}\n"
    assert {name for name in run.modules if name.startswith("winsell")} == {
        "winsell",
        "winsell.cli",
        "winsell.cli.main",
    }
    assert not run.modules & {"pydantic", "questionary", "rich", "subprocess", "typer", "yaml"}


@pytest.mark.parametrize("command", ["screen", "analyze", "check"])
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["terminal", "json"])
def test_a_reading_command_asks_nothing_and_starts_nothing(command: str, options: tuple[str, ...]) -> None:
    run = fresh_run(command, EXAMPLE, "--as-of", "2021-08", *options)
    assert run.code in {0, 1}
    assert run.output
    assert not run.modules & {"questionary", "prompt_toolkit", "asyncio", "click", "babel"}
    assert run.started == []


@pytest.mark.parametrize("command", ["screen", "analyze", "check"])
def test_json_does_without_rich(command: str) -> None:
    run = fresh_run(command, EXAMPLE, "--as-of", "2021-08", "--json")
    assert not {name for name in run.modules if name.partition(".")[0] == "rich"}


# How large things grow.


def lengths(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def test_a_file_stays_readable_in_one_sitting() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {} == {path: size for path, size in sizes.items() if size > 400}
    assert [] == [(path, name, size) for path in SOURCES for name, size in lengths(parsed(path)) if size > 60]


def test_functions_stay_small() -> None:
    sizes = sorted(size for path in SOURCES for _, size in lengths(parsed(path)))
    assert statistics.median(sizes) <= 10
    assert sizes[math.ceil(0.95 * len(sizes)) - 1] <= 40


def test_a_file_is_named_after_what_it_is() -> None:
    nothing = {"common", "handler", "handlers", "helper", "helpers", "manager", "misc", "util", "utils"}
    assert [] == [path for path in SOURCES if path.stem in nothing]


# Who prints, and who knows the time.


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))


def is_bare_print(call: ast.Call) -> bool:
    """`print(...)`, or `console.print(f"...")`, where markup in a customer's name would be obeyed."""
    if isinstance(call.func, ast.Name):
        return call.func.id == "print"
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "print"
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    )


def test_nothing_is_printed_past_the_views() -> None:
    assert [] == [(path, call.lineno) for path in SOURCES for call in calls(path) if is_bare_print(call)]


def reads_clock(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in {"today", "now", "utcnow", "localtime", "gmtime"}


def test_the_clock_is_read_in_one_file_of_the_top_floor() -> None:
    readers = {path.relative_to(PACKAGE).as_posix() for path in SOURCES if any(map(reads_clock, calls(path)))}
    assert len(readers) <= 1
    assert all(path.startswith("cli/") for path in readers)


@pytest.mark.parametrize("argv", [("--help",), ("set", "--help"), ("new", "--help"), ("act", "add", "--help")])
def test_a_page_of_help_reads_no_deal(argv: tuple[str, ...]) -> None:
    heavy = {"yaml", "questionary", "winsell.deal.deal", "winsell.store.load", "winsell.analysis.assessment"}
    assert set() == heavy & fresh_run(*argv).modules
