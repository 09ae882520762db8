"""Draws who pays and who gains: per party the money and the gifts in kind of a year, beside doing nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from simcore.results.parties import who_pays
from simcore.show.bands import Band, band
from simcore.show.caption import caption_of
from simcore.show.words import Words
from simcore.show.colours import BLUE, FAINT, INK, ORANGE, SOFT
from simcore.show.style import HEADING, MARGIN, WIDTH, Sheet, points, width_of, wrapped

if TYPE_CHECKING:
    from simcore.run import Outcome

LEFT, PLOT = 440, 930                                  # of the bars; amounts stand in a column to the right
TOP, NAME = 206, 23


@dataclass(frozen=True)
class Party:
    """EUR a year more than with doing nothing, in cash and in kind apart."""
    name: str
    cash: Band
    kind: Band
    both: Band                                  # together, course by course: middles do not add up

    @property
    def size(self) -> float:
        return float(self.both.middle)

    @property
    def parts(self) -> list[tuple[str, Band]]:
        """What there is to show in whole euros: cash, in kind, both or nothing."""
        return [(key, b) for key, b in (("side.cash", self.cash), ("side.kind", self.kind))
                if max(abs(float(b.low)), abs(float(b.high))) >= 1]

    def leans(self, sign: int) -> bool:
        """Whether it clearly gains (1) or gives (-1), all taken together."""
        return sign * self.size > 0 and bool(self.both.clear)


def parties_of(outcome: Outcome) -> list[Party]:
    """Every party that pays or gets anything, who gains most first."""
    partners = {partner.id: partner.sim.kind for partner in outcome.spec.canvas.key_partnerships if partner.sim}
    sums = who_pays(outcome.lanes["nothing"], outcome.lanes["enterprise"], partners)
    found = [Party(name, band(mine["cash"], 0), band(mine["kind"], 0), band(mine["cash"] + mine["kind"], 0))
             for name, mine in sums.items()]
    return sorted((party for party in found if party.parts), key=lambda party: -party.size)


def title(parties: list[Party], words: Words) -> str:
    """Who gains most and who gives most, of those for whom the difference is clear."""
    gains = next((party for party in parties if party.leans(1)), None)
    gives = next((party for party in parties[::-1] if party.leans(-1)), None)
    if gains and gives:
        return words("parties.both", gains=words.party(gains.name), gives=words.party(gives.name))
    if gives:
        return words("parties.gives", gives=words.party(gives.name))
    if gains:
        return words("parties.gains", gains=words.party(gains.name))
    return words("parties.none")


def draw_parties(outcome: Outcome, words: Words) -> Sheet:
    """Two bars per party, cash filled and in kind hatched, with their bands and amounts."""
    parties, banded = parties_of(outcome), len(outcome.replications) > 1
    means = [words("parties.worth"), *([words("parties.whisker")] if banded else [])]
    sheet = Sheet(title(parties, words), caption_of(outcome, words, "bar", *means))
    sheet.say(MARGIN, 122, words("parties.axis", span=words.span(outcome.weeks)), HEADING, bold=True)
    height = sheet.bottom - TOP - 56
    ax = sheet.axes(LEFT, TOP, PLOT, height)
    step = height / max(len(parties), 1)
    bars(ax, parties, banded)
    for n, party in enumerate(parties):
        middle = TOP + (n + 0.5) * step
        names = wrapped(words.party(party.name), LEFT - MARGIN - 30, NAME)
        for k, line in enumerate(names):
            sheet.say(LEFT - 24, middle + (k - len(names) / 2) * NAME * 1.2 - 3, line, NAME, align="right")
        for k, (key, b) in enumerate(party.parts):
            amount(sheet, words, middle + (k - len(party.parts) / 2) * 27 - 2, key, b, banded)
    sides(sheet, ax, words)
    return sheet


def bars(ax: Axes, parties: list[Party], banded: bool) -> None:
    """The bars with whiskers, from the top down; those without a clear difference are pale."""
    for key, colour, hatch in (("side.cash", BLUE, None), ("side.kind", ORANGE, "///")):
        mine = [(n + (0 if len(party.parts) == 1 else -0.19 if key == "side.cash" else 0.19), b)
                for n, party in enumerate(parties) for part, b in party.parts if part == key]
        for y, b in mine:
            ax.barh(y, b.middle, height=0.34, lw=points(2), zorder=2, facecolor="white" if hatch else colour,
                    edgecolor=colour, hatch=hatch, alpha=1 if b.clear or not banded else 0.4)
        if banded and mine:
            low, middle, high = (np.array([b[k] for _, b in mine]) for k in range(3))
            ax.errorbar(middle, [y for y, _ in mine], xerr=(middle - low, high - middle), fmt="none", ecolor=INK,
                        elinewidth=points(2.5), capsize=points(5), capthick=points(2.5), zorder=3)
    ax.axvline(0, color=INK, lw=points(2.5), zorder=4)
    ax.set_ylim(len(parties) - 0.5, -0.5)
    ax.set_yticks([])
    ax.grid(axis="x")


def amount(sheet: Sheet, words: Words, y: float, key: str, b: Band, banded: bool) -> None:
    """The middle and the band of one bar in figures; grey where no difference is clear."""
    x, clear = LEFT + PLOT + 24, bool(b.clear) or not banded
    text = f"{words(key)}: {'' if clear else '≈ '}{words.euros(b.middle, signed=True)}"
    sheet.say(x, y, text, 20, bold=clear, colour=INK if clear else SOFT)
    if banded:
        span = f"({words('span', low=words.whole(b.low), high=words.whole(b.high))})"
        sheet.say(x + width_of(text, 20, clear) + 10, y + 2, span, 18, colour=SOFT)


def sides(sheet: Sheet, ax: Axes, words: Words) -> None:
    """Over the bars: which side is giving, which is gaining, and what filled and hatched mean."""
    low, high = ax.get_xlim()
    ticks = [tick for tick in MaxNLocator(9, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high) if low <= tick <= high]
    ax.set_xlim(low, high)
    ax.set_xticks(ticks, [words.euros(tick) for tick in ticks])
    for y in range(1, round(ax.get_ylim()[0] + 0.5)):
        ax.axhline(y - 0.5, color=FAINT, lw=points(1), alpha=0.4, zorder=0)
    zero = LEFT + PLOT * (0 - low) / (high - low)
    for text, x, align, room in ((f"◀ {words('parties.less')}", zero - 14, "right", zero - LEFT),
                                 (f"{words('parties.more')} ▶", zero + 14, "left", LEFT + PLOT - zero)):
        if width_of(text, 20) < room + (LEFT - MARGIN if align == "right" else WIDTH - LEFT - PLOT):
            sheet.say(x, 168, text, 20, align=align, colour=SOFT)
    handles = [Patch(facecolor=BLUE, label=words("side.cash")),
               Patch(facecolor="white", edgecolor=ORANGE, hatch="///", label=words("side.kind"))]
    sheet.figure.legend(handles=handles, loc="upper right", ncols=2,
                        bbox_to_anchor=(1 - MARGIN / WIDTH, 1 - 112 / 1080), borderaxespad=0)
