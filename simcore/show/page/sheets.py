"""The sheets of a session as HTML, for a browser to print: what Typst makes of the same values (demo/sheets.py)."""

from __future__ import annotations

from importlib import resources
from typing import Any

from simcore.show.page.canvas import key_of
from simcore.show.page.html import Html, tag
from simcore.show.page.poster import POLICY, SIZES, canvas as board, style as poster_style
from simcore.show.paper.typeset import shown

WIDE, HIGH = 394, 236                              # mm of the canvas on a sheet of its own
Values = dict[str, Any]


def document(template: str, data: Values) -> str:
    """A file of its own that prints as the PDF of that template does."""
    data, (size, made) = shown(data), SHEETS[template]
    own = resources.files("simcore.show.page").joinpath("sheets.css").read_text(encoding="utf-8")
    style = f"{poster_style()}\n{own}@page {{ size: {size}; margin: 0; }}"
    head = tag("head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
               tag("title", data["title"]), tag("style", Html(style)))
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', made(data)), lang=data['lang'])}\n"


def canvas(data: Values) -> Html:
    """The canvas alone, on an A3."""
    return tag("article", tag("header", tag("h1", data["title"]), tag("p", data["sub"], class_="soft")),
               board(data["board"], WIDE, HIGH, SIZES[0], WIDE),
               tag("div", key_of(data["legend"]), tag("p", data["credit"], class_="soft"), class_="legend"),
               class_="poster alone")


def cut(data: Values) -> list[Html]:
    """Cards, as many on a page as it holds."""
    each = data["across"] * data["down"]
    return [tag("article", tag("header", tag("b", data["title"]), " \u2003", data["about"]),
                tag("div", [card(one) for one in data["cards"][n:n + each]], class_="cards",
                    style=f"grid: repeat({data['down']}, 1fr) / repeat({data['across']}, 1fr)"), class_="leaf")
            for n in range(0, len(data["cards"]), each)]


def card(one: Values) -> Html:
    """A card: what it says, and a line to write on or signs to choose from."""
    return tag("section", tag("h2", one["title"]), [tag("p", it) for it in one["lines"]],
               tag("p", one["note"], class_="soft") if one["note"] else None, tag("p", one["ask"], class_="ask"),
               [tag("p", it, tag("span", "▲\u2003▼\u2003≈"), class_="marks") for it in one["marks"]] or
               tag("p", "\u00a0", class_="line"))


def titled(data: Values, *below: Any) -> Html:
    """A sheet lying down, with a line for who a table is and which plan it is about."""
    who = tag("p", tag("b", data["table"]), tag("span", class_="line"), tag("b", data["plan"]),
              [tag("span", tag("span", class_="tick"), f" {name}") for name in data["plans"]], class_="who")
    return tag("article", tag("h1", data["title"]), tag("p", data["about"]), who, *below, class_="leaf lying")


def bets(data: Values) -> Html:
    """Under each question a box for each place where chips can be laid."""
    return titled(data, [tag("section", tag("h2", one["label"]), tag("div", [tag("p", it) for it in one["bins"]],
                                                                     class_="bins"), class_="question")
                         for one in data["questions"]])


def stress(data: Values) -> Html:
    """Blocks by shocks, empty."""
    return titled(data, table([data["corner"], *data["shocks"]],
                              [tag("tr", tag("th", it, scope="row"), [tag("td") for _ in data["shocks"]])
                               for it in data["rows"]]))


def plan_b(data: Values) -> Html:
    """A line for each change, and the kinds of note that can be added."""
    rows = [tag("tr", [tag("td", n + 1 if i == 0 else "") for i in range(len(data["heads"]))])
            for n in range(data["rows"])]
    return titled(data, table(data["heads"], rows), tag("h2", data["kinds_title"]), tag("div", [
        tag("p", tag("b", f"{one['block']}: "), ", ".join(one["kinds"])) for one in data["kinds"]], class_="kinds"))


def table(heads: list[str], rows: list[Html]) -> Html:
    """A table to write in."""
    return tag("table", tag("thead", tag("tr", [tag("th", it, scope="col") for it in heads])), tag("tbody", rows))


SHEETS = {"canvas.typ": ("420mm 297mm", canvas), "cut.typ": ("210mm 297mm", cut), "bets.typ": ("297mm 210mm", bets),
          "stress.typ": ("297mm 210mm", stress), "plan_b.typ": ("297mm 210mm", plan_b)}
