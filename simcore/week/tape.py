"""The tape of a lane of doing nothing: what was done at each occasion to meet a need, for other lanes to follow.

See behaviour/course.py. A tape counts only as long as a lane has the same terms: the same number of occasions to
expect, and the same rules of household help. From the first week in which they differ everybody chooses.
"""

from collections.abc import Mapping

import numpy as np

from simcore.behaviour.world import World

SPARE = 1.25                     # room for more occasions than are expected


class Tape:
    """One entry per week: terms (R, n), lengths (R,) and what was done (R, longest) uint8."""

    def __init__(self) -> None:
        self.weeks: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def write(self, w: World, terms: np.ndarray) -> None:
        """Keep the week that was just lived; lengths of -1 where there was more than there is room for."""
        length = np.where(w.tape_length <= w.tape.shape[1], w.tape_length, -1)
        self.weeks.append((terms, length, w.tape[:, :max(0, length.max(initial=0))].copy()))

    def read(self, w: World, week: int, terms: np.ndarray) -> None:
        """Lay the tape of a week before the people, and say in ``w.follows`` (R,) where it still counts."""
        if week >= len(self.weeks):
            w.follows[:] = False
            return
        then, length, done = self.weeks[week]
        w.follows[:] = (w.follows | (week == 0)) & (terms == then).all(1) & (length >= 0)
        w.tape[:, :done.shape[1]] = done

    @property
    def replications(self) -> int:
        """How many it is of."""
        return self.weeks[0][1].size if self.weeks else 0

    def of(self, places: list[int]) -> "Tape":
        """The tape of the replications at some places; itself when that is all of them."""
        if list(places) == list(range(self.replications)):
            return self
        out = Tape()
        out.weeks = [(terms[places], length[places], done[places]) for terms, length, done in self.weeks]
        return out

    def arrays(self) -> dict[str, np.ndarray]:
        """The tape as three arrays, one week after another (see ``taped``)."""
        terms, length, done = zip(*self.weeks)
        return {"terms": np.array(terms), "length": np.array(length), "done": np.concatenate(done, 1)}

    @property
    def size(self) -> int:
        """Bytes of what was done."""
        return sum(done.nbytes for _, _, done in self.weeks)

    @property
    def room(self) -> int:
        """Entries of the longest week."""
        return max((done.shape[1] for _, _, done in self.weeks), default=0)


def taped(arrays: Mapping[str, np.ndarray]) -> Tape:
    """The tape back from its arrays."""
    out, longest = Tape(), np.maximum(0, arrays["length"].max(1, initial=0))
    parts = np.split(arrays["done"], np.cumsum(longest)[:-1], axis=1)
    out.weeks = list(zip(arrays["terms"], arrays["length"], parts))
    return out


class Reel:
    """Tapes of chunks of replications, in their order, not copied into one before somebody asks for a part."""

    def __init__(self, tapes: list[Tape]):
        self.tapes = tapes

    @property
    def size(self) -> int:
        """Bytes of what was done."""
        return sum(tape.size for tape in self.tapes)

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
    for week in zip(*(tape.weeks for tape in tapes)):
        most = max(done.shape[1] for _, _, done in week)
        out.weeks.append((np.concatenate([terms for terms, _, _ in week]),
                          np.concatenate([length for _, length, _ in week]),
                          np.concatenate([np.pad(done, ((0, 0), (0, most - done.shape[1]))) for _, _, done in week])))
    return out


def room_for(expected: float) -> int:
    """Entries to make room for, when so many occasions to meet a need are expected in a week."""
    return int(SPARE * expected) + 400
