"""The help pages: typer parses, and what `--help` shows is a report in the reader's language like any other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from winsell.base.block import Block, Definition, Definitions, Heading, Line, Paragraph, Report
from winsell.base.exit_codes import USAGE
from winsell.base.fact import Say
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.language import Reader
from winsell.cli.misuse import near, no_such_option, placeholder
from winsell.cli.readable import readable
from winsell.cli.stated import behind_options, refuse_unclear

if TYPE_CHECKING:
    from winsell.words.speak import Speaker


class HelpfulCommand(TyperCommand):
    """A command whose help is a sentence's code."""

    allow_extra_args = True  # so that what is too much is told in our words

    def get_help(self, ctx: Any) -> str:
        """Show its help page and end."""
        show_help(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; WinsellError for more arguments than the command takes."""
        left = _parsed(self, super().parse_args, ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            facts: dict[str, FactValue] = {"text": " ".join(ctx.args), "command": ctx.command_path}
            raise WinsellError((Problem("extra-argument", facts=facts),), USAGE)
        if not ctx.resilient_parsing:
            ctx.params.update(readable(self.get_params(ctx), ctx.params))
        return left


class WordsCommand(HelpfulCommand):
    """A command that is asked about words as they stand on a screen, with the mark before them: `- may wait`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; a mark and a blank begin no option."""
        return super().parse_args(ctx, [one.lstrip("- ") if one.startswith("- ") else one for one in args])


class HelpfulGroup(TyperGroup):
    """A group of commands whose help is a sentence's code."""

    def get_help(self, ctx: Any) -> str:
        """Show its help page and end."""
        show_help(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before the command; WinsellError if there is none."""
        words = list(args)
        left = _parsed(self, super().parse_args, ctx, args)
        if not ctx.resilient_parsing and not behind_options(self.get_params(ctx), words):
            facts: dict[str, FactValue] = {"name": placeholder("COMMAND"), "command": ctx.command_path}
            raise WinsellError((Problem("missing-argument", facts=facts),), USAGE)
        return left

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; WinsellError if there is none of that name."""
        if args and args[0] not in self.commands and not ctx.resilient_parsing:
            known = tuple(name for name, one in self.commands.items() if not one.hidden)
            facts: dict[str, FactValue] = {"name": args[0], "command": ctx.command_path, "known": known}
            raise WinsellError((_unknown(args[0], known, facts),), USAGE)
        return super().resolve_command(ctx, args)


def _parsed(
    command: TyperCommand | TyperGroup, parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]
) -> list[str]:
    """Parse a command line that says each thing once; typer's own error learns where it arose."""
    if not ctx.resilient_parsing:
        refuse_unclear(command.get_params(ctx), args, group=isinstance(command, TyperGroup))
    try:
        return parse(ctx, args)
    except Exception as error:
        if getattr(error, "ctx", ctx) is None:
            error.ctx = ctx  # type: ignore[attr-defined]
        raise


def _unknown(name: str, known: Iterable[str], facts: dict[str, FactValue]) -> Problem:
    """Say that there is no such command; a file's name without one is a common slip."""
    if name.startswith("-"):
        return no_such_option(name, [], facts)
    code = "command-missing" if name.endswith((".yaml", ".yml")) else "no-such-command"
    return Problem(code, facts=facts | near(name, known))


def show_help(command: TyperCommand | TyperGroup, context: Any) -> NoReturn:
    """Show the help of a command as any report is shown, and end; the context's object is who reads it."""
    import os

    from winsell.cli.tell import complain
    from winsell.views.screen import screen_of
    from winsell.views.terminal import write
    from winsell.words.speak import Speaker

    reader: Reader = context.obj or Reader("en")
    complain(reader.refused, reader.language)
    speaker = Speaker(reader.language)
    report = Report("help", lambda: tuple(_blocks(command, context, speaker)), dict)
    write(report, speaker, screen_of(sys.stdout, os.environ), sys.stdout)
    raise typer.Exit


def _blocks(command: TyperCommand | TyperGroup, context: Any, speaker: Speaker) -> Iterator[Block]:
    usage = Say("help.usage", {"command": context.command_path, "pieces": " ".join(_pieces(command, context, speaker))})
    yield Paragraph((Line(usage, tone="strong"), Line(Say(command.help or ""))))
    yield from _section("help.arguments", _parameters(command, context, "argument"), speaker)
    yield from _section("help.options", _parameters(command, context, "option"), speaker)
    if isinstance(command, TyperGroup):
        entries = [Definition(name, Say(one.help or "")) for name, one in command.commands.items() if not one.hidden]
        yield Heading(Say("help.commands"))
        yield Definitions(tuple(entries))


def _pieces(command: TyperCommand | TyperGroup, context: Any, speaker: Speaker) -> Iterator[str]:
    if isinstance(command, TyperGroup):
        yield speaker.say(placeholder("COMMAND"))
    else:
        arguments = _parameters(command, context, "argument")
        names = ((speaker.say(placeholder(one.metavar)), one.required) for one in arguments)
        yield from (name if required else f"[{name}]" for name, required in names)
    yield "[--...]"


def _parameters(command: TyperCommand | TyperGroup, context: Any, kind: str) -> list[Any]:
    return [one for one in command.get_params(context) if one.param_type_name == kind]


def _section(code: str, parameters: Iterable[Any], speaker: Speaker) -> Iterator[Block]:
    entries = tuple(Definition(_name(one, speaker), _meaning(one)) for one in parameters)
    if entries:
        yield Heading(Say(code))
        yield Definitions(entries)


def _name(parameter: Any, speaker: Speaker) -> str:
    if parameter.param_type_name == "argument":
        return speaker.say(placeholder(parameter.metavar))
    names = ", ".join(sorted(parameter.opts, key=len, reverse=True))
    return names if parameter.is_flag else f"{names} {speaker.say(placeholder(parameter.metavar))}"


def _meaning(parameter: Any) -> Say:
    if parameter.name == "help":
        return Say("help.help")
    shown = parameter.param_type_name == "option" and parameter.show_default and not parameter.is_flag
    said = Say(parameter.help or "")
    return Say("help.with-default", {"meaning": said, "default": str(parameter.default)}) if shown else said
