"""A real yaml-language-server over stdio: what editors offer, explain and complain about in a deals folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.strategies import ROOT
from winsell.cli.app import run

pytestmark = pytest.mark.external
MODELINE = "# yaml-language-server: $schema=.winsell/schema/deal.json\n"
TEAM = sorted(path for path in (ROOT / "examples" / "team").glob("*.yaml") if path.stem != "playbook")


class Server:
    """A language server in a folder of deals."""

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.count = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        root = folder.as_uri()
        self.ask("initialize", {"processId": None, "rootUri": root, "capabilities": {},
                                "workspaceFolders": [{"uri": root, "name": "deals"}]})  # fmt: skip
        self.tell("initialized", {})
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def tell(self, method: str, params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        mine = self.count
        self._send({"jsonrpc": "2.0", "id": mine, "method": method, "params": params})
        while True:
            got = self._receive()
            if got.get("id") == mine and "method" not in got:
                return got.get("result")

    def open(self, name: str, text: str) -> str:
        uri = (self.folder / name).as_uri()
        (self.folder / name).write_text(text, "utf-8")
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.diagnostics.pop(uri, None)
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def complaints(self, uri: str) -> list[str]:
        while uri not in self.diagnostics:
            self._receive()
        return [one["message"] for one in self.diagnostics[uri]]

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(raw) + raw)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        got: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if got.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[got["params"]["uri"]] = got["params"]["diagnostics"]
        if "id" in got and "method" in got:
            empty: Any = (
                [{}] * len(got["params"].get("items", [])) if got["method"] == "workspace/configuration" else None
            )
            self._send({"jsonrpc": "2.0", "id": got["id"], "result": empty})
        return got


@pytest.fixture(params=["en", "zh"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    program = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
    if program is None:
        pytest.skip("no yaml-language-server is installed")
    assert 0 == run(["init", str(tmp_path), "--lang", request.param])
    server = Server(program, tmp_path)
    yield server
    server.process.kill()
    server.process.wait()
    for stream in (server.process.stdin, server.process.stdout):
        if stream is not None:
            stream.close()


def at(uri: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


def labels(server: Server, uri: str, line: int, character: int) -> set[str]:
    found = server.ask("textDocument/completion", at(uri, line, character))
    return {one["label"] for one in (found["items"] if isinstance(found, dict) else found)}


@pytest.mark.parametrize("path", TEAM, ids=lambda path: path.stem)
def test_good_files_are_not_complained_about(server: Server, path: Path) -> None:
    assert [] == server.complaints(server.open("deal.yaml", MODELINE + path.read_text("utf-8")))


def test_the_file_that_new_makes_is_good(server: Server) -> None:
    path = server.folder / "made.yaml"
    assert 0 == run(["new", str(path), "--deal", "A", "--customer", "B", "--lang", "en"])
    assert path.read_text("utf-8").startswith(MODELINE)
    assert [] == server.complaints(server.open("made.yaml", path.read_text("utf-8")))


def test_a_wrong_word_and_an_unknown_key_are_complained_about(server: Server) -> None:
    text = f"{MODELINE}deal: A\ncustomer: B\npeople: {{cio: {{role: approvr}}}}\nbudjet: 3\n"
    said = " ".join(server.complaints(server.open("deal.yaml", text)))
    assert "approver" in said
    assert "budjet" in said


def test_the_words_of_a_field_are_offered(server: Server) -> None:
    uri = server.open("deal.yaml", f"{MODELINE}deal: A\ncustomer: B\npeople:\n  cio:\n    role: \n    att\n")
    assert {"approver", "decider", "evaluator", "user"} <= labels(server, uri, 5, 10)
    assert "attitude" in labels(server, uri, 6, 7)


def test_a_level_is_explained_where_it_stands(server: Server) -> None:
    uri = server.open("deal.yaml", f"{MODELINE}deal: A\ncustomer: B\npeople:\n  cio:\n    attitude: supporter\n")
    hover = server.ask("textDocument/hover", at(uri, 5, 18))
    said = json.dumps(hover, ensure_ascii=False)
    assert "Speaks well" in said or "speaks well of us when asked" in said or "问起来会说我们好" in said
