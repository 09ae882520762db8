"""``simwijk cluster``: begin a cluster, let this machine join one, make the keys it takes."""

from collections.abc import Callable
from pathlib import Path

import click


def start(host: str, port: int, keys: Path | None, workers: int | None, lang: str) -> None:
    """A cluster, until it is interrupted."""
    from simcore.experiments.addresses import dask, meeting
    from simcore.show.words import Words

    words, address = Words(lang), meeting(host, port, keys, "--host")
    dask()

    from simcore.experiments import hosting
    from simcore.run import threads_here

    count = threads_here() if workers is None else workers
    tls = f" --tls {keys}" if keys else ""

    def told(at: str) -> None:
        click.echo("\n".join([words("cluster.there", address=at, n=count),
                              words("cluster.give", command=f"simwijk sweep FILE --cluster {at}{tls}"),
                              words("cluster.join", command=f"simwijk cluster join {at}{tls}"), words("cluster.stop")]))

    until_stopped(lambda: hosting.begin(address, count, told), words("cluster.ended"))


def join(address: str, keys: Path | None, workers: int | None, lang: str) -> None:
    """Workers of this machine at a cluster, until it ends or they are interrupted."""
    from simcore.experiments.addresses import address_of, dask
    from simcore.show.words import Words

    words, at = Words(lang), address_of(address, keys, "ADDRESS")
    dask()

    from simcore.experiments import hosting
    from simcore.run import threads_here

    count = threads_here() if workers is None else workers

    def told(there: str) -> None:
        click.echo("\n".join([words("cluster.joined", address=there, n=count), words("cluster.stop")]))

    until_stopped(lambda: hosting.join(at, count, told), words("cluster.left"))


def keys(folder: Path, lang: str) -> None:
    """Keys, and what to do with them."""
    from simcore.experiments import hosting
    from simcore.show.words import Words

    hosting.keys(folder)
    click.echo(Words(lang)("cluster.keys", folder=folder))


def until_stopped(serve: Callable[[], None], end: str) -> None:
    """Do it until Ctrl-C or an order from outside, which is how it is meant to end."""
    from simcore import signals

    try:
        serve()
    except KeyboardInterrupt:
        signals.heard.clear()
    click.echo(end)
