"""Puts the page of a comparison together: one file that opens anywhere, in both languages, without a network."""

from collections.abc import Callable, Sequence
from importlib import resources

from simcore.show.page import chart, dials, gains, sources, tables, verdict, versions
from simcore.show.page.html import Html, joined, link, tag
from simcore.show.page.page import Page
from simcore.show.words import LANGUAGES, Language, Words
from simcore.studies.compare import Comparison

MANY = 3                         # models; with more of them the first screen is set smaller
# Nothing may be fetched: neither from here nor by what a model file says.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def document(found: Comparison, lang: Language = "nl", body: Callable[[Page], Html] | None = None,
             styles: tuple[str, ...] = ("page.css",)) -> str:
    """The whole page as HTML; ``lang`` is the language that it opens in, ``body`` what there is to see in one."""
    pages = {name: Page(found, Words(name)) for name in LANGUAGES}
    for page in pages.values():
        for outcome in found.outcomes.values():
            page.words.learn(outcome)
    switch = [joined(tag("input", type="radio", name="language", id=f"language-{name}", class_="switch",
                         checked="checked" if name == lang else None)) for name in LANGUAGES]
    labels = tag("nav", [tag("label", text, for_=f"language-{name}", lang=name) for name, text in LANGUAGES.items()],
                 class_="languages", aria_label=f"{Words('nl')('page.language')} / {Words('en')('page.language')}")
    style = "".join(resources.files("simcore.show.page").joinpath(one).read_text(encoding="utf-8") for one in styles)
    head = tag("head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
               tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
               tag("title", title(pages[lang])), tag("style", Html(style)))
    whole = tag("body", switch, labels, [(body or main)(page) for page in pages.values()])
    return f"<!DOCTYPE html>\n{tag('html', head, whole, lang=lang)}\n"


def title(page: Page) -> str:
    """How many plans there are, and the question of the page."""
    return page("page.title", plans=plans(page))


def plans(page: Page) -> str:
    """Three plans."""
    n = len(page.keys)
    return page.text(f"page.plans.{n}") or page("page.plans", n=n)


def first(page: Page, said: Sequence[Html] = ()) -> Html:
    """The first screen: what is ``said`` of it, then a column for each plan, a row for each question, from what it is
    to who pays for it."""
    found, words = page.found.any, page.words
    sub = words("page.sub" if page.banded else "page.sub.one", place=words.place(found.spec.place),
                span=words.span(found.weeks))
    head = tag("thead", tag("tr", tag("td"), [tag("th", page.model(key), scope="col") for key in page.keys]))
    table = tag("table", head, tag("tbody", verdict.verdict(page)),
                tag("tbody", gains.gains(page), id=page.at("gains")), tag("tbody", verdict.nothing(page)),
                class_="lanes")
    return tag("div", tag("header", tag("h1", title(page)), tag("p", sub, class_="sub"), said), table,
               gains.municipal(page),
               gains.meant(page, *(page(f"page.gains.{what}") for what in ("kind.bar", "zero", "worth"))),
               verdict.meaning(page), class_="first many" if len(page.keys) > MANY else "first", id=page.at("top"))


def main(page: Page) -> Html:
    """Everything in one language, from what the room reads first to where each number comes from."""
    links = [("dials", "page.dials"), ("cash", "page.cash"), ("tiers", "page.tiers"), ("parties", "page.gains.all"),
             ("origin", "page.origin"), ("movers", "page.movers"), ("figures", "page.figures"),
             ("sources", "page.sources"), ("streams", "page.streams"),
             ("numbers", "page.numbers")]
    return tag("main", first(page), contents(page, links), dials.dials(page), chart.cash(page),
               versions.differences(page), tables.tiers(page), gains.all_parties(page), tables.origin(page),
               tables.movers(page), tables.figures(page),
               sources.about(page), sources.streams(page), sources.numbers(page), footer(page),
               lang=page.words.lang)


def contents(page: Page, links: Sequence[tuple[str, str]]) -> Html:
    """The way to each part and back up: (name, text) of each."""
    up = link(page.at("top"), "↑ ", page("page.top"), class_="to-top")
    return joined(up, tag("nav", page("page.more"),
                          [tag("span", link(page.at(name), page(text))) for name, text in links], class_="contents"))


def footer(page: Page) -> Html:
    """Whose model it is, of which prices and how many courses."""
    found = page.found.any
    varied = page("band.luck" if found.luck_only else "band.varied") if page.banded else ""
    return tag("footer", page("page.made", year=found.spec.place.price_year, n=page.courses, varied=varied))
