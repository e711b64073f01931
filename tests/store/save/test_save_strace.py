"""The system itself fails or the process dies at each call: needs strace, or the right to mount a small disk."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.external

OLD, NEW = b"deal: old\n" * 500, b"deal: new\n" * 700
CALLS = "write,fsync,rename,link,close,unlink,openat,mkdir,fchmod,flock"
DIES = "write,fsync,rename,link,close,unlink,mkdir"
ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EROFS")
OF_ONE_CALL = {"rename": ("EXDEV",), "openat": ("EMFILE",), "flock": ("ENOLCK",), "link": ("EPERM",)}
SAVE = """
import os, sys
from winsell.base.problem import WinsellError
from winsell.store.save.save import locked
from winsell.store.save.undo import save_with_undo
try:
    os.rmdir("/begin of what counts")
except OSError:
    pass
code = 0
try:
    with locked(sys.argv[1]) as target:
        save_with_undo(target, b"deal: new\\n" * 700, "a change")
except WinsellError as error:
    code = 4 if error.problems[0].code == "save-not-sure" else 3
os._exit(code)
"""
MAKE = SAVE.replace(
    """    with locked(sys.argv[1]) as target:
        save_with_undo(target, b"deal: new\\n" * 700, "a change")
""",
    """    from_here = create(sys.argv[1], b"deal: new\\n" * 700)
""",
).replace("save.save import locked", "save.create import create")
PROGRAMS = {"save": SAVE, "create": MAKE}

traced = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def run(program: str, path: Path, *under: str) -> int:
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*under, sys.executable, "-S", "-c", PROGRAMS[program], str(path)]
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    return subprocess.run(command, check=False, env=environment, timeout=60).returncode


def points(program: str, folder: Path) -> dict[str, range]:
    """For each call, which of them are made after the program began to save, counted from its start."""
    path, log = fresh(program, folder), folder.parent / "log"
    assert 0 == run(program, path, "strace", "-qq", "-f", "-o", str(log), "-e", f"trace=rmdir,{CALLS}")
    before, all_, begun = Counter[str](), Counter[str](), False
    for name in re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE):
        begun = begun or name == "rmdir"
        all_[name] += 1
        before[name] += not begun
    assert begun
    return {name: range(before[name] + 1, all_[name] + 1) for name in CALLS.split(",")}


def fresh(program: str, folder: Path) -> Path:
    folder.mkdir()
    if program == "save":
        (folder / "deal.yaml").write_bytes(OLD)
    return folder / "deal.yaml"


def check(program: str, path: Path, code: int) -> None:
    """The file is wholly the old or the new one, what was said is so, and the next run cleans up."""
    now = path.read_bytes() if path.exists() else None
    assert now in (OLD if program == "save" else None, NEW)
    if code in {0, 4}:
        assert now == NEW
    elif code == 3:
        assert now != NEW
    else:
        assert code in {-9, 137}
    assert {"deal.yaml"} >= {one.name for one in path.parent.rglob("*.y*ml")}
    if program == "save" or now is None:
        path.write_bytes(OLD) if program == "save" else None
        assert 0 == run(program, path)
    else:
        assert 3 == run(program, path)
    assert NEW == path.read_bytes()
    assert [] == [one.name for one in path.parent.rglob("*.winsell-tmp")]


@traced
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_call_dies_or_fails(program: str, tmp_path: Path) -> None:
    runs, codes = 0, Counter[int]()
    for call, nths in points(program, tmp_path / "whole").items():
        ways = [
            *(f"error={name}" for name in (*ERRORS, *OF_ONE_CALL.get(call, ()))),
            *(["signal=KILL"] if call in DIES.split(",") else []),
        ]
        for nth in nths:
            for way in ways:
                path = fresh(program, tmp_path / f"{call}-{nth}-{way}")
                inject = f"inject={call}:{way}:when={nth}"
                code = run(program, path, "strace", "-qq", "-f", "-o", os.devnull, "-e", f"trace={call}", "-e", inject)
                check(program, path, code)
                runs += 1
                codes[code] += 1
    print(program, runs, "runs", dict(codes))  # noqa: T201 - read with -s
    assert {0, 3, 4} <= set(codes)
    assert min(codes) < 0 or 137 in codes


COUNT = """
import sys
from winsell.store.save.save import locked
for _ in range(10):
    with locked(sys.argv[1], wait=60) as target:
        head, count = target.raw.split(b": ")
        target.replace(head + b": " + str(int(count) + 1).encode() + b"\\n")
"""


@traced
def test_eight_writers_with_slow_renames_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"count: 0\n")
    slow = ["strace", "-qq", "-f", "-o", os.devnull, "-e", "trace=rename", "-e", "inject=rename:delay_enter=50000"]
    running = [subprocess.Popen([*slow, sys.executable, "-c", COUNT, str(path)]) for _ in range(8)]
    assert [0] * 8 == [one.wait(120) for one in running]
    assert b"count: 80\n" == path.read_bytes()
    assert ["deal.yaml"] == os.listdir(tmp_path)


FULL = """
set -e
mount -t tmpfs -o size=48k tmpfs "$1"
printf 'deal: old\\n%.0s' $(seq 500) > "$1/deal.yaml"
cp "$1/deal.yaml" "$2"
head -c 1000000 /dev/zero > "$1/full" 2> /dev/null || true
code=0
"$3" -c "$4" "$1/deal.yaml" || code=$?
cp "$1/deal.yaml" "$2.after"
ls -A "$1" > "$2.names"
rm "$1/full"
"$3" -c "$4" "$1/deal.yaml"
cp "$1/deal.yaml" "$2.new"
exit $code
"""


def may_mount() -> bool:
    command = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
    return (
        shutil.which("unshare") is not None
        and subprocess.run(command, check=False, capture_output=True).returncode == 0
    )


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    if not may_mount():
        pytest.skip("no right to mount a small disk")
    (tmp_path / "disk").mkdir()
    shell = [
        "unshare",
        "-rm",
        "sh",
        "-c",
        FULL,
        "sh",
        str(tmp_path / "disk"),
        str(tmp_path / "deal"),
        sys.executable,
        SAVE,
    ]
    done = subprocess.run(shell, check=False, capture_output=True, text=True, timeout=60)
    assert 3 == done.returncode, done.stderr
    assert OLD == (tmp_path / "deal.after").read_bytes()
    assert {"deal.yaml", "full", ".winsell"} >= set((tmp_path / "deal.names").read_text().split())
    assert NEW == (tmp_path / "deal.new").read_bytes()
