"""A concept that has proved itself is sold (seed 001): after enough good weeks, rarer with each sale."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
from plugins.concept_sale import ConceptSale

from simcore.canvas import load
from simcore.plugin import Payment, Update
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, tiny_model

from .busy import BUSY

ONE = ConceptSale(start=date(2013, 2, 4))
NAMES = "proven", "customers", "dip", "leads", "places", "price", "hours", "wage", "vat"


def within(number, value):
    """The parameter at this value, with a range from nothing; in these courses only luck differs."""
    return replace(number, value=value, low=0, high=value or 1)


EASY = replace(ONE, proven=within(ONE.proven, 4), customers=within(ONE.customers, 0), dip=within(ONE.dip, 1e6),
               leads=within(ONE.leads, 30))


def settled(weeks=53.0, sold=0.0, customers=30.0, result=0.0, luck=0.01, alive=True, day=date(2014, 6, 2),
            **given):
    """Columns and cents of one week."""
    week = SimpleNamespace(date=day, alive=np.array([alive]), luck=lambda n: np.array([luck]),
                           columns={"weeks": np.array([weeks]), "sold": np.array([sold])},
                           tally={"customers": np.array([customers]), "result": np.array([result])},
                           numbers=lambda name: np.array([float(given.get(name, getattr(ONE, name).value))]))
    out = list(ONE.settle(week))
    return ({one.column: float(one.values[0]) for one in out if isinstance(one, Update)},
            {one.stream.partition(".")[2]: int(one.cents[0]) for one in out if isinstance(one, Payment)})


def played(one=EASY, weeks=40, **how):
    return run(("concept_sale", one), model=tiny_model(None, *BUSY), weeks=weeks, residents=500, **how)


def test_every_promise_is_kept():
    check_plugin(EASY, name="concept_sale", model=tiny_model(None, *BUSY), weeks=16)


def test_a_sale_of_4000_euros_leaves_1065_euros_and_79_cents():
    """4,000.00 with 21 % VAT in it: 694.21 to the treasury; 40 hours of 56 EUR are 2,240.00. Left: 1,065.79."""
    columns, cents = settled()
    assert cents == {"sold": 400_000, "vat": 69_421, "time": 224_000} and columns == {"weeks": 54, "sold": 1}
    assert 400_000 - 69_421 - 224_000 == 106_579


def test_nobody_sells_for_less_than_the_time_it_takes():
    """2,710.00 without VAT is 2,239.67, and the time costs 2,240.00; 2,711.00 is 2,240.50."""
    assert [settled(price=price)[1]["sold"] for price in (2710.0, 2711.0)] == [0, 271_100]


def test_nothing_is_sold_before_it_has_proved_itself_and_a_bad_week_begins_the_count_anew():
    assert settled(weeks=51.0)[1]["sold"] == 0 and settled(weeks=51.0)[0]["weeks"] == 52
    assert settled(customers=29.0)[0]["weeks"] == 0 == settled(customers=29.0)[1]["sold"]
    assert settled(result=-100.01)[0]["weeks"] == 0 and settled(result=-100.0)[0]["weeks"] == 54
    assert settled(alive=False) == ({"weeks": 0, "sold": 0}, {"sold": 0, "vat": 0, "time": 0})
    assert settled(day=date(2013, 1, 28)) == ({}, {})


def test_each_sale_leaves_fewer_places_until_none_is_left():
    """1 a year is 0.0190 a week; with three of six places sold 0.0096; with six nothing, whatever the luck."""
    assert [settled(sold=sold, luck=0.015)[1]["sold"] > 0 for sold in (0.0, 3.0, 6.0)] == [True, False, False]
    assert settled(sold=6.0, luck=1e-9)[1]["sold"] == 0 and settled(sold=3.0, luck=0.009)[1]["sold"] > 0
    assert played(replace(EASY, places=within(EASY.places, 2)), 60).column("sold").max() == 2


def test_under_the_same_luck_only_cash_differs_and_not_before_it_has_proved_itself():
    one, plain = played(), run(model=tiny_model(None, *BUSY), weeks=40, residents=500)
    sold, gone = one.paid("concept_sale.sold"), one.paid("concept_sale.vat") + one.paid("concept_sale.time")
    assert not sold[:8].any() and sold[8:].any()
    assert (one.tally("cash") - plain.tally("cash")).round(2).tolist() == ((sold - gone).cumsum(0) / 100).tolist()
    assert np.array_equal(one.outcome.series["minutes"], plain.outcome.series["minutes"])


def test_what_another_plugin_pays_counts_for_how_well_it_goes():
    """A coach of learn-work places costs 26 h x 42 EUR = 1,092.00 a week: from the week after he came the result is so
    much less, and where a loss of 1,000.00 is the most that still is going well, the count begins anew."""
    some = replace(EASY, dip=within(EASY.dip, 1000), start=date(2013, 1, 7), proven=within(EASY.proven, 1000))
    coach = ("learn_work", find()["learn_work"][0].kind(team="kr-team", start=date(2013, 1, 21)))
    how = {"model": tiny_model(None, "key_activities.ka-guidance.recruiting.join=0"), "weeks": 6, "residents": 300}
    alone, both = (run(("concept_sale", some), *more, **how) for more in ((), (coach,)))
    assert np.allclose((both.tally("result") - alone.tally("result"))[:6], np.array([[0, 0, 0, -1092, -1092, -1092]]).T)
    weeks = [one.column("weeks", "concept_sale")[:, 0].tolist() for one in (alone, both)]
    assert weeks == [[0, 1, 2, 3, 4, 5], [0, 1, 2, 0, 0, 0]]          # in the first week it begins, at a cost


def test_its_fragment_works_in_the_model_it_fits():
    one = read_fragment(ConceptSale, "concept_sale")
    assert one.start == date(2014, 1, 6)
    easy = replace(EASY, start=date(2013, 1, 7))
    assert run(("concept_sale", easy), model=load(ConceptSale.fits), weeks=30,
               replications=2).paid("concept_sale.sold").any()
