"""``simwijk plugins``: which there are, what one of them is and does, and what plugins may move in a model."""

import sys
from pathlib import Path

import click

from simcore import errors
from simcore.errors import BadInput, Problem, SimwijkError, quoted
from simcore.files import suggestion
from simcore.plugin.finding import Found, find, unusable
from simcore.show import plugin_pages as show
from simcore.show.words import Words, printable


def plugins(name: str | None, plugin_files: tuple[Path, ...], terms: str | None, model: str | None, quick: bool,
            lang: str) -> None:
    """Print the list, one plugin, or the terms of a model. Raises BadInput for a name nobody has."""
    words = Words(lang)
    if terms is not None:
        from simcore.canvas import load

        say(show.terms(load(terms), words))
        return
    found = find(plugin_files)
    if name is None:
        say(show.listing([one for same in found.values() for one in same], words))
        return
    one = the(name, found)
    say(show.page(one, words))
    if quick:
        return
    sys.stdout.flush()

    from simcore.studies.touched import RESIDENTS, touched

    try:
        say(show.touches(touched(one.name, one.kind, model), RESIDENTS, words))
    except SimwijkError as error:
        say("\n" + words("plugins.unfit_here" if model else "plugins.unfit", why=str(error).splitlines()[0]))


def the(name: str, found: dict[str, list[Found]]) -> Found:
    """The plugin of a name; BadInput when there is none, more than one, or it cannot be loaded."""
    if name not in found:
        raise BadInput(Problem("", 0, 0, f"no plugin is called {quoted(name)}", instead=suggestion(name, list(found))))
    if trouble := unusable(found[name]):
        raise BadInput(Problem("", 0, 0, trouble))
    return found[name][0]


def say(text: str) -> None:
    """Print, also where not every character is known; a plugin may have written what would steer a terminal."""
    safe = "\n".join(map(errors.printable, text.split("\n")))
    click.echo(printable(safe, sys.stdout.encoding))
