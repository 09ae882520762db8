"""The municipality pays matching and guidance of people who do the work, until the agreement ends (seed 004).

In Boschveld the city paid the welfare organisation for bringing people and work together and for guiding them, by an
agreement of 10 June 2013 that ran to 1 January 2015, and with the consent of all parties to 1 January 2017. The money
comes from reintegration, which has so much for each person who takes part (REI-001, REI-003): a line that costs more
than that for those few who hold a place is not paid in full.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Id, Note, Payment, Problem, Quantity, Stream, Text, Update, hookimpl, plugin

RUNS, LONGER, OVER = 0, 1, 2


@plugin
class MatchingPaid:
    """Of cost ``lines`` the enterprise bears itself a share is paid in cash, at most ``budget`` for each person in a
    place."""

    dutch: Text = "De gemeente betaalt matching en begeleiding"
    english: Text = "The municipality pays matching and guidance"
    lines: list[Id]
    start: Day = date(2013, 6, 10)
    end: Day = date(2015, 1, 1)
    extended: Day = date(2017, 1, 1)
    share: Quantity = Quantity(value=1, low=0.5, high=1, unit="share", evidence="assumption",
                               source="seed 004 says that the municipality pays for it, and not whether all of it")
    budget: Quantity = Quantity(value=2200, low=1600, high=2600, unit="EUR/year", evidence="source",
                                source="REI-003, REI-001",
                                note="derived: for each person; the low end is what was left in 2014")
    agreed: Quantity = Quantity(value=0.5, low=0.2, high=0.9, unit="share", evidence="open",
                                source="chance that all parties consent to two years more; the text does not tell",
                                question="Stemmen alle partijen in met verlenging tot 2017, en waar hangt dat van af?")

    dutch_about = ("De gemeente betaalt matching en begeleiding in geld, tot een bedrag per deelnemer, tot de "
                   "overeenkomst afloopt of wordt verlengd.")
    fits = "haarlems_gemak"
    fragment = "{use: matching_paid, with: {lines: [cost-supervision, cost-coordination]}}"

    @hookimpl
    def check(self, spec):
        """The cost lines are in the canvas, and the days come one after the other."""
        known = [one.id for one in spec.canvas.costs if one.sim]
        for one in self.lines:
            if one not in known:
                yield Problem("", 0, 0, f"matching_paid: names '{one}' in lines, which is not there",
                              instead="known: " + ", ".join(known))
        if not self.lines:
            yield Problem("", 0, 0, "matching_paid: lines is empty", instead="known: " + ", ".join(known))
        if not self.start < self.end <= self.extended:
            yield Problem("", 0, 0, "matching_paid: ends before it starts", instead="write an end after the start")

    @hookimpl
    def brings(self, spec, numbers):
        """One stream, a grant; and whether the agreement runs, goes on longer, or is over."""
        yield Stream(name="matching_paid.paid", payer="municipality:reintegration", payee="enterprise:cash",
                     item="plugins.matching_paid", tier="A")
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
            yield Note(where=longer & week.alive, item="plugins.matching_paid",
                       dutch="Alle partijen stemmen in: de gemeente betaalt de begeleiding langer.",
                       english="All parties consent: the municipality goes on paying guidance.")
            yield Note(where=~longer & week.alive, item="plugins.matching_paid",
                       dutch="De gemeente betaalt matching en begeleiding niet meer.",
                       english="The municipality no longer pays matching and guidance.")
        lines = sum(week.tally[f"cost.{one}"] for one in self.lines)
        most = week.tally["members"] * week.numbers("budget") / 52
        pays = np.where(week.alive & (stage != OVER), np.minimum(week.numbers("share") * lines, most), 0.0)
        yield Payment(stream="matching_paid.paid", cents=np.floor(100 * pays + 1e-6).astype(np.int64))
