import json
import shutil
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.neighbourhood.rows import NEVER
from simcore.results.arrays import read, save
from simcore.results.diary import Fact
from simcore.results.indicators import measure
from simcore.results.opened import opened
from simcore.results.payments import typical
from simcore.results.recorder import HELPED, Recorder, Unplayable, plugins_of, recorded, seen
from simcore.results.write import keep, parameters, seal
from simcore.run import ENTERPRISE

from .courses import COURSES, SHUT, course


@pytest.fixture(scope="module")
def poor(tmp_path_factory):
    """A course with a plugin that an option asked for, with other parameters than it comes with."""
    return course("poor", under(tmp_path_factory))


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A course with a plugin of the user."""
    return course("good", under(tmp_path_factory))


def under(factory):
    folder = factory.getbasetemp() / "recorder"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def copy(poor, tmp_path):
    return shutil.copytree(poor.folder, tmp_path / "copy")


def manifest_of(folder, **changes) -> None:
    file = folder / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def why(folder, **more) -> str:
    with pytest.raises(Unplayable) as caught:
        recorded(*opened(folder), 0, **more)
    return caught.value.key


def test_the_typical_course_of_several_is_played_again_from_its_folder_alone(played, tmp_path):
    folder = tmp_path / "run"
    seal(folder, played, keep(folder, played, measure(played)), [])
    outcome, manifest = opened(folder)
    place, heard = typical(played), []
    recording = recorded(outcome, manifest, place, tell=heard.append)
    assert outcome.replications[place] == manifest["typical"] and heard[-1] <= 1
    assert len({one.number for one in recording.people}) == played.people.residents
    assert any(fact.kind == "joins" for fact in recording.facts)


def test_a_course_that_comes_out_otherwise_is_not_told(copy):
    counts = read(copy / f"series-{ENTERPRISE}.npz")
    counts["cash"][7, 0] += 1
    save(copy / f"series-{ENTERPRISE}.npz", counts)
    assert opened(copy)                                        # the folder opens; its digest is that of another course
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest_of(copy, digests=manifest["digests"] | {ENTERPRISE: ["00" * 16]})
    assert why(copy) == "diary.unplayable.digest"


def test_a_district_of_another_size_is_not_told(copy):
    manifest_of(copy, households=None)
    assert why(copy) == "diary.unplayable.people"


def test_a_plugin_of_the_user_has_to_be_named_again(good):
    assert why(good.folder) == "diary.unplayable.plugin"
    assert recorded(*opened(good.folder), 0, [SHUT]).facts


def test_plugins_get_the_parameters_that_the_manifest_says_they_had(poor):
    outcome, manifest = opened(poor.folder)
    active = dict(plugins_of(outcome, manifest, []))
    assert {name: parameters(one) for name, one in active.items()} == manifest["plugins"]
    assert str(active["wmo_cut"].start) == "2013-06-01" and active["wmo_cut"].cut.value == 0.35
    assert active["wmo_cut"].patience.value == 91


def test_a_plugin_that_can_no_longer_be_made_as_it_was_is_named(copy):
    plugins = json.loads((copy / "manifest.json").read_text())["plugins"]
    plugins["wmo_cut"]["patience"]["low"] = 1                  # no option can do that
    manifest_of(copy, plugins=plugins)
    assert why(copy) == "diary.unplayable.plugin"
    manifest_of(copy, plugins=plugins | {"gone": {}})
    assert why(copy) == "diary.unplayable.plugin"


def test_two_people_who_come_to_know_each_other_without_a_visit_just_do_so(lane):
    """No model of today has it: a tie is written by hand."""
    recorder = Recorder(lane(replications=1, weeks=4))
    world, now = recorder.lane.world, recorder.before
    recorder.visited = set()
    after = SimpleNamespace(**vars(now) | {"bond_other": now.bond_other.copy(), "bond_until": now.bond_until.copy()})
    for one, other in ((3, 9), (9, 3)):
        after.bond_other[one, 0], after.bond_until[one, 0] = other, 12
    told = len(recorder.facts)
    recorder.ties(now, after)
    one, two = recorder.person(3, now), recorder.person(9, now)
    assert recorder.facts[told:] == [Fact(0, "tie", "neighbourhood.ties", one, other=two)]
    recorder.ties(after, after)                                # a tie that was there is no news
    renewed = SimpleNamespace(**vars(after) | {"bond_until": np.where(after.bond_until > NEVER, 30, NEVER)})
    recorder.ties(after, renewed)
    assert len(recorder.facts) == told + 1
    assert world.bond_until.max() == NEVER


def test_the_biggest_customer_is_who_paid_most_not_who_was_visited_most(lane):
    recorder = Recorder(lane(replications=1, weeks=4))
    recorder.served = {(0, 0): [9, 100, 3, "vp-a"], (1, 0): [2, 300, 2, "vp-b"], (2, 0): [1, 200, 1, "vp-a"]}
    fact, = recorder.biggest()
    assert fact == Fact(2, "biggest", "vp-b", recorder.head(1, recorder.before), 300, "total", {"n": 2})


def test_households_helped_are_told_at_round_numbers(good):
    told = [fact.values["n"] for fact in good.facts if fact.kind == "helped"]
    assert told == [n for n in HELPED if n <= told[-1]] and told[:4] == [1, 10, 25, 50]


def test_watching_changes_nothing_in_the_course(lane):
    watched, alone = lane(replications=1, weeks=10), lane(replications=1, weeks=10)
    recorder = Recorder(watched)
    for _ in range(10):
        watched.step()
        recorder.look()
        alone.step()
    assert watched.series.digest(0) == alone.series.digest(0)


def test_what_was_seen_does_not_move_with_the_world(lane):
    one = lane(replications=1, weeks=4)
    before = seen(one.world)
    one.world.columns.residents.placed[:] = 77
    assert (before.residents.placed == -1).all()
