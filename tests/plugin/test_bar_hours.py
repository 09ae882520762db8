"""The law on a bar of volunteers (Drank- en Horecawet art. 4): so many evenings a year, counted over gatherings."""

from dataclasses import replace
from datetime import date
from functools import cache
from types import SimpleNamespace

import numpy as np
from plugins.bar_hours import BarHours

from simcore.plugin import Update
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

from .busy import bingo

ONE = BarHours(building="kr-centre", gatherings=["ka-bingo"], start=date(2013, 2, 4))


@cache
def played(evenings, weeks=20, start=ONE.start):
    return run(("bar_hours", replace(ONE, evenings=sure(evenings, ONE.evenings.unit), start=start)), model=bingo(),
               weeks=weeks, residents=300)


def test_after_five_evenings_bingo_goes_on_without_a_bar():
    """Weekly bingo: five evenings count, then each is one too many. Four of some 30 hours without a bar leave 0.8667 of
    its takings the week after; all that is saved by bingo itself is as it was."""
    trial, plain = played(5), run(model=bingo(), weeks=20, residents=300)
    held, bar, opened = trial.tally("held.ka-bingo"), trial.term("bar.kr-centre"), trial.tally("opened.kr-centre")
    assert np.array_equal(held, plain.tally("held.ka-bingo")) and held[4:].sum(0).min() > 5
    assert np.array_equal(trial.paid("saved.ka-bingo"), plain.paid("saved.ka-bingo"))
    for r in range(3):
        sixth = np.flatnonzero(held[:, r])[np.flatnonzero(held[:, r]) >= 4][5]
        assert (bar[:sixth + 1, r] == 1).all() and (bar[sixth + 1:, r] < 1).any()
        whole = [week for week in range(sixth, 19) if held[week, r] and opened[week, r] == 30]
        assert all(round(bar[week + 1, r], 4) == 0.8667 for week in whole)
        takings = [one.paid("bar.kr-centre")[sixth + 1:, r].sum() for one in (trial, plain)]
        assert takings[0] < takings[1]
        assert np.array_equal(trial.paid("bar.kr-centre")[:sixth + 1, r], plain.paid("bar.kr-centre")[:sixth + 1, r])
    assert sum("all the evenings" in text for _, text, _ in trial.notes) == 3


def test_of_two_evenings_in_a_week_the_first_may_still_be_within_what_is_allowed():
    """Four of five were held; in a week with two evenings one is too many: 4 of 20 hours without a bar, 0.2."""
    two = replace(ONE, gatherings=["ka-bingo", "ka-cafe"])
    drawn = {"evenings": 5.0, "pours": 4.0}
    week = SimpleNamespace(date=date(2013, 6, 3), numbers=lambda name: np.array([drawn[name]]),
                           columns={"held": np.array([4.0]), "year": np.array([2013.0]), "dry": np.array([0.0])},
                           tally={"held.ka-bingo": np.array([1]), "held.ka-cafe": np.array([1]),
                                  "opened.kr-centre": np.array([20.0])})
    after = {one.column: one.values[0] for one in two.settle(week=week) if isinstance(one, Update)}
    assert after == {"held": 6, "year": 2013, "dry": 0.2}


def test_under_the_same_luck_nothing_differs_before_the_law():
    trial, plain = played(0), run(model=bingo(), weeks=20, residents=300)
    assert all(np.array_equal(trial.paid(name)[:5], plain.paid(name)[:5]) for name in plain.streams)
    assert (trial.term("bar.kr-centre")[5:] < 1).any()


def test_a_new_year_begins_with_all_its_evenings():
    """Two a year: the third of 2013 is one too many, the first two from the week of 6 January 2014 on are not."""
    trial = played(2, weeks=58)
    held, dry = trial.tally("held.ka-bingo"), trial.column("dry")
    for r in range(3):
        some = np.flatnonzero(held[4:52, r])[:3] + 4
        assert not dry[some[0], r] and not dry[some[1], r] and dry[some[2], r]
        new = np.flatnonzero(held[52:, r])[:3] + 52
        assert [dry[week, r] > 0 for week in new] == [False, False, True][:len(new)]


def test_a_gathering_elsewhere_is_told():
    said = checked("bar_hours", replace(ONE, gatherings=["ka-fair"]), bingo())[0]
    assert "names 'ka-fair' in gatherings" in said.what and "ka-bingo" in said.instead
    assert "kr-centre" in checked("bar_hours", replace(ONE, building="kr-hall"), bingo())[0].instead
    assert checked("bar_hours", replace(ONE, gatherings=[]), bingo()) and not checked("bar_hours", ONE, bingo())


def test_its_fragment_works_in_the_model_it_fits():
    one = read_fragment(BarHours, "bar_hours")
    assert BarHours.fits == "wijkonderneming" and not checked("bar_hours", one, bingo())
    trial = run(("bar_hours", replace(one, start=date(2013, 1, 7), evenings=sure(1, one.evenings.unit))), model=bingo(),
                weeks=10, residents=300)
    assert (trial.term("bar.kr-centre")[-1] < 1).any()
