"""Whatever a user may read stands on the words floor or in the playbook: anywhere else a sentence is found here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import winsell

ROOT = Path(winsell.__file__).parent

SENTENCE = re.compile(
    r"[A-Za-z]{2,}(?:'[a-z]+)?[,;:]?\s+(?:[a-z]{2,}|[A-Z]{2,})"
    r"|\b\d+ [a-z]{3,}|\b[A-Za-z]{2,}'[a-z]+ |[\u4e00-\u9fff]{2,}"
)
"""Two words in a row, a number of things, or Chinese."""

BESIDE_A_FACT = re.compile(r"^\s+[a-z]{2,}[^=\n]*$|[a-z]{2,}[,:]?[ ]+$|^\s*[\u3000-\u303f\uff00-\uffef]\s*$")
"""A word of a text with places, beside one of them; or a mark of Chinese."""

WORD = re.compile(r"\s*[A-Z][a-z]{2,}[.:!?]?\s*")
"""One word as it begins a sentence; ids and codes are small."""

FOR_DEVELOPERS = {"PydanticCustomError", "TypeError", "ValueError", "KeyError", "AssertionError"}
"""What these are told is never shown: a problem's code and facts are put into words elsewhere."""

_GIT = "what git says"
_YAML, _UNICODE, _STYLES, _SVG = "what the YAML library says", "names of Unicode's", "styles of rich", "SVG"
_TITLES, _SCALARS = "titles of a schema", "words that YAML takes for values"
_SHELL = "a command for the shell"
_TYPED = "the program's name, or a command's"
ALLOWED = {
    ("cli/main.py", "could not write output"): "said when nothing can be loaded any more",
    ("cli/main.py", "could not use "): "as above",
    ("cli/asker.py", "："): "a mark that is taken off",
    ("cli/init.py", " text"): "a line of .gitattributes",
    ("cli/main.py", "winsell "): _TYPED,
    ("cli/main.py", "winsell: "): _TYPED,
    ("cli/new.py", "new "): _TYPED,
    ("cli/options.py", "winsell "): _TYPED,
    ("cli/set.py", "set "): _TYPED,
    ("cli/sitting.py", "screen "): _TYPED,
    ("store/schemas.py", "winsell "): _TYPED,
    ("store/yes_no.py", "是的"): "words that may be typed",
    ("store/yes_no.py", "不是"): "words that may be typed",
    ("store/yes_no.py", "没有"): "words that may be typed",
    ("store/save/undo.py", "undo "): "the name of a command, which the words floor tells apart",
    ("views/junit.py", "winsell "): _TYPED,
    ("ask/promise.py", "客户"): "a word that may be typed",
    ("ask/promise.py", "(?P<what>"): "words that may be typed",
    ("ask/promise.py", "the customer"): "words that may be typed",
    ("deal/timeline.py", "Entry"): _TITLES,
    ("deal/timeline.py", "History"): _TITLES,
    ("base/typed_day.py", "今天"): "a word that may be typed",
    ("base/blank.py", "[-/nu]"): "words that may be typed",
    ("reports/interview/naming.py", "[a-z]|all"): "words that may be typed",
    ("reports/welcome.py", "winsell "): "commands to type",
    ("store/diagnose.py", "cannot start any token"): _YAML,
    ("store/diagnose.py", "could not find expected ':'"): _YAML,
    ("store/diagnose.py", "expected '<document start>'"): _YAML,
    ("store/diagnose.py", "expected <block end>"): _YAML,
    ("store/diagnose.py", "expected the node content"): _YAML,
    ("store/diagnose.py", "mapping values are not allowed"): _YAML,
    ("store/diagnose.py", "sequence entries are not allowed"): _YAML,
    ("store/diagnose.py", "undefined tag handle"): _YAML,
    ("store/diagnose.py", "while parsing a tag"): _YAML,
    ("store/diagnose.py", "while scanning a"): _YAML,
    ("store/attributes.py", " diff=winsell merge=winsell"): "a line of .gitattributes",
    ("store/drivers.py", "f() {{ {program} git textconv"): _SHELL,
    ("store/drivers.py", "{program} git merge"): _SHELL,
    ("store/drivers.py", "winsell: by what a deal says"): "what git calls our driver, in every language",
    ("store/git.py", "dubious ownership"): _GIT,
    ("store/git.py", "not a git repository"): _GIT,
    ("store/scalar.py", "False"): _SCALARS,
    ("store/scalar.py", "Null"): _SCALARS,
    ("store/scalar.py", "True"): _SCALARS,
    ("store/scan.py", "BYTE ORDER MARK"): _UNICODE,
    ("store/scan.py", "NEXT LINE"): _UNICODE,
    ("views/junit.py", "<?xml version="): "XML",
    ("views/paint.py", "bold green"): _STYLES,
    ("views/paint.py", "bold red"): _STYLES,
    ("views/paint.py", "bold yellow"): _STYLES,
    ("views/chart_picture.py", "<svg xmlns="): _SVG,
    ("views/picture.py", "<path class="): _SVG,
    ("views/picture.py", "<svg xmlns="): _SVG,
    ("views/picture.py", "<text class="): _SVG,
    ("views/wrap.py", "万亿千百十元年月日号天周时分秒"): "units that stay with their number",
}
"""Texts by the file that they stand in and how they begin."""

