"""The whole contract is the same in whatever order a deal was written; only the lines of findings know the file."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import Plain, any_account, any_deal, dossier_of, five_steps, shuffled
from winsell.analysis.assessment import assess
from winsell.reports.analyze import analyze_report
from winsell.reports.plan import plan_report
from winsell.reports.subject import Subject
from winsell.rules.registry import findings_of
from winsell.store.write_yaml import write_yaml
from winsell.store.yaml_reader import read_yaml
from winsell.views.as_json import as_data

SUBJECT = Subject("deal", "deal.yaml", lambda: "", lambda _where: None)
ON = date(2021, 10, 15)


def contract(deal: Plain, account: Plain | None) -> tuple[Any, Any]:
    assessment = assess(dossier_of(deal, account), five_steps(), ON)
    analyzed = analyze_report(SUBJECT, assessment, findings_of(assessment))
    return as_data(analyzed.data), as_data(plan_report(SUBJECT, assessment).data)


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, any_account, st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(deal: Plain, account: Plain, random: Any) -> None:
    assert contract(deal, account) == contract(shuffled(deal, lambda keys: random.sample(keys, len(keys))), account)


def dressed(text: str, random: Any) -> bytes:
    """Write the same file as another hand would: with comments, blank lines, other line ends, a byte order mark."""
    lines: list[str] = []
    for line in text.splitlines():
        indent = " " * random.randrange(0, 5)
        lines += random.choice(([], [f"{indent}# 备注 # a note: [x]"], [""]))
        lines.append(line)
    end: str = random.choice(("\n", "\r\n", "\r"))
    mark: str = random.choice(("", "\ufeff"))
    last: str = random.choice(("", end, end + "# end"))
    return (mark + end.join(lines) + last).encode()


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, st.randoms(use_true_random=False))
def test_comments_and_line_ends_change_nothing(deal: Plain, random: Any) -> None:
    text = write_yaml(deal)
    plainly, problems = read_yaml(text.encode())
    assert plainly is not None, problems
    otherwise, problems = read_yaml(dressed(text, random))
    assert otherwise is not None, problems
    assert plainly.data == otherwise.data
    assert contract(plainly.data, None) == contract(otherwise.data, None)  # type: ignore[arg-type]
