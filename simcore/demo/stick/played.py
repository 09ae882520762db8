"""What is on a stick that was played beforehand: answers of simwijk demo, and the page that plays without Python."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from simcore.demo.deck import deck
from simcore.demo.kept import CONFIG, folder, keep, kept, name_of
from simcore.demo.preparing import likely
from simcore.errors import BadInput, Problem, quoted

SAVED = re.compile(r'<script type="application/json" id="saved">(.*?)</script>', re.DOTALL)
COURSES, RESIDENTS = 20, 1000                      # of a page that is made here: some minutes
ASKED = {"courses": 100, "residents": 5000}        # what simwijk demo asks unless it is told otherwise


def answers(models: tuple[str, ...], into: Path) -> tuple[int, int]:
    """Copy what ``simwijk demo --prepare`` has kept of these models: so many, of so many."""
    into.mkdir()
    names = [name_of(models, one) for _, one in likely(deck(), **ASKED)]
    files = [file for name in names if name and (file := folder() / f"{name}.json").is_file()]
    for file in (*files, folder() / f"{name_of(models, CONFIG)}.json"):
        with suppress(FileNotFoundError):          # what the page knows at once is no answer, and counts as none
            shutil.copyfile(file, into / file.name)
    return len(files), len(names)


def small_page(models: tuple[str, ...], lang: str, tell: Callable[[float], None]) -> str:
    """The plans as one page, in few courses on a small district; one that was made before is taken again."""
    from simcore.demo.config import config_of
    from simcore.demo.pages import web_files
    from simcore.demo.saving import saving
    from simcore.demo.show import Show
    from simcore.demo.wish import wish_of

    web, cards = web_files(), deck()
    size, done = {"courses": COURSES, "residents": RESIDENTS}, 0.0
    page = hashlib.blake2b(repr(sorted(web.items())).encode()).hexdigest()
    name = name_of(models, size | {"page": lang, "web": page})
    if before := kept(name):
        return before[0]["html"]
    show = Show(models or tuple(cards.models), cards)
    for line in saving(show, wish_of(size, show.models, show.deck), config_of(show.models, show.deck, lang) | size,
                       {"lang": lang}, web, lambda: tell(done)):
        if line["kind"] == "saving":
            done = line["done"] / line["of"]
            tell(done)
    keep(name, [line])
    return line["html"]


def saved_page(file: Path) -> str:
    """A page that simwijk demo has saved; raises BadInput for anything else."""
    try:
        html, why = file.read_text(encoding="utf-8"), ""
    except (OSError, ValueError) as error:
        html, why = "", str(getattr(error, "strerror", "") or "it is no text").lower()
    if why or courses_of(html) is None:
        raise BadInput(Problem("--page", 0, 0, f"{quoted(str(file))} is no page that simwijk demo has saved", why,
                               "save one there with \"Save as a file\", or leave --page out"))
    return html


def courses_of(html: str) -> int | None:
    """In how many courses a saved page was played; None for another page."""
    try:
        return json.loads(SAVED.search(html)[1])["of"]
    except (TypeError, ValueError, KeyError):
        return None
