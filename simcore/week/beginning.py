"""How a district begins: people, the constants of their choice, first arrangements; for every lane that shares them."""

from copy import copy
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import World
from simcore.neighbourhood.people import People
from simcore.neighbourhood.rows import written
from simcore.neighbourhood.settle import Settled
from simcore.week.community import Community
from simcore.week.crew import as_it_is
from simcore.week.fit import begin, fit
from simcore.week.numbers import Numbers

if TYPE_CHECKING:
    from simcore.week.lane import Lane

FIT_SAMPLE = 500                # households on which the constants of the choice are fitted


class Beginning:
    """How a district begins: its people, the constants of their choice and their first arrangements.

    It hangs on the neighbourhood, the numbers drawn for it and the day on which the run begins; every lane and model
    that has these, and the same people and luck, can begin from it.
    ``gap`` is the error left in the fit of the shares (R, A).
    """

    FIELDS = ("households", "numbers", "worth", "habit", "bought", "contribution", "contributions", "standing_minutes",
              "hired_minutes", "needed_minutes", "frail", "frail_at", "frail_count", "burdened", "burdened_at",
              "burdened_count", "leaving", "on_benefit", "entry", "lately")

    def __init__(self, people: People, settled: Settled, community: Community, gap: np.ndarray, world: World):
        self.people, self.community, self.gap = people, community, gap
        self.settled = settled._replace(households=settled.base_households, residents=settled.base_residents)
        self.arrays = {name: getattr(world, name).copy() for name in self.FIELDS}

    def part(self, some: slice) -> "Beginning":
        """That of some replications, in the same memory."""
        out = copy(self)
        out.settled, out.community, out.gap = self.settled.part(some), self.community.part(some), self.gap[some]
        out.arrays = {name: array[some] for name, array in self.arrays.items()}
        return out

    def write(self, world: World) -> None:
        """Copy the beginning into the world of another lane."""
        for name, array in self.arrays.items():
            written(getattr(world, name), array)


def first_arrangements(lane: "Lane") -> np.ndarray:
    """Fit the constants of the choice and give everyone first arrangements; the largest error left (R, A)."""
    w, R, A = lane.world, len(lane.replications), lane.world.standing.size
    step = max(1, w.households.shape[1] // FIT_SAMPLE)
    found, gap = np.zeros((R, A, w.rates.shape[2])), np.zeros((R, A))
    lane.crew.do(fit, as_it_is, lane.needs["observed"], clients(w, lane.numbers), step, found, gap)
    lane.crew.do(begin, as_it_is, lane.occasions.first_keys)
    return gap


def clients(w: World, n: Numbers) -> np.ndarray:
    """(R, 3) shares of households, by income third, that use household help at the start."""
    per_1000 = n["neighbourhood.wmo.clients"]
    slope = np.stack([n[f"neighbourhood.wmo.by_income.{i}"] for i in range(3)], 1)
    persons, group = w.columns.households.persons, w.columns.households.group
    homes = np.stack([(group == g).sum(1) for g in range(3)], 1)
    people = np.stack([np.where(group == g, persons, 0).sum(1) for g in range(3)], 1)
    total = per_1000 / 1000 * w.residents.shape[1]
    return total[:, None] * slope * people / (slope * people).sum(1, keepdims=True) / np.maximum(homes, 1)
