from pathlib import Path

import pytest

from simcore.canvas import load
from simcore.canvas.named import find, leaning_on, named, row_of, rows_in, where
from simcore.plugin.activating import activate


@pytest.fixture(scope="module")
def spec():
    return load("haarlems_gemak")


@pytest.fixture(scope="module")
def plugins(spec):
    return activate(spec, ["wmo_cut"])


@pytest.fixture(scope="module")
def numbers(spec, plugins):
    return named(spec, plugins)


def test_numbers_are_those_of_canvas_neighbourhood_and_plugins_that_take_part(numbers):
    assert {"revenue_streams.rs-cleaning.price", "neighbourhood.ties.contact", "plugins.wmo_cut.cut"} <= set(numbers)


@pytest.mark.parametrize("name, found", [
    ("neighbourhood.ties.contact", ["neighbourhood.ties.contact"]), ("ties.contact", ["neighbourhood.ties.contact"]),
    ("cleaning.price", []),
    ("RS-Cleaning.Price", ["revenue_streams.rs-cleaning.price"]), ("contac", []), ("", []), (".", [])])
def test_a_number_goes_by_its_path_or_an_end_of_it(numbers, name, found):
    assert find(numbers, name) == found


def test_a_name_that_ends_several_paths_gives_them_all(numbers):
    assert len(find(numbers, "price")) > 5


@pytest.mark.parametrize("path", ["revenue_streams.rs-cleaning.price", "neighbourhood.ties.contact",
                                  "neighbourhood.wmo.contribution_least.0.value", "simwijk.stop.window"])
def test_a_number_stands_at_the_line_and_column_that_is_named(spec, numbers, path):
    file, line, column = where(spec, path).rsplit(":", 2)
    assert Path(file).is_file()
    text = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1:]
    assert text.startswith("{value: ") and float(text.removeprefix("{value: ").split(",")[0]) == numbers[path].value


def test_what_a_plugin_brings_stands_in_its_source(spec, plugins):
    file, line, _ = where(spec, "plugins.wmo_cut.cut", plugins).rsplit(":", 2)
    assert Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip().startswith("cut: Quantity")


def test_a_row_of_the_figures_file_leads_to_the_numbers_that_lean_on_it_and_back(numbers):
    assert row_of("mkt-011").id == "MKT-011" and row_of("MKT-999") is None
    mine = leaning_on(numbers, "MKT-011")
    assert "revenue_streams.rs-cleaning.price" in mine
    assert all("MKT-011" in [row.id for row in rows_in(numbers[path])] for path in mine)
