"""``simwijk sheets``: what lies on the tables at a session, to print."""

from __future__ import annotations

import sys
from pathlib import Path

import click


def sheets(models: tuple[str, ...], out: Path, replications: int, residents: int, lang: str) -> None:
    """Write a file for each sheet and say on which paper it goes; replaces those of an earlier time.

    PDF where Typst is there, else pages that print as such. Raises BadInput for a model or a folder that is none.
    """
    from simcore.demo.deck import deck
    from simcore.demo.sheets import said, sheets as made
    from simcore.results.folder import unusable, whole
    from simcore.show.page.sheets import document
    from simcore.show.paper.typeset import available, typeset
    from simcore.show.words import Words, printable

    words, cards, form = Words(lang), deck(), "pdf" if available() else "html"
    every = made(models or tuple(cards.models), cards, words, replications, residents)
    files = {f"{one.name}.{form}": typeset(one.template, one.data) if form == "pdf" else
             document(one.template, one.data).encode() for one in every}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            with whole(out / name, "wb") as stream:
                stream.write(data)
    except OSError as error:
        raise unusable(out, error) from error
    lines = [said(words, "made", file=out / name, size=one.size, copies=said(words, f"copies.{one.copies}"))
             for name, one in zip(files, every)]
    click.echo(printable("\n".join([*lines, *([] if form == "pdf" else [said(words, "print")])]), sys.stdout.encoding))
