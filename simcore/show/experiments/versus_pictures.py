"""Draws models in several futures: differences, how much worse than the best choice, the cash around a dated future."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simcore.calendar import WEEKS_A_QUARTER, day_of
from simcore.experiments.measured import unit_of
from simcore.experiments.middles import YES_OR_NO, banded
from simcore.experiments.versus import LESS, Ahead, Weighed
from simcore.results.bands import Band
from simcore.show.bands import band as band_of
from simcore.show.colours import BLUE, FAINT, GREEN, INK, ORANGE, PURPLE, RED, SKY, SOFT
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.parts_pictures import sideways
from simcore.show.experiments.plural import several
from simcore.show.experiments.sweep_pictures import AXIS
from simcore.show.experiments.versus import Table, called, clear, few, levels, safest, sides
from simcore.show.style import HEIGHT, MARGIN, WIDTH, Sheet, points, theme, width_of, wrapped
from simcore.show.words import Words

HEAD, SPAN = 26, 24                                                     # pixels: above a column, of a band at least
MARKS = [(BLUE, "o"), (ORANGE, "s"), (GREEN, "^"), (RED, "D"), (PURPLE, "v"), (SKY, "P")]
DEPTHS = ["#ffffff", "#e4eef7", "#bcd7ea", "#8ab8d9", "#4f90c0"]       # pale to blue: darker is further from the best
NAMES = 460                                                             # pixels for what stands left of a row


def pictures(found: Weighed, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """For each figure the differences and how much worse than the best; for each dated future the cash around it."""
    name = Naming(found.experiment, words)
    for figure in found.experiment.question.figures:
        with theme(AXIS):
            if len(found.models) > 1 or len(found.futures) > 1:
                yield f"differences_{figure.replace('.', '_')}", *forest(found, figure, name)
            if len(found.models) > 1 and figure != YES_OR_NO:
                yield f"regret_{figure.replace('.', '_')}", *regrets(found, figure, name)
    for one in found.futures:
        if one.week is not None and any(found.touches(one, model) for model in found.models):
            with theme(AXIS):
                yield f"cash_{one.future.name}", *around(found, one, name)


def caption(found: Weighed, name: Naming, *own: str) -> str:
    """What is shown, and where the numbers are from."""
    first = next(iter(found.experiment.specs.values()))
    source = name("source", model=", ".join(name.model(key) for key in found.models),
                  place=name.words.place(first.place), year=first.place.price_year)
    return " ".join(own) + "\n" + source


def rows_of(found: Weighed, figure: str, name: Naming) -> tuple[str, list[tuple[Ahead, list[tuple[str, Band | None]]]]]:
    """What the picture of differences holds: what they are taken from, and for each future a difference for each other
    model; of one model its change in each future."""
    if len(found.models) == 1:
        (model,) = found.models
        return called(found.base, name), [(one, [(model, found.change(model, one, figure))])
                                          for one in found.futures[1:]]
    reference = safest(found, figure) or found.models[0]
    return name.model(reference), [
        (one, [(model, found.difference(model, reference, one, figure))
               for model in found.models if model != reference])
        for one in found.futures]


def forest(found: Weighed, figure: str, name: Naming) -> tuple[Sheet, Table]:
    """Differences as dots with their bands, a row for each future; hollow where nothing may be concluded."""
    than, rows = rows_of(found, figure, name)
    better = name("versus.left" if figure in LESS else "versus.right")
    title = name.titled(figure, [model for model, _ in rows[0][1]], apart=True)
    dot = name("versus.dot.yes" if figure == YES_OR_NO else "versus.dot", n=len(found.courses),
               most=name.most(len(found.courses)))
    sheet = Sheet(name("versus.forest", figure=title, than=than), caption(found, name, dot, better), AXIS)
    many = len(found.models) > 1
    keys = {model: MARKS[found.models.index(model) % len(MARKS)] for model in found.models}
    texts = {(n, model): one and written(one, figure, name) for n, (_, each) in enumerate(rows) for model, one in each}
    left, right = MARGIN + NAMES, 20 + max((max(width_of(text, AXIS, True), width_of(span, SPAN))
                                            for text, span in filter(None, texts.values())), default=200) + MARGIN
    top = legend(sheet, [(name.model(model), *keys[model]) for model, _ in rows[0][1]]) if many else sheet.top + 24
    high = min(sheet.bottom - 80 - top, 320.0 * len(rows))
    ax = sheet.axes(left, top, WIDTH - left - right, high)
    shown = [one for _, each in rows for _, one in each if one]
    ends = [*(one.low for one in shown), *(one.high for one in shown), 0.0]
    room = 0.06 * ((max(ends) - min(ends)) or 1.0)
    ax.set_xlim(min(ends) - room, max(ends) + room)
    ax.set_ylim(0, len(rows))
    ax.invert_yaxis()
    ax.axvline(0, color=INK, lw=points(2))
    table: list[list[object]] = []
    for n, (ahead, each) in enumerate(rows):
        y0, tall = top + high * n / len(rows), high / len(rows)
        if n:
            ax.axhline(n, color=FAINT, lw=points(1))
        lines = wrapped(called(ahead, name), NAMES - 30, AXIS)
        sheet.say(MARGIN, y0 + tall / 2 - len(lines) * AXIS * 0.66, "\n".join(lines), AXIS)
        for i, (model, one) in enumerate(each):
            y = n + (i + 0.5) / len(each)
            table.append([ahead.future.name, model, *sides(one)])
            at = y0 + tall * (i + 0.5) / len(each)
            if one is None:
                sheet.say(WIDTH - right + 20, at - 18, name("unmeasured"), AXIS, colour=SOFT)
                continue
            colour, mark = keys[model]
            ax.plot([one.low, one.high], [y, y], color=colour, lw=points(8), solid_capstyle="butt")
            ax.plot([one.median], [y], mark, color=colour, ms=points(26), mew=points(4),
                    mfc=colour if clear(one) else "white")
            text, span = texts[n, model]
            free = tall / len(each)                                       # what does not fit is drawn, and in the table
            roomy = free > 1.2 * (AXIS + SPAN)
            if free > 1.2 * AXIS:
                sheet.say(WIDTH - right + 20, at - (34 if roomy else 18), text, AXIS, bold=clear(one))
            if roomy:
                sheet.say(WIDTH - right + 20, at + 3, span, SPAN, colour=SOFT)
    ax.set_yticks([])
    sideways(ax, figure, name, WIDTH - left - right)
    ax.grid(axis="x")
    return sheet, (["future", "model", "low", "middle", "high", "courses", "higher", "lower", "told"], table)


def written(one: Band, figure: str, name: Naming) -> tuple[str, str]:
    """The middle of a difference, and its band, or of how few courses it is; of yes and no in how many courses more it is
    yes."""
    if figure == YES_OR_NO:
        return name.counted(one.values)
    low, middle, high = name.beside(figure, (one.low, one.median, one.high), True, at=1)
    if few(one.values):
        return middle, name("experiment.yes", some=one.courses, all=one.values.size)
    return middle, name("span", low=low, high=high)


def legend(sheet: Sheet, entries: list[tuple[str, str, str]]) -> float:
    """What marks stand for, in one row below the title: (text, colour, mark) each; gives the y below it."""
    from matplotlib.lines import Line2D

    x, y = MARGIN, sheet.top + 14
    for text, colour, mark in entries:
        sheet.figure.add_artist(Line2D([(x + 14) / WIDTH], [1 - (y + 0.68 * AXIS) / HEIGHT], color=colour, marker=mark,
                                       ms=points(24), transform=sheet.figure.transFigure))
        sheet.say(x + 40, y, text, AXIS)
        x += 40 + width_of(text, AXIS) + 40
    return y + AXIS * 1.32 + 22


def regrets(found: Weighed, figure: str, name: Naming) -> tuple[Sheet, Table]:
    """How much worse than the best choice: a cell for each model in each future, its figures written in it."""
    cell = name("versus.cell", n=len(found.courses), most=name.most(len(found.courses)))
    sheet = Sheet(name("versus.regret", figure=name.titled(figure, found.models)), caption(found, name, cell), AXIS)
    cells = {(model, n): banded(figure, values) for n, one in enumerate(found.futures)
             for model, values in found.regret(one, figure).items() if not few(values)}
    most = max((one.median for one in cells.values() if one), default=0.0)
    left = MARGIN + NAMES - 90
    wide = (WIDTH - left - MARGIN) / len(found.futures)
    heads = [wrapped(called(one, name), wide - 16, HEAD, True) for one in found.futures]
    top = sheet.top + 34 + max(map(len, heads)) * HEAD * 1.32
    high = sheet.bottom - 30 - top
    tall = high / len(found.models)
    spans = {key: name("span", low=low, high=high) for key, one in cells.items() if one
             for low, high in [name.beside(figure, (one.low, one.high), apart=True)]}
    ax = sheet.axes(left, top, WIDTH - left - MARGIN, high)
    ax.set(xlim=(0, len(found.futures)), ylim=(len(found.models), 0), xticks=[], yticks=[])
    texts = {key: name.value(figure, one.median, apart=True) for key, one in cells.items() if one}
    size = next((size for size in range(40, HEAD, -2)
                 if all(width_of(text, size, True) < wide - 20 for text in texts.values())), HEAD)
    table: list[list[object]] = []
    for n, one in enumerate(found.futures):
        sheet.say(left + wide * (n + 0.5), top - 12 - len(heads[n]) * HEAD * 1.32, "\n".join(heads[n]), HEAD,
                  bold=True, align="center")
        for m, model in enumerate(found.models):
            cell = cells.get((model, n))
            x, y = left + wide * (n + 0.5), top + tall * (m + 0.5)
            if n == 0:
                named = wrapped(name.model(model), left - MARGIN - 20, AXIS)
                sheet.say(MARGIN, y - len(named) * AXIS * 0.66, "\n".join(named), AXIS)
            table.append([one.future.name, model, *levels(figure, cell.values if cell else np.array([]))])
            depth = 0 if cell is None or most <= 0 else int(np.ceil((len(DEPTHS) - 1) * cell.median / most))
            ax.fill_between([n, n + 1], m, m + 1, color=DEPTHS[depth], lw=0)
            if cell is None:
                sheet.say(x, y - 14, name("versus.seldom"), SPAN, align="center", colour=SOFT,
                          width=wide - 16)
                continue
            best = cell.median <= min(cells[other, n].median for other in found.models if cells.get((other, n)))
            sheet.say(x, y - 1.3 * size, texts[model, n], size, bold=True, align="center")
            under = sheet.say(x, y + 2, spans[model, n], SPAN, align="center", width=wide - 16)
            if best:
                sheet.say(x, under + 4, name("versus.best"), SPAN, align="center", bold=True)
                ax.plot([n + .03, n + .97, n + .97, n + .03, n + .03], [m + .05, m + .05, m + .95, m + .95, m + .05],
                        color=INK, lw=points(4))
    ax.grid(False)
    for m in range(len(found.models) + 1):
        ax.axhline(m, color=FAINT, lw=points(1))
    for n in range(len(found.futures) + 1):
        ax.axvline(n, color=FAINT, lw=points(1))
    return sheet, (["future", "model", "low", "middle", "high", "courses"], table)


def around(found: Weighed, ahead: Ahead, name: Naming) -> tuple[Sheet, Table]:
    """The cash of each model by the quarter: with its band in this future, dashed without it, the day it begins."""
    run = next(iter(found.experiment.specs.values())).canvas.simwijk
    models = [model for model in found.models if found.touches(ahead, model)]
    sheet = Sheet(name("versus.cash", models=several([name.model(model) for model in models], name),
                       future=called(ahead, name), base=called(found.base, name)),
                  caption(found, name, name.words.band("line", len(found.courses),
                                                       found.experiment.question.luck_only)), AXIS)
    sheet.keys(MARGIN, sheet.top + 14, (called(ahead, name), BLUE, "-", 5), (called(found.base, name), INK, "--", 4))
    top, gap, left = sheet.top + 24 + 2.64 * AXIS, 40, 210
    wide, high = (WIDTH - left - MARGIN - gap * (len(models) - 1)) / len(models), sheet.bottom - 80 - top
    table: list[list[object]] = []
    drawn = {}
    for model in models:
        for one in (ahead, found.base):
            values = found.series(model, one, "cash")
            values = values[~np.isnan(values).any(1)]
            drawn[model, one.future.name] = band_of(values, 0) if len(values) else None
    ends = [x for one in drawn.values() if one for side in (one.low, one.high) for x in side]
    room = 0.05 * ((max(ends) - min(ends)) or 1.0) if ends else 1.0
    weeks = [min(found.experiment.weeks, (q + 1) * WEEKS_A_QUARTER)
             for q in range(-(-found.experiment.weeks // WEEKS_A_QUARTER))]
    for m, model in enumerate(models):
        ax = sheet.axes(left + m * (wide + gap), top + 44, wide, high - 44)
        sheet.say(left + m * (wide + gap) + 4, top, name.model(model), AXIS, bold=True, width=wide)
        for one, colour, style, thick in ((found.base, INK, "--", 4), (ahead, BLUE, "-", 5)):
            this = drawn[model, one.future.name]
            if this is None:
                continue
            if one is ahead:
                ax.fill_between(weeks, this.low, this.high, color=colour, alpha=0.18, lw=0)
            ax.plot(weeks, this.middle, style, color=colour, lw=points(thick), zorder=3 if one is ahead else 4)
            table += [[model, one.future.name, *values] for values in zip(weeks, this.low, this.middle, this.high)]
        ax.set_ylim(min(ends) - room, max(ends) + room)
        ax.axhline(0, color=INK, lw=points(1.5))
        ax.axvline(ahead.week, color=RED, lw=points(4), ls=":")
        ticks = [tick for tick in ax.get_yticks() if min(ends) - room <= tick <= max(ends) + room]
        ax.set_yticks(ticks, name.ticks("money.cash", ticks) if m == 0 else [""] * len(ticks))
        apart = 52 * -(-found.experiment.weeks // (52 * max(1, int(wide / 150))))
        days = list(range(0, found.experiment.weeks - apart // 3, apart))          # none runs into the next axes
        ax.set_xticks(days, [name.words.short_month(day_of(run.start, week)) for week in days])
        ax.set_xlim(0, found.experiment.weeks)
    begins = name("versus.begins", month=name.words.month(day_of(run.start, ahead.week)))
    sheet.say(WIDTH - MARGIN, sheet.top + 14, begins, AXIS, colour=RED, align="right")
    return sheet, (["model", "future", "week", "low", "middle", "high"], table)
