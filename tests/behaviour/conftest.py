"""A small Boerhaavewijk on which the acts of its people can be called one by one, or a lane played."""

from functools import cache

import pytest

from simcore.canvas import load
from simcore.neighbourhood.people import populate
from simcore.week.lane import Lane

RESIDENTS = 600


@cache
def read(overrides):
    return load("haarlems_gemak", overrides)


@cache
def settled_people(overrides, seed, residents):
    return populate(read(overrides).place.people, seed, residents)


@pytest.fixture(scope="session")
def lane():
    """``lane(*overrides, ...)`` gives a new lane: everything at its middle value, only luck differs."""

    def make(*overrides, enterprise=True, replications=2, residents=RESIDENTS, weeks=104, seed=1, plugins=(), **more):
        spec, people = read(overrides), settled_people(overrides, seed, residents)
        return Lane(spec, people, seed, list(range(replications)), enterprise=enterprise, weeks=weeks,
                    plugins=list(plugins), luck_only=True, **more)

    return make
