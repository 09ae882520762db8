"""Keeps what was worked out for as long as the arrays that it hangs on are the very same ones.

Most numbers of an enterprise stand still from week to week: terms that no plugin moves, shares between two quarters.
An array that others hang on is never written, only replaced by another.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Kept:
    """Results by name, each with the arrays that it hangs on."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[Sequence[np.ndarray], object]] = {}

    def of(self, name: str, hangs_on: Sequence[np.ndarray], work: Callable[[], T]) -> T:
        """What ``work`` gave under this name; it works again when one of the arrays is another than the last time."""
        last = self.known.get(name)
        if last is None or any(one is not other for one, other in zip(hangs_on, last[0], strict=True)):
            last = self.known[name] = hangs_on, work()
        return last[1]
