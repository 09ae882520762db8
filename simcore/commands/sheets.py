"""``simwijk sheets``: what lies on the tables at a session, to print."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simcore.demo.sheets import Sheet


def sheets(models: tuple[str, ...], out: Path, replications: int, residents: int, lang: str) -> None:
    """Write a file for each sheet and say on which paper it goes; replaces those of an earlier time.

    PDF where Typst is there, else pages that print as such. Raises BadInput for a model or a folder that is none.
    """
    from simcore.demo.sheets import said
    from simcore.results.folder import unusable, whole
    from simcore.show.words import Words, printable

    words, files = Words(lang), files_of(models, replications, residents, lang)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, (_, data) in files.items():
            with whole(out / name, "wb") as stream:
                stream.write(data)
    except OSError as error:
        raise unusable(out, error) from error
    lines = [said(words, "made", file=out / name, size=one.size, copies=said(words, f"copies.{one.copies}"))
             for name, (one, _) in files.items()]
    pages = [said(words, "print")] if any(name.endswith(".html") for name in files) else []
    click.echo(printable("\n".join([*lines, *pages]), sys.stdout.encoding))


def files_of(models: tuple[str, ...], replications: int, residents: int, lang: str) -> dict[str, tuple[Sheet, bytes]]:
    """Each sheet and its bytes, by the name of its file."""
    from simcore.demo.deck import deck
    from simcore.demo.sheets import sheets as made
    from simcore.show.page.sheets import document
    from simcore.show.paper.typeset import printed
    from simcore.show.words import Words

    cards, out = deck(), {}
    for one in made(models or tuple(cards.models), cards, Words(lang), replications, residents):
        form, data = printed(one.template, one.data, partial(document, one.template))
        out[f"{one.name}.{form}"] = one, data
    return out
