"""What every test stands on: a world of its own (home, git, language, terminal), and the property tests' profiles."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

settings.register_profile("change", max_examples=200, deadline=None)
settings.register_profile("nightly", max_examples=20_000, deadline=None)
settings.load_profile("change")

SCRUBBED = ("GIT_", "WINSELL_", "_WINSELL_", "LC_", "XDG_")
"""How the names of environment variables begin that would let the machine speak into a test."""

PINNED = {
    "COLUMNS": "80",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LANG": "C.UTF-8",
    "LINES": "24",
    "PYTHONUTF8": "1",
    "TERM": "xterm-256color",
}
LOOKS = ("CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "FORCE_COLOR", "LANGUAGE", "NO_COLOR", "TTY_COMPATIBLE")
STREAMS = ("PYTHONIOENCODING", "PYTHONUNBUFFERED", "PYTHONWARNINGS")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Make the catalogues anew in a source tree, so that no test reads a sentence older than its .po."""
    locale = ROOT / "winsell" / "words" / "locale"
    if not locale.is_dir() or hasattr(session.config, "workerinput"):
        return
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / ".ci" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    hook.compile_catalogues(locale)


@pytest.fixture(scope="session", autouse=True)
def own_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the machine's home, git settings, language and terminal out of the tests and of what they start."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(SCRUBBED) or name in LOOKS + STREAMS:
                patch.delenv(name)
        for name, value in PINNED.items():
            patch.setenv(name, value)
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        yield
