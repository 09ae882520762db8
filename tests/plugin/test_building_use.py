"""What becomes of a building (seed 000): sold, let for a fee, or lived in by caretakers until a buyer comes."""

from datetime import date

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

KIND = find()["building_use"][0].kind
FIRST = date(2013, 2, 4)                                                          # a Monday, week 4
RUN_BY_RESIDENTS = ("simwijk.goals.support=0.01", "key_activities.ka-fair.gathering.first=1",
                    "key_activities.ka-bingo.gathering.first=2", "key_activities.ka-bingo.gathering.every=1")


def model():
    return tiny_model("wijkonderneming", *RUN_BY_RESIDENTS)


def made(use, **given):
    return KIND(**{"use": use, "building": "kr-centre", "rent": "cost-rent", "start": FIRST, **given})


def line(trial):
    """(weeks, R) cents of the rent, whoever bears it."""
    return trial.paid("cost.cost-rent") + trial.paid("in kind.cost-rent.kp-municipality")


@pytest.mark.parametrize("use", ["caretakers", "let"])
def test_every_promise_is_kept(use):
    check_plugin(made(use), model=model(), weeks=6)


def test_let_for_a_fee_residents_pay_that_instead_of_the_rent():
    """500 m2 x 15 EUR / 52 = 144.23 a week before, 500 x 80 / 52 = 769.23 a week from its date on, and it stays
    open."""
    trial = run(made("let"), model=model(), weeks=8, replications=2)
    rent = line(trial)
    assert (rent[3] == 14_423).all() and (rent[4:] == 76_923).all() and (trial.tally("opened.kr-centre")[4:] > 0).all()


def test_sold_the_owner_has_its_price_once_and_nothing_is_held_there_any_more():
    """500 m2 x 600 EUR = 300,000.00."""
    trial = run(made("sold"), model=model(), weeks=8, replications=2)
    assert trial.paid("building_use.sale").tolist() == [[0, 0]] * 4 + [[30_000_000] * 2] + [[0, 0]] * 3
    assert trial.tally("held.ka-bingo")[3].any() and not trial.tally("held.ka-bingo")[4:].any()
    assert (line(trial)[3] > 0).all() and not line(trial)[4:].any() and not trial.paid("building_use.caretakers").any()


def test_caretakers_bear_their_part_and_pay_the_owner_while_what_was_held_there_gives_way():
    """0.4 x 500 m2 = 200 m2 is lived in by four people of 50 m2: 4 x 150 x 12 / 52 = 138.46 a week. Of the rent
    residents and the municipality bear 0.6: 500 x 15 x 0.6 / 52 = 86.54."""
    trial = run(made("caretakers", give_way=["ka-bingo"], buyer=sure(0, "share/year")), model=model(), weeks=8,
                replications=2)
    assert trial.paid("building_use.caretakers").tolist() == [[0, 0]] * 4 + [[13_846] * 2] * 4
    assert (line(trial)[4:] == 8654).all() and (trial.tally("opened.kr-centre")[4:] > 0).all()
    assert trial.tally("held.ka-bingo")[3].all() and not trial.tally("held.ka-bingo")[4:].any()


def test_of_a_building_that_is_lived_in_all_costs_by_the_square_metre_fall_and_so_do_lettings_but_not_the_bar():
    """Energy and service of 500 m2 at 25 EUR are 240.38 a week, and 0.6 of that 144.23; repairs at 10 EUR 96.15 and
    57.69. Of three rooms that are let 0.6 is left."""
    how = {"model": model(), "weeks": 8, "replications": 2}
    trial, plain = run(made("caretakers", buyer=sure(0, "share/year")), **how), run(**how)
    for cost, before, after in (("cost-energy", 24_038, 14_423), ("cost-upkeep", 9_615, 5_769)):
        whole = trial.paid(f"cost.{cost}") + trial.paid(f"in kind.{cost}.kp-municipality")
        assert (whole[1:4] == before).all() and (whole[4:] == after).all(), cost
    assert trial.term("rooms.kr-centre")[:, 0].tolist() == [1] * 4 + [0.6] * 4
    let, usual = (one.paid("letting.kr-centre")[4:] for one in (trial, plain))
    assert np.allclose(let, 0.6 * usual, atol=1) and usual.any()
    assert np.array_equal(trial.paid("bar.kr-centre"), plain.paid("bar.kr-centre"))


def test_once_a_buyer_comes_all_of_it_ends_after_the_notice():
    """With a buyer nearly at once in week 4 and three weeks of notice it is sold in week 7, and closed from week 8
    on."""
    trial = run(made("caretakers", buyer=sure(1, "share/year"), notice=sure(3, "weeks")), model=model(), weeks=10,
                replications=2)
    assert trial.column("stage")[:, 0].tolist() == [0] * 4 + [1] * 3 + [2] * 3
    assert trial.paid("building_use.sale")[:, 0].tolist() == [0] * 7 + [30_000_000, 0, 0]
    assert np.flatnonzero(trial.paid("building_use.caretakers")[:, 0]).tolist() == [4, 5, 6, 7]
    assert (trial.tally("opened.kr-centre")[7] > 0).all() and not trial.tally("opened.kr-centre")[8:].any()
    assert [week for week, text, r in trial.notes if r == 0] == [4, 7]


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("building_use", read_fragment(KIND, "building_use")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'kr-hall' in building"):
        run(made("let", building="kr-hall"), model=model())
    with pytest.raises(BadInput, match="names 'ka-fair' in give_way"):
        run(made("let", give_way=["ka-fair"]), model=model())
