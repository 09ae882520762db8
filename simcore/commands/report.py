"""``simwijk report``: write the answer of a study anew, with its page, pictures and tables; nothing is played."""

from pathlib import Path

from simcore.commands.sweep import command_of, finished, said
from simcore.errors import BadInput, Problem


def report(*, folder: Path, file: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    """Write and say what was found. Raises BadInput where runs are missing, ReplicationsFailed when some had failed."""
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
