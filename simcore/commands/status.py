"""``simwijk status``: how far a study is, also while it is being played."""

from pathlib import Path

import click


def status(folder: Path, lang: str) -> None:
    """Say how many runs are there of how many, how long they took, and whether a process is at it."""
    from simcore.commands.sweep import duration
    from simcore.experiments import folder as study
    from simcore.experiments.holding import is_held
    from simcore.experiments.store import DONE, FAILED
    from simcore.show.words import Words

    words = Words(lang)
    with study.store_in(folder) as store:
        about, counted = store.about(), store.counted()
    done, seconds = counted.get(DONE, (0, 0.0))
    failed, _ = counted.get(FAILED, (0, 0.0))
    most = max(int(about.get("most", 0)), done + failed)
    lines = [words("experiment.status", done=done, most=most, failed=failed)]
    ended, at_work, part = (folder / study.MANIFEST).exists(), is_held(folder), study.part_of(about["part"])
    if done:
        lines.append(words("experiment.took" if ended and not at_work else "experiment.took.left",
                           time=duration(seconds, words),
                           left=duration((most - done - failed) * seconds / done, words)))
    lines.append(words("experiment.at_work" if at_work else "experiment.unanswered" if not ended else
                       "experiment.answered" if part[1] == 1 else "experiment.part", folder=folder, part=about["part"],
                       name=Path(about["file"]).stem, command=study.going_on(about, folder)))
    click.echo("\n".join(lines))
