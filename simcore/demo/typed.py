"""A number as a room sees and types it: a share as a percentage; what it cannot be is refused in those same terms."""

from __future__ import annotations

import math
from typing import Any

from simcore.demo.wrong import Refused
from simcore.errors import printable
from simcore.files.units import bounds_of
from simcore.show.words import LANGUAGES, Words

FINEST, LONGEST = 10, 40                           # decimals of a number that a room gives; letters of what is none
TEXTS = {
    "none": ("{x} is geen getal. Typ cijfers, zoals 12,5.", "{x} is not a number. Type digits, as in 12.5."),
    "empty": ("Er ontbreekt een getal. Vul elk vak in.", "A number is missing. Fill in every box."),
    "beyond": ("{x} kan hier niet. Typ een getal van {low} tot en met {high}.",
               "{x} cannot be here. Type a number from {low} to {high}."),
    "outside": ("{x} ligt niet tussen {low} en {high}. Maak ‘van’ en ‘tot’ ruimer, of verander het getal.",
                "{x} does not lie between {low} and {high}. Widen ‘from’ and ‘to’, or change the number."),
}


def times(unit: str) -> int:
    """What a number of a file in this unit is multiplied by where a room sees and types it."""
    return 100 if unit.startswith("share") else 1


def typed(value: float | None, unit: str) -> float | None:
    """A number of a file as a room types it, in the unit that stands beside it."""
    return value if value is None else round(float(value) * times(unit), FINEST)


def taken(value: Any, unit: str) -> float:
    """What a room typed as a file has it; Refused for what is no number, and for one that its unit cannot have."""
    if isinstance(value, str) or not math.isfinite(value):
        raise refused("none" if str(value).strip() else "empty", x=value)
    low, high = (end * times(unit) for end in bounds_of(unit))
    if not low <= value <= high:
        raise refused("beyond", x=value, low=low, high=high)
    return round(value / times(unit), FINEST)


def ordered(value: float, low: float, high: float) -> None:
    """Refused for a number that does not lie in the range a room gives it."""
    if not low <= value <= high:
        raise refused("outside", x=value, low=low, high=high)


def refused(key: str, **numbers: Any) -> Refused:
    """Why not, in both languages; a number as it is typed in each."""
    return Refused({lang: TEXTS[key][lang == "en"].format(**{name: plain(one, Words(lang))
                                                              for name, one in numbers.items()}) for lang in LANGUAGES})


def plain(value: Any, words: Words) -> str:
    """A number with as many decimals as it has; a text as it was typed."""
    if isinstance(value, str) or not math.isfinite(value):
        return f"‘{printable(str(value))[:LONGEST]}’"
    return words.number(value, next((n for n in range(FINEST) if round(value, n) == value), FINEST))
