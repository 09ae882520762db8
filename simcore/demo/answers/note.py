"""A sticky note up close: its numbers with unit, range, source and how sure they are, and what it did in the courses
that were played."""

from __future__ import annotations

from typing import Any

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.demo.answers.found import found_of
from simcore.demo.config import edges_of
from simcore.demo.deck import Deck
from simcore.demo.redesign import redesign_of, written
from simcore.demo.show import Show
from simcore.demo.texts.redesign import REDESIGN_TEXTS
from simcore.demo.typed import typed
from simcore.demo.wish import Wish, played
from simcore.demo.wrong import NO_STEP
from simcore.errors import BadInput
from simcore.experiments.case import Case, opened
from simcore.files import Quantity
from simcore.show.explain import value
from simcore.show.note_money import figures
from simcore.show.words import LANGUAGES, Words


def note(show: Show, said: dict[str, Any]) -> dict[str, Any]:
    """The note ``note`` of the model called ``model``, or of a redesign under ``draft``, in the language ``lang``."""
    words = words_of(said)
    wish, draft = show.wish(said), redesign_of(said.get("draft"), show.models)
    spec = opened(Case(written(draft)))[0] if draft else spec_called(said.get("model"), wish, show.deck)
    found = found_of(show, wish)
    outcome = found.outcomes.get(spec.name) if found else None
    block, one = note_called(spec, said.get("note"))
    played = figures(outcome, words, block, one) if outcome and has(outcome.spec, one.id) and not draft else []
    now = outcome.spec.quantities() if outcome else {}
    return {"id": one.id, "name": words.name(one), "about": words.note(one.description or ""),
            "block": words(f"block.{block}"), "edge": edges_of(spec)[one.id],
            "courses": len(found.any.replications) if outcome else 0,
            "does": [[middle, band] for middle, band in played],
            "numbers": [number(path, quantity, now.get(path, quantity), words)
                        for path, quantity in spec.quantities().items() if path.startswith(f"{block}.{one.id}.")]}


def number(path: str, one: Quantity, now: Quantity, words: Words) -> dict[str, Any]:
    """A number as it stands on the canvas, and as it is played where a knob or a card made it another."""
    return {"path": path, "name": words.leaf(path), "said": value(one, words), "unit": one.unit,
            **{key: typed(getattr(one, key), one.unit) for key in ("value", "low", "high")}, "evidence": one.evidence,
            "sure": words(f"evidence.{one.evidence}"), "source": words.note(one.source),
            "question": words.note(one.question or ""),
            "note": ". ".join(filter(None, [words.note(one.note or ""), *scale(one, words)])),
            "now": "" if now.value == one.value else value(now, words)}


def scale(one: Quantity, words: Words) -> list[str]:
    """What a number on the scale of choices comes to: nobody in a room has a feeling for it."""
    return [REDESIGN_TEXTS["note.scale"][words.lang == "en"]] if one.unit == "logit" else []


def words_of(said: dict[str, Any]) -> Words:
    """The words of the language that is asked for."""
    return Words(said["lang"] if said.get("lang") in LANGUAGES else "nl")


def spec_called(key: Any, wish: Wish, deck: Deck) -> Spec:
    """The model of a wish that goes by a key, as it stands on its canvas."""
    for model in played(wish, deck):
        if (spec := opened(Case(model))[0]).name == key:
            return spec
    raise BadInput(NO_STEP)


def note_called(spec: Spec, id: Any) -> tuple[str, Any]:
    """The block of a note, and the note."""
    for block in BLOCKS:
        for one in getattr(spec.canvas, block):
            if one.id == id:
                return block, one
    raise BadInput(NO_STEP)


def has(spec: Spec, id: str) -> bool:
    """Whether a note is there in a model as it was played."""
    return any(one.id == id for block in BLOCKS for one in getattr(spec.canvas, block))
