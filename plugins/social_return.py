"""Contractors with a large contract owe 5 % of it: they buy hours, and pay a part of what is left as a penalty.

From contracts of 200,000 EUR on, by rules of 2019 (BUD-011); three in four municipalities asked it in 2014, few with
a goal that is measured (BUD-012). In Boschveld corporations had contractors do so for the enterprise (seed 004).
"""

from datetime import date

import numpy as np

from simcore.plugin import (WEEKS_A_YEAR, Account, Column, Day, Effect, Id, Measure, Note, Order, Payment, Quantity,
                            Stream, Text, Update, hookimpl, plugin, unknown)

WHO = "contractors"


@plugin
class SocialReturn:
    """Each year from ``start`` a contract: it buys hours of ``service`` until its debt is gone or the year is over."""

    dutch: Text = "Social return van aannemers"
    english: Text = "Social return of contractors"
    service: Id
    start: Day = date(2014, 1, 6)
    sum: Quantity = Quantity(value=600000, low=100000, high=2000000, unit="EUR", evidence="open",
                             source="of a contract in the district in a year, such as renovating a block of flats",
                             question="Welke aanbestedingen komen er in de wijk, en voor hoeveel geld?")
    least: Quantity = Quantity(value=200000, unit="EUR", evidence="source", source="BUD-011", note="of a contract sum")
    rate: Quantity = Quantity(value=0.05, unit="share", evidence="source", source="BUD-011", note="of a contract sum")
    here: Quantity = Quantity(value=0.3, low=0.05, high=0.8, unit="share", evidence="assumption",
                              source="of what is owed, that goes to this enterprise; the rest is worked off elsewhere")
    price: Quantity = Quantity(value=19.3, low=17, high=22.6, unit="EUR/hour", evidence="source", source="ECO-001",
                               note="derived: what a regular hour costs, without the VAT of 6 % that is in the row")
    displaces: Quantity = Quantity(value=0.5, low=0, high=1, unit="share", evidence="open",
                                   source="of these hours, what a firm would have done without that duty",
                                   question="Hadden aannemers dit werk anders ook laten doen, en door wie?")
    hours: Quantity = Quantity(value=16, low=4, high=40, unit="hours/week", evidence="assumption",
                               source="that a contractor has a use for: cleaning up, a meal, a bag of laundry")
    enforced: Quantity = Quantity(value=0.3, low=0, high=1, unit="share", evidence="open",
                                  source="of what is left, paid as a penalty: few measure it (BUD-012)",
                                  question="Wie controleert de social return, en wat gebeurt er met wat overblijft?")

    dutch_about = ("Aannemers met een grote opdracht moeten 5 % daarvan in de wijk besteden: zij kopen uren, en "
                   "betalen een deel van wat overblijft als boete.")
    fits = "haarlems_gemak"
    fragment = "{use: social_return, with: {service: vp-windows, start: 2014-01-06}}"

    @hookimpl
    def check(self, spec):
        """The service has a team."""
        there = [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.team]
        yield from unknown(spec, "social_return", "service", self.service, there, "value proposition with a team")

    @hookimpl
    def brings(self, spec, numbers):
        """The contractors, the hours they buy and the penalty; cents they still owe."""
        yield Account(name=WHO, dutch="aannemers", english="contractors")
        yield Account(name="municipality:contracts")
        yield Order(name="hours", payer=WHO, service=self.service, times=0, minutes=60, price=numbers("price"),
                    item="plugins.social_return", begin=self.start, tier="", displaces=numbers("displaces"))
        yield Stream(name="social_return.penalty", payer=WHO, payee="municipality:contracts",
                     item="plugins.social_return")
        yield Column(name="owed")
        yield Measure(name="owed", dutch="social return die nog open staat", english="social return still owed",
                      unit="cents", column="owed")

    @hookimpl
    def plan(self, week):
        """So many hours a week, and no more than are owed."""
        if week.date >= self.start:
            left = np.floor(week.columns["owed"] / np.round(100 * week.numbers("price")))
            hours = np.minimum(week.numbers("hours"), left)
            yield Effect(target="times.social_return.hours", set=hours, because="what contractors still owe")

    @hookimpl
    def settle(self, week):
        """Hours done come off; after a year the rest is settled and a new contract begins."""
        if week.date < self.start:
            return
        owed = week.columns["owed"]
        done = np.round(100 * week.tally["order.social_return.hours.done"] * week.numbers("price"))
        owed = np.maximum(owed - done, 0)
        if week.since(self.start) % WEEKS_A_YEAR == 0:
            penalty = np.round(owed * week.numbers("enforced"))
            yield Payment(stream="social_return.penalty", cents=penalty.astype(np.int64))
            large = week.numbers("sum") >= week.numbers("least")
            debt = np.round(100 * week.numbers("sum") * week.numbers("rate") * week.numbers("here"))
            owed = np.where(large & week.alive, debt, 0)
            yield Note(where=owed > 0, item=self.service,
                       dutch="Een aannemer begint in de wijk en moet social return leveren.",
                       english="A contractor begins in the district and owes social return.")
        yield Update(column="owed", values=owed)
