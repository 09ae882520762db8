import os
import signal

import pytest

from simcore.canvas import load
from simcore.errors import Environment, SimwijkError
from simcore.plugin.activating import activate
from simcore.run import play
from simcore.show.charts import draw
from simcore.show.studio import Studio


@pytest.fixture(scope="module")
def outcome():
    spec = load("haarlems_gemak")
    return play(spec, replications=2, weeks=20, residents=400, plugins=activate(spec))


def test_the_pictures_are_those_that_would_be_drawn_here(outcome, tmp_path):
    with Studio() as studio:
        studio.draw(outcome, tmp_path / "there", "en", typical=1)
        drawn = studio.drawn()
    assert ([file.read_bytes() for file in drawn]
            == [file.read_bytes() for file in draw(outcome, tmp_path, "en", typical=1)])
    assert not studio.process.is_alive()


def test_what_goes_wrong_there_is_raised_here(outcome, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"), Studio() as studio:
        studio.draw(outcome, tmp_path / "file" / "pictures", "nl")
        studio.drawn()
    outcome = play(outcome.spec, replications=1, weeks=2, residents=300, lanes=["nothing"])
    with pytest.raises(SimwijkError, match="enterprise"), Studio() as studio:
        studio.draw(outcome, tmp_path / "pictures", "nl")
        studio.drawn()


def test_a_process_that_is_killed_is_told_of(outcome, tmp_path):
    with pytest.raises(Environment, match="no-pictures"), Studio() as studio:
        os.kill(studio.process.pid, signal.SIGKILL)
        studio.draw(outcome, tmp_path / "pictures", "nl")
        studio.drawn()


def test_nothing_waits_and_nothing_stays_when_the_run_fails(outcome, tmp_path):
    with pytest.raises(ZeroDivisionError), Studio() as studio:
        studio.draw(outcome, tmp_path / "pictures", "nl")
        1 / 0
    assert not studio.process.is_alive() and not (tmp_path / "pictures").exists()


def test_without_an_order_the_process_ends():
    before = signal.getsignal(signal.SIGINT)
    with Studio() as studio:
        assert signal.getsignal(signal.SIGINT) is before
    assert not studio.process.is_alive()
