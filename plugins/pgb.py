"""Holders of a personal budget (PGB) may spend it at the enterprise: the municipality pays part of their visits."""

from simcore.plugin import Cover, Quantity, Text, hookimpl, plugin


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
    item: Text = "rs-pgb"
    payer: Text = "municipality:wmo"

    dutch_about = ("Wie een persoonsgebonden budget heeft, kan het hier gebruiken: de gemeente betaalt een deel "
                   "van de bezoeken.")
    fits = "haarlems_gemak"
    fragment = "{use: pgb}"

    @hookimpl
    def brings(self, spec, numbers):
        """One cover, over the services that meet a need which household help from the Wmo may meet."""
        helped = {need.id for need in spec.place.needs.activities if need.wmo}
        services = tuple(p.id for p in spec.canvas.value_propositions if p.sim and p.sim.activity in helped)
        yield Cover(name="pgb", who="pgb", services=services, rate=numbers("rate"), budget=numbers("budget"),
                    payer=self.payer, item=self.item)
