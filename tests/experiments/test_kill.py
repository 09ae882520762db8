"""Kill -9 of a process that plays, or of the parent of all, at any moment: nothing that was finished is lost, and what
comes out in the end is the same to the byte as of a study that was left alone.

One of each here; ``make test-kill`` does it fifty times.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simcore.cli import ended
from simcore.folders import cache_folder

from .conftest import KINDS

ROOT = Path(__file__).parents[2]
LARGER = {"residents: 300": "residents: 400", "most: 6, batch: 3": "most: 12, batch: 3",
          "trajectories: 6": "trajectories: 12", '["8", "12"]': '["8", "10", "12", "14", "16", "18"]'}

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are looked up as Linux has them")


def begin(folder, cache):
    """The command, in a process of its own."""
    return subprocess.Popen([sys.executable, "-m", "simcore.cli", "sweep", "tiny.yaml", "--out", str(folder), "--jobs",
                             "2", "--lang", "en"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                            env=os.environ | {"PYTHONPATH": str(ROOT), "SIMWIJK_CACHE": str(cache)})


def workers(parent):
    """The processes that play for it."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    except OSError:
        return []


def finished(folder):
    """The keys of all runs that are said to be finished."""
    if not (folder / "runs.sqlite").exists():
        return set()
    line = sqlite3.connect(folder / "runs.sqlite", timeout=60)
    try:
        return {key for key, in line.execute("SELECT key FROM runs WHERE status = 'done'")}
    except sqlite3.OperationalError:                   # killed before there was a table
        return set()
    finally:
        line.close()


def play_and_kill(folder, cache, times, luck, longest, before=None):
    """Play a study to its end, killing now a worker and now the parent, at most ``times`` times; gives how often. Which
    of the two is chance; or by turns, a worker first, when it is said how many were killed ``before``: then what is
    left when all was done is played here."""
    kills, kept = 0, set()
    while True:
        if before is not None and kills == times:
            goes_on(folder)
            return kills
        (cache / "runs.sqlite").unlink(missing_ok=True)                # only its own store may help
        parent = begin(folder, cache)
        while parent.poll() is None and kills < times:
            wait(parent, luck.uniform(0, longest))
            while before is not None and not workers(parent.pid) and parent.poll() is None:
                wait(parent, 0.1)
            playing = workers(parent.pid)
            the_parent = luck.random() < 0.5 if before is None else (before + kills) % 2 == 1
            victim = parent.pid if not playing or the_parent else luck.choice(playing)
            if parent.poll() is not None:
                break
            try:
                os.kill(victim, signal.SIGKILL)
                kills += 1
            except ProcessLookupError:                                  # it ended by itself just now
                pass
            if victim == parent.pid:
                break
        said = parent.communicate()[1]
        now = finished(folder)
        assert now >= kept
        kept = now
        if parent.returncode == 0:
            return kills
        assert parent.returncode == -signal.SIGKILL, said


def goes_on(folder):
    """Play the rest of a study in this process, of which only its own store may help."""
    Path("cache/runs.sqlite").unlink(missing_ok=True)
    assert ended(["sweep", "tiny.yaml", "--out", str(folder), "--quiet", "--lang", "en"]) == 0


