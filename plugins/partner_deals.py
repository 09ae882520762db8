"""Deals made with partners at a meeting: what others have left over, tools on loan, a room for a while.

Each pair of a member and a partner comes to a deal with the same small chance. A deal makes one cost line some per
cent cheaper, for some weeks; several deals on a line go over each other, down to a floor. What a line so costs less is
what those partners give: help in kind (tier B).
"""

from math import ceil

from simcore.plugin import (Account, Column, Effect, Id, Note, Payment, Quantity, Stream, Text, Update, cents,
                            each_once, hookimpl, plugin, unknown)

GIVERS = "partners who give and lend"


@plugin
class PartnerDeals:
    """Deals at ``gathering``, on the cost lines named; all of it an assumption, as the text gives no number."""

    dutch: Text = "Afspraken met partners op een bijeenkomst"
    english: Text = "Deals with partners at a meeting"
    gathering: Id
    lines: list[Id]
    partners: Quantity = Quantity(value=12, low=4, high=30, unit="people", evidence="open",
                                  source="those who come; the text asks who is not a partner",
                                  question="Hoeveel partners komen er op de borrel?")
    chance: Quantity = Quantity(value=0.05, low=0.01, high=0.15, unit="share", evidence="assumption",
                                source="of a pair of a member and a partner, at one meeting")
    cheaper: Quantity = Quantity(value=0.05, low=0, high=0.10, unit="share", evidence="assumption",
                                 source="of a cost line, by one deal")
    weeks: Quantity = Quantity(value=26, low=13, high=52, unit="weeks", evidence="assumption",
                               source="how long somebody lends or gives")
    floor: Quantity = Quantity(value=0.40, low=0.2, high=0.8, unit="share", evidence="assumption",
                               source="of a cost line, what always has to be paid")

    dutch_about = ("Op een bijeenkomst maken partners afspraken met de teams: materiaal dat over is, gereedschap te "
                   "leen, een ruimte voor een tijd. Dat maakt kosten lager, tot de afspraak voorbij is.")
    fits = "compiratie"
    fragment = "{use: partner_deals, with: {gathering: ka-borrel, lines: [cost-materials, cost-tools]}}"

    @hookimpl
    def check(self, spec):
        """The gathering and the cost lines are in the canvas, each line once."""
        there = {"gathering": [one.id for one in spec.canvas.key_activities if one.sim and one.sim.gathering],
                 "lines": [one.id for one in spec.canvas.costs if one.sim]}
        for key, known in there.items():
            named = [self.gathering] if key == "gathering" else self.lines
            yield from unknown(spec, "partner_deals", key, named, known)
        yield from each_once(spec, "partner_deals", "lines", self.lines)

    @hookimpl
    def brings(self, spec, numbers):
        """Who gives, and what; how many deals on each line were made at each of the meetings within which one may last,
        and when those were."""
        yield Account(name=GIVERS, dutch="partners die geven en uitlenen", english="partners who give and lend")
        for line in self.lines:
            yield Stream(name=f"partner_deals.{line}", payer=GIVERS, payee="enterprise:work in kind", item=line,
                         tier="B", kind="kind")
        every = next(one.sim.gathering.every for one in spec.canvas.key_activities if one.id == self.gathering)
        for k in range(1 + ceil((self.weeks.high or self.weeks.value) / max(1, every.low or every.value))):
            yield Column(name=f"week {k}", start=-9999)
            for line in self.lines:
                yield Column(name=f"{line} {k}")

    def meetings(self, week):
        """How many meetings back are remembered."""
        return sum(name.startswith("week ") for name in week.columns)

    def parts(self, week):
        """(R,) of each cost line, what still has to be paid under the deals that last."""
        import numpy as np                      # not before it plays: reading a model stays quick

        most = week.numbers("weeks")
        last = [k for k in range(self.meetings(week)) if (week.number - week.columns[f"week {k}"] <= most).any()]
        lasts = [week.number - week.columns[f"week {k}"] <= most for k in last]
        if not last:
            return [np.ones(week.alive.size) for _ in self.lines]
        deals = [sum(week.columns[f"{line} {k}"] * there for k, there in zip(last, lasts)) for line in self.lines]
        return [np.maximum(week.numbers("floor"), np.power(1 - week.numbers("cheaper"), one)) for one in deals]

    @hookimpl
    def plan(self, week):
        """Cost lines are cheaper for as long as deals last."""
        for line, part in zip(self.lines, self.parts(week)):
            if (part < 1).any():
                yield Effect(target=f"cost.{line}", scale=part, because="deals with partners")

    @hookimpl
    def settle(self, week):
        """What deals saved, whoever bears the line, was given; at a meeting pairs draw, and the oldest is forgotten."""
        import numpy as np                      # not before it plays: reading a model stays quick

        for line, part in zip(self.lines, self.parts(week)):
            if (part < 1).any():
                paid = week.tally[f"cost.{line}"] + week.tally[f"borne.{line}"]
                yield Payment(stream=f"partner_deals.{line}", cents=cents(paid * (1 - part) / part))
        held = week.tally[f"held.{self.gathering}"] > 0
        if not held.any():
            return
        pairs = np.floor(week.tally[f"came.{self.gathering}"] * np.floor(week.numbers("partners") + 0.5))
        made, meetings = np.zeros(held.size), self.meetings(week)
        for k in range(meetings - 1, 0, -1):
            yield Update(column=f"week {k}",
                         values=np.where(held, week.columns[f"week {k - 1}"], week.columns[f"week {k}"]))
        yield Update(column="week 0", values=np.where(held, week.number, week.columns["week 0"]))
        for n, line in enumerate(self.lines):
            new = binomial(np.where(held, pairs, 0), week.numbers("chance") / len(self.lines), week.luck(n))
            made = made + new
            for k in range(meetings - 1, 0, -1):
                yield Update(column=f"{line} {k}",
                             values=np.where(held, week.columns[f"{line} {k - 1}"], week.columns[f"{line} {k}"]))
            yield Update(column=f"{line} 0", values=np.where(held, new, week.columns[f"{line} 0"]))
        if (made > 0).any():
            yield Note(where=made > 0, item=self.gathering,
                       dutch="Partners maken op de bijeenkomst afspraken met de teams: dat scheelt kosten.",
                       english="Partners make deals with the teams at the meeting: that saves costs.")


def binomial(pairs, chance, u):
    """(R,) how many of ``pairs`` (R,) come to a deal: the smallest n with P(N <= n) > u; more pairs, never fewer."""
    import numpy as np

    out, term = np.zeros(u.size), np.power(1 - chance, pairs)
    below = term.copy()
    open_ = below <= u
    n = 0
    while open_.any() and n < pairs.max():
        n += 1
        term = term * (pairs - n + 1) / n * chance / np.maximum(1 - chance, 1e-12)
        below = below + np.maximum(term, 0)
        out[open_] = np.minimum(n, pairs[open_])
        open_ &= below <= u
    return out
