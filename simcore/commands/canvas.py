"""``simwijk canvas``: the canvas of a model as a file to print or to draw on, or in the language of other tools."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from simcore.errors import BadInput, Environment, Problem, quoted

FORMS = {".pdf": "pdf", ".svg": "svg", ".png": "png"}


def canvas(model: str, changes: tuple[str, ...], out: Path | None, bmml: bool, lang: str) -> None:
    """Write it and say where; BMML goes to the screen unless a file is named.

    Pictures replace an older one, BMML never. Raises BadInput for a file that cannot be, Environment when Typst is
    missing.
    """
    from simcore.canvas import load
    from simcore.results.folder import slug, whole
    from simcore.show.words import Words, printable

    if bmml:
        from simcore.show.paper.bmml import bmml as written

        text = written(load(model, changes))
        if out is None:
            click.echo(printable(text, sys.stdout.encoding), nl=False)
            return
        if os.path.lexists(out):
            raise BadInput(Problem("--out", 0, 0, f"{quoted(str(out))} is there already", "no file is overwritten",
                                   "name a new file"))
        kept(out, text.encode(), whole)
    else:
        form = FORMS.get((out or Path("canvas.pdf")).suffix.lower())
        if form is None:
            raise BadInput(Problem("--out", 0, 0, f"{quoted(str(out))} is no kind of picture that can be made", "",
                                   "let the name end in .pdf, .svg or .png"))
        from simcore.show.paper.board import sheet
        from simcore.show.paper.typeset import typeset

        spec = load(model, changes)
        out = out or Path(f"{slug(spec.name)}_canvas.pdf")
        kept(out, typeset("canvas.typ", sheet(spec, Words(lang)), form), whole)
    click.echo(Words(lang)("paper.written", file=out))


def kept(out: Path, data: bytes, whole) -> None:
    """The file, all of it at once; BadInput where it cannot be."""
    if out.is_dir():
        raise BadInput(Problem("--out", 0, 0, f"{quoted(str(out))} is a folder", "", "name a file in it"))
    try:
        with whole(out, "wb") as stream:
            stream.write(data)
    except OSError as error:
        from simcore.results.folder import ENVIRONMENT

        if error.errno in ENVIRONMENT:
            raise Environment(f"{out}: {error.strerror}") from error
        raise BadInput(Problem("--out", 0, 0, f"{quoted(str(out))} cannot be written", str(error.strerror).lower(),
                               "name a file in a folder of your own")) from error
