"""Draws a sweep over parts that are chosen: for each figure a ranking of what each part adds or takes."""

from __future__ import annotations

from collections.abc import Iterator

from simcore.experiments.sweep import Swept
from simcore.show.bands import band
from simcore.show.colours import BLUE, INK, ORANGE, SOFT
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.parts import Table, called, measured, ranking
from simcore.show.experiments.plural import lower
from simcore.show.style import LABEL, MARGIN, WIDTH, Sheet, points, theme, width_of

ROW, WIDEST = 64, 620                              # pixels: of a row at most, of a name


def drawn(found: Swept, model: str, figure: str, name: Naming, source: str) -> tuple[Sheet, Table]:
    """The ranking of what each part adds: a dot with its band for each, and a line at no difference."""
    ranked = ranking(found, model, figure)
    courses = len(found.places[0].courses)
    title = name("parts.title", figure=name.figure(figure))
    sheet = Sheet(f"{name.model(model)}: {lower(title)}" if len(found.experiment.cases) > 1 else title,
                  name("parts.caption", n=courses) + "\n" + source)
    top = sheet.top + 70
    room = sheet.bottom - top - 70
    row = min(ROW, room / max(1, len(ranked)))
    size = min(LABEL, row * 0.75)
    names = [called(one, name) for one in ranked]
    left = MARGIN + min(WIDEST, max((width_of(text, size) for text in names), default=100)) + 30
    ax = sheet.axes(left, top, WIDTH - MARGIN - left - 330, row * len(ranked))
    ax.set_ylim(len(ranked) - 0.5, -0.5)
    ax.grid(axis="x")
    ax.grid(visible=False, axis="y")
    rows: list[list[object]] = []
    for y, (one, text) in enumerate(zip(ranked, names)):
        of = band(measured(one, figure), 0)
        clear = bool(of.clear)
        colour = SOFT if not clear else BLUE if of.middle > 0 else ORANGE
        ax.plot([of.low, of.high], [y, y], color=colour, lw=points(7 if clear else 4), solid_capstyle="butt", alpha=0.6)
        ax.plot([of.middle], [y], "o" if clear else "D", color=colour, ms=points(16), zorder=3,
                mfc=colour if clear else "white", mew=points(3))
        at = top + (y + 0.5) * row - size * 0.62
        sheet.say(left - 20, at, shortened(text, size), size, align="right")
        sheet.say(WIDTH - MARGIN - 310, at, name.value(figure, float(of.middle), True) if clear else
                  f"≈ {name('unclear')}", size, bold=clear, colour=INK if clear else SOFT)
        rows.append([one.axis.path, one.value, *of])
    ax.axvline(0, color=INK, lw=points(2))
    ax.set_yticks([])
    ax.locator_params(axis="x", nbins=6)
    low, high = ax.get_xlim()
    ticks = [tick for tick in ax.get_xticks() if low <= tick <= high]
    ax.set_xlim(low, high)
    ax.set_xticks(ticks, [name.value(figure, tick, True) for tick in ticks])
    sheet.say(left, sheet.top + 22, name("parts.less"), LABEL, colour=SOFT)
    sheet.say(WIDTH - MARGIN - 330, sheet.top + 22, name("parts.more"), LABEL, colour=SOFT, align="right")
    return sheet, (["part", "changed to", "low", "middle", "high"], rows)


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
                with theme():
                    yield (figure.replace(".", "_") + (f"_{model}" if several_models else ""),
                           *drawn(found, model, figure, name, source))
