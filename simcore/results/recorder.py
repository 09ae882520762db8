"""Watches one course from outside as it is played: what changes for people from one week to the next.

The engine keeps no diary, and a run does not pay for one: between two weeks its rows are compared with what they were.
Places, customers and what neighbours do together are each watched in a file of its own.
"""

from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np

from simcore.neighbourhood.renewal import age_now
from simcore.results.customers import Customers
from simcore.results.diary import Fact
from simcore.results.names import Person
from simcore.results.neighbours import Neighbours
from simcore.results.places import Places, at_work


@dataclass(frozen=True)
class Recording:
    """What was seen in one course: facts of people's lives, and the heaped-up margin of each service (weeks + 1, S)."""
    facts: list[Fact]
    margins: np.ndarray
    people: list[Person]                                       # everybody who lived here at some time


# What is compared from week to week, by table; the rest of the world is read as it is.
WATCHED = {"residents": ("placed", "benefit", "exit_week", "left_week", "arrived", "age", "limited", "confidence"),
           "households": ("generation", "old"), "services": ("open",), "teams": ("first", "places", "together"),
           "workers": ("resident", "since", "practised", "team", "complaint", "confidence")}
ARRAYS = ("habit", "bond_other", "bond_until", "volunteers", "given_before", "deeds", "goals", "gatherings",
          "buildings", "unpaid")


def seen(world) -> SimpleNamespace:
    """The watched columns of a world with one replication, as they are now."""
    tables = {table: SimpleNamespace(**{name: getattr(getattr(world.columns, table), name)[0].copy() for name in names})
              for table, names in WATCHED.items()}
    more = {name: getattr(world, name)[0].copy() for name in ARRAYS}
    more["pledges"] = world.pledges[0, :int(world.pledge_count[0])].copy()
    return SimpleNamespace(**tables, **more, alive=bool(world.columns.enterprises.alive[0, 0]),
                           aware=world.columns.relations.aware[0, :, 0].copy())


class Recorder:
    """Watches a lane with one replication; ``look`` after each of its weeks."""

    def __init__(self, lane):
        self.lane, self.week = lane, 0
        world = lane.world
        homes = world.columns.households
        self.first, self.persons = homes.first[0].copy(), homes.persons[0].copy()      # a home keeps its size
        self.home = np.repeat(np.arange(self.first.size), self.persons)
        self.services = lane.layout.services
        self.enterprise = world.enterprises[0, 0]
        self.facts: list[Fact] = []
        self.people: dict[tuple[int, int], Person] = {}
        self.before = seen(world)
        self.places, self.customers, self.neighbours = Places(self), Customers(self), Neighbours(self)
        for i in range(self.home.size):
            self.arrives(i, self.before)
        for h in range(self.first.size):
            self.customers.begins(h, self.before)

    # --- who ------------------------------------------------------------------------------------------------------

    def person(self, i: int, state: SimpleNamespace) -> Person:
        """The resident in a row, in a state."""
        h = int(self.home[i])
        generation = int(state.households.generation[h])
        if (i, generation) not in self.people:
            self.people[i, generation] = Person(i, generation, h, i - int(self.first[h]))
        return self.people[i, generation]

    def head(self, h: int, state: SimpleNamespace) -> Person:
        """The first resident of a household."""
        return self.person(int(self.first[h]), state)

    def age(self, i: int, state: SimpleNamespace) -> int:
        """Whole years of age this week."""
        return int(age_now(state.residents.age[i], int(state.residents.arrived[i]), self.week))

    def say(self, kind: str, item: str, who: Person | None = None, cents: int | None = None, about: str = "",
            other: Person | None = None, **values) -> None:
        """Write a fact of this week down."""
        self.facts.append(Fact(self.week, kind, item, who, cents, about, values, other))

    def posted(self, stream: str) -> int:
        """Cents over a stream this week."""
        ledger = self.lane.ledger
        return int(ledger.flows[self.week, 0, ledger.index[stream]])

    # --- a week -----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Compare the world with a week ago."""
        before, now = self.before, seen(self.lane.world)
        moved = before.households.generation != now.households.generation
        self.movers(before, now, moved)
        self.customers.new_visits(now)
        self.places.look(before, now, moved)
        self.places.learning(now)
        self.customers.arrangements(before, now, moved)
        self.ties(before, now)
        self.lives(before, now, moved)
        self.neighbours.look(before, now)
        self.before, self.week = now, self.week + 1

    def movers(self, before, now, moved) -> None:
        """Households that leave, and who comes to live there."""
        for h in np.flatnonzero(moved).tolist():
            for i in range(self.first[h], self.first[h] + self.persons[h]):
                who = self.person(i, before)
                if before.residents.placed[i] >= 0:
                    self.say("moves_from_team", self.places.team_of(before, i), who, sort=at_work(before, i))
                else:
                    self.say("moves_out", "neighbourhood", who)
                self.arrives(i, now)
            self.customers.moves(h, before)
            self.customers.begins(h, now)

    def arrives(self, i: int, state) -> None:
        """Somebody is there: at the start, or after a move."""
        who = self.person(i, state)
        tables = self.lane.world.columns
        situation = ("benefit" if tables.residents.benefit[0, i] else "job" if tables.residents.full_time[0, i] else
                     "child" if not tables.residents.adult[0, i] else "old" if self.age(i, state) >= 65 else "other")
        self.say("portrait", "neighbourhood", who, age=self.age(i, state), came=who.generation > 0,
                 persons=int(self.persons[self.home[i]]), situation=situation)

    # --- ties and lives -----------------------------------------------------------------------------------------------

    def ties(self, before, now) -> None:
        """Who came to know whom; and whether that was on a visit, with company, of the one to the other."""
        changed = (now.bond_until != before.bond_until) | (now.bond_other != before.bond_other)
        fresh = changed & (now.bond_until > self.week)
        for i, k in np.argwhere(fresh).tolist():
            other = int(now.bond_other[i, k])
            if i > other or ((before.bond_other[i] == other) & (before.bond_until[i] > self.week)).any():
                continue
            one, two = self.person(i, now), self.person(other, now)
            place = self.visit_between(one, two, before, now)
            if place is None:
                self.say("tie", "neighbourhood.ties", one, other=two)
            else:
                self.say("tie_visit", self.services[place].id, one, other=two)

    def visit_between(self, one: Person, two: Person, before, now) -> int | None:
        """The service of company at a visit of one of two people to the other this week, if there was such a visit."""
        place = int(self.enterprise.coffee_service)
        if place < 0:
            return None
        for host, guest in ((one, two), (two, one)):
            for state in (before, now):
                p = int(state.residents.placed[guest.number])
                if host.place == 0 and p >= 0 and (p, host.household) in self.customers.visited:
                    return place
        return None

    def lives(self, before, now, moved) -> None:
        """A lasting limitation, and a pension."""
        stayed = ~moved[self.home]
        for i in np.flatnonzero(stayed & now.residents.limited & ~before.residents.limited).tolist():
            self.say("limited", "neighbourhood.people", self.person(i, now), age=self.age(i, now))
        for h in np.flatnonzero(now.households.old & ~before.households.old & ~moved).tolist():
            self.say("retires", "neighbourhood.people", self.head(h, now))

    def recording(self) -> Recording:
        """All that was seen."""
        return Recording([*self.facts, *self.customers.biggest()], self.lane.decisions.margin[:, 0],
                         sorted(self.people.values()))
