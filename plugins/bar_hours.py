"""How often a bar of residents may pour at a party: so many evenings a year, by the by-law of the municipality.

Who runs a bar without profit may not take customers from cafés: since 1 January 2013 each municipality has to say in a
by-law when such a bar pours, and at which meetings of others (Drank- en Horecawet art. 4), within a year. COM-011 names
those limits, and no number. A gathering beyond them is held all the same, without drinks: the bar takes in less, by the
part of its hours that the evening has. In this model that is the week after, once the evenings of a week are counted.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Id, Note, Quantity, Text, Update, each_once, hookimpl, plugin, unknown


@plugin
class BarHours:
    """At ``gatherings`` in ``building`` together the bar pours no more evenings in a calendar year than are allowed."""

    dutch: Text = "De wet over een bar van vrijwilligers"
    english: Text = "The law on a bar of volunteers"
    building: Id
    gatherings: list[Id]
    start: Day = date(2014, 1, 1)
    evenings: Quantity = Quantity(value=12, low=0, high=26, unit="evenings/year", evidence="open",
                                  source="about one a month; each municipality sets its own number",
                                  question="Hoeveel avonden per jaar mag de bar open voor buitenstaanders?")
    pours: Quantity = Quantity(value=4, low=3, high=6, unit="hours", evidence="assumption",
                               source="that the bar is open at such an evening")

    dutch_about = ("Een bar zonder winst mag maar een aantal avonden per jaar schenken op feesten en bingo. Daarna "
                   "gaan die door zonder bar.")
    fits = "wijkonderneming"
    fragment = "{use: bar_hours, with: {building: kr-centre, gatherings: [ka-bingo], start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The building has a bar, and the gatherings are there."""
        bars = [one.id for one in spec.canvas.key_resources if one.sim and one.sim.building and one.sim.building.bar]
        there = [one.id for one in spec.canvas.key_activities
                 if one.sim and one.sim.gathering and one.sim.gathering.room == self.building]
        yield from unknown(spec, "bar_hours", "building", self.building, bars)
        yield from unknown(spec, "bar_hours", "gatherings", self.gatherings, there)
        yield from each_once(spec, "bar_hours", "gatherings", self.gatherings)

    @hookimpl
    def brings(self, spec, numbers):
        """How many were held this year, which year that is, and the part of last week's hours without a bar."""
        yield Column(name="held")
        yield Column(name="year")
        yield Column(name="dry")

    @hookimpl
    def plan(self, week):
        """The bar takes in less by the hours in which it may not pour."""
        if week.columns["dry"].any():
            yield Effect(target=f"bar.{self.building}", scale=1 - week.columns["dry"],
                         because="as many evenings as the by-law allows")

    @hookimpl
    def settle(self, week):
        """Count them; of those of a week the first may still be within what is allowed."""
        if week.date < self.start:
            return
        most = np.floor(week.numbers("evenings"))
        before = np.where(week.columns["year"] == week.date.year, week.columns["held"], 0)
        held = before + sum(week.tally[f"held.{one}"] for one in self.gatherings)
        beyond = np.maximum(held - np.maximum(before, most), 0)
        opened = week.tally[f"opened.{self.building}"]
        yield Update(column="held", values=held)
        yield Update(column="year", values=np.full(held.size, float(week.date.year)))
        yield Update(column="dry", values=np.minimum(1, beyond * week.numbers("pours") / np.maximum(opened, 1)))
        full = (held >= most) & (before < most) | (before == 0) & (most == 0) & (held > 0)
        yield Note(where=full, item=self.building, dutch="De bar heeft dit jaar alle avonden gehad die mogen.",
                   english="The bar has had all the evenings it may have this year.")
