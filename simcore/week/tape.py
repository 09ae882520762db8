"""The tape of a lane of doing nothing: what was done at each occasion to meet a need, for other lanes to follow.

See behaviour/course.py. A tape counts only as long as all terms of every lane (``Terms.mark``) and the occasions to
expect are the same. From the first week in which they differ everybody chooses. To another lane of doing nothing it
counts where rules of household help differ too.
"""

import threading
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from simcore.behaviour.world import World
from simcore.compiled import short

SPARE = 1.25                     # room for more occasions than are expected
MOST_PARTS = 8                   # of a reel that are kept


class TapedWeek(NamedTuple):
    """A week on tape, replication after replication. ``whom`` is empty where that is not known, or not any more."""
    terms: np.ndarray                # (R, n); the first stands for the rules of household help
    length: np.ndarray               # (R,) occasions, or -1 where there were more than there was room for
    done: np.ndarray                 # uint8, what was done at each,
    whom: np.ndarray                 # uint16, by which household,
    calls: np.ndarray                # (R, 2 A) and how many of each kind there were

    @property
    def told(self) -> bool:
        """Whether it says to whom occasions came: who follows need not ask luck."""
        return self.calls.shape[1] > 0 and self.whom.size == self.done.size

    def untold(self) -> "TapedWeek":
        """The same, without to whom occasions came."""
        return self._replace(whom=self.whom[:0].copy())

    def of(self, places: list[int] | slice, some: np.ndarray | slice) -> "TapedWeek":
        """That of the replications at some places, of which ``some`` occasions are."""
        whom = self.whom[some] if self.told else self.whom
        return TapedWeek(self.terms[places], self.length[places], self.done[some], whom, self.calls[places])


class Tape:
    """One entry per week. While it is ``growing`` another thread writes it, and who reads ahead of that waits."""

    def __init__(self, growing: bool = False) -> None:
        self.weeks: list[TapedWeek] = []
        self.growing, self.grown = growing, threading.Condition()

    def __reduce__(self) -> tuple:
        """A tape that is whole goes to another process as its arrays."""
        return taped, (self.arrays(),)

    def write(self, w: World, terms: np.ndarray, like: TapedWeek | None = None) -> None:
        """Keep the week that was just lived; lengths of -1 where there was more than there was room for. ``like``: the
        week that was followed, if any, of which whatever it told is the same here."""
        length = np.where(w.tape_length <= w.tape.shape[1], w.tape_length, -1)
        if like is not None and w.told.all():
            whom, calls = like.whom, like.calls
        else:
            whom, calls = used(w.whom, length), w.calls.copy()
        week = TapedWeek(terms, length, used(w.tape, length), whom, calls)
        with self.grown:
            self.weeks.append(week)
            self.grown.notify_all()

    def tell(self, w: World, week: int) -> None:
        """Keep to whom the occasions of a week came, who found that out for all of them where the tape did not say."""
        if week < len(self.weeks) and not self.weeks[week].told and w.follows.all():
            length = self.weeks[week].length
            self.weeks[week] = self.weeks[week]._replace(whom=used(w.whom, length), calls=w.calls.copy())

    def end(self) -> None:
        """No more weeks will be written."""
        with self.grown:
            self.growing = False
            self.grown.notify_all()

    def read(self, w: World, week: int, terms: np.ndarray) -> TapedWeek | None:
        """Lay the tape of a week before the people, and say in ``w.follows`` (R,) where it still counts. Gives that
        week, if there is one."""
        with self.grown:
            self.grown.wait_for(lambda: week < len(self.weeks) or not self.growing)
        if week >= len(self.weeks):
            w.follows[:] = w.told[:] = False
            return None
        one = self.weeks[week]
        but = 0 if w.enterprises.shape[1] else 1                  # rules of help part those they touch alone
        same = (terms[:, but:] == one.terms[:, but:]).all(1) & (one.length >= 0)
        w.follows[:] = (w.follows | (week == 0)) & same
        lay(w.tape, one.length, one.done)
        w.told[:] = w.follows & (one.told and w.whom.shape[1] >= one.length.max(initial=0))
        if w.told.any():
            lay(w.whom, one.length, one.whom)
            w.calls[w.told] = one.calls[w.told]
        return one

    def help(self, week: int) -> np.ndarray:
        """(R,) what stands for the rules of household help in a week, or in the last there is."""
        return self.weeks[min(week, len(self.weeks) - 1)].terms[:, 0]

    @property
    def replications(self) -> int:
        """How many it is of."""
        return self.weeks[0].length.size if self.weeks else 0

    def of(self, places: list[int]) -> "Tape":
        """The tape of the replications at some places; itself when that is all of them, and in the same memory where
        they lie side by side."""
        if list(places) == list(range(self.replications)) or not self.weeks:
            return self
        out, first, last = Tape(), places[0], places[-1] + 1
        together = list(places) == list(range(first, last))
        lengths = np.array([one.length for one in self.weeks], np.int64).reshape(-1, self.replications)
        ends = np.cumsum(np.maximum(lengths, 0), 1)
        begins = ends - np.maximum(lengths, 0)
        for one, begin, end in zip(self.weeks, begins, ends):
            if together:
                out.weeks.append(one.of(slice(first, last), slice(begin[first], end[last - 1])))
            else:
                out.weeks.append(one.of(places, np.concatenate([np.arange(begin[r], end[r]) for r in places])))
        return out

    def arrays(self) -> dict[str, np.ndarray]:
        """The tape as three arrays, one week after another (see ``taped``). To whom occasions came is left out: it is
        more than all the rest, and is found out again."""
        terms, length, done, *_ = zip(*self.weeks)
        return {"terms": np.array(terms), "length": np.array(length), "done": np.concatenate(done)}

    @property
    def size(self) -> int:
        """Bytes of what was done."""
        return sum(one.done.nbytes for one in self.weeks)

    @property
    def told(self) -> int:
        """Bytes of to whom it came, where that is not held by another tape."""
        return sum(one.whom.nbytes for one in self.weeks if one.whom.base is None)

    def untell(self) -> None:
        """Let go of that: it can be found out again."""
        for week, one in enumerate(self.weeks):
            self.weeks[week] = one.untold()

    @property
    def room(self) -> int:
        """Entries of the longest week of a replication."""
        return max((int(one.length.max(initial=0)) for one in self.weeks), default=0)


