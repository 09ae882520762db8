"""Plays several models beside one lane of doing nothing: the same people, luck and drawn numbers for all.

    found = compare(entered(["haarlems_gemak", "mine.yaml"]), seed=1, replications=50)
    found.difference("mine", "haarlems_gemak", "money", "result")     # a Band, taken course by course

Doing nothing is played once; each model then follows its tape. Lanes that were played before are not played again.
"""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.errors import Defect
from simcore.plugin.answers import PluginError
from simcore.results import lanes as keeper
from simcore.results.bands import Band, band
from simcore.results.indicators import Indicators, measure
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, NOTHING, LaneOutcome, Outcome, play, threads_here
from simcore.studies.agreement import agree, same_by_canvas, same_nothing, shared
from simcore.studies.entries import Entry

Lanes = MutableMapping[str, LaneOutcome]           # lanes by a name that says all they hang on
Keep = Callable[[str, LaneOutcome], None]
PARTIES, TIERS, TOTAL = "parties", "without", "total"       # keys of indicators; cash and gifts of a party together


@dataclass(frozen=True)
class Comparison:
    """Models with one lane of doing nothing: their outcomes and figures by key, in the order they were named.

    Every outcome has the same replications: those that lived in each of them.
    """
    entries: list[Entry]
    outcomes: dict[str, Outcome]
    found: dict[str, Indicators]
    failed: dict[int, PluginError] = field(default_factory=dict)      # replications that a plugin lost, not counted

    @property
    def keys(self) -> list[str]:
        return [entry.key for entry in self.entries]

    @property
    def any(self) -> Outcome:
        """An outcome, for what all have in common."""
        return self.outcomes[self.keys[0]]

    @property
    def titles(self) -> dict[str, str]:
        """Key -> what people call the model; its key goes with it where two are called the same."""
        names = {entry.key: entry.spec.canvas.meta.name for entry in self.entries}
        every = list(names.values())
        return {key: name if every.count(name) == 1 else f"{name} ({key})" for key, name in names.items()}

    def figures(self) -> dict[str, list[str]]:
        """Group -> its figures: all that any model has, in the order of the indicators."""
        out: dict[str, dict[str, None]] = {}
        for found in self.found.values():
            for group, key, _ in figures_of(found):
                out.setdefault(group, {})[key] = None
        return {group: list(keys) for group, keys in out.items()}

    def figure(self, key: str, group: str, name: str) -> Band | None:
        """A figure of one model; None where it cannot be measured."""
        return next((one for g, n, one in figures_of(self.found[key]) if (g, n) == (group, name)), None)

    def difference(self, key: str, other: str, group: str, name: str) -> Band | None:
        """How much more a figure is for one model than for another, course by course."""
        return more(self.figure(key, group, name), self.figure(other, group, name))

    def parties(self) -> list[str]:
        """Every party that money or help in kind moves for, in any model."""
        return list(dict.fromkeys(party for found in self.found.values() for party in found.parties))

    def gain(self, key: str, party: str, side: str = TOTAL) -> Band:
        """EUR a year a party gets more than under doing nothing: in ``cash``, in ``kind`` or in ``total``."""
        return band(self.gains(key, party, side), "EUR/year", True)

    def gain_more(self, key: str, other: str, party: str, side: str = TOTAL) -> Band:
        """How much more a party gains a year by one model than by another, course by course."""
        return band(self.gains(key, party, side) - self.gains(other, party, side), "EUR/year", True)

    def gains(self, key: str, party: str, side: str) -> np.ndarray:
        """(R,) what a party gains, course by course."""
        return sum((self.side(key, party, one) for one in (("cash", "kind") if side == TOTAL else (side,))),
                   np.zeros(len(self.any.replications)))

    def side(self, key: str, party: str, side: str) -> np.ndarray:
        """(R,) EUR a year of one party on one side of the books; zero where nothing moves for it."""
        one = self.found[key].parties.get(party, {}).get(side)
        return np.zeros(len(self.any.replications)) if one is None else one.values


