import json

import numpy as np
import pytest

from simcore.canvas import load
from simcore.results.bands import Band
from simcore.results.indicators import lives, measure
from simcore.results.money import Tier
from simcore.run import ENTERPRISE, NOTHING


@pytest.fixture(scope="module")
def found(played):
    return measure(played)


def test_every_indicator_of_a_run_is_measured(found):
    for group in (found.money, found.work, found.ladder, found.displacement, found.helped):
        assert all(isinstance(one, Band) for one in group.values()), group


def test_the_count_of_courses_and_the_middle_first_week_come_from_those_in_which_it_held():
    one = lives(Tier(np.array([True, False, False]), np.array([60, 80, -1]), np.array([1.0, 2.0, 3.0])))
    assert (one.holds, one.courses, one.ever, one.first_week) == (1, 3, 2, 70)


def test_a_harder_claim_never_holds_in_more_courses(found):
    holds = [found.tiers[tier].holds for tier in "ABCD"]
    assert holds == sorted(holds, reverse=True)


def test_the_law_read_the_other_way_is_told_apart(found):
    assert (found.law.played, found.law.other, found.law.courses) == ("lenient", "strict", 3)
    assert 0 <= found.law.changes <= 3


def test_without_a_third_lane_nothing_is_said_of_the_law(played):
    lanes = dict(played.lanes)
    try:
        del played.lanes["strict"]
        assert measure(played).law is None
    finally:
        played.lanes = lanes


def test_doing_nothing_beside_itself_shows_no_difference(played):
    lanes = dict(played.lanes)
    try:
        played.lanes = {NOTHING: lanes[ENTERPRISE], ENTERPRISE: lanes[ENTERPRISE]}
        found = measure(played)
        assert not found.displacement["hours"].clear and found.displacement["hours"].median == 0
        assert found.parties == {}
    finally:
        played.lanes = lanes


def test_the_figures_are_plain_json(found):
    again = json.loads(json.dumps(found.as_dict(), allow_nan=False))
    assert again["answer_tier"] == "C"
    assert set(again["money"]["cash"]) == {"median", "low", "high", "unit", "courses", "clear"}


def test_displacement_by_activity_adds_up_to_the_whole_in_a_single_course(played):
    from simcore.results.people import displaced

    gone = displaced(played.lanes[NOTHING], played.lanes[ENTERPRISE])
    assert gone.shape == (3, len(load("haarlems_gemak").place.needs.activities) + 1)     # and shared stairs
