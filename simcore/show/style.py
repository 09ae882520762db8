"""Gives every picture the same sheet: a beamer's 1920 by 1080 pixels, one theme, a sentence above and a caption below.

Places and sizes are in pixels from the top left corner, as a reader of a screen counts them; text is measured
before it is drawn, so that it wraps and never runs over anything.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image, ImageDraw, ImageFont

from simcore.show.colours import INK, SOFT, FAINT, GRID

WIDTH, HEIGHT, DPI = 1920, 1080, 100
MARGIN = 60
TITLE, HEADING, LABEL, LEADING = 34, 24, 20, 1.32     # sizes in pixels; leading is line height over size
SMALL = 24                                            # of a caption at most

FONT = "DejaVu Sans"                                  # travels with matplotlib, so pictures are equal everywhere


def points(pixels: float) -> float:
    """The font size or line width in points that is so many pixels high."""
    return pixels * 72 / DPI


THEME = {
    "font.family": FONT, "font.size": points(LABEL), "text.parse_math": False, "text.hinting": "no_hinting",
    "text.color": INK,
    "axes.labelsize": points(LABEL), "xtick.labelsize": points(LABEL), "ytick.labelsize": points(LABEL),
    "axes.edgecolor": FAINT, "axes.labelcolor": INK, "axes.linewidth": points(1.5), "grid.color": GRID,
    "grid.linewidth": points(1.2), "axes.grid.axis": "y", "xtick.color": INK, "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False, "axes.spines.left": False, "figure.facecolor": "white", "axes.facecolor": "white",
    "hatch.linewidth": points(2), "legend.fontsize": points(LABEL), "legend.frameon": False,
    "svg.hashsalt": "simwijk",
}  # fmt: skip


@contextmanager
def theme(label: float = LABEL) -> Iterator[None]:
    """Seaborn's white grid with our sizes, for the time of drawing only; ``label`` is that of text along axes."""
    import seaborn

    sizes = dict.fromkeys(("font.size", "axes.labelsize", "xtick.labelsize", "ytick.labelsize"), points(label))
    with matplotlib.rc_context():
        seaborn.set_theme(style="whitegrid", palette="colorblind", rc=THEME | sizes)
        yield


