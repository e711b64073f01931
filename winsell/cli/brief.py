"""`winsell brief`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.options import Ascii, AsOf, DealName, Format, Json, Lang, PlaybookOption, WithPeople
from winsell.cli.tell import face_of, show
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.load import Case


def brief(
    deal: DealName,
    people: WithPeople = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show the page; 0 whatever it says."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.analysis.assessment import assess
    from winsell.analysis.meeting import meeting_with
    from winsell.cli.examine import examine
    from winsell.reports.brief import brief_report

    examined = examine(which(deal), as_of, playbook)
    ids = _met(examined.case, people or [])
    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    meetings = tuple(meeting_with(assessment, id_) for id_ in ids)
    show(brief_report(examined.subject, assessment, meetings), face, examined.playbook)
    return 0


def _met(case: Case, typed: list[str]) -> tuple[str, ...]:
    """Find everybody who is meant, each once; WinsellError with all names that are nobody's or several people's."""
    from winsell.cli.called import people_called

    found: list[str] = []
    problems: list[Problem] = []
    for text in _parts(case, typed):
        meant = people_called(case, text)
        if len(meant) == 1:
            found.append(meant[0])
        else:
            problems.append(_refusal(case, text, meant))
    if not found and not problems:
        problems.append(_refusal(case, "", ()))
    if problems:
        raise WinsellError(tuple(problems), USAGE)
    return tuple(dict.fromkeys(found))


def _parts(case: Case, typed: list[str]) -> Iterator[str]:
    """Part what names several at once; a post may have a comma of its own."""
    from winsell.base.listed import listed
    from winsell.cli.called import people_called

    for one in typed:
        yield from [one] if people_called(case, one) else listed(one)


def _refusal(case: Case, text: str, meant: tuple[str, ...]) -> Problem:
    from winsell.cli.called import names_of
    from winsell.cli.misuse import near

    if not text:
        known = tuple(names_of(case))
        return Problem("with-whom" if known else "with-nobody", facts={"known": known, "deal": case.id}, path=case.path)
    if meant:
        return Problem("person-ambiguous", facts={"text": text, "known": meant}, path=case.path)
    names = names_of(case)
    by_name = {name.casefold(): name for found in names.values() for name in found}
    close = near(text.casefold(), by_name).get("nearest")
    facts: dict[str, FactValue] = {"text": text, "deal": case.id}
    facts |= {"nearest": by_name[str(close)]} if close else {}
    facts |= {"known": tuple(names)} if names else {}
    return Problem("no-such-person-here", facts=facts, path=case.path)
