"""Something of the project behaviour is called known, and no detail stands anywhere.

What it finds. An element stated `known` for which neither a past project nor this tender's criteria hold a single
item.

Why it loses deals. What one of us knows by heart is lost with a transfer, and nobody can check it before the price
goes out.

What clears it. Write the sums, marks, rounds, bids or lessons down in the account file; it never changes the
statement itself.

Source: METHOD 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.behaviour import DETAIL
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.playbook.model import ElementId

CODE = "WSB103"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "evidence"
ALSO = ()
SHOWN = ("hint",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one hint that names them all."""
    known = [one.id for one in assessment.behaviour.elements if one.entry.value == "known"]
    bare = [id_ for id_ in known if not _has_detail(assessment.moment, id_)]
    if bare:
        names: tuple[Fact, ...] = tuple(Say(f"finding.element-{id_}") for id_ in bare)
        roots = tuple(("behaviour", id_) for id_ in bare)
        yield Finding(CODE, "hint", ("behaviour", bare[0]), {"elements": names, "count": len(bare)}, roots)


def _has_detail(moment: Moment, id_: ElementId) -> bool:
    past = any(DETAIL[id_](project) for project in moment.dossier.past_projects.values())
    return past or (id_ == "criteria" and bool(moment.deal.criteria))
