"""Sentences of the risks about facts: who told us, why, and how old it is."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSF101.fact": "{told} of {facts} confirmed facts come from {person}.",
    "WSF101.why": "Witnesses who all heard it from the same person are one witness. If that person is wrong, everything falls.",
    "WSF101.ask": "Who else can tell us the same, without having talked to {person}?",
    "WSF101.clear": "Have the weightiest of these facts confirmed by somebody in another department.",
    "WSF102.fact": "We put {dimension} at {level} without a reason; it counts as {counted}.",
    "WSF102.why": "The number we like best is the one nobody asks about, until the customer does.",
    "WSF102.ask": "What would the customer name, in their own words, to give us {level}?",
    "WSF102.clear": "Write the reason beside the number, as the customer would say it.",
    "WSF102.fact.rival": "{rival}: we put {dimension} at only {level} without a reason; it counts as {counted}.",
    "WSF102.why.rival": "A competitor whom we hold cheap is the one who surprises us.",
    "WSF102.ask.rival": "What did the customer say or do that shows how weak {rival} is there?",
    "WSF102.clear.rival": "Write the reason beside the number, or find out more.",
    "WSF103.fact": "What we noted of where they stand does not count as known: {people}.",
    "WSF103.why": "We plan on what we once heard, and people move on without telling us.",
    "WSF103.ask": "What did they say or do the last time, and what did you see with your own eyes?",
    "WSF103.clear": "Hear it again from them, and note the day, the words, and who heard it.",
    "finding.our-fit": "how well we meet the need",
    "finding.our-relation": "how close we are to the customer",
    "finding.our-price": "our price",
    "finding.his-fit": "how well they meet the need",
    "finding.his-relation": "how close they are to the customer",
    "finding.his-price": "their price",
    "finding.doubtful": "{person} ({doubt}[, {on}])",
    "WSF104.fact": "Since {on} their world is another one ({what}), and nobody has asked anew: {judgements}.",
    "WSF104.why": "After such a change old judgements are void, and the plan still stands on them.",
    "WSF104.ask": "What of all that was settled before still holds, and who over there says so now?",
    "WSF104.clear": "Ask again and note each with its day, even where nothing has changed.",
    "finding.older-event": "whether they must still buy",
    "finding.older-rival": "how close they are to {rival}",
    "finding.older-ranking": "at which place they see us",
}
