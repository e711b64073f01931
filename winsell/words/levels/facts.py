"""How to recognise each level that a deal file may state: one or two sentences a level, by its group.

The anchors are the method's: what somebody did or said, never a feeling. Groups bear the names of `words/terms.py`
where that has them.
"""

from __future__ import annotations

from collections.abc import Mapping

LEVELS: Mapping[str, Mapping[str, str]] = {
    "unknown": {
        "unknown": "Nobody knows. Unknown is an answer of its own: never yes, never no, never zero.",
    },
    "attitude": {
        "mentor": "Strongly for us: prefers us, sells for us when we are not there, and believes that our success matters to their own. Write the act that showed it.",
        "supporter": "For us: speaks well of us when asked, or did a small thing for us. Counts on us, without fighting for us.",
        "neutral": "Neither for nor against: listens, compares, treats all companies alike. Known to be neutral, which is not the same as unknown.",
        "non-supporter": "Against us: prefers another way, raises objections, or avoids us. Would not stand up to stop us.",
        "enemy": "Strongly against us: objects openly, works for a competitor, or loses something by our winning.",
        "unknown": "Nobody knows where the person stands. It is never counted as neutral: it stays open in the score and widens its range.",
    },
    "support": {
        "-5": "Firmly against us and for a competitor.",
        "-4": "Resists, and objects in front of others.",
        "-3": "Speaks ill of us.",
        "-2": "Is not interested.",
        "-1": "Would probably not refuse.",
        "0": "Neither for nor against.",
        "1": "Sees it as we do, and goes along.",
        "2": "Is interested.",
        "3": "Supports us, and may drop it under pressure.",
        "4": "Supports us strongly, and says so in front of others.",
        "5": "Advocates us with enthusiasm.",
    },
    "contact": {
        "none": "Nobody of ours has met the person about this deal.",
        "occasional": "Met at least once in the last half year, mostly in larger rounds.",
        "multiple": "Met three times or more in the last half year, about the matter itself.",
        "deep": "Met often, and lately alone or outside the office: the person tells us what they would not say in a meeting.",
        "unknown": "Nobody wrote down whether the person was met. A person whose contact is unknown counts as not met.",
    },
    "role": {
        "approver": "Gives the final yes and releases the money. Can say no to what everybody else wants.",
        "decider": "Chooses between the companies, alone or as a voice that counts in the group that chooses.",
        "evaluator": "Judges against criteria, screens companies out and recommends. May stop us, cannot approve us.",
        "user": "Will work with it. Judges by the daily work, and decides afterwards whether it was worth it.",
        "unknown": "Nobody knows what part the person has. Counts as a key person until it is known.",
    },
    "politics": {
        "inner": "Inner circle: one of the two or three who control what happens here, whatever the chart of posts says.",
        "structure": "Political structure: one of the few who make things happen because the inner circle listens to them.",
        "outside": "Outside: watches and carries out. A title alone does not lift anybody out of here.",
        "unknown": "Nobody knows how much weight the person has in the house.",
    },
    "function": {
        "it": "Installs it, runs it, or answers for the systems it must fit.",
        "business": "The department whose work it changes.",
        "finance": "Holds the budget and pays.",
        "procurement": "Runs the buying: tender, comparison of prices, contract.",
        "legal": "Examines contract, liability and law.",
        "board": "Owners, board or the head of the company.",
        "outside": "Not of the customer's house, and has a say all the same: a parent company, an authority, a consultant.",
        "other": "A department that none of the other words names.",
        "unknown": "Nobody knows for which department the person speaks.",
    },
    "orientation": {
        "professional": "Judges by the matter: standards, quality, how it is done elsewhere. Wants proof.",
        "pragmatic": "Judges by what it brings them and the house, soon and surely. Wants a result.",
        "professional-pragmatic": "Asks for the matter first, then for the result.",
        "pragmatic-professional": "Asks for the result first, then for the matter.",
        "balanced": "Weighs both alike.",
    },
    "mode": {
        "growth": "Sees a gap between today and what could be, and wants more. Buys what closes the gap to more.",
        "trouble": "Sees something broken that must be mended. Buys what takes the pain away first.",
        "even-keel": "Sees no gap: all is well as it is. Show the gap, or wait for the trigger.",
        "overconfident": "Believes to be better off than they are. Do not argue: wait, and work with those who see growth or trouble.",
    },
    "how": {
        "act": "The person was seen to do it. The strongest evidence.",
        "said": "The person told us themselves.",
        "heard": "Somebody else told us. Counts, and confirms nothing after a change at the customer.",
        "guess": "Our own guess. Is shown, and decides nothing.",
    },
    "answer": {
        "yes": "Yes, and somebody can say from where we know.",
        "no": "No, and somebody can say from where we know.",
        "unknown": "Nobody knows. It is never counted as yes, and never as no.",
        "suspended": "It was yes, and is not now: the event that proved it was denied, put on hold, or its date has passed. No number is computed; the contact is kept.",
    },
    "match": {
        "yes": "It fits what our company wants to win.",
        "partly": "It fits in part. Counts as unknown until somebody decides.",
        "no": "It does not fit. One no is enough to drop the lead.",
        "unknown": "Nobody has looked, or nobody could tell.",
    },
    "event": {
        "confirmed": "Somebody named told us that it is so, or we saw it. Counts only with its source.",
        "denied": "Somebody told us that it is not so, or not any more.",
        "on-hold": "It was so, and is paused: the project may come back.",
        "stopped": "The project is ended for good. The answer to question 2 is no.",
    },
    "strength": {
        "strong": "Proves that the customer must act: it is approved, planned and budgeted, demanded from the top, or promised by who decides.",
        "weak": "Shows a need or a rumour. Alone it does not prove that anybody will buy.",
    },
    "nature": {
        "objective": "Can be seen or read: a decision, a budget, a system that fails.",
        "subjective": "Is somebody's word: a demand, a promise, a message.",
    },
    "value": {
        "solution": "What we deliver is better at something.",
        "resource": "What stands behind it: people, places, references, money, partners.",
        "relation": "What our seller has with this customer that others do not.",
        "business": "What our seller knows of the customer's business that others do not.",
    },
    "has": {
        "no": "The competitor has nothing of the kind.",
        "partly": "The competitor has some of it, or a weaker form.",
        "fully": "The competitor has the same. Then the row is not unique.",
        "unknown": "Nobody knows. A row is not unique while one competitor of the deal may have it.",
    },
    "rival": {
        "company": "Another company that offers for the same need.",
        "incumbent": "The company that runs today what this deal would replace. Taken to be close to the customer until shown otherwise.",
        "in-house": "The customer's own people would build or do it.",
        "partner": "A partner's offer that we do not lead.",
        "do-nothing": "The customer leaves all as it is. Has a row, and takes no seat in the comparison.",
    },
    "price-basis": {
        "public-award": "A published award.",
        "told-openly": "Told in the open by somebody who may say it.",
        "own-estimate": "Our own estimate.",
        "partner": "A partner told us from their own dealings.",
    },
    "sign": {
        "absent": "We looked, and it is not there.",
        "partly": "Something of it is there, and not all.",
        "present": "It is there, and somebody can say how we know.",
        "missed": "The moment for it has passed without us. Ask who was asked instead.",
        "unknown": "Nobody has looked.",
    },
    "knowledge": {
        "unknown": "Nobody knows, or nobody has asked.",
        "partial": "Some of it is known; what is missing could change what we do.",
        "known": "We know it well enough to act on it, and it is written down.",
        "not-recoverable": "Asked, and it cannot be found out any more. Handled, and counts as nothing known.",
    },
    "standing": {
        "met": "We meet it, and can show it.",
        "partly": "We meet it in part, or not yet.",
        "failed": "We do not meet it. A must-have that we fail loses the deal.",
    },
    "effect": {
        "none": "It changed nothing.",
        "some": "It changed something: a meeting, an answer, a softer word.",
        "strong": "It did what it was for, and one can see it. Only then is the work green.",
    },
    "outcome": {
        "won": "The customer chose us for all of it.",
        "won-part": "The customer chose us for a part.",
        "lost": "The customer chose somebody else.",
        "no-decision": "The customer decided nothing: money, will or time ran out.",
        "tender-failed": "The tender was annulled, or had too few bidders.",
        "dropped-by-us": "We stepped back, and told the customer.",
    },
    "scope": {
        "project": "Can tell that the project exists and how far it is.",
        "competitors": "Can tell what competitors do, and who is close to them.",
        "decision": "Can tell who decides, by which criteria, and where they stand.",
    },
    "procurement": {
        "government": "Bought with public money under the law of government procurement. Who helped to draft the specification may be excluded.",
        "statutory-tender": "A tender that the law of tenders demands.",
        "own-rules": "The customer buys by rules of their own house, by tender or not.",
        "direct": "The customer buys directly, without a comparison.",
        "unknown": "Nobody knows under which rule the customer buys. It must be known before needs are analysed.",
    },
    "method": {
        "open": "Anybody may bid.",
        "invited": "Only companies that are invited may bid.",
        "negotiation": "Several companies negotiate in rounds.",
        "consultation": "Requirements and offers are worked out in competitive consultation.",
        "inquiry": "Quotations are asked for, and compared by price.",
        "single-source": "One company is asked.",
    },
    "award": {
        "lowest-price": "Of all that meet the must-haves, the lowest price wins.",
        "scored": "Marks are given by criteria, price among them; the most marks win.",
        "negotiated": "The customer chooses after talks, without a fixed rule.",
    },
    "grade": {
        "A": "Far above our average deal: the whole method, first in every review.",
        "B": "At or above our average deal: the whole method.",
        "C": "Below our average deal: the fast lane of two questions.",
        "D": "Small: the fast lane of two questions.",
        "E": "Led by a partner.",
    },
    "review": {
        "push": "Go on, with more behind it.",
        "fix": "Something must be mended first.",
        "watch": "Keep contact, spend nothing more for now.",
        "stop": "Step back.",
    },
    "fit": {
        "0": "Fails a must-have.",
        "25": "Major gaps.",
        "50": "Meets the must-haves, as others do.",
        "75": "Meets all, and is better on at least one criterion that counts.",
        "100": "The criteria are written around it.",
    },
    "relation": {
        "0": "Opposed at the top.",
        "25": "No sponsor.",
        "50": "Neutral, or one supporter without power; recommended by evaluators is still 50.",
        "75": "Supporters, and one who decides among them.",
        "100": "Who approves, or most of the inner circle, actively on that side.",
    },
    "price": {
        "0": "The worst by the customer's rule.",
        "25": "Clearly worse than most.",
        "50": "As others.",
        "75": "Better than most.",
        "100": "The best by the customer's rule.",
    },
}
