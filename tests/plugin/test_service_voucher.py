"""A service voucher in the Belgian form: the user pays a fixed price, the state the rest of what an hour is worth."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
from plugins.service_voucher import ServiceVoucher

from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure, tiny_model

from .busy import KNOWN_FACE, haarlem

ONE = ServiceVoucher(services=["vp-cleaning", "vp-ironing"], start=date(2013, 2, 4), end=date(2013, 7, 1))
PRICE = "price.vp-cleaning"


@cache
def played(vouchers=150_000, weeks=30):
    return run(("service_voucher", replace(ONE, vouchers=sure(vouchers, ONE.vouchers.unit))), model=haarlem(),
               weeks=weeks, residents=1500)


@cache
def plain():
    return run(model=haarlem(), weeks=30, residents=1500)


def test_of_each_hour_the_state_pays_13_50_and_the_user_8_50():
    """An hour is worth 22.00, of which the user pays 8.50. A visit of 102 minutes is worth 37.40: 14.45 by the user,
    22.95 by the state. Of 140 minutes it is worth 51.33: 19.83 and 31.50; of 104 it is worth 38.13: 14.73 and 23.40."""
    by_hand = {102: (1445, 2295), 104: (1473, 2340), 140: (1983, 3150)}
    trial = run(("service_voucher", replace(ONE, services=["vp-cleaning"], start=date(2013, 1, 7))), residents=700,
                weeks=16, model=haarlem(KNOWN_FACE))
    minutes = np.round(60 * trial.tally("hours.vp-cleaning"))
    seen = {(int(minutes[at]), int(trial.paid("sale.vp-cleaning")[at]),
             int(trial.paid("service_voucher.vp-cleaning")[at]))
            for at in zip(*np.nonzero(trial.tally("visits.vp-cleaning") == 1)) if minutes[at] in by_hand}
    assert seen and all(by_hand[m] == (user, state) for m, user, state in seen)


def test_an_hour_costs_its_worth_while_there_are_vouchers_and_its_own_price_before_and_after():
    price = played().term(PRICE)
    assert (price[:4] == 14).all() and (price[4:25] == 22).all() and (price[25:] == 14).all()


def test_the_vouchers_of_a_year_are_the_most_the_state_pays():
    few = played(vouchers=300)
    paid = sum(few.paid(name) for name in ("service_voucher.vp-cleaning", "service_voucher.vp-ironing"))
    assert (paid.sum(0) <= 30_000).all() and paid.any()
    more = sum(played().paid(name) for name in ("service_voucher.vp-cleaning", "service_voucher.vp-ironing"))
    assert (more.sum(0) > 30_000).all()


def test_more_is_asked_at_the_price_of_a_voucher():
    """At 8.50 instead of 14 EUR an hour, below an informal helper (11), more households have it cleaned."""
    assert played().tally("customers.vp-cleaning")[24].sum() > plain().tally("customers.vp-cleaning")[24].sum()


def test_under_the_same_luck_nothing_differs_before_its_start():
    assert all(np.array_equal(played().paid(name)[:4], plain().paid(name)[:4]) for name in plain().streams)
    paid = played().paid("service_voucher.vp-cleaning")
    assert not paid[:4].any() and not paid[25:].any()


def test_a_service_without_a_price_an_hour_is_told():
    assert "vp-garden" in checked("service_voucher", replace(ONE, services=["vp-odd-jobs"]), tiny_model())[0].instead
    assert checked("service_voucher", replace(ONE, end=ONE.start), haarlem())
    assert not checked("service_voucher", ONE, haarlem())


def test_its_fragment_works_in_the_model_it_fits():
    one = read_fragment(ServiceVoucher, "service_voucher")
    assert not checked("service_voucher", one, load(ServiceVoucher.fits))
    trial = run(("service_voucher", replace(one, start=date(2013, 1, 7))), model=haarlem(), weeks=20, residents=600)
    assert trial.paid("service_voucher.vp-cleaning").any()
