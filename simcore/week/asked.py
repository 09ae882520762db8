"""Work that institutions ask for by orders of plugins: how much is due, who owes what for it, and what comes in."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import World
from simcore.ledger import CASH, INSTITUTIONS, Ledger, cents
from simcore.plugin.answers import paid_over
from simcore.plugin.nouns import Stream
from simcore.week.dated import span
from simcore.week.numbers import whole

if TYPE_CHECKING:
    from simcore.week.desk import Desk

CLOSE = 1e-6                     # so that ten times a tenth is one


class Asked:
    """Orders of plugins over R replications; their rows in the orders of the world come after those of the canvas."""

    def __init__(self, desk: "Desk"):
        self.desk, self.plans, n = desk, desk.layout.common.asked, len(desk.layout.common.asked)
        first = len(desk.layout.common.orders)
        self.rows = slice(first, first + n)
        self.names = [plan.name for plan in self.plans]
        streams = [paid_over(plan.owner, plan.noun.name) for plan in self.plans]
        self.owed, self.paid = [owed for owed, _ in streams], [paid for _, paid in streams]
        self.service = np.array([plan.service for plan in self.plans], np.int64)
        self.spans = [span(plan.noun, desk.rules.start) for plan in self.plans]
        partners = [partner.id for partner in desk.partners]
        self.partner = [partners.index(plan.noun.payer) if plan.noun.payer in partners else -1 for plan in self.plans]
        self.there = np.ones((desk.R, n), bool)                    # payers that have not gone
        self.holds = np.zeros((desk.R, n), bool)                   # this week
        self.begun = np.zeros((desk.R, n), bool)                   # done at all
        self.heap = np.zeros((desk.R, n))                          # asked, but not a whole one yet
        self.worth = np.zeros((desk.R, n), np.int64)               # cents owed for this week
        share = desk.numbers.get("neighbourhood.commons.cleaned", 1.0)
        self.displaces = np.ones((desk.R, n))                      # of what is done, what a firm would have done
        for o, plan in enumerate(self.plans):
            self.displaces[:, o] = share if plan.noun.displaces is None else plan.noun.displaces

    def streams(self) -> list[Stream]:
        """What each institution owes and pays."""
        return [one for plan, owed, paid in zip(self.plans, self.owed, self.paid) for one in (
            Stream(name=owed, payer=plan.noun.payer, payee=INSTITUTIONS, item=plan.noun.item, tier=plan.noun.tier),
            Stream(name=paid, payer=INSTITUTIONS, payee=CASH, item=plan.noun.item))]

    def open_books(self, ledger: Ledger) -> None:
        """Where these streams stand in the books."""
        self.lines = ledger.lines(self.owed), ledger.lines(self.paid)

    def prepare(self, w: World, terms: dict[str, np.ndarray], week: int) -> None:
        """Say how much is due this week: whole ones of what was asked so far."""
        if not self.plans:
            return
        alive = w.columns.enterprises.alive[:, 0]
        for o, (name, (begin, end)) in enumerate(zip(self.names, self.spans)):
            self.holds[:, o] = alive & self.there[:, o] & (begin <= week < end)
            self.heap[:, o] += np.where(self.holds[:, o], terms[f"times.{name}"], 0.0)
        due = np.floor(self.heap + CLOSE)
        self.heap -= due
        w.columns.orders.due[:, self.rows] = due

    def book(self, w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> None:
        """Each institution owes what was done, and pays what it owed some weeks ago.

        A partner gains from all of what it ordered, and from the rest of what is served as ever.
        """
        if not self.plans:
            return
        minutes = w.columns.orders.done[:, self.rows] * w.columns.orders.minutes[:, self.rows]
        fees = np.stack([terms[f"fee.{name}"] for name in self.names], 1)
        self.worth = cents(w.columns.orders.done[:, self.rows] * fees)
        self.begun |= w.columns.orders.done[:, self.rows] > 0
        then = week - self.desk.delays["institution"]
        owed = ledger.flows[np.maximum(then, 0), np.arange(self.desk.R)][:, self.lines[0]]
        ledger.post_all(self.lines[0], self.worth)
        ledger.post_all(self.lines[1], np.where((then >= 0)[:, None], owed, 0))
        for o, i in enumerate(self.partner):
            if i >= 0:
                self.desk.given[week, :, i] += self.worth[:, o]
                self.desk.gained[week, :, i] += minutes[:, o] * (1 - self.desk.gains[:, i, self.service[o]])

    def displaced(self, w: World) -> np.ndarray:
        """(R,) regular paid minutes that firms no longer work, as this was done instead."""
        done = w.columns.orders.done[:, self.rows] * w.columns.orders.minutes[:, self.rows]
        return whole(done * self.displaces).sum(1)

    def earned(self) -> np.ndarray:
        """(R, S) EUR that this week's orders bring in, by service."""
        out = np.zeros((self.desk.R, len(self.desk.layout.services)))
        for o, s in enumerate(self.service):
            out[:, s] += self.worth[:, o] / 100
        return out

    def leave(self, partner: str, goes: np.ndarray) -> None:
        """A partner no longer orders anything, where ``goes`` (R,)."""
        for o, plan in enumerate(self.plans):
            self.there[goes, o] &= plan.noun.payer != partner

    def pays(self, partner: str) -> np.ndarray:
        """(R,) whether a partner has an order that holds now and of which something was done."""
        mine = [plan.noun.payer == partner for plan in self.plans]
        return (self.there & self.holds & self.begun)[:, mine].any(1)
