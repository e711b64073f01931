"""Sentences of the three questions and the verdict."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "screen.go": "GO: {questions}",
    "screen.go-conditions": Plural(
        "GO, on one condition: {questions}", "GO, on {count} conditions: {questions}", "count"
    ),
    "screen.go-fast": "GO: {questions} (fast lane: no more is asked)",
    "screen.go-q1": "worth winning",
    "screen.go-q2": "an opportunity",
    "screen.go-q3": "we are competitive",
    "screen.go-approved": "Approved on {on}[ by {by}][: {why}][; on condition: {conditions}]",
    "screen.go-refused": "Our company said no on {on}[ ({by})][: {why}]",
    "screen.go-ready": "Ready for our company's review; nobody has recorded its approval yet",
    "screen.hold": "FIND OUT FIRST: nothing speaks against it yet, and too little for it",
    "screen.hold-losing": Plural(
        "FIND OUT FIRST: nothing proves that the customer must buy, and a sign of losing shows",
        "FIND OUT FIRST: nothing proves that the customer must buy, and {count} signs of losing show",
        "count",
    ),
    "screen.hold-suspended": "FIND OUT FIRST: what proved that the customer must buy no longer stands",
    "screen.drop": "DROP: {questions}",
    "screen.drop-q1": "it is not worth winning",
    "screen.drop-q2": "it is not an opportunity",
    "screen.drop-q3": "we are not competitive",
    "screen.ended": "It has ended: {outcome}[ on {on}][, {why}]. What the three questions say, looking back:",
    "screen.override": "Carried on all the same[ by {by}][ since {on}]: {why}",
    "screen.question": "{number}. {question}",
    "screen.conditions": "A yes on condition:",
    "screen.find-first": "Find out first",
    "q1.match-yes": "{match}: matches[, {why}]",
    "q1.match-partly": "{match}: matches partly[, {why}]; that is not yet a yes",
    "q1.match-no": "{match}: does not match[, {why}]",
    "q1.match-unknown": "{match}: unknown",
    "q1.amount-yes": "amount: {amount} lies in the band that we like, {band}",
    "q1.amount-no": "amount: {amount} lies outside the band that we like, {band}",
    "q1.find-match": "Does the {match} match us?",
    "q2.confirmed": "confirmed: {event}[, {why}][, told by {source}][ on {on}]",
    "q2.deadline": "the customer must act by {deadline}",
    "q2.stopped": "stopped for good: {event}[, {why}][, told by {source}]",
    "q2.denied": "denied: {event}[, {why}][, told by {source}]",
    "q2.on-hold": "on hold: {event}[, {why}][, told by {source}]",
    "q2.past-deadline": "its day is past: {event} ({deadline})",
    "q2.lapsed": "too long ago to prove anything, and no date was named: {event}[, {why}][, told by {source}][ on {on}]",
    "q2.weak-only": "weak alone: {event}[, {why}]",
    "q2.no-source": "said to be confirmed, and nobody is named who told us: {event}",
    "q2.nothing-known": "nothing proves yet that the customer must buy",
    "q2.find-strong": (
        "What makes the customer act: an approved project, a budget, a leader's order, a decider's word? Who told us?"
    ),
    "q2.find-source": "Who at the customer said it, and when: {event}?",
    "q2.find-date": "By which day must the customer have it, and what happens if not?",
    "q2.find-restart": "What would start it again, and when? Call the customer within {days} days",
    "q2.find-restart-now": Plural(
        "What would start it again, and when? Call the customer now, after {days} day of silence",
        "What would start it again, and when? Call the customer now, after {days} days of silence",
        "days",
    ),
    "q2.confirm-again": Plural(
        "Have it confirmed again that the customer must buy: the last word is {days} day old",
        "Have it confirmed again that the customer must buy: the last word is {days} days old",
        "days",
    ),
    "q3.row": "{claim} ({grade})",
    "q3.no-unique-row": "no reason to choose us is shown to be unique against a named competitor",
    "q3.veto-against": "{person} can stop it alone and is against us[: {why}]; nothing is planned for them",
    "q3.veto-against-bidding": (
        "{person} can stop it alone and is against us[: {why}]; while bids are open only the bid can answer it"
    ),
    "q3.must-have-failed": "we fail a must-have: {item}",
    "q3.veto-search": Plural(
        "no opponent with a veto found; we do not know where one who can stop it stands",
        "no opponent with a veto found; we do not know where {unknown} of {holders} who can stop it stand",
        "unknown",
    ),
    "q3.veto-none": "no opponent with a veto: we know where everybody stands who can stop it",
    "q3.veto-none-heard": "no opponent with a veto that we know of; of {people} we only heard it",
    "q3.veto-closed": "no opponent with a veto: we were told that nobody has to approve it",
    "q3.veto-opponents": Plural(
        "{people} can stop it and is against us; work on them is planned",
        "{people} can stop it and are against us; work on them is planned",
        "count",
    ),
    "q3.veto-opponents-bidding": Plural(
        "{people} can stop it and is against us; while bids are open only the bid can answer it",
        "{people} can stop it and are against us; while bids are open only the bid can answer it",
        "count",
    ),
    "q3.no-veto-holder-known": "no opponent with a veto found; we know nobody at all who can stop it",
    "q3.name-competitors": "Who else is asked: two competitors by name, the incumbent and the customer's own people included?",
    "q3.find-difference": "What do only we have that this customer needs, and none of the named competitors?",
    "q3.find-veto": "Who can say no alone, and are they against us?",
    "q3.veto-worked-on": "Win over or answer {person}, who can stop it alone",
    "q3.veto-answered-by-bid": "Answer {person}, who can stop it alone, in the bid",
    "q3.have-confirmed": "Have the customer confirm what only we have, before {stage}",
    "must-have.terms": "the contract's terms, which our limits do not allow",
}
