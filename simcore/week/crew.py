"""A crew shares the loops of a week: each hand has some of the replications, and room of its own to work in.

What a replication does hangs on nothing in another, so the result is the same for any number of hands. Python itself
is then done once for all replications, and only the loops, which need no Python, run side by side.
"""

from collections.abc import Callable
from concurrent.futures import Executor

import numpy as np

from simcore.behaviour.world import World


def as_it_is(world: World) -> World:
    """The world itself: what compiled loops are given."""
    return world


class Crew:
    """``hands`` parts of a world; all but the first are worked on in a pool of threads."""

    def __init__(self, world: World, hands: int = 1, pool: Executor | None = None):
        R, self.hands = world.numbers.shape[0], hands
        hands = max(1, min(hands if pool else 1, R))
        edges = [R * hand // hands for hand in range(hands + 1)]
        self.pool = pool
        self.some = [slice(first, last) for first, last in zip(edges, edges[1:])]
        self.worlds = [world] if hands == 1 else [world.part(some) for some in self.some]

    def do(self, loop: Callable, view: Callable, *arguments: object) -> None:
        """Run a loop over all replications: ``loop(view(world), *arguments)``, where every array is (R, ...)."""
        def mine(hand: int) -> list[object]:
            some = self.some[hand]
            return [one[some] if isinstance(one, np.ndarray) else one for one in arguments]

        others = [self.pool.submit(loop, view(self.worlds[hand]), *mine(hand)) for hand in range(1, len(self.some))]
        try:
            loop(view(self.worlds[0]), *mine(0))
        finally:
            for other in others:
                other.result()
