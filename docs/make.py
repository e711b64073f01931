# ruff: noqa: INP001 - a script, which the tests import by its path
"""Makes the pages about the method, the deal file and the playbook, in both languages: `python docs/make.py`.

In: the models (as JSON schemas), the words floor, the built-in playbook, and the prose in docs/templates. Out: the text
of each page. In a template these lines stand for what is made:

    <!-- fields: SECTION -->            the table of a section's keys, with the levels of their closed sets
    <!-- fields: SECTION KEY ... -->    some of the keys
    <!-- fields: SECTION = PATH -->     with the built-in playbook's values at PATH
    <!-- items: PATH -->                what the built-in playbook has under ids
    <!-- rows: PATH -->                 what it has in a list, as YAML
    <!-- ceilings: PATH -->             the ceilings at PATH

Within a line a place such as `{{percent: probability.evidence_gap}}` stands for what the built-in playbook says there;
the first word says how to write it (see `_written`). `{{term: ID}}` is a word of the glossary.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from winsell.base.fact import Percent, Say
from winsell.base.scalar import DAY_PATTERN
from winsell.store.playbooks import load_playbook
from winsell.store.schemas import schema_of
from winsell.words.catalogue import LANGUAGES, Language, word
from winsell.words.fields import field_code, section_name
from winsell.words.levels import ANCHORED, LEVELS, group_of, level_code
from winsell.words.speak import Speaker
from winsell.words.terms import TERMS

DOCS = Path(__file__).parent
PAGES = ("method", "deal-file", "playbook")
KINDS = ("deal", "account", "competitor", "playbook")
_DIRECTIVE = re.compile(r"<!-- (fields|items|rows|ceilings): (.+?) -->")
_PLACE = re.compile(r"\{\{(\w+): ([^{}]+)\}\}")
_LINK = re.compile(r"\]\(#([^)]+)\)")
_ID_PATTERN = "^[a-z0-9][a-z0-9-]{0,39}$"
_COMMON = {"is", "why", "source", "by", "how"}
_SHAPES = {
    _ID_PATTERN: "id",
    DAY_PATTERN: "day",
    "^[A-Z]{3}$": "currency",
}

_SETS = {"field.stage.needs": "need"}
"""Ids that only the program gives a meaning: the group of their levels, by the key's code."""

WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "key": "key", "form": "form", "meaning": "meaning", "value": "built in", "level": "level",
        "screen": "on the screen", "id": "an id", "day": "a day", "currency": "three capitals", "text": "text",
        "flag": "`true` or `false`", "amount": "an amount", "number": "a number", "whole": "a whole number",
        "range": "{what}, {low} to {high}", "from": "from {low}", "above": "above {low}", "upto": "{high} at most",
        "one": "one of {set}", "list": "a list: {what}", "by-id": "under ids: {what}", "by-day": "by day: {what}",
        "by-set": "by {set}: {what}", "by-text": "by name: {what}", "section": "a section: {what}",
        "dated": "**dated**: {what}", "anchored": "{what} ([steps](#level-{set}))",
        "extra": "an entry may also say {keys}", "required": "**required**", "none": "none", "yes": "true",
        "no": "false", "or": " or ", "comma": ", ", "stop": "; ", "levels": "Levels of `{set}`",
        "own": "as the key asks", "while": "while", "most": "at most", "since": "{cap} from {stage}",
        "pair": "{id} {value}", "made": "Made by `python docs/make.py` from the program itself; change it there.",
    },
    "zh": {
        "key": "字段", "form": "写法", "meaning": "含义", "value": "内置值", "level": "选项", "screen": "屏幕显示",
        "id": "代号", "day": "日期", "currency": "三个大写字母", "text": "文字", "flag": "`true`或`false`",
        "amount": "金额", "number": "数", "whole": "整数", "range": "{what}，{low}至{high}", "from": "不小于{low}",
        "above": "大于{low}", "upto": "不大于{high}", "one": "选项见{set}", "list": "列表：{what}",
        "by-id": "按代号：{what}", "by-day": "按日期：{what}", "by-set": "按{set}：{what}",
        "by-text": "按名称：{what}", "section": "一组字段：{what}", "dated": "**可带日期**：{what}",
        "anchored": "{what}（[各档含义](#level-{set})）", "extra": "条目还可写{keys}", "required": "**必填**",
        "none": "无", "yes": "true", "no": "false", "or": "或", "comma": "、", "stop": "；",
        "levels": "`{set}`的选项", "own": "与该字段相同", "while": "情况", "most": "赢单率最高",
        "since": "{stage}阶段起{cap}", "pair": "{id}{value}",
        "made": "本页由`python docs/make.py`根据程序本身生成，请勿直接修改。",
    },
}  # fmt: skip


