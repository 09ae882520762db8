"""What a plugin need not write itself: whole cents, a chance a week, ids that are not there, weeks since a day."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from simcore import ledger
from simcore.plugin import Note, Problem, Text, cents, each_once, ends_after, hookimpl, plugin, unknown, weekly
from simcore.plugin.week import week_seen
from simcore.testing import problems, run


def test_cents_are_those_of_the_engine_rounded_half_up_once():
    euros = np.array([0.005, 0.015, 2.675, 1.994, 12.0])
    assert cents(euros).tolist() == [1, 2, 268, 199, 1200] and cents(euros).dtype == np.int64
    assert np.array_equal(cents(euros), ledger.cents(euros)) and cents(3) == 300


def test_so_many_of_a_hundred_have_gone_after_a_year_of_weeks():
    assert 100 * (1 - weekly(0.4)) ** 52 == pytest.approx(60)
    assert weekly(np.array([0.0, 1.0])).tolist() == [0, 1]


def test_each_id_that_is_not_there_is_a_problem_with_the_file_and_what_is_known(spec):
    found = list(unknown(spec, "fund", "lines", ["cost-x", "cost-roms", "cost-x"], ["cost-rooms", "cost-x-ray"]))
    assert [one.what for one in found] == ["fund: names 'cost-x' in lines, which is not there",
                                           "fund: names 'cost-roms' in lines, which is not there"]
    assert found[1].instead == "did you mean 'cost-rooms'? known: cost-rooms, cost-x-ray"
    assert all(one.place == spec.model_file for one in found)
    assert not list(unknown(spec, "fund", "line", "cost-rooms", ["cost-rooms"]))
    assert list(unknown(spec, "fund", "line", "a", []))[0].instead == "none is known here"
    (said,) = unknown(spec, "fund", "lines", ["cost-x"], ["cost-rooms"], "cost")
    assert said.what == "fund: names 'cost-x' in lines, which is no cost"


def test_a_list_that_is_empty_or_names_one_twice_is_a_problem(spec):
    for named, wrong in (([], True), (["a", "b", "a"], True), (["a", "b"], False)):
        assert [one.what for one in each_once(spec, "fund", "lines", named)] == \
            ["fund: lines is empty, or names one twice"] * wrong


def test_an_end_that_is_not_after_its_start_is_a_problem(spec):
    day = date(2013, 1, 7)
    assert [one.what for one in ends_after(spec, "fund", day, day)] == [
        "fund: end (2013-01-07) is not after start (2013-01-07)"]
    assert not list(ends_after(spec, "fund", day, date(2013, 1, 8)))


@pytest.mark.parametrize("day, weeks", [(date(2013, 1, 7), 0), (date(2013, 1, 6), 0), (date(2013, 1, 1), 0),
                                        (date(2012, 12, 31), 1), (date(2013, 1, 8), -1), (date(2013, 1, 21), -2)])
def test_weeks_are_counted_from_the_first_monday_on_or_after_a_day(day, weeks):
    assert week_seen(0, date(2013, 1, 7), np.ones(1, bool), {}, {}, None).since(day) == weeks


@plugin
class Teller:
    """Tells something in every course, in the first week."""
    file: Text = ""

    @hookimpl
    def check(self, spec):
        yield Problem(self.file, 0, 0, "tells a lie")

    @hookimpl
    def settle(self, week):
        if week.number == 0:
            yield Note(dutch="Er is iets.", english="Something is the matter.", item="plugins.teller")


def test_a_note_is_told_in_every_course_unless_it_says_where():
    quiet = plugin(type("Quiet", (), {"settle": Teller.settle, "__doc__": "It tells.", "__module__": __name__}))()
    assert run(("teller", quiet), weeks=2).notes == [(0, "Something is the matter.", r) for r in range(3)]


def test_a_problem_without_a_file_is_one_of_the_model(spec):
    assert [one.file for one in problems(Teller(), model=spec)] == [spec.model_file]
    assert [one.file for one in problems(replace(Teller(), file="x.yaml"), model=spec)] == ["x.yaml"]
