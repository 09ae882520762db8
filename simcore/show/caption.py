"""The lines under every picture: what middle and band mean here, what differs between courses, and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.run import Outcome


def caption_of(outcome: Outcome, words: Words, shown: Literal["line", "bar", "amount"], *own: str,
               credit: str = "") -> str:
    """The caption of a picture that shows lines, bars or amounts: what is its own, what a band means, the source."""
    spec = outcome.spec
    meant = words.band(shown, len(outcome.replications), outcome.luck_only)
    source = words("source", model=spec.canvas.meta.name, place=words.place(spec.place), year=spec.place.price_year)
    return " ".join([*own, meant]) + "\n" + " ".join([source, *([credit] if credit else [])])