def wait(parent, seconds):
    """So long, or until it has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and parent.poll() is None:
        time.sleep(0.02)


@pytest.fixture
def cache(tiny):
    """A folder of its own for what is kept for other experiments, with all compiled already."""
    folder = tiny.parent / "its_cache"
    folder.mkdir()
    (folder / "moves").symlink_to(cache_folder() / "moves")
    return folder


def larger(tiny, kind):
    """Write a study of a kind that takes a while."""
    text = KINDS[kind]
    for old, new in LARGER.items():
        text = text.replace(old, new)
    tiny.write_text(text, encoding="utf-8")


WHOLES: dict[str, dict[str, bytes]] = {}


def left_alone(tiny, kind, exported):
    """What comes out of a larger study of a kind that nobody kills, played once for all tests."""
    larger(tiny, kind)
    if kind not in WHOLES:
        assert ended(["sweep", "tiny.yaml", "--out", f"alone_{kind}", "--quiet", "--lang", "en"]) == 0
        WHOLES[kind] = exported(f"alone_{kind}")
    return WHOLES[kind]


def killed_all_the_time(tiny, cache, exported, times, seed, kinds=("sweep",), by_turns=False):
    """Studies of these kinds in turn, played and killed until that was done so often, each compared with one that was
    left alone."""
    wholes = {kind: left_alone(tiny, kind, exported) for kind in kinds}
    luck, kills, studies = random.Random(seed), 0, 0
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", "import simcore.experiments.pool, simcore.show.experiments.writing"],
                   check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    longest = 4 * (time.monotonic() - begun)                            # as fast as this machine is now
    while kills < times:
        kind = kinds[studies % len(kinds)]
        studies += 1
        larger(tiny, kind)
        folder = tiny.parent / f"killed{studies}"
        kills += play_and_kill(folder, cache, min(times - kills, 7), luck, longest, kills if by_turns else None)
        assert exported(folder) == wholes[kind]
    return kills, studies


def test_a_worker_and_its_parent_killed_at_random_moments_lose_nothing_and_the_end_is_the_same(
        tiny, cache, here, exported):
    kills, _ = killed_all_the_time(tiny, cache, exported, 2, seed=1, by_turns=True)
    assert kills == 2


@pytest.mark.kill
def test_killed_fifty_times_nothing_is_lost_and_the_end_is_the_same(tiny, cache, here, exported):
    kills, studies = killed_all_the_time(tiny, cache, exported, 50, seed=2, kinds=tuple(KINDS))
    print(f"{kills} kills in {studies} studies of {len(KINDS)} kinds")


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.kill)])
def test_ended_from_outside_or_by_ctrl_c_it_says_so_leaves_no_process_and_goes_on(tiny, cache, here, exported, number):
    whole = left_alone(tiny, "sweep", exported)
    parent = begin(tiny.parent / "stopped", cache)
    until = time.monotonic() + 60
    while len(finished(tiny.parent / "stopped")) < 3 and time.monotonic() < until:
        time.sleep(0.02)
    playing = workers(parent.pid)
    for one in [parent.pid, *(playing if number == signal.SIGINT else ())]:           # a terminal tells all of them
        os.kill(one, number)
    said = parent.communicate(timeout=60)[1]
    assert parent.returncode == 128 + number and "the same command goes on" in said and "Traceback" not in said
    assert playing and not any(Path(f"/proc/{one}").exists() for one in playing)
    assert 3 <= len(finished(tiny.parent / "stopped")) < 72
    goes_on(tiny.parent / "stopped")
    assert exported("stopped") == whole


@pytest.mark.parametrize("room", [30_000, 60_000, 200_000], ids=["for runs", "for pictures", "for the page"])
def test_a_disk_that_is_full_ends_it_in_a_line_and_with_room_it_goes_on(folder, here, exported, capfd, room):
    import resource

    capfd.readouterr()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))                      # no file may be larger
    try:
        code = ended(["sweep", "tiny.yaml", "--out", "full", "--quiet", "--fresh", "--lang", "en"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    said = capfd.readouterr().err
    assert code == 4 and said.count("\n") == 1 and "what is finished is kept" in said
    assert not os.path.exists("full/manifest.json")
    assert ended(["sweep", "tiny.yaml", "--out", "full", "--quiet", "--lang", "en"]) == 0
    assert exported("full") == exported(folder)


@pytest.mark.parametrize("nth", [2, 5, -1])
def test_ended_between_the_last_run_and_the_last_file_it_plays_nothing_again(folder, here, exported, monkeypatch, nth):
    from simcore.results import folder as writing

    order, real = [], os.replace

    def ends(old, new):
        order.append(new)
        if len(order) == (nth if nth > 0 else len(whole)):
            raise KeyboardInterrupt
        real(old, new)

    whole = exported(folder)
    os.remove("cache/runs.sqlite")
    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "replace", ends)
        assert ended(["sweep", "tiny.yaml", "--out", "ended", "--quiet", "--lang", "en"]) == 130
    assert not os.path.exists("ended/manifest.json")
    here.clear()
    assert ended(["sweep", "tiny.yaml", "--out", "ended", "--quiet", "--lang", "en"]) == 0
    assert here == [] and exported("ended") == whole
