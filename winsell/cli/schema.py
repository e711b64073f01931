"""`winsell schema`."""

from __future__ import annotations

import sys

from winsell.cli.language import language
from winsell.cli.options import Kind, Lang


def schema(kind: Kind, lang: Lang = None) -> int:
    """Print the JSON schema of a kind of file, or of the reports."""
    from winsell.store.schemas import schema_of
    from winsell.views.as_json import json_text
    from winsell.words.schema import described
    from winsell.words.speak import Speaker

    found, speaker = schema_of(kind), Speaker(language(lang))
    # a report is read by programs: its schema is a file, the same in every language
    sys.stdout.write(json_text(found if kind == "report" else described(found, kind, speaker)))
    return 0
