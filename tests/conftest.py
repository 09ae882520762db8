"""Make every test run the same everywhere: the same drawn examples, no screen to draw on."""

import gc
import os
import sys
from functools import cache

import numpy as np
import pytest
from hypothesis import settings

from . import sharing

os.environ.setdefault("MPLBACKEND", "Agg")

# One set of examples for all: a red test is red for everyone, and slow machines are no failure.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")


def of_a_record(record, name):
    """A field of a numpy record, found by numpy itself: two thirds sooner than as the class looks it up, in Python."""
    try:
        return record[name]
    except (KeyError, ValueError):
        raise AttributeError(f"a record of {record.dtype.names} has no {name}") from None


# Where laws and acts are tried in plain Python they do little else than this.
if "__getattribute__" in vars(np.record):
    del np.record.__getattribute__
    np.record.__getattr__ = of_a_record


# --- what workers share out, and the engine that is compiled once: see sharing.py -------------------------------------


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        sharing.own_cache()
        sharing.keep_what_is_read()
    else:
        sharing.from_the_end(config)
    if (config.getoption("numprocesses", 0) or 0) > 1 and not hasattr(config, "workerinput"):
        sharing.begin()
    else:
        gc.disable()                               # until all tests are found: what comes stays, and is no litter


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return sharing.by_file(config, log) if config.getoption("dist") == "load" else None


def pytest_unconfigure():
    sharing.end()


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: (sharing.plays(item), not sharing.is_of_the_page(item.nodeid), item.path))


def pytest_collection_finish():
    """Thousands of tests stand in memory from here on: nobody looks through them for litter again, nor all the time
    through what models and pages are made of."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if sharing.plays(item):
        sharing.wait()


# --- what tests everywhere ask for ------------------------------------------------------------------------------------


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
