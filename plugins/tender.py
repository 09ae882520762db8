"""The contract of a partner is put out to tender: support runs out, there is a gap, and somebody else may win.

Seed 002: the contract of a welfare organisation that supports residents' places "with money and with people" ended
and was tendered anew; its members want that support to stay. Who wins decides for itself what it does with it, and
has to find its way in the district first. When the same organisation wins nothing changes.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Id, Note, Quantity, Shock, Text, Update, hookimpl, plugin, unknown


@plugin
class Tender:
    """On ``start`` the contract of ``partner`` ends; another organisation begins after a gap, with other support."""

    dutch: Text = "Het contract van een partner wordt opnieuw aanbesteed"
    english: Text = "A partner's contract is put out to tender"
    partner: Id
    start: Day = date(2014, 1, 1)
    stays: Quantity = Quantity(value=0.4, low=0.1, high=0.8, unit="share", evidence="open",
                               source="chance that the same organisation wins "
                                      "(the texts on Wmo enterprises do not say)",
                               question="Hoe groot is de kans dat dezelfde organisatie de aanbesteding wint?")
    gap: Quantity = Quantity(value=13, low=0, high=26, unit="weeks", evidence="assumption",
                             source="without support: the new organisation hires people and gets to know the places")
    settles: Quantity = Quantity(value=26, low=1, high=52, unit="weeks", evidence="assumption",
                                 source="from half of its support to all of it, as it finds its way")
    gives: Quantity = Quantity(value=0.8, low=0.3, high=1.2, unit="factor", evidence="open",
                               source="of what the one before gave: tenders go to who does it for less",
                               question="Hoeveel van de steun houdt de nieuwe organisatie in stand?")

    dutch_about = ("Het contract van een partner loopt af en wordt opnieuw aanbesteed. Er valt een gat, en misschien "
                   "wint een andere organisatie, die andere steun geeft.")
    fits = "haarlems_gemak"
    fragment = "{use: tender, with: {partner: kp-welfare, start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The partner is there, and bears costs."""
        there = [one.id for one in spec.canvas.key_partnerships if one.sim and one.sim.share]
        yield from unknown(spec, "tender", "partner", self.partner, there, "partner that bears costs")

    @hookimpl
    def brings(self, spec, numbers):
        """Whether another won, and the weeks since the contract ended."""
        yield Column(name="other")
        yield Shock(name="tender", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """Nothing in the gap; then a half, rising to all of what the new organisation gives."""
        other, weeks = week.columns["other"] > 0, week.since(self.start)
        if not other.any():
            return
        since = weeks - np.round(week.numbers("gap"))
        part = np.clip(0.5 + 0.5 * since / np.maximum(1, week.numbers("settles")), 0.5, 1) * week.numbers("gives")
        yield Effect(target=f"share.{self.partner}", scale=np.where(other, np.where(since < 0, 0.0, part), 1.0),
                     because="another organisation won the tender")

    @hookimpl
    def settle(self, week):
        """In the last week of the contract it is known who won."""
        last = 1 <= (self.start - week.date).days <= 7
        if not last and not (week.number == 0 and week.date >= self.start):
            return
        other = week.luck(0) >= week.numbers("stays")
        yield Update(column="other", values=np.where(other, 1.0, 0.0))
        for where, dutch, english in ((other,
                                       "Een andere organisatie wint de aanbesteding: er valt een gat in de steun.",
                                       "Another organisation wins the tender: there is a gap in support."),
                                      (~other, "Dezelfde organisatie wint de aanbesteding.",
                                       "The same organisation wins the tender.")):
            yield Note(where=where & week.alive, item=self.partner, dutch=dutch, english=english)
