"""``simwijk report``: one page that tells all of a run or a comparison; of a study its whole answer, written anew."""

import json
import sys
from pathlib import Path

import click

from simcore.commands.sweep import command_of, finished, said
from simcore.errors import BadInput, Problem


PAGE = "report.html"
LINES = 15                          # of the diary of each model


def report(*, folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    """Write and say what was found; BadInput for a folder that holds nothing of ours."""
    from simcore.studies.kept import is_comparison, is_run

    if is_comparison(folder) or is_run(folder):
        of_a_result(folder, file, lang, as_json, quiet)
    else:
        of_a_study(folder, file, lang, as_json, quiet)


def of_a_result(folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    """The page of a run or a comparison, in its folder; only the typical course is played again, for its diary."""
    from simcore.commands.diary import highlights
    from simcore.results.folder import whole
    from simcore.show.comparison import answers
    from simcore.show.page.report import report as page_of
    from simcore.show.words import Words, printable
    from simcore.studies.kept import as_dict, folders_in, laid_out

    if file is not None:
        raise BadInput(Problem("--file", 0, 0, "says nothing for a run or a comparison", "it is the file of an experiment",
                               "leave it out"))
    words = Words(lang)
    found = laid_out(folder)
    facts = {key: highlights(one, words, LINES, quiet or as_json) for key, one in folders_in(folder).items()}
    with whole(folder / PAGE) as stream:
        stream.write(page_of(found, facts, lang))
    if as_json:
        text = json.dumps({"folder": str(folder), "page": str(folder / PAGE), **as_dict(found)}, ensure_ascii=False,
                          indent=1)
    else:
        text = "\n".join([*answers(found, words), words("paper.written", file=folder / PAGE)])
    click.echo(printable(text, sys.stdout.encoding))


def of_a_study(folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    """Its answer, page, pictures and tables; nothing is played.

    Raises BadInput where runs are missing, ReplicationsFailed when some had failed.
    """
    from simcore.experiments import folder as study
    from simcore.experiments.holding import held
    from simcore.experiments.replayed import replayed
    from simcore.show.words import Words

    with study.looked_at(folder, file) as one, held(folder):
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
