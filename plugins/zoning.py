"""Budgets by need: a neighbourhood gets so much for each resident, times an index of its own figures beside the city's.

"Unequal investing for equal chances" (seed 002). The index is the mean of how often people here live on benefit, are
lonely, and are limited when old, beside the city. Each year the money goes into a purse of the neighbourhood; it pays
the enterprise for hours served here until the purse is empty, and what is left when the year is over goes back.
"""

from datetime import date

import numpy as np

from simcore.plugin import (WEEKS_A_YEAR, Account, Column, Day, Id, Note, Payment, Problem, Quantity, Stream, Text,
                            Update, cents, hookimpl, plugin, unknown)

PURSE = "neighbourhood budget"
FIGURES = {"benefit": "people.benefit_share", "lonely": "ties.lonely", "limited": "people.limited_65plus"}


@plugin
class Zoning:
    """A purse of ``budget`` x ``part`` for each resident, times the index; it pays ``fee`` for an hour of
    ``services``."""

    dutch: Text = "Buurtbudget naar behoefte"
    english: Text = "A neighbourhood budget by need"
    services: list[Id]
    start: Day = date(2013, 1, 7)
    unequal: Quantity = Quantity(value=1, low=0, high=2, unit="factor", evidence="open",
                                 source="how far budgets follow need: 0 gives everyone as much, 1 goes along with need",
                                 question="Hoe ongelijk wil de gemeente investeren, en op welke cijfers gaat zij af?")
    budget: Quantity = Quantity(value=65, low=45, high=95, unit="EUR/resident/year", evidence="source",
                                source="BUD-006")
    part: Quantity = Quantity(value=0.03, low=0.01, high=0.08, unit="share", evidence="source", source="BUD-009",
                              note="derived: the part suited to a neighbourhood company, taken for this line")
    fee: Quantity = Quantity(value=5, low=2, high=14, unit="EUR/hour", evidence="assumption",
                             source="for an hour served: part of what an hour of a volunteer is worth (SOC-007)")
    benefit: Quantity = Quantity(value=0.048, low=0.041, high=0.055, unit="share", evidence="source",
                                 source="BIJ-022, POP-016",
                                 note="derived: of households in the city, 3,500 of 73,000")
    lonely: Quantity = Quantity(value=0.405, low=0.385, high=0.425, unit="share", evidence="source", source="HLT-007",
                                note="of adults in the city; the range is an assumption")
    limited: Quantity = Quantity(value=0.317, low=0.297, high=0.337, unit="share", evidence="source", source="HLT-027",
                                 note="of those of 65 and over in the city; the range is an assumption")

    dutch_about = ("Een buurtbudget per bewoner, hoger waar de cijfers van de wijk slechter zijn dan die van de stad; "
                   "het betaalt uren in de wijk tot het op is.")
    fits = "haarlems_gemak"
    fragment = "{use: zoning, with: {services: [vp-cleaning, vp-garden, vp-groceries]}}"

    @hookimpl
    def check(self, spec):
        """The services are in the canvas."""
        known = [one.id for one in spec.canvas.value_propositions if one.sim and (one.sim.activity or one.sim.team)]
        yield from unknown(spec, "zoning", "services", self.services, known)
        if not self.services:
            yield Problem(spec.model_file, 0, 0, "zoning: services is empty", instead="known: " + ", ".join(known))

    @hookimpl
    def brings(self, spec, numbers):
        """A purse the municipality fills, that pays the enterprise and gives back; and what is in it, in cents."""
        yield Account(name=PURSE, purse=True, dutch="buurtbudget", english="neighbourhood budget")
        yield Stream(name="zoning.filled", payer="municipality:wmo", payee=PURSE, item="plugins.zoning")
        yield Stream(name="zoning.paid", payer=PURSE, payee="enterprise:cash", item="plugins.zoning", tier="A")
        yield Stream(name="zoning.back", payer=PURSE, payee="municipality:wmo", item="plugins.zoning")
        yield Column(name="purse")
        yield Column(name="index")

    @hookimpl
    def settle(self, week):
        """Filled as a year begins, emptied by what is served, given back as it ends."""
        if week.date < self.start:
            return
        n = week.since(self.start)
        purse, index = week.columns["purse"], week.columns["index"]
        fill = 0 * purse
        if n % WEEKS_A_YEAR == 0:
            beside = sum(week.numbers(f"neighbourhood.{own}") / week.numbers(city) for city, own in FIGURES.items()) / 3
            index = np.maximum(0.0, 1 + week.numbers("unequal") * (beside - 1))
            fill = cents(week.tally["residents"] * week.numbers("budget") * week.numbers("part") * index)
            yield Payment(stream="zoning.filled", cents=fill)
        hours = sum(week.tally[f"hours.{one}"] for one in self.services)
        wanted = np.where(week.alive, cents(hours * week.numbers("fee")), 0)
        paid = np.minimum(wanted, purse + fill)
        left = purse + fill - paid
        yield Payment(stream="zoning.paid", cents=paid.astype(np.int64))
        yield Note(where=(wanted > paid) & (purse + fill > 0), item="plugins.zoning",
                   dutch="Het buurtbudget van dit jaar is op.",
                   english="The neighbourhood budget of this year is used up.")
        if n % WEEKS_A_YEAR == WEEKS_A_YEAR - 1:
            yield Payment(stream="zoning.back", cents=left.astype(np.int64))
            left = 0 * left
        yield Update(column="purse", values=left)
        yield Update(column="index", values=index)
