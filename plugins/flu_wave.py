"""Each winter a wave of flu passes through the district: it rises, burns out, and keeps people at home for a week.

Each who has it infects so many others a week that a wave rises while enough people can still catch it, and then falls
by itself. Who works here falls ill more often than others: sickness absence in sheltered work is 13 % and of all
employees 3.9 % (REI-013, REI-014). Who is ill is at home for a week; a few cannot do their housework for many weeks.
"""

from datetime import date

import numpy as np

from simcore.plugin import Column, Day, Effect, Measure, Note, Problem, Quantity, Shock, Text, Update, hookimpl, plugin


@plugin
class FluWave:
    """Once each winter from ``start`` on, in a week that luck decides, a wave begins; a weak one dies out."""

    dutch: Text = "Een griepgolf in de winter"
    english: Text = "A wave of flu in winter"
    start: Day = date(2013, 9, 1)
    spread: Quantity = Quantity(value=2.2, low=1.2, high=2.6, unit="people", evidence="assumption",
                                source="whom one who has it infects in a week, while nobody is immune")
    immune: Quantity = Quantity(value=0.30, low=0.2, high=0.4, unit="share", evidence="assumption",
                                source="of people, who cannot catch it this winter: they had it, or a flu jab")
    sick: Quantity = Quantity(value=0.15, low=0.05, high=0.30, unit="share", evidence="assumption",
                              source="of who has it, at home for a week; others hardly notice it")
    workers: Quantity = Quantity(value=3.3, low=2.9, high=3.8, unit="factor", evidence="source",
                                 source="REI-013, REI-014",
                                 note="derived: 13 / 3.9 (12 / 4.1 to 14.5 / 3.8); how much more people at work here "
                                      "are away than other people")
    long: Quantity = Quantity(value=0.02, low=0.005, high=0.05, unit="share", evidence="assumption",
                              source="of who is at home with it, cannot do the housework for weeks: mostly the old")

    first: Quantity = Quantity(value=0.002, low=0.0005, high=0.005, unit="share", evidence="assumption",
                               source="of people, infected in the week a wave begins; of a tenth of that it is over")
    winter: Quantity = Quantity(value=8, low=4, high=12, unit="weeks", evidence="assumption",
                                source="from the first of December on, in which a wave may begin")

    dutch_about = ("Elke winter trekt een griepgolf door de wijk. Die groeit, dooft uit, en houdt mensen een week "
                   "thuis; een enkeling kan weken het huishouden niet doen.")
    fits = "haarlems_gemak"
    fragment = "{use: flu_wave, with: {start: 2013-09-01}}"

    @hookimpl
    def check(self, spec):
        """Where nobody falls ill anyhow, a wave has nothing to add to."""
        if not spec.place.needs.illness.value:
            yield Problem(spec.model_file, 0, 0, "flu_wave: nobody falls ill in this neighbourhood",
                          instead="give needs.illness a value above 0, or leave the plugin out")

    @hookimpl
    def brings(self, spec, numbers):
        """Shares of people: infected, and still able to catch it; and the week in which this winter's wave begins."""
        for name in ("infected", "ill", "open"):
            yield Column(name=name)
        yield Column(name="begins", start=-1)
        yield Measure(name="ill", dutch="mensen met griep", english="people with flu", unit="share", column="ill")
        yield Shock(name="flu_wave", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """Who has it stays away from work; a few of them fall ill for long."""
        ill = week.columns["ill"]
        if not ill.any():
            return
        yield Effect(target="attendance", scale=1 - np.minimum(0.9, week.numbers("workers") * ill), because="flu")
        usual = np.maximum(-np.log(1 - week.numbers("neighbourhood.needs.illness")) / 52, 1e-6)
        yield Effect(target="illness", add=np.minimum(8.0, week.numbers("long") * ill / usual), because="flu")

    @hookimpl
    def settle(self, week):
        """Next week those have it whom this week's infect, of who can catch it: 1 - exp(-spread x infected)."""
        if week.date < self.start:
            return
        winter = week.date.month == 12 and week.date.day < 8             # it begins: everybody as before
        begins = np.where(winter, week.number + np.floor(week.numbers("winter") * week.luck(0)), week.columns["begins"])
        rests = np.where(winter, 1 - week.numbers("immune"), week.columns["open"])
        caught = rests * -np.expm1(-week.numbers("spread") * week.columns["infected"])
        comes = week.number == begins
        first = week.numbers("first")
        has = np.where(comes, np.minimum(first, rests), np.where(caught < first / 10, 0.0, caught))
        yield Update(column="begins", values=begins)
        yield Update(column="infected", values=has)
        yield Update(column="ill", values=has * week.numbers("sick"))
        yield Update(column="open", values=rests - has)
        if comes.any():
            yield Note(where=comes, dutch="De griep begint rond te gaan.", item="neighbourhood.needs",
                       english="The flu begins to go around.")
