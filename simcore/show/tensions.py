"""Says how tensions came out: a few sentences each, and a picture with a dot for every possible course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from simcore.show.terminal import title_of
from simcore.show.words import Language, Words

if TYPE_CHECKING:
    from simcore.studies.tensions import Found

MOSTLY, HARDLY = 0.8, 0.2                          # shares of courses from which it shows, and below which it does not
TOP, LEFT, PLOT, HIGH, COLUMNS = 360, 120, 1680, 530, 60


def said(found: Found, words: Words) -> Iterator[str]:
    """The sentences about one tension: whether it appears, what it means, how strong, on what it hangs,
    how to redo it."""
    key, courses = found.tension.key, found.difference.size
    yield verdict(found, words)
    yield words(f"tension.{key}.means")
    size = found.band
    way = "unclear" if not size.clear else "more" if size.median > 0 else "less"
    yield words(f"tension.difference.{way}", without=words(f"tension.{key}.without"),
                middle=words.sized(abs(size.median)),
                figure=words(f"tension.{key}.figure"), low=words.sized(size.low, signed=True),
                high=words.sized(size.high, signed=True)) + f" {words.band('figure', courses, False)}"
    if found.movers:
        yield words("tension.movers", names="; ".join(
            words("tension.stronger" if one.correlation > 0 else "tension.weaker",
                  name=title_of(found.spec, one.path, words))
            for one in found.movers))
    else:
        yield words("tension.movers.none")


def verdict(found: Found, words: Words) -> str:
    """Whether it appears, in one sentence."""
    count = found.difference.size
    kind = "always" if found.share >= MOSTLY else "never" if found.share <= HARDLY else "unclear"
    return words(f"tension.{kind}", title=words(f"tension.{found.tension.key}"),
                 often=words.courses(round(found.share * count), count),
                 against=words.courses(round(found.against * count), count))


def page(every: list[Found], pictures: dict[str, str], replications: int, seed: int) -> str:
    """The page of the docs, in English; ``pictures`` by key are paths from there."""
    words = Words("en")
    lines = [f"# {words('tension.title')}", "",
             f"Written by `simwijk tensions --replications {replications} --seed {seed} --lang en --write docs`. "
             "Each course",
             "is played twice with the same luck and the same drawn numbers, with the mechanism and without it.", ""]
    for found in every:
        key = found.tension.key
        lines += [f"## {words(f'tension.{key}')} ({found.spec.canvas.meta.name})", "",
                  f"![{words(f'tension.{key}')}]({pictures[key]})", "", *said(found, words), "",
                  words("tension.again", command=f"`{command_of(found, replications, seed, 'en')}`"), ""]
    return "\n".join(lines)


def command_of(found: Found, replications: int, seed: int, lang: Language) -> str:
    """The command that gives the same again, in the same language."""
    english = " --lang en" if lang == "en" else ""                 # Dutch is what it speaks unasked
    return f"simwijk tensions {found.tension.key} --replications {replications} --seed {seed}{english}"


def draw(found: Found, file: Path, lang: Language, command: str) -> Path:
    """A dot for every course, in columns by the size of the difference: dots left and right of zero lie apart."""
    from simcore.show.colours import BLUE, FAINT, INK, ORANGE, SOFT
    from simcore.show.style import LABEL, MARGIN, WIDTH, Sheet, points, theme

    words, key = Words(lang), found.tension.key
    yes = found.difference > 0 if found.tension.more else found.difference < 0
    no = (found.difference != 0) & ~yes
    with theme():
        sheet = Sheet(verdict(found, words), words("tension.again", command=command))
        sheet.say(MARGIN, 150, words(f"tension.{key}.means"), 26, width=WIDTH - 2 * MARGIN)
        sheet.say(MARGIN, 230, words("tension.picture", figure=words(f"tension.{key}.figure"),
                                     without=words(f"tension.{key}.without")), LABEL, colour=SOFT,
                  width=WIDTH - 2 * MARGIN)
        ax = sheet.axes(LEFT, TOP, PLOT, HIGH)
        x, y, size = piled(found.difference)
        for some, colour, marker in ((yes, BLUE, "o"), (no, ORANGE, "s"), (~yes & ~no, FAINT, "D")):
            ax.plot(x[some], y[some], marker, color=colour, ms=points(size), mec="white", mew=points(1))
        ax.axvline(0, color=INK, lw=points(2))
        ax.set_yticks([])
        ax.set_ylim(-0.5, HIGH / (size + 2) - 0.5)
        ax.grid(False)
        ticks = ax.get_xticks()
        reach = ax.get_xlim()
        ticks = [tick for tick in ticks if reach[0] <= tick <= reach[1]]
        decimals = 0 if all(abs(tick - round(tick)) < 1e-9 for tick in ticks) else 1
        ax.set_xticks(ticks, [words.number(tick, decimals, signed=True) for tick in ticks])
        ax.set_xlabel(words(f"tension.{key}.figure"))
        row = TOP - 66
        for count, text, colour, mark, at in ((yes.sum(), "yes", BLUE, "●", MARGIN), (no.sum(), "no", ORANGE, "■", 560),
                                              ((~yes & ~no).sum(), "same", SOFT, "◆", 1060)):
            sheet.say(at, row, f"{mark} {words(f'tension.{text}')}: {words.number(count)}", 26, bold=True,
                      colour=colour)
        return sheet.save(file)


def piled(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Places of dots that pile up in columns: x (R,) middle of its column, y (R,) rank in it, and the size of a dot."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    step = max(high - low, 1e-9) / COLUMNS
    column = np.floor(values / step + 0.5).astype(int)
    rank = np.zeros(values.size)
    for one in np.unique(column):
        mine = np.flatnonzero(column == one)
        rank[mine] = np.arange(mine.size)
    size = max(3.0, min(24.0, HIGH / (rank.max() + 1) - 2))
    return column * step, rank, size
