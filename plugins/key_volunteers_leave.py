"""Key volunteers leave: those who carry the most stop first, until so many of the organisers have gone.

How much load makes an organiser stop stands in the canvas (VOL-012: 10 to 30 % a year). In a crisis that chance is many
times what it was, for who carries most above all; it ends when the part that this plugin names has left, or after some
weeks. Who stays is busy with the quarrel: fewer new people are brought along for a while (VOL-011, VOL-012).
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Note, Problem, Quantity, Shock, Text, Update, hookimpl, plugin

NONE = 1e9


@plugin
class KeyVolunteersLeave:
    """From ``start`` on organisers leave until ``part`` of them has gone; then few new ones come, for ``after``."""

    dutch: Text = "De trekkers stappen op"
    english: Text = "Key volunteers leave"
    start: Day = date(2014, 9, 1)
    part: Quantity = Quantity(value=0.5, low=0.2, high=1, unit="share", evidence="open",
                              source="of the organisers that were there at the start",
                              question="Wie zijn de trekkers, en wat gebeurt er als de helft stopt?")
    haste: Quantity = Quantity(value=10, low=4, high=10, unit="factor", evidence="assumption",
                               source="times the usual chance to stop (VOL-012), while it lasts")
    lasts: Quantity = Quantity(value=26, low=4, high=39, unit="weeks", evidence="assumption", source="at most")
    fewer: Quantity = Quantity(value=0.5, low=0, high=0.9, unit="share", evidence="assumption",
                               source="of new volunteers who stay away, in the crisis and after it")
    after: Quantity = Quantity(value=26, low=0, high=52, unit="weeks", evidence="assumption", source="after the crisis")

    dutch_about = "De trekkers die het meeste dragen stappen op. Daarna komen er een tijd weinig vrijwilligers bij."
    fits = "wijkonderneming"
    fragment = "{use: key_volunteers_leave, with: {start: 2014-09-01}}"

    @hookimpl
    def check(self, spec):
        """There are volunteers who organise."""
        if not any(one.sim and one.sim.volunteering for one in spec.canvas.key_activities):
            yield Problem(spec.model_file, 0, 0, "key_volunteers_leave: nobody organises as a volunteer in this canvas",
                          instead="give a key activity a part volunteering, or leave the plugin out")

    @hookimpl
    def brings(self, spec, numbers):
        """How many organisers there were when it began, and the week after its last."""
        yield Column(name="were")
        yield Column(name="over", start=NONE)
        yield Shock(name="key_volunteers_leave", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """In the crisis many stop; in it and for a while after it few come."""
        if week.date < self.start:
            return
        over = week.columns["over"]
        crisis, quiet = over == NONE, week.number < over + week.numbers("after")
        if crisis.any():
            yield Effect(target="volunteers.stop", scale=np.where(crisis, week.numbers("haste"), 1.0),
                         because="a quarrel among those who organise")
        if quiet.any():
            yield Effect(target="volunteers.join", scale=np.where(quiet, 1 - week.numbers("fewer"), 1.0),
                         because="a quarrel among those who organise")

    @hookimpl
    def settle(self, week):
        """It ends when so many have gone, or when it has lasted long enough."""
        there, weeks = week.tally["organisers"], week.since(self.start) + 1
        if week.date < self.start:
            yield Update(column="were", values=there)            # the last of these is how many there were
            return
        were = week.columns["were"] if week.number else there
        left = were - there
        enough = (left >= week.numbers("part") * were) | (weeks >= week.numbers("lasts"))
        ends = (week.columns["over"] == NONE) & enough
        yield Update(column="were", values=were)
        yield Update(column="over", values=np.where(ends, week.number + 1, week.columns["over"]))
        if weeks == 1:
            yield Note(where=week.alive & (were > 0), item="key_activities", dutch="Ruzie onder de trekkers.",
                       english="A quarrel among those who organise.")
        if (ends & (left > 0)).any():
            yield Note(where=ends & (left > 0), item="key_activities", dutch="Een deel van de trekkers is opgestapt.",
                       english="Part of those who organise have left.")
