"""What is on show: the models, the deck, what plays, and what was found of the last wishes that were played whole."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simcore.beginnings import Beginnings
from simcore.demo.deck import Deck
from simcore.demo.wish import Wish, wish_of

if TYPE_CHECKING:
    from simcore.demo.hands import Hands
    from simcore.studies.beside import Lanes
    from simcore.studies.compare import Comparison
    from simcore.studies.growing import Elsewhere

KEPT = 5                                           # wishes of which all that was found is held
MADE = 12                                          # things made of what was found that are held


@dataclass
class Show:
    """One page for one room; ``found`` holds comparisons by their wish, ``played`` lanes by name, both with those used
    last at the end; ``beginnings`` where districts began, ``hands`` who else may play."""
    models: tuple[str, ...]
    deck: Deck
    found: OrderedDict[Wish, Comparison] = field(default_factory=OrderedDict)
    played: Lanes = field(default_factory=OrderedDict)
    beginnings: Beginnings = field(default_factory=Beginnings)
    hands: Hands | None = None
    asked: Wish | None = None                      # what the page wished for last
    made: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    making: threading.Lock = field(default_factory=threading.Lock)
    finding: threading.Lock = field(default_factory=threading.Lock)
    tests: int = 0                                 # how often a stress test was asked for, or given up
    part: float = 0.0                              # how far the last of these is

    def __post_init__(self):
        self.deck = self.deck.beside(self.models)

    def wish(self, said: Mapping[str, Any]) -> Wish:
        """What the page is at, in what it says when it asks something."""
        return wish_of(said.get("wish", {}), self.models, self.deck)

    def hands_for(self, wish: Wish, look: Callable[[dict[str, Any]], None] = lambda seen: None) -> list[Elsewhere]:
        """Where shares of a wish can be played beside this process; ``look`` hears what is seen of lanes there."""
        return self.hands.at(wish, look) if self.hands else []

    def keep(self, wish: Wish, found: Comparison) -> None:
        """Hold what was found of a wish; the oldest goes."""
        self.found[wish] = found
        self.found.move_to_end(wish)
        while len(self.found) > KEPT:
            self.found.popitem(last=False)

    def once(self, name: Hashable, make: Callable[[], Any]) -> Any:
        """What goes by a name, made when it is not there yet: one thing at a time, however many ask;
        the oldest goes."""
        with self.making:
            if name not in self.made:
                self.made[name] = make()
                while len(self.made) > MADE:
                    self.made.popitem(last=False)
            self.made.move_to_end(name)
            return self.made[name]
