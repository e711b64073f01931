"""Everything that leaves the program: reports on stdout, problems on stderr, in words and safe to show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winsell.base.block import Report
from winsell.base.cap import AT_MOST
from winsell.base.exit_codes import USAGE
from winsell.base.fact import Say
from winsell.base.problem import Problem, WinsellError
from winsell.cli.language import language
from winsell.views.formats import FORMATS, OF_CHECK, OF_WEEK, Format
from winsell.views.screen import screen_of
from winsell.words.catalogue import Language
from winsell.words.speak import Speaker

if TYPE_CHECKING:
    from winsell.playbook.model import Playbook


@dataclass(frozen=True, slots=True)
class Face:
    """How the reader wants to see it."""

    format: str
    lang: str | None
    ascii: bool


def face_of(
    format_: str, lang: str | None, *, json: bool, ascii_: bool, formats: Mapping[str, Format] = FORMATS
) -> Face:
    """Take the options about looks; WinsellError for a format that the command has not, or no such language."""
    name = "json" if json else format_
    if name not in formats:
        code = "format-of-check" if name in OF_CHECK else "bad-format"
        raise WinsellError((Problem(code, facts={"value": name, "known": tuple(formats)}),), USAGE)
    language(lang)
    return Face(name, lang, ascii_)


def show(report: Report, face: Face, playbook: Playbook | None = None) -> None:
    """Print a report, in the playbook's language if none was asked for."""
    show_in(playbook.language if playbook else None, report, face)


def show_in(own: Language | None, report: Report, face: Face) -> None:
    """Print a report, in its own language if none was asked for."""
    speaker = Speaker(language(face.lang, own))
    render = FORMATS.get(face.format) or {**OF_CHECK, **OF_WEEK}[face.format]
    render(report, speaker, screen_of(sys.stdout, os.environ, ascii_only=face.ascii), sys.stdout)


def complain(problems: Iterable[Problem], spoken: Language) -> None:
    """Print problems, each as `path:line: what is wrong - what to do`; at most twenty a file, the rest counted."""
    from winsell.views.plain import show as safe

    speaker = Speaker(spoken)
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem)
    for path, found in by_path.items():
        for problem in found[:AT_MOST]:
            sys.stderr.write(safe(sentence(problem, speaker)) + "\n")
        if len(found) > AT_MOST:
            more = speaker.say(Say("problems.more", {"count": len(found) - AT_MOST}))
            sys.stderr.write(safe(f"{path}: {more}") + "\n")


def sentence(problem: Problem, speaker: Speaker) -> str:
    """Put a problem into words, with its place before it."""
    said = speaker.say(Say(f"problem.{problem.code}", dict(problem.facts)))
    place = ":".join(str(part) for part in (problem.path or "winsell", problem.line) if part is not None)
    return f"{place}: {said}"


def debugging() -> bool:
    """Tell whether a developer wants to see where it broke."""
    return bool(os.environ.get("WINSELL_DEBUG"))
