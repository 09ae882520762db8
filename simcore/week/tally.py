"""What is counted for plugins, worked out when one asks: see ``simcore.plugin.tallies`` for each, with its unit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.needs import BENEFIT, LIMITED_OLD
from simcore.behaviour.world import COUNT, ENTERPRISE, NOBODY, WMO
from simcore.files import suggestion
from simcore.plugin.week import locked
from simcore.plugin.tallies import Counted, tallied

if TYPE_CHECKING:
    from simcore.week.lane import Lane


class Tally(Mapping):
    """name -> (R,), to read only. ``kept``: what is counted at moments of its own; the rest is read off the lane."""

    def __init__(self, lane: "Lane", more: Iterable[Counted] = ()):
        self.lane, self.R = lane, len(lane.replications)
        self.names = tallied(lane.spec) | {one.name: one for one in more}
        self.kept: dict[str, np.ndarray] = {}
        self.week, self.found, self.extra = -1, {}, {}
        self.at: dict[str, np.ndarray] = {}        # of what is counted in the books: the places of its streams

    def turn(self, week: int) -> None:
        """From now on ``week`` is the last in which people have acted."""
        self.week, self.found, self.extra = week, {}, {}
        if self.lane.enterprise and self.lane.active.plugins:      # what one plugin pays no other sees this week
            self.kept["cash"] = self.lane.ledger.balance("enterprise:cash") / 100

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self.found:
            if name not in self.names:
                raise KeyError(f"nothing is counted as '{name}'; " + suggestion(name, list(self.names)))
            self.found[name] = self.count(name)
        return locked(self.found[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def count(self, name: str) -> np.ndarray:
        """(R,) what there is of this now."""
        if name in self.kept:
            return self.kept[name]
        head, _, id = name.partition(".")
        uncounted = head in ("wmo", "came", "held")                # they come at moments of their own: not yet
        if uncounted or not (self.names[name].everywhere or self.lane.enterprise):
            return np.zeros(self.R)
        found = np.asarray(COUNTS[head](self, id), float)
        return found if found.shape == (self.R,) else np.broadcast_to(found, (self.R,))

    # --- of the district ------------------------------------------------------------------------------------------

    def clients(self, _: str) -> np.ndarray:
        """(R,) households that have help from the Wmo now."""
        w = self.lane.world
        helped = np.flatnonzero(w.helped)
        return (w.habit[:, :, helped[0]] == WMO).sum(1) if helped.size else np.zeros(self.R)

    def ill(self, _: str) -> np.ndarray:
        """(R,) households with somebody who is ill for some weeks."""
        return (self.lane.world.columns.households.ill_until > self.week).sum(1)

    def need(self, id: str) -> np.ndarray:
        """(R,) hours a week of a need: of what stands the sum of all households, of jobs as many as one may expect."""
        w, a = self.lane.world, self.lane.need_ids.index(id)
        if w.standing[a]:
            return w.needed_minutes[:, a] / 60
        return w.amount[:, a] * self.having(int(w.of[a])) * w.job_minutes[:, a] / 60

    def having(self, kind: int) -> np.ndarray:
        """(R,) households that have the needs of a kind; who is limited or ill counts for more. Once a week for all."""
        if kind not in self.extra:
            homes, more = self.lane.world.columns.households, self.lane.world.columns.numbers.when_limited
            some = {LIMITED_OLD: homes.old & homes.severe, BENEFIT: homes.benefit}
            has = some.get(kind, np.ones(homes.limited.shape, bool))
            burdened = has & (homes.limited | (homes.ill_until > self.week))
            self.extra[kind] = has.sum(1) + (np.maximum(1.0, more) - 1) * burdened.sum(1)
        return self.extra[kind]

    # --- of the enterprise ----------------------------------------------------------------------------------------

    def customers(self, id: str) -> np.ndarray:
        """(R,) standing customers of one service, or of all."""
        return self.service("customers", id) if id else self.lane.world.columns.services.customers.sum(1)

    def homes(self, id: str) -> np.ndarray:
        """(R,) households; or those that are standing customers, each counted once."""
        w = self.lane.world
        if not id:
            return np.full(self.R, w.households.shape[1])
        r, n = np.nonzero(np.arange(w.customer_count.max(initial=0)) < w.customer_count[:, None])
        one, found = w.columns.customers, np.zeros(w.households.shape, bool)
        home, service = one.household[r, n], one.service[r, n]
        still = w.habit[r, home, w.columns.services.activity[r, service]] >= ENTERPRISE
        found[r[still], home[still]] = True
        return found.sum(1)

    def visits(self, id: str) -> np.ndarray:
        """(R,) visits of a service this week."""
        return self.service("visits", id)

    def service(self, column: str, id: str) -> np.ndarray:
        """(R,) a column of the row of one service."""
        return getattr(self.lane.world.columns.services, column)[:, self.lane.layout.service(id)]

    def hours(self, id: str) -> np.ndarray:
        """(R,) hours of a service, or given by a team, this week."""
        teams = [team.id for team in self.lane.layout.teams]
        if id in teams:
            return self.lane.world.columns.teams.served[:, teams.index(id)] / 60
        return self.service("served", id) / 60

    def members(self, _: str) -> np.ndarray:
        """(R,) people of the district who hold a place."""
        return (self.lane.world.columns.workers.resident >= 0).sum(1)

    def free(self, _: str) -> np.ndarray:
        """(R,) places that nobody holds, of those that may be filled."""
        workers, teams = self.lane.world.columns.workers, self.lane.world.columns.teams
        place = np.arange(workers.team.shape[1]) - np.take_along_axis(teams.first, workers.team, 1)
        there = place < np.take_along_axis(teams.places, workers.team, 1)
        return (there & (workers.resident == NOBODY)).sum(1) * self.lane.alive

    def volunteers(self, _: str) -> np.ndarray:
        """(R,) volunteers."""
        return (self.lane.world.columns.volunteers.resident != NOBODY).sum(1)

    def organisers(self, _: str) -> np.ndarray:
        """(R,) volunteers who organise."""
        seats = self.lane.world.columns.volunteers
        return ((seats.resident != NOBODY) & seats.core).sum(1)

    def opened(self, id: str) -> np.ndarray:
        """(R,) hours that residents opened a building this week."""
        return self.lane.world.columns.buildings.opened[:, self.lane.layout.common.buildings.index(id)] / 60

    # --- of its books ---------------------------------------------------------------------------------------------

    def flows(self, what: str, streams: Iterable[str]) -> np.ndarray:
        """(R,) EUR over some streams, together called ``what``, in the last week in which people have acted."""
        ledger = self.lane.ledger
        if what not in self.at:
            self.at[what] = np.array([ledger.index[name] for name in streams if name in ledger.index], int)
        return ledger.flows[self.week][:, self.at[what]].sum(1) / 100 if self.week >= 0 else np.zeros(self.R)

    def result(self, _: str) -> np.ndarray:
        """(R,) EUR earned in the last week in which people acted, as the enterprise decides by (desk.count_result)."""
        result = self.lane.desk.result
        return (result[self.week + 1] - result[self.week]) / 100 if self.week >= 0 else np.zeros(self.R)

    def given(self, id: str) -> np.ndarray:
        """(R,) EUR that a partner gave or paid in that week."""
        desk = self.lane.desk
        place = [partner.id for partner in desk.partners].index(id)
        return desk.given[self.week, :, place] / 100 if self.week >= 0 else np.zeros(self.R)

    def orders(self, id: str) -> np.ndarray:
        """(R,) times that the work of an order was done this week."""
        return self.lane.desk.common.done(self.lane.world, id.removesuffix(".done"))


COUNTS: dict[str, Callable[[Tally, str], np.ndarray]] = {
    "homes": Tally.homes, "need": Tally.need,
    "residents": lambda t, _: np.full(t.R, t.lane.world.residents.shape[1]),
    "clients": Tally.clients, "ill": Tally.ill, "on_benefit": lambda t, _: t.lane.world.on_benefit,
    "exits": lambda t, _: t.lane.world.counts[:, COUNT["exits"]],
    "aware": lambda t, _: t.lane.world.columns.relations.aware[:, :, 0].sum(1),
    "customers": Tally.customers, "visits": Tally.visits, "hours": Tally.hours, "members": Tally.members,
    "places": Tally.free, "volunteers": Tally.volunteers, "organisers": Tally.organisers, "opened": Tally.opened,
    "cash": lambda t, _: t.lane.ledger.balance("enterprise:cash") / 100,
    "sales": lambda t, _: t.flows("sales", t.lane.desk.sold),
    "cost": lambda t, id: t.flows(f"cost.{id}", [f"cost.{id}"]),
    "borne": lambda t, id: t.flows(f"borne.{id}", (name for name in t.lane.ledger.index
                                                   if name.startswith(f"in kind.{id}."))),
    "result": Tally.result, "given": Tally.given, "order": Tally.orders,
}  # fmt: skip
