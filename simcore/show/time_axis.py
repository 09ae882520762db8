"""Puts dates on the axis of weeks: years on a long run, months on a short one, as many labels as there is room for."""

import math
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from simcore.show.words import Words
from simcore.show.colours import GRID
from simcore.show.style import LABEL, points, width_of

WEEK = timedelta(weeks=1)
SPACE = 16                                              # least pixels between two labels


def date_axis(ax: Axes, start: date, weeks: int, words: Words, width: float, *, labels: bool = True,
              beyond: float = 40) -> None:
    """Lines at firsts of months or years over 0..weeks, on axes so many pixels wide.

    Labels keep apart, and none reaches more than ``beyond`` pixels past the right end.
    """
    ax.set_xlim(0, weeks)
    days = first_days(start, weeks)
    yearly = all(day.month == 1 for day in days)
    places = [max(0.0, (day - start) / WEEK) for day in days]
    texts = [str(day.year) if yearly else words.short_month(day) for day in days]
    widest = max((width_of(text, LABEL) for text in texts), default=0.0)
    apart = places[1] / weeks * width if len(places) > 1 else width
    every = max(1, math.ceil((widest + SPACE) / max(apart, 1e-9)))
    shown = [(place, text) for place, text in list(zip(places, texts))[::every]
             if labels and place / weeks * width + widest / 2 <= width + beyond]
    ax.add_collection(LineCollection([((place, 0), (place, 1)) for place in places], colors=GRID, lw=points(1.2),
                                     zorder=0.5, transform=ax.get_xaxis_transform()), autolim=False)
    if shown:
        ax.set_xticks([place for place, _ in shown], [text for _, text in shown])
    else:
        ax.xaxis.set_visible(False)                     # ticks that nobody sees take their time too


def first_days(start: date, weeks: int) -> list[date]:
    """Firsts of months, or of years on a run of two years and more: eight at most, or every so many years."""
    end = start + weeks * WEEK
    found: list[date] = []
    for step in (1, 2, 3, 6, 12, 24, 60, 120):
        found = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)
                 if ((year - start.year) * 12 + month - 1) % step == 0]
        found = [day for day in found if start - timedelta(days=10) <= day <= end]
        if len(found) <= 8 and (weeks < 104 or step >= 12):
            return found
    return found[:1]
