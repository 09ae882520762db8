"""The kit for who writes a plugin: a small model, some weeks of it, and a check of every promise.

    from simcore.testing import check_plugin, run

    def test_every_promise_is_kept():
        check_plugin(ColdSpell())

    def test_in_winter_fewer_windows_are_washed():
        assert run(ColdSpell(), weeks=10).term("need.windows")[0] < 1

The small model is the canvas that ``simwijk new canvas`` writes, with a few hundred residents; another is named by
``model``. In it every number has its middle value, and only luck differs between courses.
"""

from simcore.testing.comparing import differs, differs_before
from simcore.testing.playing import (REPLICATIONS, RESIDENTS, WEEKS, Example, Trial, example, name_of, people, problems,
                                     run, sure, tiny_model)
from simcore.testing.promises import PROMISES, Broken, Case, check_plugin

__all__ = ["Broken", "Case", "Example", "PROMISES", "REPLICATIONS", "RESIDENTS", "Trial", "WEEKS", "check_plugin",
           "differs", "differs_before", "example", "name_of", "people", "problems", "run", "sure", "tiny_model"]
