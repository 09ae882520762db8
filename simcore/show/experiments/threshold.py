"""Shows thresholds: up to where it holds for each model, in how many courses at each value, every course in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import log10

import numpy as np

from simcore.experiments.case import text_of
from simcore.experiments.estimates import Estimate
from simcore.experiments.measured import unit_of
from simcore.experiments.threshold import ABOVE, BELOW, Line, Thresholds, sure_enough
from simcore.show.bands import band
from simcore.show.colours import FAINT, INK
from simcore.show.experiments.naming import Naming, unit_of_path
from simcore.show.experiments.sweep import HIGH, LEFT, LINES, PLOT, TOP, Table, lower
from simcore.show.style import LABEL, MARGIN, Sheet, points, theme, width_of
from simcore.show.words import Words
NAME = "\0"                                        # stands in a text for the models it is about
OUTSIDE = {BELOW: "below the range", ABOVE: "above the range"}
SIGNS = {">=": "sign.least", ">": "sign.more", "<=": "sign.most", "<": "sign.less"}


class Telling:
    """The words for one experiment: what is raised, what holds, in how many courses."""

    def __init__(self, found: Thresholds, words: Words):
        self.found, self.question = found, found.experiment.question
        self.name = Naming(found.experiment, words)
        self.path = found.lines[0].place.path if found.lines else self.question.raise_
        self.unit = unit_of_path(found.experiment.specs, self.path)
        decimals = max(0, round(-log10(self.question.tolerance)))
        self.decimals = max(0, decimals - 2) if self.unit.startswith("share") else decimals

    def __call__(self, key: str, **parts: object) -> str:
        return self.name(f"threshold.{key}", **parts)

    # --- what is raised ------------------------------------------------------------------------------------------

    @property
    def label(self) -> str:
        """What the number is called, within a sentence."""
        return self.name.path(self.path, self.question.label) if self.question.label else \
            lower(self.name.path(self.path))

    def value(self, value: float) -> str:
        """A value of it, with no more decimals than it is looked for."""
        if self.unit.startswith("share"):
            number = round(100 * value, self.decimals)
            text = self.name.words.number(number, 0 if number == round(number) else self.decimals)
            return self.name("unit.share", n=text)
        return self.name.setting(self.path, text_of(round(value, self.decimals)))

    def there(self, value: float) -> str:
        """A value of it in a sentence: a price of €12."""
        if not self.question.label:
            return self("plain", value=self.value(value), label=self.label)
        return self("of_an" if self.label[0].lower() in "aeio" else "of", label=self.label, value=self.value(value))

    @property
    def low(self) -> float:
        return self.found.values[0]

    @property
    def high(self) -> float:
        return self.found.values[-1]

    # --- what holds, and how often --------------------------------------------------------------------------------

    @property
    def holds(self) -> str:
        """That the condition holds, as part of a sentence."""
        if self.question.holds:
            return self.question.holds[self.name.words.lang]
        one = self.found.condition
        return self("holds", figure=self.figure, sign=self.name(SIGNS[one.sign]),
                    value=self.name.value(one.figure, one.value))

    @property
    def figure(self) -> str:
        """The figure of the condition, within a sentence: without what stands behind its comma."""
        return lower(self.name.figure(self.found.condition.figure)).partition(",")[0]

    def share(self, share: float, whole: bool = False) -> str:
        """A share of the courses: half, 9 of 10; of ``whole`` with the courses themselves."""
        one = Fraction(share).limit_denominator(100)
        if one == Fraction(1, 2):
            return self("half_of" if whole else "half")
        of = 10 if 10 % one.denominator == 0 else one.denominator
        return self("share_of" if whole else "share", n=one.numerator * of // one.denominator, of=of)

    @property
    def often(self) -> str:
        """How often an interval is right."""
        one = Fraction(self.found.level).limit_denominator(1000)
        return self("often", n=one.numerator, of=one.denominator)

    # --- whose ----------------------------------------------------------------------------------------------------

    def model(self, line: Line) -> str:
        return self.name.model(line.place.model)

    def also(self, line: Line) -> str:
        """The combination a line is under, in words; nothing where there is none."""
        return ", ".join(f"{lower(self.name.path(axis.path, axis.label))} {self.name.setting(axis.path, value)}"
                         for axis, value in zip(self.question.also_under, line.place.also))

    def called(self, line: Line) -> str:
        """A line by its model, and what it is under."""
        return ", ".join(part for part in (self.model(line), self.also(line)) if part)


# --- said ---------------------------------------------------------------------------------------------------------

def said(found: Thresholds, words: Words) -> Iterator[str]:
    """Up to where it holds for each model, all models in one line; how sure that is; what is odd."""
    tell = Telling(found, words)
    for also, lines in together(found):
        under = tell("under", also=tell.also(lines[0])) if also else ""
        flat = [tell("flat", label=tell.label)] if all(line.flat for line in lines) else []
        yield under + " ".join([*alike(tell.model, lines, lambda model, line: [sentence(tell, model, line)]), *flat])
    courses = max((len(line.courses) for line in found.lines), default=0)
    yield tell("looked", label=tell.label, low=tell.value(tell.low), high=tell.value(tell.high), n=courses)
    if sure := list(alike(tell.called, found.lines, lambda model, line: how_sure(tell, model, line))):
        yield tell("sure", often=tell.often, models="; ".join(sure))
    yield from alike(tell.called, found.lines, lambda model, line: odd(tell, model, line))
    if not found.sure:
        yield tell("short", n=courses)


def method(found: Thresholds, words: Words) -> Iterator[str]:
    """How the thresholds were found, and what their intervals are."""
    tell = Telling(found, words)
    yield tell("method", scan=len(found.values), tolerance=tell.value(found.experiment.question.tolerance))
    yield tell("interval", level=tell.name("unit.share", n=words.sized(100 * found.level)))


def together(found: Thresholds) -> Iterator[tuple[tuple, list[Line]]]:
    """The lines of all models under each combination."""
    for also in dict.fromkeys(line.place.also for line in found.lines):
        yield also, [line for line in found.lines if line.place.also == also]


def alike(called: Callable[[Line], str], lines: list[Line],
          texts: Callable[[str, Line], Iterable[str]]) -> Iterator[str]:
    """The texts of each line, those that are the same of several once, with the names of all of them."""
    names: dict[str, list[str]] = {}
    for line in lines:
        for text in texts(NAME, line):
            names.setdefault(text, []).append(called(line))
    for text, mine in names.items():
        yield text.replace(NAME, ", ".join(mine))


def sentence(tell: Telling, model: str, line: Line) -> str:
    """Up to where it holds in one model, for each share of the courses."""
    known, at_low = int(line.known.sum()), int((line.holds[line.known] != BELOW).sum())
    parts = {"model": model, "holds": tell.holds, "of": known, "n": at_low, "low": tell.value(tell.low),
             "high": tell.value(tell.high)}
    if not known:
        return tell("unknown", **parts) + "."
    if line.flat:
        count = tell("none" if not at_low else "every" if at_low == known else "share", **parts)
        return tell("same", count=count, there=tell.there(tell.low), **parts) + "."
    text, before = "", None
    for share, one in zip(tell.question.hold_in, tell.found.estimates(line)):
        whole = tell.share(share, whole=not text)
        if one.value == BELOW and not text:
            return tell("first_never", there=tell.there(tell.low), **parts) + "."
        if one.value == BELOW:
            return text + tell("then_never", there=tell.value(tell.low), share=whole, n=at_low, of=known) + "."
        if one.value == ABOVE:
            text += tell("then_all", share=whole) if text else \
                tell("first_all", there=tell.there(tell.high), share=whole, **parts)
        else:
            there = tell.value(one.value) if before == "value" else tell.there(one.value)
            text += tell("then", there=there, share=whole) if text else tell("first", there=there, share=whole, **parts)
        before = "all" if one.value == ABOVE else "value"
    return text + "."


def how_sure(tell: Telling, model: str, line: Line) -> Iterator[str]:
    """Between what the thresholds of a model lie; nothing where no course has one."""
    if line.known.any() and not line.flat:
        yield f"{model}: " + ", ".join(surely(tell, tell.share(share), one) for share, one in
                                       zip(tell.question.hold_in, tell.found.estimates(line)))


def surely(tell: Telling, share: str, one: Estimate) -> str:
    """The interval of one threshold in words."""
    if one.high == BELOW:
        return tell("nowhere", share=share)
    if one.low == ABOVE:
        return tell("everywhere", share=share)
    low, high = one.low != BELOW, one.high != ABOVE
    key = "between" if low and high else "at_least" if low else "at_most" if high else "unsure"
    return tell(key, share=share, low=tell.value(one.low) if low else "", high=tell.value(one.high) if high else "",
                n=one.count)


def odd(tell: Telling, model: str, line: Line) -> Iterator[str]:
    """Courses that have more than one limit, and those that have none because something went wrong."""
    parts = {"model": model, "of": len(line.courses)}
    if n := int(line.again.sum()):
        yield tell("again", n=n, **parts)
    if n := int(line.lost.sum()):
        yield tell("lost", n=n, **parts)
    if n := int((~line.known & ~line.lost).sum()):
        yield tell("unmeasured", n=n, figure=tell.figure, **parts)


# --- tables -------------------------------------------------------------------------------------------------------

def tables(found: Thresholds) -> dict[str, Table]:
    """The answer for each model and share; the threshold of every course; the figures at every scanned value."""
    also = [axis.path for axis in found.experiment.question.also_under]
    shares, until = found.experiment.question.hold_in, found.experiment.question.courses.until
    answers = [[*whose(line), share, one.value, one.low, one.high, one.level, one.count,
                "" if until is None else "yes" if sure_enough(one, until.half_width) else "no",
                int((line.holds[line.known] != BELOW).sum()), int((line.holds[line.known] == ABOVE).sum()),
                int(line.again.sum()), int(line.lost.sum()), int((~line.known & ~line.lost).sum())]
               for line in found.lines for share, one in zip(shares, found.estimates(line))]
    courses = [[*whose(line), *row] for line in found.lines for row in by_course(line)]
    figures = [[*whose(line), value, figure, unit_of(figure), *row] for line in found.lines
               for figure in figures_of(found) for value, row in zip(found.values, by_value(line, figure))]
    return {
        "answer": (["model", *also, "holds in a share of", "up to", "at least", "at most", "level", "courses",
                    "as sure as asked", "holds at the lowest value in", "holds everywhere in",
                    "holds again higher up in", "failed", "not measured"], answers),
        "thresholds": (["model", *also, "course", "threshold", "holds at", "fails at", "changes", "found"], courses),
        "scan": (["model", *also, found.experiment.question.raise_, "figure", "unit", "low", "middle", "high",
                  "courses"], figures)}


def whose(line: Line) -> list[object]:
    """The first cells of a row."""
    return [line.place.model, *line.place.also]


def by_course(line: Line) -> Iterator[list[object]]:
    """A row for each course: its threshold, the values on both sides of it, what was found."""
    for i, r in enumerate(line.courses):
        one, low, high = line.thresholds[i], line.holds[i], line.fails[i]
        what = "failed" if line.lost[i] else "not measured" if np.isnan(one) else OUTSIDE.get(one, "within the range")
        yield [r, one, low, high, int(line.changes[i]), what]


def figures_of(found: Thresholds) -> list[str]:
    """The figure of the condition, and the others that were asked for."""
    return list(dict.fromkeys([found.condition.figure, *found.experiment.question.figures]))


def by_value(line: Line, figure: str) -> Iterator[list[object]]:
    """Low, middle and high of a figure at each scanned value, and of how many courses."""
    for values in line.figure(figure).T:
        some = values[np.isfinite(values)]
        yield [*(band(some, 0) if some.size else [np.nan] * 3), some.size]


# --- pictures -----------------------------------------------------------------------------------------------------

def pictures(found: Thresholds, words: Words) -> Iterator[tuple[str, Sheet, Table]]:
    """In how many courses it holds at each value, and each figure over the values; under each combination by itself."""
    tell = Telling(found, words)
    every = list(together(found)) if len(found.experiment.cases) > 1 else [((), list(found.lines))]
    for n, (_, lines) in enumerate(every):
        end = f"_{n + 1}" if len(every) > 1 else ""
        with theme():
            yield f"holds{end}", *drawn_shares(tell, lines)
        for figure in figures_of(found):
            with theme():
                yield figure.replace(".", "_") + end, *drawn_figure(tell, figure, lines)


def drawn_shares(tell: Telling, lines: list[Line]) -> tuple[Sheet, Table]:
    """The share of courses in which it holds all the way up to each value, with the limits for the shares asked for."""
    shares = tell.question.hold_in
    first = tell("how_often", holds=tell.holds)
    text = tell("shares", n=max(len(line.courses) for line in lines),
                shares=tell("and").join(tell.share(share) for share in shares), often=tell.often)
    sheet, ax = sheet_of(tell, lines, first, text)
    rows: list[list[object]] = []
    for share in shares:
        ax.axhline(share, color=FAINT, lw=points(2), ls=(0, (4, 3)))
    for n, line in enumerate(lines):
        colour, style, mark = LINES[n % len(LINES)]
        values, middle, low, high = shares_of(line, tell.low, tell.high, tell.found.level)
        ax.fill_between(values, low, high, step="post", color=colour, alpha=0.13, lw=0)
        ax.step(values, middle, style, where="post", color=colour, lw=points(3))
        for share, one in zip(shares, tell.found.estimates(line)):
            if np.isfinite(one.value):
                ends = np.clip([one.low, one.high], tell.low, tell.high)
                share += 0.012 * (n - (len(lines) - 1) / 2)                      # beside those of the other models
                ax.plot(ends, [share] * 2, color=colour, lw=points(6), alpha=0.6, solid_capstyle="butt")
                ax.plot([one.value], [share], mark, color=colour, ms=points(16), mec="white", mew=points(2))
        rows += [[*whose(line), *row] for row in zip(values, middle, low, high)]
    ax.set_ylim(-0.02, 1.02)
    ax.set_yticks(np.linspace(0, 1, 6), [tell.name("unit.share", n=n) for n in range(0, 101, 20)])
    return sheet, (["model", *(axis.path for axis in tell.question.also_under), tell.question.raise_, "share", "low",
                    "high"], rows)


def shares_of(line: Line, low: float, high: float, level: float) -> tuple[np.ndarray, ...]:
    """Values, and from each to the next the share of courses whose threshold lies above it, with its interval.

    The interval is that of Clopper and Pearson (Biometrika 26, 1934), which is right at least as often as it says.
    """
    from scipy.stats import beta

    mine = np.sort(line.thresholds[line.known])
    values = np.unique([low, *mine[np.isfinite(mine)], high])
    n, above = mine.size, np.array([(mine > value).sum() for value in values])
    if not n:
        return values, *np.full((3, values.size), np.nan)
    tail = (1 - level) / 2
    least = np.where(above > 0, beta.ppf(tail, np.maximum(above, 1), n - above + 1), 0.0)
    most = np.where(above < n, beta.ppf(1 - tail, above + 1, np.maximum(n - above, 1)), 1.0)
    return values, above / n, least, most


def drawn_figure(tell: Telling, figure: str, lines: list[Line]) -> tuple[Sheet, Table]:
    """A figure at each scanned value: its middle with the band; where it is the condition's, the number of that."""
    courses = max(len(line.courses) for line in lines)
    sheet, ax = sheet_of(tell, lines, tell.name.figure(figure),
                         tell.name.words.band("line", courses, tell.question.luck_only))
    rows: list[list[object]] = []
    for n, line in enumerate(lines):
        colour, style, mark = LINES[n % len(LINES)]
        mine = list(by_value(line, figure))
        low, middle, high, _ = zip(*mine)
        ax.fill_between(tell.found.values, low, high, color=colour, alpha=0.15, lw=0)
        ax.plot(tell.found.values, middle, style, color=colour, marker=mark, lw=points(3), ms=points(12))
        rows += [[*whose(line), value, *row] for value, row in zip(tell.found.values, mine)]
    bottom, top = ax.get_ylim()
    if figure == tell.found.condition.figure:
        ax.axhline(tell.found.condition.value, color=INK, lw=points(3))
    elif bottom < 0 < top:
        ax.axhline(0, color=INK, lw=points(2))
    ticks = [tick for tick in ax.get_yticks() if ax.get_ylim()[0] <= tick <= ax.get_ylim()[1]]
    ax.set_yticks(ticks, [tell.name.value(figure, tick) for tick in ticks])
    return sheet, (["model", *(axis.path for axis in tell.question.also_under), tell.question.raise_, "low", "middle",
                    "high", "courses"], rows)