@lru_cache
def font(size: float, style: str = "") -> ImageFont.FreeTypeFont:
    """DejaVu Sans in whole pixels; ``style`` is "", "Bold" or "Oblique"."""
    folder = Path(matplotlib.get_data_path(), "fonts", "ttf")
    return ImageFont.truetype(folder / f"DejaVuSans{'-' + style if style else ''}.ttf", round(size),
                              layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """Pixels that a line of text takes at a size in pixels."""
    return font(size, "Bold" if bold else "").getlength(text)


def wrapped(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines that each fit the width; a word too long for a line is broken with a hyphen."""
    return list(_wrapped(text, width, size, bold))


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    lines, line = [], ""
    words = text.split(" ")
    while words:
        word = words.pop(0)
        tried = f"{line} {word}" if line else word
        if width_of(tried, size, bold) <= width:
            line = tried
        elif line:
            lines.append(line)
            line, words = "", [word, *words]
        else:
            fits = next((n for n in range(len(word) - 1, 1, -1) if width_of(word[:n] + "-", size, bold) <= width), 1)
            lines.append(word[:fits] + "-")
            words = [word[fits:], *words]
    return (*lines, line) if line or not lines else tuple(lines)


class Sheet:
    """One picture: a figure of its own, drawn without pyplot, addressed in pixels.

    Text of the sheet is put onto the finished picture, over everything: that is exact to the pixel, and ten times
    as fast as a figure's own text.
    """

    def __init__(self, title: str, caption: str, label: float = LABEL):
        self.title = title
        self.label = label                            # pixels of keys, and of the caption
        self.figure = Figure((WIDTH / DPI, HEIGHT / DPI), dpi=DPI)
        FigureCanvasAgg(self.figure)
        self.texts: list[tuple[float, float, str, ImageFont.FreeTypeFont, str, str]] = []
        self.top = self.say(MARGIN, 26, title, TITLE, bold=True, width=WIDTH - 2 * MARGIN)
        # self.top is where the title ends, self.bottom where the caption begins
        small = min(label, SMALL)
        lines = [line for part in caption.split("\n") for line in wrapped(part, WIDTH - 2 * MARGIN, small)]
        self.bottom = HEIGHT - 18 - len(lines) * small * LEADING
        self.say(MARGIN, self.bottom, "\n".join(lines), small, colour=SOFT)

    def say(self, x: float, y: float, text: str, size: float = LABEL, *, bold: bool = False, colour: str = INK,
            align: str = "left", width: float | None = None, italic: bool = False) -> float:
        """Write text with its top left (or top right, top middle) corner here; gives the y below it."""
        lines = wrapped(text, width, size, bold) if width else text.split("\n")
        face = font(size, "Bold" if bold else "Oblique" if italic else "")
        for n, line in enumerate(lines):
            self.texts.append((x, y + n * size * LEADING + size, line, face, colour, {"left": "ls", "right": "rs",
                                                                                     "center": "ms"}[align]))
        return y + len(lines) * size * LEADING

    def keys(self, x: float, y: float, *entries: tuple[str, str, object, float]) -> None:
        """What lines stand for, in one row from here: (text, colour, line style, width in pixels) each."""
        for text, colour, style, thick in entries:
            self.figure.add_artist(Line2D([x / WIDTH, (x + 42) / WIDTH], [1 - (y + 0.7 * self.label) / HEIGHT] * 2,
                                          color=colour, ls=style, lw=points(thick), solid_capstyle="butt",
                                          transform=self.figure.transFigure))
            self.say(x + 52, y, text, self.label)
            x += self.wide(text)

    def wide(self, text: str) -> float:
        """Pixels that a key takes, with the room behind it."""
        return 52 + width_of(text, self.label) + 28

    def legend(self, y: float, *entries: tuple[str, str, object, float]) -> float:
        """The same from the left margin, in as many rows as it takes; gives the y below them."""
        x, row = MARGIN, self.label * LEADING
        for text, *look in entries:
            if x > MARGIN and x + self.wide(text) > WIDTH - MARGIN:
                x, y = MARGIN, y + row
            first, *more = wrapped(text, WIDTH - MARGIN - x - 52, self.label)      # one too long for any row goes on
            self.keys(x, y, (first, *look))
            if more:
                x, y = MARGIN, self.say(x + 52, y + row, "\n".join(more), self.label)
            else:
                x += self.wide(text)
        return y + row if entries and x > MARGIN else y

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Axes in a rectangle of pixels."""
        return self.figure.add_axes((left / WIDTH, 1 - (top + height) / HEIGHT, width / WIDTH, height / HEIGHT))

    def save(self, path: Path) -> Path:
        """Write the picture as PNG."""
        return put(self.as_png, path)

    @cached_property
    def as_png(self) -> bytes:
        """The picture as PNG, when all is drawn on it: once, as it may stand on a page as well as in a file."""
        return png(self.picture())

    def picture(self) -> Image.Image:
        """The picture as it is now."""
        canvas = self.figure.canvas
        canvas.draw()
        picture = Image.frombytes("RGB", (WIDTH, HEIGHT), canvas.buffer_rgba(), "raw", "RGBX")
        pen = ImageDraw.Draw(picture)
        for x, y, text, face, colour, anchor in self.texts:
            pen.text((round(x), round(y)), text, colour, face, anchor)
        return picture


def write(picture: Image.Image, path: Path) -> Path:
    """Write a picture as PNG: whole or not at all, without a date, so equal runs give equal bytes."""
    return put(png(picture), path)


def put(data: bytes, path: Path) -> Path:
    """Write a file: whole or not at all."""
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(data)
    os.replace(beside, path)
    return path


def png(picture: Image.Image) -> bytes:
    """An RGB picture as PNG, its rows as they are: to look for a filter for each takes longer than to compress them.

    Most of a picture is white, which needs no filter; the file is as small without (PNG specification, chapter 12).
    """
    width, height = picture.size
    rows = np.zeros((height, 1 + 3 * width), np.uint8)                       # each begins with its filter: none
    rows[:, 1:] = np.asarray(picture).reshape(height, -1)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"tEXt", b"Software\0simwijk"),
             (b"IDAT", zlib.compress(rows, 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(data)) + kind + data
                                            + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
