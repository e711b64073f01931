"""What a file said before each of the last changes, so that the newest can be taken back.

In: a file's bytes before and after a change. Out: records in `.winsell/local`, one file each: a line of JSON, then the
bytes as they were, and the stretch that stands in their place. A record is on the disk before the change is. It counts
only while the file says exactly what the change made of it, so nobody else's work is ever taken back.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from winsell.base.problem import Problem, WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.open_file import read_bytes
from winsell.store.save.local import local_folder, make_local, write_local
from winsell.store.save.lock import WAIT
from winsell.store.save.refusal import reason, refusal
from winsell.store.save.save import Notes, Target, locked
from winsell.store.save.temp import STALE, discard, shortened, sweep_folder

KEPT = 20
"""Changes of one file."""
ROOM = 8 * 1024 * 1024
"""Bytes that the records of one file take at most, but for the newest."""
_FORM = 2
_WITHOUT_AFTER = 1
"""The form of older records, which do not hold what came of the change."""
_RECORD = re.compile(r"(.+)\.(\d{8})\.undo", re.DOTALL)
_STEM = 180
_HEAD = 4096
"""Bytes of a record before those of the file."""
_LONGEST_WHAT = 300


@dataclass(frozen=True, slots=True)
class Change:
    """One change that the program made."""

    what: str
    before: bytes
    after: bytes
    record: str
    """The path of its record."""


def save_with_undo(target: Target, new: bytes, what: str) -> Notes:
    """Replace the file's bytes so that it can be taken back later; without a record if none can be made."""
    if new == target.raw:
        return ()
    record, notes = keep(target, target.raw, new, what)
    old = target.raw
    try:
        return (*notes, *target.replace(new))
    except WinsellError:
        if target.raw == old and record is not None:
            discard(record)
        raise


def keep(target: Target, before: bytes, after: bytes, what: str) -> tuple[str | None, Notes]:
    """Write a record of a change that is about to be made: its path, or None and a note why there is none."""
    try:
        folder = make_local(target.real, alone=target.held.alone)
        sweep_folder(folder, r".*\.undo", age=0.0 if target.held.alone else STALE)
        return _recorded(folder, os.path.basename(target.real), _packed(target.real, before, after, what)), ()
    except OSError as error:
        return None, (Problem("undo-not-kept", facts={"reason": reason(error)}, path=target.path),)


def last(path: str) -> Change | None:
    """The newest change whose outcome is what the file says now."""
    now = read_bytes(path)
    return _newest(os.path.realpath(path), now)


def changes(path: str) -> tuple[Change, ...]:
    """All changes of a file that are kept with both their ends, the first first."""
    real = os.path.realpath(path)
    kept = map(change_of, reversed(_records(local_folder(real), os.path.basename(real))))
    return tuple(one for one in kept if one is not None)


def happened_since(path: str, began: bytes, known: Sequence[Change], own: Collection[Change]) -> tuple[Change, ...]:
    """What the program did since these changes were known and the file said this, the first first; without its `own`.

    A change that was taken back leaves no record, and the next one has its number: only comparing tells them apart.
    """
    there = changes(path)
    undone = () if _may_be_pruned(there) else _undone(began, known, there)
    return (*undone, *(one for one in there if one not in known and one not in own))


def _undone(began: bytes, known: Sequence[Change], there: Collection[Change]) -> Iterator[Change]:
    """Go through the changes that were taken back since, the newest first, each as the change that this was."""
    said = began
    for one in takewhile(lambda one: one not in there, reversed(known)):
        if one.after != said:
            return
        yield Change(f"undo {one.what}", one.after, one.before, one.record)
        said = one.before


def _may_be_pruned(there: Sequence[Change]) -> bool:
    """Tell whether records may be gone for want of room: then nobody knows what was taken back."""
    return len(there) >= KEPT or sum(len(one.before) for one in there) > ROOM // 2


