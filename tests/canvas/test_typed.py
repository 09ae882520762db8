"""What is wrong with a value that was set is told by the path as it was typed, then by where the model has it."""

import re
from pathlib import Path

import pytest

from simcore.canvas import load
from simcore.canvas.bundled import folder
from simcore.errors import BadInput
from simcore.show.problems import in_dutch

MODEL = "haarlems_gemak"


def problem(change):
    with pytest.raises(BadInput) as caught:
        load(MODEL, [change])
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize("path, whole", [
    ("rs-cleaning.price", "revenue_streams.rs-cleaning.price"), ("choice.price", "neighbourhood.choice.price")])
def test_a_wrong_value_is_told_by_what_was_typed_and_then_by_where_the_model_has_the_number(path, whole):
    found = problem(f"{path}=x")
    assert found.what == f"{path} 'x' is not a number" and found.source_line == f"{path}=x"
    assert found.source_line[found.column - 1] == "x"
    of, number, file, line = re.fullmatch(r"that is (\S+); the model has (\S+) at models/(\S+\.yaml):(\d+):\d+",
                                          found.why).groups()
    assert of == whole
    assert f"price: {{value: {number}," in Path(folder(), file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


@pytest.mark.parametrize("change, remedy", [
    ("rs-cleaning.price=14 EUR/visit", "write 14; it counts in EUR/hour"),
    (("costs.cost-supervision.amount", "€4000"), "write 4000; it counts in EUR/year"),
    ("costs.cost-supervision.amount.low=€4000", "write 4000")])
def test_a_value_with_a_unit_beside_it_is_answered_with_the_unit_in_which_it_counts(change, remedy):
    found = problem(change)
    assert found.instead == remedy and in_dutch(found).instead == remedy.replace("write", "schrijf").replace(
        "it counts", "het telt")


def test_a_whole_path_is_not_said_twice():
    found = problem("revenue_streams.rs-cleaning.price=x")
    assert found.what.startswith("revenue_streams.rs-cleaning.price 'x'") and found.why.startswith("the model has ")


def test_a_reason_stays_before_it_and_all_of_it_has_its_dutch():
    found = in_dutch(problem("choice.habit=800"))
    assert found.why.startswith("daar kan het model niet mee rekenen; dat is neighbourhood.choice.habit; in het model "
                                "staat ")


def test_what_an_experiment_sets_is_told_without_the_place_in_the_model():
    with pytest.raises(BadInput) as caught:
        load(MODEL, [("revenue_streams.rs-cleaning.price", "x")])
    assert caught.value.problems[0].why == ""
