"""Pieces of work and a process that plays them without playing anything: what becomes of processes is tried in no time.

Small on purpose: a process that is started loads this and nothing else.
"""

import os
import signal
import time
from dataclasses import dataclass, field, replace
from types import SimpleNamespace


@dataclass(frozen=True)
class Piece:
    """Looks like a block."""
    replications: tuple[int, ...]
    name: str = "a"
    given: tuple = ()
    case: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(settings=(), model="haarlems_gemak"),
                                  compare=False)

    def only(self, places):
        return replace(self, replications=tuple(self.replications[i] for i in places))

    @property
    def keys(self):
        return [f"{self.name}{r}" for r in self.replications]


@dataclass
class Answer:
    """Looks like what a block gave."""
    replications: list
    names: list
    figures: list
    series: list
    seconds: float = 0.0
    failed: dict = field(default_factory=dict)


def told(what, r):
    """Whether the test wants it of this replication: DIES=3,4 in the environment."""
    return str(r) in os.environ.get(what, "").split(",")


def once(r):
    """Whether a replication is seen for the first time by any process."""
    try:
        os.mkdir(os.path.join(os.environ["SEEN"], str(r)))
        return True
    except FileExistsError:
        return False


def work(line):
    """Dies, hangs or raises at the replications that the environment names; of others the figure is their number."""
    if "UNBORN" in os.environ:
        os._exit(9)
    line.send(None)
    while True:
        try:
            piece, _ = line.recv()
        except EOFError:
            return
        line.send(answer(piece))


def answer(piece):
    for r in piece.replications:
        if told("DIES", r) or told("DIES_ONCE", r) and once(r):
            os.kill(os.getpid(), signal.SIGKILL)
        if told("HANGS", r):
            time.sleep(600)
        if told("RAISES", r):
            from simcore.experiments.answering import Broken

            return Broken(f"odd in {r}")
        if told("WRONG", r):
            from simcore.errors import BadInput, Problem

            return BadInput(Problem("model.yaml", 3, 1, "is odd"))
    return Answer(list(piece.replications), ["one"], [[float(r)] for r in piece.replications],
                  [None for _ in piece.replications])


def lasting(line):
    """Takes long over its first piece, and ends with its parent as a real one does."""
    from simcore.child import leave_with_parent

    leave_with_parent()
    line.send(None)
    line.recv()
    time.sleep(600)
