"""Sentences of the risks about project behaviour: how this customer bought before."""

from __future__ import annotations

from winsell.words.plural import Sentence

SENTENCES: dict[str, Sentence] = {
    "WSB101.fact": "We know neither what the customer pays for such a thing nor how bids are scored.",
    "WSB101.why": "The same price is right or wrong only against the criteria. Not knowing is the classic fatal error.",
    "WSB101.ask": "What did the last project of this kind cost, and by which marks was it decided?",
    "WSB101.clear": "Find out both from their last project of this kind. The later, the harder to ask.",
    "WSB101.fact.money": "We do not know what the customer pays for such a thing.",
    "WSB101.why.money": "A budgetary price given blind is either too high to be asked again or too low to be paid.",
    "WSB101.ask.money": "What did the last project of this kind cost you, from consulting to running it?",
    "WSB101.clear.money": "Find out the sums of their last project of this kind, before we name a price.",
    "WSB101.fact.criteria": "We do not know how the customer scores bids.",
    "WSB101.why.criteria": "A bid written without the marks is written for ourselves.",
    "WSB101.ask.criteria": "How was your last project decided: which marks, how many rounds, who was left?",
    "WSB101.clear.criteria": "Find out marks, rounds and who survives them; if it cannot be recovered, write that.",
    "WSB101.fact.bidding": "Bids are open, and we still do not know {elements}.",
    "WSB101.ask.bidding": "What do the tender documents and earlier award notices say about it?",
    "WSB101.clear.bidding": "Read it in the documents and in award notices, or ask in writing, the way that they name.",
    "WSB102.fact": "Not looked into yet: {elements}.",
    "WSB102.why": "Customers repeat themselves. How they bought the last time tells what comes next.",
    "WSB102.ask": "Who sat at the table the last time, what did each side offer, and what tipped it?",
    "WSB102.clear": "State for each what we know, or that it cannot be recovered.",
    "WSB102.ask.bidding": "What do the award notices of their earlier projects say?",
    "WSB102.clear.bidding": "State for each what public notices show, or that it cannot be recovered.",
    "WSB103.fact": "Called known, but no detail stands in the files: {elements}.",
    "WSB103.why": "What one of us knows by heart is lost with a transfer, and nobody can check it.",
    "WSB103.ask": "Could you put the figures into the account file while you still have them in your head?",
    "WSB103.clear": "Write a line or two into the past project, or into the criteria of this tender.",
    "finding.open-money": "what the customer pays for such a thing",
    "finding.open-criteria": "how bids are scored",
    "finding.element-people": "who decided then and is still there",
    "finding.element-money": "what was paid",
    "finding.element-criteria": "how bids were scored",
    "finding.element-intelligence": "who offered what",
    "finding.element-lessons": "why it was won or lost",
}
