"""Lines over the weeks, a panel for each model on one axis: cash with its band, and how many courses still exist."""

import math
from datetime import date, timedelta

import numpy as np

from simcore.played import LaneOutcome
from simcore.run import ENTERPRISE
from simcore.show.bands import band
from simcore.show.page.html import Html, joined, tag
from simcore.show.page.page import Page

WIDE, HIGH, LOW = 660, 400, 240             # of the drawings; text in them is 28 of these units high
LEFT, RIGHT, TOP, BOTTOM = 170, 20, 18, 46
EVERY = 4                                   # weeks between two points of a line
SIZE = 28
ROOM = 36                                   # that the half of a year takes to the right of its mark


def cash(page: Page) -> Html:
    """A panel for each model: cash in hand over time, and below it in how many courses it still exists."""
    lanes = {key: page.found.outcomes[key].lanes[ENTERPRISE] for key in page.keys}
    lines = {key: band(lane.series["cash"] / 100) for key, lane in lanes.items()}
    about = "page.cash.about" if page.courses >= 10 else "page.cash.few" if page.banded else "page.cash.one"
    alive = {key: lane.series["alive"].mean(1) for key, lane in lanes.items()}
    bounds = [bound for one in lines.values() for part in (one if page.banded else one[1:2])
              for bound in (part.min(), part.max())]
    ticks = ticks_in(min(0.0, *bounds), max(0.0, *bounds))
    euros, shares = [page.words.euros(tick) for tick in ticks], [0, 0.5, 1]
    parts = [page("unit.share", n=page.words.number(100 * tick)) for tick in shares]
    panels = [tag("div", tag("h3", page.model(key)),
                  chart(page, key, (one.low, one.middle, one.high), lasts(lanes[key]), ticks, euros, HIGH,
                        f"{page('page.cash')} {page.titles[key]}"),
                  chart(page, key, (alive[key],) * 3, page.found.any.weeks, shares, parts, LOW,
                        f"{page('page.alive')} {page.titles[key]}"))
              for key, one in lines.items()]
    return tag("section", tag("h2", page("page.cash")), tag("p", page(about), " ", page("page.cash.end")),
               tag("p", page("page.alive.about", n=page.courses)), tag("div", panels, class_="panels"),
               id=page.at("cash"))


def lasts(lane: LaneOutcome) -> int:
    """The weeks in which the enterprise exists in half of the courses, or more; at least one."""
    return max(1, int((lane.series["alive"].mean(1) >= 0.5).sum()))


def chart(page: Page, key: str, line: tuple[np.ndarray, np.ndarray, np.ndarray], until: int, ticks: list[float],
          labels: list[str], high: int, label: str) -> Html:
    """A drawing of low, middle and high (weeks,) of one model; the middle line ends after ``until`` weeks."""
    weeks, bottom, top, mark = page.found.any.weeks, ticks[0], ticks[-1], page.marks[key]
    low, middle, over = line
    at = sorted({*range(0, weeks, EVERY), weeks - 1})
    lived = sorted({*(week for week in at if week < until), until - 1})

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
        at_end = x(week - 1) > WIDE - RIGHT - ROOM
        parts.append(tag("text", text, x=x(week - 1), y=high - 8,
                         text_anchor="start" if week == 0 else "end" if at_end else "middle"))
    if page.banded and low is not over:
        parts.append(tag("polygon", points=f"{points(over, at)} {points(low, at[::-1])}", fill=mark.colour,
                         class_="area"))
    parts.append(tag("polyline", points=points(middle, lived), stroke=mark.colour, class_="middle"))
    if until < weeks:                                              # the mark says where it ends
        parts.append(mark.at(x(until - 1), y(middle[until - 1])))
    return tag("svg", parts, viewBox=f"0 0 {WIDE} {high}", class_="chart", role="img", aria_label=label)


def years(page: Page) -> list[tuple[int, str]]:
    """Where the axis of time is marked: the start, and each first of January; every quarter when it is short."""
    start, weeks = page.found.any.spec.canvas.simwijk.start, page.found.any.weeks
    end = start + timedelta(weeks=weeks)
    days = [date(year, month, 1) for year in range(start.year, end.year + 1)
            for month in ((1,) if weeks > 78 else (1, 4, 7, 10))]
    found = [((day - start).days / 7, str(day.year) if weeks > 78 else page.words.short_month(day))
             for day in days if start < day < end]
    first = [(0, page.words.short_month(start))] if not found or found[0][0] > weeks * 0.3 else []
    return [*first, *found[::1 + len(found) // 5]]                 # no more labels than there is room for


def ticks_in(low: float, high: float) -> list[float]:
    """At most seven round values that span an axis."""
    if high <= low:
        return [low, low + 1]
    raw = (high - low) / 5
    size = 10 ** math.floor(math.log10(raw))
    step = next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= raw)
    return [step * n for n in range(math.floor(low / step), math.ceil(high / step) + 1)]
