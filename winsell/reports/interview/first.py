"""The five questions from a lead to its first verdict: who, what, how much, and whether it matches us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from winsell.base.fact import Named, Say
from winsell.base.question import Part, Question
from winsell.playbook.model import Playbook
from winsell.reports.interview.choices import STILL_UNKNOWN, of_words

QUESTIONS = 5
_ANSWERS = ("yes", "partly", "no")


@dataclass(slots=True)
class First:
    """What was said of a new deal."""

    said: dict[str, str] = field(default_factory=dict)
    """By the keys of the file: deal, customer, amount as it was typed."""
    matches: dict[str, str] = field(default_factory=dict)


def first(playbook: Playbook, known: Mapping[str, str | None]) -> Part:
    """Ask what is not known of a deal; an empty answer to what a deal must have ends it."""
    found = First({key: one for key, one in known.items() if one is not None})
    for key in ("customer", "deal"):
        if key not in found.said:
            answer = yield Question(f"new.{key}", Say(f"ask.new-{key}"), takes="text", skip=Say("ask.skips-end"),
                                    help=(Say(f"ask.help-new-{key}"),), heads=True)  # fmt: skip
            if answer is None:
                return None
            found.said[key] = str(answer)
    if "amount" not in found.said:
        help_ = (Say("ask.help-new-amount", {"currencies": tuple(playbook.ideal_amount) or None}),)
        amount = yield Question("new.amount", Say("ask.new-amount"), takes="amount", help=help_, heads=True,
                                currencies=tuple(playbook.ideal_amount))  # fmt: skip
        found.said |= {} if amount is None else {"amount": str(amount)}
    asked = [id_ for id_ in playbook.matches if id_ != "amount"][: QUESTIONS - 3]
    for id_ in asked:
        ask = Say("q1.find-match", {"match": Named(id_, label=playbook.matches[id_].label)})
        choices = (*of_words("match", _ANSWERS), STILL_UNKNOWN)
        answer = yield Question(f"new.matches.{id_}", ask, choices, help=(Say("ask.help-match"),), heads=True)
        if answer is not None:
            found.matches[id_] = str(answer)
    return found
