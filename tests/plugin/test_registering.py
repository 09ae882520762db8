"""A hook that is none, or asks for what it is not given, is refused when a plugin is registered."""

import pytest

from simcore.plugin import hookimpl, plugin
from simcore.plugin.active import Active
from simcore.plugin.answers import PluginError

from .hostile import effect


def test_a_hook_without_its_mark_is_pointed_at():
    @plugin
    class Heat:
        """Forgets the mark."""

        def plan(self, week):
            yield effect()

    with pytest.raises(PluginError, match="heat.plan: is never asked; write @hookimpl above it"):
        Active([("heat", Heat())])


def test_a_misspelled_hook_gets_the_nearest():
    @plugin
    class Heat:
        """Misspells."""

        @hookimpl
        def setle(self, week):
            yield effect()

    with pytest.raises(PluginError, match="heat.setle: there is no such hook; did you mean 'settle'"):
        Active([("heat", Heat())])


def test_a_hook_that_asks_for_what_it_is_not_given_is_refused():
    with pytest.raises(PluginError,
                       match=r"heat.plan: asks for 'year'; write def plan\(self, week\) \(test_registering"):
        @plugin
        class Heat:
            """Asks for the year."""

            @hookimpl
            def plan(self, year):
                yield effect()

        Active([("heat", Heat())])
