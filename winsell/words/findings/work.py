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
    "WSA103.fact": "Nothing is planned with a day to it.",
    "WSA103.why": "A deal without a next date is moved by nobody: we forget it first, and then the customer does.",
    "WSA103.ask": "What is the next thing that they will do with us, and on which day?",
    "WSA103.clear": "Plan one step with a day and an owner, best one that the customer has to do something for.",
    "WSA103.fact.bidding": "Bids are open, and nothing is planned with a day to it.",
    "WSA103.ask.bidding": "On which day do bids close, and who has what ready by when?",
    "WSA103.clear.bidding": "Plan back from the closing day: each piece of the bid with a day and an owner.",
    "WSA104.fact": Plural(
        "The one planned step needs nobody of the customer, as far as the file says: {what}.",
        "{count} steps are planned, and as far as the file says none needs the customer; the first: {what}.",
        "count",
    ),
    "WSA104.why": "Work at our desks feels like progress and changes nobody's mind.",
    "WSA104.ask": "What could they do for this project in the next two weeks, however small?",
    "WSA104.clear": "Plan one step that needs the customer; or note under `for` whom a planned one is for.",
    "WSA105.fact": "Put off {times} times: {what}[ ({owner})][; now due {due}].",
    "WSA105.why": "What is put off twice is either not possible or not wanted, and the plan stands on it.",
    "WSA105.ask": "What would have to be different for it to happen, and is there another way to the same end?",
    "WSA105.clear": "Do it, or drop it and plan what serves the same end. A third day is no answer.",
    "WSA105.fact.customer": "The customer has put it off {times} times: {what}[; now due {due}].",
    "WSA105.why.customer": "People find time for what matters to them. This does not, or somebody else has it.",
    "WSA105.ask.customer": "What has become more important on your side, and who decided that?",
    "WSA105.clear.customer": "Learn what came before it each time; note it as a change, or as a sign of losing.",
    "WSA106.fact": "Planned for something that is known or done already: {what}[; and {others} more].",
    "WSA106.why": "Hours spent on what we know already are missing where we do not know.",
    "WSA106.ask": "What is it still to bring that we do not have?",
    "WSA106.clear": "Mark it as done, or drop it, or say what is still open about it.",
}
