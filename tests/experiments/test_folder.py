"""The folder of a study: taken up again where it is the same study, refused with the reason where it is not."""

import csv
import json
import os
import sqlite3

import pytest

from simcore.canvas.bundled import models as bundled_models
from simcore.cli import ended
from simcore.errors import BadInput, Environment
from simcore.experiments import block
from simcore.experiments import folder as study
from simcore.experiments.block import forget
from simcore.experiments.reading import experiment
from simcore.experiments.store import Run, Store


@pytest.fixture(autouse=True)
def read_anew():
    forget()
    yield
    forget()


def sweep(*options, code=0):
    forget()
    assert ended(["sweep", "tiny.yaml", "--lang", "en", "--quiet", *map(str, options)]) == code


def opened(file, folder, part=(0, 1)):
    forget()
    with study.opened(folder, experiment(file), part) as store:
        return store.about()


def test_a_whole_study_is_written_again_without_playing_and_the_same_to_the_byte(tiny, here, exported):
    sweep()
    first = exported("studies/tiny")
    assert len(here) == 4 and {"answer.md", "report.html", "manifest.json", "tables/runs.csv"} <= first.keys()
    here.clear()
    os.remove("studies/tiny/answer.md")
    sweep()
    assert here == [] and exported("studies/tiny") == first


