"""What every report begins with: which deal, as of which day, by which playbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from winsell import __version__
from winsell.analysis.screened import Screened
from winsell.base.block import Block, Heading, Line, Paragraph
from winsell.base.fact import Fact, Money, Named, Say
from winsell.reports.subject import Subject, later_data, later_line

FORMULA = 1
REPORT = 1


def heading(subject: Subject, screened: Screened) -> tuple[Block, ...]:
    """Open a report about one deal."""
    deal = screened.moment.deal
    title = Heading(Say("head.title", {"deal": deal.deal, "customer": deal.customer}), level=1)
    later = later_line(subject)
    return title, Paragraph((Line(_as_of(subject, screened), tone="dim"), *((later,) if later else ())))


def _as_of(subject: Subject, screened: Screened) -> Say:
    deal, moment = screened.moment.deal, screened.moment
    stated = deal.stage.at(moment.on).value
    facts: dict[str, Fact] = {
        "on": moment.on,
        "stage": _stage(screened, stated),
        "owner": deal.owner,
        "amount": amount(screened),
        "grade": screened.grade,
        "playbook": Named(moment.playbook.id, label=moment.playbook.name) if moment.playbook.extends else None,
    }
    code = "head.as-of-outcome" if subject.dated_by_outcome else "head.as-of"
    return Say(code, facts)


def _stage(screened: Screened, stated: str | None) -> Fact:
    """Name the stage as it is written, and say so if there is none or the playbook does not know it."""
    if stated is None:
        return Say("head.no-stage", {"stage": screened.moment.stage_name(screened.moment.stage)})
    if stated in screened.moment.playbook.stages:
        return screened.moment.stage_name(stated)
    return Say("head.unknown-stage", {"stage": stated})


def amount(screened: Screened) -> Money | None:
    """Return what the deal may bring."""
    stated = screened.moment.deal.amount
    return Money(stated.low, stated.high, stated.currency) if stated else None


def opening(kind: str, subject: Subject, screened: Screened) -> dict[str, Any]:
    """Begin the JSON contract: versions, the playbook and its hash, and the deal."""
    deal, moment = screened.moment.deal, screened.moment
    return {
        "winsell": __version__,
        "report": REPORT,
        "formula": FORMULA,
        "kind": kind,
        "as_of": moment.on,
        "later": later_data(subject),
        "playbook": _playbook(subject, screened),
        "deal": {
            "id": subject.id,
            "title": deal.deal,
            "customer": deal.customer,
            "stage": deal.stage.at(moment.on).value,
            "owner": deal.owner,
            "grade": screened.grade,
            "amount": amount(screened),
            "outcome": moment.outcome,
        },
    }


def _playbook(subject: Subject, screened: Screened) -> Mapping[str, str]:
    playbook = screened.moment.playbook
    return {"id": playbook.id, "version": playbook.version, "hash": subject.playbook_hash()}
