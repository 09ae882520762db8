"""``simwijk export``: give a study to other programs, as a workbook and the quarters of its runs."""

from pathlib import Path

import click

from simcore.errors import BadInput, Problem


def export(folder: Path, out: Path | None, file: str | None, parquet: bool, lang: str) -> None:
    """Write the files beside the study, or in a folder that is named; those of an earlier time are replaced."""
    from simcore.experiments import exporting
    from simcore.experiments import folder as study
    from simcore.experiments.replayed import replayed
    from simcore.show.words import Words

    out, words = out or folder / "export", Words(lang)
    tables = sorted((folder / study.TABLES).glob("*.csv"))
    if not tables:
        raise BadInput(Problem(str(folder), 0, 0, "has no tables yet", instead="let simwijk sweep end first"))
    with study.looked_at(folder, file) as one:
        asked, made = replayed(one).asked, study.made_on(one.store)
        name = one.experiment.question.experiment
    files = [out / f"{name}.xlsx", out / ("quarters.parquet" if parquet else "quarters.csv")]
    exporting.workbook(files[0], tables, made)
    (exporting.series_as_parquet if parquet else exporting.series_as_csv)(files[1], study.rows(asked))
    if parquet:
        files.append(out / "runs.parquet")
        exporting.table_as_parquet(files[2], folder / study.TABLE)
    click.echo("\n".join([words("experiment.exported"), *(f"  {one}" for one in files)]))
