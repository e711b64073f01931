"""Red items of the plan that nobody has planned.

What it finds. Generated lines of the work plan that are red at this stage and have no open action, counted as the plan
counts them. Those that another finding, as bad or worse, is about are told apart; if that is all of them, it is silent.
To step back is told by whatever names all that speaks for it.

Why it loses deals. A risk that is seen and not worked on is the one that the look-back will name.

What clears it. Give each an action with an owner and a date.

Source: METHOD 7.4 (DEAD-END), 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.step_back import STEP_BACK, reasons_of_stepping_back
from winsell.analysis.work_lines import WorkLine, unplanned_red
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Gathered, Where
from winsell.rules._window import severity_at

CODE = "WSA101"
UNTIL = "award"
ABOUT = "house"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that counts them and names the first."""
    open_ = unplanned_red(assessment.plan)
    if open_:
        facts: dict[str, Fact] = {"count": len(open_), "first": open_[0].say}
        lines = tuple(Gathered(_places(assessment, line), line.say) for line in open_)
        yield Finding(CODE, severity_at(assessment.moment, CODE), ("actions",), facts, gathers=lines)


def _places(assessment: Assessment, line: WorkLine) -> tuple[Where, ...]:
    """Return what a line is about; to step back is about what speaks for it."""
    if line.first.where == STEP_BACK:
        return reasons_of_stepping_back(assessment.moment, assessment.screening)
    return tuple(item.where for item in line.items)