NAMES = {"TypeVar", "cast"}
"""What these are told first is a name of the code's."""

SAYING = {"Cell": 1, "Column": 1, "Definition": 2, "Gauge": 1, "Heading": 1, "Line": 1}
"""Blocks, and how many of their arguments are shown: there even one small word is a sentence."""


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Each text of a module that reads like words to a person, with its line; docstrings are for developers."""
    tree = ast.parse(source)
    skipped = {id(node) for parent in ast.walk(tree) for node in _not_shown(parent)}
    shown = {id(node) for parent in ast.walk(tree) for node in _shown(parent)}
    beside = {id(one) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for one in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            bare = re.sub(r"\\[a-zA-Z]|\[[^\]]*\]", "", node.value)
            own = id(node) in shown and re.search(r"[a-z\u3000-\u303f\u4e00-\u9fff]", bare)
            if (
                SENTENCE.search(bare)
                or WORD.fullmatch(bare)
                or own
                or (id(node) in beside and BESIDE_A_FACT.search(bare))
            ):
                yield node.lineno, node.value


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    """The texts, and the pieces of texts, that a block is given to show, however they are chosen or put together."""
    if isinstance(node, ast.Call) and _name(node) in SAYING:
        named = [one.value for one in node.keywords if one.arg in ("say", "fact", "name")]
        for argument in (*node.args[: SAYING[_name(node)]], *named):
            yield from _said_in(argument)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _said_in(node: ast.AST) -> Iterator[ast.AST]:
    """The texts that an expression may come to; what a function is told, or what is compared, is none of it."""
    match node:
        case ast.Constant():
            yield node
        case ast.JoinedStr(values=parts):
            yield from parts
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from (*_said_in(one), *_said_in(other))
        case ast.BoolOp(values=parts):
            yield from (found for part in parts for found in _said_in(part))
        case ast.Subscript(value=ast.Dict(values=parts)):
            yield from (found for part in parts for found in _said_in(part))
        case ast.Call(func=ast.Attribute(value=ast.Constant() as text, attr="format")):
            yield text
        case ast.Call(func=ast.Attribute(attr="join"), args=[ast.List(elts=parts) | ast.Tuple(elts=parts)]):
            yield from (found for part in parts for found in _said_in(part))
        case _:
            pass


def _not_shown(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Call):
        name = _name(node)
        if name in FOR_DEVELOPERS:
            yield from (one for argument in node.args for one in ast.walk(argument))
        if name in NAMES:
            yield from node.args[:1]
    if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == "__all__" for one in node.targets):
        yield from ast.walk(node.value)
    if isinstance(node, (ast.AnnAssign, ast.Subscript)):
        annotation = node.annotation if isinstance(node, ast.AnnAssign) else node.slice
        yield from ast.walk(annotation)


MODULES = sorted(path for path in ROOT.rglob("*.py") if "words" not in path.relative_to(ROOT).parts)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_stands_outside_the_words_floor(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = [(line, text) for line, text in sentences(path.read_text(encoding="utf-8"))]
    assert [] == [
        (line, text) for line, text in found if not any(name == at and text.startswith(own) for at, own in ALLOWED)
    ]


def test_no_more_is_allowed_than_there_is() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), text)
        for path in MODULES
        for _, text in sentences(path.read_text(encoding="utf-8"))
    }
    assert [] == [one for one in ALLOWED if not any(one[0] == at and text.startswith(one[1]) for at, text in found)]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('print("nobody knows the payer")', [1]),
        ('x = Line("Win probability")', [1]),
        ('x = f"{n} risks were found"', [1]),
        ('x = "赢单率"', [1]),
        ('x = "Unknown"', [1]),
        ('x = "Overdue: "', [1]),
        ('x = Line("overdue")', [1]),
        ('x = Cell(f"{n} overdue", "red")', [1]),
        ('x = Line(Say("plan.overdue"), "red")', []),
        ('x = Cell("overdue" if late else "kept")', [1, 1]),
        ('x = Cell({True: "overdue"}[late])', [1]),
        ('x = Line("late" + day)', [1]),
        ('x = Line(word or "late")', [1]),
        ('x = Cell(", ".join(["late", day]))', [1]),
        ('x = Cell("until{}".format(day))', [1]),
        ('x = Line(say="overdue")', [1]),
        ('x = block.Cell("overdue")', [1]),
        ('x = Cell("是")', [1]),
        ('print(f"{n} days")', [1]),
        ('print(f"due {day}")', [1]),
        ('print(f"{name}：{value}")', [1]),
        ('x = "can\'t go"', [1]),
        ('x = "no\\nday"', [1]),
        ('x = "3 days"', [1]),
        ('x = {"Unknown": 1}["Unknown"]', [1]),
        ('T = TypeVar("T"); K = TypeVar("Key", bound=str)', []),
        ('"""A module that does things."""\nx = "win-probability"', []),
        ('def f():\n    """Do this and that."""\n    raise ValueError("no such thing here")', []),
        ('Say("plan.nothing", {"by": "utf-8"})', []),
    ],
)
def test_a_sentence_is_found_where_it_is_put(source: str, lines: list[int]) -> None:
    assert lines == [line for line, _ in sentences(source)]
