"""Holders of a personal budget (PGB) may spend it at the enterprise: the municipality pays part of their visits."""

from simcore.plugin import Cover, Quantity, Text, helped, hookimpl, no_help, plugin


@plugin
class Pgb:
    """A personal budget for household help pays visits, up to its rate per hour and its yearly total.

    The rate is that of the municipality (wmo.budget_rate of the neighbourhood), or the one here where it is lower.
    """

    dutch: Text = "Betalen met een persoonsgebonden budget (PGB)"
    english: Text = "Paying with a personal budget (PGB)"
    rate: Quantity = Quantity(value=20.4, low=20.4, high=20.4, unit="EUR/hour", evidence="source", source="WMO-042",
                              note="the highest rate that was seen")
    budget: Quantity = Quantity(value=150000, low=50000, high=400000, unit="EUR/year", evidence="assumption",
                                source="what the municipality sets aside for personal budgets in this district")
    item: Text | None = None          # the note it is written under: unless said, that for holders of a budget alone
    payer: Text = "municipality:wmo"

    dutch_about = ("Wie een persoonsgebonden budget heeft voor hulp in het huishouden, kan er bezoeken van de "
                   "onderneming mee betalen.")
    fits = "haarlems_gemak"
    fragment = "{use: pgb}"

    @hookimpl
    def check(self, spec):
        """There is something that a personal budget may pay."""
        yield from no_help(spec, "pgb")

    @hookimpl
    def brings(self, spec, numbers):
        """One cover, over the services that meet a need which household help from the Wmo may meet."""
        holders = {one.id for one in spec.canvas.customer_segments if one.sim and one.sim.who == "pgb"}
        theirs = [one.id for one in spec.canvas.revenue_streams
                  if one.from_.customer_segments and {*one.from_.customer_segments} <= holders]
        yield Cover(name="pgb", who="pgb", services=helped(spec), rate=numbers("rate"), budget=numbers("budget"),
                    payer=self.payer, item=self.item or (theirs or ["plugins.pgb"])[0])