def take_back(path: str, wait: float = WAIT) -> tuple[Change, Notes]:
    """Bring back what the file said before the newest change, if nothing changed since."""
    with locked(path, wait) as target:
        change = _newest(target.real, target.raw)
        if change is None:
            raise refusal("undo-changed" if _has_records(target.real) else "undo-none", path)
        notes = target.replace(change.before)
        discard(change.record)
    return change, notes


def _has_records(real: str) -> bool:
    return bool(_records(local_folder(real), os.path.basename(real)))


def _recorded(folder: str, name: str, packed: bytes) -> str:
    older = _records(folder, name)
    record = os.path.join(folder, f"{shortened(name, _STEM)}.{_number(older[0]) + 1 if older else 1:08}.undo")
    write_local(record, packed)
    _prune(older, len(packed))
    return record


def _number(record: str) -> int:
    return int(record.split(".")[-2])


def _prune(older: list[str], taken: int) -> None:
    """Keep the newest records: so many, and so many bytes."""
    for position, record in enumerate(older, start=1):
        taken += _size(record)
        if position >= KEPT or taken > ROOM:
            discard(record)


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _records(folder: str, name: str) -> list[str]:
    """The paths of a file's records, newest first."""
    stem = shortened(name, _STEM)
    try:
        names = os.listdir(folder)
    except OSError:
        return []  # none was ever written
    found = (match for match in map(_RECORD.fullmatch, names) if match and match[1] == stem)
    return [os.path.join(folder, match[0]) for match in sorted(found, key=lambda match: int(match[2]), reverse=True)]


def _newest(real: str, now: bytes) -> Change | None:
    records = _records(local_folder(real), os.path.basename(real))
    changes = (_unpacked(record, now) for record in records)
    return next((change for change in changes if change is not None), None)


def _packed(real: str, before: bytes, after: bytes, what: str) -> bytes:
    start = _alike(before, after)
    end = min(_alike(before[::-1], after[::-1]), min(len(before), len(after)) - start)
    head = {
        "form": _FORM,
        "file": os.path.basename(real),
        "what": what[:_LONGEST_WHAT],
        "before": _hash(before),
        "after": _hash(after),
        "size": len(before),
        "start": start,
        "end": end,
    }
    return json.dumps(head).encode() + b"\n" + before + after[start : len(after) - end]


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes are the same from the first on."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    lines = zip(one.splitlines(keepends=True), other.splitlines(keepends=True), strict=False)
    return sum(len(left) for left, _ in takewhile(lambda pair: pair[0] == pair[1], lines))


def _unpacked(record: str, now: bytes) -> Change | None:
    """The change of a record with this outcome; None for another's, and for one that is damaged."""
    head, before, stretch = _parted(record)
    if head.get("form") == _FORM and _after(head, before, stretch) != now:
        return None
    wanted = {"before": _hash(before), "after": _hash(now)}
    if {key: head.get(key) for key in wanted} == wanted and isinstance(head.get("what"), str):
        return Change(head["what"], before, now, record)
    return None


def change_of(record: str) -> Change | None:
    """The change of a record with both its ends; None if the record does not hold both, or is damaged."""
    after = _after(*_parted(record))
    return None if after is None else _unpacked(record, after)


def _after(head: dict[str, Any], before: bytes, stretch: bytes) -> bytes | None:
    start, end = head.get("start"), head.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    return before[:start] + stretch + before[len(before) - end :]


def _parted(record: str) -> tuple[dict[str, Any], bytes, bytes]:
    """Part a record into what it says of the change, the file before it, and what took the place of a part of that."""
    try:
        head, _, rest = read_bytes(record, 2 * MAX_BYTES + _HEAD).partition(b"\n")
        told = json.loads(head)
        if told["form"] == _WITHOUT_AFTER:
            return told, rest, b""
        if told["form"] == _FORM:
            return told, rest[: told["size"]], rest[told["size"] :]
    except (WinsellError, ValueError, LookupError, TypeError, RecursionError):
        pass  # damaged: it says nothing
    return {}, b"", b""


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
