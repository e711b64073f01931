"""The JSON schemas: of the files, made from the models, and of the reports, kept as a file.

Editors read the first to complete and to check; programs hold the JSON reports against the second.
"""

from __future__ import annotations

import json
import warnings
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.playbook.model import Playbook
from winsell.store.load import KINDS

_REPORT = Path(__file__).parent / "report.schema.json"
_NAMES = (*KINDS, "playbook", "report")
_OF_A_CHILD = ["kind", "id", "version", "name"]
"""What a playbook that extends another must say itself."""
_OF_A_WHOLE = ("required", "minProperties")
"""What a schema asks of a map that is there as a whole."""


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
    schema: dict[str, Any] = _of_a_part(_from_model("playbook"))
    return {**schema, "required": _OF_A_CHILD}


def _of_a_part(value: Any) -> Any:
    """Ask for no key and no number of keys, and let null stand wherever it removes what is inherited.

    Lists are replaced whole, so what is asked of their length holds for every playbook.
    """
    if isinstance(value, list):
        return [_of_a_part(one) for one in value]
    if not isinstance(value, dict):
        return value
    required = value.get("required", [])
    loose = {key: _of_a_part(one) for key, one in value.items() if key not in _OF_A_WHOLE}
    for key in ("properties", "patternProperties"):
        if key in loose:
            loose[key] = {name: one if name in required else _or_null(one) for name, one in loose[key].items()}
    if isinstance(loose.get("additionalProperties"), dict):
        loose["additionalProperties"] = _or_null(loose["additionalProperties"])
    return loose


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


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
