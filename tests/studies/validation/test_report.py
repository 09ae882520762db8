"""All of it together: everything is tried once, and what fails is named."""

import json

import pytest

import simcore.studies.validation.report as report_module
from simcore.studies.validation.bench import Bench
from simcore.studies.validation.limits import Found, Limit, all_limits
from simcore.studies.validation.patterns import all_patterns
from simcore.studies.validation.relations import Relation, Verdict, all_relations
from simcore.studies.validation.report import Report, parts, validate


@pytest.mark.parametrize("quick", [True, False])
def test_everything_is_in_one_part(quick):
    todo = parts(quick)
    limits = [key for what, _, keys in (p for p in todo if p[0] == "limits") for key in keys]
    assert sorted(limits) == sorted(all_limits())
    assert [keys for what, *_, keys in (p for p in todo if p[0] == "patterns")] == [tuple(all_patterns())]
    tries = [(name, key) for what, names, keys, first in (p for p in todo if p[0] == "relations")
             for name in names for key in keys]
    assert len(tries) == len(set(tries)) and {key for _, key in tries} == set(all_relations())


def some(**relations) -> Report:
    """A report with one limit that holds, and these relations."""
    return Report(False, ["one", "two"], {"bass": Found(1, 1)}, relations)


def test_a_relation_holds_when_some_model_shows_it_and_none_denies_it():
    found = some(vat={"one": Verdict(True), "two": Verdict(None)}, late={"one": Verdict(True), "two": Verdict(False)},
                 hands={"one": Verdict(None), "two": Verdict(None)})
    assert found.held == ["vat"]
    assert found.failed == ["relation.late", "relation.hands"] and not found.holds


def test_a_limit_that_is_off_is_named():
    found = Report(False, [], {"bass": Found(2, 1), "kept": Found(1, 1)})
    assert found.failed == ["limit.bass"] and not found.holds
    assert some(vat={"one": Verdict(True)}).holds


@pytest.fixture
def tiny(monkeypatch):
    """One limit, one relation and no patterns."""
    bass = Limit("bass", "3", "F", "", "", lambda b: Found(1, 1))
    vat = Relation("vat", "exact", lambda t: Verdict(True))
    monkeypatch.setattr(report_module, "all_limits", lambda: {"bass": bass})
    monkeypatch.setattr(report_module, "all_relations", lambda: {"vat": vat})
    monkeypatch.setattr(report_module, "all_patterns", dict)


def test_a_report_is_made_of_its_parts_and_can_be_kept(tiny):
    heard = []
    found = validate(quick=True, jobs=1, tell=heard.append)
    assert found.holds and list(found.limits) == ["bass"] and found.held == ["vat"]
    assert heard[-1] == 1.0 and heard == sorted(heard)
    assert json.loads(json.dumps(found.as_dict(), allow_nan=False))["limits"]["bass"]["holds"]


def test_a_short_trial_of_a_relation_ends_with_the_first_model_that_shows_it(monkeypatch):
    asked = []
    monkeypatch.setattr(report_module, "trial", lambda name: name)
    monkeypatch.setattr(report_module, "all_relations", lambda: {"vat": Relation(
        "vat", "exact", lambda name: asked.append(name) or Verdict(None if name == "one" else True))})
    report_module.do_relations(("one", "two", "three"), ("vat",), True)
    assert asked == ["one", "two"]


def test_what_real_limits_find_can_be_written_as_json():
    """Answers worked out from tables of the engine are numbers of numpy; a file knows only plain ones."""
    bench, keys = Bench(0.02), ["ties_fade", "contribution", "numbers", "learning"]
    found = Report(True, [], {key: all_limits()[key].find(bench) for key in keys}, {}, [])
    kept = json.loads(json.dumps(found.as_dict()))["limits"]
    assert list(kept) == keys
    assert all(type(one["fine"]) is bool and type(one["holds"]) is bool for one in kept.values())
