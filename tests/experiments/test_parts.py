"""A sweep over parts: each is left out in turn, and what it adds is the difference in the same course."""

from types import SimpleNamespace

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.experiments import sweep
from simcore.experiments.case import Case, opened, unused
from simcore.experiments.designs import points
from simcore.experiments.question import Axis
from simcore.experiments.setting import together
from simcore.experiments.sweep import Place, Swept
from simcore.show.experiments import parts_pictures, sweep_pictures
from simcore.show.experiments import sweep as shown
from simcore.show.experiments.naming import Naming
from simcore.show.style import Sheet, theme, width_of
from simcore.show.words import Words

from .drawn import readable, sweep_over

ADDS = {"vp-pc": [5.0, 6, 7], "vp-desk": [-300.0, -200, -100]}       # what each adds, in each of three courses


def axis(path, *values):
    return Axis(path=path, values=list(values))


def swept(tmp_path, design, adds=ADDS, figures="money.result"):
    """A sweep in which each part that is on adds what is said in each course, beside whatever else; the weeks that it
    exists are fewer by as much, and nothing else is known."""
    asked = sweep_over(tmp_path, "wijkbedrijf_samen", [f'path: {path}, values: ["on", "off"]' for path in adds], design,
                       figures)
    n = len(next(iter(adds.values())))
    places = []
    for point in points(asked.question.vary, design):
        total = sum((np.array(adds[one.path]) for one, value in zip(asked.question.vary, point) if value == "on"),
                    np.linspace(1000.0, 3000, n))
        known = {"money.result": total, "survival.weeks": -total}
        runs = SimpleNamespace(values=lambda figure, known=known, n=n: known.get(figure, np.full(n, np.nan)), failed={},
                               block=SimpleNamespace(replications=tuple(range(n))))
        places.append(Place("wijkbedrijf_samen", point, (runs,)))
    return Swept(asked, tuple(adds), tuple(places), True)


def test_in_turn_is_all_first_values_and_then_each_other_value_alone():
    found = points([axis("a", "on", "off"), axis("b", "x", "y", "z")], "in_turn")
    assert found == [("on", "x"), ("off", "x"), ("on", "y"), ("on", "z")]


@pytest.mark.parametrize("design", ["in_turn", "grid"])
def test_what_a_part_adds_is_the_difference_in_the_same_course(design, tmp_path):
    found = swept(tmp_path, design)
    effects = {one.axis.path: one.values("money.result").tolist() for one in found.effects("wijkbedrijf_samen")}
    assert found.of_parts and effects == ADDS


def test_it_is_sure_when_what_each_part_adds_is_known_however_much_courses_differ(tmp_path):
    apart = swept(tmp_path, "in_turn", {path: [4.0, 4, 4] for path in ADDS})
    assert not np.isfinite(apart.unsure("money.result"))                       # three courses say nothing yet
    assert apart.estimate(apart.places[0], "money.result").value == 2008


@pytest.mark.parametrize("lang, up, down", [
    ("nl", "duidelijk hoger met computerhulp aan huis", "duidelijk lager met hulp"),
    ("en", "clearly higher with PC help at home", "clearly lower with help")])
def test_it_is_said_which_parts_clearly_add_and_which_cost(lang, up, down, tmp_path):
    first = next(iter(shown.said(swept(tmp_path, "in_turn"), Words(lang))))
    assert up in first and down in first and ("in dit model" if lang == "nl" else "in this model") in first.lower()


def test_where_all_combinations_were_played_the_best_is_the_answer_in_one_sentence(tmp_path):
    english, *rest = shown.said(swept(tmp_path, "grid"), Words("en"))
    assert english == ("In this model ‘own result per 4 weeks’ of Wijkbedrijf Samen is highest with PC help at home, "
                       "without help with digital forms: €2,010 (€1,210 to €2,810).")
    assert rest == ["The others of the 4 combinations are all clearly lower.",
                    "What makes it clearly higher: PC help at home (+€6).",
                    "What makes it clearly lower: help with digital forms (−€200).",
                    "Each time one thing is other than this: everything on; then it is €1,810 (€925 to €2,690). What "
                    "was looked at: own result per 4 weeks, while it exists."]
    assert next(iter(shown.said(swept(tmp_path, "grid"), Words("nl")))) == (
        "In dit model is ‘eigen resultaat per 4 weken’ bij Wijkbedrijf Samen het hoogst met computerhulp aan huis, "
        "zonder hulp bij digitale formulieren: €\u00a02.010 (€\u00a01.210 tot €\u00a02.810).")


@pytest.mark.parametrize("low, high", [(-18_500, 14_500), (-1_100, 9_500), (-9_900, 300)])
def test_values_along_the_axis_never_run_into_each_other(low, high, tmp_path):
    sheet = Sheet("", "")
    ax = sheet.axes(0, 100, 620, 500)
    ax.set_xlim(low, high)
    with theme(parts_pictures.AXIS):
        parts_pictures.sideways(ax, "money.cash", Naming(swept(tmp_path, "in_turn").experiment, Words("nl")), 620)
    texts = [(tick, width_of(one.get_text(), parts_pictures.AXIS))
             for tick, one in zip(ax.get_xticks(), ax.get_xticklabels())]
    assert len(texts) > 1 and all((two - one) * 620 / (high - low) > (wide + wider) / 2 + 15
                                  for (one, wide), (two, wider) in zip(texts, texts[1:]))


