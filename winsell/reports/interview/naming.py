"""Somebody new, by what was typed where a person is asked for: a name or a post, and no sentence.

In: the deal and a question. Out: an answer in which each new name was meant as one. What looks like somebody's who is
there already, and what looks like a sentence, is asked about first: a person that nobody is counts in every number.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from winsell.analysis.moment import Moment
from winsell.base.blank import says_nothing
from winsell.base.fact import Say
from winsell.base.question import Answer, Choice, Part, Question
from winsell.reports.interview.choices import of_people

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
_NO_NAME = re.compile(
    r"[a-z]|all|all\s?of\s?them|any|back|both|everybody|everyone|exit|help|him|her|me|myself|ok|quit|same|skip|stop|them"
    r"|us|we|yes|you|我|我们|大家|全部|全体|所有人|都(?:在|来了|到了)|同上|跳过|是|否|对",
    re.IGNORECASE,
)
"""What somebody types who names nobody: `all`, `me`, `skip`, a key alone; in Chinese too."""
_AND = re.compile(r"\s+and\s+|[&+和与跟及]", re.IGNORECASE)
_TWO_NAMES = re.compile(r"\s+and\s+|[和跟]", re.IGNORECASE)
"""What parts two names oftener than it stands in a post."""


def is_doubtful(text: str) -> bool:
    """Tell whether a text is rather a sentence, or a word for all or nobody, than a name or a post."""
    return (
        len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or len(re.findall(r"[\u4e00-\u9fff]", text)) > _MOST_CHINESE
        or says_nothing(text)
        or _NO_NAME.fullmatch(text) is not None
        or _TWO_NAMES.search(text) is not None
        or any(sign.search(text) for sign in (_OF_SENTENCES, _VERBS, _CHINESE_VERBS))
    )


def who_is_meant(moment: Moment, question: Question) -> Part:
    """Put a question that takes new people by name, until each name is somebody's or is meant as somebody new's."""
    while True:
        answer = yield question
        names = _parted(moment, answer) if isinstance(answer, tuple) else () if answer is None else (answer,)
        meant: list[str] = []
        for name in names:
            meant += [(yield from _meant(moment, question, name))]
        if _AGAIN not in meant:
            return tuple(meant) if isinstance(answer, tuple) else meant[0] if meant else None


def _parted(moment: Moment, names: tuple[str, ...]) -> tuple[str, ...]:
    """Part names with an `and` between them, where all of them are somebody's and the whole is nobody's."""
    parts = {name: tuple(one.strip() for one in _AND.split(name)) for name in names if not all_known_as(moment, name)}
    are_known = {name for name, some in parts.items() if all(all_known_as(moment, one) for one in some)}
    return tuple(one for name in names for one in (parts[name] if name in are_known else (name,)))


def _meant(moment: Moment, question: Question, name: str) -> Part:
    """Ask of a name that is nobody's whether somebody is meant whose name is much like it, or whether it is one."""
    if name in (choice.value for choice in question.choices):
        return name
    found = all_known_as(moment, name)
    if len(found) > 1:
        ask = Say("met.which-person", {"text": name})
        which = Question(f"{question.id}.which", ask, of_people(moment, found), skip=Say("ask.skips-again"))
        return (yield which) or _AGAIN
    if found:
        return found[0]
    like = _like(moment, name)
    if like is not None:
        person = moment.person(like)
        choices = (Choice("y", like, Say("met.meant-yes", {"person": person})), Choice("n", _NEW, Say("met.meant-no")))
        ask = Say("met.meant", {"text": name, "person": person})
        answer: Answer = yield Question(f"{question.id}.meant", ask, choices,
                                        skip=Say("ask.skips-meant", {"person": person}))  # fmt: skip
        return name if answer == _NEW else like
    if not is_doubtful(name):
        return name
    choices = (Choice("y", _NEW, Say("met.new-yes")), Choice("n", _AGAIN, Say("met.new-no")))
    answer = yield Question(f"{question.id}.new", Say("met.new", {"text": name}), choices,
                            help=(Say("met.help-new"),), skip=Say("ask.skips-again"))  # fmt: skip
    return name if answer == _NEW else _AGAIN


def known_as(moment: Moment, answer: str) -> str | None:
    """Find somebody by id, alias or post; the first of several."""
    return next(iter(all_known_as(moment, answer)), None)


def all_known_as(moment: Moment, answer: str) -> tuple[str, ...]:
    """Find all who are called so by alias or post, unless it is an id; of those who are there if any are."""
    if answer in moment.dossier.people or answer in moment.deal.sources:
        return (answer,)
    found = moment.dossier.called(answer)
    return tuple(id_ for id_ in found if id_ in moment.people) or found


def _like(moment: Moment, answer: str) -> str | None:
    """Find the person whose id, alias or post is most like what was typed."""
    names = {
        name.casefold(): id_
        for id_, person in moment.dossier.people.items()
        for name in (id_, person.name, person.title)
        if name
    }
    return next((names[name] for name in get_close_matches(answer.casefold(), sorted(names), 1, _ALIKE)), None)
