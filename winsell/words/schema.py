"""A file's JSON schema with its meaning: what an editor shows beside a key and beside a value.

In: the schema of a kind of file, as made from its models, and who speaks. Out: the same schema with a `description` for
each section and key, and `markdownEnumDescriptions` for each closed set, as yaml-language-server reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from winsell.base.fact import Say
from winsell.words.fields import field_code, section_name
from winsell.words.levels import ANCHORED, LEVELS, group_of, level_code
from winsell.words.speak import Speaker

Node = dict[str, Any]
_UNKNOWN = "unknown"
_SECTIONS = {"competitor": "competitor-file"}
"""Kinds whose file is not the section of that name: a competitor in a deal is another thing."""
_NAMED = {"Entry": "entry", "History": "history"}
"""Parts of a dated fact, which stand inline in the schema and are told by their titles."""


def described(schema: Mapping[str, Any], kind: str, speaker: Speaker) -> Node:
    """Return the schema of a kind of file with the meaning of everything in it."""
    root = _section({key: part for key, part in schema.items() if key != "$defs"}, _SECTIONS.get(kind, kind), speaker)
    parts = schema.get("$defs", {})
    return root | {"$defs": {name: _section(part, section_name(name), speaker) for name, part in parts.items()}}


def _section(node: Mapping[str, Any], section: str, speaker: Speaker) -> Node:
    """Describe a section and each of its keys."""
    keys = {key: _key(part, field_code(section, key), speaker) for key, part in node.get("properties", {}).items()}
    said = {"description": speaker.say(Say(field_code(section)))}
    return dict(node) | said | ({"properties": keys} if keys else {}) | _patterns(node, speaker)


def _patterns(node: Mapping[str, Any], speaker: Speaker) -> Node:
    inner = {key: _values(part, speaker) for key, part in node.get("patternProperties", {}).items()}
    return {"patternProperties": inner} if inner else {}


def _key(node: Mapping[str, Any], code: str, speaker: Speaker) -> Node:
    said = speaker.say(Say(code))
    anchors = ANCHORED.get(code)
    more = {"markdownDescription": "\n".join([said, "", *_anchors(anchors, speaker)])} if anchors else {}
    values: Node = _values(node, speaker)
    return values | {"description": said} | more


def _anchors(group: str, speaker: Speaker) -> list[str]:
    return [f"- `{id_}`: {speaker.say(Say(level_code(group, id_)))}" for id_ in LEVELS[group]]


def _values(node: Any, speaker: Speaker) -> Any:
    """Describe the closed sets below a key, and the parts of a dated fact."""
    if isinstance(node, list):
        return [_values(one, speaker) for one in node]
    if not isinstance(node, Mapping):
        return node
    section = _NAMED.get(node.get("title", ""))
    if section is not None and node.get("type") == "object":
        return _section(node, section, speaker)
    return {key: _values(part, speaker) for key, part in node.items()} | _levels(node, _say_level(speaker))


def _levels(node: Mapping[str, Any], say: Callable[[str, str], str]) -> Node:
    if node.get("const") == _UNKNOWN:
        return {"description": say(_UNKNOWN, _UNKNOWN)}
    values = [value for value in node.get("enum", ()) if isinstance(value, str)]
    group = group_of(values)
    return {"markdownEnumDescriptions": [say(group, value) for value in values]} if group else {}


def _say_level(speaker: Speaker) -> Callable[[str, str], str]:
    def say(group: str, id_: str) -> str:
        known = group if id_ in LEVELS[group] else _UNKNOWN
        return speaker.say(Say(level_code(known, id_)))

    return say
