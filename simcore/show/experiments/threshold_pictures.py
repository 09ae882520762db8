"""Draws thresholds: in how many courses it holds at each value, and each figure over the values."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.axes import Axes

from simcore.experiments.threshold import Line, Thresholds
from simcore.show.colours import FAINT, INK
from simcore.show.experiments.plural import opening, several
from simcore.show.experiments.sweep_pictures import AXIS, LINES, as_one, below, upwards
from simcore.show.experiments.telling import Telling
from simcore.show.experiments.threshold import Table, by_value, figures_of, shares_of, together, whose
from simcore.show.style import Sheet, points, theme
from simcore.show.words import Words


def pictures(found: Thresholds, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """In how many courses it holds at each value, and each figure over the values; under each combination by itself."""
    tell = Telling(found, words)
    every = list(together(found)) if len(found.experiment.cases) > 1 else [((), list(found.lines))]
    for n, (_, lines) in enumerate(every):
        end = f"_{n + 1}" if len(every) > 1 else ""
        with theme(AXIS):
            yield f"holds{end}", *drawn_shares(tell, lines)
        for figure in figures_of(found):
            with theme(AXIS):
                yield figure.replace(".", "_") + end, *drawn_figure(tell, figure, lines)


def drawn_shares(tell: Telling, lines: list[Line]) -> tuple[Sheet, Table]:
    """The share of courses in which it holds all the way up to each value, with the limits for the shares asked for."""
    shares = tell.question.hold_in
    title = f"{models_of(tell, lines)}: {tell('how_often', holds=tell.holds)}"
    text = tell("shares", n=max(len(line.courses) for line in lines),
                shares=several([tell.share(share) for share in shares], tell.name), often=tell.often)
    every = [(shares_of(line, tell.low, tell.high, tell.found.level), tell.found.estimates(line)) for line in lines]
    apart = as_one(called(tell, lines), [(*curves, [(one.value, one.low, one.high) for one in limits])
                                         for curves, limits in every], tell.name)
    sheet, ax = sheet_of(tell, lines, title, text, apart)
    for share in shares:
        ax.axhline(share, color=FAINT, lw=points(2), ls=(0, (4, 3)))
    for n, (_, at) in enumerate(apart):
        colour, style, mark = LINES[n % len(LINES)]
        (values, middle, low, high), limits = every[at]
        ax.fill_between(values, low, high, step="post", color=colour, alpha=0.13, lw=0)
        ax.step(values, middle, style, where="post", color=colour, lw=points(3))
        for share, one in zip(shares, limits):
            if np.isfinite(one.value):
                ends = np.clip([one.low, one.high], tell.low, tell.high)
                share += 0.012 * (n - (len(apart) - 1) / 2)                      # beside those of the other models
                ax.plot(ends, [share] * 2, color=colour, lw=points(6), alpha=0.6, solid_capstyle="butt")
                ax.plot([one.value], [share], mark, color=colour, ms=points(16), mec="white", mew=points(2))
    ax.set_ylim(-0.02, 1.02)
    ax.set_yticks(np.linspace(0, 1, 6), [tell.name("unit.share", n=n) for n in range(0, 101, 20)])
    return sheet, (["model", *(axis.path for axis in tell.question.also_under), tell.question.raise_, "share", "low",
                    "high"], [[*whose(line), *row] for line, (curves, _) in zip(lines, every) for row in zip(*curves)])


def drawn_figure(tell: Telling, figure: str, lines: list[Line]) -> tuple[Sheet, Table]:
    """A figure at each scanned value: its middle with the band; where it is the condition's, the number of that."""
    courses = max(len(line.courses) for line in lines)
    every = [list(by_value(line, figure)) for line in lines]
    apart = as_one(called(tell, lines), [[np.array(rows)] for rows in every], tell.name)
    title = tell.name.titled(figure, list(dict.fromkeys(line.place.model for line in lines)))
    sheet, ax = sheet_of(tell, lines, title, tell.name.words.band("line", courses, tell.question.luck_only), apart)
    for n, (_, at) in enumerate(apart):
        colour, style, mark = LINES[n % len(LINES)]
        low, middle, high, _ = zip(*every[at])
        ax.fill_between(tell.found.values, low, high, color=colour, alpha=0.15, lw=0)
        ax.plot(tell.found.values, middle, style, color=colour, marker=mark, lw=points(3), ms=points(12))
    bottom, top = ax.get_ylim()
    if figure == tell.found.condition.figure:
        ax.axhline(tell.found.condition.value, color=INK, lw=points(3))
    elif bottom < 0 < top:
        ax.axhline(0, color=INK, lw=points(2))
    upwards(ax, figure, tell.name)
    return sheet, (["model", *(axis.path for axis in tell.question.also_under), tell.question.raise_, "low", "middle",
                    "high", "courses"], [[*whose(line), value, *row] for line, mine in zip(lines, every)
                                         for value, row in zip(tell.found.values, mine)])


def called(tell: Telling, lines: list[Line]) -> list[str]:
    """What the lines of one picture are called: by their model, of one model by what each is under."""
    return [tell.model(line) if len(tell.found.experiment.cases) > 1 else tell.called(line) for line in lines]


def models_of(tell: Telling, lines: list[Line]) -> str:
    """The models of some lines."""
    return several(list(dict.fromkeys(tell.model(line) for line in lines)), tell.name)


def sheet_of(tell: Telling, lines: list[Line], title: str, caption: str,
             apart: list[tuple[str, int]]) -> tuple[Sheet, Axes]:
    """A sheet with axes over the values that were looked at, its lines named above as they are drawn ``apart``, their
    source below."""
    place = next(iter(tell.found.experiment.specs.values())).place
    source = tell.name("source", model=", ".join(dict.fromkeys(tell.model(line) for line in lines)),
                       place=tell.name.words.place(place), year=place.price_year)
    also = tell.also(lines[0]) if len({line.place.also for line in lines}) == 1 else ""
    title = tell.name("experiment.title.over", figure=title, path=tell.label)
    sheet = Sheet(f"{title} ({also})" if also else title, f"{caption}\n{source}", AXIS)
    keys = [(label, *LINES[n % len(LINES)][:2], 4) for n, (label, _) in enumerate(apart)] if len(lines) > 1 else []
    ax = below(sheet, sheet.legend(sheet.top + 14, *keys))
    ax.set_xlim(tell.low, tell.high)
    ticks = [tick for tick in ax.get_xticks() if tell.low <= tick <= tell.high]
    ax.set_xticks(ticks, [tell.value(tick) for tick in ticks])
    ax.set_xlabel(opening(tell.label), labelpad=10)
    return sheet, ax
