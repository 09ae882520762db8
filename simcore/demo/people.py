"""A thousand of the residents: what weighs on each when nothing is done, and what becomes of them in each plan.

A course is played once more, alone, and watched from outside (results/recorder.py); it must go as it went before. Of a
plan that is the course ``simwijk diary`` tells of, so that both tell the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

import numpy as np

from simcore.behaviour.world import NEIGHBOUR, VISITS
from simcore.errors import Defect
from simcore.neighbourhood.settle import settle
from simcore.played import LaneOutcome, written
from simcore.results.diary import KINDS, Fact, concerns, in_time, joined, selection
from simcore.results.diary_books import Books
from simcore.results.names import Person
from simcore.results.payments import typical
from simcore.results.recorder import Recorder
from simcore.run import ENTERPRISE, NOTHING, Outcome
from simcore.week.community import LONELY, SEVERE, Community
from simcore.week.lane import Lane
from simcore.week.numbers import Numbers, quantities_of

DOTS, PERIOD = 1000, 4                             # residents that are shown, and weeks between two looks at them
WORRIES = ("benefit", "limited", "lonely", "severely", "cares", "gone")      # bits, the first counts for one
DOINGS = ("none", "helped", "part", "stops", "work")                         # the last that holds is shown
MOVED = 8                                          # is added where others live by now
STOPS = {"drops_out", "slides_back", "sent_home", "place_over", "not_renewed", "leaves", "organiser_stops",
         "volunteer_stops"}
WORK = {"finds_work", "finds_work_later", "finds_work_elsewhere"}
TELLING, STOPPED_AT = 60, 8                        # how telling an event is that stops a race, and how many do at most


@dataclass(frozen=True)
class Street:
    """The residents that are shown, and what weighs on each, period by period, in one course of doing nothing."""
    replication: int
    residents: int
    shown: list[Person]
    age: list[int]
    persons: list[int]                             # in the household
    weighs: np.ndarray                             # (periods, shown) bits of WORRIES


@dataclass(frozen=True)
class Lived:
    """The typical course of a plan: what was written down of it, and what residents were up to, period by period."""
    replication: int
    facts: list[Fact]
    doing: np.ndarray                              # (periods, shown) place in DOINGS, and MOVED

    def telling(self) -> list[Fact]:
        """The events at which a room would stop to talk, in order of time."""
        return selection((one for one in self.facts if KINDS[one.kind].weight >= TELLING), STOPPED_AT)

    def diary(self, person: Person) -> list[Fact]:
        """All that is known of somebody, as ``simwijk diary --resident`` tells it."""
        return in_time(joined(one for one in self.at_home.get(person.household, ()) if concerns(one, person)))

    @cached_property
    def at_home(self) -> dict[int, list[Fact]]:
        """The facts that can be about somebody of a household."""
        out: dict[int, list[Fact]] = {}
        for one in self.facts:
            for home in {who.household for who in (one.who, one.other) if who is not None}:
                out.setdefault(home, []).append(one)
        return out


# --- played once more ---------------------------------------------------------------------------------------------


def again(outcome: Outcome, name: str, place: int, look: Callable[[Lane], None]) -> None:
    """Play a lane in the course at a place once more; ``look`` at it before the first week and after each."""
    kept, enterprise = outcome.lanes[name], name != NOTHING
    lane = Lane(outcome.spec, outcome.people, outcome.seed, [outcome.replications[place]], enterprise=enterprise,
                plugins=outcome.plugins, weeks=outcome.weeks, luck_only=outcome.luck_only,
                written=int(kept.series["counts"][:, place, VISITS].sum()) + 1 if enterprise else None)
    look(lane)
    for _ in range(outcome.weeks):
        lane.step()
        look(lane)
    if written(lane).digests[0] != kept.digests[place]:
        raise Defect(f"course {outcome.replications[place]} does not go as it went before")


def street(outcome: Outcome, go_on: Callable[[], None] = lambda: None) -> Street:
    """The residents that are shown, through an ordinary course of doing nothing."""
    place, people = ordinary(outcome.lanes[NOTHING]), outcome.people
    rows = spread(alike(outcome), DOTS)
    home = people.household[rows]
    weighs: list[np.ndarray] = []

    def look(lane: Lane) -> None:
        go_on()
        if lane.week % PERIOD == 0 and len(weighs) < outcome.weeks // PERIOD:
            weighs.append(burdens(lane)[rows])

    again(outcome, NOTHING, place, look)
    shown = [Person(int(i), 0, int(h), int(i - people.first[h])) for i, h in zip(rows, home)]
    return Street(outcome.replications[place], people.residents, shown, [int(x) for x in people.age[rows]],
                  people.size[home].tolist(), np.array(weighs))


def ordinary(nothing: LaneOutcome) -> int:
    """The course of doing nothing in which the middle number of people is on benefit."""
    return int(np.argsort(nothing.series["benefit"].mean(0), kind="stable")[nothing.replications // 2])


def alike(outcome: Outcome) -> np.ndarray:
    """Rows of the residents who start the same in all courses, so that no diary begins otherwise than their card."""
    numbers = Numbers(quantities_of(outcome.spec, outcome.plugins), outcome.seed, outcome.replications,
                      outcome.luck_only)
    settled = settle(outcome.people, numbers.under("neighbourhood"), len(outcome.replications))
    start = settled.base_residents
    odd = Community(SimpleNamespace(residents=start, base_residents=start), numbers, outcome.seed).unfavourable
    some = (start.benefit, start.limited, start.full_time, odd >= LONELY, odd >= SEVERE)
    return np.flatnonzero(np.all([one.min(0) == one.max(0) for one in some], axis=0))


def spread(rows: np.ndarray, n: int) -> np.ndarray:
    """So many of some rows at most, at even steps."""
    n = min(n, rows.size)
    return rows[(2 * np.arange(n) + 1) * rows.size // (2 * n)] if n else rows


def burdens(lane: Lane) -> np.ndarray:
    """(N,) bits of WORRIES: what weighs on each resident now."""
    world, tables = lane.world, lane.world.columns
    residents, homes = tables.residents, tables.households
    odd, adult, home = lane.community.unfavourable[0], residents.adult[0], residents.household[0]
    friend = world.friend
    asks = np.flatnonzero((friend >= 0) & ((world.habit[0] == NEIGHBOUR) & (world.bought[0] > 0)).any(1))
    head = np.zeros(home.size, bool)
    head[homes.first[0][np.unique(friend[asks])]] = True               # who helps is not said: we say it of the head
    some = (residents.benefit[0], residents.limited[0], adult & (odd >= LONELY), adult & (odd >= SEVERE), head,
            homes.generation[0][home] > 0)
    return sum(one.astype(np.uint8) << bit for bit, one in enumerate(some))


# --- a plan -------------------------------------------------------------------------------------------------------


def lived(outcome: Outcome, shown: list[Person], go_on: Callable[[], None] = lambda: None) -> Lived:
    """The typical course of a plan; of facts only what is telling, or is about who is shown."""
    place, watch = typical(outcome), Watch()

    def look(lane: Lane) -> None:
        go_on()
        watch.look(lane)

    again(outcome, ENTERPRISE, place, look)
    recording = watch.recorder.recording()
    replication = outcome.replications[place]
    facts = Books(outcome, place, events_of(outcome.lanes[ENTERPRISE], replication), recording.margins).facts()
    homes = {one.household for one in shown}
    facts += [one for one in recording.facts
              if KINDS[one.kind].weight >= TELLING or one.who is None or one.who.household in homes
              or one.other is not None and one.other.household in homes]
    doing = np.array(watch.doing)
    for one in recording.facts:
        if one.who is not None and one.kind in STOPS | WORK and one.week // PERIOD < len(doing):
            at = one.week // PERIOD, one.who.number
            doing[at] = max(doing[at], DOINGS.index("work" if one.kind in WORK else "stops"))
    doing += np.where(watch.moved, MOVED, 0).astype(np.uint8)
    return Lived(replication, facts, doing[:, [one.number for one in shown]])


def events_of(lane: LaneOutcome, replication: int) -> list[tuple[int, str, str, dict]]:
    """(week, kind, item, texts of a note) of the events of one course, as ``read_events`` gives them from a folder."""
    return [(int(week), kind, subject, {}) if isinstance(subject, str) else
            (int(week), kind, subject.item, {"dutch": subject.dutch, "english": subject.english})
            for week, kind, subject, r in lane.events if r == replication]


class Watch:
    """Watches a lane of a plan: with a recorder, and for who is helped or takes part."""

    def __init__(self):
        self.recorder: Recorder | None = None
        self.doing: list[np.ndarray] = []          # (N,) of each period that is over
        self.moved: list[np.ndarray] = []          # (N,) whether others live there, at its end
        self.visits = 0

    def look(self, lane: Lane) -> None:
        """Before the first week, and after each."""
        if self.recorder is None:
            self.recorder = Recorder(lane)
            self.now = np.zeros(lane.world.residents.shape[1], np.uint8)
            return
        self.recorder.look()
        count = int(lane.world.payment_count[0])
        helped = np.zeros(lane.world.households.shape[1], bool)
        helped[lane.world.payments[0, self.visits:count]["household"]] = True
        self.visits = count
        self.now[helped[self.recorder.home] & (self.now == 0)] = DOINGS.index("helped")
        self.now[self.taking_part(lane)] = DOINGS.index("part")
        if lane.week % PERIOD == 0:
            self.doing.append(self.now.copy())
            self.moved.append((self.recorder.before.households.generation > 0)[self.recorder.home])
            self.now[:] = 0

    def taking_part(self, lane: Lane) -> np.ndarray:
        """Rows of who is at work in a team, volunteers, or took part this week in what the plan organises."""
        state = self.recorder.before
        placed = state.residents.placed
        there = placed >= 0
        there[there] = state.teams.together[state.workers.team[placed[there]]]
        there |= lane.world.joined_in[0] == lane.week - 1
        there[[i for i, _ in self.recorder.neighbours.seats(state)]] = True
        return np.flatnonzero(there)
