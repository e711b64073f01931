"""Sentences of the risks about win signs and signs of losing."""

from __future__ import annotations

from winsell.words.plural import Plural, Sentence

SENTENCES: dict[str, Sentence] = {
    "WSW101.fact": Plural(
        "This sign should show by now, and does not: {signs}.",
        "These signs should show by now, and do not: {signs}.",
        "count",
    ),
    "WSW101.why": "What the customer does not do with us, he does with somebody else.",
    "WSW101.ask": "Who was asked instead of us, and why him?",
    "WSW101.clear": "State what is there by now; if it was missed, note who was asked instead.",
    "WSW101.fact.unknown": Plural(
        "This sign should show by now, and nobody has looked: {signs}.",
        "These signs should show by now, and nobody has looked: {signs}.",
        "count",
    ),
    "WSW101.why.unknown": "A sign that nobody looks for warns nobody.",
    "WSW101.ask.unknown": "Think back: has any of this happened, and when?",
    "WSW101.clear.unknown": "Look, and state for each whether it is there, partly or not.",
    "WSW102.fact": "A sign of winning shows at {rival}, not with us: {sign}.",
    "WSW102.why": "It is the earliest honest word on who leads, long before the award.",
    "WSW102.ask": "What did they ask {rival} for, and what made them ask him?",
    "WSW102.clear": "Give the customer the comparison that he has not made yet; note it when he turns to us.",
    "WSW103.fact": ("It is tender time, and no sign of winning shows: somebody else probably holds the pen."),
    "WSW103.why": "A tender is seldom written without help. If it is not ours, it is a competitor's.",
    "WSW103.ask": "With whom did you talk through what goes into it, and what is still open?",
    "WSW103.clear": "One sign that shows, at least partly. Ask openly what is missing, while the rules allow it.",
    "WSW103.fact.unknown": "It is tender time, and nobody has looked whether a sign of winning shows.",
    "WSW103.why.unknown": "Now is the time when it shows who leads.",
    "WSW103.ask.unknown": "With whom did they talk longest, whom did they ask for a price, whose wording do they use?",
    "WSW103.clear.unknown": "State for each sign whether it is there, partly or not.",
    "WSW104.fact": Plural("A sign of losing shows: {signs}.", "Signs of losing show: {signs}.", "count"),
    "WSW104.why": "These are seen by everybody who is there, and reported by few.",
    "WSW104.ask": "What has changed on your side since we last sat together?",
    "WSW104.clear": "Learn the reason from somebody who will tell it; the sign is absent when it is mended.",
    "WSW105.fact": Plural(
        "A sign of winning was last seen {days} days ago: {signs}.",
        "Signs of winning were last seen up to {days} days ago: {signs}.",
        "count",
    ),
    "WSW105.why": "The exchange that was deepest in spring may be a competitor's by autumn.",
    "WSW105.ask": "Have they done the same with anybody else since?",
    "WSW105.clear": "Look again, and note what you see with its day.",
}