def sheet_of(tell: Telling, lines: list[Line], title: str, caption: str) -> tuple[Sheet, object]:
    """A sheet with axes over the values that were looked at, its lines named above, their source below."""
    place = next(iter(tell.found.experiment.specs.values())).place
    source = tell.name("source", model=", ".join(dict.fromkeys(tell.model(line) for line in lines)),
                       place=tell.name.words.place(place), year=place.price_year)
    also = tell.also(lines[0]) if len({line.place.also for line in lines}) == 1 else ""
    sheet = Sheet(f"{title} ({also})" if also else title, f"{caption}\n{source}")
    ax = sheet.axes(LEFT, TOP, PLOT, HIGH)
    called = tell.model if len(tell.found.experiment.cases) > 1 else tell.called
    keys = [(called(line), *LINES[n % len(LINES)][:2], 3) for n, line in enumerate(lines)]
    x, y = MARGIN, 130
    for key in keys if len(keys) > 1 else ():
        wide = 52 + width_of(key[0], LABEL) + 28
        if x > MARGIN and x + wide > 1920 - MARGIN:
            x, y = MARGIN, y + 32
        sheet.keys(x, y, key)
        x += wide
    ax.set_xlim(tell.low, tell.high)
    ticks = [tick for tick in ax.get_xticks() if tell.low <= tick <= tell.high]
    ax.set_xticks(ticks, [tell.value(tick) for tick in ticks])
    ax.set_xlabel(tell.label[:1].upper() + tell.label[1:])
    return sheet, ax
