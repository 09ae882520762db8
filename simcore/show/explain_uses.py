"""Who uses a number, and what it moves in a small trial, as ``simwijk explain`` says it."""

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

from simcore.show.explain import WIDE, decimals
from simcore.show.texts import TEXTS
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.studies.effects import Moved, Trial
    from simcore.studies.readers import Uses
    from simcore.studies.readers_in_source import Reader

LABEL, SIZE = 48, 12                             # of what a figure is called, at most; of how much it moves, at least


def uses(found: "Uses", behind: Iterable[str], words: Words) -> str:
    """The code, acts and laws that read a number, and the indicators it stands behind."""
    lines = ["", words("explain.uses")]
    if found.asks:
        lines += [f"  {words('explain.uses.asks')}", *map(reader, found.asks)]
    elif not found.indicators:
        lines.append("  " + words("explain.uses.nobody"))
    for field in dict.fromkeys(one.field for one in found.reads):
        lines.append(f"  {words('explain.uses.copies', field=field)}")
        lines += [reader(one) for one in found.reads if one.field == field]
    names = lambda keys: ", ".join(words(f"indicator.{key}.name") for key in keys)  # noqa: E731
    if found.indicators:
        lines.append(f"  {words('explain.uses.indicators')}: {names(found.indicators)}")
    behind = list(behind)
    if behind:
        text = f"{words('explain.behind.of')}: {names(behind)}"
        lines += wrap(text, WIDE, initial_indent="  ", subsequent_indent="    ")
    return "\n".join(lines)


def reader(one: "Reader") -> str:
    """A place in the code, and what it says it does."""
    return "\n".join(wrap(f"{one.file}:{one.line} {one.name}: {one.about}".rstrip(": "), WIDE, initial_indent="    ",
                          subsequent_indent="      "))


def moves(trials: "Mapping[str, Trial]", size: tuple[int, int, int], words: Words) -> str:
    """What the number moves in a small trial of each model, figure by figure; models by what they are called."""
    first = next(iter(trials.values()))
    if first.refused:
        return "\n".join(["", *wrap(words("explain.moves.refused", why=first.refused), WIDE)])
    low, high = (words.number(x, decimals(x)) for x in (first.low, first.high))
    residents, weeks, courses = size
    lines = ["", words("explain.moves", low=low, high=high),
             *wrap(words("explain.moves.trial", residents=words.number(residents), weeks=weeks, courses=courses), WIDE,
                   initial_indent="  ", subsequent_indent="  ")]
    for name, found in trials.items():
        lines += ["", words("explain.moves.in", model=name), *moves_in(found, courses, words)]
    return "\n".join(lines)


def moves_in(found: "Trial", courses: int, words: Words) -> list[str]:
    """What the number moves in the trial of one model; how to look further when that is nothing."""
    if found.refused or not found.moved:
        text = words("explain.moves.refused", why=found.refused) if found.refused else words("explain.moves.nothing")
        return wrap(text, WIDE, initial_indent="  ", subsequent_indent="  ")
    lines = []
    often = [one for one in found.moved if 2 * (one.rises + one.falls) >= courses]
    labels = [label_of(one, words) for one in often]
    wide = min(max(map(len, labels), default=0), LABEL)
    long = max([SIZE, *(len(by(one, words)) for one in often)])
    for key in dict.fromkeys(one.indicator for one in often):
        lines.append("  " + words(f"indicator.{key}.name"))
        lines += [moved(one, label, (wide, long), courses, words) for one, label in zip(often, labels)
                  if one.indicator == key]
    shown = {one.indicator for one in often}
    rest = dict.fromkeys(one.indicator for one in found.moved if one.indicator not in shown)
    if rest:
        also = words("explain.moves.also", names=", ".join(words(f"indicator.{key}.name") for key in rest))
        lines += wrap(also, WIDE, initial_indent="  ", subsequent_indent="    ")
    return lines


def by(one: "Moved", words: Words) -> str:
    """By how much a figure moves, in its unit."""
    from simcore.show.terminal import FIGURES

    unit, times = next(((unit, times) for key, unit, times in FIGURES.get(one.indicator, ()) if key == one.figure),
                       (one.unit, 1))
    size = one.by * times
    if unit.startswith("EUR"):
        much = words.euros(size, True)
    elif 0 < abs(size) < 0.005:                      # worth a digit here, where only the number differs
        much = words.number(size, 5, True)
    else:
        much = words.sized(size, True)
    return words(f"unit.{unit}", n=much) if unit in ("share", "points", "people", "hours", "days", "rungs") else much


def moved(one: "Moved", label: str, columns: tuple[int, int], courses: int, words: Words) -> str:
    """One figure that moves: what it is, by how much, and in how many courses; not clear where courses disagree.
    ``columns`` are the widths of the first two."""
    wide, long = columns
    if one.rises and one.falls:
        how = words("explain.moves.both", up=one.rises, down=one.falls, all=courses)
    else:
        how = words(f"explain.moves.{'up' if one.rises else 'down'}", some=one.rises or one.falls, all=courses)
    *above, last = wrap(label, wide) or [""]
    return "\n".join([*(f"    {line}" for line in above), f"    {last:<{wide}} {by(one, words):>{long}}  {how}"])


def label_of(one: "Moved", words: Words) -> str:
    """What a figure is called; by its key when it has no words of its own."""
    if one.indicator == "parties":
        party, _, side = one.figure.partition("|")
        return f"{words.party(party)}, {words(f'side.{side}')}"
    if one.indicator == "without":
        return words("page.without.left", tier=words(f"tier.{one.figure}"))
    key = f"{one.indicator}.{one.figure}"
    return words(key).strip() if key in TEXTS else one.figure.replace("_", " ")
