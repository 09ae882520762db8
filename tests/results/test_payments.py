from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from simcore.behaviour.world import VISITS
from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.results.payments import rows, typical, visits
from simcore.run import ENTERPRISE, play
from simcore.week.lane import Lane


def test_one_course_is_written_down_as_it_is_played_and_reads_as_if_played_again():
    spec = load("haarlems_gemak")
    outcome = play(spec, replications=[0], weeks=60, residents=600, plugins=activate(spec))
    lane = outcome.lanes[ENTERPRISE]
    written = list(rows(outcome, 0))
    assert len(lane.visits.rows) == lane.series["counts"][:, 0, VISITS].sum() > 0
    outcome.lanes[ENTERPRISE] = replace(lane, visits=None)
    assert list(rows(outcome, 0)) == written


def test_a_course_is_played_again_no_further_than_its_last_visit(monkeypatch):
    poor = [(f"key_partnerships.kp-{one}.start_capital", 8000) for one in ("municipality", "corporation", "welfare")]
    spec = load("haarlems_gemak", poor)                                        # it soon ends
    outcome = play(spec, replications=[0], weeks=60, residents=600, plugins=activate(spec))
    lane, steps, step = outcome.lanes[ENTERPRISE], [], Lane.step
    last = np.flatnonzero(lane.series["counts"][:, 0, VISITS])[-1] + 1
    assert 0 < last < 60
    outcome.lanes[ENTERPRISE] = replace(lane, visits=None)
    monkeypatch.setattr(Lane, "step", lambda self: steps.append(self.week) or step(self))
    again = visits(outcome, 0)
    assert steps == list(range(last)) and (again.rows == lane.visits.rows).all()


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
