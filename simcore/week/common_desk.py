"""The desk of what residents do together: orders of partners, gatherings, pots, a building, volunteers, goals.

Each week ``prepare`` says what there is to do, before people do it; ``book`` turns what they did into money, and
``follow`` keeps up goals. Arrays have one value per replication (R,); nothing here loops over people.
"""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.commons import (BURNED_OUT, ROUND, ROUNDS_PLANNED, ROUNDS_WALKED, STOPPED, TURNED_AWAY, UNPAID,
                                       VOLUNTEERED)
from simcore.behaviour.enterprise import without_vat
from simcore.behaviour.world import NOBODY, World
from simcore.calendar import WEEKS_A_QUARTER as QUARTER, WEEKS_A_YEAR as YEAR
from simcore.ledger import CASH, POT, VAT, WORK_IN_KIND, BooksError, Ledger, cents
from simcore.plugin.nouns import Note, Stream
from simcore.week.asked import Asked
from simcore.week.commons_build import GatheringPlan
from simcore.week.goals import Goals
from simcore.week.numbers import whole
from simcore.week.orders import Orders

if TYPE_CHECKING:
    from simcore.week.desk import Desk
    from simcore.week.series import Series
# What visitors pay, what goes back in prizes, what food and drinks cost: to the cash, or to a pot.
TAKEN, SAVED = ("entry", "prizes", "purchases"), ("saved", "paid out", "bought")


