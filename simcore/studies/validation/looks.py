"""What can be looked at in an outcome: each look gives one number per course (R,)."""

from collections.abc import Callable

import numpy as np

from simcore.behaviour.world import COUNT
from simcore.run import ENTERPRISE, NOTHING, Outcome
from simcore.week.series import SERVICE_FIELDS

Look = Callable[[Outcome], np.ndarray]


def count(name: str, lane: str = ENTERPRISE) -> Look:
    """How often something happened, by its name in COUNTS."""
    return lambda o: o.lanes[lane].series["counts"][:, :, COUNT[name]].sum(0)


def hours(way: int, lane: str = ENTERPRISE) -> Look:
    """Hours delivered by a way."""
    return lambda o: o.lanes[lane].series["minutes"][:, :, :, way].sum((0, 2)) / 60


def served(o: Outcome) -> np.ndarray:
    """Hours that the teams of the enterprise gave."""
    return o.lanes[ENTERPRISE].series["teams"][:, :, :, 1].sum((0, 2)) / 60


def capacity(o: Outcome) -> np.ndarray:
    """Hours of regular output that the teams could give."""
    return o.lanes[ENTERPRISE].series["teams"][:, :, :, 0].sum((0, 2)) / 60


def visits(o: Outcome) -> np.ndarray:
    """Visits made."""
    return count("visits")(o)


def placed(o: Outcome) -> np.ndarray:
    """Person-weeks in a place."""
    return o.lanes[ENTERPRISE].series["placed"].sum(0)


def weeks_open(o: Outcome) -> np.ndarray:
    """Weeks that services are open, all together."""
    return o.lanes[ENTERPRISE].series["services"][:, :, :, SERVICE_FIELDS.index("open")].sum((0, 2))


def weeks_alive(o: Outcome) -> np.ndarray:
    """Weeks that the enterprise exists."""
    return o.lanes[ENTERPRISE].series["alive"].sum(0)


def euros(start: str, lane: str = ENTERPRISE) -> Look:
    """Euros over streams whose names begin so."""
    def look(o: Outcome) -> np.ndarray:
        mine = [i for i, s in enumerate(o.lanes[lane].streams) if s.name.startswith(start)]
        return o.lanes[lane].flows[:, :, mine].sum((0, 2)) / 100

    return look


def events(kind: str) -> Look:
    """How often the enterprise decided something."""
    return lambda o: np.array([sum(1 for _, k, _, r in o.lanes[ENTERPRISE].events if k == kind and r == one)
                               for one in o.replications])


def quarterly(name: str, lane: str = ENTERPRISE) -> Look:
    """What is counted each quarter, added up."""
    return lambda o: o.lanes[lane].quarter[name].sum(0)


def nothing_count(name: str) -> Look:
    """How often something happened while doing nothing."""
    return count(name, NOTHING)
