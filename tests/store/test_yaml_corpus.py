"""Every broken file of the corpus, through both parsers: refused, with the codes and lines written beside it.

`codes.txt` has one problem a line, `LINE: code`, 0 for the file as a whole; its bytes are on disk as a seller's
editor would have left them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from winsell.store.backend import Backend
from winsell.store.yaml_reader import READER_CODES, read_yaml

CORPUS = Path(__file__).parent.parent / "errors" / "yaml"
CASES = sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir())
BEYOND_THE_CORPUS = {"too-big", "too-many-nodes"}
"""Files of megabytes."""


@pytest.mark.parametrize("backend", ["c", "pure"])
@pytest.mark.parametrize("case", CASES)
def test_file_is_refused_as_expected(case: str, backend: Backend) -> None:
    expected = (CORPUS / case / "codes.txt").read_text("utf-8")
    document, problems = read_yaml((CORPUS / case / "deal.yaml").read_bytes(), backend=backend)
    assert expected == "".join(f"{problem.line or 0}: {problem.code}\n" for problem in problems)
    assert document is None


@pytest.mark.parametrize("case", CASES)
def test_both_parsers_give_the_same_facts(case: str) -> None:
    raw = (CORPUS / case / "deal.yaml").read_bytes()
    assert read_yaml(raw, backend="c") == read_yaml(raw, backend="pure")


def test_corpus_holds_every_code() -> None:
    lines = [line for case in CASES for line in (CORPUS / case / "codes.txt").read_text("utf-8").splitlines()]
    seen = {line.split(": ")[1] for line in lines}
    assert set(READER_CODES) - BEYOND_THE_CORPUS == seen
