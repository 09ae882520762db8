"""Whether a field of an answer can be: a text, a yes or no, a known word, a number of a right shape and size."""

from collections.abc import Iterable
from datetime import date
from math import isfinite
from typing import Any

from simcore.errors import quoted
from simcore.files import suggestion
from simcore.plugin.nouns import Cover, Order

LARGEST = 1e300                                # beyond it sums are no numbers any more
LONGEST = 300                                  # characters of a text for people
MOST_READ = 10_000
_READ: set[str] = set()                        # lines that were looked at before: a plugin says the same each week


class Wrong(Exception):
    """What is wrong with a noun, before it is said who answered with it."""


def text(name: str, value: Any) -> str:
    """Words for people, or a name: a line that is not empty. What was found to be one is not read again."""
    if type(value) is str and value in _READ:
        return value
    if not isinstance(value, str):
        raise Wrong(f"{name} is {shown(value)}; write a text")
    if not value.strip() or len(value) > LONGEST or not value.isprintable():
        raise Wrong(f"{name} is {shown(value)}; write one line of at most {LONGEST} characters")
    if len(_READ) < MOST_READ:
        _READ.add(value)
    return value


def flag(name: str, value: Any) -> None:
    """Yes or no."""
    if type(value) is not bool:
        raise Wrong(f"{name} is {shown(value)}; write True or False")


def one_of(name: str, value: Any, known: Iterable[str] | None, noun: str, more: str = "") -> None:
    """A word out of those that are known."""
    if not isinstance(value, str):
        raise Wrong(f"{name} is {shown(value)}; write the name of one {noun}")
    if known is not None and value not in known:
        raise Wrong(f"{name}: no {noun} {quoted(value)}; {suggestion(value, ordered(known))}{more}")


def ordered(known: Iterable[str]) -> list[str]:
    """Names in their own order; those of a set by name."""
    return [one for one in (sorted(known) if isinstance(known, set) else known) if one]


def span(what: str, noun: Cover | Order) -> None:
    """The days from which and until which something holds, in that order."""
    for key in ("begin", "end"):
        day = getattr(noun, key)
        if day is not None and type(day) is not date:
            raise Wrong(f"{what}.{key} is {shown(day)}; write a date, as in date(2015, 1, 1), or leave it out")
    if noun.begin is not None and noun.end is not None and noun.end <= noun.begin:
        raise Wrong(f"{what}.end is {noun.end}, not after {what}.begin, {noun.begin}; write a later day")


def own_numbers(noun: Any, part: str, R: int, more: str = "", **bounds) -> None:
    """Look at the numbers in a field of a noun, and put them there as numbers of our own."""
    noun.__dict__[part] = numbers(f"{type(noun).__name__}.{part}{more}", getattr(noun, part), R, **bounds)


def numbers(name: str, value: Any, R: int, *, least: float | None = None, most: float = LARGEST, whole: bool = False,
            single: bool = True) -> Any:
    """One finite number, unless ``single`` says no, or one per replication; just one with R = 0.

    ``whole``: whole numbers, such as cents; ``least`` and ``most`` are allowed themselves. Gives them as a plain
    number, or as an array wide enough to add them up, whatever they came as.
    """
    plain = type(value) in (int, float)                          # numpy is not needed to judge a plain number
    if plain:
        kind, shape, values = "if"[type(value) is float], (), [value]
    else:
        found = array_of(name, value)
        if found.shape == (R,) and R:
            if least is None and most == LARGEST and found.dtype == float and isfinite(found.dot(found)):
                return found                                     # then each is finite, and far from the largest
            if found.dtype.kind == "f":
                found = wide(found, False)                       # a narrow one cannot be compared with the largest
            if found.dtype.kind in ("iu" if whole else "iuf"):
                low, high = found.min(), found.max()             # neither compares when one is not a number
                if low >= (-LARGEST if least is None else least) and high <= min(most, LARGEST):
                    return wide(found, whole)
        kind, shape, values = found.dtype.kind, found.shape, found.ravel().tolist()
    each = f"one number per course ({R})"
    wanted = "one number" if R == 0 else f"one number, or {each}" if single else each
    if kind not in "biuf":
        raise Wrong(f"{name} is {shown(value)}; write {wanted}")
    if shape not in ([(R,)] if R else []) + ([()] if single else []):
        raise Wrong(f"{name} has shape {shape}; write {wanted}")
    if whole and kind not in "iu":
        raise Wrong(f"{name} is {shown(value)}; write whole cents: np.round(...).astype(np.int64)")
    for one in values:
        if not abs(one) <= LARGEST:                              # also when it is not a number
            raise Wrong(f"{name} is {shown(one)}; write finite numbers")
        if least is not None and one < least:
            raise Wrong(f"{name} is {shown(one)}; write {least:g} or more")
        if one > most:
            raise Wrong(f"{name} is {shown(one)}; write at most {most:g}")
    return value if plain else wide(found, whole)


def wide(found: Any, whole: bool) -> Any:
    """An array (R,) of the widest numbers, as narrow ones would not add up; a single number as a plain one."""
    if found.shape == ():
        return float(found) if found.dtype.kind == "f" else found.item()
    return found.astype("int64" if whole else "float64", copy=False)


def array_of(name: str, value: Any):
    """The value as an array of our own; text, lists of unlike lengths and the like give one without numbers,
    or Wrong."""
    import numpy as np

    if type(value) is np.ndarray:
        return value                                             # was copied with its noun
    if isinstance(value, np.ma.MaskedArray):
        raise Wrong(f"{name} is {shown(value)}, part of which is masked; write np.where with a number for that part")
    try:
        return np.array(value)
    except Exception as error:
        raise Wrong(f"{name} is {shown(value)}, which is no array ({type(error).__name__})") from error


def shown(value: Any) -> str:
    """A value as a message shows it: on one line, and not too long."""
    try:
        said = repr(value)
    except Exception:
        said = f"a {type(value).__name__}"
    return said if len(said) <= 60 and said.isprintable() else quoted(" ".join(said.split())).strip("'")
