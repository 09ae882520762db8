import pytest

from simcore.errors import BadInput, Problem
from simcore.experiments import sweep
from simcore.experiments.case import Case
from simcore.experiments.pointing import at, in_order, in_which, mark_of, remedy, values_there, wrong_values
from simcore.experiments.question import Axis
from simcore.experiments.reading import experiment
from simcore.files import Here, compose

TREE = compose("set: {b.price: 1}\nplugins: {a: {x: 1, y: 2}}\n", "x.yaml")
HEAD = """experiment: trial
kind: sweep
question: {nl: "Wat?", en: "What?"}
models: [haarlems_gemak]
figures: [money.result]
"""


def option(what, instead="", file="--set"):
    return Problem(file, 0, 0, what, "", instead)


@pytest.mark.parametrize("what, place, line, column", [
    ("unknown path 'b.price'", ("set", "b.price"), 1, 7),              # the name is wrong: its key
    ("price.value 'x' is not a number", ("set", "b.price"), 1, 16),    # the value is
    ("no plugin is called 'a'", ("plugins", "a", "x"), 2, 11),         # the innermost key that is named
    ("y.value '3' is not a number", ("plugins", "a"), 2, 24),          # one of several: that one
    ("'a' has no parameter 'x'", ("plugins", "a"), 2, 15)])
def test_a_problem_stands_at_the_name_or_at_the_value_whichever_is_wrong(what, place, line, column):
    mark = mark_of(option(what), Here(TREE, place))
    assert (mark.line, mark.column) == (line, column)


def test_what_a_setting_breaks_within_a_model_is_told_where_it_is_set():
    found = at(Problem("/far/away/model.yaml", 45, 3, "is empty"), TREE["set"]["b.price"].mark)
    assert (found.file, found.line, found.what) == ("x.yaml", 1, "is empty (in model.yaml:45)")


@pytest.mark.parametrize("command, file", [
    ("write --plugin pgb:rate=3", "write under plugins: pgb: {rate: 3}"),
    ("known: a, b; as in pgb:rate=20.4", "known: a, b; as in pgb: {rate: 20.4}"),
    ("write vp-x=off, or a number of it such as vp-x.price=", "write on or off"),
    ("known: a; one of your own: install its package, or name its file with --plugin-file",
     "known: a; one of your own: install its package"), ("write 3", "write 3")])
def test_what_to_write_is_what_an_experiment_file_has_and_no_option(command, file):
    assert remedy(option("x", command)) == file


def test_what_is_wrong_in_each_model_is_said_once_and_else_in_which():
    both, one = option("is 3"), option("is 4", "write 5")
    found = in_which({"a": [both, one], "b": [both]}, "; or not")
    assert [(each.what, each.instead) for each in found] == [("is 3", ""), ("is 4 (in a)", "write 5; or not")]


def test_of_remedies_for_one_mistake_in_several_models_that_with_the_nearest_word_is_told():
    some, other = option("is 4", "write a path"), option("is 4", "did you mean 'b'?")
    assert [one.instead for one in in_which({"a": [some], "b": [other]}, "; or not")] == ["did you mean 'b'?"]
    (one,) = in_which({"a": [some], "b": [other], "c": []}, "; or not")
    assert (one.what, one.instead) == ("is 4 (in a, b)", "did you mean 'b'? or not")


def test_problems_are_in_the_order_of_the_file_each_once():
    some = [Problem("x", line, 1, "is") for line in (3, 1, 3, 2)]
    assert [one.line for one in in_order(some).problems] == [1, 2, 3]


def test_of_a_range_its_ends_and_first_step_are_tried_each_at_its_place():
    here = Here(compose("{path: a, from: 1, to: 9, step: 2}\n", "x.yaml"))
    found = values_there(here, Axis(path="a", from_=1, to=9, step=2))
    assert {value: mark.column for value, mark in found.items()} == {"1": 17, "9": 24, "3": 33}


def test_what_is_wrong_with_every_value_is_wrong_with_the_path():
    marks = {"8": TREE["set"].mark, "9": TREE["plugins"].mark}
    path = TREE["set"]["b.price"].mark
    every = wrong_values(path, marks, lambda value: Case("haarlems_gemak", (("nobody.knows", value),)))
    assert [(one.line, one.column) for one in every] == [(path.line, path.column)]
    one = wrong_values(path, marks | {"x": TREE["plugins"]["a"].mark},
                       lambda value: Case("haarlems_gemak", (("rs-cleaning.price", value),)))
    assert [(each.line, each.column) for each in one] == [(2, 14)]


@pytest.fixture
def checked(tmp_path):
    def check(text):
        file = tmp_path / "trial.yaml"
        file.write_text(HEAD + text, encoding="utf-8")
        sweep.checked(experiment(file))
    return check


def test_a_combination_that_cannot_be_says_which(checked):
    with pytest.raises(BadInput) as caught:
        checked("plugins: {pgb: off}\nvary:\n  - {path: vp-cleaning, values: [on, off]}\n"
                "  - {path: rs-cleaning.price, values: [8, 9]}\n")
    (one,) = caught.value.problems
    assert one.what == "vary.1.path cannot be set with vp-cleaning=off" and one.line == 9
    assert one.instead == "leave one of both out, or write design: in_turn"


def test_a_large_grid_of_numbers_is_tried_at_its_corners_alone(checked, monkeypatch):
    tried = []
    monkeypatch.setattr(sweep, "wrong_with", lambda case: tried.append(case) or [])
    checked("vary:\n  - {path: rs-cleaning.price, from: 1, to: 100, step: 1}\n"
            "  - {path: rs-windows.price, from: 1, to: 100, step: 1}\n"
            "  - {path: simwijk.stop.on, values: [\"off\", full_cost]}\n")
    assert len(tried) == 8
