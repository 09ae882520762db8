"""Shares of a cooperative: customers buy one, may ask their money back, and get it in January above a reserve.

Kroon op je Wijk saw its agreement as a step to a cooperative (seed 004), and cooperatives were expected to grow (seed
001). No amount is known. No dividend is paid; where the enterprise ends, the shares are lost.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Measure, Note, Payment, Quantity, Section, Stream, Text, Update, cents,
                            ends_after, hookimpl, plugin, weekly)


@plugin
class Shares:
    """One share a household, sold until ``end``; who asks within a year is paid in January, if there is enough."""

    dutch: Text = "Aandelen van een coöperatie van bewoners"
    english: Text = "Shares of a cooperative of residents"
    start: Day = date(2013, 9, 2)
    end: Day = date(2014, 9, 1)
    share: Quantity = Quantity(value=50, low=25, high=250, unit="EUR", evidence="open",
                               source="one share; no amount is known",
                               question="Wat kost een aandeel, en wie koopt er een?")
    buys: Quantity = Quantity(value=0.15, low=0.03, high=0.4, unit="share/year", evidence="assumption",
                              source="of households that are customers, as long as the issue is open")
    asks: Quantity = Quantity(value=0.05, low=0.02, high=0.15, unit="share/year", evidence="assumption",
                              source="of holders, who ask their money back: who moves house, above all")
    reserve: Quantity = Quantity(value=5000, low=1000, high=20000, unit="EUR", evidence="assumption",
                                 source="of cash, below which nothing is paid back")

    dutch_about = "Klanten kopen een aandeel. Wie geld terugvraagt, krijgt het in januari, als er genoeg in kas is."
    fits = "haarlems_gemak"
    fragment = "{use: shares, with: {start: 2013-09-02, end: 2014-09-01}}"

    @hookimpl
    def check(self, spec):
        """The issue lasts a while."""
        yield from ends_after(spec, "shares", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """What is bought and paid back; holders, of them who asked this year, and who asked in a year before."""
        yield Stream(name="shares.bought", payer="residents", payee="enterprise:cash", item="plugins.shares",
                     capital=True)
        yield Stream(name="shares.paid back", payer="enterprise:cash", payee="residents", item="plugins.shares",
                     bill=True, capital=True)
        for name in ("holders", "asked", "due", "lost"):
            yield Column(name=name)
        yield Measure(name="holders", dutch="aandeelhouders", english="holders of a share", unit="customers",
                      column="holders")

    @hookimpl
    def settle(self, week):
        """Sell while the issue is open; note who asks; in January pay whoever asked before it, first come first."""
        if week.date < self.start:
            return
        holders, asked, due, lost = (week.columns[name] for name in ("holders", "asked", "due", "lost"))
        price = cents(week.numbers("share"))
        fails = ~week.alive & (holders > 0)
        pool = np.maximum(week.tally["homes.customers"] - holders, 0) * week.alive * (week.date < self.end)
        new = np.minimum(pool, np.floor(pool * weekly(week.numbers("buys")) + week.luck(0)))
        firm = holders - asked - due
        ask = np.minimum(firm, np.floor(firm * weekly(week.numbers("asks")) + week.luck(1)))
        paid = 0 * due
        if week.date.month == 1 and week.date.day <= 7:
            due, asked = due + asked, 0 * asked
            above = np.maximum(100 * week.tally["cash"] - 100 * week.numbers("reserve"), 0)
            paid = np.where(week.alive, np.minimum(due, np.floor(above / np.maximum(price, 1))), 0)
        yield Payment(stream="shares.bought", cents=(new * price).astype(np.int64))
        yield Payment(stream="shares.paid back", cents=(paid * price).astype(np.int64))
        yield Update(column="holders", values=np.where(fails, 0, holders + new - paid))
        yield Update(column="asked", values=np.where(fails, 0, asked + ask))
        yield Update(column="due", values=np.where(fails, 0, due - paid))
        yield Update(column="lost", values=np.where(fails, holders, lost))
        if fails.any():
            yield Note(where=fails, item="plugins.shares", dutch="De aandelen van de coöperatie zijn niets meer waard.",
                       english="The shares of the cooperative are worth nothing any more.")

    @hookimpl
    def report(self, results):
        """Who holds a share at the end, who waits for money, whose share was lost."""
        names = (("holders", "aandeelhouders", "holders of a share"),
                 ("due", "wachten op hun geld", "waiting for their money"),
                 ("lost", "aandeel verloren", "share lost"))
        rows = [results.columns[name].mean() for name, _, _ in names]
        yield Section(dutch="Coöperatie", english="Cooperative", dutch_lines=tuple(
            f"{text}, gemiddeld: {value:.1f}" for (_, text, _), value in zip(names, rows)), english_lines=tuple(
            f"{text}, on average: {value:.1f}" for (_, _, text), value in zip(names, rows)))
