"""Draws the participation ladder: people on each rung with the enterprise, beside doing nothing, and the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from simcore.calendar import WEEKS_A_QUARTER
from simcore.show.bands import Band, band
from simcore.show.caption import caption_of
from simcore.show.colours import BLUE, GREEN, INK, RED, SOFT
from simcore.show.style import HEADING, LABEL, MARGIN, WIDTH, Sheet, points, wrapped
from simcore.show.time_axis import date_axis
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.run import Outcome

RUNGS = 6
LEFT, PEOPLE, APART, DIFFERENCE = 400, 560, 120, 450     # pixels: the two columns of panels and what lies between
TOP = 202


def rung_of(outcome: Outcome, lane: str, k: int) -> np.ndarray:
    """People (quarters, R) on rung k."""
    return outcome.lanes[lane].quarter[f"rung {k}"]


def difference(outcome: Outcome, k: int) -> np.ndarray:
    """People (quarters, R) on rung k more than with doing nothing, in the same course."""
    return rung_of(outcome, "enterprise", k) - rung_of(outcome, "nothing", k)


def title(outcome: Outcome, words: Words) -> str:
    """The rungs with the two largest clear differences, or that there is none."""
    means = {k: band(difference(outcome, k).mean(0), 0) for k in range(1, RUNGS + 1)}
    clear = {k: b for k, b in means.items() if b.clear and abs(b.middle) >= 0.05}
    if not clear:
        return words("rungs.title.none")
    largest = sorted(clear, key=lambda rung: -abs(clear[rung].middle))[:2]
    parts = [words("rungs.more" if clear[k].middle > 0 else "rungs.fewer", rung=k, name=words(f"rung.{k}"),
                   people=people(words, abs(clear[k].middle))) for k in largest]
    return words("rungs.title", parts=", ".join(parts))


def people(words: Words, n: float, signed: bool = False) -> str:
    """12 mensen, +0,4 mensen"""
    text = words.sized(n, signed)
    return words("unit.person" if text.strip("+−") in ("1", "1,0", "1.0") else "unit.people", n=text)


def draw_ladder(outcome: Outcome, words: Words) -> Sheet:
    """Six rungs, the highest at the top: on the left the people, on the right the difference."""
    if "counted" not in outcome.lanes["enterprise"].quarter:
        return Sheet(words("rungs.short"), caption_of(outcome, words, "line"))
    name = outcome.spec.canvas.meta.name
    who = words("rungs.who", span=words.span(outcome.weeks))
    sheet = Sheet(title(outcome, words), caption_of(outcome, words, "line", who))
    right = LEFT + PEOPLE + APART
    sheet.say(MARGIN, 122, words("rungs.people"), HEADING, bold=True)
    sheet.say(right - 60, 122, words("rungs.difference"), HEADING, bold=True)
    sheet.keys(MARGIN, 157, (words("rungs.with", name=name), BLUE, "solid", 4),
               (words("rungs.without"), SOFT, (0, (3, 1.5)), 3))
    step = (sheet.bottom - TOP - 44) / RUNGS
    most = max(float(np.abs(band(difference(outcome, k))).max()) for k in range(1, RUNGS + 1))
    for n, k in enumerate(range(RUNGS, 0, -1)):
        top, last = TOP + n * step, k == 1
        sheet.say(MARGIN, top + step / 2 - 30, str(k), 40, bold=True, colour=BLUE)
        rung = wrapped(words(f"rung.{k}"), LEFT - MARGIN - 150, 22)
        sheet.say(MARGIN + 46, top + step / 2 - 7 - len(rung) * 14.5, "\n".join(rung), 22)
        ax = sheet.axes(LEFT, top + 10, PEOPLE, step - 24)
        both = band(rung_of(outcome, "enterprise", k)), band(rung_of(outcome, "nothing", k))
        draw_people(ax, outcome, *both)
        date_axis(ax, outcome.spec.canvas.simwijk.start, outcome.weeks, words, PEOPLE, labels=last, beyond=28)
        b = band(difference(outcome, k))
        if not any(part.any() for one in both for part in one):
            sheet.say(LEFT + 14, top + step / 2 - 26, words("rungs.nobody"), LABEL, colour=SOFT, italic=True)
            continue
        ax = sheet.axes(right, top + 10, DIFFERENCE, step - 24)
        draw_difference(ax, outcome, b, most)
        date_axis(ax, outcome.spec.canvas.simwijk.start, outcome.weeks, words, DIFFERENCE, labels=last)
        verdict(sheet, words, outcome, k, top + step / 2)
    return sheet


def quarters(outcome: Outcome, b: Band) -> np.ndarray:
    """Weeks at which the quarters were counted."""
    return (np.arange(len(b.middle)) + 1) * WEEKS_A_QUARTER


def draw_people(ax: Axes, outcome: Outcome, with_it: Band, without: Band) -> None:
    """People with the enterprise (line and band) and with doing nothing (dashed)."""
    x = quarters(outcome, with_it)
    dots = "o" if len(x) < 3 else ""
    if len(outcome.replications) > 1:
        ax.fill_between(x, with_it.low, with_it.high, color=BLUE, alpha=0.2, lw=0)
    ax.plot(x, with_it.middle, color=BLUE, lw=points(4), marker=dots)
    ax.plot(x, without.middle, color=SOFT, lw=points(3), ls=(0, (3, 1.5)), marker=dots)
    ax.set_ylim(0, max(1.0, float(with_it.high.max()), float(without.middle.max())) * 1.12)
    ax.yaxis.set_major_locator(MaxNLocator(2, integer=True))


def draw_difference(ax: Axes, outcome: Outcome, b: Band, most: float) -> None:
    """The difference over time around zero, on one scale for all rungs; above zero green, below it red."""
    x = quarters(outcome, b)
    if len(outcome.replications) > 1:
        ax.fill_between(x, b.low, b.high, color=SOFT, alpha=0.2, lw=0)
    ax.fill_between(x, 0, b.middle, where=b.middle >= 0, interpolate=True, color=GREEN, alpha=0.45, lw=0)
    ax.fill_between(x, 0, b.middle, where=b.middle <= 0, interpolate=True, color=RED, alpha=0.45, lw=0)
    ax.plot(x, b.middle, color=INK, lw=points(3), marker="o" if len(x) < 3 else "")
    ax.axhline(0, color=INK, lw=points(1.5))
    limit = max(1.0, most) * 1.1
    tick = max(size * step for size in (1, 10, 100, 1000) for step in (1, 2, 5) if size * step <= max(1.0, most))
    ax.set_ylim(-limit, limit)
    ax.set_yticks([-tick, 0, tick], [f"−{tick}", "0", f"+{tick}"])


def verdict(sheet: Sheet, words: Words, outcome: Outcome, k: int, middle: float) -> None:
    """The average difference over the run in words, beside its panel."""
    b = band(difference(outcome, k).mean(0), 0)
    x = LEFT + PEOPLE + APART + DIFFERENCE + 24
    room = WIDTH - MARGIN + 20 - x
    if len(outcome.replications) > 1 and not b.clear:
        lines = wrapped(words("unclear"), room, LABEL)
        sheet.say(x, middle - 8 - len(lines) * 13, "\n".join(lines), LABEL, colour=SOFT, italic=True)
        return
    sheet.say(x, middle - 38, people(words, b.middle, True), 24, bold=True)
    if len(outcome.replications) > 1:
        sheet.say(x, middle - 4, words("span", low=words.sized(b.low), high=words.sized(b.high)), LABEL, colour=SOFT)

