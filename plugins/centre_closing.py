"""A community centre the municipality runs: rumours that it will close, a decision, and who goes on with it.

Over a hundred centres closed by early 2013 (COM-015). Until the decision the municipality bears the centre in every
lane alike, so nothing of it is booked; afterwards residents run it themselves, or it is closed. When it is handed over,
the municipality may pay part of what the centre costs for some time (seed 000: "sometimes it still pays for upkeep").
"""

import numpy as np

from simcore.plugin import (Column, Effect, Flag, Id, Note, Payment, Problem, Quantity, Stream, Text, Update, cents,
                            hookimpl, plugin, unknown, weekly)

RUNS, RUMOURED, DECIDED = 0, 1, 2


@plugin
class CentreClosing:
    """``building`` may be given up by the municipality; with ``own_management`` residents then run it."""

    dutch: Text = "Het buurthuis staat op de tocht"
    english: Text = "The community centre may close"
    building: Id
    own_management: Flag = True
    hazard: Quantity = Quantity(value=0.40, low=0.10, high=0.80, unit="share/year", evidence="open",
                                source="chance a year that closing is talked of (COM-015: over 100 closed)",
                                question="Hoe zeker is het dat de gemeente het buurthuis sluit, en wanneer?")
    warning: Quantity = Quantity(value=26, low=8, high=52, unit="weeks", evidence="assumption",
                                 source="between the first rumours and the decision")
    hand_over: Quantity | None = None           # EUR a year that goes with it at first, nothing unless it is said;
    fades: Quantity | None = None               # and in how many weeks that falls to nothing, in a straight line

    dutch_about = ("Er gaan geruchten dat het buurthuis dichtgaat, en na een tijd stopt de gemeente ermee. Dan beheren "
                   "bewoners het zelf, of het gaat dicht.")
    fits = "wijkonderneming"
    fragment = "{use: centre_closing, with: {building: kr-centre}}"

    @hookimpl
    def check(self, spec):
        """The building must be there."""
        there = [one.id for one in spec.canvas.key_resources if one.sim and one.sim.building]
        yield from unknown(spec, "centre_closing", "building", self.building, there, "key resource with a building")
        if (self.hand_over is None) != (self.fades is None):
            yield Problem(spec.model_file, 0, 0, "centre_closing: hand_over and fades belong together",
                          instead="write both: EUR/year that goes with the centre, and in how many weeks it fades")

    @hookimpl
    def brings(self, spec, numbers):
        """Where it stands: run by the municipality, talked of since a week, decided."""
        yield Column(name="stage")
        yield Column(name="since")
        if self.hand_over is not None:
            yield Stream(name="centre_closing.hand-over", payer="municipality:wmo", payee="enterprise:cash",
                         item=self.building, tier="A")

    @hookimpl
    def plan(self, week):
        """Not run by residents before the decision; closed after it when nobody takes it over."""
        decided = week.columns["stage"] == DECIDED
        yield Effect(target=f"managed.{self.building}", scale=np.where(decided & self.own_management, 1.0, 0.0),
                     because="who runs the community centre")
        if not self.own_management:
            yield Effect(target=f"open.{self.building}", scale=np.where(decided, 0.0, 1.0),
                         because="it has been closed")

    @hookimpl
    def settle(self, week):
        """Rumours come with a chance a week; the decision follows after the warning; what goes with it fades."""
        stage, since = week.columns["stage"], week.columns["since"]
        starts = (stage == RUNS) & (week.luck(0) < weekly(week.numbers("hazard")))
        decides = (stage == RUMOURED) & (week.number - since >= week.numbers("warning"))
        yield Update(column="stage", values=np.where(starts, RUMOURED, np.where(decides, DECIDED, stage)))
        yield Update(column="since", values=np.where(starts | decides & (self.hand_over is not None), week.number,
                                                     since))
        if self.hand_over is not None and self.own_management:
            left = np.clip(1 - (week.number - since) / week.numbers("fades"), 0, 1)
            pays = np.where((stage == DECIDED) & week.alive, week.numbers("hand_over") / 52 * left, 0)
            yield Payment(stream="centre_closing.hand-over", cents=cents(pays))
        if starts.any():
            yield Note(where=starts, item=self.building, dutch="Er gaan geruchten dat het buurthuis dichtgaat.",
                       english="There are rumours that the community centre will close.")
        if decides.any():                   # who goes on with it the enterprise itself tells: here it may be nobody
            yield Note(where=decides, item=self.building, dutch="De gemeente stopt met het buurthuis.",
                       english="The municipality gives up the community centre.")
