import numpy as np
import pytest

from simcore.experiments.condition import condition
from simcore.experiments.reading import condition_wrong
from simcore.files import Here


@pytest.mark.parametrize("text, holds", [
    ("money.result < 0", [1, 0, 0]), ("money.result<=0", [1, 1, 0]), ("money.result > 0", [0, 0, 1]),
    ("money.result >= -5.5", [0, 1, 1])])
def test_a_condition_says_in_which_courses_it_holds_and_not_where_nothing_was_measured(text, holds):
    found = condition(text).holds(np.array([-10.0, 0.0, 10.0, np.nan]))
    np.testing.assert_array_equal(found, [*holds, np.nan])


@pytest.mark.parametrize("text, what, instead", [
    ("money.result", "is no condition", "money.result < 0"), ("money.result < nul", "is no condition", "money.result"),
    ("money.resul < 0", "'money.resul' is no figure", "money.result")])
def test_what_is_wrong_with_a_condition_is_said_with_what_to_write(text, what, instead):
    problem = condition_wrong(text, Here(None))
    assert what in problem.what and instead in problem.instead
