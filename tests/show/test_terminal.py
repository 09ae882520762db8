import re
from dataclasses import replace
from pathlib import Path

import pytest

from simcore.canvas import load
from simcore.results.bands import Band
from simcore.results.indicators import Indicators, Law, Lives
from simcore.results.money import Heaviest
from simcore.results.movers import Mover
from simcore.show.terminal import FIGURES, LABEL, printable, row, said, told
from simcore.show.words import Words

from .test_words import FORETELLING, MACHINERY


def euros(median: float, low: float, high: float, difference: bool = True) -> Band:
    return Band(median, low, high, "EUR/year", 20, difference)


FOUND = Indicators(
    courses=20, weeks=260, luck_only=False, alive=16, ends_in_week=125,
    tiers={"A": Lives(16, 20, 18, 60, euros(9, 1, 20)), "B": Lives(6, 20, 8, 104, None),
           "C": Lives(4, 20, 4, 104, None), "D": Lives(0, 20, 1, 130, None)},
    law=Law("lenient", "strict", 16, 2, 4, 0, 14, 20),
    money={"cash": euros(12345, -500, 20000, False), "result": euros(-55, -80, 3, False)},
    work={"exits": euros(2.2, 0.5, 4), "exits_share": euros(0.11, -0.01, 0.2),
          "participants": euros(18, 12, 22, False)},
    ladder={"rungs": euros(0.12, 0.05, 0.2)},
    displacement={"hours": euros(200, -5, 400), "share": euros(0.1, -0.1, 0.2), "jobs": euros(0.66, 0.15, 1.2),
                  "delivered": euros(2000, 1000, 3000, False)},
    displacement_by_activity={"cleaning": euros(150, 20, 300), "garden": euros(40, -3, 80)},
    parties={"residents": {"cash": euros(-9000, -12000, -4000), "kind": euros(0, 0, 0)},
             "the choir": {"cash": euros(5, 4, 6), "kind": euros(7, 6, 8)}},
    helped={"households": euros(196, 68, 604, False), "met": euros(0.77, 0.6, 0.9, False), "wait": None},
    movers=[Mover("revenue_streams.rs-cleaning.price", -0.7, -0.9, -0.4)],
)  # fmt: skip


@pytest.fixture(scope="module")
def spec():
    return load("haarlems_gemak")


def told_in(spec, lang: str, **changed) -> list[str]:
    return said(spec, replace(FOUND, **changed), Words(lang), Path("runs/x")).splitlines()


def test_the_first_line_answers_the_question_of_the_room(spec):
    assert re.fullmatch("In dit model leeft Haarlems Gemak in 4 van de 20 mogelijke verlopen zonder gemeentegeld.*",
                        told_in(spec, "nl")[0])
    assert re.fullmatch("In this model Haarlems Gemak lives without municipal money.* in 4 of 20 possible courses.",
                        told_in(spec, "en")[0])


def test_one_course_is_answered_with_yes_or_no(spec):
    start = "In this model, in the one course that was played, Haarlems Gemak "
    assert told_in(spec, "en", courses=1)[0].startswith(start + "lives without municipal money")
    none = {**FOUND.tiers, "C": replace(FOUND.tiers["C"], holds=0)}
    assert told_in(spec, "en", courses=1, tiers=none)[0].startswith(start + "does not live without municipal money")


def test_four_tiers_say_in_how_many_courses_and_from_when(spec):
    lines = told_in(spec, "en")[3:7]
    assert lines[0].endswith("ever 18 of 20, mostly from March 2014")
    assert "16 of 20" in lines[0] and "6 of 20" in lines[1] and "4 of 20" in lines[2] and "0 of 20" in lines[3]
    assert lines[3].endswith("ever 1 of 20, from July 2015")


def test_the_effect_of_the_law_is_said(spec):
    text = " ".join(told_in(spec, "en"))
    assert "read strictly: 2 of 20" in text
    assert "makes a difference: 14 of 20" in text


def test_a_difference_that_crosses_zero_is_no_clear_difference(spec):
    line = next(line for line in told_in(spec, "en") if "paid work a year gone" in line)
    assert line.endswith("(−5.0 to 400): no clear difference")


def test_a_figure_that_cannot_be_measured_says_so(spec):
    assert any("Waiting time" in line and "cannot be measured" in line for line in told_in(spec, "en"))


def test_the_assumption_that_moves_most_is_named_with_note_evidence_and_path(spec):
    text = "\n".join(told_in(spec, "nl"))
    assert "Schoonmaken per uur: prijs, aanname (revenue_streams.rs-cleaning.price): hoger is slechter" in text


@pytest.mark.parametrize("changed, words", [
    ({"movers": []}, "Not to be seen in 20 courses which assumption counts most"),
    ({"movers": [], "courses": 4}, "takes at least 20"),
    ({"movers": [], "luck_only": True}, "all numbers stood still")])
def test_when_nothing_stands_out_that_is_said(spec, changed, words):
    assert words in "\n".join(told_in(spec, "en", **changed))


def test_what_a_band_means_is_said_once_and_which_numbers_varied(spec):
    text = " ".join(told_in(spec, "en"))
    assert text.count("8 of 10 courses lie within it") == 1
    assert "every number with a range" in text
    assert "Only luck differs" in " ".join(told_in(spec, "en", luck_only=True))


