import ast
import re
import string
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from simcore.canvas import load
from simcore.canvas.phrases import PHRASES
from simcore.plugin import Account, Payment, Stream, hookimpl, plugin
from simcore.show import words as words_module
from simcore.show.terminal import FIGURES
from simcore.show.texts import TEXTS
from simcore.show.words import LEAVES, Words

MACHINERY = re.compile(r"\b(replications?|replicaties?|replicaten|seeds?|lanes?|net|netto|p10|p90|digests?)\b",
                       re.IGNORECASE)
FORETELLING = re.compile(r"\b(will|shall|zal|zult|zullen|wordt|worden)\b", re.IGNORECASE)


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_both_languages_state_the_same_facts():
    assert not [key for key, (dutch, english) in TEXTS.items()
                if not dutch or not english or set(places(dutch)) != set(places(english))]


def test_no_text_speaks_of_the_machinery():
    assert not {key: text for key, pair in (TEXTS | LEAVES).items() for text in pair if MACHINERY.search(text)}


def test_no_text_foretells():
    assert not {key: text for key, pair in TEXTS.items() for text in pair if FORETELLING.search(text)}


ANY = r"[\w ./-]+"                # what may stand in the place of an f-string


def keys_in_source() -> tuple[set[str], set[re.Pattern]]:
    """What the source of words for people may ask for: the strings in it, and each f-string as a pattern."""
    package = Path(words_module.__file__).parents[1]
    plain, patterns = set(), set()
    files = [file for part in ("show", "commands", "results", "studies") for file in (package / part).rglob("*.py")]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if not file.name.endswith("texts.py") else ():
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(p.value) if isinstance(p, ast.Constant) else ANY for p in node.values]
                patterns.add(re.compile("".join(parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
    return plain, {one for one in patterns if re.search("[a-z]", one.pattern.replace(ANY, ""))}


def test_every_text_is_asked_for_somewhere():
    plain, patterns = keys_in_source()
    figures = {f"{group}.{key}" for group, lines in FIGURES.items() for key, *_ in lines}
    asked = lambda key: key in figures | plain or any(one.fullmatch(key) for one in patterns)  # noqa: E731
    assert not sorted(key for key in TEXTS if not asked(key) and not asked(re.sub(r"\.(one|wait)$", "", key)))


def test_no_text_is_written_twice():
    twice = [pair for pair, count in Counter(TEXTS.values()).items() if count > 1]
    phrases = {text for lang in PHRASES.values() for text in lang.values()}
    assert not twice and not [text for pair in TEXTS.values() for text in pair if text in phrases]


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="known: nl, en"):
        Words("fr")


def test_numbers_are_written_as_each_language_does():
    nl, en = Words("nl"), Words("en")
    assert (nl.number(1234.56, 1), en.number(1234.56, 1), en.number(-0.04, 1)) == ("1.234,6", "1,234.6", "0.0")
    assert (nl.number(-3), nl.number(3, signed=True), nl.number(0, signed=True)) == ("−3", "+3", "0")


def test_what_is_nothing_as_far_as_it_is_written_is_written_as_nothing():
    assert [Words("nl").sized(0.03, decimals=n) for n in (0, 1, 2)] == ["0", "0", "0,03"]
    assert Words("en").sized(-0.3, signed=True, decimals=0) == "0"


def test_euros_have_three_digits_at_most_and_their_sign_in_front():
    nl, en = Words("nl"), Words("en")
    assert (nl.euros(12345), en.euros(12345), en.euros(-117499)) == ("€\u00a012.300", "€12,300", "−€117,000")
    assert ((nl.euros(-1234), nl.euros(0.4, signed=True), nl.euros(42, signed=True))
            == ("−€\u00a01.230", "€\u00a00", "+€\u00a042"))


@pytest.mark.parametrize("value, text", [(0.0004, "0"), (-0.001, "0"), (0.123, "0,12"), (5.55, "5,5"), (48.6, "49"),
                                         (987.6, "988"), (12345, "12.300"), (-117499, "−117.000")])
def test_a_number_has_the_digits_worth_reading(value, text):
    assert Words("nl").sized(value) == text


@pytest.mark.parametrize("some, of, text", [
    (8, 10, "in 8 of 10 possible courses"), (3, 20, "in 3 of 20 possible courses"),
    (1, 20, "in 1 of 20 possible courses"),
    (40, 50, "in 8 of 10 possible courses (80%)"), (5, 40, "in 1 of 10 possible courses (12.5%)"),
    (15, 100, "in 2 of 10 possible courses (15%)"), (1, 100, "in fewer than 1 of 10 possible courses (1%)"),
    (99, 100, "in more than 9 of 10 possible courses (99%)"),
    (9999, 10000, "in more than 9 of 10 possible courses (99.99%)"),
    (0, 100, "in none of the 100 possible courses"), (100, 100, "in all 100 possible courses")])  # fmt: skip
def test_courses_are_counted_up_to_twenty_and_above_in_tens_with_the_share(some, of, text):
    assert Words("en").courses(some, of) == text


def test_dutch_counts_courses_too():
    assert Words("nl").courses(8, 10) == "in 8 van de 10 mogelijke verlopen"


def test_in_a_row_of_counts_none_and_all_of_many_are_of_the_same_kind_as_the_others():
    assert [Words("nl").often(some, 50) for some in (0, 1, 19, 50)] == [
        "0 van de 10 (0 %)", "minder dan 1 van de 10 (2 %)", "4 van de 10 (38 %)", "10 van de 10 (100 %)"]
    assert [Words("en").often(some, 20) for some in (0, 20)] == ["0 of 20", "20 of 20"]


def test_a_single_course_is_not_counted():
    assert Words("en").often(0, 1) == "no"


@pytest.mark.parametrize("weeks, text", [(1, "1 week"), (8, "8 weken"), (30, "30 weken"), (52, "1 jaar"),
                                         (54, "1 jaar"), (125, "2,4 jaar"), (260, "5 jaar")])
def test_time_is_said_in_the_words_people_use(weeks, text):
    assert Words("nl").span(weeks) == text


def test_months_have_names():
    assert Words("nl").month(date(2015, 3, 2)) == "maart 2015"


@plugin
class Neighbours:
    """Brings a party with a name in both languages, and one without."""

    @hookimpl
    def brings(self, spec, numbers):
        yield Account(name="street_fund", dutch="het straatfonds", english="the street fund")
        yield Account(name="the friends")
        yield Stream(name="gift", payer="street_fund", payee="the friends", item="plugins.street")

    @hookimpl
    def settle(self, week):
        yield Payment(stream="gift", cents=100)


def test_a_party_of_a_plugin_is_called_as_the_plugin_does_in_each_language_also_once_it_was_kept(tmp_path):
    from simcore.results.indicators import measure
    from simcore.results.lanes import arrays_of, lane_in
    from simcore.results.opened import opened
    from simcore.results.write import keep, seal
    from simcore.run import NOTHING, play

    outcome = play(load("haarlems_gemak"), plugins=[("street", Neighbours())], weeks=2, replications=1, residents=60)
    seal(tmp_path, outcome, keep(tmp_path, outcome, measure(outcome)))
    kept = lane_in(arrays_of(outcome.lanes[NOTHING]), None)
    assert [*kept.called["street_fund"]] == ["het straatfonds", "the street fund"]
    for one in (outcome, opened(tmp_path)[0]):
        for lang, name in (("nl", "het straatfonds"), ("en", "the street fund")):
            words = Words(lang)
            assert words.party("street_fund") == "street_fund"
            words.learn(one)
            assert (words.party("street_fund"), words.party("the friends")) == (name, "the friends")
