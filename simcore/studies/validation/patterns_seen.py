"""The published patterns, and how each is made in the model. Rows that cannot be made, and misses, are here as well."""

import numpy as np

from simcore.behaviour.world import COMMERCIAL, COUNT, INFORMAL, WMO
from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.results.bands import ratio
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE
from simcore.studies.validation.bench import NotHere, expanded, shipped
from simcore.studies.validation.patterns import pattern
from simcore.studies.validation.stage import Stage, arc
from simcore.week.series import SERVICE_FIELDS

# --- who lives there --------------------------------------------------------------------------------------------------


def living_alone(stage: Stage, young: int, old: int) -> np.ndarray:
    """(R,) share of people between two ages who live alone, at the start."""
    w = stage.still().world
    age, alone = w.base_residents.age, w.base_households.persons[:, stage.people.household] == 1
    mine = (age >= young) & (age < old)
    return (alone & mine).sum(1) / mine.sum(1)


@pattern("alone_80", "POP-027", "share", scale=0.01)
def alone_80(stage: Stage) -> np.ndarray:
    """People of 80 and over who live alone."""
    return living_alone(stage, 80, 200)


@pattern("alone_70", "POP-025", "share", (0.33, 0.35, 0.37))
def alone_70(stage: Stage) -> np.ndarray:
    """People in their seventies and eighties who live alone; the row says how 2013 lies between 2008 and 2018."""
    return living_alone(stage, 70, 90)


@pattern("limited_65", "HLT-067", "share", scale=0.01)
def limited_65(stage: Stage) -> np.ndarray:
    """People of 65 and over with a lasting limitation."""
    people = stage.still().world.base_residents
    return (people.limited & (people.age >= 65)).sum(1) / (people.age >= 65).sum(1)


@pattern("lonely", "HLT-066", "share", scale=0.01)
def lonely(stage: Stage) -> np.ndarray:
    """Adults who are lonely."""
    quarter = stage.still().series.quarter
    return quarter["lonely"][-1] / quarter["adults"][-1]


@pattern("ends_meet", "HLT-065", "share", scale=0.01, why="absent")
def ends_meet(stage: Stage) -> None:
    """People who have difficulty making ends meet: the model has incomes, and no such judgement."""


# --- who does the housework -------------------------------------------------------------------------------------------


def bought(stage: Stage, way: int) -> np.ndarray:
    """(R,) share of households that have the first need of all, cleaning, done by a way."""
    return (stage.still().world.habit[:, :, 0] == way).mean(1)


@pattern("buys", "MKT-001", "share", (0.13, 0.13, 0.13))
def buys(stage: Stage) -> np.ndarray:
    """Households that pay somebody for work at home."""
    return bought(stage, INFORMAL) + bought(stage, COMMERCIAL)


@pattern("informally", "MKT-007", "share", scale=0.01)
def informally(stage: Stage) -> np.ndarray:
    """Of those, the share that arranged it informally."""
    return ratio(bought(stage, INFORMAL), buys(stage))


@pattern("cleaner_2004", "MKT-006", "share", (0.17, 0.17, 0.17), why="year")
def cleaner_2004(stage: Stage) -> np.ndarray:
    """Households with a cleaner nine years before the start: 1.2 million of some 7 million."""
    return buys(stage)


@pattern("price_paid", "MKT-004", "EUR/hour")
def price_paid(stage: Stage) -> np.ndarray:
    """What an hour of work at home costs whoever buys it, informally or from a company."""
    lane = stage.still()
    paid = sum(flows(lane, f"market.{way}") for way in ("informal", "commercial"))
    hours = lane.series.minutes[:, :, :, [INFORMAL, COMMERCIAL]].sum((0, 2, 3)) / 60 - hired(lane)
    return paid / hours


def hired(lane) -> np.ndarray:
    """(R,) hours that holders of a personal budget hire: counted as informal, but paid by that budget."""
    rate = np.minimum(lane.numbers["neighbourhood.wmo.tariff"], lane.numbers["neighbourhood.wmo.budget_rate"])
    return flows(lane, "wmo.budget") / rate


def flows(lane, name: str) -> np.ndarray:
    """(R,) EUR over a stream in all weeks."""
    return lane.ledger.flows[:, :, lane.ledger.index[name]].sum(0) / 100


@pattern("hours_home", "MKT-002", "hours/year", (35.9, 35.9, 35.9), why="scope")
def hours_home(stage: Stage) -> np.ndarray:
    """Hours of paid work at home, a household and year: 272 million over 7.57 million households (POP-011)."""
    lane = stage.still()
    hours = lane.series.minutes[:, :, :, [INFORMAL, COMMERCIAL]].sum((0, 2, 3)) / 60 - hired(lane)
    return hours / lane.world.households.shape[1] * YEAR / lane.weeks


# --- household help ---------------------------------------------------------------------------------------------------


