"""A cluster plays the same runs to the byte, whatever becomes of the machines in it; each command here is a process."""

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from simcore.cli import ended
from simcore.errors import BadInput, Environment
from simcore.experiments import cluster as cluster_module
from simcore.experiments import crew
from simcore.experiments.addresses import address_of
from simcore.experiments.block import Block, Size
from simcore.experiments.case import Case
from simcore.experiments.cluster import Cluster, Seat

psutil = pytest.importorskip("psutil")
pytest.importorskip("distributed")

LARGER = {"most: 6, batch: 3": "most: 8, batch: 4", '["8", "12"]': '["8", "10", "12", "14"]'}
TINY = Size(1, 5, 200, True)


@pytest.fixture(scope="module")
def run():
    """Begins a cluster, or workers for one."""
    sys.path.insert(0, str(Path(__file__).parent))
    from clustered import begun

    with begun() as run:
        yield run
    sys.path.remove(str(Path(__file__).parent))


@pytest.fixture(scope="module")
def two(run):
    """A cluster with two workers, where some of the numbers in ``fakes`` go wrong."""
    return run("start", "--port", 0, "--workers", 2, DIES="5", RAISES="7", HANGS="9")


@pytest.fixture(scope="module")
def empty(run):
    """A cluster without workers."""
    return run("start", "--port", 0, "--workers", 0)


def at(address, **more):
    """The cluster at an address."""
    return Cluster(address_of(address, None, "--cluster"), **more)


def outcome(some, pieces):
    """Replication -> its figure, or why it failed; each exactly once."""
    out = {}
    for piece, answer in some.play(pieces):
        assert not out.keys() & set(piece.replications)
        out |= answer.failed or {r: answer.figures[n][0] for n, r in enumerate(answer.replications)}
    return out


def children(process):
    """The processes that play for a command."""
    found = []
    for one in psutil.Process(process.pid).children():
        with suppress(psutil.NoSuchProcess):                 # it may end while it is looked at
            found += [one] if "spawn_main" in " ".join(one.cmdline()) else []
    return found


def wait_for(true, seconds=20):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_worker_that_is_killed_half_way_changes_no_byte_of_what_comes_out(tiny, here, exported, run, empty,
                                                                            monkeypatch):
    text = tiny.read_text(encoding="utf-8")
    for old, new in LARGER.items():
        text = text.replace(old, new)
    tiny.write_text(text, encoding="utf-8")
    assert ended(["sweep", "tiny.yaml", "--fresh", "--out", "alone", "--quiet", "--lang", "en"]) == 0
    machines = [run("join", empty.address, "--workers", 1) for _ in range(2)]
    given, give, pids = [], Seat.give, {}

    def give_and_kill(seat, task, base, seconds):
        client = seat.cluster.client
        pids[seat.address] = pids.get(seat.address) or client.run(os.getpid, workers=[seat.address])[seat.address]
        give(seat, task, base, seconds)
        given.append(task.block)
        if len(given) == 4:
            os.kill(pids[seat.address], signal.SIGKILL)

    monkeypatch.setattr(Seat, "give", give_and_kill)
    assert ended(["sweep", "tiny.yaml", "--fresh", "--out", "cluster", "--quiet", "--lang", "en", "--cluster",
                  empty.address]) == 0
    assert sorted(one.stop()[1] for one in machines) == [-signal.SIGKILL, 0]
    assert len(given) == 8 + 1 and given[3] in given[4:]           # what it was at was played by the other
    assert exported("cluster") == exported("alone")


def test_what_dies_or_raises_is_found_by_itself_in_the_words_of_one_machine_and_the_rest_goes_on(fakes, two):
    with at(two.address, work=fakes.work) as some:
        found = outcome(some, [fakes.Piece(tuple(range(8))), fakes.Piece((20, 21)), fakes.Piece((30,))])
    assert found.pop(5) == "ended its process (SIGKILL)" and found.pop(7) == "odd in 7"
    assert found == {r: r for r in (*range(5), 6, 20, 21, 30)}


def test_a_study_that_is_left_leaves_nothing_that_plays_and_another_goes_on_there(fakes, two):
    with at(two.address, work=fakes.work) as some:
        playing = some.play([fakes.Piece((8,)), fakes.Piece((9,))])
        next(playing)
        assert children(two.process)
        playing.close()
    wait_for(lambda: not children(two.process))
    with at(two.address, work=fakes.work) as some:
        assert outcome(some, [fakes.Piece((n,)) for n in range(4)]) == {n: n for n in range(4)}


def test_two_studies_play_at_once_each_in_processes_of_its_own(fakes, two):
    with at(two.address, work=fakes.work) as one, at(two.address, work=fakes.work) as other:
        both = list(zip(*(some.play([fakes.Piece((n,)) for n in (0, 1, 2, 3)]) for some in (one, other))))
        assert [sorted(answer.replications[0] for _, answer in some) for some in zip(*both)] == [[0, 1, 2, 3]] * 2
        assert len(children(two.process)) == 4


def test_another_version_or_a_model_that_is_not_there_is_refused_and_it_is_said_where(two, monkeypatch, tmp_path):
    monkeypatch.setattr(crew, "base_of", lambda case: "of another version")
    monkeypatch.chdir(tmp_path)                    # where the worker is not
    for model, says in (("haarlems_gemak", "is another version there"), ("mine.yaml", str(tmp_path / "mine.yaml"))):
        with at(two.address) as some, pytest.raises(BadInput, match=says) as raised:
            list(some.play([Block(Case(model), (0,), TINY)]))
        problem, = raised.value.problems
        assert problem.file.startswith("tcp://127.0.0.1:") and problem.instead == cluster_module.INSTEAD


def test_what_does_not_have_this_program_is_told_to_begin_it(fakes, two):
    class Odd(fakes.Piece):                        # of a class that is only here
        pass

    Odd.__module__, Odd.__qualname__ = "nowhere", "Odd"
    sys.modules["nowhere"] = type(sys)("nowhere")
    sys.modules["nowhere"].Odd = Odd
    try:
        with at(two.address, work=fakes.work) as some, pytest.raises(Environment, match="cannot play .*No module"):
            outcome(some, [Odd((1,))])
    finally:
        del sys.modules["nowhere"]


def test_where_no_cluster_or_no_worker_is_it_is_said_and_nothing_waits_for_ever(fakes, empty, monkeypatch):
    monkeypatch.setattr(cluster_module, "CONNECT", 0.5)
    with pytest.raises(Environment, match="no cluster answers at tcp://127.0.0.1:1; .* simwijk cluster start"):
        at("tcp://127.0.0.1:1").__enter__()
    monkeypatch.setattr(cluster_module, "NOBODY", 1.5)
    with at(empty.address) as some, pytest.raises(Environment, match="no worker is at the cluster"):
        list(some.play([fakes.Piece((1,))]))
    with at(empty.address) as some:
        playing = some.play([fakes.Piece((1,))], empty.kill)
        with pytest.raises(Environment, match="is gone; what is finished is kept"):
            list(playing)
