"""What is on show: the models, the deck, what plays, and what was found of the last wishes that were played whole."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simcore.demo.deck import Deck
from simcore.demo.wish import Wish

if TYPE_CHECKING:
    from simcore.studies.beside import Lanes
    from simcore.studies.compare import Comparison

KEPT = 8                                           # wishes of which all that was found is held


@dataclass
class Show:
    """One page for one room; ``found`` holds comparisons by their wish, the last one last, ``played`` lanes by name."""
    models: tuple[str, ...]
    deck: Deck
    found: OrderedDict[Wish, Comparison] = field(default_factory=OrderedDict)
    played: Lanes = field(default_factory=dict)

    def __post_init__(self):
        self.deck = self.deck.beside(self.models)

    def keep(self, wish: Wish, found: Comparison) -> None:
        """Hold what was found of a wish; the oldest goes."""
        self.found[wish] = found
        self.found.move_to_end(wish)
        while len(self.found) > KEPT:
            self.found.popitem(last=False)
