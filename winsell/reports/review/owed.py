"""What each owes the other at a review: what the seller needs, what was promised, and who goes to the customer next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from winsell.analysis.acceptance import acceptances
from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.own_conditions import own_conditions
from winsell.analysis.promises import Promise, next_with_customer, prices_asked, resources_asked
from winsell.base.block import Line, Tone
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.deal.deal import Action
from winsell.reports.risks import TONES, parts

_APPROVAL = "WSS101"
"""The rule that asks for our own company's approval."""
_TONES: dict[str, Tone] = {"late": "red", "kept": "green", "open": "plain"}


def needs(assessment: Assessment, findings: Iterable[Finding], since: date) -> Iterator[Line]:
    """Say what only our own house can give: resources, the approval, leave to name a price, risks to accept anew."""
    moment = assessment.moment
    yield from (_asked(moment, one, "review.need-resource") for one in resources_asked(moment))
    yield from (Line(parts(one)[0], TONES[one.severity]) for one in findings if one.code == _APPROVAL)
    for condition in own_conditions(moment):
        if condition.state in ("open", "late", "broken"):
            facts: dict[str, Fact] = {"what": condition.what, "due": condition.due, "why": condition.why}
            tone: Tone = "yellow" if condition.state == "open" else "red"
            yield Line(Say(f"diff.condition-{condition.state}", {**facts, "evidence": None}), tone)
    yield from (_asked(moment, one, "review.need-price") for one in prices_asked(moment))
    yield from _risks(moment, since)


def _asked(moment: Moment, one: Action, code: str) -> Line:
    facts: dict[str, Fact] = {"resource": one.resource, "what": one.what, "owner": one.owner, "due": one.due}
    return Line(Say(code, facts), "red" if one.due is not None and one.due < moment.on else "yellow")


def _risks(moment: Moment, since: date) -> Iterator[Line]:
    """Name the accepted risks that speak again by the next review, or do since the last one."""
    soon = moment.on + timedelta(days=moment.playbook.review.due_days)
    for one in acceptances(moment.deal, moment.on):
        if one.until is not None and since <= one.until <= soon:
            facts: dict[str, Fact] = {"code": one.key, "until": one.until, "reason": one.reason, "by": one.by}
            yield Line(Say("review.need-risk-past" if one.ended else "review.need-risk", facts), "yellow")


def promised(moment: Moment, found: Sequence[Promise], at_most: int) -> Iterator[Line]:
    """Say what was promised and what became of it."""
    for one in found[:at_most]:
        action = one.action
        facts: dict[str, Fact] = {
            "what": action.what,
            "owner": Say("review.customer") if action.customer else action.owner,
            "due": action.due,
            "done": action.done,
            "days": (moment.on - action.due).days if action.due is not None else None,
            "result": action.result,
        }
        yield Line(Say(f"review.promise-{'held' if one.held else one.became}", facts), _TONES[one.became])
    if len(found) > at_most:
        yield Line(Say("list.more", {"count": len(found) - at_most}), "dim")


def next_step(moment: Moment) -> Line:
    """Say what brings us to the customer next, and who goes."""
    action = next_with_customer(moment)
    rounds = [(day, name) for day, name in sorted(moment.deal.checkpoints.items()) if day > moment.on]
    if action is not None and action.due is not None and not (rounds and rounds[0][0] < action.due):
        facts: dict[str, Fact] = {"on": action.due, "what": action.what, "owner": action.owner}
        code = "review.next-customer" if action.customer else "review.next"
        return Line(Say(code if action.owner or action.customer else "review.next-nobody", facts))
    if rounds:
        return Line(Say("review.next-nobody", {"on": rounds[0][0], "what": rounds[0][1]}), "yellow")
    if moment.bidding_is_on:
        return Line(Say("review.next-bidding"))
    return Line(Say("review.next-none"), "red")
