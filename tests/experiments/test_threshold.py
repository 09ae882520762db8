import csv
import re

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.experiments import folder as study
from simcore.experiments.asking import Asking
from simcore.experiments.block import Block, Played
from simcore.experiments.reading import experiment
from simcore.experiments.runner import Runner, Runs
from simcore.experiments.store import Run, Store
from simcore.experiments.threshold import ABOVE, BELOW, answer, checked, halvings, places, runs, sure_enough
from simcore.show.experiments.threshold import method, said, sure, tables
from simcore.show.experiments.threshold_pictures import pictures
from simcore.show.words import Words

PRICE = "revenue_streams.rs-cleaning.price"
FILE = """
experiment: trial
kind: threshold
question: {{nl: "Tot welke prijs?", en: "Up to which price?"}}
models: {models}
raise: {raised}
between: {between}
while: {condition}
tolerance: {tolerance}
figures: [money.result]
courses: {{most: {most}, batch: {batch}{until}}}
residents: 500
weeks: 20
{more}
"""


AT_ONCE = "plugins: {wmo_cut: {start: 2013-01-07}}"


@pytest.fixture
def asked(tmp_path):
    """``asked(...)`` gives an experiment, written to a file and read back."""
    def make(raised=PRICE, between="[0, 40]", condition="money.result >= 0", tolerance=0.01, most=20, batch=20,
             until="", models="[haarlems_gemak]", more=""):
        file = tmp_path / "trial.yaml"
        file.write_text(FILE.format(raised=raised, between=between, condition=condition, tolerance=tolerance, most=most,
                                    batch=batch, until=until, models=models, more=more).strip() + "\n", encoding="utf-8")
        return experiment(file)
    return make


def values_of(block: Block, path: str = PRICE) -> list[float]:
    """The value that is raised, in each course of a block."""
    given = dict(block.given)
    return list(given.get(path, [float(dict(block.case.settings)[path])] * len(block.replications)))


class Toy:
    """Plays nothing: a figure is what a function of the course, the value and the block says; nothing at all fails."""

    def __init__(self, figure, path=PRICE):
        self.figure, self.path, self.blocks = figure, path, []

    def __call__(self, blocks):
        self.blocks += blocks
        return [Runs(block, [self.run(block, r, value) for r, value in
                             zip(block.replications, values_of(block, self.path))]) for block in blocks]

    def run(self, block, r, value):
        found = self.figure(r, value, block)
        figures = {} if found is None else {"money.result": float(found), "survival.share": float(found >= 0)}
        return Run("", figures, None, 0.0, "it broke" if found is None else "")


def found_by(asked, figure, **parts):
    toy = Toy(figure)
    return answer(Asking(asked(**parts), toy)), toy


def line_of(asked, figure, **parts):
    return found_by(asked, figure, **parts)[0].lines[0]


def text_of(found, lang="en"):
    return "\n".join([*said(found, Words(lang)), *sure(found, Words(lang))])


# --- in each course by itself -------------------------------------------------------------------------------------

def test_each_course_has_a_threshold_of_its_own_found_to_within_the_tolerance(asked):
    line = line_of(asked, lambda r, value, _: 3.3 + 1.7 * r - value)
    known = 3.3 + 1.7 * np.arange(20)
    assert (line.holds <= known).all() and (known < line.fails).all()
    assert (line.fails - line.holds <= 0.01 + 1e-12).all()
    assert line.courses == list(range(20)) and (line.changes == 1).all()


def test_the_condition_is_read_as_it_stands(asked):
    at_most = line_of(asked, lambda r, value, _: value - 7.5, condition="money.result <= 0")
    assert (at_most.holds <= 7.5).all() and (at_most.fails > 7.5).all()
    other = line_of(asked, lambda r, value, _: 7.5 - value, condition="money.result > -2.5")
    assert (abs(other.thresholds - 10) <= 0.01).all()


def test_a_step_is_one_block_for_all_courses_of_a_batch(asked):
    found, toy = found_by(asked, lambda r, value, _: 3.3 + r - value, most=20, batch=10)
    question = found.experiment.question
    assert len(toy.blocks) == 2 * (question.scan + halvings(question))
    assert all(len(block.replications) == 10 for block in toy.blocks)
    assert runs(found.experiment) == sum(len(block.replications) for block in toy.blocks)


