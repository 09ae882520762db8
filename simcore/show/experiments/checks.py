"""Says what to check first: of any study the guesses that its own runs say move the answer most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simcore.experiments.files import named_of
from simcore.experiments.guesses import Guesses
from simcore.experiments.reading import Experiment
from simcore.results.movers import FEWEST
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import before_a_colon, lower, opening, several
from simcore.show.terminal import title_of

EVIDENCE = ("open", "assumption", "source", "fact")              # the weaker first


@dataclass(frozen=True)
class Checks:
    """What to check first of one model, most first, and lines about it; ``ranks`` where several may share one."""
    model: str
    items: Sequence[str]
    lines: Sequence[str]
    ranks: Sequence[int] = ()

    @property
    def ranked(self) -> list[tuple[int, str]]:
        """Each item with its rank."""
        return list(zip(self.ranks or range(1, len(self.items) + 1), self.items))


def checks(found: Mapping[str, Guesses], name: Naming) -> Iterator[Checks]:
    """Of each model the guesses that move the first figure most, and what the numbers rest on that were drawn; the
    models of which no guess stands out, together."""
    none = [key for key, one in found.items() if not one.movers]
    for models in [*([key] for key in found if key not in none), *([none] if none else [])]:
        first = found[models[0]]
        yield Checks(several([name.model(key) for key in models], name), items(models[0], first, name),
                     [why(first, name), *(line for key in models for line in about(key, found[key], name, models))])


def items(model: str, one: Guesses, name: Naming) -> list[str]:
    """Each guess, which way it works, and what it rests on."""
    spec, out = name.experiment.specs[model], []
    for mover in one.movers:
        evidence = name(f"evidence.{one.evidence[mover.path]}")
        title = name.path(mover.path) if mover.path.startswith("plugins.") else \
            title_of(spec, mover.path, name.words).rpartition(" (")[0].removesuffix(f", {evidence}")
        out.append(name("checks.item", input=before_a_colon(opening(title)), evidence=evidence,
                        way=name("checks.up" if mover.correlation > 0 else "checks.down")))
    return out


def why(one: Guesses, name: Naming) -> str:
    """What the guesses do, or why none is named."""
    key = "movers" if one.movers else "few" if one.courses < FEWEST else "none"
    figure = name.quoted(name.experiment.question.figures[0])
    return name(f"checks.{key}", figure=figure, n=one.courses, least=FEWEST)


def about(model: str, one: Guesses, name: Naming, models: Sequence[str]) -> Iterator[str]:
    """What the numbers of a model rest on, and which study asks more of it; with its name where there are several."""
    of = f"{name.model(model)}: " if len(models) > 1 else ""
    for line in (*rests_on(one, name), *asked_apart(name.experiment, model, name)):
        yield of + (lower(line) if of else line)


def rests_on(one: Guesses, name: Naming) -> Iterator[str]:
    """How many of the numbers that were drawn are guesses, and how many rest on something."""
    kinds = list(one.evidence.values())
    if kinds:
        yield name("checks.rests", n=len(kinds), kinds=several(
            [f"{kinds.count(kind)} × {name(f'evidence.{kind}')}" for kind in EVIDENCE if kind in kinds], name))


def asked_apart(experiment: Experiment, model: str, name: Naming) -> Iterator[str]:
    """Which study that comes along asks of this model by itself what to check first."""
    for study in named_of("sensitivity", model) if model in experiment.question.models else ():
        yield name("checks.apart", command=f"simwijk sweep {study}")
