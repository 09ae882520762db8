"""The hand-out: the numbers of the comparison, the same in the PDF and in the page that prints without Typst."""

import json
import re
from dataclasses import asdict, replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from simcore.canvas import load
from simcore.results import lanes
from simcore.results.movers import Mover
from simcore.show.page.gains import kinds_of
from simcore.show.page.marks import marks
from simcore.show.page.page import Page
from simcore.show.page.poster import LEAST, canvas, document, size_for
from simcore.show.paper.handout import CHANGES, GUESSES, changes, giving, handout, links_to, only
from simcore.show.paper.typeset import typeset
from simcore.show.words import Words
from simcore.studies.compare import Comparison, compare
from simcore.studies.entries import entered
from simcore.studies.versions import Change

HOSTILE = "<script>alert(1)</script> $x^2$ #panic() =cmd"


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """A canvas beside itself with another price and without ironing."""
    kept, before = tmp_path_factory.mktemp("kept"), lanes.folder
    lanes.folder = lambda: kept
    try:
        return compare(entered(["haarlems_gemak", "haarlems_gemak"],
                               ["haarlems_gemak-2:revenue_streams.rs-cleaning.price=17",
                                "haarlems_gemak-2:vp-ironing=off"]),
                       seed=3, replications=20, weeks=30, residents=300)
    finally:
        lanes.folder = before


@pytest.fixture(scope="module")
def data(found):
    return handout(found, Words("nl"))


