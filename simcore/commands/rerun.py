"""``simwijk rerun``: play one run of a study again, exactly, and say whether it is the same."""

from pathlib import Path

import click
import numpy as np

from simcore.errors import BadInput, Problem, RunsFailed, quoted

MOST = 10                                          # figures shown that are another


def rerun(folder: Path, run: str, file: str | None, lang: str) -> int:
    """Play it, and compare every figure to the last bit; gives 3 where one is another.

    Raises RunsFailed when it fails, as it may have before.
    """
    from simcore.experiments import folder as study
    from simcore.experiments.block import Memory, played
    from simcore.experiments.replayed import replayed
    from simcore.experiments.runner import runs_of
    from simcore.show.words import Words

    words = Words(lang)
    with study.looked_at(folder, file) as one:
        row = replayed(one).row(run)
    if row is None:
        raise BadInput(Problem(str(folder), 0, 0, f"has no run {quoted(run)}",
                               instead=f"take a number from the column run of {study.TABLE}"))
    block = row.runs.block.only([row.at])
    click.echo(words("experiment.rerun", n=row.number, model=row.model, course=row.course,
                     ends=":" if row.settings else "."))
    for path, value in row.settings.items():
        click.echo(f"  {path}: {value}")
    again, = runs_of(block, played(block, Memory()))
    if not again.lived:
        raise RunsFailed({row.number: again.reason}, 1)
    if not row.run.lived:
        click.echo(words("experiment.lives"))
        return 0
    names = [*dict.fromkeys([*row.run.figures, *again.figures])]
    odd = [name for name in names if not np.array_equal(row.run.figures.get(name, np.inf),
                                                        again.figures.get(name, -np.inf), equal_nan=True)]
    click.echo(words("experiment.same" if not odd else "experiment.another", n=len(odd), of=len(names)))
    for name in odd[:MOST]:
        click.echo(f"  {name}: {row.run.figures.get(name)!r} -> {again.figures.get(name)!r}")
    return 3 if odd else 0
