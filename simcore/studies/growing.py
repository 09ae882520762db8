"""Plays models beside doing nothing piece by piece, so that who looks on sees the answer become surer.

    for so_far in Growing(entries, asked, played).pieces():
        so_far.found, so_far.whole                # a Comparison of the courses there are; the last one has all

A piece is some of the courses, of every model that has to be played. What was played before is not played again. The
last answer is that of ``compare`` with as many courses, to the cent: a course is the same in whatever company it plays.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace

from simcore.beginnings import Beginnings
from simcore.played import LaneOutcome, joined
from simcore.plugin.answers import PluginError
from simcore.results.indicators import measure
from simcore.run import NOTHING, none_left
from simcore.studies.beside import Beside, Lanes
from simcore.studies.compare import Comparison, in_common
from simcore.studies.entries import Entry
from simcore.week.lane import Lane

PIECES = (20, 80)                                  # courses: enough for a first band, then what is left
LOOK = 0.05                                        # seconds between two looks at what is played elsewhere

# Plays a share of the courses in another process: its lanes by name with the courses that live in each, and who
# failed; or None when it came to nothing, or at once where it has something else to do.
Elsewhere = Callable[[Beside], Future | None]


@dataclass(frozen=True)
class SoFar:
    """What is known after a piece: a comparison of the courses that were played, and whether these are all."""
    found: Comparison
    whole: bool


class Growing:
    """The models ``entries``; ``asked`` is how they are played (see ``compare``), with a count of replications.

    ``played`` are lanes of all replications that were played before, by name, and gets those that become whole.
    ``tell`` hears how far a piece is (0..1), and may raise to end it; ``watch`` of each lane that is about to be
    played here, with the key of its model (NOTHING for doing nothing). ``beginnings`` are where districts began before;
    ``hands`` gives who else may play a share of a piece now.
    """

    def __init__(self, entries: Sequence[Entry], asked: dict, played: Lanes, *, pieces: Sequence[int] = PIECES,
                 threads: int | None = None, tell: Callable[[float], None] = lambda part: None,
                 watch: Callable[[str, Lane], None] = lambda key, lane: None,
                 keep: Callable[[str, LaneOutcome], None] = lambda name, lane: None,
                 beginnings: Beginnings | None = None, hands: Callable[[], Sequence[Elsewhere]] = lambda: ()):
        self.hands = hands
        self.entries, self.asked, self.played, self.sizes = list(entries), asked, played, pieces
        self.threads, self.tell, self.watch, self.keep = threads, tell, watch, keep
        self.beginnings = beginnings or Beginnings()
        self.all = Beside(self.entries, asked, played, keep, self.beginnings)
        self.failed: dict[int, PluginError] = {}

    def pieces(self) -> Iterator[SoFar]:
        """Play piece after piece; what is known after each. Raises as ``compare`` does."""
        self.all.recall()
        names = (self.all.nothing, *self.all.names.values())
        if all(name in self.played for name in names):
            self.all.play(self.threads, self.tell)
            yield SoFar(self.comparison(self.all), True)
            return
        parts: dict[str, list[tuple[list[int], LaneOutcome]]] = {}
        begun = 0
        for size in self.cut():
            if begun:                              # drawn once for what is left: the first band does not wait for it
                self.all.numbers  # noqa: B018
            shares = self.play(range(begun, begun := begun + size))
            for share in shares:
                for key, name in lanes_of(share):
                    parts.setdefault(key, []).extend([share.lanes[name]] if name in share.lanes else [])
            whole = begun == len(self.all.every)
            so_far = self.all if whole else self.piece(range(begun))
            so_far.people = shares[0].people
            so_far.take({})
            for key, name in lanes_of(so_far):
                if name not in so_far.lanes and parts[key]:
                    there = [r for some, _ in parts[key] for r in some]
                    so_far.lanes[name] = there, put_together([one for _, one in parts[key]])
            lived = [set(so_far.lanes[name][0]) if name in so_far.lanes else set() for _, name in lanes_of(so_far)]
            if not set.intersection(*lived):       # a plugin has failed in every course so far
                if whole:
                    raise none_left(self.failed, " in every model" if all(lived) else "")
                continue
            if whole:                              # what it takes to look at that hardly hangs on how many courses
                self.all.agrees()
                for name, (there, lane) in self.all.lanes.items():
                    if name not in self.played:
                        self.all.remember(name, there, lane)
            yield SoFar(self.comparison(so_far), whole)

    def play(self, some: range) -> list[Beside]:
        """Play some courses, a share by each who has a hand free; the shares in their order."""
        hands = self.hands()
        mine, *others = shares = self.shares(some, 1 + len(hands))
        answers = [hand(share) for share, hand in zip(others, hands)]
        try:
            self.play_here(mine, 1 if any(answers) else self.threads)
            for share, answer in zip(others, answers):
                while answer and not wait([answer], LOOK).done:
                    self.tell(1.0)
                if answer and (found := answer.result()):
                    share.take(found[0])
                    self.failed |= found[1]
                else:
                    self.play_here(share, self.threads)
        finally:
            for answer in filter(None, answers):
                answer.cancel()                    # what is not there yet is not wanted any more
        return shares

    def shares(self, some: range, count: int) -> list[Beside]:
        """Some courses of all lanes, shared out. By their courses; but of few courses the week of a lane is mostly work
        that is the same for one and for many: then lanes go whole to one, where doing nothing is there, and only those
        that are left over by their courses."""
        lanes = [name for name in dict.fromkeys(self.all.names.values()) if name not in self.played]
        parts = in_shares(some, count)
        each = len(lanes) // len(parts)
        if not (each and self.is_first(some) and self.all.nothing in self.played):
            return [self.share(part) for part in parts]
        known = self.not_played(some)
        out = [self.all.part(list(some), dict(known)) for _ in parts]                # each adds what it plays
        for n, (share, part) in enumerate(zip(out, parts)):
            share.own = {name: list(some) for name in lanes[n * each:(n + 1) * each]}
            share.own |= {name: list(part) for name in lanes[len(parts) * each:]}
        return out

    def is_first(self, some: Sequence[int]) -> bool:
        """Whether these are courses of the first piece that begin at the first: it is small, and all look at it."""
        return some[0] == self.all.every[0]

    def play_here(self, share: Beside, threads: int | None) -> None:
        """Play a share of the courses in this process."""
        self.failed |= share.play(threads, self.tell, self.watched(share), by_turns=self.is_first(share.every))

    def cut(self) -> Iterator[int]:
        """How many courses each piece has."""
        left = len(self.all.every)
        for size in (*self.sizes, left):
            if size := min(size, left):
                yield size
                left -= size

    def piece(self, some: range) -> Beside:
        """The models in some courses, with what is known of these."""
        return self.all.part(list(some), {name: self.known(name, some) for name in self.names_known()})

    def share(self, some: range) -> Beside:
        """The models in some courses, to play those lanes that nobody has played."""
        return self.all.part(list(some), self.not_played(some))

    def not_played(self, some: range) -> dict[str, LaneOutcome | None]:
        """The lanes that need not be played, in some courses: of doing nothing, which the others follow, all there is
        of it; of a model no more than its name."""
        return {name: self.known(name, some) if name == self.all.nothing else None for name in self.names_known()}

    def names_known(self) -> set[str]:
        """The names of the lanes that were played before."""
        return {self.all.nothing, *self.all.names.values()} & self.played.keys()

    def known(self, name: str, some: range) -> LaneOutcome:
        """A lane that was played before, in some courses."""
        out = self.played[name].only(list(some), list(some))
        out.begun = self.played[name].begun
        return out

    def watched(self, piece: Beside) -> Callable[[str, Lane], None]:
        """Tells of a lane by the key of its model rather than by all it hangs on."""
        keys = {name: key for key, name in lanes_of(piece)}
        return lambda name, lane: self.watch(keys[name], lane)

    def comparison(self, one: Beside) -> Comparison:
        """All that was played so far, measured."""
        outcomes = in_common(one.outcomes(), self.failed)
        return Comparison(self.entries, outcomes, {key: measure(found) for key, found in outcomes.items()},
                          dict(sorted(self.failed.items())))


def in_shares(some: range, count: int) -> list[range]:
    """Some courses in equal shares, each with one at least."""
    count = min(count, len(some))
    return [some[len(some) * n // count:len(some) * (n + 1) // count] for n in range(count)]


def lanes_of(one: Beside) -> list[tuple[str, str]]:
    """The key and the name of each lane: of doing nothing, and of every model."""
    return [(NOTHING, NOTHING), *one.names.items()]


def put_together(lanes: list[LaneOutcome]) -> LaneOutcome:
    """The pieces of one lane side by side, with where each began."""
    lane = replace(joined(lanes))
    lane.begun = {some: begun for one in lanes for some, begun in one.begun.items()}
    return lane
