"""``simwijk explain``: what an indicator, a number or a row of figures is, where it comes from, who uses it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcore.canvas import Spec, bundled, load
from simcore.canvas.named import find, named, row_of, where
from simcore.errors import BadInput, Problem, quoted
from simcore.files.figures import rows
from simcore.files.sources import closest
from simcore.plugin.finding import activate
from simcore.show import explain as show
from simcore.show.words import Words, printable

if TYPE_CHECKING:
    from simcore.files import Quantity

MOST = 8                         # paths named when a name may mean several


def explain(name: tuple[str, ...], model: str | None, lang: str, plugins: tuple[str, ...],
            plugin_files: tuple[Path, ...], quick: bool) -> None:
    """Print what NAME is; without a name, what can be explained. Raises BadInput for a name nobody knows."""
    words, text = Words(lang), " ".join(name).strip()
    models = [model] if model else list(bundled())
    if text and not (plugins or plugin_files or show.indicators_called(text) or row_of(text)):
        # A number of a canvas needs no plugin, and those may load much.
        for one, spec in {one: load(one) for one in models}.items():
            if len(paths := find(named(spec), text)) == 1:
                number(one, paths[0], spec, named(spec), words, plugins, plugin_files, quick)
                return
    spec, numbers = read(models[0], plugins, plugin_files)
    if not text:
        say(show.listing(numbers, spec, words, every=model is not None))
        return
    for key in show.indicators_called(text):
        say(indicator(key, numbers, spec, words))
        return
    others = {models[0]: (spec, numbers)} | {one: read(one, plugins, plugin_files) for one in models[1:]}
    if row := row_of(text):
        say(show.figure(row, {path: one for _, some in others.values() for path, one in some.items()}, spec, words))
        return
    meant: dict[str, None] = {}                      # in order: paths of the first model go first
    for one, (spec, numbers) in others.items():
        paths = find(numbers, text)
        if len(paths) == 1:
            number(one, paths[0], spec, numbers, words, plugins, plugin_files, quick)
            return
        meant |= dict.fromkeys(paths)
    if not meant:
        raise unknown(text, {path: one for _, some in others.values() for path, one in some.items()}, ", ".join(models))
    more = f" and {len(meant) - MOST} more" if len(meant) > MOST else ""
    raise BadInput(Problem("", 0, 0, f"{quoted(text)} may mean {len(meant)} numbers",
                           instead=f"name one: {', '.join(list(meant)[:MOST])}{more}"))


def read(model: str, plugins: tuple[str, ...], files: tuple[Path, ...]) -> "tuple[Spec, dict[str, Quantity]]":
    """A model and all its numbers, those of its plugins too."""
    spec = load(model)
    return spec, named(spec, activate(spec, plugins, files))


def indicator(key: str, numbers: "dict[str, Quantity]", spec: Spec, words: Words) -> str:
    """An indicator; of the indicative balance also where its prices are."""
    from simcore.results.sixteen import INDICATORS

    text = show.indicator(INDICATORS[key], numbers, spec, words)
    if key == "balance":
        from simcore.results.prices import read_prices, shipped

        text += "\n" + show.prices(shipped(), len(read_prices(shipped(), INDICATORS)), words)
    return text


def number(model: str, path: str, spec: Spec, numbers: "dict[str, Quantity]", words: Words, plugins: tuple[str, ...],
           files: tuple[Path, ...], quick: bool) -> None:
    """A number at once; then who uses it, for which a small model is built and played."""
    one = numbers[path]
    say(show.number(path, one, where(spec, path, activate(spec, plugins, files)), words))
    if quick:
        return
    sys.stdout.flush()

    from simcore.commands.run import progress
    from simcore.results.sixteen import INDICATORS
    from simcore.studies import effects
    from simcore.studies.readers import uses_of

    with progress(words("explain.working"), silent=False) as tell:
        fresh = load(model)                          # watched from here on: a copy of its own
        found = uses_of(fresh, activate(fresh, plugins, files), path)
        trial = effects.trial(model, path, one, plugins, files, tell)
    say(show.uses(found, [key for key, each in INDICATORS.items() if each.rests_on(path)], words))
    say(show.moves(trial, (effects.RESIDENTS, effects.WEEKS, effects.COURSES), words))


def unknown(text: str, numbers: "dict[str, Quantity]", model: str) -> BadInput:
    """What to write instead of a name nobody knows: the indicator, number or row most like it."""
    tails = {".".join(path.split(".")[-n:]): path for n in (1, 2, 3) for path in numbers}
    best = closest(text, [*show.names_of_indicators(), *numbers, *tails, *rows()])
    meant = tails.get(best, best)
    instead = f"did you mean {quoted(meant)}?" if best else "simwijk explain lists what can be explained"
    return BadInput(Problem("", 0, 0, f"there is no indicator, number or figure {quoted(text)}",
                            f"looked for in the indicators, the figures file and {model}", instead))


def say(text: str) -> None:
    """Print, also where not every character is known."""
    click.echo(printable(text, sys.stdout.encoding))
