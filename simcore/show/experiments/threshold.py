"""Says thresholds: up to where it holds for each model, how sure that is; every course in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from simcore.experiments.estimates import Estimate
from simcore.experiments.measured import unit_of
from simcore.experiments.threshold import ABOVE, BELOW, Line, Thresholds, sure_enough
from simcore.show.bands import band, finite
from simcore.show.experiments.plural import several
from simcore.show.experiments.telling import Telling
from simcore.show.words import Words

Table = tuple[list[str], list[list[object]]]
NAME = "\0"                                        # stands in a text for the models it is about
OUTSIDE = {BELOW: "below the range", ABOVE: "above the range"}


# --- said ---------------------------------------------------------------------------------------------------------

def said(found: Thresholds, words: Words) -> Iterator[str]:
    """Up to where it holds: where it does so furthest and where least far, then a line for each model."""
    tell = Telling(found, words)
    if all(line.flat and line.known.any() for line in found.lines):
        yield everywhere(tell)
        if any((line.holds[line.known] != BELOW).any() for line in found.lines):
            yield tell("flat", low=tell.value(tell.low), high=tell.value(tell.high))
        return
    each = list(alike(tell.called, found.lines, lambda model, line: [sentence(tell, model, line)]))
    if len(each) > 1:
        yield overall(tell)
    yield from each


def everywhere(tell: Telling) -> str:
    """In how many courses it holds for each model, where that is the same at every value: most often first. That it
    never holds is said as that."""
    counts = sorted(((int((line.holds[line.known] != BELOW).sum()), int(line.known.sum()), tell.called(line))
                     for line in tell.found.lines), key=lambda one: -one[0] / one[1])
    if not any(n for n, *_ in counts):
        return tell("never", holds=tell.holds, label=tell.named, low=tell.value(tell.low), high=tell.value(tell.high),
                    models=several([model for *_, model in counts], tell.name), of=max(of for _, of, _ in counts))
    names: dict[tuple[int, int], list[str]] = {}
    for n, of, model in counts:
        names.setdefault((n, of), []).append(model)
    each = [tell("in", models=several(models, tell.name),
                 count=tell("none" if not n else "every" if n == of else "share" if not i else "only", n=n, of=of),
                 courses=tell("courses") if not i else "")
            for i, ((n, of), models) in enumerate(names.items())]
    return tell("as_often", holds=tell.holds, label=tell.named, low=tell.value(tell.low), high=tell.value(tell.high),
                each=several(each, tell.name))


def sure(found: Thresholds, words: Words) -> Iterator[str]:
    """Between what the limits lie, in how many courses one lies above another, and what is odd."""
    tell = Telling(found, words)
    for text in alike(tell.called, found.lines, lambda model, line: how_sure(tell, model, line)):
        yield tell("sure", often=tell.often, models=text)
    yield from apart(tell)
    courses = max((len(line.courses) for line in found.lines), default=0)
    yield tell("looked", label=tell.named, low=tell.value(tell.low), high=tell.value(tell.high), n=courses)
    told = [(one.value, one.low, one.high) for line in found.lines for one in found.estimates(line)]
    if np.isfinite(told).any():
        yield tell("rounded", tolerance=tell.value(found.experiment.question.tolerance))
    yield from alike(tell.called, found.lines, lambda model, line: odd(tell, model, line))
    if not found.sure and not all(line.flat for line in found.lines):
        yield tell("short", n=courses)


def by_reach(tell: Telling) -> list[tuple[float, Line]]:
    """The lines of which something is known, each with its limit for the first share asked for, furthest first."""
    known = [(tell.found.estimates(line)[0].value, line) for line in tell.found.lines if line.known.any()]
    return sorted(known, key=lambda pair: -pair[0])


def overall(tell: Telling) -> str:
    """Where it holds furthest and where least far, in the first share of the courses asked for."""
    known = by_reach(tell)
    if not known:
        return tell("unknown", model=", ".join(tell.called(line) for line in tell.found.lines)) + "."
    (most, _), (least, _) = known[0], known[-1]
    share = tell.share(tell.question.hold_in[0], whole=True)
    if most == least:
        return tell("as_far", reach=reach(tell, most), share=share)
    best, worst = ([tell.called(line) for value, line in known if value == end] for end in (most, least))
    return tell("furthest", best=several(best, tell.name), reach=reach(tell, most), share=share,
                worst=several(worst, tell.name), least=reach(tell, least))


def reach(tell: Telling, value: float) -> str:
    """How far it holds."""
    if np.isfinite(value):
        return tell("reach", there=tell.there(tell.limit(value)))
    return tell("reach.none") if value == BELOW else tell("reach.all", there=tell.there(tell.high))


def apart(tell: Telling) -> Iterator[str]:
    """In how many courses the limit that lies furthest does so in the course itself."""
    known = by_reach(tell)
    if len(known) < 2 or known[0][0] == known[-1][0]:
        return
    (_, best), (_, worst) = known[0], known[-1]
    both = best.known & worst.known
    above = int((best.thresholds[both] > worst.thresholds[both]).sum())
    yield tell("apart", best=tell.called(best), worst=tell.called(worst),
               often=tell.name.courses(above, int(both.sum())))


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
            there = (tell.value if before == "value" else tell.there)(tell.limit(one.value))
            first = "first" if tell.question.holds else "first_plain"              # two amounts in a row need a pause
            text += tell("then", there=there, share=whole) if text else tell(first, there=there, share=whole, **parts)
        before = "all" if one.value == ABOVE else "value"
    return text + "."


def how_sure(tell: Telling, model: str, line: Line) -> Iterator[str]:
    """Between what the thresholds of a model lie; nothing where no course has one."""
    if line.known.any() and line.flat:
        _, _, low, high = shares_of(line, tell.low, tell.high, tell.found.level)
        low, high = (tell.name("unit.share", n=round(100 * float(end[0]))) for end in (low, high))
        yield tell("flat_sure", model=model, low=low, high=high)
    elif line.known.any():
        yield f"{model}: " + ", ".join(surely(tell, tell.share(share), one) for share, one in
                                       zip(tell.question.hold_in, tell.found.estimates(line)))


def shares_of(line: Line, low: float, high: float, level: float) -> tuple[np.ndarray, ...]:
    """Values, and from each to the next the share of courses whose threshold lies above it, with its interval.

    The interval is that of Clopper and Pearson (Biometrika 26, 1934), which is right at least as often as it says.
    """
    from scipy.stats import beta

    mine = np.sort(line.thresholds[line.known])
    values = np.unique([low, *finite(mine), high])
    n, above = mine.size, np.array([(mine > value).sum() for value in values])
    if not n:
        return values, *np.full((3, values.size), np.nan)
    tail = (1 - level) / 2
    least = np.where(above > 0, beta.ppf(tail, np.maximum(above, 1), n - above + 1), 0.0)
    most = np.where(above < n, beta.ppf(1 - tail, above + 1, np.maximum(n - above, 1)), 1.0)
    return values, above / n, least, most


def surely(tell: Telling, share: str, one: Estimate) -> str:
    """The interval of one threshold in words."""
    if one.high == BELOW:
        return tell("nowhere", share=share)
    if one.low == ABOVE:
        return tell("everywhere", share=share)
    low, high = one.low != BELOW, one.high != ABOVE
    key = "between" if low and high else "at_least" if low else "at_most" if high else "unsure"
    return tell(key, share=share, low=tell.value(tell.limit(one.low)) if low else "",
                high=tell.value(tell.limit(one.high)) if high else "", n=one.count)


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
        some = finite(values)
        yield [*(band(some, 0) if some.size else [np.nan] * 3), some.size]
