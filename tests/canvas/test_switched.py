"""A sticky note that is off is as if it had never been there, and what hung on it alone goes along."""

import pytest

from simcore.canvas import bundled, load
from simcore.canvas.notes import BLOCKS
from simcore.canvas.starter import starter
from simcore.errors import BadInput
from simcore.plugin.activating import activate
from simcore.run import play

ALL = "wijkbedrijf_samen"            # the canvas that joins the others, of which every part can be off
PARTS = ("value_propositions", "revenue_streams", "key_partnerships")


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


@pytest.mark.parametrize("off, at, remedy", [
    (["kr-team"], "kr-team", "leave kr-team on"), (["kr-team", "rs-garden"], "kr-team", "leave kr-team on"),
    (["rs-odd-jobs", "vp-garden"], "vp-garden", "leave one of these on: vp-garden, rs-odd-jobs"),
    (["rs-garden", "vp-odd-jobs", "kr-team"], "vp-odd-jobs",
     "leave more of these on: vp-odd-jobs, rs-garden, kr-team")])
def test_of_notes_with_which_all_goes_that_is_sold_the_one_to_leave_on_is_pointed_at(off, at, remedy, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(starter("Ons Groen", "mine.yaml", "nl"), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(mine, [f"{one}=off" for one in off])
    (problem,) = caught.value.problems
    assert problem.source_line == f"  - id: {at}" and problem.column == 5
    assert problem.file == str(mine) and mine.read_text("utf-8").split("\n")[problem.line - 1] == problem.source_line
    assert problem.why.endswith("goes all that can be asked for: vp-garden, vp-odd-jobs") and problem.instead == remedy


def test_what_else_is_wrong_is_told_beside_a_note_with_which_all_goes(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(starter("Ons Groen", "mine.yaml", "nl").replace("law: lenient", "law: lennient"), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(mine, ["kr-team=off"])
    assert ["is off" in one.what for one in caught.value.problems] == [True, False]


@pytest.mark.parametrize("model", list(bundled()))
def test_each_service_of_each_model_can_be_off_and_the_rest_is_a_canvas_that_checks(model):
    for note in load(model).canvas.value_propositions:
        assert note.id not in notes(load(model, [f"{note.id}=off"]))


def test_a_canvas_without_a_service_plays_and_never_delivers_it():
    spec = load("compiratie", ["vp-pc=off"])
    outcome = play(spec, replications=1, weeks=8, residents=500, threads=1)
    assert not any("rs-pc" in stream.name for stream in outcome.lanes["enterprise"].streams)


def used(model, *off):
    """The plugins that take part with some notes off, with what they are given."""
    return dict(activate(load(model, [f"{one}=off" for one in off])))


@pytest.mark.parametrize("note", [note.id for block in PARTS for note in getattr(load(ALL).canvas, block)] + [
    note.id for note in load(ALL).canvas.key_resources if note.sim and note.sim.team] + [
    "ka-guidance", "ka-management", "ka-organising", "ka-fair", "ka-bingo", "ka-borrel", "kr-centre", "kr-tools"])
def test_each_activity_stream_of_money_kind_of_staff_and_partner_can_be_off_with_the_plugins_that_take_part(note):
    assert note not in notes(load(ALL, [f"{note}=off"])) and used(ALL, note)


def test_a_plugin_goes_with_the_note_it_was_given_and_with_the_last_of_a_list():
    assert used(ALL).keys() - used(ALL, "ka-bingo").keys() == {"bingo_law"}
    assert used(ALL, "cost-tools")["partner_deals"].lines == ["cost-materials", "cost-rooms"]
    assert "partner_deals" not in used(ALL, "cost-tools", "cost-materials", "cost-rooms")


def test_without_what_is_sold_to_them_nobody_pays_from_a_personal_budget():
    assert "pgb" in used(ALL) and "pgb" not in used(ALL, "vp-cleaning") and "pgb" not in used(ALL, "rs-pgb")


def test_without_volunteers_nobody_opens_the_building_or_chooses_goals():
    spec = load(ALL, ["ka-organising=off"])
    assert notes(spec).isdisjoint({"kr-centre", "ka-bingo", "ka-fair", "vp-company", "vp-porticoes"})
    assert "kr-home-team" in notes(spec) and spec.canvas.simwijk.goals is None


def test_a_gathering_goes_with_its_room_and_a_goal_with_its_building():
    assert {"ka-bingo", "ka-cafe", "vp-centre"} <= gone(ALL, "kr-centre")


@pytest.mark.parametrize("stream", ["rs-cleaning", "rs-pgb", "rs-porticoes", "rs-letting", "rs-bingo"])
def test_no_money_flows_under_a_stream_that_is_off(stream):
    def flows(*changes):
        spec = load(ALL, changes)
        outcome = play(spec, replications=1, weeks=1, residents=300, threads=1, plugins=activate(spec))
        return {one.name for one in outcome.lanes["enterprise"].streams if one.item == stream}

    assert flows() and not flows(f"{stream}=off")
