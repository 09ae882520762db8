"""A canvas laid out for the engine: which services, teams, covers and costs there are, in the order of the file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from simcore.behaviour.world import CONTRACTS
from simcore.canvas import Canvas
from simcore.plugin.nouns import Order
from simcore.week.commons_build import CommonPlan, GatheringPlan, gatherings_in, plan_of


@dataclass(frozen=True)
class ServicePlan:
    """One value proposition that can be delivered."""
    id: str
    activity: int                  # index of the need it meets; -1 for company (coffee)
    team: int
    revenue: str | None            # id of the revenue stream that prices it
    per_job: bool
    on_request: bool
    company: bool
    at_home: bool                  # at the customer's, where there is time for coffee
    must_pay: bool = True          # whether the stop rule looks at it


@dataclass(frozen=True)
class TeamPlan:
    id: str
    contract: int
    licence: bool
    trade: bool = False            # it begins and stops by how many people are in it


@dataclass(frozen=True)
class Layout:
    """What one lane has of an enterprise; all lists are empty in the lane of doing nothing."""
    services: list[ServicePlan] = field(default_factory=list)
    teams: list[TeamPlan] = field(default_factory=list)
    enterprises: int = 0           # a canvas is one, with people in teams or without
    gatherings: list[GatheringPlan] = field(default_factory=list)
    common: CommonPlan = field(default_factory=CommonPlan)    # what else residents do together

    @cached_property
    def sold(self) -> list[int]:
        """Rows of the services that have a price."""
        return [s for s, one in enumerate(self.services) if one.revenue is not None]

    @cached_property
    def meets(self) -> tuple[list[int], list[int]]:
        """Rows of the services that meet a need, and which need each meets."""
        rows = [s for s, one in enumerate(self.services) if one.activity >= 0]
        return rows, [self.services[s].activity for s in rows]

    def service(self, id: str) -> int:
        """The row of a service by the id of its value proposition."""
        return next(i for i, s in enumerate(self.services) if s.id == id)


def lay_out(canvas: Canvas | None, activities: list[str], asked: Iterable[tuple[str, Order]] = ()) -> Layout:
    """The layout of a canvas with what plugins bring orders for, (plugin, order) each; or of no enterprise at all."""
    if canvas is None:
        return Layout()
    teams = [TeamPlan(r.id, CONTRACTS.index(r.sim.team.contract), r.sim.team.licence, r.sim.team.trade is not None)
             for r in canvas.key_resources if r.sim and r.sim.team]
    place = {team.id: i for i, team in enumerate(teams)}
    priced = {vp: (r.id, r.sim.per) for r in canvas.revenue_streams if r.sim and r.sim.price
              for vp in r.for_.value_propositions}
    ordered = {vp for r in canvas.revenue_streams if r.sim and r.sim.order for vp in r.for_.value_propositions}
    ordered |= {order.service for _, order in asked}
    services = []
    for p in canvas.value_propositions:
        if p.sim is None or not (p.sim.activity or p.sim.company or p.id in ordered):
            continue
        revenue, per = priced.get(p.id, (None, "hour"))
        services.append(ServicePlan(
            id=p.id, activity=activities.index(p.sim.activity) if p.sim.activity else -1,
            team=place[p.sim.team] if p.sim.team else 0, revenue=revenue, per_job=per == "job",
            on_request=p.sim.offered == "on_request", company=p.sim.company is not None, at_home=p.sim.place == "home",
            must_pay=p.sim.must_pay))
    rows = {one.id: s for s, one in enumerate(services)}
    return Layout(services, teams, 1, gatherings_in(canvas), plan_of(canvas, rows, asked))
