"""How what happens in some courses is told in the answer to an experiment."""

import numpy as np
import pytest

from simcore.show.experiments.naming import Naming
from simcore.show.words import Words


@pytest.mark.parametrize("lang, some, of, told", [
    ("en", 24, 24, "in all 24 possible courses"), ("nl", 24, 24, "in alle 24 mogelijke verlopen"),
    ("en", 0, 100, "in none of the 100 possible courses"), ("nl", 0, 100, "in geen van de 100 mogelijke verlopen"),
    ("en", 23, 24, "in more than 9 of 10 possible courses (95.8%)"), ("en", 6, 6, "in 6 of 6 possible courses")])
def test_all_and_none_of_many_courses_are_said_to_be_that(lang, some, of, told):
    assert Naming(None, Words(lang)).courses(some, of) == told


@pytest.mark.parametrize("lang, told", [
    ("en", ["+12.0 percentage points", "1.2 percentage points", "0.50 percentage points", "12.0%"]),
    ("nl", ["+12,0\u00a0procentpunt", "1,2\u00a0procentpunt", "0,50\u00a0procentpunt", "12,0 %"])])
def test_how_far_two_shares_are_apart_is_in_percentage_points_and_a_share_in_per_cent(lang, told):
    name = Naming(None, Words(lang))
    assert [name.value("helped.met", 0.12, signed=True), name.value("helped.met", 0.012, apart=True),
            name.value("lonely.lonely_more", 0.005), name.value("helped.met", 0.12)] == told
    assert name.ticks("helped.met", [-0.1, 0.0, 0.1], True) == ["−10", "0", "+10"]


def test_percentage_points_are_named_once_in_a_sentence():
    name = Naming(None, Words("en"))
    assert name.difference("helped.met", np.linspace(-0.1, 0.3, 11)) == "+10 percentage points (−6 to +26)"
    assert name.banded("lonely.lonely_more", np.linspace(-0.1, 0.3, 11)) == "10 percentage points (−6 to 26)"
    assert name.beside("helped.met", (0.1, 0.3), True) == ["+10", "+30 percentage points"]
    assert name.difference("helped.met", np.full(5, 0.01)) == "+1.0 percentage points (+1.0 to +1.0)"
    assert name.difference("survival.share", np.array([1.0, 0, 0, -1, -1])) == "−1 of 5 courses (1 gained, 2 lost)"
    assert name.banded("survival.share", np.array([1.0, 0, 1])) == "2 of 3 courses"
