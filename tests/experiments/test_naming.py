"""How what happens in some courses is told in the answer to an experiment."""

import pytest

from simcore.show.experiments.naming import Naming
from simcore.show.words import Words


@pytest.mark.parametrize("lang, some, of, told", [
    ("en", 24, 24, "in all 24 possible courses"), ("nl", 24, 24, "in alle 24 mogelijke verlopen"),
    ("en", 0, 100, "in none of the 100 possible courses"), ("nl", 0, 100, "in geen van de 100 mogelijke verlopen"),
    ("en", 23, 24, "in more than 9 of 10 possible courses (95.8%)"), ("en", 6, 6, "in 6 of 6 possible courses")])
def test_all_and_none_of_many_courses_are_said_to_be_that(lang, some, of, told):
    assert Naming(None, Words(lang)).courses(some, of) == told
