"""Draws a sensitivity study: what to check first, what moves a figure, the first look at every number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from simcore.experiments.indices import Index
from simcore.experiments.sensitivity import EVIDENCE, LUCK, REST, Factor, Sensed, Sensitive, Shared
from simcore.show.colours import BLUE, FAINT, GRID, INK, ORANGE, SOFT
from simcore.show.experiments.sensitivity import INTERVAL, Called, Table, ends
from simcore.show.style import LEADING, MARGIN, WIDTH, Sheet, points, theme, wrapped
from simcore.show.words import Words

MOST_SHOWN = 20                                    # rows of a picture
SIZE = 24                                          # pixels of all that stands in it
LEFT = 760                                         # of the bars: names stand beside them


def pictures(found: Sensitive, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """For each model what to check first; for each figure what moves it, by input and by block; the first look."""
    for model in found.models:
        name, tail = Called(found, model, words), f"_{model.model}" if len(found.models) > 1 else ""
        for n, one in enumerate(model.figures):
            if not one.known:
                continue
            more = tail if not n else f"_{one.figure.replace('.', '_')}{tail}"
            with theme(SIZE):
                if not n:
                    yield f"check_first{tail}", *check_first(model, one, name)
                yield f"what_moves{more}", *what_moves(model, one, one.factors, name, "sensitivity.title.moves")
                if one.groups:
                    yield f"blocks{more}", *what_moves(model, one, one.groups, name, "sensitivity.title.blocks")
        if model.look:
            with theme(SIZE):
                yield f"first_look{tail}", *first_look(model, name)


def check_first(model: Sensed, one: Shared, name: Called) -> tuple[Sheet, Table]:
    """How much hangs on each input, upwards, against how little it rests on, to the right."""
    sheet = Sheet(name("sensitivity.title.first", model=name.model(model.model), figure=name.quoted(one.figure)),
                  name("sensitivity.caption.first") + "\n" + source(model, name), SIZE)
    placed = model.first()
    columns = {kind: [(rank, f) for rank, f in placed if model.inputs[f.name].evidence == kind] for kind in EVIDENCE}
    left, top, wide, high = 150, sheet.top + 84, WIDTH - 150 - MARGIN, sheet.bottom - sheet.top - 84 - 88
    narrow = 190
    room = (wide - narrow * sum(not some for some in columns.values())) / max(1, sum(map(bool, columns.values())))
    most = 1.08 * max(min(1.0, f.total.high) for _, f in placed) or 1.0
    down = lambda share: high * (most - min(share, most)) / (1.02 * most)  # noqa: E731  pixels below the top
    ax = sheet.axes(left, top, wide, high)
    ax.set_xlim(0, wide)
    ax.set_ylim(-0.02 * most, most)
    ax.set_xticks([])
    ticks = [tick for tick in ax.get_yticks() if 0 <= tick <= most]
    ax.set_yticks(ticks, [name.percent(tick) for tick in ticks])
    sheet.say(MARGIN, sheet.top + 12, name("sensitivity.axis.share"), SIZE, colour=SOFT)
    sheet.say(WIDTH - MARGIN, sheet.bottom - 46, name("sensitivity.axis.evidence"), SIZE, align="right", colour=SOFT)
    x, rows = 0.0, []
    for n, (kind, some) in enumerate(columns.items()):
        across = room if some else narrow
        if n % 2 == 0:
            ax.axvspan(x, x + across, color=GRID, alpha=0.35, lw=0, zorder=0)
        sheet.say(left + x + across / 2, top + high + 10, name(f"evidence.{kind}"), SIZE, bold=True, align="center")
        labels = [wrapped(f"{rank}. {name.label(f.name)}", across - 110, SIZE) for rank, f in some]
        heights = [len(lines) * SIZE * LEADING + 6 for lines in labels]
        wanted = [top + down(f.total.value) - tall / 2 for (_, f), tall in zip(some, heights)]
        for (rank, factor), lines, y, tall in zip(some, labels, spread(wanted, heights, top, top + high), heights):
            value, colour = factor.total.value, BLUE if rank == 1 else INK
            ax.plot([x + 30] * 2, [factor.total.low, min(factor.total.high, 1.0)], color=colour, lw=points(3),
                    alpha=0.6)
            ax.plot([x + 30], [value], "o", color=colour, ms=points(17))
            ax.plot([x + 42, x + 84], [value, most - 1.02 * most * (y + tall / 2 - top) / high], color=FAINT,
                    lw=points(1.5))
            sheet.say(left + x + 90, y, "\n".join(lines), SIZE, bold=rank == 1)
            rows.append([rank, factor.name, kind, *ends(factor.total)])
        x += across
    return sheet, (["rank", "input", "evidence", *(f"share{end}" for end in INTERVAL)], rows)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Tops of labels near where they are wanted, none over another and none outside; closer where there is no room."""
    tight = min(1.0, (bottom - top) / max(1.0, sum(heights)))
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    out, edge = [0.0] * len(wanted), top
    for n in order:
        out[n] = edge = max(wanted[n], edge)
        edge += heights[n] * tight
    edge = bottom
    for n in reversed(order):
        edge -= heights[n] * tight
        out[n] = edge = min(out[n], edge)
    return out


