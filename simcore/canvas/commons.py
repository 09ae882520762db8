"""What residents may do together: goals they choose, promises, volunteering, a building of their own, orders.

Parts of notes of the canvas, and of the neighbourhood what is everybody's: porticoes and streets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from simcore.canvas.measures import (
    EurosAnHour, Factor, HoursAWeek, Logit, LogitATie, Minutes, MinutesAJob, People, Share, ShareAYear, SomeWeeks,
)  # fmt: skip
from simcore.errors import Problem
from simcore.files import Here, Id, InUnit, Quantity, Whole, record

if TYPE_CHECKING:
    from simcore.canvas.spec import Canvas

Porticoes = Annotated[Quantity, InUnit("porticoes", most=2000)]
EurosAPortico = Annotated[Quantity, InUnit("EUR/portico/week")]

Who = Literal["everyone", "old", "alone", "families", "limited", "benefit"]
MOST_GOALS = 8                              # as many as one drawing of luck has Gumbel numbers for


# --- on notes of the canvas -------------------------------------------------------------------------------------


@record
class Goal:
    """What residents may choose to improve: how often it is named, by whom more often, and when it is reached."""
    weight: Logit
    who: Who
    matters: Logit                             # on top of the weight, for those it concerns
    reached: Annotated[Quantity, InUnit("per quarter", "share")] | None = None


@record
class Building:
    """A building that residents may run themselves: who opens it, what it is let for, what the bar brings in."""
    opening: Annotated[Quantity, InUnit("hours/week", least=1)]
    helpers: People                            # who have to be there while it is open
    rooms: Annotated[Quantity, InUnit("rooms", most=50)]
    occupancy: Share
    rent: EurosAnHour
    paying: Share                              # of lettings, at the full rent
    bar: Annotated[Quantity, InUnit("EUR/centre/year")]
    bar_margin: Share                          # of turnover without VAT
    bar_vat: Share
    item: Id | None = None                     # the revenue stream under which this is earned; its own note without


@record
class Volunteering:
    """Who carries it: organisers and other volunteers, how they come, how far they stretch, when they stop."""
    core: Annotated[Quantity, InUnit("people", least=1, most=20)]
    start: Annotated[Quantity, InUnit("volunteers", most=80)]
    organising: HoursAWeek
    pool: Share                                # of residents who volunteer at all, who would do it for this
    willing: Share
    stretch: Annotated[Quantity, InUnit("factor", least=1, most=5)]
    invite: ShareAYear
    step_up: ShareAYear
    drop_out: ShareAYear
    load_power: Annotated[Quantity, InUnit("number", least=0, most=5)]
    turnover: ShareAYear


@record
class Pledge:
    """A promise residents make at a gathering: how many make it, how often it is kept, how it spreads and fades."""
    deed: Literal["chat", "litter", "round"]
    takes: Share
    older: Factor | None = None
    times: Annotated[Quantity, InUnit("per week", most=14)] | None = None
    together: Whole = 1
    minutes: Minutes
    keep: Logit
    per_tie: LogitATie
    spread: Share
    fade: Share

    def problems(self, here: Here) -> Iterator[Problem]:
        """Litter is met as it comes; everything else is done so often a week, alone or by two."""
        if self.deed == "litter" and self.times is not None:
            yield here.problem("times", key=True, what="has no meaning for litter", why="it is met as it comes",
                               instead="remove it; commons.litter of the neighbourhood says how often")  # fmt: skip
        if self.deed != "litter" and self.times is None:
            yield here.problem(what="misses the key 'times'", why="a promise is kept so often a week",
                               instead=here.add(line="times: {value: 1, unit: per week, ...}"))  # fmt: skip
        if self.together not in (1, 2) or (self.deed == "litter" and self.together == 2):
            yield here.problem("together", what=f"is {self.together}", why=f"a {self.deed} is kept by " + (
                               "one person" if self.deed == "litter" else "one person, or by two"),
                               instead="write 1" if self.deed == "litter" else "write 1 or 2")  # fmt: skip


@record
class Payer:
    """A partner that pays along with an order: for so many porticoes, this share of the price."""
    id: Id
    porticoes: Porticoes
    share: Share


@record
class Order:
    """Work ordered by partners: what a portico costs, and who pays which part of it. What it takes is the portico's."""
    price: EurosAPortico
    passed_on: Share                           # of what partners pay, charged to their tenants
    payers: list[Payer]

    def problems(self, here: Here) -> Iterator[Problem]:
        """Somebody pays, and each payer once."""
        if not self.payers:
            yield here.problem("payers", what="is empty", why="an order is paid by somebody",
                               instead="payers: [{id: kp-..., porticoes: ..., share: ...}]")  # fmt: skip
        ids = [payer.id for payer in self.payers]
        for n, one in enumerate(ids):
            if one in ids[:n]:
                yield here.problem("payers", n, "id", what=f"names {one} a second time", instead="name it once")


