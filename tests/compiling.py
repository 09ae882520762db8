"""The very first time the engine is compiled, which takes over a minute: once for all workers, while they do other work.

Workers that begin at once with what plays would each compile the same. So a process beside them plays every model that
comes along for a while, tests that play nothing come first, and what plays waits until that process is over.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PLAY_NOTHING = {"canvas", "errors", "files", "packaging"}        # folders beside this file,
THESE_TOO = {f"experiments/test_{name}.py" for name in (         # modules of other folders,
    "answering", "box", "bundled", "case", "condition", "designs", "direction", "drives", "errors_shown", "failing",
    "indices", "inputs", "page_shown", "parts", "pointing", "reading", "sensitivity_shown", "store", "sweep_shown")}
BUT_PLAY = {"canvas/test_switched.py"}                           # and what does play in those folders
BEGUN = "SIMWIJK_TESTS_COMPILING"                                # names a file that is there until all is compiled
PLAY = """
from simcore.canvas import bundled, load
from simcore.plugin.activating import activate
from simcore.run import play
for spec in map(load, bundled()):
    play(spec, plugins=activate(spec), residents=200, replications=2, weeks=60, threads=1)
"""


started: list[subprocess.Popen] = []


def plays(item) -> bool:
    """Whether a test may play something: each that is not known to play nothing."""
    where = item.path.relative_to(Path(__file__).parent)
    return where.as_posix() in BUT_PLAY or PLAY_NOTHING.isdisjoint(where.parts[:-1]) and where.as_posix() not in THESE_TOO


def begin() -> None:
    """Compile in a process beside this one; whoever is started from now on knows of it."""
    file, os.environ[BEGUN] = tempfile.mkstemp()
    os.close(file)
    started.append(subprocess.Popen([sys.executable, "-c", PLAY], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    threading.Thread(target=lambda: (started[0].wait(), os.unlink(os.environ[BEGUN])), daemon=True).start()


def wait() -> None:
    """Until all is compiled, when somebody is at it."""
    while os.path.exists(os.environ.get(BEGUN, "")):
        time.sleep(0.1)


def end() -> None:
    """Nobody needs it any more."""
    for process in started:
        process.kill()
