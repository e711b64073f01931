"""Whatever a user may read stands on the words floor or in the playbook: anywhere else a sentence is found here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import winsell

ROOT = Path(winsell.__file__).parent

SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? +(?:[a-z]{2,}|[A-Z]{2,})|[\u4e00-\u9fff]{2,}")
"""Two words in a row, or Chinese."""

FOR_DEVELOPERS = {"PydanticCustomError", "TypeError", "ValueError", "KeyError", "AssertionError"}
"""What these are told is never shown: a problem's code and facts are put into words elsewhere."""

ALLOWED = {
    ("cli/main.py", "could not write output"): "said when nothing can be loaded any more",
    ("cli/main.py", "could not use"): "as above",
    ("cli/misuse.py", ""): "what typer says, to be recognised",
    ("store/diagnose.py", ""): "what the YAML library says, to be recognised",
    ("store/plain.py", ""): "names that Unicode gives to characters",
    ("store/scan.py", ""): "as above",
    ("views/paint.py", ""): "styles of rich",
    ("views/picture.py", ""): "SVG",
    ("views/wrap.py", "万亿"): "units that stay with their number",
}


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Each text of a module that reads like words to a person, with its line; docstrings are for developers."""
    tree = ast.parse(source)
    skipped = {id(node) for parent in ast.walk(tree) for node in _not_shown(parent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            bare = re.sub(r"\\[a-zA-Z]|\[[^\]]*\]", "", node.value)
            if SENTENCE.search(bare):
                yield node.lineno, node.value


def _not_shown(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in FOR_DEVELOPERS:
            yield from (one for argument in node.args for one in ast.walk(argument))
    if isinstance(node, (ast.AnnAssign, ast.Subscript)):
        annotation = node.annotation if isinstance(node, ast.AnnAssign) else node.slice
        yield from ast.walk(annotation)


MODULES = sorted(path for path in ROOT.rglob("*.py") if "words" not in path.relative_to(ROOT).parts)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_stands_outside_the_words_floor(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = [(line, text) for line, text in sentences(path.read_text(encoding="utf-8"))]
    assert [] == [(line, text) for line, text in found if not any(name == at and own in text for at, own in ALLOWED)]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('print("nobody knows the payer")', [1]),
        ('x = Line("Win probability")', [1]),
        ('x = f"{n} risks were found"', [1]),
        ('x = "赢单率"', [1]),
        ('"""A module that does things."""\nx = "win-probability"', []),
        ('def f():\n    """Do this and that."""\n    raise ValueError("no such thing here")', []),
        ('Say("plan.nothing", {"by": "utf-8"})', []),
    ],
)
def test_a_sentence_is_found_where_it_is_put(source: str, lines: list[int]) -> None:
    assert lines == [line for line, _ in sentences(source)]
