"""What people read of a sensitivity study: sentences, tables, pictures."""

import re

import numpy as np
import pytest

from simcore.show.experiments import sensitivity as show
from simcore.show.experiments import sensitivity_pictures as drawn_by
from simcore.show.style import HEIGHT, WIDTH
from simcore.show.words import Words

from .drawn import readable
from .sensed import FIVE, PRICES, answered, ishigami, study

NL, EN = Words("nl"), Words("en")


def every(found, words):
    """All that is said, part by part."""
    assert "luck differed" not in str([*show.first(found, EN)])               # numbers were varied
    checks = [line for one in show.first(found, words) for line in (*one.items, *one.lines)]
    return [*show.said(found, words), *checks, *show.sure(found, words), *show.besides(found, words)]


def many(x, luck, settings):
    """A figure that hangs on every input, on each half as much as on the one before it; and on luck."""
    return sum(1000 * one / 1.5**n for n, one in enumerate(x.values())) + 300 * luck


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What is found of all numbers of a model."""
    return answered(study(tmp_path_factory.mktemp("all"), "samples: 64", "screen: {trajectories: 6}", paths=()), many)


def test_the_first_sentence_names_what_moves_the_answer_most_and_says_in_this_model(tmp_path):
    asked = study(tmp_path, "samples: 256", paths=PRICES)
    found = answered(asked, lambda x, luck, _: 9 * x[PRICES[0]] + x[PRICES[1]])
    first = [next(iter(show.said(found, words))) for words in (NL, EN)]
    assert first == ["In dit model beweegt dit ‘eigen resultaat per 4 weken’ van Haarlems Gemak het meest: "
                     "‘Schoonmaken per uur: prijs’. Wie dat nagaat, leert het meest.",
                     "In this model this moves ‘own result per 4 weeks’ of Haarlems Gemak most: "
                     "‘Cleaning by the hour: price’. To check that is to learn most."]


def test_inputs_that_cannot_be_told_apart_are_named_together(tmp_path):
    found = answered(study(tmp_path, "samples: 64", paths=PRICES[:2]), lambda x, luck, _: sum(x.values()) + luck)
    line = next(iter(show.said(found, NL)))
    assert "‘Schoonmaken per uur: prijs’ en ‘Tuin per uur: prijs’" in line or (
        "‘Tuin per uur: prijs’ en ‘Schoonmaken per uur: prijs’" in line)
    assert "nog niet te zeggen" in line


def test_what_cannot_be_told_apart_shares_its_number_among_what_to_check_first(tmp_path):
    found = answered(study(tmp_path, "samples: 64", paths=PRICES[:2]), lambda x, luck, _: sum(x.values()) + luck)
    (one,) = show.first(found, EN)
    assert [rank for rank, _ in one.ranked] == [1, 1] and all("; " in item and "%" in item for item in one.items)


def test_both_languages_say_the_same_numbers_without_a_statisticians_words(found):
    dutch, english = every(found, NL), every(found, EN)
    digits = [[re.sub(r"\D", "", text) for text in lines] for lines in (dutch, english)]
    assert digits[0] == digits[1] and len(dutch) > 6
    for word in ("Sobol", "varianc", "variantie", "index", "indices", "replicat", "sample", "seed", "Morris", "interval"):
        assert word not in " ".join(dutch + english), word
    assert "Sobol" in " ".join(show.method(found, EN)) and len(list(show.method(found, NL))) == len(
        list(show.method(found, EN)))


def test_a_figure_that_never_moves_or_cannot_be_measured_is_said_and_nothing_is_ranked(tmp_path):
    asked = study(tmp_path, "samples: 8")
    for value, word, why in ((4.0, "verandert in dit model niet, welk van de 5 getallen", "er is niets om eerst na"),
                             (np.nan, "niet te meten", "is hier niet te zeggen")):
        found = answered(asked, lambda x, luck, _, value=value: np.full(luck.size, value))
        said, first = every(found, NL)
        assert word in said and first.startswith("5 getallen kregen steeds een andere waarde") and why in first
        assert [one.ranked for one in show.first(found, NL)] == [[]]
        assert show.tables(found)["check_first"][1] == [] and list(drawn_by.pictures(found, NL)) == []


def test_every_number_of_the_model_is_in_a_table_once(found):
    tables, model = show.tables(found), found.models[0]
    looked = [row[1] for row in tables["first_look"][1]]
    fixed = [row[1] for row in tables["not_varied"][1]]
    assert sorted(looked) == sorted(model.inputs) and not set(looked) & set(fixed)
    assert {row[3] for row in tables["check_first"][1]} == {path for path, _ in model.look.moved[:model.look.kept]}
    assert all(len(head) == len(row) for head, rows in tables.values() for row in rows)
    assert {"luck", "rest", "neighbourhood", "costs"} <= {row[3] for row in tables["what_moves"][1]}


def test_no_two_numbers_are_called_the_same(found):
    for words in (NL, EN):
        name = show.Called(found, found.models[0], words)
        names = [name.label(path) for path in found.models[0].inputs]
        assert len(set(names)) == len(names)
        assert "value" not in name.input("neighbourhood.wmo.contribution_least.0.value")


def test_pictures_are_drawn_for_a_beamer_each_with_its_numbers(found, tmp_path):
    drawn = list(drawn_by.pictures(found, NL))
    assert [name for name, *_ in drawn] == ["check_first", "what_moves", "blocks", "first_look"]
    for name, sheet, (head, rows) in drawn:
        assert sheet.picture().size == (WIDTH, HEIGHT) and rows and all(len(row) == len(head) for row in rows)
        assert readable(sheet) and sheet.title.startswith("Haarlems Gemak")
        for x, y, text, face, _, anchor in sheet.texts:
            width = face.getlength(text)
            left = x - {"ls": 0, "rs": width, "ms": width / 2}[anchor]
            assert 0 <= left and left + width <= WIDTH and 0 < y <= HEIGHT, (name, text)


def test_a_figure_that_is_another_in_hardly_any_course_is_said_so_and_nothing_is_ranked(tmp_path):
    found = answered(study(tmp_path, "samples: 64", paths=PRICES[:2]),
                     lambda x, luck, _: np.where(luck == luck.max(), 5.0, 0.0) * (len(luck) == 64))
    for words, said in ((NL, "in bijna alle verlopen hetzelfde"), (EN, "the same in nearly all courses")):
        lines = list(show.said(found, words))
        assert len(lines) == 1 and said in lines[0]


def test_what_is_named_has_no_second_colon_behind_it(found):
    for words in (NL, EN):
        (one,) = show.first(found, words)
        assert all(item.count(":") == 1 for item in one.items) and any(", " in item for item in one.items)
        assert not re.search(r": [^‘’]*: ", next(iter(show.said(found, words))))


def test_on_which_nothing_hangs_is_not_to_be_checked(tmp_path):
    some = answered(study(tmp_path, "samples: 256", paths=FIVE), lambda x, luck, _: 9 * x[PRICES[0]] + x[PRICES[1]])
    (one,) = show.first(some, EN)
    assert len(one.items) == len(one.ranks) == 2 and len(some.models[0].inputs) == 5


def test_numbers_that_move_nothing_have_no_bar_in_the_first_look(tmp_path):
    still = answered(study(tmp_path, "samples: 64", "screen: {trajectories: 6, keep: 3}", paths=()),
                     lambda x, luck, _: sum(one for path, one in x.items() if path in FIVE) + luck)
    sheet, (_, rows) = next(drawn for name, *drawn in drawn_by.pictures(still, NL) if name == "first_look")
    moving = sum(row[1] > 0 for row in rows)
    written = " ".join(text for _, _, text, *_ in sheet.texts)
    assert 0 < moving < 10 and f"{len(rows) - moving} andere getallen bewegen het minder of niet" in written


def test_one_number_is_told_as_one(found):
    name = show.Called(found, found.models[0], NL)
    fixed = [f"fixed.{why}" for why in (show.NO_RANGE, show.PEOPLE, show.NOT_ASKED, show.SET)]
    told = [show.counted(name, f"sensitivity.{key}", 1, share="2 %", inputs="‘a’") for key in ("rest", "close", *fixed)]
    assert not any("getallen" in one for one in told) and all(re.search("[Eeé]én|ene", one) for one in told)


def test_names_beside_dots_do_not_lie_over_each_other(found):
    sheet = next(sheet for name, sheet, _ in drawn_by.pictures(found, EN) if name == "check_first")
    boxes = [(x, y - face.size, x + face.getlength(text), y) for x, y, text, face, _, anchor in sheet.texts
             if anchor == "ls" and text]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1:]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 4 or other[3] <= one[1] + 4
            assert apart, (one, other)


@pytest.mark.parametrize("wanted", [[500, 500, 500, 120], [90, 91, 92, 95], [590, 595, 600, 600]])
def test_labels_are_moved_apart_and_stay_inside(wanted):
    tops = drawn_by.spread(wanted, [30.0] * 4, 100, 600)
    ordered = sorted(tops)
    assert all(b - a >= 30 - 1e-9 for a, b in zip(ordered, ordered[1:])) and 100 <= ordered[0] and ordered[-1] <= 570


def test_what_was_not_varied_is_said_and_never_called_unimportant(found):
    text = " ".join(every(found, NL))
    assert "Dat zegt niets over hoe belangrijk ze zijn" in text and "in elk verloop dezelfde mensen" in text


def test_of_several_models_each_has_its_own_answer(tmp_path):
    asked = study(tmp_path, "samples: 8", paths=FIVE)
    found = answered(asked, ishigami)
    two = type(found)(asked, (*found.models, *found.models))
    first, *each = show.said(two, NL)
    assert len(each) == 2 and first.startswith("In dit model beweegt dit") and len(list(show.first(two, NL))) == 2
    assert len({name for name, *_ in drawn_by.pictures(two, NL)}) == 3
