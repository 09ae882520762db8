"""What the page is told when something cannot be played: the same message as in a terminal, in both languages."""

from __future__ import annotations

from typing import Any

from simcore.errors import BadInput, Problem, SimwijkError

# What no page of ours asks: one of another show, or made by hand.
NO_STEP = Problem("", 0, 0, "the page asks for something that is not on it", instead="load the page again")
BEYOND = Problem("", 0, 0, "the page asks for more, or less, than can be played", instead="load the page again")


class Refused(BadInput):
    """What somebody typed on the page cannot be; ``said`` in each language, in the words of the page."""

    def __init__(self, said: dict[str, str]):
        super().__init__(Problem("", 0, 0, said["en"]))
        self.said = said


def wrong(error: Exception) -> dict[str, Any]:
    """The line that says so. A bug of ours must not stop the show: the page asks to go on, and names it."""
    from simcore.demo.texts import TEXTS
    from simcore.show.problems import told
    from simcore.show.words import LANGUAGES

    if isinstance(error, Refused):
        return {"kind": "wrong", "said": error.said}
    if isinstance(error, SimwijkError):
        return {"kind": "wrong", "said": {lang: told(error, lang) for lang in LANGUAGES}}
    what = f"{type(error).__name__}: {error}"
    return {"kind": "wrong", "said": {lang: TEXTS["bug"][lang == "en"].format(what=what) for lang in LANGUAGES}}
