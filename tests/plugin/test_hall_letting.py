"""Letting rooms in three tariff groups (COM-004): free ones first, in the hours that are left, not in summer."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
from plugins.hall_letting import GROUPS, HallLetting

from simcore.canvas import load
from simcore.plugin import Payment, Update
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run

ONE = HallLetting(room="kr-rooms", start=date(2013, 2, 4))
NUMBERS = {name: getattr(ONE, name).value for name in ("hours", "own", "occupancy", "rent", "part", "free", "full")}


def week(luck=0.5, day=date(2013, 3, 4), alive=True, **numbers):
    """A week as the plugin sees it."""
    drawn = {name: np.array([float(value)]) for name, value in (NUMBERS | numbers).items()}
    return SimpleNamespace(date=day, alive=np.array([alive]), luck=lambda n: np.array([luck]),
                           numbers=drawn.__getitem__,
                           columns={name: np.array([0.0]) for name in GROUPS})


def settled(**how):
    """Hours by group and cents by stream of one week."""
    out = list(ONE.settle(week(**how)))
    return ({one.column: float(one.values[0]) for one in out if isinstance(one, Update)},
            {one.stream.partition(".")[2]: int(one.cents[0]) for one in out if isinstance(one, Payment)})


def test_an_ordinary_week_brings_97_euros_and_20_cents():
    """Of 60 hours 35 % are asked, 21: 40 % for nothing is 8, 30 % reduced is 6, 30 % in full is 6. 6 x 0.35 x 12 EUR is
    25.20, 6 x 12 EUR is 72.00.
    """
    assert settled() == ({"free": 8, "reduced": 6, "full": 6}, {"groups": 2520, "companies": 7200})


def test_free_groups_go_first_and_who_pays_gets_what_is_left():
    """With 10 hours left of 60, and twice as much asked: 10 of the 17 free ones, none that pay."""
    assert settled(luck=0.999, own=50) == ({"free": 10, "reduced": 0, "full": 0}, {"groups": 0, "companies": 0})
    assert settled(own=48)[0] == {"free": 8, "reduced": 4, "full": 0}


def test_nothing_is_let_in_summer_before_the_start_or_where_the_enterprise_is_gone():
    assert settled(day=date(2013, 7, 22)) == ({}, {}) and settled(day=date(2013, 1, 28)) == ({}, {})
    assert settled(alive=False)[1] == {"groups": 0, "companies": 0}


def test_under_the_same_luck_only_cash_differs_and_not_before():
    model = load("haarlems_gemak")
    one, plain = run(("hall_letting", ONE), model=model, weeks=20), run(model=model, weeks=20)
    rent = one.paid("hall_letting.groups") + one.paid("hall_letting.companies")
    assert not rent[:4].any() and rent[4:].any(1).all()
    assert (one.tally("cash") - plain.tally("cash")).round(2).tolist() == (rent.cumsum(0) / 100).tolist()
    assert np.array_equal(one.outcome.series["minutes"], plain.outcome.series["minutes"])


def test_a_room_that_lets_itself_or_is_not_there_is_told():
    assert "lets its rooms already" in checked("hall_letting", replace(ONE, room="kr-centre"),
                                               load("wijkonderneming"))[0].what
    assert "kr-rooms" in checked("hall_letting", replace(ONE, room="kr-x"), load("haarlems_gemak"))[0].instead


def test_its_fragment_works_in_the_model_it_fits_and_reports_what_was_given_away():
    spec, one = load(HallLetting.fits), read_fragment(HallLetting, "hall_letting")
    assert not checked("hall_letting", one, spec)
    assert run(("hall_letting", one), model=spec, weeks=10, replications=1).paid("hall_letting.companies")[8:].any()
    results = SimpleNamespace(columns={name: np.array([10.0, 20.0]) for name in GROUPS},
                              numbers=lambda name: np.array([12.0, 12.0]))
    (section,) = one.report(results)
    assert "180 euros" in section.english_lines[0] and section.rows[0] == ("0 %", 15.0)
