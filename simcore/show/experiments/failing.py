"""Says when it fails: the limits that were found, how often it fails within them, how much of all failing that is."""

from __future__ import annotations

from collections.abc import Iterator

from simcore.experiments.box import Limit, Score
from simcore.experiments.condition import Condition
from simcore.experiments.failing import FUTURE, Failing
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower
from simcore.show.words import Words

SIGNS = {"<": "failing.under", "<=": "effects.cap", ">": "failing.over", ">=": "effects.floor"}
GONE = Condition("survival.share", "<", 1.0)
Table = tuple[list[str], list[list[object]]]


def said(found: Failing, words: Words) -> Iterator[str]:
    """For each model when it fails, or that no such condition was found; what failing means."""
    name = Naming(found.experiment, words)
    asks = found.condition
    yield name("failing.gone") if asks == GONE else name("failing.means", what=lower(name.figure(asks.figure)),
               condition=name(SIGNS[asks.sign], value=name.value(asks.figure, asks.value)))
    for model, one in found.found.items():
        often = name.courses(one.all.failed, one.all.runs)
        if not one.limits:
            yield name(f"failing.{one.why}", model=name.model(model), often=often)
            continue
        covers, share = name.words.count(one.all.failed_inside, one.all.failed)
        yield name("failing.box", model=name.model(model), limits=limits(one.limits, name), all=often,
                   inside=name.courses(one.all.failed_inside, one.all.inside), covers=covers, share=share,
                   held=name.courses(one.held.failed_inside, one.held.inside))


def limits(every: tuple[Limit, ...], name: Naming) -> str:
    """The limits as one condition."""
    return f" {name('and')} ".join(limit(one, name) for one in every)


def limit(one: Limit, name: Naming) -> str:
    """One limit: the price of cleaning is below € 12."""
    if one.path == FUTURE:
        labels = {future.name: future.label[name.words.lang] for future in name.experiment.question.futures}
        return name("failing.future", values=name("failing.or").join(f"‘{labels[value]}’" for value in one.among))
    what = lower(name.path(one.path, label_of(one.path, name)))
    if one.among:
        return name("failing.is", what=what,
                    values=name("failing.or").join(name.setting(one.path, value) for value in one.among))
    low, high = (None if end is None else name.setting(one.path, f"{end:.12g}") for end in (one.low, one.high))
    key = "between" if low and high else "above" if low else "below"
    return name(f"failing.{key}", what=what, low=low, high=high, value=low or high)


def label_of(path: str, name: Naming):
    """What the experiment file calls a path, if anything."""
    question = name.experiment.question
    axes = [*getattr(question, "vary", ()), *getattr(question, "also_under", ())]
    return next((axis.label for axis in axes if path == axis.path or path.endswith(f".{axis.path}")), None)


def table(found: Failing) -> Table:
    """Each limit of each model, with coverage and density on all runs and on the half not looked at."""
    rows: list[list[object]] = []
    for model, one in found.found.items():
        for each in one.limits or (None,):
            rows.append([model, each.path if each else "", each.low if each else None, each.high if each else None,
                         " | ".join(each.among) if each else "", *numbers(one.all, bool(one.limits)),
                         *numbers(one.held, True), one.why])
    sides = [f"{what}{half}" for half in ("", " held out") for what in ("inside", "failed inside", "failed", "runs",
                                                                       "coverage", "density")]
    return ["model", "path", "low", "high", "among", *sides, "why not"], rows


def numbers(one: Score | None, shown: bool) -> list[object]:
    """A score as numbers."""
    if one is None:
        return [None] * 6
    ends = [one.coverage, one.density] if shown else [None, None]
    return [one.inside if shown else None, one.failed_inside if shown else None, one.failed, one.runs, *ends]


def method(words: Words) -> str:
    """How it was looked for, in the words of who knows statistics."""
    return words("failing.method")
