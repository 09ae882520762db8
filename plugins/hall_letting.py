"""Rooms are let in the hours the enterprise leaves free, to three groups of users: for nothing, for a part, for all.

A town asks 0, 35 or 100 % of the rent: nothing of who has no paid workers and makes no profit (COM-004). Those groups
book a year ahead and come first; who pays most gets what is left. Letting rooms is free of VAT (Wet OB
art. 11 lid 1 b).
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Id, Payment, Problem, Quantity, Section, Stream, Text, Update, cents, hookimpl,
                            in_summer_holidays, plugin, unknown)

GROUPS = ("free", "reduced", "full")


@plugin
class HallLetting:
    """Each week groups ask for hours of ``room``; free ones first, until its hours are full."""

    dutch: Text = "Zalen verhuren in drie tariefgroepen"
    english: Text = "Letting rooms in three tariff groups"
    room: Id
    start: Day = date(2013, 3, 4)
    hours: Quantity = Quantity(value=60, low=30, high=80, unit="hours/week", evidence="open",
                               source="that rooms could be let, all rooms together",
                               question="Welke ruimte mag je verhuren, en op welke uren?")
    own: Quantity = Quantity(value=30, low=10, high=50, unit="hours/week", evidence="assumption",
                             source="of these, used oneself")
    occupancy: Quantity = Quantity(value=0.35, low=0.25, high=0.5, unit="share", evidence="source", source="COM-010")
    rent: Quantity = Quantity(value=12, low=6.5, high=25, unit="EUR/hour", evidence="source", source="COM-003")
    part: Quantity = Quantity(value=0.35, unit="share", evidence="source", source="COM-004",
                              note="of the rent, for who has paid workers and makes no profit")
    free: Quantity = Quantity(value=0.4, low=0.1, high=0.7, unit="share", evidence="open",
                              source="of hours asked, by free groups",
                              question="Welke groepen betalen niets, en welke de hele huur?")
    full: Quantity = Quantity(value=0.3, low=0.1, high=0.3, unit="share", evidence="assumption",
                              source="by who pays all of it")

    dutch_about = "De ruimte wordt verhuurd in de uren die over zijn: voor niets, voor een deel of voor de hele huur."
    fits = "haarlems_gemak"
    fragment = "{use: hall_letting, with: {room: kr-rooms, start: 2013-03-04}}"

    @hookimpl
    def check(self, spec):
        """The room is there, and does not let itself already."""
        rooms = {one.id: one.sim for one in spec.canvas.key_resources if one.sim and (one.sim.area or one.sim.building)}
        fit = [id for id, sim in rooms.items() if not sim.building]
        if self.room in rooms and self.room not in fit:
            yield Problem(spec.model_file, 0, 0, f"hall_letting: '{self.room}' lets its rooms already, by its building",
                          instead="write room: " + (
                              " or ".join(fit) or "the id of a key resource with an area and no building"))
        else:
            yield from unknown(spec, "hall_letting", "room", self.room, fit, "key resource with an area")

    @hookimpl
    def brings(self, spec, numbers):
        """Two kinds of rent; and the hours of each group so far."""
        yield Stream(name="hall_letting.groups", payer="residents", payee="enterprise:cash", item=self.room)
        yield Stream(name="hall_letting.companies", payer="companies", payee="enterprise:cash", item=self.room)
        for name in GROUPS:
            yield Column(name=name)

    @hookimpl
    def settle(self, week):
        """Each group asks between nothing and twice its usual hours; what does not fit goes elsewhere."""
        if week.date < self.start or in_summer_holidays(week.date):                 # without groups
            return
        left = np.where(week.alive, np.maximum(week.numbers("hours") - week.numbers("own"), 0), 0)
        asked = week.numbers("hours") * week.numbers("occupancy")
        share = {"free": week.numbers("free"), "full": week.numbers("full")}
        share["reduced"] = np.maximum(1 - share["free"] - share["full"], 0)
        got = {}
        for n, name in enumerate(GROUPS):
            got[name] = np.minimum(left, np.round(asked * share[name] * 2 * week.luck(n)))
            left = left - got[name]
            yield Update(column=name, values=week.columns[name] + got[name])
        rent = week.numbers("rent")
        yield Payment(stream="hall_letting.groups", cents=cents(rent * week.numbers("part") * got["reduced"]))
        yield Payment(stream="hall_letting.companies", cents=cents(rent * got["full"]))

    @hookimpl
    def report(self, results):
        """Hours by group, and what the free ones did not have to pay."""
        hours = [results.columns[name].mean() for name in GROUPS]
        away = (results.columns["free"] * results.numbers("rent")).mean()
        yield Section(dutch="Zaalverhuur", english="Letting of rooms", dutch_head=("groep", "uren gemiddeld"),
                      english_head=("group", "hours on average"), rows=tuple(zip(("0 %", "35 %", "100 %"), hours)),
                      dutch_lines=(f"In dit model hoefden groepen {away:.0f} euro zaalhuur niet te betalen.",),
                      english_lines=(f"In this model groups did not have to pay rent of {away:.0f} euros.",))
