"""``simwijk demo``: the canvas live in a browser on this machine."""

from __future__ import annotations

import os
import socket
import sys
import threading
import webbrowser

import click

HERE = "127.0.0.1"
PATIENCE = 3.0                                     # seconds that what is being played has to let go


def demo(models: tuple[str, ...], port: int | None, browser: bool, lang: str, replications: int,
         residents: int) -> None:
    """Serve the page until it is stopped; prints its address, and opens it."""
    import uvicorn

    from simcore.demo.app import app_for
    from simcore.demo.backend import Backend

    sock, taken = listening(port)
    address = f"http://{HERE}:{sock.getsockname()[1]}/"
    backend = Backend(models, lang, replications, residents)
    app = app_for(backend, sock.getsockname()[1], lambda: setattr(server, "should_exit", True))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", server_header=False,
                                           timeout_graceful_shutdown=1))
    dutch = lang == "nl"
    if taken:
        click.echo(f"Poort {port} is bezet; een andere dus." if dutch else f"Port {port} is taken; so another.", err=True)
    click.echo(address)
    click.echo("Stoppen: Ctrl-C hier, of de knop Stop op de pagina." if dutch else
               "To stop: Ctrl-C here, or the button Stop on the page.", err=True)
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run(sockets=[sock])
    except KeyboardInterrupt:                      # how a show ends
        pass
    finally:
        backend.end()
        end = threading.Timer(PATIENCE, lambda: os._exit(0))       # whatever still plays then ends with the process
        end.daemon = True
        end.start()
        sys.stdout.flush()


def listening(port: int | None) -> tuple[socket.socket, bool]:
    """A socket for this machine alone, at the port that is asked for or else one that is free; whether that one was
    taken."""
    sock = socket.socket()
    if os.name != "nt":                            # there it would let two servers share a port
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken = False
    try:
        sock.bind((HERE, port or 0))
    except OSError:
        taken = True
        sock.bind((HERE, 0))
    sock.listen(64)
    return sock, taken
