"""Puts questions to whoever sits at the terminal, and keeps the answers until they are saved."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from winsell.ask.line import GarbledError, LeftError, ask_line, is_terminal, staying
from winsell.ask.understood import NotUnderstoodError, completed
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph, Report, Table
from winsell.base.exit_codes import INTERRUPTED
from winsell.base.fact import Say
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.question import Answer, Choice, Interview, Part, Question, Told
from winsell.cli.changing import refused
from winsell.cli.tell import Face, show_in
from winsell.words.speak import Speaker

if TYPE_CHECKING:
    from winsell.words.catalogue import Language

Kept = list[tuple[str, Answer]]
"""The answers of a matter that is not saved yet, each with the id of its question."""


def said_of(answers: Kept) -> int:
    """Count the answers that say something; the others were skipped."""
    return sum(answer is not None for _, answer in answers)


def need_terminal(instead: str) -> None:
    """Refuse to ask where nobody can answer; `instead` is the command that needs no answers."""
    if not is_terminal():
        raise refused("needs-terminal", command=instead)


@dataclass(slots=True)
class Asker:
    """One sitting: what was announced, where it stands, what is kept."""

    language: Language
    face: Face
    on: date
    total: int
    note: Callable[[Asker], None]
    """Writes the answers down before the next question is put, and again when they are saved."""
    kept: Kept = field(default_factory=list)
    """Answers of an earlier sitting, which are not asked for again."""
    given: Kept = field(default_factory=list)
    about: str | None = None
    """The pasted note that the questions are about."""
    base: str = ""
    """The text of the file before the first of the given answers."""
    number: int = 0
    batches: int = 0
    """How many batches are in the file."""

    def part(self, part: Part) -> Any:
        """Go through questions that write nothing, and return what came of them."""
        answer: Answer = None
        with staying():
            while True:
                try:
                    question = part.send(answer)
                except StopIteration as done:
                    return done.value
                answer = self.ask(question)

    def go_through(self, interview: Interview, save: Callable[[tuple[Told, ...]], None]) -> None:
        """Go through an interview; each batch is saved as it comes."""
        answer: Answer = None
        with staying():
            while True:
                try:
                    item = interview.send(answer)
                except StopIteration:
                    return
                answer = self.ask(item) if isinstance(item, Question) else None
                if not isinstance(item, Question) and item:
                    save(item)

    def ask(self, question: Question) -> Answer:
        """Get the answer to a question: one that was kept, else from whoever sits there."""
        self.number += question.heads
        if self.kept and self.kept[0][0] == question.id:
            answer = self.kept.pop(0)[1]
        else:
            self.drop_kept()
            answer = self.put(question)
        self.given.append((question.id, answer))
        self.note(self)
        return answer

    def put(self, question: Question) -> Answer:
        """Show a question and wait for its answer; nothing is written down."""
        self._show(tuple(_laid_out(question, self.number, self.total, Speaker(self.language))))
        return self._answered(question)

    def say(self, say: Say) -> None:
        """Say something that is no question."""
        self._show((Paragraph((Line(say, "yellow"),)),))

    def drop_kept(self) -> None:
        """Say which answers of an earlier sitting no question takes any more."""
        left = tuple(", ".join((one,) if isinstance(one, str) else one) for _, one in self.kept if one is not None)
        self.kept.clear()
        if left:
            self.say(Say("ask.kept-unfit", {"answers": left}))

    def saved(self) -> None:
        """Take note that a batch is in the file now, or that it will not be."""
        self.batches += 1
        self.note(self)

    def _answered(self, question: Question) -> Answer:
        speaker = Speaker(self.language)
        labels = {one.value: speaker.say(one.label) for one in question.choices}
        prompt = f"{speaker.say(Say(f'ask.type-{question.takes}', {'skip': question.skip}))} "
        half = ""
        while True:
            try:
                line = ask_line(prompt, tuple(dict.fromkeys(labels.values())))
            except GarbledError:
                self.say(Say("ask.bad-character"))
                continue
            if not line:
                return None
            if line in ("?", "？"):
                self._show(_help(question))
                continue
            try:
                return completed(question, half, line, labels, self.on)
            except NotUnderstoodError as error:
                half = error.half
                self.say(error.say)

    def _show(self, blocks: tuple[Block, ...]) -> None:
        show_in(self.language, Report("question", lambda: blocks, dict), self.face)
        sys.stdout.flush()


def _laid_out(question: Question, number: int, total: int, speaker: Speaker) -> Iterator[Block]:
    yield Paragraph((Line(""),))
    if question.heads:
        yield Heading(Say("ask.number", {"number": number, "total": max(number, total)}))
    yield Paragraph((Line(question.ask, "strong" if question.heads else "plain"),))
    if question.choices:
        columns = (Column(Say("column.none"), right=True), Column(Say("column.none")),
                   Column(Say("column.none"), wraps=True))  # fmt: skip
        yield Table(columns, tuple(_row(one, speaker) for one in question.choices))


def _row(choice: Choice, speaker: Speaker) -> tuple[Cell, ...]:
    """Lay out a choice; a meaning that begins with the word itself, as editors need it, does not say it twice."""
    label = speaker.say(choice.label)
    hint = "" if choice.hint is None else speaker.say(choice.hint).removeprefix(f"{label}：")
    return Cell(choice.key, "strong"), Cell(label if label != choice.key else ""), Cell(hint, "dim")


def _help(question: Question) -> tuple[Block, ...]:
    return (Paragraph(tuple(Line(say) for say in question.help or (Say("ask.help-none"),))),)


def stopped(left: LeftError, path: str, asker: Asker, saved: int, command: str) -> WinsellError:
    """Say where the sitting was left, what is saved, and how to go on."""
    kept = said_of(asker.given)
    total = max(asker.number, asker.total)
    facts: dict[str, FactValue] = {"number": asker.number, "total": total, "saved": saved, "command": command}
    if kept:
        facts["kept"] = kept
    error = WinsellError((Problem("ask-stopped", facts=facts, path=path),), INTERRUPTED)
    error.__cause__ = left
    return error
