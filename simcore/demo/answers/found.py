"""What was found of a wish: as it was played, or put together from lanes that were played before."""

from __future__ import annotations

from simcore.demo.show import Show
from simcore.demo.wish import Wish, entries_of
from simcore.run import NOTHING
from simcore.studies.agreement import agree
from simcore.studies.beside import Beside
from simcore.studies.compare import Comparison, compare


def found_of(show: Show, wish: Wish) -> Comparison | None:
    """What was found of a wish; None where something of it has still to be played."""
    with show.finding:
        if wish not in show.found:
            entries, _ = entries_of(wish, show.deck)
            beside = Beside(entries, wish.asked | {"weeks": agree(entries, None)}, show.played, lambda name, lane: None)
            beside.recall()
            if any(name not in show.played for name in (beside.nothing, *beside.names.values()) if name != NOTHING):
                return None
            show.keep(wish, compare(entries, **wish.asked, played=show.played))
        return show.found[wish]
