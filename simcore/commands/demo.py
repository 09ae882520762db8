"""``simwijk demo``: the canvas live in a browser on this machine."""

from __future__ import annotations

import socket
import threading
import webbrowser

import click


def demo(models: tuple[str, ...], port: int | None, browser: bool, lang: str) -> None:
    """Serve the page until it is stopped; prints its address, and opens it."""
    import uvicorn

    sock = listening(port)
    where = sock.getsockname()[1]
    address = f"http://127.0.0.1:{where}/"

    from simcore.demo.app import app_for
    from simcore.demo.config import config_of
    from simcore.demo.deck import deck
    from simcore.demo.show import Show

    cards = deck()
    show = Show(models or tuple(cards.models), cards)
    app = app_for(show, config_of(show.models, cards, lang), where)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none",
                                           timeout_graceful_shutdown=1, server_header=False))
    app.state.end = lambda: setattr(server, "should_exit", True)
    click.echo(address)
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    server.run(sockets=[sock])


def listening(port: int | None) -> socket.socket:
    """A socket on this machine alone: at the port that is asked for, else at one that is free."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port or 0))
    sock.listen(64)
    return sock