def words_in(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u00ad\n", "").replace("\u00ad", "").replace("\u00a0", " ").split())


def words_on(page: str) -> str:
    tree = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>"))
    return " ".join(" ".join(tree.find("body").itertext()).replace("\u00a0", " ").split())


def bare(text: str) -> str:
    """Without the spaces and hyphens that breaking a line brings."""
    return text.translate(dict.fromkeys(map(ord, " -\u00ad\u2010")))


def leaves(one) -> list[str]:
    if isinstance(one, str):
        return [one]
    return [text for part in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
            for text in leaves(part)]


def test_of_two_versions_the_last_is_on_the_sheet_and_the_first_beside_it_on_the_dials(found, data):
    (sheet,) = data["sheets"]
    first, second = found.keys
    titles = Page(found, Words("nl")).titles
    assert sheet["title"] == titles[second]
    assert [one["model"] for one in sheet["dials"][0]["figures"][0]["bars"]] == [titles[first], titles[second]]


def test_the_list_of_changes_has_what_came_went_and_changed_and_not_the_links_that_went_along(data):
    assert data["sheets"][0]["changes"] == [
        "Strijken: weggehaald", "Strijken per uur: weggehaald",
        "Schoonmaken per uur, prijs: € 14 per uur (11 tot 18) → € 17 per uur"]


def test_each_model_that_is_no_version_has_a_sheet_with_what_was_set_in_it(found):
    one = only(found, found.keys[1:])
    (key,) = one.keys
    lines = changes(Page(one, Words("en")), key, load("haarlems_gemak"), one.any.spec)
    sheet, = handout(one, Words("en"), {key: lines})["sheets"]
    assert "Ironing: removed" in sheet["changes"] and len(sheet["changes"]) == 3
    assert handout(one, Words("en"))["sheets"][0]["changes"] == ["Nothing: the canvas is as it was."]


def test_a_pot_that_paid_for_a_note_that_went_is_no_change_of_its_own():
    pot = "key_activities.ka-bingo.extra.pot"
    assert links_to(Change(pot, "ka-bingo", "cost-facade", None), {"cost-facade"})
    assert not links_to(Change(pot, "ka-bingo", "cost-facade", "cost-garden"), {"cost-facade"})


def test_a_plan_has_on_paper_the_colour_and_shape_of_its_place_in_the_show(found):
    one = only(found, found.keys[:1])
    looks = [handout(one, Words("nl"), places=places)["sheets"][0]["mark"] for places in ((), ["x", "y", *one.keys])]
    every = marks(["x", "y", "z"], ["x", "y", "z"])
    assert looks[1] == asdict(every["z"]) and looks[0] == asdict(marks(one.keys)[one.keys[0]])


def test_what_the_municipality_gives_more_is_named_by_its_parts(found):
    page = Page(found, Words("nl"))
    for key in found.keys:
        kinds = [called for called, _ in kinds_of(page, key, "municipality")]
        assert kinds and all(kind in giving(page, key) for kind in kinds)
        assert page.value(-found.gain(key, "municipality").median, "EUR") in giving(page, key)


def test_the_sheet_says_in_how_many_courses_it_still_exists_as_the_race_does(found):
    key = found.keys[0]
    alive = int(found.outcomes[key].lanes["enterprise"].series["alive"][-1].sum())
    text = handout(only(found, [key]), Words("en"))["sheets"][0]["parts"]
    assert f"still exists in {alive} of 20 courses, with or without municipal money" in text


def test_a_long_list_of_changes_says_how_many_more_there_are(found):
    one = only(found, found.keys[:1])
    sheet, = handout(one, Words("en"), {one.keys[0]: list("a" * (CHANGES + 5))})["sheets"]
    assert sheet["changes"] == [*"a" * CHANGES, "and 5 more"]


def test_the_figures_of_the_dials_are_those_of_the_comparison(found, data):
    page = Page(found, Words("nl"))
    for key, bar in zip(found.keys, data["sheets"][0]["dials"][0]["figures"][0]["bars"]):
        one = found.figure(key, "money", "result")
        assert bar["value"].removeprefix("≈ ") == page.value(one.median, one.unit) and bar["low"] <= bar["middle"]
        assert bar["span"] == page.span(one)


def test_only_guesses_stand_among_what_to_find_out_and_the_room_fills_in_the_rest(found):
    key = found.keys[0]
    numbers = Page(found, Words("en")).numbers[key]
    of = lambda kind: [path for path, one in numbers.items() if one.evidence == kind and one.ranged]  # noqa: E731
    paths = [of("source")[0], *of("assumption")[:2], of("open")[0]]
    moved = replace(found.found[key], movers=[Mover(path, -0.5, -0.7, -0.2) for path in paths])
    one = Comparison(found.entries[:1], {key: found.outcomes[key]}, {key: moved})
    sheet, = handout(one, Words("en"))["sheets"]
    assert len(sheet["guesses"]) == GUESSES and sheet["guesses_said"] == ""
    assert {it["way"] for it in sheet["guesses"]} == {"higher is worse"}
    none = Comparison(found.entries[:1], {key: found.outcomes[key]}, {key: replace(moved, movers=[])})
    text = words_in(typeset("handout.typ", handout(none, Words("en"))))
    assert text.count("What do you doubt yourself?") == text.count("Who finds this out?") == GUESSES


def test_pdf_and_page_say_the_same_and_all_of_it(data):
    pdf = typeset("handout.typ", data)
    said, shown = words_in(pdf), words_on(document(data))
    assert len(PdfReader(BytesIO(pdf)).pages) == 1 and pdf == typeset("handout.typ", json.loads(json.dumps(data)))
    sheet = {key: one for key, one in data["sheets"][0].items() if key not in ("dials_title", "own", "mark")}
    for bars in (it["bars"] for dial in sheet["dials"] for it in dial["figures"]):
        for one in bars:
            del one["colour"], one["shape"]
    edges = {"sure", "assumed", "open", "none"}
    for text in {" ".join(one.replace("\u00a0", " ").split()) for one in leaves(sheet)} - edges:
        assert text in shown
        assert bare(text) in bare(said)


def test_a_hostile_name_is_text_on_both(found):
    entry = found.entries[0]
    canvas = entry.spec.canvas
    spec = replace(entry.spec, canvas=replace(canvas, meta=replace(canvas.meta, name=HOSTILE), costs=[
        replace(one, name=HOSTILE) for one in canvas.costs]))
    one = Comparison([replace(entry, spec=spec)], {entry.key: replace(found.outcomes[entry.key], spec=spec)},
                     {entry.key: found.found[entry.key]})
    data = handout(one, Words("nl"))
    assert HOSTILE.replace(" ", "") in words_in(typeset("handout.typ", data)).replace(" ", "")
    assert "<script" not in document(data) and HOSTILE in words_on(document(data))


def test_a_fuller_canvas_is_set_smaller(data):
    board = data["sheets"][0]["board"]
    full = board | {"costs": {"title": "Kosten", "notes": board["costs"]["notes"] * 4}}
    assert size_for(full) < size_for(board)


def test_on_a_very_full_canvas_a_full_block_takes_width_from_the_others(data):
    board = data["sheets"][0]["board"]
    full = board | {name: board[name] | {"notes": board[name]["notes"] * 3} for name in ("key_activities", "key_resources")}
    drawn = canvas(full)
    assert size_for(full) < LEAST <= float(re.search(r"font-size: ([\d.]+)pt", drawn)[1])
    widths = [float(wide) for wide in re.findall(r"([\d.]+)fr", drawn)]
    assert len(widths) == 10 and widths[2] == max(widths) and "fr" not in canvas(board)
