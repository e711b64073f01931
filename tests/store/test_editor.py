"""The command line of the user's editor, as it is said on each kind of system."""

from __future__ import annotations

import pytest

from winsell.base.problem import WinsellError
from winsell.store.editor import editor_of

NOTEPAD = r"C:\Program Files\Notepad++\notepad++.exe"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f'"{NOTEPAD}" -multiInst', [NOTEPAD, "-multiInst"]),
        (r"C:\bin\vim.exe", [r"C:\bin\vim.exe"]),
        ("code --wait", ["code", "--wait"]),
    ],
)
def test_on_windows_a_path_keeps_its_backslashes_and_loses_its_quotes(said: str, words: list[str]) -> None:
    assert words == editor_of({"EDITOR": said}, posix=False)


def test_elsewhere_it_is_parted_as_a_shell_would() -> None:
    assert ["my editor", "-w"] == editor_of({"EDITOR": "'my editor' -w"}, posix=True)


@pytest.mark.parametrize("posix", [True, False])
def test_a_quote_that_is_never_closed_is_refused(*, posix: bool) -> None:
    with pytest.raises(WinsellError):
        editor_of({"VISUAL": "'"}, posix=posix)
