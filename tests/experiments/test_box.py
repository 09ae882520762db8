import numpy as np
import pytest

from simcore.experiments.box import Limit, Score, inside, peeled, score, seek


def column(*values):
    return np.array(values)[:, None]


def test_a_hand_worked_box_is_peeled_to_where_it_fails():
    """Ten courses, x = 0 .. 9; it fails up to 4, but not at 3. From the top each step takes one that does not fail."""
    x, failed = column(*map(float, range(10))), column(1.0, 1, 1, 0, 1, 0, 0, 0, 0, 0)
    gain, (limit,) = peeled({"x": x}, failed)
    assert limit == Limit("x", high=4.5)                       # halfway between the last inside and the first outside
    assert gain == pytest.approx(4 / 4 - 1 / 6)                # all four failures inside, one of the six others
    box = score(limit.holds(x), failed)
    assert (box.coverage, box.density) == (4 / 4, 4 / 5)


def test_choices_are_peeled_one_at_a_time():
    failed = column(1.0, 1, 0, 0, 0, 0)
    gain, (limit,) = peeled({"route": column("a", "a", "b", "b", "c", "c")}, failed)
    assert (limit.among, gain) == (("a",), 1.0)


def test_both_sides_are_peeled():
    x = np.linspace(0, 1, 100)[:, None]
    _, (limit,) = peeled({"x": x}, ((x > 0.3) & (x < 0.6)).astype(float))
    assert limit.low == pytest.approx(0.3, abs=0.02) and limit.high == pytest.approx(0.6, abs=0.02)


def made(seed, courses=300, noise=40):
    """Courses that fail nine times in ten where a is below 12 and b above 0.5, else once in ten; the rest is noise."""
    rng = np.random.default_rng(seed)
    columns = {f"n{n}": rng.random((courses, 1)) for n in range(noise)}
    columns |= {"a": 20 * rng.random((courses, 1)), "b": rng.random((courses, 1))}
    chance = np.where((columns["a"] < 12) & (columns["b"] > 0.5), 0.9, 0.1)
    return columns, (rng.random((courses, 1)) < chance).astype(float)


@pytest.mark.parametrize("seed", range(3))
def test_a_box_that_is_there_is_found_with_its_limits(seed):
    found = seek(*made(seed))
    limits = {one.path: one for one in found.limits}
    assert set(limits) == {"a", "b"}
    assert limits["a"].low is None and limits["a"].high == pytest.approx(12, abs=1.5)
    assert limits["b"].high is None and limits["b"].low == pytest.approx(0.5, abs=0.1)
    assert found.all.density > 0.75 and found.all.coverage > 0.6
    assert found.held.density > 0.6                            # and so on the half that was not looked at


@pytest.mark.parametrize("seed", range(4))
def test_in_pure_noise_nothing_is_found(seed):
    columns, _ = made(seed)
    failed = (np.random.default_rng(1000 + seed).random((300, 1)) < 0.3).astype(float)
    found = seek(columns, failed)
    assert (found.limits, found.why) == ((), "nothing")


def test_luck_shared_by_the_points_of_a_course_is_no_condition():
    """Each course fails at every point or at none: a hundred courses, not a thousand runs."""
    rng = np.random.default_rng(5)
    columns = {f"n{n}": rng.random((100, 1)) for n in range(30)}
    failed = np.repeat((rng.random((100, 1)) < 0.3).astype(float), 10, axis=1)
    assert seek(columns, failed).why == "nothing"


def test_what_the_design_sets_is_found_as_well():
    rng = np.random.default_rng(6)
    columns = {"future": np.array([["calm", "storm", "calm too"]]), "n": rng.random((60, 1))}
    failed = (rng.random((60, 3)) < np.array([[0.1, 0.9, 0.1]])).astype(float)
    (limit,) = seek(columns, failed).limits
    assert limit == Limit("future", among=("storm",))


def test_the_same_runs_give_the_same_box():
    columns, failed = made(1)
    assert seek(columns, failed) == seek(columns, failed)


def test_a_run_that_is_missing_counts_nowhere():
    columns, failed = made(2)
    failed[:10] = np.nan
    found = seek(columns, failed)
    assert (found.all.runs, found.all.failed) == (290, int(np.nansum(failed)))
    assert score(np.ones(failed.shape, bool), failed) == Score(290, int(np.nansum(failed)), int(np.nansum(failed)), 290)


@pytest.mark.parametrize("failed, why", [(np.zeros((40, 1)), "never"), (np.ones((40, 1)), "always"),
                                         (np.eye(40)[:, :1], "few")])
def test_it_says_plainly_why_nothing_can_be_looked_for(failed, why):
    found = seek({"x": np.arange(40.0)[:, None]}, failed)
    assert (found.limits, found.why) == ((), why)


def test_runs_lie_in_a_box_when_every_limit_holds():
    columns = {"x": column(1.0, 2.0, 3.0), "route": np.array([["a", "b"]])}
    within = inside([Limit("x", low=2, high=3), Limit("route", among=("b",))], columns, (3, 2))
    np.testing.assert_array_equal(within, [[False, False], [False, True], [False, True]])
