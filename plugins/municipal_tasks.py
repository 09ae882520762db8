"""The fifteen tasks a municipality has money for, handed over to the district one by one, late and small.

They stand in seed 000. What each costs a year by resident stands in BUD-001 to BUD-008 where a row is known; the others
are open. Of it only a part suits an enterprise of residents (BUD-009). Promised transfers of tasks came late and small
(domain, 10).
"""

from datetime import date
from typing import Literal

import numpy as np

from simcore.plugin import (Column, Day, Effect, Id, Note, Order, Quantity, Text, Update, Words, each_once, hookimpl,
                            plugin, unknown, weekly)

Task = Literal["green", "cleaning", "catering", "repro", "archive", "messenger", "upkeep", "centres", "sports_halls",
               "post", "playgrounds", "pools", "wardens", "security", "plants"]
DUTCH = dict(green="groenvoorziening", cleaning="schoonmaak", catering="catering", repro="repro", archive="archivering",
             messenger="bodefuncties", upkeep="onderhoud van gebouwen", centres="beheer van MFA's",
             sports_halls="beheer van sporthallen", post="postbezorging", playgrounds="speeltuinonderhoud",
             pools="toezicht in zwembaden", wardens="BOA", security="beveiliging", plants="plantenverzorging")


def row(id, value, low, high, part=""):
    """A budget that has a row, EUR a resident a year; of ``part`` where several tasks share it."""
    return Quantity(value=value, low=low, high=high, unit="EUR/resident/year", evidence="source", source=id,
                    note=f"derived: {part}" if part else None)


def untold(task):
    """A budget nobody has told."""
    return Quantity(value=3, low=0.5, high=10, unit="EUR/resident/year", evidence="open",
                    source="no row: between the smallest that are known, 1.5 (BUD-008) and 6 (BUD-005, BUD-007)",
                    question=f"Hoeveel geeft de gemeente per jaar uit aan {DUTCH[task]}?")


@plugin
class MunicipalTasks:
    """Each of ``tasks`` comes with a chance a year; then hours of ``service`` are ordered for its budget."""

    dutch: Text = "Gemeentelijke taken in handen van de wijk"
    english: Text = "Municipal tasks in the hands of the district"
    service: Id
    tasks: list[Words[Task]]
    start: Day = date(2014, 1, 1)
    payer: Text = "kp-municipality"
    comes: Quantity = Quantity(value=0.3, low=0.05, high=0.8, unit="share/year", evidence="assumption",
                               source="chance that a promised task is handed over: late (domain, 10)")
    suited: Quantity = Quantity(value=0.03, low=0.01, high=0.08, unit="share", evidence="source", source="BUD-009")
    price: Quantity = Quantity(value=22, low=18, high=30, unit="EUR/hour", evidence="assumption",
                               source="of an hour of a regular worker, without VAT: about as for cleaning (ECO-001)")
    displaces: Quantity = Quantity(value=0.8, low=0.5, high=1, unit="share", evidence="open",
                                   source="of these hours, what a firm or the municipality itself had done until then",
                                   question="Wie doet deze taken nu, en wat gaat er met hun werk gebeuren?")
    green: Quantity = row("BUD-001", 90, 70, 115)
    cleaning: Quantity = row("BUD-007", 6, 3, 10)
    catering: Quantity = untold("catering")
    repro: Quantity = row("BUD-008", 1.5, 0.75, 3, "a quarter of it")
    archive: Quantity = row("BUD-008", 1.5, 0.75, 3, "a quarter of it")
    messenger: Quantity = row("BUD-008", 1.5, 0.75, 3, "a quarter of it")
    upkeep: Quantity = untold("upkeep")
    centres: Quantity = untold("centres")
    sports_halls: Quantity = row("BUD-004", 65, 55, 80)
    post: Quantity = row("BUD-008", 1.5, 0.75, 3, "a quarter of it")
    playgrounds: Quantity = row("BUD-005", 6, 3, 10)
    pools: Quantity = untold("pools")
    wardens: Quantity = row("BUD-003", 25, 15, 40)
    security: Quantity = untold("security")
    plants: Quantity = untold("plants")

    dutch_about = "Taken van de gemeente komen een voor een naar de wijk; zij betaalt uren zolang het budget reikt."
    fits = "haarlems_gemak"
    fragment = "{use: municipal_tasks, with: {service: vp-garden, tasks: [green, playgrounds], start: 2014-01-01}}"

    @hookimpl
    def check(self, spec):
        """The service has a team; the tasks are named once; who pays takes part."""
        there = [one.id for one in spec.canvas.value_propositions if one.sim and one.sim.team]
        yield from unknown(spec, "municipal_tasks", "service", self.service, there, "value proposition with a team")
        yield from each_once(spec, "municipal_tasks", "tasks", self.tasks)
        partners = [one.id for one in spec.canvas.key_partnerships if one.sim]
        yield from unknown(spec, "municipal_tasks", "payer", self.payer, partners, "partner with a sim")

    @hookimpl
    def brings(self, spec, numbers):
        """An order of hours for each task, none to begin with; and whether it has come."""
        for one in self.tasks:
            yield Order(name=one, payer=self.payer, service=self.service, times=0, minutes=60, price=numbers("price"),
                        item="plugins.municipal_tasks", begin=self.start, displaces=numbers("displaces"))
            yield Column(name=one)

    @hookimpl
    def plan(self, week):
        """As many hours as the budget of the task in this district pays."""
        for one in self.tasks:
            if week.columns[one].any():
                year = week.numbers(one) * week.numbers("suited") * week.tally["residents"]
                yield Effect(target=f"times.municipal_tasks.{one}",
                             set=week.columns[one] * year / 52 / week.numbers("price"),
                             because="what the municipality spends on it here")

    @hookimpl
    def settle(self, week):
        """A task comes, once, with a chance each week."""
        if week.date < self.start:
            return
        for n, one in enumerate(self.tasks):
            comes = (week.columns[one] == 0) & (week.luck(n) < weekly(week.numbers("comes")))
            yield Update(column=one, values=np.where(comes, 1, week.columns[one]))
            if comes.any():
                yield Note(where=comes, item=self.service,
                           dutch=f"De gemeente draagt een taak over: {DUTCH[one]}.",
                           english=f"The municipality hands over a task: {one.replace('_', ' ')}.")
