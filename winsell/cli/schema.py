"""`winsell schema`."""

from __future__ import annotations

import sys

from winsell.cli.options import Kind


def schema(kind: Kind) -> int:
    """Print the JSON schema of a kind of file, or of the reports."""
    from winsell.store.schemas import schema_of
    from winsell.views.as_json import json_text

    sys.stdout.write(json_text(schema_of(kind)))
    return 0
