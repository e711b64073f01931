"""What a yes or a no means where a file wants a finer word: `they_have: yes` may be `fully` or `partly`.

In: what stands there, and the words of which one is wanted. Out: those that it may stand for, in their order. YAML's
own booleans, the words of its other dialects and the Chinese ones are taken alike. Only suggested, never assumed.
"""

from __future__ import annotations

from collections.abc import Sequence

_SAID = {
    "yes": ("yes", "y", "true", "on", "是", "是的", "有", "对"),
    "no": ("no", "n", "false", "off", "否", "不是", "没有", "无", "不"),
}
_MEANT = {
    "yes": (
        "yes",
        "fully",
        "partly",
        "confirmed",
        "present",
        "met",
        "known",
        "partial",
        "some",
        "strong",
        "occasional",
        "multiple",
        "deep",
    ),
    "no": ("no", "denied", "absent", "failed", "none"),
}
_KNOWLEDGE = "known"


def meant_by(value: object, allowed: Sequence[str]) -> tuple[str, ...]:
    """Return which of the allowed words a yes or no may stand for; none if it is neither, or could be any of them."""
    said = ("true" if value else "false") if isinstance(value, bool) else str(value).strip().lower()
    answer = next((answer for answer, words in _SAID.items() if said in words), None)
    if answer is None:
        return ()
    meant = tuple(word for word in allowed if word in _MEANT[answer])
    if not meant and answer == "no" and _KNOWLEDGE in allowed:
        return ("unknown",)  # what is not known is said by the word that every history takes
    return meant
