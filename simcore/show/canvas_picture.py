"""Draws the canvas itself, nine blocks of sticky notes, each note with what it brings, costs or takes in a year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from simcore.calendar import WEEKS_A_YEAR
from simcore.show.bands import band
from simcore.show.caption import caption_of
from simcore.show.colours import INK, RED, SOFT
from simcore.show.note_money import ASSUMED, NONE, OPEN, SURE, Face, faces_of, money_of
from simcore.show.style import HEIGHT, LABEL, MARGIN, WIDTH, Sheet, points, width_of, wrapped
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.run import Outcome

SIDE, HEAD, PAD, DENSE, GAP, BADGE, LINE = MARGIN, 33, 5, 2, 6, 28, 1.21
SPLITS = (0.20, 0.22, 0.24, 0.26, 0.28, 0.30, 0.32, 0.34, 0.36, 0.38, 0.40, 0.42)  # of the height, for costs and income
MONEY = 3                                                # how much more readable costs and income must be
INNER = (0.4, 0.45, 0.5, 0.55, 0.58, 0.61, 0.64, 0.67, 0.7)     # where a column with two blocks is cut
# How notes may be written, the most readable first: how bad that is, size in pixels, whether bands are written out,
# and the white around the text. Nothing is below 18 pixels: who sits at the back must be able to read it.
WAYS = ((0, 22, True, PAD), (1, 20, True, PAD), (3, 20, False, PAD), (5, 18, True, PAD), (8, 18, False, PAD),
        (10, 18, False, DENSE))
# The upper part, column by column: the blocks from top to bottom, and the colour of their notes.
UPPER = ((("key_partnerships",), "#f1e6f5"), (("key_activities", "key_resources"), "#f1e6f5"),
         (("value_propositions",), "#fff3c4"), (("customer_relationships", "channels"), "#ddeefa"),
         (("customer_segments",), "#ddeefa"))
LOWER = (("costs", "#fbe3d3"), ("revenue_streams", "#d9f0e6"))
EDGES = {SURE: ("-", 2.5, INK), ASSUMED: ((0, (4, 2.5)), 2.5, INK), OPEN: ((0, (4, 2.5)), 2.5, RED),
         NONE: ("-", 1, SOFT)}


@dataclass(frozen=True)
class Written:
    """A note as it is written: lines of (text, bold, right-aligned text), and its height in pixels."""
    face: Face
    lines: tuple[tuple[str, bool, str], ...]
    height: float
    pad: int


@dataclass(frozen=True)
class Block:
    """A block in its rectangle of pixels, filled with notes in columns; ``bad`` says how hard to read it became."""
    name: str
    left: float
    top: float
    width: float
    height: float
    colour: str
    size: int
    columns: list[list[Written]]
    bad: float


@lru_cache(maxsize=8192)
def write(face: Face, width: float, size: int, bands: bool, pad: int) -> Written:
    """A note wrapped to a width: the name, then its figures; on the line of the name when there is room for them."""
    room = width - 2 * PAD - 8
    first = room - (BADGE if face.edge == OPEN else 0)
    names = wrapped(face.name, first, size, bold=True)
    parts = [(f"{middle} {spread}" if bands else middle).strip() for middle, spread in face.figures]
    lines = [(name, True, "") for name in names]
    together = ", ".join(parts)
    wide = first if len(names) == 1 else room
    if parts and width_of(names[-1], size, True) + 18 + width_of(together, size) <= wide:
        lines[-1] = (names[-1], True, together)
    else:
        for part, (middle, spread) in zip(parts, face.figures):
            halves = [part] if width_of(part, size) <= room else [middle, *([spread] if bands and spread else [])]
            lines += [(line, False, "") for half in halves for line in wrapped(half, room, size)]
    return Written(face, tuple(lines), len(lines) * size * LINE + 2 * pad, pad)


def breaks(face: Face, width: float, size: int) -> bool:
    """Whether a word of the name is too long for the note."""
    room = width - 2 * PAD - 8 - (BADGE if face.edge == OPEN else 0)
    return any(width_of(word, size, True) > room for word in face.name.split(" "))


def fill(name: str, faces: list[Face], left: float, top: float, width: float, height: float, most: int, colour: str,
         words: Words) -> Block:
    """The most readable way in which all notes fit into a block; else as many as fit, and how many more there are."""
    room = height - HEAD - GAP
    for bad, size, bands, pad in WAYS:
        for columns in range(1, most + 1):
            each = column_width(width, columns)
            if columns > 1 and any(breaks(face, each, size) for face in faces):
                continue
            done = in_columns([write(face, each, size, bands, pad) for face in faces], columns, room)
            if done is not None:
                return Block(name, left, top, width, height, colour, size, done, bad)
    _, size, bands, pad = WAYS[-1]
    for kept in range(len(faces) - 1, -1, -1):
        some = [*faces[:kept], Face(words("canvas.more", n=len(faces) - kept), NONE)]
        done = in_columns([write(face, column_width(width, most), size, bands, pad) for face in some], most, room)
        if done is not None:
            return Block(name, left, top, width, height, colour, size, done, 40 + len(faces) - kept)
    return Block(name, left, top, width, height, colour, size, [], 99)


def column_width(width: float, columns: int) -> float:
    """Pixels of each of so many columns of notes in a block."""
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


def laid_out(faces: dict[str, list[Face]], top: float, bottom: float, words: Words) -> list[Block]:
    """The nine blocks in the classic layout, cut where all together read best; money counts most."""
    weight = {name: MONEY for name, _ in LOWER}
    return min((at_split(faces, split, top, bottom, words) for split in SPLITS),
               key=lambda blocks: sum(block.bad * weight.get(block.name, 1) for block in blocks))


def at_split(faces: dict[str, list[Face]], split: float, top: float, bottom: float, words: Words) -> list[Block]:
    """The blocks with so large a part of the height for costs and income."""
    fifth, half = (WIDTH - 2 * SIDE) / 5, (WIDTH - 2 * SIDE) / 2
    line = bottom - (bottom - top) * split
    out = []
    for c, (names, colour) in enumerate(UPPER):
        tries = []
        for cut in INNER if len(names) > 1 else (1.0,):
            edges = (top, top + cut * (line - top), line)
            tries.append([fill(name, faces[name], SIDE + c * fifth, edges[n], fifth, edges[n + 1] - edges[n], 1,
                               colour, words)
                          for n, name in enumerate(names)])
        out += min(tries, key=lambda blocks: sum(block.bad for block in blocks))
    return out + [fill(name, faces[name], SIDE + c * half, line, half, bottom - line, 4, colour, words)
                  for c, (name, colour) in enumerate(LOWER)]


def draw_canvas(outcome: Outcome, words: Words) -> Sheet:
    """Nine blocks of notes, what their edges mean, and the credit to those who made the canvas."""
    own = [words("canvas.years", span=words.span(outcome.weeks))]
    if len(outcome.replications) > 1:
        own.append(words("band.brackets"))
    sheet = Sheet(title(outcome, words), caption_of(outcome, words, "amount", *own, credit=words("canvas.credit")))
    ax = sheet.axes(0, 0, WIDTH, HEIGHT)
    ax.set_xlim(0, WIDTH)
    ax.set_ylim(HEIGHT, 0)
    ax.axis("off")
    ax.set_zorder(-1)
    for block in laid_out(faces_of(outcome, words), sheet.top + 10, sheet.bottom - 44, words):
        ax.add_artist(Rectangle((block.left, block.top), block.width, block.height, facecolor="white", edgecolor=SOFT,
                                lw=points(2)))
        sheet.say(block.left + 10, block.top + 5, words(f"block.{block.name}"), LABEL, bold=True, colour=SOFT)
        each = column_width(block.width, max(1, len(block.columns)))
        for c, column in enumerate(block.columns):
            y = block.top + HEAD
            for note in column:
                draw_note(sheet, ax, note, block.left + GAP + c * (each + GAP), y, each, block.size, block.colour)
                y += note.height + GAP
    legend(sheet, ax, words, sheet.bottom - 36)
    return sheet


def draw_note(sheet: Sheet, ax: Axes, note: Written, x: float, y: float, width: float, size: int, colour: str) -> None:
    """One sticky note; its edge tells how sure its numbers are, a question mark that one of them is open."""
    edge(ax, note.face.edge, x, y, width, note.height, colour)
    shift = 0
    if note.face.edge == OPEN:
        badge(sheet, ax, x + PAD + 13, y + note.pad + size * 0.62)
        shift = BADGE
    for k, (text, bold, right) in enumerate(note.lines):
        at = y + note.pad - size * 0.1 + k * size * LINE
        name = k < sum(1 for line in note.lines if line[1])
        sheet.say(x + PAD + 4 + (shift if name else 0), at, text, size, bold=bold)
        if right:
            sheet.say(x + width - PAD - 4, at, right, size, align="right")


def edge(ax: Axes, kind: str, x: float, y: float, width: float, height: float, colour: str) -> None:
    style, weight, line = EDGES[kind]
    ax.add_artist(Rectangle((x, y), width, height, facecolor=colour, edgecolor=line, ls=style, lw=points(weight)))


def badge(sheet: Sheet, ax: Axes, x: float, y: float) -> None:
    """A question mark in a circle."""
    ax.add_artist(Circle((x, y), 12, facecolor=RED, lw=0))
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
    a_year = WEEKS_A_YEAR / outcome.weeks / 100
    income = sum(money_of(lane, note.id)[0] for note in canvas.revenue_streams) * a_year
    costs = sum(money_of(lane, note.id)[1] for note in (*canvas.costs, *canvas.key_resources)) * a_year
    middle = lambda values: words.euros(float(band(values, 0).middle))  # noqa: E731
    return words("canvas.title", income=middle(income), costs=middle(costs))
