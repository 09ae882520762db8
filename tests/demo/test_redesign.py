"""A redesign: steps on one canvas make a text, which plays as the file it downloads as."""

import pytest
import yaml
from click.testing import CliRunner

from simcore.canvas import load
from simcore.canvas.bundled import models
from simcore.canvas.spec import Written, tree_of
from simcore.cli import simwijk
from simcore.demo.answers import ANSWERS
from simcore.demo.config import model_of
from simcore.demo.deck import deck, kinds
from simcore.demo.redesign import THOUGHT_OF, Redesign, changes, dumped, redesign_of, written
from simcore.demo.show import Show
from simcore.demo.wish import entries_of, wish_of
from simcore.errors import BadInput
from simcore.files import Mapping, Scalar
from simcore.show.note_money import evidence_of
from simcore.show.page.dials import DIALS
from simcore.show.paper import board
from simcore.show.words import Words
from simcore.studies.compare import compare
from simcore.studies.entries import entered

PRICE, NOTE = "revenue_streams.rs-cleaning.price", "cost-added-bakfiets"
SET, OFF = ["set", PRICE, 16.5], ["off", "vp-ironing"]
ADD = ["add", "cost_year", "Bakfiets", ["ka-guidance"], [[2000, 1000, 4000]]]
BOARD_EDGE = {"fact": "sure", "assumption": "assumed", "open": "open", "none": "none"}
HOSTILE = ["<script>alert(1)</script>", "$x^2 \\", "=cmd|' /C'!A0", "a\u202eb\x07c\x00d\u2028e", "'\"`", "- [x: {y",
           "x: # y",
           "&a *b !!python/object", "%YAML 1.1", "---", "null", "1.000", "a:\u00a0b", "🙂 \ud800", "\ttab\nline"]


@pytest.fixture(scope="module")
def show():
    return Show(("haarlems_gemak", "compiratie"), deck())


def made(*steps) -> Redesign:
    return redesign_of({"of": 0, "steps": list(steps)}, ("haarlems_gemak",))


def test_a_canvas_in_memory_is_read_as_a_file_of_that_text_with_its_mistakes_in_their_places(tmp_path):
    text = written(made(SET)).text.replace('unit: "EUR/hour", low: 16.5', 'unit: "EUR/uur", low: 16.5')
    file = tmp_path / "haarlems_gemak_b.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as from_file:
        load(file)
    with pytest.raises(BadInput) as from_memory:
        load(Written(file.name, text, str(tmp_path)))
    places = [[(one.line, one.column, one.what) for one in error.value.problems] for error in (from_file, from_memory)]
    assert places[0] == places[1] and places[0][0][0] > 1


def test_b_is_what_its_steps_say_and_its_file_is_accepted(tmp_path):
    one = written(made(SET, OFF, ADD))
    (tmp_path / one.file).write_text(one.text, encoding="utf-8")
    assert CliRunner().invoke(simwijk, ["check", str(tmp_path / one.file)]).exit_code == 0
    spec = load(tmp_path / one.file)
    assert spec.quantities()[PRICE].value == 16.5 and spec.quantities()[f"costs.{NOTE}.amount"].high == 4000
    assert "vp-ironing" not in {note.id for note in spec.canvas.value_propositions}
    assert spec.canvas.meta.name == "Haarlems Gemak B"
    head = [line for line in one.text.split("\n") if line.startswith("# - ")]
    assert len(head) == len(changes(made(SET, OFF, ADD), "nl")) == 4 and "€ 16,50" in head[0]


def test_what_is_off_and_on_again_or_undone_leaves_no_trace():
    assert changes(made(OFF, ["on", "vp-ironing"]), "nl") == ()
    plain, back = load("haarlems_gemak"), load(written(made(OFF, ["on", "vp-ironing"])))
    assert {path: one for path, one in plain.quantities().items()} == dict(back.quantities())


@pytest.mark.parametrize("model", models())
def test_a_canvas_is_written_the_same_with_and_without_the_quick_way(model, monkeypatch):
    tree = tree_of(model)
    smiling = Mapping(tree.mark, tree | {"smile": Scalar("é 😀", True, tree.mark)}, tree.key_marks)
    quick = [dumped(one) for one in (tree, smiling)]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert quick == [dumped(one) for one in (tree, smiling)] and "😀" in quick[1]


