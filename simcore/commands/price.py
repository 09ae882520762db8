"""``simwijk check`` of an experiment: every mistake in it, or what it costs before it is played."""

import click

from simcore.commands.run import forewarn, loaded, loading
from simcore.commands.sweep import duration
from simcore.errors import BadInput, Problem


def price(file: str, options: dict[str, tuple], lang: str) -> None:
    """Say how many runs, how long and how much room, whole and ``--quick``. Raises BadInput with all that is wrong."""
    if given := [name for name, values in options.items() if values]:
        raise BadInput(Problem(given[0], 0, 0, "says nothing for an experiment",
                               instead="write it in the experiment file, under set: or plugins:"))
    with loading():
        from simcore.experiments import folder as study
        from simcore.experiments.kinds import played_by
        from simcore.experiments.price import price as price_of
        from simcore.experiments.reading import experiment
        from simcore.run import threads_here
        from simcore.show.words import Words

        words, asked, small = Words(lang), experiment(file), experiment(file, quick=True)
        for one in (asked, small):
            played_by(one.question.kind).checked(one)
    click.echo(words("experiment.asks", name=asked.question.experiment, question=asked.question.question[lang]))
    forewarn(words, False)
    loaded()
    there = 0
    if (study.place_of(asked, None) / study.RUNS).exists():
        with study.store_in(study.place_of(asked, None)) as store:
            there = sum(n for n, _ in store.counted().values())
    for key, one in (("experiment.costs", asked), ("experiment.costs.quick", small)):
        cost = price_of(one, threads_here())
        click.echo(words(key, runs=words.number(cost.runs), there=words.number(there),
                         time=duration(cost.seconds, words), disk=words.number(max(1, round(cost.bytes / 1e6)))))
