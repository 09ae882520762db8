"""A look now and then at lanes in the middle of their time, for who waits for them."""

import time
from collections.abc import Callable
from typing import Any

from simcore.demo.told import under_way
from simcore.run import NOTHING

BETWEEN = 0.2                                      # seconds between two looks


class GivenUp(Exception):
    """Something else was asked for, or nothing any more: what is being made is not wanted."""


class Look:
    """Tells what can be seen of lanes, by the key of their model; called as these tell how far they are.

    ``go_on`` may raise, to end what is played. What is seen of lanes in another process is told with it.
    """

    def __init__(self, tell: Callable[[dict[str, Any]], None], go_on: Callable[[], None]):
        self.tell, self.go_on, self.last, self.on = tell, go_on, 0.0, True
        self.lanes: dict[str, Any] = {}
        self.elsewhere: dict[str, Any] = {}

    def watch(self, key: str, lane: Any) -> None:
        """Look at this lane from now on."""
        if key != NOTHING:
            self.lanes[key] = lane

    def hear(self, seen: dict[str, Any]) -> None:
        """What another process sees of its lanes."""
        self.elsewhere = self.elsewhere | seen

    def __call__(self, part: float) -> None:
        self.go_on()
        now = time.monotonic()
        if self.on and now - self.last > BETWEEN:
            lanes = dict(self.lanes)               # another thread may begin one just now
            mine = {key: one for key, lane in lanes.items() if (one := under_way(lane))}
            if seen := self.elsewhere | mine:      # in the first weeks there is nothing to see
                self.last = now
                self.tell(seen)

    def off(self) -> None:
        """What follows makes a band surer, and is told when it is whole."""
        self.on = False
