"""A commercial competitor comes: an opening offer, then its own price, and people get to know it little by little.

It becomes known as new products do: some hear of it from outside, most from others (ELA-010, ELA-009). Who knows it can
have the work at its price; so what companies ask on average falls as it becomes known, and they are liked a little
more. White cleaning costs 18 to 24 an hour (ECO-001). Its own price is above what an hour of labour costs without VAT
(BIJ-017: 14.10), as nobody can go on below that for long; an opening offer may be a little less.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Effect, Id, Measure, Note, Quantity, Shock, Text, Update, hookimpl, plugin,
                            unknown)


@plugin
class Competitor:
    """From ``start`` on one company does ``need`` for ``price``, at first for less; more and more people know it."""

    dutch: Text = "Er komt een concurrent"
    english: Text = "A competitor arrives"
    need: Id = "cleaning"
    start: Day = date(2014, 1, 1)
    price: Quantity = Quantity(value=17.5, low=16, high=20, unit="EUR/hour", evidence="assumption",
                               source="between what labour costs, with VAT (BIJ-017), and what companies ask (ECO-001)")
    offer: Quantity = Quantity(value=0.15, low=0, high=0.3, unit="share", evidence="assumption",
                               source="off, when it opens")
    weeks: Quantity = Quantity(value=26, low=4, high=52, unit="weeks", evidence="assumption",
                               source="how long that offer holds")
    outside: Quantity = Quantity(value=0.02, low=0.005, high=0.03, unit="per year", evidence="source", source="ELA-010",
                                 note="the range is that of domain.md: 0.005 to 0.03")
    talk: Quantity = Quantity(value=0.38, low=0.25, high=0.6, unit="per year", evidence="source", source="ELA-009")
    flyers: Quantity = Quantity(value=0.2, low=0.05, high=0.5, unit="share", evidence="assumption",
                                source="of households, that know it from the leaflet it opens with")
    liked: Quantity = Quantity(value=0.5, low=0, high=2, unit="EUR/hour", evidence="assumption",
                               source="as if companies were so much cheaper still, where all know it")

    dutch_about = ("Er komt een bedrijf dat voor minder werkt. Het begint met een aanbieding, en steeds meer mensen "
                   "kennen het.")
    fits = "haarlems_gemak"
    fragment = "{use: competitor, with: {need: cleaning, start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The need must be there."""
        there = [need.id for need in spec.place.needs.activities]
        yield from unknown(spec, "competitor", "need", self.need, there, "need of the neighbourhood")

    @hookimpl
    def brings(self, spec, numbers):
        """The share of households that know it."""
        yield Column(name="known")
        yield Measure(name="known", dutch="huishoudens die de concurrent kennen",
                      english="households that know the competitor",
                      unit="share", column="known")
        yield Shock(name="competitor", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """What companies ask falls as far as it is known, and never rises by it."""
        if week.date < self.start:
            return
        known = week.columns["known"] if week.columns["known"].any() else week.numbers("flyers")
        opening = week.since(self.start) < week.numbers("weeks")
        asks = week.numbers("price") * np.where(opening, 1 - week.numbers("offer"), 1.0)
        usual = week.numbers(f"neighbourhood.needs.activities.{self.need}.prices.commercial")
        yield Effect(target=f"market.commercial.{self.need}", because="a competitor",
                     scale=1 - known * (1 - np.minimum(1.0, asks / np.maximum(usual, 0.01))))
        yield Effect(target=f"liking.commercial.{self.need}", add=known * week.numbers("liked"), because="a competitor")

    @hookimpl
    def settle(self, week):
        """People hear of it from outside and from others: known += (p + q known)(1 - known) / 52."""
        if week.date < self.start:
            return
        first = week.since(self.start) == 0 or week.number == 0
        known = week.numbers("flyers") if first else week.columns["known"]
        more = (week.numbers("outside") + week.numbers("talk") * known) * (1 - known) / 52
        yield Update(column="known", values=np.minimum(1.0, known + more))
        if first:
            yield Note(item="neighbourhood.needs", dutch="Er komt een bedrijf bij.", english="A company opens.")
