"""A band says how sure a figure is: the middle of all courses, and where eight of ten of them lie."""

from dataclasses import dataclass, field

import numpy as np

from simcore.calendar import WEEKS_A_YEAR

DECIMALS = 6                     # floats may differ in the last bit between processors: rounded on output


@dataclass(frozen=True)
class Band:
    """Median with the 10th and the 90th percentile over ``courses`` replications, in ``unit``.

    ``clear`` is False where the band of a difference has zero inside it: then nothing may be concluded. ``values``
    are what it is a band of, one per replication, so that two runs with the same luck can be held side by side.
    """
    median: float
    low: float
    high: float
    unit: str
    courses: int
    difference: bool = False
    values: np.ndarray | None = field(default=None, compare=False, repr=False)

    @property
    def clear(self) -> bool:
        """Whether a difference has one sign from low to high; a figure that is no difference is always clear."""
        return not self.difference or not self.low <= 0 <= self.high

    def as_dict(self) -> dict:
        """The band as plain values, for files."""
        return {"median": self.median, "low": self.low, "high": self.high, "unit": self.unit,
                "courses": self.courses, "clear": self.clear}


def band(values: np.ndarray, unit: str, difference: bool = False) -> Band | None:
    """The band of one value per replication (R,); values that are no number are left out, None when all are."""
    every = np.asarray(values, float)
    values = every[np.isfinite(every)]
    if not values.size:
        return None
    low, middle, high = (round(float(x), DECIMALS) + 0.0 for x in np.quantile(values, [0.1, 0.5, 0.9]))
    return Band(middle, low, high, unit, int(values.size), difference, every)


def per_year(total: np.ndarray, weeks: int) -> np.ndarray:
    """A total over a run as a yearly figure, a year being 52 weeks."""
    return np.asarray(total, float) * (WEEKS_A_YEAR / weeks)


def ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """above / below, no number where there is nothing below."""
    above, below = np.broadcast_arrays(np.asarray(above, float), np.asarray(below, float))
    return np.divide(above, below, out=np.full(above.shape, np.nan), where=below != 0)
