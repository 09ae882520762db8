"""Who pays and who gains, for all models side by side: a table that can be read from the back of the room."""

import numpy as np

from simcore.results.bands import Band, band, per_year
from simcore.results.parties import cells
from simcore.run import ENTERPRISE, NOTHING
from simcore.show.page.bars import bar
from simcore.show.page.html import Html, bold, joined, link, tag
from simcore.show.page.page import Page, Reach
from simcore.show.page.sources import title
from simcore.studies.compare import TOTAL
from simcore.studies.origin import partners_of

PARTS, SMALL = 4, 0.05           # kinds of stream that what a party gives is told by; none far smaller than the largest
GLANCE = 6                       # parties on the first screen; the others stand there together
MUNICIPALITY = "municipality"
UP, DOWN, UNCLEAR = "▲", "▼", "≈"


def gains(page: Page) -> list[Html]:
    """The rows of the table: in words, then the parties for which most changes, and the rest together."""
    shown, rest = at_a_glance(page)
    found = {party: {key: page.found.gain(key, party) for key in page.keys} for party in shown}
    others = {key: together(page, key, rest) for key in page.keys} if rest else {}
    reach = page.reach(*(one for row in (*found.values(), others) for one in row.values()))
    rows = [tag("tr", tag("th", page("page.gains"), scope="row"),
                [tag("td", [tag("span", line, class_="said") for line in most(page, key)]) for key in page.keys],
                class_="most"),
            tag("tr", tag("td", key_of(page), colspan=1 + len(page.keys)), class_="key")]
    rows += [tag("tr", tag("th", page.words.party(party), scope="row"),
                 [cell(page, key, one, reach, page.at("party", key, party), in_kind(page, key, [party]),
                       money_apart(page, key, party)) for key, one in row.items()], class_="amounts")
             for party, row in found.items()]
    if rest:
        rows.append(tag("tr", tag("th", page("page.gains.rest"), scope="row"),
                        [cell(page, key, one, reach, page.at("parties"), in_kind(page, key, rest))
                         for key, one in others.items()], class_="amounts rest"))
    return rows


def key_of(page: Page) -> str:
    """What the signs and small numbers mean, and in which euros the amounts are."""
    signs = [f"{UP} {page('page.gains.up')}", f"{DOWN} {page('page.gains.down')}"]
    if page.banded:
        small = page("page.gains.small" if page.courses >= 10 else "page.gains.small.few")
        signs += [f"{UNCLEAR} {page('page.gains.unclear')}", small]
    return "   ".join([*signs, unit(page).capitalize()])


def money_apart(page: Page, key: str, party: str) -> str:
    """The money by itself, where it goes the other way than all together: who gets work for nothing is not rich."""
    cash, both = page.found.gain(key, party, "cash"), page.found.gain(key, party)
    clear = both.clear or not page.banded
    return page("page.gains.cash", amount=page.value(cash.median, "EUR", True)) \
        if clear and round(cash.median) and cash.median * both.median < 0 else ""


def in_kind(page: Page, key: str, parties: list[str]) -> bool:
    """Whether what changes for some parties is for the larger part in kind."""
    cash, kind = (abs(float(np.median(sum(page.found.gains(key, party, side) for party in parties))))
                  for side in ("cash", "kind"))
    return kind > cash


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


def cell(page: Page, key: str, one: Band, reach: Reach, where: str, striped: bool = False,
         apart: str = "") -> Html:
    """An arrow, the amount with its band, and a bar on the axis of the table; a dash where nothing ever moves."""
    if page.nothing(one):
        return tag("td", link(where, tag("span", page("page.gains.same"), class_="soft same")))
    unclear = page.banded and not one.clear
    sign = UNCLEAR if unclear or not one.median else UP if one.median > 0 else DOWN
    text = tag("span", tag("span", sign, class_="sign"), " ", tag("b", page.value(one.median, one.unit, signed=True)),
               class_="soft amount" if unclear else "amount")
    span = tag("span", page.span(one).strip("()"), class_="span") if page.banded else None
    more = tag("span", apart, class_="span") if apart else None
    return tag("td", link(where, text, span, more, bar(page, one, reach, page.marks[key], striped)))


