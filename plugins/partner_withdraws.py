"""A partner stops before its term ends: it says so, and stops when its notice is over.

Whoever had a subsidy of a municipality for the same thing for three years or more is given a reasonable time to adapt
(Algemene wet bestuursrecht art. 4:51). That law is for the government alone: any other partner, and a municipality that
gave for less than three years, is soon gone. Seed 003 has partners give less and less, seed 002 a
contract that runs out; how often one stops halfway nobody wrote down.
"""

from datetime import date

import numpy as np

from simcore.plugin import (WEEKS_A_YEAR, Column, Day, Effect, Id, Note, Quantity, Shock, Text, Update, hookimpl,
                            plugin, unknown, weekly)


@plugin
class PartnerWithdraws:
    """From ``start`` on ``partner`` may withdraw in any week; what it gave then stops after its notice."""

    dutch: Text = "Een partner stopt halverwege"
    english: Text = "A partner withdraws halfway"
    partner: Id
    start: Day = date(2014, 1, 1)
    hazard: Quantity = Quantity(value=0.25, low=0.05, high=0.90, unit="share/year", evidence="open",
                                source="chance that it withdraws within a year: a council election, a cut, a merger",
                                question="Welke partner kan zomaar stoppen, en hoe groot is die kans in een jaar?")
    years: Quantity = Quantity(value=3, unit="years", evidence="fact", source="Awb art. 4:51",
                               note="of giving, after which the notice of a municipality must be reasonable")
    notice: Quantity = Quantity(value=26, low=13, high=52, unit="weeks", evidence="assumption",
                                source="what is reasonable (Awb art. 4:51): half a year to a year is usual")
    sooner: Quantity = Quantity(value=4, low=1, high=13, unit="weeks", evidence="assumption",
                                source="notice of who gave for less than three years, and of who is no municipality")

    dutch_about = ("Een partner stopt halverwege. Gaf de gemeente al drie jaar of langer geld, dan krijgt de "
                   "onderneming tijd om zich aan te passen (Awb art. 4:51); anders gaat het snel.")
    fits = "haarlems_gemak"
    fragment = "{use: partner_withdraws, with: {partner: kp-municipality, start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The partner is there, and bears costs or is alone in paying an order."""
        there = [one.id for one in spec.canvas.key_partnerships if one.sim and (one.sim.share or self.paid_by(spec,
                                                                                                              one.id))]
        yield from unknown(spec, "partner_withdraws", "partner", self.partner, there, "partner that gives anything")

    def paid_by(self, spec, partner):
        """The revenue streams of orders that nobody but this partner pays."""
        return [one.id for one in spec.canvas.revenue_streams
                if one.sim and one.sim.order and [each.id for each in one.sim.order.payers] == [partner]]

    @hookimpl
    def brings(self, spec, numbers):
        """For how many weeks it gave, whether the law on subsidies holds for it, and the week in which it stops."""
        public = [one.id for one in spec.canvas.key_partnerships if one.sim and one.sim.kind == "municipality"]
        yield Column(name="gave")
        yield Column(name="public", start=float(self.partner in public))
        yield Column(name="stops", start=1e9)
        yield Shock(name="partner_withdraws", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """What it gave, and ordered, is over."""
        over = week.number >= week.columns["stops"]
        if over.any():
            for target in (f"share.{self.partner}", *(f"times.{one}" for one in self.paid_by(week.spec, self.partner))):
                yield Effect(target=target, scale=np.where(over, 0.0, 1.0), because="the partner has withdrawn")

    @hookimpl
    def settle(self, week):
        """Count the weeks it gave; perhaps it says that it stops, after a notice that hangs on them."""
        gives = week.tally[f"given.{self.partner}"] > 0
        yield Update(column="gave", values=week.columns["gave"] + gives)
        if week.date < self.start:
            return
        says = week.alive & gives & (week.columns["stops"] >= 1e9) & (week.luck(0) < weekly(week.numbers("hazard")))
        long = (week.columns["public"] > 0) & (week.columns["gave"] + 1 >= WEEKS_A_YEAR * week.numbers("years"))
        wait = np.maximum(1, np.round(np.where(long, week.numbers("notice"), week.numbers("sooner"))))
        yield Update(column="stops", values=np.where(says, week.number + wait, week.columns["stops"]))
        if says.any():
            yield Note(where=says, item=self.partner, dutch="Een partner zegt dat hij stopt.",
                       english="A partner says that it will stop.")
