"""The terms of a lane: their base by the rules of the day, what plugins make of them, and which are other than last week."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.plugin.folding import fold
from simcore.plugin.nouns import Effect
from simcore.plugin.terms import is_for_all

if TYPE_CHECKING:
    from simcore.week.lane import Lane


class Terms:
    """``base`` and ``now``: name -> (R,). A term that is as it was last week is the same array as then; ``fresh`` names
    the others."""

    def __init__(self, lane: "Lane"):
        self.lane, self.base = lane, lane.base_terms()
        self.now, self.fresh, self.first = self.base, frozenset(), True
        self.rules = {name: rule.at(0) for name, rule in lane.dated.items()}
        self.everywhere = [name for name in self.base if is_for_all(name) and not name.startswith("labour.")]
        self.mark = np.zeros(len(lane.replications))

    def open(self, effects: list[tuple[str, Effect]], week: int) -> None:
        """The terms of a week, of which these are the effects."""
        before = self.now
        self.follow_rules(week)
        self.now = self.folded(effects, week, before) if effects else self.base
        if self.first:
            self.fresh, self.first = frozenset(self.now), False
        elif self.now is not before:
            self.fresh = frozenset(name for name, one in self.now.items() if one is not before[name])
        else:
            self.fresh = frozenset()
        if self.moved(*self.everywhere):
            self.mark = marks([self.now[name] for name in self.everywhere])

    def follow_rules(self, week: int) -> None:
        """Start from the values that dated rules have this week."""
        other = {name: rule for name, rule in self.lane.dated.items() if rule.at(week) != self.rules[name]}
        if other:
            self.rules |= {name: rule.at(week) for name, rule in other.items()}
            self.base = self.base | {name: rule[week] for name, rule in other.items()}
            self.base |= self.lane.wages(self.base)

    def folded(self, effects: list[tuple[str, Effect]], week: int, before: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Effects over the base; those on wages last, as wages start from what the rules of the day have become."""
        last = [pair for pair in effects if pair[1].target.startswith("wage.")]
        base = fold(self.base, [pair for pair in effects if pair not in last] if last else effects, week, before)
        if any(base[name] is not self.base[name] for name in ("labour.minimum_wage", "labour.most_subsidy")):
            wages = self.lane.wages(base)
            base |= {name: before[name] if np.array_equal(before[name], one) else one for name, one in wages.items()}
        return fold(base, last, week, before) if last else base

    def moved(self, *heads: str) -> bool:
        """Whether a term with a name that begins so is other than last week's."""
        return bool(self.fresh) and any(name.startswith(heads) for name in self.fresh)

    def is_base(self, *heads: str) -> bool:
        """Whether all terms with names that begin so are as they are without plugins."""
        return all(one is self.base[name] for name, one in self.now.items() if name.startswith(heads))


def marks(values: list[np.ndarray]) -> np.ndarray:
    """(R,) a number that stands for all of these (R,): equal for equal values, and for others as good as never."""
    heap = np.zeros(values[0].size, np.uint64)
    for one in values:                                             # the mixing step of splitmix64, over their bits
        heap = (heap ^ (one + 0.0).view(np.uint64)) + np.uint64(0x9E3779B97F4A7C15)
        heap = (heap ^ (heap >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        heap = (heap ^ (heap >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        heap ^= heap >> np.uint64(31)
    return (heap >> np.uint64(11)).astype(float)
