"""Published patterns: which rows count, what a verdict is, and that each can be made."""

import pytest

import simcore.studies.validation.patterns as patterns
from simcore.files import Quantity
from simcore.files.figures import rows
from simcore.results.bands import Band
from simcore.show.texts import TEXTS
from simcore.studies.validation.bench import NotHere
from simcore.studies.validation.patterns import Beside, Pattern, all_patterns, beside, used_rows
from simcore.studies.validation.stage import Stage


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
        assert one.row in rows() and one.low <= one.base <= one.high
        assert not one.why or f"validate.why.{one.why}" in TEXTS
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


def test_clients_pay_less_after_a_flat_fee_where_they_paid_more(stage):
    fee = stage.flat_fee()
    assert (fee.later[:, 2] < fee.hour[:, 2]).all()
    assert fee.then[:, 1:].sum() > fee.clients[:, 1:].sum()


@pytest.mark.long
@pytest.mark.parametrize("key", sorted(OF_MODEL))
def test_each_pattern_of_an_enterprise_can_be_made(key, stage):
    assert any(one.band for one in beside(all_patterns()[key], stage, {}))
