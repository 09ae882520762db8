"""Shows models in several futures: which is the safest choice, what each changes, who is still there after it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simcore.calendar import WEEKS_A_QUARTER, day_of
from simcore.experiments.measured import unit_of
from simcore.experiments.versus import LESS, Ahead, Weighed
from simcore.results.bands import Band, band
from simcore.show.bands import band as band_of
from simcore.show.colours import BLUE, FAINT, GREEN, INK, ORANGE, PURPLE, RED, SKY, SOFT
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.plural import lower
from simcore.show.style import HEADING, LABEL, MARGIN, WIDTH, Sheet, points, theme, width_of, wrapped
from simcore.show.words import Words

TOP, FOOT = 200, 120
MARKS = [(BLUE, "o"), (ORANGE, "s"), (GREEN, "^"), (RED, "D"), (PURPLE, "v"), (SKY, "P")]
DEPTHS = ["#ffffff", "#e4eef7", "#bcd7ea", "#8ab8d9", "#4f90c0"]       # pale to blue: darker is further from the best
NAMES = 430                                                             # pixels for what stands left of a row
Table = tuple[list[str], list[list[object]]]


# --- what is said -------------------------------------------------------------------------------------------------

def said(found: Weighed, words: Words) -> Iterator[str]:
    """Which choice is safest, each future, who is still there, how soon it is over; how sure it is."""
    name, figure = Naming(found.experiment, words), found.experiment.question.figures[0]
    if len(found.models) > 1:
        yield safest_said(found, figure, name)
        yield from (in_future(found, one, figure, name) for one in found.futures)
    else:
        yield one_model(found, figure, name)
        yield from (beside_base(found, one, figure, name) for one in found.futures)
    yield from survival(found, name)
    yield from recoveries(found, name)
    yield name("versus.band", n=len(found.courses))
    if not found.sure:
        yield name("versus.short", n=len(found.courses))


def called(one: Ahead, name: Naming) -> str:
    """What a future is called."""
    return one.future.label[name.words.lang]


def worst(found: Weighed, figure: str) -> dict[str, tuple[float, Ahead]]:
    """Model -> (the middle of how much worse than the best choice, the future in which that is most); models that have
    the figure."""
    out: dict[str, tuple[float, Ahead]] = {}
    for one in found.futures:
        for model, values in found.regret(one, figure).items():
            some = values[np.isfinite(values)]
            if some.size and (model not in out or np.median(some) > out[model][0]):
                out[model] = float(np.median(some)), one
    return out


def safest(found: Weighed, figure: str) -> str | None:
    """The model of which the most that it may be worse than the best choice is least."""
    every = worst(found, figure)
    return min(every, key=lambda model: every[model][0]) if every else None


def safest_said(found: Weighed, figure: str, name: Naming) -> str:
    """The answer: the safest choice, and whether it is clearly that."""
    model = safest(found, figure)
    shown = lower(name.figure(figure))
    if model is None:
        return f"{name.figure(figure)}: {name('unmeasured')}"
    others = [other for other in worst(found, figure) if other != model]
    every = [one for ahead in found.futures for other in others
             if (one := found.difference(model, other, ahead, figure))]
    better = [one for one in every if one.clear and (one.median < 0) == (figure in LESS)]
    regret, ahead = worst(found, figure)[model]
    if not any(one.clear for one in every):
        return name("versus.unclear", figure=shown)
    key = "versus.always" if regret == 0 else "versus.safe"
    sure = name("versus.clear" if len(better) == len(every) else "versus.partly")
    best = name(key, model=name.model(model), figure=shown, future=called(ahead, name),
                regret=name.value(figure, regret))
    return f"{best} {sure}"


def in_future(found: Weighed, ahead: Ahead, figure: str, name: Naming) -> str:
    """Which model is best in one future, and how far the others are from it."""
    sign = -1 if figure in LESS else 1
    middles = {model: np.median(some) for model in found.models
               if (some := finite(found.values(model, ahead, figure))).size}
    if not middles:
        return f"{called(ahead, name)}: {name('unmeasured')}"
    best = max(middles, key=lambda model: sign * middles[model])
    others = [f"{name.model(model)} {difference(found.difference(model, best, ahead, figure), figure, name)}"
              for model in middles if model != best]
    return name("versus.future", future=called(ahead, name), model=name.model(best), others="; ".join(others),
                middle=name.banded(figure, found.values(best, ahead, figure)))


def one_model(found: Weighed, figure: str, name: Naming) -> str:
    """The answer for one model: the future in which it is best off."""
    (model,) = found.models
    sign = -1 if figure in LESS else 1
    middles = [(sign * np.median(some), n) for n, one in enumerate(found.futures)
               if (some := finite(found.values(model, one, figure))).size]
    if not middles:
        return f"{name.figure(figure)}: {name('unmeasured')}"
    changes = [found.change(model, one, figure) for one in found.futures[1:]]
    shown, n = lower(name.figure(figure)), len(found.futures)
    if changes and not any(one and one.clear for one in changes):
        return name("versus.one.flat", model=name.model(model), n=n, figure=shown)
    top = found.futures[max(middles, key=lambda pair: (pair[0], -pair[1]))[1]]
    return name("versus.one.best", model=name.model(model), future=called(top, name), figure=shown,
                middle=name.banded(figure, found.values(model, top, figure)))


def beside_base(found: Weighed, ahead: Ahead, figure: str, name: Naming) -> str:
    """How one model is off in a future, beside the first."""
    (model,) = found.models
    middle = name.banded(figure, found.values(model, ahead, figure))
    if ahead is found.base:
        return name("versus.one.base", future=called(ahead, name), middle=middle)
    return name("versus.one.future", future=called(ahead, name), middle=middle, base=called(found.base, name),
                change=difference(found.change(model, ahead, figure), figure, name))


def difference(one: Band | None, figure: str, name: Naming) -> str:
    """A difference with its band, and whether it is clear."""
    if one is None:
        return name("unmeasured")
    span = name("span", low=name.value(figure, one.low, True), high=name.value(figure, one.high, True))
    return f"{name.value(figure, one.median, True)} ({span}{'' if one.clear else ': ' + name('unclear')})"


def finite(values: np.ndarray) -> np.ndarray:
    """The values that are numbers."""
    return values[np.isfinite(values)]


def still_there(found: Weighed, model: str, ahead: Ahead) -> tuple[int, int]:
    """In how many courses a model is there at the end, of how many."""
    values = finite(found.values(model, ahead, "survival.share"))
    return int(values.sum()), values.size


def survival(found: Weighed, name: Naming) -> Iterator[str]:
    """How often each model is still there: in the first future, and where it is least often."""
    for model in found.models:
        counts = [still_there(found, model, one) for one in found.futures]
        least = min(range(len(counts)), key=lambda n: counts[n][0] / max(1, counts[n][1]))
        if not counts[0][1] or not counts[least][1]:
            continue
        key = "versus.survival.same" if counts[least] == counts[0] else "versus.survival"
        yield name(key, model=name.model(model), often=name.words.courses(*counts[0]), base=called(found.base, name),
                   least=name.words.courses(*counts[least]), future=called(found.futures[least], name))


def recoveries(found: Weighed, name: Naming) -> Iterator[str]:
    """For each future with a date: how often a model notices it, comes back, and after how long."""
    run = next(iter(found.experiment.specs.values())).canvas.simwijk
    for one in found.futures:
        if one.week is None or not any(found.touches(one, model) for model in found.models):
            continue
        parts = [recovered(weeks, name.model(model), name) for model in found.models
                 if (weeks := found.recovery(model, one)) is not None and finite_or_never(weeks).size]
        if parts:
            yield name("versus.shock", future=called(one, name), month=name.words.month(day_of(run.start, one.week)),
                       parts="; ".join(parts))
        touched = [name.model(model) for model in found.models if found.touches(one, model)]
        if len(touched) < len(found.models):
            yield name("versus.same", future=called(one, name), models=", ".join(touched))


def recovered(weeks: np.ndarray, model: str, name: Naming) -> str:
    """How often one model is hit, and comes back."""
    weeks = finite_or_never(weeks)
    back = weeks[(weeks > 0) & np.isfinite(weeks)]
    parts = [name(f"versus.shock.{key}{'.all' if some == weeks.size else ''}", often=name.words.often(some, weeks.size),
                  span=name.words.span(int(np.median(back))) if back.size else "")
             for key, some in (("not", int((weeks == 0).sum())), ("back", back.size),
                               ("never", int(np.isinf(weeks).sum()))) if some]
    return f"{model} {', '.join(parts)}"


def finite_or_never(weeks: np.ndarray) -> np.ndarray:
    """Weeks of courses that could be hit: a number, or infinite."""
    return weeks[~np.isnan(weeks)]


def method(found: Weighed, words: Words) -> Iterator[str]:
    """How it was reckoned, in the words of who knows statistics."""
    until = found.experiment.question.courses.until
    yield words("versus.method", n=len(found.courses), level=words.number(100 * (until.level if until else 0.95)))


# --- tables -------------------------------------------------------------------------------------------------------

def tables(found: Weighed) -> dict[str, Table]:
    """Levels, differences between models, changes by a future, regret, recovery."""
    figures = found.experiment.question.figures
    pairs = [(model, other) for n, other in enumerate(found.models) for model in found.models[n + 1:]]
    out: dict[str, Table] = {
        "values": ([*HEAD, "courses"], [
            [one.future.name, model, figure, unit_of(figure), *middle(found.values(model, one, figure))]
            for one in found.futures for model in found.models for figure in (*figures, "survival.share")]),
        "regret": ([*HEAD, "courses"], [
            [one.future.name, model, figure, unit_of(figure), *middle(values)]
            for figure in figures for one in found.futures for model, values in found.regret(one, figure).items()]),
        "changes": ([*HEAD, "courses", "clear"], [
            [one.future.name, model, figure, unit_of(figure), *sides(found.change(model, one, figure))]
            for one in found.futures[1:] for model in found.models for figure in figures]),
        "recovery": (["future", "model", "from week", "not lower", "back", "never back", "not there before",
                      "middle weeks of those back"], [
            [one.future.name, model, one.week, *counts(weeks)] for one in found.futures for model in found.models
            if (weeks := found.recovery(model, one)) is not None])}
    if pairs:
        out["differences"] = (["future", "model", "less", *HEAD[2:], "courses", "clear"], [
            [one.future.name, model, other, figure, unit_of(figure),
             *sides(found.difference(model, other, one, figure))]
            for one in found.futures for model, other in pairs for figure in figures])
    return out


HEAD = ["future", "model", "figure", "unit", "low", "middle", "high"]


def middle(values: np.ndarray) -> list[object]:
    """Low, middle, high and how many courses."""
    one = band(values, "")
    return [one.low, one.median, one.high, one.courses] if one else [np.nan, np.nan, np.nan, 0]


def sides(one: Band | None) -> list[object]:
    """Low, middle, high, how many courses, and whether it is clear."""
    return [one.low, one.median, one.high, one.courses, one.clear] if one else [np.nan, np.nan, np.nan, 0, False]


def counts(weeks: np.ndarray) -> list[object]:
    """How many courses are not lower, back, never back, and were not there; the middle time of those back."""
    back = weeks[(weeks > 0) & np.isfinite(weeks)]
    return [int((weeks == 0).sum()), back.size, int(np.isinf(weeks).sum()), int(np.isnan(weeks).sum()),
            np.median(back) if back.size else np.nan]


# --- pictures -----------------------------------------------------------------------------------------------------

def pictures(found: Weighed, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """For each figure the differences and how much worse than the best; for each dated future the cash around it."""
    name = Naming(found.experiment, words)
    for figure in found.experiment.question.figures:
        with theme():
            if len(found.models) > 1 or len(found.futures) > 1:
                yield f"differences_{figure.replace('.', '_')}", *forest(found, figure, name)
            if len(found.models) > 1:
                yield f"regret_{figure.replace('.', '_')}", *regrets(found, figure, name)
    for one in found.futures:
        if one.week is not None and any(found.touches(one, model) for model in found.models):
            with theme():
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
    sheet = Sheet(name("versus.forest", figure=name.figure(figure), than=than),
                  caption(found, name, name("versus.dot", n=len(found.courses)), better))
    several = len(found.models) > 1
    keys = {model: MARKS[found.models.index(model) % len(MARKS)] for model in found.models}
    left, right, top = MARGIN + NAMES, 430, TOP if several else TOP - 50
    high = min(sheet.bottom - FOOT + 40 - top, 240.0 * len(rows))
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
        lines = wrapped(called(ahead, name), NAMES - 30, HEADING)
        sheet.say(MARGIN, y0 + tall / 2 - len(lines) * HEADING * 0.66, "\n".join(lines), HEADING)
        for i, (model, one) in enumerate(each):
            y = n + (i + 0.5) / len(each)
            table.append([ahead.future.name, model, *sides(one)])
            at = y0 + tall * (i + 0.5) / len(each)
            if one is None:
                sheet.say(WIDTH - right + 20, at - 13, name("unmeasured"), LABEL, colour=SOFT)
                continue
            colour, mark = keys[model]
            ax.plot([one.low, one.high], [y, y], color=colour, lw=points(7), solid_capstyle="butt")
            ax.plot([one.median], [y], mark, color=colour, ms=points(24), mew=points(4),
                    mfc=colour if one.clear else "white")
            text = name.value(figure, one.median, True)
            sheet.say(WIDTH - right + 20, at - 17, text, HEADING, bold=one.clear)
            sheet.say(WIDTH - right + 30 + width_of(text, HEADING, one.clear), at - 14,
                      name("span", low=name.value(figure, one.low, True), high=name.value(figure, one.high, True)),
                      LABEL, colour=SOFT)
    ax.set_yticks([])
    ticks = [tick for tick in ax.get_xticks() if ax.get_xlim()[0] <= tick <= ax.get_xlim()[1]]
    ticks = ticks[::-(-len(ticks) // 6)] if len(ticks) > 6 else ticks
    ax.set_xticks(ticks, [name.value(figure, tick, True) for tick in ticks])
    ax.grid(axis="x")
    if several:
        legend(sheet, [(name.model(model), *keys[model]) for model, _ in rows[0][1]])
    return sheet, (["future", "model", "low", "middle", "high", "courses", "clear"], table)


def legend(sheet: Sheet, entries: list[tuple[str, str, str]]) -> None:
    """What marks stand for, in one row below the title: (text, colour, mark) each."""
    from matplotlib.lines import Line2D

    x, y = MARGIN, sheet.top + 14
    for text, colour, mark in entries:
        sheet.figure.add_artist(Line2D([(x + 14) / WIDTH], [1 - (y + 15) / 1080], color=colour, marker=mark,
                                       ms=points(22), transform=sheet.figure.transFigure))
        sheet.say(x + 40, y, text, HEADING)
        x += 40 + width_of(text, HEADING) + 40


def regrets(found: Weighed, figure: str, name: Naming) -> tuple[Sheet, Table]:
    """How much worse than the best choice: a cell for each model in each future, its figures written in it."""
    sheet = Sheet(name("versus.regret", figure=name.figure(figure)), caption(found, name, name("versus.cell",
                                                                                                n=len(found.courses))))
    cells = {(model, n): band(values, unit_of(figure)) for n, one in enumerate(found.futures)
             for model, values in found.regret(one, figure).items()}
    most = max((one.median for one in cells.values() if one), default=0.0)
    left, top = MARGIN + NAMES - 60, TOP + 60
    wide, tall = (WIDTH - left - MARGIN) / len(found.futures), min(240.0, (sheet.bottom - 30 - top) / len(found.models))
    high = tall * len(found.models)
    ax = sheet.axes(left, top, WIDTH - left - MARGIN, high)
    ax.set(xlim=(0, len(found.futures)), ylim=(len(found.models), 0), xticks=[], yticks=[])
    size = min(HEADING + 6, next((size for size in range(30, 15, -2) if all(
        width_of(name.value(figure, one.median), size, True) < wide - 20 for one in cells.values() if one)), 16))
    table: list[list[object]] = []
    for n, one in enumerate(found.futures):
        lines = wrapped(called(one, name), wide - 16, LABEL, True)
        sheet.say(left + wide * (n + 0.5), top - 12 - len(lines) * LABEL * 1.32, "\n".join(lines), LABEL, bold=True,
                  align="center")
        for m, model in enumerate(found.models):
            cell = cells[model, n]
            x, y = left + wide * (n + 0.5), top + tall * (m + 0.5)
            if n == 0:
                named = wrapped(name.model(model), left - MARGIN - 20, HEADING)
                sheet.say(MARGIN, y - len(named) * HEADING * 0.66, "\n".join(named), HEADING)
            table.append([one.future.name, model, *(middle(cell.values) if cell else middle(np.array([])))])
            depth = 0 if cell is None or most <= 0 else int(np.ceil((len(DEPTHS) - 1) * cell.median / most))
            ax.fill_between([n, n + 1], m, m + 1, color=DEPTHS[depth], lw=0)
            if cell is None:
                sheet.say(x, y - 14, name("unmeasured"), LABEL, align="center", colour=SOFT)
                continue
            best = cell.median <= min(cells[other, n].median for other in found.models if cells[other, n])
            text = name.value(figure, cell.median)
            sheet.say(x, y - 34, text, size, bold=True, align="center")
            sheet.say(x, y + 2, name("span", low=name.value(figure, cell.low), high=name.value(figure, cell.high)), 18,
                      align="center")
            if best:
                sheet.say(x, y + 30, name("versus.best"), 18, align="center", bold=True)
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
    sheet = Sheet(name("versus.cash", future=called(ahead, name)),
                  caption(found, name, name.words.band("line", len(found.courses),
                                                       found.experiment.question.luck_only)))
    sheet.keys(MARGIN, sheet.top + 14, (called(ahead, name), BLUE, "-", 5), (called(found.base, name), INK, "--", 4))
    top, gap, left = TOP + 20, 40, 170
    wide, high = (WIDTH - left - MARGIN - gap * (len(models) - 1)) / len(models), sheet.bottom - FOOT + 30 - TOP - 20
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
        sheet.say(left + m * (wide + gap) + 4, top, name.model(model), HEADING, bold=True, width=wide)
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
        ax.set_yticks(ticks, [name.words.euros(tick) for tick in ticks] if m == 0 else [""] * len(ticks))
        apart = 52 * -(-found.experiment.weeks // (52 * max(1, int(wide / 170))))
        days = [week for week in range(0, found.experiment.weeks - apart // 3, apart)]      # none runs into the next axes
        ax.set_xticks(days, [name.words.short_month(day_of(run.start, week)) for week in days])
        ax.set_xlim(0, found.experiment.weeks)
    begins = name("versus.begins", month=name.words.month(day_of(run.start, ahead.week)))
    sheet.say(WIDTH - MARGIN, sheet.top + 14, begins, colour=RED, align="right")
    return sheet, (["model", "future", "week", "low", "middle", "high"], table)
