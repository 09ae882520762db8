"""Hot weeks keep people indoors: fewer windows are washed, and who is frail gets a visit that the municipality pays."""

from datetime import date

import numpy as np

from simcore.plugin import Day, Effect, Note, Payment, Quantity, Stream, Text, hookimpl, plugin
from simwijk_hitte.days import is_summer


@plugin
class Hitte:
    """In summer a week is hot with some chance; then fewer people want their windows washed."""

    dutch: Text = "Hitte"
    english: Text = "Heat"
    start: Day = date(2013, 1, 7)
    chance: Quantity = Quantity(value=0.3, low=0.1, high=0.5, unit="share/week", evidence="assumption",
                                source="of a hot week, in summer")
    fewer: Quantity = Quantity(value=0.4, low=0.2, high=0.6, unit="share", evidence="assumption",
                               source="windows not washed in a hot week")

    dutch_about = "In warme weken blijven mensen binnen: er worden minder ramen gewassen."

    @hookimpl
    def brings(self, spec, numbers):
        """What the municipality pays for visits goes to the provider of care."""
        yield Stream(name="hitte.visits", payer="municipality:wmo", payee="care provider", item="neighbourhood.wmo")

    def hot(self, week):
        """(R,) whether this is a hot week."""
        there = is_summer(week.date) and week.date >= self.start
        return (week.luck(0) < week.numbers("chance")) & there

    @hookimpl
    def plan(self, week):
        """Fewer windows in a hot week."""
        yield Effect(target="need.windows", scale=np.where(self.hot(week), 1 - week.numbers("fewer"), 1.0),
                     because="it is hot")

    @hookimpl
    def settle(self, week):
        """A hundred euros of visits, and a line in the diary."""
        hot = self.hot(week)
        yield Payment(stream="hitte.visits", cents=np.where(hot, 10_000, 0))
        if hot.any():
            yield Note(where=hot, dutch="Het is heet.", english="It is hot.", item="neighbourhood.wmo")
