"""The strict reader of deal files: bytes in, plain data with the place of every key and value out, or all problems.

It reads a subset of YAML 1.2 in which nothing can be misread, and gives the same answer with libyaml and without: what
the two parsers disagree on is settled on the text before either sees it, and when libyaml refuses a file PyYAML's own
parser has the last word. No tag is resolved, no object built, nothing is composed; depth, size and count are bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from winsell.base.problem import Problem
from winsell.store.backend import DEFAULT, Backend, settle
from winsell.store.decode import decode
from winsell.store.document import Document, Path, Span, SpanTable
from winsell.store.plain import judge_plain
from winsell.store.position import split_lines
from winsell.store.scan import Scan, scan
from winsell.store.walk import MAX_PROBLEMS, Walk, walk

__all__ = ["READER_CODES", "Document", "Path", "Span", "read_yaml"]

READER_CODES = (
    "alias",
    "anchor",
    "bad-escape",
    "bad-indent",
    "block-text-header",
    "broken-utf8",
    "colon-in-text",
    "complex-key",
    "dash-value",
    "directive",
    "duplicate-key",
    "empty-file",
    "empty-key",
    "forbidden-character",
    "full-width",
    "hash-in-text",
    "merge-conflict",
    "merge-key",
    "missing-colon",
    "missing-comma",
    "missing-space-after-colon",
    "not-text",
    "not-utf8",
    "not-yaml",
    "odd-space",
    "several-documents",
    "special-start",
    "stray-bracket",
    "stray-comma",
    "tab",
    "tab-indent",
    "tag",
    "text-after-bracket",
    "text-after-quote",
    "too-big",
    "too-deep",
    "too-many-nodes",
    "unclosed-bracket",
    "unclosed-quote",
)
"""Every code this reader can give; each has its sentence on the words floor."""

_EXPLAINS_ALL_AFTER = ("unclosed-quote", "unclosed-bracket")
_NEAR = 1
"""A parser stumbles on the line of a mistake or on the next."""


def read_yaml(raw: bytes, *, backend: Backend | None = None) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one file: a document and no problem, or no document and every problem in file order."""
    chosen = backend or DEFAULT
    text = decode(raw)
    if isinstance(text, Problem):
        return None, (text,)
    scanned = scan(text)
    if not scanned.parsable:
        return None, _in_order(scanned.problems)
    found = _walk(scanned.safe, chosen)
    problems = (*scanned.problems, *_judge(found, scanned, text))
    if not problems and scanned.safe != text:
        # All that was hidden from the parsers is text: now they may see it.
        found = _walk(text, chosen)
        problems = tuple(_judge(found, Scan(text), text))
    if problems:
        return None, _in_order(problems)
    return Document(found.data, SpanTable(found.keys, text), SpanTable(found.values, text, found.keys), text), ()


def _walk(text: str, backend: Backend) -> Walk:
    """Walk once; a refusal by libyaml is only a rumour until the other parser has confirmed it."""
    backend = settle(text, backend)
    found = walk(text, backend)
    return walk(text, "pure") if backend == "c" and (found.error or found.problems) else found


def _judge(found: Walk, scanned: Scan, text: str) -> Iterator[Problem]:
    """The problems of a walk: what it refused, what was meant as syntax, the guilty suspects, the syntax error."""
    yield from found.problems
    plains = _first(problem for plain in found.plains if (problem := judge_plain(plain, found.text)))
    yield from plains
    suspects = _judge_suspects(found, scanned, text) if scanned.suspects else []
    yield from suspects
    if plains or found.error is not None:
        yield from _judge_lines(found, text, (*scanned.problems, *plains, *suspects))


def _judge_suspects(found: Walk, scanned: Scan, text: str) -> list[Problem]:
    from winsell.store.suspect import find_scalars, judge_suspects  # few files have suspects

    return _first(judge_suspects(scanned.suspects, text, find_scalars(found.text, found.backend)))


def _judge_lines(found: Walk, text: str, known: Iterable[Problem]) -> Iterator[Problem]:
    """The mistakes of single lines, and the syntax error if none of them explains it."""
    from winsell.store.diagnose import diagnose  # only a broken file needs explaining
    from winsell.store.sketch import judge_rows, sketch

    sketched = sketch(split_lines(text))
    rows = [*sketched.problems, *_first(judge_rows(sketched))]
    yield from rows
    if found.error is None:
        return
    fault = diagnose(found.error, split_lines(found.text))
    if not any(_explains(problem, fault) for problem in (*known, *rows)):
        yield fault


def _first(problems: Iterable[Problem]) -> list[Problem]:
    return list(islice(problems, MAX_PROBLEMS))


def _explains(cause: Problem, fault: Problem) -> bool:
    distance = (fault.line or 0) - (cause.line or 0)
    return distance >= 0 and (distance <= _NEAR or cause.code in _EXPLAINS_ALL_AFTER)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By line, each mistake once per line; a file of control characters is not called empty besides."""
    first: dict[tuple[int, str], Problem] = {}
    for problem in sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)):
        character = str(problem.facts.get("character", "")) if problem.code == "forbidden-character" else ""
        first.setdefault((problem.line or 0, problem.code + character), problem)
    if len(first) > 1:
        first.pop((0, "empty-file"), None)
    return tuple(first.values())[:MAX_PROBLEMS]
