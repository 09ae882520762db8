"""Social assistance (laws.md 6): who leaves it and why, what a place does to that, what earnings leave."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.assistance import (exit_rate, fits, goes_on, leave_place, near_exit_rate, near_share_of_inflow,
                                          place_ends, return_rate, returned, set_benefit, suits)
from simcore.behaviour.enterprise import earned_back, kept_earnings
from simcore.behaviour.world import COUNT, NOBODY
from simcore.neighbourhood.rows import NEVER

SHARE, YEARLY = st.floats(0, 1), st.floats(0.001, 0.5)


def test_of_400_a_month_100_is_kept_and_never_more_than_188():
    """Section 6: y = 400 keeps 100; min(25 % y, 188)."""
    assert kept_earnings(400, 0.25, 188) == 100
    assert kept_earnings(752, 0.25, 188) == kept_earnings(2000, 0.25, 188) == 188


@given(st.floats(0, 3000), st.floats(0, 3000))
def test_who_earns_more_never_keeps_less(one, other):
    less, more = sorted((one, other))
    assert 0 <= kept_earnings(less, 0.25, 188) <= kept_earnings(more, 0.25, 188) <= 188


@given(st.floats(0, 3000), st.integers(0, 104), st.floats(600, 1400))
def test_what_is_not_kept_lowers_the_benefit_for_half_a_year_and_all_of_it_later(earnings, weeks, norm):
    """Section 6: keep min(25 % y, 188) a month for 26 weeks (BIJ-007), the rest lowers the benefit."""
    less = earned_back(earnings, weeks, norm, 0.25, 188, 26)
    kept = min(0.25 * earnings, 188) if weeks < 26 else 0
    assert less == min(earnings - kept, norm)
    assert 0 <= less <= norm


def test_of_400_a_month_300_lower_the_benefit_in_the_first_half_year_and_400_afterwards():
    """Section 6: y = 400 keeps 100."""
    assert [float(earned_back(400, weeks, 925.37, 0.25, 188, 26)) for weeks in (0, 25, 26)] == [300, 300, 400]


@given(YEARLY, st.booleans(), st.booleans(), SHARE)
def test_with_both_effects_off_a_place_changes_no_chance_of_work(base, placed, left, confidence):
    """Section 6: lambda = mu = 0 (exact)."""
    assert exit_rate(base, placed, 0.0, left, 0.0, confidence) == base


@given(YEARLY, st.floats(-0.4, 0), st.floats(0, 0.25), SHARE)
def test_a_place_locks_in_and_having_left_one_helps_those_sure_of_themselves(base, lock_in, afterwards, confidence):
    neither = exit_rate(base, False, lock_in, False, afterwards, confidence)
    assert exit_rate(base, True, lock_in, False, afterwards, confidence) == pytest.approx(neither * (1 + lock_in))
    assert (exit_rate(base, False, lock_in, True, afterwards, confidence)
            == pytest.approx(neither * (1 + afterwards * confidence)))


@given(YEARLY, st.floats(-0.4, 0), st.floats(0, 0.25), SHARE)
def test_who_is_sure_enough_is_not_locked_in(base, lock_in, afterwards, confidence):
    """Section 6: who searches is not held by the place, and its confidence helps as after a place."""
    searching = exit_rate(base, True, lock_in, False, afterwards, confidence, True)
    assert searching == exit_rate(base, False, lock_in, True, afterwards, confidence)
    assert searching >= exit_rate(base, True, lock_in, False, afterwards, confidence)


@given(SHARE, SHARE, SHARE, SHARE)
def test_who_fits_a_trade_can_do_it_and_likes_it(u, v, can, likes):
    assert fits(u, v, can, likes) == (u < can and v < likes)
    assert not fits(u, v, 0.0, likes) and not fits(u, v, can, 0.0)


@given(st.integers(0, 20), st.integers(1, 10), st.integers(1, 10))
def test_a_team_begins_when_enough_are_together_and_stops_when_too_few_are_left(there, one, other):
    keep, least = sorted((one, other))
    assert goes_on(there, False, least, keep) == (there >= least)
    assert goes_on(there, True, least, keep) == (there >= keep)


def test_the_share_of_people_who_suit_a_team_is_can_times_likes(lane):
    """Section 6: a binomial z of at most 4; the same people every week, others under another name of the skill."""
    one = lane(*ALL_CAN[:-2], f"{CARPENTRY}.can=0.3", f"{CARPENTRY}.likes=0.5", canvas="compiratie", residents=4000,
               replications=1)
    w = one.world
    found = {t: [suits(w, 0, i, w.teams[0, t]) for i in range(w.residents.shape[1])] for t in (0, 1)}
    n = w.residents.shape[1]
    assert abs(np.sum(found[0]) - 0.15 * n) <= 4 * np.sqrt(n * 0.15 * 0.85)
    assert all(found[1])


CARPENTRY = "key_resources.kr-carpenters.team.trade"
TRADES = [f"key_resources.{team}.team.trade"
          for team in ("kr-furniture-team", "kr-pc-advisers", "kr-desk-team", "kr-carpenters")]
ALL_CAN = tuple(f"{trade}.{leaf}=1" for trade in TRADES for leaf in ("can", "likes"))
BUSY = ("neighbourhood.people.benefit_share=0.3", "key_activities.ka-inviting.recruiting.join=0.8")


def test_a_team_is_only_at_work_while_enough_people_are_in_it(lane):
    one = lane(*BUSY, canvas="compiratie", residents=1500, replications=3, weeks=80)
    begun, w, c = np.zeros((3, 4), bool), one.world, one.world.columns
    for _ in range(80):
        before = c.teams.together.copy()
        one.step()
        held = np.array([[((w.workers[r].team == t) & (w.workers[r].resident >= 0)).sum() for t in range(4)]
                         for r in range(3)])
        now = c.teams.together
        assert (held[now] >= c.teams.keep[now]).all() and (held[now & ~before] >= c.teams.least[now & ~before]).all()
        assert (c.teams.capacity[~before] == 0).all() and (c.services.served[~before] == 0).all()
        assert not c.services.open[~before].any() and (held[before & ~now] == 0).all()
        begun |= now
    assert begun.any(1).all()


def test_without_a_trade_to_ask_for_everybody_joins_as_before(lane):
    """can = likes = least = keep = 1 is a team without a trade, from the moment somebody is there."""
    asked = [f"{trade}.{leaf}=1" for trade in TRADES for leaf in ("can", "likes", "least", "keep")]
    one = lane(*BUSY, *asked, canvas="compiratie", residents=600, replications=2)
    for _ in range(60):
        one.step()
    joined = one.series.counts[:60, :, COUNT["joined"]]
    other = lane(*BUSY, *asked, *(f"{trade}.can=0.02" for trade in TRADES), canvas="compiratie", residents=600,
                 replications=2)
    for _ in range(60):
        other.step()
    assert (joined.sum(0) > 2 * other.series.counts[:60, :, COUNT["joined"]].sum(0)).all()
    first = np.argmax(joined > 0, 0)
    assert all(one.series.services[first[r] + 1:, r, :, 5].any() for r in range(2))


@given(st.floats(0.03, 0.05), st.floats(0.5, 0.75), st.floats(0.07, 0.14))
def test_the_two_types_together_leave_at_the_mean_rate(far, share_far, mean):
    near = near_exit_rate(mean, far, share_far)
    assert share_far * far + (1 - share_far) * near == pytest.approx(mean)
    assert near >= mean


@given(YEARLY, YEARLY, SHARE, st.floats(0.001, 0.3))
def test_newcomers_keep_the_mix_of_the_stock(far, near, share_far, other):
    """What leaves of each type comes in again: in x near share of inflow = near share x near outflow."""
    inflow = (1 - share_far) * (near + other) + share_far * (far + other)
    share = near_share_of_inflow(share_far, far, near, other)
    assert 0 <= share <= 1
    assert inflow * share == pytest.approx((1 - share_far) * (near + other))


def test_the_hazard_of_losing_work_holds_for_a_year_and_gives_the_share_that_is_back_by_then():
    """Section 6: b = -ln(1 - x): x is back within a year, 1 - (1 - x)^(1/2) within half a year."""
    back = -np.log(1 - 0.2)
    assert [return_rate(weeks, back) for weeks in (0, 51, 52)] == [back, back, 0.0]
    assert [returned(weeks, back) for weeks in (0, 26, 52, 500)] == pytest.approx([0, 1 - 0.8**0.5, 0.2, 0.2])


def test_a_participation_place_ends_after_two_years_or_after_one_without_progress():
    """Section 6: review at 52 weeks, end at 104 (BIJ-012)."""
    ends = [(w, place_ends(w, 52, 104, better)) for better in (False, True) for w in (51, 52, 53, 103, 104, 105)]
    assert [w for w, over in ends[:6] if over] == [52, 104, 105]
    assert [w for w, over in ends[6:] if over] == [104, 105]


def test_who_leaves_a_place_frees_it():
    me = SimpleNamespace(placed=1, left_week=NEVER)
    workers = {(0, 1): SimpleNamespace(resident=7)}
    leave_place(me, SimpleNamespace(workers=workers), 0, 7, 30)
    assert (me.placed, me.left_week, workers[0, 1].resident) == (-1, 30, NOBODY)


def weekly(one, names, weeks):
    """(weeks, R, names) counts of a lane, and how many were on benefit."""
    out, on = [], []
    for _ in range(weeks):
        one.step()
        out.append(one.world.counts[:, [COUNT[name] for name in names]].copy())
        on.append(one.world.on_benefit.copy())
    return np.array(out), np.array(on)


NEITHER = ("neighbourhood.assistance.lock_in=0", "neighbourhood.assistance.afterwards=0")
OFF = (*NEITHER, "key_activities.ka-recruiting.recruiting.join=0.5", "channels.ch-street.outside=4")
LEAVING = ("exits", "returns", "other_outflow", "inflow", "short_exits")


def test_with_lock_in_and_afterwards_off_the_enterprise_moves_nobody_off_benefit(lane):
    """Section 6: lambda = mu = 0 and no paid jobs: net outflow exactly 0, in every week."""
    nothing = weekly(lane(*OFF, enterprise=False, residents=1000), LEAVING, 104)
    with_it = lane(*OFF, residents=1000)
    found = weekly(with_it, LEAVING, 104)
    assert (with_it.series.placed.max(0) > 3).all() and nothing[0][:, :, 0].sum() > 3
    assert np.array_equal(nothing[0], found[0]) and np.array_equal(nothing[1], found[1])


def test_with_lock_in_and_afterwards_off_recognition_moves_nobody_off_benefit_either(lane):
    """Section 6a: who searches leaves at the rate of everybody: exits and inflow count for count as without it."""
    asked = (*NEITHER, *BUSY, *ALL_CAN, "key_activities.ka-practice.learning.confidence_gain=0.2",
             "neighbourhood.assistance.exit_all=0.3")
    nothing = weekly(lane(*asked, canvas="compiratie", enterprise=False, residents=800), LEAVING, 80)
    with_it = lane(*asked, canvas="compiratie", residents=800)
    found = weekly(with_it, LEAVING, 80)
    sure = with_it.world.residents.confidence >= 0.5
    assert (with_it.series.placed.max(0) > 8).all() and (sure & (with_it.world.residents.placed >= 0)).any()
    assert np.array_equal(nothing[0], found[0]) and np.array_equal(nothing[1], found[1])


def test_after_a_complaint_the_unsure_stay_at_home_and_nobody_else(lane):
    """Section 6a: in the week of the complaint, with less confidence than ``gives_up_below``; that is a dropout too."""
    one = lane(*BUSY, *ALL_CAN, "key_activities.ka-inviting.recruiting.drop_out=0", "neighbourhood.people.moves=0",
               "key_activities.ka-practice.learning.quality_noise=0.5",
               "key_activities.ka-practice.learning.confidence_loss=0.3",
               "key_activities.ka-recognition.recognition.gives_up_below=0.2", canvas="compiratie", residents=900)
    w, slid = one.world, 0
    for week in range(60):
        before = w.workers.resident.copy()
        one.step()
        rows, counts = w.workers, one.series.counts[week]
        unsure = (before >= 0) & rows.complaint & (rows.confidence < 0.2)
        assert (rows.resident[unsure] < 0).all()
        stayed = (before >= 0) & ~unsure & (rows.resident < 0)
        came_and_went = counts[:, COUNT["slid_back"]] - unsure.sum(1)           # within this week
        assert (came_and_went >= 0).all() and (came_and_went <= counts[:, COUNT["joined"]]).all()
        assert (counts[:, COUNT["dropped_out"]] == counts[:, COUNT["slid_back"]]).all()
        left = counts[:, [COUNT[name] for name in ("placed_exits", "ended", "closed_places", "other_outflow")]].sum(1)
        assert (stayed.sum(1) <= left).all()
        slid += unsure.sum()
    assert slid > 5


def test_without_gain_or_loss_confidence_stays_what_it_was(lane):
    one = lane(*BUSY, *ALL_CAN, "key_activities.ka-practice.learning.confidence_gain=0",
               "key_activities.ka-practice.learning.confidence_loss=0", canvas="compiratie")
    for _ in range(40):
        one.step()
    held = one.world.workers.resident >= 0
    assert held.any() and (one.world.workers.confidence[held] == 0.25).all()


def test_with_lock_in_on_fewer_of_those_in_a_place_find_work(lane):
    """The other side of the check before: it would notice an effect."""
    more = tuple(one.replace("lock_in=0", "lock_in=-0.4") for one in OFF)
    nothing = weekly(lane(*more, enterprise=False, residents=4000, replications=6), LEAVING, 104)
    found = weekly(lane(*more, residents=4000, replications=6), LEAVING, 104)
    assert found[0][:, :, 0].sum() < nothing[0][:, :, 0].sum()


def test_stays_of_one_type_of_people_are_geometric(lane):
    """Section 6: with one type the weekly chance of work is the same however long somebody is on benefit.

    In each of four years within four standard errors of 1 - (1 - 0.3)^(1/52).
    """
    one = lane("neighbourhood.assistance.exit_all=0.3", "neighbourhood.assistance.exit_far=0.3",
               "neighbourhood.assistance.other_outflow=0", enterprise=False, residents=4000, replications=8, weeks=208)
    people = one.world.residents
    since_the_start, chance = people.benefit.copy(), 1 - 0.7 ** (1 / 52)
    for _ in range(4):
        left = at_risk = 0
        for _ in range(52):
            at_risk += (since_the_start & people.benefit).sum()
            one.step()
            gone = since_the_start & (people.exit_week == one.week - 1)
            left += gone.sum()
            since_the_start &= people.benefit & (people.arrived == 0) & (people.exit_week == NEVER)
        expected = at_risk * chance
        assert abs(left - expected) <= 4 * (expected * (1 - chance)) ** 0.5
        assert expected > 80


def test_income_follows_the_benefit_and_comes_back_with_work(lane):
    one = lane(enterprise=False)
    w = one.world
    for h in range(40):
        home = w.households[0, h]
        head = w.residents[0, home.first]
        if home.old:
            continue
        set_benefit(head, w, 0, True)
        assert (home.income, home.group, home.benefit) == (w.norm[home.tastes], 0, True)
        set_benefit(head, w, 0, False)
        assert (home.income, home.group, home.benefit) == (w.wage_income[home.tastes], w.wage_group[home.tastes], False)


def test_after_years_those_on_benefit_are_still_those_with_the_lowest_incomes(lane):
    one = lane(enterprise=False, residents=4000, weeks=208)
    homes = one.world.households
    for _ in range(208):
        one.step()
    working = homes.benefit & ~homes.old
    assert (homes.group[working] == 0).all() and (homes.generation[working] == 0).any()
    assert (homes.income[working] == one.world.norm[homes.tastes[working]]).all()


def test_inflow_comes_from_the_thirds_that_outflow_goes_to(lane):
    """By wage group, newcomers to the benefit are as many as leave it: within four standard errors in four years."""
    one = lane(enterprise=False, residents=4000, replications=4, weeks=208)
    w = one.world
    before = np.array([(w.households.benefit & (w.wage_group[w.households.tastes] == g)).sum() for g in range(3)])
    for _ in range(208):
        one.step()
    after = np.array([(w.households.benefit & (w.wage_group[w.households.tastes] == g)).sum() for g in range(3)])
    assert (np.abs(after - before) <= 4 * (2 * before) ** 0.5 + 4).all(), (before, after)


def test_one_in_five_who_find_work_is_back_within_a_year(lane):
    """Section 6: of who finds work in the first year, within four standard errors;
    others who come on benefit add little.

    The count of people at work is theirs, counted anew.
    """
    one = lane("neighbourhood.assistance.other_outflow=0", "neighbourhood.assistance.exit_all=0.3",
               "neighbourhood.assistance.exit_far=0.05", enterprise=False, residents=4000, replications=6, weeks=104)
    people, since, out, back = one.world.residents, {}, 0, 0
    for week in range(104):
        one.step()
        for at, then in list(since.items()):
            if people.exit_week[at] != then:
                back += bool(people.benefit[at])
                out -= not people.benefit[at]                          # moved, or retired
                del since[at]
            elif week - then >= 52:
                del since[at]
        if week < 52:
            fresh = [tuple(at) for at in np.argwhere(people.exit_week == week)]
            since, out = since | dict.fromkeys(fresh, week), out + len(fresh)
        assert np.array_equal(one.world.at_work, (people.exit_week > NEVER).sum(1))
    assert out > 300
    assert abs(back - 0.2 * out) <= 4 * (out * 0.16) ** 0.5 + 0.02 * out
