"""`winsell trend`: the number's course, drawn; what we said beside it; pictures that take no other file's place."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from winsell.cli.app import run

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = "examples/sales-digitalisation.yaml"
HOSTILE = '"<script>&amp;]]>\x01\x1b[31m\u202e\ufffe</text>'


@pytest.fixture(autouse=True)
def folder(among_examples: Path) -> Path:
    return among_examples


def told(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run(["trend", *argv])
    out, err = capfd.readouterr()
    return out if code in (0, 1) else err


def data(capfd: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(capfd, *argv, "--json"))["deals"]
    return found


def test_the_course_is_drawn_with_its_days_and_what_happened_meanwhile(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    said = told(capfd, EXAMPLE, "--lang", "en")
    assert any(line.strip().startswith("40 %  ") and "⣿" in line for line in said.splitlines())
    assert "2021-11-30" in said
    assert "Contact the CIO" in said


def test_each_number_is_that_of_the_facts_on_its_day(capfd: pytest.CaptureFixture[str]) -> None:
    (found,) = data(capfd, EXAMPLE)
    values = {point["on"]: point["value"] for point in found["course"]}
    for day, percent in (("2021-08-31", 23), ("2021-11-12", 39), ("2021-11-30", 41)):
        assert percent == round(100 * values[day])
    assert {"work"} == {mark["kind"] for mark in found["marks"]}


def test_moves_of_competitors_and_changes_at_the_customer_are_marked(capfd: pytest.CaptureFixture[str]) -> None:
    marks = [mark["kind"] for found in data(capfd, "examples/team") for mark in found["marks"]]
    assert {"work", "rival", "outside"} == set(marks)


STATED = "stated: {2021-08-31: {is: 41, by: wang}, 2021-12-31: {is: 45, by: wang}}\n"


def test_what_we_said_stands_beside_what_the_facts_give_and_is_told_where_they_part(
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = Path(EXAMPLE)
    path.write_text(path.read_text("utf-8") + STATED, encoding="utf-8")
    said = told(capfd, EXAMPLE, "--lang", "en")
    assert "On 31 Aug 2021 we said 41 % (wang); by what is known today it was 23 %" in said
    assert "On 31 Dec 2021 we said" not in said, "four points are no parting"
    assert "Said" in said
    (found,) = data(capfd, EXAMPLE)
    assert [0.41, 0.45] == [one["value"] for one in found["said"]]


def test_without_a_stated_number_there_is_no_second_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Said" not in told(capfd, EXAMPLE, "--lang", "en")


def test_several_deals_stand_below_each_other_and_a_broken_one_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    Path("examples/team/broken.yaml").write_text("deal: A\ncolour: red\n", encoding="utf-8")
    assert 1 == run(["trend", "examples/team", "--lang", "en"])
    out, err = capfd.readouterr()
    assert "Win probability over time: 13 deals" in out
    assert "examples/team/broken.yaml" in err
    assert 3 == run(["trend", "examples/team/broken.yaml"])


def test_what_does_not_even_say_what_it_is_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree("examples/team", "deals")
    Path("deals/torn.yaml").write_text("deal: [torn\n", encoding="utf-8")
    Path("deals/signs.yaml").write_bytes(b"\xff\xfe\x00")
    for named in ((), ("deals",), ("deals/torn.yaml", "deals/signs.yaml", "deals/battery-mes.yaml")):
        assert 1 == run(["trend", *named, "--lang", "en"])
        out, err = capfd.readouterr()
        assert "battery" in out + err or "二期工厂 MES" in out
        assert {"deals/torn.yaml", "deals/signs.yaml"} == {line.partition(":")[0] for line in err.splitlines()}


def test_without_a_name_the_folder_of_deals_is_meant(capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree("examples/team", "deals")
    assert 13 == len(data(capfd))
    shutil.rmtree("deals")
    Path("deals").mkdir()
    assert "deals" in told(capfd, code=2)


# Pictures.


def picture(path: str = "a.svg") -> str:
    text = Path(path).read_text(encoding="utf-8")
    assert "{http://www.w3.org/2000/svg}svg" == ET.fromstring(text).tag  # noqa: S314 - our own picture
    return text


def test_a_picture_is_well_formed_whatever_stands_in_the_deal(capfd: pytest.CaptureFixture[str]) -> None:
    hostile = json.dumps(HOSTILE)
    Path("a.yaml").write_text(
        f"deal: {hostile}\ncustomer: {hostile}\nstage: {{2026-01-01: lead}}\ncheckpoints: {{2026-02: {hostile}}}\n"
        f"changes:\n  - {{on: 2026-03-01, what: {hostile}}}\nactions:\n  one: {{what: {hostile}, done: 2026-03-02}}\n",
        encoding="utf-8",
    )
    told(capfd, "a.yaml", "--svg", "a.svg")
    assert "<script>" not in picture()
    assert "\x1b" not in picture()


def test_a_picture_has_the_days_and_the_numbers_in_either_language(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Drawn in a.svg" in told(capfd, EXAMPLE, "--svg", "a.svg", "--lang", "en")
    assert "POC: 41 %" in picture()
    first = picture()
    told(capfd, EXAMPLE, "--svg", "a.svg", "--lang", "zh", "--force")
    assert "41%" in picture()
    told(capfd, EXAMPLE, "--svg", "a.svg", "--lang", "en", "--force")
    assert first == picture(), "the same bytes"
    told(capfd, "examples/team", "--svg", "b.svg")
    assert 13 == picture("b.svg").count('class="line"')


def test_a_picture_is_printed_for_another_program(capfd: pytest.CaptureFixture[str]) -> None:
    told(capfd, EXAMPLE, "--svg", "a.svg", "--lang", "en")
    for _ in range(2):
        assert picture() == told(capfd, EXAMPLE, "--svg", "-", "--lang", "en")
    assert not Path("-").exists()


def test_a_picture_is_never_written_over_a_file_unless_that_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.svg").write_text("mine", encoding="utf-8")
    assert "there is a file already" in told(capfd, EXAMPLE, "--svg", "a.svg", code=3)
    assert "mine" == Path("a.svg").read_text(encoding="utf-8")
    told(capfd, EXAMPLE, "--svg", "a.svg", "--force")
    picture()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", ["a.yaml", "A.YML", "link.svg"])
def test_a_picture_never_goes_into_a_deal_file(capfd: pytest.CaptureFixture[str], name: str) -> None:
    Path("link.svg").symlink_to(EXAMPLE)
    before = Path(EXAMPLE).read_bytes()
    assert "never written in place of a deal" in told(capfd, EXAMPLE, "--svg", name, "--force", code=2)
    assert before == Path(EXAMPLE).read_bytes()
    assert not Path("a.yaml").exists()


def test_a_picture_goes_into_no_folder_that_is_not_there_and_in_place_of_none(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert "is not there" in told(capfd, EXAMPLE, "--svg", "nowhere/a.svg", code=3)
    Path("a.svg").mkdir()
    assert "no regular file" in told(capfd, EXAMPLE, "--svg", "a.svg", "--force", code=3)
