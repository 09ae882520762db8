"""The quarterly look at the district (laws.md 12): loneliness moves only by ties that were made."""

import numpy as np
import pytest

from simcore.neighbourhood.rows import NEVER
from simcore.week.community import (ITEMS, LONELY, SEVERE, at_least, level, rung, share_with, spread_between,
                                    tilt)

BUSY = ("channels.ch-street.outside=6", "key_activities.ka-recruiting.recruiting.join=0.6",
        "neighbourhood.ties.contact=0.15", "simwijk.stop.on=off")


def played(lane, *more, weeks=104, **kinds):
    one = lane(*BUSY, *more, residents=1500, weeks=weeks, **kinds)
    for _ in range(weeks):
        one.step()
    return one


@pytest.fixture(scope="module")
def busy(lane):
    return played(lane, "neighbourhood.ties.loneliness=0")


@pytest.fixture(scope="module")
def nothing(lane):
    return played(lane, "neighbourhood.ties.loneliness=0", enterprise=False)


def test_when_ties_weigh_nothing_loneliness_is_equal_in_all_lanes(busy, nothing):
    """Section 12: b = 0: loneliness equal in all lanes, in every quarter."""
    assert busy.series.quarter["ties"].max() > 0
    for name in ("lonely", "severely lonely", "adults"):
        assert np.array_equal(busy.series.quarter[name], nothing.series.quarter[name]), name


def test_when_ties_weigh_loneliness_falls_where_ties_are_made(lane, nothing):
    """The other side of the check before: it would notice an effect."""
    heavy = played(lane, "neighbourhood.ties.loneliness=3").series.quarter
    assert (heavy["lonely"] <= nothing.series.quarter["lonely"]).all()
    assert heavy["lonely"].sum() < nothing.series.quarter["lonely"].sum()


def test_without_an_enterprise_no_tie_is_made_and_cohesion_stands_still(nothing):
    assert (nothing.series.quarter["ties"] == 0).all()
    assert (nothing.series.quarter["cohesion"] == nothing.series.quarter["cohesion"][0]).all()


def test_cohesion_is_its_start_and_what_ties_add(busy):
    """Section 12: start + c x mean of new ties."""
    q = busy.series.quarter
    assert q["cohesion"] == pytest.approx(5.9 + 0.1 * q["ties"] / q["adults"])


def test_everybody_counted_stands_on_one_rung(busy, nothing):
    for one in (busy, nothing):
        q = one.series.quarter
        assert np.array_equal(sum(q[f"rung {k}"] for k in range(1, 7)), q["counted"])
    assert busy.series.quarter["rung 4"].sum() > 0 and nothing.series.quarter["rung 4"].sum() == 0


def test_at_least_so_many_of_six_items_is_binomial():
    chance = np.array([0.0, 0.25, 1.0])
    assert at_least(0, chance) == pytest.approx(1)
    assert at_least(ITEMS, chance) == pytest.approx(chance**6)
    assert at_least(LONELY, np.array([0.25]))[0] == pytest.approx(1 - 0.75**6 - 6 * 0.25 * 0.75**5)


def test_the_level_and_spread_give_the_observed_shares():
    """Section 12: b_i fitted to HLT-007, 012, 037: lonely, severely so, lonely at 65 and over; in every draw."""
    lonely, severe, old = (np.array(one) for one in ([0.512, 0.47], [0.110, 0.13], [0.55, 0.466]))
    spread = spread_between(lonely, severe)
    for share in (lonely, old):
        assert share_with(LONELY, level(share, tilt(spread)), tilt(spread)) == pytest.approx(share, abs=1e-4)
    assert share_with(SEVERE, level(lonely, tilt(spread)), tilt(spread)) == pytest.approx(severe, abs=1e-4)


def test_the_district_starts_as_lonely_as_was_seen(lane):
    """HLT-066: 51.2 % of adults; the old 55 %; within four standard errors."""
    one = lane(enterprise=False, residents=8000, weeks=13)
    for _ in range(13):
        one.step()
    q, w = one.series.quarter, one.world
    adults, old = q["adults"][0, 0], (w.base_residents.age[0] >= 65).sum()
    expected = 0.512 * (adults - old) + 0.55 * old
    assert abs(q["lonely"][0, 0] - expected) <= 4 * (adults * 0.25) ** 0.5
    severe = q["severely lonely"][0, 0] / adults
    assert 0.09 < severe < 0.15


def rungs(one, week):
    """(R, N) rungs as if ties weighed nothing."""
    w, items = one.world, one.community.unfavourable
    return np.array([[rung(w.residents[r, i], w, r, i, items[r, i], week) for i in range(items.shape[1])]
                     for r in range(2)])


def test_who_took_part_in_coffee_this_quarter_stands_on_the_third_rung(lane):
    """Section 6: rung 3 is taking part in what is organised; a quarter later it is read off contacts again."""
    one = lane(enterprise=False, residents=600)
    w = one.world
    r, i = np.argwhere(w.residents.benefit & (one.community.unfavourable < SEVERE))[0]
    w.joined_in[r, i] = 7
    assert [rung(w.residents[r, i], w, r, i, 0, week) for week in (12, 19, 20)] == [3, 3, 2]
    assert (rungs(one, 12) == 3).sum() == 1


def test_coffee_brings_people_on_benefit_to_the_third_rung(lane, nothing):
    """Whoever left a place, or lives alone and buys, is seen there; without an enterprise nobody is."""
    one = played(lane, "value_propositions.vp-coffee.company.minutes=10",
                 "key_activities.ka-recruiting.recruiting.drop_out=0.95")
    assert one.series.quarter["rung 3"].sum() > 0
    assert nothing.series.quarter["rung 3"].sum() == 0


def test_the_movement_of_those_placed_counts_from_where_their_contacts_put_them(busy, nothing):
    """Unpaid work is two or three rungs above contacts; who left a place for nothing is back where it began."""
    q, people = busy.series.quarter, busy.world.residents
    at_first = np.where(busy.community.unfavourable >= SEVERE, 1, 2)
    mine = (people.benefit | (people.exit_week > NEVER)) & ((people.placed >= 0) | (people.left_week > NEVER))
    assert np.array_equal(q["had a place"][-1], mine.sum(1)) and mine.any(1).all()
    assert np.array_equal(q["rungs higher"][-1], ((rungs(busy, busy.week - 1) - at_first) * mine).sum(1))
    assert (q["rungs higher"][0] > q["had a place"][0]).all()
    assert (nothing.series.quarter["had a place"] == 0).all()
