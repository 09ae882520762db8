"""Exact limits: cases whose answer can be worked out on paper, and what the engine makes of them.

A limit plays laws, acts or whole lanes of the engine in a case made simple. What comes out is an estimate with a
standard error, from courses with luck of their own; z is how many of those errors it lies from the answer. Where luck
has no part the error is 0, and the estimate must agree to the last digit that is given.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simcore.studies.validation.bench import Bench

MOST_Z = 4.0                     # further off than luck explains
FINE = 0.01                      # standard error as a share of the answer that a full trial stays below


@dataclass(frozen=True)
class Found:
    """What a limit found: ``estimate`` and its standard ``error`` beside the ``exact`` answer, from ``n`` draws.

    Without luck ``error`` is 0, and the two may differ by ``within``.
    """
    estimate: float
    exact: float
    error: float = 0.0
    n: int = 1
    within: float = 0.0

    @property
    def z(self) -> float | None:
        """Standard errors between estimate and answer; None where luck has no part."""
        return float((self.estimate - self.exact) / self.error) if self.error > 0 else None

    @property
    def relative_error(self) -> float:
        """The standard error as a share of the answer."""
        return float(self.error / abs(self.exact)) if self.exact else 0.0

    @property
    def holds(self) -> bool:
        """Whether estimate and answer agree."""
        if self.z is None:
            return bool(abs(self.estimate - self.exact) <= self.within)
        return bool(abs(self.z) <= MOST_Z)


@dataclass(frozen=True)
class Limit:
    """A case with an answer: its key (names stand in the word list), section of docs/laws.md, equation and source."""
    key: str
    section: str
    equation: str
    source: str
    unit: str
    find: Callable[[Bench], Found]


LIMITS: dict[str, Limit] = {}


def limit(key: str, section: str, equation: str, source: str = "", unit: str = "") -> Callable:
    """Register a function as a limit, under its key."""
    def register(find: Callable[[Bench], Found]) -> Callable[[Bench], Found]:
        LIMITS[key] = Limit(key, section, equation, source, unit, find)
        return find

    return register


def all_limits() -> dict[str, Limit]:
    """Every limit by key, people first."""
    from simcore.studies.validation import limits_of_people, limits_of_work  # noqa: F401  (they register themselves)

    return LIMITS


# --- estimates with their errors --------------------------------------------------------------------------------------


def ratio(above: np.ndarray, below: np.ndarray, exact: float) -> Found:
    """Sum of ``above`` over sum of ``below``, both (R,) by course; the error from how courses differ."""
    above, below = np.asarray(above, float), np.asarray(below, float)
    estimate = above.sum() / below.sum()
    apart = above - estimate * below
    error = np.sqrt(above.size / (above.size - 1) * (apart**2).sum()) / below.sum()
    return Found(float(estimate), exact, float(error), int(below.sum()))


def yearly(happened: np.ndarray, at_risk: np.ndarray, exact: float) -> Found:
    """A yearly share 1 - (1 - p)^52 from weekly counts (R,) of what happened to those at risk."""
    weekly = ratio(happened, at_risk, 0.0)
    left = (1 - weekly.estimate) ** 51
    return Found(1 - left * (1 - weekly.estimate), exact, 52 * left * weekly.error, weekly.n)


def mean(values: np.ndarray, exact: float) -> Found:
    """The mean of independent values."""
    values = np.asarray(values, float).ravel()
    return Found(float(values.mean()), exact, float(values.std(ddof=1) / np.sqrt(values.size)), values.size)


def share(hits: np.ndarray, chances: np.ndarray, draws: int) -> Found:
    """Hits of ``draws`` draws each at chances (n,): the mean share beside the mean chance, error as of coin flips."""
    chances = np.asarray(chances, float)
    total = chances.size * draws
    error = np.sqrt((chances * (1 - chances)).sum() * draws) / total
    return Found(float(np.sum(hits) / total), float(chances.mean()), float(error), total)
