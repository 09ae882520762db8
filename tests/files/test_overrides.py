"""A value is changed by its path, a quantity is pinned to it, and a wrong path gets the right one."""

import pytest

from simcore.errors import BadInput
from simcore.files import apply, compose, read
from simcore.files.overrides import known_paths, split


def refused(good, enterprise, path, value):
    with pytest.raises(BadInput) as caught:
        read(compose(good, "x.yaml"), enterprise, {path: value})
    return caught.value.problems


@pytest.mark.parametrize("path", ["streams.rs-cleaning.price", "streams.rs-cleaning.sim.price"])
@pytest.mark.parametrize("value", ["16", 16, 16.0])
def test_a_quantity_takes_the_number_in_every_replication(good, enterprise, path, value):
    price = read(compose(good, "x.yaml"), enterprise, {path: value}).streams[0].sim.price
    assert (price.value, price.low, price.high, price.unit) == (16.0, 16.0, 16.0, "EUR/hour")
    assert not price.ranged


@pytest.mark.parametrize("number", [1.125, 1e-7, 12345.678, 0.1 + 0.2, -0.0])
def test_a_number_of_python_arrives_unchanged(good, enterprise, number):
    made = read(compose(good, "x.yaml"), enterprise, {"streams.rs-cleaning.price": number})
    assert made.streams[0].sim.price.value == number


def test_one_part_of_a_quantity_can_be_changed(good, enterprise):
    made = read(compose(good, "x.yaml"), enterprise, {"streams.rs-cleaning.price.high": "20"})
    assert (made.streams[0].sim.price.value, made.streams[0].sim.price.high) == (12.5, 20)


def test_words_lists_flags_and_dates_can_be_changed(good, enterprise):
    pairs = {"law": "lenient", "broker": True, "start": "2015-01-01", "streams.rs-cleaning.from": "[cs-pgb]"}
    made = read(compose(good, "x.yaml"), enterprise, pairs)
    assert made.streams[0].from_ == ("cs-pgb",)
    assert (made.law, made.broker, made.start.year) == ("lenient", True, 2015)


def test_a_key_left_to_its_default_can_be_set_and_a_default_quantity_keeps_its_unit(good, enterprise):
    tax = read(compose(good, "x.yaml"), enterprise, {"tax": "0.09"}).tax
    assert (tax.value, tax.unit, tax.source) == (0.09, "share", "Wet op de omzetbelasting")


def test_the_old_tree_is_untouched():
    tree = compose("a: {b: [{id: x, sim: {c: 1}}]}", "x.yaml")
    new = apply(tree, "a.b.x.c", "2")
    assert tree["a"]["b"][0]["sim"]["c"].text == "1"
    assert new["a"]["b"][0]["sim"]["c"].text == "2"


def test_a_note_and_its_number_are_path_enough_where_no_other_path_ends_so(good, enterprise):
    source = compose(good, "x.yaml")
    assert read(source, enterprise, {"rs-cleaning.price": "16"}).streams[0].sim.price.value == 16
    (problem,) = refused(good, enterprise, "rs-cleaning.prise", "16")
    assert "unknown path" in problem.what


def test_an_end_that_several_paths_have_is_no_path():
    tree = compose("a: {x: {c: {value: 1, unit: EUR}}}\nb: {x: {c: {value: 2, unit: EUR}}}", "x.yaml")
    with pytest.raises(BadInput) as caught:
        apply(tree, "x.c", "3")
    (problem,) = caught.value.problems
    assert (problem.what, problem.instead) == ("'x.c' may mean 2 paths", "name one: a.x.c, b.x.c")
    assert apply(tree, "b.x.c", "3")["b"]["x"]["c"]["value"].text == "3"


def test_an_unknown_path_gets_the_one_that_was_meant(good, enterprise):
    (problem,) = refused(good, enterprise, "streams.rs-cleaning.prize", "16")
    assert problem.file == "--set" and problem.instead == "did you mean 'streams.rs-cleaning.price'?"
    (problem,) = refused(good, enterprise, "price", "16")
    assert problem.instead == "did you mean 'streams.rs-cleaning.price'?"


@pytest.mark.parametrize("path", ["", ".", "streams", "streams.0", "id.x", "streams..price", "name.value", "zz.qq"])
def test_any_path_is_answered_with_a_problem(good, enterprise, path):
    assert refused(good, enterprise, path, "16")[0].what


def test_a_wrong_value_is_shown_under_the_option_itself(good, enterprise):
    (problem,) = refused(good, enterprise, "streams.rs-cleaning.price", "16,50")
    assert (problem.file, problem.line, problem.column) == ("--set", 1, 27)
    assert problem.source_line == "streams.rs-cleaning.price=16,50"
    assert problem.instead == "write 16.50"
    assert "at most 100" in refused(good, enterprise, "streams.rs-cleaning.visits", "300")[0].what
    assert refused(good, enterprise, "streams.rs-cleaning.price", " ")[0].instead == "write a value after the ="
    assert "closed" in refused(good, enterprise, "name", "'x")[0].what


def test_several_wrong_options_are_named_together(good, enterprise):
    with pytest.raises(BadInput) as caught:
        read(compose(good, "x.yaml"), enterprise, [("nme", "x"), ("strt", "y")])
    assert len(caught.value.problems) == 2


def test_an_option_splits_at_its_first_sign():
    assert split("a.b=c=d") == ("a.b", "c=d")
    for text in ("a", "=b", "a="):
        with pytest.raises(BadInput):
            split(text)


@pytest.mark.parametrize("text", ["nonsense", "a.b", "price", "streams.rs-cleaning.price", "streams.rs-cleaning.price=",
                                  "=5", "streams.rs-cleaning.prise"])
def test_what_is_no_path_and_value_is_met_with_one_of_this_very_file(good, text):
    with pytest.raises(BadInput) as caught:
        split(text, compose(good, "x.yaml"))
    assert caught.value.problems[0].instead == "write streams.rs-cleaning.price=12.50"


def test_an_unknown_path_that_is_like_none_gets_an_example(good, enterprise):
    assert refused(good, enterprise, "zz.qq", "16")[0].instead.endswith("as in streams.rs-cleaning.price=12.50")


def test_every_path_that_is_known_can_be_set(good):
    tree = compose(good, "x.yaml")
    paths = known_paths(tree)
    assert "streams.rs-cleaning.price" in paths and len(paths) == len(set(paths))
    for path in paths:
        apply(tree, path, "1")
