"""A quantity says what it measures, how far it may range and how we know."""

import dataclasses
from typing import Annotated

import pytest

from simcore.errors import BadInput
from simcore.files import InUnit, Quantity, Share, compose, read, record, walk_quantities
from simcore.files.units import UNITS, bounds_of

OURS = "source: onze schatting, evidence: assumption"


def problems(text: str, kind=Quantity) -> list:
    with pytest.raises(BadInput) as caught:
        read(compose(text, "x.yaml"), kind)
    return caught.value.problems


def quantity(text: str) -> Quantity:
    return read(compose(text, "x.yaml"), Quantity)


@pytest.mark.parametrize(
    "text",
    [
        f"{{value: 12, unit: EUR/hour, low: 10, high: 15, {OURS}}}",
        "{value: 12, unit: EUR/hour, source: WMO-001, evidence: source}",
        "{value: 12, unit: EUR/hour, source: 'WMO-001, POP-003', evidence: source}",
        "{value: 13, unit: weeks, source: seed 003, evidence: fact}",
        "{value: 13, unit: weeks, source: WMO-001, evidence: fact}",
        "{value: 13, unit: weeks, source: Participatiewet art. 10a, evidence: fact}",
        "{value: 3, unit: places, low: 2, high: 5, source: ours, evidence: open, question: 'Hoeveel plekken?'}",
        f"{{value: -2, unit: logit, low: -3, high: -1, {OURS}}}",
        f"{{value: 1, unit: share, low: 1, high: 1, {OURS}}}",
    ],
)
def test_a_full_quantity_is_read(text):
    assert quantity(text).unit


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("{value: 16, unit: EUR, low: 10, high: 15, %s}" % OURS, 9, "outside its own range"),
        ("{value: 12, unit: EUR, low: 15, high: 10, %s}" % OURS, 29, "above high"),
        ("{value: 12, unit: EUR, low: 15, %s}" % OURS, 24, "stands without high"),
        ("{value: 12, unit: EUR, %s}" % OURS, 58, "needs a range"),
        ("{value: 12, unit: EUR, low: 1, high: 15, source: x, evidence: open}", 63, "needs a question"),
        ("{value: 12, unit: EUR, source: WMO-1, evidence: source}", 32, "no row"),
        ("{value: 12, unit: EUR, source: zelf bedacht, evidence: source}", 32, "no row"),
        ("{value: 12, unit: EUR, source: de gemeente zei het, evidence: fact}", 32, "names no text we know"),
        ("{value: 12, unit: EUR, source: WMO-999, evidence: fact}", 32, "names no text we know"),
        ("{value: 12, unit: euro, source: seed 003, evidence: fact}", 19, "unknown"),
        ("{value: 12, unit: '%', source: seed 003, evidence: fact}", 19, "percentage"),
        ("{value: 12, unit: share, source: seed 003, evidence: fact}", 9, "between 0 and 1"),
        ("{value: -1, unit: weeks, source: seed 003, evidence: fact}", 9, "at least 0"),
    ],
)
def test_a_quantity_that_cannot_be_is_refused_at_the_part_that_is_wrong(text, column, words):
    (problem,) = problems(text)
    assert (problem.line, problem.column) == (1, column)
    assert words in problem.what and problem.instead or "at least" in words


def test_a_row_written_short_gets_the_row_that_was_meant():
    assert problems("{value: 1, unit: EUR, source: wmo-1, evidence: source}")[0].instead.startswith(
        "did you mean WMO-001 ("
    )
    assert "rows of this kind" in problems("{value: 1, unit: EUR, source: WMO-999, evidence: source}")[0].instead


def test_a_bare_number_gets_the_full_form_with_that_number_in_it():
    (problem,) = problems("a: 0.3", dict[str, Share])
    assert problem.instead.startswith("write {value: 0.3, unit: share, low: 0.24, high: 0.36,")
    read(compose("a: " + problem.instead.removeprefix("write "), "x.yaml"), dict[str, Share])


def test_a_quantity_may_be_held_to_certain_units():
    price = Annotated[Quantity, InUnit("EUR/hour", "EUR/visit")]
    (problem,) = problems("a: {value: 1, unit: weeks, source: seed 003, evidence: fact}", dict[str, price])
    assert problem.column == 21 and problem.instead == "write EUR/hour or EUR/visit"
    with pytest.raises(TypeError):
        InUnit("euros")


def test_a_quantity_made_in_python_keeps_the_same_rules():
    good = Quantity(value=0.2, unit="share", source="seed 003", evidence="fact")
    assert not good.ranged
    with pytest.raises(BadInput, match="between 0 and 1"):
        dataclasses.replace(good, value=2.0)


def test_only_a_range_with_a_width_is_drawn():
    assert quantity(f"{{value: 1, unit: EUR, low: 0, high: 2, {OURS}}}").ranged
    assert not quantity(f"{{value: 1, unit: EUR, low: 1, high: 1, {OURS}}}").ranged


def test_quantities_are_walked_in_file_order_by_id_and_without_sim():
    @record
    class Sim:
        price: Quantity
        cost: Quantity | None = None

    @record
    class Item:
        id: str
        sim: Sim | None = None

    @record
    class Model:
        rent: Quantity
        items: tuple[Item, ...] = ()
        other: dict[str, Quantity] = {}

    one = "{value: 1, unit: EUR, source: seed 003, evidence: fact}"
    text = f"""
items:
  - {{id: b, sim: {{cost: {one}, price: {one}}}}}
  - {{id: a, sim: {{price: {one}}}}}
other: {{z: {one}, y: {one}}}
rent: {one}
"""
    found = [path for path, _ in walk_quantities(read(compose(text, "x.yaml"), Model))]
    assert found == ["rent", "items.b.price", "items.b.cost", "items.a.price", "other.z", "other.y"]


def test_every_unit_stands_once_and_only_shares_end_at_one():
    assert len(UNITS) == len(set(UNITS))
    assert {unit for unit in UNITS if bounds_of(unit)[1] == 1} == {u for u in UNITS if u.startswith("share")}


@pytest.mark.parametrize(("text", "column", "words"), [
    ("{value: 0, unit: weeks, source: seed 003, evidence: fact}", 9, "value must be at least 1; found 0"),
    ("{value: 9, unit: weeks, source: seed 003, evidence: fact}", 9, "value must be at most 8; found 9"),
    ("{value: 2, unit: weeks, low: 0.5, high: 3, %s}" % OURS, 30, "low must be at least 1; found 0.5"),
    ("{value: 2, unit: weeks, low: 1, high: 8.5, %s}" % OURS, 39, "high must be at most 8; found 8.5")])
def test_a_field_may_bound_its_quantity_with_its_range(text, column, words):
    (problem,) = problems(text, Annotated[Quantity, InUnit("weeks", least=1, most=8)])
    assert words in problem.what and problem.column == column and problem.instead.startswith("write a number of at ")
