import pytest

from simcore.canvas import load
from simcore.errors import BadInput
from simcore.plugin.activating import activate
from simcore.plugin.finding import find

from .asking import HEAT, trouble, with_plugins


def test_found_is_not_active(spec):
    assert "wmo_cut" in find() and [name for name, _ in activate(spec)] == ["pgb"]


def test_an_option_activates_what_is_found(spec):
    assert [name for name, _ in activate(spec, ["wmo_cut"])] == ["pgb", "wmo_cut"]


def test_a_plugin_in_a_file_that_is_named_takes_part_and_another_option_gives_its_parameters(spec, heat):
    assert [name for name, _ in activate(spec, (), [heat])] == ["pgb", "heat"]
    (_, _), (name, one) = activate(spec, ["heat:fewer=0.4"], [heat])
    assert (name, one.fewer.value) == ("heat", 0.4)


def test_a_plugin_in_a_file_that_the_model_uses_under_another_name_takes_part_once(tmp_path, heat):
    spec = with_plugins(tmp_path, "    - {use: heat, as: hot, with: {}}\n")
    assert [name for name, _ in activate(spec, (), [heat])] == ["hot"]


def test_what_a_plugin_of_the_model_file_names_is_looked_up_and_pointed_at_there(tmp_path):
    text = trouble(with_plugins(tmp_path, "    - {use: pgb, with: {payer: moon}}\n"))
    assert "model.yaml:" in text and "no account 'moon'" in text


@pytest.mark.parametrize("body, words", [
    ("    def check(self, spec):\n        return 1 / 0", "heat.check: failed (heat.py:14): ZeroDivisionError"),
    ("    def check(self, spec):\n        return ['wrong']",
     "heat.check: answered with str; it may answer with Problem"),
    ("    def brings(self, spec, numbers):\n        return numbers('more')", "no number 'more'; known: fewer")])
def test_a_plugin_that_fails_before_the_run_is_told_before_the_run(spec, heat, body, words):
    heat.write_text(HEAT.replace("Quantity, plugin", "Quantity, hookimpl, plugin") + "\n    @hookimpl\n" + body + "\n")
    assert words in trouble(spec, files=[heat])


def test_a_plugin_that_reckons_with_arrays_is_given_arrays(spec, heat):
    heat.write_text(HEAT.replace("Quantity, plugin", "Column, Quantity, hookimpl, plugin") + """
    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="x", start=numbers("fewer").max())
""")
    assert [name for name, _ in activate(spec, (), [heat])] == ["pgb", "heat"]


def test_an_unknown_plugin_is_refused_with_the_nearest_name(spec):
    assert "did you mean 'wmo_cut'" in trouble(spec, "wmo_kut")


def test_several_mistakes_are_told_at_once(spec):
    text = trouble(spec, "wmo_kut", "pgb:rat=18")
    assert "wmo_kut" in text and "rat" in text


def test_a_plugin_in_the_model_file_is_pointed_at_where_it_stands(tmp_path):
    original = load("haarlems_gemak")
    text = open(original.model_file, encoding="utf-8").read()
    (tmp_path / "m.yaml").write_text(text.replace("- use: pgb", "- use: pgbb"), encoding="utf-8")
    spec = load(tmp_path / "m.yaml")
    line = text.splitlines().index("    - use: pgb") + 1
    assert f"m.yaml:{line}:12" in trouble(spec)
    assert "did you mean 'pgb'" in trouble(spec)


def test_parameters_in_the_model_file_are_read_and_their_mistakes_located(tmp_path):
    original = load("haarlems_gemak")
    text = open(original.model_file, encoding="utf-8").read()
    (tmp_path / "m.yaml").write_text(text.replace("- use: pgb", "- use: pgb\n      with: {payer: me, iitem: x}"),
                                     encoding="utf-8")
    assert "did you mean 'item'" in trouble(load(tmp_path / "m.yaml"))


def test_a_plugin_can_be_used_twice_under_two_names(tmp_path):
    spec = with_plugins(tmp_path, "    - use: wmo_cut\n"
                                  "    - {use: wmo_cut, as: second_cut, with: {start: 2016-01-01}}\n")
    active = dict(activate(spec, ["second_cut:cut=0.1"]))
    assert list(active) == ["wmo_cut", "second_cut"]
    assert (active["wmo_cut"].cut.value, active["second_cut"].cut.value) == (0.4, 0.1)
    assert (active["wmo_cut"].start.year, active["second_cut"].start.year) == (2015, 2016)


def test_what_a_plugin_has_against_a_model_is_pointed_at_where_the_model_asks_for_it(tmp_path):
    text = trouble(with_plugins(tmp_path, "    - use: wmo_cut\n    - use: fund\n      with: {lines: [cost-beer]}\n"))
    line = (tmp_path / "model.yaml").read_text(encoding="utf-8").splitlines().index("    - use: fund") + 1
    assert f"model.yaml:{line}:12: fund: " in text and "    - use: fund" in text and "cost-beer" in text


def test_a_parameter_that_is_wrong_is_said_to_be_one_of_that_plugin(tmp_path):
    text = trouble(with_plugins(tmp_path, "    - {use: fund, with: {linnes: [cost-materials]}}\n"))
    assert "plugins.fund misses the key 'lines'" in text and "unknown key 'linnes' in plugins.fund" in text


def test_who_names_a_plugin_that_is_not_there_is_told_how_one_of_their_own_is_found(spec, tmp_path):
    for text in (trouble(spec, "repair_jar"), trouble(with_plugins(tmp_path, "    - use: repair_jar\n"))):
        assert "install its package, or name its file with --plugin-file" in text


def test_a_second_use_without_a_name_of_its_own_is_refused(tmp_path):
    with pytest.raises(BadInput, match="as: another_name"):
        activate(with_plugins(tmp_path, "    - use: wmo_cut\n    - use: wmo_cut\n"))


def test_parameters_that_are_no_block_are_refused_with_one(tmp_path):
    for written in ("5", "[a]"):
        text = trouble(with_plugins(tmp_path, f"    - {{use: pgb, with: {written}}}\n"))
        assert "with is no block of parameters" in text and "write with: {rate: {value: " in text


def test_a_parameter_without_a_value_of_its_own_must_be_given(spec, heat):
    heat.write_text(HEAT.partition(" = Quantity(")[0] + "\n", encoding="utf-8")
    text = trouble(spec, files=[heat])
    assert "'heat' cannot do without 'fewer'" in text and "{use: heat, with: {fewer: ...}}" in text
    assert "write --plugin heat:fewer=..., or" in text


def test_one_file_named_twice_is_one_plugin(spec, heat):
    assert [name for name, _ in activate(spec, (), [heat, heat])] == ["pgb", "heat"]


def test_a_parameter_keeps_its_unit_as_the_plugin_reckons_in_it(tmp_path):
    """EUR a year where the plugin means EUR a month would go unseen, and be wrong by a factor of twelve."""
    wrong = "{value: 19, unit: EUR/year, low: 18, high: 20, evidence: assumption, source: ours}"
    text = trouble(with_plugins(tmp_path, f"    - {{use: wmo_cut, with: {{flat_fee: {wrong}}}}}\n"))
    assert "flat_fee.unit 'EUR/year' does not fit here" in text and "write EUR/month" in text


def test_a_bare_number_for_a_parameter_is_met_with_the_unit_it_has(tmp_path):
    text = trouble(with_plugins(tmp_path, "    - {use: wmo_cut, with: {cut: 0.3}}\n"))
    assert "write {value: 0.3, unit: share, low: 0.24, high: 0.36, " in text
