"""Processes of this machine that play blocks: one that dies or hangs is ended and replaced.

A process knows its block and nothing else, and ends when the parent is gone.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any

from simcore.child import leave_with_parent
from simcore.errors import BadInput, Environment
from simcore.experiments.answering import Broken, answer_to
from simcore.experiments.block import Block, Memory, Played
from simcore.experiments.crew import Crew, Gone, Task, Waiting

STARTING = 300.0                                   # seconds a process may take to load, and the first blocks to compile
STILLBORN = 5                                      # processes in a row that end before they have loaded
TOGETHER = 0.2                                     # seconds between looks at the clock
LITTER = 2.0                                       # seconds of playing after which a process looks for garbage


class Process:
    """A process of the pool: whether it has loaded, the task it is at, and until when it may be."""

    def __init__(self, context: Any, work: Callable[[Connection], None]):
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs,), name="simwijk-experiment", daemon=True)
        try:
            self.process.start()
        finally:
            theirs.close()
        self.loaded = False
        self.task: Task | None = None
        self.last: tuple | None = None
        self.until = time.monotonic() + STARTING

    @property
    def free(self) -> bool:
        """Whether it may be given a task."""
        return self.loaded and self.task is None

    def give(self, task: Task, base: str, seconds: float) -> None:
        """Let it play a task."""
        self.task, self.last, self.until = task, task.beside, time.monotonic() + seconds
        self.line.send((task.block, base))

    def heard(self) -> list[tuple[Block, Played]] | Broken | BadInput | None:
        """What it says; nothing when it says that it has loaded. Raises Gone when it is dead, or has had its time."""
        late = False
        try:
            if self.line.poll():
                answer = self.line.recv()
                whole = self.task is not None and not isinstance(answer, (Broken, BadInput))
                return [(self.task.block, answer)] if whole else answer
            late = time.monotonic() > self.until and self.process.is_alive()
        except (EOFError, OSError):
            pass
        self.end()                                 # its end is heard of a moment before it has gone
        raise Gone("takes longer than it may" if late else f"ended its process ({ended(self.process.exitcode)})", late)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Pool(Crew):
    """So many processes; ``seconds`` is what a block may take, ``retries`` how often one that goes wrong is tried."""

    def __init__(self, jobs: int, *, seconds: float = 600, retries: int = 1,
                 work: Callable[[Connection], None] | None = None):
        super().__init__(seconds=seconds, retries=retries)
        self.jobs, self.work = jobs, work or at_work
        self.stillborn, self.answered = 0, False
        self.context = multiprocessing.get_context("spawn")      # a fork would copy threads, and Windows has none

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self.workers:
            one.end()
        self.workers.clear()

    def more(self, waiting: Waiting) -> None:
        """Start as many processes as there is work for."""
        starting = sum(not one.loaded for one in self.workers)
        while len(self.workers) < self.jobs and starting < waiting.count:
            self.begin()
            starting += 1

    def may_take(self, task: Task) -> float:
        """The seconds a task may take; the very first more, to compile."""
        return super().may_take(task) + (0.0 if self.answered else STARTING)

    def begin(self) -> None:
        """A new process, which leaves Ctrl-C to us."""
        from simcore.show.studio import deaf

        with deaf():
            self.workers.append(Process(self.context, self.work))

    def drop(self, one: Process) -> None:
        """End a process; another starts when there is work."""
        self.workers.remove(one)
        one.end()

    def ready(self) -> list[Process]:
        """The processes that have something to say, are dead, or have had their time."""
        busy = [one for one in self.workers if not one.free]
        heard = wait([place for one in busy for place in (one.line, one.process.sentinel)], TOGETHER)
        now = time.monotonic()
        return [one for one in busy if one.line in heard or one.process.sentinel in heard or now > one.until]

    def heard(self, one: Process, waiting: Waiting) -> Iterator[tuple[Block, Played]]:
        """What a process has to say; the first is that it has loaded."""
        if one.task is not None:
            for part in super().heard(one, waiting):
                self.answered = self.answered or bool(part[1].replications)
                yield part
            return
        try:
            one.heard()
            one.loaded, self.stillborn = True, 0
        except Gone as gone:
            self.drop(one)
            self.unborn(gone.how)

    def unborn(self, how: str) -> None:
        """A process came to nothing before it was given anything; Environment when that goes on."""
        self.stillborn += 1
        if self.stillborn >= STILLBORN:
            raise Environment(f"no process can be started to play in ({how}); is there memory left? A script that "
                              "plays an experiment needs: if __name__ == '__main__'")


def ended(code: int | None) -> str:
    """How a process ended, in words."""
    import signal

    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit {code}"


def at_work(line: Connection) -> None:
    """What a process does: load, say so, and play what it is given, until nobody gives anything more."""
    import gc
    import signal

    leave_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)   # it ends with its parent, which hears that for all
    from simcore import outputs

    outputs.done()                                 # what a plugin prints is no part of the answer
    memory = Memory()
    if not said(line, None):
        return
    gc.freeze()
    looked = time.monotonic()
    while True:
        try:
            block, base = line.recv()
        except (EOFError, OSError):
            return
        answer = answer_to(block, base, memory)
        if not said(line, answer):
            return
        del answer, block
        if time.monotonic() - looked > LITTER:     # to look takes 40 ms: not after every short block
            gc.collect()
            looked = time.monotonic()


def said(line: Connection, what: object) -> bool:
    """Say something to the parent; False when it has gone."""
    try:
        line.send(what)
    except OSError:
        return False
    return True
