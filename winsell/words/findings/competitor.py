"""Sentences of the risks about competitors and our place among them."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSC101.fact": "No competitor is named.",
    "WSC101.why": "There is always one: a company, the present supplier, or the customer's own people.",
    "WSC101.ask": "If you could not have us, whom would you take?",
    "WSC101.clear": "Name the two most dangerous; the present supplier and the customer's own people count.",
    "WSC101.fact.do-nothing": "The only competitor named is doing nothing.",
    "WSC101.why.do-nothing": "A customer who decides to act asks others as well.",
    "WSC101.ask.bidding": "Who else may bid, as far as notices and questions show that everybody may read?",
    "WSC101.clear.bidding": "Name those whom public notices and our own knowledge of the market suggest.",
    "WSC102.fact": "We do not know our place in the customer's own ranking.",
    "WSC102.why": "Outside the first three there is nothing to win, and only the customer knows the list.",
    "WSC102.ask": "If you had to choose today, who would be on your list, and in which order?",
    "WSC102.clear": "Note the ranking or the shortlist, and who told us.",
    "WSC103.fact": "The customer ranks us at place {rank}; only the first {top} can win.",
    "WSC103.why": "Whoever stands outside fills the list of bidders, and pays for it with time.",
    "WSC103.ask": "What would have to be different for us to be among the first {top}?",
    "WSC103.clear": "A better ranking by the customer. Change the question, win a part, or step back in good order.",
    "WSC103.ask.bidding": "What would still make us bid, and what does the bid cost us?",
    "WSC103.clear.bidding": "Only the bid can change it now. Bid for a part, or step back in good order.",
    "WSC110.fact": "Price counts[ for {marks} marks of 100]: ours stands at {ours} of 100, that of {rival} at {theirs}.",
    "WSC110.why": "The marks that a better solution earned are given back in the price, and often nobody decided so.",
    "WSC110.ask": "Do our other marks make up for it, on paper? What would our last reserve buy?",
    "WSC110.clear": "Decide it before the bid goes out, in a review or as an action for `us.price`, even if the price stays.",
}
