from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.experiments import versus
from simcore.experiments.asking import Asking
from simcore.experiments.block import Memory, played
from simcore.experiments.case import Case
from simcore.experiments.question import Future, Told
from simcore.experiments.reading import experiment
from simcore.experiments.runner import Runs, runs_of
from simcore.experiments.store import Run
from simcore.experiments.versus import Ahead, Weighed, ahead, recovery
from simcore.show.experiments import versus as shown
from simcore.show.experiments import versus_pictures
from simcore.show.experiments.naming import Naming
from simcore.show.words import Words
from simcore.studies.compare import compare
from simcore.studies.entries import entered

from .drawn import readable

FILE = """experiment: futures
kind: compare
question: {nl: "Welk model?", en: "Which model?"}
models: [haarlems_gemak, wijkonderneming]
weeks: 40
residents: 500
courses: {most: 4, batch: 2, seed: 3}
figures: [money.result, lonely.lonely]
futures:
  - {name: nothing, label: {nl: "Er verandert niets", en: "Nothing changes"}}
"""
LEAVE = """  - name: leave
    label: {nl: "De trekkers stappen op", en: "Key volunteers leave"}
    models: [wijkonderneming]
    plugins: {key_volunteers_leave: {start: 2013-04-01, part: 1}}
"""


def file_with(tmp_path, text):
    file = tmp_path / "futures.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def answered(asked):
    """The answer of an experiment, played here."""
    memory = Memory()
    return versus.answer(Asking(asked, lambda blocks: [Runs(one, runs_of(one, played(one, memory))) for one in blocks]))


def problems(tmp_path, text):
    with pytest.raises(BadInput) as raised:
        ahead(experiment(file_with(tmp_path, text)))
    return raised.value.problems


# --- the file -----------------------------------------------------------------------------------------------------

def test_a_future_begins_on_the_day_of_its_own_plugin_and_leaves_other_models_as_they_are(tmp_path):
    base, leave = ahead(experiment(file_with(tmp_path, FILE + LEAVE)))
    assert base.week is None
    assert leave.week == 12                                    # 7 January to 1 April 2013
    assert leave.cases["haarlems_gemak"] == base.cases["haarlems_gemak"]
    assert ("plugins.key_volunteers_leave.part", "1") in leave.cases["wijkonderneming"].settings


def test_a_week_that_the_file_gives_goes_before_that_of_a_plugin(tmp_path):
    assert ahead(experiment(file_with(tmp_path, FILE + LEAVE + "    from_week: 20\n")))[1].week == 20


@pytest.mark.parametrize("more, line, column, words", [
    ("plugins: {wmo_cut: {start: 2013-03-01, cut: 7}}", 13, 49, "found 7"),
    ("plugins: {wmo_cut: {start: 2013-03-01, cuts: 0.7}}", 13, 44, "did you mean 'cut'"),
    ("plugins: {wmo_cat: on}", 13, 15, "did you mean 'wmo_cut'"),
    ("set: {simwijk.law.stop: 12}", 13, 11, "unknown path"),
    ("plugins: {key_volunteers_leave: {start: 2013-04-01}}", 13, 45, "in this canvas (in haarlems_gemak)"),
    ("plugins: {wmo_cut: {start: 2013-12-01}}", 11, 11, "begins in week 48 of 40"),
    ("models: [compiratie]", 13, 14, "unknown model 'compiratie'")])
def test_what_cannot_be_in_a_future_is_pointed_at_before_anything_is_played(tmp_path, more, line, column, words):
    found = problems(tmp_path, FILE + '  - name: odd\n    label: {nl: "Anders", en: "Other"}\n    ' + more + "\n")
    assert [(one.line, one.column) for one in found if words in one.what + one.instead] == [(line, column)]
    assert all(str(one.file).endswith("futures.yaml") for one in found)


def test_every_model_in_every_future_is_one_case_and_what_changes_nothing_is_none_more(tmp_path):
    assert versus.runs(experiment(file_with(tmp_path, FILE + LEAVE))) == 3 * 4


# --- a run --------------------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return answered(experiment(file_with(tmp_path_factory.mktemp("versus"), FILE + LEAVE)))


