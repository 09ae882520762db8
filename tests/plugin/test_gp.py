"""The GP as the place where people are found (seed 001): told in consultations, as far as the doctor has minutes for
it."""

from datetime import date

import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure

KIND = find()["gp"][0].kind
START = date(2013, 1, 7)


def made(**given):
    return KIND(**{"channels": ["ch-street"], "start": START, **given})


def test_every_promise_is_kept():
    check_plugin(made(), name="gp", weeks=8, off={"mentioned": sure(0, "share")})


def test_who_comes_to_the_doctor_hears_that_much_sooner():
    """Limited: 9 times a year x 0.25 told x 0.30 taken = 0.675 a year, beside 0.5 a year in the street: 1 + 1.35 =
    2.35. Old: 8 x 0.075 / 0.5 = 1.2, on the 1 of a channel that speaks to everyone: 2.2. Ill: 1 + 20 x 0.075 / 0.5 =
    4."""
    trial = run(("gp", made(room=sure(10_000, "minutes"))), weeks=3)
    for kind, factor in (("limited", 2.35), ("old", 2.2), ("temporary_care", 4.0)):
        assert trial.term(f"hearing.{kind}") == pytest.approx(factor), kind
    assert (trial.term("hearing.benefit") == 0).all()


def test_a_doctor_without_more_minutes_tells_fewer_and_all_once_most_know_it():
    """Half of all residents come each week, and it takes a minute each; a doctor of 1,000 has 250: for half of them. So
    52 x 0.01 x 0.5 = 0.26 a year, beside 0.5: 1.52 in the first week, when nobody knows it. Once half know it, all are
    told: 2.04."""
    given = {"limited": sure(52, "per year"), "share_limited": sure(0.5, "share"), "share_old": sure(0, "share"),
             "mentioned": sure(1, "share"),
             "temporary_care": sure(0, "per year"), "taken": sure(0.01, "share"), "minutes": sure(1, "minutes"),
             "room": sure(250, "minutes"), "patients": sure(1000, "people")}
    trial = run(("gp", made(**given)), weeks=25, changes=("channels.ch-street.outside=10",))
    slow = run(("gp", made(**given)), weeks=1)
    assert slow.term("hearing.limited") == pytest.approx(1.52)
    unaware = 1 - trial.tally("aware") / trial.tally("homes")
    term = trial.term("hearing.limited")
    assert (unaware[-1] < 0.5).all() and term[1:] == pytest.approx(1 + 0.52 / 10 * (1 / (2 * unaware[:-1])).clip(max=1))


def test_under_the_same_luck_more_households_know_it_from_its_start_on():
    start = date(2013, 2, 4)
    told, not_told = run(("gp", made(start=start, taken=sure(1, "share"))), weeks=25), run(weeks=25)
    more = told.tally("aware") - not_told.tally("aware")
    assert not more[:4].any() and more[-1].sum() > 5 and (told.term("hearing.old")[:4] == 0).all()


def test_the_example_plays_on_the_model_it_fits_and_every_channel_from_outside_is_named():
    run(("gp", read_fragment(KIND, "gp")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match=r"names ch-word in channels(.|\n)*write channels: \[ch-street\]"):
        run(("gp", made(channels=["ch-word"])))
    with pytest.raises(BadInput, match="no channel tells of the enterprise from outside"):
        run(("gp", made()), model="wijkonderneming")
