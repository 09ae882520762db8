"""What is everybody's (laws.md 13): porticoes that firms clean, litter that people meet, worked out by hand."""

import numpy as np
import pytest

from simcore.behaviour.commons import LITTER
from simcore.luck import binomial, key, poisson, uniforms
from simcore.week.numbers import whole


@pytest.fixture
def lanes(lane):
    """A lane of doing nothing and one of the enterprise of residents, a first week done."""
    both = [lane(canvas="wijkonderneming", enterprise=there) for there in (False, True)]
    for one in both:
        one.step()
    return both


def test_firms_clean_their_share_and_residents_pay_it_through_service_costs(lanes):
    """180 porticoes, 0.8 of them cleaned: 144 at 13.80 a week; 21 % in it goes on to the treasury."""
    flows = {name: lanes[0].ledger.flows[0, :, i] for name, i in lanes[0].ledger.index.items()}
    assert ((lanes[0].series.more["porticoes done"][0] == 144).all()
            and (lanes[0].series.more["porticoes due"][0] == 180).all())
    assert (flows["commons.cleaning"] == 144 * 1380).all()
    assert (np.abs(flows["commons.vat"] - 144 * 1380 * 21 / 121) <= 1).all()
    assert (lanes[0].series.more["contract minutes"][0] == 144 * 45).all()


def test_once_a_fortnight_firms_clean_each_portico_every_other_week_for_the_same_service_costs(lane):
    one = lane("neighbourhood.commons.every=2", canvas="wijkonderneming", enterprise=False)
    for _ in range(2):
        one.step()
    assert (one.series.more["contract minutes"].sum(0) == 144 * 45).all()
    assert ((one.series.more["porticoes due"].sum(0) == 180).all()
            and (one.series.more["porticoes done"].sum(0) == 144).all())
    assert (one.ledger.flows[:2, :, one.ledger.index["commons.cleaning"]] == 144 * 1380).all()


def test_firms_lose_what_is_taken_over_in_the_share_they_cleaned(lane):
    one = lane(canvas="wijkonderneming")
    one.step()
    one.desk.common.orders.taken[0][:] = 60
    one.commons.week(one)
    assert (one.series.more["contract minutes"][1] == whole(0.8 * 120 * np.ones(2)) * 45).all()


def test_litter_is_met_by_adults_as_often_as_the_neighbourhood_says(lane):
    """z over half a year: adults x 2 a year, of which 5 % is answered."""
    one = lane(canvas="wijkonderneming", enterprise=False)
    for _ in range(26):
        one.step()
    seen, addressed = (one.series.more[name].sum() for name in ("litter", "litter addressed"))
    mean = one.world.residents.adult.sum() * 2 / 52 * 26
    assert abs(seen - mean) < 4 * np.sqrt(mean)
    assert abs(addressed - 0.05 * seen) < 4 * np.sqrt(0.05 * 0.95 * seen)


def test_who_promised_to_speak_up_meets_litter_of_its_own(lane):
    one = lane("neighbourhood.commons.litter=52", canvas="wijkonderneming")
    one.step()
    w = one.world
    litter = w.deeds.deed[0].tolist().index(LITTER)
    w.pledges.kind[0, :40], w.pledge_count[0] = litter, 40
    w.pledges.kind[0, 40:60] = litter                                # beyond the end of the list: no promises
    w.carried[:] = 0
    means = []
    for week in range(200):
        one.week = week
        means.append(one.commons.met(one)[0][0])
    adults = one.commons.adults[0]
    assert abs(np.mean(means) - (adults - 40)) < 4 * np.sqrt((adults - 40) / 200)


def test_a_neighbourhood_without_commons_counts_and_pays_nothing(lane):
    one = lane(enterprise=False)
    one.commons.there = False
    one.step()
    assert "litter" not in one.series.more and not one.ledger.of("commons.cleaning").any()


def test_a_binomial_number_has_its_mean_and_spread():
    u = uniforms(key("test binomial"), 4000)[:, 0]
    for n, p in ((5, 0.3), (400, 0.05), (400, 0.97)):
        drawn = np.array([binomial(n, p, x) for x in u])
        assert abs(drawn.mean() - n * p) < 4 * np.sqrt(n * p * (1 - p) / u.size)
        assert drawn.var() == pytest.approx(n * p * (1 - p), rel=0.15) and 0 <= drawn.min() <= drawn.max() <= n


def test_a_binomial_number_grows_with_its_luck_and_its_chance():
    for u in (0.01, 0.4, 0.999):
        drawn = [binomial(50, p, u) for p in (0.0, 0.1, 0.5, 0.9, 1.0)]
        assert drawn == sorted(drawn) and drawn[0] == 0 and drawn[-1] == 50
    assert binomial(0, 0.5, 0.9) == 0 and poisson(0.0, 0.9) == 0
