"""A study for other programs: numbers as numbers, text as text and never as a formula, the same bytes each time."""

import csv

import numpy as np
import pytest
from openpyxl import load_workbook
from pyarrow.parquet import read_table

from simcore.errors import Environment
from simcore.experiments.block import Block, Size
from simcore.experiments.case import Case
from simcore.experiments.exporting import HEAD, quarters, series_as_csv, series_as_parquet, table_as_parquet, workbook
from simcore.experiments.folder import rows, write_table
from simcore.experiments.runner import Runs
from simcore.experiments.store import Run


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "points: all.csv"
    write_table(file, ["model", "value"], [["a", 1.25], ["=1+1", float("nan")], ["007", -3], ["\u0007x", 1e7]])
    return file


@pytest.fixture
def asked():
    """Two runs of half a year, and one that failed."""
    block = Block(Case("haarlems_gemak"), (0, 1, 2), Size(1, 26, 300, False))
    series = np.arange(6.0).reshape(2, 3)
    return [Runs(block, [Run("a", {}, series, 0.0), Run("b", {}, None, 0.0, "odd"), Run("c", {}, series + 0.5, 0.0)])]


def test_a_workbook_has_a_sheet_for_each_table_and_no_formula(table, tmp_path):
    workbook(tmp_path / "x.xlsx", [table], "2026-11-22")
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["points- all"]
    cells = list(book.active.iter_rows())
    assert [[one.value for one in row] for row in cells] == [["model", "value"], ["a", 1.25], ["=1+1", None],
                                                              ["007", -3], ["·x", 1e7]]
    assert "f" not in {one.data_type for row in cells for one in row}


def test_a_workbook_has_the_same_bytes_each_time(table, tmp_path):
    import time

    workbook(tmp_path / "x.xlsx", [table], "2026-11-22")
    time.sleep(2.1)                                     # a zip counts in steps of two seconds
    workbook(tmp_path / "y.xlsx", [table], "2026-11-22")
    assert (tmp_path / "x.xlsx").read_bytes() == (tmp_path / "y.xlsx").read_bytes()


def test_quarters_are_those_of_the_runs_that_lived_by_their_number(asked, tmp_path):
    every = list(quarters(rows(asked)))
    assert every == [[1, 1, 0, 1, 2], [1, 2, 3, 4, 5], [3, 1, 0.5, 1.5, 2.5], [3, 2, 3.5, 4.5, 5.5]]
    series_as_csv(tmp_path / "x.csv", rows(asked))
    with open(tmp_path / "x.csv", encoding="utf-8", newline="") as stream:
        head, *body = csv.reader(stream)
    assert head == HEAD and [[float(one) for one in row] for row in body] == every
    series_as_parquet(tmp_path / "x.parquet", rows(asked))
    there = read_table(tmp_path / "x.parquet")
    assert there.column_names == HEAD and list(zip(*(column.to_pylist() for column in there.columns))) == [
        tuple(row) for row in every]


def test_a_study_without_quarters_is_an_empty_table(tmp_path):
    series_as_parquet(tmp_path / "x.parquet", [])
    assert read_table(tmp_path / "x.parquet").num_rows == 0


def test_a_table_becomes_parquet_with_its_numbers_as_numbers(table, tmp_path):
    table_as_parquet(tmp_path / "x.parquet", table)
    assert read_table(tmp_path / "x.parquet")["value"].to_pylist() == [1.25, None, -3, 1e7]


@pytest.mark.parametrize("package, extra", [("openpyxl", "xlsx"), ("pyarrow", "parquet")])
def test_without_the_package_it_says_which_to_install(table, asked, tmp_path, monkeypatch, package, extra):
    import sys

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Environment, match=rf"{package}.*simwijk\[{extra}\]"):
        if extra == "xlsx":
            workbook(tmp_path / "x.xlsx", [table], "2026-11-22")
        else:
            series_as_parquet(tmp_path / "x.parquet", rows(asked))
    assert not (tmp_path / "x.xlsx").exists()
