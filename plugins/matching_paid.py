"""The municipality pays matching and guidance of people who do the work, until the agreement ends.

In Boschveld the city paid the welfare organisation for bringing people and work together and for guiding them, by an
agreement of 10 June 2013 that ran to 1 January 2015, and with the consent of all parties to 1 January 2017 (seed 004).
Here the enterprise has that work done and pays who does it; so it gets back what that costs, in the same week: in the
agreement it got the guidance, here it gets the money for it. Its result, the four steps without municipal money, and
what the city gives and staff gets in all are the same; only the columns of cash and kind differ. It is no grant to do
what it likes with, but guidance that others pay (tier B). The money comes from reintegration, which had so much for
each person on benefit (REI-001, REI-003); what it has for each who holds a place nobody wrote down.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Id, Note, Payment, Problem, Quantity, Stream, Text, Update, hookimpl, plugin,
                            unknown)

RUNS, LONGER, OVER = 0, 1, 2


@plugin
class MatchingPaid:
    """Of what the enterprise bears itself of cost ``lines`` the municipality pays a share, at most ``budget`` for each
    person in a place."""

    dutch: Text = "De gemeente betaalt matching en begeleiding"
    english: Text = "The municipality pays matching and guidance"
    lines: list[Id]
    start: Day = date(2013, 6, 10)
    end: Day = date(2015, 1, 1)
    extended: Day = date(2017, 1, 1)
    share: Quantity = Quantity(value=1, low=0.5, high=1, unit="share", evidence="assumption",
                               source="the agreement of Kroon op je Wijk says that the municipality pays for it, "
                                      "and not whether all of it")
    budget: Quantity = Quantity(value=2200, low=1600, high=6600, unit="EUR/year", evidence="assumption",
                                source="for each person in a place, as much as there was for each on benefit in 2012 "
                                       "(REI-003; 2014: REI-001), or three times that where one in three takes part")
    agreed: Quantity = Quantity(value=0.5, low=0.2, high=0.9, unit="share", evidence="open",
                                source="chance that all parties consent to two years more; the text does not tell",
                                question="Stemmen alle partijen in met verlenging tot 2017, en waar hangt dat van af?")

    dutch_about = ("De gemeente betaalt wie mensen en werk bij elkaar brengt en begeleidt, tot een bedrag per "
                   "deelnemer, tot de overeenkomst afloopt of wordt verlengd.")
    fits = "haarlems_gemak"
    fragment = "{use: matching_paid, with: {lines: [cost-supervision, cost-coordination]}}"

    @hookimpl
    def check(self, spec):
        """The cost lines are in the canvas, and the days come one after the other."""
        known = [one.id for one in spec.canvas.costs if one.sim]
        yield from unknown(spec, "matching_paid", "lines", self.lines, known)
        if not self.lines:
            yield Problem(spec.model_file, 0, 0, "matching_paid: lines is empty", instead="known: " + ", ".join(known))
        if not self.start < self.end <= self.extended:
            yield Problem(spec.model_file, 0, 0, "matching_paid: ends before it starts",
                          instead="write an end after the start")

    @hookimpl
    def brings(self, spec, numbers):
        """What is paid of each line; and whether the agreement runs, goes on longer, or is over."""
        for one in self.lines:
            yield Stream(name=f"matching_paid.{one}", payer="municipality:reintegration", payee="enterprise:cash",
                         item=one, tier="B")
        yield Column(name="stage")

    @hookimpl
    def settle(self, week):
        """What the lines cost the enterprise this week, its share of it, and no more than there is for those in a
        place."""
        if not self.start <= week.date < self.extended:
            return
        stage = week.columns["stage"]
        if week.date >= self.end and (stage == RUNS).any():
            longer = week.luck(0) < week.numbers("agreed")
            stage = np.where(stage == RUNS, np.where(longer, LONGER, OVER), stage)
            yield Update(column="stage", values=stage)
            yield Note(where=longer & week.alive, item=self.lines[0],
                       dutch="Alle partijen stemmen in: de gemeente betaalt de begeleiding langer.",
                       english="All parties consent: the municipality goes on paying guidance.")
            yield Note(where=~longer & week.alive, item=self.lines[0],
                       dutch="De gemeente betaalt matching en begeleiding niet meer.",
                       english="The municipality no longer pays matching and guidance.")
        lines = {one: np.round(100 * week.tally[f"cost.{one}"]) for one in self.lines}
        most = 100 * week.tally["members"] * week.numbers("budget") / 52
        part = np.minimum(week.numbers("share"), most / np.maximum(sum(lines.values()), 1))
        for one, cost in lines.items():
            pays = np.where(week.alive & (stage != OVER), np.floor(part * cost + 0.5), 0)
            yield Payment(stream=f"matching_paid.{one}", cents=pays.astype(np.int64))
