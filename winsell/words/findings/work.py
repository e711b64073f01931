"""Sentences of the risks about our own work: what nobody has planned, and what is late."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "WSA101.fact": Plural(
        "One red item of the plan has nobody on it: {first}.",
        "{count} red items of the plan have nobody on them. The first: {first}.",
        "count",
    ),
    "WSA101.why": "A risk that we see and do not work on is the one we will name after the loss.",
    "WSA101.ask": "Who takes this one, and what will he have done by our next review?",
    "WSA101.clear": "Give each an action with owner and date.",
    "WSA102.fact": Plural(
        "One day overdue: {what}[ ({owner})][; and {others} more].",
        "{days} days overdue: {what}[ ({owner})][; and {others} more].",
        "days",
    ),
    "WSA102.why": "The customer keeps his rhythm, with or without us.",
    "WSA102.ask": "What keeps it from being done, and is it still the right thing to do?",
    "WSA102.clear": "Do it, drop it, or set a new date and say why.",
}
