"""`winsell analyze`: the four points on a day with their trends, whether they agree, the risks, what to find out first.

The answer first, then why, then what to do: the win probability opens, the four points say why, risks and questions
close.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.gaps import first
from winsell.analysis.world import WorldChange
from winsell.base.block import Block, Checklist, Heading, Line, Paragraph, Report
from winsell.base.fact import Points, Say
from winsell.base.finding import Finding
from winsell.reports.accepted import accepted_data
from winsell.reports.after import after_award, look_back
from winsell.reports.capped import capped_lines
from winsell.reports.contract import assessment_data, findings_data
from winsell.reports.four_points import four_points
from winsell.reports.heading import heading, opening
from winsell.reports.page import is_brief, page_of
from winsell.reports.probability import headline
from winsell.reports.risks import left_out, no_risks, risk_lines
from winsell.reports.screen import verdict_line
from winsell.reports.subject import Subject
from winsell.reports.trends import at_a_glance, trends
from winsell.rules.registry import Accepted, silent_of


def analyze_report(
    subject: Subject, assessment: Assessment, findings: tuple[Finding, ...], accepted: tuple[Accepted, ...] = ()
) -> Report:
    """Tell where the deal stands, why, and what to find out."""
    return Report(
        "analyze",
        lambda: (*_blocks(subject, assessment, findings), *_accepted(accepted)),
        lambda: {
            **opening("analyze", subject, assessment),
            **assessment_data(assessment),
            "findings": findings_data(subject, findings),
            "accepted": accepted_data(subject, accepted),
        },
    )


def _blocks(subject: Subject, assessment: Assessment, findings: tuple[Finding, ...]) -> Iterator[Block]:
    yield from heading(subject, assessment)
    yield from _verdict(assessment)
    yield from headline(assessment)
    yield from at_a_glance(assessment)
    yield from after_award(subject, assessment)
    yield from look_back(subject, assessment)
    yield from _world(assessment)
    yield from find_first(assessment)
    yield from four_points(subject, assessment)
    yield from trends(assessment)
    if findings or assessment.moment.outcome is None:  # few rules look at a deal that has ended: none says little
        yield from risks(subject, assessment, findings)


def _accepted(accepted: tuple[Accepted, ...]) -> Iterator[Block]:
    """Count what is not shown because somebody decided to live with it."""
    if count := silent_of(accepted):
        yield Paragraph((Line(Say("analyze.accepted", {"count": count}), tone="dim"),))


def _verdict(assessment: Assessment) -> Iterator[Block]:
    if assessment.moment.outcome is None and assessment.probability.status != "awarded":
        yield Paragraph((verdict_line(assessment),))


def _world(assessment: Assessment) -> Iterator[Block]:
    """Tell what has changed at the customer before the four points that were judged partly before it."""
    if assessment.world:
        yield Heading(Say("world.title"))
        yield Paragraph(tuple(capped_lines([_change(assessment, one) for one in assessment.world])))


def _change(assessment: Assessment, one: WorldChange) -> Line:
    moment, notes = assessment.moment, []
    if one.unheard:
        notes.append(Say("world.unheard", {"people": tuple(moment.person(id_) for id_ in one.unheard)}))
    if not one.newcomer:
        notes.append(Say("world.newcomer"))
    said = Say("world.change", {"on": one.change.on, "what": one.change.what})
    return Line(said, tone="yellow" if one.unheard else "plain", notes=tuple(notes))


def find_first(assessment: Assessment) -> Iterator[Block]:
    """Name the few things to find out first; none after the deal has ended, or if it is to be dropped."""
    gaps = first(assessment.gaps)
    if not gaps or assessment.moment.outcome is not None or assessment.screening.dropped:
        return
    yield Heading(Say("screen.find-first"))
    lines = []
    for gap in gaps:
        worth = gap.value is not None and gap.value >= 0.005  # noqa: PLR2004 - shown as at least one point
        notes = (Say("gap.narrows", {"points": Points(100 * gap.value)}),) if worth and gap.value else ()
        lines.append(Line(gap.ask, tone=gap.colour, notes=notes))
    yield Checklist(tuple(lines))


def risks(subject: Subject, assessment: Assessment, findings: Iterable[Finding]) -> Iterator[Block]:
    """Show the hardest deal risks, each with its question and its way out."""
    found = tuple(findings)
    yield Heading(Say("analyze.risks", {"count": len(found)}) if found else Say(f"analyze.{no_risks(assessment)}"))
    if found:
        page = page_of(found, brief=is_brief(assessment.moment.deal))
        yield Checklist(tuple(risk_lines(page.matters)))
        yield from left_out(page, subject.path)
        yield Paragraph((Line(Say("analyze.why", {"code": found[0].code}), tone="dim"),))
