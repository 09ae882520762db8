"""How it stands: money, work, displacement, the neighbourhood and its key people, each for all models on one axis."""

from simcore.files.figures import rows
from simcore.results.bands import Band
from simcore.show.page.bars import bar
from simcore.show.page.gains import meant
from simcore.show.page.html import Html, joined, link, tag
from simcore.show.page.page import LEAST, Page

# Each dial by the key of its name, with its figures: (indicator, figure). Those that no model has are left out.
DIALS = {
    "head.money": (("money", "result"), ("money", "cash")),
    "head.work": (("work", "exits"), ("ladder", "placed")),
    "indicator.displacement.name": (("displacement", "hours"), ("displacement", "share")),
    "page.dial.people": (("lonely", "lonely_more"), ("cohesion", "more")),
    "page.dial.load": (("load", "top_three"), ("load", "dropped_out")),
}

FINEST = 2                       # decimals of a figure on a dial

# What stands in figures.csv of a figure. It was published of other hours, as the text beside it says.
PUBLISHED = {("displacement", "share"): "SOC-010"}


def dials(page: Page) -> Html:
    """The five, beside each other where there is room."""
    return tag("section", tag("h2", page("page.dials")),
               tag("div", [dial(page, name) for name in DIALS], class_="dials"),
               meant(page, page("page.unclear") if page.banded else ""), id=page.at("dials"))


def dial(page: Page, name: str) -> Html:
    """One dial: what it says in words, then its figures, each with a bar for every model."""
    figures = [part for indicator, figure in DIALS[name] if (part := on_axis(page, indicator, figure))]
    said = tag("p", in_words(page, *DIALS[name][0]), class_="words") if figures else None
    return tag("div", tag("h3", page(name)), said,
               figures or tag("p", nothing(page), class_="soft"), class_="dial")


def nothing(page: Page) -> str:
    """That no plan has a figure for a dial."""
    return page("page.dial.none" if len(page.keys) > 1 else "page.dial.none.one")


def fine(page: Page, *figures: Band | None) -> int:
    """How many decimals the figures of a dial have: no finer than can be seen on its axis."""
    return min(FINEST, page.decimals(*figures))


def in_words(page: Page, indicator: str, figure: str) -> str:
    """For which models a figure is clearly above zero, for which below it; one sentence when that is so for none."""
    found = {key: one for key in page.keys if (one := page.found.figure(key, indicator, figure))}
    small = [key for key, one in found.items() if one.difference and one.clear and one.median
             and abs(one.median) < LEAST.get(one.unit, 0)]
    found, said = {key: one for key, one in found.items() if key not in small}, []
    for sign in ("up", "down"):
        names = [page.titles[key] for key, one in found.items()
                 if (min(one.low, one.median) > 0 if sign == "up" else max(one.high, one.median) < 0)]
        if names:
            said.append(page(f"page.dial.{indicator}.{sign}", names="; ".join(names)))
    if small:
        said.append(page("page.dial.small", names="; ".join(page.titles[key] for key in small)))
    return " ".join(said) or page(f"page.dial.{indicator}.none")


def on_axis(page: Page, indicator: str, figure: str) -> Html | None:
    """A figure of every model that has it, on one axis; None where no model has it."""
    found = {key: one for key in page.keys if (one := page.shown(key, indicator, figure))}
    if not found:
        return None
    reach, where, decimals = page.reach(*found.values()), page.at("about", indicator), fine(page, *found.values())
    lines = []
    for key, one in found.items():
        said = page.spoken(one, decimals)
        lines.append(tag("div", page.marks[key].svg(), bar(page, one, reach, page.marks[key]),
                         tag("span", link(where, tag("b", "≈ " if said.unclear else None, said.value),
                                          title=page.titles[key]), class_="big soft" if said.faint else "big"),
                         tag("span", said.span, class_="span") if said.span else None, class_="on-axis"))
    unit = page.unit(next(iter(found.values())).unit)
    return joined(tag("p", page.name(indicator, figure), tag("span", f" ({unit})", class_="soft"), class_="what"),
                  lines, published(page, indicator, figure))


def published(page: Page, indicator: str, figure: str) -> Html | None:
    """What was published of a figure, with its row and source, to hold beside it."""
    if (indicator, figure) not in PUBLISHED:
        return None
    row = rows()[PUBLISHED[indicator, figure]]
    low, high = (page.words.sized(bound, decimals=0) for bound in (row.low, row.high))
    said = page(f"page.published.{indicator}", low=low, high=high, row=row.id, source=page.words.note(row.source),
                confidence=page(f"explain.confidence.{row.confidence}"))
    return tag("p", said, class_="soft")
