"""From 1 January 2015 on sheltered work takes in nobody new, subsidies have one rule, and people may be asked to work.

Who would have gone into sheltered work (Wsw) or on a benefit for the young disabled (Wajong) comes on benefit from
the municipality. A wage subsidy is what the wage value lacks, at most 70 % (Participatiewet art. 10d, BIJ-018). By an
ordinance of its own (art. 9) the municipality asks people on benefit to do something useful; some it sends to the
enterprise, which takes them in as far as it has places. Norms (BIJ-002 to BIJ-004) are dated in the neighbourhood.
"""

from datetime import date

import numpy as np

from simcore.plugin import Day, Effect, Note, Problem, Quantity, Shock, Text, hookimpl, plugin


@plugin
class ParticipationAct:
    """From ``start`` on more people come on benefit, a subsidy is what is lacking, and people are sent."""

    dutch: Text = "De Participatiewet"
    english: Text = "The Participation Act"
    start: Day = date(2015, 1, 1)
    most: Quantity = Quantity(value=0.70, unit="share", evidence="source", source="BIJ-018", note="of the minimum wage")
    worth: Quantity = Quantity(value=0.51, low=0.50, high=0.75, unit="share", evidence="source", source="BIJ-019",
                               note="of the minimum wage: what people with a subsidy are worth to who employs them")
    closed: Quantity = Quantity(value=0.4, low=0.15, high=0.8, unit="per 1000/year", evidence="assumption",
                                source="of residents, who would have had the Wsw or the Wajong: some 6,000 a year")
    asked: Quantity = Quantity(value=0.10, low=0, high=0.40, unit="share/year", evidence="open",
                               source="of people on benefit, of whom the municipality asks something in return",
                               question="Van hoeveel mensen met een uitkering vraagt de gemeente een tegenprestatie?")
    here: Quantity = Quantity(value=0.2, low=0, high=0.5, unit="share", evidence="assumption",
                              source="of them, sent to the enterprise: there are other places to do something useful")

    dutch_about = ("Vanaf 1 januari 2015 komen er geen nieuwe mensen meer in de sociale werkplaats, geldt één regel "
                   "voor loonkostensubsidie en mag de gemeente een tegenprestatie vragen.")
    fits = "haarlems_gemak"
    fragment = "{use: participation_act, with: {start: 2015-01-01}}"

    @hookimpl
    def check(self, spec):
        """Somebody must take in who is sent, if there is a team."""
        has = [one.sim for one in (*spec.canvas.key_activities, *spec.canvas.key_resources) if one.sim]
        if any(getattr(one, "team", None) for one in has) and not any(getattr(one, "recruiting", None) for one in has):
            yield Problem(spec.model_file, 0, 0, "participation_act: there is a team, but nobody takes people in",
                          instead="give a key activity a part recruiting, or leave the plugin out")

    @hookimpl
    def brings(self, spec, numbers):
        """When it begins."""
        yield Shock(name="participation_act", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def plan(self, week):
        """Three rules: the subsidy is what the wage value lacks, more people come on benefit, and some are sent."""
        if week.date < self.start:
            return
        lacks = np.minimum(week.numbers("most"), 1 - week.numbers("worth"))
        yield Effect(target="labour.most_subsidy", set=lacks, because="the subsidy is what the wage value lacks")
        comes = sum(week.numbers(f"neighbourhood.assistance.{leaf}") for leaf in ("exit_all", "other_outflow"))
        more = week.tally["residents"] * week.numbers("closed") / 1000
        yield Effect(target="benefit.inflow", scale=1 + more / np.maximum(week.tally["on_benefit"] * comes, 0.1),
                     cap=10,
                     because="no new places in the Wsw, and hardly any in the Wajong")
        for one in (one for one in week.spec.canvas.key_activities if one.sim and one.sim.recruiting):
            ask = hazard(week.numbers(f"key_activities.{one.id}.recruiting.join"))
            sent = hazard(week.numbers("asked") * week.numbers("here"))
            yield Effect(target="joins", scale=1 + sent / np.maximum(ask, 0.001), cap=10, because="people are sent")

    @hookimpl
    def settle(self, week):
        """The diary says when it begins."""
        if week.since(self.start) == 0:
            yield Note(dutch="De Participatiewet gaat in.", item="neighbourhood.assistance",
                       english="The Participation Act begins.")


def hazard(share):
    """A yearly share as a hazard a year; hazards of two causes add up."""
    return -np.log(1 - np.minimum(share, 0.999))
