"""Limitations by age have the published shares."""

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


def test_the_tables_are_the_curves_and_the_severe_are_among_the_limited():
    body = health(GROWN, *one(0.13, 0.36, 0.45, 0.763))
    assert body.limited_at == pytest.approx(body.limited.at(AGES))
    assert body.severe_at == pytest.approx(body.limited.at(AGES) * body.severe.at(AGES))
    assert (body.severe_at <= body.limited_at).all()
    assert (np.diff(body.limited_at) >= -1e-12).all()


def test_children_are_not_limited_and_shares_are_shares():
    body = health(GROWN, *one(0.13, 0.36, 0.45, 0.763))
    for shares in (body.limited_at, body.severe_at):
        assert shares.shape == (1, AGES.size)
        assert shares.min() >= 0 and shares.max() <= 1
    assert (body.limited_at[:, :17] == 0).all()
