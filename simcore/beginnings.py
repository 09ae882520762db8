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


class Beginnings:
    """The beginnings of the districts that were played last, by all that a beginning hangs on."""

    def __init__(self, most: int = MOST):
        self.most, self.kept, self.tapes = most, OrderedDict(), OrderedDict()

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
        return self.tapes.get(name)

    def keep_tape(self, name: str, tape: Reel | None) -> None:
        """Keep a tape of doing nothing, when there is one: one serves for all of a district, the longest."""
        if tape and (name not in self.tapes or self.tapes[name].weeks < tape.weeks):
            self.tapes[name] = tape
            while len(self.tapes) > self.most:
                self.tapes.popitem(last=False)


def district(spec: Spec, seed: int, replications: Iterable[int], residents: int | None, luck_only: bool,
             given: object = None) -> str:
    """A name that says all a beginning hangs on: the neighbourhood with its numbers and how they are drawn or
    ``given``, the day, the luck and how many live there (see week/beginning.py)."""
    said = spec.place_digest, spec.canvas.simwijk.start, seed, list(replications), residents, luck_only, given
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()
