"""A canvas while a room changes it: what it has become, what was changed, its file, and B beside A."""

from __future__ import annotations

from typing import Any

from simcore.canvas import Spec
from simcore.canvas.wording import Wording
from simcore.demo.answers.found import found_of
from simcore.demo.answers.note import words_of
from simcore.demo.config import model_of, told
from simcore.demo.deck import Kind, Second, kinds
from simcore.demo.redesign import Redesign, changes, drafted, redesign_of, written
from simcore.demo.show import Show
from simcore.demo.typed import typed
from simcore.demo.wrong import NO_STEP, Refused
from simcore.errors import BadInput, printable
from simcore.experiments.case import Case, opened
from simcore.files import Mapping
from simcore.results.bands import Band
from simcore.show.page.dials import DIALS, fine
from simcore.show.page.page import Page, in_points
from simcore.show.problems import in_dutch
from simcore.show.words import LANGUAGES, Words
from simcore.studies.compare import Comparison


def redesign(show: Show, said: dict[str, Any]) -> dict[str, Any]:
    """The model under ``draft`` as it has become: its notes, ids that are new or other, and each change in words."""
    words = words_of(said)
    try:
        one = asked(said, show)
        spec = opened(Case(written(one)))[0]
        draft = drafted(one)
        return {"model": model_of(spec), "changes": list(changes(one, words.lang)), "added": list(draft.added),
                "changed": list({path.split(".")[1] for path in draft.put})}
    except BadInput as error:
        return {"kind": "wrong", "said": in_words(error, words.lang)}


def in_words(error: BadInput, lang: str) -> str:
    """The first thing that is wrong, without its place in a file that nobody sees."""
    if isinstance(error, Refused):
        return error.said[lang]
    one = in_dutch(error.problems[0]) if lang == "nl" else error.problems[0]
    return printable("; ".join(part for part in (one.what, one.why, one.instead) if part))


def asked(said: dict[str, Any], show: Show) -> Redesign:
    """The redesign that is asked about."""
    one = redesign_of(said.get("draft"), show.models)
    if one is None:
        raise BadInput(NO_STEP)
    return one


def file(show: Show, said: dict[str, Any]) -> dict[str, Any]:
    """The redesign under ``draft`` as a canvas file."""
    one = written(asked(said, show), words_of(said).lang)
    return {"name": one.file, "text": one.text}


def addable(show: Show, said: dict[str, Any]) -> dict[str, Any]:
    """The kinds of note that can be added to the model ``of``."""
    words = words_of(said)
    try:
        spec = opened(Case(show.models[int(said.get("of", 0))]))[0]
    except (IndexError, ValueError, TypeError) as error:
        raise BadInput(NO_STEP) from error
    return {"kinds": [kind_of(one, spec, words) for one in kinds().values()]}


def kind_of(one: Kind, spec: Spec, words: Words) -> dict[str, Any]:
    """A kind: what it is called, among which notes it is said what it is for, its numbers as they begin."""
    return {"name": one.name, "block": one.block, "label": told(one.label),
            "links": next(iter((one.links or {}).values()), ""), "way": next(iter(one.links or {}), ""),
            "choices": [[key, options(among, spec, words)] for key, among in (one.choices or {}).items()],
            "numbers": [number(one.beside or one, at) for at in one.asks]}


def options(among: Any, spec: Spec, words: Words) -> list[list[str]]:
    """What may be chosen: [word of the file, what it is called]."""
    if isinstance(among, Mapping):
        return [[word, called[words.lang].text] for word, called in among.items()]
    if among.text == "teams":
        return [[one.id, words.name(one)] for one in spec.canvas.key_resources if one.sim and one.sim.team]
    met = {one.sim.activity for one in spec.canvas.value_propositions if one.sim}
    return [[one.id, words.place(one)] for one in spec.place.needs.activities if one.id not in met]


def number(one: Kind | Second, at: str) -> dict[str, Any]:
    """A number a kind asks for: what it is called, its unit in words, its value and range."""
    part: Any = one.sim
    for key in at.split("."):
        part = part[key]
    return {"name": {lang: words_of({"lang": lang}).leaf(f"{one.block}.{at}") for lang in LANGUAGES},
            "unit": {lang: unit_of(part["unit"].text, lang) for lang in LANGUAGES},
            **{key: typed(float(part[key].text), part["unit"].text) for key in ("value", "low", "high")}}


def unit_of(unit: str, lang: str) -> str:
    """A unit as it stands behind a number."""
    spoken = unit.replace("EUR", "€").replace("share", "%", unit.startswith("share"))
    return Wording(lang).unit(spoken).strip()


def beside(show: Show, said: dict[str, Any]) -> dict[str, Any]:
    """A and B on the dials, and how much more there is by B, course by course; all plans where there is no B."""
    wish = show.wish(said)
    found = found_of(show, wish)
    if found is None:
        return {"rows": [], "courses": 0, "keys": []}
    keys, more = found.keys, bool(said.get("b")) and wish.b is not None
    if more:
        keys = [opened(Case(one))[0].name for one in (wish.b.model, written(wish.b))]
    return {"rows": dials_of(found, words_of(said), keys, more), "courses": len(found.any.replications), "keys": keys}


def dials_of(found: Comparison, words: Words, keys: list[str], more: bool = False) -> list[dict[str, Any]]:
    """Of each dial the first figure that all these plans have, else the first that any has, as a comparison writes it;
    for A and B the difference. A plan to which it does not apply says so."""
    page, rows = Page(found, words), []
    for dial, figures in DIALS.items():
        every = {(group, name): [page.shown(key, group, name) for key in keys] for group, name in figures}
        group, name = max(every, key=lambda figure: (None not in every[figure], any(every[figure])))
        mine = every[group, name]
        digits = fine(page, *mine)
        other = [in_points(found.difference(*keys[::-1], group, name), "more")] if more else []
        units = [page.unit(one.unit) for one in mine if one]
        rows.append({"dial": page(dial), "name": page.name(group, name), "unit": units[0] if units else "",
                     "cells": [spoken(page, one, digits) for one in (*mine, *other)]})
    return rows


def spoken(page: Page, one: Band | None, digits: int) -> dict[str, Any]:
    """A figure with its band, as a comparison writes it; where there is none, that it does not apply."""
    if one is None:
        return {"value": "–", "span": page("page.dial.not"), "clear": False, "band": None}
    said = page.spoken(one, digits)
    return {"value": said.marked, "span": said.span, "clear": not said.unclear,
            "band": [float(f"{end:.4g}") for end in (one.low, one.median, one.high)] if page.banded else None}


REDESIGN = {"redesign": redesign, "file": file, "addable": addable, "beside": beside}
