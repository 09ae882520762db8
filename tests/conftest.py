"""Make every test run the same everywhere: the same drawn examples, no screen to draw on."""

import os
from functools import cache

import pytest
from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "Agg")

# One set of examples for all: a red test is red for everyone, and slow machines are no failure.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")


@cache
def tree_of(file, ours=False):
    """The tree of a model file, read once."""
    from simcore.files import load as load_tree

    return load_tree(file, ours=ours)


@pytest.fixture(scope="module")
def trees_read_once():
    """Overrides never change the tree of a file, so one reading serves all;
    what is written by other tests is read anew."""
    import simcore.canvas.spec as spec_module

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spec_module, "load_tree", tree_of)
        yield


@cache
def small_district(canvas, overrides, seed, residents):
    """A model with everything at its middle value, and the people of a small district for it."""
    from simcore.canvas import load
    from simcore.neighbourhood.people import populate

    spec = load(canvas, overrides)
    return spec, populate(spec.place.people, seed, residents)


@pytest.fixture(scope="session")
def lane():
    """``lane(*overrides, ...)`` gives a new lane of a small Boerhaavewijk: only luck differs, no number does."""
    from simcore.week.lane import Lane

    def make(*overrides, canvas="haarlems_gemak", enterprise=True, replications=2, residents=600, weeks=104, seed=1,
             plugins=(), **more):
        spec, people = small_district(canvas, overrides, seed, residents)
        return Lane(spec, people, seed, list(range(replications)), enterprise=enterprise, weeks=weeks,
                    plugins=list(plugins), luck_only=True, **more)

    return make


@pytest.fixture
def own_lanes(monkeypatch, tmp_path):
    """Lanes are kept in a folder of the test, not in that of the user."""
    from simcore.results import lanes

    monkeypatch.setattr(lanes, "folder", lambda: tmp_path / "kept")
