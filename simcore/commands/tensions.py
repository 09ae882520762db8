"""``simwijk tensions``: whether what nobody wrote into the model appears in it, with a picture of each."""

import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

import click

from simcore.commands.run import progress
from simcore.errors import BadInput, Problem, quoted
from simcore.files import suggestion

PAGE, PICTURES = "tensions.md", "pictures"


def tensions(keys: tuple[str, ...], replications: int, seed: int, weeks: int | None, residents: int | None, lang: str,
             write: Path | None, as_json: bool) -> None:
    """Measure the tensions named, or all, and say how they came out. Raises BadInput for one that nobody knows."""
    from simcore.studies.tensions import TENSIONS, measured

    for key in keys:
        if key not in TENSIONS:
            raise BadInput(Problem("", 0, 0, f"there is no tension called {quoted(key)}",
                                   instead=suggestion(key, list(TENSIONS))))
    some = [TENSIONS[key] for key in keys or TENSIONS]

    from simcore.show import tensions as show
    from simcore.show.words import Words, printable

    words, every = Words(lang), []
    with redirect_stdout(sys.stderr), progress(words("working"), as_json) as tell:
        for n, one in enumerate(some):
            every.append(measured(one, seed=seed, replications=replications, weeks=weeks, residents=residents,
                                  tell=lambda part, n=n: tell((n + part) / len(some))))
    if as_json:
        click.echo(json.dumps({one.tension.key: {"share": one.share, "against": one.against,
                                                 "difference": one.band.as_dict(),
                                                 "movers": [mover.path for mover in one.movers]} for one in every},
                              ensure_ascii=False, indent=1))
    else:
        for one in every:
            click.echo(printable("\n".join(["", *show.said(one, words)]), sys.stdout.encoding))
    if write:
        (write / PICTURES).mkdir(parents=True, exist_ok=True)
        pictures = {}
        for one in every:
            pictures[one.tension.key] = f"{PICTURES}/tension_{one.tension.key}.png"
            show.draw(one, write / pictures[one.tension.key], lang, show.command_of(one, replications, seed, lang))
        if not keys:
            (write / PAGE).write_text(show.page(every, pictures, replications, seed), encoding="utf-8")
