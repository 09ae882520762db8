"""Small districts to play in: a course that several tests look at is played once."""

import pytest

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.run import play


@pytest.fixture(scope="session")
def model():
    """A shipped model with changes written over it: ``model({path: value})``, Haarlems Gemak when none is named."""
    return lambda changes=(), canvas="haarlems_gemak": load(canvas, [*dict(changes).items()])


@pytest.fixture(scope="session")
def played(model):
    """Plays a shipped model with changes; ``use`` asks for plugins, ``without`` leaves out those of the file."""
    kept: dict[str, object] = {}

    def play_it(changes=(), *, use=(), without=(), keep=False, canvas="haarlems_gemak", **run):
        key = repr((canvas, sorted(dict(changes).items()), use, without, sorted(run.items())))
        if key in kept:
            return kept[key]
        spec = model(changes, canvas)
        plugins = [pair for pair in activate(spec, use) if pair[0] not in without]
        outcome = play(spec, plugins=plugins, **{"residents": 600, "weeks": 52, "replications": 2, **run})
        if keep:
            kept[key] = outcome
        return outcome

    return play_it
