import ast
import os
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from simcore import run as playing
from simcore.canvas import load
from simcore.plugin import Column, Effect, Measure, Order, Quantity, Update, hookimpl, plugin
from simcore.plugin.activating import activate
from simcore.plugin.finding import bundled
from simcore.plugin.origin import OURS
from simcore.results import lanes
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.week.layout import Layout

RUN = {"seed": 1, "replications": 2, "weeks": 20, "residents": 400, "luck_only": False}
BOTH = pytest.mark.parametrize("lane", [NOTHING, ENTERPRISE])


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(lanes, "folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def names():
    """Gives the name of a lane of a changed model or run."""
    def name(lane, changes=(), use=(), files=(), **run):
        spec = load("haarlems_gemak", list(dict(changes).items()))
        return lanes.name_of(lane, spec, activate(spec, use, files), **{**RUN, **run})

    return name


CANVAS = [{"revenue_streams.rs-cleaning.price": 25}, {"simwijk.law": "strict"},
          {"key_resources.kr-home-team.team.places": 9}]


@pytest.mark.parametrize("changes", CANVAS)
def test_another_canvas_has_another_lane_but_the_same_of_doing_nothing(names, changes):
    assert names(ENTERPRISE, changes) != names(ENTERPRISE)
    assert names(NOTHING, changes) == names(NOTHING)


@BOTH
@pytest.mark.parametrize("changes, run", [
    ({"neighbourhood.choice.price": 0.2}, {}), ({"simwijk.start": "2013-02-04"}, {}), ({}, {"seed": 2}),
    ({}, {"weeks": 21}),
    ({}, {"replications": 3}), ({}, {"residents": 401}), ({}, {"luck_only": True}), ({}, {"use": ["wmo_cut"]}),
    ({}, {"use": ["pgb:rate=17"]})])
def test_another_neighbourhood_luck_time_or_policy_has_another(names, lane, changes, run):
    assert names(lane, changes, **run) != names(lane)


def test_each_lane_of_a_run_has_a_name_of_its_own(names):
    assert len({names(lane) for lane in (NOTHING, ENTERPRISE, "strict", "lenient")}) == 4


@BOTH
@pytest.mark.parametrize("what, value", [("our_source", lambda: "edited"), ("numba.__version__", "0.1"),
                                         ("np.__version__", "0.1"), ("platform.python_version", lambda: "3.99.0")])
def test_other_source_or_versions_have_another(names, lane, monkeypatch, what, value):
    before = names(lane)
    monkeypatch.setattr(f"simcore.results.lanes.{what}", value)
    assert names(lane) != before


def test_every_file_of_ours_counts_but_those_that_only_tell(monkeypatch, tmp_path):
    package = tmp_path / "simcore"
    for name in ("canvas/blocks.py", "week/desk.py", "results/lanes.py", "show/charts.py"):
        (package / name).parent.mkdir(parents=True)
        (package / name).write_text("a = 1\n")
    monkeypatch.setattr(lanes, "__file__", str(package / "results" / "lanes.py"))
    read = lanes.our_source.__wrapped__
    found = [read()]
    for name in ("canvas/blocks.py", "week/desk.py"):
        (package / name).write_text("a = 2\n")
        found.append(read())
    assert len(set(found)) == 3 and read() == found[-1]
    (package / "show/charts.py").write_text("a = 2\n")
    assert read() == found[-1]


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
    file = tmp_path / "windows.py"
    file.write_text(textwrap.dedent(PLUGIN))
    asked = {"use": ["windows"], "files": [file]}
    first = names(NOTHING, **asked)
    assert names(NOTHING, {"simwijk.insolvent_after": 5}, **asked) != first == names(NOTHING, **asked)
    file.write_text(textwrap.dedent(PLUGIN) + "# later")
    assert names(NOTHING, **asked) != first


@BOTH
def test_another_text_of_what_a_plugin_has_loaded_from_beside_it_has_another(names, lane, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "helper_of_windows", raising=False)
    helper, file = tmp_path / "helper_of_windows.py", tmp_path / "windows.py"
    helper.write_text("START = 1\n")
    file.write_text("import helper_of_windows\n" + textwrap.dedent(PLUGIN))
    first = names(lane, use=["windows"], files=[file])
    helper.write_text("START = 2\n")
    assert names(lane, use=["windows"], files=[file]) != first


@BOTH
def test_which_other_plugins_of_ours_are_loaded_is_no_matter(names, lane, monkeypatch):
    """It differs between processes, which find each other's lanes all the same."""
    spec = load("haarlems_gemak")
    active = activate(spec, ["wmo_cut"])
    others = {one.kind.__module__ for one in bundled()} - {type(one).__module__ for _, one in active}
    before = lanes.name_of(lane, spec, active, **RUN)
    for name in others:
        monkeypatch.delitem(sys.modules, name)
    assert lanes.name_of(lane, spec, active, **RUN) == before is not None


def test_none_of_our_plugins_leans_on_what_lies_beside_it():
    for one in bundled():
        for line in ast.walk(ast.parse(Path(sys.modules[one.kind.__module__].__file__).read_text())):
            found = [line.module or ""] if isinstance(line, ast.ImportFrom) else [
                name.name for name in line.names] if isinstance(line, ast.Import) else []
            assert all(name.partition(".")[0] not in ("plugins", OURS) for name in found), one.name
            assert not getattr(line, "level", 0), one.name


@BOTH
@pytest.mark.parametrize("figures", ["factor.csv", "data/factor.csv"])
def test_other_figures_beside_a_plugin_in_a_file_have_another(names, lane, tmp_path, figures):
    file, data = tmp_path / "windows.py", tmp_path / figures
    data.parent.mkdir(exist_ok=True)
    file.write_text(textwrap.dedent(PLUGIN))
    found = []
    for text in ("1", "2", "1"):
        data.write_text(text)
        found.append(names(lane, use=["windows"], files=[file]))
    assert found[0] == found[2] != found[1] and found[0] is not None


@BOTH
def test_a_result_beside_a_plugin_is_no_part_of_it_and_among_very_much_a_lane_has_no_name(
        names, lane, tmp_path, monkeypatch):
    file = tmp_path / "windows.py"
    file.write_text(textwrap.dedent(PLUGIN))
    before = names(lane, use=["windows"], files=[file])
    (tmp_path / "result").mkdir()
    (tmp_path / "result" / "manifest.json").write_text("{}")
    assert names(lane, use=["windows"], files=[file]) == before is not None
    monkeypatch.setattr(lanes, "MOST_BESIDE", 100)
    assert names(lane, use=["windows"], files=[file]) is None


@BOTH
def test_a_lane_with_a_plugin_whose_text_is_not_there_has_no_name(names, lane, tmp_path):
    spec = load("haarlems_gemak")
    made = type("Made", (), {"__module__": "nowhere"})()
    assert lanes.name_of(lane, spec, [("made", made)], **RUN) is None


@pytest.mark.parametrize("name", [NOTHING, ENTERPRISE])
def test_a_lane_comes_back_as_it_was(played, name):
    lane = played.lanes[name]
    lanes.keep("a", lane)
    again = lanes.kept("a", None if name == NOTHING else played.spec)
    for part in ("streams", "layout", "digests", "replications", "visits"):
        assert getattr(again, part) == getattr(lane, part), part
    assert [(*event[:2], lanes.said_of(event[2]), event[3]) for event in again.events] == \
        [(*event[:2], lanes.said_of(event[2]), event[3]) for event in lane.events]
    assert np.array_equal(again.gap, lane.gap) and (again.layout == Layout()) == (name == NOTHING)
    for mine, theirs in ((again.series, lane.series), (again.quarter, lane.quarter),
                         ({"": again.flows}, {"": lane.flows})):
        assert list(mine) == list(theirs)
        assert all(np.array_equal(mine[key], theirs[key]) and mine[key].dtype == theirs[key].dtype for key in mine)


def test_so_do_the_notes_of_plugins_and_the_visits_of_a_single_course(tmp_path):
    file = tmp_path / "notes.py"
    file.write_text(textwrap.dedent("""
        \"\"\"A note a week.\"\"\"
        from simcore.plugin import Note, hookimpl, plugin

        @plugin
        class Notes:
            \"\"\"Writes.\"\"\"

            @hookimpl
            def settle(self, week):
                if week.number < 2:
                    yield Note(where=week.alive, item="kp-municipality", dutch="week", english="a week")
        """))
    spec = load("haarlems_gemak")
    lane = play(spec, replications=1, weeks=40, residents=800, plugins=activate(spec, (), [file])).lanes[ENTERPRISE]
    lanes.keep("a", lane)
    again = lanes.kept("a", spec)
    assert [(*event[:2], event[2].english, event[3]) for event in again.events if event[1] == "note"] == [
        (0, "note", "a week", 0), (1, "note", "a week", 0)]
    assert len(lane.visits.rows) and (again.visits.rows == lane.visits.rows).all()
    assert again.visits.covers == lane.visits.covers


def test_what_plugins_bring_to_a_lane_comes_back_too():
    @plugin
    class Brings:
        """An order of work that no household asks for, state and a measure of it."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Column(name="weeks", start=3.0)
            yield Measure(name="weeks", dutch="weken", english="weeks", unit="weeks", column="weeks")
            yield Order(name="work", payer="municipality:wmo", service="vp-windows", times=1, minutes=30, price=20.0,
                        item="plugins.brings")

        @hookimpl
        def settle(self, week):
            yield Update(column="weeks", values=week.columns["weeks"] + week.luck(0))

    spec = load("haarlems_gemak", ["channels.ch-street.outside=4", "neighbourhood.people.benefit_share=0.2"])
    lanes_of = play(spec, **RUN | {"weeks": 30}, plugins=[("brings", Brings())]).lanes
    for name, lane in lanes_of.items():
        lanes.keep(name, lane)
        again = lanes.kept(name, None if name == NOTHING else spec)
        assert again.layout.services == lane.layout.services and again.layout.teams == lane.layout.teams
        assert np.array_equal(again.columns["brings"]["weeks"], lane.columns["brings"]["weeks"]) and \
            (lane.columns["brings"]["weeks"] > 10).all()
        assert np.array_equal(again.series["measure.brings.weeks"], lane.series["measure.brings.weeks"])
        assert [stream.name for stream in again.streams] == [stream.name for stream in lane.streams]
    assert lanes_of[ENTERPRISE].stream("brings.work").any()


@pytest.mark.parametrize("path, there", [("neighbourhood.wmo.hours", True), ("fewer", True),
                                         ("revenue_streams.rs-cleaning.price", False)])
def test_no_lane_of_doing_nothing_is_kept_in_which_a_plugin_goes_by_a_number_of_the_canvas(folder, path, there):
    """Its name says nothing of the canvas; with another price it would be another lane."""
    @plugin
    class Goes:
        """Moves help by a number."""
        fewer: Quantity = Quantity(value=0.5, low=0.4, high=0.6, unit="share", evidence="assumption", source="a test")

        @hookimpl
        def plan(self, week):
            yield Effect(target="wmo.hours", scale=week.numbers(path) / (1 + week.numbers(path)), because="a test")

    found = play(load("haarlems_gemak"), **RUN, plugins=[("goes", Goes())], threads=1).lanes
    for name, lane in found.items():
        lanes.keep(name, lane)
    assert (folder / f"{ENTERPRISE}.npz").exists() and (folder / f"{NOTHING}.npz").exists() == there


@BOTH
def test_a_lane_in_which_a_count_was_touched_is_not_trusted(played, lane):
    spec, lane = None if lane == NOTHING else played.spec, played.lanes[lane]
    benefit = lane.series["benefit"].copy()
    benefit[3, 0] += 1
    lanes.keep("a", replace(lane, fingerprints=lane.digests, series={**lane.series, "benefit": benefit}))
    assert lanes.kept("a", spec) is None and lanes.kept("b", spec) is None and lanes.kept(None) is None


def test_as_many_lanes_are_kept_as_there_is_room_for_those_used_last(played, folder, monkeypatch):
    lanes.keep("0", played.lanes[NOTHING])
    monkeypatch.setattr(lanes, "ROOM", 6.5 * (folder / "0.npz").stat().st_size)
    for n in range(8):
        lanes.keep(str(n), played.lanes[NOTHING])
        os.utime(folder / f"{n}.npz", (n, n))
        if n == 5:
            lanes.kept("0")
    assert sorted(file.stem for file in folder.iterdir()) == ["0", "3", "4", "5", "6", "7"]


def test_no_lane_is_kept_of_which_a_plugin_has_lost_courses(played, folder, monkeypatch, capsys):
    from simcore.commands.run import play_beside

    lost = replace(played, failed={2: ValueError("a test")})
    monkeypatch.setattr(playing, "play", lambda *a, **k: lost)
    play_beside(played.spec, False, None, plugins=[], lanes=(NOTHING, ENTERPRISE), **RUN)
    assert list(folder.iterdir()) == []
