"""A folder for deals, and a new deal in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from winsell.cli.app import run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-24")
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0, lang: str = "en") -> str:
    assert code == run([*argv, "--lang", lang])
    out, err = capsys.readouterr()
    return out + err


def contents() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


NEW = ("new", "--deal", "Warehouse control", "--customer", "A grocery chain")


def test_a_folder_has_what_editors_and_git_need_and_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "init")
    assert {"playbook.yaml", ".gitignore", ".gitattributes"} <= {path.name for path in Path("deals").iterdir()}
    assert "Made in deals:" in told
    assert ".winsell/local/" in Path("deals/.gitignore").read_text("utf-8")
    schema = json.loads(Path("deals/.winsell/schema/deal.json").read_text("utf-8"))
    assert "people" in schema["properties"]
    assert 0 == run(["check", "deals/playbook.yaml", "--lang", "en"])


def test_the_next_step_goes_into_the_folder_that_was_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Next: winsell new 'our team/' --deal" in said(capsys, "init", "our team")
    assert "Next: winsell new --deal" in said(capsys, "init", ".")
    assert "Next: winsell new --deal" in said(capsys, "init")
    said(capsys, *NEW, "our team/")
    assert Path("our team", "warehouse-control.yaml").exists()


def test_what_is_there_already_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine").mkdir()
    Path("mine/playbook.yaml").write_text("# ours\n", "utf-8")
    told = said(capsys, "init", "mine")
    assert "There already in mine, and left as it is:\n   - playbook.yaml" in told
    before = contents()
    assert b"# ours\n" == before["mine/playbook.yaml"]
    assert "Made in" not in said(capsys, "init", "mine")
    assert before == contents()


def test_the_schemas_speak_the_readers_language(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "init", lang="zh")
    assert "商机" in Path("deals/.winsell/schema/deal.json").read_text("utf-8")


def test_a_new_deal_is_commented_and_gets_its_first_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "init")
    told = said(capsys, *NEW, "--owner", "anna", "--amount", "4.8m-6m", "--currency", "CNY")
    assert "Made deals/warehouse-control.yaml" in told
    assert "FIND OUT FIRST: nothing speaks against it yet" in told
    text = Path("deals/warehouse-control.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=.winsell/schema/deal.json\nwinsell: 1\n")
    for section in ("events", "people", "competitors", "value"):
        assert f"# {section}:\n#   " in text
    data = yaml.safe_load(text.replace("2026-11-24:", "'2026-11-24':"))
    assert {"low": "4.8m", "high": "6m", "currency": "CNY"} == data["amount"]
    assert {"2026-11-24": "lead"} == data["stage"]


def test_each_example_in_a_comment_is_valid_once_it_is_no_comment(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("en", "zh"):
        said(capsys, *NEW, lang=lang)
        path = Path("warehouse-control.yaml")
        lines = [line[2:] if line.startswith(("# events", "# people", "# comp", "# value", "#   ")) else line
                 for line in path.read_text("utf-8").splitlines()]  # fmt: skip
        path.write_text("\n".join(lines), "utf-8")
        assert {"events", "people", "competitors", "value"} <= set(yaml.safe_load(path.read_text("utf-8")))
        assert 0 == run(["analyze", str(path)])
        path.unlink()


def test_a_deal_is_never_put_in_place_of_another(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, *NEW)
    before = contents()
    for again in (NEW, (*NEW[:2], "WAREHOUSE control", *NEW[3:]), (*NEW, "Warehouse-Control")):
        told = said(capsys, *again, code=3)
        assert "nothing was changed" in told
    assert before == contents()


def test_people_and_customer_are_taken_over_from_another_deal(capsys: pytest.CaptureFixture[str]) -> None:
    Path("first.yaml").write_text(
        "deal: A\ncustomer: B\nowner: bo\namount: {low: 3m, currency: EUR}\n"
        "people: {cio: {title: CIO, function: it, role: approver, attitude: enemy}, x: {role: user}}\n",
        "utf-8",
    )
    said(capsys, "new", "second", "--deal", "C", "--from", "first", "--owner", "anna")
    data = yaml.safe_load(Path("second.yaml").read_text("utf-8").replace("2026-11-24:", "'2026-11-24':"))
    assert {"cio": {"title": "CIO", "function": "it"}, "x": {"title": "x"}} == data["people"]
    assert ("B", "anna") == (data["customer"], data["owner"])
    assert "amount" not in data


def test_the_customer_is_written_as_in_the_other_deal(capsys: pytest.CaptureFixture[str]) -> None:
    Path("first.yaml").write_text("deal: A\ncustomer: ACME Ltd\n", "utf-8")
    said(capsys, "new", "second", "--deal", " C\n D ", "--from", "first", "--customer", "acme ltd")
    assert "\ndeal: C D\ncustomer: ACME Ltd\n" in f"\n{Path('second.yaml').read_text('utf-8')}"


def test_a_currency_may_be_typed_in_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, *NEW, "--amount", "3m", "--currency", "eur")
    assert "currency: EUR" in Path("warehouse-control.yaml").read_text("utf-8")


def test_in_a_folder_the_title_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("team").mkdir()
    for folder in ("team", "other/", ".", "team/.."):
        said(capsys, *NEW, folder)
        made = Path(folder, "warehouse-control.yaml")
        assert "deal: Warehouse control\n" in made.read_text("utf-8")
        made.unlink()


def test_a_title_without_latin_letters_gets_a_numbered_file(capsys: pytest.CaptureFixture[str]) -> None:
    for name, customer in (("deal-1", "某连锁"), ("deal-2", "某集团")):
        said(capsys, "new", "--deal", "仓储系统", "--customer", customer, "--amount", "480万", "--currency", "CNY")
        assert f"deal: 仓储系统\ncustomer: {customer}\n" in Path(f"{name}.yaml").read_text("utf-8")


def test_a_numbered_deal_is_not_made_twice_but_under_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    for customer in ("某集团", "某连锁"):
        said(capsys, "new", "--deal", "仓储系统", "--customer", customer)
    made = contents()
    twice = said(capsys, "new", "--deal", "仓储系统", "--customer", "某连锁", code=2)
    assert "is there already, in deal-2.yaml" in twice
    assert made == contents()
    said(capsys, "new", "second-phase", "--deal", "仓储系统", "--customer", "某连锁")
    assert 3 == len(contents())


@pytest.mark.parametrize(("lang", "made"), [("en", "Made:"), ("zh", "已建好：")])
def test_the_folder_in_which_one_is_has_no_name(capsys: pytest.CaptureFixture[str], lang: str, made: str) -> None:
    assert made == said(capsys, "init", ".", lang=lang).splitlines()[0].strip()


def test_a_folder_that_is_a_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("", "utf-8")
    for folder in ("file", "file/below"):
        assert "`file` is a file, and no folder" in said(capsys, "init", folder, code=3)
    assert {"file": b""} == contents()


@pytest.mark.parametrize(
    ("expected", "argv", "code"),
    [
        ("this is needed to make a deal: --deal, --customer", ("new",), 2),
        ("this is needed to make a deal: --customer", ("new", "x", "--deal", "A"), 2),
        ("this is needed to make a deal: --currency", (*NEW, "--amount", "3m"), 2),
        ("write 480万-600万", (*NEW, "--amount", "480-600万", "--currency", "CNY"), 2),
        ("`a lot` is no sum", (*NEW, "--amount", "a lot", "--currency", "CNY"), 2),
        ("write 3m-6m", (*NEW, "--amount", "6m-3m", "--currency", "CNY"), 2),
        ("no deal in `.` has `nowhere`", (*NEW, "--from", "nowhere"), 2),
        ("`accounts` the deals beside it look for accounts", (*NEW, "accounts/x"), 2),
        ("`competitors` the deals beside it look for", (*NEW, "competitors/x.yml"), 2),
        ("stays on one machine", (*NEW, "people.local"), 2),
        ("is a hidden name", (*NEW, ".trial"), 2),
        ("is a hidden name", (*NEW, "new/.yaml"), 2),
        ("would be taken for the playbook", (*NEW, "Playbook.yml"), 2),
        ("Windows cannot have a file of the name", (*NEW, "con"), 3),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(
    capsys: pytest.CaptureFixture[str], expected: str, argv: tuple[str, ...], code: int
) -> None:
    assert expected in said(capsys, *argv, code=code)
    assert {} == contents()


def test_what_is_in_the_way_is_told_before_anything_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("", "utf-8")
    assert "file" in said(capsys, "new", "file/below/x", code=3)
    assert {"file": b""} == contents()
