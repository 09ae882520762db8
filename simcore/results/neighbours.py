"""Watches what residents do together in one course: promises, volunteers, gatherings and a building of their own.

As in recorder.py, of which this is a part: it compares the tables of now with those of a week ago.
"""

from types import SimpleNamespace

import numpy as np

from simcore.behaviour.commons import DEED_NAMES
from simcore.calendar import WEEKS_A_QUARTER as QUARTER, WEEKS_A_YEAR
from simcore.results.names import Person


class Neighbours:
    """What a Recorder sees of it; empty where a canvas has nothing of the kind."""

    def __init__(self, recorder):
        self.recorder, self.say, plan = recorder, recorder.say, recorder.lane.layout.common
        self.goals, self.deeds, self.buildings, self.volunteering = (
            plan.goals, plan.deeds, plan.buildings, plan.volunteering)
        self.gatherings = recorder.lane.layout.gatherings
        self.promised: dict[tuple[int, int, int], int] = {}        # (resident, generation, kind) -> week
        self.kept: set[tuple[int, int, int]] = set()               # promises of which a kept week was told
        self.left: set[str] = set()                                # buildings of which that was told: nobody runs them
        self.opened = np.zeros((WEEKS_A_YEAR, len(self.buildings)), np.int64)   # minutes in the weeks of this year
        organisers = [one for one in self.seats(recorder.before).values() if one.core]
        for one in organisers:
            self.say("organises", self.volunteering, self.person(one), sort="first", n=len(organisers))

    def person(self, one) -> Person:
        """Who holds a seat, or made a promise."""
        return self.living(int(one.resident), int(one.generation))

    def living(self, i: int, generation: int) -> Person:
        """The resident of a row while a household lived there."""
        h = int(self.recorder.home[i])
        return self.recorder.people.setdefault((i, generation), Person(
            i, generation, h, i - int(self.recorder.first[h])))

    def look(self, before: SimpleNamespace, now: SimpleNamespace) -> None:
        """Compare the tables with those of a week ago."""
        self.promises(before, now)
        if self.recorder.lane.alive[0]:                            # else what they volunteered for is no more
            self.volunteers(before, now)
        self.meetings(now)
        self.building(before, now)

    # --- promises -------------------------------------------------------------------------------------------------

    def promises(self, before, now) -> None:
        """Promises that are made, kept, broken, or at an end as somebody moved or a goal was given up."""
        old, new = pledges(before), pledges(now)
        for key, one in new.items():
            if key not in old:
                self.promised[key] = self.recorder.week
                self.say("promises", self.deeds[one.kind], self.person(one), other=self.other(one),
                         sort=DEED_NAMES[now.deeds.deed[one.kind]])
        for key, one in old.items():
            if key not in new:
                self.ends(one, self.recorder.week - self.promised.pop(key), before, now)
                self.kept.discard(key)
        if self.recorder.week % QUARTER != QUARTER - 1:            # then the minutes begin anew, and none can be seen
            self.keeping(before, now, old | new)

    def ends(self, one, weeks: int, before, now) -> None:
        """A promise is no more: it was broken, unless somebody moved or nobody has that goal any more."""
        item, who, other = self.deeds[one.kind], self.person(one), self.other(one)
        lives = [now.households.generation[self.recorder.home[i]] == generation for i, generation in (
            (one.resident, one.generation), (one.other, one.other_generation))]
        goal = int(now.deeds.goal[one.kind])
        if not lives[0]:
            return                                                 # that somebody moves is told anyway
        if not lives[1]:
            self.say("lapses", item, who, other=other, sort="moved", weeks=weeks)
        elif not before.goals.chosen[goal]:
            self.say("lapses", item, who, sort="dropped", of=self.goals[goal], weeks=weeks)
        else:
            self.say("breaks", item, who, other=other, sort=DEED_NAMES[now.deeds.deed[one.kind]], weeks=weeks)

    def other(self, one) -> Person | None:
        """With or to whom a promise is kept; nobody when it takes no other."""
        return self.living(int(one.other), int(one.other_generation)) if one.other != one.resident else None

    def keeping(self, before, now, every: dict) -> None:
        """Promises kept this week, once each: by minutes given, where these can be of that promise alone."""
        given = now.unpaid - (0 if self.recorder.week % QUARTER == 0 else before.unpaid)
        busy = {int(one.resident) for state in (before, now) for one in self.seats(state).values()}
        made = [int(one.resident) for one in every.values()]
        helped = {int(one.other) for one in every.values()
                  if now.deeds.together[one.kind] > 1 and one.other != one.resident}
        for key, one in every.items():
            i = int(one.resident)
            if key in self.kept or i in busy or i in helped or made.count(i) > 1 or not given[i]:
                continue
            self.kept.add(key)
            self.say("keeps", self.deeds[one.kind], self.person(one), other=self.other(one),
                     sort=DEED_NAMES[now.deeds.deed[one.kind]], n=int(given[i] // now.deeds.minutes[one.kind]))

    # --- volunteers -----------------------------------------------------------------------------------------------

    def seats(self, state) -> dict[tuple[int, int], SimpleNamespace]:
        """Who volunteers, and lives here, by row and generation; looked up once in a state."""
        if "seats" not in vars(state):
            generation = state.households.generation
            state.seats = {(one.resident, one.generation): one for one in rows(state.volunteers)
                           if one.resident >= 0 and generation[self.recorder.home[one.resident]] == one.generation}
        return state.seats

    def volunteers(self, before, now) -> None:
        """Who comes to help, who begins to organise, and who stops."""
        old, new, week = self.seats(before), self.seats(now), self.recorder.week
        for key, one in new.items():
            if key not in old:
                self.say("volunteers", self.volunteering, self.person(one))
            if one.core and not (key in old and old[key].core):
                self.say("organises", self.volunteering, self.person(one), sort="later")
        for key, one in old.items():
            lives = now.households.generation[self.recorder.home[one.resident]] == one.generation
            if key in new or not lives:
                continue                                           # that somebody moves is told anyway
            who, weeks = self.person(one), week - one.since
            lately = min(QUARTER, weeks)
            if one.core:
                self.say("organiser_stops", self.volunteering, who, weeks=weeks, lately=lately,
                         hours=round(int(before.given_before[one.row].sum()) / 60),
                         free=round(one.minutes * lately / 60))
            else:
                self.say("volunteer_stops", self.volunteering, who, weeks=weeks)

    # --- gatherings and a building --------------------------------------------------------------------------------

    def meetings(self, now) -> None:
        """Gatherings that were held, and those that were due but could not be."""
        for g, plan in enumerate(self.gatherings):
            one = now.gatherings[g]
            if one.held:
                takings = [name for name in (f"entry.{plan.id}", f"saved.{plan.id}")
                           if name in self.recorder.lane.ledger.index]
                cents = sum(self.recorder.posted(name) for name in takings) if takings else None
                self.say("held", plan.id, None, cents, "entry" if takings else "", n=int(one.came))
            elif one.due and one.allowed:
                self.say("not_held", plan.id, sort="members" if one.members else "helpers")

    def building(self, before, now) -> None:
        """A building that residents no longer run or that nobody takes over; how long it was open, once a year."""
        week, terms = self.recorder.week, self.recorder.lane.terms
        self.opened[week % WEEKS_A_YEAR] = now.buildings.opened
        for b, id in enumerate(self.buildings):
            runs, ran = bool(now.buildings.managed[b]), bool(before.buildings.managed[b])
            given_up = terms[f"managed.{id}"][0] >= 0.5 or terms[f"open.{id}"][0] < 0.5
            if ran and not runs:
                self.left.add(id)
                self.say("gives_back", id)
            elif not runs and given_up and id not in self.left:
                self.left.add(id)
                self.say("nobody_runs", id)
            if (week + 1) % WEEKS_A_YEAR == 0 and self.opened[:, b].any():
                hours = int(self.opened[:, b].sum() // 60)
                self.say("open_year", id, None, year=(week + 1) // WEEKS_A_YEAR, hours=hours)


def pledges(state) -> dict[tuple[int, int, int], SimpleNamespace]:
    """The promises there are, by who made them and what they are; looked up once in a state."""
    if "promised" not in vars(state):
        state.promised = {(one.resident, one.generation, one.kind): one for one in rows(state.pledges)}
    return state.promised


def rows(table: np.ndarray) -> list[SimpleNamespace]:
    """The rows of a table in plain numbers, each with its place as ``row``: a field of a record takes long to read."""
    names = table.dtype.names
    return [SimpleNamespace(row=r, **dict(zip(names, one))) for r, one in enumerate(table.tolist())]
