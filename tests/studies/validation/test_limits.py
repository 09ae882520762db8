"""Limits: the engine finds each answer, errors are what they say, and a broken engine is seen."""

import re
from pathlib import Path

import numpy as np
import pytest

import simcore.studies.validation.limits_of_work as limits_of_work
import simcore.week.decisions as decisions
import simcore.week.numbers as numbers
import simcore.week.occasions as occasions
from simcore.show.texts import TEXTS
from simcore.studies.validation.bench import Bench, NotHere, changed, expanded, shipped
from simcore.studies.validation.limits import FINE, Found, all_limits, mean, ratio, share, yearly

LAWS = (Path(__file__).parents[3] / "docs" / "laws.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bench():
    return Bench(0.1)


@pytest.mark.parametrize("key", all_limits())
def test_the_engine_finds_the_answer_that_stands_on_paper(key, bench):
    found = all_limits()[key].find(bench)
    assert found.holds, found


@pytest.mark.long
def test_in_a_full_trial_the_error_of_each_is_at_most_a_hundredth_and_ten_or_more_have_one():
    found = {key: one.find(Bench()) for key, one in all_limits().items()}
    assert {key: one for key, one in found.items() if not one.holds or one.relative_error > FINE} == {}
    assert sum(one.z is not None for one in found.values()) >= 10


def test_each_limit_has_a_name_a_law_and_an_equation():
    assert {f"limit.{key}" for key in all_limits()} == {key for key in TEXTS if key.startswith("limit.")}
    for one in all_limits().values():
        assert one.section == "head" or f"**{one.section}. " in LAWS, one.key
        assert one.equation


# --- broken on purpose ------------------------------------------------------------------------------------------------


def broken(module, name: str, factor: float, patch):
    """A function of the engine whose answer is off by a factor."""
    right = getattr(module, name)
    patch.setattr(module, name, lambda *a: factor * right(*a))


@pytest.fixture
def drawn_anew():
    """No number is drawn as it was before, nor as it is now afterwards."""
    numbers.drawn.cache_clear()
    yield
    numbers.drawn.cache_clear()


@pytest.mark.parametrize(("key", "module", "name", "factor"), [
    ("season_mean", occasions, "season", 1.3), ("needs_mean", occasions, "season", 1.3),
    ("needs_variance", occasions, "season", 2.0), ("partner_renews", decisions, "renewal_chance", 0.8),
    ("partner_phases", decisions, "phased", 0.99), ("numbers", numbers, "triangular", 1.05),
    ("cost_hour", limits_of_work, "direct_cost", 1.01), ("learning", limits_of_work, "productivity", 1.01),
])
def test_a_law_that_is_off_is_seen(key, module, name, factor, bench, monkeypatch, drawn_anew):
    broken(module, name, factor, monkeypatch)
    assert not all_limits()[key].find(bench).holds


# --- estimates and errors ---------------------------------------------------------------------------------------------


def test_an_estimate_holds_within_four_of_its_errors_and_without_luck_only_when_it_agrees():
    assert Found(1.039, 1.0, 0.01).holds and not Found(1.041, 1.0, 0.01).holds
    assert Found(7.2, 7.2).holds and not Found(7.21, 7.2).holds and Found(7.204, 7.2, within=0.005).holds
    assert Found(7.2, 7.2).z is None
    assert Found(2.0, 4.0, 0.02).relative_error == pytest.approx(0.005)


def test_errors_are_as_large_as_estimates_differ():
    """Of many estimates of the same, nearly all lie within three of their errors, and a fair share outside one."""
    luck = np.random.default_rng(4)
    found = []
    for _ in range(400):
        at_risk = luck.integers(500, 1500, 30)
        hits = luck.binomial(at_risk, 0.1)
        chances = luck.uniform(0.1, 0.5, 50)
        found.append((ratio(hits, at_risk, 0.1).z, yearly(hits, at_risk, 1 - 0.9**52).z,
                      mean(luck.normal(5, 2, 60), 5.0).z, share(luck.binomial(20, chances), chances, 20).z))
    z = np.abs(np.array(found))
    assert ((z < 3).mean(0) > 0.97).all() and ((z > 1).mean(0) > 0.2).all() and ((z > 1).mean(0) < 0.45).all()


# --- the bench --------------------------------------------------------------------------------------------------------


def test_a_pattern_is_written_out_to_every_number_it_means():
    name = Bench().models[0]
    found = expanded(shipped(name), {"neighbourhood.needs.activities.*.season": 0})
    assert len(found) == len(shipped(name).place.needs.activities) and set(found.values()) == {0}
    assert changed(name, {"neighbourhood.needs.activities.*.season": 0}).quantities()[next(iter(found))].value == 0


def test_a_model_with_what_a_case_cannot_have_is_passed_over():
    name = Bench().models[0]
    assert Bench().spec({}).name == name
    with pytest.raises(NotHere):
        Bench().spec({}, without=("neighbourhood.*",))


def test_what_no_model_has_is_said():
    with pytest.raises(NotHere, match=re.escape("neighbourhood.moonlight.*")):
        Bench().spec({"neighbourhood.moonlight.*": 1})
