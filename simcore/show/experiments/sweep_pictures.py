"""Draws a sweep: a curve with its band for each figure; points without a line where more than one thing changes from
point to point; of parts that are chosen, a ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from simcore.experiments.case import number_of
from simcore.experiments.middles import YES_OR_NO, sides
from simcore.experiments.sweep import Place, Swept
from simcore.show.bands import Band
from simcore.show.colours import BLUE, GREEN, INK, ORANGE, PURPLE, RED, SKY
from simcore.show.experiments import parts_pictures
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, opening, several
from simcore.show.experiments.sweep import Table, told
from simcore.show.style import WIDTH, Sheet, points, theme, width_of
from simcore.show.words import Words

AXIS, LEFT = 28, 230                               # pixels: of text along an axis, from the side to the axes
WIDE = WIDTH - LEFT - 80
SIDE_BY_SIDE = ("lhs", "sobol", "file", "zip")     # designs in which every path changes from point to point
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
    title = name.titled(figure, list(found.experiment.cases))
    path, mixed = lower(name.path(axis.path, axis.label)), several_at_once(found)
    sheet = Sheet(name("experiment.title.mixed" if mixed else "experiment.title.over", figure=title, path=path),
                  caption(found, figure, name), AXIS)
    every = [(label, places, bands(places, figure)) for label, places in lines(found, name)]
    apart = as_one([label for label, *_ in every], [one for *_, one in every], name)
    keys = [(label, *LINES[n % len(LINES)][:2], 4) for n, (label, _) in enumerate(apart)] if len(every) > 1 else []
    ax = below(sheet, sheet.legend(sheet.top + 14, *keys))
    for n, (_, at) in enumerate(apart):
        colour, style, mark = LINES[n % len(LINES)]
        _, places, one = every[at]
        x = xs(found, places)
        if mixed:
            ax.vlines(x, one.low, one.high, color=colour, alpha=0.4, lw=points(4))
            ax.plot(x, one.middle, color=colour, marker=mark, ls="none", ms=points(14))
            continue
        order = np.argsort(x)
        ax.fill_between(x[order], one.low[order], one.high[order], color=colour, alpha=0.15, lw=0)
        ax.plot(x[order], one.middle[order], style, color=colour, marker=mark, lw=points(4), ms=points(14))
    rows: list[list[object]] = [[label, *place.point, *values] for label, places, one in every
                                for place, *values in zip(places, one.low, one.middle, one.high)]
    if ax.get_ylim()[0] < 0 < ax.get_ylim()[1]:
        ax.axhline(0, color=INK, lw=points(2))
    if figure == YES_OR_NO:
        ax.set_ylim(-0.03, 1.03)                       # of none and all of the courses, with room for a mark
    upwards(ax, figure, name)
    ax.set_xticks(*spaced({x: name.setting(axis.path, value) for value, x in numbers(found).items()}, *ax.get_xlim()))
    ax.set_xlabel(opening(name.path(axis.path, axis.label)), labelpad=10)
    return sheet, (["line", *found.paths, "low", "middle", "high"], rows)


def several_at_once(found: Swept) -> bool:
    """Whether from point to point more changes than the path that stands along the axis."""
    return found.experiment.question.design in SIDE_BY_SIDE and len(told(found)) > 1


def spaced(texts: Mapping[float, str], low: float, high: float) -> tuple[list[float], list[str]]:
    """Places along an axis from low to high with their texts: as many of them as do not run into each other."""
    room = (max(width_of(text, AXIS) for text in texts.values()) + 30) * (high - low) / WIDE
    kept: list[float] = []
    for x in sorted(texts):
        if not kept or x - kept[-1] >= room:
            kept.append(x)
    return kept, [texts[x] for x in kept]


def as_one(labels: Sequence[str], numbers: Sequence[Sequence[np.ndarray]], name: Naming) -> list[tuple[str, int]]:
    """Lines of which every number is the same as one, with the names of all: its label, and which line it is."""
    found: list[list[int]] = []
    for n, one in enumerate(numbers):
        same = (mine for mine in found if all(np.array_equal(side, other, equal_nan=True)
                                              for side, other in zip(one, numbers[mine[0]])))
        if (mine := next(same, None)) is None:
            found.append([n])
        else:
            mine.append(n)
    return [(labels[some[0]] if len(some) == 1 else
             name("experiment.line.same", names=several([labels[n] for n in some], name)), some[0]) for some in found]


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
    many = len(found.experiment.cases) > 1
    for model in found.experiment.cases:
        mine = found.at(model)
        sampled = found.experiment.question.design in SIDE_BY_SIDE
        rest = [()] if sampled else list(dict.fromkeys(place.point[1:] for place in mine))
        for values in rest:
            axes = found.experiment.question.vary[1:]
            label = ", ".join([*([name.model(model)] if many or not values else []),
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
    out = [sides(figure, place.values(figure)) for place in places]
    return Band(*(np.array(side, float) for side in zip(*out)))


def caption(found: Swept, figure: str, name: Naming) -> str:
    """What line and band mean, and where the numbers are from."""
    courses = len(found.places[0].courses)
    said = name.words.band("line", courses, found.experiment.question.luck_only)
    if figure == YES_OR_NO:
        said = name("sweep.part", n=courses) + " " + name.words.varied(found.experiment.question.luck_only)
    if several_at_once(found):
        others = [f"‘{lower(name.path(axis.path, axis.label))}’" for axis in told(found)[1:]]
        said = name("sweep.mixed.part" if figure == YES_OR_NO else "sweep.mixed", n=courses, most=name.most(courses),
                    others=several(others, name, 3))
    return said + "\n" + source(found, name)


def source(found: Swept, name: Naming) -> str:
    """Which models, which district, the euros of which year."""
    first = next(iter(found.experiment.specs.values()))
    return name("source", model=", ".join(name.model(key) for key in found.experiment.cases),
                place=name.words.place(first.place), year=first.place.price_year)