# --- of the run and of the neighbourhood ------------------------------------------------------------------------


@record
class GoalRule:
    """Residents choose goals: enough of them must name one, and one that nobody works on is dropped."""
    support: Share
    patience: SomeWeeks


@record
class Commons:
    """What is everybody's, in every lane: shared stairs that firms clean or not, and litter in the street."""
    porticoes: Porticoes
    cleaned: Share
    price: EurosAPortico
    minutes: MinutesAJob                       # of a regular worker at one portico, whoever comes
    every: SomeWeeks                           # between two cleanings of one portico
    vat: Share                                 # in the price
    litter: Annotated[Quantity, InUnit("per person/year", most=52)]
    speaks_up: Share


# --- whether the notes go together --------------------------------------------------------------------------------


def commons_rules(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Every way in which what residents do together does not hang together; ``here`` is the whole file."""
    yield from _orders(canvas, here)
    yield from _goals(canvas, here)
    yield from _carried(canvas, here)
    yield from _pots(canvas, here)


def noted(canvas: Canvas, block: str, part: str) -> list[int]:
    """Positions of the notes of a block whose ``sim`` has this part."""
    return [n for n, note in enumerate(getattr(canvas, block))
            if note.sim and getattr(note.sim, part, None) is not None]


def _orders(canvas: Canvas, here: Here) -> Iterator[Problem]:
    partners = [one.id for one in canvas.key_partnerships if one.sim]
    services = {one.id: n for n, one in enumerate(canvas.value_propositions)}
    for n in noted(canvas, "revenue_streams", "order"):
        stream, steps = canvas.revenue_streams[n], ("revenue_streams", n)
        if stream.sim.price is not None:
            yield here.problem(*steps, "sim", "order", key=True, what="stands beside a price",
                               why="customers pay a price, partners an order", instead="keep one of the two")
        if len(stream.for_.value_propositions) != 1:
            yield here.problem(*steps,
                               what=f"has an order for {len(stream.for_.value_propositions)} value propositions",
                               why="an order is for one kind of work",
                               instead="for: {value_propositions: [vp-...]}, with one of them")  # fmt: skip
        for id in stream.for_.value_propositions[:1]:
            sim = canvas.value_propositions[services[id]].sim if id in services else None
            if sim is None or sim.team is None:
                yield here.problem("value_propositions", services.get(id, 0),
                                   what=f"is ordered by {stream.id}, but has no team",
                                   why="somebody has to do the work",
                                   instead="give its sim a line team: kr-...")  # fmt: skip
            elif sim.activity is not None:
                yield here.problem("value_propositions", services[id], "sim", "activity", key=True,
                                   what=f"stands at what {stream.id} orders", why="households buy what meets a need",
                                   instead="remove it, or give the stream a price in place of the order")  # fmt: skip
            elif sim.vat is None:
                yield here.problem("value_propositions", services[id], "sim", what="misses vat",
                                   why="prices include it",
                                   instead=here.add("value_propositions", services[id], "sim",
                                                    line="vat: {value: 0.21, unit: share, ...}"))  # fmt: skip
        for i, payer in enumerate(stream.sim.order.payers):
            if payer.id not in partners:
                yield here.unknown(*steps, "sim", "order", "payers", i, "id", word=payer.id,
                                   noun="partner with a sim", known=partners)  # fmt: skip


def _goals(canvas: Canvas, here: Here) -> Iterator[Problem]:
    goals = {canvas.value_propositions[n].id for n in noted(canvas, "value_propositions", "goal")}
    where = [n for n in noted(canvas, "key_activities", "gathering") if canvas.key_activities[n].sim.gathering.goals]
    rule = canvas.simwijk.goals
    if len(goals) > MOST_GOALS:
        yield here.problem("value_propositions", noted(canvas, "value_propositions", "goal")[MOST_GOALS], "sim", "goal",
                           key=True, what=f"is goal number {MOST_GOALS + 1}", instead=f"keep at most {MOST_GOALS}")
    if goals and not where:
        yield here.problem("key_activities", what="have no gathering at which residents choose a goal",
                           why="there are goals", instead="give a gathering goals: true")  # fmt: skip
    for n in where:
        at = ("key_activities", n, "sim", "gathering", "goals")
        if not goals:
            yield here.problem(*at, what="is true, but there is no goal to choose",
                               instead="give a value proposition a goal")  # fmt: skip
        if canvas.key_activities[n].sim.gathering.who != "everyone":
            yield here.problem(*at, what="is true at a gathering of members", why="residents choose",
                               instead="write who: everyone, with visitors and regulars")  # fmt: skip
    if bool(goals) != (rule is not None):
        yield here.problem("simwijk", *([] if rule is None else ["goals"]), key=True,
                           what="has rules for goals, but no value proposition has one" if rule else
                           "misses goals: {support: ..., patience: ...}",
                           why=None if rule else "value propositions have a goal",
                           instead="remove it" if rule else "say how many must name a goal, and when it is dropped")
    for n in noted(canvas, "key_activities", "pledge"):
        mine = [id for id in canvas.key_activities[n].for_.value_propositions if id in goals]
        if len(mine) != 1:
            yield here.problem("key_activities", n, "sim", "pledge", key=True,
                               what=f"is for {len(mine)} value propositions with a goal",
                               why="people promise something for a goal they chose",
                               instead="for: {value_propositions: [vp-...]}, with one that has a goal")  # fmt: skip
    for n in noted(canvas, "value_propositions", "goal"):
        yield from _reached(canvas, n, here)


def _reached(canvas: Canvas, n: int, here: Here) -> Iterator[Problem]:
    """Deeds are counted per quarter, cleaning as a share of what is due; a pot is full or it is not."""
    service, said = canvas.value_propositions[n], canvas.value_propositions[n].sim.goal.reached
    ordered = any(service.id in canvas.revenue_streams[i].for_.value_propositions
                  for i in noted(canvas, "revenue_streams", "order"))
    pledged = any(service.id in canvas.key_activities[i].for_.value_propositions
                  for i in noted(canvas, "key_activities", "pledge"))
    unit = "share" if ordered else "per quarter" if pledged else None
    if (said and said.unit) != unit:
        wanted = {"share": "the share of the work due that is done", "per quarter": "how often it is done in a quarter",
                  None: "nothing: it is reached when its pot is paid"}[unit]
        yield here.problem("value_propositions", n, "sim", "goal", *(["reached"] if said else []), key=True,
                           what=f"says it is reached at a number {said.unit}"
                           if said else "does not say when it is reached", why=f"here that is {wanted}",
                           instead=f"add reached: {{value: ..., unit: {unit}, ...}}" if unit else "remove reached")


def _carried(canvas: Canvas, here: Here) -> Iterator[Problem]:
    """Helpers come from volunteers; a building has rooms, and is the room of what is held there."""
    volunteering = noted(canvas, "key_activities", "volunteering")
    buildings = [canvas.key_resources[n].id for n in noted(canvas, "key_resources", "building")]
    earning = [one.id for one in canvas.revenue_streams]
    for n in noted(canvas, "key_resources", "building"):
        if canvas.key_resources[n].sim.area is None:
            yield here.problem("key_resources", n, "sim", "building", key=True, what="stands without an area",
                               why="rent and energy go by m2",
                               instead=here.add("key_resources", n, "sim", line="area: {value: 500, unit: m2, ...}"))
        if (item := canvas.key_resources[n].sim.building.item) and item not in earning:
            yield here.unknown("key_resources", n, "sim", "building", "item", word=item, noun="revenue stream",
                               known=earning)
        if not volunteering:
            yield here.problem("key_resources", n, "sim", "building", key=True, what="has nobody to open it",
                               instead="give a key activity volunteering: {core: ..., start: ...}")  # fmt: skip
    for n in noted(canvas, "key_activities", "gathering"):
        gathering, at = canvas.key_activities[n].sim.gathering, ("key_activities", n, "sim", "gathering")
        if gathering.helpers is not None and not volunteering:
            yield here.problem(*at, "helpers", key=True, what="asks helpers, but there are no volunteers",
                               instead="give a key activity volunteering: {core: ..., start: ...}")  # fmt: skip
        if gathering.room is not None and gathering.room not in buildings:
            yield here.unknown(*at, "room", word=gathering.room, noun="building", known=buildings)


def _pots(canvas: Canvas, here: Here) -> Iterator[Problem]:
    pots = [one.id for one in canvas.costs if one.sim and one.sim.per == "pot"]
    for n, cost in enumerate(canvas.costs):
        if cost.sim and cost.sim.more_visitors is not None and cost.sim.per != "pot":
            yield here.problem("costs", n, "sim", "more_visitors", key=True,
                               what=f"has no meaning for a cost per {cost.sim.per}",
                               instead="remove it, or write per: pot")  # fmt: skip
    for n in noted(canvas, "key_activities", "gathering"):
        gathering = canvas.key_activities[n].sim.gathering
        if gathering.pot is not None and gathering.pot not in pots:
            yield here.unknown("key_activities", n, "sim", "gathering", "pot", word=gathering.pot,
                               noun="cost per pot", known=pots)  # fmt: skip


def commons_misfits(canvas: Canvas, commons: Commons | None, here: Here) -> Iterator[Problem]:
    """What a canvas asks of the commons of its neighbourhood: that there are any, and as many porticoes."""
    for n in noted(canvas, "revenue_streams", "order"):
        payers = canvas.revenue_streams[n].sim.order.payers
        at = ("revenue_streams", n, "sim", "order")
        if commons is None:
            yield here.problem(*at, key=True, what="orders the cleaning of porticoes, and the neighbourhood has none",
                               instead="give the neighbourhood a block commons")  # fmt: skip
        elif (asked := sum(most(one.porticoes) for one in payers)) > (there := least(commons.porticoes)):
            yield here.problem(*at, "payers", what=f"can come to {asked:g} porticoes",
                               why=f"the neighbourhood may have no more than {there:g}",
                               instead=f"let all payers together have at most {there:g}")  # fmt: skip
    for n in noted(canvas, "key_activities", "pledge"):
        if canvas.key_activities[n].sim.pledge.deed == "litter" and commons is None:
            yield here.problem("key_activities", n, "sim", "pledge", "deed",
                               what="is litter, and the neighbourhood counts none",
                               instead="give the neighbourhood a block commons")  # fmt: skip


def least(number: Quantity) -> float:
    """The lowest a replication may draw."""
    return number.value if number.low is None else number.low


def most(number: Quantity) -> float:
    """The highest a replication may draw."""
    return number.value if number.high is None else number.high