def meant(page: Page, *more: str) -> Html:
    """What bar and thin line mean."""
    if not page.banded:
        return tag("p", " ".join([page("band.one"), *more]), class_="soft wide")
    text = page("page.band" if page.courses >= 10 else "page.band.few", n=page.courses)
    return tag("p", " ".join([text, page("page.band.cross"), *more]), class_="soft wide")


def all_parties(page: Page) -> Html:
    """Every party, in cash and in kind and together, for each model; sides on which nothing moves are left out."""
    bodies = []
    for party in page.found.parties():
        moved = [side for side in ("cash", "kind")
                 if any(page.found.gains(key, party, side).any() for key in page.keys)]
        sides = [*moved, TOTAL] if len(moved) > 1 else moved
        rows = []
        for side in sides:
            mine = {key: page.found.gain(key, party, side) for key in page.keys}
            first = tag("th", page.words.party(party), scope="rowgroup",
                        rowspan=len(sides)) if side == sides[0] else None
            rows.append(tag("tr", first, tag("td", page("page.together") if side == TOTAL else page(f"side.{side}")),
                            [tag("td", page.figure(one, page.at("party", key, party))) for key, one in mine.items()]))
        bodies.append(tag("tbody", rows))
    return tag("section", tag("h2", page("page.gains.all")),
               tag("p", unit(page).capitalize(), ". ", page("page.gains.zero"), " ", page("page.gains.kind"), " ",
                   page("page.unclear") if page.banded else None),
               tag("table", tag("thead", tag("tr", tag("th", page("page.gains.party"), scope="col", colspan=2),
                                             [tag("th", page.model(key), scope="col") for key in page.keys])),
                   bodies), id=page.at("parties"))


def extremes(page: Page, key: str) -> tuple[str, str]:
    """Who gives most and who gets most, of those for whom it is clear; empty texts where nobody is."""
    found = {party: page.found.gain(key, party) for party in page.found.parties()}
    clear = {party: one.median for party, one in found.items() if one.clear or not page.banded}
    gives, gets = min(clear, key=clear.get, default=""), max(clear, key=clear.get, default="")
    return gives if gives and clear[gives] < 0 else "", gets if gets and clear[gets] > 0 else ""


def most(page: Page, key: str) -> list[Html]:
    """Who gives most and who gets most, in words."""
    return [bold(page(f"page.gains.{which}", party=page.words.party(party)), page.words.party(party)) if party
            else joined(page(f"page.gains.{which}.none"))
            for which, party in zip(("gives", "gets"), extremes(page, key))]


def municipal(page: Page) -> Html | None:
    """What the giving of the municipality is made of, for each model: whether it is needed is what the page asks."""
    parts = []
    for key in page.keys:
        if kinds := in_parts(page, key, MUNICIPALITY):
            parts.append(tag("span", page.marks[key].svg(), "\u00a0", kinds, class_="entry"))
    return tag("p", page("page.gains.parts", party=page.words.party(MUNICIPALITY)), " ", parts, class_="wide") \
        if parts else None


def in_parts(page: Page, key: str, party: str) -> str:
    """What a party gives more by its kinds, in words: jobcoaches € 12.300, startkapitaal € 9.670"""
    return ", ".join(f"{called}\u00a0{page.value(-one.median, 'EUR')}" for called, one in kinds_of(page, key, party))


def kinds_of(page: Page, key: str, party: str) -> list[tuple[str, Band]]:
    """By what a party gives more, the largest first: kinds of stream, costs by their note; EUR a year."""
    outcome, sums = page.found.outcomes[key], {}
    found = cells(outcome.lanes[NOTHING], outcome.lanes[ENTERPRISE], partners_of(outcome))
    for side in ("cash", "kind"):
        for part in found.get((party, side), []):
            kind = part.stream.name.partition(".")[0]
            called = in_a_list(title(page, key, part.stream.name.split(".")[1])) if kind == "in kind" else \
                page.text(f"stream.{kind}") or kind
            sums[called] = sums.get(called, 0) + per_year(part.cents / 100, outcome.weeks)
    bands = [(called, band(one, "EUR/year", True)) for called, one in sums.items()]
    least = min((one.median for _, one in bands), default=0.0)
    large = [one for one in bands if one[1].median < min(0.0, SMALL * least)]
    return sorted(large, key=lambda one: one[1].median)[:PARTS]


def in_a_list(name: str) -> str:
    """A name without its capital, as it stands within a sentence; letters for a name, as in PGB, stay."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
