"""The deals among files and folders, each read once; what cannot be read is named, never passed over.

In: what was typed. Out: the deals, each with its playbook, the problems of the files that could not be read, and what
is to be said of the folders. A playbook and an account are read once for all deals that stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from winsell.base.exit_codes import INVALID, USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.changing import refused
from winsell.cli.examine import Examined, examine
from winsell.cli.examine_file import Examination
from winsell.cli.targets import Target, targets_of
from winsell.cli.today import today
from winsell.cli.which import home
from winsell.store.deals import is_deal
from winsell.store.playbooks import BrokenPlaybookError, language_of

if TYPE_CHECKING:
    from winsell.words.catalogue import Language


@dataclass(slots=True)
class Opened:
    """What was found."""

    deals: list[Examined] = field(default_factory=list)
    """Those that could be read, open or not, in the order of what was typed."""
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By the path of what is broken or closed: a deal, a folder, or a playbook once for all its deals."""
    notes: tuple[Problem, ...] = ()
    """What was not read, and need not have been."""
    language: Language | None = None


def deals_below(named: Sequence[str] | None, as_of: str | None, playbook: str | None) -> Opened:
    """Read the deals that are meant: those named, in folders all; without any, those of the user's folder.

    Raises WinsellError if there is none, or if none could be read.
    """
    targets = targets_of(named or ())
    found = Opened(problems={one.path: (one,) for one in targets.closed}, notes=tuple(targets.notes.values()))
    asked = Examination(as_of, playbook, None)
    for target in targets.files:
        _read(target, asked, found)
    if not found.deals and not found.problems:
        raise refused("no-deals", folder=(named or [home()])[0])
    if not found.deals:
        raise WinsellError(tuple(problem for some in found.problems.values() for problem in some), INVALID)
    return found


def _read(target: Target, asked: Examination, found: Opened) -> None:
    """Read a file; in a folder what is no deal is passed over, and what cannot be read is named."""
    method = asked.method_for(target)
    try:
        if target.folder is not None and not is_deal(asked.files.read(target.path)):
            return
        one = examine(target.path, asked.as_of, method, asked.load, asked.files)
    except BrokenPlaybookError as broken:
        found.problems[broken.path] = broken.problems
        found.language = found.language or broken.language
    except WinsellError as error:
        if error.exit_code != INVALID:
            raise
        found.problems[target.path] = error.problems
        found.language = found.language or language_of(method)
    else:
        found.language = found.language or one.playbook.language
        found.deals.append(one)


def open_deals(named: Sequence[str] | None, as_of: str | None, playbook: str | None) -> Opened:
    """Read the deals that are meant, and keep those that were there on the day and had not ended, by their ids."""
    found = deals_below(named, as_of, playbook)
    found.deals = sorted(filter(_is_open, found.deals), key=lambda one: (one.case.id, one.case.path))
    return found


def _is_open(one: Examined) -> bool:
    """Tell whether a deal was there on its day and had not ended."""
    return was_there(one) and one.case.dossier.deal.outcome.at(one.on).value is None


def was_there(one: Examined) -> bool:
    """Tell whether a deal was there on its day, ended or not; one without any day has been there always."""
    from winsell.analysis.began import began

    first = began(one.case.dossier.deal) if one.on != today() else None
    return first is None or first <= one.on


def owner_called(typed: str, known: Iterable[str | None]) -> str:
    """Return an owner's name as names are compared; WinsellError with those that are known: nobody is no empty list."""
    from winsell.cli.misuse import near

    names: dict[str, str] = {}
    for name in filter(None, known):
        names.setdefault(name.strip().casefold(), name)
    folded = typed.strip().casefold()
    if folded in names:
        return folded
    facts: dict[str, FactValue] = {"text": typed}
    facts |= {"known": tuple(sorted(names.values()))} if names else {}
    close = near(folded, names).get("nearest")
    facts |= {"nearest": names[str(close)]} if close else {}
    raise WinsellError((Problem("no-such-owner", facts=facts),), USAGE)
