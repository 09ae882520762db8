"""Lines over the weeks for all models on one axis: cash with its band, and in how many courses each still exists."""

import math
from datetime import date, timedelta

import numpy as np

from simcore.run import ENTERPRISE
from simcore.show.bands import band
from simcore.show.page.html import Html, joined, tag
from simcore.show.page.page import Page

WIDE, HIGH, LOW = 1800, 640, 330            # of the drawings; text in them is 32 of these units high
LEFT, RIGHT, TOP, BOTTOM = 190, 40, 16, 54
EVERY = 4                                   # weeks between two points of a line
SIZE = 32


def cash(page: Page) -> Html:
    """Cash in hand over time, and below it how many courses still exist."""
    outcomes = page.found.outcomes
    lines = {key: band(outcomes[key].lanes[ENTERPRISE].series["cash"] / 100) for key in page.keys}
    about = "page.cash.about" if page.courses >= 10 else "page.cash.few" if page.banded else "page.cash.one"
    alive = {key: outcomes[key].lanes[ENTERPRISE].series["alive"].mean(1) for key in page.keys}
    bounds = [bound for one in lines.values() for part in (one if page.banded else one[1:2])
              for bound in (part.min(), part.max())]
    ticks = ticks_in(min(0.0, *bounds), max(0.0, *bounds))
    return tag("section", tag("h2", page("page.cash")), tag("p", page(about)), legend(page),
               chart(page, {key: (one.low, one.middle, one.high) for key, one in lines.items()}, ticks,
                     [page.words.euros(tick) for tick in ticks], HIGH, page("page.cash")),
               tag("h3", page("page.alive")), tag("p", page("page.alive.about", n=page.courses)),
               chart(page, {key: (one, one, one) for key, one in alive.items()}, [0, 0.5, 1],
                     [page("unit.share", n=page.words.number(100 * tick)) for tick in (0, 0.5, 1)], LOW,
                     page("page.alive")),
               id=page.at("cash"))


def legend(page: Page) -> Html:
    """Which line is whose."""
    return tag("p", [tag("span", tag("svg", tag("line", x1=0, x2=80, y1=10, y2=10, stroke=page.marks[key].colour,
                                                stroke_width=6, stroke_dasharray=page.marks[key].dash or None),
                                     viewBox="0 0 80 20", class_="line", aria_hidden="true"), page.model(key),
                         class_="entry")
                     for key in page.keys], class_="legend")


def chart(page: Page, lines: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]], ticks: list[float],
          labels: list[str],
          high: int, label: str) -> Html:
    """A drawing of low, middle and high (weeks,) of each model."""
    weeks, bottom, top = page.found.any.weeks, ticks[0], ticks[-1]
    at = sorted({*range(0, weeks, EVERY), weeks - 1})

    def x(week: float) -> float:
        return round(LEFT + (WIDE - LEFT - RIGHT) * (week + 1) / weeks, 1)

    def y(value: float) -> float:
        return round(TOP + (high - TOP - BOTTOM) * (top - float(value)) / (top - bottom), 1)

    def points(values: np.ndarray, some: list[int]) -> str:
        return " ".join(f"{x(week)},{y(values[week])}" for week in some)

    parts = [joined(tag("line", x1=LEFT, x2=WIDE - RIGHT, y1=y(tick), y2=y(tick),
                        class_="zero" if tick == 0 else "grid"),
                    tag("text", text, x=LEFT - 14, y=y(tick) + SIZE / 3, text_anchor="end"))
             for tick, text in zip(ticks, labels)]
    for week, text in years(page):
        parts.append(tag("line", x1=x(week - 1), x2=x(week - 1), y1=high - BOTTOM, y2=high - BOTTOM + 10,
                         class_="grid"))
        parts.append(tag("text", text, x=x(week - 1), y=high - 8, text_anchor="start" if week == 0 else "middle"))
    for key, (low, _, over) in lines.items():
        if page.banded and low is not over:
            parts.append(tag("polygon", points=f"{points(over, at)} {points(low, at[::-1])}",
                             fill=page.marks[key].colour,
                             class_="area"))
            parts += [tag("polyline", points=points(edge, at), stroke=page.marks[key].colour, class_="edge",
                          stroke_dasharray=page.marks[key].dash or None) for edge in (low, over)]
    for key, (_, middle, _) in lines.items():
        parts.append(tag("polyline", points=points(middle, at), stroke=page.marks[key].colour,
                         stroke_dasharray=page.marks[key].dash or None, class_="middle"))
    for n, (key, (_, middle, _)) in enumerate(lines.items()):
        week = at[len(at) * (n + 1) // (len(lines) + 1)]     # the mark of each line where those of others are not
        parts.append(page.marks[key].at(x(week), y(middle[week])))
    return tag("svg", parts, viewBox=f"0 0 {WIDE} {high}", class_="chart", role="img", aria_label=label)


def years(page: Page) -> list[tuple[int, str]]:
    """Where the axis of time is marked: the start, and each first of January; every quarter when it is short."""
    start, weeks = page.found.any.spec.canvas.simwijk.start, page.found.any.weeks
    end = start + timedelta(weeks=weeks)
    days = [date(year, month, 1) for year in range(start.year, end.year + 1)
            for month in ((1,) if weeks > 78 else (1, 4, 7, 10))]
    found = [((day - start).days / 7, str(day.year) if weeks > 78 else page.words.short_month(day))
             for day in days if start < day < end]
    first = [(0, page.words.short_month(start))] if not found or found[0][0] > weeks * 0.08 else []
    return [*first, *found]


def ticks_in(low: float, high: float) -> list[float]:
    """At most seven round values that span an axis."""
    if high <= low:
        return [low, low + 1]
    raw = (high - low) / 5
    size = 10 ** math.floor(math.log10(raw))
    step = next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= raw)
    return [step * n for n in range(math.floor(low / step), math.ceil(high / step) + 1)]
