"""What plugins do to the terms of a week reaches prices, needs and help, that week and no other."""

from datetime import date

import numpy as np
import pytest

from simcore.plugin import Effect, Number, Text, hookimpl, plugin
from simcore.plugin.answers import PluginError


@plugin
class Push:
    """Scales one term from a week on."""
    target: Text = "price.vp-cleaning"
    scale: Number = 2.0
    week: Number = 3

    @hookimpl
    def plan(self, week):
        if week.number >= self.week:
            yield Effect(target=self.target, scale=self.scale, because="a test")


def steps(one, weeks):
    for _ in range(weeks):
        one.step()
    return one


def test_a_scaled_price_is_asked_from_its_week_on_in_whole_cents(lane):
    one = lane(plugins=[("push", Push(scale=1.0501))], weeks=8)
    prices = [steps(one, 1).world.services.price[0, 0] for _ in range(5)]
    assert prices == [1400] * 3 + [1470] * 2


def test_no_term_moves_when_no_plugin_asks(lane):
    one = steps(lane(weeks=4), 2)
    assert all(np.array_equal(one.terms[name], base) for name, base in one.base.items())


def test_a_scaled_need_is_asked_that_much_more_often(lane):
    one, other = (lane(plugins=[("push", Push(target="need.windows", scale=factor, week=0))], enterprise=False,
                       weeks=60, residents=1500) for factor in (1.0, 2.0))
    few, many = (sum(steps(one, 1).world.asked_minutes[:, 6].sum() for _ in range(30)) for one in (one, other))
    jobs = few / one.world.job_minutes[0, 6]
    assert abs(many - 2 * few) <= 4 * (6 * jobs) ** 0.5 * one.world.job_minutes[0, 6]


def test_scaled_hours_of_help_are_the_hours_that_are_given(lane):
    one = lane(plugins=[("push", Push(target="wmo.hours", scale=0.5, week=2))], enterprise=False, weeks=8)
    assert [int(steps(one, 1).world.numbers.wmo_minutes[0]) for _ in range(4)] == [168, 168, 84, 84]
    helped = one.world.habit[:, :, 0] == 5
    assert (one.world.bought[:, :, 0][helped] <= 84).all()


def test_a_term_that_is_not_there_names_the_plugin_the_week_and_the_nearest(lane):
    one = lane(plugins=[("push", Push(target="price.vp-cleening", week=1))], weeks=4)
    one.step()
    with pytest.raises(PluginError, match="push.plan in week 1: .*no term 'price.vp-cleening'.*price.vp-cleaning"):
        one.step()


def test_a_week_has_the_date_it_begins_on(lane):
    seen = []

    @plugin
    class Watch:
        """Looks."""

        @hookimpl
        def plan(self, week):
            seen.append((week.number, week.date))

    steps(lane(plugins=[("watch", Watch())], enterprise=False, weeks=4), 3)
    assert seen == [(0, date(2013, 1, 7)), (1, date(2013, 1, 14)), (2, date(2013, 1, 21))]


@pytest.mark.parametrize("term", ["share.kp-welfare", "cost.cost-rooms", "price.vp-windows", "need.windows"])
def test_a_term_that_is_moved_changes_the_books_or_the_hours(lane, term):
    """A term that plugins may move but that nothing reads would be a promise not kept."""
    def outcome(scale):
        one = steps(lane("channels.ch-street.outside=6", plugins=[("push", Push(target=term, scale=scale, week=0))],
                         weeks=26), 26)
        return np.hstack((one.ledger.flows.reshape(26, -1), one.series.minutes.reshape(26, -1)))

    assert not np.array_equal(outcome(1.0), outcome(0.0))
