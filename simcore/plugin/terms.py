"""The terms of a week: numbers that a plugin may move, each with its unit, its name for people and where it starts.

A term of every lane reaches people with or without an enterprise; the others are there only where one plays. What
each does, and how it may be moved, stands in ``KINDS``; ``terms(spec)`` are those of a model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from simcore.canvas import Spec
from simcore.plugin import names

DATED = {"wmo.contribution.least": "wmo.contribution_least", "wmo.contribution.income": "wmo.contribution_income",
         "benefit.norm": "assistance.norm_single", "labour.minimum_wage": "labour.minimum_wage",
         "labour.most_subsidy": "labour.most_subsidy"}          # terms that start each week from a dated rule


@dataclass(frozen=True)
class Kind:
    """Terms of one kind: unit, name for people (``{}`` is what it is of), whether every lane has it, its bounds."""
    unit: str
    dutch: str
    english: str
    everywhere: bool = False
    least: float = 0.0
    most: float = 10.0


@dataclass(frozen=True)
class Term:
    """One term of a model. ``base`` is the path of the number it starts from, or that number itself; None where the
    engine works it out (``wage.<team>``: what the contract and the rules of the day make of it)."""
    name: str
    unit: str
    dutch: str
    english: str
    base: str | float | None
    everywhere: bool
    least: float
    most: float


# What a term is of stands for ``*``.
KINDS = {
    # --- in every lane ---
    # Indicated hours of household help, of who has it and who asks for it; clients look again.
    "wmo.hours": Kind("factor", "uren huishoudelijke hulp uit de Wmo", "hours of household help from the Wmo", True),
    # Own contribution: E0 + rate x max(0, income - Y0) / 13 per four weeks, at most what the help costs; clients look
    # again. The tariff is what the municipality pays a provider of care.
    "wmo.contribution.least": Kind("EUR/4 weeks", "eigen bijdrage Wmo: het minste",
                                   "own contribution to the Wmo: the least", True, most=1e4),
    "wmo.contribution.income": Kind("EUR/year", "eigen bijdrage Wmo: inkomen waarboven die oploopt",
                                    "own contribution to the Wmo: income above which it rises", True, most=1e6),
    "wmo.contribution.rate": Kind("share", "eigen bijdrage Wmo: deel van het inkomen daarboven",
                                  "own contribution to the Wmo: share of income above that", True, most=1.0),
    "wmo.tariff": Kind("EUR/hour", "tarief van huishoudelijke hulp uit de Wmo", "tariff of household help from the Wmo",
                       True, most=1e4),
    # How often a need arises: a job comes so much more often, a standing need takes so much more time.
    "need.*": Kind("factor", "vraag naar {}", "need of {}", True, most=3.0),
    # How often people fall ill for some weeks; who fell ill recovers as ever.
    "illness": Kind("factor", "ziek worden", "falling ill", True),
    # The hazard of who is on benefit to find work; losing it again is as ever.
    "work.found": Kind("factor", "werk vinden vanuit de bijstand", "finding work from benefit", True),
    # How often people come on benefit who found no work lately.
    "benefit.inflow": Kind("factor", "in de bijstand komen", "coming on benefit", True),
    # Who lives alone gets so much; incomes on benefit go along with it, and who lives on one looks again.
    "benefit.norm": Kind("EUR/month", "bijstandsnorm (alleenstaande)", "benefit norm (living alone)", True, most=1e5),
    # What an hour costs under the forms of contract that hang on it, and how long a participation place may last.
    "labour.minimum_wage": Kind("EUR/month", "wettelijk minimumloon", "minimum wage by law", True, most=1e5),
    "labour.most_subsidy": Kind("share", "hoogste loonkostensubsidie", "highest wage subsidy", True, most=1.0),
    "labour.place_weeks": Kind("weeks", "langste duur van een participatieplaats",
                               "longest stay in a participation place", True, most=1e4),
    # What others ask; households pay it, and those who do look again when it jumps.
    "market.commercial.*": Kind("EUR/hour", "prijs van {} bij een bedrijf", "price of {} at a company", True, most=1e4),
    "market.informal.*": Kind("EUR/hour", "prijs van {} bij een hulp zonder bedrijf",
                              "price of {} with an informal helper", True, most=1e4),
    # How much more that way is liked than it was, as if it were so much cheaper; nobody pays it.
    "liking.commercial.*": Kind("EUR/hour", "meer waardering voor een bedrijf: {}", "liking a company more: {}", True,
                                -1e3, 1e3),
    "liking.informal.*": Kind("EUR/hour", "meer waardering voor een hulp zonder bedrijf: {}",
                              "liking an informal helper more: {}", True, -1e3, 1e3),
    # --- of the enterprise ---
    "price.*": Kind("EUR/hour", "prijs van {}", "price of {}", most=1e6),
    "cost.*": Kind("EUR/year", "kosten: {}", "cost: {}", most=1e9),
    "share.*": Kind("factor", "deel van de kosten dat {} draagt", "share of costs that {} bears"),
    "open.*": Kind("factor", "open: {} (onder een half: dicht)", "open: {} (below a half: closed)"),
    "managed.*": Kind("factor", "bewoners beheren {} (onder een half: niet)", "residents run {} (below a half: not)"),
    # What the bar of a building takes, and how many of its rooms are let, by each hour that residents open it.
    "bar.*": Kind("factor", "omzet van de bar: {}", "sales of the bar: {}"),
    "rooms.*": Kind("factor", "verhuurde zalen: {}", "rooms let: {}"),
    "prizes.*": Kind("EUR/meeting", "hoogste waarde van prijzen bij {}", "highest worth of prizes at {}", most=1e6),
    # The yearly hazard of hearing of it from outside; and that of a kind of household: 1 where a channel speaks to it,
    # else 0. Who is of several kinds hears by the largest of them.
    "hearing": Kind("factor", "horen van de onderneming", "hearing of the enterprise"),
    "hearing.*": Kind("factor", "horen van de onderneming: {}", "hearing of the enterprise: {}"),
    # How often people on benefit come to ask for a place; how often those in one come to work, or give it up.
    "joins": Kind("factor", "mensen die een plaats vragen", "people who ask for a place"),
    "attendance": Kind("factor", "opkomst van medewerkers", "attendance of people at work"),
    "attendance.*": Kind("factor", "opkomst van medewerkers: {}", "attendance of people at work: {}"),
    "drop_out": Kind("factor", "medewerkers die stoppen", "people who give up their place"),
    # Hazards of volunteers to stop (organisers by their load) and to come: invited, or at a gathering.
    "volunteers.stop": Kind("factor", "vrijwilligers die stoppen", "volunteers who stop"),
    "volunteers.join": Kind("factor", "vrijwilligers die erbij komen", "volunteers who join"),
    # At most so many places are filled, and never more than the canvas has; who is above it leaves as the week ends.
    "people.*": Kind("places", "hoogste aantal plaatsen in {}", "most places in {}", most=1e3),
    # What the enterprise itself pays for an hour worked, after what others add.
    "wage.*": Kind("EUR/hour", "loonkosten van {}", "cost of labour of {}", most=1e4),
    # Work that partners order: how much of what the canvas says; of an Order of a plugin, times a week. And the fee.
    "times.*": Kind("factor", "hoeveel er besteld wordt: {}", "how much is ordered: {}", most=1e5),
    "fee.*": Kind("EUR each", "vergoeding per keer: {}", "fee each: {}", most=1e7),
}

HOUSEHOLDS = {"working_single": ("alleenstaanden met werk", "singles at work"),
              "temporary_care": ("mensen die even hulp nodig hebben", "people who need help for a while"),
              "pgb": ("mensen met een persoonsgebonden budget", "holders of a personal budget"),
              "limited": ("mensen met een beperking", "people with a limitation"), "everyone": ("iedereen", "everyone"),
              "benefit": ("mensen in de bijstand", "people on benefit"),
              "old": ("65-plussers", "people of 65 and over")}


UNKNOWN = Kind("", "{}", "{}", most=inf)


@cache
def kind_of(name: str) -> Kind:
    """The kind of a term, by its name; ``UNKNOWN`` when there is none."""
    if name in KINDS:
        return KINDS[name]
    parts = name.split(".")
    for n in range(len(parts) - 1, 0, -1):
        if (kind := KINDS.get(".".join(parts[:n]) + ".*")) is not None:
            return kind
    return UNKNOWN


def is_for_all(name: str) -> bool:
    """Whether a term is there in every lane, also where there is no enterprise."""
    return kind_of(name).everywhere


def made(name: str, base: str | float | None, dutch: str = "", english: str = "", unit: str = "") -> Term:
    """The term by this name, which is of something called ``dutch`` and ``english``."""
    kind = kind_of(name)
    return Term(name, unit or kind.unit, kind.dutch.format(dutch), kind.english.format(english or dutch), base,
                kind.everywhere, kind.least, kind.most)


def terms(spec: Spec) -> dict[str, Term]:
    """Every term of a model by its name, without those of orders that plugins bring."""
    return {one.name: one for one in (*of_place(spec), *of_enterprise(spec))}


def of_place(spec: Spec) -> Iterator[Term]:
    """The terms of every lane."""
    yield made("wmo.hours", 1.0)
    for name, rule in DATED.items():
        yield made(name, f"neighbourhood.{rule}")
    yield made("wmo.contribution.rate", "neighbourhood.wmo.contribution_rate")
    yield made("wmo.tariff", "neighbourhood.wmo.tariff")
    yield made("labour.place_weeks", "neighbourhood.labour.place_weeks")
    for name in ("illness", "work.found", "benefit.inflow"):
        yield made(name, 1.0)
    for need in spec.place.needs.activities:
        yield made(f"need.{need.id}", 1.0, need.name, need.english)
        for way in ("commercial", "informal"):
            yield made(f"market.{way}.{need.id}", f"neighbourhood.needs.activities.{need.id}.prices.{way}", need.name,
                       need.english)
            yield made(f"liking.{way}.{need.id}", 0.0, need.name, need.english)


def of_enterprise(spec: Spec) -> Iterator[Term]:
    """The terms that only an enterprise has."""
    canvas, there, sold = spec.canvas, names.services(spec), {}
    for one in canvas.revenue_streams:
        if one.sim and one.sim.price:
            sold |= {id: one for id in one.for_.value_propositions}
    for one in canvas.value_propositions:
        if one.id in there and one.id in sold:
            price = sold[one.id].sim.price
            yield made(f"price.{one.id}", f"revenue_streams.{sold[one.id].id}.price", *called(one), price.unit)
    for one in canvas.costs:
        if one.sim:
            yield made(f"cost.{one.id}", f"costs.{one.id}.amount", *called(one), one.sim.amount.unit)
    for one in canvas.key_partnerships:
        if one.sim:
            yield made(f"share.{one.id}", 1.0, *called(one))
    for one in (*canvas.value_propositions, *canvas.key_activities):
        if one.id in there or (one.sim and getattr(one.sim, "gathering", None)):
            yield made(f"open.{one.id}", 1.0, *called(one))
    for one in canvas.key_activities:
        if one.sim and one.sim.gathering and one.sim.gathering.prizes is not None:
            yield made(f"prizes.{one.id}", 1e6, *called(one))
    yield made("hearing", 1.0)
    spoken_to = names.spoken_to(canvas)
    for kind, (dutch, english) in HOUSEHOLDS.items():
        yield made(f"hearing.{kind}", float(kind in spoken_to), dutch, english)
    for name in ("joins", "attendance", "drop_out", "volunteers.stop", "volunteers.join"):
        yield made(name, 1.0)
    for one in canvas.key_resources:
        if one.sim and one.sim.building:
            for what in ("open", "managed", "bar", "rooms"):
                yield made(f"{what}.{one.id}", 1.0, *called(one))
        if one.sim and one.sim.team:
            yield made(f"people.{one.id}", None, *called(one))
            yield made(f"wage.{one.id}", None, *called(one))
            yield made(f"attendance.{one.id}", 1.0, *called(one))
    for one in canvas.revenue_streams:
        if one.sim and one.sim.order:
            yield made(f"times.{one.id}", 1.0, *called(one))
            yield made(f"fee.{one.id}", f"revenue_streams.{one.id}.order.price", *called(one), one.sim.order.price.unit)


def of_order(owner: str, order) -> Iterator[Term]:
    """The two terms of an order that plugin ``owner`` brings (``nouns.Order``)."""
    yield made(f"times.{owner}.{order.name}", order.times, order.name, unit="times/week")
    yield made(f"fee.{owner}.{order.name}", order.price, order.name)


def called(note) -> tuple[str, str]:
    """What a sticky note is called, in Dutch and in English."""
    return note.name, note.sim.english
