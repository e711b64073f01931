"""`winsell check --fix`: a diff first, written only if somebody says so, and taken back like any change."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from winsell.cli.app import run

if os.name != "nt":
    from tests.terminal import Sitting

BROKEN = "\ufeffdeal：绍兴\r\ncustomer: B\r\nstage: {2026/1/5: lead} # 2026/1/5\r\n"
RIGHT = "\ufeffdeal: 绍兴\r\ncustomer: B\r\nstage: {2026-01-05: lead} # 2026/1/5\r\n"
DIFF = """\
--- deals/a.yaml
+++ deals/a.yaml
@@ -1,3 +1,3 @@
-deal：绍兴
+deal: 绍兴
 customer: B
-stage: {2026/1/5: lead} # 2026/1/5
+stage: {2026-01-05: lead} # 2026/1/5
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    Path("deals").mkdir()
    write("a", BROKEN)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(f"deals/{name}.yaml").write_bytes(text.encode())


def read(name: str = "a") -> str:
    return Path(f"deals/{name}.yaml").read_bytes().decode()


def fix(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run(["check", "--fix", *(argv or ("deals/a.yaml",)), "--lang", "en"])
    return "".join(capsys.readouterr())


def test_without_a_terminal_the_diff_is_shown_and_nothing_written(capsys: pytest.CaptureFixture[str]) -> None:
    told = fix(capsys, code=1)
    assert told.startswith(DIFF)
    assert "One file can be mended; nothing was written: --yes writes it." in told
    assert BROKEN == read()
    assert ["a.yaml"] == [path.name for path in Path("deals").iterdir()]


def test_with_yes_it_is_written_and_can_be_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    told = fix(capsys, "deals/a.yaml", "--yes")
    assert told.startswith(DIFF)
    assert "One file was mended; `winsell undo` takes it back." in told
    assert RIGHT == read()
    assert 0 == run(["check", "deals/a.yaml"])
    capsys.readouterr()
    assert 1 == run(["undo", "deals/a.yaml", "--lang", "en"])  # it is as broken as it was
    out, err = capsys.readouterr()
    assert "Taken back in deals/a.yaml: check --fix" in out
    assert "deals/a.yaml:1: `：` where `: ` is meant" in err
    assert BROKEN == read()


PLAYBOOK = "kind: playbook\nid: ours\nversion: '1'\nextends: five-steps\nname: Ours\nfoo: 1\n"


def test_what_is_left_in_a_playbook_is_told_and_its_mending_can_be_taken_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("playbook", PLAYBOOK.replace("name: ", "name："))
    told = fix(capsys, "deals/playbook.yaml", "--yes", code=3)
    assert "One file was mended" in told
    assert "deals/playbook.yaml:6: `foo` is no key" in told
    assert PLAYBOOK == read("playbook")
    assert 1 == run(["undo", "deals/playbook.yaml", "--lang", "en"])
    assert "Taken back in deals/playbook.yaml: check --fix" in capsys.readouterr().out
    assert PLAYBOOK.replace("name: ", "name：") == read("playbook")


def test_ids_of_a_playbook_are_left_since_others_name_them(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = PLAYBOOK.replace("foo: 1", "signs: {Big_Sign: {label: {en: x, zh: x}}}")
    write("playbook", wrong)
    fix(capsys, "deals/playbook.yaml", "--yes", code=3)
    assert wrong == read("playbook")


def test_where_nothing_is_to_be_mended_nothing_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    write("a", RIGHT)
    assert "Nothing to mend without a guess." in fix(capsys)
    assert RIGHT == read()


def test_what_needs_a_guess_is_left_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    write("a", RIGHT + "actions: {a: {what: x, due: 05/01/2026}}\r\nus: {fit: ８０}\r\n")
    told = fix(capsys, "deals/a.yaml", "--yes", code=3)
    assert "deals/a.yaml:4: 05/01/2026 is not a date" in told
    assert "One problem is left to you." in told
    assert "due: 05/01/2026" in read()
    assert "{fit: 80}" in read()


def test_what_hides_a_mark_that_needs_a_guess_is_mended_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    left = "value: {x: {claim: y, kind: solution, matters_to: [Big Boss，IT_Head]}}\n"
    write("a", "deal: A\ncustomer: B\nowner：anna\n" + left)
    told = fix(capsys, "deals/a.yaml", "--yes", code=3)
    assert "One file was mended" in told
    assert "deals/a.yaml:4: `，` where `, ` is meant" in told
    assert "deal: A\ncustomer: B\nowner: anna\n" + left == read()


def test_several_files_each_for_itself(capsys: pytest.CaptureFixture[str]) -> None:
    write("b", "deal: A\ncustomer: B\nus: {fit: ８０}\n")
    write("c", "deal: A\ncustomer: B\n")
    write("d", "deal: A\n")
    files = tuple(f"deals/{one}.yaml" for one in "abcd")
    told = fix(capsys, *files, "deals/none.yaml", "--yes", code=1)
    assert "2 files were mended" in told
    assert "deals/none.yaml: there is no such file" in told
    assert "`customer` is missing" in told
    assert "us: {fit: 80}" in read("b")


def test_a_file_that_may_not_be_written_is_told_and_the_others_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("b", BROKEN)
    Path("deals/a.yaml").chmod(0o444)
    told = fix(capsys, "deals/a.yaml", "deals/b.yaml", "--yes", code=1)
    assert "deals/a.yaml: the file is read-only" in told
    assert BROKEN == read("a")
    assert RIGHT == read("b")


def test_what_changed_since_it_was_shown_is_not_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from winsell.store.mend import mend as module

    mend = module.mend

    def meanwhile(path: str, raw: bytes) -> module.Mended:
        found = mend(path, raw)
        write("a", BROKEN + "# mine\r\n")
        return found

    monkeypatch.setattr(module, "mend", meanwhile)
    assert "changed on disk meanwhile" in fix(capsys, "deals/a.yaml", "--yes", code=1)
    assert f"{BROKEN}# mine\r\n" == read()


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("stage: {2026-1-5：lead, 2026/02/05: qualification}", "stage: {2026-01-05: lead, 2026-02-05: qualification}"),
        ("stage: {2026年1月5日：lead， 2026-2-5：bidding}", "stage: {2026-01-05: lead, 2026-02-05: bidding}"),
        ("people: {cio：{title：CIO，role：approver}}", "people: {cio: {title: CIO, role: approver}}"),
        ("people: {cio: {title：老王，role：approver, note: 他说，ok：好}}",
         "people: {cio: {title: 老王, role: approver, note: 他说，ok：好}}"),
    ],
)  # fmt: skip
def test_a_full_width_colon_within_braces_is_told_where_it_stands_and_mended(
    capsys: pytest.CaptureFixture[str], written: str, right: str
) -> None:
    head = "deal: A\ncustomer: B\n"
    write("a", f"{head}{written}\n")
    assert 3 == run(["check", "deals/a.yaml", "--format", "concise", "--lang", "en"])
    assert "a.yaml:3" in (told := capsys.readouterr().out)
    assert "full-width" in told
    fix(capsys, "deals/a.yaml", "--yes")
    assert f"{head}{right}\n" == read()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--yes",), "--yes writes what --fix mends"),
        (("--fix", "--accepted"), "--fix and --accepted are two things"),
    ],
)
def test_options_without_a_meaning_together_are_refused(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str
) -> None:
    assert 2 == run(["check", "deals/a.yaml", *argv, "--lang", "en"])
    assert said in capsys.readouterr().err


