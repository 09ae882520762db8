"""``simwijk export``: give a study to other programs, as a workbook and the quarters of its runs."""

from pathlib import Path

import click

from simcore.errors import BadInput, Environment, Problem


def export(folder: Path, out: Path | None, file: str | None, parquet: bool, lang: str) -> None:
    """Write the files beside the study, or in a folder that is named; those of an earlier time are replaced.

    Raises Environment when a package is missing, or a table has more rows than a sheet: with ``parquet`` it is left to
    a file of its own.
    """
    from simcore.experiments import exporting
    from simcore.experiments import folder as study
    from simcore.experiments.replayed import replayed
    from simcore.show.words import Words

    out, words = out or folder / "export", Words(lang)
    with study.looked_at(folder, file) as one:
        tables = sorted((folder / study.TABLES).glob("*.csv"))
        if not tables:
            raise BadInput(Problem(str(folder), 0, 0, "has no tables yet", instead="let simwijk sweep end first"))
        long = [table for table in tables if not exporting.fits(table)]
        if long and not parquet:
            raise Environment(f"{long[0]}: has more rows than a sheet of a workbook; give --parquet")
        for package in (exporting.BOOKS, exporting.PARQUET)[:1 + parquet]:
            exporting.needed(package)
        asked, made = replayed(one).asked, study.made_on(one.store)
        name = one.experiment.question.experiment
    files = [out / f"{name}.xlsx", out / ("quarters.parquet" if parquet else "quarters.csv")]
    exporting.workbook(files[0], [one for one in tables if one not in long], made)
    (exporting.series_as_parquet if parquet else exporting.series_as_csv)(files[1], study.rows(asked))
    for table in dict.fromkeys([folder / study.TABLE, *long]) if parquet else ():
        files.append(out / f"{table.stem}.parquet")
        exporting.table_as_parquet(files[-1], table)
    click.echo("\n".join([words("experiment.exported"), *(f"  {one}" for one in files)]))
