"""The figures file: published numbers with source and confidence, to which quantities refer by id."""

from __future__ import annotations

import csv
import functools
import io
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from simcore.errors import Environment
from simcore.files.sources import closest

FILE = "figures.csv"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: a published number ``base`` in ``unit``, with the range ``low`` to ``high``.

    ``label_nl`` is for people; ``year`` stays text since it may be a span;
    ``confidence`` is high, medium or low.
    """

    id: str
    label_nl: str
    label_en: str
    place: str
    year: str
    unit: str
    low: float
    base: float
    high: float
    source: str
    confidence: str
    note: str


@functools.cache
def rows() -> dict[str, Figure]:
    """All rows by id, in file order. Raises Environment when the file is absent or damaged."""
    text = _text()
    found: dict[str, Figure] = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        try:
            numbers = {name: float(row[name]) for name in ("low", "base", "high")}
            figure = Figure(**{**row, **numbers})
        except (TypeError, ValueError, KeyError) as error:
            raise Environment(f"{FILE}, row {row.get('id')}: {error}") from None
        if figure.id in found:
            raise Environment(f"{FILE}: the id {figure.id} stands there twice")
        found[figure.id] = figure
    return found


def nearest_rows(name: str) -> str:
    """What to write for an id that is no row: the one with this number, or where its kind begins and ends."""
    known = list(rows())
    kind, _, number = name.upper().partition("-")
    padded = f"{kind}-{number.zfill(3)}"
    if padded in known:
        return f"did you mean {padded} ({rows()[padded].label_en})?"
    kinds = list(dict.fromkeys(row.partition("-")[0] for row in known))
    kind = kind if kind in kinds else closest(kind, kinds)
    alike = [row for row in known if row.startswith(f"{kind}-")]
    if not kind or not alike:
        return f"rows begin with {', '.join(kinds)}, as in {known[0]}; or use evidence: assumption"
    return f"rows of this kind are {alike[0]} to {alike[-1]}; or use evidence: assumption"


def _text() -> str:
    """Installed, the file is package data; in a checkout it lies in models/ beside simcore."""
    try:
        return (resources.files("simwijk_models") / FILE).read_text(encoding="utf-8")
    except (ModuleNotFoundError, FileNotFoundError):
        pass
    try:
        return (Path(__file__).parents[2] / "models" / FILE).read_text(encoding="utf-8")
    except OSError:
        raise Environment(f"{FILE} is missing; install simwijk again") from None
