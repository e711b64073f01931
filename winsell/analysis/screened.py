"""The three questions alone: what is asked before an opportunity is opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from winsell.analysis.decision_chain import Chain, decision_chain
from winsell.analysis.grade import grade
from winsell.analysis.lane import Lane, lane_of
from winsell.analysis.moment import Moment
from winsell.analysis.screening import Screening, screen
from winsell.analysis.standing import standings
from winsell.base.scalar import Grade
from winsell.deal.dossier import Dossier
from winsell.playbook.model import Playbook


@dataclass(frozen=True, slots=True)
class Screened:
    """What is asked before an opportunity is opened: the three questions alone."""

    moment: Moment
    grade: Grade | None
    screening: Screening
    lane: Lane
    """How much of the five-step line this deal gets."""
    chain: Chain


def screened(dossier: Dossier, playbook: Playbook, on: date) -> Screened:
    """Ask the three questions of a deal as of a day."""
    moment = Moment(dossier, playbook, on)
    people = standings(moment)
    screening = screen(moment, people)
    return Screened(moment, grade(moment), screening, lane_of(moment, screening), decision_chain(moment, people))
