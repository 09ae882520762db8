"""A corporation has porticoes cleaned: a few to begin with, then more after a good quarter and fewer after a bad one.

Paid by dwelling and month (COM-014): that is what tenants are charged as service costs, which may be no more than it
really costs (Huurcommissie), so VAT is in it. A landlord of homes cannot reclaim that VAT, and pays it on top of what
the enterprise keeps. In 's-Hertogenbosch corporations promised work in and around their homes without amounts (seed
004).
"""

from datetime import date

import numpy as np

from simcore.plugin import (WEEKS_A_QUARTER, Account, Column, Day, Effect, Id, Note, Order, Payment, Quantity, Stream,
                            Text, Update, cents, ends_after, hookimpl, plugin, unknown)

NOT_YET = -1.0
ANOTHER = "another corporation"
CALLED = {"dutch": "een andere woningcorporatie", "english": "another housing corporation"}


@plugin
class PorticoContract:
    """``payer`` orders porticoes of ``service``; each quarter as many as the last one proved."""

    dutch: Text = "Een corporatie laat portieken schoonmaken"
    english: Text = "A corporation has porticoes cleaned"
    service: Id
    payer: Text = ANOTHER
    start: Day = date(2013, 7, 1)
    end: Day = date(2016, 7, 1)
    first: Quantity = Quantity(value=10, low=5, high=20, unit="porticoes", evidence="open",
                               source="a trial to begin with",
                               question="Met hoeveel portieken begint de corporatie, en wanneer worden het er meer?")
    step: Quantity = Quantity(value=5, low=2, high=10, unit="porticoes", evidence="assumption",
                              source="a quarter: so many more after a good one, fewer after a bad one")
    most: Quantity = Quantity(value=40, low=10, high=65, unit="porticoes", evidence="assumption",
                              source="part of those of a large landlord in the district")
    proof: Quantity = Quantity(value=0.9, low=0.8, high=1, unit="share", evidence="assumption",
                               source="of what was due in a quarter, done on time")
    dwellings: Quantity = Quantity(value=8, low=6, high=12, unit="households", evidence="assumption",
                                   source="by portico: flats of three or four storeys")
    price: Quantity = Quantity(value=7.5, low=4, high=12, unit="EUR/month", evidence="source", source="COM-014",
                               note="of one dwelling, with VAT")
    vat: Quantity = Quantity(value=0.21, unit="share", evidence="fact", source="COM-016",
                             note="derived: the general rate named in the note of the row")
    minutes: Quantity = Quantity(value=45, low=30, high=75, unit="minutes", evidence="assumption",
                                 source="of a regular worker, a portico and a week; as in the neighbourhood")
    passed_on: Quantity = Quantity(value=1, low=0, high=1, unit="share", evidence="assumption",
                                   source="of what it pays, charged to tenants: the note of COM-014 has the rule")

    dutch_about = "Een corporatie bestelt portieken. Gaat het een kwartaal goed, dan worden het er meer; anders minder."
    fits = "wijkonderneming"
    fragment = "{use: portico_contract, with: {service: vp-porticoes, start: 2013-07-01}}"

    @hookimpl
    def check(self, spec):
        """The service has a team; the end comes after the start."""
        there = [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.team]
        yield from unknown(spec, "portico_contract", "service", self.service, there, "value proposition with a team")
        yield from ends_after(spec, "portico_contract", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """The corporation where it is new, its order, VAT, what tenants pay; porticoes now, due, done this quarter."""
        partners = {one.id: one.sim.kind for one in spec.canvas.key_partnerships if one.sim}
        if self.payer not in partners:
            yield Account(name=self.payer, **(CALLED if self.payer == ANOTHER else {}))
        yield Order(name="porticoes", payer=self.payer, service=self.service, times=0, minutes=numbers("minutes"),
                    price=self.fee(numbers) / (1 + numbers("vat")), item="plugins.portico_contract",
                    tier="C" if partners.get(self.payer) == "municipality" else "", begin=self.start, end=self.end)
        yield Stream(name="portico_contract.vat", payer=self.payer, payee="treasury", item="plugins.portico_contract")
        yield Stream(name="portico_contract.tenants", payer="residents", payee=self.payer,
                     item="plugins.portico_contract")
        yield Column(name="porticoes", start=NOT_YET)
        yield Column(name="due")
        yield Column(name="done")

    def fee(self, numbers):
        """(R,) EUR a portico and week, with VAT."""
        return numbers("price") * numbers("dwellings") * 12 / 52

    def now(self, week):
        """(R,) porticoes this quarter; the trial until the first of them has been done."""
        return np.where(week.columns["porticoes"] == NOT_YET, np.round(week.numbers("first")),
                        week.columns["porticoes"])

    @hookimpl
    def plan(self, week):
        """As many as were agreed for this quarter; the trial to begin with."""
        if self.start <= week.date < self.end:
            yield Effect(target="times.portico_contract.porticoes", set=self.now(week),
                         because="what the corporation asks this quarter")

    @hookimpl
    def settle(self, week):
        """VAT; tenants pay on; after a quarter it becomes more or less. Weeks count from the first portico done."""
        if not self.start <= week.date < self.end:
            return
        now, did = self.now(week), week.tally["order.portico_contract.porticoes.done"]
        counts = (week.columns["porticoes"] != NOT_YET) | (did > 0)
        due_in_all, vat = did * self.fee(week.numbers), week.numbers("vat")
        yield Payment(stream="portico_contract.vat", cents=cents(due_in_all * vat / (1 + vat)))
        yield Payment(stream="portico_contract.tenants", cents=cents(due_in_all * week.numbers("passed_on")))
        due, done = week.columns["due"] + now * counts, week.columns["done"] + did
        over = week.since(self.start) % WEEKS_A_QUARTER == WEEKS_A_QUARTER - 1
        good, step = done >= week.numbers("proof") * due, np.round(week.numbers("step"))
        then = np.where(good, np.minimum(now + step, np.maximum(np.round(week.numbers("most")), now)),
                        np.maximum(now - step, 0))
        yield Update(column="porticoes", values=np.where(counts, then if over else now, NOT_YET))
        yield Update(column="due", values=np.where(over, 0, due))
        yield Update(column="done", values=np.where(over, 0, done))
        lost = over & counts & (then == 0) & (now > 0) & week.alive
        if np.any(lost):
            yield Note(where=lost, item="plugins.portico_contract",
                       dutch="De corporatie laat hier geen portieken meer doen.",
                       english="The corporation orders no more porticoes here.")
