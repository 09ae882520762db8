"""Relations under the same luck: one change, and what it may and may not do, in every model that comes along.

Nobody knows what the right outcome of a model is; but which way a change must push it, or that it must leave it
exactly as it was, can be known. Each relation is tried on every bundled model; variants of one (another service,
another partner) are tried together and count once. Where a model has not got what a relation is about, it says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simcore.canvas import Spec, load
from simcore.errors import SimwijkError
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, Outcome, play
from simcore.studies.validation.bench import NotHere, expanded, shipped
from simcore.studies.validation.looks import Look
from simcore.studies.validation.twins import numbers_in, twins

# What every course here shares, as far as a model has it: something to see, and an enterprise that goes on.
LIVELY = {"channels.*.outside": 3, "customer_relationships.*.bond.appeal": 1, "key_activities.*.recruiting.join": 0.4,
          "neighbourhood.labour.inspection": 0, "simwijk.insolvent_after": 100_000}
# No rule of the enterprise answers to money.
STEADY = {"simwijk.stop.on": "off", "simwijk.grow.buffer": 900_000_000, "simwijk.start_on_request.requests": 100_000}


@dataclass(frozen=True)
class Verdict:
    """What a relation found in one model: ``holds`` is None where there is nothing to try; ``said`` counts."""
    holds: bool | None
    said: str = ""


@dataclass(frozen=True)
class Relation:
    """A relation: its key (names stand in the word list), whether it is ``exact`` or says ``more`` or ``less``."""
    key: str
    kind: str
    check: "Callable[[Trial], Verdict]"


RELATIONS: dict[str, Relation] = {}


def relation(key: str, kind: str = "exact") -> Callable:
    """Register a check as a relation, under its key."""
    def register(check: "Callable[[Trial], Verdict]") -> "Callable[[Trial], Verdict]":
        RELATIONS[key] = Relation(key, kind, check)
        return check

    return register


def all_relations() -> dict[str, Relation]:
    """Every relation by key, the exact ones first."""
    from simcore.studies.validation import (relations_books, relations_directed,  # noqa: F401  these register
                                            relations_exact)

    return dict(sorted(RELATIONS.items(), key=lambda one: one[1].kind != "exact"))


class Trial:
    """One model to try relations on, in a small district; a course that several relations look at is played once."""

    def __init__(self, name: str, residents: int = 2000, weeks: int = 65, courses: int = 6, seed: int = 11):
        self.name, self.residents, self.weeks, self.courses, self.seed = name, residents, weeks, courses, seed
        self.kept: dict[str, Outcome] = {}

    @property
    def shipped(self) -> Spec:
        """The model as it came."""
        return shipped(self.name)

    def changes(self, some: Mapping[str, Any], steady: bool = True) -> dict[str, Any]:
        """Paths and values: what all courses share, as far as the model has it, and these changes. Raises NotHere."""
        out: dict[str, Any] = {}
        for pattern, value in (LIVELY | STEADY if steady else LIVELY).items():
            try:
                out |= expanded(self.shipped, {pattern: value})
            except NotHere:
                continue
        return out | expanded(self.shipped, some)

    def spec(self, some: Mapping[str, Any] = {}, steady: bool = True) -> Spec:
        """The model with what all courses share, and these changes. Raises NotHere."""
        return load(self.name, [*self.changes(some, steady).items()])

    def times(self, pattern: str, factor: float) -> dict[str, Any]:
        """Every number of a pattern so many times as large. Raises NotHere."""
        numbers = self.shipped.quantities()
        return {path: numbers[path].value * factor for path in expanded(self.shipped, {pattern: None})}

    def play(self, some: Mapping[str, Any] = {}, *, steady: bool = True, plugins: bool = True, use: tuple = (),
             keep: bool = False, **run: Any) -> Outcome:
        """Play the model with changes; ``plugins=False`` leaves out its own plugins, ``use`` asks for others."""
        changes = self.changes(some, steady)
        key = repr((sorted(changes.items(), key=repr), plugins, use, sorted(run.items(), key=repr)))
        if key not in self.kept:
            spec = load(self.name, [*changes.items()])
            active = [*(activate(spec) if plugins else []), *(activate(spec, use)[len(activate(spec)):] if use else [])]
            out = play(spec, plugins=active, **{"residents": self.residents, "weeks": self.weeks, "seed": self.seed,
                                                "replications": self.courses, "luck_only": True, "threads": 1} | run)
            if not keep:
                return out
            self.kept[key] = out
        return self.kept[key]

    def base(self, **run: Any) -> Outcome:
        """The course that most relations change one thing of."""
        return self.play({}, keep=True, **run)

    def each(self, some: Mapping[str, Any], sides: Sequence[Mapping[str, Any]], look: Look,
             lanes: tuple[str, ...]) -> list[np.ndarray]:
        """What is looked at in each of ``sides``, (R,): courses with changes of their own, beside ``some`` of all."""
        each = [expanded(self.shipped, one) for one in sides]
        numbers = [numbers_in(self.shipped, one) for one in each]
        if numbers != each:
            return [look(self.play({**some, **one}, lanes=lanes)) for one in sides]
        spec = self.spec(some)
        both = look(self.play(some, lanes=lanes, **twins(spec, activate(spec), numbers, self.courses, seed=self.seed,
                                                         luck_only=True)))
        return np.split(both, len(sides))


def tried(one: Relation, trial: Trial) -> Verdict:
    """What a relation finds in a model; nothing where the model lacks what it is about, a no where it is refused."""
    try:
        return one.check(trial)
    except NotHere:
        return Verdict(None)
    except SimwijkError as error:
        return Verdict(False, str(error).splitlines()[0])


# --- comparing --------------------------------------------------------------------------------------------------------


def directed(before: np.ndarray, after: np.ndarray, way: str) -> Verdict:
    """Whether courses together have more, or less, after a change; nothing to see where both are nought."""
    before, after = np.asarray(before, float), np.asarray(after, float)
    if not before.any() and not after.any():
        return Verdict(None)
    sign = 1 if way == "more" else -1
    moved = sign * (after - before)
    said = f"{shown(before.mean())} → {shown(after.mean())}; {int((moved > 0).sum())}/{moved.size}"
    return Verdict(bool(moved.sum() > 0), said)


def shown(count: float) -> str:
    """A count in four digits, or all those of a whole number."""
    return f"{count:.0f}" if abs(count) >= 1000 else f"{count:.4g}"


def never(worse: np.ndarray, said: str = "") -> Verdict:
    """Holds when something happens nowhere."""
    worse = np.asarray(worse)
    return Verdict(not worse.any(), said or f"{int(worse.sum())}/{worse.size}")


def same_acts(one: Outcome, other: Outcome, lane: str = ENTERPRISE) -> bool:
    """Whether people did the same: every count, hour and place of every week."""
    names = ("counts", "benefit", "placed", "services", "teams", "minutes")
    return all(np.array_equal(one.lanes[lane].series[name], other.lanes[lane].series[name]) for name in names)
