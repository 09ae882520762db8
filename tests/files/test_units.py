"""Units as people write them lead to those of the list, and what is no unit leads to none."""

import pytest

from simcore.files.units import UNITS, as_in, meant_by


@pytest.mark.parametrize("written, meant", [
    ("euro per uur", "EUR/hour"), ("€/uur", "EUR/hour"), ("Euro / jaar", "EUR/year"), ("uren per week", "hours/week"),
    ("weken", "weeks"), ("euro per klus", "EUR/job"), ("m²", "m2"), ("eur/HOUR", "EUR/hour"), ("logit", "logit")])
def test_a_unit_in_other_words_is_the_one_that_is_meant(written, meant):
    assert meant_by(written) == meant


@pytest.mark.parametrize("written", ["", "appels", "euro per appel", "per"])
def test_what_is_no_unit_means_none(written):
    assert meant_by(written) == ""


def test_every_unit_means_itself():
    assert [one for one in UNITS if meant_by(one).lower() != one.lower()] == []


@pytest.mark.parametrize("ends, shown", [((0, 1e9), "10"), ((0, 1), "0.5"), ((1, 8), "2"), ((20, 50), "20"),
                                         ((float("-inf"), -3), "-3"), ((0, 0.4), "0")])
def test_behind_a_range_stands_a_number_that_lies_in_it(ends, shown):
    assert as_in(*ends) == f", as in {shown}" and ends[0] <= float(shown) <= ends[1]
