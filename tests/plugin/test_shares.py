"""Shares of a cooperative (seeds 001 and 004): bought while the issue is open, paid back in January."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
from plugins.shares import Shares

from simcore.canvas import load
from simcore.plugin import Note, Payment, Update
from simcore.plugin.fragments import read_fragment
from simcore.results.money import own_result, tier_results
from simcore.testing import run, sure, tiny_model

from .busy import BUSY

ONE = Shares(start=date(2013, 2, 4), end=date(2014, 2, 3))
NUMBERS = {name: getattr(ONE, name).value for name in ("share", "buys", "asks", "reserve")}


def week(day=date(2013, 6, 3), customers=0.0, cash=0.0, luck=0.5, alive=True, **columns):
    """A week as the plugin sees it."""
    held = {"holders": 0.0, "asked": 0.0, "due": 0.0, "lost": 0.0} | columns
    return SimpleNamespace(date=day, alive=np.array([alive]), luck=lambda n: np.array([luck]),
                           columns={name: np.array([float(value)]) for name, value in held.items()},
                           tally={"homes.customers": np.array([float(customers)]), "cash": np.array([float(cash)])},
                           numbers=lambda name: np.array([float(NUMBERS[name])]))


def settled(**how):
    """Columns and cents by stream after one week, and what it told."""
    out = list(ONE.settle(week(**how)))
    return ({one.column: float(one.values[0]) for one in out if isinstance(one, Update)},
            {one.stream.partition(".")[2]: int(one.cents[0]) for one in out if isinstance(one, Payment)},
            [one.english for one in out if isinstance(one, Note)])


def played(one=replace(ONE, buys=sure(1, ONE.buys.unit), asks=sure(1, ONE.asks.unit)), weeks=60, **how):
    return run(("shares", one), model=tiny_model(None, *BUSY), weeks=weeks, residents=1000, **how)


def test_of_a_thousand_customers_three_buy_a_share_of_50_euros_in_a_week():
    """15 % a year is 1 - 0.85^(1/52) = 0.00312 a week: 3.12 of 1,000, with luck of a half three; 150.00."""
    columns, cents, _ = settled(customers=1000)
    assert columns["holders"] == 3 and cents == {"bought": 15_000, "paid back": 0}


def test_nobody_buys_before_or_after_the_issue():
    assert settled(day=date(2013, 1, 28), customers=1000) == ({}, {}, [])
    assert settled(day=date(2014, 2, 3), customers=1000)[1]["bought"] == 0


def test_who_asks_in_a_year_is_paid_in_january_as_far_as_cash_is_above_the_reserve():
    """Seven asked, three wait since last year: ten shares of 50 are due; 5,220 EUR are 220 above the reserve: four."""
    january = date(2014, 1, 6)
    columns, cents, _ = settled(day=january, holders=40, asked=7, due=3, cash=5220, luck=0.0)
    assert cents["paid back"] == 20_000 and columns["due"] == 6 and columns["asked"] == 0 and columns["holders"] == 36
    assert settled(day=january, holders=40, asked=7, due=3, cash=9000, luck=0.0)[1]["paid back"] == 50_000
    assert settled(day=january, holders=40, asked=7, due=3, cash=4999, luck=0.0)[1]["paid back"] == 0
    assert settled(day=date(2014, 1, 13), holders=40, due=3, cash=9000)[1]["paid back"] == 0


def test_where_the_enterprise_ends_shares_are_lost():
    columns, cents, told = settled(alive=False, holders=40, asked=2, due=1, cash=9000, day=date(2014, 1, 6))
    assert columns == {"holders": 0, "asked": 0, "due": 0, "lost": 40} and cents == {"bought": 0, "paid back": 0}
    assert told == ["The shares of the cooperative are worth nothing any more."]


def test_under_the_same_luck_only_cash_differs_and_not_before():
    one, plain = played(), run(model=tiny_model(None, *BUSY), weeks=60, residents=1000)
    bought, back = one.paid("shares.bought"), one.paid("shares.paid back")
    assert not bought[:4].any() and bought[4:].any() and back[52].any() and back.any(1).sum() == 1
    assert np.array_equal(one.column("holders"), (bought.cumsum(0) - back.cumsum(0)) / 5000)
    assert (one.tally("cash") - plain.tally("cash")).round(2).tolist() == ((bought - back).cumsum(0) / 100).tolist()


def test_what_is_put_in_and_what_goes_back_is_capital_and_no_result():
    """Shares move cash; the own result, and all four claims, are those without the plugin."""
    one, plain = played(), run(model=tiny_model(None, *BUSY), weeks=60, residents=1000)
    assert one.paid("shares.bought").any() and one.paid("shares.paid back").any()
    with_, without = (tier_results(each.outcome.streams, each.outcome.flows) for each in (one, plain))
    assert all(np.array_equal(with_[tier], without[tier]) for tier in "ABCD")
    assert np.array_equal(own_result(one.outcome.streams, one.outcome.flows),
                          own_result(plain.outcome.streams, plain.outcome.flows))


def test_its_fragment_works_in_the_model_it_fits_and_reports():
    one = read_fragment(Shares, "shares")
    spec = load(Shares.fits, [("channels.ch-street.outside", 8), ("key_activities.ka-recruiting.recruiting.join", 0.9)])
    some = replace(one, start=date(2013, 1, 7), buys=sure(1, one.buys.unit))
    assert run(("shares", some), model=spec, weeks=30, residents=1000, replications=1).paid("shares.bought").any()
    results = SimpleNamespace(columns={name: np.array([1.0, 2.0]) for name in ("holders", "due", "lost")})
    (section,) = one.report(results)
    assert section.english_lines[0] == "holders of a share, on average: 1.5" and len(section.dutch_lines) == 3
