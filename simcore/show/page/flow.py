"""How money goes: from whom it comes to the enterprise, and what it goes to, as bands as wide as the amount."""

from dataclasses import dataclass
from textwrap import shorten

import numpy as np

from simcore.ledger import is_own
from simcore.results.bands import Band, band, per_year
from simcore.run import ENTERPRISE
from simcore.show.page.html import Html, tag
from simcore.show.page.page import Page
from simcore.show.page.sources import title
from simcore.studies.origin import comes_in, partners_of, sources

# What money of each tier is called, see results/money.py.
TIERS = {"": "origin.", "A": "origin.A", "B": "side.kind", "C": "report.flow.kind.C", "D": "rung.4"}
WAYS = {"in": "page.origin.from", "out": "report.flow.out"}
MOST = 7                                           # ends on a side; what is left goes together
WIDE, LABEL, BAR, SIZE = 1900, 700, 26, 26         # of the drawing
LEAST, GAP, HIGH = 60, 8, 360                     # the room for a label, between two, and the height of all money


@dataclass(frozen=True)
class End:
    """Where money comes from or goes to: what it is called, EUR a year, whether it is help in kind."""
    name: str
    amount: Band
    kind: bool = False


def into(page: Page, key: str) -> list[End]:
    """Who gives the enterprise what; the same amounts as in the table of where its money comes from."""
    called = lambda one: "report.flow.capital" if one.capital else TIERS[one.tier]  # noqa: E731
    return together(page, [End(f"{page.words.party(one.party)}: {page(called(one))}", one.amount, one.kind == "kind")
                           for one in sources(page.found.outcomes[key])])


def out_of(page: Page, key: str) -> list[End]:
    """What the enterprise pays, and what others bear for it, by the note it belongs to; the most first."""
    outcome = page.found.outcomes[key]
    lane, partners = outcome.lanes[ENTERPRISE], partners_of(outcome)
    sums: dict[tuple[str, bool], np.ndarray] = {}
    for i, one in enumerate(lane.streams):
        kind = not is_own(one.payer) and not is_own(one.payee) and comes_in(one, partners)
        if kind or is_own(one.payer) and not is_own(one.payee):
            where = page("report.flow.treasury") if one.payee == "treasury" else title(page, key, one.item)
            sums[where, kind] = sums.get((where, kind), 0) + lane.flows[:, :, i].sum(0)
    found = [End(f"{name} ({page('side.kind')})" if kind else name,
                 band(per_year(cents / 100, outcome.weeks), "EUR/year"), kind)
             for (name, kind), cents in sums.items() if cents.any()]
    return together(page, sorted(found, key=lambda one: -one.amount.values.mean()))


def together(page: Page, ends: list[End]) -> list[End]:
    """The largest, and the rest as one."""
    if len(ends) <= MOST:
        return ends
    rest = sum(one.amount.values for one in ends[MOST - 1:])
    return [*ends[:MOST - 1], End(page("report.flow.rest", n=len(ends) - MOST + 1), band(rest, "EUR/year"))]


def drawing(page: Page, key: str) -> Html:
    """Two columns of ends with the enterprise between them."""
    sides = into(page, key), out_of(page, key)
    most = max(sum(one.amount.median for one in side) for side in sides) or 1.0
    columns = [[HIGH * max(one.amount.median, 0) / most for one in side] for side in sides]
    rooms = [[max(LEAST, size) + GAP for size in sizes] for sizes in columns]
    high = max(HIGH, *map(sum, rooms)) + 10
    parts = []
    for right, (ends, sizes, room) in enumerate(zip(sides, columns, rooms)):
        y, slot = (high - sum(room)) / 2, (high - sum(sizes)) / 2
        edge, middle = (WIDE - LABEL, WIDE / 2 + BAR / 2) if right else (LABEL, WIDE / 2 - BAR / 2)
        for end, size, each in zip(ends, sizes, room):
            parts += [ribbon(edge, y + each / 2, middle, slot + size / 2, max(size, 1.5), end.kind, right),
                      label(page, end, WIDE - LABEL + 14 if right else LABEL - 14, y + each / 2, right)]
            y, slot = y + each, slot + size
    full = max(map(sum, columns))
    parts.append(tag("rect", x=WIDE / 2 - BAR / 2, y=round((high - full) / 2, 1), width=BAR, height=round(full, 1),
                     fill=page.marks[key].colour))
    said = "; ".join(f"{page(WAYS[way])}: " + ", ".join(
        f"{one.name} {page.value(one.amount.median, 'EUR')}" for one in side)
        for way, side in zip(("in", "out"), sides))
    heads = [tag("p", page(WAYS[way]), class_="soft") for way in ("in", "out")]
    return tag("div", tag("div", heads, class_="flow-heads"),
               tag("svg", parts, viewBox=f"0 0 {WIDE} {high:.0f}", role="img",
                   aria_label=f"{page.titles[key]}. {said}"),
               class_="flow")


def ribbon(x: float, y: float, to: float, at: float, size: float, kind: bool, right: int) -> Html:
    """A band from an end to the enterprise; in kind is dashed."""
    half = (x + to) / 2
    return tag("path", d=f"M{x:.1f} {y:.1f}C{half:.1f} {y:.1f} {half:.1f} {at:.1f} {to:.1f} {at:.1f}", fill="none",
               stroke_width=round(size, 1), stroke_dasharray="10 4" if kind else None, class_="out" if right else "in")


def label(page: Page, end: End, x: float, y: float, right: int) -> Html:
    """What an end is called, as far as there is room, and below it its amount with its band."""
    amount = page.value(end.amount.median, "EUR") + (f" {page.span(end.amount)}" if page.banded else "")
    return tag("text", tag("tspan", shorten(end.name, 44, placeholder=" …"), x=x),
               tag("tspan", amount, x=x, dy=SIZE * 1.1, class_="amount"), y=round(y - SIZE * 0.2, 1),
               text_anchor="start" if right else "end")
