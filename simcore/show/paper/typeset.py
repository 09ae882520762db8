"""Sets a sheet of paper through Typst: plain values in; a PDF, SVG or PNG out, the same bytes each time.

Texts of users reach the template as data, never as markup. Only the fonts that travel with matplotlib are used, so
that paper is equal everywhere; a character they cannot draw, or that cannot be seen, becomes a box.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from simcore.errors import Environment

Form = Literal["pdf", "svg", "png"]
SHARP = 144                      # pixels an inch of a PNG
BOX = "\u25a1"
COMMON = "sheet.typ"             # what every template can use stands before it


def available() -> bool:
    """Whether Typst is there."""
    return find_spec("typst") is not None


def typeset(template: str, data: dict[str, Any], form: Form = "pdf") -> bytes:
    """A sheet of ``template`` with ``data`` (``lang`` and ``title`` among them); Environment when Typst is missing.

    A PDF is tagged, and valid as PDF/UA-1.
    """
    if not available():
        raise Environment("paper needs the package typst: pip install 'simwijk[pdf]'")
    import typst

    here = resources.files("simcore.show.paper")
    source = "\n".join(here.joinpath(name).read_text(encoding="utf-8") for name in (COMMON, template))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])
    return typst.Compiler(source.encode(), font_paths=fonts, sys_inputs={"data": json.dumps(shown(data))}).compile(
        format=form, ppi=SHARP, timestamp=0, pdf_standards=["ua-1"] if form == "pdf" else [])


def printed(template: str, data: dict[str, Any], page: Callable[[dict[str, Any]], str]) -> tuple[str, bytes]:
    """A sheet as a file to print: how its name ends, ``pdf``, or where Typst is missing ``html``, for a browser to
    print; and what is in it. ``page`` writes the sheet as HTML."""
    return ("pdf", typeset(template, data)) if available() else ("html", page(data).encode())


def font_folder() -> Path:
    """The fonts that travel with matplotlib."""
    import matplotlib

    return Path(matplotlib.get_data_path(), "fonts", "ttf")


@lru_cache
def drawable() -> frozenset[int]:
    """The characters that our font has, upright and bold."""
    from matplotlib.ft2font import FT2Font

    some, others = (set(FT2Font(str(font_folder() / name)).get_charmap())
                    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
    return frozenset(some & others)


def shown(value: Any) -> Any:
    """Values with every text as it can be drawn: white space as a space, what cannot be seen or drawn as a box."""
    if isinstance(value, str):
        return "".join(" " if one in "\t\n\r" else one if visible(one) else BOX for one in value)
    if isinstance(value, dict):
        return {key: shown(one) for key, one in value.items()}
    return [shown(one) for one in value] if isinstance(value, (list, tuple)) else value


def visible(one: str) -> bool:
    """Whether a character can be drawn and seen; a soft hyphen is seen where it is needed."""
    return one == "\u00ad" or ord(one) in drawable() and unicodedata.category(one) not in ("Cc", "Cf", "Co", "Cs")