def test_courses_that_hold_everywhere_or_nowhere_have_no_threshold_in_the_range_and_cost_no_more_than_the_scan(asked):
    found, toy = found_by(asked, lambda r, value, _: 1 if r < 5 else -1)
    line = found.lines[0]
    assert (line.thresholds[:5] == ABOVE).all() and (line.thresholds[5:] == BELOW).all()
    assert len(toy.blocks) == found.experiment.question.scan


def test_of_several_changes_the_lowest_counts_and_the_others_are_told(asked):
    def figure(r, value, _):
        return 1 if value < 7 or (r < 4 and 20 < value < 30) else -1

    found, _ = found_by(asked, figure)
    line = found.lines[0]
    assert (line.holds <= 7).all() and (line.fails >= 7).all()
    assert line.changes.tolist() == [3] * 4 + [1] * 16 and line.again.sum() == 4
    assert "in 4 of 20 courses it is right again at a higher value" in text_of(found)
    assert "in 4 van de 20 verlopen gaat het bij een hogere waarde weer goed" in text_of(found, "nl")


def test_a_course_that_begins_to_hold_only_further_up_is_below_the_range_and_told(asked):
    found, _ = found_by(asked, lambda r, value, _: value - 21)
    assert (found.lines[0].thresholds == BELOW).all() and found.lines[0].again.all()
    assert "in 20 of 20 courses it is right again" in text_of(found)
    assert "up to €40" not in text_of(found)


def test_what_failed_or_was_not_measured_is_no_threshold_and_each_is_said_apart(asked):
    def figure(r, value, _):
        return None if r == 2 and value > 5 else np.nan if r in (3, 4) and value > 5 else 10.2 - value

    found, _ = found_by(asked, figure)
    line = found.lines[0]
    assert line.lost.tolist() == [r == 2 for r in range(20)]
    assert np.flatnonzero(~line.known).tolist() == [2, 3, 4]
    assert "1 of 20 courses failed" in text_of(found) and "in 2 of 20 courses" in text_of(found)
    answered = dict(zip(*[tables(found)["answer"][0], tables(found)["answer"][1][0]]))
    assert (answered["courses"], answered["failed"], answered["not measured"]) == (17, 1, 2)


def test_what_is_not_measured_below_the_threshold_hides_it_and_above_it_does_not(asked):
    def figure(r, value, _):
        return np.nan if r == 3 and value == 20 else None if r == 4 and value > 30 else 25.2 - value

    line = line_of(asked, figure)
    assert np.flatnonzero(~line.known).tolist() == [3] and not line.lost.any()


def test_a_course_that_is_lost_while_its_threshold_is_looked_for_has_none(asked):
    line = line_of(asked, lambda r, value, _: None if r == 1 and 10 < value < 15 else 12.1 - value)
    assert np.flatnonzero(~line.known).tolist() == [1] and line.lost.tolist() == [r == 1 for r in range(20)]


# --- shares of courses --------------------------------------------------------------------------------------------

def test_what_holds_in_nine_of_ten_courses_is_below_what_holds_in_half(asked):
    found, _ = found_by(asked, lambda r, value, _: 0.005 + r / 2 - value, most=41, batch=41)
    half, nine = found.estimates(found.lines[0])
    assert abs(half.value - 10) < 0.02 and abs(nine.value - 2) < 0.02
    assert nine.low < nine.value < nine.high < half.low < half.value < half.high


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_known_break_even_lies_in_its_interval_in_90_to_99_of_100_seeds(asked, share):
    """Thresholds of a logistic distribution round 20: its quantiles are known exactly."""
    known, inside = 20 + 2 * np.log((1 - share) / share), 0
    for seed in range(100):
        u = np.random.default_rng(seed).random(60)
        drawn = 20 + 2 * np.log(u / (1 - u))
        line = line_of(asked, lambda r, value, _: drawn[r] - value, most=60, batch=60, tolerance=0.05)
        one = line.estimate(share, 0.95)
        inside += one.low <= known <= one.high
    assert 90 <= inside <= 99


