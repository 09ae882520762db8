"""The help of commands, in the language asked for: Dutch or English.

Click makes it of what the command line says of itself, in English; each text is laid down in Dutch where it is written.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from simcore.ending import language

HELP_IN, WRONG_IN = "language of help", "language of what is wrong"      # where a line keeps these
FROM_MACHINE = ("LC_ALL", "LC_MESSAGES", "LANG")          # where a machine says its language, the first that is set
LIMITED = re.compile(r"(.*?)(?:  \[(.*)\])?", re.DOTALL)  # what an option does, and within brackets what it may be
PLACE = re.compile(r"\b[A-Z]{2,}(?: RANGE)?\b")


def of_machine(environment: Mapping[str, str]) -> str:
    """The language of who has this machine: Dutch where it says so, else English."""
    return "nl" if next(filter(None, map(environment.get, FROM_MACHINE)), "").startswith("nl") else "en"


class Command(click.Command):
    """A command that tells of itself in Dutch as well: in its help, and where it was given wrongly."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """First of all what language is asked for, wherever on the line that stands; then what its options are."""
        for key, else_in in (HELP_IN, of_machine(os.environ)), (WRONG_IN, "nl"):
            ctx.meta[key] = language(["--lang", ctx.meta.get(key, else_in), *args])
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as error:
            if error.param and ctx.meta[WRONG_IN] == "nl":
                error.param_hint = placed(error.param.get_error_hint(ctx))
            raise

    def get_help(self, ctx: click.Context) -> str:
        """All that the command says of itself."""
        return written(self.format_help, ctx, ctx.meta.get(HELP_IN))

    def get_usage(self, ctx: click.Context) -> str:
        """What stands behind its name, as is said where it was given wrongly."""
        return written(self.format_usage, ctx, ctx.meta.get(WRONG_IN))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Its first sentence, which is never cut off: on a narrow screen it takes another line."""
        return " ".join((self.help or "").partition("\n\n")[0].split())


class Group(Command, click.Group):
    """Commands under one name; theirs is there in Dutch as well. A language before a command is that command's, unless
    it has one of its own."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.params.append(click.Option(["--lang"], type=click.Choice(["nl", "en"]), expose_value=False,
                                        callback=handed_on, help="The language of the answer."))


def handed_on(ctx: click.Context, option: click.Parameter, lang: str | None) -> None:
    """A language that stands before a command, to each command of the group."""
    if lang and isinstance(ctx.command, click.Group):
        ctx.default_map = {name: {"lang": lang} for name in ctx.command.commands}


class InDutch(click.HelpFormatter):
    """Writes in Dutch what it is given in English; a text without Dutch as it stands."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, placed(args), prefix or said("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(said(heading))

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(said(" ".join(one.split())) for one in text.split("\n\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], *sizes: int) -> None:
        super().write_dl([(placed(first), limited(second)) for first, second in rows], *sizes)


def written(write: Callable[[click.Context, click.HelpFormatter], None], ctx: click.Context, lang: str | None) -> str:
    """What a command writes of itself, in "nl" or "en"."""
    formatter = ctx.make_formatter() if lang != "nl" else \
        InDutch(width=ctx.terminal_width, max_width=ctx.max_content_width)
    write(ctx, formatter)
    return formatter.getvalue().rstrip("\n")


def said(text: str) -> str:
    """A paragraph of help in Dutch."""
    from simcore.show.help_texts import HELP

    return HELP.get(text, text)


def placed(text: str) -> str:
    """What stands for something to fill in, in Dutch: BESTAND, [MODEL:]PAD=WAARDE."""
    from simcore.show.help_texts import PLACES

    return PLACE.sub(lambda found: PLACES.get(found[0], found[0]), text)


def limited(text: str) -> str:
    """What an option does, in Dutch, with what it is otherwise and what it may be: [standaard: 1; 0<=x<=9]."""
    does, limits = LIMITED.fullmatch(text).groups()
    if limits is None:
        return said(does)
    words = (one.partition(": ") for one in limits.split("; "))
    return f"{said(does)}  [{'; '.join(said(word) + colon + value for word, colon, value in words)}]"
