"""Work at the enterprise (laws.md 4 and 5): people learn, grow surer of themselves, and are trusted by what is seen."""

import csv
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.work import drift, gained, lost, plain_noise, productivity, quality, skill_of
from simcore.behaviour.world import NOBODY, STRANGER
from simcore.luck import key, uniforms

SHARE = st.floats(0, 1)
FIGURES = Path(__file__).parents[2] / "models" / "figures.csv"


def test_productivity_by_hand():
    """z = z_end - (z_end - z_start) e^(-H/L): 0.40 at first, 0.65 in the end, a share 1/e of the way left after L."""
    assert productivity(0.40, 0.65, 0, 400) == pytest.approx(0.40)
    assert productivity(0.40, 0.65, 400, 400) == pytest.approx(0.65 - 0.25 / np.e)
    assert productivity(0.40, 0.65, 1e9, 400) == 0.65


@given(st.floats(0.1, 0.6), st.floats(0, 0.4), st.floats(0, 5000), st.floats(0, 5000), st.floats(100, 900))
def test_productivity_never_falls_with_practice(start, more, one, other, to_learn):
    """Section 5: z never falls."""
    less, longer = sorted((one, other))
    first, second = (productivity(start, start + more, hours, to_learn) for hours in (less, longer))
    assert start - 1e-12 <= first <= second <= start + more


@given(SHARE, st.floats(0.01, 1), SHARE, st.floats(-3, 3))
def test_quality_lies_between_zero_and_one_and_grows_with_skill_and_confidence(skill, end, confidence, noise):
    seen = quality(skill * end, end, confidence, noise)
    assert 0 <= seen <= 1
    assert seen <= quality(end, end, confidence, noise) and seen <= quality(skill * end, end, 1.0, noise)


def test_quality_by_hand():
    assert quality(0.65, 0.65, 0.5, 0.0) == pytest.approx(0.9)
    assert quality(0.40, 0.65, 0.3, -0.2) == pytest.approx(0.4 + 0.4 * 40 / 65 + 0.06 - 0.2)


@given(SHARE, SHARE)
def test_confidence_stays_between_zero_and_one(confidence, pace):
    assert confidence <= gained(confidence, pace) <= 1 + 1e-12
    assert 0 <= lost(confidence, pace) <= confidence


@given(SHARE)
def test_without_gain_or_loss_confidence_stands_still(confidence):
    """Section 5: g = 0 keeps c fixed (exact)."""
    assert gained(confidence, 0.0) == confidence == lost(confidence, 0.0)


@given(SHARE, SHARE, SHARE)
def test_trust_moves_towards_what_was_seen_and_never_past_it(old, seen, pace):
    """Section 4: T += a (x - T)."""
    new = drift(old, seen, pace)
    assert min(old, seen) - 1e-12 <= new <= max(old, seen) + 1e-12
    assert new == pytest.approx(old + pace * (seen - old))


def test_noise_has_mean_zero_and_standard_deviation_one():
    drawn = np.array([plain_noise(*row) for row in uniforms(key("noise"), 20_000)])
    assert abs(drawn.mean()) <= 4 / 20_000 ** 0.5
    assert abs(drawn.var() - 1) <= 4 * (1.7 / 20_000) ** 0.5        # kurtosis of four uniforms: 2.7


def test_somebody_hired_from_the_labour_market_is_a_regular_worker():
    enterprise = SimpleNamespace(start_skill=0.4, end_skill=0.65, hours_to_learn=400)
    assert skill_of(enterprise, SimpleNamespace(resident=STRANGER, practised=0)) == 1
    assert skill_of(enterprise, SimpleNamespace(resident=3, practised=0)) == pytest.approx(0.4)


@pytest.fixture(scope="module")
def years(lane):
    """Two years of a district with many customers: per week who holds each place, its practice and confidence."""
    one = lane("channels.ch-street.outside=6", "key_activities.ka-recruiting.recruiting.join=0.5",
               "key_activities.ka-learning.learning.confidence_gain=0", replications=10,
               residents=1500)
    weeks = []
    for _ in range(104):
        one.step()
        w = one.world.workers
        weeks.append((w.resident.copy(), w.since.copy(), w.practised.copy(), w.confidence.copy(), w.served.copy()))
    return one, weeks


def test_nobody_unlearns_while_holding_a_place_and_work_alone_teaches(years):
    """Section 5: z never falls, week by week in a run."""
    lane, weeks = years
    worked = 0
    for (who, since, before, _, _), (then, now_since, after, _, served) in zip(weeks, weeks[1:]):
        same = (who == then) & (since == now_since) & (who != NOBODY)
        assert (after[same] >= before[same]).all()
        assert (after[same & (served == 0)] == before[same & (served == 0)]).all()
        assert (after[same & (served > 0)] > before[same & (served > 0)]).all()
        worked += (same & (served > 0)).sum()
    assert worked > 1000


def test_without_gain_confidence_only_falls_in_a_run(years):
    for (who, since, _, before, _), (then, now_since, _, after, _) in zip(years[1], years[1][1:]):
        same = (who == then) & (since == now_since) & (who != NOBODY)
        assert (after[same] <= before[same]).all()


def test_without_gain_and_loss_confidence_stays_what_it_was_in_a_run(lane):
    """Section 5: g+ = g- = 0 keeps c fixed, for everybody who ever held a place."""
    one = lane("key_activities.ka-learning.learning.confidence_gain=0",
               "key_activities.ka-learning.learning.confidence_loss=0", "channels.ch-street.outside=6",
               "key_activities.ka-recruiting.recruiting.join=0.5")
    for _ in range(60):
        one.step()
    w = one.world
    assert w.workers.practised.max() > 10
    assert (w.workers.confidence[w.workers.resident != NOBODY] == w.enterprises.first_confidence[0, 0]).all()
    assert (w.residents.confidence[w.residents.placed >= 0] == w.enterprises.first_confidence[0, 0]).all()


def test_people_work_about_as_much_as_was_measured_of_subsidised_workers(years):
    """Section 5: mean z compares with BIJ-019 (0.51 of a regular worker); ours is an assumption around it."""
    lane, weeks = years
    with FIGURES.open(encoding="utf-8") as file:
        measured = float(next(row for row in csv.DictReader(file) if row["id"] == "BIJ-019")["base"]) / 100
    found = [productivity(0.40, 0.65, hours, 400) for who, _, practised, _, _ in weeks[52:]
             for hours in practised[who != NOBODY]]
    assert abs(np.mean(found) - measured) < 0.08, np.mean(found)
