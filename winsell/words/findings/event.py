"""Sentences of the risks about compelling events: what proves that the customer must buy."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "WSE101.fact": "The customer must buy ({event}), but nobody knows by when.",
    "WSE101.why": "A reason without a date loses to every project that has one.",
    "WSE101.ask": "By which day must it run, and what happens if it does not?",
    "WSE101.clear": "Note the deadline of one confirmed event, and the consequence of missing it.",
    "WSE101.fact.stale": "The customer must buy ({event}), but nobody knows by when[; last confirmed {days} days ago].",
    "WSE101.why.stale": "A reason without a date loses to every project that has one, and this one is old as well.",
    "WSE101.ask.stale": "Is it still wanted, and by which day must it run?",
    "WSE101.clear.stale": "Ask again, and note the deadline with the new confirmation.",
    "WSE102.fact": "What proves that the customer must buy ({event}) is old[: last confirmed {days} days ago].",
    "WSE102.why": "Budgets move and leaders change their minds, and nobody calls to tell us.",
    "WSE102.ask": "Is everything still as you told us, the budget and the date too?",
    "WSE102.clear": "Ask again, and note the answer with day and source.",
    "WSE103.fact": "The project is suspended, and the last talk with the customer is {days} days old.",
    "WSE103.why": "Shelved projects come back. Who kept in touch hears of it first.",
    "WSE103.ask": "What would bring it back on the table, and when will that be looked at?",
    "WSE103.clear": "Talk to him and note the day. No selling: ask what changed.",
    "WSE103.fact.never": "The project has been suspended[ for {days} days], and no talk with the customer is noted.",
    "WSE104.fact": Plural(
        "Noted as confirmed, but nobody is named who said it: {events}.",
        "Noted as confirmed, but nobody is named who said them: {events}.",
        "count",
    ),
    "WSE104.why": "What everybody knows and nobody said is a rumour, so it does not count.",
    "WSE104.ask": "Who told us, in which words, and who else would know?",
    "WSE104.clear": "Name the source and the day.",
    "WSE104.fact.guess": "Noted as confirmed, but it is a guess of ours: {events}.",
    "WSE104.why.guess": "A deal opened on a guess is a deal of our own making, so it does not count.",
    "WSE104.ask.guess": "Who at the customer could say yes or no to this?",
    "WSE104.clear.guess": "Have somebody of the customer say it, and note who and when.",
    "WSE105.fact": Plural(
        "The deadline is past: {events}[, {deadline}].",
        "Deadlines are past: {events}[; the first was {deadline}].",
        "count",
    ),
    "WSE105.why": "Either the customer acted without us, or the date was never real. Both change the deal.",
    "WSE105.ask": "What happened on that day, and what is the new date?",
    "WSE105.clear": "Note a new deadline with its source; or that the event is denied or on hold.",
    "WSE106.fact": "Nothing proves that the customer must buy, and we are already working as if he must.",
    "WSE106.why": "The commonest competitor is the customer who does nothing.",
    "WSE106.ask": "What happens at your house if this is not decided this year, and who would notice?",
    "WSE106.clear": "Find one strong event with its source: approval, budget, a leader's order, a decider's word.",
}
