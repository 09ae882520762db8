"""The tables under the pictures: the four claims, where money comes from, what moves the answer, and all figures."""

from simcore.calendar import day_of
from simcore.results.money import TIERS, WINDOW
from simcore.results.movers import FEWEST
from simcore.show.page.html import Html, fold, joined, link, tag
from simcore.show.page.page import Page, in_points
from simcore.show.page.sources import number_at
from simcore.show.terminal import title_of
from simcore.studies.origin import sources


def head(page: Page, *first: str, of: list[str] | None = None) -> Html:
    """The head of a table: some columns, then one for each model, or those in ``of``."""
    others = [page.model(key) for key in page.keys] if of is None else of
    return tag("thead", tag("tr", [tag("th", one, scope="col") for one in (*first, *others)]))


def tiers(page: Page) -> Html:
    """Each claim with how often it holds, since when, and what is left in the last year."""
    weeks = page.found.any.weeks
    period = page("answer.year") if weeks >= WINDOW else page.words.span(weeks)
    rows = []
    for tier in TIERS:
        cells = []
        for key in page.keys:
            one, spec = page.found.found[key].tiers[tier], page.found.outcomes[key].spec
            since = None
            if one.first_week is not None and page.banded:
                month = page.words.month(day_of(spec.canvas.simwijk.start, one.first_week))
                since = page("tier.ever" if one.ever > 1 else "tier.ever.one",
                             count=page.words.often(one.ever, one.courses), month=month)
            cells.append(tag("td", tag("b", page.words.often(one.holds, one.courses), class_="big"), tag("br"),
                             page.figure(one.yearly, page.at("about", "without")),
                             [tag("br"), since] if since else None))
        rows.append(tag("tr", tag("th", page(f"tier.{tier}"), scope="row"), cells))
    return tag("section", tag("h2", page("page.tiers")), tag("p", page("page.tiers.about", period=period)),
               tag("table", head(page, page("page.tiers.without")), tag("tbody", rows), class_="models"), laws(page),
               id=page.at("tiers"))


def laws(page: Page) -> Html:
    """How the law is read for each model."""
    read = {key: page(f"law.{page.found.outcomes[key].spec.canvas.simwijk.law}") for key in page.keys}
    if len(set(read.values())) == 1:
        return tag("p", page("page.law.all", law=read[page.keys[0]]))
    each = [page("page.law.each", name=page.titles[key], law=law) for key, law in read.items()]
    return tag("p", page("page.law", each=", ".join(each)))


def origin(page: Page) -> Html:
    """Who gives each enterprise what, by what kind of money it is; the same kinds in the same row."""
    found = {key: {(one.party, one.kind, one.tier, one.capital): one.amount
                   for one in sources(page.found.outcomes[key])}
             for key in page.keys}
    kinds = list(dict.fromkeys(kind for mine in found.values() for kind in mine))
    rows = []
    for kind in sorted(kinds, key=lambda kind: (kind[3], kind[2])):
        party, _, tier, capital = kind
        rows.append(tag("tr", tag("th", page.words.party(party), scope="row"),
                        tag("td", page("origin.capital") if capital else page(f"origin.{tier}")),
                        [tag("td", page.figure(mine[kind], page.at("party", key, "enterprise"))
                             if kind in mine else "–")
                         for key, mine in found.items()]))
    return tag("section", tag("h2", page("page.origin")),
               tag("p", page("page.origin.about", span=page.words.span(page.found.any.weeks))),
               tag("table", head(page, page("page.origin.from"), page("page.origin.what")), tag("tbody", rows),
                   class_="models"),
               id=page.at("origin"))


def movers(page: Page) -> Html:
    """The assumptions that move the answer of each model most, or why that cannot be said."""
    every = {key: moving(page, key) for key in page.keys}
    said = list(dict.fromkeys(every.values()))
    shown = tag("div", [tag("div", tag("h3", page.model(key)), one) for key, one in every.items()], class_="columns") \
        if len(said) > 1 or not page.banded else said[0]            # one reason for all is said once
    return tag("section", tag("h2", page("page.movers")), tag("p", page("page.movers.about")), shown,
               id=page.at("movers"))


def moving(page: Page, key: str) -> Html:
    """The list of one model."""
    found, spec = page.found.found[key], page.found.outcomes[key].spec
    if found.luck_only:
        return tag("p", page("movers.luck"))
    if found.courses < FEWEST:
        return tag("p", page("movers.few", least=FEWEST))
    if not found.movers:
        return tag("p", page("movers.none", courses=found.courses))
    items = [tag("li", link(number_at(page, key, one.path), title_of(spec, one.path, page.words).rpartition(" (")[0]),
                 ": ",
                 page("mover.up" if one.correlation > 0 else "mover.down")) for one in found.movers]
    return joined(tag("ol", items), tag("p", page("movers.rest"), class_="soft") if len(items) < 5 else None)


def figures(page: Page) -> Html:
    """Every figure of every indicator: what it is for each model, and how much more than for those named before it."""
    before = page.keys[:-1]
    columns = [page("page.figures.less", name=page.titles[key]) for key in before]
    bodies = []
    for indicator, names in page.found.figures().items():
        bodies.append(tag("tbody", tag("tr", tag("th", link(page.at("about", indicator), page.indicator(indicator)),
                                                 colspan=2 + len(before), scope="rowgroup"), class_="group")))
        bodies += [figure(page, indicator, name, before) for name in names]
    return fold(page.at("figures"), page("page.figures"), tag("p", page("page.figures.about")) if before else None,
                tag("p", page("page.unclear")) if page.banded else None,
                tag("table", head(page, page("page.model"), page("page.figures.value"), of=columns), bodies,
                    class_="models"))


def figure(page: Page, indicator: str, name: str, before: list[str]) -> Html:
    """One figure: a row for each model."""
    found = {key: page.shown(key, indicator, name) for key in page.keys}
    unit = next((one.unit for one in found.values() if one), "")
    against = f"; {page('page.figures.difference')}" if page.with_nothing(indicator, name) else ""
    about = tag("span", f" ({page.unit(unit)}{against})", class_="soft") if unit else None
    less = {(key, other): in_points(page.found.difference(key, other, indicator, name), "more")
            for n, key in enumerate(page.keys) for other in page.keys[:n]}
    decimals = page.decimals(*found.values(), *less.values())
    rows = [tag("tr", tag("th", page.name(indicator, name), about, colspan=2 + len(before), scope="rowgroup",
                          class_="what"))]
    for key, one in found.items():
        beside = [tag("td", page.figure(less[key, other], decimals=decimals) if (key, other) in less else None)
                  for other in before]
        rows.append(tag("tr", tag("td", page.model(key)),
                        tag("td", page.figure(one, page.at("about", indicator), decimals)), beside))
    return tag("tbody", rows)
