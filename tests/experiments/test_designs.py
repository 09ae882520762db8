"""Which values go together in a design, and what a file of points may leave out."""

import pytest

from simcore.errors import BadInput
from simcore.experiments import sweep
from simcore.experiments.designs import points
from simcore.experiments.question import Axis
from simcore.experiments.reading import experiment

PRICE = "revenue_streams.rs-cleaning.price"
HEAD = """
experiment: tiny
kind: sweep
question: {nl: "Welke prijs?", en: "Which price?"}
models: [haarlems_gemak]
figures: [money.result]
"""
TWO = [Axis(path="a", values=["1", "2"]), Axis(path="b", values=["x", "y", "z"])]


def read(folder, text):
    file = folder / "tiny.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    return experiment(file)


def test_a_grid_has_every_value_with_every_other():
    assert points(TWO, "grid") == [("1", "x"), ("1", "y"), ("1", "z"), ("2", "x"), ("2", "y"), ("2", "z")]


def test_in_turn_each_other_value_stands_beside_the_first_of_all_others():
    assert points(TWO, "in_turn") == [("1", "x"), ("2", "x"), ("1", "y"), ("1", "z")]


def test_a_zip_of_values_that_do_not_pair_up_is_refused():
    with pytest.raises(BadInput, match="pair up"):
        points(TWO, "zip")


@pytest.mark.parametrize("design", ["lhs", "sobol"])
def test_samples_spread_over_the_range_and_are_the_same_each_time(design):
    axes = [Axis(path="a", from_=0, to=10), Axis(path="b", values=["x", "y"])]
    found = points(axes, design, 8, seed=3)
    assert found == points(axes, design, 8, seed=3) != points(axes, design, 8, seed=4)
    assert [value for _, value in found].count("x") == 4
    assert sorted(int(float(value) / 10 * 8) for value, _ in found) == list(range(8))


def test_a_file_of_points_has_all_the_values(tmp_path):
    (tmp_path / "points.csv").write_text(f"{PRICE},simwijk.stop.on\n12,off\n16,direct_cost\n", encoding="utf-8")
    asked = read(tmp_path, f"vary: [{{path: {PRICE}}}, {{path: simwijk.stop.on}}]\ndesign: file\nfile: points.csv\n")
    sweep.checked(asked)
    assert [point for _, point, _ in sweep.cases(asked)] == [("12", "off"), ("16", "direct_cost")]
    assert sweep.runs(asked) == 2 * asked.question.courses.most


def test_a_wrong_value_in_a_file_of_points_is_refused_before_anything_is_played(tmp_path):
    (tmp_path / "points.csv").write_text(f"{PRICE}\ntwelve\n", encoding="utf-8")
    with pytest.raises(BadInput, match="twelve"):
        sweep.checked(read(tmp_path, f"vary: [{{path: {PRICE}}}]\ndesign: file\nfile: points.csv\n"))


@pytest.mark.parametrize("text, says", [
    (f"vary: [{{path: {PRICE}}}]\n", "varied over nothing"),
    (f"vary: [{{path: {PRICE}, from: 8}}]\n", "from nowhere, or to nowhere"),
    (f"vary: [{{path: {PRICE}, from: 8, to: 20}}]\n", "has no step"),
    (f"vary: [{{path: {PRICE}, from: 20, to: 8, step: 2}}]\n", "not above from"),
    (f"vary: [{{path: {PRICE}, values: ['8']}}, {{path: {PRICE}, values: ['9']}}]\n", "a second time"),
    (f"vary: [{{path: {PRICE}, values: ['8']}}]\ndesign: file\nfile: points.csv\n", "in the file"),
])
def test_what_is_varied_wrongly_is_pointed_at(tmp_path, text, says):
    with pytest.raises(BadInput, match=says) as wrong:
        read(tmp_path, text)
    assert wrong.value.problems[0].line > 6
