"""Who may hold a public bingo: an association of at least three years old, with prizes up to a maximum.

Wet op de kansspelen art. 7c (COM-013): 400 EUR a set, 1,550 EUR a meeting. A new enterprise of residents cannot hold it
itself; an association of residents may. For a small hall the law hardly bites: 60 players who stake 12 EUR, of which
0.9 is prizes, make 648 EUR. It does where the association is new, where one set is played, or with some 150 players and
more.
"""

import numpy as np

from simcore.plugin import Effect, Id, Quantity, Text, hookimpl, plugin, unknown


@plugin
class BingoLaw:
    """``gathering`` is held only once the association is old enough, and gives no more in prizes than allowed."""

    dutch: Text = "De wet over bingo"
    english: Text = "The law on bingo"
    gathering: Id
    age: Quantity = Quantity(value=20, low=0, high=40, unit="years", evidence="open",
                             source="of the association in whose name it is held, at the start",
                             question="Welke vereniging houdt de bingo, en hoe lang bestaat die al?")
    years: Quantity = Quantity(value=3, unit="years", evidence="fact", source="Wet op de kansspelen art. 7c, COM-013")
    most: Quantity = Quantity(value=1550, unit="EUR/meeting", evidence="fact", source="COM-013")
    most_each: Quantity = Quantity(value=400, unit="EUR", evidence="fact", source="COM-013",
                                   note="the note of the row: of one set")
    sets: Quantity = Quantity(value=8, low=3, high=15, unit="number", evidence="assumption",
                              source="played in one evening")

    dutch_about = ("Alleen een vereniging die drie jaar of langer bestaat mag bingo houden, met prijzen tot 400 euro "
                   "per ronde en 1.550 euro per avond.")
    fits = "wijkonderneming"
    fragment = "{use: bingo_law, with: {gathering: ka-bingo}}"

    @hookimpl
    def check(self, spec):
        """The gathering must be there, with prizes."""
        there = [one.id for one in spec.canvas.key_activities
                 if one.sim and one.sim.gathering and one.sim.gathering.prizes is not None]
        yield from unknown(spec, "bingo_law", "gathering", self.gathering, there, "gathering with prizes")

    @hookimpl
    def plan(self, week):
        """Closed while the association is too young; prizes capped."""
        young = week.numbers("age") + week.number / 52 < week.numbers("years")
        if young.any():
            yield Effect(target=f"open.{self.gathering}", scale=np.where(young, 0.0, 1.0),
                         because="only an association of three years or older may hold bingo")
        yield Effect(target=f"prizes.{self.gathering}", because="the most the law allows",
                     cap=np.minimum(week.numbers("most"), np.floor(week.numbers("sets")) * week.numbers("most_each")))
