"""What each key of a deal, account, competitor and playbook file means, and why it matters.

A key's code is `field.<section>.<key>`: the section is the name of its model in lower case with dashes
(`field.value-row.claim`), the key is written as in the file. `field.<section>` says what the section is. Keys that mean
the same in several sections stand once, under `field.any.<key>`; the keys of a dated fact under `field.entry.<key>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from winsell.words.fields import deal, people, playbook
from winsell.words.plural import Sentence

_ANY = "any"
_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


def section_name(model: str) -> str:
    """Return the section that a model's name stands for: `value-row` for ValueRow."""
    return _HUMP.sub("-", model).lower()


def field_code(section: str, key: str = "") -> str:
    """Name the sentence of a key, or of the section itself; what a section does not say of its own holds for any.

    Raises KeyError if there is none (a test holds that there is one for every key).
    """
    own, shared = f"field.{section}.{key}".rstrip("."), f"field.{_ANY}.{key}"
    code = own if own in SENTENCES else shared
    if code not in SENTENCES:
        raise KeyError(own)
    return code


def _sentences(sections: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Sentence]]:
    for section, keys in sections.items():
        for key, text in keys.items():
            yield f"field.{section}.{key}".rstrip("."), text


SENTENCES: dict[str, Sentence] = dict(
    sentence for module in (deal, people, playbook) for sentence in _sentences(module.SECTIONS)
)
