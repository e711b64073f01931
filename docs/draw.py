# ruff: noqa: INP001 - a script, which the tests import by its path
"""Draws the pictures of the README: `python docs/draw.py`.

In: an example in each language and the screens that the commands show of it. Out: docs/pictures/NAME.LANGUAGE.svg.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from winsell.analysis.assessment import assess
from winsell.base.block import Report
from winsell.cli.examine import Examined
from winsell.cli.review_page import page_of
from winsell.reports.analyze import analyze_report
from winsell.reports.plan import plan_report
from winsell.reports.review.page import review_report
from winsell.reports.screen import screen_report
from winsell.reports.subject import Subject
from winsell.rules.registry import findings_of
from winsell.store.load import load_case
from winsell.store.playbooks import find_playbook, load_playbook
from winsell.views.picture import render_svg
from winsell.words.catalogue import Language
from winsell.words.speak import Speaker

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"
WIDTH = 84

TEN_MONTHS = EXAMPLES / "sales-digitalisation.yaml"
TEAM = EXAMPLES / "team"


@dataclass(frozen=True)
class Picture:
    """The upper part of one screen."""

    name: str
    rows: int
    report: Callable[[Examined], Report]
    of: Mapping[Language, tuple[Path, date]]


def _screen(one: Examined) -> Report:
    return screen_report(one.subject, assess(one.case.dossier, one.playbook, one.on))


def _analyze(one: Examined) -> Report:
    found = assess(one.case.dossier, one.playbook, one.on)
    return analyze_report(one.subject, found, findings_of(found))


def _plan(one: Examined) -> Report:
    return plan_report(one.subject, assess(one.case.dossier, one.playbook, one.on))


def _review(one: Examined) -> Report:
    return review_report(page_of(one))


PICTURES = (
    Picture(
        "screen",
        40,
        _screen,
        {"en": (TEN_MONTHS, date(2021, 5, 31)), "zh": (TEAM / "battery-mes.yaml", date(2026, 6, 30))},
    ),
    Picture(
        "analyze",
        44,
        _analyze,
        {"en": (TEN_MONTHS, date(2021, 11, 30)), "zh": (TEAM / "hospital-supply.yaml", date(2026, 11, 23))},
    ),
    Picture(
        "plan",
        44,
        _plan,
        {"en": (TEN_MONTHS, date(2021, 8, 31)), "zh": (TEAM / "battery-mes.yaml", date(2026, 11, 23))},
    ),
    Picture(
        "review",
        50,
        _review,
        {"en": (TEN_MONTHS, date(2021, 11, 30)), "zh": (TEAM / "hospital-supply.yaml", date(2026, 11, 23))},
    ),
)


def pictures() -> Iterator[tuple[Path, str]]:
    """Draw every picture in every language."""
    for picture in PICTURES:
        for language, (deal, on) in picture.of.items():
            report = picture.report(_examined(deal, on))
            drawn = render_svg(report, Speaker(language), WIDTH, picture.rows)
            yield DOCS / "pictures" / f"{picture.name}.{language}.svg", drawn


def _examined(deal: Path, on: date) -> Examined:
    case, loaded = load_case(str(deal)), load_playbook(find_playbook(None, deal.parent))
    return Examined(case, loaded, on, Subject(case.id, deal.name, loaded.digest, case.line_of))


if __name__ == "__main__":
    for path, text in pictures():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
