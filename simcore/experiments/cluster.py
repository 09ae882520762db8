"""Workers of a Dask cluster that play blocks, on this machine or on many: the same runs, the same numbers.

We decide who plays what, as with processes of our own; Dask brings blocks there and answers back, and says who is gone.
Beside each worker stands a pool of one process, which is watched over there: a run that dies, hangs or raises is found
where it is played, and told in the same words. A worker that goes away takes nothing with it but the block it was at.
"""

from __future__ import annotations

import threading
import time
import uuid
import warnings
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from simcore.canvas import bundled
from simcore.errors import BadInput, Environment, SimwijkError, quoted
from simcore.experiments.addresses import Address, dask
from simcore.experiments.block import Block, Played
from simcore.experiments.crew import Crew, Gone, Task, Waiting
from simcore.experiments.pool import Pool

CONNECT = 10.0                                     # seconds that a cluster may take to answer
LOOK = 1.0                                         # seconds between looks at who is there
NOBODY = 60.0                                      # seconds that it may be without a worker
FETCH = 20.0                                       # seconds that an answer may take to come here
TOGETHER = 0.2                                     # seconds between looks at the clock
STUDIES = 2                                        # that a worker has a process for at once
INSTEAD = "every machine needs the same simwijk, plugins and files, at the same path: put them there"

Parts = list[tuple[Block, Played]]


# --- where the study is -----------------------------------------------------------------------------------------------


class Seat:
    """A worker of the cluster, as it is seen from the study: the task it is at, and where its answer will be."""

    def __init__(self, address: str, cluster: Cluster):
        self.address, self.cluster = address, cluster
        self.task: Task | None = None
        self.last: tuple | None = None
        self.future: Any = None

    @property
    def free(self) -> bool:
        """Whether it may be given a task."""
        return self.task is None

    def give(self, task: Task, base: str, seconds: float) -> None:
        """Let it play a task; there alone, for another may have another's lane of doing nothing."""
        mine = self.cluster
        self.task, self.last = task, task.beside
        self.future = mine.client.submit(play_there, mine.study, elsewhere(task.block), base, seconds, mine.retries,
                                         mine.work, key=f"simwijk-{uuid.uuid4().hex}", workers=[self.address],
                                         allow_other_workers=False, retries=0, pure=False)
        self.future.add_done_callback(lambda _: mine.news.set())

    @property
    def ready(self) -> bool:
        """Whether it has something to say, or is gone."""
        return self.future.done() or self.address not in self.cluster.there

    def heard(self) -> Parts:
        """What its block gave, in parts where that was cut; raises Gone when it has gone, BadInput or Environment when
        it cannot play what it was given."""
        answer = self.answer()
        self.future = None
        if isinstance(answer, BadInput):
            raise BadInput([replace(one, file=f"{self.address}: {one.file}", instead=INSTEAD)
                            for one in answer.problems])
        if isinstance(answer, SimwijkError):
            raise Environment(f"{self.address}: {answer}")
        return [(self.task.block.only(places), played) for places, played in answer]

    def answer(self) -> Any:
        """What came from it."""
        distributed = dask()
        if self.future.status == "finished":
            try:
                return self.future.result(timeout=FETCH)
            except (OSError, distributed.CancelledError):          # it went, and its answer with it
                pass
        elif self.future.status == "error":
            error = self.future.exception(timeout=FETCH)
            if not isinstance(error, distributed.KilledWorker):
                raise Environment(f"{self.address}: cannot play ({cause(error)}); begin the cluster and its workers "
                                  f"with the same version of simwijk")
        raise Gone("its worker went away each time")


def cause(error: BaseException) -> str:
    """What lies under an error, in a line."""
    while error.__cause__ is not None:
        error = error.__cause__
    return quoted(f"{type(error).__name__}: {error}", 200)


def elsewhere(block: Block) -> Block:
    """A block as another process understands it, in whatever folder that is."""
    model = block.case.model
    return block if model in bundled() else replace(block, case=replace(block.case, model=str(Path(model).resolve())))


