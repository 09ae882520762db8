import pytest

from simcore.canvas import load
from simcore.canvas.named import named
from simcore.files import Quantity
from simcore.results.sixteen import INDICATORS
from simcore.show import explain
from simcore.show.words import Words

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


def test_another_value_is_offered_than_a_number_has():
    for value, low, high, other in ((14.0, 11.0, 18.0, 18.0), (18.0, 11.0, 18.0, 11.0), (20.0, None, None, 22.0),
                                    (0.0, None, None, 0.1)):
        fixed = Quantity(value=value, low=low, high=high, unit="EUR/hour", source="seed 003", evidence="fact")
        assert explain.another(fixed) == pytest.approx(other)
