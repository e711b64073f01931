"""Sentences of bare `winsell`: what to do next."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "welcome.title": "winsell - where each deal stands, why, and what to do next",
    "welcome.no-deal": "No deal file is here yet. Begin with one of these:",
    "welcome.new": "five questions, a first verdict",
    "welcome.init": "a folder for many deals",
    "welcome.by-hand": "Or save these lines as {path}, and put your own deal in:",
    "welcome.line-deal": "deal: New warehouse system",
    "welcome.line-customer": "customer: Somebody & Sons",
    "welcome.line-stage": "stage: qualification",
    "welcome.line-people": "people: {{coo: {{role: approver}}, cio: {{role: decider}}}}",
    "welcome.line-competitors": "competitors: {{old-house: {{kind: incumbent}}}}",
    "welcome.then": "Then ask:",
    "welcome.deals": Plural("One deal is here:", "{count} deals are here:", "count"),
    "welcome.unread": Plural("One deal file is not valid:", "{count} deal files are not valid:", "count"),
    "welcome.check": "what is wrong with it, and what to do",
    "welcome.rest": Plural("and one more", "and {count} more", "count"),
    "welcome.screen": "go, find out first, or drop",
    "welcome.analyze": "the four points, the risks, what to find out",
    "welcome.plan": "strategy, people, dated work",
    "welcome.example": "A whole deal to look at: winsell analyze {path} --as-of 2021-08",
    "welcome.example-far": "A whole deal to look at comes with the source: examples/sales-digitalisation.yaml",
    "welcome.more": "winsell explain WORD says what a word on a screen means. winsell --help shows all commands.",
}