def what_moves(model: Sensed, one: Shared, factors: Sequence[Factor], name: Called, title: str) -> tuple[Sheet, Table]:
    """A bar for each input or block, one for luck, one for the rest: what hangs on it at all, and on it alone."""
    sheet = Sheet(name(title, model=name.model(model.model), figure=name.quoted(one.figure)),
                  name("sensitivity.caption.moves") + "\n" + source(model, name), SIZE)
    order = sorted(factors, key=lambda factor: (factor.name == REST, -np.nan_to_num(factor.total.value)))
    shown = [(name.label(f.name) + (f" ({len(f.members)})" if f.name == REST else ""), f.total,
              ORANGE if f.name == LUCK else FAINT if f.name == REST else BLUE, f.first) for f in order]
    each = name("sensitivity.key.input" if factors is one.factors else "sensitivity.key.block")
    sheet.keys(MARGIN + 8, sheet.top + 12, (each, BLUE, "-", 14),
               (name("sensitivity.luck.name"), ORANGE, "-", 14), (name("sensitivity.key.sure"), INK, "-", 3))
    below = sheet.top + 12 + SIZE * LEADING
    sheet.say(MARGIN + 60, below, name("sensitivity.key.alone"), SIZE)
    bars(sheet, shown, name.percent, below + SIZE * LEADING + 14, most=1.0, dot=(MARGIN + 29, below + 0.7 * SIZE))
    return sheet, (["name", *(f"share{end}" for end in INTERVAL), *(f"share alone{end}" for end in INTERVAL)],
                   [[f.name, *ends(f.total), *ends(f.first)] for f in order])


def first_look(model: Sensed, name: Called) -> tuple[Sheet, Table]:
    """How far each of the inputs that move the first figure most moves it by itself; what never does is left out."""
    figure, look = model.figures[0].figure, model.look
    moving = [(path, index) for path, index in look.moved if index.high != 0]
    some = moving[:max(look.kept, MOST_SHOWN)][:MOST_SHOWN]
    sheet = Sheet(name("sensitivity.title.look", model=name.model(model.model), figure=name.quoted(figure)),
                  name("sensitivity.caption.look", n=len(look.moved) - len(some), ways=look.ways) + "\n"
                  + source(model, name), SIZE)
    shown = [(name.label(path), index, BLUE if n < look.kept else FAINT, None)
             for n, (path, index) in enumerate(some)]
    sheet.keys(MARGIN + 8, sheet.top + 12, (name("sensitivity.key.kept"), BLUE, "-", 14),
               (name("sensitivity.key.aside"), FAINT, "-", 14), (name("sensitivity.key.sure"), INK, "-", 3))
    bars(sheet, shown, lambda value: name.value(figure, value, apart=True), sheet.top + 66)
    head = [f"{what}{end}" for what in ("moves", "a higher value moves it by") for end in INTERVAL]
    return sheet, (["input", *head],
                   [[path, *ends(index), *ends(look.up[path])] for path, index in look.moved])


def bars(sheet: Sheet, shown: Sequence[tuple[str, Index, str, Index | None]], written: Callable[[float], str],
         top: float, most: float | None = None, dot: tuple[float, float] | None = None) -> None:
    """Bars from the left, below ``top``, each with its name beside it and a line for its interval; a dot where there is
    a second."""
    bottom = sheet.bottom - 60
    ax = sheet.axes(LEFT, top, WIDTH - LEFT - MARGIN, bottom - top)
    step = (bottom - top) / max(len(shown), 6)
    highest = max((index.high for _, index, _, _ in shown if np.isfinite(index.high)), default=1.0) or 1.0
    end = 1.05 * (min(most, highest) if most else highest)
    ax.set_xlim(0, end)
    ax.set_ylim(max(len(shown), 6) - 0.5, -0.5)
    ax.grid(axis="x")
    ax.grid(visible=False, axis="y")
    for n, (label, index, colour, second) in enumerate(shown):
        lines = wrapped(label, LEFT - MARGIN - 30, SIZE)
        fits = max(1, int(step // (SIZE * LEADING)))
        text = lines[:fits] if len(lines) <= fits else [*lines[:fits - 1], lines[fits - 1].rstrip("-") + "…"]
        sheet.say(LEFT - 16, top + (n + 0.5) * step - len(text) * SIZE * LEADING / 2, "\n".join(text), SIZE,
                  align="right")
        if np.isnan(index.value):
            continue
        ax.barh(n, max(0.0, index.value), 0.62, color=colour, hatch="//" if colour == ORANGE else None,
                edgecolor="white", lw=0)
        inside = lambda value: min(max(0.0, value), most or value)  # noqa: E731
        y = n if second is None else n - 0.12
        ax.plot([inside(index.low), inside(index.high)], [y, y], color=INK, lw=points(3))
        if second is not None and np.isfinite(second.value):
            ax.plot([inside(second.low), min(inside(second.high), end)], [n + 0.2] * 2, color=INK, lw=points(1.2))
            ax.plot([min(inside(second.value), end)], [n + 0.2], "D", color="white", mec=INK, mew=points(2),
                    ms=points(13), clip_on=False)
    if dot:
        ax.plot([dot[0] / WIDTH], [1 - dot[1] / 1080], "D", color="white", mec=INK, mew=points(2), ms=points(13),
                transform=sheet.figure.transFigure, clip_on=False)
    ticks = [tick for tick in ax.get_xticks() if 0 <= tick <= end]
    ax.set_xticks(ticks, [written(tick) for tick in ticks])
    ax.set_yticks([])


def source(model: Sensed, name: Called) -> str:
    """Where the numbers are from."""
    spec = name.experiment.specs[model.model]
    return name("source", model=name.model(model.model), place=name.words.place(spec.place), year=spec.place.price_year)
