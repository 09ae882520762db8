"""Processes that play are watched over: what dies, hangs or raises is found by itself, and the rest goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simcore.errors import BadInput, Environment
from simcore.experiments import crew
from simcore.experiments import pool as pool_module
from simcore.experiments.pool import Pool


def outcome(pool, pieces):
    """Replication -> its figure, or why it failed; each exactly once."""
    out = {}
    for piece, answer in pool.play(pieces):
        assert not out.keys() & set(piece.replications)
        out |= answer.failed or {r: answer.figures[n][0] for n, r in enumerate(answer.replications)}
    return out


def test_every_piece_is_played_once_whatever_the_number_of_processes(fakes):
    pieces = [fakes.Piece((10 * n, 10 * n + 1)) for n in range(5)]
    expected = {r: float(r) for piece in pieces for r in piece.replications}
    for jobs in (1, 3):
        with Pool(jobs, work=fakes.work) as pool:
            assert outcome(pool, pieces) == expected
            assert len(pool.workers) <= jobs


def test_a_process_that_dies_is_replaced_and_nothing_is_lost(fakes, monkeypatch, tmp_path):
    monkeypatch.setenv("DIES_ONCE", "2,11")
    monkeypatch.setenv("SEEN", str(tmp_path))
    with Pool(2, work=fakes.work) as pool:
        assert outcome(pool, [fakes.Piece((1, 2, 3)), fakes.Piece((10, 11))]) == {r: r for r in (1, 2, 3, 10, 11)}


def test_the_one_run_that_kills_its_process_is_found_and_the_rest_goes_on(fakes, monkeypatch):
    monkeypatch.setenv("DIES", "5")
    with Pool(2, work=fakes.work) as pool:
        found = outcome(pool, [fakes.Piece(tuple(range(8))), fakes.Piece((20, 21))])
    assert found.pop(5) == "ended its process (SIGKILL)"
    assert found == {r: r for r in (*range(5), 6, 7, 20, 21)}


def test_a_run_that_hangs_is_found_and_the_rest_goes_on(fakes, monkeypatch):
    monkeypatch.setenv("HANGS", "2")
    monkeypatch.setattr(crew, "LEAST", 0.3)
    monkeypatch.setattr(pool_module, "STARTING", 5.0)
    with Pool(1, seconds=0.5, retries=0, work=fakes.work) as pool:
        found = outcome(pool, [fakes.Piece((9,)), fakes.Piece((1, 2, 3, 4))])
    assert found.pop(2) == "takes longer than it may"
    assert found == {1: 1, 3: 3, 4: 4, 9: 9}


def test_a_run_that_raises_is_found_without_being_tried_again_whole(fakes, monkeypatch):
    monkeypatch.setenv("RAISES", "1")
    with Pool(1, retries=3, work=fakes.work) as pool:
        assert outcome(pool, [fakes.Piece((0, 1, 2))]) == {0: 0, 1: "odd in 1", 2: 2}


def test_wrong_input_ends_it_with_what_is_wrong(fakes, monkeypatch):
    monkeypatch.setenv("WRONG", "1")
    with Pool(1, work=fakes.work) as pool, pytest.raises(BadInput, match="is odd"):
        outcome(pool, [fakes.Piece((0,)), fakes.Piece((1,))])


def test_processes_that_never_start_are_said_and_not_blamed_on_runs(fakes, monkeypatch):
    monkeypatch.setenv("UNBORN", "1")
    with Pool(2, work=fakes.work) as pool, pytest.raises(Environment, match="no process can be started .*exit 9"):
        outcome(pool, [fakes.Piece((0,))])


def test_left_half_way_no_process_goes_on(fakes, monkeypatch):
    monkeypatch.setenv("HANGS", "1")
    with Pool(2, work=fakes.work) as pool:
        playing = pool.play([fakes.Piece((0,)), fakes.Piece((1,))])
        next(playing)
        processes = [one.process for one in pool.workers]
        playing.close()
        assert [one.task for one in pool.workers if one.task] == []
    assert not any(one.is_alive() for one in processes)


PARENT = """
import sys, time
sys.path.insert(0, {here!r})
if __name__ == "__main__":
    import fakes
    from simcore.experiments import crew, pool
    crew.base_of = lambda case: ""
    with pool.Pool(1, work=fakes.lasting) as mine:
        def told():
            print("loaded" if mine.workers[0].task else mine.workers[0].process.pid, flush=True)
        for _ in mine.play([fakes.Piece((0,))], told):
            pass
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
def test_a_process_ends_with_its_parent_in_the_middle_of_a_block(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(here=str(Path(__file__).parent)), encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True,
                              env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])})
    worker = int(parent.stdout.readline())
    wait_for(lambda: parent.stdout.readline() == "loaded\n")
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    wait_for(lambda: not Path(f"/proc/{worker}").exists())


def wait_for(true, seconds=20):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
