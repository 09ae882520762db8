"""Indications of a neighbourhood pooled: a budget for a group instead of hours for each, and one coordinator.

In seed 001 citizens lay indications and budgets together; one worker on 3,000 residents can be enough to direct it
(WMO-057). Who is entitled then has fewer hours of their own, and what those would have cost, less the coordinator, pays
visits of anybody who is limited, indication or not, until the year's budget is used up. It begins once the enterprise
is known here: without anybody to buy from nobody pools, and when it is gone everyone has their own hours again.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Cover, Day, Effect, Id, Note, Payment, Problem, Quantity, Stream, Text, Update,
                            cents, hookimpl, plugin, unknown)


@plugin
class Pooling:
    """From ``start`` a share ``pooled`` of all indicated hours becomes one budget for ``services``, which a worker
    directs."""

    dutch: Text = "Indicaties samen in één pot"
    english: Text = "Indications pooled"
    services: list[Id]
    start: Day = date(2015, 1, 1)
    pooled: Quantity = Quantity(value=0.4, low=0.2, high=0.8, unit="share", evidence="open",
                                source="of indicated hours that citizens would lay together",
                                question="Welk deel van hun uren willen mensen in een gezamenlijke pot doen?")
    residents: Quantity = Quantity(value=3000, low=3000, high=5000, unit="residents/worker", evidence="source",
                                   source="WMO-057, STA-010",
                                   note="a wish of the meeting of 1 Feb 2013; the high end is the least that was "
                                   "seen of a district nurse, who had 8,000 (5,000 to 15,000)")
    part: Quantity = Quantity(value=0.5, low=0.2, high=1, unit="share", evidence="assumption",
                              source="of the worker's time, for this pool; the rest is for other work")
    wage: Quantity = Quantity(value=42, low=36, high=50, unit="EUR/hour", evidence="source", source="STA-002")
    hours: Quantity = Quantity(value=1350, low=1300, high=1400, unit="hours/year", evidence="source", source="STA-001",
                               note="derived: productive hours in the source of the row; the range is an assumption")
    rate: Quantity = Quantity(value=21, low=18, high=24, unit="EUR/hour", evidence="source", source="WMO-039")
    own: Quantity = Quantity(value=2.4, low=2.4, high=7.3, unit="EUR/hour", evidence="source", source="WMO-051")

    dutch_about = ("Bewoners leggen hun uren hulp bij elkaar: één budget voor de groep, één werker op 3.000 "
                   "bewoners, en wie een beperking heeft kan er bezoeken van betalen.")
    fits = "haarlems_gemak"
    fragment = "{use: pooling, with: {services: [vp-cleaning, vp-laundry, vp-groceries]}}"

    @hookimpl
    def check(self, spec):
        """The services are things people buy."""
        known = [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.activity]
        yield from unknown(spec, "pooling", "services", self.services, known)
        if not self.services:
            yield Problem(spec.model_file, 0, 0, "pooling: services is empty",
                          instead="known: " + (", ".join(known) or "none"))

    @hookimpl
    def brings(self, spec, numbers):
        """What indicated hours cost in a year, less the coordinator: of the whole district, as its file counts it."""
        people = spec.place.people.residents.value              # one district for all courses: nothing is drawn of it
        hours = people * numbers("neighbourhood.wmo.clients") / 1000 * numbers("neighbourhood.wmo.hours") * 52
        indicated = hours * numbers("neighbourhood.wmo.tariff")
        worker = people / numbers("residents") * numbers("part") * numbers("hours") * numbers("wage")
        yield Cover(name="pool", who="limited", services=tuple(self.services), rate=numbers("rate"), own=numbers("own"),
                    payer="municipality:wmo", item="plugins.pooling", begin=self.start,
                    budget=np.maximum(0.0, indicated * numbers("pooled") - worker))
        yield Stream(name="pooling.coordinator", payer="municipality:wmo", payee="staff", item="plugins.pooling")
        yield Column(name="runs")
        yield Column(name="people", start=people)

    @hookimpl
    def plan(self, week):
        """Who is entitled keeps the hours that were not pooled."""
        runs = week.columns["runs"] > 0
        if runs.any():
            yield Effect(target="wmo.hours", scale=np.where(runs, 1 - week.numbers("pooled"), 1.0),
                         because="hours were pooled")

    @hookimpl
    def settle(self, week):
        """It runs while there is an enterprise that people here know; the coordinator is paid as long."""
        if week.date < self.start:
            return
        ran = week.columns["runs"] > 0
        runs = week.alive & (ran | (week.tally["aware"] > 0))
        workers = week.columns["people"] / week.numbers("residents") * week.numbers("part")
        wage = cents(workers * week.numbers("hours") * week.numbers("wage") / 52)
        yield Payment(stream="pooling.coordinator", cents=np.where(ran & runs, wage, 0))
        yield Update(column="runs", values=runs.astype(float))
        yield Note(where=runs & ~ran, item="plugins.pooling", dutch="Bewoners leggen hun uren hulp bij elkaar.",
                   english="Residents lay their hours of help together.")
        yield Note(where=ran & ~runs, item="plugins.pooling", dutch="Ieder heeft de eigen uren hulp weer.",
                   english="Everybody has their own hours of help again.")
