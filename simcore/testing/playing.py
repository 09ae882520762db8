"""Playing some weeks of a small model with a plugin, to see what it does."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from simcore.canvas import Spec, load
from simcore.canvas.starter import starter
from simcore.errors import BadInput, Problem
from simcore.files import Quantity, suggestion
from simcore.neighbourhood.people import populate
from simcore.played import LaneOutcome, written
from simcore.plugin.activating import checked
from simcore.plugin.finding import find, is_plugin
from simcore.plugin.fragments import read_fragment
from simcore.plugin.nouns import Note
from simcore.week.lane import Lane

RESIDENTS, WEEKS, REPLICATIONS = 200, 30, 3


@cache
def tiny_model(model: str | Path | None = None, *changes: str) -> Spec:
    """A small model: the starter canvas, or a file or a model that comes along; ``changes`` are ``path=value``."""
    if model is not None:
        return load(model, changes)
    folder = Path(tempfile.mkdtemp(prefix="simwijk-"))
    file = folder / "tiny.yaml"
    file.write_text(starter("Tiny", file.name, "en"), encoding="utf-8")
    return load(file, changes)


@dataclass
class Trial:
    """Some weeks of a small model; arrays are (weeks, R), a row for each week."""
    lane: Lane
    outcome: LaneOutcome
    terms: list[dict[str, np.ndarray]] = field(default_factory=list)
    columns: list[dict[str, dict[str, np.ndarray]]] = field(default_factory=list)
    tallies: list[dict[str, np.ndarray]] = field(default_factory=list)

    def term(self, name: str) -> np.ndarray:
        """A term of each week, as it was after all effects."""
        return np.array([week[name] for week in self.terms])

    def column(self, name: str, plugin: str | None = None) -> np.ndarray:
        """A column of a plugin at the end of each week; of the only plugin when none is named."""
        owner = plugin or next(iter(self.columns[0]))
        return np.array([week[owner][name] for week in self.columns])

    def tally(self, name: str) -> np.ndarray:
        """Something that is counted for plugins, at the end of each week."""
        return np.array([week[name] for week in self.tallies])

    def paid(self, stream: str) -> np.ndarray:
        """Whole cents over a stream."""
        return self.outcome.stream(stream)

    @property
    def streams(self) -> list[str]:
        """The names of all streams."""
        return [one.name for one in self.outcome.streams]

    def minutes(self, need: str) -> np.ndarray:
        """(weeks, R, ways) minutes in which a need was met."""
        names = [one.id for one in self.lane.spec.place.needs.activities]
        return self.outcome.series["minutes"][:, :, names.index(need)]

    @property
    def notes(self) -> list[tuple[int, str, int]]:
        """(week, English text, course) of every note for the diary."""
        return [(week, one.english, r) for week, kind, one, r in self.outcome.events if isinstance(one, Note)]

    @property
    def digest(self) -> tuple[str, ...]:
        """One digest per course, over every count and cent."""
        return tuple(self.outcome.digests)


def run(*plugins: Any, weeks: int = WEEKS, model: str | Path | Spec | None = None, changes: Iterable[str] = (),
        residents: int = RESIDENTS, replications: int | Iterable[int] = REPLICATIONS, seed: int = 1,
        enterprise: bool = True, watch: Callable[[Lane], None] = lambda lane: None, counted: bool = True) -> Trial:
    """Play some weeks with these plugins: objects, or (name, object) pairs. Raises what a run would raise.

    ``enterprise=False`` plays doing nothing; ``replications`` is a count, or the numbers of the courses; ``watch`` is
    called with the lane before it begins; without ``counted`` no tally is kept, which takes a fifth of the time.
    """
    spec = model if isinstance(model, Spec) else tiny_model(model, *changes)
    pairs = [one if isinstance(one, tuple) else (name_of(one), one) for one in plugins]
    for name, one in pairs:
        if wrong := checked(name, one, spec):
            raise BadInput(wrong)
    some = list(range(replications)) if isinstance(replications, int) else list(replications)
    lane = Lane(spec, people(spec, seed, residents), seed, some, enterprise=enterprise, plugins=pairs, weeks=weeks,
                luck_only=True)
    watch(lane)
    trial = Trial(lane, None)
    for _ in range(weeks):
        lane.step()
        trial.terms.append({name: np.array(value) for name, value in lane.terms.items()})
        trial.columns.append({owner: {name: np.array(one) for name, one in mine.items()}
                              for owner, mine in lane.active.columns.items()})
        if counted:
            trial.tallies.append({name: np.array(lane.tally[name]) for name in lane.tally})
    trial.outcome = written(lane)
    return trial


def sure(value: float, unit: str) -> Quantity:
    """A parameter that is the same in every course, for a test that is worked out by hand."""
    return Quantity(value=value, low=value, high=value, unit=unit, evidence="assumption", source="a test")


@dataclass(frozen=True)
class Example:
    """A plugin as its fragment uses it: its class, the plugin, and the model it fits best (the small one unless it
    says)."""
    kind: type
    plugin: Any
    model: str | None


def example(name: str) -> Example:
    """The example of a plugin that is found by this name: one that comes along, or of a package that is installed."""
    found = find()
    if name not in found:
        raise ValueError(f"no plugin '{name}'; {suggestion(name, list(found))}")
    kind = found[name][0].kind
    return Example(kind, read_fragment(kind, name), getattr(kind, "fits", None))


def problems(plugin: Any, *, model: str | Path | Spec | None = None, name: str = "") -> list[Problem]:
    """What the ``check`` of a plugin says of a model; of the small one unless said."""
    return checked(name or name_of(plugin), plugin, model if isinstance(model, Spec) else tiny_model(model))


def name_of(plugin: Any) -> str:
    """What a plugin goes by: the name of its module where that holds it alone, as in a run; else that of its class in
    small letters, ColdSpell as cold_spell."""
    module = sys.modules.get(type(plugin).__module__)
    there = [one for one in vars(module).values() if isinstance(one, type) and is_plugin(one)
             and one.__module__ == module.__name__] if module else []
    last = type(plugin).__module__.rpartition(".")[2]
    if there == [type(plugin)] and not last.startswith(("test_", "__")):
        return last
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(plugin).__name__).lower()


people_of: dict[tuple[int, int, int], Any] = {}


def people(spec: Spec, seed: int, residents: int) -> Any:
    """The residents of a small district; the same ones each time."""
    key = hash(repr(spec.place.people)), seed, residents
    if key not in people_of:
        people_of[key] = populate(spec.place.people, seed, residents)
    return people_of[key]
