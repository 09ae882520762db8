"""What a plugin sees of a week, of its numbers and of the model is to read only."""

from datetime import date

import numpy as np
import pytest

from simcore.plugin import Column, Flag, Number, hookimpl, plugin
from simcore.plugin.answers import PluginError
from simcore.plugin.week import week_seen


@pytest.mark.parametrize("view", ["week.alive", "week.tally['wmo.short']", "week.columns['weeks']",
                                  "week.numbers('neighbourhood.wmo.hours')"])
def test_arrays_a_plugin_sees_cannot_be_written_and_an_attempt_is_told(lane, view):
    def spoil(week):
        eval(view, {"week": week})[0] = 99

    @plugin
    class Sour:
        """Writes."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Column(name="weeks")

        @hookimpl
        def settle(self, week):
            spoil(week)

    one = lane([("sour", Sour())])
    with pytest.raises(PluginError, match="sour.settle in week 0: failed .*ValueError: .*read-only"):
        one.step()


def test_the_numbers_at_the_build_cannot_be_written_either(lane):
    @plugin
    class Sour:
        """Writes early."""
        rate: Number = 1.0

        @hookimpl
        def brings(self, spec, numbers):
            numbers("rate")[0] = 99

    with pytest.raises(PluginError, match="sour.brings: failed .*: KeyError: .*no number 'rate'"):
        lane([("sour", Sour())])


def test_what_a_plugin_sees_of_a_week_cannot_be_written():
    seen = week_seen(0, date(2013, 1, 7), np.ones(1, bool), {"x": 1}, {"y": 2}, None)
    for view in (seen.tally, seen.columns):
        with pytest.raises(TypeError):
            view["x"] = 3
    with pytest.raises(AttributeError):
        seen.number = 3


@plugin
class Reader:
    """Looks at the model each week, and spoils it if so told."""
    spoils: Flag = False

    @hookimpl
    def settle(self, week):
        assert week.spec.name == "haarlems_gemak" and week.spec.quantities()
        with pytest.raises(AttributeError, match="cannot set 'canvas' of the model"):
            week.spec.canvas = None
        if self.spoils:
            week.spec.canvas.costs.clear()


def test_a_week_shows_the_model_which_cannot_be_changed(lane):
    one = lane([("reads", Reader())], weeks=3, residents=60)
    for _ in range(3):
        one.step()
    assert one.by_canvas == {("reads", "week.spec")}
    spoilt = lane([("reads", Reader(spoils=True)), ("also", Reader())], weeks=3, residents=60)
    with pytest.raises(PluginError, match="reads.settle: changes the model it was given; leave week.spec as it is"):
        for _ in range(3):
            spoilt.step()
    assert spoilt.spec.canvas.costs and spoilt.models["also"].canvas.costs                # each has a copy of its own
