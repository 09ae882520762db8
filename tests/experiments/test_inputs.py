import numpy as np
import pytest

from simcore.canvas import load
from simcore.errors import BadInput
from simcore.experiments import inputs as module
from simcore.experiments import sensitivity
from simcore.experiments.case import opened
from simcore.experiments.inputs import NO_RANGE, NOT_ASKED, PEOPLE, SET, inputs_of
from simcore.luck import key, luck
from simcore.week.numbers import Numbers

from .sensed import MODEL, study

PRICE = "revenue_streams.rs-cleaning.price"


@pytest.fixture
def asked(tmp_path):
    """``asked("inputs: [..]")`` reads a sensitivity study with these lines in it."""
    return lambda *lines: study(tmp_path, *lines, paths=())


def reasons(found):
    return {one.path: one.reason for one in found}


def test_every_ranged_number_of_canvas_neighbourhood_and_plugins_is_an_input_or_has_a_reason_not_to_be(asked):
    inputs, fixed = inputs_of(asked(), MODEL)
    every = load(MODEL).quantities()
    assert {path for path in (*inputs, *reasons(fixed)) if not path.startswith("plugins.")} == set(every)
    assert PRICE in inputs and "plugins.pgb.budget" in inputs and "neighbourhood.choice.habit" in inputs
    assert {path for path, reason in reasons(fixed).items() if reason == NO_RANGE} == {
        path for path, one in every.items() if not one.ranged} | {"plugins.pgb.rate"}
    assert {one.reason for one in fixed} == {NO_RANGE, PEOPLE}


def test_an_input_has_the_distribution_that_the_engine_draws_it_from(asked):
    one = inputs_of(asked(), MODEL)[0][PRICE]
    drawn = Numbers(load(MODEL).quantities(), 7, [0, 1, 2])[PRICE]
    chances = np.array([luck(key(7, r, "number", PRICE), 0, 0, 0)[0] for r in range(3)])
    np.testing.assert_array_equal(one.values(chances), drawn)


def test_inputs_are_narrowed_by_path_by_its_end_and_by_pattern(asked):
    inputs, fixed = inputs_of(asked(f"inputs: [{PRICE}, rs-garden.price, 'needs.activities.*.season']"), MODEL)
    assert PRICE in inputs and "revenue_streams.rs-garden.price" in inputs
    assert all(path.endswith(".season") for path in inputs if path.startswith("neighbourhood")) and len(inputs) > 5
    assert reasons(fixed)["neighbourhood.choice.habit"] == NOT_ASKED


def test_a_number_that_the_study_sets_is_not_varied_and_it_is_said_why(asked):
    inputs, fixed = inputs_of(asked(f"set: {{{PRICE}: 14}}"), MODEL)
    assert PRICE not in inputs and reasons(fixed)[PRICE] == SET


def test_choices_and_whole_numbers_take_each_value_as_often(asked):
    inputs, _ = inputs_of(asked("vary:", "  - {path: simwijk.stop.on, values: [direct_cost, off]}",
                                f"  - {{path: {PRICE}, from: 10, to: 13, step: 1}}"), MODEL)
    even = (np.arange(400) + 0.5) / 400
    assert np.unique(inputs["simwijk.stop.on"].values(even), return_counts=True)[1].tolist() == [200, 200]
    values, counts = np.unique(inputs[PRICE].values(even), return_counts=True)
    assert values.tolist() == [10, 11, 12, 13] and counts.tolist() == [100] * 4
    assert inputs["simwijk.stop.on"].evidence == "open" and inputs[PRICE].group == "revenue_streams"


def test_a_number_that_makes_people_can_only_be_chosen_for_all_of_a_run(asked):
    one = inputs_of(asked("vary:", "  - {path: people.ties, values: [3, 6]}"), MODEL)[0]["neighbourhood.people.ties"]
    assert one.number is None and list(one.values(np.array([0.1, 0.9]))) == ["3", "6"]


@pytest.mark.parametrize("lines, what", [
    (["inputs: [rs-cleaning.prise]"], "means no number"), (["inputs: [vp-cleaning.vat]"], "has no range"),
    (["inputs: [people.ties]"], "makes the people"), (["set: {rs-cleaning.price: 14}", "inputs: [rs-cleaning.price]"],
                                                      "is set by the experiment"),
    (["vary: [{path: rs-cleaning.price, values: [veel, 14]}]"], "veel"),
    (["vary: [{path: people.ties, from: 3, to: 6}]"], "is no number that each course can have"),
    (["luck_only: true"], "leaves nothing to vary"), (["courses: {most: 10}"], "says nothing here")])
def test_what_cannot_be_varied_is_pointed_at_in_the_file_with_what_to_write(asked, lines, what):
    with pytest.raises(BadInput) as error:
        sensitivity.checked(asked(*lines))
    assert any(what in one.what and one.line > 0 and one.instead for one in error.value.problems), error.value.problems


@pytest.mark.parametrize("lines, what", [
    (["samples: 100"], "is 100"), (["screen: {levels: 5}"], "is 5"), (["screen: {trajectories: 1}"], "is 1"),
    (["quick: {points: 12}"], "is 12"), (["screen: {keep: 0}"], "is 0")])
def test_sizes_that_no_design_has_are_refused(asked, lines, what):
    with pytest.raises(BadInput) as error:
        asked(*lines)
    assert [what in one.what and one.instead != "" for one in error.value.problems] == [True]


def test_a_plugin_that_the_model_does_not_use_can_be_on_or_off(asked):
    lines = ["vary:", "  - {path: plugins.flu_wave, values: [on, off]}"]
    mine = asked(*lines)
    sensitivity.checked(mine)
    inputs, _ = inputs_of(mine, MODEL)
    assert inputs["plugins.flu_wave"].number is None and any(path.startswith("plugins.flu_wave.") for path in inputs)
    with_it, without = (dict(opened(mine.cases[MODEL].but([("plugins.flu_wave", one)]))[1]) for one in ("on", "off"))
    assert set(with_it) - set(without) == {"flu_wave"}
    with pytest.raises(BadInput, match="does not use the plugin"):
        asked("plugins: {flu_wave: off}")
    with pytest.raises(BadInput, match="flu_wave"):
        sensitivity.checked(asked(*lines[:1], lines[1].replace("flu_wave", "flu_waves")))
    with pytest.raises(BadInput, match="does not use the plugin"):
        sensitivity.checked(asked(*lines[:1], lines[1].replace("on, off", "off")))


def test_a_plugin_that_is_chosen_brings_its_own_numbers(asked):
    inputs, _ = inputs_of(asked("vary:", "  - {path: plugins.wmo_cut.cut, values: [0.1, 0.3]}"), MODEL)
    mine = module.numbers_in(asked().cases[MODEL].but([("plugins.wmo_cut.cut", "0.1")]))
    ranged = {path for path, one in mine.items() if path.startswith("plugins.wmo_cut.") and one.ranged}
    assert ranged and ranged <= set(inputs)
    assert inputs["plugins.wmo_cut.cut"].number is None          # a value of it is what makes the plugin take part
