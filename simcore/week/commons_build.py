"""Lays out what residents do together on a canvas, and builds its tables: volunteers, promises, goals, orders."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from simcore.behaviour.commons import (BUILDINGS, CARRIED, DEED_NAMES, DEEDS, GOALS, GUESTS, ORDERS, PLEDGES, PROMISES,
                                       SEATS, VOLUNTEERING, VOLUNTEERS, WHO)
from simcore.behaviour.world import NOBODY
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.canvas import Canvas
from simcore.luck import key, uniforms
from simcore.neighbourhood.rows import table
from simcore.plugin.helping import weekly
from simcore.plugin.nouns import Order
from simcore.week.numbers import Numbers, whole


@dataclass(frozen=True)
class OrderPlan:
    """Work ordered by partners: the stream it comes in by, what is done, the row of that, the goal it is for or -1."""
    revenue: str
    proposition: str
    service: int
    payers: tuple[str, ...]
    goal: int


@dataclass(frozen=True)
class AskedPlan:
    """Work that an institution asks for by an order of a plugin, and the row of the service it is."""
    owner: str
    noun: Order
    service: int

    @property
    def name(self) -> str:
        """What it goes by among terms and tallies."""
        return f"{self.owner}.{self.noun.name}"


@dataclass(frozen=True)
class GatheringPlan:
    """A key activity at which people come together."""
    id: str
    members: bool                  # of those who hold a place; else of anybody in the district
    held: bool
    goal: int                      # the goal of residents that it is for, or -1
    sim: object                    # what the canvas says of it


@dataclass(frozen=True)
class CommonPlan:
    """What a canvas has of all this, by id and in the order of the file; empty in the lane of doing nothing."""
    goals: list[str] = field(default_factory=list)
    deeds: list[str] = field(default_factory=list)
    buildings: list[str] = field(default_factory=list)
    volunteering: str = ""                         # the activity that says how, or none
    orders: list[OrderPlan] = field(default_factory=list)
    asked: list[AskedPlan] = field(default_factory=list)      # by plugins, after those of the canvas

    @property
    def any(self) -> bool:
        """Whether there is anything of the kind."""
        return bool(self.goals or self.deeds or self.buildings or self.volunteering or self.orders)


def noted(canvas: Canvas, block: str, part: str) -> list:
    """The notes of a block whose ``sim`` has this part."""
    return [one for one in getattr(canvas, block) if one.sim and getattr(one.sim, part) is not None]


def goals_in(canvas: Canvas) -> list[str]:
    """The value propositions that residents may choose."""
    return [one.id for one in noted(canvas, "value_propositions", "goal")]


def goal_of(goals: list[str], propositions) -> int:
    """The one goal among some value propositions, or -1."""
    mine = [goals.index(id) for id in propositions if id in goals]
    return mine[0] if len(mine) == 1 else -1


def gatherings_in(canvas: Canvas) -> list[GatheringPlan]:
    """The gatherings of a canvas, by id: their order in the file says nothing. One at which goals are chosen is for
    none."""
    goals = goals_in(canvas)
    return [GatheringPlan(one.id, one.sim.gathering.who == "members", one.sim.gathering.held,
                          -1 if one.sim.gathering.goals else goal_of(goals, one.for_.value_propositions),
                          one.sim.gathering)
            for one in sorted(noted(canvas, "key_activities", "gathering"), key=lambda one: one.id)]


def plan_of(canvas: Canvas, services: dict[str, int], asked: Iterable[tuple[str, Order]] = ()) -> CommonPlan:
    """The plan of a canvas; ``services`` gives the row of each value proposition that is delivered, ``asked`` the
    orders of plugins as (plugin, order)."""
    goals, orders = goals_in(canvas), []
    for one in sorted(noted(canvas, "revenue_streams", "order"), key=lambda one: one.id):
        id = one.for_.value_propositions[0]
        orders.append(OrderPlan(one.id, id, services[id], tuple(payer.id for payer in one.sim.order.payers),
                                goal_of(goals, [id])))
    volunteering = [one.id for one in noted(canvas, "key_activities", "volunteering")]
    deeds = sorted(one.id for one in noted(canvas, "key_activities", "pledge"))      # their order there says nothing
    return CommonPlan(goals, deeds,
                      [one.id for one in noted(canvas, "key_resources", "building")],
                      volunteering[0] if volunteering else "", orders,
                      [AskedPlan(owner, noun, services[noun.service]) for owner, noun in asked])


def tables_of(canvas: Canvas | None, plan: CommonPlan, gatherings: list[GatheringPlan], numbers: Numbers,
              seed: int, residents: np.recarray) -> dict[str, np.ndarray]:
    """The arrays of the world that hold all this, by name. ``residents`` are rows of RESIDENT (R, N)."""
    R, N, n = len(numbers.replications), residents.shape[1], numbers
    does = plan.volunteering or plan.deeds
    volunteers = volunteers_of(plan, numbers, seed, residents)
    return {
        "volunteering": volunteering_of(plan, numbers, residents), "volunteers": volunteers,
        "given_before": np.zeros((R, volunteers.shape[1], QUARTER), np.int32),
        "deeds": deeds_of(canvas, plan, numbers), "pledges": table((R, PROMISES if plan.deeds else 0), PLEDGES),
        "pledge_count": np.zeros(R, np.int64), "goals": goals_of(canvas, plan, numbers),
        "buildings": table((R, len(plan.buildings)), BUILDINGS), "orders": orders_of(plan, numbers),
        "guests": np.zeros((R, sum(not one.members for one in gatherings) and len(gatherings), GUESTS, 2), np.int32),
        "unpaid": np.zeros((R, N if does else 0), np.int32), "carried": np.zeros((R, len(CARRIED)), np.int64),
        "speaks_up": n.get("neighbourhood.commons.speaks_up", np.zeros(R)).copy(),
        "litter_rate": n.get("neighbourhood.commons.litter", np.zeros(R)) / 52}


def volunteering_of(plan: CommonPlan, n: Numbers, residents: np.recarray) -> np.recarray:
    """(R, 1) VOLUNTEERING, or (R, 0). The pool is so much of those who volunteer at all, here at the start."""
    out = table((len(n.replications), 1 if plan.volunteering else 0), VOLUNTEERING)
    if plan.volunteering:
        path = f"key_activities.{plan.volunteering}.volunteering"
        out.core[:, 0], out.organising[:, 0] = whole(n[f"{path}.core"]), whole(60 * n[f"{path}.organising"])
        out.pool[:, 0] = whole(residents.adult.sum(1) * n["neighbourhood.people.volunteers"] * n[f"{path}.pool"])
        for name in ("willing", "stretch", "drop_out", "load_power"):
            out[name][:, 0] = n[f"{path}.{name}"]
        for name in ("invite", "step_up", "turnover"):
            out[name][:, 0] = weekly(n[f"{path}.{name}"])
        for name in ("with_job", "without_job"):
            out[name][:, 0] = whole(60 * n[f"neighbourhood.people.hours_{name}"])
    return out


def volunteers_of(plan: CommonPlan, n: Numbers, seed: int, residents: np.recarray) -> np.recarray:
    """(R, SEATS) VOLUNTEERS, or (R, 0): who begins is drawn among adults, organisers first."""
    out = table((len(n.replications), SEATS if plan.volunteering else 0), VOLUNTEERS)
    out.resident, out.task = NOBODY, -1
    if not plan.volunteering:
        return out
    path = f"key_activities.{plan.volunteering}.volunteering"
    core, start = whole(n[f"{path}.core"]), whole(n[f"{path}.start"])
    hours = volunteering_of(plan, n, residents)[:, 0]
    for r, replication in enumerate(n.replications):
        mark = uniforms(key(seed, replication, "first volunteers"), residents.shape[1])[:, 0]
        adults = np.flatnonzero(residents.adult[r])
        first = adults[np.argsort(mark[adults], kind="stable")][:core[r] + start[r]]
        seats = slice(0, first.size)
        out.resident[r, seats], out.core[r, seats] = first, np.arange(first.size) < core[r]
        out.minutes[r, seats] = np.where(residents.full_time[r, first], hours.with_job[r], hours.without_job[r])
    return out


def deeds_of(canvas: Canvas | None, plan: CommonPlan, n: Numbers) -> np.recarray:
    """(R, D) DEEDS."""
    out = table((len(n.replications), len(plan.deeds)), DEEDS)
    for d, id in enumerate(plan.deeds):
        note = next(one for one in canvas.key_activities if one.id == id)
        path = f"key_activities.{id}.pledge"
        out.deed[:, d], out.together[:, d] = DEED_NAMES.index(note.sim.pledge.deed), note.sim.pledge.together
        for name in ("keep", "per_tie", "takes", "spread", "fade"):
            out[name][:, d] = n[f"{path}.{name}"]
        out.older[:, d], out.times[:, d] = n.get(f"{path}.older", 1.0), n.get(f"{path}.times", 0.0)
        out.minutes[:, d] = whole(n[f"{path}.minutes"])
        out.goal[:, d] = next(plan.goals.index(one) for one in note.for_.value_propositions if one in plan.goals)
    return out


def goals_of(canvas: Canvas | None, plan: CommonPlan, n: Numbers) -> np.recarray:
    """(R, n) GOALS; none is chosen yet."""
    out = table((len(n.replications), len(plan.goals)), GOALS)
    for g, id in enumerate(plan.goals):
        note = next(one for one in canvas.value_propositions if one.id == id)
        path = f"value_propositions.{id}.goal"
        out.weight[:, g], out.matters[:, g] = n[f"{path}.weight"], n[f"{path}.matters"]
        out.who[:, g], out.luck[:, g] = WHO.index(note.sim.goal.who), sorted(plan.goals).index(id)
        out.support[:, g] = n["simwijk.goals.support"]
    return out


def orders_of(plan: CommonPlan, n: Numbers) -> np.recarray:
    """(R, O) ORDERS."""
    out = table((len(n.replications), len(plan.orders) + len(plan.asked)), ORDERS)
    for o, order in enumerate(plan.orders):
        out.service[:, o] = order.service
        out.minutes[:, o] = np.maximum(1, whole(n["neighbourhood.commons.minutes"]))
    for o, one in enumerate(plan.asked, len(plan.orders)):
        out.service[:, o], out.minutes[:, o] = one.service, np.maximum(1, whole(np.asarray(one.noun.minutes, float)))
    return out
