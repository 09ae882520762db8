from types import SimpleNamespace

import pytest

from simcore.canvas import load
from simcore.canvas.named import named
from simcore.files import Quantity
from simcore.results.sixteen import INDICATORS
from simcore.show import explain
from simcore.show.words import Words
from simcore.studies.effects import Moved, Trial

from .test_words import FORETELLING, MACHINERY

WORDS = Words("en")


@pytest.fixture(scope="module")
def spec():
    return load("haarlems_gemak")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("key", INDICATORS)
def test_an_explanation_is_readable_and_speaks_of_no_machinery(spec, key, lang):
    text = explain.indicator(INDICATORS[key], {"mine": (spec, named(spec))}, Words(lang))
    ours = text.split("\n\n")[0]                     # below it stand paths and sources from the files
    assert not MACHINERY.search(ours) and not FORETELLING.search(ours)
    assert max(len(line) for line in text.splitlines()) <= 110


def test_a_proxy_says_that_it_is_no_survey(spec):
    told = {key: "model figure, no survey" in explain.indicator(one, {"mine": (spec, {})}, WORDS)
            for key, one in INDICATORS.items()}
    assert {key for key, said in told.items() if said} == {"coping", "cohesion", "lonely"}


def test_a_range_is_in_the_unit_of_its_value(spec):
    numbers = spec.quantities()
    assert explain.value(numbers["neighbourhood.ties.contact"], WORDS) == "5% (range 0 to 15)"
    assert explain.value(numbers["revenue_streams.rs-cleaning.price"], WORDS) == "€14 per hour (range 11 to 18)"


def moves(*some: Moved, refused: str = "") -> str:
    return explain.moves({"Our Plan": Trial(1.0, 2.5, list(some), refused)}, (1200, 78, 4), WORDS)


def test_what_a_number_moves_stands_under_its_indicator_with_how_often():
    text = moves(Moved("money", "cash", -13500.0, "EUR", 0, 4), Moved("cohesion", "more", 0.0004, "0-10", 4, 0),
                 Moved("parties", "suppliers|cash", 40.0, "EUR/year", 2, 1), Moved("helped", "wait", 0.0, "days", 1, 0))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "What it moves, from 1 to 2.5" in lines
    assert "Cash at the end −€13,500 lower in 4 of 4" in lines
    assert "more or less cohesion +0.00040 higher in 4 of 4" in lines
    assert "landlord, shops, insurer, cash +€40 not clear (higher in 2, lower in 1 of 4)" in lines
    assert lines[-1] == "Now and then also: Helped."


def test_a_number_that_moves_nothing_says_so_and_so_does_one_that_cannot_be_moved():
    assert "In Our Plan\n  No figure at all in this small trial." in moves() and "in another plan" in moves()
    assert moves(refused="it must be at least 0").strip().endswith("cannot be changed alone: it must be at least 0")


def test_what_a_figure_is_called_is_never_cut_off():
    text = " ".join(moves(Moved("money", "result", 12.0, "EUR/4 weeks", 4, 0),
                          Moved("work", "participants_alive", 1.0, "people", 4, 0)).split())
    for figure in ("money.result", "work.participants_alive"):
        assert " ".join(WORDS(figure).split()) in text


def test_another_value_is_offered_than_a_number_has():
    for value, low, high, other in ((14.0, 11.0, 18.0, 18.0), (18.0, 11.0, 18.0, 11.0), (20.0, None, None, 22.0),
                                    (0.0, None, None, 0.1)):
        fixed = Quantity(value=value, low=low, high=high, unit="EUR/hour", source="seed 003", evidence="fact")
        assert explain.another(fixed) == pytest.approx(other)


def test_a_number_nobody_reads_says_so():
    assert "No code reads it" in explain.uses(SimpleNamespace(asks=[], reads=[], indicators=[]), [], WORDS)
