"""What a room reads first of each plan: what it is, in how many courses it does without, and how it ends."""

from math import cos, pi, sin

from simcore.results.bands import band
from simcore.results.district import lonely
from simcore.results.money import WINDOW
from simcore.results.people import exits
from simcore.run import NOTHING
from simcore.show.page.html import Html, joined, link, tag
from simcore.show.page.page import Page
from simcore.show.words import COUNTED

TENS = 10                        # dots where there are more courses than can be counted
ACROSS = 9                       # the radius of a dot


def verdict(page: Page) -> list[Html]:
    """The rows of the table: a question for the room in each, a plan in each column."""
    return [row(page("page.plan"), [plan(page, key) for key in page.keys], "plan"),
            row(page("page.can"), [answer(page, key) for key in page.keys], "answer"),
            row(page("page.fate"), [fate(page, key) for key in page.keys], "fate")]


def row(label: str, cells: list, kind: str) -> Html:
    """A row with its question in front."""
    return tag("tr", tag("th", label, scope="row"), [tag("td", one) for one in cells], class_=kind)


def plan(page: Page, key: str) -> str:
    """What the plan is, as its file says it."""
    return page.words.note(page.found.outcomes[key].spec.canvas.meta.tagline or "–")


def answer(page: Page, key: str) -> Html:
    """In how many courses the plan does without: as a count, and as dots."""
    found = page.found.found[key]
    often = page.words.often(found.answer.holds, found.courses)
    return link(page.at("tiers"), tag("b", often), dots(page, key, found.answer.holds, found.courses))


def fate(page: Page, key: str) -> str:
    """In how many courses it ends, and after how long."""
    found, words = page.found.found[key], page.words
    if found.ends_in_week is None:
        return words("page.exists" if page.banded else "page.exists.one", span=words.span(page.found.any.weeks))
    time = words.span(found.ends_in_week).replace(" ", "\u00a0")
    if not page.banded:
        return words("page.ends.one", time=time)
    return words("page.ends", often=words.often(found.courses - found.alive, found.courses), time=time)


def dots(page: Page, key: str, some: int, of: int) -> Html | None:
    """A dot for each course, in rows of ten; of more than can be counted ten in all, the last one filled in part."""
    if not page.banded:
        return None
    every = of if of <= COUNTED else TENS
    colour, rows, full = page.marks[key].colour, -(-every // TENS), every * some / of
    parts = []
    for n in range(every):
        x, y, filled = 12 + 24 * (n % TENS), 12 + 24 * (n // TENS), min(1.0, max(0.0, full - n))
        parts.append(tag("circle", cx=x, cy=y, r=ACROSS, stroke=colour, stroke_width=3,
                         fill=colour if filled == 1 else "none"))
        if 0 < filled < 1:
            parts.append(tag("path", d=slice_of(x, y, filled), fill=colour))
    return tag("svg", parts, viewBox=f"0 0 {24 * min(every, TENS)} {24 * rows}", role="img",
               class_="dots" if rows == 1 else "dots two", aria_label=page.words.often(some, of))


def slice_of(x: float, y: float, part: float) -> str:
    """The outline of a part of a dot, from twelve o'clock on as the hand of a clock goes."""
    end = x + ACROSS * sin(2 * pi * part), y - ACROSS * cos(2 * pi * part)
    return f"M{x} {y}V{y - ACROSS}A{ACROSS} {ACROSS} 0 {int(part > 0.5)} 1 {end[0]:.2f} {end[1]:.2f}Z"


def nothing(page: Page) -> Html:
    """The lane beside all plans: what doing nothing is, and how the district then stands."""
    lane, said = page.found.any.lanes[NOTHING], [page("page.nothing.zero")]
    if "counted" in lane.quarter:
        shown = [band(values, unit) for values, unit in ((lonely(lane), "share"), (exits(lane), "people/year"))]
        if all(shown):
            texts = [f"{page.value(one.median, one.unit, decimals=page.decimals(one))} "
                     f"{page.span(one) if page.banded else ''}".strip() for one in shown]
            said.append(page("page.nothing.then", lonely=texts[0], exits=texts[1]))
    return tag("tr", tag("th", page("rungs.without").capitalize(), scope="row"),
               tag("td", " ".join(said), colspan=len(page.keys)), class_="nothing")


def meaning(page: Page) -> Html:
    """What it is to do without, and what a dot is."""
    weeks = page.found.any.weeks
    period = page("answer.year") if weeks >= WINDOW else page.words.span(weeks)
    dot = page("page.dots" if page.courses <= COUNTED else "page.dots.ten") if page.banded else None
    return tag("p", joined(page("page.meaning", period=period), " ", dot), class_="soft wide")
