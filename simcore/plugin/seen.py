"""What a plugin sees of a run that is over: to read only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Numbers = Callable[[str], np.ndarray]      # name -> (R,) the values that were drawn


@dataclass(frozen=True)
class Results:
    """A run with an enterprise beside doing nothing, as one plugin sees it; R replications lived."""
    name: str                                  # what the plugin goes by in this model
    replications: int                          # R
    weeks: int
    start: date                                # the Monday it began on
    alive: np.ndarray                          # (R,) bool: the enterprise still exists at the end
    indicator: Callable[[str], np.ndarray]     # (R,) of a figure by its key, as in "work.exits" (simwijk explain)
    streams: tuple[str, ...]                   # the names of all streams, in the lane of the enterprise
    paid: Callable[..., np.ndarray]            # (quarters, R) whole cents: paid("sale.vp-cleaning", lane="enterprise")
    columns: Mapping[str, np.ndarray]          # (R,) of its own, as they were at the end
    measures: Mapping[str, np.ndarray]         # (weeks, R) of its own
    numbers: Numbers                           # (R,) of an own parameter, or of any number by its whole path