class Cluster(Crew):
    """The workers of a cluster, those that join later as well; ``seconds`` is what a block may take, ``retries`` how
    often one that goes wrong is tried."""

    def __init__(self, address: Address, *, seconds: float = 600, retries: int = 1,
                 work: Callable[[Connection], None] | None = None):
        super().__init__(seconds=seconds, retries=retries)
        self.address, self.work, self.study = address, work, uuid.uuid4().hex
        self.there: set[str] = set()
        self.news = threading.Event()
        self.looked, self.seen = 0.0, time.monotonic()

    def __enter__(self) -> Cluster:
        """Raises Environment when no cluster answers."""
        distributed = dask()
        try:
            with warnings.catch_warnings():        # of other versions: what counts of those is in what a case hangs on
                warnings.simplefilter("ignore")
                self.client = distributed.Client(str(self.address), security=self.address.security(), timeout=CONNECT,
                                                 set_as_default=False, direct_to_workers=False, name="simwijk")
        except OSError as error:
            raise Environment(f"no cluster answers at {self.address}; is it there, and with the same keys? "
                              f"simwijk cluster start begins one") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self.client.status == "running":
            self.client.run(leave, self.study, on_error="ignore")
        self.client.close(timeout=2)

    def more(self, waiting: Waiting) -> None:
        """See who is there; Environment when that has been nobody for long."""
        now = time.monotonic()
        if now - self.looked < LOOK:
            return
        self.there = set(self.asked()["workers"])
        self.looked = time.monotonic()
        self.workers = [one for one in self.workers if one.task or one.address in self.there]
        new = sorted(self.there - {one.address for one in self.workers})
        self.workers += [Seat(address, self) for address in new]
        if new:
            self.news.set()                        # there is something to hand out
        if self.there:
            self.seen = now
        elif now - self.seen > NOBODY:
            raise Environment(f"no worker is at the cluster {self.address}; let one join: simwijk cluster join "
                              f"{self.address}")

    def asked(self) -> dict[str, Any]:
        """What the cluster says of itself; Environment when it is gone."""
        try:
            if self.client.status == "running":
                return self.client.scheduler_info()
        except (OSError, RuntimeError):
            pass
        raise Environment(f"the cluster {self.address} is gone; what is finished is kept, and the same command goes on")

    def ready(self) -> list[Seat]:
        """The workers that have something to say, or are gone."""
        self.news.wait(TOGETHER)
        self.news.clear()
        return [one for one in self.workers if one.task and one.ready]

    def drop(self, one: Seat) -> None:
        """Do without a worker until it is seen again; nobody waits for what it was at."""
        self.workers.remove(one)
        self.looked = 0.0
        if one.future is not None:
            one.future.cancel()


# --- where it is played -----------------------------------------------------------------------------------------------


class Unwanted(Exception):
    """Nobody waits any more for what is being played."""


class Guest(Pool):
    """The process beside a worker that plays for one study: of another the source of a plugin may be another."""

    def __init__(self, work: Callable[[Connection], None] | None):
        super().__init__(1, work=work)
        self.asked, self.ended, self.alone = "", False, threading.Lock()

    def base(self, block: Block) -> str:
        """What the case hangs on where the study is."""
        return self.asked

    def still(self) -> None:
        """Raises Unwanted when the study has ended."""
        if self.ended:
            raise Unwanted

    def parts(self, block: Block, base: str) -> list[tuple[list[int], Played]]:
        """What a block gave, in parts where it was cut: their places in it, and what they gave."""
        with self.alone:
            self.asked = base
            places = {r: n for n, r in enumerate(block.replications)}
            return [([places[r] for r in part.replications], played) for part, played in self.play([block], self.still)]

    def end(self) -> None:
        """End its process, as soon as it plays nothing."""
        self.ended = True
        if self.alone.acquire(blocking=False):
            self.__exit__()
            self.alone.release()


guests: dict[tuple[str, str], Guest] = {}          # (worker, study) -> its process


def play_there(study: str, block: Block, base: str, seconds: float, retries: int,
               work: Callable[[Connection], None] | None = None
               ) -> list[tuple[list[int], Played]] | SimwijkError | None:
    """What a worker does with a block: let its process play it; nothing when that is not wanted any more."""
    from distributed import get_worker

    worker = get_worker().address
    mine = [one for one in guests if one[0] == worker]
    if (worker, study) not in mine:
        for old in mine[:len(mine) - STUDIES + 1]:
            guests.pop(old).end()                  # its study was killed, or can begin another
        guests[worker, study] = Guest(work)
    guest = guests[worker, study]
    guest.seconds, guest.retries = seconds, retries
    try:
        return guest.parts(block, base)
    except Unwanted:
        return None
    except SimwijkError as error:
        return error
    finally:
        if guest.ended:
            guest.end()


def leave(study: str, dask_worker: Any = None) -> None:
    """What a worker does when a study has ended, however it did."""
    if guest := guests.pop((dask_worker.address, study), None):
        guest.end()


def leave_all() -> None:
    """End all that is played here, at once."""
    while guests:
        guest = guests.popitem()[1]
        guest.ended = True
        guest.__exit__()
