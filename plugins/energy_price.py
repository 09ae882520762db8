"""The price of energy goes up and down, and the enterprise pays what its contract says until that ends.

Service and energy of a building were 15 to 40 EUR for a square metre in 2013, and about double ten years later
(COM-008). Prices wander about that trend from week to week. A contract fixes the price for its term; so a peak is not
felt at all, or for as long as the next contract lasts.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Effect, Id, Measure, Note, Quantity, Shock, Text, Update, hookimpl, plugin,
                            unknown)


@plugin
class EnergyPrice:
    """From ``start`` on the energy part of cost ``line`` follows the market, a contract at a time."""

    dutch: Text = "De energieprijs verandert"
    english: Text = "The price of energy changes"
    line: Id = "cost-energy"
    start: Day = date(2013, 1, 1)
    energy: Quantity = Quantity(value=0.6, low=0.4, high=0.8, unit="share", evidence="assumption",
                                source="of the line (COM-008), what is energy; the rest is service")
    trend: Quantity = Quantity(value=0.089, low=0, high=0.18, unit="number", evidence="source", source="COM-008",
                               note="derived: of the logarithm, a year: ln(1 + 1 / 0.6) / 11, so that the whole line, "
                                    "of which 0.6 is energy, doubles in some eleven years; the range is an assumption")
    swing: Quantity = Quantity(value=0.20, low=0.05, high=0.40, unit="number", evidence="assumption",
                               source="standard deviation of that logarithm over a year")
    contract: Quantity = Quantity(value=52, low=4, high=156, unit="weeks", evidence="open", source="a year is usual",
                                  question="Tot wanneer staat de energieprijs van het gebouw vast?")

    dutch_about = ("De energieprijs verandert van week tot week. De onderneming merkt dat pas "
                   "als haar contract afloopt.")
    fits = "wijkonderneming"
    fragment = "{use: energy_price, with: {line: cost-energy, start: 2013-06-03}}"

    @hookimpl
    def check(self, spec):
        """The cost line must be there, and be for room."""
        there = [one.id for one in spec.canvas.costs if one.sim and one.sim.per == "m2"]
        yield from unknown(spec, "energy_price", "line", self.line, there, "cost for room (per: m2)")

    @hookimpl
    def brings(self, spec, numbers):
        """The logarithm of the price of today beside that at the start, that price itself, and the logarithm of what
        the contract says."""
        yield Column(name="price")
        yield Column(name="index", start=1)
        yield Column(name="pays")
        yield Column(name="ends", start=-1)
        yield Measure(name="price", dutch="prijs van energie (bij het begin is die 1)", unit="number", column="index",
                      english="price of energy (1 at the start)")
        yield Shock(name="energy_price", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """The line as the contract makes it."""
        if week.columns["pays"].any():
            yield Effect(target=f"cost.{self.line}", because="the contract for energy",
                         scale=np.minimum(10, 1 + week.numbers("energy") * np.expm1(week.columns["pays"])))

    @hookimpl
    def settle(self, week):
        """The price takes a step; a contract that ends is made anew at the price of that week."""
        if week.date < self.start:
            return
        luck = np.sqrt(12) * (week.luck(0) - 0.5)                        # mean 0, deviation 1
        price = week.columns["price"] + week.numbers("trend") / 52 + week.numbers("swing") * luck / np.sqrt(52)
        ends = np.where(week.columns["ends"] < 0, week.number + np.round(week.numbers("contract")) - 1,
                        week.columns["ends"])
        anew = week.number >= ends
        yield Update(column="price", values=price)
        yield Update(column="index", values=np.exp(price))
        yield Update(column="pays", values=np.where(anew, price, week.columns["pays"]))
        yield Update(column="ends", values=np.where(anew, week.number + np.round(week.numbers("contract")), ends))
        dearer = week.alive & anew & (price > week.columns["pays"] + 0.1)
        if dearer.any():
            yield Note(where=dearer, item=self.line, dutch="Het energiecontract loopt af: het nieuwe is veel duurder.",
                       english="The contract for energy ends: the new one is much dearer.")
