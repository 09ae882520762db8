"""Published patterns: which rows count, what a verdict is, and that each can be made."""

from datetime import date

import numpy as np
import pytest

import simcore.studies.validation.patterns as patterns
from simcore.studies.validation import patterns_policy
from simcore.files import Quantity
from simcore.files.figures import rows
from simcore.results.bands import Band
from simcore.show.texts import TEXTS
from simcore.studies.validation.bench import NotHere
from simcore.studies.validation.patterns import TOPICS, Beside, Pattern, all_patterns, beside, used_rows
from simcore.studies.validation.stage import History, Stage


def pattern(**more) -> Pattern:
    """A pattern of 2 (1 to 3) euros, made by nothing."""
    plain = {"key": "buys", "row": "MKT-001", "unit": "EUR", "low": 1.0, "base": 2.0, "high": 3.0}
    return Pattern(**{"find": lambda stage: None, **plain, **more})


def band(low: float, median: float, high: float) -> Band:
    return Band(median, low, high, "EUR", 10)


@pytest.mark.parametrize(("made", "verdict"), [
    (band(1.5, 4, 9), "inside"),              # what was published lies in the band
    (band(2.5, 2.9, 9), "inside"),            # the middle course lies in the published range
    (band(2.5, 3.1, 9), "outside"), (band(0, 0.5, 1.9), "outside"), (None, "incomparable"),
])
def test_a_verdict_by_hand(made, verdict):
    one = Beside(pattern(), made, used=False)
    assert one.verdict == verdict and one.counts == (verdict != "incomparable")


def test_what_set_a_number_does_not_count_and_what_cannot_be_compared_says_why():
    assert not Beside(pattern(), band(1, 2, 3), used=True).counts
    other = Beside(pattern(why="year"), band(1, 2, 3), used=False)
    assert other.verdict == "incomparable" and not other.counts


def test_rows_that_a_number_names_are_used_and_so_are_those_they_were_derived_from():
    used = used_rows()
    assert "neighbourhood.needs.activities.cleaning.shares.informal" in used["MKT-001"]
    assert "plugins.wmo_cut.repaired" in used["WMO-025"]
    assert used["WMO-059"] == ["ELA-001"]
    assert used["BIJ-019"] == ["plugins.participation_act.worth"]
    assert not {"ELA-002", "SOC-010"} & set(used)


def test_a_row_is_used_as_soon_as_a_number_names_it(monkeypatch):
    number = Quantity(value=0.51, unit="share", evidence="source", source="BIJ-019")
    monkeypatch.setattr(patterns, "every_number", lambda: [("neighbourhood.skill", number)])
    assert used_rows() == {"BIJ-019": ["neighbourhood.skill"]}


def test_each_pattern_has_a_name_and_a_row_and_most_were_kept_aside():
    used = used_rows()
    assert {f"pattern.{key}" for key in all_patterns()} == {key for key in TEXTS if key.startswith("pattern.")}
    for one in all_patterns().values():
        assert one.low <= one.base <= one.high if one.row in rows() else (not one.row and one.why)
        assert not one.why or f"validate.why.{one.why}" in TEXTS
        assert one.topic in TOPICS
    assert sum(one.row not in used and not one.why for one in all_patterns().values()) >= 10


def test_a_pattern_that_no_model_can_make_is_shown_once_and_cannot_be_compared():
    def lacks(stage, name):
        raise NotHere("wings")

    (one,) = beside(pattern(find=lacks, of_model=True), Stage(0.01, residents=300), {})
    assert one.verdict == "incomparable" and one.model == ""


@pytest.fixture(scope="module")
def stage():
    return Stage(0.05, residents=1200)


OF_MODEL = {key for key, one in all_patterns().items() if one.of_model}
ABSENT = {key for key, one in all_patterns().items() if one.why == "absent"}


@pytest.mark.parametrize("key", [key for key in all_patterns() if key not in OF_MODEL | ABSENT])
def test_each_pattern_of_the_neighbourhood_can_be_made(key, stage):
    (one,) = beside(all_patterns()[key], stage, {})
    assert one.band is not None and one.band.courses >= 2


