"""Five dials: money, work, displacement, the neighbourhood and its key people, each for all models on one axis."""

from simcore.show.page.bars import bar
from simcore.show.page.gains import meant
from simcore.show.page.html import Html, joined, link, tag
from simcore.show.page.page import Page

# Each dial by the key of its name, with its figures: (indicator, figure). Those that no model has are left out.
DIALS = {
    "head.money": (("money", "result"), ("money", "cash")),
    "head.work": (("work", "exits"), ("ladder", "placed")),
    "indicator.displacement.name": (("displacement", "hours"), ("displacement", "share")),
    "page.dial.people": (("lonely", "lonely_more"), ("cohesion", "more")),
    "page.dial.load": (("load", "top_three"), ("load", "dropped_out")),
}


def dials(page: Page) -> Html:
    """The five, beside each other where there is room."""
    return tag("section", tag("h2", page("page.dials")),
               tag("div", [dial(page, name) for name in DIALS], class_="dials"),
               meant(page), id=page.at("dials"))


def dial(page: Page, name: str) -> Html:
    """One dial: its figures, each with a bar for every model."""
    figures = [part for indicator, figure in DIALS[name] if (part := on_axis(page, indicator, figure))]
    if name == "head.money":
        figures.append(without(page))
    return tag("div", tag("h3", page(name)),
               figures or tag("p", page("page.dial.none"), class_="soft"), class_="dial")


def without(page: Page) -> Html:
    """The claim itself: in how many courses each model lives without municipal money."""
    rows = [tag("p", page.marks[key].svg(), " ", page.words.often(one.answer.holds, one.courses), class_="often")
            for key, one in page.found.found.items()]
    return joined(tag("p", link(page.at("tiers"), page("indicator.without.name")), class_="what"), rows)


def on_axis(page: Page, indicator: str, figure: str) -> Html | None:
    """A figure of every model on one axis; None where no model has it."""
    found = {key: page.shown(key, indicator, figure) for key in page.keys}
    there = [one for one in found.values() if one]
    if not there:
        return None
    reach, where = page.reach(*there), page.at("about", indicator)
    rows = []
    for key, one in found.items():
        absent = page.found.found[key].absent.get(indicator) == "mechanism"
        span = page("page.none" if absent else "unmeasured") if one is None else page.span(one) if page.banded else None
        unclear = one and page.banded and not one.clear and (one.low or one.high)
        value = page.value(one.median, one.unit, one.difference) if one else "–"
        faint = unclear or not any(digit in value for digit in "123456789")
        rows.append(tag("div", page.marks[key].svg(), bar(page, one, reach, page.marks[key]),
                        tag("span", link(where, tag("b", "≈ " if unclear else None, value), title=page.titles[key]),
                            class_="big soft" if faint else "big"),
                        tag("span", span, class_="span"),
                        tag("span", page("unclear"), class_="span") if unclear else None, class_="on-axis"))
    return joined(tag("p", page.name(indicator, figure), tag("span", f" ({page.unit(there[0].unit)})", class_="soft"),
                      class_="what"), rows)
