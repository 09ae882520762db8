"""``simwijk verify``: says line by line what agrees in the folder of a run, or where it does not."""

from pathlib import Path

import click

from simcore.show.words import Words


def verify(folder: Path, lang: str) -> None:
    """Print what was counted again; a BadInput names the place where it goes wrong."""
    from simcore.results.verify import verified
    from simcore.studies.kept import is_comparison, models_in, side_by_side

    words = Words(lang)
    several = is_comparison(folder)
    for one in [folder / key for key in models_in(folder)] if several else [folder]:
        for key, facts in verified(one):
            click.echo("- " + words(key, **{name: value if isinstance(value, str) else words.number(value)
                                                    for name, value in facts.items()}))
        click.echo(words("verify.good", folder=one))
    if several:
        side_by_side(folder)
        click.echo(words("verify.compared", folder=folder))
