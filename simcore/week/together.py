"""The gatherings of a week: when each is due, who comes, and what is remembered of it.

The move is compiled, and plain Python over Mesa agents in the objects engine, as those of moves.py.
"""

import numpy as np

from simcore.behaviour.gatherings import members_come, stay_late, talk
from simcore.behaviour.world import World
from simcore.compiled import act, move
from simcore.week.build import whole
from simcore.week.dispatch import TALKING
from simcore.week.layout import Layout
from simcore.week.numbers import Numbers


@act
def meet_as_members(w, r, g, key, week):
    """Gathering g of those who hold a place: everybody comes; with nobody in a team there is none."""
    one = w.gatherings[r, g]
    one.came = members_come(w, r, one.enterprise)
    one.held = one.came > 0
    talk(w, r, one.came, one.contacts, key, week, one.luck)
    stay_late(w, r, one.came, one.late)


@move
def come_together(w, week, keys):
    """Every gathering that is due and may be held. ``keys`` is (R, OTHER_KEYS)."""
    for r in range(keys.shape[0]):
        for g in range(w.gatherings.shape[1]):
            one = w.gatherings[r, g]
            one.held, one.came = False, 0
            if one.due and one.allowed and one.members:
                meet_as_members(w, r, g, keys[r, TALKING], week)


class Meetings:
    """The calendar of an enterprise's gatherings over R replications."""

    def __init__(self, layout: Layout, numbers: Numbers):
        self.plans, R = layout.gatherings, len(numbers.replications)
        self.every, self.first = np.ones((R, len(self.plans)), np.int64), np.ones((R, len(self.plans)), np.int64)
        for g, plan in enumerate(self.plans):
            path = f"key_activities.{plan.id}.gathering"
            self.every[:, g] = np.maximum(1, whole(numbers[f"{path}.every"]))
            self.first[:, g] = np.maximum(1, whole(numbers.get(f"{path}.first", self.every[:, g])))
        self.before = np.zeros((R, len(self.plans)), bool)       # held at some time

    def call(self, w: World, terms: dict[str, np.ndarray], week: int) -> None:
        """Say which gatherings are due this week, and which may be held."""
        rows, since = w.columns.gatherings, week + 1 - self.first
        rows.due[:] = (since >= 0) & (since % self.every == 0)
        for g, plan in enumerate(self.plans):
            rows.allowed[:, g] = plan.held & (terms[f"open.{plan.id}"] >= 0.5) & w.columns.enterprises.alive[:, 0]

    def look(self, w: World, tally: dict[str, np.ndarray]) -> list[tuple]:
        """Tell plugins who came; gives (kind, subject, where (R,)) events for the diary."""
        rows, events = w.columns.gatherings, []
        for g, plan in enumerate(self.plans):
            tally[f"held.{plan.id}"], tally[f"came.{plan.id}"] = rows.held[:, g].astype(float), rows.came[:, g].astype(float)
            new = rows.held[:, g] & ~self.before[:, g]
            if new.any():
                events.append(("meets_first", plan.id, new))
        self.before |= rows.held
        return events
