"""Courses with the same luck side by side: each is as it is by itself."""

import numpy as np
import pytest

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, play
from simcore.studies.validation.twins import numbers_in, twins

EVERY, WEEKS = "key_activities.ka-borrel.gathering.every", 70
BUSY = {"neighbourhood.people.benefit_share": 0.4, "key_activities.ka-inviting.recruiting.join": 0.9,
        "key_partnerships.kp-social-service.start_capital": 100_000, EVERY: 4}
DEALS = "partner_deals:chance=0.15,floor=0.01"
SMALL = {"residents": 900, "weeks": WEEKS, "lanes": [ENTERPRISE], "threads": 1}


def played(settings, **run):
    """The lane with an enterprise of Compiratie, where deals with partners are made."""
    spec = load("compiratie", [*settings.items()])
    plugins = activate(spec, [DEALS])
    return play(spec, plugins=plugins, **SMALL, **run).lanes[ENTERPRISE]


@pytest.mark.parametrize("luck_only", [True, False])
def test_each_of_several_side_by_side_is_as_it_is_by_itself(luck_only):
    """A meeting every week lies below the range that the file gives to every four, and plugins remember by that range."""
    some = [{EVERY: 1.0}, {}, {EVERY: 9.0, "costs.cost-insurance.amount": 0.0}]
    spec = load("compiratie", [*BUSY.items()])
    both = played(BUSY, **twins(spec, activate(spec, [DEALS]), some, 2, seed=11, luck_only=luck_only))
    alone = [played({**BUSY, **one}, seed=11, replications=2, luck_only=luck_only) for one in some]
    assert np.array_equal(both.flows, np.concatenate([one.flows for one in alone], 1))
    assert len(set(both.digests)) == len(both.digests)


def test_numbers_alone_may_differ_between_courses_of_one_run():
    spec = load("compiratie")
    changes = {EVERY: 2, "simwijk.stop.on": "off", "neighbourhood.people.residents": 900}
    assert numbers_in(spec, changes) == {EVERY: 2.0}
