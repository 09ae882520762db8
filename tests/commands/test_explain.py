import re
import subprocess
import sys

import pytest

from simcore.cli import ended
from simcore.show.indicator_texts import ABOUT, NUMBERS


@pytest.fixture
def say(capsys):
    """What ``simwijk explain`` answers: (exit code, output, errors)."""
    def once(*arguments: str) -> tuple[int, str, str]:
        code = ended(["explain", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


@pytest.mark.parametrize("key", ABOUT)
def test_every_indicator_goes_by_its_number_its_key_and_its_name_in_both_languages(say, key):
    (dutch, english), *_ = ABOUT[key]
    answers = {say(name) for name in (NUMBERS[key], key, dutch, english.upper())}
    assert len(answers) == 1
    code, out, err = answers.pop()
    assert (code, err) == (0, "") and out.startswith(f"{NUMBERS[key]}  {dutch} ({key})")


def test_an_indicator_is_explained_with_the_numbers_behind_it_and_where_they_come_from(say):
    out = say("cohesion", "--lang", "en")[1]
    assert "model figure, no survey" in out and "Unit and formula" in out
    assert "neighbourhood.ties.contact: 5% (range 0 to 15)\n      assumption; chance that a contact makes a tie" in out


def test_the_indicative_balance_says_that_no_prices_are_filled_in_and_where_to_do_so(say):
    out = say("9b", "--lang", "en")[1]
    assert "No prices filled in." in out and "prices.csv" in out


def test_a_number_is_explained_with_its_row_its_place_and_who_uses_it(say):
    code, out, err = say("rs-cleaning.price", "--lang", "en")
    assert code == 0 and out.startswith("revenue_streams.rs-cleaning.price\n")
    for text in ("€14 per hour (range 11 to 18)", "assumption", "MKT-011: Informal price of cleaning",
                 "simcore/week/desk.py", "Cash and result"):
        assert text in out
    assert re.search(r" models/haarlems_gemak\.yaml:\d+:\d+", out)
    assert "--set revenue_streams.rs-cleaning.price=18" in out, "another value than it has"


def test_a_number_of_the_neighbourhood_is_tried_in_every_plan_and_each_is_named(say):
    code, out, _ = say("coach_rate", "--lang", "en")
    assert code == 0 and "Who pays, who gains" in out.split("What it moves")[0]
    tried = dict(part.split("\n", 1) for part in re.split(r"\nIn (?=\w)", out.split("What it moves")[1])[1:])
    assert list(tried) == ["Compiratie", "Haarlems Gemak", "Wijkbedrijf Samen", "Wijkonderneming"]
    assert re.search(r"the municipality, in kind +−€[\d,]+ +lower in 4 of 4", tried["Haarlems Gemak"])
    assert all("No figure at all" not in text or "another plan" in " ".join(text.split()) for text in tried.values())


def test_a_number_of_the_neighbourhood_with_a_plan_named_is_tried_in_that_plan_alone(say):
    out = say("coach_rate", "--model", "compiratie", "--lang", "en")[1]
    assert "\nIn Compiratie\n" in out and "In Haarlems Gemak" not in out


def test_behind_an_indicator_stand_the_numbers_of_the_neighbourhood_once_and_a_count_for_each_plan(say):
    out = say("9", "--lang", "en")[1]
    assert out.count("neighbourhood.assistance.coach_rate: ") == 1 and "neighbourhood.assistance.coach_share: " in out
    assert re.search(r"in Haarlems Gemak \(\d+\): simwijk explain 9 --model haarlems_gemak\n", out)
    assert "costs.cost-rooms.amount" not in out
    assert "costs.cost-rooms.amount" in say("9", "--lang", "en", "--model", "haarlems_gemak")[1]


def test_quickly_it_leaves_out_who_uses_it_and_loads_nothing_heavy():
    code = ("import sys; from simcore.cli import ended; ended(['explain', 'rs-cleaning.price', '--quick']); "
            "print([m for m in ('mesa', 'numba', 'numpy', 'pandas', 'seaborn', 'matplotlib') if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "€ 14 per uur" in out and out.strip().endswith("[]") and "Wie het gebruikt" not in out


def test_a_row_of_the_figures_file_is_spelled_out_with_the_numbers_that_lean_on_it(say):
    code, out, _ = say("mkt-011")
    assert code == 0 and out.startswith("MKT-011: ")
    place, plan = out.split("Getallen in de wijk")[1].split("Getallen in Haarlems Gemak")
    assert "neighbourhood.needs.activities.cleaning.prices.informal" in place
    assert "revenue_streams.rs-cleaning.price" in plan and "neighbourhood." not in plan


def test_a_file_of_ones_own_is_explained_too(say, tmp_path):
    from simcore.canvas.bundled import models

    text = models()["haarlems_gemak"].read_text(encoding="utf-8")
    mine = text.replace("value: 14, unit: EUR/hour, low: 11", "value: 15.5, unit: EUR/hour, low: 11")
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    code, out, _ = say("rs-cleaning.price", "--model", str(tmp_path / "mine.yaml"), "--quick", "--lang", "en")
    assert code == 0 and "€15.50 per hour" in out and f"{tmp_path / 'mine.yaml'}:" in out


def test_a_number_of_a_plugin_needs_the_plugin(say):
    assert say("wmo_cut.cut", "--quick", "--model", "haarlems_gemak")[0] == 2
    code, out, _ = say("wmo_cut.cut", "--quick", "--plugin", "wmo_cut")
    assert code == 0 and "wmo_cut.py:" in out and "--plugin wmo_cut:cut=0.46" in out


@pytest.mark.parametrize("name, remedy", [
    ("samenhgang", "'Samenhang'"), ("rs-cleanin.price", "rs-cleaning.price'"), ("MKT-0111", "'MKT-011'"),
    ("zzzzzzzzz", "simwijk explain lists what can be explained"),
    ("onzin", "simwijk explain lists what can be explained")])
def test_an_unknown_name_ends_with_what_was_perhaps_meant(say, name, remedy):
    code, out, err = say(name, "--lang", "en")
    assert (code, out) == (2, "") and "there is no indicator, number or figure" in err and remedy in err


def test_a_name_that_may_mean_several_numbers_names_them(say):
    code, _, err = say("price", "--lang", "en")
    assert code == 2 and "may mean" in err and "revenue_streams.rs-cleaning.price" in err


@pytest.mark.parametrize("word, some", [("prijs", "revenue_streams.rs-cleaning.price"), ("jobcoach", "coach_rate"),
                                        ("coach", "neighbourhood.assistance.coach_rate")])
def test_a_word_of_what_numbers_are_called_names_them(say, word, some):
    code, _, err = say(word, "--lang", "en")
    assert code == 2 and "may mean" in err and some in err


def test_an_unknown_model_ends_with_a_remedy(say):
    code, _, err = say("price", "--model", "harlems_gemak")
    assert code == 2 and "haarlems_gemak" in err


def test_without_a_name_it_lists_what_can_be_explained(say):
    code, out, _ = say("--lang", "en")
    assert code == 0 and all(f"{one[0][1]}: " in out for one in ABOUT.values())
    assert "revenue_streams.rs-" in out and "published figures" in out


def test_without_a_name_a_model_is_listed_number_by_number(say):
    out = say("--model", "haarlems_gemak")[1]
    assert "  neighbourhood.ties.contact: 5 %" in out and "  plugins.pgb.rate: " in out