def test_its_digest_is_that_of_the_table_of_runs(tiny, folder):
    about = json.loads((tiny.parent / "studies/tiny/manifest.json").read_text(encoding="utf-8"))
    assert about["digest"] == study.digest_of_file(tiny.parent / "studies/tiny/tables/runs.csv")
    with open("studies/tiny/tables/runs.csv", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert about["runs"] == len(rows) == 12 and [int(row["run"]) for row in rows] == list(range(1, 13))


def test_stopped_half_way_it_goes_on_and_ends_the_same_to_the_byte(tiny, here, exported, monkeypatch, capfd):
    sweep("--out", "whole", "--fresh")
    from simcore.experiments import runner

    real = runner.Runner.play

    def stops(self, missing, there):
        real(self, missing[:1], there)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(runner.Runner, "play", stops)
        sweep("--out", "parts", code=130)
    assert "the same command goes on" in capfd.readouterr().err
    assert not os.path.exists("parts/answer.md") and os.path.exists("parts/runs.sqlite")
    here.clear()
    sweep("--out", "parts")
    assert len(here) == 3 and exported("parts") == exported("whole")


def test_fresh_begins_in_a_folder_beside_and_plays_all_again(tiny, here):
    sweep()
    here.clear()
    sweep("--fresh")
    assert len(here) == 4 and os.path.exists("studies/tiny-2/answer.md")


def test_another_experiment_takes_what_it_shares_with_this_one(tiny, here):
    sweep()
    here.clear()
    tiny.write_text(tiny.read_text(encoding="utf-8").replace('["8", "12"]', '["12", "16"]'), encoding="utf-8")
    sweep("--out", "other")
    assert {dict(block.case.settings)["revenue_streams.rs-cleaning.price"] for block in here} == {"16"}


def test_a_half_written_file_of_a_process_that_was_killed_is_taken_away(tiny, here, exported):
    sweep()
    whole = exported("studies/tiny")
    (tiny.parent / "studies/tiny/.answer.md.4711").write_text("half", encoding="utf-8")
    (tiny.parent / "studies/tiny/tables/.runs.csv.4711").write_text("half", encoding="utf-8")
    sweep()
    assert exported("studies/tiny") == whole


@pytest.mark.parametrize("old, new, goes_on", [
    ("Which price earns most?", "Which price is best?", True), ("most: 6", "most: 9", True),
    ("[money.result,", "[money.result, survival.share,", True), ("weeks: 6", "weeks: 7", False),
    ('"12"', '"13"', False), ("residents: 300", "residents: 400", False), ("batch: 3", "batch: 2", False)])
def test_what_no_run_hangs_on_may_change_and_what_one_does_may_not(tiny, tmp_path, old, new, goes_on):
    opened(tiny, tmp_path / "x")
    tiny.write_text(tiny.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    if goes_on:
        opened(tiny, tmp_path / "x")
    else:
        with pytest.raises(BadInput, match="was begun with another: the experiment file;"):
            opened(tiny, tmp_path / "x")


def test_what_changed_is_said_by_name(tiny, tmp_path, monkeypatch):
    opened(tiny, tmp_path / "x")
    with monkeypatch.context() as patch:
        patch.setattr(block.lanes, "our_source", lambda: "another")
        with pytest.raises(BadInput, match="another: simwijk itself;"):
            opened(tiny, tmp_path / "x")
    with monkeypatch.context() as patch:
        real = block.version
        patch.setattr(block, "version", lambda name: "9.9" if name == "numpy" else real(name))
        with pytest.raises(BadInput, match=r"another: numpy \(.*, now 9.9\);"):
            opened(tiny, tmp_path / "x")
    with pytest.raises(BadInput, match=r"--shard \(1/1, now 2/4\)"):
        opened(tiny, tmp_path / "x", (1, 4))


def test_a_file_of_points_that_changed_or_is_gone_is_said_by_name(tiny, tmp_path):
    points = tmp_path / "points.csv"
    points.write_text("rs-cleaning.price\n8\n12\n", encoding="utf-8")
    tiny.write_text(tiny.read_text(encoding="utf-8").replace(', values: ["8", "12"]', "").replace(
        "revenue_streams.", "") + "design: file\nfile: points.csv\n", encoding="utf-8")
    opened(tiny, tmp_path / "x")
    opened(tiny, tmp_path / "x")
    for change in (lambda: points.write_text("rs-cleaning.price\n8\n13\n", encoding="utf-8"), points.unlink):
        change()
        with pytest.raises(BadInput, match="was begun with another: its file of points;"):
            opened(tiny, tmp_path / "x")


def test_a_study_goes_on_with_nothing_that_is_another_and_says_by_name_what_is(tiny, here, exported, capfd, monkeypatch):
    model = tiny.parent / "mine.yaml"
    model.write_text(bundled_models()["haarlems_gemak"].read_text(encoding="utf-8"), encoding="utf-8")
    question = tiny.read_text(encoding="utf-8").replace("[haarlems_gemak]", "[mine.yaml]")
    tiny.write_text(question, encoding="utf-8")
    sweep()
    before = exported("studies/tiny")
    here.clear()

    def refused(*names, lang="en"):
        forget()
        capfd.readouterr()
        assert ended(["sweep", "tiny.yaml", "--lang", lang]) == 2 and here == []
        said = capfd.readouterr().err
        assert all(name in said for name in (*names, "--fresh", "--out")) and exported("studies/tiny") == before

    tiny.write_text(question.replace("batch: 3}", "batch: 3, seed: 2}"), encoding="utf-8")
    refused("was begun with another: the experiment file;")
    refused("is begonnen met een andere: het experiment;", lang="nl")
    tiny.write_text(question, encoding="utf-8")
    text = model.read_text(encoding="utf-8")
    model.write_text(text + "# a word more\n", encoding="utf-8")
    refused("was begun with another: model (mine);")
    model.write_text(text, encoding="utf-8")
    with monkeypatch.context() as patch:
        real = block.digest_of
        patch.setattr(block, "digest_of", lambda kind: "another" if "pgb" in kind.__module__ else real(kind))
        refused("was begun with another: plugin pgb;")
    with monkeypatch.context() as patch:
        real_version = block.version
        patch.setattr(block, "version", lambda name: "9.9" if name == "numpy" else real_version(name))
        refused("was begun with another: numpy (", "now 9.9);")
    sweep()
    assert here == [] and exported("studies/tiny") == before


def test_with_fresh_what_is_another_goes_into_a_folder_beside_and_what_was_there_stays(tiny, folder, exported):
    before = exported("studies/tiny")
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("weeks: 6", "weeks: 5"), encoding="utf-8")
    sweep(code=2)
    sweep("--fresh")
    assert exported("studies/tiny") == before and "weeks: 5" in (tiny.parent / "studies/tiny-2/experiment.yaml").read_text()
    sweep("--out", "studies/tiny-2")


def test_more_courses_than_before_go_on_with_those_that_are_there(tiny, here, folder, exported):
    os.remove("cache/runs.sqlite")
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("most: 6", "most: 9"), encoding="utf-8")
    sweep()
    assert [block.replications for block in here] == [(6, 7, 8)] * 2
    grown = exported("studies/tiny")
    sweep("--out", "whole", "--fresh")
    assert exported("whole") == grown


