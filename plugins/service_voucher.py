"""A service voucher in the Belgian form: users pay a fixed price an hour, the state adds up to the exchange value.

The user paid 7.50 in 2012, 8.50 in 2013 and 9 in 2014 (BEL-001 to BEL-003); with 13.30 of subsidy an hour was worth 20
in 2007 (BEL-011) and 27.52 in 2024 (BEL-010). Use grew twelvefold in six years (BEL-004).

In Belgium each user may have so many vouchers a year (500, from memory: no row of figures has it). Hardly anybody here
asks for so many, as homes need some three hours of cleaning a week: so that limit is left out. The limit of the
district is ours: a scheme of one town has a budget.
"""

from datetime import date

from simcore.plugin import (Account, Cover, Day, Effect, Id, Quantity, Shock, Text, each_once, ends_after, hookimpl,
                            plugin, unknown)


@plugin
class ServiceVoucher:
    """Everybody may pay ``services`` by voucher; once those of the year are gone, an hour costs its full worth."""

    dutch: Text = "De dienstencheque, zoals in België"
    english: Text = "The service voucher, as in Belgium"
    services: list[Id]
    start: Day = date(2014, 1, 1)
    end: Day = date(2018, 1, 1)
    own: Quantity = Quantity(value=8.5, unit="EUR/hour", evidence="source", source="BEL-002",
                             note="of 2013, as all amounts here (2014: 9, BEL-003); before tax relief of about 30 %")
    value: Quantity = Quantity(value=22, low=20, high=27.52, unit="EUR/hour", evidence="assumption",
                               source="of a voucher in 2013: between 20 in 2007 (BEL-011) and BEL-010 in 2024")
    vouchers: Quantity = Quantity(value=150000, low=50000, high=400000, unit="EUR/year", evidence="open",
                                  source="what the state adds in this district; in Belgium the limit is by user",
                                  question="Wie zou zo'n cheque betalen, en tot hoeveel per jaar?")

    dutch_about = "Bewoners kopen cheques voor een vaste prijs per uur; de overheid past bij tot wat een uur waard is."
    fits = "haarlems_gemak"
    fragment = "{use: service_voucher, with: {services: [vp-cleaning, vp-ironing, vp-laundry], start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The services have a price by the hour."""
        there = [id for one in spec.canvas.revenue_streams if one.sim and one.sim.price
                 and one.sim.price.unit == "EUR/hour"
                 for id in one.for_.value_propositions]
        kind = "value proposition with a price an hour"
        yield from unknown(spec, "service_voucher", "services", self.services, there, kind)
        yield from each_once(spec, "service_voucher", "services", self.services)
        yield from ends_after(spec, "service_voucher", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """The state, and a cover for everyone that leaves them the user's price."""
        yield Account(name="the state (vouchers)", dutch="overheid, voor de cheques", english="the state, for vouchers")
        yield Cover(name="voucher", who="everyone", services=tuple(self.services),
                    rate=numbers("value") - numbers("own"),
                    own=numbers("own"), payer="the state (vouchers)", item="plugins.service_voucher",
                    budget=numbers("vouchers"), begin=self.start, end=self.end)
        yield Shock(name="service_voucher", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """The enterprise gets the exchange value for an hour: that is what it asks, of everybody."""
        if self.start <= week.date < self.end:
            for one in self.services:
                yield Effect(target=f"price.{one}", floor=week.numbers("value"), because="an hour is paid by voucher")
