"""Recognises how people write numbers that are not numbers here, and says what to write instead.

Every number a remedy proposes is one the reader takes: see ``_clean``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from simcore.errors import quoted

MAX_DIGITS = 17  # what it takes to write any float down and read the same one back
LONGEST = 60
UNIT = "; the unit stands under unit"


def thousands(text: str) -> tuple[str, str]:
    """What to say of a number such as 1.000, which two readers read differently."""
    whole = text.replace(".", "")
    if text.count(".") > 1:
        return f"{quoted(text)} has points between the thousands", f"write {whole}"
    small = _clean(text.rstrip("0").rstrip("."))
    if text == "1.000":
        return "'1.000' reads as one", "write 1000 for a thousand, or 1 for one"
    return f"{quoted(text)} may be read as {whole} or as {small}", f"write {whole}, or {small}"


def not_a_number(text: str) -> tuple[str, str]:
    """What is wrong with a text that should be a number, and what to write instead."""
    if len(text) <= LONGEST:
        for pattern, what, remedy in _MISTAKES:
            if found := re.fullmatch(pattern, text, re.IGNORECASE):
                return f"{quoted(text)} {what}", remedy(found)
    return f"{quoted(text)} is not a number", "write digits and at most one point, as in 12.50"


def _clean(text: str) -> str:
    """A number as the reader takes it: no plus, no leading zeros, never three decimals after a whole."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text.lstrip("+"))
    whole, point, decimals = digits.partition(".")
    whole = whole.lstrip("0") or "0"
    if whole != "0" and len(decimals) == 3:
        decimals += "0"
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def _write(text: str) -> str:
    return f"write {_clean(text)}"


def _rounded(number: float) -> str:
    return _clean(f"{number:.12f}".rstrip("0").rstrip("."))


def _comma(found: re.Match[str]) -> str:
    return _write(f"{found[1]}.{found[2]}")


def _comma_or_thousand(found: re.Match[str]) -> str:
    return f"write {found[1]}{found[2]} for thousands, or {_clean(f'{found[1]}.{found[2]}')}"


def _dutch(found: re.Match[str]) -> str:
    whole = found[1].replace(".", "")
    return _write(whole if found[2] == "-" else f"{whole}.{found[2]}")


def _percent(found: re.Match[str]) -> str:
    number = found[1].replace(",", ".")
    return f"for {number} % write {_rounded(float(number) / 100)}"


def _power(found: re.Match[str]) -> str:
    if abs(int(found[2][:6])) > 15 or abs(float(found[0])) >= 1e12:
        return "write the number out"
    return f"write {_rounded(float(found[0]))}"


def _fraction(found: re.Match[str]) -> str:
    if not int(found[2]) or int(found[1]) / int(found[2]) >= 1e12:
        return "write it with a point"
    return f"write {_rounded(round(int(found[1]) / int(found[2]), 4))}"


def _without_signs(found: re.Match[str]) -> str:
    return _write(re.sub("[_ \u00a0']", "", found[0]))


def _amount(found: re.Match[str]) -> str:
    decimals = found[2] if found[2] and found[2] != "-" else ""
    return _write(f"{found[1]}.{decimals}") + UNIT


_MISTAKES: tuple[tuple[str, str, Callable[[re.Match[str]], str]], ...] = (
    (r"(-?[1-9][0-9]{0,2}),([0-9]{3})", "has a comma", _comma_or_thousand),
    (r"(-?[0-9]+),([0-9]+)", "has a decimal comma", _comma),
    (r"(-?[0-9]+)[,.]-?", "ends with a comma or point", lambda f: _write(f[1])),
    (r"(-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+|-)", "has a decimal comma", _dutch),
    (
        r"(-?[1-9][0-9]{0,2}(?:,[0-9]{3})+)(\.[0-9]+)?",
        "has commas between the thousands",
        lambda f: _write(f[1].replace(",", "") + (f[2] or "")),
    ),
    (r"(-?[0-9]+(?:[.,][0-9]+)?) ?(?:%|procent|percent)", "is a percentage", _percent),
    (r"(-?[0-9]+(?:\.[0-9]+)?)e([-+]?[0-9]+)", "is a power of ten", _power),
    ("-?[0-9]+(?:[_ \u00a0'][0-9]+)+(\\.[0-9]+)?", "has signs between its digits", _without_signs),
    (r"(-?)(\.[0-9]+)", "misses its zero", lambda f: _write(f"{f[1]}0{f[2]}")),
    (r"\+([0-9]+(?:\.[0-9]+)?)", "has a plus sign", lambda f: _write(f[1])),
    (r"(-?0+[0-9]+(?:\.[0-9]+)?)", "starts with a zero", lambda f: _write(f[1])),
    (r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?", "is a clock time", lambda f: "write a number, as in 10 or 10.5"),
    (r"([0-9]{1,15})/([0-9]{1,15})", "is a fraction", _fraction),
    ("[\u2212\u2013\u2014]([0-9]+(?:\\.[0-9]+)?)", "has a dash for a minus", lambda f: _write(f"-{f[1]}")),
    (r"0[xob].*", "is not a decimal number", lambda f: "write it with the digits 0 to 9"),
    (r"[-+]?\.?(?:nan|inf|infinity)", "is not a number", lambda f: "write a number, or leave the line out"),
    (r"yes|no|on|off|true|false|ja|nee", "is a word", lambda f: "write a number"),
    (r"(?:€|EUR|euro)\s*(-?[0-9]+)(?:[.,]([0-9]+|-))?", "has its unit in front", _amount),
    (r"(-?[0-9]+)(?:[.,]([0-9]+|-))?\s*(?:[^\W\d_]|€).*", "has its unit behind it", _amount),
)