def used(rows: np.ndarray, length: np.ndarray) -> np.ndarray:
    """What is used of ``rows`` (R, room), one replication after another; nothing where there is no room."""
    out = np.empty(np.maximum(length, 0).sum() if rows.shape[1] else 0, rows.dtype)
    if out.size:
        pick_up(rows, length, out)
    return out


@short
def pick_up(rows, length, out):
    """Write what is used of ``rows`` into ``out``, one replication after another."""
    begin = 0
    for r in range(rows.shape[0]):
        for n in range(max(0, length[r])):
            out[begin + n] = rows[r, n]
        begin += max(0, length[r])


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
    done, nobody = np.split(arrays["done"], ends[:-1]), np.zeros(0, np.uint16)
    out.weeks = [TapedWeek(*week, nobody, np.zeros((len(week[0]), 0), np.int64))
                 for week in zip(arrays["terms"], arrays["length"], done)]
    return out


class Reel:
    """Tapes of chunks of replications, in their order, not copied into one before somebody asks for a part.

    The parts asked for last are kept: who follows one finds out to whom occasions came, for who follows it next.
    """

    def __init__(self, tapes: list[Tape]):
        self.tapes, self.parts = tapes, {}

    def __reduce__(self) -> tuple:
        """To another process it goes without the parts."""
        return Reel, (self.tapes,)

    @property
    def size(self) -> int:
        """Bytes of what was done."""
        return sum(tape.size for tape in self.tapes)

    @property
    def told(self) -> int:
        """Bytes of to whom occasions came, in its tapes and in the parts that are kept."""
        return sum(tape.told for tape in {*self.tapes, *self.parts.values()})

    def untell(self) -> None:
        """Let go of that: it can be found out again."""
        for tape in (*self.tapes, *self.parts.values()):
            tape.untell()

    @property
    def weeks(self) -> int:
        """How many weeks there are of all."""
        return min(len(tape.weeks) for tape in self.tapes)

    def of(self, places: list[int]) -> Tape:
        """The tape of the replications at some places of all, which lie in rising order."""
        name, known = tuple(places), self.parts               # threads may make one twice: the same
        if (found := known.get(name)) is None:
            for oldest in list(known)[:-MOST_PARTS + 1]:
                known.pop(oldest, None)
            found = known[name] = self.made(name)
        return found

    def made(self, places: Sequence[int]) -> Tape:
        """That tape, made of the parts of mine."""
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
    for week in zip(*(tape.weeks for tape in tapes)):
        terms, length, done, whom, calls = zip(*week)
        if not all(one.told for one in week):
            whom, calls = [one[:0] for one in whom], [one[:, :0] for one in calls]
        out.weeks.append(TapedWeek(*map(np.concatenate, (terms, length, done, whom, calls))))
    return out


def room_for(expected: float) -> int:
    """Entries to make room for, when so many occasions to meet a need are expected in a week."""
    return int(SPARE * expected) + 400
