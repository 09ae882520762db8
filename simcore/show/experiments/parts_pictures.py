"""Draws a sweep over parts that are chosen: for each figure a ranking of what each part adds or takes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.axes import Axes

from simcore.experiments.direction import CLEAR, MOSTLY, direction
from simcore.experiments.middles import YES_OR_NO, middle, sides
from simcore.experiments.sweep import Swept
from simcore.show.bands import Band
from simcore.show.colours import BLUE, INK, ORANGE, SOFT
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.parts import Table, called, measured, ranking, set_to
from simcore.show.style import MARGIN, WIDTH, Sheet, points, theme, width_of

AXIS, LARGE = 28, 34                               # pixels: of text along an axis, of a name at most
ROW, WIDEST = 170, 760                             # of a row at most, of a name
MOST_DRAWN = 20                                    # choices: of more the names would be too small to read


def drawn(found: Swept, model: str, figure: str, name: Naming, source: str) -> tuple[Sheet, Table]:
    """The ranking of what each part adds: a dot with its band for each, and a line at no difference."""
    every = ranking(found, model, figure)
    most = sorted(every, key=lambda one: -abs(middle(figure, one.values(figure))))[:MOST_DRAWN]
    ranked = [one for one in every if any(one is other for other in most)]
    courses = len(found.places[0].courses)
    sheet = Sheet(name("parts.title", figure=name.titled(figure, [model], apart=True)),
                  name("parts.caption.part" if figure == YES_OR_NO else "parts.caption", n=courses,
                       most=name.most(courses)) + (name(
                      "parts.caption.more", n=len(every) - len(ranked)) if len(every) > len(ranked) else "") +
                  "\n" + source, AXIS)
    top = sheet.top + 64
    row = min(ROW, (sheet.bottom - top - 80) / max(1, len(ranked)))
    size = min(LARGE, row * 0.7)
    names = [called(one, name) for one in ranked]
    bands = [Band(*map(np.float64, sides(figure, one.values(figure)))) for one in ranked]
    ways = [direction(measured(one, figure), among=len(every)).word for one in ranked]
    texts = [f"≈ {name('unclear')}" if way not in (CLEAR, MOSTLY) else name.value(figure, float(of.middle), True) +
             (f" ({name('mostly')})" if way == MOSTLY else "") for of, way in zip(bands, ways)]
    left = MARGIN + min(WIDEST, max((width_of(text, size) for text in names), default=100)) + 30
    right = WIDTH - MARGIN - max((width_of(text, size, True) for text in texts), default=100) - 20
    ax = sheet.axes(left, top, right - left - 20, row * len(ranked))
    ax.set_ylim(len(ranked) - 0.5, -0.5)
    ax.grid(axis="x")
    ax.grid(visible=False, axis="y")
    rows = [[one.axis.path, set_to(one), *sides(figure, one.values(figure))] for one in every]
    for y, (of, way, called_so, text) in enumerate(zip(bands, ways, names, texts)):
        clear = bool(of.clear) if figure != YES_OR_NO else way == CLEAR
        colour = SOFT if not clear else BLUE if of.middle > 0 else ORANGE
        ax.plot([of.low, of.high], [y, y], color=colour, lw=points(size / 3 if clear else size / 5),
                solid_capstyle="butt", alpha=0.6)
        ax.plot([of.middle], [y], "o" if clear else "D", color=colour, ms=points(0.75 * size), zorder=3,
                mfc=colour if clear else "white", mew=points(3))
        at = top + (y + 0.5) * row - size * 0.62
        sheet.say(left - 20, at, shortened(called_so, size), size, align="right")
        sheet.say(right, at, text, size, bold=clear, colour=INK if clear else SOFT)
    ax.axvline(0, color=INK, lw=points(2))
    ax.set_yticks([])
    sideways(ax, figure, name, right - left - 20)
    sheet.say(left, sheet.top + 18, name("parts.less"), AXIS, colour=SOFT)
    sheet.say(right - 20, sheet.top + 18, name("parts.more"), AXIS, colour=SOFT, align="right")
    return sheet, (["part", "changed to", "low", "middle", "high"], rows)


def sideways(ax: Axes, figure: str, name: Naming, wide: float) -> None:
    """Write differences of a figure along the level axis, nought among them and as many as there is room for."""
    from matplotlib.ticker import MaxNLocator

    low, high = ax.get_xlim()
    for bins in range(6, 1, -1):
        ticks = [tick for tick in MaxNLocator(bins).tick_values(low, high) if low <= tick <= high]
        texts = name.ticks(figure, ticks, True)
        apart = wide * (ticks[1] - ticks[0]) / (high - low) if len(ticks) > 1 else wide
        if max((width_of(text, AXIS) for text in texts), default=0) + 30 < apart:
            break
    ax.set_xlim(low, high)
    ax.set_xticks(ticks, texts)


def shortened(text: str, size: float) -> str:
    """A name that fits its column."""
    while width_of(text, size) > WIDEST and " " in text:
        text = text.removesuffix(" …").rpartition(" ")[0] + " …"
    return text


def pictures(found: Swept, name: Naming, source: str) -> Iterator[tuple[str, Sheet, Table]]:
    """A picture for each figure that can be measured, of each model."""
    several_models = len(found.experiment.cases) > 1
    for figure in found.experiment.question.figures:
        for model in found.experiment.cases:
            if ranking(found, model, figure):
                with theme(AXIS):
                    yield (figure.replace(".", "_") + (f"_{model}" if several_models else ""),
                           *drawn(found, model, figure, name, source))
