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
    "WSB101.fact.on-file": "Figures of {projects} are on file, and nobody has judged what they tell: {elements}.",
    "WSB101.why.on-file": "What nobody has judged is used by nobody, or by somebody who takes it for more than it is.",
    "WSB101.ask.on-file": "Do these figures hold for this project too, and what has changed since then?",
    "WSB101.clear.on-file": "Note under `behaviour` how well we know it, and on whose word; then ask only what is missing.",
    "WSB101.fact.bidding": (
        "Bids are open, and we know neither what the customer pays for such a thing nor how bids are scored."
    ),
    "WSB101.ask.bidding": "Which marks do the tender documents give, and which sums do earlier award notices name?",
    "WSB101.clear.bidding": (
        "Note marks from the documents and sums from award notices; ask in writing, as they name, what is missing."
    ),
    "WSB101.fact.bidding.money": "Bids are open, and we do not know what the customer pays for such a thing.",
    "WSB101.why.bidding.money": "A price made blind is above what they can pay, or gives away what they would have paid.",
    "WSB101.ask.bidding.money": "Do the documents name a budget or a ceiling, and what was paid by earlier award notices?",
    "WSB101.clear.bidding.money": (
        "Note what the documents and award notices show; if they show nothing, note that it cannot be recovered."
    ),
    "WSB101.fact.bidding.criteria": "Bids are open, and we do not know how bids are scored.",
    "WSB101.why.bidding.criteria": "A bid written without the marks is written for ourselves.",
    "WSB101.ask.bidding.criteria": "Which marks do the tender documents give, and how is a price turned into marks?",
    "WSB101.clear.bidding.criteria": (
        "Note them from the documents; what those leave open, ask in writing, the way that they name."
    ),
    "WSB101.fact.bidding.offers": (
        "Offers are being made, and we know neither what the customer pays for such a thing nor how they compare."
    ),
    "WSB101.ask.bidding.offers": "What does their request say will be compared, and what is known of their last purchase?",
    "WSB101.clear.bidding.offers": (
        "Note what their request and what is public show; ask in writing, as they name, what is missing."
    ),
    "WSB101.fact.bidding.money.offers": (
        "Offers are being made, and we do not know what the customer pays for such a thing."
    ),
    "WSB101.ask.bidding.money.offers": "Does their request name a budget, and what is known of what they paid the last time?",
    "WSB101.clear.bidding.money.offers": (
        "Note what their request and what is public show; if they show nothing, note that it cannot be recovered."
    ),
    "WSB101.fact.bidding.criteria.offers": "Offers are being made, and we do not know how the customer compares them.",
    "WSB101.why.bidding.criteria.offers": "An offer made without knowing what decides is made for ourselves.",
    "WSB101.ask.bidding.criteria.offers": "What does their request say will be compared, and in which order?",
    "WSB101.clear.bidding.criteria.offers": (
        "Note it from their request; what that leaves open, ask in writing, the way that they name."
    ),
    "WSB101.fact.bidding.on-file": (
        "Bids are open; figures of {projects} are on file, and nobody has judged what they tell: {elements}."
    ),
    "WSB101.why.bidding.on-file": (
        "What nobody has judged is used by nobody, or by somebody who takes it for more than it is."
    ),
    "WSB101.ask.bidding.on-file": "Do those figures agree with what the documents and award notices say?",
    "WSB101.clear.bidding.on-file": (
        "Hold them against the documents, and note under `behaviour` how well we know it, and on whose word."
    ),
    "WSB101.fact.offers": "We know neither what the customer pays for such a thing nor how offers are compared.",
    "WSB101.ask.offers": "What did the last purchase of this kind cost, and what decided it?",
    "WSB101.fact.criteria.offers": "We do not know how the customer compares offers.",
    "WSB101.why.criteria.offers": "An offer made without knowing what decides is made for ourselves.",
    "WSB101.ask.criteria.offers": "How was your last purchase of this kind decided: what was compared, who chose, what was talked down?",
    "WSB101.clear.criteria.offers": "Find out what decides and who compares; if it cannot be recovered, write that.",
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
    "finding.open-criteria.offers": "how offers are compared",
    "finding.element-people": "who decided then and is still there",
    "finding.element-money": "what was paid",
    "finding.element-criteria": "how bids were scored",
    "finding.element-intelligence": "who offered what",
    "finding.element-lessons": "why it was won or lost",
    "WSB104.fact": "We do not know on which terms the customer signs: payment, retention, penalties, guarantees.",
    "WSB104.why": "They decide what a price is worth. One that our house cannot sign comes up the week before the bid.",
    "WSB104.ask": "On which terms did you sign the last contract of this kind, and who of you insists on them?",
    "WSB104.clear": "Note what is known under `terms`, and whether our own limits allow it.",
    "WSB104.fact.bidding": "Bids are open, and nobody has held the contract's terms against our own limits.",
    "WSB104.ask.bidding": "Which clause would our own lawyers not sign, and by when may questions be asked?",
    "WSB104.clear.bidding": "Have the terms of the documents read, and note under `terms` whether our house can sign them.",
    "WSB105.fact": "Bids are written, and nobody has said where our price stands among the others.",
    "WSB105.why": "The same price is right or wrong only against the others and against the marks.",
    "WSB105.ask": "At which prices did the others win in public, and what do our marks cost us per point?",
    "WSB105.clear": "Estimate it from public awards and the marks for price, and note it under `us.price`.",
    "WSB105.fact.lowest": "The lowest price wins, and nobody has said where ours stands.",
    "WSB105.why.lowest": "Then nothing else counts, and we bid by the roll of the dice.",
    "WSB105.clear.lowest": "Estimate it from public awards and note it under `us.price`; or note under `outcome` that we do not bid.",
}
