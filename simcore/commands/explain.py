"""``simwijk explain``: what an indicator, a number or a row of figures is, where it comes from, who uses it."""

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcore.canvas import Spec, bundled, load
from simcore.canvas.named import find, named, row_of, where
from simcore.errors import BadInput, Problem, quoted
from simcore.files.figures import rows
from simcore.files.sources import closest
from simcore.plugin.activating import activate
from simcore.show import explain as show, explain_uses
from simcore.show.words import Words, printable

if TYPE_CHECKING:
    from simcore.files import Quantity

MOST = 8                         # paths named when a name may mean several
ALIKE = 0.75                     # how like a name must be before it is offered in place of another

Numbers = dict[str, "Quantity"]


def explain(name: tuple[str, ...], model: str | None, lang: str, plugins: tuple[str, ...],
            plugin_files: tuple[Path, ...], quick: bool) -> None:
    """Print what NAME is; without a name, what can be explained. Raises BadInput for a name nobody knows."""
    words, text = Words(lang), " ".join(name).strip()
    models = [model] if model else list(bundled())
    if text and not (plugins or plugin_files or show.indicators_called(text) or row_of(text)):
        # A number of a canvas needs no plugin, and those may load much.
        plain = {one: (spec := load(one), named(spec)) for one in models}
        if paths := meant(text, plain):
            number(paths, plain, words, plugins, plugin_files, quick)
            return
    if not text:
        spec, numbers = read(models[0], plugins, plugin_files)
        say(show.listing(numbers, spec, words, every=model is not None))
        return
    found = {one: read(one, plugins, plugin_files) for one in models}
    for key in show.indicators_called(text):
        say(indicator(key, found, words))
        return
    if row := row_of(text):
        say(show.figure(row, found, words))
        return
    if paths := meant(text, found):
        number(paths, found, words, plugins, plugin_files, quick)
        return
    several = list(dict.fromkeys(path for _, numbers in found.values()
                                 for path in find(numbers, text) or show.spoken_of(numbers, text)))
    if not several:
        raise unknown(text, {path: one for _, numbers in found.values() for path, one in numbers.items()},
                      ", ".join(models))
    more = f" and {len(several) - MOST} more" if len(several) > MOST else ""
    raise BadInput(Problem("", 0, 0, f"{quoted(text)} may mean {len(several)} numbers",
                           instead=f"name one: {', '.join(several[:MOST])}{more}"))


@cache
def read(model: str, plugins: tuple[str, ...], files: tuple[Path, ...]) -> "tuple[Spec, Numbers]":
    """A model and all its numbers, those of its plugins too."""
    spec = load(model)
    return spec, named(spec, activate(spec, plugins, files))


def meant(text: str, found: "dict[str, tuple[Spec, Numbers]]") -> dict[str, str]:
    """Model -> the one number of it that a name means, where it means one; empty when models mean different ones."""
    for way in (find, show.spoken_of):
        paths = {one: paths for one, (_, numbers) in found.items() if (paths := way(numbers, text))}
        single = {one: of[0] for one, of in paths.items() if len(of) == 1}
        if single and (way is find or len({path for of in paths.values() for path in of}) == 1):
            first = next(iter(single.values()))
            return {one: path for one, path in single.items() if path == first}
    return {}


def indicator(key: str, found: "dict[str, tuple[Spec, Numbers]]", words: Words) -> str:
    """An indicator; of the indicative balance also where its prices are."""
    from simcore.results.sixteen import INDICATORS

    text = show.indicator(INDICATORS[key], found, words)
    if key == "balance":
        from simcore.results.prices import read_prices, shipped

        text += "\n" + show.prices(shipped(), len(read_prices(shipped(), INDICATORS)), words)
    return text


def number(paths: dict[str, str], found: "dict[str, tuple[Spec, Numbers]]", words: Words, plugins: tuple[str, ...],
           files: tuple[Path, ...], quick: bool) -> None:
    """A number at once; then who uses it and what it moves, for which a small model is built and played.

    ``paths`` gives its path in each model that has it. It is tried in all in which it is the same, as all of the
    neighbourhood are, since what it moves hangs on the plan; where it is another, the other plans are only named.
    """
    model, path = next(iter(paths.items()))
    spec, numbers = found[model]
    one = numbers[path]
    tried = [name for name in paths if found[name][1][path] == one]
    also = [name for name in paths if name not in tried]
    say(show.number(path, one, where(spec, path, activate(spec, plugins, files)), also, words))
    if quick:
        return
    sys.stdout.flush()

    from simcore.commands.run import progress
    from simcore.results.sixteen import INDICATORS
    from simcore.studies import effects
    from simcore.studies.readers import together, uses_of

    uses, trials = [], {}
    with progress(words("explain.working"), silent=False) as tell:
        for n, name in enumerate(tried):
            fresh = load(name)                       # watched from here on: a copy of its own
            uses.append(uses_of(fresh, activate(fresh, plugins, files), path))
            trials[fresh.canvas.meta.name] = effects.trial(
                name, path, one, plugins, files, lambda part, n=n: tell((n + part) / len(tried)))
    say(explain_uses.uses(together(uses), [key for key, each in INDICATORS.items() if each.rests_on(path)], words))
    say(explain_uses.moves(trials, (effects.RESIDENTS, effects.WEEKS, effects.COURSES), words))


def unknown(text: str, numbers: "Numbers", model: str) -> BadInput:
    """What to write instead of a name nobody knows: the indicator, number or row most like it."""
    tails = {".".join(path.split(".")[-n:]): path for n in (1, 2, 3) for path in numbers}
    best = closest(text, [*show.names_of_indicators(), *numbers, *tails, *rows()], ALIKE)
    meant = tails.get(best, best)
    instead = f"did you mean {quoted(meant)}?" if best else "simwijk explain lists what can be explained"
    return BadInput(Problem("", 0, 0, f"there is no indicator, number or figure {quoted(text)}",
                            f"looked for in the indicators, the figures file and {model}", instead))


def say(text: str) -> None:
    """Print, also where not every character is known."""
    click.echo(printable(text, sys.stdout.encoding))
