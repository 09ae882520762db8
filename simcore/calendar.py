"""Dates: which week of the run a day falls in, and the value a dated rule has in a week."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

WEEKS_A_YEAR, WEEKS_A_QUARTER = 52, 13


@lru_cache(maxsize=4096)                       # each lane asks for the same weeks
def day_of(start: date, week: int) -> date:
    """The Monday (or weekday of ``start``) on which a week of the run begins."""
    return start + timedelta(weeks=week)


def week_of(start: date, day: date) -> int:
    """The first week of the run that begins on or after a day; negative when the day was before the start."""
    return -((start - day).days // 7)


@lru_cache(maxsize=4096)
def week_of_year(start: date, week: int) -> int:
    """0..51: the week of the year in which a week of the run begins; day 365 counts with the last week."""
    return min(51, (day_of(start, week).timetuple().tm_yday - 1) // 7)


def in_force(days: Sequence[date], day: date) -> int:
    """The index of the dated value in force on a day: the last that began; the first when none has."""
    last = 0
    for i, begins in enumerate(days):
        if begins <= day:
            last = i
    return last
