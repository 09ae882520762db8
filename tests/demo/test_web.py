"""The page itself, as text: small, without outside help, and with a word in both languages for all it says."""

import re
from importlib import resources

import pytest

from simcore.demo.config import config_of
from simcore.demo.deck import deck
from simcore.demo.texts import TEXTS
from simcore.show.page.marks import COLOURS, marks
from simcore.show.session import shown

WEB = resources.files("simcore.demo").joinpath("web")
SCRIPTS = {one.name: one.read_text(encoding="utf-8") for folder in (WEB, WEB.joinpath("screens"))
           for one in folder.iterdir() if one.name.endswith(".js")}
PAGE = WEB.joinpath("page.html").read_text(encoding="utf-8")


def test_the_scripts_stay_small_enough_to_be_read():
    lines = [(name, n, line) for name, text in SCRIPTS.items() for n, line in enumerate(text.splitlines(), 1)]
    assert len(lines) < 1500
    assert [(name, n) for name, n, line in lines if len(line) > 120] == []


def test_no_line_of_a_style_is_longer_than_a_line_of_a_script():
    for folder in (WEB, resources.files("simcore.show.page")):
        for one in (one for one in folder.iterdir() if one.name.endswith(".css")):
            assert [line for line in one.read_text(encoding="utf-8").splitlines() if len(line) > 120] == [], one.name


def test_each_script_is_loaded_by_the_page_and_none_stands_in_it():
    loaded = re.findall(r'src="/static/(?:screens/)?([\w.-]+)"', PAGE)
    assert sorted(loaded) == sorted(SCRIPTS) and loaded[0] == "base.js" and loaded[-1] == "main.js"
    assert not re.search(r"<script>|\son\w+=|javascript:", PAGE)


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_asks_nothing_of_elsewhere_and_runs_no_text(name):
    text = SCRIPTS[name]
    assert not re.search(r"https?://(?!127\.0\.0\.1)(?!www\.w3\.org)|\beval\(|new Function|document\.write|"
                         r"\son\w+=\\?[\"']", text)


def test_every_word_the_page_asks_for_is_there_in_both_languages():
    said = {key for text in SCRIPTS.values() for key in re.findall(r'\bt\("([\w.]+)"', text)}
    screens = {f"screen.{name}" for text in SCRIPTS.values()
               for name in re.findall(r'screen\(\{\s*name: "(\w+)"', text)}
    assert screens and sorted((said | screens) - {*TEXTS}) == []
    assert [key for key, pair in TEXTS.items() if len(pair) != 2 or not all(pair)] == []


def test_both_languages_fill_in_the_same():
    parts = lambda text: sorted(re.findall(r"\{(\w+)\}", text))  # noqa: E731
    assert {key: pair for key, pair in TEXTS.items() if parts(pair[0]) != parts(pair[1])} == {}


def test_nothing_is_foretold():
    assert {key: text for key, pair in TEXTS.items() for text in pair
            if re.search(r"\b(zal|zullen|zult|will|shall)\b", text)} == {}


def test_a_plan_has_the_colour_and_shape_of_its_place_on_screen_as_on_paper():
    config = config_of(("compiratie", "haarlems_gemak"), deck(), "nl")
    places = [*(one["key"] for one in config["models"]), "compiratie_b"]
    assert config["marks"] == [[one.colour, one.svg()] for one in marks(places, places).values()]
    assert [(name, colour) for name, text in SCRIPTS.items() for colour in COLOURS if colour in text] == []


def test_a_page_has_the_models_of_a_session_first_and_in_the_order_of_the_deck():
    assert shown() == deck().models
    assert [one.colour for one in marks(shown()).values()] == list(COLOURS[:len(shown())])
