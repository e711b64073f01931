"""No key person is known to be for us.

What it finds. A red relationship map from the playbook's stage on: key persons are listed and none is a known
supporter. While of nobody anything is known, it is a warning first.

Why it loses deals. Without somebody who speaks for us when we are not in the room, the best solution is only an
argument.

What clears it. One key person who supports us, with a reason in words and not older than the playbook allows.

Source: METHOD 7.4 (RED map).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSP112"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning", "error")
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, chain = assessment.moment, assessment.chain
    if chain.map != "red":
        return
    if any(one.value is not None for one in chain.key):
        yield Finding(CODE, "error", ("people",), {"count": len(chain.key)})
    else:
        yield Finding(CODE, severity_at(moment, CODE), ("people",), {"count": len(chain.key), "case": "unknown"})