def test_a_party_without_a_name_of_ours_goes_by_its_own(spec):
    assert any(line.strip().startswith("the choir") for line in told_in(spec, "nl"))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("courses", [1, 4, 20])
def test_no_line_speaks_of_machinery_or_foretells(spec, lang, courses):
    text = "\n".join(told_in(spec, lang, courses=courses))
    assert not MACHINERY.search(text) and not FORETELLING.search(text)


def test_one_course_has_no_band():
    assert told(Band(5.0, 5.0, 5.0, "EUR", 1), "EUR", 1, Words("nl")) == ("€\u00a05", "")


def test_jobs_that_others_would_have_had_are_shown_apart_from_the_hours(spec):
    line = next(line for line in told_in(spec, "en") if "others would have had" in line)
    assert line.split() == "Jobs a year that others would have had +0.66 (+0.15 to +1.2)".split()


def district(spec, **others) -> list[str]:
    lines = [" ".join(line.split()) for line in told_in(spec, "en", others=others)]
    at = lines.index("The neighbourhood") if "The neighbourhood" in lines else None
    return [] if at is None else lines[at + 1:lines.index("", at)]


def test_what_it_does_for_the_neighbourhood_stands_together_and_meetings_are_of_a_thousand_residents(spec):
    found = district(spec,
                     meetings={"participations": euros(0.0023, 0.0005, 0.0039), "new_ties": euros(0.94, -0.1, 2.9)},
                     lonely={"lonely": euros(0.52, 0.5, 0.53, False), "lonely_more": euros(-0.01, -0.02, -0.001)})
    assert found == ["Meetings a week, of 1,000 residents 2.3 (0.50 to 3.9)",
                     "new ties a quarter 0.94 (−0.10 to 2.9): no clear difference",
                     "Lonely adults (model figure) 52% (50 to 53)",
                     "difference with doing nothing −1.0 percentage points (−2.0 to −0.10)"]


def test_what_a_model_has_nothing_of_is_not_on_the_screen(spec):
    assert district(spec) == []
    assert (district(spec, tidy={"porticoes": euros(0.9, 0.8, 1.0, False)})
            == ["Porticoes cleaned on time 90% (80 to 100)"])


def test_the_balance_is_shown_only_with_a_file_of_prices(spec):
    text = lambda found, prices: said(spec, found, Words("en"), prices=prices)  # noqa: E731
    priced = replace(FOUND, others={"balance": {"balance": euros(1234, 1000, 2000)}})
    assert "Indicative balance" not in text(priced, None)
    assert "by the prices in mine.csv\n  Balance a year" in text(priced, Path("mine.csv"))
    assert "No prices filled in." in text(replace(FOUND, absent={"balance": "unpriced"}), Path("mine.csv"))


def test_a_screen_without_a_minus_sign_gets_a_hyphen():
    assert printable("−€ 5", "cp1252") == "-€ 5"
    assert printable("−€ 5", "utf-8") == printable("−€ 5", None) == "−€ 5"


def test_a_plan_that_mostly_does_not_live_is_told_what_costs_most_and_where_to_turn(spec):
    text = " ".join(told_in(spec, "en", heaviest=Heaviest("cost-supervision", 48000, 9100)))
    assert "What costs most is " in text and "€48,000 a year while it exists" in text and "bring €9,100 a year" in text
    assert "simwijk explain costs.cost-supervision.amount --model haarlems_gemak" in text
    team = " ".join(told_in(spec, "en", heaviest=Heaviest("kr-home-team", 480, 9100)))
    assert "key_resources.kr-home-team.team.places" in team
    lives = {**FOUND.tiers, "C": replace(FOUND.tiers["C"], holds=15)}
    assert ("costs most"
            not in " ".join(told_in(spec, "en", tiers=lives, heaviest=Heaviest("cost-supervision", 48000, 9100))))


def test_what_was_so_in_one_course_only_is_not_mostly_so(spec):
    once = {**FOUND.tiers, "D": replace(FOUND.tiers["D"], ever=1)}
    assert told_in(spec, "nl", tiers=once)[6].endswith("ooit 1 van de 20, vanaf juli 2015")


def test_the_difference_of_two_shares_is_in_percentage_points():
    assert ("lonely_more", "points", 100) in FIGURES["lonely"] and ("more", "points", 100) in FIGURES["coping"]
    one = Band(-0.012, -0.02, -0.01, "share", 20, True)
    assert told(one, "points", 100, Words("nl"))[0] == "−1,2\u00a0procentpunt"
    assert told(one, "points", 100, Words("en"))[0] == "−1.2 percentage points"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_label_fits_its_column(lang):
    words = Words(lang)
    assert not [label for group, lines in FIGURES.items() for key, *_ in lines
                if len(label := words(f"{group}.{key}")) > LABEL]
    value = words("unit.points", n="−12.3")
    assert {len(row(words(f"{group}.{key}"), value)) for group, lines in FIGURES.items() for key, unit, _ in lines
            if unit == "points"} == {len(row("", "1"))}


def test_nothing_at_all_is_not_called_unclear():
    one = Band(0.00001, -0.00002, 0.00004, "share", 20, True)
    assert told(one, "points", 100, Words("en")) == ("0 percentage points", "(0 to 0)")
    assert told(replace(one, low=-0.001), "points", 100, Words("en"))[1] == "(−0.10 to 0): no clear difference"
