import numpy as np
import pytest

from simcore.behaviour.world import (COMMERCIAL, COUNTS, ENTERPRISE, EXITS, INFORMAL, PAID, PARTICIPATION, SHORT_EXITS,
                                     SUBSIDY, VOLUNTEER, WMO)
from simcore.results import people
from simcore.week.series import SERVICE_FIELDS, TEAM_FIELDS

from .conftest import a_lane


def minutes(weeks: int = 1, **by_way: int) -> np.ndarray:
    out = np.zeros((weeks, 1, 1, 7), np.int64)
    for way, one in (("commercial", COMMERCIAL), ("wmo", WMO), ("informal", INFORMAL), ("enterprise", ENTERPRISE)):
        out[:, :, :, one] = by_way.get(way, 0)
    return out


def test_an_exit_that_lasted_less_than_half_a_year_does_not_count():
    counts = np.zeros((26, 1, len(COUNTS)), np.int64)
    counts[3, 0, EXITS], counts[20, 0, SHORT_EXITS] = 4, 1
    assert people.exits(a_lane({}, weeks=26, counts=counts))[0] == 6.0              # three in half a year


def test_the_mean_rung_weighs_everybody_counted_and_every_quarter():
    quarter = {"counted": [[4], [2]], **{f"rung {k}": [[0], [0]] for k in range(1, 7)}}
    quarter["rung 2"], quarter["rung 4"] = [[3], [0]], [[1], [2]]
    assert people.mean_rung(a_lane({}, quarter=quarter))[0] == pytest.approx((10 / 4 + 4) / 2)


def test_a_run_too_short_for_a_look_at_the_district_has_no_rung():
    assert np.isnan(people.mean_rung(a_lane({}))).all()


def test_the_movement_of_those_placed_weighs_people_and_quarters():
    quarter = {"had a place": [[0, 0], [2, 0], [1, 0]], "rungs higher": [[0, 0], [4, 0], [5, 0]]}
    higher = people.rungs_higher(a_lane({}, R=2, quarter=quarter))
    assert higher[0] == 3.0 and np.isnan(higher[1])                    # nine rungs by three; nobody was placed


def test_while_it_lives_only_the_weeks_it_existed_count():
    lane = a_lane({}, weeks=4, R=2, alive=np.array([[True, True], [True, True], [False, True], [False, True]]))
    weekly = np.array([[2, 2], [4, 4], [99, 6], [99, 8]])
    assert people.while_it_lives(weekly, lane).tolist() == [3.0, 5.0]


def test_displaced_hours_are_those_of_companies_and_household_help():
    nothing = a_lane({}, minutes=minutes(commercial=120, wmo=60, informal=600))
    with_it = a_lane({}, minutes=minutes(commercial=60, wmo=60, enterprise=300))
    assert people.displaced(nothing, with_it).tolist() == [[52.0]]                  # an hour a week


def test_hours_that_ordered_work_displaced_stand_beside_them():
    nothing = a_lane({}, minutes=minutes(commercial=120))
    with_it = a_lane({}, minutes=minutes(commercial=60), **{"displaced minutes": np.array([[30]])})
    assert people.displaced(nothing, with_it).tolist() == [[52.0, 26.0]]            # half an hour a week


def test_paid_hours_that_grow_count_below_zero():
    nothing, with_it = a_lane({}, minutes=minutes(commercial=60)), a_lane({}, minutes=minutes(commercial=120))
    assert people.displaced(nothing, with_it)[0, 0] == -52.0


def test_only_teams_of_people_on_benefit_count_as_their_work():
    teams = np.zeros((1, 1, 1, len(TEAM_FIELDS)), np.int64)
    teams[..., TEAM_FIELDS.index("served")] = 60
    for contract in (PARTICIPATION, SUBSIDY, VOLUNTEER):
        assert people.hours_on_benefit(a_lane({}, teams=teams, contract=contract))[0] == 52.0
    assert people.hours_on_benefit(a_lane({}, teams=teams, contract=PAID))[0] == 0.0


def test_households_helped_are_counted_at_the_end_of_each_year():
    quarter = {"helped": [[1], [2], [3], [10], [4], [5], [6], [20]]}
    assert people.helped(a_lane({}, quarter=quarter))[0] == 15.0


def test_a_run_of_half_a_year_counts_households_at_its_end():
    assert people.helped(a_lane({}, quarter={"helped": [[1], [7]]}))[0] == 7.0


def test_met_is_served_over_served_missed_and_waiting():
    services = np.zeros((1, 1, 1, len(SERVICE_FIELDS)), np.int64)
    services[..., SERVICE_FIELDS.index("served")], services[..., SERVICE_FIELDS.index("missed")] = 60, 20
    teams = np.zeros((1, 1, 1, len(TEAM_FIELDS)), np.int64)
    teams[..., TEAM_FIELDS.index("waiting")] = 40
    assert people.met(a_lane({}, services=services, teams=teams))[0] == 0.5


def test_the_wait_is_what_waits_by_what_is_done_a_week_while_it_lives():
    teams = np.zeros((3, 1, 1, len(TEAM_FIELDS)), np.int64)
    teams[..., TEAM_FIELDS.index("waiting")] = np.array([30, 60, 9999]).reshape(3, 1, 1)
    teams[..., TEAM_FIELDS.index("capacity")] = 60
    alive = np.array([[True], [True], [False]])
    assert people.wait(a_lane({}, weeks=3, teams=teams, alive=alive))[0] == pytest.approx(7 * 0.75)


def test_jobs_taken_are_more_lasting_exits_times_the_share_that_take_one():
    with_it, nothing = (np.zeros((52, 2, len(COUNTS)), np.int64) for _ in range(2))
    with_it[5, :, EXITS], with_it[40, 0, SHORT_EXITS], nothing[9, :, EXITS] = [12, 3], 2, 5
    lanes = (a_lane({}, weeks=52, R=2, counts=counts) for counts in (nothing, with_it))
    assert people.jobs_taken(*lanes, np.array([0.3, 0.5])).tolist() == [pytest.approx(1.5), -1.0]     # (10 - 5) x 0.3
