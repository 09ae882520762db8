"""``simwijk validate``: limits with an answer on paper, relations under the same luck, published patterns."""

import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simcore.show.words import Words
    from simcore.studies.validation.report import Report

PAGE, VALUES = "validation.md", "validation.json"
FAILS = 3                            # exit code when a limit or a relation does not hold


def validate(quick: bool, lang: str, out: Path | None, write: Path | None, jobs: int | None, as_json: bool) -> int:
    """Try everything and say what was found. Gives the exit code: 0, or FAILS."""
    from simcore.results.folder import claimed
    from simcore.show.words import Words

    words = Words(lang)
    if out is None:
        report = tried(words, quick, jobs, as_json)
    else:
        with claimed(out, "validation") as folder:                 # before the work begins
            report = tried(words, quick, jobs, as_json)
            keep(report, words, folder)
    if write:
        keep_page(report, words, write)

    from simcore.show.terminal import printable
    from simcore.show.validation import said

    text = json.dumps(report.as_dict(), ensure_ascii=False, indent=1) if as_json else said(report, words)
    click.echo(printable(text, sys.stdout.encoding))
    return 0 if report.holds else FAILS


def tried(words: "Words", quick: bool, jobs: int | None, silent: bool) -> "Report":
    """Everything, tried."""
    from simcore.commands.run import progress
    from simcore.studies.validation.report import validate as try_all

    with redirect_stdout(sys.stderr), progress(words("working"), silent) as tell:
        return try_all(quick, jobs, tell)


def keep(report: "Report", words: "Words", folder: Path) -> None:
    """The page and the values in a folder."""
    from simcore.results.folder import write_json

    keep_page(report, words, folder / PAGE)
    write_json(folder / VALUES, report.as_dict())


def keep_page(report: "Report", words: "Words", file: Path) -> None:
    """The page, over an older one."""
    from simcore.results.folder import whole
    from simcore.show.validation import page

    with whole(file) as stream:
        stream.write(page(report, words))
