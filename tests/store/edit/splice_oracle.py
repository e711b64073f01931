"""What an edit may do to a file, told by other means than the program's: PyYAML's own trees, tokens and plain strings.

Values are compared as the strings that stand in the file, so that this oracle shares neither the reader nor the types
nor the idea of an edit with what it judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import yaml

from winsell.store.edit.apply import Edited, apply
from winsell.store.edit.patch import AddLine, Append, Drop, Edit, Put, Record
from winsell.store.yaml_reader import read_yaml

Loader: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def strings(raw: bytes) -> Any:
    """The data of a file, each value as the text that stands there."""
    return yaml.load(raw.decode("utf-8-sig"), Loader=Loader)  # noqa: S506 - the base loader builds texts only


def said(value: Any) -> Any:
    """A value as the text that should stand there."""
    if isinstance(value, dict):
        return {key: said(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [said(one) for one in value]
    if isinstance(value, Decimal):
        return format(value, "f") if value.as_tuple().exponent else f"{value}.0"
    return str(value).lower() if isinstance(value, bool) else str(value)


# What the data should be.


def the_day(key: str) -> date | None:
    found = DAY.fullmatch(key)
    return date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None


def all_days(data: Any) -> Iterator[date]:
    if isinstance(data, dict):
        days = [the_day(key) for key in data]
        yield from (day for day in days if day is not None and None not in days)
        data = list(data.values())
    for one in data if isinstance(data, list) else ():
        yield from all_days(one)


def after(data: Any, edit: Edit, earliest: date | None) -> Any:
    """The data after an edit."""
    return _changed(data, edit.path, lambda there: _at(there, edit, earliest), drops=isinstance(edit, Drop))


def _changed(data: Any, path: tuple[Any, ...], change: Any, *, drops: bool) -> Any:
    if not path:
        return change(data)
    first, *rest = path
    if isinstance(first, int):
        assert isinstance(data, list)
        if drops and not rest:
            return [one for at, one in enumerate(data) if at != first]
        return [_changed(one, tuple(rest), change, drops=drops) if at == first else one for at, one in enumerate(data)]
    if drops and not rest:
        return {key: one for key, one in data.items() if key != first}
    data = data or {}
    return {**data, first: _changed(data.get(first, ""), tuple(rest), change, drops=drops)}


def _at(there: Any, edit: Edit, earliest: date | None) -> Any:
    if isinstance(edit, Put):
        return said(edit.value)
    if isinstance(edit, Append):
        return [*(there or []), said(edit.value)]
    if isinstance(edit, AddLine):
        return f"{there.rstrip(chr(10))}\n{edit.value}".lstrip("\n")
    assert isinstance(edit, Record)
    if there in ("", "unknown", {}, "~", "null"):
        there = {}
    elif not (isinstance(there, dict) and any(map(the_day, there))):
        first = earliest if earliest and earliest < edit.day else edit.day - timedelta(days=1)
        there = {str(first): there}
    key = next((key for key in there if the_day(key) == edit.day), str(edit.day))
    return {**there, key: said(edit.value)}


def order_kept(old: Any, new: Any) -> bool:
    """Whether what was there before stands in the order in which it stood."""
    if isinstance(old, dict) and isinstance(new, dict):
        common = [key for key in old if key in new]
        return common == [key for key in new if key in old] and all(order_kept(old[key], new[key]) for key in common)
    return True


# What may happen to the text.


def split(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def comments(raw: bytes) -> list[str]:
    """The comments of a file: what begins with `#` between the tokens, in order of the alphabet."""
    text = raw.decode("utf-8-sig")
    found, upto = [], 0
    for token in yaml.scan(text, Loader=Loader):
        start, end = token.start_mark.index, token.end_mark.index
        found += re.findall(r"#[^\r\n]*", text[upto:start])
        if getattr(token, "style", None) in ("|", ">"):
            found += re.findall(r"#[^\r\n]*", split(text[start:end])[0])
        upto = max(upto, end)
    return sorted(found)


def rebuild(before: bytes, edited: Edited) -> list[str]:
    """The lines after an edit, made from those before and from what the edit says it changed."""
    old = split(before.decode("utf-8-sig"))
    removed = {line.number for line in edited.lines if not line.added}
    assert all(old[line.number - 1] == line.text for line in edited.lines if not line.added)
    kept = iter([line for number, line in enumerate(old, 1) if number not in removed])
    added = {line.number: line.text for line in edited.lines if line.added}
    total = len(old) - len(removed) + len(added)
    return [added[number] if number in added else next(kept) for number in range(1, total + 1)]


def node_at(root: Any, path: tuple[Any, ...]) -> Any:
    """The key and the value node at a path; None if there is none."""
    key, node = None, root
    for step in path:
        if isinstance(node, yaml.MappingNode) and isinstance(step, str):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            pair = (None, node.value[step])
        else:
            pair = None
        if pair is None:
            return None
        key, node = pair
    return key, node


def last_line(node: Any) -> int:
    """The line, from 0, on which a node ends in truth."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">") or not node.value:
            return int(node.end_mark.line) - (1 if node.end_mark.line > node.start_mark.line else 0)
        return int(node.end_mark.line)
    if node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    if isinstance(last, tuple):
        return int(max(last[0].end_mark.line, last_line(last[1]) if _is_there(last[1]) else 0))
    return last_line(last)


