"""A dated cut in household help from the Wmo, and its rebound when too many clients are left without.

Municipalities cut the hours, about 40 % was announced for 2015 (WMO-056), and repaired part of it after a year
and a half or two, when half of the clients could not keep their homes liveable (WMO-024, WMO-025, WMO-027).
What clients pay themselves has rules of its own. Until 2019 it rises with income (WMO-046 to WMO-050: dated in the
neighbourhood); then it is a flat fee of 19 EUR a month for everybody (WMO-053). Use rose by 8 % at the lowest
incomes, 24 % in the middle and 50 % at the highest (WMO-034 to WMO-036, WMO-058 to WMO-060).
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Note, Quantity, Shock, Text, Update, hookimpl, plugin


@plugin
class WmoCut:
    """From a day on the indicated hours fall by a share; later they go back to a floor if too many go without."""

    dutch: Text = "Minder uren huishoudelijke hulp uit de Wmo"
    english: Text = "Fewer hours of household help from the Wmo"
    start: Day = date(2015, 1, 1)
    cut: Quantity = Quantity(value=0.40, low=0.30, high=0.46, unit="share", evidence="source",
                             source="WMO-056, WMO-024, WMO-030",
                             note="derived: 0.40 as it was announced; of the national budget 0.32 went in 2015 (0.30 "
                                  "the low end); the high end is Utrecht, from 2.8 to 1.5 hours: 1 - 1.5 / 2.8")
    patience: Quantity = Quantity(value=91, low=78, high=104, unit="weeks", evidence="assumption",
                                  source="repair came in the autumn of the year after (WMO-022, WMO-025)")
    unmet: Quantity = Quantity(value=0.25, low=0.10, high=0.50, unit="share", evidence="assumption",
                               source="of clients left short from which it is repaired; seen: half (WMO-027)")
    repaired: Quantity = Quantity(value=2.02, low=1.9, high=2.2, unit="hours/week", evidence="source",
                                  source="WMO-025", note="the range is an assumption")
    flat_start: Day = date(2019, 1, 1)
    flat_fee: Quantity = Quantity(value=19, unit="EUR/month", evidence="source", source="WMO-053")

    dutch_about = ("De gemeente geeft vanaf een dag minder uren huishoudelijke hulp. Komen te veel mensen hulp tekort, "
                   "dan geeft zij na een tijd een deel terug. Vanaf 2019 betaalt iedereen evenveel.")
    fits = "haarlems_gemak"
    fragment = "{use: wmo_cut, with: {start: 2015-01-01}}"

    @hookimpl
    def brings(self, spec, numbers):
        """One column: 0 before the cut, 1 while it lasts, 2 after the repair; and how long it lasted."""
        yield Column(name="stage")
        yield Column(name="weeks")
        yield Shock(name="wmo_cut", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """The hours a client is indicated for this week, and what it pays: a flat fee costs nobody more by income."""
        if week.date >= self.flat_start:
            yield Effect(target="wmo.contribution.least", set=week.numbers("flat_fee") * 12 / 13, because="a flat fee")
            yield Effect(target="wmo.contribution.rate", scale=0.0, because="a flat fee")
        if week.date < self.start:
            return
        hours = week.numbers("neighbourhood.wmo.hours")
        left = 1 - week.numbers("cut")
        again = np.maximum(left, week.numbers("repaired") / hours)
        repaired = week.columns["stage"] == 2
        yield Effect(target="wmo.hours", scale=np.where(repaired, np.minimum(1.0, again), left),
                     because="fewer hours of household help")

    @hookimpl
    def settle(self, week):
        """Count the weeks of the cut; repair it after a while when too many clients are left short,
        where that gives."""
        if week.since(self.flat_start) == 0:
            yield Note(item="neighbourhood.wmo",
                       dutch="Voor huishoudelijke hulp betaalt nu iedereen evenveel.",
                       english="Everybody pays the same for household help now.")
        if week.date < self.start:
            return
        stage, weeks, cut = week.columns["stage"], week.columns["weeks"] + 1, week.numbers("cut")
        begins = (stage == 0) & (cut > 0)
        gives = week.numbers("repaired") > week.numbers("neighbourhood.wmo.hours") * (1 - cut)
        late = (stage == 1) & (weeks >= week.numbers("patience")) & (week.tally["wmo.short"] > week.numbers("unmet"))
        late &= gives & (cut > 0)
        yield Update(column="weeks", values=weeks)
        yield Update(column="stage", values=np.where(late, 2, np.where(stage == 0, 1, stage)))
        if begins.any():
            yield Note(where=begins, dutch="De gemeente kort op de uren huishoudelijke hulp.",
                       english="The municipality cuts the hours of household help.", item="neighbourhood.wmo")
        if late.any():
            yield Note(where=late, dutch="Te veel mensen komen hulp tekort: de gemeente geeft uren terug.",
                       english="Too many people lack help: the municipality gives hours back.",
                       item="neighbourhood.wmo")
