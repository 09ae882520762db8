"""``simwijk compare``: several models and doing nothing on one neighbourhood, a page for the room, a table here."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcore.commands.run import forewarn, loaded, loading, progress, with_loss
from simcore.errors import ReplicationsFailed

if TYPE_CHECKING:
    from simcore.studies.compare import Comparison

PAGE = "compare.html"


def compare(*, models: tuple[str, ...], **options) -> None:
    """Play, keep and say what was found.

    Raises ReplicationsFailed, after everything is said and kept, when a plugin has failed in some courses.
    """
    with loading():
        text, found = played(models, **options)

    from simcore.show.terminal import printable

    click.echo(printable(text, sys.stdout.encoding))
    if found.failed:
        raise ReplicationsFailed({r: str(one) for r, one in found.failed.items()},
                                 len(found.failed) + len(found.any.replications))


def played(models: tuple[str, ...], weeks: int | None, seed: int, replications: int | None, changes: tuple[str, ...],
           plugins: tuple[str, ...], plugin_files: tuple[Path, ...], luck_only: bool, law: str | None, lang: str,
           out: Path | None, engine: str, jobs: int | None, residents: int | None, fresh: bool, as_json: bool,
           quiet: bool) -> "tuple[str, Comparison]":
    """Everything the command does, top to bottom; gives what it has to say, and what was found."""
    from simcore.studies.entries import entered

    entries = entered(models, [*changes, *([f"simwijk.law={law}"] if law else [])], plugins, plugin_files)

    from simcore.results.folder import claimed, whole
    from simcore.show.words import Words
    from simcore.studies.agreement import agree

    agree(entries, weeks)                                          # before a folder is made
    words = Words(lang)
    if len(entries) == 1 and not (quiet or as_json):
        click.echo(words("compare.one"), err=True)
    with claimed(out, "compare") as folder:
        from simcore.studies.compare import compare as play_all
        from simcore.studies.kept import as_dict, keeping

        player = None
        if engine == "objects":
            from simcore.commands.objects import play_objects as player
        loaded()
        forewarn(words, quiet or as_json)
        with progress(words("working"), quiet or as_json) as tell:
            found = play_all(entries, seed=seed, replications=replications, weeks=weeks, luck_only=luck_only,
                             residents=residents, threads=jobs, fresh=fresh, player=player, tell=tell)

        from simcore.show.page.document import document

        with keeping(folder, found), whole(folder / PAGE) as stream:
            stream.write(document(found, lang))

    from simcore.show.comparison import answers, said

    for outcome in found.outcomes.values():
        words.learn(outcome)
    if as_json:
        return json.dumps({"folder": str(folder), **as_dict(found)}, ensure_ascii=False, indent=1), found
    if quiet:
        text = "\n".join([*answers(found, words), str(folder / PAGE)])
    else:
        text = said(found, words, folder, folder / PAGE)
    return with_loss(text, lost(found), words), found


def lost(found: "Comparison"):
    """An outcome that says what a plugin has lost in any lane, as a run says it of its own."""
    from dataclasses import replace

    return replace(found.any, failed=found.failed)
