"""Says of a sensitivity study what moves a figure most, what to check first, what was set aside or not varied."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simcore.canvas import Spec
from simcore.experiments.indices import FEWEST, RESAMPLES, Index
from simcore.experiments.inputs import NO_RANGE, NOT_ASKED, PEOPLE, SET
from simcore.experiments.measured import unit_of
from simcore.experiments.sensitivity import LUCK, REST, Sensed, Sensitive, Shared
from simcore.show.experiments.checks import Checks
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import before_a_colon, several
from simcore.show.terminal import title_of
from simcore.show.texts import TEXTS
from simcore.show.words import Words

Table = tuple[list[str], list[list[object]]]
MOST_NAMED, MOST_CHECKED = 4, 6                    # in a sentence; of what to check first
LEAST = 0.005                                      # a share below this is told as none, which nobody need check
INTERVAL = ("", " at least", " at most")


# --- sentences ----------------------------------------------------------------------------------------------------


def said(found: Sensitive, words: Words) -> Iterator[str]:
    """What moves the first figure most; of several models what to check first of each, and a line for each."""
    if len(found.models) > 1:
        names = {model.model: Called(found, model, words) for model in found.models}
        name = next(iter(names.values()))
        yield name("sensitivity.several", figure=name.quoted(found.models[0].figures[0].figure), models="; ".join(
            name("sensitivity.of", model=name.model(key), inputs=several(top(model, names[key]), name, MOST_NAMED))
            for model in found.models for key in [model.model] if top(model, names[key])) or name("unmeasured"))
    for model in found.models:
        yield moved_most(model, Called(found, model, words))


def moved_most(model: Sensed, name: Called) -> str:
    """What moves the first figure of one model most."""
    one = model.figures[0]
    known = {"model": name.model(model.model), "figure": name.quoted(one.figure)}
    if not one.known:
        few = model.samples - one.left_out < FEWEST
        why = "unmeasured" if few else "still" if one.same else "rare"
        return name(f"sensitivity.{why}", **known, n=one.left_out, of=model.samples, inputs=len(model.inputs))
    first = top(model, name)
    return name("sensitivity.one" if len(first) == 1 else "sensitivity.some", **known,
                inputs=several(first, name, MOST_NAMED))


def top(model: Sensed, name: Called) -> list[str]:
    """What moves the first figure most: those that share the first rank."""
    return [name.named(factor.name) for rank, factor in model.first() if rank == 1] if model.figures[0].known else []


def sure(found: Sensitive, words: Words) -> Iterator[str]:
    """What hangs on luck and on all the rest, and what the brackets mean."""
    for name, model in each(found, words):
        one, of = model.figures[0], f"{name.model(model.model)}: " if len(found.models) > 1 else ""
        if one.known:
            yield of + name("sensitivity.luck", share=name.index(one.factor(LUCK).total))
            if rest := one.factor(REST):
                yield of + counted(name, "sensitivity.rest", len(rest.members), share=name.index(rest.total))
    if any(model.figures[0].known for model in found.models):
        yield words("sensitivity.sure")


def first(found: Sensitive, words: Words) -> Iterator[Checks]:
    """What to check first of each model, with what hangs on it and what it rests on; or why nothing is named."""
    for name, model in each(found, words):
        if model.figures[0].known:
            ranked = model.first()
            some = [pair for pair in ranked if pair[0] == 1 or pair[1].total.high >= LEAST][:MOST_CHECKED]
            yield Checks(name.model(model.model), [
                name("sensitivity.item", input=before_a_colon(name.label(factor.name)), share=name.index(factor.total),
                     evidence=name.evidence(factor.name)) for _, factor in some], [words("sensitivity.hangs")],
                [rank for rank, _ in some])
        else:
            yield Checks(name.model(model.model), [], [name(
                "sensitivity.no_first.still" if model.figures[0].same else "sensitivity.no_first",
                n=len(model.inputs), figure=name.quoted(model.figures[0].figure))])


def besides(found: Sensitive, words: Words) -> Iterator[str]:
    """What was set aside, not varied, not measured."""
    for name, model in each(found, words):
        one, of = model.figures[0], f"{name.model(model.model)}: " if len(found.models) > 1 else ""
        if one.known:
            yield from (of + line for line in unsaid(model, one, name, name.quoted(one.figure)))


def each(found: Sensitive, words: Words) -> Iterator[tuple[Called, Sensed]]:
    """Each model with its words."""
    return ((Called(found, model, words), model) for model in found.models)


def unsaid(model: Sensed, one: Shared, name: Called, figure: str) -> Iterator[str]:
    """What was set aside, not varied, not measured."""
    if look := model.look:
        most = max((index.high for _, index in look.aside if np.isfinite(index.value)), default=0.0)
        yield name("sensitivity.aside", n=len(look.aside), of=len(model.inputs), figure=figure,
                   bound=name.value(one.figure, most, apart=True))
        if look.close:
            yield counted(name, "sensitivity.close", len(look.close),
                          inputs=several([name.named(path) for path, _ in look.close], name, MOST_NAMED))
    for reason in (NO_RANGE, PEOPLE, NOT_ASKED, SET):
        if some := [fixed for fixed in model.fixed if fixed.reason == reason]:
            yield counted(name, f"sensitivity.fixed.{reason}", len(some))
    if one.left_out or (look and look.left_out):
        yield name("sensitivity.lost", n=one.left_out + (look.left_out if look else 0), figure=figure,
                   of=model.samples + (look.ways if look else 0))


def counted(name: Naming, key: str, n: int, **parts: object) -> str:
    """A text about so many, of one as that is said."""
    return name(f"{key}.one" if n == 1 else key, n=n, **parts)


def method(found: Sensitive, words: Words) -> Iterator[str]:
    """How it was found, for who knows such methods."""
    question = found.experiment.question
    if any(model.look for model in found.models):
        yield words("sensitivity.method.look", ways=question.screen.trajectories, keep=question.screen.keep,
                    levels=question.screen.levels)
    yield words("sensitivity.method.shares", samples=question.samples)
    yield words("sensitivity.method.sure", resamples=words.number(RESAMPLES))
    yield words("sensitivity.method.order")


class Called(Naming):
    """The words of one language for the inputs of one model."""

    def __init__(self, found: Sensitive, model: Sensed, words: Words):
        super().__init__(found.experiment, words)
        object.__setattr__(self, "sensed", model)
        names = {path: self._called(path) for path in (*model.inputs, *(one.path for one in model.fixed))}
        same = {one for one in names.values() if list(names.values()).count(one) > 1}
        object.__setattr__(self, "names", {path: self._apart(path, one) if one in same else one
                                           for path, one in names.items()})

    def input(self, path: str) -> str:
        """What an input, a group, luck or the rest is called."""
        if path in self.names:
            return self.names[path]
        if path in (LUCK, REST):
            return self(f"sensitivity.{path}.name")
        return self(f"block.{path}") if f"block.{path}" in TEXTS else self(f"sensitivity.{path}")

    def named(self, path: str) -> str:
        """The same within a sentence."""
        return f"‘{self.input(path)}’"

    def label(self, path: str) -> str:
        """The same where it stands by itself."""
        text = self.input(path)
        return text[:1].upper() + text[1:]

    def evidence(self, path: str) -> str:
        """What it rests on."""
        return self(f"evidence.{self.sensed.inputs[path].evidence}")

    def index(self, one: Index) -> str:
        """34 % (25 tot 44 %)"""
        return f"{self.percent(one.value)} ({self('span', low=self.percent(one.low), high=self.percent(one.high))})"

    def percent(self, share: float) -> str:
        """A share of the differences; an interval may reach below none or above all, which no share can."""
        if np.isnan(share):
            return self("unmeasured")
        decimals = 1 if 0.0005 < share < 0.0095 else 0
        return self("unit.share", n=self.words.number(100 * min(1.0, max(0.0, share)), decimals))

    def _called(self, path: str) -> str:
        one = self.sensed.inputs.get(path)
        spec: Spec = self.experiment.specs[self.sensed.model]
        if (one and one.axis and one.axis.label) or path not in spec.quantities():
            return self.path(path, one.axis.label if one and one.axis else None)
        short = ".".join(trimmed(path))
        title = title_of(spec, short, self.words).rpartition(" (")[0]
        title = title.rpartition(", ")[0] if short in spec.quantities() else title
        part = f"sensitivity.part.{path.split('.')[1]}"
        return self(part, what=title) if ":" not in title and part in TEXTS else title

    def _apart(self, path: str, name: str) -> str:
        """The same name with what stands before its last word, as another has it too."""
        before = trimmed(path)[-2]
        return f"{name} ({self.noted(before) or self.words.leaf(before)})"


def trimmed(path: str) -> list[str]:
    """The steps of a path without those at its end that only say which of a list it is."""
    steps = path.split(".")
    while steps[-1] == "value" or steps[-1].isdigit():
        steps.pop()
    return steps


# --- tables -------------------------------------------------------------------------------------------------------


def tables(found: Sensitive) -> dict[str, Table]:
    """What to check first, what moves what, the first look, what is not varied: each with every interval."""
    first, moves, looks, fixed = [], [], [], []
    for model in found.models:
        moved = dict(model.look.moved) if model.look else {}
        for n, one in enumerate(model.figures):
            for rank, factor in model.first(n) if one.known else ():
                mine = model.inputs[factor.name]
                first.append([model.model, one.figure, rank, factor.name, mine.evidence, mine.group,
                              *ends(factor.total), *ends(factor.first)])
            for kind, some in (("input", one.factors), ("block", one.groups)):
                moves += [[model.model, one.figure, kind if factor.name not in (LUCK, REST) else factor.name,
                           factor.name, len(factor.members), *ends(factor.total), *ends(factor.first),
                           model.samples - one.left_out, one.left_out] for factor in some]
        close = {path for path, _ in model.look.close} if model.look else set()
        for n, (path, index) in enumerate(moved.items()):
            mine = model.inputs[path]
            looks.append([model.model, path, mine.evidence, mine.group, "yes" if n < model.look.kept else
                          "close" if path in close else "no", *ends(index), *ends(model.look.up[path])])
        fixed += [[model.model, one.path, one.reason, one.evidence] for one in model.fixed]
    figure = found.experiment.question.figures[0]
    columns = [f"{what}{end}" for what in ("share", "share alone") for end in INTERVAL]
    return {"check_first": (["model", "figure", "rank", "input", "evidence", "block", *columns], first),
            "what_moves": (["model", "figure", "kind", "name", "inputs", *columns, "samples", "left out"], moves),
            **({"first_look": (["model", "input", "evidence", "block", "goes on",
                                *(f"moves {figure} ({unit_of(figure)}){end}" for end in INTERVAL),
                                *(f"a higher value moves it by{end}" for end in INTERVAL)], looks)} if looks else {}),
            "not_varied": (["model", "input", "why", "evidence"], fixed)}


def ends(one: Index) -> list[float]:
    """An index and the ends of its interval."""
    return [one.value, one.low, one.high]
