"""A process of its own that draws the pictures: its libraries load while the run plays,
it draws while the rest is done.

Drawing one course takes as long as playing it, and both are Python: on two cores this halves the wait.

    with Studio() as studio:
        ...                                    # play
        studio.draw(outcome, folder, "nl")     # returns at once
        ...                                    # count, write files
        studio.drawn()                         # waits; raises what went wrong there
"""

from __future__ import annotations

import gc
import multiprocessing
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from simcore.errors import Defect, Environment

if TYPE_CHECKING:
    from simcore.run import Outcome
    from simcore.show.words import Language


class Studio:
    """Draws one run. Left with an error, it leaves no pictures behind."""

    def __init__(self) -> None:
        # "spawn": a fork would copy a process with threads, and Windows has none
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs,), name="simwijk-pictures", daemon=True)
        with deaf():
            self.process.start()
        theirs.close()                         # so that both sides notice when the other is gone
        self.folder: Path | None = None
        self.waiting: threading.Thread | None = None
        self.answer: object = None

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, kind: type | None, error: object, trace: object) -> None:
        """End the process; a second time does nothing more."""
        if kind is not None:
            self.process.terminate()
        if self.waiting is None:
            self.line.close()
        else:
            self.waiting.join()
        self.process.join()
        if kind is not None and self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def draw(self, outcome: Outcome, folder: Path, lang: Language, typical: int | None = None) -> None:
        """Ask for the pictures of a run that has both lanes; what it does later to the outcome changes nothing."""
        self.folder = folder
        lanes = {name: replace(lane, tape=None, begun={}) for name, lane in outcome.lanes.items()}  # not drawn
        order = (replace(outcome, people=None, plugins=[], lanes=lanes), folder, lang, typical)
        self.waiting = threading.Thread(target=self._ask, args=(order,), name="pictures")
        self.waiting.start()

    def _ask(self, order: tuple) -> None:
        try:
            self.line.send(order)
            self.answer = self.line.recv()
            self.process.kill()                # all is written; to take its libraries apart lasts as long as a picture
        except (EOFError, OSError):
            self.answer = Environment("the process that draws has ended; --no-pictures leaves pictures out")
        except Exception as error:             # the order cannot be sent: raised where the pictures are waited for
            self.answer = error
        self.line.close()

    def drawn(self) -> list[Path]:
        """The files, once they are there."""
        self.waiting.join()
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


def work(line: Connection) -> None:
    """What the process does: load what pictures need, rehearse, wait for the order, draw, answer."""
    gc.disable()                               # it does one thing and ends: nothing to collect (measured: a sixth)
    sys.modules["scipy"] = None                # seaborn does without it: its statistics load longest, and go unused
    sys.modules["numba"] = None                # nothing is played here: laws may stay plain Python (compiled.py)
    from simcore.show.charts import draw, load, rehearse

    load()
    rehearse()
    try:
        order = line.recv()
    except EOFError:                           # the run has ended before there was anything to draw
        return
    try:
        answer: object = draw(*order)
    except OSError as error:
        answer = error
    except Exception as error:
        answer = Defect(f"the pictures: {type(error).__name__}: {error}")
    line.send(answer)


@contextmanager
def deaf() -> Iterator[None]:
    """Let a process that is started here not hear Ctrl-C: the run hears it and ends that process itself."""
    if threading.current_thread() is not threading.main_thread():      # which alone may say what is done about it
        blocked = hasattr(signal, "pthread_sigmask") and signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            if blocked is not False:
                signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
