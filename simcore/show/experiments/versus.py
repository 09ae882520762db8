"""Says of models in several futures which is the safest choice, what each changes, who is still there after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from simcore.calendar import day_of
from simcore.experiments.direction import CLEAR, MOSTLY, NONE, direction
from simcore.experiments.measured import unit_of
from simcore.experiments.middles import YES_OR_NO, banded, middle
from simcore.experiments.versus import LESS, Ahead, Weighed
from simcore.results.bands import Band
from simcore.show.bands import finite
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower, several
from simcore.show.words import Words

FEW, FEWEST = 10, 30                               # courses: always too few; enough, also where most are gone
LABEL = "\0"                                       # stands in a text for the futures it is about
Table = tuple[list[str], list[list[object]]]


# --- what is said -------------------------------------------------------------------------------------------------

def said(found: Weighed, words: Words) -> Iterator[str]:
    """Which choice is safest, and each future; those that say the same in one line."""
    name, figure = Naming(found.experiment, words), found.experiment.question.figures[0]
    if len(found.models) > 1:
        yield from safest_said(found, figure, name)
        yield from same_said(found.futures, lambda label, one: in_future(found, one, label, figure, name), name)
    else:
        yield from one_model(found, figure, name)
        yield from (beside_base(found, one, figure, name) for one in found.futures)


def sure(found: Weighed, words: Words) -> Iterator[str]:
    """What the numbers and their brackets are."""
    name = Naming(found.experiment, words)
    yield name.brackets("versus.band", found.experiment.question.figures[0], len(found.courses))
    yield name("versus.paired")
    if not found.sure:
        yield name("versus.short", n=len(found.courses))


def besides(found: Weighed, words: Words) -> Iterator[str]:
    """Who is still there at the end, and how soon each is back after what begins on a date."""
    name = Naming(found.experiment, words)
    yield from survival(found, name)
    yield from recoveries(found, name)


def same_said(futures: Sequence[Ahead], say: Callable[[str, Ahead], str], name: Naming) -> Iterator[str]:
    """What is said of each future, once for all of which it is the same."""
    labels: dict[str, list[str]] = {}
    for one in futures:
        labels.setdefault(say(LABEL, one), []).append(called(one, name))
    for text, mine in labels.items():
        yield text.replace(LABEL, several([f"‘{one}’" for one in mine], name))


def called(one: Ahead, name: Naming) -> str:
    """What a future is called."""
    return one.future.label[name.words.lang]


def worst(found: Weighed, figure: str) -> dict[str, tuple[float, Ahead]]:
    """Model -> (the middle of how much worse than the best choice, the future in which that is most); models that have
    the figure."""
    out: dict[str, tuple[float, Ahead]] = {}
    for one in found.futures:
        for model, values in found.regret(one, figure).items():
            some = finite(values)
            if some.size and (model not in out or middle(figure, some) > out[model][0]):
                out[model] = middle(figure, some), one
    return out


def safest(found: Weighed, figure: str) -> str | None:
    """The model of which the most that it may be worse than the best choice is least."""
    every = worst(found, figure)
    return min(every, key=lambda model: every[model][0]) if every else None


def safest_said(found: Weighed, figure: str, name: Naming) -> Iterator[str]:
    """The answer: the safest choice, and whether it is clearly that; where it lags most."""
    model = safest(found, figure)
    shown = lower(name.figure(figure))
    if model is None:
        yield name("sweep.unmeasured", figure=name.figure(figure))
        return
    others = [other for other in worst(found, figure) if other != model]
    every = [one for ahead in found.futures for other in others
             if (one := found.difference(model, other, ahead, figure))]
    better = [one for one in every if clear(one) and (one.median < 0) == (figure in LESS)]
    regret, ahead = worst(found, figure)[model]
    told = any(direction(one.values, among=len(every)).told for one in every if not few(one.values))
    if not told:
        yield name("versus.unclear", figure=shown)
    else:
        sure = name("versus.clear" if len(better) == len(every) else "versus.partly")
        yield f"{name('versus.safe' if regret else 'versus.always', model=name.model(model), figure=shown)} {sure}"
    yield from otherwise(found, model, others, "versus.otherwise" if told else "versus.otherwise.than", name)
    if regret and told:
        yield name("versus.lags", model=name.model(model), future=called(ahead, name),
                   regret=name.value(figure, regret, apart=True))


def otherwise(found: Weighed, model: str, others: Sequence[str], key: str, name: Naming) -> Iterator[str]:
    """Each other figure on which another model is clearly better than this one, the safest choice, in every future."""
    for figure in found.experiment.question.figures[1:]:
        sign = -1 if figure in LESS else 1
        better = [other for other in others if all(
            one and clear(one) and sign * one.median > 0
            for one in [found.difference(other, model, ahead, figure) for ahead in found.futures])]
        if better:
            yield name(key, figure=f"‘{lower(name.figure(figure))}’", than=name.model(model),
                       models=several([name.model(one) for one in better], name))


def in_future(found: Weighed, ahead: Ahead, label: str, figure: str, name: Naming) -> str:
    """Which model is best in one future, and how far the others are from it."""
    sign = -1 if figure in LESS else 1
    middles = {model: middle(figure, some) for model in found.models
               if (some := finite(found.values(model, ahead, figure))).size}
    if not middles:
        return f"{label}: {name('unmeasured')}."
    best = max(middles, key=lambda model: sign * middles[model])
    apart = {model: found.difference(model, best, ahead, figure) for model in middles if model != best}
    if len(middles) == len(found.models) and all(alike(one, figure) for one in apart.values()):
        return name("versus.future.alike", future=label, middle=name.banded(figure, found.values(best, ahead, figure)))
    others = [f"{name.model(model)} {difference(one, figure, name)}" for model, one in apart.items()]
    return name("versus.future", future=label, model=name.model(best), others="; ".join(others),
                middle=name.banded(figure, found.values(best, ahead, figure)))


def alike(one: Band | None, figure: str) -> bool:
    """Whether a difference is none in the middle course, and goes no way that can be told; of yes and no none at all."""
    if one is None or direction(one.values).told:
        return False
    return one.median == 0 if figure != YES_OR_NO else not finite(one.values).any()


def one_model(found: Weighed, figure: str, name: Naming) -> Iterator[str]:
    """The answer for one model: the future in which it is best off, and beside which others that is clear."""
    (model,) = found.models
    sign = -1 if figure in LESS else 1
    middles = [(sign * middle(figure, some), -n) for n, one in enumerate(found.futures)
               if (some := finite(found.values(model, one, figure))).size]
    shown, n = lower(name.figure(figure)), len(found.futures)
    if not middles:
        yield name("sweep.unmeasured", figure=name.figure(figure))
        return
    top = found.futures[-max(middles)[1]]
    ways = {called(one, name): direction(sign * (found.values(model, top, figure) - found.values(model, one, figure)),
                                         among=n - 1) for one in found.futures if one is not top}
    better = {word: [f"‘{label}’" for label, way in ways.items() if way.sign > 0 and way.word == word]
              for word in (CLEAR, MOSTLY)}
    if n > 1 and not any(better.values()):
        yield name("versus.one.flat", model=name.model(model), n=n, figure=shown)
        return
    sure = [name(f"versus.one.{word}", others=several(some, name))
            for word, some in better.items() if some]
    yield " ".join([name("versus.one.best", model=name.model(model), future=called(top, name), figure=shown), *sure])
    yield from otherwise_off(found, model, top, name)
    there, of = still_there(found, model, top)
    if of and 2 * there < of:
        yield name("versus.one.gone", model=name.model(model), n=there, of=of)


def otherwise_off(found: Weighed, model: str, top: Ahead, name: Naming) -> Iterator[str]:
    """Each other figure on which one model is clearly, or mostly, better off in another future than in this one."""
    for figure in found.experiment.question.figures[1:]:
        sign = -1 if figure in LESS else 1
        best = found.values(model, top, figure)
        ways = {called(one, name): direction(sign * (found.values(model, one, figure) - best),
                                             among=len(found.futures) - 1) for one in found.futures if one is not top}
        better = [name(f"versus.one.off.{word}", others=several(some, name)) for word in (CLEAR, MOSTLY)
                  if (some := [f"‘{label}’" for label, way in ways.items() if way.sign > 0 and way.word == word])]
        if better:
            yield name("versus.one.off", figure=f"‘{lower(name.figure(figure))}’", better=several(better, name))


def beside_base(found: Weighed, ahead: Ahead, figure: str, name: Naming) -> str:
    """How one model is off in a future, beside the first."""
    (model,) = found.models
    middle = name.banded(figure, found.values(model, ahead, figure))
    if ahead is found.base:
        return name("versus.one.base", future=called(ahead, name), middle=middle)
    return name("versus.one.future", future=called(ahead, name), middle=middle, base=called(found.base, name),
                change=difference(found.change(model, ahead, figure), figure, name))


def difference(one: Band | None, figure: str, name: Naming) -> str:
    """A difference with its band, and whether it is clear."""
    if one is None:
        return name("unmeasured")
    text = name.difference(figure, one.values)
    if few(one.values):
        return f"{text[:-1]}: {name('versus.few', n=one.courses, of=one.values.size)})"
    if clear(one):
        return text
    way = direction(one.values)
    often = name("often", some=way.most, all=way.courses)
    said = name(f"way.{way.word}.{'up' if way.sign > 0 else 'down'}", often=often) if way.told else name("unclear")
    return f"{text[:-1]}: {said})"


def few(values: np.ndarray) -> bool:
    """Whether something can be measured in so few of the courses (R,) that it says nothing."""
    there = finite(values).size
    return there < min(values.size, max(FEW, min(FEWEST, values.size / 2)))


def clear(one: Band) -> bool:
    """Whether a difference goes one way in nine of ten courses, of which there are enough."""
    return not few(one.values) and direction(one.values).word == CLEAR


def still_there(found: Weighed, model: str, ahead: Ahead) -> tuple[int, int]:
    """In how many courses a model is there at the end, of how many."""
    values = finite(found.values(model, ahead, "survival.share"))
    return int(values.sum()), values.size


def survival(found: Weighed, name: Naming) -> Iterator[str]:
    """How often each model is still there: in the first future, and where it is least often."""
    for model in found.models:
        counts = [still_there(found, model, one) for one in found.futures]
        least = min(range(len(counts)), key=lambda n: counts[n][0] / max(1, counts[n][1]))
        if not counts[0][1] or not counts[least][1]:
            continue
        key = f"versus.survival{'.one' if len({*counts}) == 1 else '.same' if counts[least] == counts[0] else ''}"
        yield name(key, model=name.model(model), often=name.courses(*counts[0]), base=called(found.base, name),
                   least=name.courses(*counts[least]), future=called(found.futures[least], name))


def recoveries(found: Weighed, name: Naming) -> Iterator[str]:
    """For each future with a date: how often a model notices it, comes back, and after how long."""
    run = next(iter(found.experiment.specs.values())).canvas.simwijk
    for one in found.futures:
        if one.week is None or not any(found.touches(one, model) for model in found.models):
            continue
        texts: dict[str, list[str]] = {}
        for model in found.models:
            if (weeks := found.recovery(model, one)) is not None:
                texts.setdefault(recovered(weeks, name), []).append(name.model(model))
        if texts:
            yield name("versus.shock", future=called(one, name), month=name.words.month(day_of(run.start, one.week)),
                       parts="; ".join(f"{several(models, name)}: {text}" for text, models in texts.items()))
        touched = [name.model(model) for model in found.models if found.touches(one, model)]
        if len(touched) < len(found.models):
            yield name("versus.same", future=called(one, name), models=several(touched, name))


def recovered(weeks: np.ndarray, name: Naming) -> str:
    """In how many courses it is hit, and comes back; in how many it was no more by then, which say nothing.
    Of what is left then nothing is said where that is few, and few beside all."""
    every, too_few, weeks = weeks.size, few(np.where(np.isinf(weeks), 0, weeks)), finite_or_never(weeks)
    gone = [name("versus.shock.gone", n=every - weeks.size, of=every)] if weeks.size < every else []
    if too_few:
        return f"{gone[0]}; {name('versus.shock.few')}"
    back = finite(weeks[weeks > 0])
    parts = [name(f"versus.shock.{key}{'.all' if some == weeks.size else ''}", n=some, of=weeks.size,
                  span=name.words.span(int(np.median(back))) if back.size else "")
             for key, some in (("not", int((weeks == 0).sum())), ("back", back.size),
                               ("never", int(np.isinf(weeks).sum()))) if some]
    rest = f"{name('versus.shock.rest')} " if gone and len(parts) == 1 else ""
    return ", ".join([*gone, rest + several(parts, name)])


def finite_or_never(weeks: np.ndarray) -> np.ndarray:
    """Weeks of courses that could be hit: a number, or infinite."""
    return weeks[~np.isnan(weeks)]


def method(found: Weighed, words: Words) -> Iterator[str]:
    """How it was reckoned, in the words of who knows statistics."""
    until = found.experiment.question.courses.until
    yield words("versus.method", n=len(found.courses), level=words.number(100 * (until.level if until else 0.95)))


# --- tables -------------------------------------------------------------------------------------------------------

def tables(found: Weighed) -> dict[str, Table]:
    """Levels, differences between models, changes by a future, regret, recovery."""
    figures = found.experiment.question.figures
    pairs = [(model, other) for n, other in enumerate(found.models) for model in found.models[n + 1:]]
    out: dict[str, Table] = {
        "values": ([*HEAD, "courses"], [
            [one.future.name, model, figure, unit_of(figure), *levels(figure, found.values(model, one, figure))]
            for one in found.futures for model in found.models for figure in (*figures, "survival.share")]),
        "regret": ([*HEAD, "courses"], [
            [one.future.name, model, figure, unit_of(figure), *levels(figure, values)]
            for figure in figures for one in found.futures for model, values in found.regret(one, figure).items()]),
        "changes": ([*HEAD, "courses", "higher", "lower", "told"], [
            [one.future.name, model, figure, unit_of(figure), *sides(found.change(model, one, figure))]
            for one in found.futures[1:] for model in found.models for figure in figures]),
        "recovery": (["future", "model", "from week", "not lower", "back", "never back", "not there before",
                      "middle weeks of those back"], [
            [one.future.name, model, one.week, *counts(weeks)] for one in found.futures for model in found.models
            if (weeks := found.recovery(model, one)) is not None])}
    if pairs:
        out["differences"] = (["future", "model", "less", *HEAD[2:], "courses", "higher", "lower", "told"], [
            [one.future.name, model, other, figure, unit_of(figure),
             *sides(found.difference(model, other, one, figure))]
            for one in found.futures for model, other in pairs for figure in figures])
    return out


HEAD = ["future", "model", "figure", "unit", "low", "middle", "high"]


def levels(figure: str, values: np.ndarray) -> list[object]:
    """Low, middle, high and how many courses."""
    one = banded(figure, values)
    return [one.low, one.median, one.high, one.courses] if one else [np.nan, np.nan, np.nan, 0]


def sides(one: Band | None) -> list[object]:
    """Low, middle, high; in how many courses, in how many of them it is above and below zero, and what that says."""
    if one is None:
        return [np.nan, np.nan, np.nan, 0, 0, 0, NONE]
    way = direction(one.values)
    return [one.low, one.median, one.high, one.courses, way.up, way.down, way.word]


def counts(weeks: np.ndarray) -> list[object]:
    """How many courses are not lower, back, never back, and were not there; the middle time of those back."""
    back = finite(weeks[weeks > 0])
    return [int((weeks == 0).sum()), back.size, int(np.isinf(weeks).sum()), int(np.isnan(weeks).sum()),
            np.median(back) if back.size else np.nan]
