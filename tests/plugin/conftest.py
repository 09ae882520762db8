"""A small Boerhaavewijk for plugins to act on."""

import sys
from functools import cache

import pytest

from simcore.canvas import load
from simcore.neighbourhood.people import populate
from simcore.week.lane import Lane

from .asking import HEAT


@cache
def read(overrides):
    return load("haarlems_gemak", overrides)


@pytest.fixture(scope="session")
def lane():
    """``lane(plugins, *overrides, ...)`` gives a new lane at the middle values; only luck differs."""

    def make(plugins, *overrides, enterprise=True, replications=3, residents=600, weeks=104, seed=1):
        spec = read(overrides)
        return Lane(spec, populate(spec.place.people, seed, residents), seed, list(range(replications)),
                    enterprise=enterprise, weeks=weeks, luck_only=True, plugins=plugins)

    return make


@pytest.fixture(scope="session")
def spec():
    return read(())


@pytest.fixture
def heat(tmp_path):
    """A plugin in a file of its own."""
    file = tmp_path / "heat.py"
    file.write_text(HEAT, encoding="utf-8")
    yield file
    sys.modules.pop("simwijk_found.heat", None)
