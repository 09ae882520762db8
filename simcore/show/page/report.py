"""The report of a run or a comparison: all there is to tell, in one file to read or to print on A3 or A4."""

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from simcore.canvas.named import rows_in
from simcore.results.diary import Fact
from simcore.show.comparison import answers
from simcore.show.page import canvas, chart, dials, evidence, gains, lived, sources, tables, validated, versions
from simcore.show.page.document import contents, document, first, footer
from simcore.show.page.html import Html, tag
from simcore.show.page.page import Page
from simcore.show.words import Language
from simcore.studies.compare import Comparison


def report(found: Comparison, facts: Mapping[str, Sequence[Fact]], lang: Language = "nl") -> str:
    """The whole report as HTML; ``facts`` are the lines of the diary to tell of each model, by its key."""
    return document(found, lang, lambda page: main(page, facts), ("page.css", "report.css"))


def main(page: Page, facts: Mapping[str, Sequence[Fact]]) -> Html:
    """Everything in one language: what was found first, what it rests on last."""
    said = [tag("p", one, class_="answer-said") for one in answers(page.found, page.words)]
    links = [("canvas", "report.canvas"), ("flow", "report.flow"), ("dials", "page.dials"), ("cash", "page.cash"),
             ("parties", "page.gains.all"), ("evidence", "report.evidence"), ("diary", "report.diary"),
             ("validated", "report.validated"), ("method", "report.method"), ("named", "report.sources")]
    return tag("main", first(page, said), contents(page, links), canvas.canvases(page), dials.dials(page),
               chart.cash(page), tables.tiers(page), gains.all_parties(page), tables.origin(page),
               versions.differences(page), tables.movers(page), evidence.evidence(page), lived.lived(page, facts),
               validated.validated(page), method(page), named(page), tables.figures(page), sources.about(page),
               sources.streams(page), sources.numbers(page), footer(page), lang=page.words.lang)


def method(page: Page) -> Html:
    """How it was reckoned, in a few lines, and what it takes to get the same again."""
    one = page.found.any
    said = [page("report.method.lanes", residents=page.words.number(one.people.residents),
                 place=page.words.place(one.spec.place), span=page.words.span(one.weeks))]
    if page.banded:
        said.append(page("report.method.courses", n=page.words.number(page.courses)) + " "
                    + page("band.luck" if one.luck_only else "band.varied"))
    said += [page("report.method.people"), page("report.method.limits")]
    made = page("report.method.again", luck=one.seed, version=made_by(),
                marks=", ".join(f"{page.titles[key]} {page.found.outcomes[key].digest[:12]}" for key in page.keys))
    return tag("section", tag("h2", page("report.method")), [tag("p", text) for text in said],
               tag("p", made, class_="soft"), id=page.at("method"))


def made_by() -> str:
    """The version of simwijk."""
    try:
        return version("simwijk")
    except PackageNotFoundError:
        return "–"


def named(page: Page) -> Html:
    """Every published figure that a number names, with where it was published; and what else is named as a source."""
    every = [one for numbers in page.numbers.values() for one in numbers.values()]
    figures = {row.id: row for one in every for row in rows_in(one)}
    others = dict.fromkeys(page.words.note(one.source) for one in every
                           if one.evidence in ("fact", "source") and one.source and not rows_in(one))
    dutch = page.words.lang == "nl"
    items = [tag("li", tag("b", row.id), f" {row.label_nl if dutch else row.label_en}, {row.place}, {row.year}. ",
                 tag("span", page.words.note(row.source), class_="soft")) for _, row in sorted(figures.items())]
    return tag("section", tag("h2", page("report.sources")), tag("p", page("report.sources.about")),
               tag("ul", [*items, *(tag("li", one) for one in others)], class_="named"), id=page.at("named"))
