"""Explains an indicator, a number of a model or a row of figures: what it is and where it comes from."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from simcore.canvas import Spec
from simcore.canvas.named import leaning_on, rows_in
from simcore.canvas.notes import BLOCKS
from simcore.canvas.spec import PLACE
from simcore.canvas.wording import amount
from simcore.files import Quantity
from simcore.files.figures import Figure, rows
from simcore.show.indicator_texts import ABOUT, NUMBERS
from simcore.show.leaf_texts import LEAVES
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.results.registry import Indicator

WIDE, HEAD = 100, 12                             # characters of a line; of the word before a fact

Found = Mapping[str, tuple[Spec, Mapping[str, Quantity]]]        # model -> what was read of it, and its numbers


def indicators_called(name: str) -> list[str]:
    """Keys of the indicators with this number, key, or name in either language, whatever its capitals."""
    wanted = plain(name)
    return [key for key, ((dutch, english), *_) in ABOUT.items()
            if wanted in {NUMBERS[key], key, plain(dutch), plain(english)}]


def plain(name: str) -> str:
    """A name without capitals, marks and double spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def names_of_indicators() -> list[str]:
    """Every name an indicator goes by."""
    return [name for key, (names, *_) in ABOUT.items() for name in (key, *names)]


# --- an indicator ------------------------------------------------------------------------------------------------


def indicator(one: "Indicator", found: Found, words: Words) -> str:
    """Meaning, formula, what it counts, its streams, and the assumptions behind it in one model or in several.

    Of several, those of the neighbourhood are told once, and of each canvas how many there are.
    """
    lines = [title(one.key, words), words(f"indicator.{one.key}.about")]
    if one.proxy:
        lines.append(words("explain.proxy"))
    parts = [wrapped(lines), fact(words("explain.formula"), words(f"indicator.{one.key}.formula"))]
    counted = [", ".join(one.series)] if one.series else []
    parts += [fact(words("explain.reads"), text) for text in counted]
    if one.key == "parties":
        parts.append(fact(words("explain.streams"), words("explain.streams.all")))
    elif one.streams:
        parts.append(fact(words("explain.streams"), ", ".join(one.streams)))
    for n, (model, name, numbers) in enumerate(by_whose(found, words)):
        mine = {path: number for path, number in numbers.items() if one.rests_on(path)}
        told = not model or len(found) == 1
        parts += [""] if told or n == 1 else []
        text = words("explain.behind" if mine else "explain.behind.none", model=name, count=len(mine))
        parts.append(text if told or not mine else f"{text}: simwijk explain {NUMBERS[one.key]} --model {model}")
        parts += [assumption(path, number, words) for path, number in mine.items()] if told else []
    return "\n".join(parts)


def by_whose(found: Found, words: Words) -> Iterator[tuple[str, str, Mapping[str, Quantity]]]:
    """(model, what it is called, its numbers); of several models first those of the neighbourhood, once."""
    if len(found) == 1:
        ((model, (spec, numbers)),) = found.items()
        yield model, spec.canvas.meta.name, numbers
        return
    place = {path: one for _, numbers in found.values() for path, one in numbers.items() if path.startswith(PLACE)}
    yield "", words("explain.neighbourhood"), place
    for model, (spec, numbers) in found.items():
        yield model, spec.canvas.meta.name, {path: one for path, one in numbers.items() if path not in place}


def title(key: str, words: Words) -> str:
    """10  Samenhang (cohesion)"""
    return f"{NUMBERS[key]}  {words(f'indicator.{key}.name')} ({key})"


def assumption(path: str, one: Quantity, words: Words) -> str:
    """A number behind an indicator, in two lines: its path and value, and how sure it is."""
    return (f"  {path}: {value(one, words)}\n"
            + "\n".join(wrap(f"{words(f'evidence.{one.evidence}')}; {words.note(one.source)}", WIDE,
                             initial_indent=" " * 6, subsequent_indent=" " * 6)))


def value(one: Quantity, words: Words) -> str:
    """A number with its unit and its range."""
    if not one.ranged:
        return amount(one, words.lang)
    times = 100 if one.unit.startswith("share") else 1
    low, high = (words.number(x * times, decimals(x * times)) for x in (one.low, one.high))
    return words("explain.range", amount=amount(one, words.lang), low=low, high=high)


def decimals(x: float) -> int:
    """As many decimals as a number of the files has, four at most."""
    return len(f"{x:.4f}".rstrip("0").partition(".")[2])


def prices(file: Path, count: int, words: Words) -> str:
    """How the indicative balance gets its prices."""
    lines = [words("absent.unpriced")] if not count else []
    return wrapped([*lines, words("explain.prices", file=file, count=count)])


# --- a number ----------------------------------------------------------------------------------------------------


