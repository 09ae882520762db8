"""A sound model is read back in Dutch or English, with its rules, its evidence and its open questions."""

import re

import pytest

from simcore.canvas import bundled, load
from simcore.canvas.languages import in_english
from simcore.canvas.notes import BLOCKS
from simcore.canvas.phrases import DAYS, MONTHS, PHRASES
from simcore.canvas.starter import starter
from simcore.canvas.understood import counted, questions, understood
from simcore.plugin.activating import activate


def test_the_price_of_cleaning_is_read_back_in_the_language_asked():
    spec = load("haarlems_gemak", ["revenue_streams.rs-cleaning.price=12.50"])
    assert "€ 12,50 per uur voor Schoonmaken" in understood(spec, "nl")
    assert "€12.50 per hour for cleaning" in understood(spec, "en")


def test_the_run_says_from_when_how_long_and_where():
    text = understood(load("haarlems_gemak"), "en")
    assert "Boerhaavewijk, Haarlem, in 2013" in text
    assert "from Monday 7 January 2013, for 260 weeks" in text


def test_a_rule_that_is_off_is_said_to_be_off():
    assert "Houdt alles aan" in understood(load("haarlems_gemak", ["simwijk.stop.on=off"]))


def test_the_reading_of_the_law_is_said():
    assert "streng gelezen" in understood(load("haarlems_gemak", ["simwijk.law=strict"]))


def test_numbers_are_counted_by_evidence_for_canvas_and_neighbourhood_apart():
    spec = load("haarlems_gemak")
    numbers = spec.quantities()
    canvas = counted(one for path, one in numbers.items() if not path.startswith("neighbourhood."))
    place = counted(one for path, one in numbers.items() if path.startswith("neighbourhood."))
    text = understood(spec, "en")
    assert f"{sum(canvas.values())}, of which {canvas['fact']} fact" in text
    assert f"{sum(place.values())}, of which {place['fact']} fact" in text
    assert sum(canvas.values()) + sum(place.values()) == len(numbers)


def test_every_open_question_is_put_with_the_path_of_its_number():
    spec = load("haarlems_gemak")
    text = understood(spec)
    asked = questions(spec)
    assert len(asked) == counted(spec.quantities().values())["open"]
    assert all(f"{question} ({path})" in text for path, question in asked.items())


def test_a_note_without_numbers_is_said_to_be_only_drawn(copy):
    copy.swap("    sim: {english: paid from a personal budget}\n", "")
    assert "Only drawn, without numbers: Betaald uit een persoonsgebonden budget." in understood(copy.load(), "en")


@pytest.mark.parametrize("table", [PHRASES, DAYS, MONTHS])
def test_both_languages_say_the_same_things(table):
    assert len(table["nl"]) == len(table["en"])
    if isinstance(table["nl"], dict):
        assert table["nl"].keys() == table["en"].keys()


def test_that_a_price_is_for_anyone_who_hears_of_it_is_said_where_the_canvas_draws_it_for_some(copy):
    assert "From whom it comes is only drawn (cleaning by the hour, " in understood(copy.load(), "en")
    some = "    from: {customer_segments: [cs-working-singles, cs-temporary-care, cs-pgb]}\n"
    copy.model = copy.model.replace(some, "")
    assert "only drawn" not in understood(copy.load(), "en")


def test_how_many_numbers_of_the_canvas_are_not_sure_yet_is_said_in_words():
    spec = load("haarlems_gemak")
    canvas = [one.evidence for path, one in spec.quantities().items() if not path.startswith("neighbourhood.")]
    assumed, asked = canvas.count("assumption"), canvas.count("open")
    assert (f"Not sure yet in the canvas: {assumed + asked} of {len(canvas)} numbers "
            f"(assumptions: {assumed}, open questions: {asked}).") in understood(spec, "en")
    assert f"{assumed + asked} van de {len(canvas)} getallen" in understood(spec)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("model", bundled())
def test_every_note_of_every_model_that_comes_along_is_told(model, lang):
    spec = load(model)
    told = understood(spec, lang)
    notes = [note for block in BLOCKS for note in getattr(spec.canvas, block)]
    english = lambda note: note.sim.english if note.sim is not None else in_english(note.name)  # noqa: E731
    assert [note.id for note in notes if (english(note) if lang == "en" else note.name) not in told] == []


@pytest.mark.parametrize("model", bundled())
def test_nothing_is_missing_in_a_model_that_comes_along(model):
    """Where households buy nothing, nobody need hear of it."""
    assert not [line for line in understood(load(model), "en").split("\n") if line.startswith("Note")]


def test_who_orders_and_who_is_paid_is_told():
    told = understood(load("wijkonderneming"), "en")
    assert "the largest housing corporation here pays 70% of 40 porticoes" in told
    assert "rent of the community centre (€15 per m² per year, to the municipality)" in told


def test_plugins_that_take_part_are_told_with_their_numbers_and_their_questions():
    spec = load("wijkonderneming")
    told = understood(spec, "en", activate(spec))
    assert "The law on bingo (bingo_law)" in told and "Numbers in what takes part: 7, of which 3 fact" in told
    assert "Which association holds the bingo, and how long has it been there? (plugins.bingo_law.age)" in told


@pytest.mark.parametrize("block, dutch, english", [
    ("costs", "dit canvas heeft geen kosten met getallen (blok 9", "It costs nothing"),
    ("channels", "niets maakt dit canvas bekend (blok 3", "Nobody hears of it"),
    ("key_partnerships", "dit canvas heeft geen partners met getallen (blok 8", "Nobody contributes")])
def test_what_a_canvas_hardly_does_without_is_said_before_anything_else(block, dutch, english, tmp_path):
    whole = starter("Ons Groen", "x.yaml", "nl")
    start = whole.index(f"\n{block}:") + 1
    (tmp_path / "whole.yaml").write_text(whole, encoding="utf-8")
    (tmp_path / "part.yaml").write_text(
        whole[:start] + re.split(r"\n(?=\w+:)", whole[start:], maxsplit=1)[1], encoding="utf-8")
    for lang, words in (("nl", dutch), ("en", english)):
        _, second, _ = understood(load(tmp_path / "part.yaml"), lang).split("\n\n", 2)
        assert "\n" not in second and words in second
        assert words not in understood(load(tmp_path / "whole.yaml"), lang)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("model", ["haarlems_gemak", "compiratie", "wijkonderneming"])
def test_no_sentence_ends_twice_or_says_that_nothing_becomes_less(model, lang):
    text = understood(load(model), lang)
    assert "?." not in text and ".." not in text
    assert not re.search(r"\b0 ?% (minder|less)|\b1 (anderen|others)", text)


@pytest.mark.parametrize("lang, once, often", [("nl", ", elke week: ", ", elke 2 weken: "),
                                               ("en", ", every week: ", ", every 2 weeks: ")])
def test_what_is_held_each_week_is_not_counted(lang, once, often):
    path = next(path for path in load("wijkonderneming").quantities() if path.endswith("gathering.every"))
    assert once in understood(load("wijkonderneming", [f"{path}=1"]), lang)
    assert often in understood(load("wijkonderneming", [f"{path}=2"]), lang)
