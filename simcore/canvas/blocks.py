"""The nine blocks of the canvas: what may stand on a sticky note, and which numbers make it play.

Keys, id prefixes and ``for``/``from`` are those of BMML 2.0; each note may carry ``sim:`` with our own
numbers. A note without ``sim:`` is drawn but does nothing.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from simcore.canvas.commons import Building, Goal, Order, Pledge, Volunteering
from simcore.canvas.notes import Links, Note
from simcore.canvas.measures import (
    Euros, EurosAnHour, HoursAYear, HoursToLearn, Logit, Minutes, PeopleASupervisor, PerYear, Places, Share,
    ShareAQuarter, ShareAWeek, ShareAYear, SomeShare, SomeWeeks, Spread, SquareMetres, TeamHours, WeeksAYear,
)  # fmt: skip
from simcore.canvas.together import Gathering, Opening, Recognition, Trade
from simcore.files import Field, Flag, Here, Id, InUnit, Label, Problem, Quantity, Text, record
from simcore.files.units import UNITS

Contract = Literal["participation_place", "wage_subsidy", "paid", "volunteer", "broker"]

MOST_PLACES = 1000                         # of one team

EXPLORE = ["ideation", "discovery", "validation", "acceleration", "transfer"]
EXPLOIT = ["improve", "grow", "sustain", "retire", "transfer"]


@record
class Meta:
    name: Label
    portfolio: Literal["explore", "exploit"]
    stage: Literal["ideation", "discovery", "validation", "acceleration", "transfer",
                   "improve", "grow", "sustain", "retire"]
    tagline: Text | None = None
    created: Text | None = None
    updated: Text | None = None
    derived_from: Text | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """A stage belongs to its portfolio: what is explored is not yet improved, grown or retired."""
        stages = EXPLORE if self.portfolio == "explore" else EXPLOIT
        if self.stage not in stages:
            yield here.problem(
                "stage", what=f"{self.stage} is no stage of {self.portfolio}", instead="known: " + ", ".join(stages)
            )


# --- customer segments ------------------------------------------------------------------------------

@record
class SegmentSim:
    english: Label | None = None
    who: Literal["working_single", "temporary_care", "pgb", "limited", "everyone", "benefit"]


@record
class Segment(Note):
    sim: SegmentSim | None = None


# --- value propositions -----------------------------------------------------------------------------

@record
class Company:
    """Drinking coffee together during a visit: it makes a contact and takes time nobody pays for."""
    minutes: Minutes


@record
class PropositionSim:
    english: Label | None = None
    activity: Id | None = None                 # which need of the neighbourhood it meets
    team: Id | None = None                     # whose hours it takes
    place: Literal["home", "outdoors", "workplace"] = "home"
    offered: Literal["from_start", "on_request"] = "from_start"
    start_cost: Euros | None = None
    vat: Share | None = None
    company: Company | None = None
    free: Flag = False                         # who asks for it pays nothing
    opening: Opening | None = None             # without it, open whenever its team has hours
    goal: Goal | None = None                   # residents may choose it
    must_pay: Flag = True                      # the stop rule looks at it; if not, what it goes with bears its cost


@record
class Proposition(Note):
    sim: PropositionSim | None = None


# --- channels and relationships ---------------------------------------------------------------------

@record
class Event:
    """A fair or a leaflet: a moment at which part of the district hears of the enterprise."""
    reach: Share
    every: SomeWeeks


@record
class ChannelSim:
    english: Label | None = None
    outside: PerYear | None = None             # yearly hazard of hearing of it from outside (Bass p)
    word_of_mouth: PerYear | None = None       # Bass q
    bad_word: PerYear | None = None
    event: Event | None = None


@record
class Channel(Note):
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: ChannelSim | None = None


@record
class Bond:
    """How people take to this enterprise: its appeal beside a commercial one, and how trust moves."""
    appeal: Logit
    likeness: Share
    trust_at_first: Share
    trust_pace: Share
    new_face: Share


@record
class RelationshipSim:
    english: Label | None = None
    bond: Bond | None = None


@record
class Relationship(Note):
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: RelationshipSim | None = None


# --- revenue ----------------------------------------------------------------------------------------

PER_JOB = ["EUR/job", "EUR/visit", "EUR/trip", "EUR/meal"]
Price = Annotated[Quantity, InUnit("EUR/hour", *PER_JOB)]


@record
class RevenueSim:
    english: Label | None = None
    price: Price | None = None                 # what the customer pays, VAT included
    per: Literal["hour", "job"] = "hour"
    order: Order | None = None                 # in place of a price: partners order it

    def problems(self, here: Here) -> Iterator[Problem]:
        """The unit of the price says the same as ``per``; of a unit that is none, the price itself says so."""
        if self.price is None or self.price.unit not in UNITS:
            return
        if (self.price.unit == "EUR/hour") != (self.per == "hour"):
            yield here.problem(
                "price", "unit", what=f"is {self.price.unit}, but the price is per {self.per}",
                instead="write EUR/hour" if self.per == "hour" else "write " + " or ".join(PER_JOB),
            )  # fmt: skip


@record
class Revenue(Note):
    from_: Annotated[Links, Field(alias="from")] = Links()
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: RevenueSim | None = None


# --- resources, activities --------------------------------------------------------------------------

@record
class Team:
    """People who do the work: how many places, under which contract, and how many hours a week."""
    contract: Contract
    places: Places
    hours: TeamHours
    licence: Flag = True                       # rides against payment ask for a taxi licence
    trade: Trade | None = None                 # it forms of people who can do this and like to

    def problems(self, here: Here) -> Iterator[Problem]:
        """A team has no more places than a district could fill."""
        if self.places.value > MOST_PLACES:
            yield here.problem("places", what=f"is {self.places.value:g}", instead=f"write at most {MOST_PLACES}")
        if self.trade is None:
            return
        if self.contract in ("paid", "broker"):
            yield here.problem("trade", key=True, what=f"has no meaning for people who are {self.contract}",
                               why="they are hired elsewhere, and always there",
                               instead="remove it, or write contract: participation_place")
        for less, more, limit in (("keep", "least", self.trade.least), ("least", "places", self.places)):
            number = getattr(self.trade, less)
            if number.value > limit.value:
                yield here.problem("trade", less, "value", what=f"is {number.value:g}, above {more} ({limit.value:g})",
                                   instead=f"write at most {limit.value:g}")


@record
class ResourceSim:
    english: Label | None = None
    team: Team | None = None
    area: SquareMetres | None = None           # rooms, m2
    building: Building | None = None           # that residents may run themselves


@record
class Resource(Note):
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: ResourceSim | None = None


@record
class Guidance:
    people_per_supervisor: PeopleASupervisor


@record
class Coordination:
    hours: HoursAYear                          # hours a year


@record
class Recruiting:
    """How people on benefit come to a free place, and how they leave it."""
    join: ShareAYear
    drop_out: ShareAYear


@record
class Learning:
    """Learning by doing, and gaining or losing confidence."""
    productivity_at_start: SomeShare
    productivity_in_the_end: SomeShare
    hours_to_learn: HoursToLearn
    attendance: SomeShare
    weeks_a_year: WeeksAYear
    travel: Share
    quality_noise: Spread
    confidence_at_start: Share
    confidence_gain: ShareAWeek
    confidence_loss: ShareAWeek


@record
class Waiting:
    """What happens with a request for which there are no hours this week."""
    leave: ShareAWeek                          # chance per week that a waiter goes elsewhere


@record
class ActivitySim:
    english: Label | None = None
    guidance: Guidance | None = None
    coordination: Coordination | None = None
    recruiting: Recruiting | None = None
    learning: Learning | None = None
    waiting: Waiting | None = None
    recognition: Recognition | None = None
    gathering: Gathering | None = None
    volunteering: Volunteering | None = None
    pledge: Pledge | None = None


@record
class Activity(Note):
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: ActivitySim | None = None


# --- partners, costs --------------------------------------------------------------------------------

@record
class PartnerSim:
    """What a partner gives: a share of the costs it stands for, in kind, and cash at the start."""
    english: Label | None = None
    kind: Literal["municipality", "corporation", "welfare", "care", "fund", "residents", "company"]
    share: Share | None = None                 # of the cost lines its `for:` points at, borne in kind
    phase_out: ShareAQuarter | None = None     # per quarter, of what is left
    term: SomeWeeks                                # weeks until it decides again
    renew: Logit                               # logit of renewal when gain equals what it gives
    renew_on_gain: Logit
    gain_per_hour: EurosAnHour                 # worth to this partner of an hour delivered that it gains from
    gain_from: list[Id] | None = None          # the value propositions it gains from; else all of them
    gain_share: Share | None = None            # of their hours, those at its own tenants or clients; else all
    start_capital: Euros | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """Who bears a share of costs says how it goes on; who bears none has nothing to phase out."""
        for given, missing in (("share", "phase_out"), ("phase_out", "share")):
            if getattr(self, given) is not None and getattr(self, missing) is None:
                instead = f"{here.add(line=f'{missing}: ...')}, or remove {given} for a partner that bears no costs"
                yield here.problem(given, key=True, what=f"stands there without {missing}",
                                   why="a share of costs goes on as it is, or becomes less each quarter",
                                   instead=instead)


@record
class Partner(Note):
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: PartnerSim | None = None


# Whom a cost is paid to, where it is no partner.
PAYEES = ["staff", "landlord", "participants", "suppliers", "insurers"]

COST_UNITS = {
    "supervisor": "EUR/year", "coordination_hour": "EUR/hour", "m2": "EUR/m2/year", "participant": "EUR/half-year",
    "delivered_hour": "EUR/hour", "gathering": "EUR/meeting", "volunteer_hour": "EUR/hour", "year": "EUR/year",
    "start": "EUR", "pot": "EUR",
}  # fmt: skip


@record
class CostSim:
    english: Label | None = None
    amount: Quantity
    per: Literal["supervisor", "coordination_hour", "m2", "participant", "delivered_hour", "gathering",
                 "volunteer_hour", "year", "start", "pot"]
    payee: Id = "suppliers"                    # one of PAYEES, or a partner
    more_visitors: Share | None = None         # once the pot is spent: to what is held in that building

    def problems(self, here: Here) -> Iterator[Problem]:
        """The unit of the amount fits what the cost is counted by; of what is no unit, the amount itself says so."""
        if self.amount.unit in UNITS and self.amount.unit != COST_UNITS[self.per]:
            yield here.problem(
                "amount", "unit", what=f"is {self.amount.unit}, but the cost is per {self.per}",
                instead=f"write {COST_UNITS[self.per]}",
            )  # fmt: skip


@record
class Cost(Note):
    for_: Annotated[Links, Field(alias="for")] = Links()
    sim: CostSim | None = None
