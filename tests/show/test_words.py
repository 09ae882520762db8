import re
import string
from datetime import date

import pytest

from simcore.show.words import LEAVES, TEXTS, Words

MACHINERY = re.compile(r"\b(replications?|replicaties?|seeds?|lanes?|net|netto|p10|p90|digests?)\b", re.IGNORECASE)
FORETELLING = re.compile(r"\b(will|shall|zal|zult|zullen|wordt|worden)\b", re.IGNORECASE)


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_state_the_same_facts(key):
    dutch, english = TEXTS[key]
    assert dutch and english
    assert set(places(dutch)) == set(places(english))


@pytest.mark.parametrize("key", [*TEXTS, *LEAVES])
def test_no_text_speaks_of_the_machinery(key):
    for text in (TEXTS | LEAVES)[key]:
        assert not MACHINERY.search(text), text


@pytest.mark.parametrize("key", TEXTS)
def test_no_text_foretells(key):
    for text in TEXTS[key]:
        assert not FORETELLING.search(text), text


def test_numbers_are_written_as_each_language_does():
    assert Words("nl").number(1234.5, 1) == "1.234,5"
    assert Words("en").number(1234.5, 1) == "1,234.5"


@pytest.mark.parametrize("value, text", [(0.0004, "0"), (-0.001, "0"), (0.123, "0,12"), (5.55, "5,5"), (48.6, "49"),
                                         (987.6, "988"), (12345, "12.300"), (-117499, "-117.000")])
def test_a_number_has_the_digits_worth_reading(value, text):
    assert Words("nl").sized(value) == text


@pytest.mark.parametrize("some, of, text", [
    (8, 10, "in 8 of 10 possible courses"), (40, 50, "in 8 of 10 possible courses"), (3, 4, "in 3 of 4 possible courses"),
    (1, 100, "in fewer than 1 of 10 possible courses"), (99, 100, "in more than 9 of 10 possible courses"),
    (0, 100, "in 0 of 10 possible courses"), (100, 100, "in 10 of 10 possible courses")])  # fmt: skip
def test_courses_are_counted_in_tens(some, of, text):
    assert Words("en").courses(some, of) == text


def test_dutch_counts_courses_too():
    assert Words("nl").courses(8, 10) == "in 8 van de 10 mogelijke verlopen"


def test_a_single_course_is_not_counted():
    assert Words("en").courses(0, 1) == "no"


@pytest.mark.parametrize("weeks, text", [(8, "8 weken"), (52, "1 jaar"), (125, "2,4 jaar"), (260, "5 jaar")])
def test_time_is_said_in_the_words_people_use(weeks, text):
    assert Words("nl").span(weeks) == text


def test_months_have_names():
    assert Words("nl").month(date(2015, 3, 2)) == "maart 2015"
