"""What a lane writes down as it goes: whole numbers per week and replication; each quarter a look at the district."""

import hashlib
from collections.abc import Mapping

import numpy as np

from simcore.behaviour.world import COUNTS, World
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.week.layout import Layout

COUNTED = ("counts", "benefit", "placed", "services", "teams", "minutes", "cash", "result", "alive")     # in every lane
SERVICE_FIELDS = ["customers", "asked", "visits", "served", "missed", "open"]
TEAM_FIELDS = ["capacity", "served", "waiting", "committed"]


class Series:
    """Arrays by name: (weeks, R, ...), and (quarters, R) for those of ``quarter``."""

    def __init__(self, weeks: int, R: int, layout: Layout):
        self.weeks, self.R = weeks, R
        S, T = len(layout.services), len(layout.teams)
        ints = lambda *more: np.zeros((weeks, R, *more), np.int64)  # noqa: E731
        self.counts, self.benefit, self.placed = ints(len(COUNTS)), ints(), ints()
        self.services, self.teams = ints(S, len(SERVICE_FIELDS)), ints(T, len(TEAM_FIELDS))
        self.minutes: np.ndarray | None = None
        self.cash, self.result, self.alive = ints(), ints(), np.ones((weeks, R), bool)
        self.more: dict[str, np.ndarray] = {}                     # what only some models have
        self.quarter: dict[str, np.ndarray] = {}
        self.measures: dict[str, np.ndarray] = {}                 # of plugins, numbers with a fraction: in no digest

    def record_week(self, week: int, w: World, minutes: np.ndarray, benefit: np.ndarray, placed: np.ndarray) -> None:
        """Counts, benefits, hours by way, services and teams of one week."""
        if self.minutes is None:
            self.minutes = np.zeros((self.weeks, *minutes.shape), np.int64)
        self.counts[week], self.benefit[week], self.placed[week] = w.counts, benefit, placed
        self.minutes[week] = minutes
        if w.teams.size:
            for i, name in enumerate(SERVICE_FIELDS):
                self.services[week, :, :, i] = getattr(w.columns.services, name)
            for i, name in enumerate(TEAM_FIELDS):
                self.teams[week, :, :, i] = getattr(w.columns.teams, name)

    def record_books(self, week: int, ledger, desk) -> None:
        """Cash and result of one week."""
        if desk is not None:
            self.cash[week] = ledger.balance("enterprise:cash")
            self.result[week] = desk.close(ledger, week)
            self.alive[week] = desk.alive

    def record_more(self, week: int, values: dict[str, np.ndarray]) -> None:
        """Whole numbers (R,) of one week that only some models have; a name once used is used every week."""
        for name, value in values.items():
            if name not in self.more:
                self.more[name] = np.zeros((self.weeks, self.R), np.int64)
            self.more[name][week] = value

    def measure(self, week: int, name: str, values: np.ndarray) -> None:
        """A measure of a plugin (R,), by ``<plugin>.<name>``."""
        if name not in self.measures:
            self.measures[name] = np.zeros((self.weeks, self.R))
        self.measures[name][week] = values

    def record_quarter(self, quarter: int, values: dict[str, np.ndarray]) -> None:
        """One look at the district."""
        for name, value in values.items():
            if name not in self.quarter:
                self.quarter[name] = np.zeros((max(1, self.weeks // QUARTER), self.R), np.asarray(value).dtype)
            self.quarter[name][quarter] = value

    def arrays(self) -> dict[str, np.ndarray]:
        """All but the quarters, (weeks, R, ...) by name."""
        return {**{name: getattr(self, name) for name in COUNTED}, **self.more,
                **{f"measure.{name}": one for name, one in self.measures.items()}}

    def digest(self, replication: int) -> str:
        """A digest of every count of one replication."""
        return digest_of_counts(self.arrays(), self.quarter, replication)


def digest_of_counts(series: Mapping[str, np.ndarray], quarter: Mapping[str, np.ndarray], r: int) -> str:
    """A digest of every count of one replication; numbers with a fraction are left out."""
    out = hashlib.blake2b(digest_size=16)
    more = [series[name] for name in sorted(series) if name not in COUNTED and series[name].dtype.kind != "f"]
    quarters = [quarter[name] for name in sorted(quarter) if quarter[name].dtype.kind != "f"]
    for array in (*(series[name] for name in COUNTED), *more, *quarters):
        out.update(np.ascontiguousarray(array[:, r]).tobytes())
    return out.hexdigest()
