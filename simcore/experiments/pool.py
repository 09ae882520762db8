"""Processes that play blocks, watched over: one that dies or hangs is replaced, and its block is tried again in halves,
until the run that does it is known by itself. So is one that raises; only what is wrong with the input ends it all.

The parent alone decides and writes; a process knows its block and nothing else, and ends when the parent is gone.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from simcore.errors import BadInput, Environment
from simcore.experiments.block import Block, Played, base_of, none_of

STARTING = 300.0                                   # seconds a process may take to load, and the first blocks to compile
STILLBORN = 5                                      # processes in a row that end before they have loaded
TOGETHER = 0.2                                     # seconds between looks at the clock
LITTER = 2.0                                       # seconds of playing after which a process looks for garbage
LEAST = 30.0                                       # seconds that any part of a block may take, where a whole one may


@dataclass(frozen=True)
class Broken:
    """A process could not play its block, for a reason that will be there the next time as well."""
    why: str


@dataclass(frozen=True)
class Task:
    """A block to play, how often that went wrong, and the share it is of the block that was asked for."""
    block: Block
    tries: int = 0
    share: float = 1.0

    @property
    def beside(self) -> tuple:
        """What blocks have in common that may stand beside the same lane of doing nothing: one process does them."""
        touching = tuple(pair for pair in self.block.case.settings if pair[0].startswith(("neighbourhood.", "plugins.")))
        return self.block.replications, touching, tuple(
            pair for pair in self.block.given if pair[0].startswith(("neighbourhood.", "plugins.")))


class Worker:
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

    def heard(self) -> object:
        """What it says. Raises EOFError when it is dead, TimeoutError when it has said nothing in its time."""
        if self.line.poll():
            return self.line.recv()
        if time.monotonic() > self.until and self.process.is_alive():
            raise TimeoutError
        raise EOFError                             # its end is heard of a moment before it has gone

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Waiting:
    """Tasks in the order they were asked, those that may stand beside the same lane of doing nothing together."""

    def __init__(self, tasks: Iterable[Task]):
        self.groups: dict[tuple, deque[Task]] = {}
        self.count = 0
        self.taken: set[tuple] = set()             # groups that a process is at
        for task in tasks:
            self.add(task)

    def add(self, task: Task, first: bool = False) -> None:
        """Put a task with its group, at its end or before all others."""
        group = self.groups.setdefault(task.beside, deque())
        (group.appendleft if first else group.append)(task)
        self.count += 1

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
        self.count -= 1
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
        self.stillborn, self.answered = 0, False

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self.workers:
            one.end()
        self.workers.clear()

    def play(self, blocks: Iterable[Block], tick: Callable[[], None] = lambda: None) -> Iterator[tuple[Block, Played]]:
        """Each block with what it gave, as they come; of a block that was cut, its parts. ``tick`` is called often.

        Raises BadInput when a process finds something wrong with what it was given, Environment when none can be
        started.
        """
        waiting = Waiting(Task(block) for block in blocks)
        try:
            self.hand_out(waiting)
            while waiting.groups or any(one.task for one in self.workers):
                tick()
                answers = [answer for one in self.ready() for answer in self.heard(one, waiting)]
                self.hand_out(waiting)             # nobody waits while what is done is written down
                yield from answers
        finally:
            for one in [one for one in self.workers if one.task]:        # left half-way: what they are at is not wanted
                self.replace(one)

    def hand_out(self, waiting: Waiting) -> None:
        """Give every process that is free something to do, and start as many as there is work for."""
        for one in [one for one in self.workers if one.free]:
            if (task := waiting.next(one.last)) is None:
                break
            try:
                one.give(task, base_of(task.block.case), self.may_take(task))
            except OSError:                        # it died while it had nothing to do
                self.replace(one)
                waiting.add(task, first=True)
        starting = sum(not one.loaded for one in self.workers)
        while len(self.workers) < self.jobs and starting < waiting.count:
            self.begin()
            starting += 1

    def may_take(self, task: Task) -> float:
        """The seconds a task may take: a part of a block less than the whole, the very first more, to compile."""
        seconds = max(self.seconds * task.share, min(self.seconds, LEAST))
        return seconds if self.answered else seconds + STARTING

    def begin(self) -> None:
        """A new process, which leaves Ctrl-C to us."""
        from simcore.show.studio import deaf

        with deaf():
            self.workers.append(Worker(self.context, self.work))

    def replace(self, one: Worker) -> None:
        """End a process; another starts when there is work."""
        self.workers.remove(one)
        one.end()

    def ready(self) -> list[Worker]:
        """The processes that have something to say, are dead, or have had their time."""
        busy = [one for one in self.workers if not one.free]
        heard = wait([place for one in busy for place in (one.line, one.process.sentinel)], TOGETHER)
        now = time.monotonic()
        return [one for one in busy if one.line in heard or one.process.sentinel in heard or now > one.until]

    def heard(self, one: Worker, waiting: Waiting) -> Iterator[tuple[Block, Played]]:
        """What a process has to say; of one that says nothing more, its task again, in halves."""
        task = one.task
        try:
            answer = one.heard()
        except (EOFError, OSError) as error:       # TimeoutError is one of these
            late = isinstance(error, TimeoutError)
            self.replace(one)
            how = "takes longer than it may" if late else f"ended its process ({ended(one.process.exitcode)})"
            if task is None:
                self.unborn(how)
            else:
                yield from self.again(task, waiting, how, not late or len(task.block.replications) == 1)
            return
        if isinstance(answer, BadInput):
            raise answer
        if task is None:
            one.loaded, self.stillborn = True, 0
            return
        one.task = None
        if isinstance(answer, Broken):
            yield from self.again(task, waiting, answer.why, False)
            return
        self.answered = True
        yield task.block, answer

    def unborn(self, how: str) -> None:
        """A process came to nothing before it was given anything; Environment when that goes on."""
        self.stillborn += 1
        if self.stillborn >= STILLBORN:
            raise Environment(f"no process can be started to play in ({how}); is there memory left? A script that plays "
                              f"an experiment needs: if __name__ == '__main__'")

    def again(self, task: Task, waiting: Waiting, why: str, whole: bool) -> Iterator[tuple[Block, Played]]:
        """Try a task once more where that may help, then its halves; a single run that goes wrong each time is given
        up, with the reason."""
        some = len(task.block.replications)
        if whole and task.tries < self.retries:
            waiting.add(Task(task.block, task.tries + 1, task.share), first=True)
        elif some > 1:
            for half in (range(some // 2, some), range(some // 2)):
                tries = self.retries if len(half) > 1 else 0
                waiting.add(Task(task.block.only(half), tries, task.share * len(half) / some), first=True)
        else:
            yield task.block, none_of(task.block, why)


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

    leave_with_parent()
    from simcore import outputs
    from simcore.experiments.block import Memory

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


def answer_to(block: Block, base: str, memory: Any) -> Played | Broken | BadInput:
    """What a block gives, or why it gives nothing."""
    from simcore.experiments.block import changed_since, played

    try:
        return changed_since(block.case, base) or played(block, memory)
    except BadInput as error:
        return error
    except Exception as error:                     # whatever it is, it is that of this block alone
        return Broken(reason(error))


def reason(error: Exception) -> str:
    """What went wrong in a block, and where, in a line."""
    import os
    import traceback

    from simcore.errors import SimwijkError

    if os.environ.get("SIMWIJK_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, SimwijkError) and error.exit_code != 70:
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})"


def leave_with_parent() -> None:
    """End this process as soon as its parent has ended, also in the middle of a block."""
    from simcore.plugin.patience import END

    if (parent := multiprocessing.parent_process()) is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        END(0)

    threading.Thread(target=watch, name="parent", daemon=True).start()
