from pathlib import Path

import numpy as np

from simcore.experiments.block import Block, Size
from simcore.experiments.box import Limit, Score, Sought
from simcore.experiments.case import Case
from simcore.experiments.condition import condition
from simcore.experiments.failing import Failing, table
from simcore.experiments.reading import experiment
from simcore.experiments.runner import Runs
from simcore.experiments.store import Run
from simcore.show.experiments import failing as shown
from simcore.show.words import Words

PRICE = "revenue_streams.rs-cleaning.price"
FILE = f"""experiment: price
kind: sweep
question: {{nl: "Welke prijs?", en: "Which price?"}}
models: [haarlems_gemak]
vary:
  - path: {PRICE}
    values: [10, 14]
    label: {{nl: "Uurprijs van schoonmaken", en: "Price of an hour of cleaning"}}
figures: [money.result]
fails_when: money.result < 0
"""


def asked(tmp_path):
    file = Path(tmp_path, "price.yaml")
    file.write_text(FILE, encoding="utf-8")
    return experiment(file)


def runs(case, courses, values, given=()):
    block = Block(case, tuple(courses), Size(1, 10, 500, False), given)
    return Runs(block, [Run(f"{case}{given}{r}", {} if value is None else {"money.result": value}, None, 0.0,
                            "" if value is not None else "broke") for r, value in zip(courses, values)])


def test_runs_become_a_table_of_courses_and_points_with_what_was_drawn_and_what_was_set(tmp_path):
    found = asked(tmp_path)
    cases = [Case("haarlems_gemak", ((PRICE, value),)) for value in ("10", "14")]
    batches = ((0, 1), ((-1.0, 2.0), (3.0, None))), ((2,), ((5.0,), (6.0,)))
    every = [runs(case, courses, values) for courses, both in batches for case, values in zip(cases, both)]
    columns, values = table(found, [*every, every[0]], "money.result", None)      # what is asked twice counts once
    np.testing.assert_array_equal(values, [[-1, 3], [2, np.nan], [5, 6]])
    np.testing.assert_array_equal(columns[PRICE], [[10, 14]])
    drawn = [one for path, one in columns.items() if path != PRICE]
    assert len(drawn) > 100 and all(one.shape == (3, 1) for one in drawn)


def test_numbers_given_to_each_course_stand_in_the_place_of_what_it_would_draw(tmp_path):
    found, case = asked(tmp_path), Case("haarlems_gemak")
    every = [runs(case, (0, 1), (1.0, 2.0), ((PRICE, (9.0, 10.0)),)),
             runs(case, (0, 1), (3.0, 4.0), ((PRICE, (11.0, 12.0)),))]
    columns, values = table(found, every, "money.result", None)
    np.testing.assert_array_equal(values, [[1, 3], [2, 4]])
    np.testing.assert_array_equal(columns[PRICE], [[9, 11], [10, 12]])


def test_cases_with_names_are_told_apart_by_them(tmp_path):
    cases = [Case("haarlems_gemak"), Case("haarlems_gemak", ((PRICE, "10"),))]
    columns, _ = table(asked(tmp_path), [runs(case, (0, 1), (1.0, 2.0)) for case in cases], "money.result",
                       {cases[0]: "calm", cases[1]: "storm"})
    assert columns["future"].tolist() == [["calm", "storm"]]


def said(tmp_path, sought, lang="nl"):
    found = Failing(asked(tmp_path), condition("money.result < 0"), {"haarlems_gemak": sought})
    return list(shown.said(found, Words(lang)))


def test_a_condition_is_told_in_words_with_how_much_of_all_failing_it_is(tmp_path):
    box = Sought((Limit(PRICE, high=12.0),), Score(100, 90, 150, 400), Score(50, 40, 75, 200))
    means, text = (line.replace("\xa0", " ") for line in said(tmp_path, box))
    assert means == "Misgaan betekent hier: onder € 0 voor ‘eigen resultaat per 4 weken, zolang het bestaat’."
    assert text == (
        "Haarlems Gemak: als uurprijs van schoonmaken onder € 12 ligt, gaat het in dit model in 9 van de 10 mogelijke "
        "verlopen (90 %) mis; dat zijn 6 van de 10 keren dat het misgaat (60 %). Van alles samen gaat het in 4 van de 10 "
        "mogelijke verlopen (37,5 %) mis. In de helft van de verlopen waarin niet naar deze grens is gezocht: in 8 van "
        "de 10 mogelijke verlopen (80 %).")
    assert "if price of an hour of cleaning is below €12, it fails" in said(tmp_path, box, "en")[1]


def test_it_says_plainly_that_no_condition_was_found(tmp_path):
    text = said(tmp_path, Sought((), Score(400, 150, 150, 400), None, "nothing"))[1]
    assert "geen voorwaarde gevonden" in text


def test_the_table_has_coverage_and_density_on_all_runs_and_on_the_half_held_out(tmp_path):
    box = Sought((Limit(PRICE, high=12.0),), Score(100, 90, 150, 400), Score(50, 40, 75, 200))
    head, rows = shown.table(Failing(asked(tmp_path), condition("money.result < 0"), {"haarlems_gemak": box}))
    row = dict(zip(head, rows[0]))
    assert (row["coverage"], row["density"]) == (0.6, 0.9)
    assert (row["coverage held out"], row["density held out"]) == (40 / 75, 0.8)
    assert (row["path"], row["high"], row["low"]) == (PRICE, 12.0, None)
