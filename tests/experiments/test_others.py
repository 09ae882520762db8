"""What other experiments have played costs time at most: whatever is wrong with it, the work goes on."""

import os
import sqlite3
import threading

import pytest

from simcore.experiments.others import Others
from simcore.experiments.store import Run


def run(key, reason=""):
    return Run(key, {} if reason else {"a": 1.0}, None, 0.1, reason)


def test_what_lived_is_there_for_the_next_and_what_failed_is_not(tmp_path):
    one = Others(tmp_path / "a" / "runs.sqlite")
    one.keep([run("x"), run("y", "odd")])
    one.close()
    assert list(Others(tmp_path / "a" / "runs.sqlite").found(["x", "y"])) == ["x"]


def test_it_lies_in_the_cache_of_the_user(tmp_path):
    Others().keep([run("x")])
    assert (tmp_path / "cache" / "runs.sqlite").is_file()


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    others = Others(tmp_path / "file" / "runs.sqlite")
    others.keep([run("x")])
    assert others.found(["x"]) == {}
    others.close()


def test_a_file_that_may_not_be_written_is_left_as_it_is(tmp_path, monkeypatch):
    from simcore.experiments import others as module

    def refuses(*_, **__):
        raise sqlite3.OperationalError("attempt to write a readonly database")

    (tmp_path / "runs.sqlite").write_bytes(b"somebody's")
    monkeypatch.setattr(module, "Store", refuses)
    others = Others(tmp_path / "runs.sqlite")
    others.keep([run("x")])
    assert others.found(["x"]) == {} and (tmp_path / "runs.sqlite").read_bytes() == b"somebody's"


def test_a_damaged_file_is_begun_anew(tmp_path):
    file = tmp_path / "runs.sqlite"
    file.write_bytes(os.urandom(9000))
    others = Others(file)
    others.keep([run("x")])
    assert list(others.found(["x"])) == ["x"]


def test_while_another_writes_it_waits_a_moment_and_goes_on(tmp_path, monkeypatch):
    from simcore.experiments import others as module

    monkeypatch.setattr(module, "PATIENCE", 0.1)
    one, other = Others(tmp_path / "runs.sqlite"), Others(tmp_path / "runs.sqlite")
    one.store.line.execute("BEGIN IMMEDIATE")
    other.keep([run("x")])
    assert other.found(["x"]) == {}
    one.store.line.execute("ROLLBACK")
    other.keep([run("x")])
    assert list(one.found(["x"])) == ["x"]


def test_two_experiments_at_once_both_keep_all(tmp_path):
    def play(name):
        mine = Others(tmp_path / "runs.sqlite")
        for n in range(50):
            mine.keep([run(f"{name}{n}")])
        mine.close()

    both = [threading.Thread(target=play, args=(name,)) for name in "ab"]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(Others(tmp_path / "runs.sqlite").found([f"{name}{n}" for name in "ab" for n in range(50)])) == 100


def test_its_room_is_bounded_and_the_oldest_go_first(tmp_path):
    others = Others(tmp_path / "runs.sqlite", room=300_000)
    for n in range(60):
        others.keep([Run(f"{n}-{i}", {"a": 1.0, "b": 2.0}, None, 0.1, "") for i in range(100)])
    there = others.found([f"{n}-0" for n in range(60)])
    assert "59-0" in there and "0-0" not in there
    others.close()
    assert (tmp_path / "runs.sqlite").stat().st_size < 2 * 300_000


@pytest.mark.parametrize("wrong", [sqlite3.DatabaseError("malformed"), OSError("gone")])
def test_one_that_breaks_while_it_is_read_is_left_alone_from_then_on(tmp_path, monkeypatch, wrong):
    others = Others(tmp_path / "runs.sqlite")

    def breaks(keys):
        raise wrong

    monkeypatch.setattr(others.store, "found", breaks)
    assert others.found(["x"]) == {} and others.store is None
    others.keep([run("x")])
    others.close()
