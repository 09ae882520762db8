"""What partners order by the canvas (laws.md 9, 10), worked out by hand."""

import numpy as np
import pytest

from simcore.week.orders import able_minutes

from .books import booked, paid


@pytest.fixture
def one(lane):
    """A lane before its first week; everything at its middle value."""
    return lane(canvas="wijkonderneming")


def test_each_corporation_pays_its_share_of_what_was_done(one):
    """30 cleanings at 13.80: two thirds for the first, which pays 0.7 of it; one third for the other,
    which pays half."""
    booked(one, done=30)
    assert (paid(one, "order.rs-porticoes.kp-corporation-flats") == round(0.7 * 20 * 1380)).all()
    assert (paid(one, "order.rs-porticoes.kp-corporation-small") == round(0.5 * 10 * 1380)).all()
    assert (paid(one, "passed on.rs-porticoes.kp-corporation-flats") == round(0.7 * 20 * 1380)).all()
    total = round(0.7 * 20 * 1380) + round(0.5 * 10 * 1380)
    assert (np.abs(paid(one, "vat.rs-porticoes") - total * 21 / 121) <= 1).all()


def test_a_corporation_gains_from_its_own_porticoes_and_gives_what_its_tenants_do_not_pay_back(lane):
    """40 and 20 of 60 porticoes: 30 cleanings of 45 minutes are 900 and 450 minutes;
    a quarter of 193.20 stays its own."""
    one = lane("revenue_streams.rs-porticoes.order.passed_on=0.75", canvas="wijkonderneming")
    one.world.services.served[:] = 5000                                  # whatever else was done is not for them
    booked(one, done=30)
    one.desk.book(one.world, one.ledger, one.base, 1)
    assert (one.desk.gained[0, 0].tolist() == [900, 450, 0]
            and one.desk.given[0, 0, :2].tolist() == [19320 - 14490, 6900 - 5175])
    assert one.desk.gained[1, 0].tolist() == [900, 450, 5000]             # the municipality gains from all that is done


def test_who_has_gone_orders_nothing_more(one):
    orders = one.desk.common.orders
    orders.taken[0][:] = 60
    assert orders.pays("kp-corporation-flats").all()
    orders.leave("kp-corporation-flats", np.array([True, False]))
    assert orders.pays("kp-corporation-flats").tolist() == [False, True]
    booked(one, done=10)
    assert paid(one, "order.rs-porticoes.kp-corporation-flats")[0] == 0
    assert paid(one, "order.rs-porticoes.kp-corporation-small")[0] == round(0.5 * 10 * 1380)


def test_a_partner_that_pays_for_nothing_yet_has_nothing_to_renew(one):
    assert not one.desk.common.orders.pays("kp-corporation-flats").any()


def test_the_team_takes_porticoes_over_as_it_can_do_them_and_keeps_what_it_took(one):
    w, orders, everybody = one.world, one.desk.common.orders, np.ones(2, bool)
    orders.prepare(w, [everybody])
    assert not orders.taken[0].any()                                     # nobody works there yet
    w.workers.resident[:, :4] = 1, 2, 3, 4
    able = able_minutes(w, 0)
    assert np.allclose(able, 4 * 0.40 * 720 * 0.78 * 46 / 52 * 0.95)
    orders.prepare(w, [everybody])
    assert (orders.taken[0] == able // 45).all() and (w.orders.due[:, 0] == able // 45).all()
    w.workers.resident[:] = -1
    orders.prepare(w, [everybody])
    assert (orders.taken[0] == able // 45).all()                         # who is short of people does less of it
    orders.prepare(w, [~everybody])
    assert not orders.taken[0].any() and not w.orders.due.any()


def test_cleaning_once_a_fortnight_is_due_half_as_often(lane):
    one = lane("neighbourhood.commons.every=2", canvas="wijkonderneming")
    orders = one.desk.common.orders
    one.world.workers.resident[:, :10] = np.arange(10)
    due = []
    for _ in range(10):
        orders.prepare(one.world, [np.ones(2, bool)])
        due.append(one.world.orders.due[:, 0].copy())
    assert np.abs(np.sum(due, 0) - 5 * orders.taken[0]).max() <= 1
