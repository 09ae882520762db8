import numpy as np
import pytest

from simcore.experiments.condition import condition
from simcore.experiments.reading import condition_wrong
from simcore.files import Here
from simcore.files.marks import compose_source
from simcore.files.sources import source_of


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


@pytest.mark.parametrize("text, column, what, instead", [
    ("money.result", 8, "says nothing of money.result", "add a sign and a number"),
    ("0 <= money.result", 8, "does not begin with a figure", "money.result < 0"),
    ("money.result => 0", 21, "'=>' is no sign", "write >="),
    ("money.result == 0", 21, "'==' is no sign", "one of <, <=, >, >="),
    ("money.result >=", 21, "ends with >=", "add a number"),
    ("money.result >= 5 %", 24, "'5 %' is a percentage", "0.05"),
    ("money.result >= 1.500", 24, "may be read as", "1500"),
    ('"money.result >= 1,5"', 25, "decimal comma", "write 1.5")])
def test_what_is_wrong_with_a_condition_is_pointed_at_in_its_text(text, column, what, instead):
    tree = compose_source(source_of(f"kind: threshold\nwhile: {text}\n", "trial.yaml"))
    problem = condition_wrong(tree["while"].text, Here(tree), "while")
    assert (problem.line, problem.column) == (2, column)
    assert what in problem.what and instead in problem.instead
