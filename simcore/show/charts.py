"""Draws the five pictures of a run, for a room with a beamer: money, services, parties, ladder, canvas.

    draw(outcome, Path("pictures"), lang="nl")     # [pictures/1_money.png, ..., pictures/5_canvas.png]
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from simcore.show.words import Language, Words

if TYPE_CHECKING:
    from simcore.run import Outcome


def draw(outcome: Outcome, folder: Path | str, lang: Language = "nl", typical: int | None = None) -> list[Path]:
    """Draw a run that has both the lane "enterprise" and the lane "nothing"; gives the files written.

    ``typical`` is the number of a replication to show as a thin line of its own among the money. An existing
    picture of the same name is replaced. Equal runs give equal bytes.
    """
    draw_money, draw_services, draw_parties, draw_ladder, draw_canvas, theme, write = load()
    words, folder = Words(lang), Path(folder)
    words.learn(outcome)
    folder.mkdir(parents=True, exist_ok=True)
    drawings = {"1_money": lambda: draw_money(outcome, words, typical),
                "2_services": lambda: draw_services(outcome, words),
                "3_parties": lambda: draw_parties(outcome, words), "4_ladder": lambda: draw_ladder(outcome, words),
                "5_canvas": lambda: draw_canvas(outcome, words)}
    with theme(), ThreadPoolExecutor(1) as writer:          # a picture is written while the next is drawn
        written = [writer.submit(write, drawing().picture(), folder / f"{name}.png")
                   for name, drawing in drawings.items()]
    return [one.result() for one in written]


def load() -> tuple[Callable, ...]:
    """Load everything that drawing needs, which takes longer than drawing."""
    import seaborn  # noqa: F401

    from simcore.show.canvas_picture import draw_canvas
    from simcore.show.ladder import draw_ladder
    from simcore.show.money import draw_money
    from simcore.show.parties import draw_parties
    from simcore.show.services import draw_services
    from simcore.show.style import theme, write

    return draw_money, draw_services, draw_parties, draw_ladder, draw_canvas, theme, write


def rehearse() -> None:
    """Draw a line for nobody: what drawing does at first (fonts, ticks, scales) takes as long as a picture."""
    import seaborn

    from simcore.show.style import Sheet, png, theme

    with theme():
        sheet = Sheet("0", "0")
        sheet.say(0, 0, "0", italic=True)
        seaborn.lineplot(x=[0, 1], y=[0, 1], ax=sheet.axes(0, 0, 500, 500), estimator=None, errorbar=None, label="0")
        png(sheet.picture())
