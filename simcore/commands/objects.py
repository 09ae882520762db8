"""Plays a run by the objects engine: plain Python over Mesa agents, a hundred times slower, equal to the bit."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from simcore.agents import Neighbourhood
from simcore.canvas import Spec
from simcore.neighbourhood.people import populate
from simcore.played import LaneOutcome, joined, written
from simcore.run import NOTHING, Outcome, lived
from simcore.stage import Turns, surviving, to_the_end
from simcore.week.lane import Lane
from simcore.week.numbers import Numbers, quantities_of


def play_objects(spec: Spec, *, seed: int, replications: int | None, weeks: int | None, plugins: Iterable,
                 luck_only: bool, lanes: tuple[str, ...], residents: int | None, tell: Callable[[float], None],
                 over: Callable[[Outcome], None],
                 watch: Callable[[str, Lane], None] = lambda name, lane: None) -> Outcome:
    """As ``simcore.run.play``, one lane after another in this thread."""
    run = spec.canvas.simwijk
    weeks, plugins = weeks or run.weeks, tuple(plugins)
    every = list(range(replications or run.replications))
    numbers = dict(Numbers(quantities_of(spec, plugins), seed, every, luck_only))
    outcome = Outcome(spec, seed, weeks, every, luck_only, list(plugins),
                      populate(spec.place.people, seed, residents), numbers)

    def play(n: int, name: str, some: list[int]) -> Turns[LaneOutcome]:
        """One lane of some replications."""
        model = Neighbourhood(read_by(spec, name), seed=seed, replications=some, residents=residents, weeks=weeks,
                              enterprise=name != NOTHING, plugins=plugins, luck_only=luck_only, engine="objects")
        watch(name, model.lane)
        for week in range(weeks):
            yield
            model.step()
            tell((n * weeks + week + 1) / (len(lanes) * weeks))
        return written(model.lane)

    for n, name in enumerate(lanes):
        there, pieces = to_the_end(surviving(every, partial(play, n, name), outcome.failed))
        if pieces:
            outcome.add(name, joined(pieces), there)
            over(outcome)
    return lived(outcome)


def read_by(spec: Spec, lane: str) -> Spec:
    """The model with the law read as a lane is called, if it is called after a reading."""
    if lane not in ("strict", "lenient"):
        return spec
    return replace(spec, canvas=replace(spec.canvas, simwijk=replace(spec.canvas.simwijk, law=lane)))
