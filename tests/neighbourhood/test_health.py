"""Limitations by age have the published shares, and begin just fast enough to keep them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.neighbourhood.health import AGES, fit, health

GROWN = np.linspace(18, 95, 400)


def one(*values):
    return [np.array([value]) for value in values]


@given(under=st.floats(0.02, 0.20), more=st.floats(0.0, 0.3))
def test_a_fitted_curve_has_both_shares_and_never_falls(under, more):
    curve = fit(GROWN, np.ones((1, 400)), *one(under, under + more), young=0.25, top=95.0)
    at = curve.at(GROWN)[0]
    assert at[GROWN < 65].mean() == pytest.approx(under, abs=1e-6)
    assert at[GROWN >= 65].mean() == pytest.approx(under + more, abs=1e-6)
    assert (np.diff(at) >= -1e-12).all()
    assert 0 <= at.min() and at.max() < 1


def test_a_cohort_that_grows_old_under_these_hazards_follows_the_curves():
    body = health(GROWN, *one(0.13, 0.36, 0.45, 0.763))
    limited = severe = 0.0
    for age in range(17, 90):
        limited_then = limited
        for _ in range(52):
            new = (1 - limited) * body.onset[0, age] / 52
            severe += (limited - severe) * body.worsening[0, age] / 52 + new * body.at_once[0, age]
            limited += new
        assert limited >= limited_then
        at = np.array([age + 1.0])
        assert limited == pytest.approx(body.limited.at(at)[0, 0], abs=0.002)
        assert severe == pytest.approx((body.limited.at(at) * body.severe.at(at))[0, 0], abs=0.004)


def test_children_do_not_grow_limited_and_hazards_are_hazards():
    body = health(GROWN, *one(0.13, 0.36, 0.45, 0.763))
    for table in (body.onset, body.at_once, body.worsening):
        assert table.shape == (1, AGES.size)
        assert table.min() >= 0 and table.max() <= 1
    assert (body.onset[:, :17] == 0).all()
