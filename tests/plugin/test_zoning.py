"""Budgets by need (seed 002): an index of the neighbourhood's own figures, a purse that pays hours, and what goes
back."""

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

KIND = find()["zoning"][0].kind
BUSY = ("channels.ch-street.outside=10", "customer_relationships.cr-same-face.bond.appeal=1",
        "key_activities.ka-guidance.recruiting.join=0.95", "neighbourhood.people.benefit_share=0.4")


def made(**given):
    return KIND(**{"services": ["vp-garden", "vp-odd-jobs"], **given})


def test_the_purse_follows_the_figures_of_the_neighbourhood():
    """Here 9.5 % live on benefit (4.8 % in the city), 51.2 % are lonely (40.5 %), 36 % of the old are limited (31.7 %):
    1.97917, 1.26420 and 1.13565, so 1.45967 on average. 199 residents x 65 EUR x 0.03 = 388.05, times that 566.43 a
    year; with twice the weight 388.05 x 1.91934 = 744.80; with none 388.05."""
    for weight, cents in ((1, 56_643), (2, 74_480), (0, 38_805)):
        trial = run(made(unequal=sure(weight, "factor")), weeks=1, replications=1)
        assert trial.tally("residents")[0, 0] == 199
        assert trial.paid("zoning.filled")[0, 0] == cents, weight


def test_it_pays_for_hours_until_it_is_empty_and_never_more():
    """With 388.05 in the purse, at 14 EUR an hour: the twenty-eighth hour finds it empty; 38,805 cents are paid in
    all."""
    plugin = made(unequal=sure(0, "factor"), fee=sure(14, "EUR/hour"))
    trial = run(plugin, weeks=40, changes=BUSY)
    paid, hours = trial.paid("zoning.paid"), trial.tally("hours.vp-garden") + trial.tally("hours.vp-odd-jobs")
    assert (paid.sum(0) == np.minimum(38_805, np.round(1400 * hours).sum(0))).all() and (paid.sum(0) == 38_805).any()
    assert (paid <= np.round(1400 * hours)).all()
    told = [r for _, text, r in trial.notes if "used up" in text]
    empty = np.flatnonzero(np.round(1400 * hours).sum(0) > 38_805).tolist()
    assert sorted(told) == empty


def test_what_is_left_goes_back_when_the_year_is_over_and_the_purse_is_filled_anew():
    trial = run(made(), weeks=54, replications=2, residents=60)
    back, paid, filled = (trial.paid(f"zoning.{one}") for one in ("back", "paid", "filled"))
    assert np.flatnonzero(filled[:, 0]).tolist() == [0, 52] and np.flatnonzero(back[:, 0]).tolist() == [51]
    assert (filled[:52].sum(0) == paid[:52].sum(0) + back[:52].sum(0)).all() and (filled[0] == filled[52]).all()
    assert (trial.column("purse")[51] == 0).all()


def test_without_an_enterprise_all_of_it_goes_back():
    trial = run(made(), weeks=52, replications=1, residents=60, enterprise=False)
    assert (trial.paid("zoning.back").sum(0) == trial.paid("zoning.filled").sum(0)).all()
    assert "zoning.paid" not in trial.streams


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("zoning", read_fragment(KIND, "zoning")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'vp-nothing' in services"):
        run(made(services=["vp-nothing"]))
