"""Where districts began, kept in memory: what is played next in the same district
with the same luck begins there too, and doing nothing follows what it did there as long as only rules of household
help are others."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from types import MappingProxyType

from simcore.canvas import Spec
from simcore.stage import Begun
from simcore.week.tape import Reel

MOST = 6                                           # districts in some courses, of about a megabyte a course
ROOM = 500e6                                       # bytes of tapes: of two districts in 100 courses, at 1.1 MB a course,
                                                   # and of one to whom occasions came, which is twice that


class Beginnings:
    """The beginnings of the districts that were played last, by all that a beginning hangs on."""

    def __init__(self, most: int = MOST, room: float = ROOM):
        self.most, self.room, self.kept, self.tapes = most, room, OrderedDict(), OrderedDict()

    def of(self, name: str) -> Begun:
        """Where a district began that goes by this name; empty when that is not known."""
        return self.kept.get(name, MappingProxyType({}))

    def keep(self, name: str, begun: Begun) -> None:
        """Keep where a district began, when that is known; the oldest goes."""
        if begun:
            self.kept[name] = begun
            self.kept.move_to_end(name)
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)

    def tape(self, name: str) -> Reel | None:
        """A tape of doing nothing in a district, when one is known."""
        if name in self.tapes:
            self.tapes.move_to_end(name)
        return self.tapes.get(name)

    def keep_tape(self, name: str, tape: Reel | None) -> None:
        """Keep a tape of doing nothing, when there is one: one serves for all of a district, the longest. Of those
        that were used longest ago go first to whom occasions came, then the tape, when there is no room for all."""
        if tape and (name not in self.tapes or self.tapes[name].weeks < tape.weeks):
            self.tapes[name] = tape
            self.tapes.move_to_end(name)
            for one in list(self.tapes.values())[:-1]:
                if self.taken > self.room:
                    one.untell()                   # which can be found out again
            while len(self.tapes) > 1 and self.taken > self.room:
                self.tapes.popitem(last=False)

    @property
    def taken(self) -> int:
        """Bytes of tapes."""
        return sum(one.size + one.told for one in self.tapes.values())


def district(spec: Spec, seed: int, replications: Iterable[int], residents: int | None, luck_only: bool,
             given: object = None) -> str:
    """A name that says all a beginning hangs on: the neighbourhood with its numbers and how they are drawn or
    ``given``, the day, the luck and how many live there (see week/beginning.py)."""
    said = spec.place_digest, spec.canvas.simwijk.start, seed, list(replications), residents, luck_only, given
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()
