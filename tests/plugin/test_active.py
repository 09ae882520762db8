"""Plugins at work: asked by name, kept apart, and a fault is told with plugin, hook, week and line."""

from datetime import date

import numpy as np
import pytest

from simcore.plugin import Column, Effect, Hooks, Note, Number, Payment, Stream, Update, hookimpl, plugin
from simcore.plugin.active import Active, week_seen
from simcore.plugin.terms import PluginError


@plugin
class Counter:
    """Counts weeks in a column of its own, and pays a cent in each."""
    payer: str = "residents"

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks", start=1.0)
        yield Stream(name=f"fee of {self.payer}", payer=self.payer, payee="club", item="kp-club")

    @hookimpl
    def settle(self, week):
        yield Update(column="weeks", values=week.columns["weeks"] + 1)
        yield Payment(stream=f"fee of {self.payer}", cents=np.ones(week.alive.size, np.int64))
        if week.number == 2:
            yield Note(where=np.array([True, False, False]), dutch="twee", english="two", item="kp-club")


def test_a_plugin_keeps_its_own_state_pays_over_its_own_stream_and_tells_the_diary(lane):
    one = lane([("counter", Counter()), ("again", Counter(payer="companies"))])
    for _ in range(4):
        one.step()
    assert one.active.columns["counter"]["weeks"].tolist() == [5.0] * 3
    assert one.active.columns["again"]["weeks"] is not one.active.columns["counter"]["weeks"]
    assert one.ledger.balance("club").tolist() == [8] * 3
    assert [(week, kind, where.tolist()) for week, kind, _, where in one.events if kind == "note"] == \
        [(2, "note", [True, False, False])] * 2


def answers(active, hook, *args, **said):
    """What every plugin answers, in the order of names."""
    return [pair for name, _ in active.plugins for pair in active.ask_one(name, hook, *args, **said)]


def test_plugins_are_asked_in_the_order_of_their_names():
    @plugin
    class One:
        """Pushes."""
        amount: Number = 1

        @hookimpl
        def plan(self, week):
            yield Effect(target="x", add=self.amount, because="order")

    active = Active([("b", One(amount=2)), ("c", One(amount=3)), ("a", One(amount=1))])
    seen = week_seen(0, date(2013, 1, 7), np.ones(1, bool), {}, {}, None)
    assert [(name, noun.add) for name, noun in answers(active, "plan", 0, week=seen)] == [("a", 1), ("b", 2), ("c", 3)]
    assert [(name, noun.add) for name, noun in active.ask_one("b", "plan", 0, week=seen)] == [("b", 2)]


def broken(hook, does):
    """A plugin whose hook does something wrong."""
    space = {}
    exec(f"def {hook}(self, {'spec, numbers' if hook == 'brings' else 'week'}):\n    return does()", {"does": does}, space)
    return plugin(type("Broken", (), {"__doc__": "Broken.", "__module__": __name__, "__annotations__": {},
                                      hook: hookimpl(space[hook])}))()


@pytest.mark.parametrize(("hook", "does", "words"), [
    ("plan", lambda: 1 / 0, r"sour.plan failed in week 0 \(test_active.py:\d+\): ZeroDivisionError"),
    ("settle", lambda: [Effect(target="x", because="late")], "sour.settle answered with Effect; it may answer with Payment, Update, Note"),
    ("plan", lambda: [Column(name="x")], "sour.plan answered with Column; it may answer with Effect"),
    ("settle", lambda: [Update(column="weeks", values=np.ones(3))], "sour.settle in week 0: it owns no column 'weeks'"),
    ("settle", lambda: [Payment(stream="nobody's", cents=np.ones(3, np.int64))], "it brought no stream 'nobody's'")])
def test_a_plugin_that_does_something_wrong_is_named_with_hook_and_week(lane, hook, does, words):
    one = lane([("sour", broken(hook, does)), ("counter", Counter())])
    with pytest.raises(Exception, match=words):
        one.step()


def test_a_plugin_that_fails_while_it_brings_is_named(lane):
    with pytest.raises(PluginError, match=r"sour.brings failed \(test_active.py:\d+\): KeyError"):
        lane([("sour", broken("brings", lambda: {}["no"]))])


@pytest.mark.parametrize("values", [np.ones(2), np.array([1, np.nan, 1]), 1.0])
def test_a_column_takes_one_finite_number_per_replication(values):
    active = Active([("mine", Counter())])
    active.bring(None, {}, 3)
    with pytest.raises(PluginError, match="mine.settle in week 4: column 'weeks' must be one finite number"):
        active.update("mine", Update(column="weeks", values=values), 4)


def test_what_a_plugin_sees_of_a_week_cannot_be_written():
    seen = week_seen(0, date(2013, 1, 7), np.ones(1, bool), {"x": 1}, {"y": 2}, None)
    for view in (seen.tally, seen.columns):
        with pytest.raises(TypeError):
            view["x"] = 3


def test_the_hooks_are_few_and_each_says_when_it_is_asked():
    hooks = [name for name in vars(Hooks) if not name.startswith("_")]
    assert hooks == ["check", "brings", "plan", "settle"]
    assert all(getattr(Hooks, name).__doc__ for name in hooks)


def test_an_idle_plugin_changes_no_result(lane):
    @plugin
    class Idle:
        """Does nothing."""

    one, other = lane([]), lane([("idle", Idle())])
    for _ in range(20):
        one.step()
        other.step()
    assert [one.series.digest(r) for r in range(3)] == [other.series.digest(r) for r in range(3)]