def clients(stage: Stage) -> np.ndarray:
    """(R,) households with help from the Wmo, per 1,000 residents."""
    w = stage.still().world
    return (w.habit[:, :, int(np.argmax(w.helped))] == WMO).sum(1) / w.residents.shape[1] * 1000


@pattern("clients", "WMO-021", "per 1000")
def clients_seen(stage: Stage) -> np.ndarray:
    """Clients of household help per 1,000 residents of Haarlem."""
    return clients(stage)


@pattern("clients_implied", "WMO-061", "per 1000", (23.5, 26.8, 30.0))
def clients_implied(stage: Stage) -> np.ndarray:
    """The same, as what Haarlem spent implies: 4,100 (3,600 to 4,600) of 153,100 residents (POP-003)."""
    return clients(stage)


# --- benefit ----------------------------------------------------------------------------------------------------------


def left(stage: Stage, *names: str) -> np.ndarray:
    """(R,) share of the stock on benefit that leaves in a year, by ways of leaving."""
    series = stage.still().series
    gone = sum(series.counts[:, :, COUNT[name]].sum(0) for name in names)
    return gone / series.benefit.sum(0) * YEAR


@pattern("to_work", "BIJ-031", "share", scale=0.01)
def to_work(stage: Stage) -> np.ndarray:
    """People on benefit who go to work in a year."""
    return left(stage, "exits")


@pattern("outflow", "BIJ-029", "share", (0.234, 0.30, 0.30))
def outflow(stage: Stage) -> np.ndarray:
    """People who leave benefit in a year for any reason."""
    return left(stage, "exits", "other_outflow")


@pattern("growth", "BIJ-021", "share", (0.029, 0.091, 0.091))
def growth(stage: Stage) -> np.ndarray:
    """Growth of the number of people on benefit in a year of crisis: 9.1 % in 2013, by the note of the row."""
    benefit = stage.still().series.benefit
    return benefit[YEAR] / benefit[0] - 1


@pattern("earnings", "BIJ-032", "share", scale=0.01, why="absent")
def earnings(stage: Stage) -> None:
    """People on benefit who earn something beside it: only at an enterprise in this model."""


# --- enterprises ------------------------------------------------------------------------------------------------------


@pattern("productivity", "BIJ-019", "share", scale=0.01, of_model=True)
def productivity(stage: Stage, name: str) -> np.ndarray:
    """What people in a place are worth beside a regular worker, as assessed of people with a wage subsidy."""
    return stage.careers(name).productivity


@pattern("place_effect", "REI-004", "share", scale=0.01, of_model=True)
def place_effect(stage: Stage, name: str) -> np.ndarray:
    """Chance of work a year after taking a place, more than without it."""
    return stage.careers(name).effect


@pattern("displacement", "SOC-010", "share", scale=0.01, of_model=True)
def displacement(stage: Stage, name: str) -> np.ndarray:
    """Regular paid hours that are gone, as a share of the hours that participants work.

    The indicator divides by what came out of those hours, in hours of a regular worker: here that is turned back.
    """
    gone = INDICATORS["displacement"].values(Case.of(stage.played(name)))["share"]
    return gone * stage.careers(name).pace


@pattern("budget", "INI-014", "EUR/year", of_model=True)
def budget(stage: Stage, name: str) -> np.ndarray:
    """What an enterprise costs a year while it exists, whoever pays, in cash and in kind."""
    lane = stage.played(name).lanes[ENTERPRISE]
    mine = [i for i, s in enumerate(lane.streams) if s.name.split(".")[0] in ("cost", "in kind", "wages")]
    return lane.flows[:, :, mine].sum((0, 2)) / 100 * YEAR / lane.series["alive"].sum(0)


@pattern("elasticity_own", "ELA-006", "elasticity", of_model=True)
def elasticity_own(stage: Stage, name: str) -> np.ndarray:
    """How hours sold answer the prices of an enterprise, a tenth down and a tenth up, in its first year."""
    prices = {path: one.value for path, one in shipped(name).quantities().items()
              if path in expanded(shipped(name), {"revenue_streams.*.price": None})}
    keep = [("simwijk.insolvent_after", 100_000.0)]
    keep += [("simwijk.stop.on", "off")] if shipped(name).canvas.simwijk.stop else []
    sold = []
    for factor in (0.9, 1.1):
        out = stage.played(name, *keep, *((path, value * factor) for path, value in prices.items()))
        lane = out.lanes[ENTERPRISE]
        priced = [s for s, one in enumerate(lane.layout.services) if one.revenue]
        sold.append(lane.series["services"][:, :, priced, SERVICE_FIELDS.index("served")].sum((0, 2)))
    if not np.any(sold):
        raise NotHere("sales")
    return -arc(*(np.array(hours, float) for hours in sold)) / (0.2 / 1.0)
