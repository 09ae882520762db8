"""Says of a sweep which point is best for each model, and whether that is clear; every number in a table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simcore.experiments.case import number_of
from simcore.experiments.direction import CLEAR, NONE, direction
from simcore.experiments.measured import unit_of
from simcore.experiments.middles import YES_OR_NO, estimate, middle, sides
from simcore.experiments.question import Axis
from simcore.experiments.sweep import Place, Swept
from simcore.show.bands import finite
from simcore.show.experiments import parts
from simcore.show.experiments.highest import above, ends, ordered
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, opening, several
from simcore.show.words import Words

Table = tuple[list[str], list[list[object]]]


def said(found: Swept, words: Words) -> Iterator[str]:
    """Where the first figure is highest; of several models a line for each after it."""
    name, figure = Naming(found.experiment, words), found.experiment.question.figures[0]
    models = list(found.experiment.cases)
    say = parts.said if found.of_parts else best
    if len(models) == 1:
        yield from say(found, models[0], name)
        return
    yield of_models(found, figure, name)
    for model in models:
        yield " ".join(say(found, model, name))


def sure(found: Swept, words: Words) -> Iterator[str]:
    """How sure that is, and what the brackets mean."""
    name, figure = Naming(found.experiment, words), found.experiment.question.figures[0]
    several_models = len(found.experiment.cases) > 1
    for model in found.experiment.cases if not found.of_parts else ():
        for line in how_sure(found, model, figure, name):
            yield f"{name.model(model)}: {line}" if several_models else line
    courses = len(found.places[0].courses)
    yield name.brackets("sweep.band", found.experiment.question.figures[0], courses)
    if not found.sure:
        yield name("experiment.short", n=courses)


def of_models(found: Swept, figure: str, name: Naming) -> str:
    """The model and the point at which a figure is highest of all, and whether that is clear; no point where which one
    it is makes no difference."""
    places = [ordered(found, model, figure)[0] for model in found.experiment.cases
              if ordered(found, model, figure)]
    if not places:
        return name("sweep.unmeasured", figure=name.figure(figure))
    top = max(places, key=lambda one: middle(figure, one.values(figure)))
    ways = [direction(top.values(figure) - one.values(figure)) for one in places if one is not top]
    clear = all(way.word == CLEAR and way.sign > 0 for way in ways)
    where = name("sweep.any") if not ends(found, top.model, figure).told else parts.combination(found, top, name) \
        if found.of_parts else name("parts.with", parts=point(found, top, name))
    return name("sweep.models.clear" if clear else "sweep.models", figure=name.quoted(figure), point=where,
                model=name.model(top.model), middle=name.banded(figure, top.values(figure)))


def best(found: Swept, model: str, name: Naming) -> Iterator[str]:
    """The highest and the lowest point of a model, or that the choice makes no clear difference."""
    figure = found.experiment.question.figures[0]
    known = ends(found, model, figure)
    if known is None:
        yield f"{name.model(model)}: {name('sweep.unmeasured', figure=name.figure(figure))}"
        return
    top, low = known.places[0], known.places[-1]
    about = {"model": name.model(model), "figure": name.quoted(figure)}
    if not known.told:
        yield name("sweep.flat", **about, paths=paths(found, name))
        yield around(known.places, figure, name)
        return
    yield name("sweep.best", **about, point=point(found, top, name), middle=name.banded(figure, top.values(figure)))
    if known.alike:
        yield name("sweep.alike", points=points(found, known.alike, name))
    if unit_of(figure).startswith("EUR") and middle(figure, top.values(figure)) < 0:
        yield name("sweep.loss", figure=name.quoted(figure))
    yield from parts.there(top, name("sweep.at", point=point(found, top, name)), name)
    if at_edge(found, top):
        yield name("sweep.edge")
    yield name("sweep.worst", worst=point(found, low, name), least=name.banded(figure, low.values(figure)),
               what=lower(name.figure(figure)))


def around(places: list[Place], figure: str, name: Naming) -> str:
    """What a figure is about, where no point is told from the others; of yes and no from the least to the most."""
    top, low = places[0].values(figure), places[-1].values(figure)
    if figure == YES_OR_NO and middle(figure, low) < middle(figure, top):
        return name("sweep.around.part", least=int(np.nansum(low)), most=name.banded(figure, top),
                    what=lower(name.figure(figure)))
    return name("sweep.around", middle=name.banded(figure, top), what=lower(name.figure(figure)))


def besides(found: Swept, words: Words) -> Iterator[str]:
    """Of every other figure that was asked for where it is highest, if that is not where the first is."""
    name = Naming(found.experiment, words)
    for model in found.experiment.cases:
        of = f"{name.model(model)}: " if len(found.experiment.cases) > 1 else ""
        if found.of_parts:
            yield from (of + line for line in parts.besides(found, model, name))
        else:
            yield from (of + line for line in elsewhere(found, model, name))


def elsewhere(found: Swept, model: str, name: Naming) -> Iterator[str]:
    """For each other figure the point at which it is highest, and what it is at the highest of the first figure, where
    those differ by more than luck."""
    first, *rest = found.experiment.question.figures
    if (known := ends(found, model, first)) is None:
        return
    here = known.places[0]
    for figure in rest:
        other = ends(found, model, figure)
        if other is None or not other.told:
            continue
        top = other.places[0]
        if above(direction(top.values(figure) - here.values(figure), among=len(other.places))):
            yield name("sweep.elsewhere", figure=opening(name.figure(figure)), point=point(found, top, name),
                       middle=name.banded(figure, top.values(figure)), here=point(found, here, name),
                       least=name.banded(figure, here.values(figure)))


def at_edge(found: Swept, place: Place) -> bool:
    """Whether a point is an end of the one range of numbers that was varied."""
    if len(told(found)) != 1 or any(number_of(one.point[0]) is None for one in found.places):
        return False
    values = sorted(number_of(one.point[0]) for one in found.places)
    return number_of(place.point[0]) in (values[0], values[-1])


def points(found: Swept, some: list[Place], name: Naming) -> str:
    """Some points in words, in the order of the design; of one path only its values."""
    mine = [one for one in found.places if any(one is other for other in some)]
    if len(told(found)) > 1:
        return several([point(found, one, name) for one in mine], name, parts.MOST_NAMED, ";")
    (axis,) = told(found)
    values = several([name.setting(axis.path, one.point[0]) for one in mine], name, parts.MOST_NAMED)
    return f"{lower(name.path(axis.path, axis.label))} {values}"


def how_sure(found: Swept, model: str, figure: str, name: Naming) -> Iterator[str]:
    """How far the highest is above the lowest, and how often; between what its middle lies."""
    known = ends(found, model, figure)
    if known is None:
        return
    if known.by[-1].size:
        low, high = name.beside(figure, np.quantile(known.by[-1], [0.1, 0.9]), True)
        span = name("span", low=low, high=high) if figure != YES_OR_NO else name.difference(figure, known.by[-1])
        alike = int((known.by[-1] == 0).sum())
        word = known.ways[-1].word if known.told else NONE if alike < 0.8 * known.by[-1].size else \
            "seldom" if known.by[-1].any() else "same"
        word = f"{word}.part" if word == NONE and figure == YES_OR_NO else word
        yield name(f"sweep.{word}", span=span, n=known.by[-1].size,
                   alike=opening(name.courses(alike, known.by[-1].size)),
                   often=name("courses", often=name("often", some=known.ways[-1].up, all=known.ways[-1].courses)),
                   less=name("often", some=known.ways[-1].down, all=known.ways[-1].courses))
    top = known.places[0]
    if known.told and figure != YES_OR_NO and np.isfinite(found.estimate(top, figure).half_width):
        yield name("sweep.sure", sure=name.sure(figure, found.estimate(top, figure)))


def paths(found: Swept, name: Naming) -> str:
    """What was varied."""
    return several([lower(name.path(axis.path, axis.label)) if axis.label else f"‘{lower(name.path(axis.path))}’"
                    for axis in told(found)], name)


def point(found: Swept, place: Place, name: Naming) -> str:
    """A point in words: price of cleaning € 12 and the stop rule off."""
    return several([f"{lower(name.path(axis.path, axis.label))} {name.setting(axis.path, value)}"
                    for axis, value in zip(told(found), place.point)], name)


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
            low, mid, high = sides(figure, values)
            one = estimate(figure, values, 0.95)
            rows.append([place.model, *place.point, figure, unit_of(figure), mid, low, high, one.low, one.high,
                         some.size, sum(len(runs.failed) for runs in place.runs)])
    return {"points": (head, rows)} | ({"parts": parts.tables(found)} if found.of_parts else {})
