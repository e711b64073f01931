"""Sentences of the approval paper."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "paper.title": "Approval paper: {deal}",
    "paper.customer": "Customer",
    "paper.what": "What",
    "paper.what-is": "[{type}, ][bought: {procurement}, ][{method}, ]stage: {stage}",
    "paper.amount": "Amount",
    "paper.owner": "Owner",
    "paper.as-of": "As of",
    "paper.day": "{on}",
    "paper.question": "{question} {answer}[: {why}]",
    "paper.why-us": "Competitors, and why us",
    "paper.rivals": "Against: {rivals}",
    "paper.rivals-none": "Against: nobody is named yet",
    "paper.chain": "Who can stop it, and who is missing",
    "paper.can-stop": "Can stop it: {person}, {attitude}",
    "paper.could-stop": "Could stop it: {person}, {attitude}",
    "paper.can-stop-unknown": "Nobody is known who approves it or can say no alone",
    "paper.empty-chairs": "Nobody is known for: {chairs}",
    "paper.need": "What we need",
    "paper.need-resource": "{resource}, for: {what}[ ({days} days)][ ({money})]",
    "paper.need-effort": "For: {what}[ ({days} days)][ ({money})]",
    "paper.limit": "Spending limit: {limit}",
    "paper.limit-open": "Spending limit: ____, to be set with the decision",
    "paper.conditions": "Conditions proposed",
    "paper.conditions-none": "None",
    "paper.first": "First: {ask}",
    "paper.stop": "What would make us stop",
    "paper.stop-event": "This falls away or is put off: {event}[ (the customer must act by {deadline})]",
    "paper.stop-no-event": "Nothing comes up that proves that the customer must buy",
    "paper.stop-must-have": "There is a must-have that we cannot meet[, such as: {items}]",
    "paper.stop-veto": "One of those who can stop it is against us and cannot be moved: {people}",
    "paper.stop-veto-unknown": "Whoever can say no alone turns out to be against us and cannot be moved",
    "paper.stop-limit": "The spending limit is used up before the decision",
    "paper.decision": "Decision:  [ ] go   [ ] go on these conditions   [ ] no",
    "paper.wait": "Nothing is to be decided while it is suspended: ask first when and how it starts again",
    "paper.signature": "Name: ____________________   Day: ______________",
}
