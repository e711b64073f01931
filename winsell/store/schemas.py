"""The JSON schemas: of the files, made from the models, and of the reports, kept as a file.

Editors read the first to complete and to check; programs hold the JSON reports against the second.
"""

from __future__ import annotations

import json
import warnings
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.playbook.model import Playbook
from winsell.store.load import KINDS

USAGE = 2
_REPORT = Path(__file__).parent / "report.schema.json"
_NAMES = (*KINDS, "playbook", "report")
_OF_A_CHILD = ["kind", "id", "version", "name"]
"""What a playbook that extends another must say itself."""


def schema_of(kind: str) -> dict[str, Any]:
    """Return a schema; raise WinsellError (exit code 2) for a kind that does not exist."""
    if kind == "report":
        report: dict[str, Any] = json.loads(_REPORT.read_text(encoding="utf-8"))
        return report
    if kind == "playbook":
        return _of_playbook()
    if kind not in KINDS:
        near = get_close_matches(kind, _NAMES, n=1)
        facts: dict[str, FactValue] = {"value": kind, "known": tuple(sorted(_NAMES))}
        facts |= {"nearest": near[0]} if near else {}
        raise WinsellError((Problem("no-such-schema", facts=facts),), USAGE)
    return _from_model(kind)


def _from_model(kind: str) -> dict[str, Any]:
    model: Any = Playbook if kind == "playbook" else KINDS[kind]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an empty timeline is no default that JSON could write; absent says the same
        raw: dict[str, Any] = model.model_json_schema()
    tidy: dict[str, Any] = _without_null(raw)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"winsell {kind}", **tidy}


def _of_playbook() -> dict[str, Any]:
    """Ask of a playbook file only what it must say itself: the rest may come from the one that it extends."""
    schema: dict[str, Any] = _without_required(_from_model("playbook"))
    return {**schema, "required": _OF_A_CHILD}


def _without_null(value: Any) -> Any:
    """Drop `null` from the choices: an editor should not offer it, and a file never needs it."""
    if isinstance(value, list):
        return [_without_null(one) for one in value if one != {"type": "null"}]
    if not isinstance(value, dict):
        return value
    tidy = {key: _without_null(one) for key, one in value.items() if not (key == "default" and one is None)}
    choices = tidy.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1 and isinstance(choices[0], dict):
        rest = {key: one for key, one in tidy.items() if key != "anyOf"}
        return {**choices[0], **rest}
    return tidy


def _without_required(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_required(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _without_required(one) for key, one in value.items() if key != "required" or not isinstance(one, list)}
