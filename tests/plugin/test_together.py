"""Plugins side by side: who only looks on changes nothing, and the order of the real ones never matters."""

import random
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simcore.canvas import bundled, load
from simcore.commands.objects import play_objects
from simcore.errors import SimwijkError
from simcore.plugin import Column, Section, Update, hookimpl, plugin
from simcore.plugin.activating import activate, checked, tried
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.run import ENTERPRISE, NOTHING, play

TWENTY = 20


@plugin
class Onlooker:
    """Looks at everything, counts, and changes nothing."""

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="seen")

    @hookimpl
    def plan(self, week):
        assert week.alive.size and np.isfinite(week.luck(0)).all()

    @hookimpl
    def settle(self, week):
        yield Update(column="seen",
                     values=week.columns["seen"] + sum(np.asarray(week.tally[name]).sum() for name in week.tally))

    @hookimpl
    def report(self, results):
        yield Section(dutch="Gezien", english="Seen")


def played(plugins, model="haarlems_gemak"):
    return play(load(model), plugins=plugins, weeks=15, replications=3, residents=200)


@pytest.fixture(scope="module")
def plain():
    return played([])


@pytest.mark.parametrize("how", ["twenty", "nineteen", "another order"])
def test_twenty_plugins_that_only_look_on_change_no_digest(plain, how):
    some = [(f"looker_{n:02d}", Onlooker()) for n in range(TWENTY)]
    if how == "nineteen":
        del some[7]
    if how == "another order":
        random.Random(3).shuffle(some)
    outcome = played(some)
    assert outcome.digest == plain.digest
    assert [lane.digests for lane in outcome.lanes.values()] == [lane.digests for lane in plain.lanes.values()]
    assert outcome.lanes[ENTERPRISE].columns["looker_03"]["seen"].any()


# --- the real ones ------------------------------------------------------------------------------------------------


@cache
def fitting(model: str) -> tuple[tuple[str, object], ...]:
    """Every bundled plugin that a model takes, with the parameters of its example."""
    spec, out = load(model), []
    for name, same in find().items():
        try:
            made = read_fragment(same[0].kind, name)
            if not checked(name, made, spec):
                tried(spec, [(name, made)])
                out.append((name, made))
        except SimwijkError:
            continue
    return tuple(out)


@cache
def in_this_order(model: str, names: tuple[str, ...], weeks: int = 110) -> str:
    """The digest of a small run with all of them, asked in this order, whatever their names."""
    def shuffled(_, lane):
        for asked in lane.active._who.values():
            asked.sort(key=names.index)
        lane.active.plugins.sort(key=lambda pair: names.index(pair[0]))

    outcome = play(load(model), plugins=[pair for name in names for pair in fitting(model) if pair[0] == name],
                   lanes=(ENTERPRISE,), weeks=weeks, replications=2, residents=150, luck_only=True, threads=1,
                   watch=shuffled)
    assert not outcome.failed
    return outcome.digest


def test_every_bundled_plugin_fits_some_model():
    assert {name for model in bundled() for name, _ in fitting(model)} == set(find())


@pytest.mark.parametrize("model", bundled())
def test_the_order_of_bundled_plugins_never_matters(model):
    """From the last to the first each pair of them is asked the other way round; mixed, when there is time."""
    names = tuple(name for name, _ in fitting(model))
    assert in_this_order(model, names) == in_this_order(model, names[::-1])


@pytest.mark.long
@pytest.mark.parametrize("model", bundled())
def test_no_order_at_all_of_bundled_plugins_matters(model):
    names = tuple(name for name, _ in fitting(model))

    @settings(max_examples=12)
    @given(st.permutations(names))
    def every_order(order):
        assert in_this_order(model, tuple(order)) == in_this_order(model, names)

    every_order()


def test_the_order_of_options_never_matters():
    spec = load("haarlems_gemak")
    wanted = ["wmo_cut:start=2013-02-04", "pgb:rate=15"]
    digests = {play(spec, plugins=activate(spec, some), weeks=12, replications=2, residents=200).digest
               for some in (wanted, wanted[::-1])}
    assert len(digests) == 1


def test_a_broken_order_would_be_seen():
    """The digest does hang on which plugins take part."""
    names = tuple(name for name, _ in fitting("haarlems_gemak"))
    assert "wmo_cut" in names
    assert (in_this_order("haarlems_gemak", names)
            != in_this_order("haarlems_gemak", tuple(n for n in names if n != "wmo_cut")))


@pytest.mark.parametrize("model", bundled())
def test_both_engines_agree_with_every_bundled_plugin_on(model):
    """In a tiny district, with whatever has a start beginning at once."""
    from dataclasses import replace

    spec = load(model)
    some = [(name, replace(one, start=spec.canvas.simwijk.start) if hasattr(one, "start") else one)
            for name, one in fitting(model)]
    asked = {"seed": 1, "replications": 1, "weeks": 8, "plugins": some, "luck_only": False,
             "lanes": (NOTHING, ENTERPRISE), "residents": 100}
    slow = play_objects(spec, **asked, tell=lambda part: None, over=lambda outcome: None)
    assert slow.digest == play(spec, **asked).digest
