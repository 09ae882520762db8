"""Draws the canvas itself, nine blocks of sticky notes, each note with what it brings, costs or takes in a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from simcore.show.bands import band
from simcore.show.labels import Words
from simcore.show.note_money import ASSUMED, NONE, OPEN, SURE, Face, faces_of, money_of
from simcore.show.style import FAINT, HEIGHT, INK, LABEL, LEADING, MARGIN, RED, SOFT, WIDTH, Sheet, points, width_of, wrapped

if TYPE_CHECKING:
    from simcore.run import Outcome

TOP, SIDE, HEAD, PAD, GAP, BADGE = 122, 40, 34, 7, 7, 28
SPLITS = (0.30, 0.34, 0.38, 0.42, 0.46)                  # share of the height for costs and income
# How notes may be written, the most readable first: size in pixels, and whether bands are written out.
WAYS = ((22, True), (20, True), (20, False), (18, True), (18, False), (16, False))
# Block: column of the five, rows (top, bottom) of the upper part as shares, colour of its notes.
UPPER = {"key_partnerships": (0, 0, 1, "#f1e6f5"), "key_activities": (1, 0, 0.5, "#f1e6f5"),
         "key_resources": (1, 0.5, 1, "#f1e6f5"), "value_propositions": (2, 0, 1, "#fff3c4"),
         "customer_relationships": (3, 0, 0.5, "#ddeefa"), "channels": (3, 0.5, 1, "#ddeefa"),
         "customer_segments": (4, 0, 1, "#ddeefa")}
LOWER = {"costs": (0, "#fbe3d3"), "revenue_streams": (1, "#d9f0e6")}
EDGES = {SURE: ("-", 2.5, INK), ASSUMED: ((0, (4, 2.5)), 2.5, INK), OPEN: ((0, (4, 2.5)), 2.5, RED), NONE: ("-", 1.5, FAINT)}


@dataclass(frozen=True)
class Written:
    """A note as it is written: lines of (text, bold, right-aligned text), and its height in pixels."""
    face: Face
    lines: tuple[tuple[str, bool, str], ...]
    height: float


@dataclass(frozen=True)
class Filled:
    """A block filled with notes in columns: how badly that went, the size of the text, and the notes left out."""
    cost: float
    size: int
    columns: list[list[Written]]
    left_out: int


def write(face: Face, width: float, size: int, bands: bool) -> Written:
    """A note wrapped to a width: the name, then its figures; on the line of the name when there is room for it."""
    room = width - 2 * PAD - 8
    first = room - (BADGE if face.edge == OPEN else 0)
    names = wrapped(face.name, first, size, bold=True)
    lines = [(name, True, "") for name in names]
    for k, (middle, spread) in enumerate(face.figures):
        text = f"{middle} {spread}" if bands and spread else middle
        if k == 0 and width_of(names[-1], size, True) + 18 + width_of(text, size) <= (first if len(names) == 1 else room):
            lines[-1] = (names[-1], True, text)
        elif width_of(text, size) <= room or not spread:
            lines += [(line, False, "") for line in wrapped(text, room, size)]
        else:
            lines += [(line, False, "") for part in (middle, spread) for line in wrapped(part, room, size)]
    return Written(face, tuple(lines), len(lines) * size * 1.22 + 2 * PAD)


def fill(faces: list[Face], width: float, height: float, most_columns: int, words: Words) -> Filled:
    """The most readable way in which all notes fit; else as many as fit, and how many are left out."""
    for cost, (size, bands) in enumerate(WAYS):
        for columns in range(1, most_columns + 1):
            done = in_columns([write(face, column_width(width, columns), size, bands) for face in faces], columns, height)
            if done is not None:
                return Filled(cost**1.5, size, done, 0)
    size, bands = WAYS[-1]
    for kept in range(len(faces) - 1, -1, -1):
        some = [*faces[:kept], Face(words("and more", n=len(faces) - kept), NONE)]
        done = in_columns([write(face, column_width(width, most_columns), size, bands) for face in some], most_columns, height)
        if done is not None:
            return Filled(40 + len(faces) - kept, size, done, len(faces) - kept)
    return Filled(99, size, [], len(faces))


def column_width(width: float, columns: int) -> float:
    return (width - GAP * (columns + 1)) / columns


def in_columns(notes: list[Written], columns: int, height: float) -> list[list[Written]] | None:
    """The notes in order, down each column as far as they fit; None when they do not all fit."""
    out: list[list[Written]] = [[]]
    used = 0.0
    for note in notes:
        if used + note.height > height and out[-1]:
            out.append([])
            used = 0.0
        if len(out) > columns or note.height > height:
            return None
        out[-1].append(note)
        used += note.height + GAP
    return out


def places(split: float, top: float, bottom: float) -> dict[str, tuple[float, float, float, float, int, str]]:
    """Block -> left, top, width, height, most columns, colour, in the classic layout."""
    width, line = (WIDTH - 2 * SIDE) / 5, bottom - (bottom - top) * split
    out = {block: (SIDE + column * width, top + a * (line - top), width, (b - a) * (line - top), 1, colour)
           for block, (column, a, b, colour) in UPPER.items()}
    for block, (half, colour) in LOWER.items():
        out[block] = (SIDE + half * (WIDTH / 2 - SIDE), line, WIDTH / 2 - SIDE, bottom - line, 4, colour)
    return out


def draw_canvas(outcome: Outcome, words: Words, caption: str) -> Sheet:
    """Nine blocks in the classic layout, split so that the text is as large as it can be."""
    sheet = Sheet(title(outcome, words), f"{words('canvas years', span=words.span(outcome.weeks))} {caption} {words('credit')}")
    ax = sheet.axes(0, 0, WIDTH, HEIGHT)
    ax.set_xlim(0, WIDTH)
    ax.set_ylim(HEIGHT, 0)
    ax.axis("off")
    ax.set_zorder(-1)
    faces, bottom = faces_of(outcome, words), sheet.bottom - 44
    best = None
    for split in SPLITS:
        at = places(split, TOP, bottom)
        filled = {block: fill(faces[block], width, height - HEAD - GAP, columns, words)
                  for block, (_, _, width, height, columns, _) in at.items()}
        if best is None or sum(f.cost for f in filled.values()) < sum(f.cost for f in best[1].values()):
            best = at, filled
    at, filled = best
    for block, (left, top, width, height, _, colour) in at.items():
        ax.add_patch(Rectangle((left, top), width, height, facecolor="white", edgecolor=SOFT, lw=points(2)))
        sheet.say(left + 10, top + 6, words(block), LABEL, bold=True, colour=SOFT)
        each = column_width(width, max(1, len(filled[block].columns)))
        for c, column in enumerate(filled[block].columns):
            y = top + HEAD
            for note in column:
                draw_note(sheet, ax, note, left + GAP + c * (each + GAP), y, each, filled[block].size, colour)
                y += note.height + GAP
    legend(sheet, ax, words, sheet.bottom - 36)
    return sheet


def draw_note(sheet: Sheet, ax: Axes, note: Written, x: float, y: float, width: float, size: int, colour: str) -> None:
    """One sticky note; its edge tells how sure its numbers are, a question mark that one of them is open."""
    edge(ax, note.face.edge, x, y, width, note.height, colour)
    shift = 0
    if note.face.edge == OPEN:
        badge(sheet, ax, x + PAD + 13, y + PAD + size * 0.62)
        shift = BADGE
    for k, (text, bold, right) in enumerate(note.lines):
        at = y + PAD - size * 0.1 + k * size * 1.22
        name = k < sum(1 for line in note.lines if line[1])
        sheet.say(x + PAD + 4 + (shift if name else 0), at, text, size, bold=bold)
        if right:
            sheet.say(x + width - PAD - 4, at, right, size, align="right")


def edge(ax: Axes, kind: str, x: float, y: float, width: float, height: float, colour: str) -> None:
    style, weight, line = EDGES[kind]
    ax.add_patch(Rectangle((x, y), width, height, facecolor=colour, edgecolor=line, ls=style, lw=points(weight)))


def badge(sheet: Sheet, ax: Axes, x: float, y: float) -> None:
    """A question mark in a circle."""
    ax.add_patch(Circle((x, y), 12, facecolor=RED, lw=0))
    sheet.say(x, y - LABEL * 0.64, "?", LABEL, bold=True, colour="white", align="center")


def legend(sheet: Sheet, ax: Axes, words: Words, y: float) -> None:
    """What the edges mean, in one row."""
    x = SIDE
    for kind in (SURE, ASSUMED, OPEN, NONE):
        edge(ax, kind, x, y + 4, 44, 22, "white")
        if kind == OPEN:
            badge(sheet, ax, x + 22, y + 15)
        sheet.say(x + 56, y, words(kind), LABEL)
        x += 56 + width_of(words(kind), LABEL) + 40


def title(outcome: Outcome, words: Words) -> str:
    """What customers and budgets bring in, and what the enterprise itself pays, in a year."""
    lane, canvas = outcome.lanes["enterprise"], outcome.spec.canvas
    a_year = 52 / outcome.weeks / 100
    income = sum(money_of(lane, note.id)[0] for note in canvas.revenue_streams) * a_year
    costs = sum(money_of(lane, note.id)[1] for note in (*canvas.costs, *canvas.key_resources)) * a_year
    middle = lambda values: words.euros(float(band(values, 0).middle))  # noqa: E731
    return words("canvas title", name=canvas.meta.name, income=middle(income), costs=middle(costs))
