"""`winsell check` over folders: every file of ours is read as its kind, and one that is broken never hides another."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.test_check import BROKEN, CLEAN, ERROR, HEAD
from winsell.cli.app import run
from winsell.store import deals

ACCOUNT = "kind: account\nname: A customer\n"
COMPETITOR = "kind: competitor\nname: A competitor\n"
GOOD = {
    "deals/a.yaml": CLEAN,
    "deals/b.yml": CLEAN,
    "deals/north/c.yaml": CLEAN,
    "deals/accounts/customer.yaml": ACCOUNT,
    "deals/competitors/other.yaml": COMPETITOR,
}
BAD: dict[str, bytes] = {
    "deals/bad/conflict.yaml": HEAD.encode() + b"<<<<<<< HEAD\nowner: a\n=======\nowner: b\n>>>>>>> other\n",
    "deals/bad/empty.yaml": b"",
    "deals/bad/gbk.yaml": "deal: 仓库\ncustomer: 客户\n".encode("gbk"),
    "deals/bad/key.yaml": HEAD.encode() + b"ownr: wang\n",
    "deals/bad/list.yaml": b"- deal\n",
    "deals/bad/no-customer.yaml": b"deal: x\n",
    "deals/bad/nul.yaml": HEAD.encode() + b"\x00",
    "deals/bad/syntax.yaml": b"deal: [\n",
    "deals/accounts/kind.yaml": b"kind: acount\nname: x\npeople: {}\n",
    "deals/competitors/wrong.yaml": b"kind: competitor\nnam: x\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def files(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, bool], str]:
    """Return the exit code, of each file whether it is valid, and what is said on stderr."""
    code = run(["check", *argv, "--json", "--lang", "en"])
    out, err = capfd.readouterr()
    return code, {Path(one["path"]).as_posix(): one["valid"] for one in json.loads(out)["files"]}, err


def test_the_good_are_checked_and_each_broken_one_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    for path, text in (GOOD | BAD).items():
        write(path, text)
    assert (1, dict.fromkeys(GOOD, True) | dict.fromkeys(BAD, False), "") == files(capfd)
    code = run(["check", "deals", "--lang", "en"])
    out, err = capfd.readouterr()
    assert (1, "") == (code, err)
    assert "15 checked, 10 not valid" in out
    assert all(f"{path}:" in out.replace(os.sep, "/") for path in BAD)


def test_without_a_path_it_reads_the_folder_deals_or_the_one_it_stands_in(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("deals/a.yaml", CLEAN)
    write("else.yaml", CLEAN)
    assert (0, {"deals/a.yaml": True}, "") == files(capfd)
    monkeypatch.chdir("deals")
    assert (0, {"a.yaml": True}, "") == files(capfd)


def test_a_file_by_two_names_is_read_once(capfd: pytest.CaptureFixture[str]) -> None:
    write("deals/a.yaml", CLEAN)
    write("b.yaml", CLEAN)
    Path("deals/link.yaml").symlink_to("a.yaml")
    argv = ("deals/../deals/a.yaml", "deals", "b.yaml", "./b.yaml", "deals")
    assert (0, {"deals/../deals/a.yaml": True, "b.yaml": True}, "") == files(capfd, *argv)


def test_hidden_files_are_not_read(capfd: pytest.CaptureFixture[str]) -> None:
    for path in ("deals/a.yaml", "deals/.b.yaml", "deals/.git/c.yaml", "deals/note.txt", "deals/d.yaml.bak"):
        write(path, CLEAN)
    assert (0, {"deals/a.yaml": True}, "") == files(capfd)


def test_a_link_that_leads_out_is_not_followed_and_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    write("deals/a.yaml", CLEAN)
    write("outside/secret.yaml", "deal: secret\n")
    Path("deals/file.yaml").symlink_to("../outside/secret.yaml")
    Path("deals/folder").symlink_to("../outside")
    said = "deals/file.yaml: the link leads out of deals and was not followed - name the file itself to have it read\n"
    assert (0, {"deals/a.yaml": True}, said) == files(capfd)
    assert (3, {"deals/file.yaml": False}, "") == files(capfd, "deals/file.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFOs")
def test_what_is_no_ordinary_file_keeps_nobody_waiting(capfd: pytest.CaptureFixture[str]) -> None:
    write("deals/a.yaml", CLEAN)
    os.mkfifo("deals/pipe.yaml")
    Path("deals/loop.yaml").symlink_to("loop.yaml")
    Path("deals/gone.yaml").symlink_to("nowhere.yaml")
    Path("deals/folder.yaml").mkdir()
    valid = {"deals/a.yaml": True, "deals/pipe.yaml": False, "deals/loop.yaml": False, "deals/gone.yaml": False}
    assert (1, valid, "") == files(capfd)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_nobody_may_see_is_a_fault_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    write("deals/a.yaml", CLEAN)
    Path("deals/closed").mkdir(mode=0)
    assert (1, {"deals/closed": False, "deals/a.yaml": True}, "") == files(capfd)
    Path("deals/closed").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_named(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("deals/a.yaml", CLEAN)
    write("deals/closed/b.yaml", CLEAN)
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert (1, {"deals/closed": False, "deals/a.yaml": True}, "") == files(capfd)


FOREIGN = {
    "deals/compose.yaml": "services: {web: {image: x}}\nversion: '3'\nname: site\n",
    "deals/pod.yml": "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {}\n",
}


def test_files_of_other_programs_are_passed_over_and_told(capfd: pytest.CaptureFixture[str]) -> None:
    for path, text in {"deals/a.yaml": CLEAN, **FOREIGN}.items():
        write(path, text)
    code, valid, err = files(capfd)
    assert (0, {"deals/a.yaml": True}) == (code, valid)
    assert err == (
        "winsell: 2 files are no deal files and were passed over: deals/compose.yaml, deals/pod.yml"
        " - add `kind:` or `deal:` if one should be\n"
    )
    assert (3, {"deals/pod.yml": False}, "") == files(capfd, "deals/pod.yml")


@pytest.mark.parametrize("text", ["deel: x\n", "custmer: y\n", "owner: wang\n", "kind: playbook\n", "winsell: 1\n"])
def test_what_is_meant_as_a_deal_is_told_even_if_little_of_it_is_right(
    capfd: pytest.CaptureFixture[str], text: str
) -> None:
    write("deals/a.yaml", text)
    assert (3, {"deals/a.yaml": False}, "") == files(capfd)


def test_a_folder_that_holds_a_whole_machine_is_not_looked_through(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c/d", "e/f"):
        write(f"deals/{name}.yaml", CLEAN)
    for bound, exactly in (("MOST_FOLDERS", 3), ("MOST_FILES", 4)):
        with monkeypatch.context() as bounded:
            bounded.setattr(deals, bound, exactly)
            assert 4 == len(files(capfd)[1])
            bounded.setattr(deals, bound, exactly - 1)
            assert (3, {"deals": False}, "") == files(capfd)
            assert 3 == run(["check", "deals", "--lang", "en"])
            assert "that is no folder of deals, and none of it was checked - name the" in capfd.readouterr().out


def test_folders_of_other_programs_and_on_other_file_systems_are_left_out(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "node_modules/b", "env/lib/c", "far/d", "far/below/e"):
        write(f"deals/{name}.yaml", CLEAN)
    write("deals/env/pyvenv.cfg", "home = /usr/bin\n")
    monkeypatch.setattr(deals, "_is_apart", lambda _root, _around, name: name == "far")
    said = f"{Path('deals/far')}: the folder is on another file system and was not looked through - name it to have it "
    code, found, told = files(capfd)
    assert (0, {"deals/a.yaml": True}) == (code, found)
    assert told.startswith(said)


def test_an_empty_folder_is_told_and_no_fault(capfd: pytest.CaptureFixture[str]) -> None:
    Path("deals").mkdir()
    said = "deals: there is no deal file in this folder - name another, or make one with `winsell new`\n"
    assert (0, {}, said) == files(capfd)
    assert 2 == run(["check", "nowhere", "--lang", "en"])  # it may be a name as well as a path
    assert "no deal in `deals` has `nowhere` in its id" in capfd.readouterr().err


OURS = "kind: playbook\nid: ours\nversion: '1'\nname: Ours\nextends: five-steps\nrules: {WSY101: {off: true}}\n"


def test_the_playbook_of_the_folder_holds_below_it_unless_one_stands_beside_the_deal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    write("deals/playbook.yaml", OURS)
    write("deals/north/a.yaml", ERROR)
    write("deals/south/b.yaml", ERROR)
    write("deals/south/playbook.yaml", OURS.replace("{WSY101: {off: true}}", "{}"))
    code = run(["check", "--format", "concise"])
    assert (1, ["deals/south/b.yaml"]) == (
        code,
        sorted({line.split(":")[0] for line in capfd.readouterr().out.splitlines() if "WSY101" in line}),
    )
    assert 1 == run(["check", "deals/north/a.yaml"])


def test_a_broken_playbook_of_the_folder_is_told_once(capfd: pytest.CaptureFixture[str]) -> None:
    write("deals/playbook.yaml", BROKEN)
    for name in ("a", "north/b", "north/c"):
        write(f"deals/{name}.yaml", CLEAN)
    write("deals/accounts/x.yaml", ACCOUNT)
    code = run(["check", "--json"])
    found = {one["path"]: (one["valid"], one["blocked_by"]) for one in json.loads(capfd.readouterr().out)["files"]}
    blocked = (True, "deals/playbook.yaml")
    assert {
        "deals/a.yaml": blocked,
        "deals/playbook.yaml": (False, None),
        "deals/accounts/x.yaml": (True, None),
        "deals/north/b.yaml": blocked,
        "deals/north/c.yaml": blocked,
    } == found
    assert 1 == code


def test_a_name_that_is_hostile_is_shown_harmless(capfd: pytest.CaptureFixture[str]) -> None:
    name = "deals/\x1b[31m\u202e[red]\nx::error::.yaml"
    write(name, "deal: x\n")
    for argv in ((), ("--format", "markdown"), ("--json",), ("--format", "concise")):
        assert 3 == run(["check", *argv])
        out, err = capfd.readouterr()
        assert "" == err
        assert not {"\x1b", "\u202e"} & set(out)
        assert not any(line.startswith("x::error") for line in out.splitlines())
