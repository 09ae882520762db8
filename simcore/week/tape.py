"""The tape of a lane of doing nothing: what was done at each occasion to meet a need, for other lanes to follow.

See behaviour/course.py. A tape counts only as long as all terms of every lane (``Terms.mark``) and the occasions to
expect are the same. From the first week in which they differ everybody chooses. To another lane of doing nothing it
counts where rules of household help differ too.
"""

import threading
from collections.abc import Mapping

import numpy as np

from simcore.behaviour.world import World
from simcore.compiled import short

SPARE = 1.25                     # room for more occasions than are expected


class Tape:
    """One entry per week: terms (R, n), lengths (R,), and what was done, replication after replication, uint8.

    The first of the terms stands for the rules of household help.
    While it is ``growing`` another thread writes it, and who reads ahead of that waits.
    """

    def __init__(self, growing: bool = False) -> None:
        self.weeks: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        self.growing, self.grown = growing, threading.Condition()

    def __reduce__(self) -> tuple:
        """A tape that is whole goes to another process as its arrays."""
        return taped, (self.arrays(),)

    def write(self, w: World, terms: np.ndarray) -> None:
        """Keep the week that was just lived; lengths of -1 where there was more than there is room for."""
        length = np.where(w.tape_length <= w.tape.shape[1], w.tape_length, -1)
        done = np.concatenate([row[:max(n, 0)] for row, n in zip(w.tape, length)])
        with self.grown:
            self.weeks.append((terms, length, done))
            self.grown.notify_all()

    def end(self) -> None:
        """No more weeks will be written."""
        with self.grown:
            self.growing = False
            self.grown.notify_all()

    def read(self, w: World, week: int, terms: np.ndarray) -> None:
        """Lay the tape of a week before the people, and say in ``w.follows`` (R,) where it still counts."""
        with self.grown:
            self.grown.wait_for(lambda: week < len(self.weeks) or not self.growing)
        if week >= len(self.weeks):
            w.follows[:] = False
            return
        then, length, done = self.weeks[week]
        but = 0 if w.enterprises.shape[1] else 1                  # rules of help part those they touch alone
        w.follows[:] = (w.follows | (week == 0)) & (terms[:, but:] == then[:, but:]).all(1) & (length >= 0)
        lay(w.tape, length, done)

    def help(self, week: int) -> np.ndarray:
        """(R,) what stands for the rules of household help in a week, or in the last there is."""
        return self.weeks[min(week, len(self.weeks) - 1)][0][:, 0]

    @property
    def replications(self) -> int:
        """How many it is of."""
        return self.weeks[0][1].size if self.weeks else 0

    def of(self, places: list[int]) -> "Tape":
        """The tape of the replications at some places; itself when that is all of them, and in the same memory where
        they lie side by side."""
        if list(places) == list(range(self.replications)) or not self.weeks:
            return self
        out, first, last = Tape(), places[0], places[-1] + 1
        together = list(places) == list(range(first, last))
        lengths = np.array([length for _, length, _ in self.weeks], np.int64).reshape(-1, self.replications)
        ends = np.cumsum(np.maximum(lengths, 0), 1)
        begins = ends - np.maximum(lengths, 0)
        for (terms, length, done), begin, end in zip(self.weeks, begins, ends):
            if together:
                out.weeks.append((terms[first:last], length[first:last], done[begin[first]:end[last - 1]]))
            else:
                parts = [done[begin[r]:end[r]] for r in places]
                out.weeks.append((terms[places], length[places], np.concatenate(parts)))
        return out

    def arrays(self) -> dict[str, np.ndarray]:
        """The tape as three arrays, one week after another (see ``taped``)."""
        terms, length, done = zip(*self.weeks)
        return {"terms": np.array(terms), "length": np.array(length), "done": np.concatenate(done)}

    @property
    def size(self) -> int:
        """Bytes of what was done."""
        return sum(done.nbytes for _, _, done in self.weeks)

    @property
    def room(self) -> int:
        """Entries of the longest week of a replication."""
        return max((int(length.max(initial=0)) for _, length, _ in self.weeks), default=0)


@short
def lay(tape, length, done):
    """Lay ``done``, one replication after another, at the beginning of the rows of ``tape``."""
    begin = 0
    for r in range(tape.shape[0]):
        for n in range(max(0, length[r])):
            tape[r, n] = done[begin + n]
        begin += max(0, length[r])


def taped(arrays: Mapping[str, np.ndarray]) -> Tape:
    """The tape back from its arrays."""
    out = Tape()
    ends = np.cumsum(np.maximum(0, arrays["length"]).sum(1))
    out.weeks = list(zip(arrays["terms"], arrays["length"], np.split(arrays["done"], ends[:-1])))
    return out


class Reel:
    """Tapes of chunks of replications, in their order, not copied into one before somebody asks for a part."""

    def __init__(self, tapes: list[Tape]):
        self.tapes = tapes

    @property
    def size(self) -> int:
        """Bytes of what was done."""
        return sum(tape.size for tape in self.tapes)

    @property
    def weeks(self) -> int:
        """How many weeks there are of all."""
        return min(len(tape.weeks) for tape in self.tapes)

    def of(self, places: list[int]) -> Tape:
        """The tape of the replications at some places of all, which lie in rising order."""
        parts, first = [], 0
        for tape in self.tapes:
            mine = [place - first for place in places if first <= place < first + tape.replications]
            parts += [tape.of(mine)] if mine else []
            first += tape.replications
        return joined(parts)

    def whole(self) -> Tape:
        """One tape of all."""
        return joined(self.tapes)


def joined(tapes: list[Tape]) -> Tape:
    """Tapes of chunks of replications, side by side."""
    if len(tapes) == 1:
        return tapes[0]
    out = Tape()
    side_by_side = zip(*(tape.weeks for tape in tapes))
    out.weeks = [tuple(np.concatenate(parts) for parts in zip(*week)) for week in side_by_side]
    return out


def room_for(expected: float) -> int:
    """Entries to make room for, when so many occasions to meet a need are expected in a week."""
    return int(SPARE * expected) + 400
