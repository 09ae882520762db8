"""What was said to be finished is there after any end; a store takes what comes and gives it back to the bit."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from simcore.experiments import store as store_module
from simcore.experiments.store import Figures, Run, Store


def run(key, value=1.0, reason=""):
    if reason:
        return Run(key, {}, None, 0.1, reason)
    return Run(key, {"a": value, "b": np.nan}, np.arange(6.0).reshape(2, 3) + value, 0.5)


@pytest.fixture
def store(tmp_path):
    mine = Store(tmp_path / "runs.sqlite")
    yield mine
    mine.close()


def test_a_run_comes_back_to_the_bit(store):
    store.keep([run("x", 0.1 + 0.2)])
    there = store.found(["x", "y"])
    assert list(there) == ["x"] and there["x"].lived
    assert there["x"].figures["a"] == 0.1 + 0.2 and np.isnan(there["x"].figures["b"])
    assert np.array_equal(there["x"].series, run("x", 0.1 + 0.2).series)


def test_a_run_that_failed_gives_way_and_one_that_is_done_stays(store):
    store.keep([run("x", reason="odd")])
    assert store.found(["x"])["x"].reason == "odd"
    store.keep([run("x", 2.0)])
    store.keep([run("x", 3.0), run("x", reason="odd again")])
    assert store.found(["x"])["x"].figures["a"] == 2.0
    assert {status: n for status, (n, _) in store.counted().items()} == {"done": 1}


def test_runs_with_other_figures_stand_in_one_file(store):
    store.keep([run("x"), Run("y", {"c": 4.0}, None, 0.0)])
    assert dict(store.found(["y"])["y"].figures) == {"c": 4.0} and [one.key for one in store.every()] == ["x", "y"]


def test_more_keys_than_one_statement_takes_are_all_found(store):
    keys = [f"{n:04}" for n in range(store_module.AT_ONCE + 7)]
    store.keep([run(key) for key in keys])
    assert list(sorted(store.found(keys))) == keys


def test_of_runs_that_cannot_be_written_none_is_there(store):
    def some():
        yield run("x")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.keep(some())
    assert store.found(["x"]) == {}
    store.keep([run("x")])                             # and it can go on
    assert list(store.found(["x"])) == ["x"]


def test_a_full_disk_is_said_and_what_was_there_stays(store):
    store.keep([run("x")])
    pages = store.line.execute("PRAGMA page_count").fetchone()[0]
    store.line.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        store.keep([run(f"y{n}") for n in range(500)])
    assert list(store.found(["x", "y0"])) == ["x"]


WRITER = """
import sys
from pathlib import Path
from simcore.experiments.store import Run, Store
store, n = Store(Path(sys.argv[1])), 0
while True:
    store.keep([Run(f"{n}-{i}", {"a": 1.0 * n}, None, 0.1) for i in range(20)])
    print(n, flush=True)
    n += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
def test_after_kill_9_all_that_was_said_is_there_and_nothing_is_there_by_half(tmp_path):
    file = tmp_path / "runs.sqlite"
    for _ in range(3):
        file.unlink(missing_ok=True)
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True,
                                  env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])})
        said = [int(writer.stdout.readline()) for _ in range(30)]
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout.read().split()]
        writer.wait()
        store = Store(file)
        found = {one.key for one in store.every()}
        store.close()
        assert found >= {f"{n}-{i}" for n in said for i in range(20)}
        assert len(found) % 20 == 0


def test_on_a_network_drive_it_does_not_write_ahead(tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "on_network", lambda path: True)
    store = Store(tmp_path / "runs.sqlite")
    assert not store.fast and store.line.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    store.keep([run("x")])
    assert not (tmp_path / "runs.sqlite-wal").exists()
    store.close()


def test_a_file_of_another_form_is_not_read(store):
    store.line.execute("PRAGMA user_version=99")
    with pytest.raises(sqlite3.DatabaseError, match="another version"):
        Store(store.file)


def test_figures_are_a_mapping_that_shares_its_names():
    one, other = (Figures(("a", "b"), np.array(values)) for values in ([1.0, 2.0], [3.0, 4.0]))
    assert dict(one) == {"a": 1.0, "b": 2.0} and other.get("c", 9.0) == 9.0 and one.places is other.places