def test_programs_get_it_as_data_and_pull_requests_as_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == run(["check", "--fix", "deals/a.yaml", "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    (one,) = found["files"]
    assert ("deals/a.yaml", "open", [], DIFF.splitlines()) == (one["path"], one["state"], one["left"], one["diff"])
    run(["schema", "report"])
    jsonschema.Draft202012Validator(json.loads(capsys.readouterr().out)).validate(found)
    write("a", BROKEN.replace("绍兴", "绍```兴"))
    page = fix(capsys, "deals/a.yaml", "--format", "markdown", code=1)
    assert page.startswith("````diff\n--- deals/a.yaml\n")
    assert "\n````\n" in page


def test_the_playbooks_language_is_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    head = "kind: playbook\nid: ours\nversion: '1'\nname: {zh: 打法}\nlanguage: zh\nextends: five-steps\n"
    write("playbook", head)
    assert 1 == run(["check", "--fix", "deals/a.yaml"])
    assert "还没写入" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX's")
@pytest.mark.parametrize(("key", "text", "code"), [("y", RIGHT, 0), ("n", BROKEN, 1), ("", BROKEN, 1)])
def test_at_a_terminal_it_is_asked(folder: Path, key: str, text: str, code: int) -> None:
    with Sitting(("check", "--fix", "deals/a.yaml", "--lang", "en"), folder) as sitting:
        sitting.answer(key)
        assert code == sitting.wait()
        assert "+deal: 绍兴" in sitting.text
        assert "Write this?" in sitting.text
    assert text == read()


def test_folders_and_names_are_mended_and_what_is_another_programs_is_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    foreign = "apiVersion: v1\nspec: {day: 2026/1/5}\n"
    write("pod", foreign)
    write("b", "deal: Bay\ncustomer: B\nstage: {2026/1/5: lead}\n")
    told = fix(capsys, "deals", "--yes")
    assert "2 files were mended" in told
    assert "one file is no deal file and was passed over: deals/pod.yaml" in told.replace("\\", "/")
    assert (RIGHT, foreign) == (read(), read("pod"))
    for argv in (("bay", "--yes"), ("--yes",)):
        write("b", "deal: Bay\ncustomer: B\nstage: {2026/1/5: lead}\n")
        assert "One file was mended" in fix(capsys, *argv)
        assert "2026-01-05" in read("b")