def _is_there(node: Any) -> bool:
    return not isinstance(node, yaml.ScalarNode) or node.value not in ("", "~", "null") or bool(node.style)


def own_lines(before: bytes, path: tuple[Any, ...]) -> tuple[range, range]:
    """The lines (from 1) that an edit may take out, and those before which it may put new ones."""
    text = before.decode("utf-8-sig")
    root = yaml.compose(text, Loader=Loader)
    found, upto = node_at(root, path), len(path)
    while found is None or not _is_there(found[1]):
        if found is not None and found[0] is not None:
            line = found[0].start_mark.line + 1
            return range(line, line + 1), range(line, _next_content(text, line) + 1)
        upto -= 1
        found = node_at(root, path[:upto])
    key, node = found
    start = (key or node).start_mark.line + 1
    if not key and upto and not is_in_flow(before, path[:upto]):
        start = _dash_line(split(text), start)
    end = last_line(node) + 1
    is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    # Beside the entries of a block nothing goes but by Drop and by a value in place of all of them.
    gone = range(0) if is_block and upto < len(path) else range(start, end + 1)
    return gone, range(start, _next_content(text, end) + 1)


def _next_content(text: str, line: int) -> int:
    """The number of the next line that is no comment and not blank, or of the one behind the last."""
    lines = split(text)
    while line < len(lines) and (not lines[line].strip() or lines[line].lstrip().startswith("#")):
        line += 1
    return line + 1


def _dash_line(lines: list[str], line: int) -> int:
    while not lines[line - 1].lstrip().startswith("-"):
        line -= 1
    return line


def is_in_flow(before: bytes, path: tuple[Any, ...]) -> bool:
    root = yaml.compose(before.decode("utf-8-sig"), Loader=Loader)
    around = [node_at(root, path[:upto]) for upto in range(len(path))]
    return any(found is not None and getattr(found[1], "flow_style", None) for found in around)


# All together.


def prove(before: bytes, edit: Edit, done: Edited) -> None:
    """Hold an edit against everything an edit promises."""
    old = strings(before)
    wanted = after(old, edit, min(all_days(old), default=None))
    found = strings(done.raw)
    cut = isinstance(edit, AddLine)
    assert wanted == (_changed(found, edit.path, lambda text: text.rstrip("\n"), drops=False) if cut else found)
    assert order_kept(old, found) or isinstance(edit, Put)
    if isinstance(edit, Record):
        prove_days(old, found, edit.path)
    assert comments(before) == comments(done.raw)
    assert split(done.raw.decode("utf-8-sig")) == rebuild(before, done)
    document, problems = read_yaml(done.raw)
    assert problems == ()
    assert document is not None
    assert document.data == done.document.data
    assert document.text == done.document.text
    prove_types(document.data, edit)
    prove_bytes(before, done)
    prove_place(before, edit, done)
    again = apply(done.raw, (edit,)) if isinstance(edit, Put | Record) else None
    assert again is None or again.raw is done.raw


