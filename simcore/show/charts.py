"""Draws the five pictures of a run, for a room with a beamer: money, services, parties, ladder, canvas.

    draw(outcome, Path("pictures"), lang="nl")     # [pictures/1_money.png, ..., pictures/5_canvas.png]
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from simcore.show.labels import Language, Words

if TYPE_CHECKING:
    from simcore.run import Outcome

NAMES = ["1_money", "2_services", "3_parties", "4_ladder", "5_canvas"]


def draw(outcome: Outcome, folder: Path | str, lang: Language = "nl", typical: int | None = None) -> list[Path]:
    """Draw a run that has both the lane "enterprise" and the lane "nothing"; gives the files written.

    ``typical`` is the number of a replication to show as a thin line of its own among the money. An existing
    picture of the same name is replaced. Equal runs give equal bytes.
    """
    from simcore.show.canvas_picture import draw_canvas
    from simcore.show.ladder import draw_ladder
    from simcore.show.money import draw_money
    from simcore.show.parties import draw_parties
    from simcore.show.services import draw_services
    from simcore.show.style import theme

    words, folder = Words(lang), Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    caption = caption_of(outcome, words)
    with theme():
        return [sheet.save(folder / f"{name}.png") for name, sheet in zip(NAMES, (
            draw_money(outcome, words, caption, typical), draw_services(outcome, words, caption),
            draw_parties(outcome, words, caption), draw_ladder(outcome, words, caption),
            draw_canvas(outcome, words, caption)))]


def caption_of(outcome: Outcome, words: Words) -> str:
    """What a band means here, what differs between courses, and where the numbers come from."""
    n, spec = len(outcome.replications), outcome.spec
    seen = words("one course") if n == 1 else words("few courses" if n < 10 else "many courses", n=n)
    varied = [] if n == 1 else [words("luck only" if outcome.luck_only else "varied")]
    source = words("source", model=spec.canvas.meta.name, place=words.place(spec.place), year=spec.place.price_year)
    return " ".join([seen, *varied]) + "\n" + source


def warm() -> threading.Thread:
    """Load seaborn on a thread of its own, so that it is there when a run is over; gives the thread."""
    def load() -> None:
        import seaborn  # noqa: F401

    thread = threading.Thread(target=load, name="seaborn", daemon=True)
    thread.start()
    return thread
