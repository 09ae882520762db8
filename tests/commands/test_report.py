"""The answer of a study written anew: from the runs that are kept, in the language asked for, or refused with a
reason."""

import json
import shutil

import pytest

from simcore.experiments import block
from simcore.experiments.folder import store_in
from simcore.experiments.holding import held
from simcore.show.words import Words

WRITTEN = ("answer.md", "report.html", "pictures", "tables", "experiment.yaml", "manifest.json")


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A run and a comparison, short and of few people."""
    from simcore.cli import ended

    folder, small = tmp_path_factory.mktemp("results"), ["--weeks", "30", "--residents", "300", "--replications", "3",
                                                         "--quiet"]
    assert ended(["run", "compiratie", *small, "--no-pictures", "--out", str(folder / "run")]) == 0
    assert ended(["compare", "compiratie", "haarlems_gemak", *small, "--out", str(folder / "two")]) == 0
    return folder


def test_of_a_run_and_a_comparison_there_is_one_page_with_the_figures_of_the_folder(results, simwijk):
    for name, key in (("run", "run"), ("two", "two/haarlems_gemak")):
        text = simwijk("report", results / name)
        page = (results / name / "report.html").read_text(encoding="utf-8")
        assert text.startswith("In this model ") and f"Written: {results / name / 'report.html'}" in text
        assert page.startswith('<!DOCTYPE html>\n<html lang="en">') and "What happened" in page
        cash = json.loads((results / key / "indicators.json").read_text(encoding="utf-8"))["money"]["cash"]["median"]
        assert f"<b>{Words('en').euros(cash)}</b>" in page.replace("≈ ", "")


def test_what_was_found_can_be_had_as_json_and_the_folder_stays_right(results, simwijk):
    said = json.loads(simwijk("report", results / "run", "--json"))
    assert said["page"] == str(results / "run/report.html") and [one["key"] for one in said["models"]] == ["compiratie"]
    simwijk("verify", results / "run")
    assert "says nothing for a run" in simwijk("report", results / "run", "--file", "x.yaml", code=2)


def test_the_hand_out_is_a_pdf_or_without_typst_a_page_to_print(results, simwijk, monkeypatch):
    text = simwijk("report", results / "two", "--handout")
    assert f"Written: {results / 'two/handout.pdf'}" in text
    assert (results / "two/handout.pdf").read_bytes().startswith(b"%PDF-")
    monkeypatch.setattr("simcore.show.paper.typeset.available", lambda: False)
    text = simwijk("report", results / "two", "--handout")
    page = (results / "two/handout.html").read_text(encoding="utf-8")
    assert "print it on A3" in text and page.count("<article") == 2


def test_a_study_has_no_hand_out(folder, simwijk):
    assert "a hand-out is of a run or a comparison" in simwijk("report", folder, "--handout", code=2)
    assert "holds no study" in simwijk("report", folder / "nowhere", "--handout", code=2)


def taken_away(folder):
    for name in WRITTEN:
        (shutil.rmtree if (folder / name).is_dir() else type(folder).unlink)(folder / name)


def test_all_that_is_shown_comes_back_to_the_byte_and_nothing_is_played(folder, here, simwijk, exported):
    whole = exported(folder)
    taken_away(folder)
    text = simwijk("report", folder)
    assert here == [] and exported(folder) == whole
    assert text.startswith("In this model the choice of ") and f"All of it is in {folder}" in text


def test_it_is_in_the_language_that_is_asked_for(folder, simwijk, exported):
    english = exported(folder)
    text = simwijk("report", folder, "--quiet", lang="nl")
    dutch = exported(folder)
    assert text.startswith("In dit model ") and "In dit model " in (folder / "answer.md").read_text(encoding="utf-8")
    assert {name for name in dutch if dutch[name] != english[name]} >= {"answer.md", "report.html",
                                                                         "pictures/money_result.png"}
    assert dutch["tables/runs.csv"] == english["tables/runs.csv"]
    simwijk("report", folder)
    assert exported(folder) == english


def test_what_is_said_of_the_question_may_be_another_by_now(folder, tiny, simwijk, here):
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("Which price earns most?", "Which price is best?")
                    .replace(", helped.households", ", survival.share"), encoding="utf-8")
    simwijk("report", folder)
    assert here == [] and (folder / "answer.md").read_text(encoding="utf-8").startswith("# Which price is best?")
    assert "is best?" in (folder / "experiment.yaml").read_text(encoding="utf-8")
    assert (folder / "pictures/survival_share.png").exists()
    assert "helped.households" not in (folder / "tables/points.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang, lacks, command", [
    ("en", "lacks courses that its answer needs: at least 1;", "go on with: "),
    ("nl", "mist verlopen die het antwoord nodig heeft: minstens 1;", "ga verder met: ")])
def test_a_study_half_way_is_refused_with_what_it_lacks_and_the_command_that_goes_on(folder, tiny, here, simwijk,
                                                                                   exported, lang, lacks, command):
    with store_in(folder) as store:
        store.line.execute("DELETE FROM runs WHERE key IN (SELECT key FROM runs ORDER BY rowid DESC LIMIT 1)")
    taken_away(folder)
    text = simwijk("report", folder, code=2, lang=lang)
    assert lacks in text and exported(folder) == {}
    words = text.split(command)[1].split()
    assert words == ["simwijk", "sweep", str(tiny), "--out", str(folder)]
    simwijk(*words[1:])
    assert simwijk("report", folder) and (folder / "answer.md").exists()


def test_a_quick_study_goes_on_quick(tiny, here, simwijk):
    simwijk("sweep", "tiny.yaml", "--quick", "--quiet")
    with store_in(tiny.parent / "studies/tiny-quick") as store:
        store.line.execute("DELETE FROM runs")
    (tiny.parent / "studies/tiny-quick/manifest.json").unlink()
    for name in ("report", "status"):
        assert f"simwijk sweep {tiny} --quick --out studies/tiny-quick" in simwijk(
            name, "studies/tiny-quick", code=2 if name == "report" else 0)


def test_a_part_has_no_answer_to_write(tiny, here, simwijk, exported):
    simwijk("sweep", "tiny.yaml", "--shard", "2/4", "--quiet")
    before = exported("studies/tiny-2-of-4")
    text = simwijk("report", "studies/tiny-2-of-4", code=2)
    assert "is part 2/4 of a study" in text and "simwijk merge" in text and exported("studies/tiny-2-of-4") == before


def test_runs_of_another_version_or_model_are_refused_by_name(folder, simwijk, exported, monkeypatch):
    before, real = exported(folder), block.version
    monkeypatch.setattr(block, "version", lambda name: "9.9" if name == "numpy" else real(name))
    text = simwijk("report", folder, code=2)
    assert "was begun with another: numpy (" in text and "now 9.9" in text and "can only be read with" in text
    monkeypatch.setattr(block, "version", real)
    monkeypatch.setattr(block, "source", lambda: "another")
    assert "was begun with another: simwijk itself;" in simwijk("report", folder, code=2)
    monkeypatch.setattr(block, "version", lambda name: "9.9" if name == "numpy" else real(name))
    text = simwijk("report", folder, code=2, lang="nl")
    assert "is begonnen met een andere: simwijk zelf, numpy (" in text and ", nu 9.9); de verlopen" in text
    assert exported(folder) == before


def test_what_is_no_study_is_said(tmp_path, simwijk):
    (tmp_path / "x").mkdir()
    assert "holds no study" in simwijk("report", tmp_path / "x", code=2)
    assert "that simwijk run, compare or sweep has made" in simwijk("report", tmp_path / "nowhere", code=2)
    assert "experiment, verloop of vergelijking" in simwijk("report", tmp_path / "nowhere", code=2, lang="nl")
    assert not (tmp_path / "nowhere").exists() and list((tmp_path / "x").iterdir()) == []


def test_an_experiment_file_that_is_gone_is_asked_for(folder, tiny, simwijk):
    elsewhere = tiny.rename(tiny.parent / "moved.yaml")
    text = simwijk("report", folder, code=2)
    assert "which is no longer there" in text and "--file" in text
    simwijk("report", folder, "--file", elsewhere)


def test_while_a_process_is_at_work_there_nothing_is_written(folder, simwijk):
    with held(folder):
        assert "at work here already" in simwijk("report", folder, code=4)


def test_runs_that_failed_are_said_again_and_end_with_three(tiny, here, simwijk, monkeypatch):
    real = block.played

    def odd(some, memory):
        return block.none_of(some, "odd.plan in week 2: raised") if 4 in some.replications else real(some, memory)

    with monkeypatch.context() as patch:
        patch.setattr(block, "played", odd)
        simwijk("sweep", "tiny.yaml", code=3)
    assert "6 of 12 runs failed" in simwijk("report", "studies/tiny", code=3)
