"""The rules against displacement are kept to: after a visit unpaid work is sold at a market price, or closed.

A participation place is for additional work that displaces nobody (WWB art. 10a, BIJ-012; Participatiewet art. 10a from
2015 on). How that is seen to the law does not say: here an inspector warns at a first visit, and some weeks later what
people in such places do may not be cheaper than what companies ask. Who still sells much of it at a next visit must
close that service: as a small sideline it is let be. All of that is an assumption. (The strict reading of the law by
the model itself, ``law: strict``, ends the places at once.)
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Note, Problem, Quantity, Shock, Text, Update, hookimpl, plugin, weekly

UNPAID = "participation_place"                  # the law is about these; volunteers it leaves alone
FREE = 1e9                                      # the week of a visit that has not been


@plugin
class DisplacementRules:
    """From ``start`` on inspectors come by with a chance a year; the first visit warns, a later one may close."""

    dutch: Text = "De regels tegen verdringing worden gehandhaafd"
    english: Text = "The rules against displacement are enforced"
    start: Day = date(2014, 1, 1)
    visits: Quantity = Quantity(value=0.5, low=0.1, high=0.9, unit="share/year", evidence="open",
                                source="chance that somebody comes to look within a year; 10 % without such a rule",
                                question="Wie controleert of mensen met een uitkering gewoon werk doen, en hoe vaak?")
    warning: Quantity = Quantity(value=8, low=4, high=26, unit="weeks", evidence="assumption",
                                 source="between the first visit and the day from which prices must be right")
    market: Quantity = Quantity(value=1, low=0.8, high=1, unit="share", evidence="assumption",
                                source="of what companies ask, from where an inspector finds that nobody is displaced")
    small: Quantity = Quantity(value=20, low=5, high=40, unit="hours/week", evidence="assumption",
                               source="of one service, what is let be as a sideline: some half a regular job")

    dutch_about = ("Werk van mensen op een participatieplaats mag na een waarschuwing niet goedkoper zijn dan bij een "
                   "bedrijf. Wie er dan nog veel van verkoopt, moet die dienst sluiten.")
    fits = "haarlems_gemak"
    fragment = "{use: displacement_rules, with: {start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """Somebody in a participation place sells something."""
        if not list(self.sold(spec)):
            yield Problem(spec.model_file, 0, 0,
                          "displacement_rules: nobody in a participation place does work here that is sold",
                          instead="leave the plugin out, or let a team work in participation places")

    def sold(self, spec):
        """(service, path of the market price, path of minutes or nothing) of what people in such places sell."""
        unpaid = {one.id for one in spec.canvas.key_resources
                  if one.sim and one.sim.team and one.sim.team.contract == UNPAID}
        priced = {id: one.sim for one in spec.canvas.revenue_streams if one.sim and one.sim.price
                  for id in one.for_.value_propositions}
        for one in spec.canvas.value_propositions:
            if one.sim and one.sim.team in unpaid and one.sim.activity and one.id in priced:
                need = f"neighbourhood.needs.activities.{one.sim.activity}"
                yield one.id, f"{need}.prices.commercial", f"{need}.minutes" if priced[one.id].per == "job" else ""

    @hookimpl
    def brings(self, spec, numbers):
        """The week of the first visit; and of each service whether it was closed."""
        yield Column(name="warned", start=FREE)
        for service, *_ in self.sold(spec):
            yield Column(name=service)
        yield Shock(name="displacement_rules", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """At least a market price once the warning is over; shut what was closed."""
        bound = week.number >= week.columns["warned"] + week.numbers("warning")
        if not bound.any():
            return
        for service, price, minutes in self.sold(week.spec):
            closed = week.columns[service]
            least = week.numbers("market") * week.numbers(price) * (week.numbers(minutes) / 60 if minutes else 1)
            yield Effect(target=f"price.{service}", floor=np.where(bound, least, 0.0),
                         because="not cheaper than companies")
            if closed.any():
                yield Effect(target=f"open.{service}", scale=1 - closed, because="closed: it displaces paid work")

    @hookimpl
    def settle(self, week):
        """A visit: the first one warns; one after the warning closes what is sold for more hours than a sideline."""
        if week.date < self.start:
            return
        visit = week.alive & (week.luck(0) < weekly(week.numbers("visits")))
        warned = week.columns["warned"]
        first, again = visit & (warned == FREE), visit & (week.number >= warned + week.numbers("warning"))
        yield Update(column="warned", values=np.where(first, week.number + 1, warned))
        for service, closed in week.columns.items():
            if service != "warned":
                much = again & (closed == 0) & (week.tally[f"hours.{service}"] > week.numbers("small"))
                yield Update(column=service, values=np.where(much, 1.0, closed))
                if much.any():
                    yield Note(where=much, item=service,
                               dutch="Deze dienst moet dicht: hij verdringt betaald werk.",
                               english="This service must close: it displaces paid work.")
        if first.any():
            yield Note(where=first, item="key_resources", dutch="Een inspecteur waarschuwt: dit werk is te goedkoop.",
                       english="An inspector warns: this work is too cheap.")
