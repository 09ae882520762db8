"""The page as one file that plays without a server: three knobs, played at every combination of their positions.

Numbers over time are whole numbers behind each other, empty where one is as the one before it: ``120,,,118``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from simcore.demo.answers.redesign import dials_of
from simcore.demo.config import b_model
from simcore.demo.saved_people import going_along
from simcore.demo.show import Show
from simcore.demo.told import whole
from simcore.demo.wish import Wish, entries_of
from simcore.errors import BadInput, Problem
from simcore.played import LaneOutcome
from simcore.run import NOTHING
from simcore.show.words import LANGUAGES, Words
from simcore.studies.agreement import agree
from simcore.studies.growing import Growing

KNOBS = 3                                          # of the deck, the first ones
SHARED = 8                                         # lanes of doing nothing that are kept at hand; of each plan its last
MOST_BYTES = 5_000_000
Line = dict[str, Any]


def saving(show: Show, wish: Wish, config: Line, state: Line, web: dict[str, bytes],
           go_on: Callable[[], None]) -> Iterator[Line]:
    """How far it is, combination after combination, with the minutes that are ``left``; in the end the page. ``go_on``
    raises when nobody wants it.

    What a wish has at other knobs, and its cards, hold in every combination; residents go along as they are in the one
    that is wished for.
    """
    knobs = show.deck.knobs[:KNOBS]
    every = list(product(*(range(len(one.positions)) for one in reversed(knobs))))
    fixed = {name: at for name, at in wish.knobs if name not in {one.name for one in knobs}}
    grid, shared, people = {}, {}, {}
    begun = time.monotonic()
    for done, positions in enumerate(every):
        left = (time.monotonic() - begun) / done * (len(every) - done) if done else 0
        yield {"kind": "saving", "done": done, "of": len(every), "left": math.ceil(left / 60), "courses": wish.courses}
        at = dict(zip((one.name for one in knobs), reversed(positions)))
        turned = {one.name: at[one.name] for one in knobs if at[one.name] != one.base} | fixed
        found = played(replace(wish, knobs=tuple(sorted(turned.items()))), show, shared, go_on)
        name = ",".join(str(at[one.name]) for one in knobs)
        grid[name] = {"lanes": {key: thin(lane) for key, lane in whole(found, wish.courses)["lanes"].items()},
                      "n": len(found.any.replications),
                      "dials": {lang: dials_of(found, Words(lang), found.keys) for lang in LANGUAGES}}
        if turned == dict(wish.knobs):
            people = {"people": going_along(found, go_on) | {"at": name}}
    saved = {"config": config, "state": state, "b": b_model(wish), "of": wish.courses,
             "knobs": [one.name for one in knobs], "grid": grid}
    html = page(web, saved | people)
    if len(html.encode()) > MOST_BYTES:            # then without residents, and the page has their screen switched off
        html = page(web, saved)
    if len(html.encode()) > MOST_BYTES:
        raise BadInput(Problem("", 0, 0, "the page would be larger than 5 MB", instead="save it with fewer plans"))
    yield {"kind": "saved", "name": f"simwijk-{wish.courses}.html", "html": html}


def played(wish: Wish, show: Show, shared: dict[str, dict[str, LaneOutcome]], go_on: Callable[[], None]):
    """All that is found of a wish. What a knob does not touch is ``shared`` with combinations before it: lanes by name,
    of doing nothing and of each plan by its key."""
    entries, _ = entries_of(wish, show.deck)
    lanes = show.played | {name: lane for some in shared.values() for name, lane in some.items()}
    growing = Growing(entries, wish.asked | {"weeks": agree(entries, None)}, lanes, pieces=(wish.courses,),
                      tell=lambda part: go_on(), beginnings=show.beginnings, hands=lambda: show.hands_for(wish))
    *_, last = growing.pieces()
    go_on()
    for key, name in [(NOTHING, growing.all.nothing), *growing.all.names.items()]:
        if name in lanes:
            some = shared.setdefault(key, {})
            some[name] = some.pop(name, lanes[name])             # used last
            while len(some) > (SHARED if key == NOTHING else 1):
                some.pop(next(iter(some)))
    return last.found


def thin(lane: Line) -> Line:
    """A lane with its numbers over time as whole numbers in a text."""
    return {"n": lane["n"], "weeks": lane["weeks"], "alive": lane["alive"],
            "lines": {name: [text_of(edge) for edge in edges] for name, edges in lane["lines"].items()},
            "notes": {id: text_of(values) for id, values in lane["notes"].items()}}


def text_of(values: list[float]) -> str:
    """Numbers as the page writes them, whole and with three digits; nothing for one that is as the one before it."""
    out, before = [], None
    for value in values:
        step = 10 ** max(0, math.floor(math.log10(abs(value))) - 2) if abs(value) >= 1000 else 1
        number = math.floor(value / step + 0.5) * step
        out.append("" if number == before else str(number))
        before = number
    return ",".join(out)


# --- one file ----------------------------------------------------------------------------------------------------


def page(web: dict[str, bytes], saved: Line) -> str:
    """The page with all it needs inside, and a policy that lets nothing else in."""
    html = web["page.html"].decode()
    scripts = [web[name].decode() for name in re.findall(r'<script src="/static/([^"]+)"></script>', html)]
    policy = ("default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
              "script-src " + " ".join(f"'sha256-{digest(one)}'" for one in scripts))
    html = html.replace('<meta charset="utf-8">',
                        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">')
    html = re.sub(r'<link rel="stylesheet" href="/static/([^"]+)">',
                  lambda found: f"<style>{web[found[1]].decode()}</style>", html)
    data = json.dumps(saved, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    head, *_, tail = re.split(r'(?:<script src="/static/[^"]+"></script>\s*)+', html)
    inline = "\n".join(f"<script>{one}</script>" for one in scripts)
    return f'{head}<script type="application/json" id="saved">{data}</script>\n{inline}\n{tail}'


def digest(script: str) -> str:
    """What a policy calls a script by."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
