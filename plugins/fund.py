"""A fund pays along with some costs: only beside income of the enterprise's own, up to a maximum, until a day.

Seed 001 names a foundation that co-finances innovations of use to society (START Foundation), and no amounts. Such
funds ask for a declaration afterwards, and for income of one's own beside their money.
"""

from datetime import date, timedelta

import numpy as np

from simcore.plugin import (WEEKS_A_QUARTER, Account, Column, Day, Id, Payment, Quantity, Stream, Text, Update,
                            each_once, ends_after, hookimpl, plugin, unknown)


@plugin
class Fund:
    """Each quarter: a share of what ``lines`` cost in cash, at most what was earned beside it, until all is given."""

    dutch: Text = "Een fonds betaalt mee (cofinanciering)"
    english: Text = "A fund pays along (co-financing)"
    lines: list[Id]
    start: Day = date(2013, 7, 1)
    end: Day = date(2015, 7, 1)
    share: Quantity = Quantity(value=0.5, low=0.25, high=0.75, unit="share", evidence="open",
                               source="of these costs; the meeting of 1 Feb 2013 names a fund and no share",
                               question="Welk deel van welke kosten betaalt het fonds?")
    own: Quantity = Quantity(value=1, low=0.5, high=2, unit="factor", evidence="assumption",
                             source="EUR of own income that a fund asks for beside each euro of its own")
    most: Quantity = Quantity(value=50000, low=10000, high=100000, unit="EUR", evidence="open",
                              source="in all; half of the start capital of such a company (INI-013)",
                              question="Hoeveel geeft het fonds hoogstens, en tot wanneer?")

    dutch_about = ("Een fonds betaalt elk kwartaal een deel van de kosten, als daar eigen inkomsten naast staan, "
                   "tot een maximum en tot een datum.")
    fits = "haarlems_gemak"
    fragment = "{use: fund, with: {lines: [cost-materials, cost-insurance, cost-premiums], start: 2013-07-01}}"

    @hookimpl
    def check(self, spec):
        """The cost lines are there; the end comes after the start."""
        there = [one.id for one in spec.canvas.costs if one.sim]
        yield from unknown(spec, "fund", "lines", self.lines, there, "cost")
        yield from each_once(spec, "fund", "lines", self.lines)
        yield from ends_after(spec, "fund", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """The fund, and what it may still be asked for: cents of costs, of own income, and given."""
        yield Account(name="the fund that pays along", dutch="fonds dat meebetaalt", english="fund that pays along")
        yield Stream(name="fund.given", payer="the fund that pays along", payee="enterprise:cash", item="plugins.fund",
                     tier="A")
        for name in ("costs", "own", "given"):
            yield Column(name=name)

    @hookimpl
    def settle(self, week):
        """Count costs and own income; at the end of a quarter, and of the grant, declare them."""
        if not self.start <= week.date < self.end:
            return
        spent = sum(np.round(100 * week.tally[f"cost.{one}"]) for one in self.lines)
        costs, own = week.columns["costs"] + spent, week.columns["own"] + np.round(100 * week.tally["sales"])
        given = week.columns["given"]
        quarter = week.since(self.start) % WEEKS_A_QUARTER == WEEKS_A_QUARTER - 1
        declared = quarter or week.date + timedelta(7) >= self.end
        if declared:
            asked = week.numbers("share") * costs
            asked = np.where(week.numbers("own") > 0, np.minimum(asked, own / np.maximum(week.numbers("own"), 1e-9)),
                             asked)
            pays = np.minimum(np.floor(asked + 0.5), np.round(100 * week.numbers("most")) - given)
            pays = np.where(week.alive, np.maximum(pays, 0), 0)
            yield Payment(stream="fund.given", cents=pays.astype(np.int64))
            yield Update(column="given", values=given + pays)
        yield Update(column="costs", values=0 * costs if declared else costs)
        yield Update(column="own", values=0 * own if declared else own)
