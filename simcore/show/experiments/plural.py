"""Writes several things in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simcore.show.experiments.naming import Naming


def several(parts: Sequence[str], name: Naming, most: int | None = None, between: str = ",") -> str:
    """Things in a row: a, b and c; of more than ``most`` the first, and how many more. One more is named as well."""
    if most is not None and len(parts) > most + 1:
        return name("more", names=f"{between} ".join(parts[:most]), n=len(parts) - most)
    if len(parts) < 2:
        return "".join(parts)
    return f"{f'{between} '.join(parts[:-1])}{'' if between == ',' else between} {name('and')} {parts[-1]}"


def before_a_colon(name: str) -> str:
    """A name that a colon follows: without one of its own."""
    return name.replace(": ", ", ")


def lower(text: str) -> str:
    """A name within a sentence; one that begins with capitals, as an abbreviation, stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def opening(text: str) -> str:
    """A name that stands by itself, or begins a sentence."""
    return text[:1].upper() + text[1:]
