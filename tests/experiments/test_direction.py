"""Which way a difference goes is said as surely as the courses say it, and never by luck."""

import numpy as np
import pytest

from simcore.experiments.direction import CLEAR, MOSTLY, NONE, SOMETIMES, by_luck, direction


def made(up, down, same):
    return np.array([1.0] * up + [-1.0] * down + [0.0] * same)


@pytest.mark.parametrize("up, down, same, word", [
    (95, 5, 0, CLEAR), (5, 95, 0, CLEAR), (87, 13, 0, MOSTLY), (52, 0, 48, MOSTLY), (12, 0, 88, SOMETIMES),
    (55, 45, 0, NONE), (0, 0, 100, NONE), (5, 0, 95, NONE), (3, 0, 0, CLEAR), (0, 0, 0, NONE)])
def test_a_difference_goes_one_way_clearly_mostly_now_and_then_or_not(up, down, same, word):
    found = direction(made(up, down, same))
    assert (found.word, found.up, found.down, found.courses) == (word, up, down, up + down + same)
    assert found.sign == np.sign(up - down) and found.told == (word != NONE)


def test_of_many_that_were_looked_at_more_is_asked():
    assert direction(made(62, 38, 0)).word == MOSTLY
    assert direction(made(62, 38, 0), among=12).word == NONE


def test_courses_in_which_it_cannot_be_measured_count_for_nothing():
    assert direction(np.array([1, 1, 1, np.nan, np.inf])).courses == 3


def test_the_chance_is_that_of_a_fair_coin():
    assert by_luck(3, 0) == pytest.approx(0.25) and by_luck(5, 1) == pytest.approx(2 * 7 / 64) and by_luck(2, 2) == 1.0


def test_luck_alone_is_taken_for_a_direction_once_in_twenty_times_at_most():
    luck = np.random.default_rng(1).normal(size=(2000, 60))
    assert np.mean([direction(one).told for one in luck]) < 0.05
