"""``simwijk merge``: put studies of one question together, and answer it from their runs; nothing is played."""

from pathlib import Path

import click

from simcore.commands.sweep import command_of, finished, said


def merge(*, studies: tuple[Path, ...], out: Path, file: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    """Merge and say what was found, or what is missing. Raises RunsFailed when some runs had failed."""
    from simcore.experiments import folder as study
    from simcore.experiments.merging import alike, taken_in
    from simcore.experiments.replayed import replayed
    from simcore.show.words import Words

    words = Words(lang)
    alike(studies)
    with study.looked_at(studies[0], file) as first:
        asked, runs_at_most = first.experiment, first.store.about()["most_of_all"]
    with study.opened(out, asked, instead="name another folder with --out") as store:
        store.say({"most": runs_at_most, "most_of_all": runs_at_most})
        taken_in(store, studies)
        again = replayed(study.Study(out, store, asked, (0, 1)))
        if again.missing:
            click.echo(words("experiment.missing", n=again.missing, command=study.going_on(store.about(), out)))
        else:
            done = finished(out, asked, again.found, again.asked, store, (0, 1), words, command_of(asked))
            said(done, as_json, quiet)
