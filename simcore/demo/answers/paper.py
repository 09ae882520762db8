"""The A3 that goes home: as it is printed, for the browser to print, and as a PDF. All of it is made in memory."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from simcore.canvas import Spec
from simcore.demo.answers.note import words_of
from simcore.demo.answers.people import when_whole
from simcore.demo.config import knob_of, told
from simcore.demo.deck import Change, Deck
from simcore.demo.redesign import changes, written
from simcore.demo.show import Show
from simcore.demo.texts.frame import FRAME_TEXTS as TEXTS
from simcore.demo.wish import Wish, entries_of, played
from simcore.experiments.case import Case, opened
from simcore.experiments.question import Told
from simcore.show.words import Words

if TYPE_CHECKING:
    from simcore.studies.compare import Comparison

SVG = "http://www.w3.org/2000/svg"
SIZE = 'width="1587" height="1121" viewBox="0 0 1587 1121"'        # an A3 lying down, in pixels


def handout_of(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Which model is on the sheet, and all that stands on it: the one asked for, else B, else the first."""
    from simcore.show.paper.handout import handout, only

    b = opened(Case(written(wish.b)))[0].name if wish.b else ""
    key = next((one for one in (said.get("model"), b) if one in found.keys), found.keys[0])
    plain = {spec.name: spec for model in played(wish, show.deck) if (spec := opened(Case(model))[0])}
    began = opened(Case(wish.b.model))[0] if wish.b and key == b else plain[key]
    words, one = words_of(said), only(found, [began.name, key] if began.name in found.keys else [key])
    lines = laid_down(wish, show.deck, plain[key], words)
    if wish.b and key == b:
        lines += changes(wish.b, words.lang)
    return key, handout(one, words, {key: lines}, places(show, b))


def places(show: Show, b: str) -> list[str]:
    """The models as the page has them, one behind the other: those shown, those that a card brings, and B."""
    brought = [one.model for one in show.deck.cards if one.model and one.model not in show.models]
    return [*(opened(Case(one))[0].name for one in (*show.models, *brought)), *([b] if b else [])]


def laid_down(wish: Wish, deck: Deck, spec: Spec, words: Words) -> list[str]:
    """The knobs that were turned and the cards that lie on the table, as far as they change this model."""
    knobs = {one.name: one for one in deck.knobs}
    lines = [f"{called(knobs[name], words)}: {position(knobs[name], at, words)}" for name, at in wish.knobs
             if knobs[name].settings(spec, at, spec.canvas.simwijk.start)]
    misfits = entries_of(wish, deck)[1] if wish.cards else {}
    for name, week in wish.cards:
        card, why = deck.card(name), misfits.get(name, {}).get(spec.name, False)
        if card.ways and not isinstance(why, Told):
            when = TEXTS["week"][words.lang == "en"].format(year=week // 52 + 1, week=week % 52 + 1)
            lines.append(told(card.label)[words.lang] + (f" ({when})" if card.dated and why is False else ""))
    return lines


def called(knob: Change, words: Words) -> str:
    """What a knob is called; a number of a plugin with the plugin it is of."""
    of = [told(knob.about)[words.lang]] if knob.ways[0].there else []
    return ": ".join([*of, told(knob.label)[words.lang]])


def position(knob: Change, at: int, words: Words) -> str:
    """Where a knob stands, as the page has it."""
    one, value = knob_of(knob), knob.positions[at]
    if one["said"]:
        return one["said"][words.lang][at]
    if one["how"] == "add":
        return words.euros(value, True)
    return f"× {words.number(value, 1)}" if one["how"] == "scale" else words("unit.share", n=words.number(100 * value))


def paper(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """A picture of the sheet, the sheet as HTML, whether it can be a PDF, and of which models there is one."""
    from simcore.show.page.poster import posters, style
    from simcore.show.paper.typeset import available, shown, typeset

    key, data = handout_of(show, wish, found, said)
    html = f"<style>{style()}</style>{''.join(posters(shown(data)))}"
    if available():
        picture = show.once(("paper", repr(data)), lambda: typeset("handout.typ", data, "svg"))
    else:
        drawn = html.replace("<svg ", f'<svg xmlns="{SVG}" ')
        picture = (f'<svg xmlns="{SVG}" {SIZE}><foreignObject width="100%" height="100%">'
                   f'<div xmlns="http://www.w3.org/1999/xhtml">{drawn}</div></foreignObject></svg>').encode()
    return {"model": key, "title": data["title"], "said": data["sheets"][0]["answer"], "html": html, "pdf": available(),
            "picture": b64encode(picture).decode(), "models": [[one, name] for one, name in found.titles.items()]}


def pdf(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """The sheet as a PDF: its name, and its bytes as text."""
    from simcore.results.folder import slug
    from simcore.show.paper.typeset import typeset

    key, data = handout_of(show, wish, found, said)
    return {"name": f"{slug(key)}.pdf", "bytes": b64encode(typeset("handout.typ", data)).decode()}


PAPER = {"paper": when_whole(paper), "pdf": when_whole(pdf)}
