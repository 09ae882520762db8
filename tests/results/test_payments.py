from dataclasses import replace

from simcore.behaviour.world import VISITS
from simcore.canvas import load
from simcore.plugin.finding import activate
from simcore.results.payments import rows
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
