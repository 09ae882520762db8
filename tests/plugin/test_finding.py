import sys

import pytest

from simcore.errors import BadInput
from simcore.plugin import finding
from simcore.plugin.activating import activate
from simcore.plugin.finding import find

from .asking import HEAT, trouble


def test_the_plugins_that_come_along_are_found_by_the_name_of_their_module():
    assert {"pgb", "wmo_cut"} <= set(find())


def test_a_plugin_in_a_file_goes_by_the_name_of_the_file(heat):
    one = find([heat])["heat"][0]
    assert (one.kind.__name__, one.origin, one.about) == ("Heat", str(heat), "Hot weeks keep people indoors.")


@pytest.mark.parametrize("name, better", [
    ("hot days.py", "hot_days.py"), ("2fast.py", "plugin_2fast.py"), ("a.b.py", "a_b.py")])
def test_a_file_whose_name_is_none_for_a_plugin_is_refused_with_a_better_one(spec, tmp_path, name, better):
    (tmp_path / name).write_text(HEAT, encoding="utf-8")
    with pytest.raises(BadInput, match=f"call it .*{better}"):
        activate(spec, (), [tmp_path / name])


def test_looking_does_not_load(heat):
    find([heat])
    assert "simwijk_found.heat" not in sys.modules


def test_a_broken_plugin_is_harmless_until_it_is_used(spec, tmp_path, monkeypatch):
    (tmp_path / "old.py").write_text("import nothing_like_this\n", encoding="utf-8")
    monkeypatch.setattr(finding, "installed", lambda: [finding.in_file(tmp_path / "old.py")])
    assert [name for name, _ in activate(spec)] == ["pgb"]
    assert "'old'" in trouble(spec, "old")
    assert "(old.py:1): ModuleNotFoundError: No module named 'nothing_like_this'" in trouble(spec, "old")


def test_a_module_with_two_plugins_is_refused(spec, tmp_path):
    (tmp_path / "two.py").write_text(HEAT + HEAT.replace("class Heat", "class Cold"), encoding="utf-8")
    assert "exactly one class" in trouble(spec, "two", files=[tmp_path / "two.py"])


def test_one_name_found_twice_is_refused_naming_both_places(spec, tmp_path):
    (tmp_path / "pgb.py").write_text(HEAT, encoding="utf-8")
    text = trouble(spec, files=[tmp_path / "pgb.py"])
    assert "found more than once" in text and "bundled" in text and str(tmp_path) in text


def test_a_file_that_is_not_there_is_refused(spec, tmp_path):
    with pytest.raises(BadInput, match="no Python file"):
        activate(spec, (), [tmp_path / "none.py"])


def test_a_plugin_of_another_distribution_is_found_by_its_entry_point(spec, monkeypatch, heat):
    from importlib.metadata import EntryPoint

    monkeypatch.syspath_prepend(heat.parent)
    monkeypatch.setattr(finding, "entry_points", lambda group: [EntryPoint("hot", "heat", group)])
    assert find()["hot"][0].kind.__name__ == "Heat"
    assert "hot" in dict(activate(spec, ["hot"]))
    sys.modules.pop("heat", None)