def figures_of(found: Indicators) -> Iterator[tuple[str, str, Band | None]]:
    """(indicator, figure, band) of all that was measured but parties; claims by what is left in the last year."""
    groups = {TIERS: {tier: one.yearly for tier, one in found.tiers.items()}}
    groups |= {key: getattr(found, key) for key in INDICATORS if key != PARTIES and hasattr(found, key)} | found.others
    for key in INDICATORS:
        for name, one in groups.get(key, {}).items():
            yield key, name, one


def more(one: Band | None, other: Band | None) -> Band | None:
    """The band of the difference of two figures, course by course; None where either cannot be measured."""
    if one is None or other is None or one.values is None or other.values is None:
        return None
    return band(one.values - other.values, one.unit, True)


def compare(entries: Sequence[Entry], *, seed: int = 1, replications: int | None = None, weeks: int | None = None,
            luck_only: bool = False, residents: int | None = None, threads: int | None = None, fresh: bool = False,
            played: Lanes | None = None, player: Callable[..., Outcome] | None = None,
            tell: Callable[[float], None] = lambda part: None) -> Comparison:
    """Play the models beside one lane of doing nothing.

    ``replications`` counts the courses (None: the most that a file asks for). ``played`` are lanes played before, and
    gets those played now; others are kept on disk. After one change only the model it is in plays again. ``fresh``
    plays again what is only on disk. ``player`` plays a whole outcome instead of ``run.play``, as the objects engine
    does. Raises BadInput when the models do not agree on what doing nothing hangs on.
    """
    weeks = agree(entries, weeks)
    asked = {"seed": seed, "weeks": weeks, "luck_only": luck_only, "residents": residents,
             "replications": replications or max(entry.spec.canvas.simwijk.replications for entry in entries)}
    with ThreadPoolExecutor(1) as pool:                  # a lane is written to disk while the next one is played
        writing: list[Future] = []
        if player:
            outcomes = each_apart(entries, asked, player, tell)
            failed: dict[int, PluginError] = {}
        else:
            outcomes, failed = all_beside(entries, asked, {} if played is None else played, threads, fresh, tell,
                                          lambda name, lane: writing.append(pool.submit(keeper.keep, name, lane)))
        failed = {r: error for some in (failed, *(one.failed for one in outcomes.values()))
                  for r, error in some.items()}
        outcomes = in_common(outcomes, failed)
        found = {key: measure(one) for key, one in outcomes.items()}
        for one in writing:
            one.result()
    return Comparison(list(entries), outcomes, found, dict(sorted(failed.items())))


def all_beside(entries: Sequence[Entry], asked: dict, played: Lanes, threads: int | None, fresh: bool,
               tell: Callable[[float], None], keep: Keep) -> tuple[dict[str, Outcome], dict[int, PluginError]]:
    """The outcomes by key beside one lane of doing nothing, and the replications that a plugin lost in that lane.

    ``keep`` is given each lane that was played now, and its name.
    """
    def part(n: int) -> Callable[[float], None]:
        return lambda done: tell((n + done) / (len(entries) + 1))

    common = shared(entries)
    names = {entry.key: keeper.name_of(ENTERPRISE, entry.spec, entry.plugins, **asked) for entry in entries}
    nothing = keeper.name_of(NOTHING, entries[0].spec, common, **asked)
    if not fresh:
        specs = {nothing: None} | {names[entry.key]: entry.spec for entry in entries}
        recall({name: spec for name, spec in specs.items() if name}, played)
    null = doing_nothing(entries[0], common, nothing, asked, played, threads, part(0), keep)
    same_nothing(entries, null.lanes[NOTHING], common, seed=asked["seed"], replications=null.replications,
                 luck_only=asked["luck_only"], people=null.people)
    if null.lanes[NOTHING].by_canvas:
        same_by_canvas(entries, [null, *(doing_nothing(one, common, None, asked, {}, threads, lambda part: None, keep)
                                         for one in entries[1:])])
    return {entry.key: beside(entry, null, names[entry.key], asked, played, threads, part(n), keep)
            for n, entry in enumerate(entries, start=1)}, null.failed


