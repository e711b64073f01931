"""Other words that people say for the levels of a closed set: what is typed for one may mean several.

They are what somebody may type where a level is written; nothing prints them. `aliases.py` has those by which a level
is looked up and explained, and they count here too.
"""

from __future__ import annotations

from collections.abc import Mapping

from winsell.words.aliases import ALIASES

_SAID_FOR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "attitude": {
        "mentor": ("champion", "coach", "sponsor", "ally", "advocate", "evangelist", "教练", "内线", "铁杆支持"),
        "supporter": (
            "champion", "friend", "ally", "fan", "support", "supports us", "supportive", "for", "pro", "favourable",
            "favorable", "friendly", "朋友", "支持", "支持我们", "赞成", "友好",
        ),
        "neutral": ("undecided", "indifferent", "open", "in between", "中间", "中间派", "观望", "无所谓"),
        "non-supporter": (
            "opponent", "opposed", "oppose", "opposes us", "against", "contra", "sceptic", "sceptical", "skeptic",
            "skeptical", "critic", "critical", "blocker", "detractor", "unsupportive", "not supportive", "nonsupporter",
            "non supporter", "反对", "不支持", "不赞成",
        ),
        "enemy": (
            "opponent", "blocker", "foe", "hostile", "adversary", "saboteur", "strongly against", "敌人", "死敌", "敌对",
            "反对", "坚决反对",
        ),
    },
    "outcome": {
        "won": ("win", "closed won", "赢单", "中标"),
        "lost": ("lose", "loss", "closed lost", "输单", "丢了", "落标"),
        "no-decision": ("none", "no decision", "不了了之"),
        "tender-failed": ("failed", "aborted", "废标", "流标"),
        "dropped-by-us": ("dropped", "abandoned", "放弃"),
    },
    "contact": {
        "none": ("never", "no", "没见过"),
        "occasional": ("once", "seldom", "sometimes", "偶尔", "见过"),
        "multiple": ("often", "several", "regular", "many", "多次"),
        "deep": ("close", "friend", "trusted", "深交"),
    },
    "role": {
        "approver": ("approves", "signer", "economic buyer", "批准", "审批人"),
        "decider": ("decision maker", "decision-maker", "decides", "boss", "拍板", "拍板人", "决策者"),
        "evaluator": ("technical buyer", "judge", "influencer", "评委", "评估"),
        "user": ("end user", "users", "使用者", "使用人"),
    },
}  # fmt: skip


def meant_by(group: str, text: str) -> tuple[str, ...]:
    """Return the levels of a group for which people say this word; nothing if it is said for none."""
    typed = " ".join(text.casefold().replace("-", " ").split())
    others = {
        address.partition(".")[2]: words for address, words in ALIASES.items() if address.partition(".")[0] == group
    }
    levels = dict.fromkeys((*_SAID_FOR.get(group, {}), *others))
    return tuple(
        one
        for one in levels
        if typed in (word.replace("-", " ") for word in (*_SAID_FOR.get(group, {}).get(one, ()), *others.get(one, ())))
    )
