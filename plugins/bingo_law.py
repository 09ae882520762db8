"""Who may hold a public bingo: an association of at least three years old, with prizes up to a maximum (COM-013).

Wet op de kansspelen art. 7c. A new enterprise of residents cannot do so itself; an association of residents may.
"""

import numpy as np

from simcore.plugin import Effect, Id, Problem, Quantity, Text, hookimpl, plugin


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

    fits = "wijkonderneming"
    fragment = "{use: bingo_law, with: {gathering: ka-bingo}}"

    @hookimpl
    def check(self, spec):
        """The gathering must be there, with prizes."""
        there = [one.id for one in spec.canvas.key_activities
                 if one.sim and one.sim.gathering and one.sim.gathering.prizes is not None]
        if self.gathering not in there:
            yield Problem(spec.model_file, 0, 0, f"bingo_law: no gathering with prizes is called '{self.gathering}'",
                          instead="write gathering: " + (" or ".join(there) or "the id of a gathering with prizes"))

    @hookimpl
    def plan(self, week):
        """Closed while the association is too young; prizes capped."""
        young = week.numbers("age") + week.number / 52 < week.numbers("years")
        if young.any():
            yield Effect(target=f"open.{self.gathering}", scale=np.where(young, 0.0, 1.0),
                         because="only an association of three years or older may hold bingo")
        yield Effect(target=f"prizes.{self.gathering}", cap=week.numbers("most"), because="the most the law allows")
