"""A broker or a caretaker for the same money (seed 002): people asked along, or work taken over; until the contract
ends."""

from datetime import date

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

KIND = find()["broker_or_caretaker"][0].kind
FIRST = date(2013, 2, 4)                                                          # a Monday, week 4


def model(*changes):
    return tiny_model("wijkonderneming", *changes)


def made(choice, **given):
    return KIND(**{"choice": choice, "organising": "ka-organising", "building": "kr-centre", "start": FIRST, **given})


@pytest.mark.parametrize("choice", ["broker", "caretaker"])
def test_every_promise_is_kept(choice):
    check_plugin(made(choice), model=model(), weeks=6)


def test_both_cost_the_same_and_that_is_given_in_kind_until_the_end():
    """199 residents x 5 EUR / 52 = 19.13 a week."""
    for choice in ("broker", "caretaker"):
        trial = run(made(choice, end=date(2013, 3, 4)), model=model(), weeks=10, replications=2)
        assert trial.paid("broker_or_caretaker.given").tolist() == [[0, 0]] * 4 + [[1913, 1913]] * 4 + [[0,
                                                                                                         0]] * 2, choice
        for name in ("volunteers.join", "volunteers.stop"):
            assert (trial.term(name)[[0, 1, 2, 3, 8, 9]] == 1).all()


def test_a_caretaker_takes_over_part_of_what_residents_carry():
    """Residents carry 12 h of organising and 30 h of opening by one person: 42 h. 100 EUR for each of 199 residents is
    382.69 a week, 12.345 h at 31 EUR; 0.6 of them are 7.407 h, or 0.17635 of it, so people stop 0.82365 times as
    often."""
    trial = run(made("caretaker", budget=sure(100, "EUR/resident/year")), model=model(), weeks=6, replications=2)
    assert trial.term("volunteers.stop")[4:] == pytest.approx(0.82365, abs=1e-5)
    assert (trial.term("volunteers.join") == 1).all()
    rich = run(made("caretaker", budget=sure(10_000, "EUR/resident/year")), model=model(), weeks=6, replications=1)
    assert (rich.term("volunteers.stop")[4:] == 0).all()


def test_a_broker_asks_people_along_which_counts_for_less_the_more_volunteers_invite_themselves():
    """100 EUR a resident is 7.810 h a week at 49 EUR: 406.12 households spoken with a year, of whom 0.01 help: 4.0612.
    Fifteen volunteers who bring along 0.3 each a year bring 4.5: so 1 + 4.0612 / 4.5 = 1.9025 times as many come."""
    trial = run(made("broker", budget=sure(100, "EUR/resident/year")), model=model(), weeks=9)
    there = trial.tally("volunteers")[3:-1]
    assert trial.term("volunteers.join")[4:] == pytest.approx(1 + 4.06122 / (0.3 * there), abs=1e-4)
    assert 1 + 4.06122 / (0.3 * 15) == pytest.approx(1.9025, abs=1e-4) and (trial.term("volunteers.stop") == 1).all()


def test_under_the_same_luck_fewer_stop_with_a_caretaker_and_more_come_with_a_broker():
    # in so small a district nobody is left to ask, unless nearly all may become a volunteer here
    asked = model("key_activities.ka-organising.volunteering.pool=0.9")
    some = {"model": asked, "weeks": 26, "replications": 20, "residents": 300}
    much = {"budget": sure(1000, "EUR/resident/year")}
    without, broker, caretaker = (run(*one, **some).tally("volunteers") for one in (
        [], [made("broker", **much)], [made("caretaker", **much)]))
    for other in (broker, caretaker):
        assert np.array_equal(other[:4], without[:4]) and other[-1].sum() > without[-1].sum() + 20


def test_where_channels_are_named_a_broker_is_heard_beside_them():
    """10 EUR for each of 199 residents is 0.781 h a week, 40.612 households a year. Half of them remember: with N homes
    that is 20.306 / N a year, beside 0.5 in the street."""
    half = "{value: 0.5, unit: per year, low: 0.1, high: 1, evidence: assumption, source: a test}"
    street = model(f"channels.ch-street.outside={half}")
    trial = run(made("broker", channels=["ch-street"], budget=sure(10, "EUR/resident/year")), model=street, weeks=5)
    homes = trial.tally("homes")[4]
    assert trial.term("hearing")[4] == pytest.approx(1 + 20.306 / homes / 0.5,
                                                     abs=1e-3) and (trial.term("hearing")[:4] == 1).all()


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("broker_or_caretaker", read_fragment(KIND, "broker_or_caretaker")), model=KIND.fits, weeks=2, replications=1,
        residents=60)
    with pytest.raises(BadInput, match="names 'kr-hall' in building"):
        run(made("broker", building="kr-hall"), model=model())
    with pytest.raises(BadInput, match="names 'ka-organising' in organising"):
        run(made("broker"))
