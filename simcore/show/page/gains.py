"""Who pays and who gains, for all models side by side: a table that can be read from the back of the room."""

import numpy as np

from simcore.results.bands import Band, band
from simcore.show.page.bars import bar
from simcore.show.page.html import Html, joined, link, tag
from simcore.show.page.page import Page, Reach
from simcore.studies.compare import TOTAL

GLANCE = 7                       # parties on the first screen; the others stand there together
UP, DOWN, UNCLEAR = "▲", "▼", "≈"


def gains(page: Page) -> Html:
    """The parties for which most changes, by what they gain or pay; the rest together, so that it adds up to zero."""
    shown, rest = at_a_glance(page)
    cells = {party: {key: page.found.gain(key, party) for key in page.keys} for party in shown}
    others = {key: together(page, key, rest) for key in page.keys} if rest else {}
    reach = page.reach(*(one for row in (*cells.values(), others) for one in row.values()))
    rows = [tag("tr", tag("th", page.words.party(party), scope="row"),
                [cell(page, key, one, reach, page.at("party", key, party)) for key, one in row.items()])
            for party, row in cells.items()]
    if rest:
        rows.append(tag("tr", tag("th", page("page.gains.rest"), scope="row"),
                        [cell(page, key, one, reach, page.at("parties")) for key, one in others.items()],
                        class_="rest"))
    return tag("section", tag("h2", page("page.gains")),
               tag("p", f"{UP} {page('page.gains.up')}   {DOWN} {page('page.gains.down')}   "
                        f"{UNCLEAR} {page('page.gains.unclear')}.   {page('page.gains.unit')}",
                   class_="key"),
               tag("table", tag("thead", tag("tr", tag("th", page("page.gains.party"), scope="col"),
                                             [tag("th", page.model(key), scope="col") for key in page.keys])),
                   tag("tbody", rows), class_="gains"),
               meant(page, page("page.gains.zero")), id=page.at("gains"))


def at_a_glance(page: Page) -> tuple[list[str], list[str]]:
    """The parties with the largest middle by any model, in the order of the table, and those that are left."""
    every = page.found.parties()
    size = {party: max(abs(page.found.gain(key, party).median) for key in page.keys) for party in every}
    largest = sorted(every, key=lambda party: -size[party])[:GLANCE]
    if len(every) == GLANCE + 1:                            # one party is no rest
        largest = every
    return [party for party in every if party in largest], [party for party in every if party not in largest]


def together(page: Page, key: str, parties: list[str]) -> Band:
    """What several parties gain together, course by course."""
    every = sum((page.found.gains(key, party, TOTAL) for party in parties), np.zeros(page.courses))
    return band(every, "EUR/year", True)


def cell(page: Page, key: str, one: Band, reach: Reach, where: str) -> Html:
    """An arrow, the amount with its band, and a bar on the axis of the table."""
    unclear = page.banded and not one.clear
    sign = UNCLEAR if unclear or not one.median else UP if one.median > 0 else DOWN
    amount = page.value(one.median, one.unit, signed=True)
    text = tag("span", tag("span", sign, class_="sign"), " ", tag("b", amount),
               class_="soft amount" if unclear else "amount")
    span = tag("span", page.span(one).strip("()"), class_="span") if page.banded else None
    return tag("td", link(where, text, bar(page, one, reach, page.marks[key]), span))


def meant(page: Page, more: str = "") -> Html:
    """What bar and thin line mean."""
    if not page.banded:
        return tag("p", page("band.one"), " ", more, class_="soft")
    text = page("page.band" if page.courses >= 10 else "page.band.few", n=page.courses)
    return tag("p", text, " ", page("page.band.cross"), " ", more, class_="soft meant")


def all_parties(page: Page) -> Html:
    """Every party, in cash and in kind and together, for each model."""
    rows = []
    for party in page.found.parties():
        for side in ("cash", "kind", TOTAL):
            cells = {key: page.found.gain(key, party, side) for key in page.keys}
            first = tag("th", page.words.party(party), scope="rowgroup", rowspan=3) if side == "cash" else None
            rows.append(tag("tr", first, tag("td", page("page.together") if side == TOTAL else page(f"side.{side}")),
                            [tag("td", page.figure(one, page.at("party", key, party))) for key, one in cells.items()]))
    return tag("section", tag("h2", page("page.gains.all")),
               tag("p", page("page.gains.unit"), " ", page("page.gains.zero")),
               tag("table", tag("thead", tag("tr", tag("th", page("page.gains.party"), scope="col", colspan=2),
                                             [tag("th", page.model(key), scope="col") for key in page.keys])),
                   tag("tbody", rows)), id=page.at("parties"))


def in_short(page: Page) -> Html:
    """A sentence for each model: who gains most and who gives most, of those for whom it is clear."""
    out = []
    for key in page.keys:
        found = {party: page.found.gain(key, party) for party in page.found.parties()}
        clear = {party: one for party, one in found.items() if one.clear or not page.banded}
        best = max(clear, key=lambda party: clear[party].median, default="")
        least = min(clear, key=lambda party: clear[party].median, default="")
        if best and clear[best].median > 0 > clear[least].median:
            out.append(tag("li", page.marks[key].svg(), " ", page(
                "page.gains.best", name=page.titles[key], gains=page.words.party(best), gives=page.words.party(least),
                gain=page.value(clear[best].median, "EUR", True), give=page.value(clear[least].median, "EUR", True))))
    return tag("ul", joined(out), class_="short") if out else joined()
