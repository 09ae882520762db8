"""Draws the money of the enterprise: cash over time, how many courses are still alive, and what goes in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from simcore.calendar import day_of
from simcore.show.bands import band, by_period
from simcore.show.caption import caption_of
from simcore.show.colours import BLUE, GREEN, INK, ORANGE, PURPLE, RED, SKY, SOFT
from simcore.show.style import HEADING, MARGIN, Sheet, points
from simcore.show.time_axis import date_axis
from simcore.show.words import COUNTED, Words

if TYPE_CHECKING:
    from simcore.played import LaneOutcome
    from simcore.run import Outcome

PERIOD = 4
LEFT, WIDTH = 205, 1330                                 # of the three rows; names stand to their right
HATCH = "///"
KINDS_IN = {"cash.in.customers": BLUE, "cash.in.institutions": SKY, "cash.in.other": GREEN, "cash.in.kind": "white"}
KINDS_OUT = {"cash.out.own": RED, "cash.out.vat": ORANGE, "cash.out.kind": "white"}
GIVEN = {"cash.in.kind", "cash.out.kind"}


def in_and_out(lane: LaneOutcome, partners: set[str]) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """EUR (periods,) per 4 weeks into and out of the enterprise by kind, the mean over courses; no capital."""
    into, out = {}, {}
    for i, stream in enumerate(lane.streams):
        kind = into_kind(stream, partners)
        kind_out = "cash.out.kind" if kind == "cash.in.kind" else out_kind(stream)
        if kind is None and kind_out is None:
            continue
        amounts = by_period(lane.flows[:, :, i].mean(1) / 100, PERIOD)
        if kind is not None:
            into[kind] = into.get(kind, 0) + amounts
        if kind_out is not None:
            out[kind_out] = out.get(kind_out, 0) + amounts
    return ({kind: into[kind] for kind in KINDS_IN if kind in into and into[kind].any()},
            {kind: out[kind] for kind in KINDS_OUT if kind in out and out[kind].any()})


def into_kind(stream, partners: set[str]) -> str | None:
    """What kind of income a stream is; None when it is none."""
    if stream.kind == "kind":
        return "cash.in.kind" if stream.payer in partners else None
    if stream.payee != "enterprise:cash" or stream.tier == "A" or stream.capital:
        return None
    return {"enterprise:debtors": "cash.in.customers", "enterprise:institutions": "cash.in.institutions"}.get(
        stream.payer, "cash.in.other")


def out_kind(stream) -> str | None:
    """What kind of expense a stream is; None when it is none."""
    if stream.kind == "kind" or stream.payer != "enterprise:cash" or stream.capital:
        return None
    return "cash.out.vat" if stream.payee == "enterprise:vat" else "cash.out.own"


def title(outcome: Outcome, words: Words) -> str:
    """How it ends with the money, in one sentence."""
    lane, name = outcome.lanes["enterprise"], outcome.spec.canvas.meta.name
    ends = [week for week, kind, _, _ in lane.events if kind == "fails"]
    n = lane.replications
    start = outcome.spec.canvas.simwijk.start
    if ends and len(ends) * 2 >= n:
        when = words.month(day_of(start, int(np.median(ends))))
        return words("cash.fails.one" if n == 1 else "cash.fails", name=name, when=when,
                     often=words.courses(len(ends), n))
    cash = words.euros(np.median(lane.series["cash"][-1]) / 100)
    return words("cash.lives.one" if n == 1 else "cash.lives", name=name, cash=cash,
                 span=words.span(outcome.weeks), often=words.courses(n - len(ends), n))


def draw_money(outcome: Outcome, words: Words, typical: int | None = None) -> Sheet:
    """Three rows over the same weeks: cash, courses still alive, money in and out per 4 weeks."""
    lane = outcome.lanes["enterprise"]
    partners = {partner.id for partner in outcome.spec.canvas.key_partnerships}
    given = sum(lane.flows[:, :, i].sum(0) for i, s in enumerate(lane.streams)
                if s.tier == "A" and s.payee == "enterprise:cash")
    parts = [words("cash.means")] if lane.replications > 1 else []
    if np.any(given):
        parts.append(words("cash.start", amount=words.euros(np.median(given) / 100)))
    sheet = Sheet(title(outcome, words), caption_of(outcome, words, "line", *parts))
    draw_cash(sheet, outcome, words, typical)
    draw_alive(sheet, outcome, words)
    draw_flows(sheet, outcome, words, partners)
    return sheet


def draw_cash(sheet: Sheet, outcome: Outcome, words: Words, typical: int | None) -> None:
    """Cash at the end of each week: the middle course, its band, the zero line, and one typical course."""
    import seaborn

    lane = outcome.lanes["enterprise"]
    cash, weeks = lane.series["cash"] / 100, np.arange(1, outcome.weeks + 1)
    one = lane.replications == 1
    sheet.say(MARGIN, 122, words("cash.hand"), HEADING, bold=True)
    ax = sheet.axes(LEFT, 168, WIDTH, 322)
    b = band(cash)
    handles = [Line2D([], [], color=BLUE, lw=points(5), label=words("cash.this" if one else "cash.middle"))]
    if not one:
        ax.fill_between(weeks, b.low, b.high, color=BLUE, alpha=0.22, lw=0)
        handles.append(Patch(color=BLUE, alpha=0.22, lw=0,
                             label=words("cash.band" if lane.replications >= 10 else "cash.most")))
    if typical is not None and not one:
        ax.plot(weeks, cash[:, outcome.replications.index(typical)], color=SOFT, lw=points(2.5), ls=(0, (4, 2)))
        handles.append(Line2D([], [], color=SOFT, lw=points(2.5), ls=(0, (4, 2)), label=words("cash.typical")))
    seaborn.lineplot(x=weeks, y=b.middle, ax=ax, color=BLUE, linewidth=points(5), estimator=None, errorbar=None)
    ax.axhline(0, color=INK, lw=points(2.5), zorder=1.5)
    ax.margins(y=0.06)
    money_axis(ax, words, 5)
    date_axis(ax, outcome.spec.canvas.simwijk.start, outcome.weeks, words, WIDTH, labels=False)
    legend(ax, handles)


def draw_alive(sheet: Sheet, outcome: Outcome, words: Words) -> None:
    """In how many courses the enterprise still exists, as steps."""
    lane = outcome.lanes["enterprise"]
    one = lane.replications == 1
    top = lane.replications if lane.replications <= COUNTED else 10
    alive = lane.series["alive"].mean(1) * top
    alive = np.append(alive, alive[-1])
    sheet.say(MARGIN, 504, words("cash.alive.one") if one else words("cash.alive", n=top), HEADING, bold=True)
    ax = sheet.axes(LEFT, 548, WIDTH, 84)
    weeks = np.arange(outcome.weeks + 1)
    ax.fill_between(weeks, 0, alive, step="post", color=GREEN, alpha=0.25, lw=0)
    ax.step(weeks, alive, where="post", color=GREEN, lw=points(4))
    ax.set_ylim(-0.04 * top, 1.1 * top)
    ax.set_yticks([0, top], [words("no"), words("yes")] if one else ["0", str(top)])
    date_axis(ax, outcome.spec.canvas.simwijk.start, outcome.weeks, words, WIDTH, labels=False)


def draw_flows(sheet: Sheet, outcome: Outcome, words: Words, partners: set[str]) -> None:
    """Money in above zero and out below it, stacked by kind; what is given in kind is hatched on both sides."""
    into, out = in_and_out(outcome.lanes["enterprise"], partners)
    sheet.say(MARGIN, 646, words("cash.flows"), HEADING, bold=True)
    ax = sheet.axes(LEFT, 690, WIDTH, sheet.bottom - 690 - 46)
    periods = -(-outcome.weeks // PERIOD)
    edges = np.append(np.arange(periods) * PERIOD, outcome.weeks)
    handles = []
    for kinds, colours, sign in ((into, KINDS_IN, 1), (out, KINDS_OUT, -1)):
        base = np.zeros(periods)
        mine = []
        for kind, amounts in kinds.items():
            top = base + sign * amounts
            hatched = {"facecolor": "white", "edgecolor": PURPLE, "hatch": HATCH, "lw": 0} if kind in GIVEN else \
                {"facecolor": colours[kind], "lw": 0}
            ax.fill_between(edges, np.append(base, base[-1]), np.append(top, top[-1]), step="post", **hatched)
            if kind != "cash.out.kind":                     # in kind is one thing: what comes in so goes out so
                mine.append(Patch(**hatched, label=words(kind)))
            base = top
        ax.step(edges, np.append(base, base[-1]), where="post", color=SOFT, lw=points(1.5))
        handles += mine[::-1] if sign > 0 else mine
    ax.axhline(0, color=INK, lw=points(2.5))
    ax.margins(y=0.06)
    money_axis(ax, words, 6)
    date_axis(ax, outcome.spec.canvas.simwijk.start, outcome.weeks, words, WIDTH)
    legend(ax, handles)


def money_axis(ax, words: Words, ticks: int) -> None:
    """Whole euros up the side."""
    ax.yaxis.set_major_locator(MaxNLocator(ticks, steps=[1, 2, 2.5, 5, 10]))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.euros(value)))


def legend(ax, handles) -> None:
    """Names to the right of a row."""
    ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1.01, 1.03), borderaxespad=0, handlelength=1.7,
              labelspacing=0.45)
