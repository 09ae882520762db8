import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.results.indicators import measure
from simcore.results.prices import COLUMNS, Price, balance, effects, read_prices, shipped
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS, TAKING
from simcore.behaviour.world import COUNTS

from .conftest import COST, GIFT, GRANT, SALE, a_lane

HEAD = ",".join(COLUMNS)


def written(tmp_path, *lines: str):
    file = tmp_path / "prices.csv"
    file.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return file


def test_the_file_that_comes_along_is_empty_and_names_what_can_have_a_price():
    assert read_prices(shipped(), INDICATORS) == ()
    rows = [line.split(",")[:3] for line in shipped().read_text(encoding="utf-8").splitlines()[1:]]
    assert rows and all(effects(INDICATORS)[effect] == unit and price == "" for effect, unit, price in rows)


def test_a_price_is_read_with_its_year_and_source(tmp_path):
    file = written(tmp_path, 'work.exits,people/year,1250.50,2013,"a report, page 3",',
                   "benefits.weeks,weeks/year,,,,waits")
    assert read_prices(file, INDICATORS) == (Price("work.exits", "people/year", 1250.5, 2013, "a report, page 3"),)


def test_every_problem_of_the_file_is_told_at_its_line_and_column_with_a_remedy(tmp_path):
    file = written(tmp_path, 'work.exts,people/year,5,2013,"a, b",', 'displacement.hours,hour,"1.000,50",13,,')
    with pytest.raises(BadInput) as error:
        read_prices(file, INDICATORS)
    found = {(one.line, one.column): one.instead for one in error.value.problems}
    assert set(found) == {(2, 1), (3, 20), (3, 25), (3, 36), (3, 39)}
    assert "work.exits" in found[2, 1] and found[3, 20] == "write hours/year" and "1250.50" in found[3, 25]


@pytest.mark.parametrize("lines, what", [
    (["work.exits,people/year,5,2013"], "columns"), (["work.exits,people/year,nan,2013,us,"], "not a number"),
    (["work.exits,people/year,5,2013,us,", "work.exits,people/year,6,2013,us,"], "two prices")])
def test_a_row_that_says_nothing_certain_is_refused(tmp_path, lines, what):
    with pytest.raises(BadInput, match=what):
        read_prices(written(tmp_path, *lines), INDICATORS)


def test_a_file_without_the_right_columns_or_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for name in ("other.csv", "nowhere.csv"):
        with pytest.raises(BadInput):
            read_prices(tmp_path / name, INDICATORS)


def test_money_is_no_effect_as_it_is_in_who_pays_and_who_gains_already():
    assert "benefits.saved" not in effects(INDICATORS) and effects(INDICATORS)["benefits.weeks"] == "weeks/year"


def test_the_balance_is_effects_by_their_price_less_what_others_pay():
    counts = np.zeros((52, 1, len(COUNTS)), np.int64)
    counts[0, 0, COUNTS.index("exits")] = 3
    last = lambda cents: [0] * 51 + [cents]  # noqa: E731
    lane = a_lane({SALE: last(9999), COST: last(0), GRANT: last(10000), GIFT: last(5000)}, weeks=52, counts=counts)
    case = Case(a_lane({}, weeks=52), lane, {TAKING: np.ones(1)}, 100, {"kp-a": "corporation"}, ("cleaning",),
                (Price("work.exits", "people/year", 200.0, 2013, "us"),
                 Price("benefits.weeks", "weeks/year", 9.0, 2013, "us")))
    found = balance(case, INDICATORS)
    assert {key: one.tolist() for key, one in found.items()} == {
        "effects": [600.0], "cost": [150.0], "balance": [450.0], "ratio": [4.0]}


def test_where_it_costs_nobody_anything_there_is_no_ratio():
    case = Case(a_lane({}), a_lane({}), {TAKING: np.ones(1)}, 100, {}, ("cleaning",),
                (Price("work.exits", "people/year", 200.0, 2013, "us"),))
    assert np.isnan(balance(case, INDICATORS)["ratio"]).all()


def test_it_is_off_without_a_file_and_says_so_when_no_price_is_filled_in(played):
    assert measure(played).absent["balance"] == "off"
    assert measure(played, ()).absent["balance"] == "unpriced"
    found = measure(played, (Price("displacement.hours", "hours/year", -20.0, 2013, "us"),))
    assert "balance" not in found.absent
    assert found.group("balance")["effects"].median == pytest.approx(-20 * found.displacement["hours"].median)
