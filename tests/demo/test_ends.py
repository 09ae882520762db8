"""No process is left when a show is over, however it ends; and a port that is taken is no trouble."""

import json
import os
import signal
import socket
import threading
import time
import urllib.request
from contextlib import suppress

import pytest

from simcore.commands.demo import listening

from .conftest import PATIENCE, SMALL, Demo


def post(address, said, plays=threading.Event()):
    """Hears the answer until it ends or breaks off; ``plays`` is set when something of it can be seen."""
    asked = urllib.request.Request(address, json.dumps(said).encode(), method="POST")
    with suppress(OSError, ValueError), urllib.request.urlopen(asked, timeout=PATIENCE) as reply:
        for line in reply:
            if json.loads(line)["kind"] == "partial":
                plays.set()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, "stop"])
def test_in_the_middle_of_a_play_it_ends_within_five_seconds_and_leaves_nothing(how):
    with Demo("--replications", "100", "--residents", "2000") as one:
        group = os.getpgid(one.process.pid)
        seed = int(time.time()) % 100_000                                # what was never played before
        plays = threading.Event()
        playing = threading.Thread(target=post,
                                   args=(one.address + "api/play", {"seed": seed, "residents": 2000}, plays))
        playing.start()
        assert plays.wait(PATIENCE)
        begun = time.monotonic()
        if how == "stop":
            post(one.address + "api/stop", {})
            code = one.process.wait(10)
        else:
            code = one.end(how)
        assert time.monotonic() - begun < 5 and code == (-9 if how == signal.SIGKILL else 0)
        playing.join(10)
        assert "Traceback" not in one.process.stderr.read()
        with pytest.raises(ProcessLookupError):          # nor of its hands, which hear a moment later that it has gone
            while time.monotonic() - begun < 5:
                os.killpg(group, 0)
                time.sleep(0.02)


def test_a_port_that_is_taken_is_said_and_another_is_used():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with Demo(*SMALL, "--port", str(port), "--lang", "en") as one:
            assert one.address.startswith("http://127.0.0.1:") and str(port) not in one.address
            with urllib.request.urlopen(one.address) as page:
                assert page.status == 200
            assert one.end() == 0 and f"Port {port} is taken; so another." in one.process.stderr.read()


def test_a_show_that_is_started_anew_is_found_by_the_page_of_before(monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    monkeypatch.setattr("simcore.commands.demo.USUAL", free)
    for _ in range(2):
        sock, taken = listening(None)
        with sock:
            assert sock.getsockname()[1] == free and not taken
            with listening(None)[0] as another:                          # a show beside it gets a port of its own
                assert another.getsockname()[1] != free


def test_it_listens_on_this_machine_alone():
    with Demo(*SMALL) as one:
        port = int(one.address.rstrip("/").rpartition(":")[2])
        heard = [line.split()[1:4] for line in open("/proc/net/tcp").readlines()[1:]]
        mine = [local for local, _, state in heard if state == "0A" and local.endswith(f":{port:04X}")]
        assert mine == [f"0100007F:{port:04X}"]
        assert one.end() == 0                                            # also this soon
