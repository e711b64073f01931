"""`winsell ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winsell.ask.line import staying
from winsell.base.question import UNKNOWN
from winsell.cli.changing import day_on, said_on
from winsell.cli.options import All, Ascii, DealName, Lang, On, Resume
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.cli.sitting import Sitting

FEW = 5
"""Questions of one sitting: a weekly update takes no more."""
_MANY = 200


def ask(
    deal: DealName,
    all_: All = False,
    on: On = None,
    resume: Resume = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Ask what is unknown or stale and matters now; each answer is saved as it is given."""
    from winsell.cli.open_sitting import open_sitting

    day = None if on is None else day_on(on)
    sitting = open_sitting("ask", which(deal), day, lang, resume=resume, ascii_=ascii_, total=FEW)
    return ask_gaps(sitting, _MANY if all_ else FEW, again=all_)


def ask_gaps(sitting: Sitting, limit: int, *, verdict_only: bool = False, again: bool = True) -> int:
    """Ask for one gap after the other: an answer may open another, or close one that was next.

    What was said that day to be still unknown is asked only with `again`.
    """
    from winsell.cli.open_sitting import close_sitting

    with staying():  # one for all of them: a signal that comes between two is not forgotten
        left = _ask_each(sitting, limit, verdict_only=verdict_only, again=again)
    return close_sitting(sitting, left)


def _ask_each(sitting: Sitting, limit: int, *, verdict_only: bool, again: bool) -> int:
    """Ask for each gap; how many are left. Once an answer turned the verdict to drop, the others matter no more."""
    from winsell.analysis.assessment import assess
    from winsell.reports.interview.topics import topics

    asked: set[str] = set()
    verdicts: list[str] = []
    while True:
        found = assess(sitting.case.dossier, sitting.playbook, sitting.on)
        still = [one for one in topics(found, verdict_only=verdict_only) if one.id not in asked]
        verdicts.append(found.screening.verdict)
        if verdict_only and verdicts[-1] == "drop" != verdicts[0]:
            return 0
        open_ = still if again else [one for one in still if not _is_said_unknown(sitting, one.id)]
        sitting.asker.total = min(limit, len(asked) + len(open_))
        if not open_ or len(asked) == limit:
            return len(still)
        following = sitting.asker.kept[0][0] if sitting.asker.kept else None
        topic = next((one for one in open_ if one.id == following), open_[0])
        asked.add(topic.id)
        sitting.go_through(topic.interview())


def _is_said_unknown(sitting: Sitting, id_: str) -> bool:
    """Tell whether somebody said on the day of the sitting that a matter is still unknown."""
    return said_on(sitting.case, tuple(id_.split(".")), sitting.on).get("is") == UNKNOWN
