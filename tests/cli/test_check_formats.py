"""The formats of `winsell check` that other programs read: each held against what those programs ask of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from tests.cli.test_check import BROKEN, CLEAN, ERROR, HEAD, HINT, WARNING
from winsell.cli.app import run
from winsell.views.formats import EVERY, FORMATS

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((ROOT / "tests" / "views" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
FILES = {
    "deals/clean.yaml": CLEAN,
    "deals/hint.yaml": HINT,
    "deals/warning.yaml": WARNING,
    "deals/error.yaml": ERROR,
    "deals/broken.yaml": HEAD + "ownr: wang\nfit: 3\n",
    "deals/仓库 100%,a:b.yaml": HEAD.replace("A deal", "仓库"),
    "deals/hostile.yaml": (
        'deal: "100%,\\r\\n::error::x \\u202e]]> <b>&amp;\\e[31m `a`"\ncustomer: 客户\n'
        'actions: {a: {what: "::set-output\\r\\n::error::x ]]> <b>&amp;\\e[31m\\uffff\\0", due: 2026-01-01}}\n'
    ),
}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    (tmp_path / "deals").mkdir()
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def printed(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 1) -> str:
    assert code == run(["check", *argv])
    out, err = capfd.readouterr()
    assert "" == err
    assert not set(out) & {"\x1b", "\u202e", "\uffff", "\0", "\r"}
    return out


def issues(capfd: pytest.CaptureFixture[str], *argv: str) -> list[tuple[str, int, str, str]]:
    """Path, line, severity and code of all that is found, as the JSON has it."""
    data = json.loads(printed(capfd, *argv, "--json"))
    found = []
    for one in data["files"]:
        found += [(one["path"], problem["line"], "error", problem["code"]) for problem in one["problems"]]
        found += [(one["path"], risk["line"] or 1, risk["severity"], risk["code"]) for risk in one["findings"]]
    return found


# Concise.


@LANGUAGES
def test_concise_is_one_line_an_issue(capfd: pytest.CaptureFixture[str], lang: str) -> None:
    lines = printed(capfd, "--format", "concise", "--lang", lang).splitlines()
    form = re.compile(r"(.+?):(\d+): (error|warning|hint) (WS[A-Z]\d{3}|[a-z-]+) (\S.*)")
    found = [match.groups() for match in map(form.fullmatch, lines) if match]
    assert len(lines) == len(found)
    assert issues(capfd) == [(path, int(line), severity, code) for path, line, severity, code, _ in found]
    chinese = [bool(re.search("[\u4e00-\u9fff]", sentence)) for *_, sentence in found]
    assert all(chinese) if lang == "zh" else not all(chinese)


def test_concise_says_nothing_of_a_clean_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert "" == printed(capfd, "deals/clean.yaml", "--format", "concise", code=0)


# SARIF.


@LANGUAGES
def test_sarif_holds_to_the_official_schema(capfd: pytest.CaptureFixture[str], lang: str) -> None:
    log = json.loads(printed(capfd, "--format", "sarif", "--lang", lang))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (one,) = log["runs"]
    driver, results = one["tool"]["driver"], one["results"]
    assert lang == one["language"] == driver["language"]
    levels = {"error": "error", "warning": "warning", "note": "hint"}
    found = [(*place(result), levels[result["level"]], result["ruleId"]) for result in results]
    assert issues(capfd) == found
    assert all(result["ruleId"] == driver["rules"][result["ruleIndex"]]["id"] for result in results)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["id"].startswith("WS") == ("help" in rule)
        whole = rule.get("help", {"text": "", "markdown": ""})
        assert whole["text"].split() == re.sub(r"\*\*|^- ", "", whole["markdown"], flags=re.MULTILINE).split()
        assert not re.search(r"[{}\[\]]|None", rule.get("help", rule["shortDescription"])["text"])


def test_in_sarif_an_accepted_risk_is_suppressed_with_its_reason(
    capfd: pytest.CaptureFixture[str], folder: Path
) -> None:
    name = str(folder / "accepted.yaml")
    text = HEAD + "stage: value-proof\naccepted: {WSB101: {reason: we know the owner, until: 2027-01}}\n"
    Path(name).write_text(text, encoding="utf-8")
    log = json.loads(printed(capfd, name, "--format", "sarif"))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    results = log["runs"][0]["results"]
    told = {one["ruleId"]: one["suppressions"] for one in results}
    assert [{"kind": "external", "justification": "we know the owner"}] == told.pop("WSB101")
    assert [[]] == [list(one) for one in {tuple(one) for one in told.values()}]
    assert "WSB101" not in {code for *_, code in issues(capfd, name)}


def place(result: dict[str, Any]) -> tuple[str, int]:
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert "%SRCROOT%" == physical["artifactLocation"]["uriBaseId"]
    return unquote(physical["artifactLocation"]["uri"]), physical["region"]["startLine"]


@pytest.mark.parametrize("files", [["deals/clean.yaml"], ["empty"]])
def test_sarif_of_nothing_holds_to_the_schema_too(capfd: pytest.CaptureFixture[str], files: list[str]) -> None:
    Path("empty").mkdir()
    assert 0 == run(["check", *files, "--format", "sarif"])
    log = json.loads(capfd.readouterr().out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert [] == log["runs"][0]["results"]


def test_a_file_outside_has_an_address_of_its_own(
    capfd: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "below").mkdir()
    monkeypatch.chdir("below")
    for path in ("../deals/error.yaml", str(folder / "deals" / "error.yaml")):
        log = json.loads(printed(capfd, path, "--format", "sarif"))
        jsonschema.Draft4Validator(SCHEMA).validate(log)
        location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert ((folder / "deals" / "error.yaml").as_uri(), None) == (location["uri"], location.get("uriBaseId"))


def prints(capfd: pytest.CaptureFixture[str]) -> list[str]:
    run(["check", "deals", "--format", "sarif"])
    results = json.loads(capfd.readouterr().out)["runs"][0]["results"]
    return [result["partialFingerprints"]["winsellIssue/v1"] for result in results]


def test_a_fingerprint_stays_when_lines_move_and_is_one_of_a_kind(
    capfd: pytest.CaptureFixture[str], folder: Path
) -> None:
    before = prints(capfd)
    assert len(before) == len(set(before)) > 5
    for path in folder.glob("deals/*.yaml"):
        path.write_text("# a line\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert before == prints(capfd)


def test_strangers_at_one_place_are_told_apart(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    for path in folder.glob("deals/*.yaml"):
        path.unlink()
    activities = (
        "activities:\n  - {on: 2026-08-01, what: lunch, with: [a, b]}\n  - {on: 2026-08-02, what: tea, with: [a]}\n"
    )
    (folder / "deals" / "a.yaml").write_text(HEAD + activities, encoding="utf-8")
    found = prints(capfd)
    assert len(found) == len(set(found)) >= 2


# GitHub.

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*(?::(?!:)[^:]*)*?)::(.*)")
ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def unescaped(text: str) -> str:
    return re.sub("|".join(ESCAPES), lambda found: ESCAPES[found[0]], text)


@LANGUAGES
def test_annotations_have_the_documented_form(capfd: pytest.CaptureFixture[str], lang: str) -> None:
    lines = printed(capfd, "--format", "github", "--lang", lang).splitlines()
    levels = {"error": "error", "warning": "warning", "notice": "hint"}
    found = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(one.split("=", 1) for one in match[2].split(","))
        assert {"file", "line", "title"} <= properties.keys() <= {"file", "line", "col", "title"}
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", match[2] + match[3])
        told = {name: unescaped(value) for name, value in properties.items()}
        found.append((told["file"], int(told["line"]), levels[match[1]], told["title"]))
        assert unescaped(match[3]).strip()
    assert issues(capfd) == found


def test_a_line_break_in_a_name_is_escaped_as_documented(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "deals" / "a\nb%.yaml").write_text("deal: x\n", encoding="utf-8")
    out = printed(capfd, "deals/a\nb%.yaml", "--format", "github", code=3)
    assert out.startswith("::error file=deals/a%0Ab%25.yaml,line=1,")
    assert 1 == len(out.splitlines())


# JUnit.


@LANGUAGES
def test_junit_has_a_suite_a_file_and_a_case_an_issue(capfd: pytest.CaptureFixture[str], lang: str) -> None:
    root = ET.fromstring(printed(capfd, "--format", "junit", "--lang", lang))  # noqa: S314 - our own
    assert "testsuites" == root.tag
    assert sorted(FILES) == sorted(suite.attrib["name"] for suite in root)
    found = []
    for suite in root:
        cases = suite.findall("testcase")
        assert str(len(cases)) == suite.attrib["tests"]
        for tag, name in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert str(len(suite.findall(f"testcase/{tag}"))) == suite.attrib[name]
        found += [case for case in cases if len(case)]
    failing = [one for one in issues(capfd) if one[2] == "error"]
    assert len(failing) == len(root.findall(".//failure")) + len(root.findall(".//error"))
    assert len(issues(capfd)) == len(found)
    assert len(root.findall(".//error")) == 2
    assert all(case.attrib["file"] and int(case.attrib["line"]) for case in found)


def test_what_fails_in_junit_is_what_ends_the_command_with_one(capfd: pytest.CaptureFixture[str]) -> None:
    for fail_on, code in (("error", 0), ("warning", 1)):
        argv = ("deals/warning.yaml", "--format", "junit", "--fail-on", fail_on)
        root = ET.fromstring(printed(capfd, *argv, code=code))  # noqa: S314 - our own
        assert bool(code) == bool(root.findall(".//failure"))


def test_a_deal_that_waits_for_its_playbook_is_skipped(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "deals" / "playbook.yaml").write_text(BROKEN, encoding="utf-8")
    root = ET.fromstring(printed(capfd, "--format", "junit", code=3))  # noqa: S314 - our own
    assert len(FILES) - 1 == len(root.findall(".//skipped"))


# All of them.


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_format_says_the_same_twice_and_nothing_on_stderr(capfd: pytest.CaptureFixture[str], name: str) -> None:
    assert printed(capfd, "--format", name) == printed(capfd, "--format", name)


@pytest.mark.parametrize("name", sorted(EVERY.keys() - FORMATS.keys()))
@pytest.mark.parametrize("command", ["analyze", "screen", "plan"])
def test_other_commands_have_their_own_formats(capfd: pytest.CaptureFixture[str], command: str, name: str) -> None:
    assert 2 == run([command, "deals/clean.yaml", "--format", name])
    said = f"winsell: the format {name} is one of `winsell check` alone - use one of: terminal, json and markdown\n"
    assert ("", said.replace(" and ", ", ")) == tuple(capfd.readouterr())


def test_a_format_that_nobody_has_is_refused_with_all_there_are(capfd: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["check", "deals", "--format", "xml"])
    said = capfd.readouterr().err
    assert all(name in said for name in EVERY)


def process(*argv: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "winsell", "check", *argv], capture_output=True, env={**os.environ, **more}, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_no_character_is_lost_in_an_old_code_page(encoding: str) -> None:
    done = process("--format", "sarif", "--lang", "zh", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    log = json.loads(done.stdout)
    assert (1, b"") == (done.returncode, done.stderr)
    assert any("\u4e00" <= one <= "\u9fff" for one in log["runs"][0]["results"][0]["message"]["text"])
    done = process("--format", "junit", "--lang", "zh", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    text = "".join(ET.fromstring(done.stdout).itertext())  # noqa: S314 - our own
    assert any("\u4e00" <= one <= "\u9fff" for one in text)
    assert "?" not in text.replace("？", "")


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_closed_pipe_ends_quietly(name: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m winsell check --format {name} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=False,
    )
    assert (b"", True) == (done.stderr, done.stdout.strip() in {b"0", b"1"})
