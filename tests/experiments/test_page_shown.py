"""What stands around the answer of a study: how sure it is, what to check first, what to mind, what was played."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.experiments.guesses import Guesses
from simcore.experiments.reading import experiment
from simcore.experiments.sweep import Place, Swept
from simcore.results.movers import Mover
from simcore.show.experiments import sweep
from simcore.show.experiments.checks import Checks, checks
from simcore.show.experiments.naming import Naming
from simcore.show.experiments.page import document
from simcore.show.experiments.shown import Shown, tells
from simcore.show.experiments.sweep_pictures import as_one
from simcore.show.experiments.tabled import Tabled
from simcore.show.style import Sheet
from simcore.show.words import Words

PRICE, COST = "revenue_streams.rs-cleaning.price", "costs.cost-rooms.amount"
ABOUT = {"courses": 40, "runs": 520, "failed": 0, "made": "2026-11-22", "digest": "0123abcd"}


@pytest.fixture(scope="module")
def asked():
    """A study that comes along."""
    return experiment("informal_price", quick=True)


def test_what_to_check_first_names_each_guess_its_way_and_what_it_rests_on(asked):
    found = Guesses([Mover(COST, -0.6, -0.8, -0.3)], {COST: "assumption", PRICE: "open"}, 40)
    english, dutch = (next(checks({"haarlems_gemak": found}, Naming(asked, Words(lang)))) for lang in ("en", "nl"))
    assert english.items[0].endswith(": the higher, the less; assumption")
    assert dutch.items[0].endswith(": hoe hoger, hoe minder; aanname")
    assert english.lines[0] == ("These guesses move ‘own result per 4 weeks’ most in these 40 courses. To check them "
                                "is to learn most.")
    assert english.lines[1] == "In each course 2 numbers got another value: 1 × open question and 1 × assumption."
    assert "simwijk sweep what_to_check_first" in english.lines[2]


@pytest.mark.parametrize("courses, words", [(8, "From 8 courses it cannot be said"), (40, "No guess clearly moves")])
def test_where_no_guess_stands_out_it_is_said_whether_there_were_too_few_courses(asked, courses, words):
    found = Guesses([], {PRICE: "open"}, courses)
    (one,) = checks({"haarlems_gemak": found}, Naming(asked, Words("en")))
    assert not one.items and one.lines[0].startswith(words)


def test_the_page_says_answer_then_what_to_mind_how_sure_what_to_check_and_then_what_was_played(asked):
    shown = Shown(["It is −€ 5.", "More of it."], ["Mind: rough."], ["About 20 %."],
                  [Checks("Ours", ["Rent"], ["Ask."])], [], [], [])
    page = document(asked, {"nl": shown, "en": shown}, {"points": (["a"], [[1]])}, ABOUT, "simwijk sweep x", "en")
    english = page[page.rindex("<main"):]
    parts = ("Which price for cleaning", "It is −\u2060€ 5.", "More of it.", "Mind: rough.", "How sure is that?",
             "20\u00a0%", "What to check first?", "Rent", "What was played", "40, played 520 times", "What is missing",
             "Nothing", "simwijk sweep x", "2026-11-22", "0123abcd")
    places = [english.index(one) for one in parts]
    assert places == sorted(places)


def test_models_of_which_no_guess_stands_out_stand_together_after_those_of_which_one_does():
    asked = experiment("wmo_cut_threshold", quick=True)
    one, other, third = asked.cases
    path = next(iter(asked.specs[other].quantities()))
    found = {key: Guesses([Mover(path, 0.6, 0.3, 0.8)] if key == other else [], {path: "open"}, 40)
             for key in asked.cases}
    name = Naming(asked, Words("en"))
    assert [of.model for of in checks(found, name)] == [
        name.model(other), f"{name.model(one)} and {name.model(third)}"]


def test_the_first_picture_stands_below_the_answer_and_the_others_below_the_rest_each_told_by_its_title(asked):
    pictures = [("money_result", Sheet("Ours: cash", "")), ("work_exits", Sheet("Ours: work", ""))]
    shown = Shown(["It is 5."], [], ["Quite."], [Checks("Ours", ["Rent"], ["Ask."])], [], [], pictures)
    page = document(asked, {"nl": shown, "en": shown}, {"points": (["a"], [[1]])}, ABOUT, "simwijk sweep x", "en")
    english = page[page.rindex("<main"):]
    places = [english.index(one) for one in ("It is 5.", 'alt="Ours: cash"', "Quite.", "Rent", 'alt="Ours: work"')]
    assert places == sorted(places)


def test_of_an_empty_picture_nothing_is_shown_and_of_no_difference_but_its_band_all():
    head = ["future", "model", "low", "middle", "high", "courses"]
    assert not tells(head, []) and not tells(
        head, [["calm", "a", 0.0, 0.0, 0.0, 6], ["calm", "b", *[float("nan")] * 3, 0]])
    assert tells(head, [["calm", "a", 0.0, 0.0, 0.2, 6]]) and tells(["rank", "input"], [[1, "rent"]])


def test_lines_that_are_the_same_everywhere_are_drawn_as_one_with_the_names_of_all(asked):
    same, other = (np.array([1.0, np.nan]), np.array([1.0, 2.0])), (np.array([1.0, 3.0]), np.array([1.0, 2.0]))
    assert as_one(["A", "B", "C"], [same, other, same], Naming(asked, Words("en"))) == [
        ("A and C (exactly the same)", 0), ("B", 1)]


def test_a_terminal_reads_the_same_parts_with_the_answer_first():
    shown = Shown(["It is 5.", "More."], ["Mind: rough."], ["Quite."], [Checks("Ours", ["Rent"], ["Ask."])], [], [], [])
    assert shown.lines(Words("en")) == ["It is 5.", "- More.", "Mind: rough.", "", "How sure is that?", "- Quite.", "",
                                        "What to check first?", "1. Rent", "- Ask."]
    assert "- Every number kept its own value" in "\n".join(replace(shown, first=[]).lines(Words("en")))


def test_where_a_choice_changes_nothing_in_any_course_no_difference_is_said_to_go_either_way(asked):
    places = [Place("haarlems_gemak", (value,), (SimpleNamespace(
        values=lambda figure, more=more: np.array([1.0, 2, 3]) + more, failed={},
        block=SimpleNamespace(replications=(0, 1, 2))),)) for value, more in (("8", 0), ("9", 0))]
    found = Swept(asked, (PRICE,), tuple(places), True)
    assert next(iter(sweep.said(found, Words("en")))) == (
        "In this model the choice of price of cleaning an hour makes no clear difference to ‘own result per 4 weeks’ "
        "of Haarlems Gemak.")
    assert list(sweep.sure(found, Words("en")))[0] == (
        "There is no difference at all: in each of the 3 courses it is exactly the same for every choice.")


def test_values_along_an_axis_have_one_format_and_those_of_a_sentence_more_decimals_only_where_they_are_small(asked):
    name = Naming(asked, Words("nl"))
    assert name.ticks("survival.weeks", [-20.0, -10.0, 0.0, 10.0], True) == ["−20", "−10", "0", "+10"]
    assert name.ticks("survival.share", [0.0, 0.025, 0.05]) == ["0,0 %", "2,5 %", "5,0 %"]
    assert name.ticks("money.result", [-1500.0, 0.0, 1500.0]) == ["−€\u00a01.500", "€\u00a00", "€\u00a01.500"]
    assert name.difference("survival.weeks", np.array([-26, -26, -11, 0, 0])) == "−11 (−26 tot 0)"
    assert name.difference("survival.weeks", np.array([-26, -26, -0.2, 0, 0])) == "−0,2 (−26 tot 0)"


def test_a_table_on_the_page_has_names_for_ids_and_words_for_what_has_no_end_or_no_number():
    asked = experiment("wmo_cut_threshold", quick=True)
    head = ["model", "holds in a share of", "up to", "at least", "at most", "as sure as asked"]
    told = Tabled(Naming(asked, Words("nl")), "answer", head)
    assert told.title == "Tot waar het geldt" and told.heads[:2] == ["Model", "Geldt in dit deel van de verlopen"]
    assert asked.question.tolerance == 0.01                      # so a limit is in whole per cents, but in a course
    course = Tabled(Naming(asked, Words("nl")), "thresholds", ["threshold", "holds at", "fails at"])
    assert course.row([0.125, 0.12, 0.13]) == ["12,5 %", "12 %", "13 %"]
    assert told.row(["haarlems_gemak", 0.5, 0.125, -np.inf, np.inf, ""]) == [
        "Haarlems Gemak", "50 %", "12 %", "lager dan alles wat is bekeken", "hoger dan alles wat is bekeken", "–"]
    assert Tabled(Naming(asked, Words("en")), "scan", ["plugins.wmo_cut.cut", "figure", "unit", "middle"]).row(
        [0.1, "money.result", "EUR/4 weeks", float("nan")]) == [
        "10%", "Own result per 4 weeks, while it exists", "euros per 4 weeks", "–"]


def test_every_column_and_table_that_a_study_writes_has_a_name_on_its_page(asked):
    place = Place("haarlems_gemak", ("8",), (SimpleNamespace(
        values=lambda figure: np.array([1.0, 2.0]), failed={}, block=SimpleNamespace(replications=(0, 1))),))
    for table, (head, rows) in sweep.tables(Swept(asked, (PRICE,), (place,), True)).items():
        told = Tabled(Naming(asked, Words("nl")), table, head)
        assert told.title != table and not {*told.heads} & {*head} - {"Model"}
        assert told.row(rows[0])[:4] == ["Haarlems Gemak", "€\xa08", "Eigen resultaat per 4 weken, zolang het bestaat",
                                         "euro per 4 weken"]


def test_what_is_set_goes_by_the_names_of_plugin_note_and_day_and_no_unit_is_said_twice():
    name = Naming(experiment("combine_staff"), Words("nl"))
    assert name.path("plugins.learn_work.team") == "Leer-werkplaatsen onder begeleiding: ploeg"
    assert name.setting("plugins.learn_work.team", "kr-furniture-team") == "Meubelmakers"
    assert name.setting("plugins.fund.lines", "[cost-materials, cost-insurance]") == (
        "Materiaal en Verzekering en boekhouding")
    assert name.setting("plugins.pooling.start", "2013-04-01") == "1 april 2013"
    assert name.setting("key_resources.kr-home-team.team.places", "6") == "6"
    assert name.setting("key_resources.kr-home-team.team.hours", "20") == "20 uur per week"


def test_a_text_of_the_file_is_said_in_the_language_of_the_page_and_one_in_a_single_language_as_it_stands(asked):
    name = Naming(asked, Words("nl"))
    assert name.told("Ours.") == "Ours." and name.told(asked.question.question).startswith("Welke prijs")
