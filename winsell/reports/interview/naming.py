"""Somebody new, by what was typed where a person is asked for: a name or a post, and no sentence.

In: the deal and a question. Out: an answer in which each new name was meant as one. What looks like somebody's who is
there already, and what looks like a sentence, is asked about first: a person that nobody is counts in every number.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from winsell.analysis.moment import Moment
from winsell.base.fact import Say
from winsell.base.question import Answer, Choice, Part, Question

_ALIKE = 0.75
"""From here on two names are taken for one, mistyped (difflib's measure): `coo` and `co`, not `cfo` and `coo`."""
_NEW, _AGAIN = "new", "again"
_LONGEST, _MOST_WORDS, _MOST_CHINESE = 40, 4, 12
_OF_SENTENCES = re.compile(
    r"[!?\u3002\uff01\uff1f\u2026:\uff1a;\uff1b\"\u201c\u201d]|\.(?=\s*$)(?<=\w{4}\.)|(?<=\w{5})\.\s"
)
"""Marks that end or part sentences; a full stop behind a short word may be an abbreviation's, as in `Dr. Meier`."""
_VERBS = re.compile(
    r"\b(?:am|are|asked|be|been|can|could|did|does|had|has|have|he|is|may|must|not|offered|said|says|she|should|tells"
    r"|they|thinks|told|wants|was|we|were|will|would|you)\b"
)
"""Words that no name has in small letters and hardly a sentence lacks; `it` is left out, for many head it."""
_CHINESE_VERBS = re.compile(
    r"[\u8bf4\u662f\u8981\u8ba9\u4e86\u7740\u8fc7\u5417\u5427\u5462\u4ed6\u5979\u6ca1\u5df2]|(?<!\u8054)\u60f3|\u4e0d(?!\u52a8\u4ea7)|\u6211\u4eec|\u544a\u8bc9|\u8ba4\u4e3a|\u89c9\u5f97"
)
"""Characters for `says`, `is`, `wants`, `lets`, `he`, `we` and the like, but for those in names of trades and firms."""


def is_doubtful(text: str) -> bool:
    """Tell whether a text is rather a sentence than a name or a post."""
    return (
        len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or len(re.findall(r"[\u4e00-\u9fff]", text)) > _MOST_CHINESE
        or any(sign.search(text) for sign in (_OF_SENTENCES, _VERBS, _CHINESE_VERBS))
    )


def who_is_meant(moment: Moment, question: Question) -> Part:
    """Put a question that takes new people by name, until each name is somebody's or is meant as somebody new's."""
    while True:
        answer = yield question
        names = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
        meant: list[str] = []
        for name in names:
            meant += [(yield from _meant(moment, question, name))]
        if _AGAIN not in meant:
            return tuple(meant) if isinstance(answer, tuple) else meant[0] if meant else None


def _meant(moment: Moment, question: Question, name: str) -> Part:
    """Ask of a name that is nobody's whether somebody is meant whose name is much like it, or whether it is one."""
    if known_as(moment, name) is not None or name in (choice.value for choice in question.choices):
        return name
    like = _like(moment, name)
    if like is not None:
        person = moment.person(like)
        choices = (Choice("y", like, Say("met.meant-yes", {"person": person})), Choice("n", _NEW, Say("met.meant-no")))
        ask = Say("met.meant", {"text": name, "person": person})
        found: Answer = yield Question(f"{question.id}.meant", ask, choices,
                                       skip=Say("ask.skips-meant", {"person": person}))  # fmt: skip
        return name if found == _NEW else like
    if not is_doubtful(name):
        return name
    choices = (Choice("y", _NEW, Say("met.new-yes")), Choice("n", _AGAIN, Say("met.new-no")))
    found = yield Question(f"{question.id}.new", Say("met.new", {"text": name}), choices,
                           help=(Say("met.help-new"),), skip=Say("ask.skips-again"))  # fmt: skip
    return name if found == _NEW else _AGAIN


def known_as(moment: Moment, answer: str) -> str | None:
    """Find somebody by id, alias or post."""
    for id_, person in moment.dossier.people.items():
        if answer.casefold() in (one.casefold() for one in (id_, person.name, person.title) if one):
            return id_
    return answer if answer in moment.deal.sources else None


def _like(moment: Moment, answer: str) -> str | None:
    """Find the person whose id, alias or post is most like what was typed."""
    names = {
        name.casefold(): id_
        for id_, person in moment.dossier.people.items()
        for name in (id_, person.name, person.title)
        if name
    }
    return next((names[name] for name in get_close_matches(answer.casefold(), sorted(names), 1, _ALIKE)), None)
