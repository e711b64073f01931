"""Sentences of the week ahead, and of the weekly text for others."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "week.title": "Week {number} of {year}[: {owner}]",
    "week.of": Plural("{on} to Friday, {friday}; one deal", "{on} to Friday, {friday}; {count} deals", "count"),
    "week.unread": "Not read: {path}: {problem}",
    "week.due": "Due from us",
    "week.due-none": "Nothing is due by Friday",
    "week.due-customer": "Due from the customer",
    "week.due-customer-none": "No promise of a customer is due by Friday",
    "week.silent": "Silent",
    "week.silent-none": "Nobody who matters has been silent for long",
    "week.silent-person": Plural(
        "{person} ({deal}): nothing heard since {on}, one day",
        "{person} ({deal}): nothing heard since {on}, {days} days",
        "days",
    ),
    "week.idle": Plural(
        "{deal}: no talk with the customer for one day", "{deal}: no talk with the customer for {days} days", "days"
    ),
    "week.red": "Turns red by Friday if nobody acts",
    "week.red-none": "Nothing new turns red by then",
    "week.red-risk": "{deal}: {fact} [{code}]",
    "week.red-work": "{deal}: {fact}",
    "week.ask": "Three questions to take along",
    "week.ask-none": "Nothing that matters now is unknown",
    "week.ask-of": "{deal}: {ask}",
    "week.text-moved": "What moved",
    "week.text-next": "What is next",
    "week.text-need": "What I need",
    "week.text-nothing": "Nothing this week",
    "week.text-line": "{deal}: {what}",
    "week.text-still": "No news",
    "week.moved-won": "won",
    "week.moved-won-part": "a part of it won",
    "week.moved-lost": "lost",
    "week.moved-no-decision": "ended without a decision",
    "week.moved-tender-failed": "the tender failed",
    "week.moved-dropped-by-us": "we have stepped back",
    "week.moved-stage": "now at the stage {stage}",
    "week.moved-event": "now certain: {event}",
    "week.moved-done": "done: {what}",
    "week.moved-checkpoint": "behind us: {what}",
    "week.moved-talks": Plural("one talk with the customer", "{count} talks with the customer", "count"),
    "week.next": "{what}, by {due}",
    "week.next-customer": "the customer's to do: {what}, by {due}",
    "week.next-late": "{what}, was due on {due}",
    "week.next-customer-late": "the customer's to do: {what}, was due on {due}",
    "week.next-checkpoint": "{due}: {what}",
    "week.need-resource": "{what}[ by {due}], for: {for}",
    "week.need-condition": "what our approval asks for[ by {due}]: {what}",
}
