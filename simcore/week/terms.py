"""The terms of a lane: their base by the rules of the day, what plugins make of them, and which are other than last week."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.luck import key
from simcore.plugin.folding import fold
from simcore.plugin.nouns import Effect
from simcore.plugin.terms import is_for_all
from simcore.week.numbers import fixed

if TYPE_CHECKING:
    from simcore.week.lane import Lane

RULES_OF_WAGES = ("labour.minimum_wage", "labour.most_subsidy")
OF_HELP = "wmo."                # so begin the terms of household help from the Wmo


class Terms:
    """``base`` and ``now``: name -> (R,), to read only. A term that is as it was last week is the same array as then;
    ``fresh`` names the others."""

    def __init__(self, lane: "Lane"):
        self.lane, self.base = lane, lane.base_terms()
        self.now, self.fresh, self.first = self.base, frozenset(), True
        self.rules = {name: rule.at(0) for name, rule in lane.dated.items()}
        self.everywhere = {name for name in self.base if is_for_all(name) and not name.startswith("labour.")}
        self.wages_by: list[np.ndarray | None] = [None] * len(RULES_OF_WAGES)      # the rules that plugins made of them,
        self.wages: dict[str, np.ndarray] = {}                    # and the wages by those
        self.salts = {name: key("term", name) for name in self.everywhere}
        self.marks: dict[str, np.ndarray] = {}                    # of each term of every lane
        self.heap = np.zeros((len(lane.replications), 2), np.uint64)
        self.mark = np.zeros(self.heap.shape)                     # (R, 2) stands for the rules of household help, and for
                                                                  # the rest of them: equal for equal terms

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
        for name in self.fresh:
            fixed(self.now[name])
        for name in self.fresh & self.everywhere:
            mark = mix(self.now[name], self.salts[name])
            self.heap[:, 0 if name.startswith(OF_HELP) else 1] += mark - self.marks.get(name, np.uint64(0))
            self.marks[name] = mark
            self.mark = (self.heap >> np.uint64(11)).astype(float)

    def follow_rules(self, week: int) -> None:
        """Start from the values that dated rules have this week."""
        other = {name: rule for name, rule in self.lane.dated.items() if rule.at(week) != self.rules[name]}
        if other:
            self.rules |= {name: rule.at(week) for name, rule in other.items()}
            self.base = self.base | {name: rule[week] for name, rule in other.items()}
            self.base |= self.lane.wages(self.base)

    def folded(self, effects: list[tuple[str, Effect]], week: int, before: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Effects over the base; those on wages last, as wages start from what the rules of the day have become."""
        first, last = ([pair for pair in effects if pair[1].target.startswith("wage.") == late] for late in (False, True))
        out = fold(self.base, first, week, before)
        rules = [out[name] for name in RULES_OF_WAGES]
        if any(one is not self.base[name] for name, one in zip(RULES_OF_WAGES, rules)):
            if any(one is not other for one, other in zip(rules, self.wages_by)):
                self.wages_by, self.wages = rules, self.lane.wages(out)
            out |= self.wages
        return fold(out, last, week, before) if last else out

    def moved(self, *heads: str) -> bool:
        """Whether a term with a name that begins so is other than last week's."""
        return bool(self.fresh) and any(name.startswith(heads) for name in self.fresh)

    def is_base(self, *heads: str) -> bool:
        """Whether all terms with names that begin so are as they are without plugins."""
        return all(one is self.base[name] for name, one in self.now.items() if name.startswith(heads))


def mix(values: np.ndarray, salt: np.uint64) -> np.ndarray:
    """(R,) words of 64 bits that stand for numbers (R,): equal for equal ones. Sums of them over terms are equal for equal
    terms, and for others as good as never (the mixing step of splitmix64)."""
    heap = (values + 0.0).view(np.uint64) ^ salt                   # so that -0 is 0
    heap = (heap ^ (heap >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    heap = (heap ^ (heap >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return heap ^ (heap >> np.uint64(31))
