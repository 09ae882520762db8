"""A building the municipality has no use for any more: sold, let for a fee, or lived in by caretakers (anti-kraak).

Seed 000 (September 2013) names these as what to do with centres that shrinking welfare work leaves. Sold, it closes and
the owner has its price. Let, residents go on and pay a fee for each square metre. With caretakers a part is lived in:
they bear its costs and pay a little, so many rooms fewer are let, what was held there gives way, and all of it ends
with a month's notice once a buyer comes.
"""

from dataclasses import field
from datetime import date
from typing import Literal

import numpy as np

from simcore.plugin import (Account, Column, Day, Effect, Id, Note, Payment, Quantity, Shock, Stream, Text, Update,
                            cents, hookimpl, plugin, unknown, weekly)

USED, NOTICE, SOLD = 0, 1, 2


@plugin
class BuildingUse:
    """From ``start`` ``building`` is sold, let (``rent`` is its cost line) or lived in: each of its lines by the square
    metre is then less, and so is what is let; ``give_way`` lose their room."""

    dutch: Text = "Wat er met het gebouw gebeurt"
    english: Text = "What becomes of the building"
    building: Id
    rent: Id
    give_way: list[Id] = field(default_factory=list)
    use: Literal["sold", "let", "caretakers"] = "caretakers"
    owner: Text = "landlord"
    start: Day = date(2014, 1, 1)
    fee: Quantity = Quantity(value=80, low=15, high=180, unit="EUR/m2/year", evidence="source", source="COM-001")
    price: Quantity = Quantity(value=600, low=200, high=1200, unit="EUR", evidence="open",
                               source="for each square metre; a centre sells for less than homes",
                               question="Wat brengt het gebouw op als de gemeente het verkoopt?")
    lived_in: Quantity = Quantity(value=0.4, low=0.2, high=0.7, unit="share", evidence="assumption",
                                  source="of the square metres: the rooms, and not the hall")
    each: Quantity = Quantity(value=50, low=30, high=100, unit="m2", evidence="assumption",
                              source="where one caretaker lives")
    monthly: Quantity = Quantity(value=150, low=75, high=250, unit="EUR/month", evidence="assumption",
                                 source="what a caretaker of an empty building paid, from memory")
    buyer: Quantity = Quantity(value=0.3, low=0.1, high=0.6, unit="share/year", evidence="assumption",
                               source="chance a year that a buyer comes, in years in which homes sold slowly")
    notice: Quantity = Quantity(value=4, low=2, high=8, unit="weeks", evidence="assumption",
                                source="to go once it is sold: 28 days was usual in such a loan for use (BW 7A:1777)")

    dutch_about = ("Het gebouw wordt verkocht en gaat dicht, wordt verhuurd tegen een gebruiksvergoeding, of "
                   "anti-kraak bewoond tot er een koper is.")
    fits = "wijkonderneming"
    fragment = ("{use: building_use, with: {use: caretakers, building: kr-centre, rent: cost-rent, "
                "give_way: [ka-bingo], owner: kp-municipality, start: 2014-01-01}}")

    @hookimpl
    def check(self, spec):
        """The building has an area, its cost line is by the square metre, and what gives way is held there."""
        canvas, name = spec.canvas, self.building
        there = {"building": [one.id for one in canvas.key_resources if one.sim and one.sim.building and one.sim.area],
                 "rent": [one.id for one in canvas.costs if one.sim and one.sim.per == "m2"
                          and name in one.for_.key_resources],
                 "give_way": [one.id for one in canvas.key_activities
                              if one.sim and one.sim.gathering and one.sim.gathering.room == name]}
        for key, named in (("building", [name]), ("rent", [self.rent]), ("give_way", self.give_way)):
            yield from unknown(spec, "building_use", key, named, there[key])

    @hookimpl
    def brings(self, spec, numbers):
        """Who buys it and who lives there, what they pay the owner, and how far it has come."""
        yield Account(name="buyer of the building", dutch="koper van het gebouw", english="buyer of the building")
        yield Account(name="caretakers", dutch="bewoners die op het gebouw passen", english="caretakers who live there")
        for name, payer in (("sale", "buyer of the building"), ("caretakers", "caretakers")):
            yield Stream(name=f"building_use.{name}", payer=payer, payee=self.owner, item=self.building)
        yield Column(name="stage")
        yield Column(name="since")
        yield Shock(name="building_use", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """Closed once it is sold; a fee instead of the rent; or costs and rooms shared with who lives there."""
        if week.date < self.start:
            return
        sold = (week.columns["stage"] == SOLD) | (self.use == "sold")
        if sold.any():
            for what in ("open", "managed"):
                yield Effect(target=f"{what}.{self.building}", scale=np.where(sold, 0.0, 1.0),
                             because="it has been sold")
        if self.use == "let":
            yield Effect(target=f"cost.{self.rent}", set=week.numbers("fee"), because="a fee for its use")
        if self.use == "caretakers":
            lines = [one.id for one in week.spec.canvas.costs
                     if one.sim and one.sim.per == "m2" and self.building in one.for_.key_resources]
            for target in (*(f"cost.{line}" for line in lines), f"rooms.{self.building}"):
                yield Effect(target=target, scale=1 - week.numbers("lived_in"), because="caretakers live in a part")
            for one in self.give_way:
                yield Effect(target=f"open.{one}", scale=0.0, because="caretakers live in its room")

    @hookimpl
    def settle(self, week):
        """Caretakers pay the owner; a buyer comes with a chance a week, and pays once those who live there have
        gone."""
        if week.date < self.start or self.use == "let":
            return
        stage, since = week.columns["stage"], week.columns["since"]
        area = week.numbers(f"key_resources.{self.building}.area")
        people = np.floor(area * week.numbers("lived_in") / week.numbers("each"))
        rent = cents(people * week.numbers("monthly") * 12 / 52)
        lived = (stage != SOLD) & (self.use == "caretakers")
        yield Payment(stream="building_use.caretakers", cents=np.where(lived, rent, 0))
        comes = lived & (stage == USED) & (week.luck(0) < weekly(week.numbers("buyer")))
        left = (stage == NOTICE) & (week.number - since >= week.numbers("notice"))
        gone = left | (stage == USED) & (self.use == "sold")
        yield Payment(stream="building_use.sale", cents=np.where(gone, cents(area * week.numbers("price")), 0))
        yield Update(column="stage", values=np.where(gone, SOLD, np.where(comes, NOTICE, stage)))
        yield Update(column="since", values=np.where(comes, week.number, since))
        yield Note(where=comes, item=self.building,
                   dutch="Er is een koper voor het gebouw: wie er woont krijgt een maand.",
                   english="There is a buyer for the building: those who live there have a month.")
        yield Note(where=gone, item=self.building, dutch="Het gebouw is verkocht en gaat dicht.",
                   english="The building is sold and closes.")
