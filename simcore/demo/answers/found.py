"""What was found of a wish: as it was played, or put together from lanes that were played before."""

from __future__ import annotations

from contextlib import suppress

from simcore.demo.look import GivenUp
from simcore.demo.show import Show
from simcore.demo.wish import Wish, entries_of
from simcore.run import NOTHING
from simcore.studies.agreement import agree
from simcore.studies.beside import Beside
from simcore.studies.compare import Comparison, compare


def found_of(show: Show, wish: Wish, of: Wish | None = None) -> Comparison | None:
    """What was found of a wish; None where something of it has still to be played, unless that is played now for an
    answer ``of`` the wish the page is at, and goes on to be at."""
    def go_on(part: float = 0) -> None:
        if show.asked not in (None, of):
            raise GivenUp

    with suppress(KeyError):                       # who only looks waits for nobody who plays
        return show.found[wish]
    with show.finding, suppress(GivenUp):
        if wish not in show.found:
            entries, _ = entries_of(wish, show.deck)
            beside = Beside(entries, wish.asked | {"weeks": agree(entries, None)}, show.played, lambda name, lane: None)
            beside.recall()
            if any(name not in show.played for name in (beside.nothing, *beside.names.values()) if name != NOTHING):
                if of is None:
                    return None
                go_on()
            show.keep(wish, compare(entries, **wish.asked, played=show.played, tell=go_on if of else lambda part: None))
        return show.found[wish]
    return None
