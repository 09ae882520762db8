"""Which point of a sweep is highest in a figure, and which of the others cannot be told from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simcore.experiments.direction import CLEAR, Direction, direction
from simcore.experiments.middles import middle
from simcore.experiments.sweep import Place, Swept
from simcore.show.bands import finite


@dataclass(frozen=True)
class Ends:
    """The points of a model from the highest down, and how much the first is above each: in every course (``by``), and
    which way that goes (``ways``), as many of each as there are ``places``."""
    places: list[Place]
    by: list[np.ndarray]
    ways: list[Direction]

    @property
    def told(self) -> bool:
        """Whether the first is above the last, by more than luck."""
        return above(self.ways[-1])

    @property
    def alike(self) -> list[Place]:
        """The others that the first is not told from."""
        return [one for one, way in zip(self.places[1:], self.ways[1:]) if not above(way)]

    @property
    def mostly_below(self) -> list[Place]:
        """The others that are below the first by more than luck, and not clearly."""
        return [one for one, way in zip(self.places[1:], self.ways[1:]) if above(way) and way.word != CLEAR]


def ends(found: Swept, model: str, figure: str) -> Ends | None:
    """What stands between the highest and every other point of a model; None where nothing can be measured."""
    places = ordered(found, model, figure)
    if not places:
        return None
    by = [finite(places[0].values(figure) - one.values(figure)) for one in places]
    return Ends(places, by, [direction(one, among=max(1, len(places) - 1)) for one in by])


def ordered(found: Swept, model: str, figure: str) -> list[Place]:
    """The places of a model, the highest middle first."""
    places = [one for one in found.at(model) if finite(one.values(figure)).size]
    return sorted(places, key=lambda one: -middle(figure, one.values(figure)))


def above(way: Direction) -> bool:
    """Whether a difference goes up, by more than luck."""
    return way.told and way.sign > 0
