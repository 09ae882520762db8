"""A canvas and a neighbourhood are read together, by name or file, with changes on top."""

import dataclasses

import pytest

from simcore.canvas import load
from simcore.canvas.spec import whole_path
from simcore.errors import BadInput
from simcore.files import compose


def refused(*arguments, **named):
    with pytest.raises(BadInput) as caught:
        load(*arguments, **named)
    return caught.value.problems


def test_a_bundled_model_is_read_by_its_name():
    spec = load("haarlems_gemak")
    assert spec.name == "haarlems_gemak"
    assert spec.canvas.meta.name == "Haarlems Gemak"
    assert spec.place.name.startswith("Boerhaavewijk")
    assert [one.use for one in spec.plugins] == ["pgb"]


def test_a_model_that_is_not_there_is_refused_with_the_nearest_name():
    (problem,) = refused("haarlem_gemak")
    assert "did you mean 'haarlems_gemak'?" in problem.instead


def test_a_model_file_that_is_not_there_is_refused_by_its_path(tmp_path):
    (problem,) = refused(tmp_path / "mine.yaml")
    assert problem.what == "there is no such file"


def test_a_spec_cannot_be_changed_after_reading():
    with pytest.raises(dataclasses.FrozenInstanceError):
        load("haarlems_gemak").name = "other"


def test_a_digest_is_the_same_for_the_same_model_however_often_it_is_read_and_another_for_another():
    one, again = load("haarlems_gemak"), load("haarlems_gemak")
    dearer, other = load("haarlems_gemak", ["rs-windows.price=9"]), load("haarlems_gemak", ["choice.price=0.21"])
    assert one is not again and (one.digest, one.place_digest) == (again.digest, again.place_digest)
    assert len({one.digest, dearer.digest, other.digest}) == 3
    assert one.place_digest == dearer.place_digest != other.place_digest


def test_a_neighbourhood_beside_the_model_goes_before_the_bundled_one(copy):
    copy.swap("price_year: 2013", "price_year: 2012")
    spec = copy.load()
    assert spec.place.price_year == 2012
    assert spec.neighbourhood_file.startswith(str(copy.folder))


def test_a_neighbourhood_that_changed_since_it_was_read_is_read_anew(copy):
    before = copy.load()
    copy.swap("price_year: 2013", "price_year: 2012")
    assert (before.place.price_year, copy.load().place.price_year) == (2013, 2012)
    copy.swap("price_year: 2012", "price_year: never")
    with pytest.raises(BadInput):
        copy.load()


def test_a_canvas_that_was_read_before_is_a_copy_of_its_own_and_read_anew_once_it_changed(copy):
    one, other = copy.load(), copy.load()
    assert one == other and one.canvas is not other.canvas and one.canvas.meta is not other.canvas.meta
    copy.swap("name: Haarlems Gemak", "name: Ander Gemak")
    assert copy.load().canvas.meta.name == "Ander Gemak"


def test_a_model_elsewhere_plays_in_a_bundled_neighbourhood(copy):
    assert copy.load().place.price_year == 2013
    assert not (copy.folder / "neighbourhoods").exists()


def test_an_unknown_neighbourhood_is_shown_where_the_canvas_names_it(copy):
    copy.swap("neighbourhood: boerhaavewijk_2013", "neighbourhood: boerhavewijk_2013")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("boerhavewijk_2013")
    assert "did you mean 'boerhaavewijk_2013'?" in problem.instead


def test_another_neighbourhood_can_be_given_as_a_file_or_a_name(copy):
    copy.swap("price_year: 2013", "price_year: 2012")
    other = copy.load().neighbourhood_file
    assert load("haarlems_gemak", neighbourhood_override=other).place.price_year == 2012
    assert load("haarlems_gemak", neighbourhood_override="boerhaavewijk_2013").place.price_year == 2013
    (problem,) = refused("haarlems_gemak", neighbourhood_override="boerhave_2013")
    assert "unknown neighbourhood 'boerhave_2013'" in problem.what


def test_overrides_reach_the_canvas_and_the_neighbourhood():
    spec = load("haarlems_gemak", ["revenue_streams.rs-cleaning.price=16", "neighbourhood.choice.price=0.2"])
    numbers = spec.quantities()
    assert numbers["revenue_streams.rs-cleaning.price"].value == 16
    assert numbers["neighbourhood.choice.price"].value == 0.2
    assert not numbers["neighbourhood.choice.price"].ranged


def test_who_reads_a_model_again_finds_it_without_the_overrides_of_before():
    price, habit = "revenue_streams.rs-cleaning.price", "neighbourhood.choice.habit"
    before = load("haarlems_gemak").quantities()
    load("haarlems_gemak", [(price, 99), (habit, 9)])
    after = load("haarlems_gemak").quantities()
    assert (after[price], after[habit]) == (before[price], before[habit])


