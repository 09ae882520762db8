from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from simcore.behaviour.world import VISITS
from simcore.canvas import load
from simcore.plugin.finding import activate
from simcore.results.payments import rows, typical
from simcore.run import ENTERPRISE, play


def test_one_course_is_written_down_as_it_is_played_and_reads_as_if_played_again():
    spec = load("haarlems_gemak")
    outcome = play(spec, replications=[0], weeks=60, residents=600, plugins=activate(spec))
    lane = outcome.lanes[ENTERPRISE]
    written = list(rows(outcome, 0))
    assert len(lane.visits.rows) == lane.series["counts"][:, 0, VISITS].sum() > 0
    outcome.lanes[ENTERPRISE] = replace(lane, visits=None)
    assert list(rows(outcome, 0)) == written


def test_of_several_courses_none_is_written_down(played):
    assert all(lane.visits is None for lane in played.lanes.values())


def alike(ends: list[int], cash: list[int], weeks: int = 10):
    """An outcome of courses that hold so much cash until they end, and none after."""
    alive = np.arange(weeks)[:, None] < np.array(ends)[None]
    series = {"alive": alive, "cash": np.array(cash)[None] * alive, "placed": 3 * alive}
    return SimpleNamespace(lanes={ENTERPRISE: SimpleNamespace(series=series)})


def test_the_typical_course_is_in_the_middle_all_along_not_only_at_the_end():
    # At the end all are broke: cash there says nothing. One lives long and rich, one short, one ends as most do.
    assert typical(alike([9, 4, 2, 4, 5], [900, 100, 90, 500, 100])) == 1


def test_of_courses_that_go_the_same_the_first_is_typical():
    assert typical(alike([10, 10], [5, 5])) == 0
