"""What cases look at: one number of each course."""

import numpy as np

from simcore.behaviour.world import COMMERCIAL, INFORMAL, NEIGHBOUR, WMO
from simcore.behaviour.world import ENTERPRISE as OWN
from simcore.run import ENTERPRISE, NOTHING, Outcome
from simcore.studies.mechanisms.case import Look
from simcore.studies.validation import looks

WAYS = {COMMERCIAL: "by companies", INFORMAL: "by informal helpers", NEIGHBOUR: "by neighbours", WMO: "by the Wmo",
        OWN: "by the enterprise"}
WHERE = {NOTHING: ", doing nothing", ENTERPRISE: ""}
SAID = {"heard": "households that hear of it", "placed_exits": "people who leave a place for work",
        "exits": "people who find work", "returns": "people who lose it again", "ill": "illnesses", "moved": "moves",
        "limited": "people who grow limited", "gave_up": "requests given up", "dropped_out": "places given up",
        "ended": "places ended", "slid_back": "people who slide back", "other_outflow": "benefits ended otherwise",
        "participations": "times that somebody took part"}


def spoken(name: str) -> str:
    """The name of a count or an event as words."""
    return SAID.get(name, name.replace("_", " "))


def count(name: str) -> Look:
    """How often something happened to residents, by its column in the counts."""
    return Look(spoken(name), "number", looks.count(name))


def visits(service: str = "") -> Look:
    """Visits of one service, or of all."""
    def read(o: Outcome) -> np.ndarray:
        lane = o.lanes[ENTERPRISE]
        mine = [i for i, s in enumerate(lane.layout.services) if service in ("", s.id)]
        return lane.series["services"][:, :, mine, 2].sum((0, 2))
    return Look(f"visits of `{service}`" if service else "visits", "visits", read)


def minutes_of(service: str) -> Look:
    """Hours that one service gave."""
    def read(o: Outcome) -> np.ndarray:
        lane = o.lanes[ENTERPRISE]
        return lane.series["services"][:, :, lane.layout.service(service), 3].sum(0) / 60
    return Look(f"work done of `{service}`", "hours", read)


def euros(start: str, lane: str = ENTERPRISE) -> Look:
    """Euros in the streams whose name begins with ``start``."""
    return Look(f"money in `{start}`{WHERE[lane]}", "EUR", looks.euros(start, lane), (lane,))


def hours(way: int, lane: str = ENTERPRISE, need: int | None = None) -> Look:
    """Hours delivered in one way, of one need (by its row in the neighbourhood) or all."""
    def read(o: Outcome) -> np.ndarray:
        minutes = o.lanes[lane].series["minutes"][:, :, :, way]
        return (minutes.sum(2) if need is None else minutes[:, :, need]).sum(0) / 60
    what = f"help {WAYS[way]}" + ("" if need is None else f", need {need + 1} of the neighbourhood")
    return Look(what + WHERE[lane], "hours", read, (lane,))


def events(kind: str) -> Look:
    """How often something happened to the enterprise, by its kind in the diary."""
    return Look(f"'{spoken(kind)}' in the diary", "times", looks.events(kind))


def quarterly(name: str, unit: str = "people", per: int = 1) -> Look:
    """A count at the end of each quarter, added up; ``per`` of it make one of the unit."""
    return Look(f"{name}, all quarters added", unit, lambda o: o.lanes[ENTERPRISE].quarter[name].sum(0) / per)


def series(name: str, unit: str, at_the_end: bool = False, per: int = 1) -> Look:
    """A weekly count of the enterprise's lane, in all or in the last week; ``per`` of it make one of the unit."""
    def read(o: Outcome) -> np.ndarray:
        found = o.lanes[ENTERPRISE].series[name]
        return (found[-1] if at_the_end else found.sum(0)) / per
    return Look(name + (" in the last week" if at_the_end else ""), unit, read)


def kept_share(done: str, due: str) -> Look:
    """A share over the whole run, in thousandths."""
    def read(o: Outcome) -> np.ndarray:
        found = o.lanes[ENTERPRISE].series
        return 1000 * found[done].sum(0) / np.maximum(found[due].sum(0), 1)
    return Look(f"{done}, of a thousand", "times", read)


def _summer_over_winter(o: Outcome) -> np.ndarray:
    garden = 3
    minutes = o.lanes[NOTHING].series["minutes"][:52, :, garden, INFORMAL]
    return (minutes[13:39].sum(0) - minutes[:13].sum(0) - minutes[39:].sum(0)) / 60


def _paid_hours_displaced(o: Outcome) -> np.ndarray:
    return hours(COMMERCIAL, NOTHING)(o) - hours(COMMERCIAL)(o)


def _contract_hours_gone(o: Outcome) -> np.ndarray:
    return (o.lanes[NOTHING].series["contract minutes"] - o.lanes[ENTERPRISE].series["contract minutes"]).sum(0) / 60


def _of(name: str, axes: tuple[int, ...] | int):
    return lambda o: o.lanes[ENTERPRISE].series[name].sum(axes)


SERVED = Look("work done", "hours", lambda o: o.lanes[ENTERPRISE].series["teams"][:, :, :, 1].sum((0, 2)) / 60)
CASH = Look("cash at the end", "EUR", lambda o: o.lanes[ENTERPRISE].series["cash"][-1] / 100)
WEEKS_OPEN = Look("weeks that services are open", "weeks",
                  lambda o: o.lanes[ENTERPRISE].series["services"][:, :, :, 5].sum((0, 2)))
WEEKS_ALIVE = Look("weeks that the enterprise exists", "weeks", _of("alive", 0))
PLACED_WEEKS = Look("weeks in a place", "weeks", _of("placed", 0))
SUMMER_OVER_WINTER = Look("garden work by informal helpers in summer beyond that in winter, doing nothing", "hours",
                          _summer_over_winter, (NOTHING,))
PAID_HOURS_DISPLACED = Look("work that companies lose", "hours", _paid_hours_displaced, (NOTHING, ENTERPRISE))
CONTRACT_HOURS_GONE = Look("cleaning of porticoes that firms lose", "hours", _contract_hours_gone,
                           (NOTHING, ENTERPRISE))
