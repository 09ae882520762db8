"""A folder is held by one process, and free as soon as that one ends, however it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simcore.errors import Environment
from simcore.experiments.holding import held, is_held

HOLDER = """
import sys, time
from pathlib import Path
from simcore.experiments.holding import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """A process that holds the folder."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True,
                               env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])})
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()


def test_while_one_process_holds_it_another_is_told_which(holder, tmp_path):
    assert is_held(tmp_path)
    with pytest.raises(Environment, match=rf"at work here already \(process {holder.pid}\)"), held(tmp_path):
        pass


def test_after_kill_9_it_is_free(holder, tmp_path):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / ".lock").exists() and not is_held(tmp_path)
    with held(tmp_path):
        assert (tmp_path / ".lock").read_text() == str(os.getpid())
    assert not (tmp_path / ".lock").exists()


def test_a_lock_with_the_number_of_a_process_that_does_something_else_is_no_lock(tmp_path):
    (tmp_path / ".lock").write_text(str(os.getppid()))
    with held(tmp_path):
        pass


def test_held_twice_by_one_process_is_refused_as_well(tmp_path):
    with held(tmp_path), pytest.raises(Environment), held(tmp_path):
        pass
