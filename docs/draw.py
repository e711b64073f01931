# ruff: noqa: INP001 - a script, which the tests import by its path
"""Draws the pictures of the README: `python docs/draw.py`.

In: an example in each language and the screens that the commands show of it. Out: docs/pictures/NAME.LANGUAGE.svg.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from winsell.analysis.assessment import Assessment, assess
from winsell.base.block import Report
from winsell.reports.analyze import analyze_report
from winsell.reports.plan import plan_report
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
    report: Callable[[Subject, Assessment], Report]
    of: Mapping[Language, tuple[Path, date]]


PICTURES = (
    Picture(
        "screen",
        40,
        screen_report,
        {"en": (TEN_MONTHS, date(2021, 5, 31)), "zh": (TEAM / "battery-mes.yaml", date(2026, 6, 30))},
    ),
    Picture(
        "analyze",
        44,
        lambda subject, found: analyze_report(subject, found, findings_of(found)),
        {"en": (TEN_MONTHS, date(2021, 11, 30)), "zh": (TEAM / "hospital-supply.yaml", date(2026, 11, 23))},
    ),
    Picture(
        "plan",
        44,
        plan_report,
        {"en": (TEN_MONTHS, date(2021, 8, 31)), "zh": (TEAM / "battery-mes.yaml", date(2026, 11, 23))},
    ),
)


def pictures() -> Iterator[tuple[Path, str]]:
    """Draw every picture in every language."""
    for picture in PICTURES:
        for language, (deal, on) in picture.of.items():
            drawn = render_svg(_report(picture, deal, on), Speaker(language), WIDTH, picture.rows)
            yield DOCS / "pictures" / f"{picture.name}.{language}.svg", drawn


def _report(picture: Picture, deal: Path, on: date) -> Report:
    case, loaded = load_case(str(deal)), load_playbook(find_playbook(None, deal.parent))
    subject = Subject(case.id, deal.name, loaded.digest, case.line_of)
    return picture.report(subject, assess(case.dossier, loaded.playbook, on))


if __name__ == "__main__":
    for path, text in pictures():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