def test_b_plays_to_the_cent_as_its_file_does(show, tmp_path):
    wish = wish_of({"models": [0], "courses": 2, "residents": 300, "b": {"of": 0, "steps": [SET, OFF, ADD]}},
                   show.models, show.deck)
    one = written(wish.b)
    (tmp_path / one.file).write_text(one.text, encoding="utf-8")
    asked = {"seed": 3, "replications": 2, "weeks": 26, "residents": 300, "fresh": True}
    live = compare(entries_of(wish, show.deck)[0], **asked)
    file = compare(entered(["haarlems_gemak", str(tmp_path / one.file)]), **asked)
    assert live.keys == file.keys == ["haarlems_gemak", "haarlems_gemak_b"]
    for key in live.keys:
        assert live.outcomes[key].lanes["enterprise"].digests == file.outcomes[key].lanes["enterprise"].digests
    assert len({*(live.outcomes[key].lanes["enterprise"].digests[0] for key in live.keys)}) == 2


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_written_on_a_note_is_a_name_and_nothing_else(name):
    one = written(made([*ADD[:2], name, *ADD[3:]]))
    spec = load(one)
    note = spec.canvas.costs[-1]
    assert len(note.name) >= 2 and note.name[0] == ("□" if name[0] in "\t" else name.strip()[0])
    assert not set(note.name) & set("\x07\x00\u202e\u2028\n\t\u00a0")
    assert one.text[one.text.index(note.id):].count("description:") == 1 and note.description == THOUGHT_OF
    assert len(spec.canvas.costs) == 9
    assert all(line.startswith("#") for line in one.text.split("\n\n")[0].split("\n"))


@pytest.mark.parametrize("steps", [
    [["set", PRICE, "veel"]], [["set", PRICE, -1]], [["add", "cost_year", "x" * 10_000, ["ka-guidance"], [[1, 1, 1]]]],
    [["add", "cost_year", "Fiets", ["ka-guidance"], [[5, 10, 20]]]], [["add", "fair", "Markt", [], [[0.1, 0, 1], [9,
    9, 9]]]],
    [["off", "cr-known-face"]], [["add", "cost_year", " ", [], [[1, 1, 1]]]]])
def test_a_step_that_makes_no_canvas_is_told_in_words_on_the_page(show, steps):
    for lang in ("nl", "en"):
        told = ANSWERS["redesign"](show, {"lang": lang, "draft": {"of": 0, "steps": steps}})
        assert told["kind"] == "wrong" and 10 < len(told["said"]) < 2000 and "Traceback" not in told["said"]


@pytest.mark.parametrize("draft", [
    {"of": 9, "steps": [SET]}, {"of": 0, "steps": "x"}, {"of": 0, "steps": [["set"]]}, {"of": 0, "steps": [[{}]]},
    [], "x",
    {"of": 0, "steps": [["set", "simwijk.neighbourhood", "/etc/passwd"]]}, {"of": 0, "steps": [["set", "meta.name",
    "x"]]},
    {"of": 0, "steps": [["read", "/etc/passwd"]]}, {"of": 0, "steps": [["off", "meta"]]}, {"of": 0,
    "steps": [SET] * 300},
    {"of": 0, "steps": [["add", "cost_year", "x", [7], [[1, 1, 1]]]]}, {"of": 0, "steps": [["add", "cost_year"]]}])
def test_what_no_page_of_ours_says_is_refused(show, draft):
    with pytest.raises(BadInput):
        ANSWERS["file"](show, {"draft": draft})


@pytest.mark.parametrize("name", kinds())
def test_every_kind_of_note_can_be_added_to_a_plan_that_has_room_for_it(show, name):
    one = next(kind for kind in ANSWERS["addable"](show, {"of": 1, "lang": "en"})["kinds"] if kind["name"] == name)
    numbers = [[number["value"], number["low"], number["high"]] for number in one["numbers"]]
    links = [ANSWERS["note"](show, {"model": "compiratie", "note": id, "wish": {"courses": 3}})["id"]
             for id in [getattr(load("compiratie").canvas, one["links"])[0].id]] if one["links"] else []
    step = ["add", name, "Iets nieuws", links, numbers, [some[0][0] for _, some in one["choices"]]]
    if name == "management":
        step, draft = ["on", "ka-coordination"], None
    draft = {"of": 1, "steps": [step]}
    told = ANSWERS["redesign"](show, {"lang": "en", "draft": draft})
    assert told.get("kind") != "wrong"
    assert len(told["added"]) == (2 if name == "service" else 1) or name == "management"


def test_a_note_that_a_room_added_is_an_assumption_on_screen_and_on_paper_and_others_may_have_no_number(show):
    steps = [["add", "segment", "Groep klanten", [], [], ["everyone"]]]
    told = ANSWERS["redesign"](show, {"lang": "nl", "draft": {"of": 0, "steps": steps}})
    spec = load(written(made(*steps)))
    drawn = board.drawn(spec, Words("nl"))
    for block, notes in told["model"]["notes"].items():
        assert [BOARD_EDGE[one["edge"]] for one in notes] == [one["edge"] for one in drawn[block]["notes"]]
    edges = {one["id"]: one["edge"] for one in told["model"]["notes"]["customer_segments"]}
    assert edges.pop(told["added"][0]) == "assumption" and "none" in edges.values() and edges == {
        one["id"]: one["edge"] for one in model_of(load("haarlems_gemak"))["notes"]["customer_segments"]}


