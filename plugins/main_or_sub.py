"""Main contractor or subcontractor of the municipality: the whole fee with its risks, or a part of it.

Seed 000 asks: who will be the main contractor, and can a neighbourhood company be more than a subcontractor? A main
contractor has to win the tender, which costs hours either way, leaves a guarantee, and pays for work that is not done.
A subcontractor needs none of that: the municipality pays the main contractor the whole fee, and that passes on a part
of it, some of which only a quarter later, once it was paid itself.
"""

from datetime import date, timedelta
from typing import Literal

import numpy as np

from simcore.plugin import (WEEKS_A_QUARTER, Account, Column, Day, Effect, Id, Note, Order, Payment, Quantity, Stream,
                            Text, Update, cents, ends_after, hookimpl, plugin, unknown)

UNDECIDED, LOST, WON = -1, 0, 1
OTHER, GUARANTEE = "main contractor", "contract guarantee"


@plugin
class MainOrSub:
    """From ``start`` until ``end`` so many hours a week of ``service`` are asked for, of a main or a subcontractor."""

    dutch: Text = "Hoofdaannemer of onderaannemer"
    english: Text = "Main contractor or subcontractor"
    service: Id
    role: Literal["main", "sub"] = "sub"
    start: Day = date(2015, 1, 1)
    end: Day = date(2017, 1, 1)
    asked: Quantity = Quantity(value=20, low=5, high=60, unit="hours/week", evidence="open",
                               source="of work the municipality would contract out to so small a company",
                               question="Hoeveel uren per week wil de gemeente in deze wijk aan jullie gunnen?")
    fee: Quantity = Quantity(value=21, low=18, high=24, unit="EUR/hour", evidence="source", source="WMO-039")
    displaces: Quantity = Quantity(value=0.8, low=0.5, high=1, unit="share", evidence="open",
                                   source="of these hours, what a firm would have done: it was contracted out",
                                   question="Wie doet dit werk nu: een bedrijf, de gemeente zelf of niemand?")
    passed: Quantity = Quantity(value=0.85, low=0.7, high=0.95, unit="share", evidence="open",
                                source="of the fee, what a main contractor passes on",
                                question="Welk deel van het tarief geeft een hoofdaannemer door, en wanneer?")
    later: Quantity = Quantity(value=0.2, low=0, high=0.5, unit="share", evidence="assumption",
                               source="of that, kept until the main contractor was paid: about a quarter")
    chance: Quantity = Quantity(value=0.3, low=0.1, high=0.6, unit="share", evidence="assumption",
                                source="that a small company wins such a tender")
    tender: Quantity = Quantity(value=80, low=40, high=200, unit="hours", evidence="assumption",
                                source="of a coordinator, to write an offer")
    wage: Quantity = Quantity(value=56, low=48, high=68, unit="EUR/hour", evidence="source", source="STA-004")
    guarantee: Quantity = Quantity(value=0.05, low=0, high=0.10, unit="share", evidence="assumption",
                                   source="of a year's contract, left until its end")
    fine: Quantity = Quantity(value=10, low=0, high=21, unit="EUR/hour", evidence="assumption",
                              source="for an hour that was asked and not done")
    most: Quantity = Quantity(value=0.10, low=0.05, high=0.20, unit="share", evidence="assumption",
                              source="of what was asked in a quarter, the most that fines take")

    dutch_about = ("Als hoofdaannemer het hele tarief, met een aanbesteding, een borg en boetes; als onderaannemer een "
                   "deel, en een stuk daarvan een kwartaal later.")
    fits = "haarlems_gemak"
    fragment = "{use: main_or_sub, with: {role: sub, service: vp-cleaning}}"

    @hookimpl
    def check(self, spec):
        """The service is done by a team, and the end comes after the start."""
        known = [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.team]
        yield from unknown(spec, "main_or_sub", "service", self.service, known)
        yield from ends_after(spec, "main_or_sub", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """The order by the hour, and the money of either role."""
        sub, city = self.role == "sub", "municipality:wmo"
        yield (Account(name=OTHER, dutch="hoofdaannemer", english="main contractor") if sub else
               Account(name=GUARANTEE, purse=True, dutch="borg voor het contract", english="contract guarantee"))
        yield Order(name="contract", payer=OTHER if sub else city, service=self.service, minutes=60,
                    times=numbers("asked"), item="plugins.main_or_sub", begin=self.start, end=self.end,
                    price=numbers("fee") * (numbers("passed") * (1 - numbers("later")) if sub else 1),
                    displaces=numbers("displaces"))
        for name, payer, payee, tier in (
                (("fee", city, OTHER, ""), ("later", OTHER, "enterprise:cash", "C")) if sub else
                (("tender", "enterprise:cash", "staff", ""), ("guarantee", "enterprise:cash", GUARANTEE, ""),
                 ("guarantee back", GUARANTEE, "enterprise:cash", ""), ("guarantee called", GUARANTEE, city, ""),
                 ("fine", "enterprise:cash", city, ""))):
            yield Stream(name=f"main_or_sub.{name}", payer=payer, payee=payee, item="plugins.main_or_sub", tier=tier,
                         bill=payer == "enterprise:cash", capital=name in ("guarantee", "guarantee back"))
        yield Column(name="won", start=WON if sub else UNDECIDED)
        for name in ("asked", "done", "kept", "guarantee"):
            yield Column(name=name)

    @hookimpl
    def plan(self, week):
        """Nothing is ordered before the tender is won, or once it is lost."""
        if self.role == "main" and self.start <= week.date < self.end:
            yield Effect(target="times.main_or_sub.contract", scale=np.where(week.columns["won"] == WON, 1.0, 0.0),
                         because="only who wins the tender has the contract")

    @hookimpl
    def settle(self, week):
        """Either role settles each quarter, and at the end."""
        n = week.since(self.start)
        ends = self.start <= week.date < self.end <= week.date + timedelta(days=7)
        if n >= 0 and self.role == "sub":
            yield from self.settle_sub(week, n)
        elif n >= 0 and week.date < self.end:
            yield from self.settle_main(week, n, ends)

    def settle_sub(self, week, n):
        """The municipality pays the other the whole fee; what that kept of a quarter it passes on a quarter later."""
        did = week.tally["order.main_or_sub.contract.done"]
        done = week.columns["done"] + did
        turn = n % WEEKS_A_QUARTER == WEEKS_A_QUARTER - 1
        yield Payment(stream="main_or_sub.fee", cents=cents(did * week.numbers("fee")))
        yield Update(column="done", values=0 * done if turn else done)
        if turn:
            worth = done * week.numbers("fee") * week.numbers("passed") * week.numbers("later")
            kept = np.where(week.alive, cents(worth), 0)
            yield Payment(stream="main_or_sub.later", cents=(week.columns["kept"] * week.alive).astype(np.int64))
            yield Update(column="kept", values=kept)

    def settle_main(self, week, n, ends):
        """The tender in the first week; then fines each quarter, and a guarantee that comes back or is called."""
        won, guarantee = week.columns["won"], week.columns["guarantee"]
        year = week.numbers("asked") * week.numbers("fee") * 52
        if (won == UNDECIDED).any():
            tries = (won == UNDECIDED) & week.alive
            wins = tries & (week.luck(0) < week.numbers("chance"))
            guarantee = np.where(wins, cents(year * week.numbers("guarantee")), 0)
            yield Payment(stream="main_or_sub.tender",
                          cents=np.where(tries, cents(week.numbers("tender") * week.numbers("wage")), 0))
            yield Payment(stream="main_or_sub.guarantee", cents=guarantee)
            yield Update(column="won", values=np.where(wins, WON, LOST))
            yield Note(where=wins, item=self.service, dutch="De aanbesteding is gewonnen.",
                       english="The tender is won.")
            yield Note(where=tries & ~wins, item=self.service, dutch="De aanbesteding is verloren.",
                       english="The tender is lost.")
        works = (won == WON) & week.alive
        asked = week.columns["asked"] + works * week.numbers("asked")
        done = week.columns["done"] + works * week.tally["order.main_or_sub.contract.done"]
        if n % WEEKS_A_QUARTER == WEEKS_A_QUARTER - 1 or ends:
            fine = np.minimum(np.maximum(0, np.floor(asked + 1e-6) - done) * week.numbers("fine"),
                              asked * week.numbers("fee") * week.numbers("most"))
            yield Payment(stream="main_or_sub.fine", cents=np.where(works, cents(fine), 0))
            asked, done = 0 * asked, 0 * done
        called = np.where(week.alive, 0, guarantee)
        back = np.where(week.alive & ends, guarantee, 0)
        yield Payment(stream="main_or_sub.guarantee called", cents=called.astype(np.int64))
        yield Payment(stream="main_or_sub.guarantee back", cents=back.astype(np.int64))
        yield Update(column="guarantee", values=guarantee - called - back)
        yield Update(column="asked", values=asked)
        yield Update(column="done", values=done)
