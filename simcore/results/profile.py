"""Where the time of a run goes: each plugin by hook, each step of the week, the rest. It adds up to the total."""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

REST = "rest"
# The steps of a week: the part of the lane, its method, what they are called (texts profile.<key>).
STEPS = (("", "calendar", "calendar"), ("", "people", "people"), ("", "serve", "serve"), ("", "meet", "meet"),
         ("desk", "book", "books"), ("market", "book", "books"), ("commons", "week", "commons"),
         ("community", "count", "community"), ("decisions", "decide", "decisions"),
         ("", "settle_plugins", "answers"), ("", "close", "close"))


@dataclass(frozen=True)
class Share:
    """What one thing took: a step of the engine (``plugin`` is empty), or a hook of a plugin."""
    plugin: str
    what: str
    calls: int
    seconds: float


class Clock:
    """Gives every moment to exactly one thing: the innermost that is at work. Of one thread, the one that made it."""

    def __init__(self) -> None:
        self.seconds: dict[tuple[str, str], float] = defaultdict(float)
        self.calls: Counter[tuple[str, str]] = Counter()
        self.thread, self.stack = threading.get_ident(), [("", REST)]
        self.begin = self.last = time.perf_counter()

    @contextmanager
    def at(self, what: str, plugin: str = "") -> Iterator[None]:
        """The time within goes to this, less what goes to something inside it."""
        if threading.get_ident() != self.thread:
            yield
            return
        self.turn()
        self.stack.append((plugin, what))
        self.calls[plugin, what] += 1
        try:
            yield
        finally:
            self.turn()
            self.stack.pop()

    def turn(self) -> None:
        """Give the time since the last turn to what was at work."""
        now = time.perf_counter()
        self.seconds[self.stack[-1]] += now - self.last
        self.last = now

    def begun(self, name: str, lane: Any) -> None:
        """Take the time of each step of a lane that is about to be played."""
        for part, method, what in STEPS:
            owner = getattr(lane, part) if part else lane
            if owner is not None:
                setattr(owner, method, self.timed(getattr(owner, method), what))

    def timed(self, step: Callable, what: str) -> Callable:
        """The same step, its time taken."""
        def stepping(*given: Any, **named: Any) -> Any:
            with self.at(what):
                return step(*given, **named)

        return stepping

    def shares(self) -> list[Share]:
        """What everything took so far: plugins by name and hook, then the engine, the longest first."""
        self.turn()
        all_ = [Share(plugin, what, self.calls[plugin, what], took) for (plugin, what), took in self.seconds.items()]
        return sorted(all_, key=lambda one: (not one.plugin, one.plugin, -one.seconds))

    @property
    def total(self) -> float:
        """Seconds since it began, up to the last turn."""
        return self.last - self.begin
