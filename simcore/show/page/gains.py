"""Who pays and who gains, for all models side by side: a table that can be read from the back of the room."""

import numpy as np

from simcore.results.bands import Band, band, per_year
from simcore.results.parties import cells
from simcore.run import ENTERPRISE, NOTHING
from simcore.show.page.bars import bar
from simcore.show.page.html import Html, bold, joined, link, tag
from simcore.show.page.page import Page, Reach
from simcore.studies.compare import TOTAL
from simcore.studies.origin import partners_of

PARTS, SMALL = 4, 0.05           # kinds of stream that what a party gives is told by; none far smaller than the largest
GLANCE = 7                       # parties on the first screen; the others stand there together
UP, DOWN, UNCLEAR = "▲", "▼", "≈"


def gains(page: Page) -> Html:
    """The parties for which most changes, by what they gain or pay; the rest together, so that it adds up to zero."""
    shown, rest = at_a_glance(page)
    found = {party: {key: page.found.gain(key, party) for key in page.keys} for party in shown}
    others = {key: together(page, key, rest) for key in page.keys} if rest else {}
    reach = page.reach(*(one for row in (*found.values(), others) for one in row.values()))
    rows = [tag("tr", tag("th", page.words.party(party), scope="row"),
                [cell(page, key, one, reach, page.at("party", key, party)) for key, one in row.items()])
            for party, row in found.items()]
    if rest:
        rows.append(tag("tr", tag("th", page("page.gains.rest"), scope="row"),
                        [cell(page, key, one, reach, page.at("parties")) for key, one in others.items()],
                        class_="rest"))
    return tag("section", tag("h2", page("page.gains")),
               tag("p", f"{UP} {page('parties.more')}   {DOWN} {page('page.gains.down')}   "
                        f"{UNCLEAR} {page('page.gains.unclear')}.   {unit(page)}",
                   class_="key"),
               tag("table", tag("thead", tag("tr", tag("th", page("page.gains.party"), scope="col"),
                                             [tag("th", page.model(key), scope="col") for key in page.keys])),
                   tag("tbody", rows), class_="gains"),
               meant(page, page("page.gains.zero"), page("page.gains.worth")), id=page.at("gains"))


def unit(page: Page) -> str:
    """What the amounts are: euros of which year, over which time."""
    found = page.found.any
    return page("page.gains.unit", year=found.spec.place.price_year, span=page.words.span(found.weeks))


def at_a_glance(page: Page) -> tuple[list[str], list[str]]:
    """The parties with the largest middle by any model, who gives most first, and those that are left."""
    every = page.found.parties()
    middles = {party: [page.found.gain(key, party).median for key in page.keys] for party in every}
    largest = sorted(every, key=lambda party: -max(map(abs, middles[party])))[:GLANCE]
    if len(every) == GLANCE + 1:                            # one party is no rest
        largest = every
    return sorted(largest, key=lambda party: sum(middles[party])), [party for party in every if party not in largest]


def together(page: Page, key: str, parties: list[str]) -> Band:
    """What several parties gain together, course by course."""
    every = sum((page.found.gains(key, party, TOTAL) for party in parties), np.zeros(page.courses))
    return band(every, "EUR/year", True)


def cell(page: Page, key: str, one: Band, reach: Reach, where: str) -> Html:
    """An arrow, the amount with its band, and a bar on the axis of the table; a dash where nothing ever moves."""
    if one.low == one.high == 0:
        return tag("td", link(where, tag("span", page("page.gains.same"), class_="soft same")))
    unclear = page.banded and not one.clear
    sign = UNCLEAR if unclear or not one.median else UP if one.median > 0 else DOWN
    text = tag("span", tag("span", sign, class_="sign"), " ", tag("b", page.value(one.median, one.unit, signed=True)),
               class_="soft amount" if unclear else "amount")
    span = tag("span", page.span(one).strip("()"), class_="span") if page.banded else None
    return tag("td", link(where, text, span, bar(page, one, reach, page.marks[key])))


