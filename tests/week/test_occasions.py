"""Occasions come as Poisson streams, the same in every lane (laws.md 1)."""

from types import SimpleNamespace

import numpy as np
import pytest

from simcore.behaviour.world import ENTERPRISE
from simcore.luck import key
from simcore.week import moves


@pytest.fixture
def stream(monkeypatch):
    """Occasions of one kind that is no need, over some weeks: a list of (who, when, mark) words each week."""

    def played(rate, weeks, room=200):
        w = SimpleNamespace(luck=np.zeros((8, room), np.int64), standing=np.zeros(0, bool),
                            counts=np.zeros((1, 30), int))
        seen = []
        monkeypatch.setattr(moves,
                            "live_through", lambda w, r, k, week, n, bound, key: seen[-1].append(w.luck[:3, n].copy()))
        for week in range(weeks):
            seen.append([])
            moves.happen(w, 0, 0, week, rate, 1.0, key("a stream"), 0)
        return seen

    return played


@pytest.mark.parametrize("rate", [0.3, 4.0, 25.0])
def test_counts_have_mean_and_variance_equal_to_their_rate(stream, rate):
    """Section 1: counts of occasions have mean = variance = rate; within four standard errors."""
    weeks = 1500
    counts = np.array([len(one) for one in stream(rate, weeks)])
    assert abs(counts.mean() - rate) <= 4 * (rate / weeks) ** 0.5
    assert abs(counts.var(ddof=1) - rate) <= 4 * ((rate + 2 * rate**2) / weeks) ** 0.5


def test_occasions_come_all_week_and_point_at_anybody(stream):
    every = np.vstack([one for week in stream(25.0, 200) for one in week]) / 2**32
    assert ((every >= 0) & (every < 1)).all()
    assert (np.abs(every.mean(0) - 0.5) <= 4 * (1 / 12 / len(every)) ** 0.5).all()
    assert (np.abs(np.corrcoef(every.T) - np.eye(3)) <= 4.5 / len(every) ** 0.5).all()


def test_a_stream_without_a_rate_is_empty(stream):
    assert stream(0.0, 3) == [[], [], []]


def test_more_occasions_than_there_is_room_for_are_refused(stream):
    with pytest.raises(ValueError, match="room"):
        stream(50.0, 3, room=10)


def test_a_higher_rate_brings_the_same_occasions_and_more(stream):
    """Luck is a function of the counter: whoever comes at a lower rate comes at a higher one."""
    for one, other in zip(stream(4.0, 50), stream(8.0, 50)):
        assert len(other) >= len(one)
        assert np.array_equal(one, other[:len(one)])


@pytest.fixture(scope="module")
def both(lane):
    """A year and a half of both lanes: minutes needed and asked, week by week."""
    nothing, with_it = lane(enterprise=False), lane("channels.ch-street.outside=6")
    seen = {}
    for name, one in (("nothing", nothing), ("enterprise", with_it)):
        asked, needed, done = [], [], []
        for _ in range(78):
            waited = one.world.waiting.copy()
            one.step()
            w = one.world
            asked.append(w.asked_minutes.copy())
            needed.append(w.needed_minutes.copy())
            done.append(w.done_minutes.sum(2) + w.waiting - waited)
        seen[name] = tuple(map(np.array, (asked, needed, done)))
    return nothing, with_it, seen


def test_both_lanes_read_the_same_occasions(both):
    """Section 1: all lanes read the same tape: equal minutes needed and asked each week, for every need.

    Forms are the need of people on benefit, whom an enterprise may move; all others depend on nothing it does.
    """
    nothing, with_it, seen = both
    names = [need.id for need in nothing.spec.place.needs.activities]
    some = np.array([name != "forms" for name in names])
    for one, other in zip(seen["nothing"], seen["enterprise"]):
        assert np.array_equal(one[:, :, some], other[:, :, some])
    assert seen["nothing"][0][:, :, some].sum() > 0 and with_it.series.minutes[:, :, :, ENTERPRISE].sum() > 0


def test_jobs_of_a_year_are_as_many_as_the_numbers_say(both):
    """Section 1: rate x m x season; keys have no limit to whose they are: within four standard errors."""
    nothing, _, seen = both
    w, names = nothing.world, [need.id for need in nothing.spec.place.needs.activities]
    for name in ("odd_jobs", "windows", "keys"):
        a = names.index(name)
        jobs = (seen["nothing"][0][:52, :, a] / w.job_minutes[:, a]).sum()
        burdened = w.households.limited.mean()
        more = 1 + burdened * (w.numbers.when_limited[0] - 1)
        expected = 52 * w.habit.shape[0] * w.habit.shape[1] * w.amount[0, a] * more
        assert abs(jobs - expected) <= 4 * expected**0.5 + 0.01 * expected       # 1 %: the passing limitations


def test_needs_of_lanes_are_asked_alike_when_a_plugin_scales_them(lane):
    rates = lane().occasions
    ones = [np.ones(2)] * rates.amplitude.shape[1]
    before, after = rates.rates(0, 0, ones).copy(), rates.rates(0, 0, [2 * one for one in ones])
    jobs = np.flatnonzero(rates.job)
    assert np.allclose(after[:, jobs], 2 * before[:, jobs])
    assert np.array_equal(np.delete(after, jobs, 1), np.delete(before, jobs, 1))
