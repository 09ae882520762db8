"""The world around one fact of a diary: a week before it, after it, and the books."""

from dataclasses import replace

import numpy as np

from simcore.behaviour.world import COUNT, ENTERPRISE as BY_ENTERPRISE
from simcore.run import ENTERPRISE
from simcore.week.series import SERVICE_FIELDS

from .courses import WEEKS


def number_of(e, part: str, leaf: str) -> float:
    """A number of the first activity that has this part."""
    return next(float(values[0]) for path, values in e.c.outcome.numbers.items()
                if path.startswith("key_activities.") and path.endswith(f".{part}.{leaf}"))


class Evidence:
    """The world around one fact: ``b`` a week before, ``a`` after it; the row of its person; the books."""

    def __init__(self, c, fact):
        self.c, self.f, self.t, self.v = c, fact, fact.week, fact.values
        self.b, self.a = (c.states[self.t], c.states[self.t + 1]) if 0 <= self.t < WEEKS else (None, None)
        self.i = fact.who.number if fact.who else -1
        self.h = fact.who.household if fact.who else -1
        self.lane = c.outcome.lanes[ENTERPRISE]
        self.layout, self.spec = self.lane.layout, c.outcome.spec
        self.kept = fact.cents is None

    # the person
    def is_here(self, state) -> bool:
        """The person of the fact is who lives in that row, in that state."""
        who, r, h = self.f.who, state.residents, state.households
        return (0 <= who.number < r.size and r.household[who.number] == who.household
                and h.generation[who.household] == who.generation and h.first[who.household] + who.place == who.number)

    def age(self, state) -> int:
        return int(state.residents.age[self.i] + (self.t - state.residents.arrived[self.i]) / 52)

    def held(self, state) -> bool:
        """Holds a place, in the team of the fact."""
        p = state.residents.placed[self.i]
        return p >= 0 and self.layout.teams[state.workers.team[p]].id == self.f.item

    def works(self, state) -> str:
        """Whether the team of the person is at it, or the person waits for it to begin."""
        return "work" if state.teams.together[state.workers.team[state.residents.placed[self.i]]] else "wait"

    def was_there(self) -> int:
        """Weeks in the place that was left."""
        return self.t - self.b.workers.since[self.b.residents.placed[self.i]]

    def left(self) -> bool:
        """Left a place of the team this week, after the weeks that are told."""
        return (self.is_here(self.b) and self.is_here(self.a)
                and self.held(self.b) and self.a.residents.placed[self.i] < 0
                and self.v == {"weeks": self.was_there(), "sort": self.works(self.b)} and self.kept)

    def at_staff(self) -> bool:
        """Left it at the end of the week, still on benefit: no work found, no other reason."""
        return self.left() and self.a.residents.benefit[self.i] and self.a.residents.exit_week[self.i] != self.t

    def closed(self) -> bool:
        p = self.b.residents.placed[self.i]
        t = self.b.workers.team[p]
        team, stops = self.b.teams[t], self.b.teams.together[t] and not self.a.teams.together[t]
        return not self.b.enterprises.alive[0] or stops or p >= team.first + team.places

    def all_sent(self) -> bool:
        """As many as are told of as sent home this week held a place that was closed, as the run counted."""
        told = sum(fact.kind == "sent_home" for fact in self.c.facts if fact.week == self.t)
        return told == self.lane.series["counts"][self.t, 0, COUNT["closed_places"]]

    def has(self, part: str) -> bool:
        """Whether an activity has this part."""
        return any(one.sim and getattr(one.sim, part) for one in self.spec.canvas.key_activities)

    def complained_of(self) -> bool:
        """A customer complained this week, and it left less confidence than one needs to come back."""
        p = self.b.residents.placed[self.i]
        return bool(self.a.workers.complaint[p]) and self.a.workers.confidence[p] < number_of(
            self, "recognition", "gives_up_below")

    def due(self) -> str:
        """What the law said of the place: over, not renewed, or nothing."""
        weeks, n = self.was_there(), self.c.outcome.numbers
        if weeks >= round(float(n["neighbourhood.labour.place_weeks"][0])):
            return "place_over"
        begun = number_of(self, "learning", "confidence_at_start")
        at_review = weeks == round(float(n["neighbourhood.labour.place_review"][0]))
        return "not_renewed" if at_review and self.a.residents.confidence[self.i] <= begun else ""

    def counts_agree(self) -> bool:
        """As many as are told of this week dropped out, and came to the end of their place, as the run counted."""
        told = [fact.kind for fact in self.c.facts if fact.week == self.t]
        counts = self.lane.series["counts"][self.t, 0]
        return (told.count("drops_out") + told.count("slides_back") == counts[COUNT["dropped_out"]]
                and counts[COUNT["ended"]]
                == sum(told.count(kind) for kind in ("place_over", "not_renewed", "moves_from_team")))

    def had_place(self) -> bool:
        """The last place held before was in the team of the fact."""
        for k in range(self.t, -1, -1):
            state = self.c.states[k]
            if self.is_here(state) and state.residents.placed[self.i] >= 0:
                return self.held(state)
        return False

    # the household
    def need(self) -> int:
        """The need a service of the fact meets."""
        return next((s.activity for s in self.layout.services if s.id == self.f.item), -1)

    def is_head(self, state) -> bool:
        return self.is_here(state) and self.f.who.place == 0

    def bought(self, state) -> bool:
        return self.need() >= 0 and state.habit[self.h, self.need()] >= BY_ENTERPRISE

    def price_a_week(self) -> int:
        s = self.layout.service(self.f.item)
        return int(self.a.services.price[s] * self.a.bought[self.h, self.need()] / 60 + 0.5)

    def customers_before(self) -> int:
        """Households that had the service by the week before, at any time."""
        return sum(int((state.habit[:, self.need()] >= BY_ENTERPRISE).sum()) for state in self.c.states[:self.t + 1])

    def weeks_as_customer(self) -> int:
        k = self.t
        while k > 0 and self.c.states[k - 1].habit[self.h, self.need()] >= BY_ENTERPRISE:
            k -= 1
        return self.t - (k - 1) if k > 0 else self.t

    def home_visits(self) -> list:
        """(week, service id, cents, minutes) of the visits to the household while this one lived there."""
        return self.c.homes.get((self.h, self.f.who.generation), [])

    # the books
    def stream(self, name: str) -> np.ndarray:
        names = [s.name for s in self.lane.streams]
        return self.lane.flows[:, 0, names.index(name)] if name in names else np.zeros(WEEKS, np.int64)

    def ordered(self) -> np.ndarray:
        """(weeks,) what the partner of the fact owed for its orders."""
        mine = [i for i, s in enumerate(self.lane.streams) if s.name.startswith("order.") and s.payer == self.f.item]
        return self.lane.flows[:, 0, mine].sum(1)

    # what residents do together
    def deed(self) -> int:
        """The kind of deed of the fact, by the id of its activity."""
        ids = sorted(one.id for one in self.spec.canvas.key_activities if one.sim and one.sim.pledge)
        return ids.index(self.f.item) if self.f.item in ids else -1

    def sort_of_deed(self) -> str:
        note = next(one for one in self.spec.canvas.key_activities if one.id == self.f.item)
        return note.sim.pledge.deed

    def promised(self, state) -> bool:
        """The person of the fact has promised it, with or to the other of the fact."""
        two = self.f.other or self.f.who
        return any((one.kind, one.resident, one.generation, one.other, one.other_generation) == (
            self.deed(), self.i, self.f.who.generation, two.number, two.generation) for one in state.pledges)

    def both_here(self) -> bool:
        return all(self.is_as_told(one) for one in (self.f.who, self.f.other) if one is not None)

    def is_as_told(self, who) -> bool:
        """There is such a person: the row belongs to that household, and that is who lives there after the week."""
        return Evidence(self.c, replace(self.f, who=who)).is_here(self.a)

    def goal_is(self, state) -> bool:
        return bool(state.goals.chosen[int(state.deeds.goal[self.deed()])])

    def weeks_promised(self) -> int:
        k = self.t
        while k > 0 and self.promised(self.c.states[k - 1]):
            k -= 1
        return self.t - (k - 1)

    def seat(self, state) -> int:
        """The seat of the volunteer of the fact; -1: none."""
        seats = state.volunteers
        found = np.flatnonzero((seats.resident == self.i) & (seats.generation == self.f.who.generation))
        return int(found[0]) if found.size and self.is_here(state) else -1

    def organises(self, state) -> bool:
        return self.seat(state) >= 0 and bool(state.volunteers.core[self.seat(state)])

    def given(self) -> int:
        mine = [i for i, s in enumerate(self.lane.streams) if self.f.item in (s.payer, s.item)
                and not s.name.startswith("start.")]
        return int(self.lane.flows[max(0, self.t - 51):self.t + 1, 0, mine].sum())

    def weeks(self, path: str) -> int:
        return int(self.c.outcome.numbers[path][0] + 0.5)

    def cents(self, stream: str) -> int:
        """What went over a stream this week."""
        return int(self.lane.stream(stream)[self.t, 0])

    def happened(self, kind: str, item: str | None = None) -> bool:
        return (self.t, kind, item or self.f.item) in self.c.events

    def service(self, field: str) -> np.ndarray:
        """(weeks,) a figure of the service of the fact; zeroes when there is no such service."""
        rows = [s for s, one in enumerate(self.layout.services) if one.id == self.f.item]
        return self.lane.series["services"][:, 0, rows, SERVICE_FIELDS.index(field)].sum(1)

    def opened(self, before: int, now: int) -> bool:
        open_ = self.service("open")
        return self.t > 0 and open_[self.t - 1] == before and open_[self.t] == now and self.kept

    def alive(self) -> bool:
        return bool(self.b.enterprises.alive[0])

    def share(self, weeks: slice, cost: str) -> float:
        rows = [i for i, s in enumerate(self.lane.streams)
                if s.name == f"cost.{cost}" or s.name.startswith(f"in kind.{cost}.")]
        return self.stream(f"in kind.{cost}.{self.f.item}")[weeks].sum() / self.lane.flows[weeks, 0][:, rows].sum()


def turned(e, item: str, on: str, table: str = "residents") -> bool:
    """A mark of a person or its household came on this week; nothing else is told."""
    row = e.i if table == "residents" else e.h
    return (e.is_here(e.b) and e.is_here(e.a) and e.f.item == item and e.kept
            and not getattr(getattr(e.b, table), on)[row] and bool(getattr(getattr(e.a, table), on)[row]))


def gone(e) -> bool:
    """Lived here a week ago, and no longer."""
    return e.is_here(e.b) and not e.is_here(e.a) and e.v == {} and e.kept
