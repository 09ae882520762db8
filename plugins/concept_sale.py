"""A concept that has proved itself is sold to other places, until few are left; each sale takes time of staff.

Where that time costs more than a place pays nobody sells: with numbers drawn from their ranges that is one course in
three.
Seed 001 asks what to aim at: the activity itself, or new business concepts that others can use.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Note, Payment, Quantity, Stream, Text, Update, cents, hookimpl, plugin


@plugin
class ConceptSale:
    """After enough weeks in a row with customers and without loss, a place comes now and then to buy it."""

    dutch: Text = "Het concept verkopen aan andere wijken"
    english: Text = "Selling the concept to other districts"
    start: Day = date(2014, 1, 6)
    proven: Quantity = Quantity(value=52, low=26, high=156, unit="weeks", evidence="open",
                                source="in which it went well, before others believe in it",
                                question="Wanneer is het bewezen, en wie wil het dan kopen?")
    customers: Quantity = Quantity(value=30, low=10, high=100, unit="people", evidence="assumption",
                                   source="at least, meanwhile")
    dip: Quantity = Quantity(value=100, low=0, high=500, unit="EUR/week", evidence="assumption",
                             source="the largest loss of a week that still counts as going well")
    leads: Quantity = Quantity(value=1, low=0.2, high=3, unit="per year", evidence="assumption",
                               source="places that want it, as long as none has it")
    places: Quantity = Quantity(value=6, low=2, high=15, unit="places", evidence="assumption",
                                source="that could ever want it: half of the eleven that were studied (INI-009)")
    price: Quantity = Quantity(value=4000, low=1000, high=10000, unit="EUR", evidence="open",
                               source="for one place, with VAT",
                               question="Wat is het concept een ander waard?")
    hours: Quantity = Quantity(value=40, low=16, high=120, unit="hours", evidence="assumption",
                               source="of the coordinator for one sale: telling, showing, helping to begin")
    wage: Quantity = Quantity(value=56, low=48, high=68, unit="EUR/hour", evidence="source", source="STA-004")
    vat: Quantity = Quantity(value=0.21, unit="share", evidence="fact", source="Wet op de omzetbelasting 1968, art. 9",
                             note="the general rate from 1 October 2012 on")

    dutch_about = "Gaat het lang genoeg goed, dan kopen andere wijken het concept; dat kost de coördinator tijd."
    fits = "haarlems_gemak"
    fragment = "{use: concept_sale, with: {start: 2014-01-06}}"

    @hookimpl
    def brings(self, spec, numbers):
        """What buyers pay, VAT on it and the coordinator's time; weeks it went well, and places that have it."""
        yield Stream(name="concept_sale.sold", payer="companies", payee="enterprise:cash", item="plugins.concept_sale")
        yield Stream(name="concept_sale.vat", payer="enterprise:cash", payee="treasury", item="plugins.concept_sale",
                     bill=True)
        yield Stream(name="concept_sale.time", payer="enterprise:cash", payee="staff", item="plugins.concept_sale",
                     bill=True)
        yield Column(name="weeks")
        yield Column(name="sold")

    @hookimpl
    def settle(self, week):
        """Count good weeks; once proven, at most one sale a week, rarer with each place that has it."""
        if week.date < self.start:
            return
        well = week.alive & (week.tally["customers"] >= week.numbers("customers"))
        well &= week.tally["result"] >= -week.numbers("dip")
        weeks, sold = np.where(well, week.columns["weeks"] + 1, 0), week.columns["sold"]
        left = np.maximum(1 - sold / np.floor(week.numbers("places")), 0)
        sells = (weeks > week.numbers("proven")) & (week.luck(0) < 1 - np.exp(-week.numbers("leads") * left / 52))
        price, vat, time = week.numbers("price"), week.numbers("vat"), week.numbers("hours") * week.numbers("wage")
        sells &= price / (1 + vat) > time
        for stream, euros in (("sold", price), ("vat", price * vat / (1 + vat)), ("time", time)):
            yield Payment(stream=f"concept_sale.{stream}", cents=np.where(sells, cents(euros), 0))
        yield Update(column="weeks", values=weeks)
        yield Update(column="sold", values=sold + sells)
        if sells.any():
            yield Note(where=sells, item="plugins.concept_sale", dutch="Een andere wijk koopt het concept.",
                       english="Another district buys the concept.")
