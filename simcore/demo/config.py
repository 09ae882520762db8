"""What the page knows before anything is played: the models with their notes, knobs, cards, and its texts."""

from __future__ import annotations

from typing import Any

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.canvas.wording import amount
from simcore.demo.deck import Change, Deck
from simcore.demo.texts import TEXTS
from simcore.demo.wish import Wish, b_of
from simcore.experiments.case import Case, opened
from simcore.files import Quantity
from simcore.show.note_money import ASSUMED, NONE, OPEN, SURE, evidence_of
from simcore.show.page.marks import in_turn
from simcore.show.words import LANGUAGES, Words

EDGES = {SURE: "fact", ASSUMED: "assumption", OPEN: "open", NONE: "none"}


def config_of(models: tuple[str, ...], deck: Deck, lang: str) -> dict[str, Any]:
    """All of it, in both languages; with a mark, its colour and its shape, for each model and for B behind them."""
    deck = deck.beside(models)
    extra = [one.model for one in deck.cards if one.model and one.model not in models]
    specs = [opened(Case(model))[0] for model in (*models, *extra)]
    run = specs[0].canvas.simwijk
    return {"lang": lang, "start": run.start.isoformat(), "weeks": run.weeks, "blocks": list(BLOCKS),
            "models": [{**model_of(spec), "extra": n >= len(models)} for n, spec in enumerate(specs)],
            "marks": [[one.colour, one.svg()] for one in in_turn()[:len(specs) + 1]],
            "knobs": [knob_of(one) for one in deck.knobs], "cards": [card_of(one) for one in deck.cards],
            "shocks": [card_of(deck.card(name)) for name in deck.shocks],
            "bets": [{"name": one.name, "label": told(one.label), "edges": list(one.edges), "euros": one.euros}
                     for one in deck.bets],
            "programme": [[one.screen, one.until] for one in deck.programme],
            "lenses": [{"name": one.name, "label": told(one.label)} for one in deck.lenses],
            "texts": {one: {key: pair[n] for key, pair in TEXTS.items()} for n, one in enumerate(LANGUAGES)},
            "block_names": {one: {block: Words(one)(f"block.{block}") for block in BLOCKS} for one in LANGUAGES}}


def model_of(spec: Spec) -> dict[str, Any]:
    """A model: its name, its line, its notes by block."""
    words = {lang: Words(lang) for lang in LANGUAGES}
    meta, edges = spec.canvas.meta, edges_of(spec)
    return {"key": spec.name, "name": meta.name,
            "tagline": {lang: words[lang].note(meta.tagline or "") for lang in LANGUAGES},
            "notes": {block: [{"id": note.id, "edge": edges[note.id],
                               "name": {lang: words[lang].name(note) for lang in LANGUAGES}}
                              for note in getattr(spec.canvas, block)] for block in BLOCKS}}


def b_model(wish: Wish) -> dict[str, Any] | None:
    """B as the page knows models; None where there is none."""
    return next((model_of(opened(Case(one))[0]) for one in b_of(wish)), None)


def edges_of(spec: Spec) -> dict[str, str]:
    """Note -> how sure it is, as its edge is drawn: by the weakest evidence among its numbers."""
    evidence = evidence_of(spec)
    return {note.id: EDGES[evidence.get(f"{block}.{note.id}", NONE)]
            for block in BLOCKS for note in getattr(spec.canvas, block)}


def knob_of(one: Change) -> dict[str, Any]:
    """A knob: its positions, what each is called where that hangs on a unit,
    and the one at which it changes nothing."""
    way = one.ways[0]
    return {"name": one.name, "label": told(one.label), "positions": one.positions, "base": one.base,
            "how": "add" if way.add else "scale" if way.scale else "value", "unit": way.unit or "",
            "plugin": told(one.about) if way.there else None,
            "said": {lang: [amount(a_number(at, way.unit), lang) for at in one.positions] for lang in LANGUAGES}
            if way.there else None}


def a_number(value: float, unit: str) -> Quantity:
    """A number as one of a file, to be written as such."""
    return Quantity(value=value, low=value, high=value, unit=unit, evidence="assumption", source="a position of a knob")


def card_of(one: Change) -> dict[str, Any]:
    """A card: what it says, whether it begins in the week in which it is laid, and the model that it brings."""
    model = opened(Case(one.model))[0].name if one.model else ""
    return {"name": one.name, "label": told(one.label), "about": told(one.about) if one.about else None,
            "dated": one.dated, "model": model}


def told(text: Any) -> dict[str, str]:
    """A text in both languages; an amount is not broken over two lines."""
    return {"nl": text.nl.replace("€ ", "€\u00a0"), "en": text.en}