def test_compare_gives_the_same_numbers_as_this_kind_with_one_future(found):
    entries = entered(["haarlems_gemak", "wijkonderneming"])
    other = compare(entries, seed=3, replications=4, weeks=40, residents=500)
    for figure in ("money.result", "lonely.lonely", "money.cash", "helped.households"):
        mine = found.difference("haarlems_gemak", "wijkonderneming", found.base, figure)
        assert mine == other.difference("haarlems_gemak", "wijkonderneming", *figure.split("."))
        assert mine.courses == 4


def test_a_future_is_felt_by_the_model_it_is_for_alone(found):
    leave = found.futures[1]
    assert found.recovery("haarlems_gemak", leave) is None
    assert found.change("haarlems_gemak", leave, "money.result").values.tolist() == [0] * 4
    assert np.abs(found.change("wijkonderneming", leave, "load.dropped_out").values).max() > 0


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_answer_comes_first_and_has_no_words_of_statisticians(found, lang):
    lines = [line for part in (shown.said, shown.sure, shown.besides) for line in part(found, Words(lang))]
    assert lines[0].startswith("In dit model" if lang == "nl" else "In this model")
    text = " ".join(lines).lower()
    assert not any(word in text for word in ("regret", "median", "percentile", "replication", "seed", "nan"))


def test_every_text_of_a_picture_can_be_read_from_the_back_and_its_title_says_whose_figure_beside_what(found):
    drawn = {name: sheet for name, sheet, _ in versus_pictures.pictures(found, Words("en"))}
    assert all(map(readable, drawn.values()))
    titles = {drawn[f"differences_{one}"].title.replace("\xa0", " ") for one in ("money_result", "lonely_lonely")}
    models = "Haarlems Gemak", "Wijkonderneming"
    assert all(any(one.startswith(f"{a}: ") and one.endswith(f" – difference from ‘{b}’")
                   for a, b in (models, models[::-1])) for one in titles)
    assert drawn["cash_leave"].title == ("Wijkonderneming: cash of the enterprise with ‘Key volunteers leave’, beside "
                                         "‘Nothing changes’")


def test_every_picture_stands_beside_its_numbers(found):
    names = [name for name, sheet, (head, rows) in versus_pictures.pictures(found, Words("nl"))
             if rows and len(rows[0]) == len(head)]
    assert names == ["differences_money_result", "regret_money_result", "differences_lonely_lonely",
                     "regret_lonely_lonely", "cash_leave"]
    for head, rows in shown.tables(found).values():
        assert rows and all(len(row) == len(head) for row in rows)


# --- what is found, on numbers made by hand -----------------------------------------------------------------------

SHARES = ("coping.coping", "survival.share")


def weighed(values, futures=("calm",), until=None):
    """Models a, b .. with some figures, the same in each course of each future: values[future][model] = [..]."""
    models = [chr(97 + n) for n in range(len(next(iter(values.values()))))]
    base = Future(name=futures[0], label=Told(nl="n", en="e"))
    asked = SimpleNamespace(cases={model: Case(model) for model in models}, weeks=52,
                            question=SimpleNamespace(figures=["money.result"], courses=SimpleNamespace(until=until)))
    every, runs = [], {}
    for future in futures:
        cases = {model: Case(model, ((future, "on"),)) for model in models}
        every.append(Ahead(replace(base, name=future), cases))
        for model, case in cases.items():
            mine = [Run(str(n), dict.fromkeys(("money.result", "helped.wait", *SHARES), v), None, 0.0, "")
                    for n, v in enumerate(values[future][model])]
            runs[case] = (Runs(SimpleNamespace(replications=range(len(mine))), mine),)
    return Weighed(asked, tuple(every), runs, True)


def test_regret_is_what_the_best_of_that_very_course_has_more():
    one = weighed({"calm": {"a": [10.0, 20, 30], "b": [15.0, 5, 30]}})
    found = one.regret(one.base, "money.result")
    assert (found["a"].tolist(), found["b"].tolist()) == ([5, 0, 0], [0, 15, 0])


def test_of_some_figures_less_is_better():
    one = weighed({"calm": {"a": [10.0, 20], "b": [15.0, 5]}})
    assert one.regret(one.base, "helped.wait")["a"].tolist() == [0, 15]


def test_where_a_run_is_missing_the_best_is_not_known():
    one = weighed({"calm": {"a": [10.0, np.nan], "b": [15.0, 5]}})
    assert np.isnan([values[1] for values in one.regret(one.base, "money.result").values()]).all()
    assert one.difference("a", "b", one.base, "money.result").courses == 1