def prove_days(old: Any, new: Any, path: tuple[Any, ...]) -> None:
    """A history in order of its days is so afterwards, whichever end is the newest."""
    before = old
    for step in path:
        before = before.get(step) if isinstance(before, dict) else before[step] if isinstance(before, list) else None
        new = new[step]
    days, now = [the_day(key) for key in before] if isinstance(before, dict) else [], [the_day(key) for key in new]
    if None in days:
        return  # what stood there was no history
    falls = len(days) > 1 and days == sorted(days, key=str, reverse=True)
    assert days != sorted(days, key=str, reverse=falls) or now == sorted(now, key=str, reverse=falls)


def prove_types(data: Any, edit: Edit) -> None:
    """What was written is read as what it was."""
    if isinstance(edit, Drop | AddLine):
        return
    for step in edit.path:
        data = data[step]
    if isinstance(edit, Record):
        data = next(one for key, one in data.items() if the_day(key) == edit.day)
    data = data[-1] if isinstance(edit, Append) else data
    assert repr(_typed(edit.value)) == repr(_typed(data))


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _typed(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(one) for one in value]
    return (type(value).__name__, format(value, "f").removesuffix(".0") if isinstance(value, Decimal) else value)


def prove_bytes(before: bytes, done: Edited) -> None:
    """The mark at the start, the line breaks and the end of the file are as they were."""
    assert before[:3] == done.raw[:3] or b"\xef\xbb\xbf" not in (before[:3], done.raw[:3])
    breaks = set(re.findall(rb"\r\n|\r|\n", before))
    assert set(re.findall(rb"\r\n|\r|\n", done.raw)) <= (breaks or {b"\n"})
    assert before.endswith((b"\n", b"\r")) == done.raw.endswith((b"\n", b"\r"))


def prove_place(before: bytes, edit: Edit, done: Edited) -> None:
    """Only the edit's own lines go, and new ones come there only."""
    # What is taken out of brackets may take the comma before it along, be it on another line.
    wider = isinstance(edit, Drop) and (_is_only_one(before, edit) or is_in_flow(before, edit.path))
    gone, come = own_lines(before, edit.path[:-1] if wider else edit.path)
    if isinstance(edit, Append):
        length = len(split(before.decode("utf-8-sig")))
        gone = range(0) if _appends_to_block(before, edit.path) else gone
        come = range(come.start, min(come.stop, length + 2))
    assert {line.number for line in done.lines if not line.added} <= set(gone)
    shift = 0
    for line in done.lines:
        if line.added:
            assert line.number + shift in come
        shift += -1 if line.added else 0
    prove_smallest(before, edit, done)


def _is_only_one(before: bytes, edit: Edit) -> bool:
    """Whether nothing is left around what is taken out, so that empty brackets stand there."""
    found = node_at(yaml.compose(before.decode("utf-8-sig"), Loader=Loader), edit.path[:-1])
    return isinstance(edit, Drop) and found is not None and len(found[1].value) == 1


def _appends_to_block(before: bytes, path: tuple[Any, ...]) -> bool:
    found = node_at(yaml.compose(before.decode("utf-8-sig"), Loader=Loader), path)
    return found is not None and isinstance(found[1], yaml.SequenceNode) and not found[1].flow_style


def prove_smallest(before: bytes, edit: Edit, done: Edited) -> None:
    """A dated entry of a history on lines of its own is one new line; a value of one line in place of one is one."""
    if is_in_flow(before, edit.path) or isinstance(edit, Drop | Append | AddLine):
        return
    found = node_at(yaml.compose(before.decode("utf-8-sig"), Loader=Loader), edit.path)
    if found is None or not isinstance(edit.value, str | int | bool | Decimal) or "\n" in str(edit.value):
        return
    node = found[1]
    if isinstance(edit, Record) and isinstance(node, yaml.MappingNode) and not node.flow_style:
        keys = {the_day(key.value) for key, _ in node.value}
        if None not in keys and edit.day not in keys:
            assert [True] == [line.added for line in done.lines]
    lines = {found[0].end_mark.line if found[0] else node.start_mark.line, node.start_mark.line, node.end_mark.line}
    if isinstance(edit, Put) and isinstance(node, yaml.ScalarNode) and len(lines) == 1:
        assert [line.added for line in done.lines] in ([], [False, True])