def test_it_stops_after_the_batch_in_which_every_limit_is_known_well_enough(asked):
    def figure(r, value, _):
        return 20 + (r % 20) / 10 - value

    found, toy = found_by(asked, figure, most=200, batch=20, until=", until: {half_width: 0.5}")
    courses = len(found.lines[0].courses)
    assert found.sure and 20 <= courses < 200 and courses % 20 == 0
    assert all(sure_enough(one, 0.5) for one in found.estimates(found.lines[0]))
    before, _ = found_by(asked, figure, most=courses - 20, batch=20, until=", until: {half_width: 0.5}")
    assert not before.sure and "not yet as sure as was asked" in text_of(before)


def test_a_limit_that_surely_lies_outside_the_range_is_known_well_enough(asked):
    found, _ = found_by(asked, lambda r, value, _: -1, most=200, batch=20, until=", until: {half_width: 0.5}")
    assert found.sure and len(found.lines[0].courses) < 200


def test_a_part_of_the_courses_is_played_to_the_end_as_what_the_others_say_is_not_known(asked):
    one = asked(most=200, batch=20, until=", until: {half_width: 0.5}")
    found = answer(Asking(one, Toy(lambda r, value, _: 20 - value), part=(1, 4)))
    assert found.lines[0].courses == list(range(1, 200, 4))


def test_it_is_all_done_under_each_combination(asked):
    under = "also_under: [{path: simwijk.stop.on, values: [direct_cost, \"off\"]}]"
    found, _ = found_by(asked, lambda r, value, block: (
        10 if dict(block.case.settings)["simwijk.stop.on"] == "off" else 30) - value, more=under)
    assert [line.place.also for line in found.lines] == [("direct_cost",), ("off",)]
    np.testing.assert_allclose([line.thresholds.mean() for line in found.lines], [30, 10], atol=0.02)
    first, *each = said(found, Words("en"))
    assert "longest with Haarlems Gemak (" in first and first.index("€30") < first.index("€10")
    assert len(each) == 2 and "€30" in each[0] and "€10" in each[1] and "off" in each[1]


# --- told ---------------------------------------------------------------------------------------------------------

LABELLED = 'label: {nl: prijs, en: price}\nholds: {nl: komt het rond, en: it pays for itself}'


def test_the_answer_is_one_sentence_a_model_with_how_sure_it_is_beside_it(asked):
    found, _ = found_by(asked, lambda r, value, _: 0.005 + r / 2 - value, most=41, batch=41, tolerance=0.5,
                        more=LABELLED)
    dutch, english = list(said(found, Words("nl"))), list(said(found, Words("en")))
    assert english[0] == ("Haarlems Gemak: in this model it pays for itself up to a price of €10 in half of the "
                          "possible courses, and up to €2 in 9 of 10.")
    assert dutch[0] == ("Haarlems Gemak: in dit model komt het rond tot een prijs van €\u00a010 in de helft van de "
                        "mogelijke verlopen, en tot €\u00a02 in 9 van de 10.")
    assert len(english) == len(dutch) == 1
    assert "half between €" in next(iter(sure(found, Words("en")))) and "(19 times in 20)" in text_of(found)
    assert "de helft tussen €" in next(iter(sure(found, Words("nl")))) and "(19 van de 20 keer)" in text_of(found, "nl")


def test_without_words_of_its_own_the_condition_is_said_with_its_figure(asked):
    found, _ = found_by(asked, lambda r, value, _: 10.005 - value)
    assert "own result" in text_of(found) and re.search("is at least €0, up to €10 for ‘[^()‘]+’ in half", text_of(found))
    assert re.search("minstens €\u00a00, tot €\u00a010 voor ‘[^()‘]+’ in de helft", text_of(found, "nl"))


def test_that_it_never_holds_is_said_as_that_in_both_languages(asked):
    found, _ = found_by(asked, lambda r, value, _: -1, more=LABELLED)
    (english,), (dutch,) = said(found, Words("en")), said(found, Words("nl"))
    assert english == ("In this model it pays for itself at no price from €0 up to €40: with Haarlems Gemak in none of "
                       "20 possible courses.")
    assert "bij geen enkele " in dutch and "bij Haarlems Gemak in geen van de 20 mogelijke verlopen." in dutch


