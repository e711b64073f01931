"""`winsell check --accepted`: the risks that somebody decided to live with, for whoever answers for that.

In: the files as checked. Out: of each deal its acceptances with what is found today, why, by whom, since and until
when, and how often that day was put off. What is dropped is history and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from winsell import __version__
from winsell.analysis.acceptance import Acceptance, can_be_accepted
from winsell.base.block import Block, Checklist, Heading, Line, Paragraph, Report, Tone
from winsell.base.fact import Fact, Say
from winsell.reports.contract import findings_data
from winsell.reports.heading import REPORT
from winsell.reports.risks import TONES, parts
from winsell.reports.subject import Subject
from winsell.rules.registry import Accepted

if TYPE_CHECKING:
    from winsell.reports.checked import Checked


def accepted_report(checked: Sequence[Checked]) -> Report:
    """List what is accepted, deal by deal; files that are not valid say nothing here."""
    deals = [one for one in checked if one.subject is not None]
    return Report("accepted", lambda: tuple(_blocks(deals)), lambda: _contract(deals))


def _contract(deals: Sequence[Checked]) -> dict[str, Any]:
    listed = [{"path": one.path, "accepted": accepted_data(one.subject, one.accepted)} for one in deals if one.subject]
    return {"winsell": __version__, "report": REPORT, "kind": "accepted", "files": listed}


def accepted_data(subject: Subject, accepted: Iterable[Accepted]) -> list[dict[str, Any]]:
    """Give the acceptances of a deal with the findings that each is about."""
    return [
        {
            "key": one.acceptance.key,
            "code": one.acceptance.code,
            "place": ".".join(one.acceptance.place) or None,
            "line": subject.line_of(("accepted", one.acceptance.key)),
            "reason": one.acceptance.reason,
            "by": one.acceptance.by,
            "since": one.acceptance.since,
            "until": one.acceptance.until,
            "renewals": one.acceptance.renewals,
            "state": _state(one.acceptance),
            "findings": findings_data(subject, one.findings),
        }
        for one in accepted
    ]


def _state(one: Acceptance) -> str:
    if not can_be_accepted(one.code):
        return "barred"
    if one.endless:
        return "endless"
    return "ended" if one.ended else "holds"


def _blocks(deals: Sequence[Checked]) -> Iterator[Block]:
    for one in deals:
        if one.subject is not None and one.accepted:
            yield Heading(Say("check.file", {"path": one.path}))
            yield Checklist(tuple(line for each in one.accepted for line in _lines(one.subject, each)))
    every = [one.acceptance for deal in deals for one in deal.accepted]
    yield Paragraph((Line(_summary(deals, every), tone="strong"),))


def _summary(deals: Sequence[Checked], every: Sequence[Acceptance]) -> Say:
    if len(deals) > 1 and every:
        facts: dict[str, Fact] = {
            "deals": sum(bool(deal.accepted) for deal in deals),
            "count": len(every),
            "ended": sum(one.ended for one in every),
            "renewed": sum(one.renewals > 1 for one in every),
        }
        return Say("accepted.summary", facts)
    return Say("accepted.count", {"count": len(every)}) if every else Say("accepted.none")


def _lines(subject: Subject, one: Accepted) -> Iterator[Line]:
    """One line for each finding that is accepted, with the decision under it; one for an acceptance of nothing."""
    key, notes = one.acceptance.key, tuple(_notes(one.acceptance))
    for finding in one.findings:
        place = _place(subject, subject.line_of(finding.where))
        said = Say("accepted.line", {"place": place, "key": key, "fact": parts(finding)[0]})
        yield Line(said, tone=TONES[finding.severity], notes=notes)
    if not one.findings:
        place = _place(subject, subject.line_of(("accepted", key)))
        tone: Tone = "white"
        yield Line(Say("accepted.line-gone", {"place": place, "key": key}), tone=tone, notes=notes)


def _place(subject: Subject, line: int | None) -> str:
    return subject.path if line is None else f"{subject.path}:{line}"


def _notes(one: Acceptance) -> Iterator[Say]:
    yield Say("accepted.reason", {"reason": one.reason})
    suffix = {"holds": "", "ended": "-ended", "barred": "-barred", "endless": "-endless"}[_state(one)]
    yield Say(f"accepted.who{suffix}", {"by": one.by, "since": one.since, "until": one.until})
    if one.renewals:
        yield Say("accepted.renewed", {"count": one.renewals})
