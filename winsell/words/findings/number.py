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
}
