"""Puts dates on the axis of weeks: years on a long run, months on a short one."""

from datetime import date, timedelta

from matplotlib.axes import Axes

from simcore.show.labels import Words

WEEK = timedelta(weeks=1)


def date_axis(ax: Axes, start: date, weeks: int, words: Words, most: int = 8, labels: bool = True) -> None:
    """Ticks at the first of a year or month, at most so many labels, over 0..weeks."""
    ax.set_xlim(0, weeks)
    ticks = first_days(start, weeks, most)
    yearly = all(day.month == 1 for day in ticks)
    ax.set_xticks([max(0.0, (day - start) / WEEK) for day in ticks])
    ax.set_xticklabels([str(day.year) if yearly else words.short_month(day) for day in ticks] if labels else [])


def first_days(start: date, weeks: int, most: int) -> list[date]:
    """Firsts of months, the closest together that are at most ``most``; a year begins within its first ten days."""
    end = start + weeks * WEEK
    found: list[date] = []
    for step in (1, 2, 3, 6, 12, 24, 60, 120):
        found = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)
                 if ((year - start.year) * 12 + month - 1) % step == 0]
        found = [day for day in found if start - timedelta(days=10) <= day <= end]
        if len(found) <= most and (weeks < 104 or step >= 12):
            return found
    return found[:1]
