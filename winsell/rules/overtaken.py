"""Judgements are older than a change in the customer's world.

What it finds. A change that touches somebody who approves, decides or may veto (or names nobody), and what was judged
before it and not since: that the customer must buy, how close we or a competitor are, our place in the ranking. Where
persons stand is WSF103's.

Why it loses deals. A new head, a reorganisation or a stop of budgets makes every earlier judgement void, and the file
goes on believing it.

What clears it. Ask again after the change, and note each with its new day.

Source: METHOD 7.2, 7.4; outside change ages every judgement made before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding, Where
from winsell.deal.deal import Change
from winsell.deal.timeline import Entry
from winsell.rules._opportunity import strongest
from winsell.rules._place import dated
from winsell.rules._window import severity_at

CODE = "WSF104"
UNTIL = "issue"
ABOUT = "evidence"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all, after the last such change."""
    moment = assessment.moment
    changes = [one for one in moment.deal.changes if one.on <= moment.on and _weighs(assessment, one)]
    if not changes:
        return
    last = max(changes, key=lambda change: change.on)
    old = [(where, said) for where, said, entry in _judgements(assessment) if _is_before(entry, last.on)]
    if old:
        facts: dict[str, Fact] = {"what": last.what, "on": last.on}
        facts |= {"judgements": tuple(said for _, said in old), "count": len(old)}
        yield Finding(CODE, severity_at(moment, CODE), old[0][0], facts)


def _weighs(assessment: Assessment, change: Change) -> bool:
    """Tell whether a change touches somebody whose word counts; one that names nobody does."""
    touches = change.touches
    return touches is None or any(
        one.id in touches or one.person.function in touches
        for one in assessment.chain.people
        if one.may_stop or one.person.role == "decider"
    )


def _is_before(entry: Entry[Any], day: date) -> bool:
    return entry.value is not None and entry.on is not None and entry.on < day


def _judgements(assessment: Assessment) -> Iterator[tuple[Where, Say, Entry[Any]]]:
    """Yield the judgements on which the deal rests, each with its place and how it is called."""
    moment, event = assessment.moment, strongest(assessment)
    if event is not None:
        yield dated(("events", event.id, "status"), event.entry), Say("finding.older-event"), event.entry
    ours = moment.deal.us.relation.at(moment.on)
    yield dated(("us", "relation"), ours), Say("finding.our-relation"), ours
    for id_, rival in moment.competitors.items():
        theirs = rival.relation.at(moment.on)
        said = Say("finding.older-rival", {"rival": moment.competitor(id_)})
        yield dated(("competitors", id_, "relation"), theirs), said, theirs
    rank = moment.deal.ranking.at(moment.on)
    yield dated(("ranking",), rank), Say("finding.older-ranking"), rank
