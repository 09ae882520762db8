"""Whatever a plugin raises is told with plugin, hook, week and line."""

import pytest

from simcore.plugin import hookimpl, plugin
from simcore.plugin.answers import PluginError

from .hostile import effect


def broken(hook, does):
    """A plugin whose hook does something wrong."""
    space = {}
    given = "spec, numbers" if hook == "brings" else "week"
    exec(f"def {hook}(self, {given}):\n    return does()", {"does": does}, space)
    return plugin(type("Broken", (), {"__doc__": "Broken.", "__module__": __name__, "__annotations__": {},
                                      hook: hookimpl(space[hook])}))()


@pytest.mark.parametrize(("does", "words"), [
    (lambda: 1 / 0, r"failed \(test_judging.py:\d+\): ZeroDivisionError: division by zero"),
    (lambda: {}["no"], "failed .*: KeyError: 'no'"), (lambda: exit(0), "failed .*: SystemExit"),
    (lambda: effect(), "answered with one Effect by itself; write yield, or return a list"),
    (lambda: 7, "answered with 7; write yield, or return a list"),
    (lambda: iter(lambda: effect(scale=1), None), "answers with more than 10000 nouns; does its loop end")])
def test_a_plugin_that_fails_is_named_with_hook_week_and_line(lane, does, words):
    with pytest.raises(PluginError, match=f"^sour.plan in week 0: {words}"):
        lane([("sour", broken("plan", does))]).step()


@pytest.mark.parametrize(("hook", "when"), [("brings", ""), ("plan", " in week 0"), ("settle", " in week 0")])
def test_every_hook_that_raises_is_named(lane, hook, when):
    with pytest.raises(PluginError, match=rf"^sour.{hook}{when}: failed \(test_judging.py:\d+\): ZeroDivisionError"):
        lane([("sour", broken(hook, lambda: 1 / 0))]).step()
