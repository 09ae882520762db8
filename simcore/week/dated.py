"""What holds from one day to the next, as every week finds it: a rule of the neighbourhood, a cover, an order."""

from datetime import date

import numpy as np

from simcore.calendar import in_force, week_of
from simcore.canvas import Place
from simcore.plugin.nouns import Cover, Order
from simcore.week.numbers import Numbers


FOREVER = 10**9                  # weeks


def span(noun: Cover | Order, start: date) -> tuple[int, int]:
    """The week of a run that begins on ``start`` in which something begins, and that from which it holds no more."""
    begin = 0 if noun.begin is None else max(0, week_of(start, noun.begin))
    return begin, FOREVER if noun.end is None else max(0, week_of(start, noun.end))


class Dated:
    """``rule[week]`` is the value (R,) in force in a week of a run that begins on ``start``; ``rule`` is the path of
    it in the neighbourhood, such as ``labour.minimum_wage``."""

    def __init__(self, place: Place, numbers: Numbers, rule: str, start: date):
        block, leaf = rule.split(".")
        dates = [one.from_day for one in getattr(getattr(place, block), leaf)]
        self.since = [week_of(start, day) for day in dates]
        self.values = [numbers[f"neighbourhood.{rule}.{i}.value"] for i in range(len(dates))]

    def at(self, week: int) -> int:
        """Which of the values is in force."""
        return in_force(self.since, week)

    def __getitem__(self, week: int) -> np.ndarray:
        return self.values[self.at(week)]
