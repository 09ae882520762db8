"""Workers that play blocks, watched over: what one was at that went wrong is tried again, whole where that may help and
then in halves, until the run that does it is known by itself. Only what is wrong with the input ends it all.

One decides and writes; a worker knows its block and nothing else. What a worker is, ``pool`` says (a process of this
machine) and ``cluster`` (one of a cluster, which has such a process).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from simcore.errors import BadInput
from simcore.experiments.answering import Broken
from simcore.experiments.block import Block, Played, base_of, none_of

LEAST = 30.0                                       # seconds that any part of a block may take, where a whole one may


@dataclass(frozen=True)
class Task:
    """A block to play, how often that went wrong, and the share it is of the block that was asked for."""
    block: Block
    tries: int = 0
    share: float = 1.0

    @property
    def beside(self) -> tuple:
        """What blocks have in common that may stand beside the same lane of doing nothing: one process does them."""
        touching = tuple(pair for pair in self.block.case.settings
                         if pair[0].startswith(("neighbourhood.", "plugins.")))
        return self.block.replications, touching, tuple(
            pair for pair in self.block.given if pair[0].startswith(("neighbourhood.", "plugins.")))


class Gone(Exception):
    """A worker says nothing more: ``how`` it went; ``late`` when it had had its time."""

    def __init__(self, how: str, late: bool = False):
        self.how, self.late = how, late
        super().__init__(how, late)


class Worker(Protocol):
    """One that plays a task at a time; ``last`` is what its last task had in common with others."""
    task: Task | None
    last: tuple | None

    @property
    def free(self) -> bool:
        """Whether it may be given a task."""

    def give(self, task: Task, base: str, seconds: float) -> None:
        """Let it play a task. Raises OSError when it is not there any more."""

    def heard(self) -> list[tuple[Block, Played]] | Broken | BadInput:
        """What it says: what its block gave, in parts where it was cut. Raises Gone when it says nothing more."""


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


class Crew:
    """Workers; ``seconds`` is what a block may take, ``retries`` how often one that goes wrong is tried."""

    def __init__(self, *, seconds: float, retries: int):
        self.seconds, self.retries = seconds, retries
        self.workers: list[Worker] = []

    def more(self, waiting: Waiting) -> None:
        """Get more workers, where there is work for them and they can be had."""
        raise NotImplementedError

    def ready(self) -> Iterable[Worker]:
        """The workers that have something to say, or are gone; waits a moment for them."""
        raise NotImplementedError

    def drop(self, one: Worker) -> None:
        """Do without a worker from here on, and end what it is at."""
        raise NotImplementedError

    def play(self, blocks: Iterable[Block], tick: Callable[[], None] = lambda: None) -> Iterator[tuple[Block, Played]]:
        """Each block with what it gave, as they come; of a block that was cut, its parts. ``tick`` is called often.

        Raises BadInput when a worker finds something wrong with what it was given, Environment when none can be had.
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
                self.drop(one)

    def hand_out(self, waiting: Waiting) -> None:
        """Give every worker that is free something to do, and get more where there is work for them."""
        for one in [one for one in self.workers if one.free]:
            if (task := waiting.next(one.last)) is None:
                break
            try:
                one.give(task, self.base(task.block), self.may_take(task))
            except OSError:                        # it went while it had nothing to do
                self.drop(one)
                waiting.add(task, first=True)
        self.more(waiting)

    def base(self, block: Block) -> str:
        """What the case of a block hangs on where it was asked for."""
        return base_of(block.case)

    def may_take(self, task: Task) -> float:
        """The seconds a task may take: a part of a block less than the whole."""
        return max(self.seconds * task.share, min(self.seconds, LEAST))

    def heard(self, one: Worker, waiting: Waiting) -> Iterator[tuple[Block, Played]]:
        """What a worker has to say; of one that says nothing more, its task again."""
        task = one.task
        try:
            answer = one.heard()
        except Gone as gone:
            self.drop(one)
            yield from self.again(task, waiting, gone.how, not gone.late or len(task.block.replications) == 1)
            return
        one.task = None
        if isinstance(answer, BadInput):
            raise answer
        if isinstance(answer, Broken):
            yield from self.again(task, waiting, answer.why, False)
            return
        yield from answer

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
