"""How often a bar of residents may pour at a party: so many evenings a year, by the by-law of the municipality.

Who runs a bar without profit may not take customers from cafés: since 1 January 2013 each municipality has to say in a
by-law when such a bar pours, and at which meetings of others (Drank- en Horecawet art. 4), within a year. COM-011 names
those limits, and no number.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Id, Note, Problem, Quantity, Text, Update, hookimpl, plugin


@plugin
class BarHours:
    """Of all ``gatherings`` together no more are held in a calendar year than the by-law allows."""

    dutch: Text = "De wet over een bar van vrijwilligers"
    english: Text = "The law on a bar of volunteers"
    gatherings: list[Id]
    start: Day = date(2014, 1, 1)
    evenings: Quantity = Quantity(value=12, low=0, high=26, unit="evenings/year", evidence="open",
                                  source="about one a month; each municipality sets its own number",
                                  question="Hoeveel avonden per jaar mag de bar open voor buitenstaanders?")

    dutch_about = "Een bar zonder winst mag maar een aantal avonden per jaar open zijn voor feesten en bingo."
    fits = "wijkonderneming"
    fragment = "{use: bar_hours, with: {gatherings: [ka-bingo, ka-cafe], start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The gatherings are there, in a building with a bar."""
        bars = {one.id for one in spec.canvas.key_resources if one.sim and one.sim.building and one.sim.building.bar}
        there = [one.id for one in spec.canvas.key_activities
                 if one.sim and one.sim.gathering and one.sim.gathering.room in bars]
        for one in dict.fromkeys(one for one in self.gatherings if one not in there):
            yield Problem(spec.model_file, 0, 0, f"bar_hours: no gathering in a building with a bar is called '{one}'",
                          instead="write gatherings: with some of "
                          + (", ".join(there) or "the ids of gatherings in one"))
        if not self.gatherings or len(set(self.gatherings)) < len(self.gatherings):
            yield Problem(spec.model_file, 0, 0, "bar_hours: gatherings is empty, or names one twice",
                          instead="name each once")

    @hookimpl
    def brings(self, spec, numbers):
        """How many were held this year, and which year that is."""
        yield Column(name="held")
        yield Column(name="year")

    def held(self, week):
        """(R,) held so far in the calendar year of this week."""
        return np.where(week.columns["year"] == week.date.year, week.columns["held"], 0)

    @hookimpl
    def plan(self, week):
        """Closed for the rest of the year once as many were held as are allowed."""
        if week.date < self.start:
            return
        used = self.held(week) >= np.floor(week.numbers("evenings"))
        if used.any():
            for one in self.gatherings:
                yield Effect(target=f"open.{one}", scale=np.where(used, 0.0, 1.0),
                             because="as many evenings as the by-law allows")

    @hookimpl
    def settle(self, week):
        """Count them."""
        if week.date < self.start:
            return
        before = self.held(week)
        held = before + sum(week.tally[f"held.{one}"] for one in self.gatherings)
        yield Update(column="held", values=held)
        yield Update(column="year", values=np.full(held.size, float(week.date.year)))
        full = (held >= np.floor(week.numbers("evenings"))) & (before < held)
        if full.any():
            yield Note(where=full, item="plugins.bar_hours",
                       dutch="De bar heeft dit jaar alle avonden gehad die mogen.",
                       english="The bar has had all the evenings it may have this year.")
