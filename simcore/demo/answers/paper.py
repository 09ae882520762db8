"""The A3 that goes home: as it is printed, for the browser to print, and as a PDF. Made in memory, of what was played."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from simcore.canvas import Spec
from simcore.demo.answers.note import words_of
from simcore.demo.answers.people import when_whole
from simcore.demo.redesign import written
from simcore.demo.show import Show
from simcore.demo.wish import Wish, played
from simcore.experiments.case import Case, opened

if TYPE_CHECKING:
    from simcore.studies.compare import Comparison

SIZE = 'width="1587" height="1121" viewBox="0 0 1587 1121"'        # an A3 lying down, in pixels


def handout_of(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Which model is on the sheet, and all that stands on it: the one asked for, else B, else the first."""
    from simcore.show.paper.handout import handout, only

    b = opened(Case(written(wish.b)))[0].name if wish.b else ""
    key = next((one for one in (said.get("model"), b) if one in found.keys), found.keys[0])
    plain = {spec.name: spec for model in played(wish, show.deck) if (spec := opened(Case(model))[0])}
    began: Spec = opened(Case(wish.b.model))[0] if wish.b and key == b else plain[key]
    keys = [began.name, key] if key == b and began.name in found.keys else [key]
    return key, handout(only(found, keys), words_of(said), {key: began})


def paper(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """A picture of the sheet, the sheet as HTML, whether it can be a PDF, and of which models there is one."""
    from simcore.show.page.poster import posters, style
    from simcore.show.paper.typeset import available, shown, typeset

    key, data = handout_of(show, wish, found, said)
    html = f"<style>{style()}</style>{''.join(posters(shown(data)))}"
    if available():
        picture = show.once(("paper", repr(data)), lambda: typeset("handout.typ", data, "svg"))
    else:
        picture = (f'<svg xmlns="http://www.w3.org/2000/svg" {SIZE}><foreignObject width="100%" height="100%">'
                   f'<div xmlns="http://www.w3.org/1999/xhtml">{html}</div></foreignObject></svg>').encode()
    return {"model": key, "title": data["title"], "said": data["sheets"][0]["answer"], "html": html, "pdf": available(),
            "picture": b64encode(picture).decode(), "models": [[one, name] for one, name in found.titles.items()]}


def pdf(show: Show, wish: Wish, found: Comparison, said: dict[str, Any]) -> dict[str, Any]:
    """The sheet as a PDF: its name, and its bytes as text."""
    from simcore.results.folder import slug
    from simcore.show.paper.typeset import typeset

    key, data = handout_of(show, wish, found, said)
    return {"name": f"{slug(key)}.pdf", "bytes": b64encode(typeset("handout.typ", data)).decode()}


PAPER = {"paper": when_whole(paper), "pdf": when_whole(pdf)}