def meant(page: Page, *more: str) -> Html:
    """What bar and thin line mean."""
    if not page.banded:
        return tag("p", " ".join([page("band.one"), *more]), class_="soft")
    text = page("page.band" if page.courses >= 10 else "page.band.few", n=page.courses)
    return tag("p", " ".join([text, page("page.band.cross"), *more]), class_="soft meant")


def all_parties(page: Page) -> Html:
    """Every party, in cash and in kind and together, for each model."""
    rows = []
    for party in page.found.parties():
        for side in ("cash", "kind", TOTAL):
            mine = {key: page.found.gain(key, party, side) for key in page.keys}
            first = tag("th", page.words.party(party), scope="rowgroup", rowspan=3) if side == "cash" else None
            rows.append(tag("tr", first, tag("td", page("page.together") if side == TOTAL else page(f"side.{side}")),
                            [tag("td", page.figure(one, page.at("party", key, party))) for key, one in mine.items()]))
    return tag("section", tag("h2", page("page.gains.all")),
               tag("p", unit(page), " ", page("page.gains.zero"), " ", page("page.gains.kind")),
               tag("table", tag("thead", tag("tr", tag("th", page("page.gains.party"), scope="col", colspan=2),
                                             [tag("th", page.model(key), scope="col") for key in page.keys])),
                   tag("tbody", rows)), id=page.at("parties"))


def extremes(page: Page, key: str) -> tuple[str, str]:
    """Who gives most and who gets most, of those for whom it is clear; empty texts where nobody is."""
    found = {party: page.found.gain(key, party) for party in page.found.parties()}
    clear = {party: one.median for party, one in found.items() if one.clear or not page.banded}
    gives, gets = min(clear, key=clear.get, default=""), max(clear, key=clear.get, default="")
    return gives if gives and clear[gives] < 0 else "", gets if gets and clear[gets] > 0 else ""


def most(page: Page, key: str) -> list[Html]:
    """Who gives most and who gets most, in words, with the amount."""
    out = []
    for which, party in zip(("gives", "gets"), extremes(page, key)):
        amount = page.value(page.found.gain(key, party).median, "EUR", True) if party else ""
        text = page(f"page.gains.{which}", party=page.words.party(party), amount=amount) if party else \
            page(f"page.gains.{which}.none")
        out.append(bold(text, page.words.party(party), amount) if party else joined(text))
    return out


def in_short(page: Page) -> Html:
    """What the giving of who gives most is made of, for each model: the largest kinds of stream."""
    out = []
    for key in page.keys:
        gives, _ = extremes(page, key)
        if gives:
            parts = [f"{page.text(f'stream.{kind}') or kind} {page.value(-one.median, 'EUR')}"
                     for kind, one in kinds_of(page, key, gives)]
            out.append(tag("li", page.marks[key].svg(), " ", page("page.gains.parts", name=page.titles[key],
                                                                   party=page.words.party(gives),
                                                                   parts=", ".join(parts))))
    return tag("ul", joined(out), class_="short") if out else joined()


def kinds_of(page: Page, key: str, party: str) -> list[tuple[str, Band]]:
    """The kinds of stream by which a party gives more, the largest first: EUR a year, course by course."""
    outcome, sums = page.found.outcomes[key], {}
    found = cells(outcome.lanes[NOTHING], outcome.lanes[ENTERPRISE], partners_of(outcome))
    for side in ("cash", "kind"):
        for part in found.get((party, side), []):
            kind = part.stream.name.partition(".")[0]
            sums[kind] = sums.get(kind, 0) + per_year(part.cents / 100, outcome.weeks)
    bands = [(kind, band(one, "EUR/year", True)) for kind, one in sums.items()]
    least = min(0.0, *(one.median for _, one in bands))
    return sorted((one for one in bands if one[1].median < SMALL * least), key=lambda one: one[1].median)[:PARTS]
