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
from simcore.ledger import BooksError, Ledger, cents
from simcore.plugin.nouns import Note, Stream
from simcore.week.asked import Asked
from simcore.week.commons import rhythm
from simcore.week.commons_build import GatheringPlan
from simcore.week.numbers import whole
from simcore.week.split import split

if TYPE_CHECKING:
    from simcore.week.desk import Desk
    from simcore.week.series import Series

QUARTER, YEAR = 13, 52
CASH, INSTITUTIONS, VAT, POT = "enterprise:cash", "enterprise:institutions", "enterprise:vat", "enterprise:pot"
WORK_IN_KIND = "enterprise:work in kind"


class Orders:
    """What partners ordered: how many porticoes are taken over, which are due, who pays what."""

    def __init__(self, desk: "Desk"):
        n, self.desk, self.plans = desk.numbers, desk, desk.layout.common.orders
        path = "revenue_streams.{}.order"
        self.every = rhythm(n) if self.plans else np.ones(desk.R, np.int64)
        self.passed_on = [n[f"{path.format(o.revenue)}.passed_on"] for o in self.plans]
        self.asked, self.share = ([np.stack([n[f"{path.format(o.revenue)}.payers.{id}.{leaf}"] for id in o.payers], 1)
                                   for o in self.plans] for leaf in ("porticoes", "share"))
        self.asked = [whole(one) for one in self.asked]
        self.full = list(self.asked)                                       # what the canvas says, before a plugin moves it
        self.there = [np.ones(one.shape, bool) for one in self.asked]      # payers that have not gone
        self.taken = [np.zeros(desk.R, np.int64) for _ in self.plans]      # porticoes the team has taken over
        self.owed = [np.zeros(desk.R, np.int64) for _ in self.plans]       # what is not due yet, in porticoes x weeks

    def streams(self) -> list[Stream]:
        """What partners pay, and what they charge their tenants."""
        kinds = {partner.id: partner.sim.kind for partner in self.desk.partners}
        out = []
        for one in self.plans:
            for id in one.payers:
                tier = "C" if kinds[id] == "municipality" else ""
                out += [Stream(name=f"order.{one.revenue}.{id}", payer=id, payee=INSTITUTIONS, item=one.revenue, tier=tier),
                        Stream(name=f"order collected.{one.revenue}.{id}", payer=INSTITUTIONS, payee=CASH, item=one.revenue),
                        Stream(name=f"passed on.{one.revenue}.{id}", payer="residents", payee=id, item=one.revenue)]
            out.append(Stream(name=f"vat.{one.revenue}", payer=VAT, payee="treasury", item=one.revenue))
        return out

    def ask(self, times: list[np.ndarray]) -> None:
        """Partners ask ``times`` (R,) as much as the canvas says, order by order."""
        self.asked = [full if (one == 1).all() else whole(full * one[:, None]) for full, one in zip(self.full, times)]

    def leave(self, partner: str, goes: np.ndarray) -> None:
        """A partner no longer orders anything, where ``goes`` (R,)."""
        for plan, there in zip(self.plans, self.there):
            if partner in plan.payers:
                there[goes, plan.payers.index(partner)] = False

    def stand(self, o: int) -> np.ndarray:
        """(R,) whether anybody still asks something by an order."""
        return (self.asked[o] * self.there[o]).sum(1) > 0

    def pays(self, partner: str) -> np.ndarray:
        """(R,) whether a partner has an order of which something was taken over."""
        found = np.zeros(self.desk.R, bool)
        for plan, there, taken in zip(self.plans, self.there, self.taken):
            if partner in plan.payers:
                found |= there[:, plan.payers.index(partner)] & (taken > 0)
        return found

    def prepare(self, w: World, wanted: list[np.ndarray]) -> None:
        """The team takes porticoes over as it can do them; each is due in its turn. ``wanted``: (R,) per order."""
        every = self.every
        for o, (plan, asked, there) in enumerate(zip(self.plans, self.asked, self.there)):
            most = np.where(wanted[o], (asked * there).sum(1), 0)
            able = (able_minutes(w, self.desk.layout.services[plan.service].team) * every
                    // np.maximum(1, w.columns.orders.minutes[:, o]))
            self.taken[o] = np.minimum(most, np.maximum(self.taken[o], able.astype(np.int64)))
            self.owed[o] = np.where(self.taken[o] > 0, self.owed[o] + self.taken[o], 0)
            w.columns.orders.due[:, o] = self.owed[o] // every
            self.owed[o] -= w.columns.orders.due[:, o] * every

    def book(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> None:
        """Each partner owes its share of what was done in its porticoes, and pays what it owed some weeks ago.

        It gains from its own porticoes, and gives what its tenants do not pay back.
        """
        then = week - self.desk.delays["institution"]
        ago, every = np.maximum(then, 0), np.arange(self.desk.R)
        for o, plan in enumerate(self.plans):
            worth = cents(w.columns.orders.done[:, o] * (terms[f"fee.{plan.revenue}"] * self.every))
            asked = self.asked[o] * self.there[o]
            parts, portions = split(worth, asked), asked / np.maximum(asked.sum(1, keepdims=True), 1)
            minutes = w.columns.orders.done[:, o] * w.columns.orders.minutes[:, o]
            due = np.floor(parts * self.share[o] + 0.5).astype(np.int64)
            vat = self.desk.vat[:, plan.service]
            for i, id in enumerate(plan.payers):
                ledger.post(f"order.{plan.revenue}.{id}", due[:, i])
                owed = ledger.flows[ago, every, ledger.index[f"order.{plan.revenue}.{id}"]]
                ledger.post(f"order collected.{plan.revenue}.{id}", np.where(then >= 0, owed, 0))
                passed_on = np.floor(due[:, i] * self.passed_on[o] + 0.5).astype(np.int64)
                ledger.post(f"passed on.{plan.revenue}.{id}", passed_on)
                at = [partner.id for partner in self.desk.partners].index(id)
                self.desk.given[week, :, at] += due[:, i] - passed_on
                self.desk.gained[week, :, at] += minutes * portions[:, i]
            ledger.post(f"vat.{plan.revenue}", due.sum(1) - without_vat(due.sum(1), vat))


def able_minutes(w: World, team: int) -> np.ndarray:
    """(R,) minutes of regular work a week that the people of a team now have in them, as often as they are there."""
    workers, e = w.columns.workers, w.columns.enterprises
    mine = (workers.team == team) & (workers.resident != NOBODY)
    skill = e.end_skill - (e.end_skill - e.start_skill) * np.exp(-workers.practised / np.maximum(e.hours_to_learn, 1e-9))
    skill = np.where(workers.resident < NOBODY, 1.0, skill)
    there = w.columns.teams.present[:, team] * (1 - e.travel[:, 0])
    return (mine * skill).sum(1) * w.columns.teams.minutes[:, team] * there


class CommonDesk:
    """All of it for one enterprise over R replications; every part is empty where the canvas has none."""

    def __init__(self, desk: "Desk"):
        plan, n, R = desk.layout.common, desk.numbers, desk.R
        self.desk, self.plan, self.numbers, self.R = desk, plan, n, R
        self.orders, self.asked = Orders(desk), Asked(desk)
        self.alone = self.only_for_goals()
        self.pots = [cost for cost in desk.costs if cost.sim.per == "pot"]
        self.saved = {cost.id: np.zeros(R, np.int64) for cost in self.pots}       # cents set apart so far
        self.spent = {cost.id: np.zeros(R, bool) for cost in self.pots}
        self.gatherings = desk.layout.gatherings
        self.may: dict[str, np.ndarray | bool] = {}                               # which gatherings may be held this week
        self.running = {id: np.zeros(R, bool) for id in plan.buildings}
        self.goals = Goals(self)
        self.happened: list[tuple] = []                                           # events of this week
        self.ran: dict[str, np.ndarray] = {}                                      # where residents ran a building before
        self.full_places = np.zeros((R, 0), np.int64)                             # (R, T) as many as there are to fill
        self.heaped = np.zeros(R, np.int64)                                       # unpaid minutes of this quarter
        self.full = np.zeros(R, bool)                                             # somebody was turned away, as told once

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
            into, names, item = (POT, SAVED, one.sim.item or one.id) if one.sim.pot else (CASH, TAKEN, one.sim.item or one.id)
            out += [Stream(name=f"{names[0]}.{one.id}", payer="residents", payee=into, item=item),
                    Stream(name=f"{names[1]}.{one.id}", payer=into, payee="residents", item=item),
                    Stream(name=f"{names[2]}.{one.id}", payer=into, payee="suppliers", item=item)]
            if one.sim.vat is not None:
                out.append(Stream(name=f"vat.{one.id}", payer=VAT, payee="treasury", item=item))
        out += [Stream(name=f"pot.{cost.id}", payer=POT, payee=cost.sim.payee, item=cost.id) for cost in self.pots]
        for id in self.plan.buildings:
            out += [Stream(name=f"letting.{id}", payer="residents", payee=CASH, item=id),
                    Stream(name=f"bar.{id}", payer="residents", payee=CASH, item=id),
                    Stream(name=f"bar purchases.{id}", payer=CASH, payee="suppliers", item=id),
                    Stream(name=f"vat.{id}", payer=VAT, payee="treasury", item=id)]
        if self.plan.volunteering:
            id = self.plan.volunteering
            out.append(Stream(name=f"volunteers.{id}", payer="residents", payee=WORK_IN_KIND, item=id, tier="D", kind="kind"))
        return out

    # --- before the week ----------------------------------------------------------------------------------------

    def prepare(self, w: World, terms: dict[str, np.ndarray], week: int) -> None:
        """Say what is due this week: cleanings, gatherings, a building to open; a team without a goal has no places."""
        alive, chosen = w.columns.enterprises.alive[:, 0], w.columns.goals.chosen
        w.carried[:], w.columns.goals.deeds[:], w.columns.buildings.opened[:] = 0, 0, 0
        wanted = [alive & self.is_chosen(chosen, one.goal) & w.columns.services.open[:, one.service] for one in self.orders.plans]
        for t, orders in self.alone:
            asked = sum((chosen[:, self.plan.orders[o].goal] & self.orders.stand(o) for o in orders), np.zeros(self.R, bool))
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
        """(R,) how much of a cost line this week takes that goes by volunteers' hours; none of one per pot, see ``book``."""
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
                raise BooksError(f"unpaid minutes of residents are not those that were given in the quarter of week {week}")
            top = np.array([np.sort(given[given > 0])[-3:].sum() for given in w.unpaid], np.int64)      # few give anything
            series.record_quarter(week // QUARTER, {"unpaid top": top} | (
                {"promises": w.pledge_count.copy()} if self.plan.deeds else {}))
            w.unpaid[:], self.heaped[:] = 0, 0
        if self.pots and (sum(self.saved.values()) != ledger.balance(POT)).any():
            raise BooksError(f"what was saved is not what is in {POT} in week {week}")
        if (first := (w.carried[:, TURNED_AWAY] > 0) & ~self.full).any():
            self.full |= first
            at = [id for id in (self.plan.volunteering, *self.plan.deeds, *(one.id for one in self.gatherings)) if id]
            note = Note(where=first, item=at[0], dutch="Meer mensen willen meedoen dan dit model kan volgen.",
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
            target = sum(cents(self.numbers[f"costs.{cost.id}.amount"]) for cost in self.pots)
            out |= {"pot target": target, "pot": sum(np.where(
                self.spent[cost.id], cents(self.numbers[f"costs.{cost.id}.amount"]), self.saved[cost.id]) for cost in self.pots)}
        return out


# What visitors pay, what goes back in prizes, what food and drinks cost: to the cash, or to a pot.
TAKEN, SAVED = ("entry", "prizes", "purchases"), ("saved", "paid out", "bought")


class Goals:
    """Which goals were chosen, how much was done for each, and which were reached or petered out."""

    def __init__(self, common: CommonDesk):
        self.common, plan, R = common, common.plan, common.R
        n = len(plan.goals)
        self.ids = plan.goals
        self.was, self.ever, self.reached = (np.zeros((R, n), bool) for _ in range(3))
        self.quiet, self.done, self.due = (np.zeros((R, n), np.int64) for _ in range(3))
        self.patience = whole(common.numbers["simwijk.goals.patience"]) if n else np.zeros(R, np.int64)
        self.ordered = {order.goal: o for o, order in enumerate(plan.orders) if order.goal >= 0}
        self.potted = {one.goal: one.sim.pot for one in common.gatherings if one.goal >= 0 and one.sim.pot}

    def follow(self, w: World, series: "Series", week: int) -> list[tuple]:
        """Goals of one week."""
        if not self.ids:
            return []
        goals, events = w.columns.goals, []
        for g, o in self.ordered.items():
            goals.deeds[:, g] += w.columns.orders.done[:, o]
            self.due[:, g] += w.columns.orders.due[:, o]
        for b, id in enumerate(self.common.plan.buildings):
            if (g := self.common.goal_of(id)) >= 0:
                goals.deeds[:, g] += w.columns.buildings.opened[:, b] > 0
        self.done += goals.deeds
        fresh = goals.chosen & ~self.was
        self.quiet = np.where(goals.chosen & ~fresh & (goals.deeds == 0), self.quiet + 1, 0)
        dropped = goals.chosen & (self.quiet >= self.patience[:, None])
        goals.chosen[:] &= ~dropped
        self.was, self.ever = goals.chosen.copy(), self.ever | goals.chosen
        reaches = self.reaches(week) & self.was
        self.reached |= reaches
        if week % QUARTER == QUARTER - 1:
            self.done[:], self.due[:] = 0, 0
        for g, id in enumerate(self.ids):
            events += [(kind, id, where[:, g]) for kind, where in (("goal_chosen", fresh), ("goal_dropped", dropped),
                                                                   ("goal_reached", reaches)) if where[:, g].any()]
        series.record_more(week, {"goals": self.ever.sum(1), "goals reached": self.reached.sum(1)})
        return events

    def reaches(self, week: int) -> np.ndarray:
        """(R, n) whether a goal is reached now: once a quarter by what was done in it; a pot in the week it is paid."""
        out = np.zeros(self.ever.shape, bool)
        for g, id in enumerate(self.ids):
            wanted = self.common.numbers.get(f"value_propositions.{id}.goal.reached")
            if wanted is None:
                pot = self.potted.get(g)
                out[:, g] = self.common.spent[pot] & ~self.reached[:, g] if pot else False
            elif week % QUARTER == QUARTER - 1:
                out[:, g] = (self.done[:, g] >= wanted * self.due[:, g]) & (self.due[:, g] > 0) if g in self.ordered \
                    else self.done[:, g] >= wanted
        return out
