"""A subsidy of the same total by one of three routes: through the institution, through the citizen, or none.

On 1 February 2013 the three were told side by side (seed 001): money to the institution, money to citizens who bring it
along, and wanting none. The institution is paid in advance each quarter; after each year what was not spent on the
costs it is for goes back (Awb art. 4:46, 4:57). With citizens the money pays part of their visits, until that of the
year is used up.
"""

from datetime import date, timedelta
from typing import Literal

import numpy as np

from simcore.plugin import (WEEKS_A_QUARTER, WEEKS_A_YEAR, Column, Cover, Day, Id, Note, Payment, Problem, Quantity,
                            Stream, Text, Update, cents, ends_after, hookimpl, plugin, unknown)


@plugin
class SubsidyRoute:
    """``total`` a year from ``start`` until ``end``: to the institution for its ``costs``, or to citizens for
    ``services``."""

    dutch: Text = "De weg van de subsidie"
    english: Text = "The route of a subsidy"
    route: Literal["institution", "citizen", "none"] = "institution"
    costs: list[Id]
    services: list[Id]
    who: Literal["limited", "old", "low_income", "benefit", "everyone"] = "limited"
    start: Day = date(2013, 1, 7)
    end: Day = date(2017, 1, 1)
    total: Quantity = Quantity(value=30000, low=10000, high=100000, unit="EUR/year", evidence="open",
                               source="beside a yearly budget of 100,000 to 400,000 (INI-014)",
                               question="Hoeveel subsidie is er per jaar, en via wie loopt die?")
    rate: Quantity = Quantity(value=10, low=7.5, high=12.5, unit="EUR/hour", evidence="assumption",
                              source="halfway between 7.50 an hour, which was seen (HHT-005), and 12.50 (HHT-007)")
    own: Quantity = Quantity(value=5, low=5, high=12.5, unit="EUR/hour", evidence="source", source="HHT-007",
                             note="derived: the lowest price a user paid; the range is that of the row")

    dutch_about = ("Evenveel subsidie langs een van drie wegen: via de instelling, die terugbetaalt wat niet is "
                   "uitgegeven, via de burger, die er bezoeken mee betaalt, of helemaal geen.")
    fits = "haarlems_gemak"
    fragment = ("{use: subsidy_route, with: {route: citizen, costs: [cost-coordination], "
                "services: [vp-cleaning, vp-garden]}}")

    @hookimpl
    def check(self, spec):
        """The cost lines and the services are in the canvas, and the end comes after the start."""
        there = {"costs": [one.id for one in spec.canvas.costs if one.sim],
                 "services": [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.activity]}
        for key, known in there.items():
            yield from unknown(spec, "subsidy_route", key, getattr(self, key), known)
        for key, route in (("costs", "institution"), ("services", "citizen")):
            if self.route == route and not getattr(self, key):
                yield Problem(spec.model_file, 0, 0, f"subsidy_route: {key} is empty",
                              instead="known: " + ", ".join(there[key]))
        yield from ends_after(spec, "subsidy_route", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """What goes to the institution and comes back; or the cover that citizens bring along."""
        if self.route == "institution":
            yield Stream(name="subsidy_route.advance", payer="municipality:wmo", payee="enterprise:cash",
                         item="plugins.subsidy_route", tier="A")
            yield Stream(name="subsidy_route.back", payer="enterprise:cash", payee="municipality:wmo",
                         item="plugins.subsidy_route", bill=True)
            yield Column(name="advanced")
            yield Column(name="spent")
        if self.route == "citizen":
            yield Cover(name="subsidy", who=self.who, services=tuple(self.services), rate=numbers("rate"),
                        own=numbers("own"),
                        payer="municipality:wmo", item="plugins.subsidy_route", budget=numbers("total"),
                        begin=self.start, end=self.end)

    @hookimpl
    def settle(self, week):
        """An advance each quarter; at the end of a year, or of all, what was advanced and not spent goes back."""
        if self.route != "institution" or not self.start <= week.date < self.end:
            return
        n = week.since(self.start)
        quarter = cents(week.numbers("total") / 4) if n % WEEKS_A_QUARTER == 0 else 0
        spent = week.columns["spent"] + sum(np.round(week.tally[f"cost.{one}"] * 100) for one in self.costs)
        advanced = week.columns["advanced"] + np.where(week.alive, quarter, 0.0)
        yield Payment(stream="subsidy_route.advance", cents=np.where(week.alive, quarter, 0))
        if n % WEEKS_A_YEAR == WEEKS_A_YEAR - 1 or week.date + timedelta(days=7) >= self.end:
            back = np.where(week.alive, np.maximum(0, advanced - spent), 0)
            yield Payment(stream="subsidy_route.back", cents=back.astype(np.int64))
            yield Note(where=back > 0, item=self.costs[0],
                       dutch="Subsidie die niet is uitgegeven gaat terug.",
                       english="Subsidy that was not spent goes back.")
            spent, advanced = 0 * spent, 0 * advanced
        yield Update(column="spent", values=spent)
        yield Update(column="advanced", values=advanced)