@pytest.mark.parametrize("holds, words", [
    (lambda r: True, "Haarlems Gemak in all 20 possible courses."),
    (lambda r: r < 7, "Haarlems Gemak in 7 of 20 possible courses.")])
def test_a_number_that_changes_nothing_in_any_course_is_said_to_make_no_difference(asked, holds, words):
    found, _ = found_by(asked, lambda r, value, _: 1 if holds(r) else -1, more=LABELLED)
    first, second = said(found, Words("en"))
    assert first == f"In this model it pays for itself as often at every price from €0 up to €40: {words}"
    assert second.startswith("What goes well at €0 goes well at €40 too; and what goes wrong at €40")
    assert re.search(r"with many more courses that share lies between \d+% and \d+% \(19 times in 20\)", text_of(found))


def test_where_nothing_is_known_no_limit_and_no_difference_is_told(asked):
    found, _ = found_by(asked, lambda r, value, _: np.nan, more=LABELLED)
    assert "it cannot be said up to where" in text_of(found) and "no difference" not in text_of(found)
    assert "in 20 of 20 courses this cannot be measured" in text_of(found)
    assert list(pictures(found, Words("en"))) and list(tables(found))


def test_what_is_the_same_of_several_models_is_said_once(asked):
    models = {"models": "[haarlems_gemak, compiratie, wijkonderneming]", "raised": "plugins.wmo_cut.cut",
              "between": "[0, 1]"}

    def figure(r, value, block):
        return (0.302 if "wijk" in block.case.model else 0.099) - value

    toy = Toy(figure, "plugins.wmo_cut.cut")
    found = answer(Asking(asked(**models, more=f"{LABELLED}\n{AT_ONCE}"), toy))
    first, *each = said(found, Words("en"))
    assert first == ("In this model it holds out longest with Wijkonderneming: up to a price of 30% in half of the "
                     "possible courses; shortest with Haarlems Gemak and Compiratie: up to a price of 10%.")
    assert each == ["Haarlems Gemak, Compiratie: in this model it pays for itself up to a price of 10% in half of the "
                    "possible courses, and up to 10% in 9 of 10.",
                    "Wijkonderneming: in this model it pays for itself up to a price of 30% in half of the possible "
                    "courses, and up to 30% in 9 of 10."]
    assert "Haarlems Gemak, Compiratie: half between" in text_of(found)
    assert "The limit of Wijkonderneming lies in 20 of 20 possible courses above that of Compiratie." in text_of(found)


@pytest.mark.parametrize("limits, words", [
    ([50] * 12 + [9] * 8, "even with a price of €40, the highest that was looked at, in half of the possible courses, "
                          "and up to a price of €9 in 9 of 10."),
    ([9] * 12 + [-1] * 8, "up to a price of €9 in half of the possible courses. Nowhere is it so in 9 of 10: with €0 "
                          "it is 12 of 20."),
    ([9] * 4 + [-1] * 16, "even with a price of €0, the lowest that was looked at, it pays for itself in no more "
                          "than 4 of 20 possible courses."),
    ([50] * 19 + [9], "the highest that was looked at, in half of the possible courses, and in 9 of 10 as well.")])
def test_a_limit_outside_the_range_is_said_in_words(asked, limits, words):
    found, _ = found_by(asked, lambda r, value, _: limits[r] + 0.2 - value, tolerance=1, more=LABELLED)
    assert words in text_of(found)


@pytest.mark.parametrize("condition", ["survival.share >= 1", "survival.share > 0", "survival.share >= 0.5"])
def test_that_it_still_exists_is_said_as_people_do_without_a_share(asked, condition):
    found, _ = found_by(asked, lambda r, value, _: 9.2 - value, tolerance=1, condition=condition)
    for lang, words in (("en", "in this model it is still there at the end, up to €9 for "),
                        ("nl", "in dit model is het er aan het eind, tot €\u00a09 voor ")):
        assert words in text_of(found, lang) and "100" not in text_of(found, lang)


@pytest.mark.parametrize("tolerance, width, half, most", [(2000, "€2,000", "€6,000", "€4,000"),
                                                          (300, "€300", "€5,100", "€3,600")])
