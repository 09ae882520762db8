"""Gives a study to other programs: a workbook with a sheet for each table, and the quarters of every run."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from simcore.errors import Environment, printable
from simcore.experiments.folder import Row, shown
from simcore.experiments.measured import SERIES
from simcore.results.folder import whole

BOOKS, PARQUET = "openpyxl", "pyarrow"              # packages that write these
NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?$")
NAME, NOT_IN_A_NAME = 31, re.compile(r"[\[\]:*?/\\]")        # of a sheet
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
MANY = 1_048_576                                   # rows of a sheet


def workbook(file: Path, tables: Sequence[Path], day: str) -> None:
    """Tables in CSV as sheets of one workbook, the same bytes each time; ``day`` is when the study was made.

    Raises Environment when openpyxl is missing. No table may have more rows than a sheet (``fits``).
    """
    needed(BOOKS)
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(NOT_IN_A_NAME.sub("-", table.stem)[:NAME])
        with open(table, encoding="utf-8", newline="") as stream:
            for row in csv.reader(stream):
                sheet.append([cell_of(sheet, text, WriteOnlyCell) for text in row])
    with whole(file, "wb") as stream:
        book.save(stream)
    without_time(file, day)


def fits(table: Path) -> bool:
    """Whether a table in CSV has no more rows than a sheet of a workbook."""
    with open(table, encoding="utf-8", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) <= MANY


def cell_of(sheet: Any, text: str, cell: type) -> Any:
    """A number as a number, nothing as nothing, all else as text; never as a formula, whatever it begins with."""
    if not text:
        return None
    if NUMBER.match(text):
        return float(text)
    one = cell(sheet, printable(text[1:] if text[:1] == "'" else text))
    one.data_type = "s"
    return one


def without_time(file: Path, day: str) -> None:
    """Write a workbook again with the day of the study in the place of the time at which it was written."""
    with zipfile.ZipFile(file) as old:
        parts = {name: STAMP.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode(), old.read(name))
                 for name in sorted(old.namelist())}
    with whole(file, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in parts.items():
            new.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def quarters(rows: Iterable[Row]) -> Iterator[list[object]]:
    """A row for each quarter of each run that lived: the number of the run, the quarter, what is kept of it."""
    for row in rows:
        for n, values in enumerate(row.run.series if row.run.series is not None else (), 1):
            yield [row.number, n, *map(float, values)]


HEAD = ["run", "quarter", *SERIES]


def series_as_csv(file: Path, rows: Iterable[Row]) -> None:
    """The quarters of every run as CSV."""
    with whole(file) as stream:
        table = csv.writer(stream)
        table.writerow(HEAD)
        table.writerows([shown(one) for one in row] for row in quarters(rows))


def series_as_parquet(file: Path, rows: Iterable[Row]) -> None:
    """The same as Parquet; Environment when pyarrow is missing."""
    needed(PARQUET)
    import pyarrow

    columns = list(zip(*quarters(rows))) or [() for _ in HEAD]
    kinds = [pyarrow.int64(), pyarrow.int64(), *(pyarrow.float64() for _ in SERIES)]
    write(file, pyarrow.table([pyarrow.array(column, kind) for column, kind in zip(columns, kinds)], names=HEAD))


def table_as_parquet(file: Path, table: Path) -> None:
    """A table in CSV as Parquet; columns that hold only numbers are numbers. Environment when pyarrow is missing."""
    needed(PARQUET)
    from pyarrow.csv import read_csv

    write(file, read_csv(table))


def write(file: Path, table: Any) -> None:
    """A table of pyarrow, whole or not at all."""
    from pyarrow.parquet import write_table

    with whole(file, "wb") as stream:
        write_table(table, stream)


def needed(package: str) -> None:
    """Raises Environment when a package that writes such files is missing."""
    try:
        import_module(package)
    except ImportError as error:
        raise Environment("a workbook needs the package openpyxl: pip install 'simwijk[xlsx]'" if package == BOOKS else
                          "Parquet needs the package pyarrow: pip install 'simwijk[parquet]'") from error