def number(path: str, one: Quantity, place: str, also: Iterable[str], words: Words) -> str:
    """What a number is, how sure it is, the rows it comes from, its ``place`` in a file,
    models that ``also`` have it."""
    parts = [path, fact(words("explain.value"), value(one, words)),
             fact(words("explain.evidence"), words(f"evidence.{one.evidence}")),
             fact(words("explain.source"), words.note(one.source))]
    parts += [fact("", row(each, words)) for each in rows_in(one)]
    if one.question:
        parts.append(fact(words("explain.question"), words.note(one.question)))
    if one.note:
        parts.append(fact(words("explain.note"), words.note(one.note)))
    parts += [fact(words("explain.place"), place)] if place else []
    parts += [fact(words("explain.also"), ", ".join(f"--model {name}" for name in also))] if also else []
    own, new = path.split("."), f"{another(one):.6g}"
    how = f"--plugin {own[1]}:{own[2]}={new}" if own[0] == "plugins" else f"--set {path}={new}"
    parts.append(fact(words("explain.set"), how))
    return "\n".join(parts)


def another(one: Quantity) -> float:
    """Another value that a number may well have: an end of its range, or a tenth more; less where more is too much."""
    if one.ranged:
        return one.high if one.high != one.value else one.low
    return one.value * (0.9 if one.unit.startswith("share") and one.value > 0.9 else 1.1) if one.value else 0.1


def spoken_of(numbers: Mapping[str, Quantity], text: str) -> list[str]:
    """The paths of numbers that a word speaks of: a word of the last part of the path, or of what that is called."""
    wanted = plain(text)
    return [path for path in numbers
            if wanted and wanted in {word for name in names_of(path) for word in plain(name).split()}]


def names_of(path: str) -> tuple[str, ...]:
    """The last part of a path and what it is called in either language."""
    leaf = path.rpartition(".")[2]
    return leaf.replace("_", " "), *LEAVES.get(leaf, ())


def row(one: Figure, words: Words) -> str:
    """A row of the figures file in a sentence."""
    low, base, high = (words.number(x, decimals(x)) for x in (one.low, one.base, one.high))
    size = f"{base} {words.note(one.unit)}"
    if one.low != one.high:
        size = words("explain.range", amount=size, low=low, high=high)
    text = words("explain.row", id=one.id, label=one.label_nl if words.lang == "nl" else one.label_en, place=one.place,
                 year=one.year, amount=size, source=words.note(one.source),
                 confidence=words(f"explain.confidence.{one.confidence}"))
    return f"{text} {words.note(one.note)}" if one.note else text


def figure(one: Figure, found: Found, words: Words) -> str:
    """A row of the figures file, and the numbers of one model or of several that lean on it."""
    lines = [wrapped([row(one, words)]), ""]
    for _, name, numbers in by_whose(found, words):
        if mine := leaning_on(numbers, one.id):
            lines.append(words("explain.row.numbers", model=name))
            lines += [f"  {path}: {value(numbers[path], words)}" for path in mine]
    if len(lines) == 2:
        names = ", ".join(spec.canvas.meta.name for spec, _ in found.values())
        lines.append(words("explain.row.none", model=names))
    return "\n".join(lines)

# --- what there is -----------------------------------------------------------------------------------------------


def listing(numbers: Mapping[str, Quantity], spec: Spec, words: Words, every: bool) -> str:
    """What can be explained: the indicators, the numbers of a model by block or ``every`` one, and the figures file."""
    lines = [words("explain.list.indicators")]
    for key in ABOUT:
        lines += wrap(f"{NUMBERS[key]:<4}{words(f'indicator.{key}.name')}: {words(f'indicator.{key}.about')}", WIDE,
                      initial_indent="  ", subsequent_indent=" " * 6)
    lines += ["", words("explain.list.numbers", model=spec.canvas.meta.name)]
    if every:
        lines += [f"  {path}: {value(one, words)}" for path, one in numbers.items()]
    else:
        blocks: dict[str, list[str]] = {}
        for path in numbers:
            blocks.setdefault(path.split(".")[0], []).append(path)
        names = {block: words(f"block.{block}") for block in BLOCKS}
        lines += ["  " + words("explain.list.more", block=names.get(block, block), count=len(paths), path=paths[0])
                  for block, paths in blocks.items()]
    first = next(iter(rows().values()))
    label = first.label_nl if words.lang == "nl" else first.label_en
    lines += ["", words("explain.list.rows", count=len(rows()), id=first.id, label=label), words("explain.list.how")]
    return "\n".join(lines)


def fact(head: str, text: str) -> str:
    """A fact under its word, over as many lines as it needs."""
    wide = max(HEAD, len(head) + 1)
    lines = wrap(text, WIDE - HEAD - 2, break_on_hyphens=False, break_long_words=False) or [""]
    first = f"  {head:<{wide}} {lines[0]}" if len(head) < HEAD else f"  {head}\n{' ' * (HEAD + 3)}{lines[0]}"
    return "\n".join([first, *(" " * (HEAD + 3) + line for line in lines[1:])])


def wrapped(lines: Iterable[str]) -> str:
    """Lines of running text, none too wide."""
    return "\n".join(line for text in lines for line in wrap(text, WIDE, break_long_words=False))
