"""``simwijk report``: one page that tells all of a run or a comparison; of a study its whole answer, written anew."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcore.commands.sweep import command_of, finished, said
from simcore.errors import BadInput, Problem


if TYPE_CHECKING:
    from simcore.show.words import Words
    from simcore.studies.compare import Comparison

PAGE = "report.html"
LINES = 15                          # of the diary of each model


def report(*, folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool, handout: bool) -> None:
    """Write and say what was found; BadInput for a folder that holds nothing of ours."""
    from simcore.experiments.folder import RUNS
    from simcore.studies.kept import is_comparison, is_run

    if is_comparison(folder) or is_run(folder):
        of_a_result(folder, file, lang, as_json, quiet, handout)
    elif (folder / RUNS).is_file():
        of_a_study(folder, file, lang, as_json, quiet, handout)
    else:
        raise BadInput(Problem(str(folder), 0, 0, "holds no study, run or comparison",
                               instead="name a folder that simwijk run, compare or sweep has made"))


def of_a_result(folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool, handout: bool) -> None:
    """The page of a run or a comparison, in its folder, and its hand-out when that is asked for.

    Only the typical course of each model is played again, for its diary.
    """
    from simcore.commands.diary import highlights
    from simcore.results.folder import whole
    from simcore.show.comparison import answers
    from simcore.show.page.report import report as page_of
    from simcore.show.words import Words, printable
    from simcore.studies.kept import as_dict, folders_in, laid_out

    if file is not None:
        raise BadInput(Problem("--file", 0, 0, "says nothing for a run or a comparison",
                               "it is the file of an experiment", "leave it out"))
    words = Words(lang)
    found = laid_out(folder)
    facts = {key: highlights(one, words, LINES, quiet or as_json) for key, one in folders_in(folder).items()}
    with whole(folder / PAGE) as stream:
        stream.write(page_of(found, facts, lang))
    paper = handed_out(folder, found, words) if handout else None
    if as_json:
        text = json.dumps({"folder": str(folder), "page": str(folder / PAGE), "handout": paper and str(paper),
                           **as_dict(found)}, ensure_ascii=False, indent=1)
    else:
        files = [words("paper.written", file=one) for one in (folder / PAGE, paper) if one]
        hint = [words("handout.print")] if paper and paper.suffix == ".html" else []
        text = "\n".join([*answers(found, words), *files, *hint])
    click.echo(printable(text, sys.stdout.encoding))


def handed_out(folder: Path, found: "Comparison", words: "Words") -> Path:
    """The hand-out as a PDF, or without Typst as a page that prints as one."""
    from simcore.canvas import load
    from simcore.results.folder import whole
    from simcore.results.write import MODEL, PLACE
    from simcore.show.page.page import Page
    from simcore.show.page.poster import document
    from simcore.show.paper.handout import changes, handout
    from simcore.show.paper.typeset import printed
    from simcore.studies.kept import folders_in

    where, changed = folders_in(folder), {}
    for entry in found.entries:
        if entry.changes:                                # the folder has the file as it was, and what was set in it
            old = load(where[entry.key] / MODEL, [], where[entry.key] / PLACE)
            changed[entry.key] = changes(Page(found, words), entry.key, old, entry.spec)
    form, data = printed("handout.typ", handout(found, words, changed), document)
    with whole(folder / f"handout.{form}", "wb") as stream:
        stream.write(data)
    return folder / f"handout.{form}"


def of_a_study(folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool, handout: bool) -> None:
    """Its answer, page, pictures and tables; nothing is played.

    Raises BadInput where runs are missing, RunsFailed when some had failed.
    """
    from simcore.experiments import folder as study
    from simcore.experiments.holding import held
    from simcore.experiments.replayed import replayed
    from simcore.show.words import Words

    with study.looked_at(folder, file) as one, held(folder):
        if handout:
            raise BadInput(Problem("--handout", 0, 0, "says nothing for a study",
                                   "a hand-out is of a run or a comparison", "leave it out"))
        if one.part[1] > 1:
            raise BadInput(Problem(
                str(folder), 0, 0, f"is part {study.said_of(one.part)} of a study, and has no answer by itself",
                instead="put the parts together: simwijk merge"))
        again = replayed(one)
        if again.missing:
            raise BadInput(Problem(
                str(folder), 0, 0, f"lacks courses that its answer needs: at least {again.missing}",
                "this command plays nothing", f"go on with: {study.going_on(one.store.about(), folder)}"))
        study.write_question(folder, one.experiment)
        done = finished(folder, one.experiment, again.found, again.asked, one.store, one.part, Words(lang),
                        command_of(one.experiment))
    said(done, as_json, quiet)
