"""What an effect is held to be worth: a dated file of prices, shipped empty, and the balance that follows from it.

A price comes from whoever fills it in, with its year and source. Without prices there is no balance: who pays and who
gains is never one score by itself.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simcore.canvas.bundled import folder
from simcore.errors import BadInput, Problem, quoted
from simcore.files import suggestion
from simcore.results.bands import per_year, ratio
from simcore.results.parties import cells
from simcore.results.registry import Case, Indicator

COLUMNS = ["effect", "unit", "price", "year", "source", "note"]
DEADWEIGHT = 0.0                 # effects are differences with doing nothing: nothing would have come about anyway
PAYERS = {"municipality", "treasury"}                # whose money it costs, beside the partners


@dataclass(frozen=True)
class Price:
    """EUR of a certain ``year`` for one ``unit`` of an ``effect``, and who says so."""
    effect: str
    unit: str
    price: float
    year: int
    source: str
    note: str = ""


def shipped() -> Path:
    """The file that comes along, which holds no price."""
    return folder() / "prices.csv"


def read_prices(path: Path, indicators: Mapping[str, Indicator]) -> tuple[Price, ...]:
    """The prices that are filled in; rows without one wait. BadInput with every problem of the file."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error.strerror or error).lower()
        raise BadInput(Problem(str(path), 0, 0, "the prices cannot be read", why,
                               f"name a file like {shipped()}")) from error
    rows = list(csv.reader(lines))
    if not rows or rows[0] != COLUMNS:
        raise BadInput(Problem(str(path), 1, 1, "the first line does not name the columns",
                               instead=f"write {','.join(COLUMNS)}", source_line=lines[0] if lines else ""))
    problems, found = [], []
    for n, cells_ in enumerate(rows[1:], start=2):
        if not any(cells_) or (len(cells_) == len(COLUMNS) and not cells_[2].strip()):
            continue
        line = lines[n - 1] if n <= len(lines) else ""
        wrong = list(problems_of(cells_, indicators))
        problems += [Problem(str(path), n, column(line, at), what, why, instead, line)
                     for at, what, why, instead in wrong]
        if not wrong:
            effect, unit, price, year, source, note = (one.strip() for one in cells_)
            found.append(Price(effect, unit, float(price), int(year), source, note))
    for effect in {one.effect for one in found if sum(one.effect == other.effect for other in found) > 1}:
        problems.append(Problem(str(path), 0, 0, f"{quoted(effect)} has two prices", instead="leave one"))
    if problems:
        raise BadInput(problems)
    return tuple(found)


def column(line: str, cell: int) -> int:
    """Where in a line, from 1, a cell begins; a comma between quotation marks begins none."""
    starts, quoted_ = [1], False
    for at, character in enumerate(line, start=1):
        quoted_ ^= character == '"'
        if character == "," and not quoted_:
            starts.append(at + 1)
    return starts[min(cell, len(starts) - 1)]


def effects(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """What can have a price, with its unit: every figure that is a difference and is no money already."""
    return {f"{one.key}.{figure.key}": figure.unit for one in indicators.values() for figure in one.figures
            if figure.difference and not figure.unit.startswith("EUR")}


def problems_of(row: list[str], indicators: Mapping[str, Indicator]):
    """(column, what, why, instead) of everything that is wrong in a row with a price."""
    if len(row) != len(COLUMNS):
        yield (0, f"there are {len(row)} columns, not {len(COLUMNS)}", "",
               "put a text with a comma between quotation marks")
        return
    known, (effect, unit, price, year, source, _) = effects(indicators), (one.strip() for one in row)
    if effect not in known:
        yield 0, f"unknown effect {quoted(effect)}", "", suggestion(effect, list(known))
    elif unit != known[effect]:
        yield (1, f"the unit of {effect} is not {quoted(unit)}", "a price is for one unit of the effect",
               f"write {known[effect]}")
    if not is_number(price):
        yield 2, f"{quoted(price)} is not a number", "", "write euros with a point, as in 1250.50, or leave it empty"
    if not (year.isdigit() and len(year) == 4):
        yield (3, f"{quoted(year)} is no year", "a price without its year says nothing",
               "write the year of these euros, as in 2013")
    if not source:
        yield (4, "the price has no source", "a price is somebody's judgement",
               "say who holds this price, and where that is written")


def is_number(text: str) -> bool:
    """Whether a text is one finite number."""
    try:
        return bool(np.isfinite(float(text))) and "_" not in text
    except ValueError:
        return False


def balance(case: Case, indicators: Mapping[str, Indicator]) -> dict[str, np.ndarray]:
    """EUR a year (R,): effects by their prices, what it costs those who pay, what is left, and how many times the cost.

    The ratio is no number where it costs nothing.
    """
    found: dict[str, dict[str, np.ndarray]] = {}
    total = np.zeros(case.lane.replications)
    for one in case.prices or ():
        key, _, figure = one.effect.partition(".")
        values = found.setdefault(key, indicators[key].values(case))
        if figure in values:
            total = total + np.nan_to_num(values[figure]) * (1 - DEADWEIGHT) * one.price
    cost = np.zeros(case.lane.replications, np.int64)
    payers = PAYERS | set(case.partners.values())
    for (party, _), parts in cells(case.nothing, case.lane, case.partners).items():
        if party in payers:
            cost = cost - sum(part.cents for part in parts)
    cost = per_year(cost / 100, case.lane.flows.shape[0])
    return {"effects": total, "cost": cost, "balance": total - cost, "ratio": ratio(total, np.where(cost > 0, cost, 0))}
