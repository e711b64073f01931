"""A deal with the files beside it: every problem of every file, and the line of a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from winsell.base.problem import WinsellError
from winsell.store.load import load_case
from winsell.store.schema_problems import as_written

DEAL = "deal: A deal\ncustomer: Somebody\n"
REFERS = DEAL + "account: sons\ncompetitors:\n  north: {}\n  south: {}\n"


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return str(path)


def problems(path: str) -> list[tuple[str, str, int | None]]:
    with pytest.raises(WinsellError) as caught:
        load_case(path)
    assert 3 == caught.value.exit_code
    return [(Path(one.path).name, one.code, one.line) for one in caught.value.problems]


def test_problems_of_all_files_are_told_deal_first_then_account_then_competitors(tmp_path: Path) -> None:
    write(tmp_path, "accounts/sons.yaml", "kind: account\nname: Sons\npeple: {}\nnote: [1]\n")
    write(tmp_path, "competitors/south.yaml", "kind: competitor\nname: South\nfit: 120\n")
    write(tmp_path, "competitors/north.yml", "kind: competitor\nname: 'North\n")
    assert [
        ("deal.yaml", "unknown-key-near", 7),
        ("sons.yaml", "unknown-key-near", 3),
        ("sons.yaml", "wants-line", 4),
        ("north.yml", "unclosed-quote", 2),
        ("south.yaml", "unknown-key", 3),
    ] == problems(write(tmp_path, "deal.yaml", REFERS + "ownr: wang\n"))


def test_a_valid_deal_is_refused_for_a_broken_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "competitors/south.yaml", "kind: competitor\n")
    assert [("south.yaml", "missing-key", 1)] == problems(write(tmp_path, "deal.yaml", REFERS))


@pytest.mark.parametrize("id_", ["../secret", "/etc/passwd", "[a]", "{a: b}", "3", ".", "x" * 300, '"a\\0b"'])
def test_an_account_that_is_no_id_is_looked_for_nowhere_else(tmp_path: Path, id_: str) -> None:
    write(tmp_path, "secret.yaml", "not: ours\n")
    (tmp_path / "accounts").mkdir()
    found = problems(write(tmp_path, "deal.yaml", DEAL + f"account: {id_}\ncompetitors: [north]\n"))
    assert {"deal.yaml"} == {name for name, _, _ in found}


def test_an_account_whose_file_is_not_there_is_for_a_rule_to_say(tmp_path: Path) -> None:
    dossier = load_case(write(tmp_path, "deal.yaml", REFERS)).dossier
    assert ("sons", None) == (dossier.deal.account, dossier.account)


PLACES = (
    DEAL
    + """\
stage: {2021-08: lead}
people:
  cio:
    attitude:
      2021-08: neutral
      2021-09-15: supporter
activities:
  - {on: 2021-08-01, what: call}
  - on: 2021-09-01
    what: visit
checkpoints:
  2021-10: Demo
past_projects:
  '2': {name: Second}
"""
)


@pytest.mark.parametrize(
    ("line", "where"),
    [
        pytest.param(None, (), id="the deal as a whole"),
        pytest.param(10, ("activities", "0"), id="an item"),
        pytest.param(11, ("activities", "1"), id="an item of several lines"),
        pytest.param(12, ("activities", "1", "what"), id="a key of an item"),
        pytest.param(9, ("activities", "7"), id="no such item"),
        pytest.param(7, ("people", "cio", "attitude", "2021-08-01"), id="a month of a history"),
        pytest.param(7, ("people", "cio", "attitude", "2021-08-01", "source"), id="what an entry does not say"),
        pytest.param(8, ("people", "cio", "attitude", "2021-09-15"), id="a day of a history"),
        pytest.param(6, ("people", "cio", "attitude", "2021-07-01"), id="no such day"),
        pytest.param(14, ("checkpoints", "2021-10-31"), id="a month that is its last day"),
        pytest.param(16, ("past_projects", "2"), id="an id of digits"),
        pytest.param(5, ("people", "cio", "0"), id="a number where no list is"),
        pytest.param(None, ("nowhere", "0"), id="a section that is not there"),
    ],
)
def test_a_place_has_the_line_of_what_is_nearest(tmp_path: Path, line: int | None, where: tuple[str, ...]) -> None:
    assert line == load_case(write(tmp_path, "deal.yaml", PLACES)).line_of(where)


def test_a_place_is_written_as_the_file_has_it(tmp_path: Path) -> None:
    document = load_case(write(tmp_path, "deal.yaml", PLACES)).document
    assert ("activities", 1, "what") == as_written(document, ("activities", "1", "what"))
    assert ("stage", "2021-08") == as_written(document, ("stage", "2021-08-01"))
    assert ("stage", "2021-13-01") == as_written(document, ("stage", "2021-13-01"))
