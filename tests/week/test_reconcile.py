"""Every week is compared with counts made elsewhere, and needs with what is done about them (laws.md 13)."""

import numpy as np
import pytest

from simcore.behaviour.needs import HOUSEHOLD, needed
from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, SELF, WITHOUT
from simcore.ledger import BooksError
from simcore.week.reconcile import arrangements, jobs, minutes, payers, people, reconcile

BUSY = ("channels.ch-street.outside=6", "key_activities.ka-recruiting.recruiting.join=0.6")


@pytest.fixture(scope="module")
def lanes(lane):
    return lane(enterprise=False, weeks=60), lane(*BUSY, weeks=60)


def needed_by_household(w, week):
    """(R, H, A) minutes each household needs of each standing activity, and 0 of the others."""
    R, H, A = w.habit.shape
    return np.array([[[needed(w.households[r, h], w.numbers[r], w.amount[r, a], week) if w.standing[a] else 0
                       for a in range(A)] for h in range(H)] for r in range(R)])


def test_what_is_needed_is_what_all_ways_take_on_and_what_is_unmet(lanes):
    """Section 13: needed hours = hours by all alternatives + unmet, in both lanes; unmet is never below zero.

    Standing needs household by household: arrangements never exceed the need, and who does it alone, or goes
    without, has all of it; counted anew from the rows, apart from the tallies of the engine.
    """
    for lane in lanes:
        for step in range(40):
            lane.step()
            if step % 6:
                continue
            w, week = lane.world, lane.week - 1
            need = needed_by_household(w, week)
            unmet = np.where(w.standing, need - w.bought, 0)
            assert np.array_equal(need.sum(1), w.needed_minutes)
            assert (unmet >= 0).all()
            assert np.array_equal(w.standing_minutes.sum(2) + unmet.sum(1), w.needed_minutes)
            alone = ((w.habit == SELF) | (w.habit == WITHOUT)) & w.standing
            assert (unmet[alone] == 0).all()


def test_every_minute_of_a_job_asked_is_done_by_some_way_or_still_waits(lane):
    """Section 13, incident needs: asked + waiting before = done by all ways + waiting now, week by week."""
    for one in (lane(enterprise=False, weeks=40),
                lane(*BUSY, "key_activities.ka-reception.waiting.leave=0.1", weeks=40)):
        waited = 0
        for _ in range(40):
            before = one.world.waiting.copy()
            one.step()
            w = one.world
            assert np.array_equal(before + w.asked_minutes, w.done_minutes.sum(2) + w.waiting)
            waited += w.waiting.sum()
        assert bool(waited > 0) is one.enterprise


def test_without_sales_there_is_no_displacement(lane):
    """Section 13: zero sales, zero displacement: every minute by every way is that of doing nothing."""
    unheard = ("channels.ch-street.outside=0", "channels.ch-word-of-mouth.word_of_mouth=0",
               "channels.ch-fair.event.reach=0",
               "neighbourhood.assistance.lock_in=0", "neighbourhood.assistance.afterwards=0")
    nothing, with_it = lane(*unheard, enterprise=False), lane(*unheard)
    for _ in range(104):
        nothing.step()
        with_it.step()
    assert with_it.series.minutes[:, :, :, ENTERPRISE].sum() == 0
    assert np.array_equal(nothing.series.minutes, with_it.series.minutes)


def test_with_sales_regular_paid_hours_are_lost(lane):
    """The other side of the check before: it would notice an effect."""
    nothing, with_it = (lane(*BUSY, enterprise=on, residents=1500) for on in (False, True))
    for _ in range(78):
        nothing.step()
        with_it.step()
    lost = (nothing.series.minutes - with_it.series.minutes)[:78, :, :, COMMERCIAL].sum()
    sold = with_it.series.minutes[:, :, :, ENTERPRISE].sum()
    assert 0 < lost < sold


def test_forms_depend_on_who_is_on_benefit_and_all_other_jobs_on_nobody(lanes):
    of = lanes[0].world.of
    names = [need.id for need in lanes[0].spec.place.needs.activities]
    assert {name for name, whose in zip(names, of) if whose != HOUSEHOLD} == {"rides", "forms"}


# --- a difference stops the run, by its name -------------------------------------------------------------------


@pytest.fixture
def closed(lane):
    """A lane of 40 weeks whose last week can be compared again; each test breaks one count."""
    one = lane(*BUSY, weeks=60)
    for _ in range(30):
        one.step()
    one.ledger.week -= 1
    reconcile(one)
    return one


def test_a_minute_that_nobody_asked_for_is_found(closed):
    closed.world.done_minutes[1, 6, SELF] += 1
    with pytest.raises(BooksError, match=r"minutes of jobs asked and done: .* in week 30, replication 1, place \[6\]"):
        jobs(closed)


def test_a_cent_that_no_customer_paid_is_found(closed):
    closed.ledger.post("sale.vp-cleaning", np.array([0, 1]))
    with pytest.raises(BooksError, match="sales of vp-cleaning: .* replication 1"):
        payers(closed)


def test_visits_that_were_paid_too_little_are_found(closed):
    s = int(np.argmax(closed.world.services.worth[0]))
    closed.world.services.worth[0, s] += 60 * (closed.world.services.visits[0, s] + 2)
    with pytest.raises(BooksError, match="visits x price is not what was paid"):
        payers(closed)


def test_a_minute_that_nobody_worked_is_found(closed):
    closed.world.services.served[0, 0] += 1
    with pytest.raises(BooksError, match="minutes served by kr-home-team"):
        minutes(closed)


def test_somebody_who_holds_a_place_without_knowing_it_is_found(closed):
    free = int(np.argmax(closed.world.workers.resident[0] < 0))
    closed.world.workers.resident[0, free] = 5
    with pytest.raises(BooksError, match="people who hold a place"):
        people(closed)


def test_a_lost_resident_on_benefit_is_found(closed):
    closed.world.on_benefit[1] -= 1
    with pytest.raises(BooksError, match="people on benefit"):
        people(closed)


def test_a_need_that_is_no_longer_what_all_households_need_is_found(closed):
    closed.world.needed_minutes[0, 0] += 1
    with pytest.raises(BooksError, match="minutes a week needed of cleaning"):
        arrangements(closed)


def test_a_minute_lost_from_an_arrangement_is_found(closed):
    h = int(np.argmax(closed.world.bought[0, :, 0] > 0))
    closed.world.bought[0, h, 0] -= 1
    with pytest.raises(BooksError, match="minutes a week by way"):
        arrangements(closed)


def test_a_customer_lost_from_the_list_is_found(closed):
    closed.world.services.customers[1, 0] += 1
    with pytest.raises(BooksError, match="customers of vp-cleaning: .* replication 1"):
        arrangements(closed)


def test_promised_minutes_that_nobody_bought_are_found(closed):
    closed.world.teams.committed[1, -1] += 1
    with pytest.raises(BooksError, match=f"minutes promised by {closed.layout.teams[-1].id}: .* replication 1"):
        arrangements(closed)


def test_minutes_that_wait_for_no_request_are_found(closed):
    closed.world.waiting[1, 6] += 1
    with pytest.raises(BooksError, match="minutes of jobs for .* that wait: .* replication 1"):
        arrangements(closed)


def test_a_minute_beyond_what_people_can_give_is_found(closed):
    closed.world.teams.capacity[1, 1] += 1
    with pytest.raises(BooksError, match=f"minutes of people of {closed.layout.teams[1].id}: .* replication 1"):
        minutes(closed)
