"""What the page knows before anything is played: the models with their notes, knobs, cards, and its texts."""

from __future__ import annotations

from typing import Any

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.demo.deck import Change, Deck
from simcore.demo.texts import TEXTS
from simcore.experiments.case import Case, opened
from simcore.show.words import Words

LANGUAGES = ("nl", "en")


def config_of(models: tuple[str, ...], deck: Deck, lang: str) -> dict[str, Any]:
    """All of it, in both languages."""
    specs = [opened(Case(model))[0] for model in models]
    run = specs[0].canvas.simwijk
    return {"lang": lang, "start": run.start.isoformat(), "weeks": run.weeks, "blocks": list(BLOCKS),
            "models": [model_of(spec) for spec in specs], "knobs": [knob_of(one) for one in deck.knobs],
            "cards": [{"name": one.name, "label": told(one.label)} for one in deck.cards],
            "texts": {one: {key: pair[n] for key, pair in TEXTS.items()} for n, one in enumerate(LANGUAGES)},
            "block_names": {one: {block: Words(one)(f"block.{block}") for block in BLOCKS} for one in LANGUAGES}}


def model_of(spec: Spec) -> dict[str, Any]:
    """A model: its name, its line, its notes by block."""
    words = {lang: Words(lang) for lang in LANGUAGES}
    meta = spec.canvas.meta
    return {"key": spec.name, "name": meta.name,
            "tagline": {lang: words[lang].note(meta.tagline or "") for lang in LANGUAGES},
            "notes": {block: [{"id": note.id, "edge": edge(spec, block, note.id),
                               "name": {lang: words[lang].name(note) for lang in LANGUAGES}}
                              for note in getattr(spec.canvas, block)] for block in BLOCKS}}


def edge(spec: Spec, block: str, note: str) -> str:
    """How sure a note is: the weakest evidence among its numbers."""
    order = ["fact", "source", "assumption", "open"]
    found = [one.evidence for path, one in spec.quantities().items() if path.startswith(f"{block}.{note}.")]
    return max(found, key=order.index, default="fact")


def knob_of(one: Change) -> dict[str, Any]:
    """A knob: its positions and the one at which it changes nothing."""
    return {"name": one.name, "label": told(one.label), "positions": one.positions, "base": one.base,
            "how": "add" if one.add else "scale" if one.scale else "value", "unit": one.unit or ""}


def told(text: Any) -> dict[str, str]:
    """A text in both languages."""
    return {"nl": text.nl, "en": text.en}
