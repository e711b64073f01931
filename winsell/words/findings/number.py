"""Sentences of the risks about the numbers: what they rest on, and whether they agree."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSN101.fact": "The number says {value}; with evidence alone it would be {evidenced}.",
    "WSN101.why": "A number is believed because it is a number. What it stands on is asked after the loss.",
    "WSN101.ask": "Which of these answers would you sign, and who told you?",
    "WSN101.clear": "Give source and date to the answers that count most.",
    "WSN101.fact.none": "The number says {value}, and nothing that it rests on has both a source and a date.",
    "WSN102.fact": "The four points contradict each other. {reasons}.",
    "WSN102.why": "One of the witnesses is wrong, and it is mostly the one that we like.",
    "WSN102.ask": "Which of these do you believe, and what would show that it is wrong?",
    "WSN102.clear": "Find the wrong witness: correct the answer, or find what the other points have not shown yet.",
    "WSN103.fact": "We know nothing of how strong they are: {rivals}.",
    "WSN103.why": "The number then only says how many are in the race; nothing that we do moves it.",
    "WSN103.ask": "What do you like about the others, and who over here speaks for them?",
    "WSN103.clear": "State how well the most dangerous one fits, and how he stands with the customer.",
}
