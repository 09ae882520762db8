"""What can be asked of a study that is there: how far it is, one run once more, what changed; nothing else is played."""

import os
from pathlib import Path

import pytest

from simcore.cli import ended
from simcore.experiments.block import forget
from simcore.experiments.compared import moved
from simcore.experiments.folder import looked_at, store_in
from simcore.experiments.holding import held
from simcore.experiments.replayed import replayed
from simcore.experiments.store import FAILED


@pytest.fixture(autouse=True)
def read_anew():
    forget()
    yield
    forget()


@pytest.fixture
def said(capfd):
    """``said(words...)`` gives what a command says."""
    def command(*words, code=0):
        forget()
        capfd.readouterr()
        assert ended([*map(str, words), "--lang", "en"]) == code
        both = capfd.readouterr()
        return both.out + both.err

    return command


def test_status_says_how_far_it_is_and_whether_somebody_is_at_it(folder, tiny, said):
    text = said("status", folder)
    assert "12 of at most 12 runs are finished, 0 failed." in text and f"The answer is in {folder}" in text
    assert "That took one processor" in text and "the rest" not in text
    with held(folder):
        assert "at work in" in said("status", folder)
    with store_in(folder) as store:
        store.line.execute("DELETE FROM runs WHERE rowid <= 5")
        store.line.execute("UPDATE runs SET status = ? WHERE rowid = 6", (FAILED,))
    (folder / "manifest.json").unlink()
    text = said("status", folder)
    assert "6 of at most 12 runs are finished, 1 failed." in text and "the rest takes" in text
    assert f"simwijk sweep {tiny} --out {folder}\n" in text


def test_status_of_a_part_says_where_the_answer_comes_from(tiny, here, said):
    said("sweep", "tiny.yaml", "--shard", "2/3", "--quiet")
    text = said("status", "studies/tiny-2-of-3")
    assert "4 of at most 4 runs are finished" in text and "part 2/3 of tiny" in text and "The answer is in" not in text
    os.remove("studies/tiny-2-of-3/manifest.json")
    assert f"simwijk sweep {tiny} --shard 2/3 --out studies/tiny-2-of-3" in said("status", "studies/tiny-2-of-3")


def test_a_run_is_played_again_exactly(folder, here, said):
    text = said("rerun", folder, 11)
    assert "Run 11: haarlems_gemak, possible course 4:" in text and "revenue_streams.rs-cleaning.price: 12" in text and "Exactly the same" in text


def test_a_run_that_comes_out_otherwise_is_said_with_what_is_another(folder, said):
    with store_in(folder) as store:
        store.line.execute("UPDATE runs SET figures = zeroblob(length(figures))")
    text = said("rerun", folder, 1, code=3)
    assert "Not the same" in text and "survival.weeks: 0.0 -> 6.0" in text


def test_a_run_that_failed_and_fails_again_says_why(folder, said, monkeypatch):
    from simcore.experiments import block

    monkeypatch.setattr(block, "played", lambda some, memory: block.none_of(some, "odd.plan in week 2: raised"))
    assert "odd.plan in week 2: raised" in said("rerun", folder, 1, code=3)


def test_a_run_that_is_not_there_is_said(folder, said):
    assert "has no run '13'" in said("rerun", folder, 13, code=2)


def test_an_experiment_file_that_has_gone_elsewhere_is_named(folder, tiny, said):
    elsewhere = tiny.rename(tiny.parent / "moved.yaml")
    said("rerun", folder, 1, code=2)
    assert "Exactly the same" in said("rerun", folder, 1, "--file", elsewhere)


def test_of_a_study_half_way_the_runs_are_there_and_what_is_missing_is_counted(folder):
    with store_in(folder) as store:
        store.line.execute("DELETE FROM runs WHERE key IN (SELECT key FROM runs ORDER BY rowid DESC LIMIT 1)")
    with looked_at(folder) as study:
        again = replayed(study)
    assert again.found is None and again.missing == 1
    assert [runs.block.replications for runs in again.asked] == [(0, 1, 2)] * 2


def test_two_studies_are_laid_side_by_side(folder, tiny, said, capfd):
    same = said("diff", folder, folder)
    assert "are the same" in same and "No number is another" in same
    tiny.write_text(tiny.read_text(encoding="utf-8").replace("weeks: 6", "weeks: 5"), encoding="utf-8")
    said("sweep", "tiny.yaml", "--out", "other", "--quiet")
    text = said("diff", folder, "other")
    assert "Other in the second: the experiment file." in text and "-weeks: 6" in text and "+weeks: 5" in text
    assert "  --- " not in text and "  +++ " not in text
    assert "points, haarlems_gemak, 8, money.result, EUR/4 weeks, middle: " in text
    one, other = Path(folder, "experiment.yaml"), Path("other", "experiment.yaml")
    other.write_text(one.read_text(encoding="utf-8").replace("- money.result", "- money.cash"), encoding="utf-8")
    assert "\n  -- money.result\n  +- money.cash\n" in said("diff", folder, "other")
    forget()
    assert ended(["diff", str(folder), "other"]) == 0
    assert "Anders in de tweede: het experiment." in capfd.readouterr().out


def test_of_two_tables_cells_are_told_that_are_others_whatever_was_found_in_words_and_rows_that_one_alone_has(tmp_path):
    head = "future,model,low,told\n"
    for name, rows in (("one", "cut,a,1,none\ncut,b,2,clear\n"), ("other", "cut,a,3,mostly\nleave,b,2,clear\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "changes.csv").write_text(head + rows, encoding="utf-8")
    assert list(moved(tmp_path / "one", tmp_path / "other")) == [
        "changes, cut, a, low: 1 -> 3", "changes, cut, a, told: none -> mostly", "- changes, cut, b", "+ changes, leave, b"]
