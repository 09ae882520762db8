"""The kit for who writes a plugin: a small model, some weeks of it, and a check of every promise.

    from simcore.testing import check_plugin, run

    def test_every_promise_is_kept():
        check_plugin(ColdSpell())

    def test_in_winter_fewer_windows_are_washed():
        assert run(ColdSpell(), weeks=10).term("need.windows")[0] < 1

The small model is the canvas that ``simwijk new canvas`` writes, with a few hundred residents; another is named by
``model``. In it every number has its middle value, and only luck differs between courses.
"""

import hashlib
import pickle
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np

from simcore.canvas import Spec, load
from simcore.canvas.starter import starter
from simcore.errors import BadInput, Problem, SimwijkError
from simcore.files import Quantity, suggestion
from simcore.files.places import fields_of
from simcore.neighbourhood.people import populate
from simcore.played import LaneOutcome, written
from simcore.plugin.activating import checked
from simcore.plugin.finding import find, is_plugin
from simcore.plugin.fragments import fragment_of, read_fragment
from simcore.plugin.nouns import Note
from simcore.week.lane import Lane

RESIDENTS, WEEKS, REPLICATIONS = 200, 30, 3
SPOILED = 4711                                    # what the generators of others are seeded with, to see who uses them


class Broken(AssertionError):
    """Promises that a plugin breaks, each in a sentence: ``promises``."""

    def __init__(self, promises: list[str]):
        self.promises = promises
        super().__init__("\n".join(f"- {one}" for one in promises))


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
        enterprise: bool = True, watch: Callable[[Lane], None] = lambda lane: None) -> Trial:
    """Play some weeks with these plugins: objects, or (name, object) pairs. Raises what a run would raise.

    ``enterprise=False`` plays doing nothing; ``replications`` is a count, or the numbers of the courses; ``watch`` is
    called with the lane before it begins.
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
        trial.tallies.append({name: np.array(lane.tally[name]) for name in lane.tally})
    trial.outcome = written(lane)
    return trial


def sure(value: float, unit: str) -> Quantity:
    """A parameter that is the same in every course, for a test that is worked out by hand."""
    return Quantity(value=value, low=value, high=value, unit=unit, evidence="assumption", source="a test")


@dataclass(frozen=True)
class Example:
    """A plugin as its fragment uses it: its class, the plugin, and the model it fits best (the small one unless it says)."""
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


# --- the promises -------------------------------------------------------------------------------------------------


def check_plugin(plugin: Any, *, name: str = "", model: str | Path | Spec | None = None, weeks: int = WEEKS,
                 start: str | None = None, off: dict[str, Any] | None = None) -> None:
    """Check every promise a plugin makes; Broken names all that it breaks.

    ``start`` names the parameter (a Day) before which it does nothing; ``start`` and ``begin`` are known.
    ``off`` are parameters that switch it off: with those every figure must be that of a run without it.
    """
    spec = model if isinstance(model, Spec) else tiny_model(model)
    name = name or name_of(plugin)
    of = Case(plugin, name, spec, weeks, start or next((one for one in ("start", "begin") if starts(plugin, one)), ""),
              off or {})
    broken: dict[str, str] = {}                                  # what is wrong -> the first promise it breaks
    for promise, check in PROMISES.items():
        for said in answers(check, of):
            broken.setdefault(said, promise)
    if broken:
        raise Broken([f"{promise}: {said}" for said, promise in broken.items()])


def answers(check: Callable, of: "Case") -> list[str]:
    """What a check says; also when the plugin ends it."""
    try:
        return list(check(of))
    except SimwijkError as error:
        return [str(error)]


@dataclass
class Case:
    """A plugin that is checked, and the runs that several checks look at."""
    plugin: Any
    name: str
    spec: Spec
    weeks: int
    start: str
    off: dict[str, Any]
    kept: dict[Any, Trial] = field(default_factory=dict)

    def run(self, plugin: Any = None, **how: Any) -> Trial:
        """A run with the plugin, or another one of its kind in its place."""
        return run((self.name, plugin or self.plugin), model=self.spec, weeks=self.weeks, **how)

    def once(self, what: str) -> Trial:
        """A run that is played once: ``with`` the plugin or ``without``."""
        if what not in self.kept:
            self.kept[what] = self.run() if what == "with" else run(model=self.spec, weeks=self.weeks)
        return self.kept[what]


def starts(plugin: Any, name: str) -> bool:
    """Whether a parameter is a day."""
    return isinstance(getattr(plugin, name, None), date)


def documented(of: Case) -> Iterator[str]:
    """Every number is a Quantity, which has a unit, a source and evidence; what is not sure has a range."""
    kinds = get_type_hints(type(of.plugin))
    for key, attribute in fields_of(type(of.plugin)).items():
        value = getattr(of.plugin, attribute)
        if isinstance(value, (int, float)) and not isinstance(value, bool) or kinds.get(attribute) in (int, float):
            yield f"'{key}' is a bare number; make it a Quantity with unit, range and source"
        if isinstance(value, Quantity) and value.evidence in ("assumption", "open") and not value.ranged:
            yield f"'{key}' is not sure, and has no range; give it low and high"


def named(of: Case) -> Iterator[str]:
    """A Dutch and an English name, and a sentence in both."""
    for word in ("dutch", "english"):
        if not isinstance(getattr(of.plugin, word, None), str):
            yield f"it has no name in {word.capitalize()}; add a field: {word}: Text = \"...\""
    if not (type(of.plugin).__doc__ or "").strip():
        yield "its class has no sentence that says what it does"
    if not str(getattr(of.plugin, "dutch_about", "")).strip():
        yield "it has no Dutch sentence that says what it does; add: dutch_about = \"...\""


def fits(of: Case) -> Iterator[str]:
    """The model takes it, and it plays with an enterprise and without one; what it answers can be."""
    for problem in checked(of.name, of.plugin, of.spec):
        yield problem.what
    of.once("with")
    of.run(enterprise=False, replications=1)


def fragment(of: Case) -> Iterator[str]:
    """The example of its use can be read."""
    if fragment_of(type(of.plugin)):
        try:
            read_fragment(type(of.plugin), of.name)
        except BadInput as error:
            yield str(error).splitlines()[0]


def memory(of: Case) -> Iterator[str]:
    """What it remembers is in columns: neither it nor its class is changed by a run."""
    before = state(of.plugin)
    of.run(replications=1)
    for key, value in state(of.plugin).items():
        if before.get(key) != value:
            yield f"'{key}' has changed during a run; keep it in a Column"


def state(plugin: Any) -> dict[str, bytes]:
    """All a plugin and its class hold, by name, to compare."""
    held = {name: one for name, one in vars(type(plugin)).items() if not callable(one) and not name.startswith("__")}
    held |= vars(plugin)
    module = sys.modules.get(type(plugin).__module__)
    held |= {f"{name} of the module": one for name, one in vars(module).items()
             if isinstance(one, (list, dict, set)) and not name.startswith("__")} if module else {}
    return {name: frozen(one) for name, one in held.items()}


def frozen(value: Any) -> bytes:
    """A value as bytes; only its kind where that cannot be."""
    try:
        return pickle.dumps(value)
    except Exception:
        return repr(type(value)).encode()


def alike(of: Case) -> Iterator[str]:
    """The same run twice gives the same, whatever has been asked of the generators of numpy and of Python."""
    with generators_kept():
        random.seed(SPOILED)
        np.random.seed(SPOILED)
        again = of.run()
    if differs(of.once("with"), again):
        yield "a second run gives something else; is there any luck but week.luck, a clock, or a memory of its own?"


def apart(of: Case) -> Iterator[str]:
    """Courses played together are as each would be alone."""
    together = of.once("with")
    for place in range(REPLICATIONS):
        if differs(together, of.run(replications=[place]), place):
            yield (f"course {place} is another when it is played alone; what it answers for a course may hang on that "
                   f"course only")
            return


def no_generator(of: Case) -> Iterator[str]:
    """The generators of numpy and of Python are left as they are."""
    with generators_kept():
        random.seed(SPOILED)
        np.random.seed(SPOILED)
        before = random.getstate(), frozen(np.random.get_state())
        of.run(replications=1)
        if (random.getstate(), frozen(np.random.get_state())) != before:
            yield "it uses the generator of numpy or of Python; week.luck(n) is the luck of a plugin"


def hands_off(of: Case) -> Iterator[str]:
    """While it is asked, nothing of the engine changes."""
    found: list[str] = []

    def watched(lane: Lane) -> None:
        ask = lane.active.ask_one

        def ask_one(plugin: str, hook: str, number: int | None = None, **said: Any) -> list:
            before = engine(lane)
            answer = ask(plugin, hook, number, **said)
            found.extend(f"{hook} in week {number} has changed {part}" for part, digest in engine(lane).items()
                         if digest != before[part])
            return answer

        lane.active.ask_one = ask_one

    of.run(replications=1, watch=watched)
    yield from found[:3]


def engine(lane: Lane) -> dict[str, str]:
    """A digest of everything a plugin might reach, by what it is."""
    def digest(some: Iterable[Any]) -> str:
        out = hashlib.blake2b(digest_size=8)
        for one in some:
            if isinstance(one, np.ndarray):
                out.update(np.ascontiguousarray(one).view(np.uint8) if one.dtype.names is None else one.tobytes())
        return out.hexdigest()

    books, parts = lane.ledger, {"people": vars(lane.world).values()}
    parts |= {"books": [books.flows[books.week], books.balances], "terms": lane.base.values(),
              "numbers": dict(lane.numbers).values(),
              "columns": [one for mine in lane.active.columns.values() for one in mine.values()]}
    return {name: digest(some) for name, some in parts.items()}


def not_yet(of: Case) -> Iterator[str]:
    """Before its start it does nothing."""
    if not of.start:
        return
    half = of.weeks // 2
    first = of.spec.canvas.simwijk.start + timedelta(weeks=half)
    late = of.run(replace(of.plugin, **{of.start: first}))
    if week := differs_before(late, of.once("without"), half):
        yield f"with {of.start} in week {half} something is different in week {week - 1} already"


def neutral(of: Case) -> Iterator[str]:
    """Switched off, or not begun yet, it changes nothing at all."""
    if of.off and (week := differs_before(of.run(replace(of.plugin, **of.off)), of.once("without"), of.weeks)):
        yield f"switched off with {', '.join(of.off)} it still changes something in week {week - 1}"
    if of.start:
        after = of.spec.canvas.simwijk.start + timedelta(weeks=of.weeks + 1)
        if week := differs_before(of.run(replace(of.plugin, **{of.start: after})), of.once("without"), of.weeks):
            yield f"with {of.start} after the end it changes something in week {week - 1}"


PROMISES: dict[str, Callable[[Case], Iterable[str]]] = {
    "every number has unit, range and source": documented, "it has a name in Dutch and in English": named,
    "the model can play with it": fits, "its example can be read": fragment,
    "it keeps no memory of its own": memory, "it has no luck but its own": no_generator,
    "the same run gives the same": alike, "courses together are as they are alone": apart,
    "it changes nothing of the engine": hands_off, "nothing happens before its start": not_yet,
    "switched off it is as if it were not there": neutral,
}


# --- comparing ----------------------------------------------------------------------------------------------------


@contextmanager
def generators_kept() -> Iterator[None]:
    """Puts the generators of numpy and of Python back as they were."""
    kept = random.getstate(), np.random.get_state()
    try:
        yield
    finally:
        random.setstate(kept[0])
        np.random.set_state(kept[1])


def differs(one: Trial, other: Trial, place: int | None = None) -> bool:
    """Whether two trials of the same plugins differ; with ``place``, the second is that course of the first."""
    mine = one.digest if place is None else one.digest[place:place + 1]
    pick = slice(None) if place is None else slice(place, place + 1)
    return mine != other.digest or any(
        not np.array_equal(np.broadcast_to(first[name], (len(one.digest),))[pick], second[name])
        for first, second in zip([*one.terms, *flat(one)], [*other.terms, *flat(other)]) for name in first)


def flat(trial: Trial) -> list[dict[str, np.ndarray]]:
    """The columns of all plugins of each week, by plugin and name."""
    return [{f"{owner}.{name}": value for owner, mine in week.items() for name, value in mine.items()}
            for week in trial.columns]


def differs_before(one: Trial, other: Trial, week: int) -> int:
    """The first week before ``week`` in which two trials differ, from 1; 0 when there is none.

    Streams that only one of them has must be empty there.
    """
    def weeks(left: np.ndarray, right: np.ndarray) -> np.ndarray:
        apart = np.asarray(left != right)
        return apart.reshape(len(apart), -1).any(1)

    weekly = [name for name, value in one.outcome.series.items() if len(value) == len(one.terms)
              and name in other.outcome.series]
    found = [weeks(one.outcome.series[name], other.outcome.series[name]) for name in weekly]
    for stream in {*one.streams, *other.streams}:
        left, right = (trial.paid(stream) if stream in trial.streams else 0 for trial in (one, other))
        found.append(weeks(np.asarray(left) + 0 * one.outcome.flows[:, :, 0], right + 0 * one.outcome.flows[:, :, 0]))
    found += [np.array([bool((mine[name] != theirs[name]).any()) for mine, theirs in zip(one.terms, other.terms)])
              for name in one.terms[0] if name in other.terms[0]]
    first = np.flatnonzero(np.any([each[:week] for each in found], 0))
    return int(first[0]) + 1 if first.size else 0
