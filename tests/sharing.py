"""What workers share, and share out: the tests of a file go to one of them, and those of the live page all to one, for
what they look at is then played once, by one show in one browser.

The very first time the engine is compiled, which takes over a minute: once for all workers, while they do other work.
Workers that begin at once with what plays would each compile the same. So a process beside them plays every model that
comes along for a while, tests that play nothing come first, and what plays waits until that process is over.

Of what this user's simwijk has kept they see only what is compiled: an answer that was played before must not decide
what a test finds.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from simcore.folders import cache_folder

PLAY_NOTHING = {"canvas", "errors", "files", "packaging"}        # folders beside this file,
THESE_TOO = {f"{folder}test_{name}.py" for folder, names in {    # modules of other folders,
    "": "child compiled errors no_names once pointers",
    "commands/": "canvas help remedy validate",
    "experiments/": "answering box bundled case condition designs direction drives errors_shown failing indices inputs "
                    "page_shown parts pointing reading sensitivity_shown store sweep_shown",
    "plugin/": "folding holidays registering wishes",
    "results/": "arrays bands folder movers people sixteen",
    "show/": "comparison explain explain_uses plugins problems terminal validation",
}.items() for name in names.split()}
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
folders: list[Path] = []


def by_file(config, log):
    """Shares out whole files, in the order in which they were found."""
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "the live page" if is_of_the_page(nodeid) else super()._split_scope(nodeid)

    config.option.loadscopereorder = False
    return ByFile(config, log)


def is_of_the_page(nodeid: str) -> bool:
    """Whether a test is of the live page; there are so many that they begin before all else that plays."""
    folder, _, rest = nodeid.partition("::")[0].removeprefix("tests/").partition("/")
    return folder == "demo" and f"demo/{rest}" not in THESE_TOO


def plays(item) -> bool:
    """Whether a test may play something: each that is not known to play nothing."""
    where = item.path.relative_to(Path(__file__).parent)
    name = where.as_posix()
    return name in BUT_PLAY or PLAY_NOTHING.isdisjoint(where.parts[:-1]) and name not in THESE_TOO


def own_cache() -> None:
    """From now on a folder of these tests alone, but with what is compiled; also for whoever is started from here."""
    compiled, folder = cache_folder() / "moves", Path(tempfile.mkdtemp(prefix="simwijk-tests-"))
    with suppress(OSError):                        # where nothing can be kept, or no name be given to it: compile anew
        compiled.mkdir(parents=True, exist_ok=True)
        (folder / "moves").symlink_to(compiled, target_is_directory=True)
    os.environ["SIMWIJK_CACHE"] = str(folder)
    folders.append(folder)


def keep_what_is_read() -> None:
    """Python keeps what it makes of a source, though this user may have it not do so: some hundred processes are
    started from here, and each would read all our source anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def from_the_end(config) -> None:
    """Every second worker finds the tests from the end: what one has read the other need not read, where they meet."""
    here, name = Path(__file__).parent, config.workerinput["workerid"]
    if int(name.removeprefix("gw")) % 2 and [config.rootpath / one for one in config.args] == [here]:
        there = (one for one in here.iterdir() if one.is_dir() or one.match("test_*.py"))
        config.args[:] = map(str, sorted(there, reverse=True))


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
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
