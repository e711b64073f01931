"""All that can be asked about, by address: what a screen shows first, then what files say."""

from __future__ import annotations

from collections.abc import Mapping

from winsell.reports.explain.findings import finding_topics
from winsell.reports.explain.items import item_topics
from winsell.reports.explain.keys import field_topics, key_topics
from winsell.reports.explain.levels import level_topics
from winsell.reports.explain.problems import problem_topics
from winsell.reports.explain.terms import term_topics
from winsell.reports.explain.topic import Book, Topic


def topics_of(book: Book, builtin: str) -> Mapping[str, Topic]:
    """Return every topic by its address; of two with one address the first holds."""
    found: dict[str, Topic] = {}
    for topics in (
        finding_topics(book),
        term_topics(book),
        item_topics(book, builtin),
        level_topics(book),
        field_topics(book),
        key_topics(book),
        problem_topics(book),
    ):
        for topic in topics:
            found.setdefault(topic.address, topic)
    return found
