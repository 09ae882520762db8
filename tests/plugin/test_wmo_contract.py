"""A Wmo contract in kind (WMO-039): its tariff for each hour of a client, so many hours a year, from a day to a day."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
from plugins.wmo_contract import WmoContract

from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure, tiny_model

from .busy import JOINED, KNOWN_FACE, haarlem

ONE = WmoContract(start=date(2013, 2, 4), end=date(2013, 7, 1))


@cache
def model():
    return haarlem(KNOWN_FACE)


@cache
def played(hours=2000, start=ONE.start, end=ONE.end, weeks=36):
    one = replace(ONE, start=start, end=end, hours=sure(hours, ONE.hours.unit))
    return run(("wmo_contract", one), model=model(), weeks=weeks, residents=2000)


def test_an_hour_of_a_client_brings_the_tariff():
    """At 21 EUR an hour, 35 cents a minute: a visit of 106 minutes is 37.10, of 107 37.45, of 108 37.80, of 109 38.15,
    and the client pays nothing to the enterprise. What is owed comes in six weeks later."""
    by_hand = {106: 3710, 107: 3745, 108: 3780, 109: 3815}
    few = load("haarlems_gemak", ("channels.ch-street.outside=1.5", "neighbourhood.wmo.clients=60", JOINED,
                                  "customer_relationships.cr-known-face.bond.appeal=1",
                                  "neighbourhood.people.pgb_share=0"))
    trial = run(("wmo_contract", replace(ONE, start=date(2013, 1, 7))), model=few, weeks=20, residents=1200,
                replications=6)
    owed, minutes = trial.paid("wmo_contract.vp-cleaning"), np.round(60 * trial.tally("hours.vp-cleaning"))
    seen = {int(minutes[at]): int(owed[at])
            for at in zip(*np.nonzero((trial.tally("visits.vp-cleaning") == 1) & (owed > 0)))
            if not trial.paid("sale.vp-cleaning")[at]}
    assert {*seen} & {*by_hand} and all(by_hand.get(m, paid) == paid for m, paid in seen.items())
    assert np.array_equal(trial.paid("wmo_contract collected.vp-cleaning")[6:], owed[:-6])


def test_the_hours_of_the_contract_bind():
    """Three hours a year at 21 EUR: no more than 63 EUR in the first year, where more was asked."""
    assert played(hours=3).paid("wmo_contract.vp-cleaning").sum(0).max() <= 6_300
    assert played().paid("wmo_contract.vp-cleaning").sum(0).min() > 6_300


def test_it_holds_from_its_day_to_its_day():
    owed = played().paid("wmo_contract.vp-cleaning")
    assert not owed[:4].any() and owed[4:25].any() and not owed[25:].any()


def test_under_the_same_luck_nothing_differs_before_it_and_something_does_after_it():
    trial, plain = played(), run(model=model(), weeks=36, residents=2000)
    assert all(np.array_equal(trial.paid(name)[:4], plain.paid(name)[:4]) for name in plain.streams)
    assert not np.array_equal(trial.minutes("cleaning")[4:], plain.minutes("cleaning")[4:])


def test_a_model_without_household_help_is_told():
    assert "cleaning" in checked("wmo_contract", ONE, tiny_model())[0].instead
    assert checked("wmo_contract", replace(ONE, end=ONE.start), model()) and not checked("wmo_contract", ONE, model())


def test_its_fragment_works_in_the_model_it_fits():
    one = read_fragment(WmoContract, "wmo_contract")
    assert not checked("wmo_contract", one, load(WmoContract.fits))
    some = replace(one, start=ONE.start)
    assert run(("wmo_contract", some), model=model(), weeks=30, residents=2000).paid("wmo_contract.vp-cleaning").any()


def test_it_reports_how_much_of_the_contract_was_used():
    """Two courses of 52 weeks, with 2,100 and 4,200 EUR: 100 and 200 hours, of 2,000 a year."""
    from types import SimpleNamespace

    paid = np.array([[210_000, 420_000]])
    results = SimpleNamespace(name="wmo_contract", streams=("wmo_contract.vp-cleaning", "sale.vp-cleaning"),
                              paid=lambda name: paid,
                              numbers=lambda name: np.full(2, {"tariff": 21.0, "hours": 2000.0}[name]), weeks=52,
                              start=ONE.start)
    (section,) = replace(ONE, end=date(2018, 1, 1)).report(results)
    assert "150 of 2000 hours" in section.english_lines[0] and "150 van 2000 uren" in section.dutch_lines[0]
