import json
import shutil

import pytest

from simcore.results.indicators import measure
from simcore.results.opened import opened
from simcore.results.payments import typical
from simcore.results.replay import Unplayable, plugins_of, recorded
from simcore.results.write import keep, parameters, seal
from simcore.run import ENTERPRISE

from .courses import SHUT, course


@pytest.fixture(scope="module")
def poor(tmp_path_factory):
    """A course with a plugin that an option asked for, with other parameters than it comes with."""
    return course("poor", tmp_path_factory)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A course with a plugin of the user."""
    return course("good", tmp_path_factory)


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
