"""The hand-out as HTML, for a browser to print on an A3: what Typst makes of the same values (paper/handout.py)."""

from importlib import resources
from math import ceil
from typing import Any

from simcore.show.page.canvas import grid, key_of
from simcore.show.page.html import Html, tag
from simcore.show.page.marks import Mark
from simcore.show.paper.typeset import shown

# The room for the canvas on the sheet in mm, that of a note's edges, how wide a letter and how high a line is, in ems.
WIDE, HIGH, EDGES, LETTER, LINE, POINT = 278, 166, 4.5, 0.61, 1.25, 0.353
SIZES = [n / 4 for n in range(68, 11, -1)]         # points, from 17 to 3
LARGEST = 12                                       # of them beside all else that stands on the sheet
LEAST = 7                                          # below this, each column of the canvas gets a width of its own
WIDER, COLUMN = 312, 37                            # then it has this much room (mm), and notes stand in columns so wide
UPPER = (("key_partnerships",), ("key_activities", "key_resources"), ("value_propositions",),
         ("customer_relationships", "channels"), ("customer_segments",))
LOWER = ("costs", "revenue_streams")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def document(handout: dict[str, Any]) -> str:
    """A file of its own with every sheet, which prints on A3 lying down."""
    handout = shown(handout)
    head = tag("head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
               tag("title", handout["title"]), tag("style", Html(style())))
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', posters(handout)), lang=handout['lang'])}\n"


def style() -> str:
    """The looks of a sheet."""
    return resources.files("simcore.show.page").joinpath("poster.css").read_text(encoding="utf-8")


def posters(handout: dict[str, Any]) -> list[Html]:
    """Each sheet."""
    return [poster(one) for one in handout["sheets"]]


def poster(one: dict[str, Any]) -> Html:
    """One sheet, its parts in the places that the style gives them."""
    two = any(len(it["bars"]) > 1 for some in one["dials"] for it in some["figures"])
    empty = [None] * (3 - len(one["guesses"]))
    guesses = [tag("li", [tag("b", it["what"]), f": {it['now']} ({it['way']})"] if it else
                   tag("span", one["own"], class_="soft"),
                   tag("p", one["who"], tag("span", class_="line"), class_="who"))
               for it in (*one["guesses"], *empty)]
    return tag("article", tag("header", tag("h1", mark(one["mark"]), one["title"]),
                              tag("p", one["sub"], class_="soft"), tag("p", one["answer"], class_="answer-said"),
                              tag("p", one["parts"]) if one["parts"] else None),
               canvas(one["board"]),
               tag("aside", tag("h2", one["guesses_title"]), tag("p", one["guesses_said"], class_="soft"),
                   tag("ol", guesses), tag("h2", one["changes_title"]),
                   tag("ul", [tag("li", it) for it in one["changes"]])),
               tag("div", key_of(one["legend"]), tag("p", one["credit"], class_="soft"), class_="legend"),
               tag("div", [dial(it) for it in one["dials"]], class_="five two" if two else "five"),
               tag("footer", one["band"], " ", one["years"], " ", one["made"]), class_="poster")


def canvas(board: dict[str, Any], across: float = WIDE, down: float = HIGH, largest: float = LARGEST,
           wider: float = WIDER) -> Html:
    """The canvas as large as its room lets it be read: where that is small,
    a full block takes width from the others."""
    size = size_for(board, across, down, largest)
    if size < LEAST:
        size, widths = next(((size, widths) for size in SIZES if (widths := widths_for(board, size, wider, down))),
                            (size, None))
        if widths:
            halves = " ".join(f"{wide / 2:.4g}fr {wide / 2:.4g}fr" for wide in widths)
            return grid(board, f"{size}pt", f"repeat(3, auto) / {halves}")
    return grid(board, f"{size}pt")


def dial(one: dict[str, Any]) -> Html:
    """A dial with its bars."""
    figures = [[tag("p", it["name"], class_="what"), [row(bar, it["zero"]) for bar in it["bars"]]]
               for it in one["figures"]]
    return tag("div", tag("h2", one["name"]), tag("p", one["said"]), figures)


def row(one: dict[str, Any], zero: float) -> Html:
    """The bar of one model, its value and its band."""
    begin, end = sorted((zero, one["middle"]))
    parts = [tag("rect", x=begin, y=4, width=round(max(end - begin, 0.8), 2), height=12, stroke=one["colour"],
                 fill=one["colour"] if one["clear"] else "none"), tag("line", x1=zero, x2=zero, y1=0, y2=20)]
    if one["banded"]:
        parts += [tag("line", x1=one["low"], x2=one["high"], y1=10, y2=10),
                  *(tag("line", x1=x, x2=x, y1=5, y2=15) for x in (one["low"], one["high"]))]
    return tag("div", tag("span", mark(one), one["model"], class_="soft name") if one["model"] else None,
               tag("svg", parts, viewBox="0 0 100 20", preserveAspectRatio="none", aria_hidden="true"),
               tag("span", tag("b", one["value"]), " ", tag("span", one["span"], class_="soft"), class_="value"),
               class_="row")


def mark(one: dict[str, Any]) -> Html:
    """The shape of a model in its colour, before its name."""
    return tag("span", Mark(one["colour"], one["shape"]).svg(), "\u00a0")


def size_for(board: dict[str, Any], across: float = WIDE, down: float = HIGH, largest: float = LARGEST) -> float:
    """The largest size of text, in points, at which the canvas fits its room (mm), as far as can be told beforehand."""
    def fits(size: float) -> bool:
        upper = max(sum(high(board[name], size, 1, across / 5) for name in names) for names in UPPER)
        return upper + max(high(board[name], size, 2, across / 2) for name in LOWER) + 6 <= down

    return next((size for size in SIZES if size <= largest and fits(size)), SIZES[-1])


def widths_for(board: dict[str, Any], size: float, across: float, down: float) -> list[float]:
    """How wide (mm) each of the five columns is when each has what it needs at a size;
    nothing where there is no room."""
    def tall(names: tuple[str, ...], wide: float) -> float:
        return sum(high(board[name], size, max(1, int((wide + 1) / (COLUMN + 1))), wide) for name in names)

    uneven = 3 * size * POINT * LINE               # columns of notes end at different heights
    room = down - max(tall((name,), across / 2 * 0.85) for name in LOWER) - uneven - 6
    widths = [next((wide for wide in range(34, 200) if tall(names, wide) <= room), across) for names in UPPER]
    spare = (across - sum(widths)) / len(widths)
    return [wide + spare for wide in widths] if spare >= 0 else []


def high(block: dict[str, Any], size: float, columns: int, wide: float) -> float:
    """How high (mm) a block of the canvas is with its notes in so many columns."""
    letters = max(4, int((wide / columns - EDGES) / (size * POINT * LETTER)))
    lines = [ceil(len(text_of(it)) / letters + 0.25) for it in block["notes"]]
    return (sum(lines) * size * POINT * LINE + len(lines) * 1.6) / columns + size * POINT * 2.2


def text_of(one: dict[str, Any]) -> str:
    """All that stands on a note."""
    return " ".join([one["name"], *(" ".join(pair) for pair in one["figures"])])
