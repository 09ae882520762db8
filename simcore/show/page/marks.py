"""How a model is told apart wherever it is drawn: a colour and a shape, both together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from simcore.canvas.bundled import models
from simcore.show.colours import INK
from simcore.show.page.html import Html, tag
from simcore.show.session import shown

# No triangle: those say who pays and who gains.
SHAPES = {
    "circle": '<circle cx="10" cy="10" r="8.5"/>', "square": '<rect x="2" y="2" width="16" height="16"/>',
    "diamond": '<polygon points="10,0 20,10 10,20 0,10"/>', "bar": '<rect x="6" y="0" width="8" height="20"/>',
    "cross": '<polygon points="3,0 10,7 17,0 20,3 13,10 20,17 17,20 10,13 3,20 0,17 7,10 0,3"/>',
    "star": '<polygon points="10,0 12.6,7 20,7.4 14.2,12 16.2,19.5 10,15.2 3.8,19.5 5.8,12 0,7.4 7.4,7"/>',
}  # fmt: skip
COLOURS = ("#0173b2", "#b86e00", "#02795a", "#8a4a7f", "#a3262f", INK)


@dataclass(frozen=True)
class Mark:
    """The colour and shape of one model."""
    colour: str
    shape: str

    def svg(self, more: str = "") -> Html:
        """The shape, as high as the text beside it."""
        return tag("svg", Html(SHAPES[self.shape]), viewBox="0 0 20 20", class_=f"mark {more}".strip(),
                   fill=self.colour,
                   aria_hidden="true")

    def at(self, x: float, y: float, size: float = 32) -> Html:
        """The shape inside a drawing, its middle at a point."""
        return tag("g", Html(SHAPES[self.shape]), fill=self.colour, class_="point",
                   transform=f"translate({x - size / 2:g},{y - size / 2:g}) scale({size / 20:g})")


def in_turn() -> list[Mark]:
    """Every mark, in the order in which models get them; after six the colours come with other shapes."""
    shapes = list(SHAPES)
    return [Mark(COLOURS[n], shapes[(n + turn) % len(shapes)])
            for turn, n in product(range(len(shapes)), range(len(COLOURS)))]


def marks(keys: list[str], places: Sequence[str] = ()) -> dict[str, Mark]:
    """A mark for each model: of those that come along always the same, others get what is left, in their order.

    Two pages shown one after another so show one model in one way; in a show, where each of ``places`` is a model, by
    its place there.
    """
    every, along = in_turn(), list(places) or [*dict.fromkeys([*shown(), *models()])]
    own = {key: every[along.index(key) % len(every)] for key in keys if key in along}
    left = [mark for n, mark in enumerate(every) if n >= len(along)] + every
    others = iter(left * (1 + len(keys)))
    return {key: own.get(key) or next(others) for key in keys}
