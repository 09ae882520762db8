"""A canvas as plain values: nine blocks with their notes, how sure each is, and what it stands for in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.show.note_money import ASSUMED, NONE, OPEN, SURE, Face, evidence_of, faces_of
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.run import Outcome

EDGES = {SURE: "sure", ASSUMED: "assumed", OPEN: "open", NONE: "none"}


def drawn(spec: Spec, words: Words) -> dict[str, Any]:
    """The canvas of a model that was not played."""
    evidence = evidence_of(spec)
    return values(words, {block: [Face(words.name(note), evidence.get(f"{block}.{note.id}", NONE))
                                  for note in getattr(spec.canvas, block)] for block in BLOCKS})


def played(outcome: Outcome, words: Words) -> dict[str, Any]:
    """The canvas of a model as it was played, with the euros of each note."""
    return values(words, faces_of(outcome, words))


def values(words: Words, faces: dict[str, list[Face]]) -> dict[str, Any]:
    """Block -> its title and notes: name, edge, figures as (middle, band)."""
    return {block: {"title": words(f"block.{block}"),
                    "notes": [{"name": one.name, "edge": EDGES[one.edge],
                               "figures": [list(pair) for pair in one.figures]} for one in some]}
            for block, some in faces.items()}


def legend(words: Words) -> list[dict[str, str]]:
    """What each edge means."""
    return [{"edge": name, "said": words(key)} for key, name in EDGES.items()]


def sheet(spec: Spec, words: Words) -> dict[str, Any]:
    """All that stands on a sheet with the canvas of a model alone."""
    meta = spec.canvas.meta
    return {"lang": words.lang, "title": meta.name, "sub": words.note(meta.tagline or ""), "board": drawn(spec, words),
            "legend": legend(words), "credit": words("canvas.credit")}
