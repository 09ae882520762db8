"""Start capital in equal parts by the partners of an agreement: it pays costs of the year; what is left goes back.

Kroon op je Wijk (seed 004, INI-010): two corporations and the city each bore a third of the yearly costs as start
capital, by a contract signed on 10 June 2013 that ran to 1 January 2015, and with consent of all to 2017. No amount is
known; such companies had a budget of 200,000 EUR a year (INI-014). What a partner gives once at the start by its own
note (start_capital) is the same money: set that to 0, as the example does.
"""

from datetime import date, timedelta

import numpy as np

from simcore.plugin import (Account, Column, Day, Id, Note, Payment, Problem, Quantity, Stream, Text, Update, each_once,
                            hookimpl, plugin, unknown)

POT = "the start capital"


@plugin
class StartCapital:
    """At the signing and each January ``partners`` fill a pot for the year; it pays a share of cost ``lines``."""

    dutch: Text = "Startkapitaal, van elke partner een gelijk deel"
    english: Text = "Start capital, an equal part by each partner"
    partners: list[Id]
    lines: list[Id]
    start: Day = date(2013, 6, 10)
    until: Day = date(2015, 1, 1)
    extended: Day = date(2017, 1, 1)
    yearly: Quantity = Quantity(value=200000, low=100000, high=400000, unit="EUR/year", evidence="source",
                                source="INI-014", note="derived: together at most the budget of such a company")
    share: Quantity = Quantity(value=1, low=0.5, high=1, unit="share", evidence="open",
                               source="of these costs: each of three bore a third (INI-010); the plan is not public",
                               question="Welk deel van de kosten dragen de partners samen, en welk deel jullie zelf?")
    agrees: Quantity = Quantity(value=0.8, low=0.4, high=1, unit="share", evidence="open",
                                source="chance of each that it goes on after the first term; all must",
                                question="Tekenen alle partners opnieuw, en wat moet er dan bereikt zijn?")

    dutch_about = "Partners vullen elk jaar samen een pot met startkapitaal voor de kosten; wat over is gaat terug."
    fits = "haarlems_gemak"
    fragment = """
        key_partnerships:           # what each gave once is the same money: on the notes of all three this is 0 now
          - id: kp-municipality
            sim: {start_capital: {value: 0, unit: EUR, evidence: fact, source: seed 004}}
          - id: kp-corporation
            sim: {start_capital: {value: 0, unit: EUR, evidence: fact, source: seed 004}}
          - id: kp-welfare
            sim: {start_capital: {value: 0, unit: EUR, evidence: fact, source: seed 004}}
        simwijk:
          plugins:
            - use: start_capital
              with:
                partners: [kp-municipality, kp-corporation, kp-welfare]
                lines: [cost-supervision, cost-coordination, cost-rooms, cost-energy, cost-insurance]
        """

    @hookimpl
    def check(self, spec):
        """The partners take part and the cost lines are there, each once; the days follow each other."""
        costs = [one.id for one in spec.canvas.costs if one.sim]
        partners = [one.id for one in spec.canvas.key_partnerships if one.sim]
        yield from unknown(spec, "start_capital", "lines", self.lines, costs, "cost")
        yield from each_once(spec, "start_capital", "lines", self.lines)
        yield from unknown(spec, "start_capital", "partners", self.partners, partners, "partner with a sim")
        yield from each_once(spec, "start_capital", "partners", self.partners)
        if not self.start < self.until <= self.extended:
            yield Problem(spec.model_file, 0, 0, "start_capital: start, until and extended do not follow each other",
                          instead="write start before until, and extended at or after until")

    @hookimpl
    def brings(self, spec, numbers):
        """The pot, who pays into it, what is drawn and what goes back; cents in it, and the year it was filled for."""
        yield Account(name=POT, purse=True, dutch="pot met startkapitaal", english="pot of start capital")
        for one in self.partners:
            yield Stream(name=f"start_capital.{one}", payer=one, payee=POT, item=one)
            yield Stream(name=f"start_capital.back.{one}", payer=POT, payee=one, item=one)
        yield Stream(name="start_capital.drawn", payer=POT, payee="enterprise:cash", item="plugins.start_capital",
                     tier="A", capital=True)
        yield Column(name="pot")
        yield Column(name="year")
        yield Column(name="ended")

    @hookimpl
    def settle(self, week):
        """Fill it, draw on it for this week's costs, or end it."""
        if week.date < self.start:
            return
        n, pot, year, ended = len(self.partners), week.columns["pot"], week.columns["year"], week.columns["ended"]
        asked = timedelta(0) <= week.date - self.until < timedelta(7)                  # they decide about a second term
        going_on = np.all([week.luck(i) < week.numbers("agrees") for i in range(n)], axis=0)
        stops = ~week.alive | (week.date >= self.extended) | (asked & ~going_on)
        fills = ~stops & (ended == 0) & ((year < week.date.year) | asked)
        term = self.until if week.date < self.until else self.extended
        days = (min(date(week.date.year + 1, 1, 1), term) - max(date(week.date.year, 1, 1), self.start)).days
        lacks = np.maximum(np.round(100 * week.numbers("yearly") * days / 365) - pot, 0)
        each = np.where(fills, np.floor(lacks / n), 0)
        filled = pot + n * each
        ends = stops & (ended == 0)
        costs = sum(np.round(100 * week.tally[f"cost.{one}"]) for one in self.lines)
        drawn = np.where(ends | (ended > 0), 0, np.minimum(filled, np.floor(week.numbers("share") * costs + 0.5)))
        for i, one in enumerate(self.partners):
            back = np.where(ends, pot // n + (i < pot % n), 0)
            yield Payment(stream=f"start_capital.{one}", cents=each.astype(np.int64))
            yield Payment(stream=f"start_capital.back.{one}", cents=back.astype(np.int64))
        yield Payment(stream="start_capital.drawn", cents=drawn.astype(np.int64))
        yield Update(column="pot", values=np.where(ends, 0, filled - drawn))
        yield Update(column="year", values=np.where(fills, week.date.year, year))
        yield Update(column="ended", values=np.where(ends, 1, ended))
        if ends.any():
            yield Note(where=ends, item=self.partners[0],
                       dutch="De partners vullen het startkapitaal niet meer aan.",
                       english="The partners fill the start capital no more.")
