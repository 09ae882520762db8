"""On 1 January 2015 guidance and day care at home go from the AWBZ to the municipality, with less money.

Who has an indication keeps it while the transition lasts (Wmo 2015, chapter 8: until 1 January 2016 at the latest),
so the municipality pays for all of it out of less, at first. As indications end less is given, and what falls away is
looked for nearby: so many hours of groceries and meals more, spread over all households, as the model does not know who
had guidance. Who lost a place by day asks for one elsewhere; here places are taken by people on benefit, so that those
who lost it and have another income are not followed, and somebody on benefit takes their place.

The model knows no guidance before 2015 either. So what changed is booked and nothing else: what the municipality is
given less than the AWBZ paid, and what care providers are paid less. In the end they bear the cut, and the treasury
saves it.

Seeds 000 and 001 name the transition; no row of figures says how many had guidance, so that is an assumption. The cut
in household help of the same year is ``wmo_cut``; its own contribution of 2015 (WMO-046) is in the neighbourhood.
"""

from datetime import date

import numpy as np

from simcore.plugin import (Column, Day, Effect, Measure, Note, Payment, Problem, Quantity, Shock, Stream, Text, Update,
                            cents, hookimpl, plugin)

NEEDS = ("groceries", "cooking")                # what guidance at home helps with, of what people can ask for here


@plugin
class AwbzToWmo:
    """From ``start`` on the budget is cut; indications end evenly over ``transition``, each by the same part."""

    dutch: Text = "Begeleiding en dagbesteding gaan van de AWBZ naar de Wmo"
    english: Text = "Guidance and day care go from the AWBZ to the Wmo"
    start: Day = date(2015, 1, 1)
    transition: Quantity = Quantity(value=52, unit="weeks", evidence="fact", source="Wmo 2015, chapter 8 (transition)",
                                    note="an indication holds until 1 January 2016 at the latest")
    cut: Quantity = Quantity(value=0.25, low=0.10, high=0.25, unit="share", evidence="open",
                             source="a quarter in the coalition agreement of 2012; less was taken in 2015, from memory",
                             question="Hoeveel minder geld krijgt de gemeente voor begeleiding en dagbesteding?")
    clients: Quantity = Quantity(value=13, low=8, high=16, unit="per 1000", evidence="assumption",
                                 source="of residents, with guidance or day care at home: some 220,000 people in 2012")
    hours: Quantity = Quantity(value=4, low=2, high=8, unit="hours/week", evidence="assumption",
                               source="of one client: guidance at home, and day care with others")
    tariff: Quantity = Quantity(value=45, low=35, high=60, unit="EUR/hour", evidence="assumption",
                                source="what an hour of guidance cost in the AWBZ")
    by_day: Quantity = Quantity(value=0.5, low=0.3, high=0.7, unit="share", evidence="assumption",
                                source="of these hours, in day care")
    nearby: Quantity = Quantity(value=0.5, low=0.2, high=0.8, unit="share", evidence="open",
                                source="of the hours at home that fall away, looked for elsewhere",
                                question="Wie doet het als er minder begeleiding komt: de buurt, familie of niemand?")

    dutch_about = ("Op 1 januari 2015 gaan begeleiding en dagbesteding van de AWBZ naar de gemeente, met minder geld. "
                   "In een jaar loopt af wat mensen nog hadden.")
    fits = "haarlems_gemak"
    fragment = "{use: awbz_to_wmo, with: {start: 2015-01-01}}"

    @hookimpl
    def check(self, spec):
        """What falls away at home is looked for as needs that the neighbourhood must have."""
        there = {need.id for need in spec.place.needs.activities}
        for need in NEEDS:
            if need not in there:
                yield Problem(spec.model_file, 0, 0, f"awbz_to_wmo: the neighbourhood has no need called '{need}'",
                              instead="give it that need, or leave the plugin out")

    @hookimpl
    def brings(self, spec, numbers):
        """What the municipality misses of what the AWBZ cost, and what it pays care providers less."""
        for name, payer, payee in (("less_budget", "municipality:wmo", "treasury"),
                                   ("less_guidance", "care provider", "municipality:wmo")):
            yield Stream(name=f"awbz_to_wmo.{name}", payer=payer, payee=payee, item="neighbourhood.wmo")
        yield Column(name="lost")
        yield Measure(name="lost", dutch="begeleiding en dagbesteding die wegvallen", unit="hours/week", column="lost",
                      english="guidance and day care that fall away")
        yield Shock(name="awbz_to_wmo", start=self.start, dutch=self.dutch, english=self.english)

    def ended(self, week):
        """(R,) share of indications that has ended."""
        return np.clip(week.since(self.start) / week.numbers("transition"), 0, 1)

    def had(self, week):
        """(R,) clients there were before."""
        return week.tally["residents"] * week.numbers("clients") / 1000

    @hookimpl
    def plan(self, week):
        """Who lost hours at home looks for them elsewhere; who lost a place by day asks for one here."""
        if week.date < self.start:
            return
        fewer = self.had(week) * week.numbers("cut") * self.ended(week)
        at_home = fewer * week.numbers("hours") * (1 - week.numbers("by_day")) * week.numbers("nearby")
        there = np.maximum(sum(week.tally[f"need.{need}"] for need in NEEDS), 1)            # hours a week, of all homes
        for need in NEEDS:
            yield Effect(target=f"need.{need}", scale=np.minimum(3.0, 1 + at_home / there),
                         because="less guidance at home")
        yield Effect(target="joins", because="who lost day care asks for a place",
                     scale=1 + fewer * week.numbers("by_day") / np.maximum(week.tally["on_benefit"], 1), cap=10)

    @hookimpl
    def settle(self, week):
        """The budget is cut at once; what is paid falls by as much only as indications end."""
        if week.date < self.start:
            return
        cut, hours = week.numbers("cut"), self.had(week) * week.numbers("hours")
        for name, part in (("less_budget", 1.0), ("less_guidance", self.ended(week))):
            yield Payment(stream=f"awbz_to_wmo.{name}", cents=cents(hours * week.numbers("tariff") * cut * part))
        yield Update(column="lost", values=hours * cut * self.ended(week))
        if week.since(self.start) == 0:
            yield Note(item="neighbourhood.wmo",
                       dutch="Begeleiding en dagbesteding zijn nu van de gemeente, met minder geld.",
                       english="Guidance and day care are now the municipality's, with less money.")