@cache
def sections() -> dict[str, dict[str, Any]]:
    """Return the schema of each section, by its name on the words floor."""
    found: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        schema = schema_of(kind)
        found |= {section_name(name): part for name, part in schema["$defs"].items()}
        found["competitor-file" if kind == "competitor" else kind] = schema
    return {**found, "competitor": schema_of("deal")["$defs"]["Competitor"], "entry": _entry()}


def _entry() -> dict[str, Any]:
    """Gather the keys that an entry of a dated fact may have in any place; its value has no form of its own."""
    keys: dict[str, Any] = {"is": {}}
    for part in _nodes([schema_of("deal")]):
        if part.get("title") == "Entry":
            keys = {**part["properties"], **keys}
    order = ["is", "why", "source", "by", "how"]
    return {"properties": {key: keys[key] for key in (*order, *(key for key in keys if key not in order))}}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(one)


@dataclass
class Page:
    """One page in one language, and what of it has been told already."""

    name: str
    language: Language
    told: list[tuple[str, str]] = field(default_factory=list)
    """Section and key of each row."""
    sets: set[str] = field(default_factory=set)
    """Groups of levels that stand on the page."""

    @property
    def path(self) -> Path:
        """Where it stands."""
        return DOCS / ("" if self.language == "en" else self.language) / f"{self.name}.md"

    def text(self) -> str:
        """Return the page: the template with its directives carried out."""
        self.told, self.sets = [], set()
        body = "\n".join("\n".join(self._line(line)) for line in self._template(self.name).splitlines())
        return f"<!-- {self._word('made')} -->\n\n{self._linked(body)}\n"

    def _template(self, name: str) -> str:
        return (DOCS / "templates" / self.language / f"{name}.md").read_text(encoding="utf-8")

    def _linked(self, body: str) -> str:
        """Let a section that stands on another page be looked for there."""
        here = set(re.findall(r'<a id="([^"]+)">', body))
        return _LINK.sub(lambda link: link[0] if link[1] in here else f"]({self._home_of(link[1])}.md#{link[1]})", body)

    def _home_of(self, section: str) -> str:
        return next(name for name in PAGES if f"<!-- fields: {section} " in self._template(name))

    def _line(self, line: str) -> list[str]:
        directive = _DIRECTIVE.fullmatch(line)
        if directive is None:
            return [_PLACE.sub(lambda place: self._written(place[1], place[2]), line)]
        carry_out = {"fields": self._fields, "items": self._items, "rows": self._rows, "ceilings": self._ceilings}
        return carry_out[directive[1]](directive[2])

    def _word(self, name: str, **places: object) -> str:
        return WORDS[self.language][name].format(**places)

    def _say(self, code: str) -> str:
        return Speaker(self.language).say(Say(code))

    def _fields(self, asked: str) -> list[str]:
        left, _, path = asked.partition(" = ")
        section, *keys = left.split()
        schema = sections()[section]
        keys = keys or list(schema["properties"])
        self.told += [(section, key) for key in keys]
        head = ["key", "form", *(["value"] if path else []), "meaning"]
        built_in = _found(path) if path else {}
        rows = [self._row(section, key, built_in if path else None) for key in keys]
        groups = [group for key in keys for group in self._groups(section, key)]
        intro = [f'<a id="{section}"></a>', "", self._say(field_code(section)), ""] if len(left.split()) == 1 else []
        return [*intro, *self._table([self._word(one) for one in head], rows), *self._levels(groups)]

    def _row(self, section: str, key: str, built_in: Mapping[str, Any] | None) -> list[str]:
        schema = sections()[section]
        form = self._form(schema["properties"][key], field_code(section, key))
        required = key in schema.get("required", ()) and "const" not in schema["properties"][key]
        form = self._word("stop").join([form, self._word("required")]) if required else form
        value = [] if built_in is None else [self._value(built_in.get(key))]
        return [f"`{key}`", form, *value, self._say(field_code(section, key))]

    def _table(self, head: list[str], rows: list[list[str]]) -> list[str]:
        lines = [head, ["---"] * len(head), *rows]
        return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]

    def _groups(self, section: str, key: str) -> Iterator[str]:
        """Name the groups of levels that a key's form speaks of."""
        if field_code(section, key) in ANCHORED:
            yield ANCHORED[field_code(section, key)]
        if field_code(section, key) in _SETS:
            yield _SETS[field_code(section, key)]
        for node in _nodes(sections()[section]["properties"][key]):
            within_entry = node.get("title") == "How" and section != "entry"
            group = None if within_entry or "enum" not in node else group_of(node["enum"])
            if group:
                yield group

    def _levels(self, groups: list[str]) -> list[str]:
        lines: list[str] = []
        for group in dict.fromkeys(groups):
            if group not in self.sets:
                self.sets.add(group)
                lines += ["", f'<a id="level-{group}"></a>', "", f"**{self._word('levels', set=group)}**", ""]
                lines += self._level_table(group)
        return lines

    def _level_table(self, group: str) -> list[str]:
        words = TERMS.get(group)
        head = [self._word("level"), *([self._word("screen")] if words else []), self._word("meaning")]
        rows = [self._level_row(group, id_, shown=words is not None) for id_ in LEVELS[group] if id_ != "suspended"]
        return self._table(head, rows)

    def _level_row(self, group: str, id_: str, *, shown: bool) -> list[str]:
        return [f"`{id_}`", *([word(group, id_, self.language)] if shown else []), self._say(level_code(group, id_))]

    # The form of a value.

    def _form(self, node: Mapping[str, Any], code: str = "") -> str:
        form = self._simple(node) if node else self._word("own")
        if code in _SETS:
            form = self._word("list", what=self._word("one", set=f"[{_SETS[code]}](#level-{_SETS[code]})"))
        entry = next((one for one in _nodes(node) if one.get("title") == "Entry"), None)
        extra = [key for key in entry["properties"] if key not in _COMMON] if entry else []
        if code in ANCHORED:
            form = self._word("anchored", what=form, set=ANCHORED[code])
        if extra:
            keys = self._word("comma").join(f"`{key}`" for key in extra)
            form = self._word("stop").join([form, self._word("extra", keys=keys)])
        return form

    def _simple(self, node: Mapping[str, Any]) -> str:
        choices = [one for one in node.get("anyOf", ()) if one not in ({"type": "null"}, {"const": "unknown"})]
        if choices:
            return self._choice(choices)
        if "$ref" in node:
            name = section_name(node["$ref"].rpartition("/")[2])
            return self._word("section", what=f"[{name}](#{name})")
        if "const" in node:
            return f"`{node['const']}`"
        if "enum" in node:
            return self._one_of(node["enum"])
        return self._typed(node)

    def _choice(self, choices: list[dict[str, Any]]) -> str:
        if any(one.get("title") == "History" for one in choices):
            return self._word("dated", what=self._simple(choices[0]))
        if {one.get("type") for one in choices} == {"number", "string"}:
            return self._word("amount")
        return self._word("or").join(self._simple(one) for one in choices)

    def _one_of(self, values: list[str]) -> str:
        group = group_of(values)
        if group is None:
            return self._word("or").join(f"`{value}`" for value in values)
        return self._word("one", set=f"[{group}](#level-{group})")

    def _typed(self, node: Mapping[str, Any]) -> str:
        match node.get("type"):
            case "boolean":
                return self._word("flag")
            case "array":
                return self._word("list", what=self._simple(node.get("items", {})))
            case "object":
                return self._mapping(node)
            case "number" | "integer" as kind:
                return self._number(self._word("number" if kind == "number" else "whole"), node)
            case _:
                return self._word(_SHAPES.get(node.get("pattern", ""), "text"))

    def _number(self, name: str, node: Mapping[str, Any]) -> str:
        if node.get("minimum") == node.get("maximum") is not None:
            return f"`{node['minimum']}`"
        low, high, above = (node.get(key) for key in ("minimum", "maximum", "exclusiveMinimum"))
        if low is not None and high is not None:
            return self._word("range", what=name, low=low, high=high)
        bounds = {"from": low, "above": above, "upto": high}
        said = [self._word(word_, low=bound, high=bound) for word_, bound in bounds.items() if bound is not None]
        return self._word("comma").join([name, *said])

    def _mapping(self, node: Mapping[str, Any]) -> str:
        for pattern, inner in node.get("patternProperties", {}).items():
            return self._word("by-id" if pattern == _ID_PATTERN else "by-day", what=self._simple(inner))
        names, inner = node.get("propertyNames", {}), node.get("additionalProperties") or {}
        if "enum" in names:
            group = group_of(names["enum"])
            listed = self._word("comma").join(f"`{one}`" for one in names["enum"])
            keys = f"[{group}](#level-{group})" if group else listed
            return self._word("by-set", set=keys, what=self._simple(inner))
        return self._word("by-text", what=self._simple(inner))

    # The built-in playbook.

    def _items(self, path: str) -> list[str]:
        """List what stands under ids: a row each, a column for each key that any of them has."""
        items = _found(path)
        columns = list(dict.fromkeys(key for item in items.values() for key in self._cells(item)))
        rows = [[f"`{id_}`", *(self._cells(item).get(key, "") for key in columns)] for id_, item in items.items()]
        return self._table(["id", *(f"`{key}`" for key in columns)], rows)

    def _rows(self, path: str) -> list[str]:
        """Show the built-in list at a path as YAML, a line each."""
        lines = [", ".join(f"{key}: {_flow(value)}" for key, value in row.items()) for row in _found(path)]
        return ["```yaml", f"{path}:", *(f"  - {{{line}}}" for line in lines), "```"]

    def _cells(self, item: Mapping[str, Any]) -> dict[str, str]:
        if _is_label(item):
            return {"label": self._value(item)}
        return {key: self._value(value) for key, value in item.items()}

    def _ceilings(self, path: str) -> list[str]:
        """List the ceilings: while what is so, and how high from which stage on."""
        rows = [[self._say(level_code("ceiling", id_)), self._caps(caps)] for id_, caps in _found(path).items()]
        return self._table([self._word("while"), self._word("most")], rows)

    def _caps(self, caps: Mapping[str, float]) -> str:
        labels = {stage: self._label(_found(f"stages.{stage}")) for stage in caps}
        said = [self._word("since", cap=self._percent(cap), stage=labels[stage]) for stage, cap in caps.items()]
        return self._word("comma").join(said)

    def _written(self, how: str, asked: str) -> str:
        """Write what stands at a path: bare, as a percentage, by its label or the labels of its items, by its words."""
        path, _, which = asked.partition(" ")
        if how == "term":
            return self._say(f"term.{path}").replace("*", "×")
        found = _found(f"stages.{_found(path)}" if how == "stage" else path)
        if how == "words":
            pairs = [self._word("pair", id=word(which, id_, self.language), value=one) for id_, one in found.items()]
            return self._word("comma").join(pairs)
        if how == "labels":
            key, _, value = which.partition("=")
            chosen = [self._label(item) for item in found.values() if not key or item[key] == value]
            return self._word("stop").join(chosen)
        return {"value": self._bare, "percent": self._percent, "label": self._label, "stage": self._label}[how](found)

    def _bare(self, value: Any) -> str:
        return self._word("comma").join(value) if isinstance(value, list) else f"{float(value):g}"

    def _percent(self, value: Any) -> str:
        values = value if isinstance(value, list) else [value]
        return self._word("comma").join(Speaker(self.language).say(Percent(float(one))) for one in values)

    def _label(self, item: Any) -> str:
        return str((item if _is_label(item) else item["label"])[self.language])

    def _value(self, value: Any) -> str:
        if value is None or value in ({}, []):
            return self._word("none")
        if isinstance(value, bool):
            return f"`{str(value).lower()}`"
        if isinstance(value, dict):
            return str(value[self.language]) if _is_label(value) else self._pairs(value)
        if isinstance(value, list):
            return self._word("comma").join(self._value(one) for one in value)
        return f"`{value}`"

    def _pairs(self, value: Mapping[str, Any]) -> str:
        inner = {key: self._value(one) for key, one in value.items()}
        joined = [f"`{key}` {text}" for key, text in inner.items()]
        nested = any(isinstance(one, dict) for one in value.values())
        return "<br>".join(joined) if nested else self._word("comma").join(joined)


