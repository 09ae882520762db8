"""``simwijk verify``: says line by line what agrees in the folder of a run, or where it does not."""

from pathlib import Path

import click

from simcore.show.words import Words


def verify(folder: Path, lang: str) -> None:
    """Print what was counted again; a BadInput names the place where it goes wrong."""
    from simcore.results.verify import verified

    words = Words(lang)
    for key, facts in verified(folder):
        click.echo("- " + words(key, **{name: words.number(one) for name, one in facts.items()}))
    click.echo(words("verify.good", folder=folder))
