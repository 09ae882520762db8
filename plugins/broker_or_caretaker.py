"""A social broker or a social caretaker for the same money: who connects people, or who keeps the building open.

In seed 002 the city set these two apart: brokers bind residents and support what they begin, caretakers see to the
daily running of centres. A caretaker's hour costs less, so the same money buys more of them. A broker asks people along
and tells of the enterprise; a caretaker takes over work that organisers and those who open the building would do, so
fewer burn out.
"""

from dataclasses import field
from datetime import date
from typing import Literal

import numpy as np

from simcore.plugin import (Day, Effect, Id, Payment, Quantity, Stream, Text, cents, ends_after, hookimpl, plugin,
                            unknown)


@plugin
class BrokerOrCaretaker:
    """From ``start`` until the contract ends the municipality gives a broker or a caretaker beside ``organising``."""

    dutch: Text = "Sociaal makelaar of sociaal beheerder"
    english: Text = "Social broker or social caretaker"
    choice: Literal["broker", "caretaker"] = "broker"
    organising: Id
    building: Id
    channels: list[Id] = field(default_factory=list)
    start: Day = date(2014, 1, 1)
    end: Day = date(2017, 1, 1)
    budget: Quantity = Quantity(value=5, low=2, high=20, unit="EUR/resident/year", evidence="assumption",
                                source="a part for this enterprise; in Utrecht brokers had 17 to 20 (STA-007)")
    broker: Quantity = Quantity(value=49, low=42, high=58, unit="EUR/hour", evidence="source", source="STA-003")
    caretaker: Quantity = Quantity(value=31, low=26, high=37, unit="EUR/hour", evidence="source", source="STA-001")
    met: Quantity = Quantity(value=1, low=0.5, high=3, unit="per hour", evidence="assumption",
                             source="households a broker speaks with")
    remember: Quantity = Quantity(value=0.5, low=0.2, high=0.8, unit="share", evidence="assumption",
                                  source="of those, who then know the enterprise")
    help_too: Quantity = Quantity(value=0.01, low=0.002, high=0.03, unit="share", evidence="open",
                                  source="of those, who become a volunteer",
                                  question="Hoeveel nieuwe vrijwilligers brengt een sociaal makelaar in een jaar aan?")
    taken_over: Quantity = Quantity(value=0.6, low=0.3, high=0.9, unit="share", evidence="assumption",
                                    source="of a caretaker's hours, that take work off residents")

    dutch_about = ("Voor hetzelfde geld een makelaar, die mensen vraagt en van de onderneming vertelt, of een "
                   "beheerder, die vrijwilligers werk uit handen neemt.")
    fits = "wijkonderneming"
    fragment = "{use: broker_or_caretaker, with: {choice: caretaker, organising: ka-organising, building: kr-centre}}"

    @hookimpl
    def check(self, spec):
        """There are volunteers and a building; ``channels`` are those by which people hear of it from outside."""
        canvas = spec.canvas
        there = {"organising": [one.id for one in canvas.key_activities if one.sim and one.sim.volunteering],
                 "building": [one.id for one in canvas.key_resources if one.sim and one.sim.building],
                 "channels": [one.id for one in canvas.channels if one.sim and one.sim.outside is not None]}
        for key, named in (("organising", [self.organising]), ("building", [self.building]), ("channels",
                                                                                              self.channels)):
            yield from unknown(spec, "broker_or_caretaker", key, named, there[key])
        yield from ends_after(spec, "broker_or_caretaker", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """One stream: work the enterprise is given, at what it costs the municipality."""
        yield Stream(name="broker_or_caretaker.given", payer="municipality:wmo", payee="enterprise:work in kind",
                     item="plugins.broker_or_caretaker", tier="B", kind="kind")

    def hours(self, week):
        """(R,) hours a week that the money buys."""
        return week.tally["residents"] * week.numbers("budget") / 52 / week.numbers(self.choice)

    @hookimpl
    def plan(self, week):
        """A broker brings people, beside those who come by themselves; a caretaker lightens what they carry."""
        if not self.start <= week.date < self.end:
            return
        work, door = f"key_activities.{self.organising}.volunteering", f"key_resources.{self.building}.building"
        hours = self.hours(week)
        if self.choice == "broker":
            spoken = hours * 52 * week.numbers("met")                                     # households a year
            invited = week.tally["volunteers"] * week.numbers(f"{work}.invite")         # a year, by themselves
            more = np.where(invited > 0, spoken * week.numbers("help_too") / np.maximum(invited, 1e-9), 0.0)
            yield Effect(target="volunteers.join", scale=np.minimum(10.0, 1 + more),
                         because="a broker asks people along")
            if self.channels:
                street = np.maximum(1e-3, sum(week.numbers(f"channels.{one}.outside") for one in self.channels))
                heard = spoken / np.maximum(1, week.tally["homes"]) * week.numbers("remember")
                yield Effect(target="hearing", scale=np.minimum(10.0, 1 + heard / street),
                             because="a broker tells of it")
        else:
            opening = week.numbers(f"{door}.opening") * week.numbers(f"{door}.helpers")
            carried = week.numbers(f"{work}.organising") + opening
            relief = np.minimum(1, hours * week.numbers("taken_over") / np.maximum(1e-9, carried))
            yield Effect(target="volunteers.stop", scale=np.power(1 - relief, week.numbers(f"{work}.load_power")),
                         because="a caretaker takes work over")

    @hookimpl
    def settle(self, week):
        """What the work costs, given in kind while there is an enterprise."""
        if self.start <= week.date < self.end:
            worth = cents(self.hours(week) * week.numbers(self.choice))
            yield Payment(stream="broker_or_caretaker.given", cents=np.where(week.alive, worth, 0))
