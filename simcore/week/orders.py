"""What partners order by the canvas: how many porticoes a team takes over, which are due, who pays (docs/laws.md 9)."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.enterprise import without_vat
from simcore.behaviour.world import NOBODY, World
from simcore.ledger import CASH, INSTITUTIONS, VAT, Ledger, cents
from simcore.plugin.nouns import Stream
from simcore.week.commons import rhythm
from simcore.week.labour import productivity_of
from simcore.week.numbers import whole
from simcore.week.split import split

if TYPE_CHECKING:
    from simcore.week.desk import Desk


class Orders:
    """What partners ordered: how many porticoes are taken over, which are due, who pays what."""

    def __init__(self, desk: "Desk"):
        n, self.desk, self.plans = desk.numbers, desk, desk.layout.common.orders
        path = "revenue_streams.{}.order"
        self.every = rhythm(n) if self.plans else np.ones(desk.R, np.int64)
        self.passed_on = [n[f"{path.format(o.revenue)}.passed_on"] for o in self.plans]

        def of_payers(leaf: str) -> list[np.ndarray]:
            return [np.stack([n[f"{path.format(o.revenue)}.payers.{id}.{leaf}"] for id in o.payers], 1)
                    for o in self.plans]

        self.asked, self.share = [whole(one) for one in of_payers("porticoes")], of_payers("share")
        self.full = list(self.asked)                                       # by the canvas, before a plugin moves it
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
                what = one.revenue
                out += [Stream(name=f"order.{what}.{id}", payer=id, payee=INSTITUTIONS, item=what, tier=tier),
                        Stream(name=f"order collected.{what}.{id}", payer=INSTITUTIONS, payee=CASH, item=what),
                        Stream(name=f"passed on.{what}.{id}", payer="residents", payee=id, item=what)]
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
    there = w.columns.teams.present[:, team] * (1 - e.travel[:, 0])
    return (mine * productivity_of(w)).sum(1) * w.columns.teams.minutes[:, team] * there