def recall(specs: dict[str, Spec | None], played: Lanes) -> None:
    """Add to ``played`` the lanes that earlier runs have kept, of those with these names and specs."""
    def one(name: str) -> LaneOutcome | None:
        return keeper.kept(name, specs[name])

    names = [name for name in specs if name not in played]
    with ThreadPoolExecutor(threads_here()) as pool:
        played.update((name, lane) for name, lane in zip(names, pool.map(one, names)) if lane is not None)


def doing_nothing(entry: Entry, common: list[tuple[str, Any]], name: str | None, asked: dict, played: Lanes,
                  threads: int | None, tell: Callable[[float], None], keep: Keep) -> Outcome:
    """An outcome with the lane of doing nothing alone; ``name`` is that of the lane, None when it can have none."""
    known = {NOTHING: played[name]} if name in played else {}
    outcome = play(entry.spec, **asked, plugins=common, lanes=(NOTHING,), threads=threads, known=known, tell=tell)
    remember(name, outcome, NOTHING, played, keep)
    return outcome


def beside(entry: Entry, null: Outcome, name: str | None, asked: dict, played: Lanes, threads: int | None,
           tell: Callable[[float], None], keep: Keep) -> Outcome:
    """The outcome of one model beside doing nothing: its own lane as it was played before, or played now."""
    known = {NOTHING: null.lanes[NOTHING]}
    if name in played:
        whole = played[name]
        known[ENTERPRISE] = whole if whole.replications == len(null.replications) else \
            whole.only(null.replications, null.replications)          # of all; a plugin has lost some of doing nothing
    outcome = play(entry.spec, **asked | {"replications": null.replications}, plugins=entry.plugins, threads=threads,
                   lanes=(NOTHING, ENTERPRISE), known=known, tell=tell)
    if not null.failed:
        remember(name, outcome, ENTERPRISE, played, keep)
    return outcome


def remember(name: str | None, outcome: Outcome, lane: str, played: Lanes, keep: Keep) -> None:
    """Keep a lane that was played now, with all its replications, in memory and on disk."""
    if name is not None and name not in played and not outcome.failed and not outcome.lanes[lane].by_canvas:
        played[name] = outcome.lanes[lane]
        keep(name, played[name])


def each_apart(entries: Sequence[Entry], asked: dict, player: Callable[..., Outcome],
               tell: Callable[[float], None]) -> dict[str, Outcome]:
    """All models by another player, each beside a lane of doing nothing of its own, which must be the same."""
    out: dict[str, Outcome] = {}
    for n, entry in enumerate(entries):
        out[entry.key] = player(entry.spec, **asked, plugins=entry.plugins, lanes=(NOTHING, ENTERPRISE),
                                tell=lambda done, n=n: tell((n + done) / len(entries)), over=lambda outcome: None)
    first = out[entries[0].key]
    same_by_canvas(entries, list(out.values()))
    same_nothing(entries, first.lanes[NOTHING], shared(entries), seed=asked["seed"], replications=first.replications,
                 luck_only=asked["luck_only"], people=first.people)
    return out


def in_common(outcomes: dict[str, Outcome], failed: dict[int, PluginError]) -> dict[str, Outcome]:
    """The outcomes with the replications alone that lived in each; a Defect when doing nothing is not one lane."""
    numbers = [r for r in next(iter(outcomes.values())).replications
               if all(r in one.replications for one in outcomes.values())]
    if not numbers:
        first = next(iter(failed.values()))
        raise PluginError(first.plugin, first.hook, first.week,
                          f"{first.reason}; no course is left in every model")
    out = {}
    for key, one in outcomes.items():
        if one.replications != numbers:
            places = [one.replications.index(r) for r in numbers]
            one = replace(one, replications=numbers,
                          lanes={name: lane.only(places, numbers) for name, lane in one.lanes.items()},
                          numbers={path: values[places] for path, values in one.numbers.items()})
        out[key] = one
    digests = {tuple(one.lanes[NOTHING].digests) for one in out.values()}
    if len(digests) != 1:
        raise Defect("doing nothing is not the same beside every model")
    return out
