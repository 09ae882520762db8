"""A condition on a figure, as an experiment file has it: ``money.result < 0``."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass

import numpy as np

from simcore.errors import Problem, quoted
from simcore.files import Here, remedies
from simcore.files.sources import Mark

SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
MEANT = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<="}
TEXT = re.compile(r"\s*(?P<figure>[\w.-]+?)\s*(?P<sign><=|>=|<|>)\s*(?P<value>-?(0|[1-9]\d*)(\.\d+)?)\s*")
PARTS = re.compile(r"(?P<figure>[^<>=!≥≤]*)(?P<sign>[<>=!≥≤]*)(?P<value>.*)", re.DOTALL)
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")
MORE = re.compile(r"[<>=&|]|\b(and|or|en|of)\b")                # what joins a second condition to a first
EXAMPLE = "money.result < 0"


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
    if not found or THOUSANDS.fullmatch(found["value"]):
        return None
    return Condition(found["figure"], found["sign"], float(found["value"]) + 0.0)


def wrong(text: str, here: Here, *steps: str | int) -> Problem | None:
    """What makes a text no condition, at the part that does; None when it is one, of whatever figure."""
    if condition(text):
        return None
    figure, sign, value = (part.strip() for part in PARTS.fullmatch(text).group("figure", "sign", "value"))
    if not re.fullmatch(r"[a-z][\w.-]*", figure):
        return at_part(here, steps, figure, "it does not begin with a figure", f"write it as in {EXAMPLE}")
    if not sign:
        return at_part(here, steps, "", f"it says nothing of {figure}", f"add a sign and a number, as in {EXAMPLE}")
    if sign not in SIGNS:
        instead = (f"write {MEANT[sign]}, as in {EXAMPLE.replace('<', MEANT[sign])}" if sign in MEANT else
                   f"write one of {', '.join(SIGNS)}, as in {EXAMPLE}")
        return at_part(here, steps, sign, f"{quoted(sign)} is no sign of one", instead)
    if not value:
        return at_part(here, steps, sign, f"it ends with {sign}", f"add a number, as in {EXAMPLE}")
    if MORE.search(value):
        return at_part(here, steps, value, "it says more than one thing", f"write one condition, as in {EXAMPLE}")
    what, instead = (remedies.thousands if THOUSANDS.fullmatch(value) else remedies.not_a_number)(value)
    instead = instead.replace(remedies.UNIT, "; it counts in the unit of the figure")
    return at_part(here, steps, value, what, f"{instead}; as in {EXAMPLE}")


def at_part(here: Here, steps: tuple, part: str, why: str, instead: str) -> Problem:
    """A Problem that points at a part of the condition at a place."""
    whole, mark = here.problem(*steps, what=f"is no condition: {why}", instead=instead), here.mark(*steps)
    if mark is None:
        return whole
    column = max(mark.source.lines[mark.line - 1].find(part, mark.column - 1) + 1, mark.column)
    return Mark(mark.source, mark.line, column).problem(whole.what, instead=instead)
