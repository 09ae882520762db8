"""Plays several models beside one lane of doing nothing: the same people, luck and drawn numbers for all.

    found = compare(entered(["haarlems_gemak", "mine.yaml"]), seed=1, replications=50)
    found.difference("mine", "haarlems_gemak", "money", "result")     # a Band, taken course by course

Doing nothing is played once; each model then follows its tape. Lanes that were played before are not played again.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from simcore.errors import Defect
from simcore.plugin.answers import PluginError
from simcore.results import lanes as keeper
from simcore.results.bands import Band, band
from simcore.results.indicators import Indicators, measure
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, NOTHING, Outcome, none_left
from simcore.studies.agreement import agree, same_by_canvas, same_nothing, shared
from simcore.studies.beside import Beside, Lanes
from simcore.studies.entries import Entry

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
            beside = Beside(entries, asked, {} if played is None else played,
                            lambda name, lane: writing.append(pool.submit(keeper.keep, name, lane)))
            if not fresh:
                beside.recall()
            failed = beside.play(threads, tell)
            outcomes = beside.outcomes()
        failed = {r: error for some in (failed, *(one.failed for one in outcomes.values()))
                  for r, error in some.items()}
        outcomes = in_common(outcomes, failed)
        found = {key: measure(one) for key, one in outcomes.items()}
        for one in writing:
            one.result()
    return Comparison(list(entries), outcomes, found, dict(sorted(failed.items())))


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
        raise none_left(failed, " in every model")
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
