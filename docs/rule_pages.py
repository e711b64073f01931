# ruff: noqa: INP001 - a script, which the tests import by its path
"""Makes a page about each rule of `winsell check`, in each language: `python docs/rule_pages.py`.

In: the rules, what `winsell explain CODE` answers, and the cases of tests/rules. Out: docs/rules/CODE.md and
docs/zh/rules/CODE.md with an index each. The English page has beside it what the rule's own file says of itself, and
the cases in which it speaks and is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from winsell.base.fact import Say
from winsell.cli.explain import answers
from winsell.rules.registry import Rule, rules
from winsell.views.markdown import render_markdown
from winsell.words.catalogue import LANGUAGES, Language
from winsell.words.speak import Speaker

DOCS = Path(__file__).parent
CASES = DOCS.parent / "tests" / "rules"
TITLES: Mapping[Language, str] = {"en": "What `winsell check` looks for", "zh": "`winsell check`检查什么"}
HEADS: Mapping[Language, tuple[str, str]] = {"en": ("Code", "What it finds"), "zh": ("编号", "发现什么")}


@cache
def rule_pages() -> Mapping[Path, str]:
    """Return the text of every page by its path."""
    found: dict[Path, str] = {}
    for language in LANGUAGES:
        folder = (DOCS if language == "en" else DOCS / language) / "rules"
        found[folder / "README.md"] = _index(language)
        said = answers([rule.CODE for rule in rules()], language)
        for rule in rules():
            answer = render_markdown(said[rule.CODE], Speaker(language))
            found[folder / f"{rule.CODE}.md"] = _page(rule, answer) if language == "en" else answer
    return found


def _index(language: Language) -> str:
    head, speaker = HEADS[language], Speaker(language)
    rows = [f"| [{one.CODE}]({one.CODE}.md) | {speaker.say(Say(f'rule.{one.CODE}'))} |" for one in rules()]
    return "\n".join((f"# {TITLES[language]}", "", f"| {head[0]} | {head[1]} |", "| --- | --- |", *rows, ""))


def _page(rule: Rule, answer: str) -> str:
    return "\n".join((answer.rstrip("\n"), "", *_own(rule), *_cases(rule.CODE)))


def _own(rule: Rule) -> Iterator[str]:
    """Yield what the rule's file says of itself and the answer above does not: what it finds, and where from."""
    paragraphs = [" ".join(one.split()) for one in (rule.__doc__ or "").strip().split("\n\n")]
    yield from ("## In detail", "")
    for one in paragraphs:
        if one.startswith(("What it finds.", "Source:")):
            yield from (one, "")


def _cases(code: str) -> Iterator[str]:
    cases = yaml.safe_load((CASES / f"{code}.yaml").read_text(encoding="utf-8"))
    for key, title in (("fail", "It speaks"), ("pass", "It is silent")):
        yield f"## {title}"
        yield ""
        yield from (f"- {name}" for name in cases[key])
        yield ""


def main() -> None:
    """Write all pages, and remove those of rules that are gone."""
    pages = rule_pages()
    for folder in {path.parent for path in pages}:
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.md"):
            if old not in pages:
                old.unlink()
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
