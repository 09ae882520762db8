"""Whether models can stand side by side: what doing nothing hangs on must be the same for all of them.

That is the neighbourhood, the start, the time played, and the plugins that touch people with or without an
enterprise. A plugin that only some models use may do nothing where there is no enterprise; whether that holds is
found by asking it, week by week, with what the lane of doing nothing has counted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from simcore.behaviour.world import COUNT
from simcore.calendar import WEEKS_A_QUARTER as QUARTER, day_of
from simcore.errors import BadInput, Problem, quoted
from simcore.files import Here
from simcore.neighbourhood.people import People
from simcore.played import LaneOutcome
from simcore.plugin.active import Active
from simcore.plugin.week import Model, locked, luck_of, own_numbers, week_seen
from simcore.plugin.answers import PluginError
from simcore.plugin.nouns import Effect, Payment, Update
from simcore.plugin.tallies import tallied
from simcore.run import NOTHING, Outcome
from simcore.studies.entries import Entry
from simcore.week.numbers import Numbers, quantities_of

TALLY = {"wmo.short": "short of help"}      # what plugins see counted, and its name in the quarterly counts
LOST = ("homes", "residents", "clients", "ill", "on_benefit")      # counted in every lane, but not kept (in each week)


def agree(entries: Sequence[Entry], weeks: int | None) -> int:
    """The weeks to play; raises BadInput when the models do not share neighbourhood, start and length.

    ``weeks`` is what was asked for; None for what the files say.
    """
    problems: list[Problem] = []
    first = entries[0]
    for other in entries[1:]:
        run, mine = first.spec.canvas.simwijk, other.spec.canvas.simwijk
        if first.spec.place_digest != other.spec.place_digest:
            problems += both(first, other, "neighbourhood", run.neighbourhood, mine.neighbourhood,
                             "all models of a comparison live in the same neighbourhood",
                             "write the same neighbourhood in both files")
        if run.start != mine.start:
            problems += both(first, other, "start", run.start, mine.start, "the luck of a week is that of its date",
                             f"write the same day in both files, or give --set simwijk.start={run.start}")
        if weeks is None and run.weeks != mine.weeks:
            problems += both(first, other, "weeks", run.weeks, mine.weeks, "all play equally long",
                             f"give --weeks {min(run.weeks, mine.weeks)}")
    if problems:
        raise BadInput(list(dict.fromkeys(problems)))
    return weeks or first.spec.canvas.simwijk.weeks


def both(first: Entry, other: Entry, leaf: str, here: object, there: object, why: str, instead: str) -> list[Problem]:
    """A problem in each of two files, at the line on which they do not agree."""
    return [Here(one.spec.tree(), ("simwijk",)).problem(
                leaf, what=f"is {own}, but {their} in {beside.spec.model_file}", why=why, instead=instead)
            for one, own, beside, their in ((first, here, other, there), (other, there, first, here))]


def shared(entries: Sequence[Entry]) -> list[tuple[str, object]]:
    """The plugins that every model uses with the same parameters: those that also play in the lane of doing nothing."""
    return [(name, one) for name, one in entries[0].plugins
            if all(any(same(one, other) for called, other in entry.plugins if called == name) for entry in entries)]


def same(one: object, other: object) -> bool:
    """Whether two plugins are of one kind and have equal parameters."""
    return type(one) is type(other) and repr(one) == repr(other)


def others(entry: Entry, common: Iterable[tuple[str, object]]) -> list[tuple[str, object]]:
    """The plugins of a model that not every model uses."""
    names = {name for name, _ in common}
    return [(name, one) for name, one in entry.plugins if name not in names]


def same_nothing(entries: Sequence[Entry], nothing: LaneOutcome, common: list[tuple[str, object]], *, seed: int,
                 replications: list[int], luck_only: bool, people: People | None = None) -> None:
    """Raises BadInput when a plugin that not every model uses changes what doing nothing is."""
    problems = []
    for entry in entries:
        mine = others(entry, common)
        found = touches(entry, mine, nothing, seed, replications, luck_only, people) if mine else None
        if found:
            problems.append(refused(entry, entries, *found))
    if problems:
        raise BadInput(problems)


def same_by_canvas(entries: Sequence[Entry], alone: Sequence[Outcome]) -> None:
    """Raises BadInput when doing nothing, played with the canvas of each model, is not one lane: a plugin that all use
    has looked at the canvas, or at a number of it that is another in some of them."""
    first, problems = alone[0], []
    for entry, other in zip(entries[1:], alone[1:]):
        lane = other.lanes[NOTHING]
        here = dict(zip(other.replications, lane.digests))
        there = dict(zip(first.replications, first.lanes[NOTHING].digests))
        if any(here[r] != there[r] for r in here.keys() & there.keys()) and lane.by_canvas:
            said = [pair for pair in lane.by_canvas
                    if not np.array_equal(first.numbers.get(pair[1]), other.numbers.get(pair[1]))]
            name, path = (said or lane.by_canvas)[0]
            problems.append(told(entry, name,
                                 what=f"uses {quoted(name)}, which goes by {quoted(path)} whether or not there "
                                                   f"is an enterprise",
                                 why=f"that is another for {quoted(entries[0].key)} than for {quoted(entry.key)}, "
                                     f"so that doing nothing is not the same for both",
                                 instead=f"give {path} the same value for every model, or play them apart" if said
                                 else "play them apart"))
    if problems:
        raise BadInput(problems)


def touches(entry: Entry, mine: list[tuple[str, object]], nothing: LaneOutcome, seed: int, replications: list[int],
            luck_only: bool, people: People | None = None) -> tuple[str, str] | None:
    """The first plugin of ``mine`` that does something without an enterprise, and what; None when none does.

    A plugin that fails here is passed over: it fails again, and is named, when its model is played.
    """
    for name, plugin in mine:
        try:
            found = rehearsed(entry, name, plugin, nothing, seed, replications, luck_only, people)
        except PluginError:
            continue
        if found:
            return name, found
    return None


def rehearsed(entry: Entry, name: str, plugin: object, nothing: LaneOutcome, seed: int, replications: list[int],
              luck_only: bool, people: People | None = None) -> str:
    """What a plugin would do in the lane of doing nothing that was played without it; empty when that is nothing."""
    R, weeks = len(replications), nothing.flows.shape[0]
    start = entry.spec.canvas.simwijk.start
    numbers = Numbers(quantities_of(entry.spec, [(name, plugin)]), seed, replications, luck_only)
    active = Active([(name, plugin)], enterprise=False)
    active.bring(entry.spec, numbers, R)           # a stream over which nothing goes, and an event, change nothing

    def number(leaf: str) -> np.ndarray:
        return locked(numbers[leaf]) if leaf in numbers else own_numbers(numbers, name)(leaf)

    model = Model(entry.spec)
    counts = Remembered(nothing, [*tallied(entry.spec), *(each.name for each in active.counted)], people)

    def asked(hook: str, week: int, acted: int) -> list:
        counts.acted = acted
        seen = week_seen(week, day_of(start, week), np.ones(R, bool), counts, active.columns[name], number,
                         luck_of(seed, replications, name, week), model)
        return [noun for _, noun in active.ask_one(name, hook, week, week=seen)] if name in active.who(hook) else []

    for week in range(weeks):
        for noun in asked("plan", week, week):
            if moves(noun):
                return f"moves {quoted(noun.target)} in the week of {day_of(start, week)}"
        for noun in asked("settle", week, week + 1):
            if isinstance(noun, Update):
                active.update(name, noun)
            elif isinstance(noun, Payment) and np.any(noun.cents):
                return f"pays over {quoted(noun.stream)} in the week of {day_of(start, week)}"
        if counts.missed:
            return f"goes by {quoted(counts.missed[0])}, which a lane of doing nothing without it cannot tell,"
    return ""


class Remembered(Mapping):
    """What a lane of doing nothing can still tell of what was counted when ``acted`` weeks were over; ``missed`` names
    what was asked for that it cannot."""

    def __init__(self, nothing: LaneOutcome, known: list[str], people: People | None):
        self.nothing, self.known, self.acted, self.missed = nothing, known, 0, []
        self.always = {"homes": people.households, "residents": people.residents} if people else {}

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self.known:
            raise KeyError(name)
        series, last = self.nothing.series, self.acted - 1
        found = tally(self.nothing, self.acted // QUARTER)
        if name in found:
            return locked(found[name])
        if name == "exits" or (name == "on_benefit" and last >= 0):
            kept = series["counts"][:, :, COUNT["exits"]] if name == "exits" else series["benefit"]
            return locked((kept[last] if last >= 0 else 0 * kept[0]).astype(float))
        if name in self.always:
            return locked(np.full(self.nothing.replications, float(self.always[name])))
        if name in LOST:
            self.missed.append(name)
        return locked(np.zeros(self.nothing.replications))

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def tally(nothing: LaneOutcome, counts: int) -> dict[str, np.ndarray]:
    """What plugins see counted after so many quarterly counts; zero before the first."""
    return {name: nothing.quarter[kept][counts - 1] if counts else np.zeros(nothing.replications)
            for name, kept in TALLY.items()}


def moves(effect: Effect) -> bool:
    """Whether an effect may change a term that people without an enterprise live by."""
    bounds = any(one is not None for one in (effect.floor, effect.cap, effect.set))
    return bounds or bool(np.any(np.asarray(1 if effect.scale is None else effect.scale) != 1)) \
        or bool(np.any(np.asarray(effect.add or 0) != 0))


def refused(entry: Entry, entries: Sequence[Entry], name: str, what: str) -> Problem:
    """The problem with a plugin that holds for some models only, where its file asks for it."""
    plugin = dict(entry.plugins)[name]
    lacking = [one for one in entries
               if not any(called == name and same(plugin, other) for called, other in one.plugins)]
    files = ", ".join(quoted(one.spec.model_file) for one in lacking)
    return told(entry, name, what=f"uses {quoted(name)}, which {what} whether or not there is an enterprise",
                why=f"{files} does not use it, or not with the same parameters" if len(lacking) == 1 else
                    f"{files} do not use it, or not with the same parameters",
                instead=f"give --plugin {name}, which then holds for every model, or write it alike in every file")


def told(entry: Entry, name: str, **said: str) -> Problem:
    """A problem with a plugin of a model, where its file asks for it."""
    named = [use.name for use in entry.spec.plugins]
    steps = ("plugins", named.index(name), "use") if name in named else ()
    return Here(entry.spec.tree(), ("simwijk",)).problem(*steps, **said)
