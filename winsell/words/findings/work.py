"""Sentences of the risks about our own work: what nobody has planned, and what is late."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "WSA101.fact": Plural(
        "One red item of the plan has nobody on it ({first}).",
        "{count} red items of the plan have nobody on them (the first: {first}).",
        "count",
    ),
    "WSA101.why": "A risk that we see and do not work on is the one we will name after the loss.",
    "WSA101.ask": "Who takes this one, and what will be done by our next review?",
    "WSA101.clear": "Give each an action with owner and date.",
    "WSA102.fact": Plural(
        "One day overdue: {what}[ ({owner})][; and {others} more].",
        "{days} days overdue: {what}[ ({owner})][; and {others} more].",
        "days",
    ),
    "WSA102.why": "The customer moves on, with or without us.",
    "WSA102.ask": "What keeps it from being done, and is it still the right thing to do?",
    "WSA102.clear": "Do it, drop it, or set a new date and say why.",
    "WSA102.fact.customer": Plural(
        "One day overdue, and the customer's to do: {what}[; {owner} follows it up][; and {others} more].",
        "{days} days overdue, and the customer's to do: {what}[; {owner} follows it up][; and {others} more].",
        "days",
    ),
    "WSA102.why.customer": "What the customer promises and leaves undone shows where we stand.",
    "WSA102.ask.customer": "What came in between on your side, and which day holds now?",
    "WSA102.clear.customer": "Agree on a new day with the customer, or note what the silence says.",
    "WSA102.fact.bidding": Plural(
        "One day overdue, and not to be done while bids are open: {what}[ ({owner})][; and {others} more].",
        "{days} days overdue, and not to be done while bids are open: {what}[ ({owner})][; and {others} more].",
        "days",
    ),
    "WSA102.why.bidding": "A call on people of the customer between issue and award can exclude a bidder.",
    "WSA102.ask.bidding": "Does it have to be asked at all, and could it be asked in writing, for all to read?",
    "WSA102.clear.bidding": "Drop it, or give it a day after the award.",
}
