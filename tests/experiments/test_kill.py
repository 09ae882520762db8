"""Kill -9 of a process that plays, or of the parent of all, at any moment: nothing that was finished is lost, and what
comes out in the end is the same to the byte as of a study that was left alone.

A few times here; ``make test-kill`` does it fifty times.
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
from simcore.compiled import cache_folder

ROOT = Path(__file__).parents[2]
LARGER = {"residents: 300": "residents: 400", "most: 6, batch: 3": "most: 12, batch: 3",
          '["8", "12"]': '["8", "10", "12", "14", "16", "18"]'}

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are looked up as Linux has them")


def begin(folder, cache):
    """The command, in a process of its own."""
    return subprocess.Popen([sys.executable, "-m", "simcore.cli", "sweep", "tiny.yaml", "--out", str(folder), "--jobs", "2",
                             "--lang", "en"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
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


def play_and_kill(folder, cache, times, luck, longest):
    """Play a study to its end, killing now a worker and now the parent, at most ``times`` times; gives how often."""
    kills, before = 0, set()
    while True:
        (cache / "runs.sqlite").unlink(missing_ok=True)                # only its own store may help
        parent = begin(folder, cache)
        while parent.poll() is None and kills < times:
            wait(parent, luck.uniform(0, longest))
            playing = workers(parent.pid)
            victim = parent.pid if not playing or luck.random() < 0.5 else luck.choice(playing)
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
        assert now >= before
        before = now
        if parent.returncode == 0:
            return kills
        assert parent.returncode == -signal.SIGKILL, said


def wait(parent, seconds):
    """So long, or until it has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and parent.poll() is None:
        time.sleep(0.02)


def killed_all_the_time(tiny, exported, times, seed):
    """Studies played and killed until that was done so often, each compared with one that was left alone."""
    text = tiny.read_text(encoding="utf-8")
    for old, new in LARGER.items():
        text = text.replace(old, new)
    tiny.write_text(text, encoding="utf-8")
    cache = tiny.parent / "its_cache"
    cache.mkdir()
    (cache / "moves").symlink_to(cache_folder() / "moves")              # compiled already
    assert ended(["sweep", "tiny.yaml", "--out", "alone", "--quiet", "--lang", "en"]) == 0
    whole, luck, kills, studies = exported("alone"), random.Random(seed), 0, 0
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", "import simcore.experiments.pool, simcore.show.experiments.writing"], check=True,
                   env=os.environ | {"PYTHONPATH": str(ROOT)})
    longest = 4 * (time.monotonic() - begun)                            # as fast as this machine is now
    while kills < times:
        studies += 1
        folder = tiny.parent / f"killed{studies}"
        kills += play_and_kill(folder, cache, min(times - kills, 8), luck, longest)
        assert exported(folder) == whole
    return kills, studies


def test_killed_at_random_moments_nothing_is_lost_and_the_end_is_the_same(tiny, here, exported):
    killed_all_the_time(tiny, exported, 3, seed=1)


@pytest.mark.kill
def test_killed_fifty_times_nothing_is_lost_and_the_end_is_the_same(tiny, here, exported):
    kills, studies = killed_all_the_time(tiny, exported, 50, seed=2)
    print(f"{kills} kills in {studies} studies")
