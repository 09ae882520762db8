"""A sticky note that is off is as if it had never been there, and what hung on it alone goes along."""

import pytest

from simcore.canvas import bundled, load
from simcore.canvas.notes import BLOCKS
from simcore.errors import BadInput
from simcore.run import play


def notes(spec):
    return {note.id for block in BLOCKS for note in getattr(spec.canvas, block)}


def gone(model, *off):
    return notes(load(model)) - notes(load(model, [f"{one}=off" for one in off]))


def test_a_service_takes_its_price_along_and_leaves_its_team():
    assert gone("haarlems_gemak", "vp-ironing") == {"vp-ironing", "rs-ironing"}


def test_a_price_takes_its_service_along():
    assert gone("haarlems_gemak", "rs-ironing") == {"vp-ironing", "rs-ironing"}


def test_a_team_takes_along_what_only_it_can_do():
    assert gone("haarlems_gemak", "kr-drivers") == {"kr-drivers", "vp-rides", "rs-rides"}


def test_a_team_stays_as_long_as_it_has_one_service_left_to_do():
    assert "kr-outdoor-team" not in gone("haarlems_gemak", "vp-windows")
    assert "kr-carpenters" in gone("compiratie", "vp-carpentry")


def test_a_goal_goes_with_the_last_that_works_for_it():
    assert {"ka-litter", "vp-clean-street"} <= gone("wijkonderneming", "ka-litter")


def test_a_cost_goes_with_the_last_of_what_it_is_counted_by():
    assert {"cost-supervision"} <= gone("haarlems_gemak", "ka-guidance")


def test_a_note_that_is_on_changes_nothing():
    spec = load("compiratie", ["vp-pc=on"])
    assert repr(spec.canvas) == repr(load("compiratie").canvas)


def test_the_block_may_stand_before_the_note():
    assert repr(load("compiratie", ["value_propositions.vp-pc=off"]).canvas) == repr(load("compiratie", ["vp-pc=off"]).canvas)


def test_a_number_of_another_note_is_set_beside_it():
    spec = load("haarlems_gemak", ["vp-ironing=off", "rs-cleaning.price=17"])
    assert spec.quantities()["revenue_streams.rs-cleaning.price"].value == 17


@pytest.mark.parametrize("change, remedy", [("vp-ironing=0", "vp-ironing=off"), ("vp-ironing=weg", "vp-ironing=off")])
def test_what_is_neither_on_nor_off_is_refused_with_the_remedy(change, remedy):
    with pytest.raises(BadInput, match=remedy):
        load("haarlems_gemak", [change])


def test_what_the_enterprise_cannot_do_without_is_refused_by_the_rules_of_the_canvas():
    with pytest.raises(BadInput, match="recruiting"):
        load("haarlems_gemak", ["ka-recruiting=off"])


@pytest.mark.parametrize("model", list(bundled()))
def test_each_service_of_each_model_can_be_off_and_the_rest_is_a_canvas_that_checks(model):
    for note in load(model).canvas.value_propositions:
        assert note.id not in notes(load(model, [f"{note.id}=off"]))


def test_a_canvas_without_a_service_plays_and_never_delivers_it():
    spec = load("compiratie", ["vp-pc=off"])
    outcome = play(spec, replications=1, weeks=8, residents=500, threads=1)
    assert not any("rs-pc" in stream.name for stream in outcome.lanes["enterprise"].streams)
