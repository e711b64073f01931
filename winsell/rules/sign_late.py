"""A win sign should show by now, and does not.

What it finds. Win signs past the stage after which the playbook calls them late: absent or never looked at is red,
only partly there is yellow, missed without a word on who was asked instead is white. With no sign at all it is
WSW103's. Once the tender is out nothing can change it any more, and the rule is silent.

Why it loses deals. Signs that fail to come mean that the customer does with somebody else what we hoped for.

What clears it. Look, and state what is there; if it was missed for good, note in `why` who was asked instead.

Source: METHOD 6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.analysis.assessment import Assessment
from winsell.analysis.win_signs import SignState
from winsell.base.fact import Fact, Named
from winsell.base.finding import Finding, Severity

CODE = "WSW101"
UNTIL = "issue"
ABOUT = "sign"
ALSO = ()
SHOWN = ("hint", "warning", "error")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for what is not there, one for what is partly there, one for what is missed for good."""
    late = [state for state in assessment.signs.signs if _is_late(state)]
    if not late or not assessment.signs.index:
        return
    absent = [state for state in late if state.entry.value in (None, "absent")]
    unseen = all(state.entry.value is None for state in absent)
    yield from _finding("error", absent, "unknown" if unseen else None)
    yield from _finding("warning", [state for state in late if state.entry.value == "partly"], "partly")
    missed = [state for state in late if state.entry.value == "missed" and state.entry.why is None]
    yield from _finding("hint", missed, "missed")


def _is_late(state: SignState) -> bool:
    return state.sign.polarity == "win" and state.late and state.at is None and state.entry.value != "present"


def _finding(severity: Severity, states: Sequence[SignState], case: str | None) -> Iterator[Finding]:
    if states:
        names = tuple(Named(state.id, label=state.sign.label) for state in states)
        facts: dict[str, Fact] = {"signs": names, "count": len(states)}
        roots = tuple(("signs", state.id) for state in states)
        yield Finding(CODE, severity, roots[0], facts | ({"case": case} if case else {}), roots)
