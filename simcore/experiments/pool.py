"""Processes that play blocks, watched over: one that dies or hangs is replaced, and its block is tried again in halves,
until the run that does it is known by itself.

The parent alone decides and writes; a process knows its block and nothing else, and ends when the parent is gone.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from simcore.errors import BadInput, Defect
from simcore.experiments.block import Block, Played

STARTING = 300.0                                   # seconds a process may take to load and compile, beside its block
TOGETHER = 0.2                                     # seconds between looks at the clock


@dataclass(frozen=True)
class Task:
    """A block to play, how often that went wrong, and what it shares with others so that one process does them."""
    block: Block
    tries: int = 0

    @property
    def beside(self) -> tuple:
        """What blocks have in common that may stand beside the same lane of doing nothing."""
        touching = tuple(pair for pair in self.block.case.settings if pair[0].startswith(("neighbourhood.", "plugins.")))
        return self.block.replications, touching, tuple(
            pair for pair in self.block.given if pair[0].startswith(("neighbourhood.", "plugins.")))


class Worker:
    """A process of the pool, the task it is at, and until when it may be."""

    def __init__(self, context: Any, work: Callable[[Connection], None]):
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs,), name="simwijk-experiment", daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.last: tuple | None = None
        self.until, self.fresh = 0.0, True

    def give(self, task: Task, seconds: float) -> None:
        """Let it play a task."""
        self.task, self.last = task, task.beside
        self.until = time.monotonic() + seconds + (STARTING if self.fresh else 0)
        self.line.send(task.block)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Waiting:
    """Tasks in the order they were asked, those that may stand beside the same lane of doing nothing together."""

    def __init__(self, tasks: Iterable[Task]):
        self.groups: dict[tuple, deque[Task]] = {}
        self.taken: set[tuple] = set()             # groups that a process is at
        for task in tasks:
            self.add(task)

    def add(self, task: Task, first: bool = False) -> None:
        """Put a task with its group, at its end or before all others."""
        group = self.groups.setdefault(task.beside, deque())
        (group.appendleft if first else group.append)(task)

    def next(self, last: tuple | None) -> Task | None:
        """The next for a process that was at the group ``last``: of the same, else of one nobody is at, else any."""
        if not self.groups:
            return None
        free = [one for one in self.groups if one not in self.taken]
        key = last if last in self.groups else free[0] if free else next(iter(self.groups))
        if last != key:
            self.taken.discard(last)
        self.taken.add(key)
        task = self.groups[key].popleft()
        if not self.groups[key]:
            del self.groups[key]
            self.taken.discard(key)
        return task


class Pool:
    """So many processes; ``seconds`` is what a block may take, ``retries`` how often one that goes wrong is tried."""

    def __init__(self, jobs: int, *, seconds: float = 600, retries: int = 1,
                 work: Callable[[Connection], None] | None = None):
        self.jobs, self.seconds, self.retries = jobs, seconds, retries
        self.work = work or at_work
        self.context = multiprocessing.get_context("spawn")      # a fork would copy threads, and Windows has none
        self.workers: list[Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self.workers:
            one.end()
        self.workers.clear()

    def play(self, blocks: Iterable[Block], tick: Callable[[], None] = lambda: None) -> Iterator[tuple[Block, Played]]:
        """Each block with what it gave, as they come; of a block that was cut, its parts. ``tick`` is called often."""
        waiting = Waiting(Task(block) for block in blocks)
        try:
            while waiting.groups or any(one.task for one in self.workers):
                self.hand_out(waiting)
                tick()
                for one in self.ready():
                    yield from self.heard(one, waiting)
        finally:
            for one in [one for one in self.workers if one.task]:        # left half-way: what they are at is not wanted
                self.replace(one)

    def hand_out(self, waiting: Waiting) -> None:
        """Give every process that has nothing to do something, and start those that are missing."""
        while True:
            free = next((one for one in self.workers if one.task is None), None)
            if free is None and len(self.workers) >= self.jobs:
                return
            task = waiting.next(free.last if free else None)
            if task is None:
                return
            if free is None:
                free = self.begun()
            try:
                free.give(task, self.seconds)
            except OSError:                        # it died while it had nothing to do
                self.replace(free)
                waiting.add(task, first=True)

    def begun(self) -> Worker:
        """A new process, which leaves Ctrl-C to us."""
        from simcore.show.studio import deaf

        with deaf():
            self.workers.append(Worker(self.context, self.work))
        return self.workers[-1]

    def replace(self, one: Worker) -> None:
        """End a process; another starts when there is work."""
        self.workers.remove(one)
        one.end()

    def ready(self) -> list[Worker]:
        """The processes that have an answer, are dead, or have had their time."""
        busy = [one for one in self.workers if one.task]
        heard = wait([one.line for one in busy], TOGETHER)
        now = time.monotonic()
        return [one for one in busy if one.line in heard or now > one.until]

    def heard(self, one: Worker, waiting: Waiting) -> Iterator[tuple[Block, Played]]:
        """What a process has to say; of one that says nothing more, its task again, in halves."""
        task = one.task
        try:
            if not one.line.poll():
                raise TimeoutError
            answer = one.line.recv()
        except (EOFError, OSError, TimeoutError) as error:
            late = isinstance(error, TimeoutError)
            self.replace(one)
            yield from self.again(task, waiting, f"takes more than {self.seconds:g} seconds" if late else
                                  f"ended its process ({ended(one.process.exitcode)})")
            return
        one.task, one.fresh = None, False
        if isinstance(answer, BaseException):
            raise answer
        yield task.block, answer

    def again(self, task: Task, waiting: Waiting, why: str) -> Iterator[tuple[Block, Played]]:
        """Try a task once more, then its halves; a single run that goes wrong each time is given up, with the reason."""
        some = len(task.block.replications)
        if task.tries < self.retries:
            waiting.add(Task(task.block, task.tries + 1), first=True)
        elif some > 1:
            for half in (range(some // 2), range(some // 2, some)):
                waiting.add(Task(task.block.only(half), self.retries), first=True)
        else:
            yield task.block, lost(task.block, why)


def lost(block: Block, why: str) -> Played:
    """What a block gave in which nothing lived."""
    import numpy as np

    return Played([], [], np.zeros((0, 0)), np.zeros((0, 0, 0)), 0.0, dict.fromkeys(block.replications, why))


def ended(code: int | None) -> str:
    """How a process ended, in words."""
    import signal

    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit {code}"


def at_work(line: Connection) -> None:
    """What a process does: play what it is given, until nobody gives anything more."""
    import gc

    from simcore.experiments.block import Memory, played

    memory = Memory()
    while True:
        try:
            block = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer: object = played(block, memory)
        except (BadInput, MemoryError) as error:
            answer = error
        except Exception as error:
            answer = Defect(f"{type(error).__name__}: {error}")
        try:
            line.send(answer)
        except OSError:                            # the parent has gone
            return
        del answer, block
        gc.collect()
