"""Says of a sweep over parts that are chosen what each adds or takes, and which of all combinations is best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from simcore.canvas.switched import ON
from simcore.experiments.direction import CLEAR, MOSTLY, direction
from simcore.experiments.sweep import Effect, Place, Swept
from simcore.show.bands import band, finite
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, several

MOST_NAMED = 6                                     # so many parts a sentence names
SIDES = ("up", "down"), ("up.mostly", "down.mostly")
Table = tuple[list[str], list[list[object]]]


def said(found: Swept, model: str, name: Naming) -> Iterator[str]:
    """Which combination is best, where all were played, else which part adds most; then what each side holds."""
    figure = found.experiment.question.figures[0]
    ranked = ranking(found, model, figure)
    sides = sides_of(ranked, figure)
    about = {"model": name.model(model), "figure": name.quoted(figure)}
    whole = found.experiment.question.design == "grid" and len(found.experiment.question.vary) > 1
    first = next((pair for pair in SIDES if any(sides[key] for key in pair)), ())
    if whole:
        yield from best(found, model, figure, name)
    elif first:
        yield name("parts.clear", **about, sides="; ".join(
            name(f"parts.{key}", part=called(sides[key][0], name), middle=difference(sides[key][0], figure, name))
            for key in first if sides[key]))
    else:
        yield name("parts.none", **about, n=len(ranked))
    for key, some in sides.items():
        if rest := some[1:] if key in first and not whole else some:
            yield name(f"parts.{'side' if whole else 'also'}.{key}", parts=told(rest, figure, name))
    if first and (rest := len(ranked) - sum(map(len, sides.values()))):
        yield name("parts.rest" if rest > 1 else "parts.rest.one", n=rest)
    yield name("parts.all", middle=name.banded(figure, found.at(model)[0].values(figure)),
               what=several([f"{lower(name.path(axis.path, axis.label))} {name.setting(axis.path, value)}"
                             for axis, value in zip(found.experiment.question.vary, found.at(model)[0].point)
                             if not is_switch(axis.values)] or [name("parts.everything")], name),
               figure=lower(name.figure(figure)))
    yield from there(found.at(model)[0], "", name)


def there(place: Place, at: str, name: Naming) -> Iterator[str]:
    """In how many courses a model still exists at the end of a place: a figure while it exists says nothing of that."""
    values = finite(place.values("survival.share"))
    if values.size:
        yield name("sweep.there", model=name.model(place.model), at=at, n=int(values.sum()), of=values.size)


def sides_of(ranked: Sequence[Effect], figure: str) -> dict[str, list[Effect]]:
    """Which choices raise a figure and which lower it, clearly or mostly, the strongest first."""
    sides: dict[str, list[Effect]] = {key: [] for pair in SIDES for key in pair}
    for one in ranked:
        way = direction(measured(one, figure), among=len(ranked))
        key = ("up" if way.sign > 0 else "down") if way.sign else ""
        if way.word == CLEAR:
            sides[key].append(one)
        elif way.word == MOSTLY:
            sides[f"{key}.mostly"].append(one)
    return {key: some[::-1] if key.startswith("down") else some for key, some in sides.items()}


def told(some: Sequence[Effect], figure: str, name: Naming) -> str:
    """Choices, each with the middle of what it does; of many the first."""
    return several([f"{called(one, name)} ({name.value(figure, float(band(measured(one, figure), 0).middle), True)})"
                    for one in some], name, MOST_NAMED)


def best(found: Swept, model: str, figure: str, name: Naming) -> Iterator[str]:
    """The best of all combinations, and how many others are not clearly below it."""
    places = ordered(found, model, figure)
    if not places:
        yield f"{name.model(model)}: {name('sweep.unmeasured', figure=name.figure(figure))}"
        return
    top = places[0]
    alike = sum(not clearly_below(one, top, figure) for one in places[1:])
    yield name("parts.best", model=name.model(model), figure=name.quoted(figure), parts=combination(found, top, name),
               middle=name.banded(figure, top.values(figure)))
    yield name("parts.alike" if alike > 1 else "parts.alike.one" if alike else "parts.alone", n=alike, of=len(places))


def ordered(found: Swept, model: str, figure: str) -> list[Place]:
    """The places of a model, the highest middle first."""
    places = [one for one in found.at(model) if finite(one.values(figure)).size]
    return sorted(places, key=lambda one: -np.nanmedian(one.values(figure)))


def clearly_below(one: Place, other: Place, figure: str) -> bool:
    """Whether it is below the other in 9 of 10 courses."""
    by = finite(other.values(figure) - one.values(figure))
    return bool(by.size) and band(by, 0).low > 0


def combination(found: Swept, place: Place, name: Naming) -> str:
    """A combination in words: with this, without that."""
    axes = list(zip(found.experiment.question.vary, place.point))
    if all(value == "on" for axis, value in axes):
        return name("parts.with.all")
    on = [lower(name.path(axis.path, axis.label)) for axis, value in axes if is_switch(axis.values) and value == "on"]
    off = [lower(name.path(axis.path, axis.label)) for axis, value in axes if is_switch(axis.values) and value == "off"]
    rest = [f"{lower(name.path(axis.path, axis.label))} {name.setting(axis.path, value)}"
            for axis, value in axes if not is_switch(axis.values)]
    said = [name(f"parts.{key}", parts=several(some, name)) for key, some in (("with", on), ("without", off)) if some]
    return ", ".join([*said, *rest])


def is_switch(values: Sequence[str]) -> bool:
    """Whether a path is a part that is on or off."""
    return bool(values) and {*values} <= {"on", "off"}


def ranking(found: Swept, model: str, figure: str) -> list[Effect]:
    """What can be said of the choices of a model, the one that adds most first."""
    known = [one for one in found.effects(model) if finite(one.values(figure)).size]
    return sorted(known, key=lambda one: -np.nanmedian(one.values(figure)))


def measured(one: Effect, figure: str) -> np.ndarray:
    """The differences that can be measured."""
    return finite(one.values(figure))


def called(one: Effect, name: Naming) -> str:
    """What a choice is called: the part, or the setting with its value."""
    path = lower(name.path(one.axis.path, one.axis.label))
    return path if one.of_part else f"{path} {name.setting(one.axis.path, one.value)}"


def set_to(one: Effect) -> str:
    """The value whose difference is told: of a part that it is on, beside without it."""
    return ON if one.of_part else one.value


def difference(one: Effect, figure: str, name: Naming) -> str:
    """The middle of a difference with its band, signed."""
    return name.difference(figure, *map(float, band(measured(one, figure), 0)))


def tables(found: Swept) -> Table:
    """What each choice does to each figure: the middle difference in the same course, and its band."""
    rows: list[list[object]] = []
    for model in found.experiment.cases:
        for figure in found.experiment.question.figures:
            for one in ranking(found, model, figure):
                low, middle, high = band(measured(one, figure), 0)
                way = direction(measured(one, figure), among=len(found.effects(model)))
                rows.append([model, one.axis.path, set_to(one), figure, middle, low, high, way.courses, way.up, way.down,
                             way.word])
    return ["model", "part", "changed to", "figure", "middle", "low", "high", "courses", "higher", "lower", "told"], rows