class CommonDesk:
    """All of it for one enterprise over R replications; every part is empty where the canvas has none."""

    def __init__(self, desk: "Desk"):
        plan, n, R = desk.layout.common, desk.numbers, desk.R
        self.desk, self.plan, self.numbers, self.R = desk, plan, n, R
        self.orders, self.asked = Orders(desk), Asked(desk)
        self.alone = self.only_for_goals()
        self.pots = [cost for cost in desk.costs if cost.sim.per == "pot"]
        self.saved = {cost.id: np.zeros(R, np.int64) for cost in self.pots}    # cents set apart so far
        self.spent = {cost.id: np.zeros(R, bool) for cost in self.pots}
        self.gatherings = desk.layout.gatherings
        self.may: dict[str, np.ndarray | bool] = {}            # which gatherings may be held this week
        self.running = {id: np.zeros(R, bool) for id in plan.buildings}
        self.goals = Goals(self)
        self.happened: list[tuple] = []                        # events of this week
        self.ran: dict[str, np.ndarray] = {}                   # where residents ran a building before
        self.full_places = np.zeros((R, 0), np.int64)          # (R, T) as many as there are to fill
        self.heaped = np.zeros(R, np.int64)                    # unpaid minutes of this quarter
        self.full = np.zeros(R, bool)                          # somebody was turned away, as told once

    def only_for_goals(self) -> list[tuple[int, list[int]]]:
        """Teams that do nothing but ordered work for goals, with those orders: nobody works there before a goal is
        chosen, or once nobody orders anything any more."""
        out = []
        for t in range(len(self.desk.layout.teams)):
            mine = [s for s, one in enumerate(self.desk.layout.services) if one.team == t]
            orders = {order.service: o for o, order in enumerate(self.plan.orders) if order.goal >= 0}
            if mine and all(s in orders for s in mine):
                out.append((t, [orders[s] for s in mine]))
        return out

    # --- what it brings ---------------------------------------------------------------------------------------

    def streams(self) -> list[Stream]:
        """Every stream of all this, each tied to a sticky note."""
        out = [*self.orders.streams(), *self.asked.streams()]
        for one in self.gatherings:
            if one.sim.entry is None:
                continue
            into, names = (POT, SAVED) if one.sim.pot else (CASH, TAKEN)
            item = one.sim.item or one.id
            out += [Stream(name=f"{names[0]}.{one.id}", payer="residents", payee=into, item=item),
                    Stream(name=f"{names[1]}.{one.id}", payer=into, payee="residents", item=item),
                    Stream(name=f"{names[2]}.{one.id}", payer=into, payee="suppliers", item=item)]
            if one.sim.vat is not None:
                out.append(Stream(name=f"vat.{one.id}", payer=VAT, payee="treasury", item=item))
        out += [Stream(name=f"pot.{cost.id}", payer=POT, payee=cost.sim.payee, item=cost.id) for cost in self.pots]
        for id in self.plan.buildings:
            note = next(one for one in self.desk.canvas.key_resources if one.id == id)
            item = note.sim.building.item or id
            out += [Stream(name=f"letting.{id}", payer="residents", payee=CASH, item=item),
                    Stream(name=f"bar.{id}", payer="residents", payee=CASH, item=item),
                    Stream(name=f"bar purchases.{id}", payer=CASH, payee="suppliers", item=item),
                    Stream(name=f"vat.{id}", payer=VAT, payee="treasury", item=item)]
        if self.plan.volunteering:
            id = self.plan.volunteering
            out.append(Stream(name=f"volunteers.{id}", payer="residents", payee=WORK_IN_KIND, item=id, tier="D",
                              kind="kind"))
        return out

    # --- before the week ----------------------------------------------------------------------------------------

    def prepare(self, w: World, terms: dict[str, np.ndarray], week: int) -> None:
        """Say what is due this week: cleanings, gatherings, a building to open; a team without a goal has no places."""
        alive, chosen = w.columns.enterprises.alive[:, 0], w.columns.goals.chosen
        w.carried[:], w.columns.goals.deeds[:], w.columns.buildings.opened[:] = 0, 0, 0
        wanted = [alive & self.is_chosen(chosen, one.goal) & w.columns.services.open[:, one.service]
                  for one in self.orders.plans]
        for t, orders in self.alone:
            asked = sum((chosen[:, self.plan.orders[o].goal] & self.orders.stand(o) for o in orders),
                        np.zeros(self.R, bool))
            w.columns.teams.places[:, t] = np.where(asked, self.full_places[:, t], 0)
        self.orders.prepare(w, wanted)
        self.asked.prepare(w, terms, week)
        usable = {}
        for b, id in enumerate(self.plan.buildings):
            by_residents, is_open = terms[f"managed.{id}"] >= 0.5, terms[f"open.{id}"] >= 0.5
            self.running[id] = by_residents & is_open & alive & self.is_chosen(chosen, self.goal_of(id))
            first = self.running[id] & ~np.asarray(self.ran.get(id, False))
            self.ran[id] = self.ran.get(id, False) | self.running[id]
            self.happened += [("takes_over", id, first)] if first.any() else []
            usable[id] = is_open & (self.running[id] | ~by_residents)
            w.columns.buildings.managed[:, b] = self.running[id]
            w.columns.buildings.opening[:, b] = whole(60 * self.numbers[f"key_resources.{id}.building.opening"])
            w.columns.buildings.helpers[:, b] = self.numbers[f"key_resources.{id}.building.helpers"]
        for g, one in enumerate(self.gatherings):
            self.may[one.id] = self.is_chosen(chosen, one.goal) & (usable[one.sim.room] if one.sim.room else True)
            w.columns.gatherings.expected[:, g] = self.expected(one)

    @staticmethod
    def is_chosen(chosen: np.ndarray, goal: int) -> np.ndarray | bool:
        """(R,) whether residents chose the goal that something is for; what is for no goal need not wait."""
        return chosen[:, goal] if goal >= 0 else True

    def goal_of(self, resource: str) -> int:
        """The goal that a resource is for, or -1."""
        note = next(one for one in self.desk.canvas.key_resources if one.id == resource)
        mine = [self.plan.goals.index(id) for id in note.for_.value_propositions if id in self.plan.goals]
        return mine[0] if len(mine) == 1 else -1

    def expected(self, one: GatheringPlan) -> np.ndarray | float:
        """(R,) visitors to expect: more of them once what the pot was for is done in the same building."""
        if one.sim.visitors is None:
            return 0.0
        out = self.numbers[f"key_activities.{one.id}.gathering.visitors"]
        for cost in self.pots:
            if cost.sim.more_visitors is not None and one.sim.room in cost.for_.key_resources:
                out = out * (1 + self.numbers[f"costs.{cost.id}.more_visitors"] * self.spent[cost.id])
        return out

    # --- what others ask ------------------------------------------------------------------------------------------

    def porticoes(self) -> np.ndarray:
        """(R,) porticoes that the enterprise has taken over from firms and tenants."""
        return sum(self.orders.taken, np.zeros(self.R, np.int64))

    def earned(self) -> list[str]:
        """The streams over which institutions owe for orders."""
        return [*(f"order.{plan.revenue}.{id}" for plan in self.orders.plans for id in plan.payers), *self.asked.owed]

    def done(self, w: World, order: str) -> np.ndarray:
        """(R,) how often the work of an order was done this week."""
        return w.columns.orders.done[:, [*(plan.revenue for plan in self.orders.plans), *self.asked.names].index(order)]

    def cleanings(self, w: World) -> tuple[np.ndarray, np.ndarray]:
        """(R,) cleanings of those that are due and done this week."""
        mine = slice(0, len(self.orders.plans))
        return w.columns.orders.due[:, mine].sum(1), w.columns.orders.done[:, mine].sum(1)

    @property
    def ordered(self) -> bool:
        """Whether there are orders at all, of the canvas or of plugins."""
        return bool(self.orders.plans or self.asked.plans)

    def pays(self, partner: str) -> np.ndarray:
        """(R,) whether a partner has an order that stands."""
        return self.orders.pays(partner) | self.asked.pays(partner)

    def leave(self, partner: str, goes: np.ndarray) -> None:
        """A partner no longer orders anything, where ``goes`` (R,)."""
        self.orders.leave(partner, goes)
        self.asked.leave(partner, goes)

    def runs(self, resource: str) -> np.ndarray | float:
        """(R,) 1 where the costs of a resource are borne: those of a building only while residents run it."""
        return self.running[resource].astype(float) if resource in self.running else 1.0

    def quantity(self, cost, w: World) -> np.ndarray:
        """(R,) how much this week takes of a cost line by hours of volunteers; none of one per pot (``book``)."""
        if cost.sim.per == "volunteer_hour":
            return w.carried[:, VOLUNTEERED] / 60
        return np.zeros(self.R)

    # --- after the week -------------------------------------------------------------------------------------------

    def book(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> None:
        """Orders, entry, prizes and purchases, pots, lettings, the bar, and what volunteers' hours would cost."""
        self.orders.book(w, ledger, terms, week)
        self.asked.book(w, ledger, terms, week)
        for g, one in enumerate(self.gatherings):
            if one.sim.entry is not None:
                self.book_evening(w.columns.gatherings.came[:, g], one, ledger, terms)
        for cost in self.pots:
            amount = cents(terms[f"cost.{cost.id}"])
            pays = ~self.spent[cost.id] & (self.saved[cost.id] >= amount)
            ledger.post(f"pot.{cost.id}", np.where(pays, amount, 0))
            self.saved[cost.id] -= np.where(pays, amount, 0)
            self.spent[cost.id] |= pays
            self.happened += [("pot_full", cost.id, pays)] if pays.any() else []
        for b, id in enumerate(self.plan.buildings):
            self.book_building(w.columns.buildings.opened[:, b] / 60, id, ledger, terms)
        if self.plan.volunteering:
            hours = w.carried[:, VOLUNTEERED] / 60
            ledger.post(f"volunteers.{self.plan.volunteering}", cents(hours * self.numbers["simwijk.unpaid_labour"]))

    def book_evening(self, came: np.ndarray, one: GatheringPlan, ledger: Ledger, terms: dict[str, np.ndarray]) -> None:
        """What visitors pay at a gathering, what goes back to them in prizes, and what food and drinks cost."""
        path, names = f"key_activities.{one.id}.gathering", SAVED if one.sim.pot else TAKEN
        taken = came * cents(self.numbers[f"{path}.entry"])
        prizes, bought = (np.floor(taken * self.numbers.get(f"{path}.{leaf}", 0.0) + 0.5).astype(np.int64)
                          for leaf in ("prizes", "purchases"))
        if one.sim.prizes is not None:
            prizes = np.minimum(prizes, cents(terms[f"prizes.{one.id}"]))
        bought = np.minimum(bought, taken - prizes)
        for name, amount in zip(names, (taken, prizes, bought)):
            ledger.post(f"{name}.{one.id}", amount)
        if one.sim.vat is not None:
            ledger.post(f"vat.{one.id}", taken - without_vat(taken, self.numbers[f"{path}.vat"]))
        if one.sim.pot:
            self.saved[one.sim.pot] += taken - prizes - bought

    def book_building(self, hours: np.ndarray, id: str, ledger: Ledger, terms: dict[str, np.ndarray]) -> None:
        """Lettings, which are free of VAT, and the bar, by the hours that the building is open."""
        of = {leaf: self.numbers[f"key_resources.{id}.building.{leaf}"] for leaf in
              ("opening", "rooms", "occupancy", "rent", "paying", "bar", "bar_margin", "bar_vat")}
        let, poured = terms[f"rooms.{id}"], terms[f"bar.{id}"]
        ledger.post(f"letting.{id}", cents(of["rooms"] * hours * of["occupancy"] * of["rent"] * of["paying"] * let))
        taken = cents(of["bar"] / YEAR * hours / of["opening"] * poured)
        kept = without_vat(taken, of["bar_vat"])
        ledger.post(f"bar.{id}", taken)
        ledger.post(f"vat.{id}", taken - kept)
        ledger.post(f"bar purchases.{id}", np.floor(kept * (1 - of["bar_margin"]) + 0.5).astype(np.int64))

    def follow(self, w: World, ledger: Ledger, series: "Series", week: int) -> list[tuple]:
        """Keep up goals and counts; gives (kind, subject, where (R,)) events for the diary."""
        series.record_more(week, self.counted(w))
        self.heaped += w.carried[:, UNPAID]
        if week % QUARTER == QUARTER - 1 and w.unpaid.shape[1]:
            if (w.unpaid.sum(1) != self.heaped).any():
                raise BooksError(f"unpaid minutes of residents are not those given in the quarter of week {week}")
            gave = [given[given > 0] for given in w.unpaid]                    # few do
            top = np.array([np.sort(given)[-3:].sum() for given in gave], np.int64)
            series.record_quarter(week // QUARTER, {"unpaid top": top} | (
                {"promises": w.pledge_count.copy()} if self.plan.deeds else {}))
            w.unpaid[:], self.heaped[:] = 0, 0
        if self.pots and (sum(self.saved.values()) != ledger.balance(POT)).any():
            raise BooksError(f"what was saved is not what is in {POT} in week {week}")
        if (first := (w.carried[:, TURNED_AWAY] > 0) & ~self.full).any():
            self.full |= first
            ids = (self.plan.volunteering, *self.plan.deeds, *(one.id for one in self.gatherings))
            note = Note(where=first, item=next(id for id in ids if id),
                        dutch="Meer mensen willen meedoen dan dit model kan volgen.",
                        english="More people want to take part than this model can follow.")
            self.happened.append(("note", note, first))
        happened, self.happened = self.happened, []
        return happened + self.goals.follow(w, series, week)

    def counted(self, w: World) -> dict[str, np.ndarray]:
        """Counts of this week by name, of what this canvas has."""
        out = {}
        if self.asked.plans:
            out["displaced minutes"] = self.asked.displaced(w)
        if self.plan.volunteering or self.plan.deeds:
            out["unpaid"] = w.carried[:, UNPAID]
        if self.plan.volunteering or self.plan.deeds or not all(one.members for one in self.gatherings):
            out["turned away"] = w.carried[:, TURNED_AWAY]
        if self.plan.volunteering:
            out["burned_out"] = w.carried[:, BURNED_OUT] + w.carried[:, STOPPED]
            out["organisers stopped"] = w.carried[:, BURNED_OUT]
            out["volunteers"] = (w.columns.volunteers.resident != NOBODY).sum(1)
        if (w.columns.deeds.deed == ROUND).any():
            out |= {"rounds planned": w.carried[:, ROUNDS_PLANNED], "rounds walked": w.carried[:, ROUNDS_WALKED]}
        if self.pots:
            targets = {cost.id: cents(self.numbers[f"costs.{cost.id}.amount"]) for cost in self.pots}
            out |= {"pot target": sum(targets.values()),
                    "pot": sum(np.where(self.spent[id], amount, self.saved[id]) for id, amount in targets.items())}
        return out
