"""A cluster lasts as long as the command that began it, listens where it was told to, and leaves nothing behind."""

import os
import shutil
import socket
import stat
import sys
from pathlib import Path

import pytest

from simcore.errors import BadInput, Environment
from simcore.experiments.addresses import Address, address_of
from simcore.experiments.cluster import Cluster
from simcore.experiments.hosting import begin, keys

psutil = pytest.importorskip("psutil")
pytest.importorskip("distributed")
OPENSSL = pytest.mark.skipif(not shutil.which("openssl"), reason="keys are made with openssl")


@pytest.fixture
def run(monkeypatch):
    """Begins a cluster, or workers for one."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    from clustered import begun

    with begun() as run:
        yield run


def play(address, some_keys, fakes, **more):
    with Cluster(address_of(address, some_keys, "--cluster"), work=fakes.work, **more) as some:
        return [answer.figures for _, answer in some.play([fakes.Piece((3,))])]


def test_only_this_machine_can_reach_it_and_it_ends_with_all_it_began(run, fakes):
    scheduler = run("start", "--port", 0, "--workers", 1)
    joined = run("join", scheduler.address, "--workers", 1)
    assert joined.said.endswith(": 1.\n")
    assert play(scheduler.address, None, fakes) == [[[3.0]]]
    processes = [psutil.Process(one.process.pid) for one in (scheduler, joined)]
    places = {line.laddr.ip for one in processes for line in one.net_connections() if line.status == "LISTEN"}
    assert places == {"127.0.0.1"}
    below = [child for one in processes for child in one.children(recursive=True)]
    said, code = scheduler.stop()
    assert code == 0 and said.rstrip().endswith("The cluster has stopped.") and "Traceback" not in said
    assert joined.process.wait(20) == 0                                # nobody to play for
    assert psutil.wait_procs(below, 10)[1] == []


def test_at_a_port_that_is_taken_it_says_so():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        with pytest.raises(Environment, match="is a cluster there already. Another port goes with --port"):
            begin(Address("127.0.0.1", taken.getsockname()[1]), 0, print)


@OPENSSL
def test_with_keys_it_plays_and_who_has_others_or_none_stays_outside(run, fakes, tmp_path, monkeypatch):
    from simcore.experiments import cluster

    for name in ("ours", "theirs"):
        keys(tmp_path / name)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "ours/key.pem").stat().st_mode) == 0o600
    scheduler = run("start", "--port", 0, "--workers", 0, "--tls", tmp_path / "ours")
    assert scheduler.address.startswith("tls://127.0.0.1:")
    run("join", scheduler.address, "--workers", 1, "--tls", tmp_path / "ours")
    assert play(scheduler.address, tmp_path / "ours", fakes) == [[[3.0]]]
    monkeypatch.setattr(cluster, "CONNECT", 1.5)
    for address, some in ((scheduler.address, tmp_path / "theirs"), (scheduler.address.replace("tls", "tcp"), None)):
        with pytest.raises(Environment, match="no cluster answers .* with the same keys"):
            play(address, some, fakes)


@OPENSSL
def test_keys_are_never_written_over_others(tmp_path):
    keys(tmp_path)
    before = (tmp_path / "key.pem").read_bytes()
    with pytest.raises(BadInput, match="has a cert.pem already"):
        keys(tmp_path)
    assert (tmp_path / "key.pem").read_bytes() == before


def test_without_openssl_it_is_said_what_else_can_be_done(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Environment, match="needs the program openssl.* cert.pem with its key.pem"):
        keys(tmp_path / "ours")


def test_without_the_package_it_is_said_how_to_get_it(monkeypatch):
    from simcore.experiments.addresses import dask

    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(Environment, match=r"pip install 'simwijk\[cluster\]'"):
        dask()
