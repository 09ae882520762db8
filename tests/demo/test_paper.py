"""The A3 on the page: the sheet of what was played, as picture, as PDF, and for the browser to print."""

from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from simcore.canvas import load
from simcore.demo.answers import ANSWERS
from simcore.demo.answers.paper import laid_down
from simcore.demo.deck import deck
from simcore.demo.redesign import Redesign, changes, written
from simcore.demo.show import Show
from simcore.demo.wish import Wish, wish_of
from simcore.experiments.case import Case, opened
from simcore.show.page.page import Page
from simcore.show.words import Words
from simcore.studies.compare import compare
from simcore.studies.entries import Entry, entered

MODELS = ("compiratie", "haarlems_gemak")
SAID = {"wish": {"courses": 3}, "lang": "nl"}
STEPS = [["set", "revenue_streams.rs-cleaning.price", 17]]
WITH_B = {"wish": {"courses": 3, "b": {"of": 1, "steps": STEPS}}, "lang": "nl"}


@pytest.fixture(scope="module")
def show():
    """A show of a small district, without and with a redesign."""
    one = Show(MODELS, deck())
    plain = entered(list(MODELS))
    few = {"seed": 1, "replications": 3, "weeks": 30, "residents": 300}
    one.keep(Wish(MODELS, courses=3), compare(plain, **few))
    wish = wish_of(WITH_B["wish"], one.models, one.deck)
    assert wish.b == Redesign("haarlems_gemak", (tuple(STEPS[0]),))
    spec, plugins = opened(Case(written(wish.b)))
    one.keep(wish, compare([*plain, Entry(spec.name, spec, list(plugins))], **few))
    return one


def text_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u00a0", " ").split())


def test_the_sheet_waits_until_everything_is_played(show):
    for name in ("paper", "pdf"):
        assert ANSWERS[name](show, SAID | {"wish": {"courses": 4}}) == {"kind": "later"}


def test_the_sheet_is_of_the_model_that_is_asked_for_else_of_the_first(show):
    first = ANSWERS["paper"](show, SAID)
    assert first["model"] == "compiratie" and [key for key, _ in first["models"]] == list(MODELS)
    assert ANSWERS["paper"](show, SAID | {"model": "haarlems_gemak"})["model"] == "haarlems_gemak"
    assert ANSWERS["paper"](show, SAID | {"model": "../../etc/passwd"})["model"] == "compiratie"


def test_picture_page_and_pdf_have_the_figures_of_the_comparison(show):
    found = next(iter(show.found.values()))
    page = Page(found, Words("nl"))
    one = found.figure("compiratie", "money", "result")
    told, pdf = ANSWERS["paper"](show, SAID), ANSWERS["pdf"](show, SAID)
    assert pdf["name"] == "compiratie.pdf" and b64decode(told["picture"]).startswith(b"<svg")
    amount = page.value(one.median, one.unit)
    assert amount in told["html"] and amount.replace("\u00a0", " ") in text_of(b64decode(pdf["bytes"]))


def test_with_a_redesign_the_sheet_is_of_b_with_what_was_changed(show):
    told = ANSWERS["paper"](show, WITH_B)
    assert told["model"] == "haarlems_gemak_b" and told["title"] == "Haarlems Gemak B"
    assert told["html"].replace("\u00a0", " ").partition("Wat is er veranderd?")[2].startswith(
        f"</h2><ul><li>{changes(Redesign('haarlems_gemak', (tuple(STEPS[0]),)), 'nl')[0]}</li></ul>")


def test_knobs_and_cards_that_change_the_model_stand_among_what_was_changed():
    cards = deck()
    wish = Wish(MODELS, (("price", 4), ("wmo", 2)), (("stop_rule_off", 0), ("wmo_cut", 53)))
    lines = {key: laid_down(wish, cards, load(key), Words("en")) for key in MODELS}
    assert lines["haarlems_gemak"] == ["Price an hour: +€4", "Less Wmo help, from 2015: 40%", "The stop rule goes",
                                       "The municipality gives fewer hours of Wmo help (year 2, week 2)"]
    assert "The stop rule goes" not in lines["compiratie"]


def test_without_typst_the_picture_is_the_sheet_that_the_browser_prints(show, monkeypatch):
    monkeypatch.setattr("simcore.show.paper.typeset.available", lambda: False)
    told = ANSWERS["paper"](show, SAID | {"lang": "en"})
    picture = b64decode(told["picture"]).decode()
    assert not told["pdf"] and "foreignObject" in ElementTree.fromstring(picture)[0].tag
    plain = [" ".join(ElementTree.fromstring(f"<div>{one}</div>").itertext()) for one in (told["html"], picture)]
    assert plain[0] == plain[1] and picture.count("<svg xmlns=") == 1 + told["html"].count("<svg ")
