"""The canvas of each model: nine blocks, on each note what it brings, costs or takes in a year, and how sure that is.

Below it stands how its money goes.
"""

from typing import Any

from simcore.show.page.flow import drawing
from simcore.show.page.html import Html, joined, tag
from simcore.show.page.page import Page
from simcore.show.paper import board


def canvases(page: Page) -> list[Html]:
    """Of each model its canvas, and below it how its money goes."""
    return [of_model(page, key, n) for n, key in enumerate(page.keys)]


def of_model(page: Page, key: str, n: int) -> Html:
    """One model; what edges, amounts and bands mean stands with each, as each may be a sheet of paper."""
    span = page.words.span(page.found.any.weeks)
    about = tag("p", page("canvas.years", span=span), " ", page("band.brackets") if page.banded else None,
                class_="soft")
    return tag("section", tag("h2", page.model(key), ": ", page("report.canvas")),
               grid(board.played(page.found.outcomes[key], page.words)), key_of(board.legend(page.words)), about,
               tag("p", page("canvas.credit"), class_="soft"),
               tag("div", tag("h3", page("report.flow"), id=page.at("flow") if n == 0 else None),
                   tag("p", page("report.flow.about", span=span), class_="soft"), drawing(page, key), class_="money"),
               id=page.at("canvas") if n == 0 else None, class_="sheet")


def grid(drawn: dict[str, Any], size: str | None = None, columns: str | None = None) -> Html:
    """Nine blocks in their places; ``size`` of the text where the room is given, as in ``7pt``, and ``columns`` as a
    style sheet has them where they differ."""
    style = [f"font-size: {size}"] * bool(size) + [f"grid-template: {columns}"] * bool(columns)
    return tag("div", [tag("div", tag("h4", one["title"]), [note(it) for it in one["notes"]], class_=f"area {block}")
                       for block, one in drawn.items()], class_="board uneven" if columns else "board",
                     style="; ".join(style) or None)


def note(one: dict[str, Any]) -> Html:
    """A sticky note."""
    return tag("div", tag("b", "?", class_="question") if one["edge"] == "open" else None, tag("b", one["name"]),
               [joined(" ", tag("span", middle, class_="figure"),
                       [" ", tag("span", band, class_="soft")] if band else None)
                for middle, band in one["figures"]], class_=f"sticky {one['edge']}")


def key_of(legend: list[dict[str, str]]) -> Html:
    """What the edges mean."""
    return tag("p", [tag("span", tag("span", "?" if one["edge"] == "open" else "\u00a0",
                                     class_=f"sticky {one['edge']}"), " ", one["said"], class_="entry")
                     for one in legend], class_="edges")