def test_limits_are_told_no_finer_than_they_were_looked_for_and_that_is_said(asked, tolerance, width, half, most):
    """The limits of 20 courses are 3,300, 3,500 ... 7,100: half of them hold up to 5,200, nine of ten up to 3,600."""
    one = asked(raised="cost-insurance.amount", between="[0, 20000]", tolerance=tolerance)
    toy = Toy(lambda r, value, _: 3300 + 200 * r - value, path="costs.cost-insurance.amount")
    text = text_of(answer(Asking(one, toy)))
    assert f"up to {half} for ‘insurance and books: cost’ in half" in text and f"and up to {most} in 9 of 10" in text
    assert f"Each limit was sought to within {width}, and is rounded to that." in text
    amounts = {int(amount.replace(",", "")) for amount in re.findall(r"€([\d,]*\d)", text)} - {20_000}
    assert amounts and all(amount % tolerance == 0 for amount in amounts)


def test_pictures_and_tables_hold_every_course_and_the_limits(asked):
    found, _ = found_by(asked, lambda r, value, _: 5.5 + r - value)
    head, rows = tables(found)["thresholds"]
    assert [row[head.index("course")] for row in rows] == list(range(20))
    assert all(abs(row[head.index("threshold")] - 5.5 - r) < 0.01 for r, row in enumerate(rows))
    drawn = {name: table for name, _, table in pictures(found, Words("nl"))}
    assert list(drawn) == ["holds", "money_result"]
    shares = [(row[1], row[2]) for row in drawn["holds"][1]]
    assert shares[0] == (0, 1) and shares[-1] == (40, 0)
    assert all(low <= share <= high for _, _, share, low, high in drawn["holds"][1])
    assert list(method(found, Words("en")))


# --- kept and taken up again --------------------------------------------------------------------------------------

class ToyPool:
    """In the place of processes: what the toy says, as a pool hands it over."""

    def __init__(self, toy):
        self.toy, self.played = toy, 0

    def play(self, blocks, tick=lambda: None):
        for block in blocks:
            self.played += len(block.replications)
            figures = self.toy([block])[0].values("money.result")[:, None]
            series = np.zeros((len(figures), 1, 3))
            yield block, Played(list(block.replications), ["money.result"], figures, series, 0.1)


def test_taken_up_again_with_half_of_its_runs_it_writes_the_same_bytes(asked, tmp_path):
    one = asked()

    def played(store):
        pool = ToyPool(Toy(lambda r, value, _: 5.5 + r * 0.77 - value))
        runner = Runner(store, pool, at_once=7)
        found = answer(Asking(one, runner.ask))
        for name, table in tables(found).items():
            study.write_table(tmp_path / f"{name}.csv", *table)
        study.write_runs(tmp_path / "runs.csv", runner.asked)
        return {file.name: file.read_bytes() for file in sorted(tmp_path.glob("*.csv"))}, pool.played

    whole, half = Store(tmp_path / "whole.sqlite"), Store(tmp_path / "half.sqlite")
    expected, first = played(whole)
    half.keep([run for n, run in enumerate(whole.every()) if n % 2])
    again, second = played(half)
    assert again == expected and len(expected) == 4
    assert second == first - first // 2


# --- what cannot be asked -----------------------------------------------------------------------------------------

