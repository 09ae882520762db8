"""The promises a plugin makes, each with a check: numbers with sources, luck of its own, nothing before its start."""

import pickle
import random
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np

from simcore.canvas import Spec
from simcore.errors import BadInput, SimwijkError
from simcore.files import Quantity
from simcore.files.places import fields_of
from simcore.plugin.activating import checked
from simcore.plugin.fragments import fragment_of, read_fragment
from simcore.testing.comparing import differs, differs_before, flat
from simcore.testing.playing import REPLICATIONS, WEEKS, Trial, name_of, run, tiny_model
from simcore.week.lane import Lane

SPOILED = 4711                                    # what the generators of others are seeded with, to see who uses them


class Broken(AssertionError):
    """Promises that a plugin breaks, each in a sentence: ``promises``."""

    def __init__(self, promises: list[str]):
        self.promises = promises
        super().__init__("\n".join(f"- {one}" for one in promises))


def check_plugin(plugin: Any, *, name: str = "", model: str | Path | Spec | None = None, weeks: int = WEEKS,
                 start: str | None = None, off: dict[str, Any] | None = None) -> None:
    """Check every promise a plugin makes; Broken names all that it breaks.

    ``start`` names the parameter (a Day) before which it does nothing; ``start`` and ``begin`` are known. One that
    falls after the trial is brought to its middle, as nothing is tried of a plugin that never begins; of one that does
    nothing all the same a warning tells. ``off`` are parameters that switch it off: with those every figure must be
    that of a run without it.
    """
    spec = model if isinstance(model, Spec) else tiny_model(model)
    name = name or name_of(plugin)
    start = start or next((one for one in ("start", "begin") if starts(plugin, one)), "")
    of = Case(in_time(plugin, start, spec, weeks), name, spec, weeks, start, off or {})
    broken: dict[str, str] = {}                                  # what is wrong -> the first promise it breaks
    for promise, check in PROMISES.items():
        for said in answers(check, of):
            broken.setdefault(said, promise)
    if broken:
        raise Broken([f"{promise}: {said}" for said, promise in broken.items()])
    if idle(of):
        warnings.warn(f"in {weeks} weeks of {spec.name} '{name}' did nothing that can be seen, so that little was "
                      "tried; give more weeks=, a model= in which it acts, or other parameters", stacklevel=2)


def in_time(plugin: Any, start: str, spec: Spec, weeks: int) -> Any:
    """The plugin, begun halfway the trial where it would begin after it."""
    first = spec.canvas.simwijk.start
    if not starts(plugin, start) or getattr(plugin, start) < first + timedelta(weeks=weeks):
        return plugin
    return replace(plugin, **{start: first + timedelta(weeks=weeks // 2)})


def idle(of: "Case") -> bool:
    """Whether it moved no number, paid no cent, changed no column and told nothing."""
    played = of.once("with")
    first, last = flat(played)[0], flat(played)[-1]
    return not (played.notes or differs_before(played, of.once("without"), of.weeks)
                or any((first[name] != last[name]).any() for name in first))


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
        return run((self.name, plugin or self.plugin), model=self.spec, weeks=self.weeks, counted=False, **how)

    def once(self, what: str) -> Trial:
        """A run that is played once: ``with`` the plugin or ``without``."""
        if what not in self.kept:
            self.kept[what] = self.run() if what == "with" else run(model=self.spec, weeks=self.weeks, counted=False)
        return self.kept[what]

    @cached_property
    def alone(self) -> "Alone":
        """The first course by itself, with an eye on all that a plugin should leave alone."""
        found = Alone(state(self.plugin))
        with generators_kept():
            random.seed(SPOILED)
            np.random.seed(SPOILED)
            before = random.getstate(), frozen(np.random.get_state())
            found.trial = self.run(replications=1, watch=found.watch)
            found.generators = (random.getstate(), frozen(np.random.get_state())) != before
        found.after = state(self.plugin)
        return found


@dataclass
class Alone:
    """A run of the first course, and what was another after it, or after a hook was asked."""
    before: dict[str, bytes]
    after: dict[str, bytes] = field(default_factory=dict)
    generators: bool = False
    changed: list[str] = field(default_factory=list)
    trial: Trial | None = None

    def watch(self, lane: Lane) -> None:
        """Look at the engine before and after each hook."""
        ask = lane.active.ask_one

        def ask_one(plugin: str, hook: str, number: int | None = None, **said: Any) -> list:
            before = engine(lane)
            answer = ask(plugin, hook, number, **said)
            self.changed.extend(f"{hook} in week {number} has changed {part}" for part, held in engine(lane).items()
                                if held != before[part])
            return answer

        lane.active.ask_one = ask_one


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
    for key, value in of.alone.after.items():
        if of.alone.before.get(key) != value:
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
        if differs(together, of.run(replications=[place]) if place else of.alone.trial, place):
            yield (f"course {place} is another when it is played alone; what it answers for a course may hang on that "
                   f"course only")
            return


def no_generator(of: Case) -> Iterator[str]:
    """The generators of numpy and of Python are left as they are."""
    if of.alone.generators:
        yield "it uses the generator of numpy or of Python; week.luck(n) is the luck of a plugin"


@contextmanager
def generators_kept() -> Iterator[None]:
    """Puts the generators of numpy and of Python back as they were."""
    kept = random.getstate(), np.random.get_state()
    try:
        yield
    finally:
        random.setstate(kept[0])
        np.random.set_state(kept[1])


def hands_off(of: Case) -> Iterator[str]:
    """While it is asked, nothing of the engine changes."""
    yield from of.alone.changed[:3]


def engine(lane: Lane) -> dict[str, list[bytes]]:
    """Everything a plugin might reach as bytes, by what it is: quicker to copy and compare than a digest is made."""
    def held(some: Iterable[Any]) -> list[bytes]:
        return [one.tobytes() for one in some if isinstance(one, np.ndarray)]

    books, parts = lane.ledger, {"people": vars(lane.world).values()}
    parts |= {"books": [books.flows[books.week], books.balances], "terms": lane.base.values(),
              "numbers": dict(lane.numbers).values(),
              "columns": [one for mine in lane.active.columns.values() for one in mine.values()]}
    return {name: held(some) for name, some in parts.items()}


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