def test_a_plugin_that_is_named_in_what_is_varied_counts(tiny):
    tiny.write_text(tiny.read_text(encoding="utf-8").replace(
        '{path: revenue_streams.rs-cleaning.price, values: ["8", "12"]}', "{path: plugins.wmo_cut.cut, values: [0.1, 0.2]}"),
        encoding="utf-8")
    assert "plugin wmo_cut" in study.identity(experiment(tiny))


def test_a_folder_with_something_else_in_it_is_refused(tiny, tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(BadInput, match="is not empty"):
        opened(tiny, tmp_path / "x")


def test_two_at_once_in_one_folder_are_refused(tiny, tmp_path):
    with study.opened(tmp_path / "x", experiment(tiny)), pytest.raises(Environment, match="at work here already"):
        opened(tiny, tmp_path / "x")


def test_a_disk_in_the_way_is_no_bug_and_says_that_nothing_is_lost(tiny, tmp_path):
    with pytest.raises(Environment, match="disk is full; what is finished is kept"), \
            study.opened(tmp_path / "x", experiment(tiny)):
        raise sqlite3.OperationalError("database or disk is full")


def test_a_damaged_file_of_runs_is_said(tiny, tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "runs.sqlite").write_bytes(os.urandom(5000))
    with pytest.raises(Environment, match="cannot be read: begin anew with --fresh"):
        opened(tiny, tmp_path / "x")


def test_a_run_that_failed_is_told_with_how_to_play_it_again_and_goes_when_it_lives(tiny, here, monkeypatch, capfd):
    real = block.played

    def odd(some, memory):
        return block.none_of(some, "odd.plan in week 2: raised") if 4 in some.replications else real(some, memory)

    with monkeypatch.context() as patch:
        patch.setattr(block, "played", odd)
        sweep(code=3)
    said = capfd.readouterr()
    assert "6 of 12 runs failed; the rest is kept" in said.err and "odd.plan in week 2: raised" in said.err
    told = (tiny.parent / "studies/tiny/failures/7.txt").read_text(encoding="utf-8")
    assert told.startswith("odd.plan in week 2: raised\n") and "course: 3\n" in told
    assert told.endswith(f"simwijk rerun {os.path.join('studies', 'tiny')} 7\n")
    assert "as they failed: 6 of 12 runs" in (tiny.parent / "studies/tiny/answer.md").read_text(encoding="utf-8")
    sweep(code=3)
    sweep("--retry-failed")
    assert not os.path.exists("studies/tiny/failures")


def test_a_picture_of_a_figure_that_is_no_longer_asked_for_goes(tiny, here):
    text = tiny.read_text(encoding="utf-8")
    tiny.write_text(text.replace("helped.households", "money.cash"), encoding="utf-8")
    sweep()
    assert os.path.exists("studies/tiny/pictures/money_cash.png")
    tiny.write_text(text.replace(", helped.households", ""), encoding="utf-8")
    sweep()
    assert sorted(os.listdir("studies/tiny/pictures")) == ["money_result.csv", "money_result.png"]


def test_of_a_figure_that_is_nought_everywhere_there_is_no_picture_and_its_numbers_are_in_the_table(folder):
    assert not os.path.exists("studies/tiny/pictures/helped_households.png")
    with open("studies/tiny/tables/points.csv", encoding="utf-8") as stream:
        assert ",helped.households," in stream.read()


def test_a_number_is_written_so_that_every_machine_writes_the_same():
    assert [study.shown(one) for one in (1 / 3, -0.0, float("nan"), float("inf"), -float("inf"), 2.0, 1234567.1)] == [
        "0.333333", "0", "", "inf", "-inf", "2", "1234567.1"]
    assert study.shown("=A1") == "'=A1"


def test_what_is_no_study_is_said(tmp_path):
    with pytest.raises(BadInput, match="holds no study;?"), study.looked_at(tmp_path):
        pass
    Store(tmp_path / "runs.sqlite").keep([Run("x", {}, None, 0.0)])
    with pytest.raises(BadInput, match="holds no study that was begun"), study.looked_at(tmp_path):
        pass
