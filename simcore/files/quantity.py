"""A number with its unit, its range and where it comes from; no bare number enters a model.

``evidence`` says how sure we are: ``fact`` (a text that the models build on, or a statute, says so),
``source`` (a row of the figures file), ``assumption`` (ours, with a range) or
``open`` (a question put to the room, with a range).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic_core import core_schema

from simcore.errors import Problem, quoted
from simcore.files import figures
from simcore.files.marks import Node, Scalar
from simcore.files.places import Here
from simcore.files.records import record, walk
from simcore.files.scalars import Number, Text, Words, refuse
from simcore.files.sources import suggestion
from simcore.files.units import UNITS, as_in, bounds_of, meant_by

Evidence = Literal["fact", "source", "assumption", "open"]
_ROW = re.compile(r"[A-Z]{2,5}-[0-9]{1,4}")
_TEXT = re.compile(r"\bseed 00[0-4]\b|\bcanvas texts of Haarlem\b|\bKroon op je Wijk\b")
# A law by name, article or gazette number counts as a statute; a bare "the law" does not.
_STATUTE = re.compile(
    r"\b(art(ikel|\.|icle)? ?[0-9]|Wet\b|[A-Z][a-z]*wet\b|wet [A-Z]|WWB|Wmo|WML|WW\b|Besluit|besluit|Regeling|regeling|"
    r"Verordening|verordening|Stb\.?|Stcrt\.?|BW\b|Awb|statute)"
)


@record
class Quantity:
    """``value`` in ``unit``, possibly between ``low`` and ``high`` (both or neither, inclusive).

    ``source`` names where the number comes from; ``question`` is what the room is
    asked when evidence is ``open``; ``note`` is free.
    """

    value: Number
    unit: Text
    low: Number | None = None
    high: Number | None = None
    source: Text
    evidence: Words[Evidence]
    question: Text | None = None
    note: Text | None = None

    called: ClassVar[str] = "a quantity with unit, source and evidence"

    @property
    def ranged(self) -> bool:
        """Whether replications draw it: a range is given and has a width."""
        return self.low is not None and self.high is not None and self.low < self.high

    @classmethod
    def example(cls, node: Node | None = None, unit: str = "EUR/hour") -> str:
        """The full form, holding the bare number that was found if there was one."""
        text = node.text if isinstance(node, Scalar) else ""
        value = text if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", text) else "0.4" if unit == "share" else "12.50"
        low, high = sorted((float(value) * 0.8, float(value) * 1.2))
        span = f"low: {low:.6g}, high: {min(high, 1.0) if unit == 'share' else high:.6g}"
        return f"{{value: {value}, unit: {unit}, {span}, source: our estimate, evidence: assumption}}"

    def problems(self, here: Here) -> Iterator[Problem]:
        """What a quantity must be beyond the form of its fields."""
        yield from list(self._unit(here)) or self._range(here)
        yield from self._evidence(here)

    def _range(self, here: Here) -> Iterator[Problem]:
        if (self.low is None) != (self.high is None):
            there, absent = ("low", "high") if self.high is None else ("high", "low")
            yield here.problem(
                there, key=True, what=f"stands without {absent}", instead=f"add {absent}, or remove {there}"
            )
            return
        if self.low is None or self.high is None:
            return
        if self.low > self.high:
            yield here.problem("low", what=f"({self.low:g}) is above high ({self.high:g})", instead="swap them")
        elif not self.low <= self.value <= self.high:
            yield here.problem(
                "value",
                what=f"({self.value:g}) lies outside its own range {self.low:g} to {self.high:g}",
                instead="widen low..high, or change the value",
            )

    def _unit(self, here: Here) -> Iterator[Problem]:
        if "%" in self.unit or "percent" in self.unit.lower() or "procent" in self.unit.lower():
            share = f"{self.value / 100:.12g}"
            remedy = f"write a share 0..1: value: {share}, unit: share"
            yield here.problem("unit", what=f"{quoted(self.unit)} is a percentage", instead=remedy)
            return
        if self.unit not in UNITS:
            meant = meant_by(self.unit)
            instead = f"write {meant}" if meant else suggestion(self.unit, UNITS)
            yield here.problem("unit", what=f"{quoted(self.unit)} is unknown", instead=instead)
            return
        least, most = bounds_of(self.unit)
        for name in ("value", "low", "high"):
            number = getattr(self, name)
            if number is None or least <= number <= most:
                continue
            limits = f"between {least:.12g} and {most:.12g}" if most < float("inf") else f"at least {least:g}"
            percent = most == 1 and 1 < number <= 100
            remedy = (f"for {number:g} % write {number / 100:.12g}" if percent else
                      f"write a number {limits}{as_in(least, most)}")
            what = f"must be {limits} when the unit is {self.unit}; found {number:g}"
            yield here.problem(name, what=what, instead=remedy)

    def _evidence(self, here: Here) -> Iterator[Problem]:
        if self.evidence in ("assumption", "open") and self.low is None and self.high is None:
            yield here.problem(
                "evidence",
                what=f"{self.evidence} needs a range",
                why="nobody knows this number exactly",
                instead="add low: ... and high: ...",
            )
        if self.evidence == "open" and self.question is None:
            yield here.problem(
                "evidence", what="open needs a question", instead="add question: what should the room be asked?"
            )
        if self.evidence == "source":
            yield from self._rows(here)
        if self.evidence == "fact" and not self._is_fact():
            yield here.problem(
                "source",
                what=f"{quoted(self.source)} names no text we know, row or statute",
                why="a fact is something that was stated",
                instead="write a row such as WMO-001, or an article of law; or use evidence: assumption",
            )

    def _rows(self, here: Here) -> Iterator[Problem]:
        for row in [part.strip() for part in self.source.split(",")]:
            if row not in figures.rows():
                what = f"names {quoted(row)}, which is no row of figures.csv"
                yield here.problem("source", what=what, instead=figures.nearest_rows(row))

    def _is_fact(self) -> bool:
        rows = _ROW.findall(self.source)
        if rows:
            return all(row in figures.rows() for row in rows)
        return bool(_TEXT.search(self.source) or _STATUTE.search(self.source))


class InUnit:
    """Annotates a Quantity that only makes sense in certain units, the usual one first, and within bounds.

    ``price: Annotated[Quantity, InUnit("EUR/hour", "EUR/visit")]``; ``least`` and ``most`` (in whatever unit, both
    allowed themselves) are for what the model divides by, or takes a logarithm or a power of.
    """

    def __init__(self, *units: str, least: float | None = None, most: float | None = None):
        unknown = [unit for unit in units if unit not in UNITS]
        if unknown or not units:
            raise TypeError(f"unknown units: {unknown}")
        self.units, self.least, self.most = units, least, most

    def example(self, node: Node | None = None) -> str:
        return Quantity.example(node, self.units[0])

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_wrap_validator_function(self._read, handler(source))

    def _read(self, value: Any, handler: Any) -> Any:
        if isinstance(value, Scalar) and value.text:
            what = f"should be {Quantity.called}, but is only {quoted(value.text)}"
            raise refuse(what, f"write {self.example(value)}")
        made = handler(value)
        # An unknown unit is reported by the quantity itself, with a suggestion.
        if made is not None and made.unit in UNITS and made.unit not in self.units:
            known = " or ".join(self.units)
            raise refuse(f"{quoted(made.unit)} does not fit here", f"write {known}", at=("unit",))
        for name in ("value", "low", "high") if made is not None else ():
            number = getattr(made, name)
            if number is not None and self.least is not None and number < self.least:
                raise self._beyond(f"at least {self.least:g}", number, name)
            if number is not None and self.most is not None and number > self.most:
                raise self._beyond(f"at most {self.most:g}", number, name)
        return made

    def _beyond(self, limit: str, number: float, name: str) -> Exception:
        least, most = bounds_of(self.units[0])
        example = as_in(least if self.least is None else self.least, most if self.most is None else self.most)
        why = "the model cannot reckon with that"
        return refuse(f"must be {limit}; found {number:g}", f"write a number of {limit}{example}", why, (name,))


Share = Annotated[Quantity, InUnit("share")]
"""A quantity between 0 and 1 with the unit ``share``."""


def walk_quantities(record_: Any) -> Iterator[tuple[str, Quantity]]:
    """Every quantity in a record with its dotted path, in the order of fields and file.

    List items go by their id and ``sim`` is left out, as in
    ``revenue_streams.rs-cleaning.price``; the engine keys its draws by this path.
    """
    for place, part in walk(record_, whole=Quantity):
        if isinstance(part, Quantity):
            yield ".".join(place), part
