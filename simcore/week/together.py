"""What people do together in a week: organise, gather, open a building, keep promises; then volunteers stop or stay.

The move is compiled, and plain Python over Mesa agents in the objects engine, as those of moves.py.
"""

import numpy as np

from simcore.behaviour.gatherings import members_come, recruit, remember, speak_out, staffed, stay_late, talk, visitors
from simcore.behaviour.pledges import keep_promises
from simcore.behaviour.volunteers import disband, end_week, helpers_for, organise, send_home
from simcore.behaviour.world import World
from simcore.compiled import act, move
from simcore.luck import luck
from simcore.week.layout import Layout
from simcore.week.look_ahead import look_ahead_at_promises
from simcore.week.numbers import Numbers, whole

# The keys of luck, by name.
NAMES = ["visitors", "goal", "promise", "keeping", "spreading", "helping", "volunteers", "inviting", "talking",
         "chatting"]
VISITORS, GOAL, PROMISE, KEEPING, SPREADING, HELPING, VOLUNTEERS, INVITING, TALKING, CHATTING = range(len(NAMES))
SHIFT, SHIFTS = 180, 100         # minutes that somebody opens a building at a time, and no more of them in a week


@act
def meet_as_members(w, r, g, key, week):
    """Gathering g of those who hold a place: everybody comes; with nobody in a team there is none."""
    one = w.gatherings[r, g]
    one.came = members_come(w, r, one.enterprise)
    one.held = one.came > 0
    talk(w, r, one.came, one.contacts, key, week, one.luck)
    stay_late(w, r, one.came, one.late)


@act
def meet_as_neighbours(w, r, g, organised, keys, week):
    """Gathering g of everyone, if it is arranged and there are helpers. ``keys`` are of one replication."""
    one = w.gatherings[r, g]
    if not staffed(w, r, g, organised, keys[HELPING], week):
        return
    one.held, one.came = True, visitors(w, r, g, keys[VISITORS], week)
    remember(w, r, g, one.came)
    talk(w, r, one.came, one.contacts, keys[TALKING], week, one.luck)
    if one.recruits > 0.0:
        recruit(w, r, g, one.came, keys[VISITORS], week)
    if one.goals:
        speak_out(w, r, one.came, keys[GOAL], keys[PROMISE], week)
    if one.goal >= 0:
        w.goals[r, one.goal].deeds += 1


@act
def open_building(w, r, b, key, week):
    """Residents open a building in shifts, as far as there are people to be there."""
    building = w.buildings[r, b]
    building.opened = 0
    if not building.managed:
        return
    for n in range((building.opening + SHIFT - 1) // SHIFT):
        task = SHIFTS * b + n                            # gatherings count theirs by name, far beyond
        minutes = min(SHIFT, building.opening - SHIFT * n)
        wanted = int(building.helpers)
        wanted += int(luck(key, week, task, SHIFTS * SHIFTS)[0] < building.helpers - wanted)
        if helpers_for(w, r, wanted, minutes, key, week, task) >= wanted:
            building.opened += minutes
        else:
            send_home(w, r, minutes, task)


@move
def come_together(w, week, keys):
    """The week of what people do together. ``keys`` is (R, len(NAMES))."""
    for r in range(keys.shape[0]):
        organised, carried = 1.0, w.volunteering.shape[1] > 0 and w.enterprises[r, 0].alive
        if carried:
            organised = organise(w, r)
        else:
            disband(w, r)
        for g in range(w.gatherings.shape[1]):
            one = w.gatherings[r, g]
            one.held, one.came = False, 0
            if one.due and one.allowed:
                if one.members:
                    meet_as_members(w, r, g, keys[r, TALKING], week)
                else:
                    meet_as_neighbours(w, r, g, organised, keys[r], week)
        if carried:
            for b in range(w.buildings.shape[1]):
                open_building(w, r, b, keys[r, HELPING], week)
        look_ahead_at_promises(w, r)
        keep_promises(w, r, week, keys[r, KEEPING], keys[r, SPREADING], keys[r, CHATTING])
        if carried:
            end_week(w, r, week, keys[r, VOLUNTEERS], keys[r, INVITING])


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

    def call(self, w: World, terms: dict[str, np.ndarray], week: int, may: dict) -> None:
        """Say which gatherings are due this week, and which may be held; ``may``: by what residents chose, and room."""
        rows, since = w.columns.gatherings, week + 1 - self.first
        rows.due[:] = (since >= 0) & (since % self.every == 0)
        alive = w.columns.enterprises.alive
        for g, plan in enumerate(self.plans):
            rows.allowed[:, g] = plan.held & (terms[f"open.{plan.id}"] >= 0.5) & alive[:, 0] & may[plan.id]

    def look(self, w: World, tally: dict[str, np.ndarray]) -> list[tuple]:
        """Tell plugins who came; gives (kind, subject, where (R,)) events for the diary."""
        rows, events = w.columns.gatherings, []
        for g, plan in enumerate(self.plans):
            tally[f"held.{plan.id}"] = rows.held[:, g].astype(float)
            tally[f"came.{plan.id}"] = rows.came[:, g].astype(float)
            new = rows.held[:, g] & ~self.before[:, g]
            if new.any():
                events.append(("meets_first", plan.id, new))
        self.before |= rows.held
        return events
