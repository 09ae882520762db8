"""Watches one course from outside as it is played: what changes for people from one week to the next.

The engine keeps no diary, and a run does not pay for one: between two weeks its rows are compared with what they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np

from simcore.behaviour.assistance import place_ends
from simcore.behaviour.work import productivity
from simcore.behaviour.world import COUNT, ENTERPRISE, PARTICIPATION, WAYS
from simcore.neighbourhood.renewal import age_now
from simcore.neighbourhood.rows import NEVER
from simcore.results.diary import Fact
from simcore.results.names import Person
from simcore.results.neighbours import Neighbours

HELPED = (1, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)      # households: the milestones
PLACED_LATELY = 52                                             # weeks in which work still goes with a former place


@dataclass(frozen=True)
class Recording:
    """What was seen in one course: facts of people's lives, and the heaped-up margin of each service (weeks + 1, S)."""
    facts: list[Fact]
    margins: np.ndarray
    people: list[Person]                                       # everybody who lived here at some time


# What is compared from week to week, by table; the rest of the world is read as it is.
WATCHED = {"residents": ("placed", "benefit", "exit_week", "left_week", "arrived", "age", "limited", "confidence"),
           "households": ("generation", "old"), "workers": ("resident", "since", "practised", "team", "complaint", "confidence"),
           "services": ("open",), "teams": ("first", "places", "together")}
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
        self.services, self.teams = lane.layout.services, lane.layout.teams
        self.needs = lane.spec.place.needs.activities
        self.service_of, self.standing = world.service_of, np.flatnonzero(world.standing)
        self.place_weeks = lane.place_weeks                    # (longest, review), each (1,): a plugin may move the first
        self.enterprise = world.enterprises[0, 0]
        self.facts: list[Fact] = []
        self.people: dict[tuple[int, int], Person] = {}
        self.visits = 0                                        # how many of those written down were looked at
        self.learned: set[Person] = set()
        self.bought: set[str] = set()                          # services that had a standing customer
        self.customer_since: dict[tuple[int, int], int] = {}   # (household, need) -> week
        self.served: dict[tuple[int, int], list] = {}          # (household, generation): visits, cents, last week, item
        self.met: set[tuple[int, int, int]] = set()            # (household, generation, service)
        self.before = seen(world)
        self.neighbours = Neighbours(self)
        for i in range(self.home.size):
            self.arrives(i, self.before)
        for h in range(self.first.size):
            self.begins(h, self.before)

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
        self.new_visits(now)
        self.benefits_and_places(before, now, moved)
        self.learning(now)
        self.arrangements(before, now, moved)
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
                    self.say("moves_from_team", self.team_of(before, i), who, sort=at_work(before, i))
                else:
                    self.say("moves_out", "neighbourhood", who)
                self.arrives(i, now)
            for a in self.standing.tolist():
                if before.habit[h, a] >= ENTERPRISE:
                    self.say("customer_moves", self.service(before.habit[h, a], a).id, self.head(h, before))
                self.customer_since.pop((h, a), None)
            self.begins(h, now)

    def arrives(self, i: int, state) -> None:
        """Somebody is there: at the start, or after a move."""
        who = self.person(i, state)
        tables = self.lane.world.columns
        situation = ("benefit" if tables.residents.benefit[0, i] else "job" if tables.residents.full_time[0, i] else
                     "child" if not tables.residents.adult[0, i] else "old" if self.age(i, state) >= 65 else "other")
        self.say("portrait", "neighbourhood", who, age=self.age(i, state), came=who.generation > 0,
                 persons=int(self.persons[self.home[i]]), situation=situation)

    def begins(self, h: int, state) -> None:
        """How a household meets its standing needs when it is first seen."""
        who = self.head(h, state)
        self.say("ways_first", "neighbourhood.needs", who,
                 ways={self.needs[a].id: self.way(state.habit[h, a]) for a in self.standing.tolist()})
        for a in self.standing.tolist():
            if state.habit[h, a] >= ENTERPRISE:
                self.becomes_customer(h, a, state)

    def way(self, j: int) -> str:
        """A way of meeting a need by its name."""
        return WAYS[j] if 0 <= j < ENTERPRISE else "enterprise" if j >= ENTERPRISE else "nothing"

    def service(self, j: int, a: int):
        """The service behind way j of need a."""
        return self.services[self.service_of[j - ENTERPRISE, a]]

    # --- places -----------------------------------------------------------------------------------------------------

    def team_of(self, state, i: int) -> str:
        """The team in which resident i holds a place."""
        return self.teams[state.workers.team[state.residents.placed[i]]].id

    def benefits_and_places(self, before, now, moved) -> None:
        """Who joins, who goes and why; who finds work, loses it, or comes on benefit."""
        was, r = before.residents, now.residents
        stayed = ~moved[self.home]
        joins = np.flatnonzero((r.placed >= 0) & ((was.placed < 0) | ~stayed))
        for i in joins.tolist():
            self.say("joins", self.team_of(now, i), self.person(i, now), age=self.age(i, now), sort=at_work(now, i))
        goes = np.flatnonzero((r.placed < 0) & (was.placed >= 0) & stayed).tolist()
        rest = [i for i in goes if r.exit_week[i] != self.week and r.benefit[i] and not self.is_closed(before, now, i)]
        ended = [i for i in rest if self.is_ended(before, now, i)]
        gone = int((~stayed & (was.placed >= 0)).sum())                  # a move ends a place too
        counts = self.lane.world.counts[0]                               # somebody may find and lose work within a week
        sure = (len(ended), len(rest) - len(ended)) == (counts[COUNT["ended"]] - gone, counts[COUNT["dropped_out"]])
        closing = [i for i in goes if r.exit_week[i] != self.week and r.benefit[i] and i not in rest]
        all_sent = len(closing) == counts[COUNT["closed_places"]]        # who dropped out of a team as it stopped was not
        for i in goes:
            who, team = self.person(i, now), self.team_of(before, i)
            so = {"weeks": self.week - int(before.workers.since[was.placed[i]]), "sort": at_work(before, i)}
            if r.exit_week[i] == self.week:
                self.say("finds_work", team, who, **so)
            elif not r.benefit[i]:
                self.say("leaves_benefit_and_team", team, who, **so)
            elif i not in rest and all_sent:
                self.say("sent_home", team, who, **so)
            elif i not in rest or not sure:
                self.say("leaves", team, who, **so)
            elif i in ended:
                self.say("place_over" if so["weeks"] >= self.place_weeks[0][0] else "not_renewed", team, who, **so)
            elif self.is_sliding(before, now, i):
                self.say("slides_back", team, who, **so)
            else:
                self.say("drops_out", team, who, **so)
        stays = stayed & (r.placed >= 0) & (r.placed == was.placed)
        enough = self.enterprise.search_from
        for i in np.flatnonzero(stays & (r.confidence >= enough) & (was.confidence < enough)).tolist():
            self.say("searches", self.team_of(now, i), self.person(i, now))
        self.benefits(was, r, stayed, now)

    def benefits(self, was, r, stayed, now) -> None:
        """Benefit and work of who holds no place."""
        found = stayed & (r.exit_week == self.week) & (was.exit_week != self.week) & (was.placed < 0)
        for i in np.flatnonzero(found).tolist():
            weeks = self.week - int(was.left_week[i])
            if was.left_week[i] > NEVER and weeks <= PLACED_LATELY:
                self.say("finds_work_later", self.last_team(i, now), self.person(i, now), weeks=weeks)
            else:
                self.say("finds_work_elsewhere", "neighbourhood.assistance", self.person(i, now))
        on, off = stayed & r.benefit & ~was.benefit, stayed & was.benefit & ~r.benefit
        for i in np.flatnonzero(on).tolist():
            if was.exit_week[i] > NEVER and was.left_week[i] > NEVER:
                self.say("work_lost", self.last_team(i, now), self.person(i, now),
                         weeks=self.week - int(was.exit_week[i]))
            else:
                self.say("on_benefit", "neighbourhood.assistance", self.person(i, now))
        for i in np.flatnonzero(off & (r.exit_week != self.week) & (was.placed < 0)).tolist():
            self.say("benefit_ends", "neighbourhood.assistance", self.person(i, now))

    def last_team(self, i: int, state) -> str:
        """The team in which somebody held a place last."""
        who = self.person(i, state)
        return next((fact.item for fact in reversed(self.facts) if fact.kind == "joins" and fact.who == who),
                    "key_resources")                           # who came and went within a week was not seen

    def is_closed(self, before, now, i: int) -> bool:
        """Whether the place of resident i was closed: no enterprise, no such place in the team, or too few people in it."""
        p = before.residents.placed[i]
        t = before.workers.team[p]
        stops = before.teams.together[t] and not now.teams.together[t]
        return not before.alive or stops or p >= before.teams.first[t] + before.teams.places[t]

    def is_sliding(self, before, now, i: int) -> bool:
        """Whether resident i stays at home after a complaint this week, with too little confidence left."""
        p = before.residents.placed[i]
        return bool(now.workers.complaint[p]) and now.workers.confidence[p] < self.enterprise.gives_up

    def is_ended(self, before, now, i: int) -> bool:
        """Whether the law or the review ended the place of resident i (the law itself says so)."""
        p = before.residents.placed[i]
        participation = self.teams[before.workers.team[p]].contract == PARTICIPATION
        longest, review = (int(one[0]) for one in self.place_weeks)
        return participation and bool(place_ends(self.week - int(before.workers.since[p]), review, longest,
                                                 now.residents.confidence[i] > self.enterprise.first_confidence))

    def learning(self, now) -> None:
        """Who has practised as many hours as it takes to learn the work."""
        e, w = self.enterprise, now.workers
        for p in np.flatnonzero((w.resident >= 0) & (w.practised >= e.hours_to_learn)).tolist():
            who = self.person(int(w.resident[p]), now)
            if (who, int(w.since[p])) not in self.learned:
                self.learned.add((who, int(w.since[p])))
                pace = productivity(e.start_skill, e.end_skill, w.practised[p], e.hours_to_learn)
                self.say("learns", self.teams[w.team[p]].id, who, hours=int(w.practised[p]), pace=round(100 * pace),
                         start=round(100 * e.start_skill))

    # --- customers ----------------------------------------------------------------------------------------------------

    def arrangements(self, before, now, moved) -> None:
        """Standing needs that are met in another way than a week ago, and who hears of the enterprise."""
        changed = (before.habit != now.habit) & ~moved[:, None]
        for h, a in np.argwhere(changed[:, self.standing]).tolist():
            a = int(self.standing[a])
            old, new, who = before.habit[h, a], now.habit[h, a], self.head(h, now)
            if old >= ENTERPRISE:
                service = self.service(old, a)
                s = self.services.index(service)
                shut = bool(before.services.open[s]) and not now.services.open[s]
                self.say("customer_must_go" if shut else "customer_stops", service.id, who, way=self.way(new),
                         weeks=self.week - self.customer_since.pop((h, a)))
            if new >= ENTERPRISE:
                self.becomes_customer(h, a, now)
            elif old < ENTERPRISE:
                self.say("way", self.needs[a].id, who, way=self.way(new), old=self.way(old))
        for h in np.flatnonzero(now.aware & ~before.aware & ~moved).tolist():
            self.say("hears", "channels", self.head(h, now))

    def becomes_customer(self, h: int, a: int, state) -> None:
        """A household has its standing need met by the enterprise: minutes a week, and what they cost."""
        service, minutes = self.service(state.habit[h, a], a), int(self.lane.world.bought[0, h, a])
        price = int(self.lane.world.columns.services.price[0, self.services.index(service)])
        first = service.id not in self.bought
        self.bought.add(service.id)
        self.customer_since[h, a] = self.week
        self.say("first_customer" if first else "customer", service.id, self.head(h, state),
                 None if service.per_job else (price * minutes + 30) // 60, "a_week", minutes=minutes)

    def new_visits(self, now) -> None:
        """Visits of this week: the first to a household, and how many households were helped by now."""
        self.visited = set()
        count = int(self.lane.world.payment_count[0])
        for row in self.lane.world.payments[0, self.visits:count].tolist():
            week, s, h, worker, minutes, paid, covered, _ = row
            generation, item = int(now.households.generation[h]), self.services[s].id
            self.visited.add((worker, h))
            home = h, generation
            if home not in self.served:
                self.served[home] = [0, 0, 0, item]
                if len(self.served) in HELPED:
                    self.say("helped", item, self.head(h, now), paid + covered, "visit", n=len(self.served))
            if (*home, s) not in self.met:
                self.met.add((*home, s))
                self.say("first_visit", item, self.head(h, now), paid + covered, "visit", minutes=minutes)
            one = self.served[home]
            one[0], one[1], one[2] = one[0] + 1, one[1] + paid + covered, week
        self.visits = count

    def biggest(self) -> Iterator[Fact]:
        """The household that was paid most for, in the week of its last visit."""
        if self.served:
            home = max(self.served, key=lambda one: (self.served[one][1], self.served[one][0]))
            visits, cents, week, item = self.served[home]
            head = self.people[int(self.first[home[0]]), home[1]]
            yield Fact(week, "biggest", item, head, cents, "total", {"n": visits})

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
                if host.place == 0 and p >= 0 and (p, host.household) in self.visited:
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
        return Recording([*self.facts, *self.biggest()], self.lane.decisions.margin[:, 0], sorted(self.people.values()))


def at_work(state: SimpleNamespace, i: int) -> str:
    """Whether resident i, who holds a place, is at work there or waits until the team begins."""
    return "work" if state.teams.together[state.workers.team[state.residents.placed[i]]] else "wait"
