"""`winsell review DEAL --blind`: two people score a deal, one after the other and apart; then their differences."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE
from winsell.base.fact import Say
from winsell.base.question import Question

if TYPE_CHECKING:
    from winsell.cli.examine import Examined
    from winsell.cli.tell import Face


def blind(examined: Examined, face: Face) -> int:
    """Take both scores before either is shown; nothing is written."""
    from winsell.analysis.moment import Moment
    from winsell.analysis.trend import chain_and_probability
    from winsell.cli.asker import Asker, need_terminal
    from winsell.cli.language import language
    from winsell.cli.tell import show
    from winsell.reports.interview.review import judged_apart, scores
    from winsell.reports.review.blind import blind_report

    need_terminal("review")
    moment = Moment(examined.case.dossier, examined.playbook, examined.on)
    asked = judged_apart(moment, chain_and_probability(moment)[1])
    spoken = language(face.lang, examined.playbook.language)
    found = []
    for who in ("seller", "manager"):
        asker = Asker(spoken, face, examined.on, len(asked), lambda _: None)
        found.append(asker.part(scores(moment, asked, Say(f"blind.{who}"))))
        _wipe()
        if who == "seller":
            asker.put(Question("change", Say("blind.change"), takes="text", skip=Say("ask.skips-go-on")))
    show(blind_report(moment, asked, *found), face, examined.playbook)
    return DONE


def _wipe() -> None:
    """Push what was typed out of sight, and out of what can be scrolled back to where the terminal lets it."""
    from winsell.views.terminal import wiped

    sys.stdout.write(wiped())
    sys.stdout.flush()
