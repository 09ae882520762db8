"""A membership: customers pay a fee a month and get a discount; the dearer it is, the fewer subscribe.

As a bus for the old in 's-Hertogenbosch: 6 EUR a month and 650 subscribers in 2022, after ten years (TRA-001, TRA-002);
in euros of 2013 that is about 5.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Effect, Id, Measure, Payment, Quantity, Stream, Text, Update, cents, each_once,
                            hookimpl, plugin, unknown, weekly)


@plugin
class Membership:
    """Of standing customers some subscribe each year, by the fee; members leave again; prices fall for them."""

    dutch: Text = "Een abonnement voor vaste klanten"
    english: Text = "A membership for standing customers"
    services: list[Id]
    start: Day = date(2013, 7, 1)
    fee: Quantity = Quantity(value=5, low=2.5, high=10, unit="EUR/month", evidence="open",
                             source="as TRA-001, in euros of 2013",
                             question="Wat mag een abonnement per maand kosten?")
    joins: Quantity = Quantity(value=0.4, low=0.1, high=0.8, unit="share/year", evidence="assumption",
                               source="of households that are customers and no member, at the usual fee")
    usual: Quantity = Quantity(value=5, low=4.7, high=5.3, unit="EUR/month", evidence="assumption",
                               source="6 in 2022 (TRA-001), prices of 2013 being some 0.83 of those (own knowledge)")
    elasticity: Quantity = Quantity(value=0.8, low=0.3, high=1.5, unit="elasticity", evidence="assumption",
                                    source="how fast joining falls with the fee, as when others are cheaper")
    leaves: Quantity = Quantity(value=0.2, low=0.1, high=0.4, unit="share/year", evidence="assumption",
                                source="of members")
    discount: Quantity = Quantity(value=0.1, low=0, high=0.25, unit="share", evidence="assumption",
                                  source="of the price, for members; on the bus it is more (note of TRA-001)")
    vat: Quantity = Quantity(value=0.21, low=0, high=0.21, unit="share", evidence="open",
                             source="the general rate; none on what an association asks (Wet OB art. 11)",
                             question="Wordt het een abonnement met btw, of de contributie van een vereniging?")

    dutch_about = "Vaste klanten kunnen lid worden: een bedrag per maand, en korting op wat ze kopen."
    fits = "haarlems_gemak"
    fragment = "{use: membership, with: {services: [vp-cleaning, vp-ironing], start: 2013-07-01}}"

    @hookimpl
    def check(self, spec):
        """The services have a price."""
        there = [id for one in spec.canvas.revenue_streams if one.sim and one.sim.price
                 for id in one.for_.value_propositions]
        yield from unknown(spec, "membership", "services", self.services, there, "value proposition with a price")
        yield from each_once(spec, "membership", "services", self.services)

    @hookimpl
    def brings(self, spec, numbers):
        """What members pay, VAT on it, and how many there are."""
        yield Stream(name="membership.fees", payer="residents", payee="enterprise:cash", item="plugins.membership")
        yield Stream(name="membership.vat", payer="enterprise:cash", payee="treasury", item="plugins.membership",
                     bill=True)
        yield Column(name="members")
        yield Measure(name="members", dutch="leden", english="members", unit="customers", column="members")

    def homes(self, week):
        """(R,) households that could be a member: each counts once, whatever it buys."""
        return np.minimum(week.tally["homes.customers"], sum(week.tally[f"customers.{one}"] for one in self.services))

    @hookimpl
    def plan(self, week):
        """The price of a service falls by the discount of those of its customers who are members."""
        members = week.columns["members"]
        if week.date < self.start or not members.any():
            return
        part = np.minimum(1, members / np.maximum(self.homes(week), 1))
        for one in self.services:
            yield Effect(target=f"price.{one}", scale=1 - week.numbers("discount") * part, because="members pay less")

    @hookimpl
    def settle(self, week):
        """Who is a member pays; then some leave and others join. Where the enterprise is gone, so are the members."""
        if week.date < self.start:
            return
        members = np.where(week.alive, week.columns["members"], 0)
        fees = members * week.numbers("fee") * 12 / 52
        yield Payment(stream="membership.fees", cents=cents(fees))
        yield Payment(stream="membership.vat", cents=cents(fees * week.numbers("vat") / (1 + week.numbers("vat"))))
        dearer = np.power(week.numbers("fee") / week.numbers("usual"), -week.numbers("elasticity"))
        pool = np.maximum(self.homes(week) - members, 0)
        joins = weekly(np.minimum(week.numbers("joins") * dearer, 1))
        come = np.minimum(pool, np.floor(pool * joins + week.luck(0)))
        go = np.minimum(members, np.floor(members * weekly(week.numbers("leaves")) + week.luck(1)))
        yield Update(column="members", values=np.where(week.alive, members + come - go, 0))
