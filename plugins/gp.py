"""The general practitioner as the place where people are found: in a consultation somebody is told of the enterprise.

Seed 001 (1 February 2013): practices are ever more often where certain people and questions are found. Who is limited,
old or ill comes there often, so hears of it sooner; but a doctor has only some minutes a week for it, and needs none
for those who know it already. So at first the minutes are the limit, and later what people do with it.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Id, Problem, Quantity, Text, hookimpl, plugin

KINDS = ("limited", "old", "temporary_care")
CONTACTS = "own knowledge, to be checked: Nivel, contacts with the practice in 2013; the mean was about four a year"


@plugin
class Gp:
    """Raises how often people who are limited, old or ill hear of it, beside what ``channels`` tell from outside."""

    dutch: Text = "De huisarts als vindplaats"
    english: Text = "The GP as the place where people are found"
    channels: list[Id]
    start: Day = date(2013, 2, 1)
    limited: Quantity = Quantity(value=9, low=6, high=14, unit="per year", evidence="assumption", source=CONTACTS)
    old: Quantity = Quantity(value=8, low=6, high=11, unit="per year", evidence="assumption", source=CONTACTS)
    temporary_care: Quantity = Quantity(value=20, low=10, high=30, unit="per year", evidence="assumption",
                                        source="while somebody is ill: once in two or three weeks")
    share_limited: Quantity = Quantity(value=0.12, low=0.10, high=0.14, unit="share", evidence="source",
                                       source="HLT-002",
                                       note="derived: of residents; 15.3 % of those of 18 and over")
    share_old: Quantity = Quantity(value=0.16, low=0.15, high=0.17, unit="share", evidence="source",
                                   source="POP-018, POP-019")
    mentioned: Quantity = Quantity(value=0.25, low=0.05, high=0.5, unit="share", evidence="open",
                                   source="of consultations in which the doctor would bring it up",
                                   question="Bij welke vragen wijst de huisarts op de wijkservice, en hoe vaak?")
    taken: Quantity = Quantity(value=0.3, low=0.1, high=0.6, unit="share", evidence="assumption",
                               source="of those who are told, who remember it")
    minutes: Quantity = Quantity(value=2, low=1, high=5, unit="minutes", evidence="assumption",
                                 source="to bring it up, of ten")
    room: Quantity = Quantity(value=15, low=5, high=60, unit="minutes", evidence="assumption",
                              source="that a full-time doctor has for it in a week")
    patients: Quantity = Quantity(value=2350, low=2100, high=2600, unit="people", evidence="assumption",
                                  source="of a full-time doctor: the norm of those years, from memory")

    dutch_about = "Wie een beperking heeft, oud of ziek is, hoort ervan bij de huisarts, zolang die er tijd voor heeft."
    fits = "haarlems_gemak"
    fragment = "{use: gp, with: {channels: [ch-street]}}"

    @hookimpl
    def check(self, spec):
        """``channels`` are those by which people hear of it from outside: what a doctor adds is measured beside
        them."""
        there = [one.id for one in spec.canvas.channels if one.sim and one.sim.outside is not None]
        if not there:
            yield Problem(spec.model_file, 0, 0, "gp: no channel tells of the enterprise from outside",
                          instead="give a channel a line outside: in its sim")
        elif sorted(self.channels) != sorted(there):
            yield Problem(spec.model_file, 0, 0,
                          f"gp: names {', '.join(self.channels) or 'none'} in channels, which are not all of them",
                          instead=f"write channels: [{', '.join(there)}]")

    @hookimpl
    def brings(self, spec, numbers):
        """Whom the channels reach by speaking to everyone: what a doctor tells comes on top of that."""
        canvas = spec.canvas
        kinds = {one.id: one.sim.who for one in canvas.customer_segments if one.sim}
        told = {kinds.get(id) for one in canvas.channels if one.id in self.channels
                for id in one.for_.customer_segments or kinds}
        for kind in KINDS:
            yield Column(name=f"heard already: {kind}", start=float("everyone" in told and kind not in told))

    @hookimpl
    def plan(self, week):
        """How often each kind of household now hears, as factor of what channels tell."""
        if week.date < self.start:
            return
        new = 1 - week.tally["aware"] / np.maximum(1, week.tally["homes"])
        people = {"limited": week.numbers("share_limited") * week.tally["residents"],
                  "old": week.numbers("share_old") * week.tally["residents"], "temporary_care": week.tally["ill"]}
        told = sum(week.numbers(kind) / 52 * people[kind] for kind in KINDS) * week.numbers("mentioned") * new
        room = week.numbers("room") * week.tally["residents"] / week.numbers("patients")
        part = np.minimum(1, room / np.maximum(1e-9, told * week.numbers("minutes")))
        street = np.maximum(1e-3, sum(week.numbers(f"channels.{one}.outside") for one in self.channels))
        for kind in KINDS:
            finds = week.numbers(kind) * week.numbers("mentioned") * week.numbers("taken") * part
            more = np.where(finds > 0, week.columns[f"heard already: {kind}"] + finds / street, 0.0)
            yield Effect(target=f"hearing.{kind}", add=more, cap=10.0, because="the GP tells of it")
