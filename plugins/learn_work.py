"""Learn-work places: pupils do the simpler work, and as many may as there are paid people to coach them.

Seed 000 names such places. A coach has room for some of them (REI-009) and is paid by the enterprise, holidays or not;
for them no supervisor is needed, so costs by the supervisor fall by their part of all places. Coaches come and go with
the school year: one more when no place is free and there is money for half a year of wage, one fewer when there is no
need. In school holidays pupils stay away, and the work of their team with them.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Effect, Id, Note, Payment, Quantity, Stream, Text, Update, cents, hookimpl,
                            in_school_holidays, plugin, unknown)

SCHOOL_YEAR = 35                                    # the week of the calendar in which all schools are back


@plugin
class LearnWork:
    """No more people in ``team`` than its coaches have room for; coaches are paid; in school holidays pupils are
    away."""

    dutch: Text = "Leer-werkplaatsen onder begeleiding"
    english: Text = "Learn-work places under a coach"
    team: Id
    start: Day = date(2013, 9, 2)
    ratio: Quantity = Quantity(value=10, low=7, high=14, unit="people/supervisor", evidence="source", source="REI-009")
    coaches: Quantity = Quantity(value=1, low=1, high=2, unit="FTE", evidence="assumption", source="to begin with")
    hours: Quantity = Quantity(value=26, low=24, high=28, unit="hours/week", evidence="assumption",
                               source="productive hours of a full-time coach: 1,350 a year (STA-001)")
    wage: Quantity = Quantity(value=42, low=36, high=50, unit="EUR/hour", evidence="source", source="STA-002")
    buffer: Quantity = Quantity(value=26, low=13, high=52, unit="weeks", evidence="assumption",
                                source="of wage that has to be in hand before one more is hired")
    summer: Quantity = Quantity(value=6, low=5, high=8, unit="weeks", evidence="assumption",
                                source="summer holidays: six weeks at schools, some more at colleges")

    dutch_about = ("Leerlingen doen het eenvoudige werk, niet meer dan er betaalde begeleiders voor zijn; in "
                   "schoolvakanties zijn ze er niet.")
    fits = "compiratie"
    fragment = "{use: learn_work, with: {team: kr-pc-advisers}}"

    @hookimpl
    def check(self, spec):
        """The team is there."""
        known = [one.id for one in spec.canvas.key_resources if one.sim and one.sim.team]
        yield from unknown(spec, "learn_work", "team", self.team, known)

    @hookimpl
    def brings(self, spec, numbers):
        """How many coaches there are and can be of use, and which part of all places pupils have."""
        teams = {one.id: one.sim.team for one in spec.canvas.key_resources if one.sim and one.sim.team}
        places = {id: team.places.value for id, team in teams.items()}
        yield Stream(name="learn_work.coaches", payer="enterprise:cash", payee="staff", item=self.team, bill=True)
        yield Column(name="coaches", start=-1)
        yield Column(name="places", start=places[self.team])
        yield Column(name="part", start=places[self.team] / max(1e-9, sum(places.values())))

    def there(self, week):
        """(R,) coaches now: those to begin with, until the first school year has decided."""
        now = week.columns["coaches"]
        return np.where(now < 0, week.numbers("coaches"), now)

    @hookimpl
    def plan(self, week):
        """Room under the coaches there are; nobody of them at work in school holidays."""
        if week.date < self.start:
            return
        room = np.floor(self.there(week) * week.numbers("ratio"))
        yield Effect(target=f"people.{self.team}", cap=room, because="as many as coaches have room for")
        away = in_school_holidays(week.date, np.round(week.numbers("summer")))
        if np.any(away):
            yield Effect(target=f"attendance.{self.team}", scale=1.0 - away, because="school holidays")
        for one in (one for one in week.spec.canvas.costs if one.sim and one.sim.per == "supervisor"):
            yield Effect(target=f"cost.{one.id}", scale=1 - week.columns["part"], because="coaches guide the pupils")

    @hookimpl
    def settle(self, week):
        """Coaches are paid; as the school year begins one comes, or one goes."""
        if week.date < self.start:
            return
        coaches, ratio = self.there(week), week.numbers("ratio")
        wage = cents(coaches * week.numbers("hours") * week.numbers("wage"))
        yield Payment(stream="learn_work.coaches", cents=np.where(week.alive, wage, 0))
        if week.date.isocalendar().week != SCHOOL_YEAR:
            return
        one = week.numbers("hours") * week.numbers("wage")
        full = (week.tally["places.free"] < 0.5) & (coaches * ratio < week.columns["places"])
        more = week.alive & full & (week.tally["cash"] >= week.numbers("buffer") * one)
        fewer = week.alive & (coaches > 1) & (week.tally["members"] <= (coaches - 1) * ratio)
        yield Update(column="coaches", values=coaches + more - fewer)
        yield Note(where=more, item=self.team, dutch="Er komt een begeleider bij: er is plaats voor meer leerlingen.",
                   english="There is one more coach, so room for more pupils.")
        yield Note(where=fewer, item=self.team, dutch="Er gaat een begeleider weg: er zijn te weinig leerlingen.",
                   english="A coach leaves, as there are too few pupils.")