def test_of_many_choices_it_is_first_said_how_many_raise_it_and_how_many_lower_it(tmp_path):
    more = {path: [-3.0, -2, -1] for path in ("vp-windows", "vp-garden", "vp-rides")}
    found = swept(tmp_path, "in_turn", more | {"vp-pc": [-1.0, 0, 1]})
    first, lower, none, *_ = shown.said(found, Words("en"))
    assert first == ("In this model ‘own result per 4 weeks’ of Wijkbedrijf Samen is clearly lower with 3 of the 4 "
                     "choices; with no choice higher.")
    assert lower.startswith("What makes it clearly lower: ") and lower.count("(−€2)") == 3
    assert none == "No clear difference: PC help at home."
    assert next(iter(shown.said(found, Words("nl")))).endswith(
        "bij Wijkbedrijf Samen met 3 van de 4 keuzes duidelijk lager; met geen keuze hoger.")


def test_of_combinations_that_are_not_clearly_below_the_best_it_is_said_which_are_mostly_so(tmp_path):
    luck = np.random.default_rng(1).normal(size=100)
    found = swept(tmp_path, "grid", {"vp-pc": np.where(np.arange(100) < 80, 1.0, -1), "vp-desk": luck})
    _, near, *_ = shown.said(found, Words("en"))
    assert near.startswith("Of the 4 combinations ") and "are mostly lower" in near and "by luck alone" in near


def test_where_no_combination_is_clearly_or_mostly_lower_none_is_called_the_best(tmp_path):
    coins = np.random.default_rng(1).normal(size=(2, 100))
    found = swept(tmp_path, "grid", {"vp-pc": coins[0], "vp-desk": coins[1]})
    first, then, *_ = shown.said(found, Words("en"))
    assert first.startswith("In this model the 4 combinations make no clear difference to ‘own result per 4 weeks’ of "
                            "Wijkbedrijf Samen; it is highest with ")
    assert "combinations" not in then


def test_of_each_other_figure_it_is_said_which_parts_raise_it(tmp_path):
    found = swept(tmp_path, "in_turn", figures="money.result, survival.weeks")
    assert list(shown.besides(found, Words("en"))) == [
        "Weeks that it exists: clearly higher by help with digital forms; clearly lower by PC help at home."]


def test_of_another_figure_it_is_said_as_well_which_parts_move_it_now_and_then(tmp_path):
    adds = {"vp-pc": np.where(np.arange(21) < 8, 5.0, 0), "vp-desk": np.zeros(21)}
    found = swept(tmp_path, "in_turn", adds, figures="money.result, survival.weeks")
    assert list(shown.besides(found, Words("en"))) == ["Weeks that it exists: sometimes lower by PC help at home."]
    assert list(shown.besides(found, Words("nl"))) == ["Weken dat het bestaat: soms lager door computerhulp aan huis."]


def test_of_a_few_courses_it_is_not_said_that_8_of_10_lie_in_a_band(tmp_path):
    assert list(shown.sure(swept(tmp_path, "in_turn"), Words("en"))) == [
        "In brackets: where most lie, of 3 possible courses."]


def test_a_part_of_which_the_band_touches_zero_is_not_clear(tmp_path):
    found = swept(tmp_path, "in_turn", {"vp-pc": [-1.0, 2, 3], "vp-desk": [-1.0, 0, 1]})
    assert "none of these 2 choices makes a clear difference" in next(iter(shown.said(found, Words("en"))))


def test_each_figure_has_a_picture_that_ranks_the_parts_beside_its_numbers(tmp_path):
    ((name, _, (head, rows)),) = sweep_pictures.pictures(swept(tmp_path, "in_turn"), Words("nl"))
    assert name == "money_result" and [row[0] for row in rows] == ["vp-pc", "vp-desk"]
    assert rows[0][head.index("middle")] == 6


def test_of_many_choices_those_that_matter_most_are_drawn_and_all_are_in_the_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr(parts_pictures, "MOST_DRAWN", 1)
    ((_, sheet, (_, rows)),) = sweep_pictures.pictures(swept(tmp_path, "in_turn"), Words("en"))
    texts = " ".join(text for *_, text, _, _, _ in sheet.texts)
    assert readable(sheet) and len(rows) == 2 and "choices that matter least (1)" in texts


def test_parameters_of_one_plugin_are_tried_together():
    pairs = (("plugins.a.x", "1"), ("plugins.a.y", "2"), ("plugins.b.x", "3"), ("vp-pc", "off"))
    assert together(pairs) == {"plugins.a": pairs[:2], "plugins.b.x": pairs[2:3], "vp-pc": pairs[3:]}


def test_a_plugin_that_only_the_experiment_gives_can_be_off_and_one_that_nobody_gives_cannot():
    given = (("plugins.learn_work", "off"), ("plugins.learn_work.team", "kr-pc-advisers"))
    assert "learn_work" not in dict(opened(Case("compiratie", given))[1])
    assert not unused(Case("compiratie", given))
    assert "does not use the plugin" in unused(Case("compiratie", given[:1]))["plugins.learn_work"].what
    with pytest.raises(BadInput, match="no plugin is called 'learn_works'"):
        opened(Case("compiratie", (("plugins.learn_works", "off"),)))


def test_a_plugin_that_the_model_does_not_use_can_be_on_and_off_in_a_sweep(tmp_path):
    def asked(values):
        return sweep_over(tmp_path, "wijkbedrijf_samen", [f"path: plugins.flu_wave, values: {values}"])

    sweep.checked(asked("[on, off]"))
    with pytest.raises(BadInput, match="does not use the plugin 'flu_wave'"):
        sweep.checked(asked("[off]"))
    with pytest.raises(BadInput, match="is on or off, not 'aan'"):
        sweep.checked(asked("[aan, off]"))
