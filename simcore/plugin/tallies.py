"""What is counted for plugins (``week.tally``): each with its unit and its name for people.

In ``plan`` a tally stands as last week left it; in ``settle`` it is of this week. Each is (R,), read-only, and worked
out only when somebody asks. Without an enterprise whatever is of one is 0.
"""

from dataclasses import dataclass

from simcore.canvas import Spec
from simcore.plugin import names


@dataclass(frozen=True)
class Counted:
    """One thing that is counted; ``everywhere`` also where there is no enterprise."""
    name: str
    unit: str
    dutch: str
    english: str
    everywhere: bool = False


PLACE = [
    Counted("homes", "households", "huishoudens", "households", True),
    Counted("residents", "people", "bewoners", "residents", True),
    Counted("clients", "households", "huishoudens met hulp uit de Wmo", "households with help from the Wmo", True),
    Counted("wmo.short", "share", "cliënten die hulp tekortkomen, bij de laatste telling (elk kwartaal)",
            "clients short of help, at the last count (each quarter)", True),
    Counted("on_benefit", "people", "mensen in de bijstand", "people on benefit", True),
    Counted("exits", "people", "uit de bijstand naar werk, deze week", "from benefit into work, this week", True),
    Counted("ill", "households", "huishoudens met iemand die ziek is", "households with somebody who is ill", True),
]

ENTERPRISE = [
    Counted("aware", "households", "huishoudens die de onderneming kennen", "households that know the enterprise"),
    Counted("customers", "customers", "vaste klanten, van alle diensten samen",
            "standing customers, of all services together"),
    Counted("homes.customers", "households", "huishoudens die vaste klant zijn",
            "households that are standing customers"),
    Counted("members", "people", "mensen met een plaats", "people who hold a place"),
    Counted("places.free", "places", "plaatsen die vrij zijn", "places that are free"),
    Counted("volunteers", "people", "vrijwilligers", "volunteers"),
    Counted("organisers", "people", "vrijwilligers die organiseren", "volunteers who organise"),
    Counted("cash", "EUR", "geld in kas", "cash"),
    Counted("sales", "EUR", "verkoop deze week, met wat anderen voor klanten betalen en met opdrachten",
            "sold this week, with what others pay for customers and with orders"),
    Counted("result", "EUR", "resultaat van deze week, met wat er vorige week via plugins ging; zonder inleg",
            "result of this week, with what went by plugins last week; without capital"),
]


def tallied(spec: Spec) -> dict[str, Counted]:
    """All that is counted for plugins in a model, by name; without what is of orders that plugins bring."""
    canvas, out, there = spec.canvas, [*PLACE, *ENTERPRISE], names.services(spec)
    out += [Counted(f"need.{one.id}", "hours/week", f"nodig in de wijk, zonder seizoen en plugins: {one.name}",
                    f"needed in the district, without season and plugins: {one.english}", True)
            for one in spec.place.needs.activities]

    def each(what: str, unit: str, dutch: str, english: str, notes) -> None:
        out.extend(Counted(f"{what}.{one.id}", unit, f"{dutch}: {one.name}", f"{english}: {one.sim.english}")
                   for one in notes)

    services = [one for one in canvas.value_propositions if one.id in there]
    teams = [one for one in canvas.key_resources if one.sim and one.sim.team]
    meetings = [one for one in canvas.key_activities if one.sim and one.sim.gathering]
    each("customers", "customers", "vaste klanten", "standing customers", services)
    each("visits", "visits", "bezoeken deze week", "visits this week", services)
    each("hours", "hours", "uren deze week", "hours this week", (*services, *teams))
    each("came", "people", "bezoekers", "who came", meetings)
    each("held", "times", "gehouden deze week", "held this week", meetings)
    each("opened", "hours", "open deze week", "open this week",
         [one for one in canvas.key_resources if one.sim and one.sim.building])
    lines = [one for one in canvas.costs if one.sim]
    each("cost", "EUR", "kosten deze week", "cost this week", lines)
    each("borne", "EUR", "deze week door partners gedragen", "borne by partners this week", lines)
    each("given", "EUR", "deze week gegeven of betaald door", "given or paid this week by",
         [one for one in canvas.key_partnerships if one.sim])
    out += [order_done(one.id, one.name, one.sim.english)
            for one in canvas.revenue_streams if one.sim and one.sim.order]
    return {one.name: one for one in out}


def order_done(order: str, dutch: str, english: str = "") -> Counted:
    """How often the work of an order was done this week; ``order`` is ``<plugin>.<name>`` for one of a plugin."""
    return Counted(f"order.{order}.done", "times", f"gedaan deze week: {dutch}", f"done this week: {english or dutch}")
