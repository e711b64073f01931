"""Sentences of the risks about competitors and our place among them."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSC101.fact": "No competitor is named.",
    "WSC101.why": "There is always one: a company, the present supplier, or the customer's own people.",
    "WSC101.ask": "If you could not have us, whom would you take?",
    "WSC101.clear": "Name the two most dangerous; the present supplier and the customer's own house count.",
    "WSC101.fact.do-nothing": "The only competitor named is doing nothing.",
    "WSC101.why.do-nothing": "Once he decides to act, he asks others as well.",
    "WSC102.fact": "We do not know our place in the customer's own ranking.",
    "WSC102.why": "Outside his first three there is nothing to win, and only he knows his list.",
    "WSC102.ask": "If you had to choose today, who would be on your list, and in which order?",
    "WSC102.clear": "Note the ranking or the shortlist, and who told us.",
    "WSC103.fact": "The customer ranks us at place {rank}; only his first {top} can win.",
    "WSC103.why": "Whoever stands outside fills the list of bidders, and pays for it with time.",
    "WSC103.ask": "What would have to be different for us to be among the first {top}?",
    "WSC103.clear": "A better ranking by the customer. Change the question, win a part, or step back in good order.",
}
