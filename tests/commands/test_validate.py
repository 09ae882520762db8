"""``simwijk validate``: what it prints and keeps, and how it ends. The work itself is stood in for."""

import json

import pytest

import simcore.studies.validation.report as report_module
from simcore import cli
from simcore.studies.validation.limits import Found
from simcore.studies.validation.relations import Verdict
from simcore.studies.validation.report import Report


@pytest.fixture
def found(monkeypatch):
    """The report that is found, and how it was asked for."""
    report, asked = Report(True, ["one"], {"bass": Found(0.242, 0.242, 0.001)}, {"vat": {"one": Verdict(True)}}), []

    def stand_in(quick, jobs, tell):
        asked.append((quick, jobs))
        tell(1.0)
        return report

    monkeypatch.setattr(report_module, "validate", stand_in)
    report.asked = asked
    return report


def test_it_ends_well_when_everything_holds(found, capsys):
    assert cli.ended(["validate", "--quick", "--jobs", "3", "--lang", "en"]) == 0
    assert found.asked == [(True, 3)]
    assert "All cases and changes hold." in capsys.readouterr().out


@pytest.mark.parametrize("off", [{"limits": {"bass": Found(0.3, 0.242, 0.001)}},
                                 {"relations": {"vat": {"one": Verdict(False)}}}])
def test_it_ends_with_3_when_a_case_or_a_change_does_not_hold(found, off, capsys):
    for name, values in off.items():
        setattr(found, name, values)
    assert cli.ended(["validate"]) == 3
    assert "Niet alles klopt" in capsys.readouterr().out


def test_json_is_all_that_is_printed(found, capsys):
    assert cli.ended(["validate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["relations"]["vat"]["holds"]


def test_the_page_and_the_figures_are_kept(found, tmp_path, capsys):
    assert cli.ended(["validate", "--out", str(tmp_path / "new"), "--write", str(tmp_path / "page.md"), "--lang",
                      "en"]) == 0
    assert json.loads((tmp_path / "new" / "validation.json").read_text())["holds"]
    assert ((tmp_path / "page.md").read_text(encoding="utf-8")
            == (tmp_path / "new" / "validation.md").read_text(encoding="utf-8"))


def test_a_folder_with_something_in_it_is_refused_before_the_work(found, tmp_path, capsys):
    (tmp_path / "here").write_text("mine")
    assert cli.ended(["validate", "--out", str(tmp_path), "--lang", "en"]) == 2
    assert found.asked == [] and "is not empty" in capsys.readouterr().err
