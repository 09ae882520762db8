"""The report: all of a comparison in one file, every number the run's own, nothing from outside."""

import re
import runpy
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simcore.show.note_money import faces_of
from simcore.show.page import validated
from simcore.show.page.flow import MOST, End, drawing, into, out_of, together
from simcore.show.page.page import Page
from simcore.show.page.report import report
from simcore.show.words import Words
from simcore.studies.compare import Comparison
from simcore.studies.origin import sources

ROOT = Path(__file__).parents[3]
HOSTILE = "<script>alert(1)</script> $x^2$ =cmd"


@pytest.fixture(scope="module")
def html(found):
    return report(found, {key: [] for key in found.keys}, "nl")


@pytest.fixture(scope="module")
def tree(html):
    return ElementTree.fromstring(html.removeprefix("<!DOCTYPE html>"))


def texts(element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def part(tree, name: str, lang: str = "nl"):
    return next(one for one in tree.iter() if one.get("id") == f"{lang}-{name}")


def test_every_part_is_there_in_both_languages(tree):
    for lang in ("nl", "en"):
        for name in ("top", "canvas", "flow", "dials", "cash", "parties", "evidence", "movers", "diary", "validated",
                     "method", "named", "versions-haarlems_gemak-haarlems_gemak_2"):
            assert texts(part(tree, name, lang))


def test_every_link_leads_somewhere_and_nothing_comes_from_outside(html, tree):
    names = {one.get("id") for one in tree.iter()}
    assert {one.get("href")[1:] for one in tree.iter("a")} <= names
    assert "default-src &#x27;none&#x27;" in html and not re.search(r"url\(|@import", html)
    assert not [one for one in tree.iter() if "src" in one.attrib or one.tag in ("script", "link", "img", "iframe")]


def test_it_opens_with_the_answer_of_each_model(tree):
    first = texts(part(tree, "top"))
    assert first.count("In dit model leeft Haarlems Gemak") == 2


def test_the_canvas_has_every_note_with_the_amounts_of_the_picture_and_its_edge(found, tree):
    faces = [face for some in faces_of(found.outcomes[found.keys[0]], Words("nl")).values() for face in some]
    notes = [one for one in part(tree, "canvas").iter("div") if (one.get("class") or "").startswith("sticky ")]
    assert [texts(one).removeprefix("? ") for one in notes] == [
        " ".join(" ".join([face.name, *(" ".join(pair) for pair in face.figures)]).split()) for face in faces]
    assert {one.get("class") for one in notes} == {"sticky sure", "sticky assumed", "sticky open", "sticky none"}


def test_money_comes_from_whom_the_table_of_origins_has_it_from(found):
    page = Page(found, Words("nl"))
    key = found.keys[0]
    amounts = [one.amount.median for one in sources(found.outcomes[key])]
    shown = into(page, key)
    assert [one.amount.median for one in shown][:MOST - 1] == amounts[:MOST - 1]
    drawn = texts(ElementTree.fromstring(drawing(page, key)))
    for one in (*shown, *out_of(page, key)):
        assert page.value(one.amount.median, "EUR").replace("\u00a0", " ") in drawn


def test_small_flows_go_together_and_keep_their_sum(found):
    page = Page(found, Words("nl"))
    one = sources(found.outcomes[found.keys[0]])[0].amount
    some = [End(str(n), one) for n in range(MOST + 3)]
    shown = together(page, some)
    assert len(shown) == MOST and shown[-1].name == "4 kleinere samen"
    assert sum(end.amount.values.sum() for end in shown) == pytest.approx(len(some) * one.values.sum())


def test_each_number_that_is_assumed_or_open_is_listed_and_all_are_counted(found, tree):
    page = Page(found, Words("nl"))
    own = {path: one for path, one in page.numbers[found.keys[0]].items() if not path.startswith("neighbourhood.")}
    where = part(tree, "evidence")
    links = [one.get("href") for one in next(table for table in where.iter("table")
                                             if table.get("class") == "guesses").iter("a")]
    assert len(links) == sum(one.evidence in ("open", "assumption") for one in own.values())
    assumed = next(row for row in where.iter("tr") if texts(row).startswith("aanname"))
    assert list(assumed)[1].text == str(sum(one.evidence == "assumption" for one in own.values()))


def test_what_falls_outside_is_said_before_what_lies_inside(tree):
    table = next(part(tree, "validated").iter("tbody"))
    verdicts = [list(row)[-1].text for row in table]
    assert verdicts == sorted(verdicts, reverse=True, key=lambda one: one == "buiten") and "buiten" in verdicts


def test_the_note_on_validation_says_what_the_page_of_validation_found():
    """Made anew with: make docs"""
    script = runpy.run_path(str(ROOT / "scripts/validated.py"))
    page = (ROOT / "docs/validation.md").read_text(encoding="utf-8")
    assert script["FILE"].read_text(encoding="utf-8") == script["written"](page)
    assert len(validated.found()) > 20 and script["numbers"]("−1,240 (−5.0% – 2%)") == ["-1240", "-5.0", "2"]


def test_a_hostile_name_is_text_and_nothing_else(found):
    entry = found.entries[0]
    canvas = entry.spec.canvas
    spec = replace(entry.spec, canvas=replace(canvas, meta=replace(canvas.meta, name=HOSTILE), costs=[
        replace(one, name=HOSTILE) for one in canvas.costs]))
    key = entry.key
    one = Comparison([replace(entry, spec=spec)], {key: replace(found.outcomes[key], spec=spec)},
                     {key: found.found[key]})
    html = report(one, {key: []})
    assert "<script" not in html and "&lt;script&gt;alert(1)&lt;/script&gt; $x^2$ =cmd" in html
