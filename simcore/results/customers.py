"""Watches the customers in one course: how households meet their needs, who helps them, and how often.

As in recorder.py, of which this is a part: it compares the tables of now with those of a week ago.
"""

from collections.abc import Iterator

import numpy as np

from simcore.behaviour.world import ENTERPRISE, WAYS
from simcore.results.diary import Fact

HELPED = (1, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)      # households: the milestones


class Customers:
    """What a Recorder sees of them."""

    def __init__(self, recorder):
        self.recorder, self.say, self.head, lane = recorder, recorder.say, recorder.head, recorder.lane
        self.services, self.needs = lane.layout.services, lane.spec.place.needs.activities
        self.service_of, self.standing = lane.world.service_of, np.flatnonzero(lane.world.standing)
        self.visits = 0                                        # how many of those written down were looked at
        self.visited: set[tuple[int, int]] = set()             # (worker, household) of this week
        self.bought: set[str] = set()                          # services that had a standing customer
        self.since: dict[tuple[int, int], int] = {}            # (household, need) -> week
        self.served: dict[tuple[int, int], list] = {}          # (household, generation): visits, cents, last week, item
        self.met: set[tuple[int, int, int]] = set()            # (household, generation, service)

    def begins(self, h: int, state) -> None:
        """How a household meets its standing needs when it is first seen."""
        who = self.head(h, state)
        self.say("ways_first", "neighbourhood.needs", who,
                 ways={self.needs[a].id: self.way(state.habit[h, a]) for a in self.standing.tolist()})
        for a in self.standing.tolist():
            if state.habit[h, a] >= ENTERPRISE:
                self.becomes_customer(h, a, state)

    def moves(self, h: int, before) -> None:
        """A household leaves, and its arrangements end."""
        for a in self.standing.tolist():
            if before.habit[h, a] >= ENTERPRISE:
                self.say("customer_moves", self.service(before.habit[h, a], a).id, self.head(h, before))
            self.since.pop((h, a), None)

    def way(self, j: int) -> str:
        """A way of meeting a need by its name."""
        return WAYS[j] if 0 <= j < ENTERPRISE else "enterprise" if j >= ENTERPRISE else "nothing"

    def service(self, j: int, a: int):
        """The service behind way j of need a."""
        return self.services[self.service_of[j - ENTERPRISE, a]]

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
                         weeks=self.recorder.week - self.since.pop((h, a)))
            if new >= ENTERPRISE:
                self.becomes_customer(h, a, now)
            elif old < ENTERPRISE:
                self.say("way", self.needs[a].id, who, way=self.way(new), old=self.way(old))
        for h in np.flatnonzero(now.aware & ~before.aware & ~moved).tolist():
            self.say("hears", "channels", self.head(h, now))

    def becomes_customer(self, h: int, a: int, state) -> None:
        """A household has its standing need met by the enterprise: minutes a week, and what they cost."""
        service, minutes = self.service(state.habit[h, a], a), int(self.recorder.lane.world.bought[0, h, a])
        price = int(self.recorder.lane.world.columns.services.price[0, self.services.index(service)])
        first = service.id not in self.bought
        self.bought.add(service.id)
        self.since[h, a] = self.recorder.week
        self.say("first_customer" if first else "customer", service.id, self.head(h, state),
                 None if service.per_job else (price * minutes + 30) // 60, "a_week", minutes=minutes)

    def new_visits(self, now) -> None:
        """Visits of this week: the first to a household, and how many households were helped by now."""
        self.visited = set()
        count = int(self.recorder.lane.world.payment_count[0])
        for row in self.recorder.lane.world.payments[0, self.visits:count].tolist():
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
            head = self.recorder.people[int(self.recorder.first[home[0]]), home[1]]
            yield Fact(week, "biggest", item, head, cents, "total", {"n": visits})
