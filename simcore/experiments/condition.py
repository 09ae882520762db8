"""A condition on a figure, as an experiment file has it: ``money.result < 0``."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass

import numpy as np

SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
TEXT = re.compile(r"\s*(?P<figure>[\w.-]+?)\s*(?P<sign><=|>=|<|>)\s*(?P<value>-?\d+(\.\d+)?)\s*")


@dataclass(frozen=True)
class Condition:
    """A figure, a sign and a number in the unit of that figure."""
    figure: str
    sign: str
    value: float

    def holds(self, values: np.ndarray) -> np.ndarray:
        """(N,) 1 where it holds, 0 where it does not, no number where there is no figure."""
        return np.where(np.isnan(values), np.nan, SIGNS[self.sign](values, self.value).astype(float))


def condition(text: str) -> Condition | None:
    """The condition in a text; None when it is none."""
    found = TEXT.fullmatch(text)
    return Condition(found["figure"], found["sign"], float(found["value"])) if found else None
