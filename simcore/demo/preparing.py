"""Plays at home what a room is likely to ask, so that the page answers at once;
and says in plain words what is ready."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simcore.demo.deck import Deck

Said = dict[str, Any]


def likely(deck: Deck, courses: int, residents: int) -> Iterator[tuple[str, Said]]:
    """What a page asks, as it asks it: the plans as they are, each knob at each of its positions, each card laid down
    at the start. Each with the key of its words."""
    plain = {"knobs": {}, "cards": [], "seed": 1, "courses": courses, "residents": residents}
    yield "plain", plain
    for card in deck.cards:
        yield "card", plain | {"cards": [[card.name, 0]]}
    for knob in deck.knobs:
        for at in range(len(knob.positions)):
            if at != knob.base:
                yield "knob", plain | {"knobs": {knob.name: at}}
