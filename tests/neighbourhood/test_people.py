"""The people agree with the published margins, and are the same people each time."""

from dataclasses import fields, replace

import numpy as np
import pytest

from simcore.neighbourhood.people import COUPLE, KINDS, SINGLE, marks, populate


def test_the_district_has_the_residents_the_file_asks_for(people, section):
    assert people.residents == pytest.approx(section.residents.value, rel=0.005)
    assert people.residents / people.households == pytest.approx(section.household_size.value, abs=0.02)


def test_ages_agree_with_the_file_within_a_point(people, section):
    edges = [band.youngest for band in section.ages] + [200]
    found = np.histogram(people.age, edges)[0] / people.residents
    assert found == pytest.approx([band.share.value for band in section.ages], abs=0.01)


def test_kinds_of_household_agree_with_the_file_within_a_point(people, section):
    wanted = {kind.id: kind.share.value for kind in section.kinds}
    found = np.bincount(people.kind, minlength=5) / people.households
    assert found == pytest.approx([wanted[name] for name in KINDS], abs=0.01)


def test_people_of_75_and_over_live_alone_as_often_as_published(people, section):
    alone = people.size[people.household] == 1
    assert alone[people.age >= 75].mean() == pytest.approx(section.alone_75plus.value, abs=0.01)


def test_a_household_lies_together_with_its_head_first(people):
    assert (people.first == np.cumsum(people.size) - people.size).all()
    assert (people.household == np.repeat(np.arange(people.households), people.size)).all()
    head_age = people.age[people.first]
    assert head_age.min() >= 18
    parents = people.children
    oldest_child = people.stage[parents]
    assert ((head_age[parents] - oldest_child > 17.9) & (head_age[parents] - oldest_child < 42.1)).all()
    assert (people.stage[~parents] == head_age[~parents]).all()


def test_incomes_keep_a_floor_and_thirds_hold_a_third_of_the_residents(people):
    work = people.age[people.first] < 65
    assert (people.income[work] >= people.norm[work]).all()
    assert (people.income == np.round(people.income)).all()
    assert (people.norm[people.kind == SINGLE] == 11104).all()
    in_third = np.bincount(people.group, people.size) / people.residents
    assert in_third == pytest.approx([1 / 3] * 3, abs=0.01)


def test_two_adults_have_more_than_one_yet_less_than_twice_as_much(people):
    one, two = (np.median(people.income[people.kind == kind]) for kind in (SINGLE, COUPLE))
    assert one < two < 2 * one


def test_the_same_seed_makes_the_same_people_and_another_seed_others(section, people):
    again, others = populate(section, seed=1), populate(section, seed=2)
    for field in fields(people):
        assert (getattr(people, field.name) == getattr(again, field.name)).all(), field.name
    assert (people.u_limited[:1000] != others.u_limited[:1000]).all()


@pytest.mark.parametrize("asked", [3, 40, 400])
def test_a_small_population_can_be_asked_for(section, asked):
    few = populate(section, seed=1, residents=asked)
    assert few.residents == pytest.approx(asked, rel=0.2, abs=3)
    assert few.tie_start.size == few.households + 1


def test_another_share_of_singles_in_the_file_gives_other_people(section):
    kinds = [replace(kind, share=replace(kind.share, value=0.44)) if kind.id == "single" else kind
             for kind in section.kinds]
    changed = replace(section, kinds=kinds, household_size=replace(section.household_size, value=2.05))
    assert (populate(changed, seed=1).kind == SINGLE).mean() > 0.40


def test_marks_below_a_share_are_that_share_of_any_stretch_of_people():
    order = np.arange(2000)[::-1]
    u = marks(5, "a test", order)
    assert ((u >= 0) & (u < 1)).all()
    for share in (0.05, 0.36, 0.9):
        for stretch in u[order].reshape(-1, 100):
            assert (stretch < share).mean() == pytest.approx(share, abs=0.035)


def test_who_leans_to_high_marks_has_them_and_the_whole_stays_even():
    lean = np.tile([0.0, 0.5], 1000)
    u = marks(5, "a test", np.arange(2000), lean)
    assert u[lean > 0].mean() > u[lean == 0].mean() + 0.2
    assert u.mean() == pytest.approx(0.5, abs=0.005)