def _flow(value: Any) -> str:
    return f"[{', '.join(_flow(one) for one in value)}]" if isinstance(value, list) else str(value)


def _is_label(value: Mapping[str, Any]) -> bool:
    return bool(value) and set(value) <= set(LANGUAGES)


def _found(path: str) -> Any:
    """Return what the built-in playbook says at a path; KeyError if nothing."""
    found: Any = load_playbook().tree
    for part in path.split("."):
        if not isinstance(found, dict):
            raise KeyError(path)
        found = found[part]
    return found


def pages() -> list[Page]:
    """Return all pages."""
    return [Page(name, language) for name in PAGES for language in LANGUAGES]


def examples(text: str) -> list[str]:
    """Return the YAML examples on a page."""
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _make_catalogues() -> None:
    """Make the catalogues from their texts first, so that no page reads a sentence older than its translation."""
    hook = DOCS.parent / ".ci" / "catalogues.py"
    spec = importlib.util.spec_from_file_location("catalogues", hook)
    assert spec is not None  # noqa: S101 - the hook stands in the same tree
    assert spec.loader is not None  # noqa: S101 - as above
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.compile_catalogues(DOCS.parent / "winsell" / "words" / "locale")


def main() -> None:
    """Write all pages."""
    _make_catalogues()
    for page in pages():
        page.path.parent.mkdir(exist_ok=True)
        page.path.write_text(page.text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
