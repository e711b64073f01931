"""Sentences of the risks about the numbers: what they rest on, and whether they agree."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSN101.fact": "The number says {value}; with evidence alone it would be {evidenced}.",
    "WSN101.why": "A number is believed because it is a number. What it stands on is asked after the loss.",
    "WSN101.ask": "Which of these answers would you sign, and who told you?",
    "WSN101.clear": "Give a source and a date to: {answers}[, and {more} more]. What you saw yourself needs no source, but `how: act` and what they did.",
    "WSN101.fact.none": "The number says {value}; with evidence alone there would be no number.",
    "WSN102.fact": "The four points contradict each other. {reasons}.",
    "WSN102.why": "One of the witnesses is wrong, and it is usually the one that we like.",
    "WSN102.ask": "Which of these do you believe, and what would show that it is wrong?",
    "WSN102.clear": "Find the wrong witness: correct the answer, or find what the other points have not shown yet.",
    "WSN102.ask.bidding": "Which of these would we defend before our own board, and with which page of the documents?",
    "WSN102.clear.bidding": "Correct the answer that nothing on paper supports. The rest shows with the award.",
    "WSN103.fact": "We know nothing of how strong they are: {rivals}.",
    "WSN103.why": "The number then only says how many are in the race; nothing that we do moves it.",
    "WSN103.ask": "What do you like about the others, and who over here speaks for them?",
    "WSN103.clear": "State how well the most dangerous one fits, and how close it is to the customer.",
    "WSN103.ask.bidding": "What do award notices and our own earlier bids against them show?",
    "WSN103.clear.bidding": "Estimate from public sources how well the most dangerous one fits, and name the source.",
    "WSN104.fact": "We put our closeness to the customer at {level}; the people whom we know show {chain}.",
    "WSN104.why": "Two words of ours on one thing, and the number follows the friendlier one.",
    "WSN104.ask": "Who exactly is closer to us than their own notes say, and what shows it?",
    "WSN104.clear": "Lower the level, or note on the people what it rests on.",
    "WSN105.fact": "We state {stated}, and what the file knows gives {value}.",
    "WSN105.why": "One of the two is wrong. A hopeful one draws people and references away from deals that can be won.",
    "WSN105.ask": "What do you know that is not in the file?",
    "WSN105.clear": "Write down what the stated number knows; or state the other one. Bad news costs nobody a place.",
    "WSN105.fact.below": "We state only {stated}, and what the file knows gives {value}.",
    "WSN105.why.below": "Either the file is too friendly, or the deal does not get the help that it deserves.",
    "WSN105.ask.below": "What do you fear that is not in the file?",
    "WSN105.clear.below": "Write down the doubt where it belongs, on a person, a competitor or a sign; or state the higher one.",
    "WSN105.fact.none": "We state {stated}, and the file does not carry any number yet.",
    "WSN105.why.none": "A number without a base is taken for one with a base as soon as it stands in a table.",
    "WSN105.clear.none": "Find what is missing for a number; until then state none.",
    "WSN106.fact": "Our own numbers have gone up {times} times with nothing beside them that shows why, and not once down.",
    "WSN106.why": "Every long deal has bad weeks. If none shows in the numbers, they follow hope.",
    "WSN106.ask": "What was the worst news of the last weeks, and where does it stand in the file?",
    "WSN106.clear": "Lower the number that the bad news lowers; or write beside each rise why, and for a level who said so.",
}