def test_a_note_tells_its_numbers_with_range_source_and_how_sure_they_are(show):
    told = ANSWERS["note"](show, {"model": "haarlems_gemak", "note": "kp-municipality", "lang": "nl",
                                    "wish": {"courses": 3, "residents": 310}})
    one = told["numbers"][0]
    assert (one["low"], one["value"], one["high"], one["evidence"]) == (50, 100, 100, "open")
    assert one["question"] and one["source"] and told["edge"] == "open" and told["courses"] == 0


def test_a_share_is_typed_as_the_percentage_that_stands_beside_the_box(show):
    path = "key_partnerships.kp-municipality.phase_out"
    bearer = ["add", "bearer", "Buurtbank", [], [[30, 10, 50], [5, 0, 10]]]
    spec = load(written(made(["set", path, 7], bearer)))
    assert spec.quantities()[path].value == 0.07 and "7 % per kwartaal" in changes(made(["set", path, 7]), "nl")[0]
    added = spec.quantities()["key_partnerships.kp-added-buurtbank.share"]
    assert (added.low, added.value, added.high) == (0.1, 0.3, 0.5)
    kind = next(one for one in ANSWERS["addable"](show, {"of": 0})["kinds"] if one["name"] == "bearer")
    assert [one["value"] for one in kind["numbers"]] == [50, 6] and kind["numbers"][0]["unit"]["nl"] == "%"


def test_the_dials_of_a_and_b_are_those_of_a_comparison(show):
    from simcore.show.page.page import Page

    said = {"models": [0], "courses": 2, "residents": 300, "b": {"of": 0, "steps": [SET]}}
    wish = wish_of(said, show.models, show.deck)
    found = compare(entries_of(wish, show.deck)[0], seed=1, replications=2, weeks=26, residents=300, fresh=True)
    show.keep(wish, found)
    told = ANSWERS["beside"](show, {"wish": said, "lang": "nl", "b": True})
    assert told["keys"] == ["haarlems_gemak", "haarlems_gemak_b"] and told["courses"] == 2
    page, row = Page(found, Words("nl")), told["rows"][0]
    one = found.figure("haarlems_gemak_b", "money", "result")
    assert row["cells"][1]["value"] == page.value(one.median, one.unit) and row["cells"][1]["span"] == page.span(one)
    assert len(row["cells"]) == 3
    assert [one["dial"] for one in told["rows"]] == [page(dial) for dial in DIALS]
    assert [cell["span"] for cell in told["rows"][-1]["cells"]] == ["niet van toepassing"] * 3
    said = {"wish": said, "model": "haarlems_gemak_b", "note": "cost-rooms", "lang": "nl"}
    assert ANSWERS["note"](show, said)["does"]


PHASE_OUT = "key_partnerships.kp-municipality.phase_out"


@pytest.mark.parametrize("step, dutch, english", [
    (["set", PHASE_OUT, 190], "190 kan hier niet. Typ een getal van 0 tot en met 100.", "from 0 to 100"),
    (["set", PHASE_OUT, "12,5,1"], "‘12,5,1’ is geen getal", "is not a number"),
    (["set", PRICE, ""], "Er ontbreekt een getal", "A number is missing"),
    (["add", "bearer", "Buurtbank", [], [[90.5, 10, 50], [5, 0, 10]]], "90,5 ligt niet tussen 10 en 50",
     "90.5 does not lie between"),
    (["add", "bearer", "Buurtbank", [], [[30, 10, 130], [5, 0, 10]]], "130 kan hier niet", "130 cannot be here")])
def test_a_number_that_cannot_be_is_refused_as_it_was_typed(show, step, dutch, english):
    for lang, said in (("nl", dutch), ("en", english)):
        told = ANSWERS["redesign"](show, {"lang": lang, "draft": {"of": 0, "steps": [step]}})["said"]
        assert said in told and "key_partnerships" not in told and "0.9" not in told


def test_a_chosen_number_says_in_the_language_of_the_page_in_place_of_what_it_came():
    steps = [["set", PHASE_OUT, 7.5], ["set", PHASE_OUT, 8]]
    source = load(written(made(*steps))).quantities()[PHASE_OUT].source
    was = load("haarlems_gemak").quantities()[PHASE_OUT].source
    assert source == f"chosen at a session, in place of 6% (0% to 15%): {was}" == Words("en").note(source)
    dutch = Words("nl").note(source)
    assert dutch.removesuffix(Words("nl").note(was)) == (
        "gekozen tijdens een sessie, in plaats van 6\u00a0% (0\u00a0% tot 15\u00a0%): ")


def test_that_a_room_added_a_note_is_told_by_its_id_whatever_is_written_on_it():
    one = written(made(["add", "segment", "Groep klanten", [], [], ["everyone"]]))
    other = Written(one.file, one.text.replace(THOUGHT_OF, "rewritten at home"), one.folder)
    assert other.text != one.text and evidence_of(load(other)) == evidence_of(load(one))
    assert evidence_of(load(one))["customer_segments.cs-added-groep-klanten"] == "evidence.assumption"