@pytest.mark.parametrize("parts, line, column, what, instead", [
    ({"condition": "money.resul >= 0"}, 7, 8, "is no figure", "did you mean 'money.result'"),
    ({"condition": "money.result => 0"}, 7, 21, "is no sign", "write >="),
    ({"condition": "money.result >= 5 %"}, 7, 24, "is a percentage", "0.05"),
    ({"raised": "revenue_streams.rs-cleaning.prise"}, 5, 8, "is no number", "did you mean 'revenue_streams"),
    ({"raised": "simwijk.weeks"}, 5, 8, "is no number", "known"),
    ({"raised": "plugins.wmo_cut.start"}, 5, 8, "is no number", "did you mean"),
    ({"raised": "plugins.wmo_cutt.cut"}, 5, 8, "no plugin is called 'wmo_cutt'", "did you mean 'wmo_cut'"),
    ({"raised": "neighbourhood.people.household_size"}, 5, 8, "makes the people", "kind: sweep"),
    ({"between": "[-5, 40]"}, 6, 11, "between 0 and", "write a number"),
    ({"raised": "plugins.wmo_cut.cut", "between": "[0, 1.5]", "more": AT_ONCE}, 6, 14, "between 0 and 1", "write 0.015"),
    ({"between": "[40, 0]"}, 6, 10, "lowest and the highest", "between: [0, 40]"),
    ({"more": "hold_in: [0.5, 1.5]"}, 13, 16, "is 1.5", "0.9"),
    ({"more": "hold_in: [0.5, 0.5]"}, 13, 16, "a second time", "leave it out"),
    ({"more": "set: {rs-cleaning.price: 12}"}, 5, 8, "also set", "leave it out"),
    ({"until": ", until: {half_width: 0.001}"}, 10, 52, "is 0.001", "smaller tolerance"),
    ({"more": "also_under: [{path: simwijk.stop.on, values: [never]}]"}, 13, 47, "'never'", "direct_cost"),
    ({"more": "also_under: [{path: simwijk.stopp.on, values: [never]}]"}, 13, 48, "unknown path", "did you mean"),
    ({"more": "also_under: [{path: rs-ironing.price, from: 1, to: 5}]"}, 13, 14, "no step", "step"),
    ({"more": "also_under: [{path: plugins.wmo_cut, values: [\"off\"]}]"}, 13, 47, "cannot be off", "on"),
    ({"raised": "plugins.wmo_cut.cut", "between": "[0, 1]"}, 5, 8, "begins in week 105 of 20", "add weeks: 156"),
])
def test_what_cannot_be_asked_is_told_at_its_place_with_what_to_write(asked, parts, line, column, what, instead):
    with pytest.raises(BadInput) as error:
        checked(asked(**parts))
    found = error.value.problems[0]
    assert what in found.what and instead in found.instead, found.render()
    assert (found.line, found.column) == (line, column), found.render()


def test_all_that_is_wrong_is_told_at_once(asked):
    with pytest.raises(BadInput) as error:
        checked(asked(condition="money.resul >= 0", raised="rs-cleaning.prise",
                      more="also_under: [{path: simwijk.stop.on, values: [never]}]"))
    assert len(error.value.problems) == 3


def test_a_number_may_be_named_by_its_end_and_may_have_no_range(asked):
    assert places(asked(raised="rs-cleaning.price"))[0].path == PRICE
    assert places(asked(raised="neighbourhood.assistance.disregard_share", between="[0, 1]"))


# --- played ----------------------------------------------------------------------------------------------------------

INSURANCE = "costs.cost-insurance.amount"


def test_the_model_itself_holds_just_below_the_threshold_of_a_course_and_not_just_above_it(asked, tmp_path):
    """A whole study of a tiny district, then single runs with the number set on both sides of what was found."""
    from simcore.commands.sweep import sweep
    from simcore.experiments.block import Memory, played
    from simcore.experiments.case import text_of as written

    one = asked(raised="cost-insurance.amount", between="[0, 20000]", condition="money.result >= -4000", tolerance=50,
                most=4, batch=4, more="scan: 5")
    out = tmp_path / "out"
    sweep(file=str(one.file), quick=False, jobs=1, out=out, fresh=True, retry_failed=False, shard=None, known=(),
          lang="en", as_json=False, quiet=True)
    page = (out / "answer.md").read_text(encoding="utf-8")
    assert page.startswith("# Up to which price?\n\n**Haarlems Gemak: in this model")
    with open(out / "tables" / "thresholds.csv", encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["found"] == "within the range"]
    assert rows
    ask = Asking(one, None)
    for row in rows[:2]:
        result = {}
        for side in ("holds at", "fails at"):
            case = one.cases["haarlems_gemak"].but([(INSURANCE, written(float(row[side])))])
            block = played(ask.block(case, [int(row["course"])]), Memory())
            result[side] = block.figures[0, block.names.index("money.result")]
        assert result["holds at"] >= -4000 > result["fails at"]
        assert 0 < float(row["fails at"]) - float(row["holds at"]) <= 50
