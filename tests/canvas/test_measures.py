"""What the model would divide by, or take a power or logarithm of, is refused where there would be no answer."""

import pytest

from simcore.canvas import load
from simcore.errors import BadInput

LEAST = [
    "key_activities.ka-guidance.guidance.people_per_supervisor", "key_activities.ka-learning.learning.weeks_a_year",
    "key_activities.ka-learning.learning.attendance", "key_activities.ka-learning.learning.productivity_at_start",
    "key_activities.ka-learning.learning.productivity_in_the_end", "key_activities.ka-learning.learning.hours_to_learn",
    "key_resources.kr-home-team.team.hours", "channels.ch-fair.event.every", "key_partnerships.kp-welfare.term",
    "simwijk.stop.window", "simwijk.start_on_request.period", "simwijk.grow.profit_weeks", "simwijk.insolvent_after",
    "neighbourhood.needs.activities.windows.minutes", "neighbourhood.needs.activities.cleaning.amount",
    "neighbourhood.needs.when_limited",
    "neighbourhood.people.household_size", "neighbourhood.people.kinds.single.income",
    "neighbourhood.people.norm_couple", "neighbourhood.ties.fade"]

MOST = [
    "neighbourhood.people.share_far", "neighbourhood.ties.fade", "neighbourhood.needs.illness",
    "neighbourhood.assistance.exit_far", "neighbourhood.assistance.exit_all", "neighbourhood.assistance.other_outflow",
    "neighbourhood.people.moves", "neighbourhood.labour.inspection", "key_activities.ka-recruiting.recruiting.join",
    "key_activities.ka-recruiting.recruiting.drop_out"]


@pytest.mark.parametrize(("path", "value", "words"), [(path, 0, "at least") for path in LEAST]
                         + [(path, 1, "at most") for path in MOST]
                         + [("customer_relationships.cr-known-face.bond.appeal", 1000, "at most 50"),
                            ("neighbourhood.choice.habit", 800, "at most 50"),
                            ("neighbourhood.assistance.afterwards", 50, "at most 3"),
                            ("neighbourhood.people.income_spread", 9, "at most 3"),
                            ("channels.ch-street.outside", 1000, "at most 52")])
def test_a_number_that_leaves_no_answer_is_refused_at_the_option_with_what_to_write(path, value, words):
    path = path.replace("ch-fair", EVENT)
    with pytest.raises(BadInput) as caught:
        load("haarlems_gemak", [f"{path}={value}"])
    (problem,) = caught.value.problems
    assert problem.file == "--set" and f"must be {words}" in problem.what
    assert problem.instead.startswith(f"write a number of {words.partition(' ')[0]} ")


EVENT = next(one.id for one in load("haarlems_gemak").canvas.channels if one.sim and one.sim.event)


def test_the_end_of_a_range_counts_too(copy):
    copy.swap("people/supervisor, low: 7", "people/supervisor, low: 0")
    assert "people_per_supervisor.low must be at least 0.1; found 0" in copy.problem().what


@pytest.mark.parametrize(("path", "value", "words"), [
    ("neighbourhood.needs.activities.windows.amount", 60, "jobs a year in the busiest week"),
    ("neighbourhood.needs.when_limited", 9, "jobs a year in the busiest week"),
    ("neighbourhood.needs.activities.cleaning.amount", 100, "hours in the busiest week"),
    ("channels.ch-street.outside", 13, "brings the channels to 13 a year")])
def test_more_occasions_than_there_is_room_for_are_refused(path, value, words):
    with pytest.raises(BadInput) as caught:
        load("haarlems_gemak", [f"{path}={value}"])
    assert all(words in one.what and one.instead for one in caught.value.problems)
