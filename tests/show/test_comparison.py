"""What a comparison says on a screen of text."""

from types import SimpleNamespace

from simcore.results.bands import Band
from simcore.show.comparison import NAME, answers, shorter, told
from simcore.show.page.page import Page
from simcore.show.words import Words


def test_a_name_that_does_not_fit_above_a_column_keeps_its_end_where_versions_differ():
    one, other = (shorter(f"Wijkonderneming, {n} mensen") for n in (100, 250))
    assert (one, other) == ("Wijkonder…, 100 mensen", "Wijkonder…, 250 mensen") and len(one) == NAME
    assert shorter("Haarlems Gemak") == "Haarlems Gemak"


def test_two_versions_go_by_one_name_in_sentences_and_lines(monkeypatch):
    monkeypatch.setattr(Page, "titles", {"a": "Ons Groen, 1", "b": "Ons Groen, 2"})
    one = SimpleNamespace(courses=20, answer=SimpleNamespace(holds=3))
    found = SimpleNamespace(entries=[SimpleNamespace(key="a"), SimpleNamespace(key="b")], found={"a": one, "b": one})
    assert [line.partition(" lives")[0] for line in answers(found, Words("en"))] == \
        ["In this model Ons Groen, 1", "In this model Ons Groen, 2"]


def page_of(words: Words) -> Page:
    return Page(SimpleNamespace(any=SimpleNamespace(replications=range(20))), words)


def test_a_middle_has_the_decimals_of_its_band():
    assert told(page_of(Words("en")), Band(265.2, 0.2, 584.2, "households/year", 20)) == ("265.2", "(0.2 to 584.2)")


def test_nothing_at_all_is_not_called_unclear():
    page = page_of(Words("en"))
    assert told(page, Band(0, 0, 0, "EUR/year", 20, difference=True)) == ("€0", "(0 to 0)")
    assert told(page, Band(0, -1, 0, "EUR/year", 20, difference=True))[1] == "(−1 to 0): no clear difference"
