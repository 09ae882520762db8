"""Draws a sweep: a curve with its band for each figure; of parts that are chosen, a ranking."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.axes import Axes

from simcore.experiments.case import number_of
from simcore.experiments.sweep import Place, Swept
from simcore.show.bands import Band, band, finite
from simcore.show.colours import BLUE, GREEN, INK, ORANGE, PURPLE, RED, SKY
from simcore.show.experiments import parts_pictures
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import opening
from simcore.show.experiments.sweep import Table
from simcore.show.style import WIDTH, Sheet, points, theme, width_of
from simcore.show.words import Words

AXIS, LEFT = 28, 230                               # pixels: of text along an axis, from the side to the axes
WIDE = WIDTH - LEFT - 80
LINES = [(BLUE, "-", "o"), (ORANGE, "--", "s"), (GREEN, "-.", "^"), (RED, ":", "D"), (PURPLE, "-", "v"),
         (SKY, "--", "P")]


def pictures(found: Swept, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """A picture for each figure: a line with its band for each model, over the first path that is a number."""
    name = Naming(found.experiment, words)
    if found.of_parts:
        yield from parts_pictures.pictures(found, name, source(found, name))
        return
    for figure in found.experiment.question.figures:
        with theme(AXIS):
            yield figure.replace(".", "_"), *drawn(found, figure, name)


def drawn(found: Swept, figure: str, name: Naming) -> tuple[Sheet, Table]:
    """The picture of one figure, and its numbers."""
    axis = found.experiment.question.vary[0]
    sheet = Sheet(name.figure(figure), caption(found, name), AXIS)
    every = list(lines(found, name))
    keys = [(label, *LINES[n % len(LINES)][:2], 4) for n, (label, _) in enumerate(every)] if len(every) > 1 else []
    ax = below(sheet, sheet.legend(sheet.top + 14, *keys))
    rows: list[list[object]] = []
    for n, (label, places) in enumerate(every):
        colour, style, mark = LINES[n % len(LINES)]
        x = xs(found, places)
        one = bands(places, figure)
        order = np.argsort(x)
        ax.fill_between(x[order], one.low[order], one.high[order], color=colour, alpha=0.15, lw=0)
        ax.plot(x[order], one.middle[order], style, color=colour, marker=mark, lw=points(4), ms=points(14))
        rows += [[label, *place.point, *values] for place, *values in zip(places, one.low, one.middle, one.high)]
    if ax.get_ylim()[0] < 0 < ax.get_ylim()[1]:
        ax.axhline(0, color=INK, lw=points(2))
    upwards(ax, figure, name)
    at = numbers(found)
    texts = [name.setting(axis.path, value) for value in at]
    apart = -(-len(texts) * (max(width_of(text, AXIS) for text in texts) + 30) // WIDE)      # none runs into the next
    ax.set_xticks(list(at.values())[::int(apart)], texts[::int(apart)])
    ax.set_xlabel(opening(name.path(axis.path, axis.label)), labelpad=10)
    return sheet, (["line", *found.paths, "low", "middle", "high"], rows)


def below(sheet: Sheet, y: float) -> Axes:
    """Axes from a y down to the caption, with room for what stands along them."""
    return sheet.axes(LEFT, y + 22, WIDE, sheet.bottom - 110 - y - 22)


def upwards(ax: Axes, figure: str, name: Naming) -> None:
    """Write the values of a figure along the upright axis."""
    low, high = ax.get_ylim()
    ticks = [tick for tick in ax.get_yticks() if low <= tick <= high]
    ax.set_yticks(ticks, name.ticks(figure, ticks))


def lines(found: Swept, name: Naming) -> Iterator[tuple[str, list[Place]]]:
    """The places of each line: those of one model with the same values but the first."""
    several = len(found.experiment.cases) > 1
    for model in found.experiment.cases:
        mine = found.at(model)
        sampled = found.experiment.question.design in ("lhs", "sobol", "file", "zip")
        rest = [()] if sampled else list(dict.fromkeys(place.point[1:] for place in mine))
        for values in rest:
            axes = found.experiment.question.vary[1:]
            label = ", ".join([*([name.model(model)] if several or not values else []),
                               *(f"{name.path(axis.path, axis.label)} {name.setting(axis.path, value)}"
                                 for axis, value in zip(axes, values))])
            yield label, [place for place in mine if sampled or place.point[1:] == values]


def numbers(found: Swept) -> dict[str, float]:
    """Where each value of the first path stands: at its number, or one after the other where they are words."""
    values = list(dict.fromkeys(place.point[0] for place in found.places))
    known = {value: number_of(value) for value in values}
    return {value: float(n) for n, value in enumerate(values)} if None in known.values() else known


def xs(found: Swept, places: list[Place]) -> np.ndarray:
    """(places,) where each stands."""
    at = numbers(found)
    return np.array([at[place.point[0]] for place in places])


def bands(places: list[Place], figure: str) -> Band:
    """The band at each place."""
    out = []
    for place in places:
        some = finite(place.values(figure))
        out.append(band(some, 0) if some.size else (np.nan, np.nan, np.nan))
    return Band(*(np.array(side, float) for side in zip(*out)))


def caption(found: Swept, name: Naming) -> str:
    """What line and band mean, and where the numbers are from."""
    courses = len(found.places[0].courses)
    return name.words.band("line", courses, found.experiment.question.luck_only) + "\n" + source(found, name)


def source(found: Swept, name: Naming) -> str:
    """Which models, which district, the euros of which year."""
    first = next(iter(found.experiment.specs.values()))
    return name("source", model=", ".join(name.model(key) for key in found.experiment.cases),
                place=name.words.place(first.place), year=first.place.price_year)
