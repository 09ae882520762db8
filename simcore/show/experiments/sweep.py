"""Shows a sweep: which point is best for each model, a curve with its band for each figure, every number in a table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simcore.experiments.estimates import quantile
from simcore.experiments.measured import unit_of
from simcore.experiments.question import Axis
from simcore.experiments.sweep import Place, Swept
from simcore.show.bands import Band, band
from simcore.show.colours import BLUE, GREEN, INK, ORANGE, PURPLE, RED, SKY
from simcore.show.experiments import parts
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, opening, several
from simcore.show.style import MARGIN, Sheet, points, theme
from simcore.show.words import Words

LEFT, PLOT, TOP, HIGH = 180, 1660, 210, 640
LINES = [(BLUE, "-", "o"), (ORANGE, "--", "s"), (GREEN, "-.", "^"), (RED, ":", "D"), (PURPLE, "-", "v"),
         (SKY, "--", "P")]
Table = tuple[list[str], list[list[object]]]


def said(found: Swept, words: Words) -> Iterator[str]:
    """For each model where the first figure is best, and whether that is clear; how sure it is."""
    name, figure = Naming(found.experiment, words), found.experiment.question.figures[0]
    for model in found.experiment.cases:
        yield from parts.said(found, model, name) if found.of_parts else best(found, model, figure, name)
    courses = len(found.places[0].courses)
    yield name("sweep.band", n=courses)
    if not found.sure:
        yield name("experiment.short", n=courses)


def best(found: Swept, model: str, figure: str, name: Naming) -> Iterator[str]:
    """The highest and the lowest point of a model, and whether the one is clearly above the other."""
    places = [one for one in found.at(model) if np.isfinite(one.values(figure)).any()]
    if not places:
        yield f"{name.model(model)}: {name.figure(figure)}: {name('unmeasured')}"
        return
    middles = [np.nanmedian(one.values(figure)) for one in places]
    top, low = places[int(np.argmax(middles))], places[int(np.argmin(middles))]
    by = top.values(figure) - low.values(figure)
    by = by[np.isfinite(by)]
    ends = np.quantile(by, [0.1, 0.9]) if by.size else (0.0, 0.0)
    if ends[0] <= 0:
        yield name("sweep.flat", model=name.model(model), figure=opening(name.figure(figure)), paths=paths(found, name),
                   middle=name.banded(figure, top.values(figure)))
        return
    yield name("sweep.best", model=name.model(model), figure=opening(name.figure(figure)),
               point=point(found, top, name),
               middle=name.banded(figure, top.values(figure)), worst=point(found, low, name),
               least=name.banded(figure, low.values(figure)))
    yield name("sweep.clear", low=name.value(figure, ends[0], True), high=name.value(figure, ends[1], True))
    if np.isfinite(found.estimate(top, figure).half_width):
        yield name("sweep.sure", sure=name.sure(figure, found.estimate(top, figure)))


def paths(found: Swept, name: Naming) -> str:
    """What was varied."""
    return several([lower(name.path(axis.path, axis.label)) for axis in told(found)], name)


def point(found: Swept, place: Place, name: Naming) -> str:
    """A point in words: price of cleaning € 12, the stop rule off."""
    return ", ".join(f"{lower(name.path(axis.path, axis.label))} {name.setting(axis.path, value)}"
                     for axis, value in zip(told(found), place.point))


def told(found: Swept) -> list[Axis]:
    """The paths that are named: of those that go side by side with the same values the first stands for all."""
    asked = found.experiment.question
    alike = asked.design == "zip" and all(axis.values == asked.vary[0].values for axis in asked.vary)
    return list(asked.vary[:1] if alike else asked.vary)


def tables(found: Swept) -> dict[str, Table]:
    """Every figure asked for at every point: middle, band, the interval of the middle, courses."""
    head = ["model", *found.paths, "figure", "unit", "middle", "low", "high", "middle at least", "middle at most",
            "courses", "failed"]
    rows: list[list[object]] = []
    for place in found.places:
        for figure in found.experiment.question.figures:
            values = place.values(figure)
            some = values[np.isfinite(values)]
            low, middle, high = np.quantile(some, [0.1, 0.5, 0.9]) if some.size else [np.nan] * 3
            one = quantile(values)
            rows.append([place.model, *place.point, figure, unit_of(figure), middle, low, high, one.low, one.high,
                         some.size, sum(len(runs.failed) for runs in place.runs)])
    return {"points": (head, rows)} | ({"parts": parts.tables(found)} if found.of_parts else {})


def pictures(found: Swept, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """A picture for each figure: a line with its band for each model, over the first path that is a number."""
    name = Naming(found.experiment, words)
    if found.of_parts:
        yield from parts.pictures(found, name, source(found, name))
        return
    for figure in found.experiment.question.figures:
        with theme():
            yield figure.replace(".", "_"), *drawn(found, figure, name)


def drawn(found: Swept, figure: str, name: Naming) -> tuple[Sheet, Table]:
    """The picture of one figure, and its numbers."""
    axis = found.experiment.question.vary[0]
    sheet = Sheet(f"{name.figure(figure)}", caption(found, name))
    ax = sheet.axes(LEFT, TOP, PLOT, HIGH)
    rows: list[list[object]] = []
    keys = []
    for n, (label, places) in enumerate(lines(found, name)):
        colour, style, mark = LINES[n % len(LINES)]
        x = xs(found, places)
        one = bands(places, figure)
        order = np.argsort(x)
        ax.fill_between(x[order], one.low[order], one.high[order], color=colour, alpha=0.15, lw=0)
        ax.plot(x[order], one.middle[order], style, color=colour, marker=mark, lw=points(3), ms=points(12))
        keys.append((label, colour, style, 3))
        rows += [[label, *place.point, *values] for place, *values in zip(places, one.low, one.middle, one.high)]
    if len(keys) > 1:
        sheet.keys(MARGIN, 140, *keys[:6])
    low, high = ax.get_ylim()
    if low < 0 < high:
        ax.axhline(0, color=INK, lw=points(2))
    ticks = [tick for tick in ax.get_yticks() if low <= tick <= high]
    ax.set_yticks(ticks, [name.value(figure, tick) for tick in ticks])
    values = list(dict.fromkeys(place.point[0] for place in found.places))
    shown = values if len(values) <= 12 else values[::-(-len(values) // 12)]
    places_of = numbers(found)
    ax.set_xticks([places_of[value] for value in shown], [name.setting(axis.path, value) for value in shown])
    ax.set_xlabel(name.path(axis.path, axis.label))
    return sheet, (["line", *found.paths, "low", "middle", "high"], rows)


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
    try:
        return {value: float(value) for value in values}
    except ValueError:
        return {value: float(n) for n, value in enumerate(values)}


def xs(found: Swept, places: list[Place]) -> np.ndarray:
    """(places,) where each stands."""
    at = numbers(found)
    return np.array([at[place.point[0]] for place in places])


def bands(places: list[Place], figure: str) -> Band:
    """The band at each place."""
    out = []
    for place in places:
        values = place.values(figure)
        some = values[np.isfinite(values)]
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
