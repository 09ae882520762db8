"""A study given to other programs by the command: each table a sheet, numbers as numbers, text never a formula; the
quarters of every run, as CSV or as Parquet."""

import csv
import shutil
import sys

import pytest
from openpyxl import load_workbook
from pyarrow.parquet import read_table

from simcore.experiments import exporting
from simcore.experiments.folder import store_in, write_table


def table(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def number(text):
    """A cell of a table as a program means it."""
    try:
        return None if text == "" else float(text) if text.lstrip("-") not in ("inf", "nan") else text
    except ValueError:
        return text


def test_the_workbook_has_a_sheet_for_each_table_with_its_numbers_as_numbers(folder, here, simwijk):
    text = simwijk("export", folder)
    assert here == [] and str(folder / "export/tiny.xlsx") in text and str(folder / "export/quarters.csv") in text
    book = load_workbook(folder / "export/tiny.xlsx")
    files = sorted((folder / "tables").glob("*.csv"))
    assert book.sheetnames == [one.stem for one in files] == ["points", "runs"]
    for file, sheet in zip(files, book):
        rows = [[number(text) for text in row] for row in table(file)]
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == rows
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"n", "s"}
    assert book["runs"].max_row == 13 and isinstance(book["runs"]["A2"].value, (int, float))


def test_text_that_looks_like_a_formula_stays_text(folder, simwijk):
    odd = ["=1+1", "+31 23", "-2 tot 3", "@SUM(A1)", "\tx", "1e5", "0012", "1,5", "2013-01-07", "TRUE"]
    write_table(folder / "tables/odd.csv", ["text"], [[one] for one in odd])
    simwijk("export", folder)
    cells = [row[0] for row in load_workbook(folder / "export/tiny.xlsx")["odd"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [one.replace("\t", " ") for one in odd]
    assert {cell.data_type for cell in cells} == {"s"}


def test_quarters_are_those_of_every_run_and_parquet_has_the_same_numbers(folder, simwijk):
    simwijk("export", folder, "--out", "a")
    text = simwijk("export", folder, "--out", "b", "--parquet")
    head, *rows = table("a/quarters.csv")
    assert head == ["run", "quarter", "result", "cash", "alive"] and len(rows) == 12
    with store_in(folder) as store:
        cash = sorted(round(float(run.series[0, 1]), 6) for run in store.every())
    assert cash == sorted(float(row[3]) for row in rows)
    quarters, runs = read_table("b/quarters.parquet"), read_table("b/runs.parquet")
    assert quarters.column_names == head and runs.num_rows == 12
    assert [[round(float(value), 6) for value in row.values()] for row in quarters.to_pylist()] == [
        [float(one) for one in row] for row in rows]
    first = dict(zip(*table(folder / "tables/runs.csv")[:2]))
    assert runs["money.result"].to_pylist()[0] == float(first["money.result"])
    assert runs["model"].to_pylist()[0] == first["model"] == "haarlems_gemak"
    assert all(name in text for name in ("tiny.xlsx", "quarters.parquet", "runs.parquet"))


def test_it_is_the_same_to_the_byte_each_time_and_replaces_an_earlier_one(folder, simwijk, exported):
    simwijk("export", folder)
    first = exported(folder / "export")
    (folder / "export/tiny.xlsx").write_bytes(b"cut off")
    simwijk("export", folder)
    assert exported(folder / "export") == first and set(first) == {"tiny.xlsx", "quarters.csv"}


@pytest.mark.parametrize("package, more, extra, lang, words", [
    ("openpyxl", (), "xlsx", "en", "a workbook needs the package openpyxl"),
    ("pyarrow", ("--parquet",), "parquet", "nl", "voor Parquet is het pakket pyarrow nodig")])
def test_without_the_package_it_says_which_to_install_and_leaves_nothing(folder, simwijk, monkeypatch, package, more,
                                                                        extra, lang, words):
    monkeypatch.setitem(sys.modules, package, None)
    text = simwijk("export", folder, "--out", "given", *more, code=4, lang=lang)
    assert words in text and f"pip install 'simwijk[{extra}]'" in text
    assert not (folder.parents[1] / "given").exists()


def test_a_table_longer_than_a_sheet_is_refused_and_parquet_goes(folder, simwijk, monkeypatch):
    monkeypatch.setattr(exporting, "MANY", 13)
    simwijk("export", folder)
    monkeypatch.setattr(exporting, "MANY", 12)
    text = simwijk("export", folder, "--out", "long", code=4)
    assert "runs.csv: has more rows than a sheet of a workbook; give --parquet" in text
    text = simwijk("export", folder, "--out", "long", "--parquet")
    assert read_table("long/runs.parquet").num_rows == 12


def test_a_study_that_has_not_ended_or_is_none_is_refused(folder, tmp_path, simwijk):
    shutil.rmtree(folder / "tables")
    assert "has no tables yet" in simwijk("export", folder, code=2) and not (folder / "export").exists()
    assert "holds no study" in simwijk("export", tmp_path / "nowhere", code=2)
