"""A subsidy by three routes (seed 001): to the institution in advance and settled, to citizens as part of a price, or
none."""

from dataclasses import replace
from datetime import date

import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

KIND = find()["subsidy_route"][0].kind
BUSY = ("channels.ch-street.outside=10", "customer_relationships.cr-same-face.bond.appeal=1",
        "key_activities.ka-guidance.recruiting.join=0.95")

YOUNG = tuple(f"neighbourhood.people.ages.from_{age}.share={share}" for age, share in (
    (55, 0.268), (65, 0), (70, 0), (75, 0), (80, 0)))


def made(route="institution", **given):
    return KIND(**{"route": route, "costs": ["cost-lead"], "services": ["vp-garden", "vp-odd-jobs"], "who": "everyone",
                   **given})


@pytest.mark.parametrize("route", ["institution", "citizen"])
def test_every_promise_is_kept_and_without_a_route_nothing_is_different(route):
    check_plugin(made(route), model=tiny_model(None, *BUSY), weeks=8, off={"route": "none"})


def test_an_advance_comes_each_quarter_and_the_rest_goes_back_after_the_year():
    """12,000 EUR a year: 3,000.00 in weeks 0, 13, 26 and 39. The line costs 400 h x 12 EUR / 52 = 92.31 a week, so 52 x
    92.31 = 4,800.12 in a year: 12,000.00 - 4,800.12 = 7,199.88 goes back in the last week of the year."""
    trial = run(made(total=sure(12000, "EUR/year")), weeks=53, residents=60, replications=1)
    paid, back = trial.paid("subsidy_route.advance")[:, 0], trial.paid("subsidy_route.back")[:, 0]
    assert {week: cents for week, cents in enumerate(paid.tolist()) if cents} == {n: 300_000 for n in (0, 13, 26, 39,
                                                                                                       52)}
    assert {week: cents for week, cents in enumerate(back.tolist()) if cents} == {51: 719_988}
    assert [week for week, text, _ in trial.notes if "goes back" in text] == [51]


def test_whoever_spends_more_than_it_got_pays_nothing_back_and_the_end_is_settled_as_a_year():
    """5,200 EUR a year is 1,300.00 in advance; 4 weeks x 92.31 = 369.24 was spent when it ends: 930.76 goes back."""
    ended = run(made(total=sure(5200, "EUR/year"), end=date(2013, 2, 4)), weeks=8, residents=60, replications=1)
    assert ended.paid("subsidy_route.back")[:, 0].tolist() == [0, 0, 0, 93_076, 0, 0, 0, 0]
    assert ended.paid("subsidy_route.advance")[:, 0].sum() == 130_000
    spent = run(made(total=sure(400, "EUR/year"), end=date(2013, 2, 4)), weeks=8, residents=60, replications=1)
    assert not spent.paid("subsidy_route.back").any()


def test_with_citizens_it_pays_visits_at_most_ten_euros_an_hour_until_the_money_is_used_up():
    """A budget of 40 EUR a year is 4,000 cents, however many visits there are; without that limit more is paid."""
    rich, poor = (run(made("citizen", total=sure(euros, "EUR/year")), weeks=30, changes=BUSY)
                  for euros in (1_000_000, 40))
    streams = ("subsidy_route.vp-garden", "subsidy_route.vp-odd-jobs")
    of_rich, of_poor = (sum(trial.paid(one) for one in streams).sum(0) for trial in (rich, poor))
    hours = rich.tally("hours.vp-garden") + rich.tally("hours.vp-odd-jobs")
    visits = rich.tally("visits.vp-garden") + rich.tally("visits.vp-odd-jobs")
    weekly = sum(rich.paid(one) for one in streams)
    assert (of_rich > 4000).any() and (of_poor <= 4000).all() and (of_poor > 3000).any()
    assert (weekly <= 1000 * hours + visits).all()
    assert "subsidy_route.advance" not in rich.streams
    nobody = run(made("citizen", who="old", total=sure(1_000_000, "EUR/year")), weeks=30, changes=(*BUSY, *YOUNG))
    assert not any(nobody.paid(one).any() for one in streams)


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("subsidy_route", read_fragment(KIND, "subsidy_route")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'cost-nothing' in costs"):
        run(made(costs=["cost-nothing"]))
    with pytest.raises(BadInput) as caught:
        run(replace(made(costs=[]), end=date(2012, 1, 1)))
    said = [one.what for one in caught.value.problems]
    assert said == ["subsidy_route: costs is empty",
                    f"subsidy_route: end (2012-01-01) is not after start ({made().start})"]
    with pytest.raises(BadInput, match="services is empty"):
        run(made("citizen", services=[]))