def test_a_model_that_never_has_a_figure_does_not_hide_the_best_of_the_others():
    one = weighed({"calm": {"a": [np.nan] * 2, "b": [15.0, 5], "c": [10.0, 10]}})
    found = one.regret(one.base, "money.result")
    assert found["b"].tolist() == [0, 5] and np.isnan(found["a"]).all()


def test_the_safest_choice_has_the_smallest_of_the_largest_differences_with_the_best():
    one = weighed({"calm": {"a": [100.0] * 3, "b": [60.0] * 3}, "storm": {"a": [0.0] * 3, "b": [50.0] * 3}},
                  ("calm", "storm"))
    assert shown.safest(one, "money.result") == "b"            # 40 worse at most; a is 50 worse in the storm
    worst = {model: (value, there.future.name) for model, (value, there) in shown.worst(one, "money.result").items()}
    assert worst == {"a": (50, "storm"), "b": (40, "calm")}


ALIVE = np.ones((1, 4))


@pytest.mark.parametrize("result, weeks", [
    ([5.0, 5, 5, 5], 0),                                       # never lower
    ([5.0, 1, 5, 1], 12),                                      # lower in the second quarter, back in the third
    ([5.0, 1, 1, 1], np.inf), ([1.0, 5, 5, 5], 0),             # before it says nothing
    ([5.0, 5, 1, 6], 25)])
def test_recovery_is_counted_from_the_shock_to_the_first_quarter_that_is_as_good(result, weeks):
    found = recovery((np.array([result]), ALIVE), (np.full((1, 4), 5.0), ALIVE), 14)       # in the second quarter
    assert found.tolist() == [weeks]


def test_what_is_gone_does_not_recover_and_what_was_gone_before_was_not_hit():
    loss, gone = np.array([[-5.0, -5, -5, -5]]), np.array([[1.0, 1, 0, 0]])
    assert recovery((np.array([[-5.0, -6, 0, 0]]), gone), (loss, ALIVE), 14).tolist() == [np.inf]
    before = np.array([[0.0, 0, 0, 0]])
    assert np.isnan(recovery((loss, before), (loss, before), 14)).all()
    assert np.isnan(recovery((loss * np.nan, ALIVE), (loss, ALIVE), 14)).all()


def test_what_is_asked_about_are_differences_between_models_or_of_one_model_between_futures():
    two = weighed({"calm": {"a": [10.0, 20], "b": [15.0, 5]}})
    assert [one.tolist() for one in versus.asked_about(two)] == [[-5, 15]]
    one = weighed({"calm": {"a": [10.0, 20]}, "storm": {"a": [9.0, 18]}}, ("calm", "storm"))
    assert [each.tolist() for each in versus.asked_about(one)] == [[-1, -2]]


def test_how_often_a_model_is_hit_and_comes_back_is_counted_and_said_shortly_where_it_is_always_so():
    name = Naming(None, Words("en"))
    weeks = np.array([0, 13, 39, np.inf, np.nan])
    assert shown.recovered(np.repeat(weeks, 10), name) == (
        "in 10 of 50 courses it was no more by then, never lower in 10 of 40, back in 20 of 40 (the middle one after 26 "
        "weeks) and not back in 10 of 40")
    assert shown.recovered(weeks, name) == ("in 1 of 5 courses it was no more by then; the rest are too few to say "
                                            "anything")
    assert shown.recovered(np.zeros(5), name) == "never lower"
    assert shown.recovered(np.array([0.0] * 29 + [np.nan]), name) == (
        "in 1 of 30 courses it was no more by then, in the others never lower")
    assert "too few" in shown.recovered(np.repeat([0.0, np.nan], [25, 75]), name)


def test_of_one_model_it_is_said_on_which_other_figures_another_future_is_better():
    one = weighed({"calm": {"a": [10.0] * 30}, "storm": {"a": [5.0] * 20 + [12.0] * 10}}, ("calm", "storm"))
    one.experiment.question.figures = ["money.result", "helped.wait"]       # of which less is better
    name = Naming(one.experiment, Words("en"))
    assert list(shown.otherwise_off(one, "a", one.base, name)) == []
    one = weighed({"calm": {"a": [10.0] * 30}, "storm": {"a": [5.0] * 29 + [12.0]}}, ("calm", "storm"))
    one.experiment.question.figures = ["money.result", "helped.wait"]
    (line,) = shown.otherwise_off(one, "a", one.base, name)
    assert line.endswith("another is better: ‘e’ (clearly).")


