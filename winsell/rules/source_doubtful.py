"""An inside source asks and brings nothing, was proved wrong, or was never put to the test.

What it finds. A source who asked for something of ours and never did anything for us; one who proved wrong and from
whom facts of this deal still come; one who speaks of competitors or the decision for the playbook's number of days,
and neither proved right nor did anything for us.

Why it loses deals. Some informants work for the other side: they carry our price over and bring us comfort. A source
that was never tested is a hope with a name.

What clears it. Ask for something small that costs them something, and note it under `act`; have one thing they told
confirmed elsewhere, and note it under `confirmed`. Until then give them nothing that is confidential.

Source: METHOD 8.3 (source), and what lost deals teach: single or false informants.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Severity
from winsell.deal.person import Source, exists
from winsell.rules._window import settings_of

CODE = "WSP116"
UNTIL = "issue"
ABOUT = "people"
ALSO = ("fast",)
SHOWN = ("warning", "error")
SETTINGS = ("days",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such source, with the worst that is to be said of it."""
    moment = assessment.moment
    for id_, source in sorted(moment.deal.sources.items()):
        if not exists(source.since, source.left, moment.on):
            continue
        person = source.person or id_
        facts: dict[str, Fact] = {"person": moment.person(person)}
        case = _case(assessment, source, person)
        if case is not None:
            severity: Severity = "error" if case == "wrong" else "warning"
            facts |= _more(moment, source, case)
            yield Finding(CODE, severity, ("sources", id_), facts, roots=(("people", person),))


def _case(assessment: Assessment, source: Source, person: str) -> str | None:
    moment = assessment.moment
    verdict, acted = source.confirmed.at(moment.on).value, _acted(moment, source, person)
    if verdict == "no":
        told = any(teller.source == person and teller.facts for teller in assessment.consistency.tellers)
        return "wrong" if told else None
    if acted or verdict == "yes":
        return None
    return "asks" if source.asked.at(moment.on).value else _untested(moment, source)


def _acted(moment: Moment, source: Source, person: str) -> bool:
    """Tell whether he was ever seen to do something for us, as a source or as a person."""
    known = moment.dossier.known_person(person)
    shown = known.attitude.until(moment.on) if known is not None else ()
    return source.act.at(moment.on).value is not None or any(
        entry.how == "act" and entry.value in ("mentor", "supporter") for entry in shown
    )


def _untested(moment: Moment, source: Source) -> str | None:
    """Tell whether he has spoken of what decides for too long without a test."""
    days, first = settings_of(moment, CODE).days, _first_told(moment, source)
    return "untested" if days is not None and first is not None and first > days else None


def _first_told(moment: Moment, source: Source) -> int | None:
    """Count the days since he first spoke of competitors or the decision."""
    told = [one for one in source.scope.until(moment.on) if {"competitors", "decision"} & set(one.value or ())]
    return told[0].age(moment.on) if told else None


def _more(moment: Moment, source: Source, case: str) -> dict[str, Fact]:
    if case == "asks":
        return {"asked": source.asked.at(moment.on).value}
    return {"case": case} | ({"days": _first_told(moment, source)} if case == "untested" else {})