def test_where_nothing_was_published_nothing_counts():
    one = Beside(pattern(row="", low=np.nan, base=np.nan, high=np.nan, why="unknown"), band(1, 2, 3), used=False)
    assert one.verdict == "incomparable" and not one.counts


def test_the_mean_week_of_a_year_and_of_its_first_half():
    """Weeks begin on Mondays: 29 December 2014 is of 2014, 5 January 2015 of 2015, 29 June of its first half."""
    days = np.array([date(2014, 12, 29), date(2015, 1, 5), date(2015, 6, 29), date(2015, 7, 6), date(2016, 1, 4)])
    hours = np.array([[1.0], [2.0], [4.0], [9.0], [20.0]])
    one = History(days, 1000, np.ones((5, 1, 3)), hours, hours, hours, hours, np.zeros((5, 1, 1, 1)))
    assert one.mean("hours", 2014)[0] == 1 and one.mean("hours", 2015)[0] == 5 and one.mean("hours", 2015, 6)[0] == 3


def by_hand(clients: dict[int, tuple[float, float, float]], **more: dict[int, float]) -> History:
    """A week in January of each year in which so many households (of three thirds of incomes) had help."""
    weeks = [np.array([[values[year]] for year in clients]) for values in
             (more.get(name, dict.fromkeys(clients, 1.0)) for name in ("hours", "spent", "own", "short"))]
    days = np.array([date(year, 1, 5) for year in clients])
    return History(days, 1000, np.array([[one] for one in clients.values()]), *weeks, np.zeros((len(clients), 1, 1, 1)))


def test_a_history_in_published_terms_by_hand(monkeypatch):
    """Of 40 clients with 2.8 hours 30 are left with 1.5, then with 2: a quarter is gone, and a quarter of the budget
    that hours leave is not spent (2,240 x 1.5 / 2.8 is 1,200; they cost 900).
    In the year after the fee 33 become 40.2."""
    went = by_hand({2014: (20, 18, 2), 2015: (16, 13, 1), 2016: (16, 13, 1), 2017: (16, 13, 1), 2019: (16, 15, 2),
                    2020: (17.6, 18.6, 4), 2023: (18, 20, 4)},
                   hours={2014: 112, 2015: 45, 2016: 45, 2017: 60, 2019: 66, 2020: 80, 2023: 84},
                   spent={2014: 2240, 2015: 900, 2016: 900, 2017: 1200, 2019: 1, 2020: 1, 2023: 1})
    never = by_hand({2016: (16, 13, 1), 2017: (16, 13, 1)}, spent={2016: 900, 2017: 900})
    monkeypatch.setattr(patterns_policy, "went", lambda stage: went)
    monkeypatch.setattr(patterns_policy, "unrepaired", lambda stage: never)
    found = {key: float(one.find(None)[0]) for key, one in all_patterns().items()
             if key in ("cut_level", "cut_town", "cut_hours", "cut_gap", "cut_unspent", "repair_hours", "repair_cost",
                        "fee_low", "fee_middle", "fee_high", "fee_all", "repair_clients")}
    assert found == pytest.approx({
        "cut_level": 30, "cut_town": -0.25, "cut_hours": 1.5, "cut_gap": 67 * 52, "cut_unspent": 0.25,
        "repair_hours": 2, "repair_cost": 300 * 52 / 30, "repair_clients": 0, "fee_low": 0.1, "fee_middle": 0.24,
        "fee_high": 1.0, "fee_all": 40.2 / 33 - 1})


def test_clients_pay_less_after_a_flat_fee_where_they_paid_more(stage):
    fee = stage.flat_fee()
    assert (fee.later[:, 2] < fee.hour[:, 2]).all()
    assert fee.then[:, 1:].sum() > fee.clients[:, 1:].sum()


@pytest.mark.long
@pytest.mark.parametrize("key", sorted(OF_MODEL))
def test_each_pattern_of_an_enterprise_can_be_made(key, stage):
    assert any(one.band for one in beside(all_patterns()[key], stage, {}))
