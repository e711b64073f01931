"""`winsell close`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from winsell.base.fact import Say, Term
from winsell.cli.changing import day_on, entry_beside, first_day_of, refused, write
from winsell.cli.meanings import told_with_meanings
from winsell.cli.options import Ascii, BuyerSays, DealName, Lang, On, Outcome, TurningPoint, Why
from winsell.cli.today import today
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.change import Changed
    from winsell.store.edit.patch import Patch
    from winsell.store.load import Case


def close(
    deal: DealName,
    outcome: Outcome,
    why: Why = None,
    buyer_says: BuyerSays = None,
    turning_point: TurningPoint = None,
    on: On = None,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Say how a deal ended; what we say and what the buyer said are kept apart."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at
    from winsell.store.edit.patch import Record

    path, day = which(deal), day_on(on)
    details = {"why": why, "buyer_says": buyer_says, "turning_point": turning_point}

    def choose(case: Case) -> tuple[Patch, ...]:
        began = first_day_of(case)
        if began is not None and day < began:
            raise refused("ends-before", value=day.isoformat(), first=began.isoformat())
        return ((Record(("outcome",), day, entry_beside(case, ("outcome",), day, outcome, **details)),),)

    def remarks(changed: Changed) -> Iterator[Say]:
        before = changed.before.dossier.deal.outcome.at(today())
        if changed.lines and before.value not in (None, outcome):
            code = "changed.ended-instead" if before.on == day else "changed.ended-before"
            yield Say(code, {"outcome": Term("outcome", str(before.value)), "on": before.on})

    with told_with_meanings(field_at(Deal, ("outcome",)).words, outcome, "outcome"):
        return write(path, choose, ("close", outcome), lang, ascii_=ascii_, remarks=remarks)
