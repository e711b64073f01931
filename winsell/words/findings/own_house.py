"""Sentences of the risks in our own house: approval, owner, rules of the tender, our reasons."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSS101.fact": "The deal is in {stage}, and our own company's approval is not recorded.",
    "WSS101.why": "Without it experts, references and prices come late, and the customer notices.",
    "WSS101.ask": "What do we need to decide on this deal, and on which day can we?",
    "WSS101.clear": "Hold the review, and note the approval with its day, by whom, and on which conditions.",
    "WSS101.fact.refused": "Our company said no[ on {on}][ ({by})][: {why}]. We work on it all the same.",
    "WSS101.why.refused": "Nobody will back it when it counts, and the customer sees a half-hearted bidder.",
    "WSS101.ask.refused": "What has changed since the no, and would it change the answer?",
    "WSS101.clear.refused": "Bring what has changed to a new review, or step back in good order.",
    "WSL101.fact": "Under which rules the customer buys is unknown.",
    "WSL101.why": "They decide whom we may talk to, and until when. A good move at the wrong time can exclude a bidder.",
    "WSL101.ask": "Which procurement rules apply here, and how will you invite?",
    "WSL101.clear": "Ask procurement or read the notice, and note `procurement` and `method`.",
    "WSL101.fact.method": "How the customer will invite is unknown: open, invited, negotiated or otherwise.",
    "WSL101.clear.method": "Ask procurement or read the notice, and note `method`.",
    "WSH101.fact": "Nobody on our side owns this deal.",
    "WSH101.why": "Without one lead the customer hears two prices and three stories.",
    "WSH101.ask": "Which of us is called first when something happens here?",
    "WSH101.clear": "Write one name under `owner`.",
    "WSV101.fact": "We have not heard from the customer what is better about us. Closest to it: {claim}.",
    "WSV101.why": "Only what the customer says gets into the criteria. Our claims get into our brochures.",
    "WSV101.ask": "Which of the things that we showed you would you miss with anybody else?",
    "WSV101.clear": "Have the customer confirm one reason in their own words, and note day and source.",
    "WSV101.fact.none": "Nothing is on record that we have and the competitors lack.",
    "WSV101.why.none": "If it stays so, the cheapest wins, or the one who is there already.",
    "WSV101.ask.none": "What did you find with us that you found nowhere else?",
    "WSV101.clear.none": "Find one thing that matters to somebody there and that no competitor has, and write it down.",
    "WSV101.fact.bidding": "Bids are open, and nothing is on record that we have and the competitors lack.",
    "WSV101.why.bidding": "If it stays so, the cheapest wins, or the one who is there already.",
    "WSV101.ask.bidding": "Which page of our bid could no competitor write?",
    "WSV101.clear.bidding": "Find among what earns marks one thing that only we can prove, and write it down.",
    "WSV102.fact": "We fail what the customer must have: {items}.",
    "WSV102.why": "Nothing else is looked at then: the bid is rejected before it is read.",
    "WSV102.ask": "Can it be met, waived, or brought by a partner, and who could waive it?",
    "WSV102.clear": "Meet it, bring a partner who does, or have it waived in writing before the tender is out.",
    "WSV102.ask.bidding": "Can it be met, or brought by a partner, before bids close?",
    "WSV102.clear.bidding": "Meet it, or bring a partner who does. Else ask in writing, as all bidders may, or do not bid.",
}
