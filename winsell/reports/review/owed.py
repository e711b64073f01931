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
_KEPT = 2
"""So many promises kept are told one by one."""
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
    """Say what was promised and what became of it; many that were kept are one line, for nobody has to talk of them."""
    kept = [one for one in found if one.became == "kept" and not one.managers]
    if len(kept) <= _KEPT:
        kept = []
    single = [one for one in found if one not in kept]
    owed = [one for one in single if one.managers or one.became == "late"]
    lines = [_promise(moment, one) for one in owed]
    if kept:
        lines.append(Line(Say("review.promises-kept", {"things": tuple(one.action.what for one in kept)}), "green"))
    lines += [_promise(moment, one) for one in single if one not in owed]
    yield from lines[:at_most]
    if len(lines) > at_most:
        yield Line(Say("list.more", {"count": len(lines) - at_most}), "dim")


def _promise(moment: Moment, one: Promise) -> Line:
    action = one.action
    facts: dict[str, Fact] = {
        "what": action.what,
        "owner": Say("review.customer") if action.customer else action.owner,
        "due": action.due,
        "done": action.done,
        "days": (moment.on - action.due).days if action.due is not None else None,
        "result": action.result,
    }
    held = "held" if moment.bidding_is_on else "suspended"
    return Line(Say(f"review.promise-{held if one.held else one.became}", facts), _TONES[one.became])


def next_step(assessment: Assessment) -> Line:
    """Say what brings us to the customer next, and who goes."""
    moment = assessment.moment
    action = next_with_customer(moment, suspended=assessment.lane == "suspended")
    rounds = [(day, name) for day, name in sorted(moment.deal.checkpoints.items()) if day > moment.on]
    if action is not None and action.due is not None and not (rounds and rounds[0][0] < action.due):
        facts: dict[str, Fact] = {"on": action.due, "what": action.what, "owner": action.owner}
        code = "review.next-customer" if action.customer else "review.next"
        return Line(Say(code if action.owner or action.customer else "review.next-nobody", facts))
    if rounds and moment.bidding_is_on:
        return Line(Say("review.next-due", {"on": rounds[0][0], "what": rounds[0][1]}))
    if rounds:
        return Line(Say("review.next-nobody", {"on": rounds[0][0], "what": rounds[0][1]}), "yellow")
    if moment.bidding_is_on:
        return Line(Say("review.next-bidding"))
    return Line(Say("review.next-none"), "red")