def figured(values, figure, futures=("calm",)):
    """The same as ``weighed``, of one figure that is a share, and of models with these names."""
    one = weighed(values, futures)
    one.experiment.question.figures = [figure]
    one.experiment.specs = {model: SimpleNamespace(canvas=SimpleNamespace(meta=SimpleNamespace(name=model.upper())))
                            for model in one.models}
    return one


def test_the_difference_of_two_shares_is_told_in_percentage_points():
    one = figured({"calm": {"a": [0.9] * 30, "b": [0.4] * 30}}, "coping.coping")
    lines = {lang: " ".join(shown.said(one, Words(lang))) for lang in ("nl", "en")}
    assert "best is A with 90% (90% to 90%). Difference from it: B −50 percentage points (−50 to −50)." in lines["en"]
    assert "het best is A met 90 % (90 % tot 90 %). Verschil daarmee: B −50\u00a0procentpunt (−50 tot −50)." in lines["nl"]
    one = figured({"calm": {"a": [0.9] * 20, "b": [0.4] * 20}, "storm": {"a": [0.1] * 20, "b": [0.3] * 20}},
                  "coping.coping", ("calm", "storm"))
    assert "20 percentage points worse than the best choice there" in " ".join(shown.said(one, Words("en")))


def test_of_yes_and_no_it_is_counted_in_how_many_courses_it_is_yes():
    one = figured({"calm": {"a": [1.0] * 18 + [0, 0], "b": [0.0] * 9 + [1.0] * 11}}, "survival.share")
    lines = [*shown.said(one, Words("en")), *shown.sure(one, Words("en"))]
    assert any("best is A with 18 of 20 courses. Difference from it: B −7 of 20 courses (2 gained, 9 lost" in line
               for line in lines)
    assert any(line.startswith("What is counted is in how many of 20 ") for line in lines)
    assert not any("In brackets" in line or "in brackets" in line for line in lines)
    drawn = one.difference("b", "a", one.base, "survival.share")
    assert (drawn.low, drawn.median, drawn.high) == pytest.approx((-0.35, -0.35, -0.35))


def test_where_no_model_is_clearly_best_it_is_said_than_which_another_is_better():
    one = figured({"calm": {"a": [10.0, 12] * 15, "b": [10.0, 12] * 15}}, "money.result")
    for run in one.played[one.base.cases["b"]][0].runs:
        run.figures["helped.wait"] = 1.0                       # of which less is better
    one.experiment.question.figures.append("helped.wait")
    first, then, *_ = shown.said(one, Words("en"))
    assert "do not clearly differ" in first
    assert then == "Looking at ‘waiting time’, in each of these futures clearly better than A: B."


def test_where_models_are_alike_in_a_future_none_is_called_the_best_there():
    one = figured({"calm": {"a": [0.1, 0.2, 0.3] * 10, "b": [0.1, 0.2, 0.3] * 9 + [0.2, 0.2, 0.4]}}, "coping.coping")
    assert list(shown.said(one, Words("en")))[-1] == (
        "‘e’: 20% (10% to 30%), without a clear difference between the models.")


def test_what_is_measured_in_few_of_the_courses_is_not_called_clear_and_that_is_said():
    nan = [np.nan]
    one = figured({"calm": {"a": [0.9] * 40, "b": [0.4] * 3 + nan * 37}}, "coping.coping")
    lines = list(shown.said(one, Words("en")))
    assert "do not clearly differ" in lines[0]
    assert lines[1].endswith("B −50 percentage points (−50 to −50: measured in no more than 3 of 40 courses).")
    beside = versus_pictures.written(one.difference("b", "a", one.base, "coping.coping"), "coping.coping",
                                     Naming(one.experiment, Words("en")))
    assert beside == ("−50 percentage points", "3 of 40 courses")
    one = figured({"calm": {"a": [0.9] * 40, "b": [0.4] * 20 + nan * 20}}, "coping.coping")
    assert "clear in each" in next(iter(shown.said(one, Words("en"))))
