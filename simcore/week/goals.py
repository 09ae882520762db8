"""Goals of residents: which were chosen, what was done for each, which were reached or dropped (docs/laws.md 11)."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import World
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.week.numbers import whole

if TYPE_CHECKING:
    from simcore.week.common_desk import CommonDesk
    from simcore.week.series import Series


class Goals:
    """Which goals were chosen, how much was done for each, and which were reached or petered out."""

    def __init__(self, common: "CommonDesk"):
        self.common, plan, R = common, common.plan, common.R
        n = len(plan.goals)
        self.ids = plan.goals
        self.was, self.ever, self.reached = (np.zeros((R, n), bool) for _ in range(3))
        self.quiet, self.done, self.due = (np.zeros((R, n), np.int64) for _ in range(3))
        self.patience = whole(common.numbers["simwijk.goals.patience"]) if n else np.zeros(R, np.int64)
        self.ordered = {order.goal: o for o, order in enumerate(plan.orders) if order.goal >= 0}
        self.potted = {one.goal: one.sim.pot for one in common.gatherings if one.goal >= 0 and one.sim.pot}

    def follow(self, w: World, series: "Series", week: int) -> list[tuple]:
        """Goals of one week."""
        if not self.ids:
            return []
        goals, events = w.columns.goals, []
        for g, o in self.ordered.items():
            goals.deeds[:, g] += w.columns.orders.done[:, o]
            self.due[:, g] += w.columns.orders.due[:, o]
        for b, id in enumerate(self.common.plan.buildings):
            if (g := self.common.goal_of(id)) >= 0:
                goals.deeds[:, g] += w.columns.buildings.opened[:, b] > 0
        self.done += goals.deeds
        fresh = goals.chosen & ~self.was
        self.quiet = np.where(goals.chosen & ~fresh & (goals.deeds == 0), self.quiet + 1, 0)
        dropped = goals.chosen & (self.quiet >= self.patience[:, None])
        goals.chosen[:] &= ~dropped
        self.was, self.ever = goals.chosen.copy(), self.ever | goals.chosen
        reaches = self.reaches(week) & self.was
        self.reached |= reaches
        if week % QUARTER == QUARTER - 1:
            self.done[:], self.due[:] = 0, 0
        for g, id in enumerate(self.ids):
            for kind, where in (("goal_chosen", fresh), ("goal_dropped", dropped), ("goal_reached", reaches)):
                if where[:, g].any():
                    events.append((kind, id, where[:, g]))
        series.record_more(week, {"goals": self.ever.sum(1), "goals reached": self.reached.sum(1)})
        return events

    def reaches(self, week: int) -> np.ndarray:
        """(R, n) whether a goal is reached now: once a quarter by what was done in it; a pot in the week it is paid."""
        out = np.zeros(self.ever.shape, bool)
        for g, id in enumerate(self.ids):
            wanted = self.common.numbers.get(f"value_propositions.{id}.goal.reached")
            if wanted is None:
                pot = self.potted.get(g)
                out[:, g] = self.common.spent[pot] & ~self.reached[:, g] if pot else False
            elif week % QUARTER == QUARTER - 1:
                if g in self.ordered:
                    out[:, g] = (self.done[:, g] >= wanted * self.due[:, g]) & (self.due[:, g] > 0)
                else:
                    out[:, g] = self.done[:, g] >= wanted
        return out
