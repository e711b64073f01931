"""Sentences of the three questions and the verdict."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "screen.go": "GO: worth winning, an opportunity, and we are competitive",
    "screen.go-fast": "GO: worth winning and an opportunity (fast lane: two questions)",
    "screen.go-approved": "Approved on {on}[ by {by}][: {why}]",
    "screen.go-refused": "Our company said no on {on}[ ({by})][: {why}]",
    "screen.go-ready": "Ready for our company's review; nobody has recorded its approval yet",
    "screen.hold": "FIND OUT FIRST: nothing speaks against it yet, and too little for it",
    "screen.hold-suspended": "FIND OUT FIRST: what proved that the customer must buy no longer stands",
    "screen.drop": "DROP: {questions}",
    "screen.drop-q1": "it is not worth winning",
    "screen.drop-q2": "it is not an opportunity",
    "screen.drop-q3": "we are not competitive",
    "screen.override": "Carried on all the same[ by {by}][ since {on}]: {why}",
    "screen.question": "{number}. {question}",
    "screen.not-due": "not yet due; looked at all the same",
    "screen.conditions": "A yes on condition:",
    "screen.find-first": "Find out first",
    "q1.match-yes": "{match}: matches[, {why}]",
    "q1.match-partly": "{match}: matches partly[, {why}]; that is not yet a yes",
    "q1.match-no": "{match}: does not match[, {why}]",
    "q1.match-unknown": "{match}: unknown",
    "q1.amount-yes": "amount: {amount} lies in the band that we like, {band}",
    "q1.amount-no": "amount: {amount} lies outside the band that we like, {band}",
    "q1.find-match": "Does it match us: {match}?",
    "q2.confirmed": "confirmed: {event}[, {why}][ (from {source}, {on})]",
    "q2.deadline": "the customer must act by {deadline}",
    "q2.stopped": "stopped for good: {event}[, {why}][ (from {source})]",
    "q2.denied": "denied: {event}[, {why}][ (from {source})]",
    "q2.on-hold": "on hold: {event}[, {why}][ (from {source})]",
    "q2.past-deadline": "its day is past: {event} ({deadline})",
    "q2.weak-only": "weak alone: {event}[, {why}]",
    "q2.no-source": "said to be confirmed, and nobody is named who told us: {event}",
    "q2.nothing-known": "nothing proves yet that the customer must buy",
    "q2.find-strong": (
        "What makes the customer act: an approved project, a budget, a leader's order, a decider's word? "
        "Who told us?"
    ),
    "q2.find-source": "Who told us: {event}?",
    "q2.find-date": "By which day must the customer have it, and what happens if he does not?",
    "q2.find-restart": "What would start it again, and when? Call the customer within two weeks",
    "q2.confirm-again": Plural(
        "Have it confirmed again: the last word is {days} day old", "Have it confirmed again: the last word is {days} days old", "days"
    ),
    "q3.row": "{claim} ({grade})",
    "q3.no-unique-row": "no reason to choose us is shown to be unique against a named competitor",
    "q3.veto-against": "{person} can stop it alone and is against us[: {why}]; nothing is planned for him",
    "q3.must-have-failed": "we fail a must-have: {item}",
    "q3.veto-search": Plural(
        "no opponent with a veto found; {unknown} of 1 veto holder unknown",
        "no opponent with a veto found; {unknown} of {holders} veto holders unknown",
        "holders",
    ),
    "q3.veto-opponents": Plural(
        "{people} can stop it and is against us; work on him is planned",
        "{people} can stop it and are against us; work on them is planned",
        "count",
    ),
    "q3.no-veto-holder-known": "no opponent with a veto found; nobody who can stop it is known at all",
    "q3.name-competitors": "Who else is asked: two competitors by name, the incumbent and the customer's own house included?",
    "q3.find-difference": "What do only we have that this customer needs, and none of the named competitors?",
    "q3.find-veto": "Who can say no alone, and is he against us?",
    "q3.veto-worked-on": "Win over or answer {person}, who can stop it alone",
    "q3.have-confirmed": "Have the customer confirm it himself, before {stage}",
    "must-have.terms": "the contract's terms, which our limits do not allow",
}
