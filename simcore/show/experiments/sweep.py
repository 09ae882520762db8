"""Says of a sweep which point is best for each model, and whether that is clear; every number in a table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simcore.experiments.estimates import quantile
from simcore.experiments.measured import unit_of
from simcore.experiments.question import Axis
from simcore.experiments.sweep import Place, Swept
from simcore.show.bands import finite
from simcore.show.experiments import parts
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, opening, several
from simcore.show.words import Words

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
    places = [one for one in found.at(model) if finite(one.values(figure)).size]
    if not places:
        yield f"{name.model(model)}: {name.figure(figure)}: {name('unmeasured')}"
        return
    middles = [np.nanmedian(one.values(figure)) for one in places]
    top, low = places[int(np.argmax(middles))], places[int(np.argmin(middles))]
    by = finite(top.values(figure) - low.values(figure))
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
            some = finite(values)
            low, middle, high = np.quantile(some, [0.1, 0.5, 0.9]) if some.size else [np.nan] * 3
            one = quantile(values)
            rows.append([place.model, *place.point, figure, unit_of(figure), middle, low, high, one.low, one.high,
                         some.size, sum(len(runs.failed) for runs in place.runs)])
    return {"points": (head, rows)} | ({"parts": parts.tables(found)} if found.of_parts else {})
