"""What a sweep over numbers says: where it is highest, what is nearly as high, and how often that is so."""

from types import SimpleNamespace

import numpy as np
import pytest

from simcore.experiments.reading import experiment
from simcore.experiments.sweep import Place, Swept
from simcore.show.experiments import sweep as shown
from simcore.show.experiments.naming import Naming
from simcore.show.words import Words

FILE = """
experiment: price
kind: sweep
question: {nl: "Welke prijs?", en: "Which price?"}
models: [haarlems_gemak]
vary:
  - {path: revenue_streams.rs-cleaning.price, from: 12, to: 16, step: 2, label: {nl: "prijs", en: "price"}}
figures: [money.result, helped.households]
courses: {most: 100, batch: 100}
"""
LUCK = np.random.default_rng(1).normal(0, 5000, 100)


@pytest.fixture
def lines(tmp_path):
    def said(*adds, lang="en", helped=None):
        """What is said where each price adds so much in each course, beside a luck that is far larger; at each so many
        are helped."""
        file = tmp_path / "price.yaml"
        file.write_text(FILE, encoding="utf-8")
        runs = [SimpleNamespace(values=lambda figure, n=n, add=add: LUCK + add if figure == "money.result" else
                                helped[n] if helped and figure == "helped.households" else (LUCK > 0) * 1.0, failed={},
                                block=SimpleNamespace(replications=tuple(range(100)))) for n, add in enumerate(adds)]
        places = [Place("haarlems_gemak", (price,), (one,)) for price, one in zip(("12", "14", "16"), runs)]
        found = Swept(experiment(file), ("revenue_streams.rs-cleaning.price",), tuple(places), True)
        return [*shown.said(found, Words(lang)), *shown.sure(found, Words(lang)), *shown.besides(found, Words(lang))]
    return said


def some(often, by=100.0):
    """A difference in so many of a hundred courses, and none or the other way round in the rest."""
    return np.where(np.arange(100) < often, by, -by)


def test_a_difference_in_9_of_10_courses_is_clear_however_far_luck_lies_apart(lines):
    first, *rest = lines(np.zeros(100), some(95), np.zeros(100))
    assert first.startswith("In this model ‘own result per 4 weeks’ of Haarlems Gemak is highest with price €14")
    assert "The difference between highest and lowest is clear: in the same course +€100 to +€100." in rest


def test_less_often_than_that_it_is_said_in_how_many_courses_it_is_so(lines):
    first, *rest = lines(np.zeros(100), some(85), np.zeros(100))
    assert "is highest with price €14" in first
    assert ("The highest point lies above the lowest in 85 of 100 possible courses; the difference in the same course "
            "is −€100 to +€100.") in rest
    assert any("in 85 van de 100 mogelijke verlopen boven het laagste" in line
               for line in lines(np.zeros(100), some(85), np.zeros(100), lang="nl"))


def test_points_that_are_not_told_from_the_highest_are_named(lines):
    first, second, *_ = lines(np.zeros(100), some(95, 1000), some(95, 1000) - some(52, 1))
    assert "with price €14" in first
    assert second == "It is nearly as high with price €16: there the difference from the highest point may be luck."


def test_what_luck_may_have_done_is_no_difference(lines):
    first, *rest = lines(np.zeros(100), some(60), some(55))
    assert first == ("In this model the choice of price makes no clear difference to ‘own result per 4 weeks’ of "
                     "Haarlems Gemak.")
    assert any("goes either way from course to course" in line for line in rest)


def test_where_hardly_a_course_differs_it_is_said_in_how_many_there_is_no_difference(lines):
    seldom = np.where(np.arange(100) < 2, 100.0, 0)
    found = lines(np.zeros(100), np.zeros(100), seldom)
    assert ("In more than 9 of 10 possible courses (98%) there is no difference at all between highest and "
            "lowest.") in found
    assert not any("either way" in line for line in found)


def test_it_is_said_how_often_the_enterprise_is_still_there_and_when_the_best_is_an_end_of_the_range(lines):
    inside = " ".join(lines(np.zeros(100), some(95), np.zeros(100)))
    assert f"still exists at the end with price €14 in {(LUCK > 0).sum()} of 100 possible courses." in inside
    assert "edge of what was looked at" not in inside
    assert "That point is the edge of what was looked at." in lines(np.zeros(100), some(95) / 2, some(95))


def test_of_another_figure_it_is_said_where_that_is_highest_if_it_is_elsewhere(lines):
    helped = [np.full(100, 9.0), np.full(100, 5.0), np.full(100, 5.0)]
    last = lines(np.zeros(100), some(95), np.zeros(100), helped=helped)[-1]
    assert last == ("Households helped at home, a year: highest with price €12: 9.0 (9.0 to 9.0); with price €14 that is "
                    "5.0 (5.0 to 5.0).")
    same = lines(np.zeros(100), some(95), np.zeros(100), helped=[helped[1], helped[0], helped[1]])
    assert not any("Households" in line for line in same)


@pytest.mark.parametrize("add, point", [(1000.0, "with price €14"), (0.0, "whatever is chosen")])
def test_of_several_models_a_point_is_named_only_where_it_matters_which(tmp_path, add, point):
    file = tmp_path / "price.yaml"
    file.write_text(FILE.replace("[haarlems_gemak]", "[haarlems_gemak, compiratie]"), encoding="utf-8")
    places = [Place(model, (price,), (SimpleNamespace(
        values=lambda figure, more=more + (add if price == "14" else 0): LUCK + more, failed={},
        block=SimpleNamespace(replications=tuple(range(100)))),))
        for model, more in (("haarlems_gemak", 0), ("compiratie", 9000)) for price in ("12", "14")]
    found = Swept(experiment(file), ("revenue_streams.rs-cleaning.price",), tuple(places), True)
    assert f"is clearly highest with Compiratie, {point}: " in next(iter(shown.said(found, Words("en"))))


def test_without_a_label_what_is_varied_stands_between_quotes_by_a_name_for_people(tmp_path):
    file = tmp_path / "price.yaml"
    file.write_text(FILE.replace('label: {nl: "prijs", en: "price"}', "").replace("step: 2, }", "step: 2}").replace(
        "figures:", "  - {path: simwijk.law, values: [lenient, strict]}\nfigures:"), encoding="utf-8")
    found = SimpleNamespace(experiment=experiment(file))
    assert shown.paths(found, Naming(found.experiment, Words("nl"))) == "‘schoonmaken per uur: prijs’ en ‘wet’"
    assert shown.paths(found, Naming(found.experiment, Words("en"))) == "‘cleaning by the hour: price’ and ‘law’"
