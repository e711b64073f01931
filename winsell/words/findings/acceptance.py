"""Sentences of the findings about accepted risks: ended, of no use, put off again and again."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "WSR101.fact": "`{key}` was accepted until {until}[ ({by})], and the risk is still there.",
    "WSR101.why": "It was left alone because somebody said: until then. Now it is neither accepted nor dealt with.",
    "WSR101.ask": "What did we expect to be different by that day, and what will we do now?",
    "WSR101.clear": "Deal with it; or accept it anew with a reason and a day; or drop it with `winsell risk drop`.",
    "WSR101.fact.endless": "`{key}` is noted as accepted[ by {by}] without a last day, which changes nothing: the risk still counts.",
    "WSR101.why.endless": "What is accepted for ever is looked at by nobody, so an acceptance counts until a day and not beyond.",
    "WSR101.ask.endless": "By which day will we know more, and look at it again?",
    "WSR101.clear.endless": "Accept it until a day with `winsell risk accept`; or deal with it; or drop it with `winsell risk drop`.",
    "WSR102.fact": "`{key}` is accepted, and there is no such risk here any more.",
    "WSR102.why": "If the risk comes back, nobody hears of it.",
    "WSR102.ask": "Is it settled for good?",
    "WSR102.clear": "Drop it with `winsell risk drop`.",
    "WSR102.fact.unknown": "`{key}` is accepted, and no risk has this code.[ Did you mean `{nearest}`?]",
    "WSR102.why.unknown": "Somebody believes that a matter is settled, and it is not.",
    "WSR102.ask.unknown": "Which risk was meant?",
    "WSR102.clear.unknown": "Write the right code, or take the entry out.",
    "WSR102.fact.barred": "`{key}` is noted as accepted, which changes nothing: a risk of this kind cannot be accepted.",
    "WSR102.why.barred": "The law of tenders does not wait for us to accept it. One breach can exclude us.",
    "WSR102.ask.barred": "Who believes that this is settled, and what would settle it?",
    "WSR102.clear.barred": "Do what the risk itself asks for, and drop the entry with `winsell risk drop`.",
    "WSR103.fact": Plural(
        "`{key}` is accepted until {until}[ ({by})], put off once already.",
        "`{key}` is accepted until {until}[ ({by})], put off {count} times already.",
        "count",
    ),
    "WSR103.why": "What is put off once is a decision. What is put off again is a habit, and nobody works on it any more.",
    "WSR103.ask": "What has changed since we first accepted it, and why would the next day be different?",
    "WSR103.clear": "Deal with it; or take it back with `winsell risk drop`, so that the risk speaks again.",
}
