"""Says of a sweep over parts that are chosen what each adds or takes, and which of all combinations is best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from simcore.canvas.switched import ON
from simcore.experiments.direction import CLEAR, MOSTLY, SOMETIMES, Direction, direction
from simcore.experiments.middles import middle, sides
from simcore.experiments.sweep import Effect, Place, Swept
from simcore.show.bands import finite
from simcore.show.experiments.highest import ends
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, opening, several

MOST_NAMED = 8                                     # so many parts a sentence names
COUNTED = 4                                        # from so many choices on they are counted first
SIDES = ("up", "down"), ("up.mostly", "down.mostly")
Table = tuple[list[str], list[list[object]]]


def said(found: Swept, model: str, name: Naming) -> Iterator[str]:
    """Which combination is best, where all were played, else which part adds most; then what each side holds."""
    figure = found.experiment.question.figures[0]
    ranked = ranking(found, model, figure)
    sides = sides_of(ranked, figure)
    about = {"model": name.model(model), "figure": name.quoted(figure)}
    whole, base = of_combinations(found), found.at(model)[0]
    first = next((pair for pair in SIDES if any(sides[key] for key in pair)), ())
    counted = len(ranked) >= COUNTED and not whole
    if whole:
        yield from best(found, model, figure, name)
    elif first and counted:
        yield name("parts.counted", **about, counts=counts(sides, len(ranked), name))
    elif first:
        yield name("parts.clear", **about, sides="; ".join(
            name(f"parts.{key}", part=called(sides[key][0], name), middle=difference(sides[key][0], figure, name))
            for key in first if sides[key]))
    else:
        yield name("parts.none", **about, n=len(ranked))
    for key, some in sides.items():
        if rest := some if whole or counted or key not in first else some[1:]:
            yield name(f"parts.{'side' if whole or counted else 'also'}.{key}", parts=told(rest, figure, name))
    if first and (rest := [one for one in ranked if not any(one in some for some in sides.values())]):
        yield name("parts.rest", parts=several([called(one, name) for one in rest], name, MOST_NAMED))
    yield name("parts.all", middle=name.banded(figure, base.values(figure)), what=beside(found, base, name),
               figure=lower(name.figure(figure)))
    yield from there(base, "", name)


def of_combinations(found: Swept) -> bool:
    """Whether every combination of the parts was played."""
    return found.experiment.question.design == "grid" and len(found.experiment.question.vary) > 1


def counts(sides: dict[str, list[Effect]], n: int, name: Naming) -> str:
    """With how many of the choices a figure goes which way; said as well when with none it goes one way."""
    some = [(key, len(mine)) for key, mine in sides.items() if mine]
    told = [name(f"parts.count.{key}", n=count, of=name("parts.count.of", n=n) if not i else "")
            for i, (key, count) in enumerate(some)]
    without = [key for key in SIDES[0] if not any(of.startswith(key) for of, _ in some)]
    return several(told, name) + "".join(name(f"parts.count.no.{key}") for key in without)


def besides(found: Swept, model: str, name: Naming) -> Iterator[str]:
    """Which choices raise and lower each other figure that was asked for; of combinations where it is highest."""
    for figure in found.experiment.question.figures[1:]:
        ranked = ranking(found, model, figure)
        sides = sides_of(ranked, figure) | sometimes(ranked, figure)
        texts = [name(f"parts.by.{key}", parts=several([called(one, name) for one in some], name, MOST_NAMED))
                 for key, some in sides.items() if some]
        yield name("parts.besides", figure=opening(name.figure(figure)),
                   sides="; ".join(texts) if texts else name("parts.by.none"))


def there(place: Place, at: str, name: Naming) -> Iterator[str]:
    """In how many courses a model still exists at the end of a place: a figure while it exists says nothing of that."""
    values = finite(place.values("survival.share"))
    if values.size:
        yield name("sweep.there", model=name.model(place.model), at=at, n=int(values.sum()), of=values.size)


def sides_of(ranked: Sequence[Effect], figure: str) -> dict[str, list[Effect]]:
    """Which choices raise a figure and which lower it, clearly or mostly, the strongest first."""
    sides: dict[str, list[Effect]] = {key: [] for pair in SIDES for key in pair}
    for one, way in ways(ranked, figure):
        key = ("up" if way.sign > 0 else "down") if way.sign else ""
        if way.word == CLEAR:
            sides[key].append(one)
        elif way.word == MOSTLY:
            sides[f"{key}.mostly"].append(one)
    return {key: some[::-1] if key.startswith("down") else some for key, some in sides.items()}


def sometimes(ranked: Sequence[Effect], figure: str) -> dict[str, list[Effect]]:
    """Which choices raise a figure and which lower it now and then, and not by luck; the middle does not move then."""
    mine = [(one, way.sign) for one, way in ways(ranked, figure) if way.word == SOMETIMES]
    return {f"{key}.sometimes": [one for one, side in mine if side == sign] for key, sign in (("up", 1), ("down", -1))}


def ways(ranked: Sequence[Effect], figure: str) -> list[tuple[Effect, Direction]]:
    """Each choice and which way it moves a figure."""
    return [(one, direction(measured(one, figure), among=len(ranked))) for one in ranked]


def told(some: Sequence[Effect], figure: str, name: Naming) -> str:
    """Choices, each with the middle of what it does; of many the first."""
    return several([f"{called(one, name)} ({name.value(figure, middle(figure, one.values(figure)), True)})"
                    for one in some], name, MOST_NAMED)


def beside(found: Swept, place: Place, name: Naming) -> str:
    """What the choices are laid beside, all of it: with everything on, or each setting and the rest on."""
    axes = list(zip(found.experiment.question.vary, place.point))
    settings = [f"{lower(name.path(axis.path, axis.label))} {name.setting(axis.path, value)}"
                for axis, value in axes if not is_switch(axis.values)]
    switches = [value for axis, value in axes if is_switch(axis.values)]
    if {*switches} <= {ON}:
        rest = [name("parts.the_rest" if settings else "parts.everything")] if switches else []
        return several([*settings, *rest], name)
    return combination(found, place, name)


def best(found: Swept, model: str, figure: str, name: Naming) -> Iterator[str]:
    """The best of all combinations, and how many others are as high, or only mostly lower."""
    known = ends(found, model, figure)
    if known is None:
        yield f"{name.model(model)}: {name('sweep.unmeasured', figure=name.figure(figure))}"
        return
    top, others = known.places[0], len(known.places) - 1
    told = {"model": name.model(model), "figure": name.quoted(figure), "parts": combination(found, top, name),
            "middle": name.banded(figure, top.values(figure)), "of": len(known.places)}
    if len(known.alike) == others:
        yield name("parts.flat", **told)
        return
    yield name("parts.best", **told)
    near = [name(f"parts.near.{key}", n=len(some)) for key, some in
            (("alike", known.alike), ("mostly", known.mostly_below)) if some]
    clearly = others - len(known.alike) - len(known.mostly_below)
    yield name("parts.near" if near and clearly else "parts.near.all" if near else "parts.alone", **told,
               near=several(near, name))


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
    return sorted(known, key=lambda one: -middle(figure, one.values(figure)))


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
    return name.difference(figure, measured(one, figure))


def tables(found: Swept) -> Table:
    """What each choice does to each figure: the middle difference in the same course, and its band."""
    rows: list[list[object]] = []
    for model in found.experiment.cases:
        for figure in found.experiment.question.figures:
            for one in ranking(found, model, figure):
                low, mid, high = sides(figure, one.values(figure))
                way = direction(measured(one, figure), among=len(found.effects(model)))
                rows.append([model, one.axis.path, set_to(one), figure, mid, low, high, way.courses, way.up,
                             way.down, way.word])
    return ["model", "part", "changed to", "figure", "middle", "low", "high", "courses", "higher", "lower",
            "told"], rows