def test_an_override_may_be_a_pair_of_path_and_value():
    spec = load("haarlems_gemak", [("simwijk.replications", 3)])
    assert spec.canvas.simwijk.replications == 3


def test_a_wrong_path_into_the_neighbourhood_is_answered_with_a_path_that_can_be_copied():
    (problem,) = refused("haarlems_gemak", ["neighbourhood.choice.pric=0.2"])
    assert problem.instead == "did you mean 'neighbourhood.choice.price'?"


def test_an_override_that_breaks_a_rule_is_shown_in_the_option():
    (problem,) = refused("haarlems_gemak", ["value_propositions.vp-cleaning.activity=cleening"])
    assert (problem.file, problem.line) == ("--set", 1)
    assert "did you mean 'cleaning'?" in problem.instead


def test_problems_of_both_files_are_reported_at_once_the_canvas_first(copy):
    copy.swap("value: 14, unit: EUR/hour", "value: 14, unit: EUR/uur")
    copy.swap("value: 2.8, unit", "value: 2,8 , unit")
    copy.swap("team: kr-home-team", "team: kr-home-taem")
    files = [problem.file for problem in copy.problems()]
    assert len(files) >= 2
    assert files[0].endswith("haarlems_gemak.yaml")
    assert files[-1].endswith("boerhaavewijk_2013.yaml")


def test_every_number_has_a_path_in_the_order_of_the_files():
    paths = list(load("haarlems_gemak").quantities())
    assert paths[0].startswith("value_propositions.")
    assert paths[-1].startswith("neighbourhood.commons.")
    places = [path.startswith("neighbourhood.") for path in paths]
    assert places == sorted(places)


def test_every_path_of_a_number_can_be_set(copy):
    spec = copy.load()
    pairs = [(path, number.value) for path, number in spec.quantities().items()]
    changed = load(spec.model_file, pairs)
    assert [one.value for one in changed.quantities().values()] == [value for _, value in pairs]
    assert not any(one.ranged for one in changed.quantities().values())


@pytest.mark.parametrize("path", ["plugins.pgb.rate", "simwijk.plugins.pgb.rate", "simwijk.plugins.pgb.with.rate"])
def test_a_parameter_of_a_plugin_is_set_by_its_own_option(path):
    with pytest.raises(BadInput, match="write --plugin pgb:rate=18"):
        load("haarlems_gemak", [f"{path}=18"])


def test_a_bundled_model_needs_no_ending():
    with pytest.raises(BadInput, match="write haarlems_gemak for the model that comes along"):
        load("haarlems_gemak.yaml")


@pytest.mark.parametrize("name", ["x" * 400, "x" * 400 + ".yaml", "a\0b.yaml"])
def test_a_name_that_no_file_can_have_is_refused(name):
    with pytest.raises(BadInput):
        load(name)
    with pytest.raises(BadInput):
        load("haarlems_gemak", [], name)


# --- the end of a path ------------------------------------------------------------------------------------------------


def test_the_end_of_a_path_of_the_neighbourhood_will_do_where_no_other_ends_so():
    numbers = load("haarlems_gemak", ["wmo.hours=3", ("choice.price", 0.2), "rs-cleaning.price=16"]).quantities()
    assert [numbers[path].value for path in ("neighbourhood.wmo.hours", "neighbourhood.choice.price",
                                             "revenue_streams.rs-cleaning.price")] == [3, 0.2, 16]
    assert not numbers["neighbourhood.wmo.hours"].ranged


def test_an_end_that_canvas_and_neighbourhood_both_have_is_met_with_both():
    canvas = compose("costs: [{id: choice, price: {value: 1, unit: EUR}}]", "x.yaml")
    place = compose("neighbourhood: {choice: {price: {value: 2, unit: EUR}}}", "y.yaml")
    with pytest.raises(BadInput) as caught:
        whole_path("choice.price", canvas, place)
    (problem,) = caught.value.problems
    assert problem.what == "'choice.price' may mean 2 paths"
    assert problem.instead == "name one: costs.choice.price, neighbourhood.choice.price"
    assert whole_path("costs.choice.price", canvas, place) == "costs.choice.price"
    (problem,) = refused("haarlems_gemak", ["prices.commercial=20"])
    assert problem.instead.startswith("name one: neighbourhood.needs.activities.") and " more" in problem.instead


def test_a_slip_in_the_end_of_a_path_of_the_neighbourhood_gets_the_whole_path():
    (problem,) = refused("haarlems_gemak", ["wmo.huors=3"])
    assert (problem.what, problem.instead) == ("unknown path 'wmo.huors'", "did you mean 'neighbourhood.wmo.hours'?")
    (problem,) = refused("haarlems_gemak", ["rs-cleaning.prise=3"])
    assert "rs-cleaning.price" in problem.instead
