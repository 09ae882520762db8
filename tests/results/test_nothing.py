import os
from dataclasses import replace

import numpy as np
import pytest

from simcore.canvas import load
from simcore.plugin.finding import activate
from simcore.results import nothing
from simcore.run import NOTHING

RUN = {"seed": 1, "replications": 2, "weeks": 20, "residents": 400, "luck_only": False}


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(nothing, "folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def names():
    """Gives the name of the lane of doing nothing of a changed model or run."""
    def name(changes=(), use=(), files=(), **run):
        spec = load("haarlems_gemak", list(dict(changes).items()))
        return nothing.name_of(spec, activate(spec, use, files), **{**RUN, **run})

    return name


def test_another_canvas_has_the_same_lane_of_doing_nothing(names):
    assert names({"revenue_streams.rs-cleaning.price": 25, "simwijk.law": "strict"}) == names()


@pytest.mark.parametrize("changes, run", [
    ({"neighbourhood.choice.price": 0.2}, {}), ({"simwijk.start": "2013-02-04"}, {}), ({}, {"seed": 2}), ({}, {"weeks": 21}),
    ({}, {"replications": 3}), ({}, {"residents": 401}), ({}, {"luck_only": True}), ({}, {"use": ["wmo_cut"]}),
    ({}, {"use": ["pgb:rate=17"]})])
def test_another_neighbourhood_luck_time_or_policy_has_another(names, changes, run):
    assert names(changes, **run) != names()


PLUGIN = """
    \"\"\"More windows where the canvas sells it.\"\"\"
    from simcore.plugin import Column, Effect, hookimpl, plugin

    @plugin
    class Windows:
        \"\"\"Looks at the canvas.\"\"\"

        @hookimpl
        def brings(self, spec, numbers):
            yield Column(name="price", start=spec.canvas.simwijk.insolvent_after.value)
"""


def test_a_plugin_that_looks_at_the_canvas_is_noticed_and_so_is_another_text_of_it(names, tmp_path):
    import textwrap

    file = tmp_path / "windows.py"
    file.write_text(textwrap.dedent(PLUGIN))
    asked = {"use": ["windows"], "files": [file]}
    first = names(**asked)
    assert names({"simwijk.insolvent_after": 5}, **asked) != first == names(**asked)
    file.write_text(textwrap.dedent(PLUGIN) + "# later")
    assert names(**asked) != first


def test_a_lane_comes_back_as_it_was(played):
    lane = replace(played.lanes[NOTHING], visits=None)
    nothing.keep("a", lane)
    again = nothing.kept("a")
    for part in ("streams", "layout", "digests", "replications", "events"):
        assert getattr(again, part) == getattr(lane, part), part
    for mine, theirs in ((again.series, lane.series), (again.quarter, lane.quarter), ({"": again.flows}, {"": lane.flows})):
        assert list(mine) == list(theirs)
        assert all(np.array_equal(mine[key], theirs[key]) and mine[key].dtype == theirs[key].dtype for key in mine)


def test_a_lane_in_which_a_count_was_touched_is_not_trusted(played):
    lane = played.lanes[NOTHING]
    benefit = lane.series["benefit"].copy()
    benefit[3, 0] += 1
    nothing.keep("a", replace(lane, series={**lane.series, "benefit": benefit}))
    assert nothing.kept("a") is None and nothing.kept("b") is None and nothing.kept(None) is None


def test_the_six_lanes_used_last_are_kept(played, folder):
    for n in range(8):
        nothing.keep(str(n), played.lanes[NOTHING])
        os.utime(folder / f"{n}.npz", (n, n))
        if n == 5:
            nothing.kept("0")
    assert sorted(file.stem for file in folder.iterdir()) == ["0", "3", "4", "5", "6", "7"]
