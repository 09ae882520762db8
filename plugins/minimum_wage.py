"""The minimum wage goes up each half year by law, and paid hours with it: at the enterprise and at companies.

It follows wages on 1 January and 1 July (Wet minimumloon art. 14). Amounts of the law are used where there is a row
(BIJ-014, BIJ-015); between and after them it rises by the mean of those rows, and is rounded up to 60 cents, as each
amount there is. What an hour of labour costs (BIJ-017) and what companies ask are of January 2013: they follow from
there.
"""

from datetime import date

import numpy as np

from simcore.plugin import Day, Effect, Note, Problem, Quantity, Shock, Text, hookimpl, plugin

LOW_PAID = ("cleaning", "laundry", "ironing", "windows", "garden")         # work that companies pay near the minimum
HIRED = ("paid", "wage_subsidy")                # contracts whose hours do not follow the term by themselves


@plugin
class MinimumWage:
    """From ``start`` on ``labour.minimum_wage`` is that of the half year; wages and prices near it go along."""

    dutch: Text = "Het minimumloon stijgt elk half jaar"
    english: Text = "The minimum wage rises each half year"
    start: Day = date(2013, 1, 1)
    amount_2013: Quantity = Quantity(value=1469.40, unit="EUR/month", evidence="source", source="BIJ-014",
                                     note="from 1 January 2013")
    amount_2015: Quantity = Quantity(value=1501.80, unit="EUR/month", evidence="source", source="BIJ-015",
                                     note="from 1 January 2015")
    amount_july: Quantity = Quantity(value=1507.80, unit="EUR/month", evidence="source", source="BIJ-015",
                                     note="derived: from 1 July 2015, in the note of the row")
    rise: Quantity = Quantity(value=0.00547, low=0.003, high=0.012, unit="share", evidence="source",
                              source="BIJ-014, BIJ-015", note="derived: a half year, "
                              "(1501.80 / 1469.40)^(1/4) - 1; the range is an assumption")
    step: Quantity = Quantity(value=0.60, unit="EUR/month", evidence="source", source="BIJ-013, BIJ-014, BIJ-015",
                              note="derived: each amount in these rows is a multiple of it")
    passed: Quantity = Quantity(value=0.7, low=0.4, high=0.9, unit="share", evidence="assumption",
                                source="of a rise of the wage, what comes back in prices: their part of labour")

    dutch_about = ("Het minimumloon gaat elk half jaar omhoog. Betaalde uren bij de onderneming en bij bedrijven "
                   "worden dan ook duurder.")
    fits = "haarlems_gemak"
    fragment = "{use: minimum_wage, with: {start: 2013-07-01}}"

    @hookimpl
    def check(self, spec):
        """The model pays wages of 2013: an earlier year has no amount here."""
        if spec.canvas.simwijk.start.year < 2013:
            yield Problem(spec.model_file, 0, 0, "minimum_wage: there is no amount from before 2013",
                          instead="let the run begin in 2013 or later, or leave the plugin out")

    @hookimpl
    def brings(self, spec, numbers):
        """When it begins."""
        yield Shock(name="minimum_wage", start=self.start, dutch=self.dutch, english=self.english)

    def amount(self, week):
        """(R,) EUR a month: that of the last row, and as many rises since as half years have passed."""
        now = 2 * week.date.year + (week.date.month > 6)
        for since, name in ((4031, "amount_july"), (4030, "amount_2015"), (4026, "amount_2013")):
            if now >= since:
                break
        row, step = week.numbers(name), week.numbers("step")
        grown = row * (1 + week.numbers("rise")) ** (now - since)
        return np.where(now > since, np.round(np.ceil(grown / step - 1e-6) * step, 2), row)

    @hookimpl
    def plan(self, week):
        """The wage of this half year; what hangs on it rises with it since January 2013."""
        if week.date < self.start:
            return
        amount = self.amount(week)
        index = amount / week.numbers("amount_2013")
        yield Effect(target="labour.minimum_wage", set=amount, because="the amount of this half year")
        low = [one.id for one in week.spec.place.needs.activities if one.id in LOW_PAID]
        teams = [one.id for one in week.spec.canvas.key_resources
                 if one.sim and one.sim.team and one.sim.team.contract in HIRED]
        for targets, part in (([f"market.commercial.{id}" for id in low], week.numbers("passed")),
                              ([f"wage.{id}" for id in teams], 1.0)):
            for target in targets:
                yield Effect(target=target, scale=1 + part * (index - 1), because="the minimum wage has risen")

    @hookimpl
    def settle(self, week):
        """The diary says when it has risen."""
        if week.date >= self.start and week.date.month in (1, 7) and week.date.day < 8 and week.number:
            yield Note(dutch="Het minimumloon gaat omhoog.", item="neighbourhood.labour",
                       english="The minimum wage goes up.")
