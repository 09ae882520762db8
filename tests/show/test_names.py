"""Whatever a model, the starter or a plugin brings has a name and a source in both languages of the room."""

import re

import pytest

from simcore.canvas import load
from simcore.canvas.languages import dutch, in_dutch, in_english
from simcore.canvas.named import named, rows_in
from simcore.canvas.notes import BLOCKS
from simcore.canvas.phrases import WORDS
from simcore.canvas.starter import starter
from simcore.canvas.wording import amount
from simcore.files import Quantity
from simcore.files.figures import rows
from simcore.plugin.activating import activate
from simcore.plugin.finding import find
from simcore.results.parties import party_of
from simcore.show.page.page import Page
from simcore.show.page.sources import called, item_of, stream_name, title
from simcore.show.plugin_pages import default_of
from simcore.show.texts import TEXTS
from simcore.show.words import Words
from simcore.studies.compare import Comparison
from simcore.studies.entries import Entry
from simcore.studies.origin import partners_of

MODELS = ("haarlems_gemak", "compiratie", "wijkonderneming", "wijkbedrijf_samen", "starter")
LAW = re.compile(r"(Wet op de [a-z]+|Awb)( \d+)?,? art\. [\w:]+(, [A-Z]{3}-\d{3})?")
ROWS = re.compile(r"[A-Z]{3}-\d{3}(, [A-Z]{3}-\d{3})*")


@pytest.fixture(scope="module", params=MODELS)
def one(request, tmp_path_factory):
    """A model with its plugins, and the cut that comes along for any; the starter as it is written in Dutch."""
    file = request.param
    if file == "starter":
        file = tmp_path_factory.mktemp("starter") / "ons_groen.yaml"
        file.write_text(starter("Ons Groen", file.name, "nl"), encoding="utf-8")
    spec = load(file)
    return spec, activate(spec, ["wmo_cut"])


class Shown:
    """As much of an outcome as names are asked of."""

    def __init__(self, spec):
        self.spec = spec


def page_of(one, lang: str) -> Page:
    spec, plugins = one
    return Page(Comparison([Entry("model", spec, plugins)], {"model": Shown(spec)}, {}), Words(lang))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_each_number_goes_by_its_item_and_a_name_that_no_other_of_that_item_has(one, lang):
    page, seen = page_of(one, lang), {}
    for path in named(*one):
        item = item_of(path)
        assert title(page, "model", item) not in ("", item), item
        called_so = seen.setdefault((item, called(page, "model", path)), path)
        assert called_so == path and called(page, "model", path), path


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_each_need_and_neighbourhood_has_a_name(one, lang):
    spec, words = one[0], Words(lang)
    assert all(words.place(place) for place in (spec.place, *spec.place.needs.activities))


def test_each_note_and_the_line_of_a_model_is_called_otherwise_in_english(one):
    dutch, english, canvas = Words("nl"), Words("en"), one[0].canvas
    notes = [note for block in BLOCKS for note in getattr(canvas, block)]
    assert [note.name for note in notes if dutch.name(note) == english.name(note)] == []
    assert canvas.meta.tagline is None or english.note(canvas.meta.tagline) != canvas.meta.tagline


def test_where_each_number_comes_from_is_told_in_dutch_too(one):
    spec, plugins = one
    said = {text for number in named(spec, plugins).values() for text in (number.source, number.note) if text}
    said |= {text for number in named(spec, plugins).values() for row in rows_in(number)
             for text in (row.unit, row.note)}
    english = {text for text in said if text and not ROWS.fullmatch(text)}
    same = {"%", "m2", "WWB art. 10a, BIJ-012", "Wet minimumloon en minimumvakantiebijslag, art. 15"}
    absent = {text for text in english - dutch().keys() - same if not is_dutch(text)}
    assert not absent


def test_no_source_of_a_figure_stands_in_english_on_the_dutch_page():
    """Names of reports and laws stay; what we say of them ourselves is said in Dutch."""
    ours = re.compile(r"\b(derived|interpolated|anchor|estimate|text|assumption|"
                      r"from|sum|survey|table|for|and|the|as)\b")
    assert not [row.source for row in rows().values() if ours.search(in_dutch(row.source))]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_source_is_called_by_a_number_that_only_we_know(one, lang):
    words = Words(lang)
    said = [text for number in named(*one).values() for text in (number.source, number.note) if text]
    said += [text for row in rows().values() for text in (row.source, row.note) if text]
    assert not [text for text in said if re.search(r"\bseed\b", words.note(text), re.IGNORECASE)]


def test_each_question_is_put_to_the_room_in_both_languages(one):
    asked = {number.question for number in named(*one).values() if number.question}
    assert asked and {question for question in asked if in_english(question) == question} == set()
    assert all(in_dutch(in_english(question)) == question for question in asked)


def is_dutch(text: str) -> bool:
    """Whether a text is Dutch already, as in the starter, or nothing but the name of a law and rows."""
    return bool(re.search(r"\b(de|het|een|en|van|schatting|afgeleid|Wet)\b", text))


def test_each_unit_is_said_in_dutch(one):
    kept = {"m²", "1000"}
    for number in named(*one).values():
        behind = re.sub(r"^[−\-\d.,]+ ?", "", amount(number, "nl"))
        known = {*kept, "€", "%", *(word for text in WORDS["nl"].values() for word in text.split())}
        english = {word for word in behind.split() if word not in known and not re.fullmatch(r"[\d.,−]+", word)}
        assert not english, (number.unit, behind)


def test_each_stream_and_party_of_the_models_and_their_plugins_has_a_name(played_models):
    for outcome in played_models:
        partners = partners_of(outcome)
        for lang in ("nl", "en"):
            page = Page(Comparison([Entry("model", outcome.spec, outcome.plugins)], {"model": outcome}, {}),
                        Words(lang))
            page.words.learn(outcome)
            for stream in (stream for lane in outcome.lanes.values() for stream in lane.streams):
                assert stream_name(page, stream.name) != stream.name, stream.name
                for account in (stream.payer, stream.payee):
                    party = party_of(account, partners)
                    assert f"party.{party}" in TEXTS or party in page.words.parties, account


@pytest.fixture(scope="module")
def played_models():
    from simcore.run import play

    specs = [load(name) for name in MODELS[:-1]]
    return [play(spec, replications=[0], weeks=2, residents=200, plugins=activate(spec)) for spec in specs]


@pytest.fixture(scope="module")
def numbers_of_plugins() -> list[Quantity]:
    """Every number that a plugin of ours brings when nobody says otherwise."""
    kinds = [found.kind for (found,) in find([]).values()]
    every = [default_of(kind, name) for kind in kinds for name in kind.__pydantic_fields__]
    return [one for one in every if isinstance(one, Quantity)]


def test_where_the_numbers_of_every_plugin_come_from_is_told_in_both_languages(numbers_of_plugins):
    said = {text for one in numbers_of_plugins for text in (one.source, one.note) if text}
    assert len(numbers_of_plugins) > 150
    assert not sorted(text for text in said
                      if in_dutch(text) == text and not ROWS.fullmatch(text) and not LAW.fullmatch(text))
    assert not sorted(text for text in said if re.search(r"\bseed\b", text))
    asked = {one.question for one in numbers_of_plugins if one.question}
    assert not sorted(question for question in asked if in_english(question) == question)


def test_each_plugin_that_comes_along_has_a_name_in_both_languages():
    for (found,) in find([]).values():
        assert found.kind.dutch and found.kind.english and found.kind.dutch != found.kind.english
