"""What happened in the typical course of each model: the most telling lines of its diary."""

from collections.abc import Mapping, Sequence

from simcore.calendar import day_of
from simcore.results.diary import Fact
from simcore.show.diary import Teller
from simcore.show.page.html import Html, tag
from simcore.show.page.page import Page


def lived(page: Page, facts: Mapping[str, Sequence[Fact]]) -> Html:
    """The lines of each model, in order of time."""
    return tag("section", tag("h2", page("report.diary")), tag("p", page("report.diary.about")),
               tag("div", [tag("div", tag("h3", page.model(key)), lines(page, key, some))
                           for key, some in facts.items()], class_="columns"), id=page.at("diary"))


def lines(page: Page, key: str, facts: Sequence[Fact]) -> Html:
    """Each with its month."""
    outcome = page.found.outcomes[key]
    teller = Teller(outcome.spec, outcome.seed, page.words)
    if not facts:
        return tag("p", page("diary.empty"))
    return tag("ul", [tag("li", tag("b", page.words.month(day_of(teller.start, one.week))), ": ", teller.text(one))
                      for one in facts], class_="diary")
