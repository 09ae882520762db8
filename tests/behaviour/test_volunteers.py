"""Volunteers (laws.md 11): who does what there is to do, how heavily it weighs, and who stops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.commons import BURNED_OUT, SIGNED_UP, STOPPED, TURNED_AWAY, UNPAID, VOLUNTEERED
from simcore.behaviour.volunteers import (BURNED, LEFT, ON, disband, end_week, give, helpers_for, is_there,
                                          left_to_ask, load, may_stop, organise, send_home, sign_up, step_up,
                                          still_free, weekly_dropout)
from simcore.behaviour.world import NOBODY
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.luck import key, luck

KEY = key("test volunteers")
SHARE = st.floats(0.01, 0.95)


@pytest.fixture
def world(lane):
    """A week in which nothing has been done: five organisers and fifteen others."""
    return lane(canvas="wijkonderneming").world


def seats(w, core):
    """The seats of organisers, or of the others."""
    mine = (w.volunteers.resident[0] != NOBODY) & (w.volunteers.core[0] == core)
    return np.flatnonzero(mine).tolist()


@given(SHARE, st.floats(0, 5))
def test_a_load_of_one_gives_the_yearly_chance_exactly(yearly, power):
    """VOL-012: 1 - (1 - d)^(1/52) a week is d a year, whatever the power."""
    assert 1 - (1 - weekly_dropout(yearly, 1.0, power)) ** 52 == pytest.approx(yearly)


@given(SHARE, st.floats(0, 5))
def test_with_a_power_of_zero_load_has_no_effect(yearly, heavy):
    assert weekly_dropout(yearly, heavy, 0.0) == pytest.approx(weekly_dropout(yearly, 1.0, 0.0))


@given(SHARE, st.floats(0.1, 3), st.floats(0, 4), st.floats(0, 4))
def test_who_carries_more_stops_no_sooner_at_a_lower_load(yearly, power, one, other):
    less, more = sorted((one, other))
    assert 0 <= weekly_dropout(yearly, less, power) <= weekly_dropout(yearly, more, power) < 1
    assert weekly_dropout(yearly, 0.0, power) == 0


def test_load_is_minutes_given_over_minutes_there_are_in_at_most_a_quarter():
    assert load(13 * 240, 200, 240) == 1 and load(240, 1, 240) == 1 and load(360, 1, 240) == 1.5


def test_organisers_share_what_has_to_be_arranged_by_their_hours(world):
    w = world
    w.volunteers.minutes[0, seats(w, True)] = 180, 360, 360, 180, 360
    assert w.volunteering.organising[0, 0] == 720 and organise(w, 0) == 1.0
    given = w.volunteers.given[0, seats(w, True)]
    assert given.sum() == 720 and given.tolist() == [90, 180, 180, 90, 180]
    assert w.carried[0, UNPAID] == w.carried[0, VOLUNTEERED] == w.unpaid[0].sum() == 720


def test_what_organisers_cannot_stretch_to_stays_undone(world):
    w = world
    w.volunteers.minutes[0, seats(w, True)] = 60
    w.volunteering.stretch[0] = 1.2
    assert organise(w, 0) == pytest.approx(5 * 72 / 720)
    w.volunteers.core[0] = False
    assert organise(w, 0) == 0.0


def test_the_others_are_asked_first_and_organisers_take_what_is_left(world):
    w = world
    w.volunteering.willing[0] = 1.0
    w.volunteers.minutes[0] = 240
    assert helpers_for(w, 0, 20, 240, KEY, 1, 7) == 20
    assert ((w.volunteers.given[0, seats(w, False)] == 240).all()
            and (w.volunteers.given[0, seats(w, True)] == 240).all())


def test_who_says_no_leaves_it_to_the_organisers_each_once(world):
    w = world
    w.volunteering.willing[0], w.volunteering.stretch[0] = 0.0, 5.0
    w.volunteers.minutes[0] = 240
    assert helpers_for(w, 0, 7, 240, KEY, 1, 7) == 5                   # five organisers, none of them twice at one task
    assert not w.volunteers.given[0, seats(w, False)].any()
    assert helpers_for(w, 0, 3, 240, KEY, 1, 8) == 3                     # another task is another matter
    assert sorted(w.volunteers.given[0, seats(w, True)].tolist()) == [240, 240, 480, 480, 480]


def test_nobody_gives_more_than_there_is_in_a_month(world):
    """240 minutes a week are 960 in four weeks, at one time if need be; those of earlier weeks count."""
    w = world
    w.volunteering.willing[0], w.volunteering.stretch[0] = 1.0, 1.0
    w.volunteers.minutes[0] = 240
    w.given_before[0, :, 11] = 400                                       # two weeks before week 13
    for task in range(60):
        helpers_for(w, 0, 4, 100, KEY, 13, task)
    held = w.volunteers.resident[0] != NOBODY
    assert (w.volunteers.given[0, held] == 500).all() and not w.volunteers.given[0, ~held].any()
    w.given_before[0, :, 11] = 0
    assert helpers_for(w, 0, 1, 100, KEY, 13, 99) == 1


def test_what_is_off_takes_nobodys_time(world):
    w = world
    found = helpers_for(w, 0, 4, 120, KEY, 1, 7)
    assert w.unpaid[0].sum() == found * 120 > 0
    send_home(w, 0, 120, 7)
    assert not w.volunteers.given[0].any() and not w.unpaid[0].any() and w.carried[0, UNPAID] == 0


def test_an_organiser_burns_out_by_load_and_another_leaves_by_turnover(world):
    w = world
    boss, other = seats(w, True)[0], seats(w, False)[0]
    w.volunteers.minutes[0] = 240
    give(w, 0, boss, 480)
    chance = weekly_dropout(w.volunteering.drop_out[0, 0], 2.0, w.volunteering.load_power[0, 0])
    assert may_stop(w, 0, boss, 0, chance + 1e-9) == ON
    give(w, 0, boss, 480)
    assert may_stop(w, 0, boss, 0, chance - 1e-9) == BURNED and w.volunteers.resident[0, boss] == NOBODY
    assert may_stop(w, 0, other, 0, w.volunteering.turnover[0, 0] + 1e-9) == ON
    assert may_stop(w, 0, other, 0, w.volunteering.turnover[0, 0] - 1e-9) == LEFT
    assert w.carried[0, [BURNED_OUT, STOPPED]].tolist() == [1, 1]


def test_turnover_is_that_of_a_year(lane):
    """z of the number who stop within a year among seats that nobody takes again."""
    w = lane("key_activities.ka-organising.volunteering.start=80", canvas="wijkonderneming", replications=1).world
    stopped, n = 0, 0
    for course in range(20):
        w.volunteers.resident[0, :80], w.volunteers.core[0] = np.flatnonzero(w.residents.adult[0])[:80], False
        for week in range(52):
            for v in np.flatnonzero(w.volunteers.resident[0] != NOBODY):
                may_stop(w, 0, v, week, luck(KEY, week, v, course)[0])
        stopped, n = stopped + 80 - (w.volunteers.resident[0, :80] != NOBODY).sum(), n + 80
    chance = 0.20
    assert abs(stopped - n * chance) < 4 * np.sqrt(n * chance * (1 - chance))


def test_who_moves_leaves_an_empty_seat_and_has_not_burned_out(world):
    w = world
    boss = seats(w, True)[0]
    home = w.residents.household[0, w.volunteers.resident[0, boss]]
    w.households.generation[0, home] += 1
    assert not is_there(w, 0, w.volunteers[0, boss])
    for name in ("drop_out", "turnover", "step_up", "invite"):
        w.volunteering[name][:] = 0
    end_week(w, 0, 0, KEY, KEY)
    assert w.volunteers.resident[0, boss] == NOBODY and w.carried[0, BURNED_OUT] == 0


def test_the_one_who_gave_most_this_quarter_steps_up(world):
    w = world
    first, busy = seats(w, True)[0], seats(w, False)[5]
    w.volunteers.resident[0, first] = NOBODY
    w.given_before[0, busy, 3] = 60
    w.volunteering.step_up[0] = 0.0
    step_up(w, 0, 1, KEY)
    assert not w.volunteers.core[0, busy]
    w.volunteering.step_up[0] = 1.0
    step_up(w, 0, 1, KEY)
    assert w.volunteers.core[0, busy] and len(seats(w, True)) == 5


def test_somebody_signs_up_once_and_children_do_not(world):
    w = world
    there = set(w.volunteers.resident[0].tolist())
    new = next(i for i in np.flatnonzero(w.residents.adult[0]).tolist() if i not in there)
    child = int(np.flatnonzero(~w.residents.adult[0])[0])
    assert sign_up(w, 0, new, 5, False) and not sign_up(w, 0, new, 5, False) and not sign_up(w, 0, child, 5, False)
    one = w.volunteers[0, w.volunteers.resident[0].tolist().index(new)]
    hours = w.volunteering[0, 0]
    assert one.since == 5 and one.minutes == (hours.with_job if w.residents.full_time[0, new] else hours.without_job)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 300))
def test_the_more_volunteer_the_fewer_are_left_to_ask(one, other, pool):
    fewer, more = sorted((one, other))
    assert 0 <= still_free(more, pool) <= still_free(fewer, pool) <= 1
    assert still_free(0, pool) == 1 and still_free(pool, pool) == 0 and still_free(pool + 5, pool) == 0


def test_the_pool_is_a_share_of_the_adults_who_volunteer_for_anything(lane):
    """19.1 % of adults, and a half of these."""
    w = lane("key_activities.ka-organising.volunteering.pool=0.5", canvas="wijkonderneming").world
    pool = np.floor(w.residents.adult.sum(1) * 0.191 * 0.5 + 0.5)
    assert (w.volunteering.pool[:, 0] == pool).all()
    assert left_to_ask(w, 0) == pytest.approx(1 - 20 / pool[0])


def test_volunteers_grow_to_where_those_who_come_are_those_who_leave(lane):
    """dV/dt = i V (1 - V/P) - t V stands still at V = P (1 - t/i): with i 0.6 and t 0.2, 20 of 30.

    A few fewer, as some who are asked help already."""
    w = lane("key_activities.ka-organising.volunteering.core=1", canvas="wijkonderneming", replications=1).world
    terms = w.volunteering
    terms.invite[0], terms.turnover[0], terms.drop_out[0], terms.step_up[0] = 0.06, 0.02, 0.0, 0.0
    terms.pool[0], terms.core[0] = 30, 1
    there = []
    for week in range(900):
        end_week(w, 0, week, KEY, key("test inviting"))
        there.append(sum(is_there(w, 0, one) for one in w.volunteers[0]))
    assert 17 < np.mean(there[200:]) < 20.5 and max(there) <= 30
    assert w.carried[0, SIGNED_UP] > 100 and w.carried[0, TURNED_AWAY] == 0


def test_who_finds_no_seat_is_counted(world):
    w = world
    adults = np.flatnonzero(w.residents.adult[0]).tolist()
    w.volunteers.resident[0] = adults[:w.volunteers.shape[1]]
    w.volunteers.generation[0] = w.households.generation[0, w.residents.household[0, w.volunteers.resident[0]]]
    assert not sign_up(w, 0, adults[-1], 3, False) and not sign_up(w, 0, adults[0], 3, False)
    assert w.carried[0, TURNED_AWAY] == 1


def test_when_what_they_do_it_for_is_no_more_nobody_holds_a_seat_and_nobody_burned_out(world):
    disband(world, 0)
    assert (world.volunteers.resident[0] == NOBODY).all() and not world.carried.any()


def test_volunteers_begin_as_many_as_the_canvas_says_organisers_first(world):
    assert len(seats(world, True)) == 5 and len(seats(world, False)) == 15
    assert world.residents.adult[0, world.volunteers.resident[0, :20]].all() and QUARTER == world.given_before.shape[2]
